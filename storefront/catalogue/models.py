"""The catalogue: families and their SKUs, categories, attributes, pictures, papers, packing.

A family is Oscar's parent product, a SKU its child or a standalone product. SKUs carry what trade
needs: unit, minimum, multiple, HS code, packing, and the inventory item that backs them.
"""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from oscar.apps.catalogue import abstract_models as oscar_catalogue
from oscar.apps.catalogue.managers import CategoryManager, CategoryQuerySet, ProductQuerySet
from oscar.models.fields import AutoSlugField, NullCharField
from oscar.models.fields.slugfield import SlugField
from wagtail.search import index

from sites.tenancy.models import FactoryOwned, owned_manager
from storefront.catalogue.wording import text_of
from storefront.unique import unique_in_factory


class AttributeOptionGroup(FactoryOwned, oscar_catalogue.AbstractAttributeOptionGroup):
    """A list of choices an attribute may take."""

    code = NullCharField(_("code"), max_length=255, blank=True, null=True)

    class Meta(oscar_catalogue.AbstractAttributeOptionGroup.Meta):
        constraints = [unique_in_factory("catalogue_attributeoptiongroup", "code")]


class AttributeOption(FactoryOwned, oscar_catalogue.AbstractAttributeOption):
    """One such choice."""

    code = NullCharField(_("code"), max_length=255, blank=True, null=True)

    class Meta(oscar_catalogue.AbstractAttributeOption.Meta):
        constraints = [unique_in_factory("catalogue_attributeoption", "code")]


class Option(FactoryOwned, oscar_catalogue.AbstractOption):
    """A question asked when a product goes into the basket."""

    code = AutoSlugField(_("code"), max_length=128, populate_from="name")

    class Meta(oscar_catalogue.AbstractOption.Meta):
        constraints = [unique_in_factory("catalogue_option", "code")]


class ProductClass(FactoryOwned, oscar_catalogue.AbstractProductClass):
    """A set of attributes that products share."""

    slug = AutoSlugField(_("slug"), max_length=128, populate_from="name")
    options = models.ManyToManyField(Option, through="ProductClassOption", blank=True)

    class Meta(oscar_catalogue.AbstractProductClass.Meta):
        constraints = [unique_in_factory("catalogue_productclass", "slug")]


class ProductClassOption(FactoryOwned):
    """An option asked for all products of a class."""

    productclass = models.ForeignKey(ProductClass, on_delete=models.CASCADE)
    option = models.ForeignKey(Option, on_delete=models.CASCADE)


