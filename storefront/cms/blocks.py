"""The sections an editor builds pages from. What they become is in ``sections.py``."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import BlockGroup
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class _LateBound:
    """A chooser whose field asks at each use: Wagtail keeps the first factory's choices."""

    @property
    def field(self):
        return forms.ModelChoiceField(
            queryset=self.model_class.objects.all(),
            widget=self.widget,
            required=self._required,
            validators=self._validators,
            help_text=self._help_text,
        )

    def deconstruct(self):
        # Migrations know the block by Wagtail's name: the stored value is the same.
        base = next(kind for kind in type(self).__mro__ if kind.__module__.startswith("wagtail."))
        _path, args, kwargs = super().deconstruct()
        return f"{base.__module__}.{base.__name__}", args, kwargs


class PictureChooserBlock(_LateBound, ImageChooserBlock):
    """One of the factory's pictures."""


class OwnedChooserBlock(_LateBound, SnippetChooserBlock):
    """One of the factory's products or categories."""


TEXT_FEATURES = ["bold", "italic", "h3", "ul", "ol", "link", "document-link"]
TONES = [
    ("page", _("Page")),
    ("surface", _("Tinted")),
    ("inverse", _("Dark")),
    ("primary", _("Brand colour")),
]


class LinkBlock(blocks.StructBlock):
    """A link to one of the store's pages, or to an address."""

    text = blocks.CharBlock(label=_("Words"), max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(
        label=_("Or an address"),
        required=False,
        max_length=300,
        help_text=_("Begins with / for this store, or with https://."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{text}"

    def clean(self, value):
        cleaned = super().clean(value)
        url = (cleaned.get("url") or "").strip()
        safe = url.startswith(("https://", "mailto:", "tel:", "#")) or (
            url.startswith("/") and not url.startswith("//")
        )
        if url and not safe:
            raise blocks.StructBlockValidationError(
                {"url": ValidationError(_("An address begins with / or https://."))}
            )
        return cleaned


class SectionBlock(blocks.StructBlock):
    """What all sections have: a heading, a lead, and a tone in the settings."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=160)
    intro = blocks.TextBlock(label=_("Lead"), required=False, rows=2)
    tone = blocks.ChoiceBlock(
        label=_("Background"), choices=TONES, required=False, help_text=_("Empty: as the theme.")
    )
    anchor = blocks.RegexBlock(
        label=_("Anchor"),
        regex=r"^[a-z][a-z0-9-]*$",
        required=False,
        error_messages={"invalid": _("Small letters, digits and hyphens only.")},
    )

    # Wagtail asks whether a block has a template of its own; the theme's serves all of ours.
    preview_template = "cms/block_preview.html"

    @cached_property
    def is_previewable(self):
        """Every section can be looked at before it is chosen."""
        return True

    def get_preview_template(self, value, context=None):
        return self.preview_template

    def get_preview_context(self, value, parent_context=None):
        # The sections need the store's models, which need these blocks.
        from storefront.cms.sections import preview

        return preview(parent_context["request"], self.name, self.get_prep_value(value))

    def get_form_layout(self):
        names = [name for name in self.child_blocks if name not in ("tone", "anchor", "variant")]
        settings = [name for name in ("variant", "tone", "anchor") if name in self.child_blocks]
        return BlockGroup(children=names, settings=settings)


class FactBlock(blocks.StructBlock):
    """A number or a fact with its words."""

    value = blocks.CharBlock(label=_("Value"), max_length=60)
    label = blocks.CharBlock(label=_("Words"), max_length=120)

    class Meta:
        icon = "info-circle"
        label_format = "{value} {label}"


class TitledBlock(blocks.StructBlock):
    """A title with a sentence or two."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)

    class Meta:
        icon = "title"
        label_format = "{title}"


class QuestionBlock(blocks.StructBlock):
    """A question and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=300)
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label_format = "{question}"


class PhotographBlock(blocks.StructBlock):
    """A picture with its caption; a date makes it evidence."""

    picture = PictureChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)
    date = blocks.DateBlock(label=_("Taken on"), required=False)

    class Meta:
        icon = "image"


class HeroBlock(SectionBlock):
    """The opening of a page."""

    eyebrow = blocks.CharBlock(label=_("Line above"), required=False, max_length=80)
    picture = PictureChooserBlock(label=_("Picture"), required=False)
    actions = blocks.ListBlock(LinkBlock(), label=_("Buttons"), max_num=2, default=[])
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), max_num=6, default=[])
    variant = blocks.ChoiceBlock(
        label=_("Layout"),
        required=False,
        choices=[
            ("split_spec", _("Words beside facts")),
            ("full_image", _("Full picture")),
            ("search_table", _("Search and product families")),
        ],
        help_text=_("Empty: as the theme."),
    )

    class Meta:
        icon = "pick"
        label = _("Opening")
        group = _("Opening")
        description = _("Heading, picture and buttons at the top of a page.")
        preview_value = {
            "title": _("Parts with the schedule in plain sight"),
            "intro": _("See the stock and the week in which your order can be made."),
        }


class ProofBlock(SectionBlock):
    """Numbers that convince."""

    facts = blocks.ListBlock(FactBlock(), label=_("Numbers"), max_num=6)

    class Meta:
        icon = "tick-inverse"
        label = _("Numbers")
        group = _("Proof")
        description = _("Founded, floor space, machines, reply time.")
        preview_value = {"facts": [{"value": "64", "label": _("machines on site")}]}


class ShelfBlock(SectionBlock):
    """A few products."""

    source = blocks.ChoiceBlock(
        label=_("Which products"),
        default="in stock",
        choices=[
            ("in stock", _("In stock")),
            ("newest", _("Newest")),
            ("category", _("From a category")),
            ("chosen", _("Chosen below")),
        ],
    )
    category = OwnedChooserBlock("catalogue.Category", label=_("Category"), required=False)
    products = blocks.ListBlock(
        OwnedChooserBlock("catalogue.Product"), label=_("Products"), max_num=12, default=[]
    )
    count = blocks.IntegerBlock(label=_("How many"), min_value=2, max_value=12, default=6)

    class Meta:
        icon = "list-ul"
        label = _("Product shelf")
        group = _("Products")
        description = _("Products with price from, minimum and ready date.")
        preview_value = {"title": _("Ready to ship"), "source": "in stock", "count": 4}


class CategoriesBlock(SectionBlock):
    """The product range."""

    class Meta:
        icon = "grip"
        label = _("Category grid")
        group = _("Products")
        description = _("All categories with picture and number of items.")
        preview_value = {"title": _("Product range")}


class LiveBlock(SectionBlock):
    """What is true in the factory now."""

    class Meta:
        icon = "time"
        label = _("Live from the factory")
        group = _("Proof")
        description = _("Stock, next free capacity and punctuality, from the records.")
        preview_value = {"title": _("Live from the factory")}


class CertificatesBlock(SectionBlock):
    """The factory's certificates."""

    class Meta:
        icon = "clipboard-list"
        label = _("Certificates")
        group = _("Proof")
        description = _("Certificates with holder, scope and expiry, from the records.")
        preview_value = {"title": _("Certificates")}


class TextBlock(SectionBlock):
    """Prose."""

    body = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text and pictures")
        description = _("Paragraphs, lists and links.")
        preview_value = {"body": "<p>Every lot is measured against a control plan.</p>"}


class FaqBlock(SectionBlock):
    """Questions that buyers ask."""

    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions")
        group = _("Text and pictures")
        description = _("Questions that open to their answers.")
        preview_value = {
            "items": [{"question": _("What is the smallest order?"), "answer": "<p>20.</p>"}]
        }


class CallBlock(SectionBlock):
    """The invitation to ask for a quote."""

    button = blocks.CharBlock(label=_("Button"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Leads to"), required=False)
    points = blocks.ListBlock(
        blocks.CharBlock(max_length=120), label=_("Points"), max_num=4, default=[]
    )

    class Meta:
        icon = "mail"
        label = _("Request a quote")
        group = _("Proof")
        description = _("Invites to send a drawing or a list.")
        preview_value = {
            "title": _("Need something made to drawing?"),
            "button": _("Request a quote"),
        }


class ImageTextBlock(SectionBlock):
    """A picture beside prose."""

    picture = PictureChooserBlock(label=_("Picture"))
    body = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    actions = blocks.ListBlock(LinkBlock(), label=_("Button"), max_num=1, default=[])
    reverse = blocks.BooleanBlock(label=_("Picture last"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture and text")
        group = _("Text and pictures")
        description = _("A picture with words beside it.")
        preview_value = {"body": "<p>Our hall in the morning.</p>"}


class StepsBlock(SectionBlock):
    """The way from order to port."""

    items = blocks.ListBlock(TitledBlock(), label=_("Steps"))

    class Meta:
        icon = "order-down"
        label = _("Steps")
        group = _("Text and pictures")
        description = _("Numbered steps: drawing, sample, lot, shipment.")
        preview_value = {"items": [{"title": _("Order"), "text": ""}]}


class FeaturesBlock(SectionBlock):
    """What the factory can do."""

    items = blocks.ListBlock(TitledBlock(), label=_("Points"))

    class Meta:
        icon = "list-ul"
        label = _("Points")
        group = _("Text and pictures")
        description = _("Short titled points in columns.")
        preview_value = {"items": [{"title": _("Turning up to 340 mm"), "text": ""}]}


class GalleryBlock(SectionBlock):
    """Photographs."""

    pictures = blocks.ListBlock(PhotographBlock(), label=_("Photographs"))

    class Meta:
        icon = "image"
        label = _("Photographs")
        group = _("Text and pictures")
        description = _("Dated photographs of the factory.")
        preview_value = {"pictures": []}


class NewsBlock(SectionBlock):
    """The latest news."""

    count = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=12, default=3)

    class Meta:
        icon = "calendar"
        label = _("News")
        group = _("Text and pictures")
        description = _("The newest posts in this language.")
        preview_value = {"count": 3}


class CompanyBlock(SectionBlock):
    """Who stands behind the store."""

    class Meta:
        icon = "group"
        label = _("Company data")
        group = _("Proof")
        description = _("Legal name, licence number, address, ports, from the company profile.")
        preview_value = {"title": _("Company")}


SECTIONS = [
    ("hero", HeroBlock()),
    ("proof", ProofBlock()),
    ("shelf", ShelfBlock()),
    ("categories", CategoriesBlock()),
    ("live", LiveBlock()),
    ("certificates", CertificatesBlock()),
    ("text", TextBlock()),
    ("faq", FaqBlock()),
    ("call", CallBlock()),
    ("image_text", ImageTextBlock()),
    ("steps", StepsBlock()),
    ("features", FeaturesBlock()),
    ("gallery", GalleryBlock()),
    ("news", NewsBlock()),
    ("company", CompanyBlock()),
]


class FooterColumnBlock(blocks.StructBlock):
    """A headed list of links at the foot of every page."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=60)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column")
        label_format = "{heading}"


class LegalLineBlock(blocks.StructBlock):
    """The line of small links at the very end."""

    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "doc-empty"
        label = _("Legal line")


FOOTER = [("column", FooterColumnBlock()), ("legal", LegalLineBlock())]
