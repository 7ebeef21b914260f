"""Lines of stock, components, routings and orders into values."""

from datetime import date
from decimal import Decimal

from sites.launch.reading import values
from sites.launch.reading.complaints import gettext_noop
from sites.launch.reading.rows import (
    BomLine,
    Component,
    Operation,
    ProductionOrder,
    PurchaseOrder,
    SalesLine,
    StockLot,
    Supplier,
    WorkCentre,
)
from sites.launch.reading.tables import Line

ZERO = Decimal(0)
NO_DAY = date(1, 1, 1)


def stock_lot(line: Line) -> StockLot:
    on_hand, reserved = line.stock("qty_on_hand"), line.stock("qty_reserved")
    if line.sound and reserved > on_hand:
        line.complain(
            "qty_reserved",
            gettext_noop("Row %(row)d: %(reserved)s are reserved but only %(on_hand)s on hand."),
            reserved=reserved,
            on_hand=on_hand,
        )
    status = line.text("status", "available").lower()
    if status not in ("available", "on hold"):
        line.complain(
            "status",
            gettext_noop('Row %(row)d: "%(status)s" is neither available nor on hold.'),
            status=status,
        )
    return StockLot(
        sku=line.required("sku"),
        warehouse=line.text("warehouse"),
        lot=line.text("lot"),
        on_hand=on_hand,
        reserved=reserved,
        unit=line.unit(),
        on_hold=status == "on hold",
        produced_on=line.day("produced_on"),
        bin=line.text("bin"),
    )


def component(line: Line) -> Component:
    kind = line.text("type").lower()
    if kind not in ("buy", "make"):
        line.complain("type", gettext_noop('Row %(row)d: the type is neither "Buy" nor "Make".'))
    return Component(
        code=line.required("component"),
        name=line.required("name"),
        made_here=kind == "make",
        unit=line.unit(),
        on_hand=line.stock("on_hand"),
        safety_stock=line.decimal("safety_stock") or ZERO,
        unit_cost=line.price("unit_cost"),
        currency=line.text("currency"),
        supplier=line.text("supplier"),
        lead_time_days=line.whole("lead_time_days"),
    )


def bom_line(line: Line) -> BomLine:
    quantity = line.need("qty_per", line.decimal("qty_per"), ZERO)
    if line.sound and quantity == 0:
        line.complain("qty_per", gettext_noop("Row %(row)d: the quantity per parent is zero."))
    return BomLine(
        parent=line.required("parent_item"),
        component=line.required("component"),
        quantity=quantity,
        unit=line.unit(),
        scrap_percent=line.decimal("scrap_percent") or ZERO,
    )


def work_centre(line: Line) -> WorkCentre:
    percent = line.text("efficiency_percent", "100").rstrip("%％ ")
    line.cells = {**line.cells, "efficiency_percent": percent}
    return WorkCentre(
        code=line.required("code"),
        name=line.required("name"),
        stations=line.need("stations", line.whole("stations"), 1),
        shifts=line.read(
            "shifts",
            values.shifts_of,
            gettext_noop('Row %(row)d: "%(text)s" is not a shift; write it like 08:00-16:30.'),
            (),
        ),
        break_minutes=line.whole("break_min_per_shift") or 0,
        working_days=line.read(
            "working_days",
            values.working_days_of,
            gettext_noop("Row %(row)d: the working days are not written like Mon,Tue,Wed."),
            (),
        ),
        efficiency_percent=line.decimal("efficiency_percent") or Decimal(100),
        holidays=line.read(
            "holidays",
            lambda cell: values.holidays_of(cell, line.table.spelling),
            gettext_noop('Row %(row)d: "%(text)s" is not a date; write it like 2026-11-22.'),
            (),
        ),
        time_zone=line.text("time_zone"),
        note=line.text("note"),
    )


def operation(line: Line) -> Operation:
    return Operation(
        item=line.required("item"),
        sequence=line.need("operation", line.whole("operation"), 0),
        work_centre=line.required("work_centre"),
        description=line.text("description"),
        setup_minutes=line.decimal("setup_min") or ZERO,
        run_minutes=line.need("run_min_per_unit", line.decimal("run_min_per_unit"), ZERO),
    )


def supplier(line: Line) -> Supplier:
    return Supplier(
        code=line.required("supplier"),
        name=line.required("name"),
        country=line.text("country"),
        supplies=line.text("supplies"),
        lead_time_days=line.whole("lead_time_days"),
        email=line.text("email"),
        currency=line.text("currency"),
    )


def purchase_order(line: Line) -> PurchaseOrder:
    return PurchaseOrder(
        number=line.required("purchase_order"),
        component=line.required("component"),
        supplier=line.text("supplier"),
        quantity=line.need("qty", line.decimal("qty"), ZERO),
        unit=line.unit(),
        unit_price=line.need("unit_price", line.price("unit_price"), ZERO),
        currency=line.text("currency"),
        ordered_on=line.need("order_date", line.day("order_date"), NO_DAY),
        expected_on=line.need("expected_receipt", line.day("expected_receipt"), NO_DAY),
        status=line.text("status"),
    )


def production_order(line: Line) -> ProductionOrder:
    quantity = line.need("qty", line.decimal("qty"), ZERO)
    completed = line.decimal("qty_completed") or ZERO
    start = line.need("start_date", line.day("start_date"), NO_DAY)
    due = line.need("due_date", line.day("due_date"), NO_DAY)
    if line.sound and completed > quantity:
        line.complain(
            "qty_completed",
            gettext_noop("Row %(row)d: more is completed than was ordered."),
        )
    if line.sound and due < start:
        line.complain("due_date", gettext_noop("Row %(row)d: it is due before it starts."))
    status = line.text("status", "planned").lower()
    if status not in ("planned", "released", "in progress"):
        line.complain(
            "status",
            gettext_noop('Row %(row)d: "%(status)s" is not planned, released or in progress.'),
            status=status,
        )
    return ProductionOrder(
        number=line.required("production_order"),
        item=line.required("item"),
        quantity=quantity,
        completed=completed,
        last_finished_operation=line.whole("last_finished_operation") or 0,
        start_on=start,
        due_on=due,
        status=status,
        note=line.text("note"),
    )


def sales_line(line: Line) -> SalesLine:
    ordered = line.need("order_date", line.day("order_date"), NO_DAY)
    promised = line.need("promised_date", line.day("promised_date"), NO_DAY)
    quantity = line.need("qty", line.decimal("qty"), ZERO)
    reserved = line.decimal("qty_reserved_from_stock") or ZERO
    if line.sound and reserved > quantity:
        line.complain(
            "qty_reserved_from_stock",
            gettext_noop("Row %(row)d: more is reserved than was ordered."),
        )
    return SalesLine(
        order=line.required("order"),
        line=line.need("line", line.whole("line"), 1),
        company=line.required("company_code"),
        sku=line.required("sku"),
        quantity=quantity,
        unit=line.unit(),
        reserved=reserved,
        unit_price=line.need("unit_price", line.price("unit_price"), ZERO),
        currency=line.text("currency"),
        ordered_on=ordered,
        requested_on=line.day("requested_date") or promised,
        promised_on=promised,
        incoterm=line.text("incoterm"),
        status=line.text("status"),
    )
