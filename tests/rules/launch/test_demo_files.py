"""The three factories' files are read whole, and what their README states holds."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from sites.launch.reading.folders import read_folder
from sites.launch.reading.moving import moved, whole_weeks

DEMO = Path(__file__).parents[3] / "sites" / "launch" / "demo"
FACTORIES = {"harrow-vale": 121, "loomstone": 60, "lumenforge": 71}


@pytest.fixture(scope="module")
def readings():
    return {slug: read_folder(DEMO / slug) for slug in FACTORIES}


@pytest.mark.parametrize("slug", FACTORIES)
def test_a_factory_is_read_without_a_complaint(readings, slug):
    reading = readings[slug]
    assert reading.complaints == ()
    assert len(reading.files.variants) == FACTORIES[slug]
    assert len(reading.files.families) == 10
    assert reading.files.profile.slug == slug
    assert {page.language for page in reading.files.pages} == set(reading.files.profile.languages)


@pytest.mark.parametrize("slug", FACTORIES)
def test_every_sku_is_ready_to_sell(readings, slug):
    files = readings[slug].files
    breaks = {}
    for price in files.price_breaks:
        breaks.setdefault(price.sku, []).append(price)
    packing = {boxes.sku: boxes for boxes in files.packing}
    routed = {operation.item for operation in files.operations}
    categories = {entry.key for entry in files.translations if entry.entity == "category"}
    families = {family.code: family for family in files.families}
    pictures = {path.name for path in (DEMO / "pictures").rglob("*.jpg")}
    for variant in files.variants:
        prices = breaks[variant.sku]
        assert prices[0].from_qty == variant.moq
        assert [price.from_qty for price in prices] == sorted({p.from_qty for p in prices})
        assert variant.options
        assert 6 <= len(variant.attributes) <= 12
        assert len(variant.hs_code) == 6
        assert variant.country_of_origin == files.profile.country
        assert variant.sku in routed
        assert packing[variant.sku].carton_gross_kg > packing[variant.sku].carton_net_kg
        assert packing[variant.sku].unit_net_kg == variant.net_weight_kg or slug == "loomstone"
        assert families[variant.family].category_path in categories
        assert set(variant.images) <= pictures


@pytest.mark.parametrize("slug", FACTORIES)
def test_reserved_stock_is_what_the_orders_took(readings, slug):
    files = readings[slug].files
    lots, lines = Counter(), Counter()
    for lot in files.stock:
        lots[lot.sku] += lot.reserved
    for line in files.sales:
        lines[line.sku] += line.reserved
    assert +lots == +lines


@pytest.mark.parametrize(
    ("slug", "busy", "idle"),
    [("harrow-vale", "HOB", "GRD"), ("loomstone", "KLN", "BSK"), ("lumenforge", "LH", "XS")],
)
def test_the_load_of_the_work_centres_is_as_stated(readings, slug, busy, idle):
    files = readings[slug].files
    first, last = date(2026, 11, 23), date(2026, 12, 13)
    centres = {centre.code: centre for centre in files.work_centres}
    minutes = Counter()
    for order in files.production_orders:
        for operation in files.operations:
            if operation.item != order.item or order.due_on > last:
                continue
            if operation.sequence > order.last_finished_operation:
                minutes[operation.work_centre] += operation.run_minutes * (
                    order.quantity - order.completed
                ) + (0 if order.completed else operation.setup_minutes)

    def capacity(centre):
        days = [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]
        closed = [(holiday.first, holiday.last) for holiday in centre.holidays]
        open_days = sum(
            day.weekday() in centre.working_days and not any(a <= day <= b for a, b in closed)
            for day in days
        )
        net = sum(
            (
                shift.ends.hour * 60
                + shift.ends.minute
                - shift.starts.hour * 60
                - shift.starts.minute
            )
            % 1440
            - centre.break_minutes
            for shift in centre.shifts
        )
        return centre.stations * net * open_days * centre.efficiency_percent / 100

    load = {code: minutes[code] / capacity(centre) for code, centre in centres.items()}
    assert round(load[busy], 2) == Decimal("0.95")
    assert load[idle] == 0
    assert max(value for code, value in load.items() if code != busy) < Decimal("0.83")


def test_the_erp_words_are_ours(readings):
    files = readings["lumenforge"].files
    bulb = next(variant for variant in files.variants if variant.sku == "LF-BL07-27")
    assert (bulb.moq, bulb.unit, bulb.hs_code) == (1000, "H87", "853952")
    assert bulb.options == (("功率", "7 W"), ("色温", "2700 K"))
    assert bulb.net_weight_kg == Decimal("0.052")
    lot = files.stock[0]
    assert (lot.warehouse, lot.on_hand, lot.produced_on) == ("SZX", 13330, date(2026, 10, 20))
    assert sum(lot.on_hand for lot in files.stock) == 188_958
    centre = next(centre for centre in files.work_centres if centre.code == "XS")
    assert "España" in centre.note
    assert centre.efficiency_percent == 88
    assert {component.currency for component in files.components} == {"CNY"}


def test_the_shop_export_is_completed_by_the_wholesale_files(readings):
    files = readings["loomstone"].files
    towel = files.variants[0]
    assert (towel.gtin, towel.moq, towel.currency) == ("2035200100036", 120, "EUR")
    assert towel.options == (("Colour", "Mist blue"), ("Size", "Guest 30 × 50 cm"))
    assert files.price_breaks[0].unit_price == Decimal("1.65") < towel.retail_price
    assert {family.code: family.category_path for family in files.families} == {
        "cotton-towels": "textiles/towels",
        "stoneware-mugs": "tableware/mugs",
        "stoneware-bowls-plates": "tableware/bowls-plates",
        "oak-dining-chair": "furniture/chairs",
        "oak-stool": "furniture/stools",
        "linen-cushions": "textiles/cushions",
        "table-lamp": "lighting/table-lamps",
        "woven-basket": "decoration/baskets",
        "glass-carafe": "tableware/glass",
        "serving-boards": "tableware/boards",
    }


def test_files_can_be_moved_to_another_week(readings):
    files = readings["harrow-vale"].files
    by = whole_weeks(date(2026, 11, 22), date(2027, 5, 4))
    assert by == timedelta(days=161)
    later = moved(files, by)
    assert moved(later, -by) == files
    assert all(
        (after.due_on - before.due_on, after.quantity) == (by, before.quantity)
        for before, after in zip(files.production_orders, later.production_orders, strict=True)
    )
    assert later.work_centres[0].holidays[0].first.weekday() == (
        files.work_centres[0].holidays[0].first.weekday()
    )


def test_workbook_floats_are_exact(readings):
    prices = [order.unit_price for order in readings["harrow-vale"].files.purchase_orders]
    assert all(price == round(price, 4) for price in prices)
