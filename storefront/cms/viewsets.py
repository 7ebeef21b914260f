"""The catalogue, the brand and moved addresses in the CMS, with Wagtail's own screens."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.panels import TabbedInterface as Tabs
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from sites.tenancy.formfields import OwnedChoiceField, OwnedModelForm
from storefront.catalogue import actions as catalogue
from storefront.catalogue.models import Category, Certificate, Product, ProductAttribute
from storefront.cms.models import Brand, MovedPage
from storefront.cms.panels import in_languages
from storefront.pricing.models import PriceList


class CategoryForm(OwnedModelForm):
    """A category; a new one is hung under the parent that is chosen, or under the root."""

    parent = OwnedChoiceField(
        Category.objects, label=_("Parent category"), required=False, empty_label=_("None")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("parent", None)
        elif "parent" in self.fields:
            self.fields["parent"].queryset = Category.objects.filter(depth__gt=1)

    def save(self, commit=True):
        if self.instance.pk or not commit:
            return super().save(commit)
        values = {
            field.name: getattr(self.instance, field.name)
            for field in Category._meta.concrete_fields
            if field.name in self.cleaned_data
        }
        slug = values.pop("slug", "") or ""
        name = next((v for k, v in values.items() if k.startswith("name_") and v), "")
        self.instance = catalogue.add_category(
            parent=self.cleaned_data.get("parent"), name=name, slug=slug, **values
        )
        return self.instance


class CategoryViewSet(SnippetViewSet):
    """The product range."""

    model = Category
    icon = "folder-open-1"
    menu_label = _("Categories")
    list_display = ["name", "slug", "is_public"]
    list_per_page = 50
    copy_view_enabled = False

    def get_queryset(self, request):
        return Category.objects.filter(depth__gt=1).order_by("path")

    def get_edit_handler(self):
        panels = [
            FieldPanel("parent"),
            MultiFieldPanel(in_languages("name"), heading=_("Name")),
            MultiFieldPanel(in_languages("description"), heading=_("Description")),
            FieldPanel("picture"),
            FieldPanel("slug"),
            FieldPanel("is_public"),
        ]
        return ObjectList(panels, base_form_class=CategoryForm).bind_to_model(self.model)


class ProductForm(OwnedModelForm):
    """A family or a SKU with everything that hangs on it."""

    def clean(self):
        cleaned = super().clean()
        minimum, multiple = cleaned.get("moq"), cleaned.get("order_multiple")
        if minimum and multiple and minimum % multiple:
            self.add_error("moq", _("The minimum has to be a multiple of the order multiple."))
        return cleaned


class ProductViewSet(SnippetViewSet):
    """Families and SKUs with pictures, prices and stock records."""

    model = Product
    icon = "tag"
    menu_label = _("Products")
    list_display = ["__str__", "upc", "code", "structure", "is_public"]
    list_filter = ["structure", "is_public", "lead_time_basis"]
    list_per_page = 50
    copy_view_enabled = False

    def get_queryset(self, request):
        return Product.objects.select_related("parent").order_by("code", "upc", "pk")

    def get_edit_handler(self):
        tabs = [
            ObjectList(_words(), heading=_("Words")),
            ObjectList(_pictures(), heading=_("Pictures")),
            ObjectList(_trade(), heading=_("Trade")),
            ObjectList(_prices(), heading=_("Prices and stock records")),
            ObjectList(_specification(), heading=_("Specification")),
            ObjectList(_papers(), heading=_("Documents and certificates")),
        ]
        return Tabs(tabs, base_form_class=ProductForm).bind_to_model(self.model)


def _words() -> list:
    return [
        MultiFieldPanel(in_languages("title"), heading=_("Title")),
        MultiFieldPanel(in_languages("short_description"), heading=_("Short description")),
        MultiFieldPanel(in_languages("description"), heading=_("Description")),
        FieldPanel("is_public"),
    ]


def _pictures() -> list:
    return [
        InlinePanel(
            "images",
            panels=[FieldPanel("picture"), FieldPanel("caption"), FieldPanel("display_order")],
            label=_("Picture"),
        )
    ]


def _trade() -> list:
    return [
        MultiFieldPanel(
            [FieldPanel("upc"), FieldPanel("code"), FieldPanel("gtin"), FieldPanel("slug")],
            heading=_("Numbers"),
        ),
        MultiFieldPanel(
            [FieldPanel("unit"), FieldPanel("moq"), FieldPanel("order_multiple")],
            heading=_("Quantities"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("lead_time_basis"),
                FieldPanel("lead_time_days"),
                FieldPanel("sample_price"),
                FieldPanel("item"),
            ],
            heading=_("Supply"),
        ),
        MultiFieldPanel(
            [FieldPanel("hs_code"), FieldPanel("country_of_origin"), FieldPanel("material")],
            heading=_("Customs"),
        ),
    ]


def _prices() -> list:
    breaks = InlinePanel(
        "breaks",
        panels=[
            FieldPanel("from_quantity"),
            FieldPanel("unit_price"),
            FieldPanel("valid_from"),
            FieldPanel("valid_until"),
        ],
        label=_("Quantity break"),
    )
    return [
        InlinePanel(
            "stockrecords",
            panels=[
                FieldPanel("partner"),
                FieldPanel("partner_sku"),
                FieldPanel("price_currency"),
                FieldPanel("price"),
                breaks,
            ],
            label=_("Stock record"),
            max_num=1,
        )
    ]


def _specification() -> list:
    return [
        InlinePanel(
            "attribute_values",
            panels=[FieldPanel("attribute"), *in_languages("value_text")],
            label=_("Property"),
        ),
        InlinePanel(
            "option_values",
            panels=[FieldPanel("axis"), *in_languages("value")],
            label=_("Option"),
        ),
    ]


def _papers() -> list:
    return [
        InlinePanel(
            "documents",
            panels=[
                FieldPanel("title"),
                FieldPanel("kind"),
                FieldPanel("language"),
                FieldPanel("file"),
                FieldPanel("revision"),
                FieldPanel("access"),
            ],
            label=_("Document"),
        ),
        InlinePanel("certificates", panels=_certificate_panels(), label=_("Certificate")),
    ]


def _certificate_panels() -> list:
    return [
        FieldPanel(name)
        for name in ("standard", "number", "holder", "scope", "issued_by", "issued", "expires")
    ]


class CertificateViewSet(SnippetViewSet):
    """Certificates of the factory and of its products."""

    model = Certificate
    icon = "clipboard-list"
    menu_label = _("Certificates")
    list_display = ["standard", "number", "holder", "expires"]
    copy_view_enabled = False

    def get_edit_handler(self):
        return ObjectList(_certificate_panels(), base_form_class=OwnedModelForm).bind_to_model(
            self.model
        )


class AttributeForm(OwnedModelForm):
    """A property of goods. All products share the factory's one class of goods."""

    def save(self, commit=True):
        if self.instance.product_class_id is None:
            self.instance.product_class = catalogue.goods()
        return super().save(commit)


