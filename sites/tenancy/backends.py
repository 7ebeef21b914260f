"""Who may sign in where: members and operators by their platform account, buyers by the store's."""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission

from sites.accounts.models import handle
from sites.tenancy.models import Membership
from sites.tenancy.permissions import CMS_ROLES, role_of
from sites.tenancy.scope import current_factory
from sites.tenancy.throttle import note_failed_sign_in, sign_in_is_closed


class DoorBackend(ModelBackend):
    """Accounts that belong to the host being visited; everyone else does not exist here."""

    def authenticate(
        self, request, username=None, password=None, *, email=None, audience="member", **kwargs
    ):
        """Check a password at this host's door; ``audience`` is ``member`` or ``buyer``."""
        User = get_user_model()
        email = email or username
        factory = getattr(request, "factory", None) or current_factory()
        if not email or password is None or (audience == "buyer" and factory is None):
            return None
        account = handle(email, factory.pk if audience == "buyer" else None)
        if sign_in_is_closed(request, account):
            return None
        user = User.objects.filter(username=account).first()
        if user is None:
            User().set_password(password)  # the same work as for a known address
        elif (
            user.check_password(password)
            and self.user_can_authenticate(user)
            and self._belongs(user, factory)
        ):
            return user
        note_failed_sign_in(request, account)
        return None

    def get_user(self, user_id):
        """The signed-in account, unless it has no business at this host."""
        user = super().get_user(user_id)
        return user if user and self._belongs(user, current_factory()) else None

    def _get_group_permissions(self, user_obj):
        """Rights in the CMS follow the role on this host, not the groups of the account."""
        factory = current_factory()
        if factory is None or role_of(user_obj, factory) not in CMS_ROLES:
            return Permission.objects.none()
        return Permission.objects.filter(group=factory.editors_id)

    @staticmethod
    def _belongs(user, factory) -> bool:
        if user.factory_id is not None:
            return factory is not None and user.factory_id == factory.pk
        if factory is None or user.is_superuser:
            return True
        membership = Membership.objects.filter(user=user).only("role").first()
        user._roles = {factory.pk: membership.role if membership else None}
        return membership is not None
