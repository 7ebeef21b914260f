"""From sign-up to an open store, all or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from pycountry import countries, currencies

from factory_portal.inventory.models import Warehouse
from factory_portal.production.actions import open_calendar
from factory_portal.production.models import WorkCentre
from factory_portal.production.queries import local_day
from media.library.models import Picture
from sites.accounts.models import handle
from sites.events.actions import record
from sites.launch import rules
from sites.launch.loading.load import Loaded, Terms, known, load
from sites.launch.loading.pictures import Shelf, take_in
from sites.launch.reading.checks import Known
from sites.launch.reading.complaints import Complaint, Complaints, Unreadable, Word, gettext_noop
from sites.launch.reading.folders import Reading, read_folder, read_sources
from sites.launch.reading.grids import MAX_FILE_BYTES, Source, too_large
from sites.launch.reading.moving import moved, whole_weeks
from sites.launch.reading.rows import FactoryFiles, Profile
from sites.tenancy.models import Factory, Host, Membership
from sites.tenancy.scope import current_factory, factory_scope
from storefront.catalogue.actions import open_catalogue
from storefront.cms.actions import build_site, dress_pages
from storefront.cms.copy import BadCopy, PagesCopy
from storefront.cms.copy import read as read_copy
from storefront.cms.models import StoreRoot
from storefront.partner.actions import own_partner
from storefront.payment.models import SourceType
from storefront.pricing.models import PriceList
from storefront.shipping.models import OrderAndItemCharges
from themes.engine.manifest import installed

DEFAULT_TERMS = ("30 % deposit, 70 % before shipment", "100 % in advance")
DEFAULT_INCOTERMS = ("EXW", "FCA", "FOB")
DEFAULT_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri")


class SlugTaken(Exception):
    """Another store answers at this address."""

    def __init__(self, slug: str) -> None:
        super().__init__(_("The address “%(slug)s” is taken.") % {"slug": slug})


class SlugReserved(Exception):
    """The platform keeps this address for itself, or it cannot be an address at all."""

    def __init__(self, slug: str, *, why: str = "") -> None:
        super().__init__(why or _("The address “%(slug)s” is reserved.") % {"slug": slug})


class LanguageUnknown(Exception):
    """The platform does not speak this language."""

    def __init__(self, code: str) -> None:
        known_codes = ", ".join(code for code, _name in settings.LANGUAGES)
        super().__init__(
            _("The language “%(code)s” is not known. Known are: %(known)s.")
            % {"code": code, "known": known_codes}
        )


class ThemeUnknown(Exception):
    """No theme of this name is installed."""

    def __init__(self, name: str) -> None:
        super().__init__(_("There is no theme “%(name)s”.") % {"name": name})


class AnswerUnknown(Exception):
    """A country, currency or e-mail address that does not exist."""


class BadFiles(Exception):
    """Files with faults: nothing was written. ``complaints`` name them row by row."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(translated(complaint) for complaint in complaints)
        super().__init__("\n".join(str(complaint) for complaint in self.complaints))


def translated(complaint: Complaint) -> Complaint:
    """A complaint in the reader's language; what the sender wrote stays as it is."""
    params = {
        name: _(value) if isinstance(value, Word) else value
        for name, value in complaint.params.items()
    }
    return replace(complaint, template=_(complaint.template), params=params)


@dataclass(frozen=True, kw_only=True)
class LaunchRequest:
    """What a store needs to open. Files may be uploads, open files or paths."""

    name: str
    slug: str
    theme: str
    country: str
    languages: Sequence[str]
    currency: str
    owner_email: str
    password: str = ""
    catalogue: Any = None
    stock: Any = None
    capacity: Any = None
    reading: Reading | None = None
    pictures: Path | None = None
    buyers_password: str = ""
    time_zone: str = ""
    legal_name: str = ""
    profile: dict = field(default_factory=dict)


def launch(request: LaunchRequest) -> Factory:
    """Open a store: its host, people, site, warehouse, work centre and whatever was sent.

    Every refusal (``SlugTaken``, ``AnswerUnknown``, ``BadFiles`` …) leaves no trace.
    """
    slug = _free_slug(request.slug)
    _check_languages(request.languages)
    if request.theme not in {theme.id for theme in installed()}:
        raise ThemeUnknown(request.theme)
    _check_answers(request)
    reading = request.reading or _read(request)
    if reading.refused:
        raise BadFiles(reading.refusals)
    copies = _copies(request.languages, reading.files)
    stored: list[str] = []
    try:
        with transaction.atomic():
            return _open(replace(request, slug=slug), reading.files, copies, stored)
    except BaseException:
        # The database forgets by itself; files on a disk or in a bucket do not.
        for name in stored:
            Picture._meta.get_field("file").storage.delete(name)
        raise


