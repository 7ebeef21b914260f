"""The gate before ``/cms/``: deny by default, own pages only, rights of this host only.

Wagtail's admin was made for one organisation. Here it answers a member on the own factory's
hosts, in the views named below, for objects of that factory; everything else is a 404, as if it
did not exist. Lists are closed by scoped managers, policies and the hooks in ``wagtail_hooks``.
"""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.http import Http404, HttpResponseRedirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    AbstractPage,
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from sites.tenancy.models import Membership
from sites.tenancy.permissions import CMS_ROLES, role_of
from sites.tenancy.scope import current_factory

# Answered before anybody has signed in.
EVERYONE = frozenset(
    {
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_complete",
    }
)

# Answered to the owner and the marketers, each for the own factory's objects.
MEMBERS = frozenset(
    {
        "wagtailadmin_home",
        "wagtailadmin_account",
        "wagtailadmin_dismissibles",
        "wagtailadmin_block_preview",
        "wagtailadmin_api:pages:listing",
        "wagtailadmin_api:pages:detail",
        "wagtailadmin_api:images:listing",
        "wagtailadmin_api:images:detail",
        "wagtailadmin_api:documents:listing",
        "wagtailadmin_api:documents:detail",
        "wagtailadmin_explore_root",
        "wagtailadmin_explore",
        "wagtailadmin_explore_results",
        "wagtail_bulk_action",
        "wagtailadmin_pages:add",
        "wagtailadmin_pages:preview_on_add",
        "wagtailadmin_pages:usage",
        "wagtailadmin_pages:edit",
        "wagtailadmin_pages:preview_on_edit",
        "wagtailadmin_pages:view_draft",
        "wagtailadmin_pages:add_subpage",
        "wagtailadmin_pages:delete",
        "wagtailadmin_pages:unpublish",
        "wagtailadmin_pages:convert_alias",
        "wagtailadmin_pages:search",
        "wagtailadmin_pages:search_results",
        "wagtailadmin_pages:move",
        "wagtailadmin_pages:move_confirm",
        "wagtailadmin_pages:set_page_position",
        "wagtailadmin_pages:copy",
        "wagtailadmin_pages:lock",
        "wagtailadmin_pages:unlock",
        "wagtailadmin_pages:revisions_index",
        "wagtailadmin_pages:revisions_view",
        "wagtailadmin_pages:revisions_revert",
        "wagtailadmin_pages:revisions_unschedule",
        "wagtailadmin_pages:revisions_compare",
        "wagtailadmin_pages:history",
        "wagtailadmin_pages:history_results",
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_search",
        "wagtailadmin_choose_page_chosen_multiple",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link",
        "wagtailadmin_tag_model_autocomplete",
        "wagtailadmin_editing_sessions:ping",
        "wagtailadmin_editing_sessions:release",
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:aging_pages_results",
        "cms_submit_page_translation",
        "wagtail_localize:javascript_catalog",
        "wagtail_localize:submit_page_translation",
        "wagtail_localize:update_translations",
        "wagtail_localize:edit_string_translation",
        "wagtail_localize:edit_override",
        "wagtail_localize:download_pofile",
        "wagtail_localize:upload_pofile",
        "wagtail_localize:preview_translation",
        "wagtail_localize:stop_translation",
        "wagtail_localize:convert_to_alias",
        "wagtaildocs:index",
        "wagtaildocs:index_results",
        "wagtaildocs:add",
        "wagtaildocs:edit",
        "wagtaildocs:delete",
        "wagtaildocs:add_multiple",
        "wagtaildocs:edit_multiple",
        "wagtaildocs:create_multiple_from_uploaded_document",
        "wagtaildocs:delete_multiple",
        "wagtaildocs:delete_upload_multiple",
        "wagtaildocs:document_usage",
        "wagtaildocs_chooser:choose",
        "wagtaildocs_chooser:choose_results",
        "wagtaildocs_chooser:chosen",
        "wagtaildocs_chooser:chosen_multiple",
        "wagtaildocs_chooser:create",
        "wagtailimages:index",
        "wagtailimages:index_results",
        "wagtailimages:edit",
        "wagtailimages:delete",
        "wagtailimages:preview",
        "wagtailimages:add",
        "wagtailimages:image_usage",
        "wagtailimages:add_multiple",
        "wagtailimages:edit_multiple",
        "wagtailimages:create_multiple_from_uploaded_image",
        "wagtailimages:delete_multiple",
        "wagtailimages:delete_upload_multiple",
        "wagtailimages_chooser:choose",
        "wagtailimages_chooser:choose_results",
        "wagtailimages_chooser:chosen",
        "wagtailimages_chooser:chosen_multiple",
        "wagtailimages_chooser:create",
        "wagtailimages_chooser:select_format",
    }
)

