"""One factory's data as frozen values: what every kind of file is read into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    currency: str
    name: str
    swift: str
    iban: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warehouse:
    code: str
    name: str
    country: str
    locode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceList:
    code: str
    name: str
    discount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    standard: str
    holder: str
    scope: str
    issued_by: str
    number: str
    issued: date
    expires: date
    product_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The company itself, from profile.toml."""

    slug: str
    brand: str
    legal_name: str
    legal_name_local: str = ""
    licence_number: str = ""
    licence_type: str = ""
    founded: int | None = None
    employees: int | None = None
    area_m2: int | None = None
    machines: int | None = None
    theme: str = "base"
    country: str
    currency: str
    cost_currency: str
    languages: tuple[str, ...]
    source_language: str
    time_zone: str = "UTC"
    working_week: tuple[str, ...] = ()
    reply_time_target_hours: int | None = None
    export_markets: tuple[str, ...] = ()
    incoterms: tuple[str, ...] = ()
    address_lines: tuple[str, ...] = ()
    contact: Mapping[str, str] = field(default_factory=dict)
    sea_ports: tuple[str, ...] = ()
    airport: str = ""
    payment_terms: tuple[str, ...] = ()
    quotation_valid_days: int = 30
    banks: tuple[Bank, ...] = ()
    warehouses: tuple[Warehouse, ...] = ()
    price_lists: tuple[PriceList, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    data_date: date | None = None
    document: Mapping[str, object] = field(default_factory=dict)
    """The whole file, for what only the pages show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A product as buyers know it; its SKUs differ along the option axes."""

    code: str
    title: str
    short_description: str = ""
    description_html: str = ""
    category_path: str = ""
    material: str = ""
    images: tuple[str, ...] = ()
    country_of_origin: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    name: str
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One SKU. Quantities, prices and weights are per sale unit."""

    sku: str
    family: str
    name: str
    """Empty when the family's title and the options say it all."""
    specification: str = ""
    gtin: str = ""
    hs_code: str = ""
    country_of_origin: str = ""
    material: str = ""
    unit: str = "H87"
    moq: Decimal = Decimal(1)
    order_multiple: Decimal = Decimal(1)
    sample_price: Decimal | None = None
    retail_price: Decimal | None = None
    currency: str = ""
    lead_time_basis: str = ""
    lead_time_days: int | None = None
    net_weight_kg: Decimal | None = None
    available_from: date | None = None
    images: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBreak:
    sku: str
    price_list: str
    currency: str
    from_qty: Decimal
    unit_price: Decimal
    valid_from: date | None = None
    valid_until: date | None = None


Box = tuple[Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """Centimetres and kilograms; `inner_qty` 1 means no inner box."""

    sku: str
    unit_net_kg: Decimal | None = None
    unit_gross_kg: Decimal | None = None
    inner_qty: int | None = None
    inner_cm: Box | None = None
    carton_qty: int | None = None
    carton_cm: Box | None = None
    carton_net_kg: Decimal | None = None
    carton_gross_kg: Decimal | None = None
    cartons_per_layer: int | None = None
    layers: int | None = None
    cartons_per_pallet: int | None = None
    units_per_pallet: int | None = None
    pallet_type: str = ""
    pallet_cm: Box | None = None
    pallet_tare_kg: Decimal | None = None
    pallet_gross_kg: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockLot:
    """An empty warehouse or lot means: the default warehouse, one opening lot."""

    sku: str
    warehouse: str
    lot: str
    on_hand: Decimal
    reserved: Decimal
    unit: str
    on_hold: bool = False
    produced_on: date | None = None
    bin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    code: str
    name: str
    made_here: bool
    unit: str
    on_hand: Decimal
    safety_stock: Decimal
    unit_cost: Decimal | None
    currency: str
    supplier: str = ""
    lead_time_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BomLine:
    parent: str
    component: str
    quantity: Decimal
    unit: str
    scrap_percent: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A shift that ends before it starts crosses midnight."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """Both days included."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCentre:
    code: str
    name: str
    stations: int
    shifts: tuple[Shift, ...]
    break_minutes: int
    working_days: tuple[int, ...]
    """Monday is 0."""
    efficiency_percent: Decimal
    holidays: tuple[Holiday, ...] = ()
    time_zone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    item: str
    sequence: int
    work_centre: str
    description: str
    setup_minutes: Decimal
    run_minutes: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    code: str
    name: str
    country: str
    supplies: str = ""
    lead_time_days: int | None = None
    email: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseOrder:
    number: str
    component: str
    supplier: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    currency: str
    ordered_on: date
    expected_on: date
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionOrder:
    number: str
    item: str
    quantity: Decimal
    completed: Decimal
    last_finished_operation: int
    start_on: date
    due_on: date
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesLine:
    order: str
    line: int
    company: str
    sku: str
    quantity: Decimal
    unit: str
    reserved: Decimal
    unit_price: Decimal
    currency: str
    ordered_on: date
    requested_on: date
    promised_on: date
    incoterm: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    code: str
    title: str
    kind: str
    language: str
    file_name: str
    revision: str = ""
    dated: date | None = None
    access: str = "public"
    product_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    entity: str
    key: str
    language: str
    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Applies from `break_from` up to, not including, `break_to`; None has no limit."""

    mode: str
    service: str
    origin: str
    destination: str
    unit_basis: str
    break_from: Decimal
    break_to: Decimal | None
    rate: Decimal
    minimum: Decimal
    currency: str
    transit_days_min: int
    transit_days_max: int
    valid_from: date
    valid_until: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressZone:
    zone: str
    countries: tuple[str, ...]
    rest_of_world: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    code: str
    name: str
    country: str
    city: str
    vat_number: str
    vat_check: str
    price_list: str
    payment_terms: str
    credit_limit: Decimal
    currency: str
    incoterm: str
    language: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The copy of one language, as pages.<language>.toml gives it; the CMS reads the text."""

    language: str
    file: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactoryFiles:
    """Everything that was read; what was not sent stays empty."""

    profile: Profile | None = None
    families: tuple[Family, ...] = ()
    variants: tuple[Variant, ...] = ()
    price_breaks: tuple[PriceBreak, ...] = ()
    packing: tuple[Packing, ...] = ()
    stock: tuple[StockLot, ...] = ()
    components: tuple[Component, ...] = ()
    bom: tuple[BomLine, ...] = ()
    work_centres: tuple[WorkCentre, ...] = ()
    operations: tuple[Operation, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    purchase_orders: tuple[PurchaseOrder, ...] = ()
    production_orders: tuple[ProductionOrder, ...] = ()
    sales: tuple[SalesLine, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    documents: tuple[Document, ...] = ()
    translations: tuple[Translation, ...] = ()
    rates: tuple[Rate, ...] = ()
    express_zones: tuple[ExpressZone, ...] = ()
    companies: tuple[Company, ...] = ()
    pages: tuple[Pages, ...] = ()
