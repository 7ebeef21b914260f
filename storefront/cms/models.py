"""The pages of a store and its brand. A page's factory follows from the root it hangs under."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Collection, Page, PreviewableMixin
from wagtail.search import index

from sites.tenancy.models import FactoryOwned, owned_manager
from sites.tenancy.scope import current_factory
from storefront import formats
from storefront.cms.blocks import FOOTER, SECTIONS
from themes.engine.manifest import CHOICES


def _url_parts(path: str):
    """Site, root address and path in the store of the factory in scope; None without one."""
    factory = current_factory()
    if factory is None or factory.site_id is None:
        return None
    address = f"{settings.PUBLIC_SCHEME}://{factory.site.hostname}{settings.PUBLIC_PORT}"
    return factory.site_id, address, path


class StoreRoot(Page):
    """The hidden page above a store's home pages, one for each language."""

    factory = models.OneToOneField(
        "tenancy.Factory", on_delete=models.PROTECT, related_name="+", editable=False
    )
    collection = models.ForeignKey(
        Collection, on_delete=models.PROTECT, related_name="+", editable=False
    )

    is_creatable = False
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.HomePage"]
    preview_modes = []

    class Meta:
        verbose_name = _("store")
        verbose_name_plural = _("stores")

    def get_url_parts(self, request=None):
        """The store's front door."""
        return _url_parts("/") or super().get_url_parts(request)


