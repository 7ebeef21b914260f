"""What every page receives: finished, localised values, and nothing that could run a query.

Money, dates and numbers are strings already written in the visitor's language. A page names
its own template; `themes.engine.render` looks for it in the store's theme, then in `base`.
Text marked "HTML" has been cleaned by the CMS and is printed as it is; all other text is escaped.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

# ---------------------------------------------------------------- small parts


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """One address with its words; `current` marks where the visitor stands."""

    text: str
    url: str
    current: bool = False
    icon: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MenuItem:
    """One entry of the main menu, with an optional second level."""

    text: str
    url: str
    current: bool = False
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LanguageLink:
    """This same page in another language."""

    code: str
    hreflang: str
    name: str
    url: str
    current: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FooterColumn:
    """A headed list of links at the foot."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """A sentence about what just happened; level: success, info, warning or danger."""

    text: str
    level: str = "info"


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A photograph with its renditions; `avif` and `webp` are srcset texts and may be empty."""

    src: str
    width: int
    height: int
    alt: str
    srcset: str = ""
    avif: str = ""
    webp: str = ""
    sizes: str = ""
    caption: str = ""
    large_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A label with its value; `code` keeps part numbers and tolerances left to right."""

    label: str
    value: str
    note: str = ""
    code: bool = False
    icon: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Download:
    """A file to take away; without `url` the note says how to get it."""

    title: str
    url: str = ""
    kind: str = ""
    size: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Certificate:
    """A certificate with holder, scope and expiry, as a distrustful buyer wants to read it."""

    standard: str
    number: str
    holder: str
    scope: str
    issuer: str
    issued: str = ""
    expires: str = ""
    expires_soon: bool = False
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step of a way: order to port, or a checkout's four."""

    title: str
    text: str = ""
    url: str = ""
    state: str = ""  # "", done, current


# ---------------------------------------------------------------- forms


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One choice of a field; `note` is the second line (cost, arrival)."""

    value: str
    label: str
    selected: bool = False
    note: str = ""
    trailing: str = ""
    disabled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One form field with its words, its kept value and its own error.

    type: text, email, tel, url, number, date, password, search, file, hidden, textarea, select,
    radio (cards of options), checkbox (`checked`), checkboxes (several options).
    """

    name: str
    label: str
    type: str = "text"
    value: str = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    checked: bool = False
    help: str = ""
    error: str = ""
    autocomplete: str = ""
    inputmode: str = ""
    placeholder: str = ""
    min: str = ""
    max: str = ""
    step: str = ""
    rows: int = 4
    accept: str = ""
    multiple: bool = False
    readonly: bool = False
    code: bool = False
    wide: bool = True
    prefix: str = ""

    @property
    def id(self) -> str:
        """The element's id, so that an error summary can point to it."""
        return f"id_{self.name}"


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldGroup:
    """Fields that belong together under one legend; an empty legend draws no heading."""

    fields: tuple[Field, ...]
    legend: str = ""
    help: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A whole form: where it goes, what it asks, what was wrong with it."""

    action: str
    submit: str
    groups: tuple[FieldGroup, ...]
    method: str = "post"
    errors: tuple[str, ...] = ()
    multipart: bool = False
    token: bool = True
    note: str = ""
    id: str = ""

    @property
    def wrong_fields(self) -> tuple[Field, ...]:
        """The fields an error summary has to name."""
        return tuple(f for g in self.groups for f in g.fields if f.error)


# ---------------------------------------------------------------- the frame round every page


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """The theme's choices that a template or the root element needs; see `stylesheet.look_for`."""

    theme: str
    scheme: str = "light"  # light, dark, auto
    header: str = "bar"  # bar, centred, search_first
    footer: str = "columns"  # columns, story, dense
    card: str = "outlined"  # outlined, frameless, row
    hero: str = "split_spec"  # split_spec, full_image, search_table
    gallery: str = "thumbs_below"  # thumbs_below, thumbs_side, stack
    shelf: str = "cards"  # cards, table
    css_url: str = ""
    theme_color: str = ""
    preload_fonts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Meta:
    """What search engines and shared links read."""

    title: str
    description: str = ""
    canonical_url: str = ""
    image_url: str = ""
    index: bool = True
    json_ld: str = ""  # JSON text, without its script element