def launch_folder(
    folder: Path,
    *,
    owner_email: str,
    password: str = "",
    as_of: date | None = None,
    **more: Any,
) -> Factory:
    """Open the store that a factory's folder describes; what is given wins over its profile.

    With ``as_of`` the files are taken as if they had been written in that week.
    """
    reading = read_folder(folder)
    if reading.refused:
        raise BadFiles(reading.refusals)
    profile = reading.files.profile
    if profile is None:
        notes = Complaints()
        notes.add("profile.toml", gettext_noop("The file is missing."))
        raise BadFiles(notes.found)
    if as_of and profile.data_date:
        by = whole_weeks(profile.data_date, as_of)
        reading = replace(reading, files=moved(reading.files, by))
    terms = terms_of(profile) | {name: value for name, value in more.items() if value}
    return launch(
        LaunchRequest(owner_email=owner_email, password=password, reading=reading, **terms)
    )


def terms_of(profile: Profile) -> dict[str, Any]:
    """A profile as the answers of a launch; the language it is written in comes first."""
    return {
        "name": profile.brand,
        "slug": profile.slug,
        "theme": profile.theme,
        "country": profile.country,
        "languages": list(dict.fromkeys((profile.source_language, *profile.languages))),
        "currency": profile.currency,
        "legal_name": profile.legal_name,
        "time_zone": profile.time_zone,
        "profile": plain(profile.document),
    }


@transaction.atomic
def import_files(files: Sequence[Any], *, pictures: Path | None = None) -> Loaded:
    """Load files into the factory in scope, which may refer to what it has; ``BadFiles`` if not."""
    reading = read_sources(_sources(files), known=known())
    if reading.refused:
        raise BadFiles(reading.refusals)
    factory = current_factory()
    collection = StoreRoot.objects.get(factory=factory).collection
    return load(reading.files, Terms(pictures=pictures, collection=collection))


# ── Before anything is written ───────────────────────────────────────────────────────────────


def _free_slug(slug: str) -> str:
    try:
        plain_slug = rules.address_part(slug)
    except rules.Reserved:
        raise SlugReserved(slug) from None
    except rules.NotAnAddress:
        raise SlugReserved(
            slug,
            why=_(
                "“%(slug)s” cannot be an address: use small letters, digits and hyphens, "
                "not only digits."
            )
            % {"slug": slug},
        ) from None
    if (
        Factory.objects.filter(slug=plain_slug).exists()
        or Host.objects.filter(name=host_of(plain_slug)).exists()
    ):
        raise SlugTaken(plain_slug)
    return plain_slug


def host_of(slug: str) -> str:
    """The host name that a store gets from the platform."""
    return f"{slug}.{settings.PLATFORM_HOST}"


def _check_languages(languages: Sequence[str]) -> None:
    spoken = {code for code, _name in settings.LANGUAGES}
    for code in languages or [""]:
        if code not in spoken:
            raise LanguageUnknown(code)


def _check_answers(request: LaunchRequest) -> None:
    if countries.get(alpha_2=request.country) is None:
        raise AnswerUnknown(
            _("There is no country “%(code)s”: write its two letters, such as CN.")
            % {"code": request.country}
        )
    if currencies.get(alpha_3=request.currency) is None:
        raise AnswerUnknown(
            _("There is no currency “%(code)s”: write its three letters, such as USD.")
            % {"code": request.currency}
        )
    try:
        validate_email(request.owner_email)
    except ValidationError:
        raise AnswerUnknown(
            _("“%(email)s” is not an e-mail address.") % {"email": request.owner_email}
        ) from None


def _sources(files: Iterable[Any]) -> list[Source]:
    """Uploads, open files and paths as plain bytes with a name."""
    sources = []
    for file in files:
        try:
            if isinstance(file, Source):
                sources.append(file)
                continue
            if isinstance(file, str | Path):
                sources.append(Source.at(Path(file)))
                continue
            if getattr(file, "size", 0) > MAX_FILE_BYTES:
                raise too_large(file.name, file.size)
            file.seek(0)
            sources.append(Source(Path(file.name).name, file.read(MAX_FILE_BYTES + 1)))
        except Unreadable as error:
            raise BadFiles([error.complaint]) from None
    return sources


def _read(request: LaunchRequest) -> Reading:
    files = [file for file in (request.catalogue, request.stock, request.capacity) if file]
    return read_sources(_sources(files), known=Known())


def _copies(languages: Sequence[str], files: FactoryFiles) -> list[PagesCopy]:
    """The store's words in each of its languages; gaps are filled when the pages are made."""
    sent = {}
    for page in files.pages:
        try:
            sent[page.language] = read_copy(page.text, source=page.file)
        except BadCopy as fault:
            notes = Complaints()
            notes.add(page.file, "%(fault)s", fault=str(fault))
            raise BadFiles(notes.found) from None
    return [sent.get(code) or PagesCopy(language=code) for code in languages]