class StorePage(Page):
    """What all pages of a store have: a lead, sections, an address under their language."""

    intro = models.TextField(_("lead"), blank=True)
    body = StreamField(SECTIONS, verbose_name=_("sections"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]
    show_in_menus_default = False

    class Meta:
        abstract = True

    @property
    def path_on_host(self) -> str:
        """The address without the host. A home page's slug is its language, so nothing is asked."""
        return "/" + self.url_path.split("/", 2)[2]

    def get_url_parts(self, request=None):
        """Site, root address and path: from the factory in scope, not from a table of all sites."""
        return _url_parts(self.path_on_host) or super().get_url_parts(request)

    def serve(self, request, *args, **kwargs):
        from storefront.cms.pages import respond

        return respond(request, self)

    def serve_preview(self, request, mode_name):
        return self.serve(request)

    def _get_dummy_header_url(self, original_request=None):
        # The very host that the editor is on: another one would be another store's.
        if original_request is not None:
            return original_request.build_absolute_uri(self.path_on_host)
        return super()._get_dummy_header_url(original_request)


class HomePage(StorePage):
    """The front page of a store in one language, with the footer of all its pages."""

    footer = StreamField(FOOTER, verbose_name=_("footer"), blank=True, max_num=5)

    is_creatable = False
    parent_page_types = ["cms.StoreRoot"]
    subpage_types = [
        "cms.ContentPage",
        "cms.ProductsPage",
        "cms.QuickOrderPage",
        "cms.EnquiryPage",
        "cms.NewsIndexPage",
    ]
    content_panels = [*Page.content_panels, FieldPanel("body"), FieldPanel("footer")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_admin_display_title(self):
        return f"{super().get_admin_display_title()} · {formats.language_name(self.slug)}"

    def save(self, *args, **kwargs):
        # The address of every page below begins with it.
        self.slug = self.locale.language_code
        super().save(*args, **kwargs)


class ContentPage(StorePage):
    """A page of sections: capabilities, quality, our factory, terms, privacy."""

    parent_page_types = ["cms.HomePage", "cms.ContentPage"]
    subpage_types = ["cms.ContentPage"]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")


class ProductsPage(StorePage):
    """The product range: all categories, then sections."""

    parent_page_types = ["cms.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("products page")
        verbose_name_plural = _("products pages")


class QuickOrderPage(StorePage):
    """Part numbers and quantities in one go."""

    parent_page_types = ["cms.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("quick order page")
        verbose_name_plural = _("quick order pages")


class EnquiryPage(StorePage):
    """A form for the sales desk: a request for a quote, or a question."""

    class Kind(models.TextChoices):
        QUOTE = "quote", _("Request for a quote")
        CONTACT = "contact", _("Question")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.QUOTE)

    parent_page_types = ["cms.HomePage"]
    subpage_types = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("enquiry page")
        verbose_name_plural = _("enquiry pages")


class NewsIndexPage(StorePage):
    """The news, newest first."""

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")


class NewsPage(StorePage):
    """A dated post."""

    date = models.DateField(_("date"))
    picture = models.ForeignKey(
        "library.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )

    parent_page_types = ["cms.NewsIndexPage"]
    subpage_types = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("intro"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        indexes = [models.Index(fields=["-date"], name="cms_newspage_newest")]


_colour = RegexValidator(r"^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", _("Write a colour as #1B4F72."))


def _choices(part: str):
    return [(value, value.replace("_", " ")) for value in CHOICES[part]]


class OwnSiteManager(models.Manager):
    """The rows of the site of the factory in scope; none without a scope."""

    def get_queryset(self):
        factory = current_factory()
        rows = super().get_queryset()
        return rows.filter(site_id=factory.site_id) if factory else rows.none()


class MovedPage(Redirect):
    """A redirect of this store; Wagtail's own table, seen through the factory's site."""

    objects = OwnSiteManager()

    panels = [
        FieldPanel("old_path"),
        FieldPanel("redirect_page"),
        FieldPanel("redirect_link"),
        FieldPanel("is_permanent"),
    ]

    class Meta:
        proxy = True
        verbose_name = _("moved address")
        verbose_name_plural = _("moved addresses")

    def clean(self):
        super().clean()
        if MovedPage.objects.filter(old_path=self.old_path).exclude(pk=self.pk).exists():
            raise ValidationError({"old_path": _("This address is in the list already.")})

    def save(self, *args, **kwargs):
        self.site_id = current_factory().site_id
        super().save(*args, **kwargs)


class Brand(PreviewableMixin, FactoryOwned):
    """How a store looks: its answers to the theme's questions. One for each factory."""

    class Scheme(models.TextChoices):
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")
        AUTO = "auto", _("As the visitor's device")

    class Corner(models.TextChoices):
        SQUARE = "square", _("Square")
        SOFT = "soft", _("Soft")
        ROUND = "round", _("Round")

    class Density(models.TextChoices):
        AIRY = "airy", _("Airy")
        REGULAR = "regular", _("Regular")
        COMPACT = "compact", _("Compact")

    logo = models.ForeignKey(
        "library.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    primary = models.CharField(_("brand colour"), max_length=7, blank=True, validators=[_colour])
    accent = models.CharField(_("accent colour"), max_length=7, blank=True, validators=[_colour])
    scheme = models.CharField(
        _("light or dark"), max_length=8, choices=Scheme.choices, default=Scheme.LIGHT
    )
    corner = models.CharField(_("corners"), max_length=8, choices=Corner.choices, blank=True)
    density = models.CharField(_("spacing"), max_length=8, choices=Density.choices, blank=True)
    header = models.CharField(_("header"), max_length=16, choices=_choices("header"), blank=True)
    hero = models.CharField(
        _("opening of the home page"), max_length=16, choices=_choices("hero"), blank=True
    )
    card = models.CharField(_("product cards"), max_length=16, choices=_choices("card"), blank=True)
    footer = models.CharField(_("footer"), max_length=16, choices=_choices("footer"), blank=True)
    gallery = models.CharField(
        _("product pictures"), max_length=16, choices=_choices("gallery"), blank=True
    )
    shelf = models.CharField(
        _("product shelves"), max_length=16, choices=_choices("shelf"), blank=True
    )

    objects = owned_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("logo"), FieldPanel("tagline")],
            heading=_("Brand"),
        ),
        MultiFieldPanel(
            [FieldPanel("primary"), FieldPanel("accent"), FieldPanel("scheme")],
            heading=_("Colours"),
            help_text=_("Empty: the theme's own. Colours that cannot be read are refused."),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "corner",
                    "density",
                    "header",
                    "hero",
                    "card",
                    "footer",
                    "gallery",
                    "shelf",
                )
            ],
            heading=_("Shape"),
            help_text=_("Empty: as the theme."),
        ),
    ]

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brand")
        constraints = [models.UniqueConstraint(fields=["factory"], name="cms_brand_one_each")]

    def __str__(self):
        return str(_("Brand"))

    @cached_property
    def answers(self) -> dict[str, str]:
        """The record as the theme engine reads it; empty answers are left out."""
        names = ("primary", "accent", "scheme", "corner", "density", *CHOICES)
        return {name: value for name in names if (value := getattr(self, name))}

    def clean(self):
        """Refuse a colour that cannot be read, naming the nearest that can."""
        super().clean()
        from storefront.cms.style import check_answers

        self.__dict__.pop("answers", None)
        factory = current_factory()
        problems = check_answers(factory.theme if factory else "base", self.answers)
        if problems:
            raise ValidationError(problems)

    def serve_preview(self, request, mode_name):
        from storefront.cms.pages import respond_with_brand

        return respond_with_brand(request, self)

    def _get_dummy_header_url(self, original_request=None):
        if original_request is not None:
            return original_request.build_absolute_uri(f"/{current_factory().source_language}/")
        return super()._get_dummy_header_url(original_request)
