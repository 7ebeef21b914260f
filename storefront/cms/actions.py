"""Building a store's site: the page tree in its languages, menus, brand, who may edit."""

from collections.abc import Sequence
from uuid import uuid4

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
)

from sites.tenancy.scope import factory_scope
from storefront.cms import starter_pages, tasks
from storefront.cms.copy import PagesCopy, completed
from storefront.cms.models import Brand, HomePage, StoreRoot

# Wagtail's own first page, and whatever an operator hangs beside the stores, stand before them.
_FIRST_PLACE = 100
_PAGE_RIGHTS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
_DOOR_RIGHTS = ("access_admin", "submit_translation")
_WAGTAIL_APPS = (
    "wagtailcore",
    "wagtailimages",
    "wagtaildocs",
    "wagtailadmin",
    "wagtail_localize",
)
_FILE_RIGHTS = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)


@transaction.atomic
def build_site(
    *, factory, host: str, copies: Sequence[PagesCopy], brand: dict[str, str] | None = None
) -> Site:
    """Build a factory's site; the first copy is in its source language.

    Everything is written at once: some thirty queries, however many pages.
    """
    with factory_scope(factory):
        words = [completed(copy, brand=factory.name) for copy in copies]
        locales = _locales([copy.language for copy in words])
        root = _store_root(factory, locales[words[0].language], languages=len(words))
        homes = [
            _home(root, number, locales[copy.language], factory.name)
            for number, copy in enumerate(words, start=1)
        ]
        _share_keys(homes)
        plans = [starter_pages.pages_below_home(copy) for copy in words]
        trees = [_below(home, plan) for home, plan in zip(homes, plans, strict=True)]
        _align_translations(trees)
        everything = [*homes, *(page for tree in trees for page, _plan in tree)]
        _insert([root, *everything])
        for home, copy, tree in zip(homes, words, trees, strict=True):
            _fill(home, copy, tree)
        _insert_own_tables([root, *everything])
        site = Site.objects.create(
            hostname=host, port=80, site_name=factory.name, root_page_id=homes[0].pk
        )
        factory.site = site
        factory.editors = _editors(factory, root)
        factory.save(update_fields=["site", "editors"])
        Brand.objects.create(**(brand or {}))
        # Nobody searches a store's pages in its first seconds.
        tasks.make_findable.enqueue(factory.pk)
    return site


@transaction.atomic
def dress_pages(*, factory, hero: int | None = None, floor: int | None = None) -> None:
    """Hang pictures of the library into the front pages and the factory page, in all languages."""
    with factory_scope(factory):
        if hero:
            for home in HomePage.objects.filter(url_path__startswith=f"/{factory.slug}/"):
                _hang(home, "hero", hero)
        if floor:
            Content = apps.get_model("cms", "ContentPage")
            pages = Content.objects.filter(
                url_path__startswith=f"/{factory.slug}/", slug="our-factory"
            )
            for page in pages:
                raw = [dict(block) for block in page.body.raw_data]
                photograph = {"picture": floor, "caption": "", "date": None}
                raw.insert(1, {"type": "gallery", "value": {"pictures": [photograph]}})
                page.body = _stream(page, raw)
                page.save()


def _hang(page, kind: str, picture_id: int) -> None:
    raw = [dict(block) for block in page.body.raw_data]
    for block in raw:
        if block["type"] == kind:
            block["value"] = {**block["value"], "picture": picture_id}
    page.body = _stream(page, raw)
    page.save()


def _stream(page, raw: list[dict]):
    return page._meta.get_field("body").stream_block.to_python(raw)


def _locales(languages: list[str]) -> dict[str, Locale]:
    found = {locale.language_code: locale for locale in Locale.objects.all()}
    for code in languages:
        if code not in found:
            found[code] = Locale.objects.create(language_code=code)
    return found


def _store_root(factory, locale: Locale, *, languages: int) -> StoreRoot:
    """The store's own root below Wagtail's, not saved yet.

    Its place in the tree is the factory's number, as its collection's is: launches do not wait
    for each other, and nobody's branch is moved to keep the others in order.
    """
    top = Page.objects.get(depth=1)
    root = StoreRoot(
        **_place(top, factory.pk + _FIRST_PLACE, slug=factory.slug, title=factory.name),
        factory=factory,
        collection=_collection(factory),
        locale=locale,
        translation_key=uuid4(),
    )
    root.numchild = languages
    Page.objects.filter(pk=top.pk).update(numchild=F("numchild") + 1)
    return root