def plain(value: Any) -> Any:
    """A profile as JSON keeps it: dates as text, exact numbers as text."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


# ── Inside the transaction ───────────────────────────────────────────────────────────────────


def _open(
    request: LaunchRequest, files: FactoryFiles, copies: Sequence[PagesCopy], stored: list[str]
) -> Factory:
    factory = _factory(request)
    owner = _owner(request)
    build_site(factory=factory, host=host_of(request.slug), copies=copies)
    with factory_scope(factory):
        Membership.objects.create(user=owner, role=Membership.Role.OWNER)
        _furnish(factory, files)
        collection = StoreRoot.objects.get(factory=factory).collection
        terms = Terms(
            pictures=request.pictures,
            collection=collection,
            buyers_password=request.buyers_password,
            stored=stored,
        )
        load(files, terms)
        _dress(factory, files, terms)
        record("factory.launched", slug=factory.slug)
    return factory


def _factory(request: LaunchRequest) -> Factory:
    profile = {
        "incoterms": list(DEFAULT_INCOTERMS),
        "payment": {"terms": list(DEFAULT_TERMS), "quotation_valid_days": 30},
        "working_week": list(DEFAULT_WEEK),
    } | request.profile
    contact = profile.get("contact") or {}
    email = contact.get("email") or contact.get("sales_desk") or request.owner_email
    profile["contact"] = {**contact, "email": email}
    try:
        # Two launches at the same moment: the database decides who has the address.
        with transaction.atomic():
            factory = Factory.objects.create(
                slug=request.slug,
                name=request.name,
                legal_name=request.legal_name or request.name,
                country=request.country,
                currency=request.currency,
                languages=list(request.languages),
                theme=request.theme,
                time_zone=request.time_zone or time_zone_of(request.country),
                profile=profile,
            )
            Host.objects.create(factory=factory, name=host_of(request.slug), is_primary=True)
    except IntegrityError:
        raise SlugTaken(request.slug) from None
    return factory


def time_zone_of(country: str) -> str:
    """The zone of a country that has one; UTC where the factory has to say."""
    from babel.core import get_global

    zones = get_global("territory_zones").get(country, ())
    return zones[0] if len(zones) == 1 else COMMON_ZONES.get(country, "UTC")


COMMON_ZONES = {
    "CN": "Asia/Shanghai",
    "PT": "Europe/Lisbon",
    "ES": "Europe/Madrid",
    "DE": "Europe/Berlin",
    "MY": "Asia/Kuala_Lumpur",
    "UZ": "Asia/Tashkent",
}
"""Where nearly all factories of a country with several zones are."""


def _owner(request: LaunchRequest) -> Any:
    """The member who opens the store; an account that exists keeps its password."""
    users = get_user_model().objects
    name = handle(request.owner_email, None)
    return users.filter(username=name).first() or users.create_user(
        request.owner_email, request.password or None
    )


def _furnish(factory: Factory, files: FactoryFiles) -> None:
    """What a store needs before the first file: category root, partner, prices, places, ways."""
    open_catalogue()
    own_partner()
    if not (files.profile and files.profile.price_lists):
        PriceList.objects.create(
            code="PUBLIC", name="Public", currency=factory.currency, is_default=True
        )
    if not (files.profile and files.profile.warehouses):
        Warehouse.objects.create(code="MAIN", name="Main warehouse", country=factory.country)
    if not files.work_centres:
        centre = WorkCentre.objects.create(
            code="MAIN",
            name="Workshop",
            shifts="08:00-17:00",
            break_minutes=60,
            working_days=",".join(factory.profile["working_week"]),
            time_zone=factory.time_zone,
        )
        open_calendar([centre], first=local_day())
    SourceType.objects.bulk_create(
        [
            SourceType(name="Bank transfer", code="bank-transfer"),
            SourceType(name="Card", code="card"),
        ]
    )
    OrderAndItemCharges.objects.create(
        code="ex-works", name="Ex works", price_per_order=0, price_per_item=0
    )


def _dress(factory: Factory, files: FactoryFiles, terms: Terms) -> None:
    """The opening picture and the factory floor, when a folder of pictures has them."""
    if not (terms.pictures and terms.collection):
        return
    shown = {name for family in files.families for name in family.images}
    found = [path.parent for path in terms.pictures.rglob("*") if path.name in shown]
    if not found:
        return
    taken = take_in(
        {"hero-1.jpg", "factory-floor.jpg"},
        Shelf(terms.pictures, terms.collection, terms.stored),
        within=found[0],
    )
    hero, floor = taken.get("hero-1.jpg"), taken.get("factory-floor.jpg")
    dress_pages(factory=factory, hero=hero.pk if hero else None, floor=floor.pk if floor else None)
