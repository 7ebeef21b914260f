"""Orders: the list, one order with all that belongs to it, notes, cancelling."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from factory_portal.orders import actions, queries, rules
from factory_portal.portal import formats, forms, pictures
from factory_portal.portal.areas import does, reads, sees, writes
from factory_portal.portal.screens.money import due_event_name
from factory_portal.portal.screens.production import percent_done
from factory_portal.portal.screens.shipments import LEVELS as SHIPMENT_LEVELS
from factory_portal.portal.shell import list_screen, screen
from factory_portal.portal.tables import Cell, Choice, Column, Filter, ListSpec
from factory_portal.production.models import ProductionOrder
from factory_portal.production.queries import made_for
from factory_portal.shipments import queries as shipments
from storefront.order.models import Milestone, Order
from storefront.payment.models import Instalment

LEVELS = {
    rules.PLACED: "info",
    rules.IN_PRODUCTION: "warning",
    rules.READY: "success",
    rules.SENT: "success",
    rules.ARRIVED: "neutral",
    rules.CANCELLED: "danger",
}
MONEY_LEVELS = {"open": "neutral", "due": "warning", "paid": "success", "cancelled": "neutral"}


def status_names() -> dict[str, str]:
    """What the states of an order are called."""
    return {
        rules.PLACED: _("placed"),
        rules.IN_PRODUCTION: _("in production"),
        rules.READY: _("ready"),
        rules.SENT: _("shipped"),
        rules.ARRIVED: _("delivered"),
        rules.CANCELLED: _("cancelled"),
    }


@reads("orders")
@require_safe
def orders(request):
    """Every order, the newest first."""
    return list_screen(request, _spec(request), area="orders", title=_("Orders"))


def _spec(request) -> ListSpec:
    today, names = formats.today(), status_names()
    money = sees(request.role, "money")
    columns = [
        Column(
            key="number",
            label=_("Order"),
            sort=("number",),
            cell=lambda row: Cell(
                text=row.number, code=True, url=reverse("portal:order", args=[row.number])
            ),
        ),
        Column(
            key="buyer",
            label=_("Buyer"),
            sort=("company_name",),
            cell=lambda row: Cell(
                text=row.company_name or row.contact_name, note=formats.country(row.country)
            ),
        ),
        Column(
            key="placed",
            label=_("Placed"),
            sort=("date_placed",),
            cell=lambda row: Cell(
                text=formats.day(row.date_placed.astimezone(formats.factory_zone()).date()),
                date=True,
            ),
            value=lambda row: row.date_placed.isoformat(),
        ),
        Column(
            key="promised",
            label=_("Promised"),
            sort=("promised_on",),
            cell=lambda row: _promised(row, today),
            value=lambda row: row.promised_on.isoformat() if row.promised_on else "",
        ),
        Column(
            key="po",
            label=_("PO number"),
            sort=("purchase_order_number",),
            cell=lambda row: Cell(text=row.purchase_order_number, code=True),
        ),
        Column(key="progress", label=_("Made"), cell=_made, value=_percent_made),
        Column(
            key="status",
            label=_("State"),
            sort=("status",),
            cell=lambda row: Cell(
                text=names.get(row.status, row.status), level=LEVELS.get(row.status, "neutral")
            ),
            value=lambda row: row.status,
        ),
    ]
    if money:
        columns.insert(
            5,
            Column(
                key="total",
                label=_("Total"),
                sort=("total_incl_tax",),
                number=True,
                cell=lambda row: formats.money(row.total_incl_tax, row.currency),
                value=lambda row: f"{formats.plain(row.total_incl_tax)} {row.currency}",
            ),
        )
    return ListSpec(
        name="orders",
        rows=queries.orders(),
        search=("number", "company_name", "contact_name", "purchase_order_number", "guest_email"),
        search_hint=_("Number, buyer or PO number"),
        sort="-placed",
        empty=_("No orders yet. The store is open."),
        columns=tuple(columns),
        filters=(
            Filter(
                key="status",
                label=_("State"),
                choices=(
                    Choice(
                        value="open",
                        label=_("open"),
                        narrow=lambda rows: rows.filter(status__in=rules.OPEN),
                    ),
                    *(
                        Choice(
                            value=value,
                            label=label,
                            narrow=lambda rows, v=value: rows.filter(status=v),
                        )
                        for value, label in names.items()
                    ),
                ),
            ),
            Filter(
                key="time",
                label=_("Time"),
                choices=(
                    Choice(
                        value="late",
                        label=_("late"),
                        narrow=lambda rows: rows.filter(queries.late(today)),
                    ),
                ),
            ),
        ),
    )


def _is_late(row: Order, today) -> bool:
    return row.status in rules.OPEN and row.promised_on is not None and row.promised_on < today


def _promised(row, today) -> Cell:
    level = "danger" if _is_late(row, today) else ""
    return Cell(text=formats.day(row.promised_on), date=True, level=level)


def _percent_made(row) -> int | str:
    found = (one for one in row.milestones.all() if one.kind == Milestone.Kind.PRODUCTION)
    milestone = next(found, None)
    return milestone.progress if milestone else ""


def _made(row) -> Cell:
    percent = _percent_made(row)
    if percent == "":
        return Cell(text=formats.NOTHING)
    return Cell(text=formats.percent(percent), percent=percent)


@reads("orders")
@require_safe
def order(request, number: str):
    """One order: lines, steps, production, shipments, money, log."""
    return _order_screen(request, _found(number))


def _order_screen(request, found: Order, *, note=None, cancel=None):
    today = formats.today()
    money, may_write = sees(request.role, "money"), does(request.role, "orders")
    sent = shipments.of_order(found)
    return screen(
        request,
        "orders/order.html",
        area="orders",
        title=_("Order %(number)s") % {"number": found.number},
        number=found.number,
        state=status_names().get(found.status, found.status),
        level=LEVELS.get(found.status, "neutral"),
        late=_is_late(found, today),
        facts=_facts(found, money),
        lines=[_line(one, found, money) for one in found.lines.all()],
        sums=_sums(found) if money else (),
        steps=[_step(one, today) for one in found.milestones.all()],
        jobs=[_job(one) for one in _jobs(found)] if sees(request.role, "production") else None,
        shipments=[_shipment(one) for one in sent] if sees(request.role, "shipments") else None,
        may_plan=does(request.role, "shipments") and found.status in rules.OPEN,
        instalments=[_instalment(one) for one in found.instalments.all()] if money else None,
        log=[_entry(one) for one in found.log.all()],
        note=(note or forms.Note()) if may_write else None,
        cancel=(cancel or forms.CancelOrder()) if may_write and _may_cancel(found) else None,
        cancel_open=cancel is not None,
        buyer_url=actions.buyer_path(found) if may_write else "",
        status=422 if note is not None or cancel is not None else 200,
    )


def _may_cancel(found: Order) -> bool:
    return found.status in rules.OPEN and not any(
        one.deed == one.Deed.SHIPPED for one in found.log.all()
    )


def _jobs(found: Order):
    """What was opened for the order, and what of others' work it waits for."""
    waits = ProductionOrder.objects.filter(reservations__line__hold__key=found.hold_key or "")
    return (made_for(found.number) | waits.select_related("item")).distinct().order_by("due_on")


