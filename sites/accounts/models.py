"""People. Members are known to the platform; a buyer is known to one store only.

The same e-mail address at two stores is two accounts, and neither store learns of the other.
"""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


def handle(email: str, factory_id: int | None) -> str:
    """The unique name an account signs in by: the address within its store or the platform."""
    return f"{factory_id or 'platform'}:{email.strip().lower()}"


class UserManager(BaseUserManager):
    """Accounts by the door they belong to."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields):
        """An account of the platform, or of one store when ``factory`` is given."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields):
        """An operator of the platform."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """An account: an operator or member (no factory), or a buyer of one factory's store."""

    username = models.CharField(max_length=300, unique=True, blank=True)
    factory = models.ForeignKey(
        "tenancy.Factory",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        editable=False,
    )
    email = models.EmailField(_("e-mail address"))
    first_name = models.CharField(_("first name"), max_length=150, blank=True)
    last_name = models.CharField(_("last name"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    is_staff = models.BooleanField(_("operator"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(
                Lower("email"), "factory", name="accounts_user_unique_email_per_store"
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(factory__isnull=True),
                name="accounts_user_unique_email_on_platform",
            ),
            models.CheckConstraint(
                condition=models.Q(factory__isnull=True)
                | models.Q(is_staff=False, is_superuser=False),
                name="accounts_user_buyers_operate_nothing",
            ),
        ]

    def __str__(self):
        return self.get_full_name() or self.email

    def save(self, *args, **kwargs):
        self.username = handle(self.email, self.factory_id)
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        """First and last name, or nothing."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_username(self) -> str:
        """What screens call someone without a name; the handle is for the database."""
        return self.email

    def natural_key(self):
        """What dumps know an account by."""
        return (self.username,)

    def get_short_name(self) -> str:
        """What a greeting calls the person."""
        return self.first_name or self.email