class Category(FactoryOwned, oscar_catalogue.AbstractCategory):
    """A category below the factory's one root, which is never shown."""

    code = NullCharField(_("code"), max_length=255, blank=True, null=True)
    slug = SlugField(_("slug"), max_length=255)
    image = None
    picture = models.ForeignKey(
        "library.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )

    objects = owned_manager(CategoryManager.from_queryset(CategoryQuerySet))

    class Meta(oscar_catalogue.AbstractCategory.Meta):
        constraints = [
            unique_in_factory("catalogue_category", "code"),
            unique_in_factory("catalogue_category", "slug"),
        ]


class ProductCategory(FactoryOwned, oscar_catalogue.AbstractProductCategory):
    """A product stands in a category."""


class Product(index.Indexed, FactoryOwned, ClusterableModel, oscar_catalogue.AbstractProduct):
    """A family, or a SKU that can be ordered. ``upc`` is the SKU, ``code`` the family's code."""

    class LeadTimeBasis(models.TextChoices):
        STOCK = "stock", _("from stock")
        MAKE_TO_ORDER = "make to order", _("made to order")

    upc = NullCharField(_("SKU"), max_length=64, blank=True, null=True)
    code = NullCharField(_("product code"), max_length=255, blank=True, null=True)
    slug = SlugField(_("slug"), max_length=255)
    product_options = models.ManyToManyField(Option, through="ProductOption", blank=True)

    item = models.ForeignKey(
        "inventory.Item",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="products",
        verbose_name=_("inventory item"),
    )
    short_description = models.TextField(_("short description"), blank=True)
    unit = models.CharField(_("unit (UN/ECE Rec 20)"), max_length=3, default="H87")
    moq = models.PositiveIntegerField(
        _("minimum order quantity"), default=1, validators=[MinValueValidator(1)]
    )
    order_multiple = models.PositiveIntegerField(
        _("order multiple"), default=1, validators=[MinValueValidator(1)]
    )
    hs_code = models.CharField(_("HS code"), max_length=12, blank=True)
    gtin = models.CharField(_("GTIN"), max_length=14, blank=True)
    country_of_origin = models.CharField(_("country of origin"), max_length=2, blank=True)
    material = models.CharField(_("material"), max_length=200, blank=True)
    lead_time_basis = models.CharField(
        _("lead time basis"),
        max_length=14,
        choices=LeadTimeBasis.choices,
        default=LeadTimeBasis.MAKE_TO_ORDER,
    )
    lead_time_days = models.PositiveSmallIntegerField(_("lead time in days"), default=0)
    sample_price = models.DecimalField(
        _("sample price"), max_digits=14, decimal_places=4, null=True, blank=True
    )

    objects = owned_manager(ProductQuerySet.as_manager().__class__)

    search_fields = [
        index.SearchField("title", boost=3),
        index.SearchField("search_text"),
        index.AutocompleteField("title"),
        index.FilterField("factory"),
        index.FilterField("is_public"),
        index.FilterField("structure"),
        index.FilterField("parent"),
    ]

    class Meta(oscar_catalogue.AbstractProduct.Meta):
        constraints = [
            unique_in_factory("catalogue_product", "upc"),
            unique_in_factory("catalogue_product", "code"),
            unique_in_factory("catalogue_product", "slug"),
            models.CheckConstraint(
                condition=models.Q(moq__gte=1) & models.Q(order_multiple__gte=1),
                name="catalogue_product_orders_something",
            ),
        ]

    @property
    def sku(self) -> str:
        """The part number buyers order by; empty on a family."""
        return self.upc or ""

    def save(self, *args, **kwargs):
        # A SKU's page is found by its SKU, a family's by its code: titles may repeat.
        if not self.slug:
            self.slug = slugify(self.upc or self.code or self.get_title())
        super().save(*args, **kwargs)

    def search_text(self) -> str:
        """Everything a buyer may search for, in all languages, besides the title."""
        return text_of(self)


class ProductOption(FactoryOwned):
    """An option asked for one product."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE)
    option = models.ForeignKey(Option, on_delete=models.CASCADE)


class ProductRecommendation(FactoryOwned, oscar_catalogue.AbstractProductRecommendation):
    """A product goes well with another."""


class ProductAttribute(FactoryOwned, oscar_catalogue.AbstractProductAttribute):
    """A measurable or nameable property, with its unit."""

    unit = models.CharField(_("unit"), max_length=20, blank=True)
    is_facet = models.BooleanField(_("buyers filter by it"), default=True)
    sort = models.PositiveSmallIntegerField(_("sort"), default=0)

    class Meta(oscar_catalogue.AbstractProductAttribute.Meta):
        ordering = ["sort", "code"]


class ProductAttributeValue(FactoryOwned, oscar_catalogue.AbstractProductAttributeValue):
    """A product's value of an attribute. Numbers are kept as text, as the factory wrote them."""

    product = ParentalKey(
        Product,
        on_delete=models.CASCADE,
        related_name="attribute_values",
        verbose_name=_("product"),
    )
    value_multi_option = models.ManyToManyField(
        AttributeOption,
        through="ProductAttributeChoice",
        blank=True,
        related_name="multi_valued_attribute_values",
    )
    value_file = None
    value_image = None

    class Meta(oscar_catalogue.AbstractProductAttributeValue.Meta):
        indexes = [
            models.Index(fields=["factory", "attribute", "product"], name="catalogue_facet_values")
        ]


class ProductAttributeChoice(FactoryOwned):
    """One of several choices of a product's attribute."""

    value = models.ForeignKey(ProductAttributeValue, on_delete=models.CASCADE)
    option = models.ForeignKey(AttributeOption, on_delete=models.CASCADE)


class OptionAxis(FactoryOwned):
    """What the SKUs of a family differ by: finish, bore, length."""

    family = ParentalKey(Product, on_delete=models.CASCADE, related_name="axes")
    name = models.CharField(_("name"), max_length=120)
    sort = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering = ["family", "sort", "pk"]
        constraints = [unique_in_factory("catalogue_optionaxis", "family", "name")]

    def __str__(self):
        return self.name


class OptionValue(FactoryOwned):
    """A SKU's value on an axis of its family."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="option_values")
    axis = models.ForeignKey(OptionAxis, on_delete=models.CASCADE, related_name="values")
    value = models.CharField(_("value"), max_length=200)

    class Meta:
        verbose_name = _("option value")
        verbose_name_plural = _("option values")
        ordering = ["axis__sort", "pk"]
        constraints = [unique_in_factory("catalogue_optionvalue", "product", "axis")]

    def __str__(self):
        return self.value


class ProductImage(FactoryOwned, oscar_catalogue.AbstractProductImage):
    """A picture of a product, from the factory's library."""

    product = ParentalKey(
        Product, on_delete=models.CASCADE, related_name="images", verbose_name=_("product")
    )
    code = NullCharField(_("code"), max_length=255, blank=True, null=True)
    original = None
    picture = models.ForeignKey(
        "library.Picture", on_delete=models.CASCADE, related_name="+", verbose_name=_("picture")
    )

    class Meta(oscar_catalogue.AbstractProductImage.Meta):
        constraints = [unique_in_factory("catalogue_productimage", "code")]


class ProductDocument(FactoryOwned):
    """A drawing, data sheet or manual; the file may still be missing."""

    class Access(models.TextChoices):
        PUBLIC = "public", _("public")
        ON_REQUEST = "on request", _("on request")
        AFTER_SIGN_IN = "after sign-in", _("after sign-in")

    product = ParentalKey(
        Product, null=True, blank=True, on_delete=models.CASCADE, related_name="documents"
    )
    code = models.CharField(_("code"), max_length=60, blank=True)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("type"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    file = models.ForeignKey(
        "library.Document", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision = models.CharField(_("revision"), max_length=20, blank=True)
    dated = models.DateField(_("date"), null=True, blank=True)
    access = models.CharField(
        _("access"), max_length=14, choices=Access.choices, default=Access.PUBLIC
    )

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["product", "title"]

    def __str__(self):
        return self.title


class Certificate(FactoryOwned):
    """A certificate of the factory (no product) or of a product."""

    product = ParentalKey(
        Product, null=True, blank=True, on_delete=models.CASCADE, related_name="certificates"
    )
    code = models.CharField(_("code"), max_length=60, blank=True)
    standard = models.CharField(_("standard"), max_length=120)
    holder = models.CharField(_("holder"), max_length=200)
    scope = models.TextField(_("scope"), blank=True)
    issued_by = models.CharField(_("issued by"), max_length=200, blank=True)
    number = models.CharField(_("number"), max_length=120, blank=True)
    issued = models.DateField(_("issued"), null=True, blank=True)
    expires = models.DateField(_("expires"), null=True, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["standard", "pk"]

    def __str__(self):
        return f"{self.standard} {self.number}".strip()


def _kilograms(name, **options):
    return models.DecimalField(name, max_digits=12, decimal_places=5, **options)


def _centimetres(name):
    return models.DecimalField(name, max_digits=8, decimal_places=2, null=True, blank=True)


class Packing(FactoryOwned):
    """How a SKU is packed, per sale unit: the one truth behind freight and every paper."""

    product = models.OneToOneField(Product, on_delete=models.CASCADE, related_name="packing")
    unit_net_kg = _kilograms(_("unit net kg"))
    unit_gross_kg = _kilograms(_("unit gross kg"))
    inner_quantity = models.PositiveIntegerField(_("units per inner box"), default=1)
    inner_length_cm = _centimetres(_("inner length cm"))
    inner_width_cm = _centimetres(_("inner width cm"))
    inner_height_cm = _centimetres(_("inner height cm"))
    carton_quantity = models.PositiveIntegerField(_("units per carton"))
    carton_length_cm = _centimetres(_("carton length cm"))
    carton_width_cm = _centimetres(_("carton width cm"))
    carton_height_cm = _centimetres(_("carton height cm"))
    carton_net_kg = _kilograms(_("carton net kg"))
    carton_gross_kg = _kilograms(_("carton gross kg"))
    cartons_per_layer = models.PositiveSmallIntegerField(_("cartons per layer"), default=0)
    layers = models.PositiveSmallIntegerField(_("layers"), default=0)
    pallet_type = models.CharField(_("pallet"), max_length=40, blank=True)
    pallet_length_cm = _centimetres(_("pallet length cm"))
    pallet_width_cm = _centimetres(_("pallet width cm"))
    pallet_height_cm = _centimetres(_("pallet height cm"))
    pallet_tare_kg = _kilograms(_("pallet tare kg"), default=Decimal(0))
    pallet_gross_kg = _kilograms(_("pallet gross kg"), default=Decimal(0))

    class Meta:
        verbose_name = _("packing")
        verbose_name_plural = _("packing")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(carton_quantity__gte=1) & models.Q(inner_quantity__gte=1),
                name="catalogue_packing_holds_something",
            ),
            models.CheckConstraint(
                condition=models.Q(carton_gross_kg__gte=models.F("carton_net_kg")),
                name="catalogue_packing_gross_is_at_least_net",
            ),
        ]

    def __str__(self):
        return f"{self.product_id}"


class ProductCategoryHierarchy(oscar_catalogue.AbstractProductCategoryHierarchy):
    """Oscar's optional database view; it is not created here."""

    class Meta(oscar_catalogue.AbstractProductCategoryHierarchy.Meta):
        pass
