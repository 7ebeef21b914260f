"""The frame around every screen of the portal: brand, menu by role, language, messages."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from factory_portal.portal import tables
from factory_portal.portal.areas import AREAS, sees
from sites.tenancy.models import Membership
from sites.tenancy.permissions import CMS_ROLES, role_of


@dataclass(frozen=True, kw_only=True)
class MenuLink:
    """An entry of the menu."""

    text: str
    url: str
    icon: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What the layout shows besides the screen itself."""

    brand: str
    language: str
    direction: str
    person: str = ""
    role: str = ""
    menu: tuple[MenuLink, ...] = ()
    doors: tuple[MenuLink, ...] = ()


def frame(request: HttpRequest, area: str = "") -> Frame:
    """The frame for the member who asks; bare for everybody else."""
    role = role_of(request.user, request.factory)
    if role is None:
        return Frame(brand=request.factory.name, language=_language(), direction=_direction())
    return Frame(
        brand=request.factory.name,
        language=_language(),
        direction=_direction(),
        person=request.user.get_short_name(),
        role=str(Membership.Role(role).label),
        menu=tuple(
            MenuLink(
                text=str(one.label),
                url=reverse(one.url_name),
                icon=one.icon,
                current=one.key == area,
            )
            for one in AREAS.values()
            if one.in_menu and sees(role, one.key)
        ),
        doors=_doors(role, request.factory),
    )


def screen(
    request: HttpRequest, template: str, *, area: str, title: str, status: int = 200, **values
) -> HttpResponse:
    """Answer with a screen of the portal."""
    return render(
        request,
        f"portal/{template}",
        {"frame": frame(request, area), "area": area, "title": title, **values},
        status=status,
    )


def list_screen(
    request: HttpRequest, spec: tables.ListSpec, *, area: str, title: str, **values
) -> HttpResponse:
    """Answer with a list: as a page, or as the CSV file that its address asks for."""
    if tables.wants_csv(request):
        return tables.csv_response(request, spec)
    template = values.pop("template", "list.html")
    return screen(
        request,
        template,
        area=area,
        title=title,
        listing=tables.listing(request, spec),
        **values,
    )


def refused(request: HttpRequest) -> HttpResponse:
    """Say that this part of the portal belongs to another role."""
    return screen(request, "refused.html", area="", title=_("Not your area"), status=403)


def _doors(role: str, factory) -> tuple[MenuLink, ...]:
    store = MenuLink(text=_("Store"), url=f"/{factory.source_language}/", icon="store")
    if role not in CMS_ROLES:
        return (store,)
    return (MenuLink(text=_("Website editor"), url="/cms/", icon="file-text"), store)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _direction() -> str:
    return "rtl" if get_language_bidi() else "ltr"