@dataclass(frozen=True, kw_only=True, slots=True)
class Shell:
    """The frame of a store page: brand, menus, language, basket, footer, stylesheet."""

    look: Look
    meta: Meta
    brand: str
    legal_name: str
    home_url: str
    language: str
    direction: str  # ltr, rtl
    currency: str
    search_url: str
    basket_url: str
    account_url: str
    stylesheet_url: str
    tagline: str = ""
    place: str = ""
    reply_time: str = ""
    logo: Picture | None = None
    icon_url: str = ""
    account_label: str = ""
    signed_in: bool = False
    basket_count: int = 0
    basket_label: str = ""
    search_query: str = ""
    quick_order_url: str = ""
    enquiry_url: str = ""
    languages: tuple[LanguageLink, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    categories: tuple[Link, ...] = ()
    footer_columns: tuple[FooterColumn, ...] = ()
    footer_text: str = ""
    licence_line: str = ""
    address_line: str = ""
    legal_links: tuple[Link, ...] = ()
    messages: tuple[Message, ...] = ()
    time_zone_note: str = ""

    @property
    def heading(self) -> "Shell":
        """What a header shows: all but what the page says of itself."""
        return replace(self, meta=Meta(title=""), messages=())

    @property
    def footing(self) -> "Shell":
        """What a footer shows: what all pages of the store have in common."""
        return replace(
            self.heading,
            menu=(),
            languages=(),
            account_url="",
            account_label="",
            signed_in=False,
            basket_count=0,
            basket_label="",
            search_query="",
        )


# ---------------------------------------------------------------- products in lists


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductCard:
    """One SKU in a grid, list or table row.

    `specs` are aligned with the list's `columns` when it is shown as a table.
    """

    sku: str
    url: str
    title: str
    picture: Picture | None = None
    specs: tuple[Fact, ...] = ()
    moq: str = ""
    from_price: str = ""
    unit: str = ""
    ready: str = ""
    ready_level: str = ""  # success = in stock, info = made to order, "" = unknown
    order_quantity: str = ""
    order_step: str = ""
    badge: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetValue:
    """One value to filter by; `url` toggles it and keeps everything else."""

    label: str
    url: str
    count: str = ""
    selected: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetGroup:
    """An attribute with its values and unit."""

    label: str
    values: tuple[FacetValue, ...]
    unit: str = ""
    open: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Pager:
    """Real links to the pages of a list; `pages` may hold a gap (a Link without url)."""

    label: str
    pages: tuple[Link, ...] = ()
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """Products with everything to narrow and order them."""

    cards: tuple[ProductCard, ...]
    count_label: str
    view: str = "grid"  # grid, list, table
    columns: tuple[str, ...] = ()
    facets: tuple[FacetGroup, ...] = ()
    chips: tuple[Link, ...] = ()  # each url removes that filter
    clear_url: str = ""
    sorts: tuple[Link, ...] = ()
    views: tuple[Link, ...] = ()
    pager: Pager | None = None
    add_url: str = ""  # posts sku + quantity to the basket


# ---------------------------------------------------------------- sections of content pages


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryTile:
    """A category as a tile."""

    title: str
    url: str
    count: str = ""
    picture: Picture | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsItem:
    """A dated post."""

    title: str
    url: str
    date: str
    text: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question with its answer (HTML)."""

    question: str
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A block of a content page; `tone` is page, surface, inverse, primary or the theme's own."""

    template: ClassVar[str]
    title: str = ""
    intro: str = ""
    tone: str = ""
    anchor: str = ""
    more: Link | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Hero(Section):
    """The opening: picture, words, actions and a small specification card.

    `variant` overrides the theme's own (split_spec, full_image, search_table).
    """

    template: ClassVar[str] = "sections/hero.html"
    eyebrow: str = ""
    picture: Picture | None = None
    actions: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    table: tuple[CategoryTile, ...] = ()
    variant: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProofStrip(Section):
    """Numbers that convince: founded, floor, machines, reply hours."""

    template: ClassVar[str] = "sections/proof_strip.html"
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductShelf(Section):
    """A few products, as cards or (in Lattice) as a table."""

    template: ClassVar[str] = "sections/product_shelf.html"
    cards: tuple[ProductCard, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryGrid(Section):
    """The categories with pictures and counts."""

    template: ClassVar[str] = "sections/category_grid.html"
    tiles: tuple[CategoryTile, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveFactory(Section):
    """What the ledger knows now: stock, next free slot, on-time rate, with the time it was read."""

    template: ClassVar[str] = "sections/live_factory.html"
    facts: tuple[Fact, ...] = ()
    as_of: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Certificates(Section):
    """Certificates with holder, scope and expiry."""

    template: ClassVar[str] = "sections/certificates.html"
    certificates: tuple[Certificate, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TextSection(Section):
    """Prose (HTML)."""

    template: ClassVar[str] = "sections/text.html"
    html: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Faq(Section):
    """Questions that buyers ask."""

    template: ClassVar[str] = "sections/faq.html"
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RfqCall(Section):
    """An invitation to send a drawing."""

    template: ClassVar[str] = "sections/rfq_call.html"
    action: Link | None = None
    points: tuple[str, ...] = ()
    reply_note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageText(Section):
    """A picture beside prose (HTML); `reverse` puts the picture last."""

    template: ClassVar[str] = "sections/image_text.html"
    html: str = ""
    picture: Picture | None = None
    action: Link | None = None
    reverse: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ProcessSteps(Section):
    """Drawing, sample, lot, shipment."""

    template: ClassVar[str] = "sections/process_steps.html"
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Features(Section):
    """Titled paragraphs in columns: capabilities, quality points."""

    template: ClassVar[str] = "sections/features.html"
    items: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsList(Section):
    """Dated posts."""

    template: ClassVar[str] = "sections/news_list.html"
    items: tuple[NewsItem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GallerySection(Section):
    """Dated factory photographs (caption holds the date)."""

    template: ClassVar[str] = "sections/gallery.html"
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FactsSection(Section):
    """A definition table: company data, terms, contact."""

    template: ClassVar[str] = "sections/facts.html"
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FormSection(Section):
    """A form inside a content page (contact, RFQ)."""

    template: ClassVar[str] = "sections/form.html"
    form: Form | None = None


# ---------------------------------------------------------------- pages


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What all pages share."""

    template: ClassVar[str]
    title: str
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class HomePage(Page):
    """The front page: sections only; the hero carries the heading."""

    template: ClassVar[str] = "pages/home.html"
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ContentPage(Page):
    """A page of the CMS: heading, introduction, sections."""

    template: ClassVar[str] = "pages/content.html"
    intro: str = ""
    date: str = ""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryPage(Page):
    """A category with its children and its products."""

    template: ClassVar[str] = "pages/category.html"
    listing: Listing
    intro: str = ""
    children: tuple[CategoryTile, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchPage(Page):
    """What was found for a query, or how to go on when nothing was."""

    template: ClassVar[str] = "pages/search.html"
    query: str
    listing: Listing
    suggestions: tuple[Link, ...] = ()
    enquiry_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionValue:
    """A value of an option; it leads to the sibling SKU that has it ("" = does not exist)."""

    label: str
    url: str
    current: bool = False
    sku: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionGroup:
    """One option of a family: finish, bore, length."""

    label: str
    values: tuple[OptionValue, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BreakRow:
    """One row of the price table, with the date that this quantity would be ready."""

    quantity: str
    unit_price: str
    saving: str = ""
    ready: str = ""
    url: str = ""  # the page with this quantity filled in
    current: bool = False
    value: str = ""  # the quantity as a plain whole number, for the live table


@dataclass(frozen=True, kw_only=True, slots=True)
class PromisePart:
    """A part of a quantity with its source: stock, planned or made."""

    quantity: str
    ready: str
    source: str
    text: str  # "1,200 from stock now"


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Price and date for the quantity asked; `error` says why there is none."""

    quantity: str
    unit_price: str = ""
    total: str = ""
    ready: str = ""  # "19 December 2026"
    summary: str = ""  # "1,200 from stock now, 3,800 by 19 December"
    parts: tuple[PromisePart, ...] = ()
    note: str = ""
    error: str = ""
    nearest: tuple[Link, ...] = ()  # valid quantities, each linking to its own price


@dataclass(frozen=True, kw_only=True, slots=True)
class QuantityForm:
    """The form that re-prices (GET page_url?quantity=N) and adds to the basket (POST add_url).

    value, minimum and multiple are plain whole numbers; promise_url is the JSON address.
    """

    page_url: str
    add_url: str
    promise_url: str
    sku: str
    value: str
    minimum: str
    multiple: str
    unit: str
    rule: str = ""  # "Minimum 500, in steps of 100"
    error: str = ""
    currency: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SpecRow:
    """A line of the specification, unit apart."""

    label: str
    value: str
    unit: str = ""
    code: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PackingRow:
    """Unit, inner box, carton, pallet or container, one row each."""

    level: str
    quantity: str
    size: str = ""
    net: str = ""
    gross: str = ""
    volume: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductPage(Page):
    """One SKU with all that a buyer needs to decide without asking."""

    template: ClassVar[str] = "pages/product.html"
    sku: str
    quantity: QuantityForm
    quote: Quote
    summary: str = ""
    pictures: tuple[Picture, ...] = ()
    options: tuple[OptionGroup, ...] = ()
    facts: tuple[Fact, ...] = ()
    stock: str = ""  # "1,200 in stock, Ningbo"
    stock_level: str = "success"
    stock_time: str = ""  # "counted 22 November, 14:05 Shanghai time"
    from_price: str = ""
    price_note: str = ""
    breaks: tuple[BreakRow, ...] = ()
    sample: str = ""
    sample_url: str = ""
    enquiry_url: str = ""
    description: str = ""  # HTML
    specification: tuple[SpecRow, ...] = ()
    downloads: tuple[Download, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    packing: tuple[PackingRow, ...] = ()
    trade_facts: tuple[Fact, ...] = ()  # HS code, origin, ports
    steps: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    related: tuple[ProductCard, ...] = ()
    related_title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BasketRow:
    """A line of the basket; `quantity` is a Field so that its own error stands beside it."""

    sku: str
    title: str
    url: str
    quantity: Field
    unit: str
    unit_price: str
    total: str
    ready: str
    promise: str = ""
    specs: str = ""
    hint: str = ""  # "800 more: 4 % less per piece"
    hint_url: str = ""
    picture: Picture | None = None
    remove_url: str = ""  # posts
    error: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """What an order comes to: labelled amounts, the total, and the day all of it is ready."""

    rows: tuple[Fact, ...]
    total_label: str
    total: str
    ready: str = ""
    note: str = ""
    lines: tuple["SummaryLine", ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SummaryLine:
    """A line of the folded summary beside checkout and under an order."""

    sku: str
    title: str
    quantity: str
    total: str
    promise: str = ""
    unit_price: str = ""
    picture: Picture | None = None
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BasketPage(Page):
    """The basket, or a kind word when it is empty."""

    template: ClassVar[str] = "pages/basket.html"
    rows: tuple[BasketRow, ...] = ()
    update_url: str = ""  # posts all quantities
    summary: Summary | None = None
    freight_facts: tuple[Fact, ...] = ()  # cartons, CBM, gross weight, container fill
    checkout_url: str = ""
    quote_url: str = ""
    continue_url: str = ""
    paste: Form | None = None
    undo: Form | None = None  # puts a removed line back; hidden fields and one button


@dataclass(frozen=True, kw_only=True, slots=True)
class QuickOrderRow:
    """A pasted row with its fate; rows with an error are kept for correction."""

    line: str
    sku: str
    quantity: str
    title: str = ""
    unit_price: str = ""
    total: str = ""
    ready: str = ""
    error: str = ""
    suggestion: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuickOrderPage(Page):
    """Paste part numbers; good rows are kept, bad ones say why."""

    template: ClassVar[str] = "pages/quick_order.html"
    form: Form
    intro: str = ""
    rows: tuple[QuickOrderRow, ...] = ()
    result: str = ""
    add_form: Form | None = None
    basket_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckoutStep(Page):
    """What the four steps of checkout share; `step_state`s mark the way."""

    steps: tuple[Step, ...]
    form: Form
    summary: Summary
    hold_note: str = ""  # "Stock and capacity are held for you until 14:35 Shanghai time"
    hold_until: str = ""  # ISO 8601, read by the countdown
    back: Link | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckoutContact(CheckoutStep):
    """Who buys: person, company, country, tax number."""

    template: ClassVar[str] = "pages/checkout_contact.html"
    login: Link | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckoutDelivery(CheckoutStep):
    """Where to: ship-to, Incoterm with place, freight (a radio Field with cost and arrival)."""

    template: ClassVar[str] = "pages/checkout_delivery.html"
    freight_facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Instalment:
    """A part of the money with its due date and state: due, paid, open, late."""

    label: str
    amount: str
    due: str = ""
    state: str = "open"
    state_label: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckoutPayment(CheckoutStep):
    """How to pay: method (radio Field), purchase order number, what falls due when."""

    template: ClassVar[str] = "pages/checkout_payment.html"
    instalments: tuple[Instalment, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewBlock:
    """What was answered at an earlier step, with the way back to change it."""

    title: str
    lines: tuple[str, ...]
    change_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckoutReview(CheckoutStep):
    """Everything once more before the order is placed."""

    template: ClassVar[str] = "pages/checkout_review.html"
    blocks: tuple[ReviewBlock, ...] = ()
    instalments: tuple[Instalment, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone:
    """A step of an order: planned against actual, with proof. state: done, current, open, late."""

    title: str
    state: str = "open"
    planned: str = ""
    actual: str = ""
    note: str = ""
    percent: int | None = None
    percent_label: str = ""
    pictures: tuple[Picture, ...] = ()
    tracking: Fact | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderPage(Page):
    """The buyer's view of an order, from confirmation to arrival."""

    template: ClassVar[str] = "pages/order.html"
    number: str
    status: str
    status_level: str = "info"
    placed: str = ""
    thanks: str = ""  # only on the first look
    facts: tuple[Fact, ...] = ()  # PO number, value, ready date, ship-to, Incoterm
    instalments: tuple[Instalment, ...] = ()
    how_to_pay: tuple[Fact, ...] = ()
    pay_note: str = ""
    pay_action: Link | None = None
    milestones: tuple[Milestone, ...] = ()
    lines: tuple[SummaryLine, ...] = ()
    summary: Summary | None = None
    documents: tuple[Download, ...] = ()
    reorder_url: str = ""  # posts
    help: str = ""
    contact_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountFormPage(Page):
    """Login, register, profile, password reset: one form and the ways beside it."""

    template: ClassVar[str] = "pages/account_form.html"
    form: Form
    intro: str = ""
    links: tuple[Link, ...] = ()
    menu: tuple[Link, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderRow:
    """An order in the buyer's list."""

    number: str
    url: str
    placed: str
    total: str
    status: str
    status_level: str = "info"
    ready: str = ""
    po_number: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountOrdersPage(Page):
    """The buyer's orders."""

    template: ClassVar[str] = "pages/account_orders.html"
    menu: tuple[Link, ...] = ()
    rows: tuple[OrderRow, ...] = ()
    pager: Pager | None = None
    logout_url: str = ""  # posts
    catalogue_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class EnquiryPage(Page):
    """A request for a quote or a question, and the thanks with its reference afterwards."""

    template: ClassVar[str] = "pages/enquiry.html"
    form: Form | None
    intro: str = ""
    points: tuple[str, ...] = ()
    contact_facts: tuple[Fact, ...] = ()
    reference: str = ""
    reply_by: str = ""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticePage(Page):
    """An honest page: not found, error, suspended, forbidden, link expired."""

    template: ClassVar[str] = "pages/notice.html"
    text: str = ""
    code: str = ""
    actions: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PlainNotice(Page):
    """A page where no store can be shown (unknown host, suspended, failure): needs no shell."""

    template: ClassVar[str] = "pages/plain_notice.html"
    text: str = ""
    code: str = ""
    language: str = "en"
    direction: str = "ltr"
    actions: tuple[Link, ...] = ()