def _facts(found: Order, money: bool):
    address = found.shipping_address
    term = f"{found.incoterm} {found.named_place}, Incoterms® 2020" if found.incoterm else ""
    facts = [
        (_("Buyer"), found.company_name or found.contact_name),
        (_("Contact"), found.contact_name if found.company_name else ""),
        (_("E-mail"), found.email),
        (_("Phone"), found.phone),
        (_("Country"), formats.country(found.country)),
        (_("Tax number"), found.tax_number),
        (_("PO number"), found.purchase_order_number),
        (_("Placed"), formats.moment(found.date_placed)),
        (_("Promised"), formats.day(found.promised_on)),
        (_("Delivery"), term),
        (_("Freight"), " ".join(filter(None, (found.freight_mode, found.freight_service)))),
        (_("Payment terms"), found.payment_terms if money else ""),
        (_("Ship to"), ", ".join(address.active_address_fields()) if address else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _line(one, found: Order, money: bool):
    return {
        "sku": one.sku,
        "title": one.title,
        "quantity": formats.quantity(one.quantity, one.unit),
        "ready": formats.day(one.promised_on),
        "unit_price": formats.store.unit_price(one.unit_price_incl_tax, found.currency)
        if money and one.unit_price_incl_tax is not None
        else "",
        "total": formats.money(one.line_price_incl_tax, found.currency) if money else "",
    }


def _sums(found: Order):
    rows = [
        (_("Freight"), found.shipping_incl_tax),
        (_("Insurance"), found.insurance_cost),
        (_("Total"), found.total_incl_tax),
    ]
    return [
        (label, formats.money(amount, found.currency))
        for label, amount in rows
        if amount or label == rows[-1][0]
    ]


def _step(one: Milestone, today):
    late = one.happened_at is None and one.planned_on is not None and one.planned_on < today
    state = "done" if one.happened_at else "late" if late else "current" if one.progress else "open"
    return {
        "title": one.get_kind_display(),
        "state": state,
        "planned": formats.day(one.planned_on) if one.planned_on else "",
        "actual": formats.moment(one.happened_at) if one.happened_at else "",
        "progress": one.progress if one.kind == Milestone.Kind.PRODUCTION else None,
        "percent": formats.percent(one.progress),
        "tracking": " ".join(filter(None, (one.carrier, one.tracking_number))),
        "tracking_url": one.tracking_url,
        "thumbs": pictures.thumbs([shot.picture for shot in one.photographs.all()]),
    }


def _job(one: ProductionOrder):
    return {
        "number": one.number,
        "url": reverse("portal:job", args=[one.number]),
        "item": one.item.code,
        "quantity": formats.quantity(one.quantity, one.item.unit),
        "percent": percent_done(one),
        "percent_text": formats.percent(percent_done(one)),
        "due": formats.day(one.due_on),
        "state": one.get_state_display(),
    }


def _shipment(one):
    return {
        "number": one.number,
        "url": reverse("portal:shipment", args=[one.number]),
        "state": one.get_state_display(),
        "level": SHIPMENT_LEVELS[one.state],
        "warehouse": one.warehouse.code,
        "tracking": " ".join(filter(None, (one.carrier, one.tracking_number))),
    }


def _instalment(one: Instalment):
    return {
        "kind": one.get_kind_display(),
        "amount": formats.money(one.amount, one.currency),
        "received": formats.money(one.received, one.currency) if one.received else "",
        "due": formats.day(one.due_on) if one.due_on else due_event_name(one.due_event),
        "state": one.get_status_display(),
        "level": MONEY_LEVELS[one.status],
        "url": reverse("portal:instalment", args=[one.pk]),
    }


def _entry(one):
    return {
        "deed": one.get_deed_display(),
        "text": one.text,
        "at": formats.moment(one.at),
        "by": str(one.by) if one.by else "",
        "is_note": one.deed == one.Deed.NOTED,
    }


@writes("orders")
@require_POST
def note(request, number: str):
    """Keep an internal remark."""
    found = _found(number)
    form = forms.Note(request.POST)
    if not form.is_valid():
        return _order_screen(request, found, note=form)
    actions.note(number, text=form.cleaned_data["text"], by=request.user)
    messages.success(request, _("Noted."))
    return redirect("portal:order", number=number)


@writes("orders")
@require_POST
def cancel(request, number: str):
    """Cancel an order."""
    found = _found(number)
    form = forms.CancelOrder(request.POST)
    if not form.is_valid():
        return _order_screen(request, found, cancel=form)
    try:
        actions.cancel(number, reason=form.cleaned_data["reason"], by=request.user)
    except rules.TooLateToCancel:
        messages.error(request, _("Goods have left already; the order cannot be cancelled."))
    else:
        messages.success(
            request, _("The order is cancelled; stock and machine time are free again.")
        )
    return redirect("portal:order", number=number)


def _found(number: str) -> Order:
    found = queries.order(number)
    if found is None:
        raise Http404
    return found