# Wagtail's areas that reach over all factories, or that nobody here needs: operators only.
OPERATORS = frozenset(
    {
        "wagtailadmin_error_test",
        "wagtailadmin_tag_autocomplete",
        "wagtailadmin_api:pages:find",
        "wagtailadmin_api:pages:action",
        "wagtailadmin_api:images:find",
        "wagtailadmin_api:documents:find",
        "wagtailadmin_pages:type_use",
        "wagtailadmin_pages:type_use_results",
        "wagtailadmin_pages:choose_parent",
        "wagtailadmin_pages:set_privacy",
        "wagtailadmin_pages:workflow_action",
        "wagtailadmin_pages:collect_workflow_action_data",
        "wagtailadmin_pages:confirm_workflow_cancellation",
        "wagtailadmin_pages:workflow_preview",
        "wagtailadmin_pages:workflow_history",
        "wagtailadmin_pages:workflow_history_detail",
        "wagtail_localize:submit_snippet_translation",
        "wagtail_localize:machine_translate",
        "wagtail_localize:translations_report",
        "wagtail_localize:translations_report_results",
        "wagtail_localize:snippets_api_listing",
        "wagtail_localize:snippets_api_detail",
        "wagtailimages:url_generator",
        "wagtailimages:url_generator_output",
        "wagtailsnippets:index",
        "wagtailadmin_reports:locked_pages",
        "wagtailadmin_reports:locked_pages_results",
        "wagtailadmin_reports:workflow",
        "wagtailadmin_reports:workflow_results",
        "wagtailadmin_reports:workflow_tasks",
        "wagtailadmin_reports:workflow_tasks_results",
        "wagtailadmin_reports:site_history",
        "wagtailadmin_reports:site_history_results",
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
    }
)
OPERATORS_AREAS = frozenset(
    {
        "wagtailadmin_collections",
        "wagtailadmin_workflows",
        "wagtailembeds",
        "wagtaillocales",
        "wagtailredirects",
        "wagtailsettings",
        "wagtailsites",
        "wagtailusers_users",
        "wagtailusers_groups",
    }
)

# Namespaces of our own viewsets, which ask scoped managers only; filled by ``open_area``.
OWN_AREAS: dict[str, frozenset[str]] = {}

_PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
_POSTED_PAGES = {"new_parent_page", "chooser", "redirect_page", "move_page"}
_BULK_MODELS = {"page", "picture", "document"}


def open_area(namespace: str, *, roles: Iterable[str] = CMS_ROLES) -> None:
    """Let members with these roles into a viewset of ours."""
    OWN_AREAS[namespace] = frozenset(roles)


def classification(view_name: str) -> str:
    """Who a view of the admin is for: ``everyone``, ``members``, ``operators`` or ``unknown``."""
    namespace = view_name.rpartition(":")[0]
    if view_name in EVERYONE:
        return "everyone"
    if view_name in MEMBERS or namespace in OWN_AREAS:
        return "members"
    if view_name in OPERATORS or namespace in OPERATORS_AREAS:
        return "operators"
    return "unknown"


