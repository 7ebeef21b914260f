"""Who works here: inviting, changing roles, letting go. And one's own account."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from sites.accounts.models import User, handle
from sites.tenancy.models import Membership
from sites.tenancy.permissions import CMS_ROLES
from sites.tenancy.scope import current_factory
from storefront.communication import letters


class AlreadyMember(Exception):
    """The person works here already."""


class LastOwner(Exception):
    """A factory keeps at least one owner."""


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """Whom the owner invites, and to do what."""

    email: str
    role: str
    first_name: str = ""
    last_name: str = ""
    language: str = ""


@transaction.atomic
def invite(invitation: Invitation, *, by: User) -> Membership:
    """Make someone a member; a new person gets a link to set a password, a known one a notice."""
    user = (
        get_user_model()
        .objects.select_for_update()
        .filter(username=handle(invitation.email, None))
        .first()
    )
    if user is None:
        user = get_user_model().objects.create_user(
            invitation.email,
            first_name=invitation.first_name,
            last_name=invitation.last_name,
            language=invitation.language,
        )
    if Membership.objects.filter(user=user).exists():
        raise AlreadyMember
    membership = Membership.objects.create(user=user, role=invitation.role)
    _open_editor(membership)
    path = password_path(user) if not user.has_usable_password() else reverse("portal:today")
    letters.send(
        "portal/mails/invitation",
        to=user.email,
        language=user.language,
        path=path,
        inviter=str(by),
        membership=membership,
    )
    return membership


@transaction.atomic
def change_role(membership_id: int, *, role: str) -> Membership:
    """Give a member another role; the last owner stays one."""
    membership = _locked(membership_id)
    if membership.role == Membership.Role.OWNER and role != Membership.Role.OWNER:
        _spare_last_owner()
    membership.role = role
    membership.save(update_fields=["role"])
    _open_editor(membership)
    return membership


@transaction.atomic
def let_go(membership_id: int) -> Membership:
    """End a membership; what the person did stays on record."""
    membership = _locked(membership_id)
    if membership.role == Membership.Role.OWNER:
        _spare_last_owner()
    if current_factory().editors:
        membership.user.groups.remove(current_factory().editors)
    membership.delete()
    return membership


@transaction.atomic
def send_password_link(email: str) -> None:
    """Mail a member a link to set a new password; say nothing to strangers."""
    user = get_user_model().objects.filter(username=handle(email, None), is_active=True).first()
    if user is None or not Membership.objects.filter(user=user).exists():
        return
    letters.send(
        "portal/mails/password",
        to=user.email,
        language=user.language,
        path=password_path(user),
    )


def password_path(user: User) -> str:
    """The address at which this person, and nobody else, sets a password."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("portal:set-password", args=[uid, token])


def _locked(membership_id: int) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)).select_related("user").order_by("pk")
    # All owners are locked, so that two of them cannot demote each other at once.
    list(rows.filter(role=Membership.Role.OWNER))
    return rows.get(pk=membership_id)


def _spare_last_owner() -> None:
    if Membership.objects.filter(role=Membership.Role.OWNER).count() < 2:
        raise LastOwner


def _open_editor(membership: Membership) -> None:
    editors = current_factory().editors
    if editors is None:
        return
    if membership.role in CMS_ROLES:
        membership.user.groups.add(editors)
    else:
        membership.user.groups.remove(editors)
