"""What a member may do, by role."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied

from sites.tenancy.models import Membership

Role = Membership.Role
ALL_ROLES = frozenset(Role.values)
CMS_ROLES = frozenset({Role.OWNER, Role.MARKETER})


def role_of(user, factory) -> str | None:
    """The user's role in the factory in scope; None for everybody else, once per request."""
    if factory is None or not user.is_authenticated or user.factory_id is not None:
        return None
    known = user.__dict__.setdefault("_roles", {})
    if factory.pk not in known:
        membership = Membership.objects.filter(user=user).only("role").first()
        known[factory.pk] = membership.role if membership else None
    return known[factory.pk]


def role_required(*roles: str):
    """Let a view be used by members with one of these roles; the owner always passes.

    A stranger is sent to the members' sign-in; a member without the role is refused.
    """
    allowed = frozenset(roles) | {Role.OWNER}

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            role = role_of(request.user, request.factory)
            if role is None:
                return redirect_to_login(request.get_full_path(), "/portal/sign-in/")
            if role not in allowed:
                raise PermissionDenied
            request.role = role
            return view(request, *args, **kwargs)

        guarded.allowed_roles = allowed
        return guarded

    return decorate


def member_required(view):
    """Let a view be used by every member of the factory."""
    return role_required(*ALL_ROLES)(view)
