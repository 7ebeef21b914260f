"""Who may see and do what in the portal: one table, read by the menu and by every view."""

from dataclasses import dataclass
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sites.tenancy.permissions import ALL_ROLES, Role, role_required


@dataclass(frozen=True, kw_only=True)
class Area:
    """A part of the portal. ``see`` may read it, ``do`` may change things; the owner always may."""

    key: str
    label: str
    icon: str
    url_name: str
    see: frozenset[str]
    do: frozenset[str] = frozenset()
    in_menu: bool = True


def _area(key, label, icon, *, see=(), do=(), in_menu=True) -> Area:
    return Area(
        key=key,
        label=label,
        icon=icon,
        url_name=f"portal:{key}",
        see=frozenset(see) | frozenset(do) | {Role.OWNER},
        do=frozenset(do) | {Role.OWNER},
        in_menu=in_menu,
    )


AREAS = {
    area.key: area
    for area in (
        _area("today", _("Today"), "layout-dashboard", see=ALL_ROLES),
        _area(
            "orders",
            _("Orders"),
            "clipboard-list",
            see=(Role.PRODUCTION, Role.WAREHOUSE, Role.FINANCE),
            do=(Role.SALES,),
        ),
        _area(
            "enquiries", _("Enquiries"), "message-square", see=(Role.MARKETER,), do=(Role.SALES,)
        ),
        _area(
            "production",
            _("Production"),
            "factory",
            see=(Role.SALES, Role.WAREHOUSE),
            do=(Role.PRODUCTION,),
        ),
        _area(
            "stock",
            pgettext_lazy("goods in the warehouse", "Stock"),
            "boxes",
            see=(Role.SALES, Role.PRODUCTION),
            do=(Role.WAREHOUSE,),
        ),
        _area("shipments", _("Shipments"), "truck", see=(Role.SALES,), do=(Role.WAREHOUSE,)),
        _area("money", _("Money"), "wallet", see=(Role.SALES,), do=(Role.FINANCE,)),
        _area("members", _("Members"), "users"),
        _area("account", _("My account"), "settings", see=ALL_ROLES, do=ALL_ROLES, in_menu=False),
    )
}


def sees(role: str, area: str) -> bool:
    """Whether the role may read this area."""
    return role in AREAS[area].see


def does(role: str, area: str) -> bool:
    """Whether the role may change things in this area."""
    return role in AREAS[area].do


def reads(area: str):
    """Let a view be used by the roles that see the area, in the member's own language."""
    return _guard(AREAS[area].see)


def writes(area: str):
    """Let a view be used by the roles that work in the area, in the member's own language."""
    return _guard(AREAS[area].do)


def _guard(roles: frozenset[str]):
    def decorate(view):
        @wraps(view)
        def in_own_language(request, *args, **kwargs):
            language = request.user.language or request.LANGUAGE_CODE
            with translation.override(language):
                request.LANGUAGE_CODE = language
                response = view(request, *args, **kwargs)
            response.headers["Content-Language"] = language
            response.headers.setdefault("Cache-Control", "private, no-store")
            return response

        only_roles = role_required(*roles)(in_own_language)

        @wraps(view)
        def guarded(request, *args, **kwargs):
            try:
                return only_roles(request, *args, **kwargs)
            except PermissionDenied:
                from factory_portal.portal.shell import refused

                return refused(request)

        guarded.allowed_roles = only_roles.allowed_roles
        return guarded

    return decorate