class AdminGate:
    """The middleware that stands before every view of Wagtail's admin."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        if not _is_admin(request):
            return None
        kind = classification(match.view_name or "")
        user = request.user
        if kind == "everyone" or user.is_superuser:
            return None
        if kind != "members" or request.factory is None:
            raise Http404
        if user.is_anonymous:
            return None  # Wagtail sends strangers to the sign-in
        self._check_role(request, match)
        if isinstance(refusal := self._elsewhere(request, match), HttpResponseRedirect):
            return refusal
        _check_pages(request, match)
        return None

    @staticmethod
    def _elsewhere(request, match):
        """Members who have nothing to do here are led to their own screens."""
        role = role_of(request.user, request.factory)
        if role not in CMS_ROLES and match.view_name == "wagtailadmin_home":
            return HttpResponseRedirect("/portal/")
        return None

    @staticmethod
    def _check_role(request, match):
        role = role_of(request.user, request.factory)
        allowed = OWN_AREAS.get(match.view_name.rpartition(":")[0], CMS_ROLES)
        if role is None or (role not in allowed and match.view_name != "wagtailadmin_home"):
            raise Http404


def _is_admin(request) -> bool:
    return request.path_info.startswith("/cms/")


def own_pages() -> models.QuerySet:
    """The pages of the factory in scope: everything below and including its store's root."""
    factory = current_factory()
    if factory is None or factory.site_id is None:
        return Page.objects.none()
    # The store's root is the parent of the page that its site begins with.
    prefix = _root_path(factory)
    return Page.objects.filter(path__startswith=prefix) if prefix else Page.objects.none()


def _root_path(factory) -> str:
    """The tree path of the store's root; asked once, since the factory is kept between requests."""
    if "_root_path" not in factory.__dict__:
        home = Page.objects.filter(pk=factory.site.root_page_id).values_list("path", flat=True)
        first = home.first()
        factory._root_path = first[: -Page.steplen] if first else ""
    return factory._root_path


def _check_pages(request, match) -> None:
    """Every page that a request names must be the factory's own."""
    named = {
        str(match.kwargs[name]) for name in _PAGE_ARGUMENTS if match.kwargs.get(name) is not None
    }
    if match.view_name.startswith("wagtailadmin_api:pages:") and "pk" in match.kwargs:
        named.add(str(match.kwargs["pk"]))
    if match.view_name == "wagtailadmin_pages:revisions_compare":
        named.add(str(match.kwargs["pk"]))
    if match.view_name == "wagtailadmin_choose_page_chosen_multiple":
        named |= set(request.GET.getlist("id"))
    if match.view_name == "wagtail_bulk_action":
        if match.kwargs["model_name"] not in _BULK_MODELS:
            raise Http404
        if match.kwargs["model_name"] == "page":
            named |= set(request.GET.getlist("id")) - {"all"}
            named |= {request.GET[name] for name in ("childOf",) if request.GET.get(name)}
    if match.view_name == "wagtailadmin_editing_sessions:ping":
        _check_session_object(match, named)
    named |= _posted_pages(request)
    if not all(number.isdigit() for number in named):
        raise Http404
    if named and own_pages().filter(pk__in=named).count() != len({int(n) for n in named}):
        raise Http404
    _check_translation(match)
    _check_tags(match)


def _posted_pages(request) -> set[str]:
    """Pages that a form names: choosers of our blocks, and Wagtail's own of move and copy.

    Their fields accept every page, and would show the title of a stranger's in their complaint.
    """
    if request.method != "POST":
        return set()
    return {
        value
        for name in request.POST
        if name in _POSTED_PAGES or name.endswith("-page")
        for value in request.POST.getlist(name)
        if value
    }


def _check_session_object(match, named: set[str]) -> None:
    try:
        model = apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
    except LookupError:
        raise Http404 from None
    if issubclass(model, AbstractPage):
        named.add(str(match.kwargs["object_id"]))