class AttributeViewSet(SnippetViewSet):
    """The properties by which buyers compare and filter."""

    model = ProductAttribute
    icon = "list-ul"
    menu_label = _("Properties")
    list_display = ["name", "code", "unit", "is_facet", "sort"]
    copy_view_enabled = False

    def get_edit_handler(self):
        panels = [
            MultiFieldPanel(in_languages("name"), heading=_("Name")),
            FieldPanel("code"),
            FieldPanel("unit"),
            FieldPanel("is_facet"),
            FieldPanel("sort"),
        ]
        return ObjectList(panels, base_form_class=AttributeForm).bind_to_model(self.model)


class PriceListViewSet(SnippetViewSet):
    """What segments of buyers pay."""

    model = PriceList
    icon = "order"
    menu_label = _("Price lists")
    list_display = ["name", "code", "currency", "discount_percent", "is_default"]
    copy_view_enabled = False

    def get_edit_handler(self):
        return ObjectList(PriceList.panels, base_form_class=OwnedModelForm).bind_to_model(
            self.model
        )


class CatalogueGroup(SnippetViewSetGroup):
    """One menu entry for all that is sold."""

    items = (
        ProductViewSet,
        CategoryViewSet,
        AttributeViewSet,
        CertificateViewSet,
        PriceListViewSet,
    )
    menu_label = _("Catalogue")
    menu_icon = "tag"
    menu_order = 150


class BrandViewSet(SnippetViewSet):
    """The one brand record, with the home page beside it as it would look."""

    model = Brand
    icon = "pick"
    menu_label = _("Brand")
    menu_order = 160
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["__str__", "primary", "accent", "scheme"]

    def get_edit_handler(self):
        return ObjectList(Brand.panels, base_form_class=BrandForm).bind_to_model(self.model)


class BrandForm(OwnedModelForm):
    """The brand's answers; colours are picked, or left to the theme."""

    class Meta(OwnedModelForm.Meta):  # type: ignore[name-defined]  # the form metaclass makes it
        widgets = {
            name: forms.TextInput(attrs={"placeholder": "#1B4F72", "dir": "ltr"})
            for name in ("primary", "accent")
        }


class MovedPageViewSet(ModelViewSet):
    """Old addresses and where they lead now."""

    model = MovedPage
    name = "moved"
    icon = "redirect"
    menu_label = _("Moved addresses")
    menu_order = 800
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["old_path", "link", "is_permanent"]