def _collection(factory) -> Collection:
    top = Collection.objects.get(depth=1)
    Collection.objects.filter(pk=top.pk).update(numchild=F("numchild") + 1)
    path = Collection._get_path(top.path, 2, factory.pk + _FIRST_PLACE)
    return Collection.objects.create(name=factory.name, path=path, depth=2, numchild=0)


def _home(root: StoreRoot, number: int, locale: Locale, title: str) -> HomePage:
    return HomePage(
        **_place(root, number, slug=locale.language_code, title=title),
        locale=locale,
        translation_key=uuid4(),
    )


def _place(parent, number: int, *, slug: str, title: str) -> dict:
    """The columns that put a page into the tree."""
    now = timezone.now()
    return {
        "path": Page._get_path(parent.path, parent.depth + 1, number),
        "depth": parent.depth + 1,
        "numchild": 0,
        "title": title,
        "draft_title": title,
        "slug": slug,
        "url_path": f"{parent.url_path}{slug}/",
        "live": True,
        "first_published_at": now,
        "last_published_at": now,
    }


def _below(home: HomePage, plans) -> list[tuple[Page, starter_pages.Plan]]:
    """Unsaved pages below a home page with the plan of each, parents first."""
    made = []

    def grow(parent, below):
        parent.numchild = len(below)
        for number, plan in enumerate(below, start=1):
            page = apps.get_model("cms", plan.model)(
                **_place(parent, number, slug=plan.slug, title=plan.title),
                locale=home.locale,
                translation_key=uuid4(),
                intro=plan.intro,
                show_in_menus=plan.in_menu,
                **plan.fields,
            )
            made.append((page, plan))
            grow(page, plan.children)

    grow(home, plans)
    return made


def _share_keys(homes: list[HomePage]) -> None:
    for home in homes[1:]:
        home.translation_key = homes[0].translation_key


def _align_translations(trees) -> None:
    """Give pages with the same address below home the same key: they are translations."""
    keys = {}
    for tree in trees:
        for page, _plan in tree:
            address = page.url_path.split("/", 3)[3]
            page.translation_key = keys.setdefault(address, page.translation_key)


def _insert(pages: list[Page]) -> None:
    """Write the shared part of all pages in one statement; they know their ids afterwards."""
    columns = [f.attname for f in Page._meta.concrete_fields if not f.primary_key]
    types = ContentType.objects.get_for_models(*{type(page) for page in pages})
    rows = []
    for page in pages:
        page.content_type = types[type(page)]
        rows.append(Page(**{name: getattr(page, name) for name in columns}))
    for page, row in zip(pages, Page.objects.bulk_create(rows), strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
        page._state.adding = False


def _insert_own_tables(pages: list[Page]) -> None:
    """Write the part of each kind of page in one statement for the kind.

    Django's ``bulk_create`` does not take models with a parent's table; this is what it calls.
    """
    for model in sorted({type(page) for page in pages}, key=lambda kind: kind.__name__):
        own = [page for page in pages if type(page) is model]
        queryset = model._base_manager.all()
        queryset._insert(own, fields=model._meta.local_concrete_fields, using=queryset.db)


def _fill(home: HomePage, copy: PagesCopy, tree) -> None:
    """Write the sections, now that links can name the pages they lead to."""
    ids = {page.slug: page.pk for page, _plan in tree}
    home.body = _stored(home, "body", starter_pages.home_body(copy, ids))
    home.footer = _stored(home, "footer", starter_pages.footer(copy, ids))
    home.seo_title = copy.home.hero_title
    home.search_description = copy.home.hero_text
    for page, plan in tree:
        page.body = _stored(page, "body", plan.body(ids))


def _stored(page, name: str, body: starter_pages.Body):
    block = page._meta.get_field(name).stream_block
    return block.to_python(
        [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in body]
    )


def _editors(factory, root: StoreRoot) -> Group:
    """The group whose rights the owner and the marketers have on this factory's hosts."""
    group = Group.objects.create(name=f"factory {factory.pk}")
    wanted = Permission.objects.filter(
        codename__in=[*_PAGE_RIGHTS, *_FILE_RIGHTS, *_DOOR_RIGHTS],
        content_type__app_label__in=_WAGTAIL_APPS,
    )
    rights = {permission.codename: permission for permission in wanted}
    group.permissions.add(*(rights[name] for name in _DOOR_RIGHTS))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=root.pk, permission=rights[name])
        for name in _PAGE_RIGHTS
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root.collection, permission=rights[name])
        for name in _FILE_RIGHTS
    )
    return group