def _check_translation(match) -> None:
    """A translation belongs to the factory whose page it translates."""
    from wagtail_localize.models import Translation, TranslationSource

    key = None
    if "translation_id" in match.kwargs:
        found = Translation.objects.filter(pk=match.kwargs["translation_id"])
        key = found.values_list("source__object_id", flat=True).first()
    elif "translation_source_id" in match.kwargs:
        found = TranslationSource.objects.filter(pk=match.kwargs["translation_source_id"])
        key = found.values_list("object_id", flat=True).first()
    else:
        return
    if key is None or not own_pages().filter(translation_key=key).exists():
        raise Http404


def _check_tags(match) -> None:
    if match.view_name == "wagtailadmin_tag_model_autocomplete" and (
        match.kwargs["app_name"],
        match.kwargs["model_name"],
    ) != ("library", "tag"):
        raise Http404


# ---------------------------------------------------------------- rights


def editors_here(user) -> int | None:
    """The group whose rights this user has on this host; None for everybody but CMS members."""
    factory = current_factory()
    if factory is None or role_of(user, factory) not in CMS_ROLES:
        return None
    return factory.editors_id


class HerePages(PagePermissionPolicy):
    """Rights on pages come from the role on this host, not from the groups of the account."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return GroupPagePermission.objects.none()
        rights = GroupPagePermission.objects.filter(group_id=editors_here(user))
        return rights.select_related("page", "permission")


class _HereCollections:
    """The same for what lies in collections."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return GroupCollectionPermission.objects.none()
        rights = GroupCollectionPermission.objects.filter(group_id=editors_here(user))
        return rights.select_related("permission", "collection")


class HereFiles(_HereCollections, CollectionOwnershipPermissionPolicy):
    """Pictures and documents."""


class HereCollections(_HereCollections, CollectionManagementPermissionPolicy):
    """Collections themselves."""


class HereRole(BasePermissionPolicy):
    """Members with one of these roles may do everything with the factory's rows of a model."""

    def __init__(self, model, *, roles: Iterable[str] = CMS_ROLES, refused: Iterable[str] = ()):
        super().__init__(model)
        self._roles = frozenset(roles)
        self._refused = frozenset(refused)

    def user_has_permission(self, user, action):
        if action in self._refused or not user.is_active:
            return False
        return user.is_superuser or role_of(user, current_factory()) in self._roles

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        factory = current_factory()
        own = factory is not None and instance.factory_id in (None, factory.pk)
        return own and self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return any(self.user_has_permission_for_instance(user, a, instance) for a in actions)

    def instances_user_has_any_permission_for(self, user, actions):
        manager = self.model._default_manager
        return manager.all() if self.user_has_any_permission(user, actions) else manager.none()

    def users_with_any_permission(self, actions):
        members = Membership.objects.filter(role__in=self._roles)
        return get_user_model().objects.filter(pk__in=members.values("user"))


def is_last_owner(membership: Membership) -> bool:
    """Whether the factory would be without an owner if this membership ended."""
    if membership.role != Membership.Role.OWNER or membership.pk is None:
        return False
    owners = Membership.objects.filter(role=Membership.Role.OWNER)
    return not owners.exclude(pk=membership.pk).exists()


def register_policies() -> None:
    """Put our policies in the place of Wagtail's."""
    register_permission_policy(Page, HerePages(Page))
    register_permission_policy(Collection, HereCollections(Collection), exact_class=True)
    files = (
        (get_image_model(), "wagtailimages.Image"),
        (get_document_model(), "wagtaildocs.Document"),
    )
    for model, rights_of in files:
        policy = HereFiles(model, auth_model=rights_of, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)
    register_permission_policy(
        Membership,
        HereRole(Membership, roles={Membership.Role.OWNER}, refused={"add"}),
    )
