"""The tenant, its hosts and its people, and the base of every row that belongs to a tenant."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from sites.tenancy.guard import scoped
from sites.tenancy.scope import current_factory_id


class Factory(models.Model):
    """A manufacturer: the tenant. Its store, people and rows hang on this one row."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        SUSPENDED = "suspended", _("suspended")

    slug = models.SlugField(max_length=63, unique=True)
    name = models.CharField(_("brand"), max_length=120)
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    country = models.CharField(_("country"), max_length=2)
    currency = models.CharField(_("currency"), max_length=3)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    languages = models.JSONField(_("languages"), default=list)
    theme = models.CharField(_("theme"), max_length=40, default="base")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    profile = models.JSONField(_("company profile"), default=dict, blank=True)
    site = models.OneToOneField(
        "wagtailcore.Site", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    editors = models.OneToOneField(
        "auth.Group", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("factory")
        verbose_name_plural = _("factories")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "suspended"]),
                name="tenancy_factory_known_status",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def source_language(self) -> str:
        """The language the factory writes in first."""
        return self.languages[0] if self.languages else settings.LANGUAGE_CODE


class Host(models.Model):
    """A host name that leads to a factory's store. Resolved before any scope exists."""

    factory = models.ForeignKey(Factory, on_delete=models.CASCADE, related_name="hosts")
    name = models.CharField(_("host name"), max_length=253)
    is_primary = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("host")
        constraints = [
            models.UniqueConstraint(Lower("name"), name="tenancy_host_unique_name"),
            models.UniqueConstraint(
                fields=["factory"],
                condition=models.Q(is_primary=True),
                name="tenancy_host_one_primary",
            ),
        ]

    def __str__(self):
        return self.name


def owned_manager(manager_class: type[models.Manager] = models.Manager) -> models.Manager:
    """A manager that shows the scope's rows only and raises ``ScopeError`` without a scope."""
    return scoped(manager_class)()


class FactoryOwned(models.Model):
    """A row of one factory. Its ``factory`` is the scope's unless said otherwise."""

    factory = models.ForeignKey(
        Factory,
        on_delete=models.CASCADE,
        related_name="+",
        default=current_factory_id,
        editable=False,
    )

    objects = owned_manager()

    class Meta:
        abstract = True


class Membership(FactoryOwned):
    """Someone who works for a factory, with one role there."""

    class Role(models.TextChoices):
        OWNER = "owner", _("Owner")
        MARKETER = "marketer", _("Marketer")
        SALES = "sales", _("Sales")
        PRODUCTION = "production", _("Production")
        WAREHOUSE = "warehouse", _("Warehouse")
        FINANCE = "finance", _("Finance")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "user"], name="tenancy_membership_unique_user"
            ),
        ]

    def __str__(self):
        return f"{self.user} ({self.get_role_display()})"
