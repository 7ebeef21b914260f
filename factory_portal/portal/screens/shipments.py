"""Shipments: what to pick and pack today, and what is on its way."""

from django.contrib import messages
from django.forms import formset_factory
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from factory_portal.inventory.actions import NotReadyToShip
from factory_portal.portal import formats, forms
from factory_portal.portal.areas import does, reads, sees, writes
from factory_portal.portal.shell import list_screen, screen
from factory_portal.portal.tables import Cell, Choice, Column, Filter, ListSpec
from factory_portal.shipments import actions, queries, rules
from factory_portal.shipments.models import Package, Shipment
from storefront.order.models import Order

State = Shipment.State
LEVELS = {
    State.DRAFT: "warning",
    State.PICKED: "info",
    State.PACKED: "info",
    State.DISPATCHED: "success",
    State.DELIVERED: "neutral",
    State.CANCELLED: "danger",
}
Packages = formset_factory(
    forms.PackageRow, extra=0, max_num=50, min_num=1, validate_min=True, can_delete=True
)


@reads("shipments")
@require_safe
def shipments(request):
    """Every shipment, the newest first."""
    return list_screen(request, _spec(), area="shipments", title=_("Shipments"))


def _spec() -> ListSpec:
    return ListSpec(
        name="shipments",
        rows=queries.shipments(),
        search=("number", "order__number", "order__company_name", "tracking_number", "carrier"),
        search_hint=_("Number, order, buyer or tracking"),
        sort="-number",
        empty=_("No shipments yet. Orders that are ready appear here by themselves."),
        filters=(
            Filter(
                key="state",
                label=_("State"),
                choices=(
                    Choice(
                        value="here",
                        label=_("in the house"),
                        narrow=lambda rows: rows.filter(state__in=queries.HERE),
                    ),
                    *(
                        Choice(
                            value=value,
                            label=label,
                            narrow=lambda rows, v=value: rows.filter(state=v),
                        )
                        for value, label in State.choices
                    ),
                ),
            ),
        ),
        columns=(
            Column(
                key="number",
                label=_("Shipment"),
                sort=("pk",),
                cell=lambda row: Cell(
                    text=row.number, code=True, url=reverse("portal:shipment", args=[row.number])
                ),
            ),
            Column(
                key="order",
                label=_("Order"),
                sort=("order__number",),
                cell=lambda row: Cell(text=row.order.number, code=True),
            ),
            Column(
                key="buyer",
                label=_("Buyer"),
                sort=("order__company_name",),
                cell=lambda row: Cell(
                    text=row.order.company_name or row.order.contact_name,
                    note=formats.country(row.order.country),
                ),
            ),
            Column(
                key="lines",
                label=_("Lines"),
                sort=("line_count",),
                number=True,
                cell=lambda row: formats.number(row.line_count),
            ),
            Column(
                key="warehouse",
                label=_("Warehouse"),
                sort=("warehouse__code",),
                cell=lambda row: row.warehouse.code,
            ),
            Column(
                key="tracking",
                label=_("Carrier"),
                sort=("carrier",),
                cell=lambda row: Cell(
                    text=row.carrier or formats.NOTHING, note=row.tracking_number
                ),
            ),
            Column(
                key="planned",
                label=_("Planned"),
                sort=("created_at",),
                cell=lambda row: Cell(text=formats.moment(row.created_at), date=True),
                value=lambda row: row.created_at.isoformat(),
            ),
            Column(
                key="state",
                label=_("State"),
                sort=("state",),
                cell=lambda row: Cell(text=row.get_state_display(), level=LEVELS[row.state]),
                value=lambda row: row.state,
            ),
        ),
    )


@reads("shipments")
@require_safe
def shipment(request, number: str):
    """One shipment and its next step."""
    return _shipment_screen(request, _found(number))


def _shipment_screen(request, found: Shipment, *, packages=None, dispatch=None):
    may_work = does(request.role, "shipments")
    lines = list(found.lines.all())
    parcels = queries.parcels(found)
    here = found.state in queries.HERE
    packing = may_work and found.state in (State.PICKED, State.PACKED)
    return screen(
        request,
        "shipments/shipment.html",
        area="shipments",
        title=_("Shipment %(number)s") % {"number": found.number},
        number=found.number,
        state=found.get_state_display(),
        level=LEVELS[found.state],
        facts=_facts(found),
        order_number=found.order.number,
        order_url=reverse("portal:order", args=[found.order.number])
        if sees(request.role, "orders")
        else "",
        lines=[_line(one) for one in lines],
        parcels=[_parcel(one) for one in parcels],
        totals=_totals(parcels),
        awaits_money=here and queries.awaits_money(found.order),
        may_pick=may_work and found.state == State.DRAFT,
        packages=(packages or _packages(found, parcels)) if packing else None,
        packages_open=packages is not None or found.state == State.PICKED,
        dispatch=(dispatch or forms.Dispatch(initial={"carrier": found.order.freight_service}))
        if may_work and found.state == State.PACKED
        else None,
        may_deliver=may_work and found.state == State.DISPATCHED,
        may_cancel=may_work and here,
        tracking_url=found.tracking_url,
        status=422 if dispatch is not None or (packages is not None and packages.is_bound) else 200,
    )


def _facts(found: Shipment):
    address = found.order.shipping_address
    facts = [
        (_("Buyer"), found.order.company_name or found.order.contact_name),
        (_("Warehouse"), str(found.warehouse)),
        (_("Ship to"), ", ".join(address.active_address_fields()) if address else ""),
        (_("Carrier"), found.carrier),
        (_("Tracking number"), found.tracking_number),
        *(
            (label, formats.moment(at))
            for label, at in (
                (_("Planned"), found.created_at),
                (_("Picked"), found.picked_at),
                (_("Packed"), found.packed_at),
                (_("Dispatched"), found.dispatched_at),
                (_("Delivered"), found.delivered_at),
            )
            if at
        ),
    ]
    return [(label, value) for label, value in facts if value]


def _line(one):
    return {
        "sku": one.order_line.sku,
        "title": one.order_line.title,
        "lot": one.lot.number,
        "quantity": formats.quantity(one.quantity, one.order_line.unit),
    }


def _parcel(one: rules.Parcel):
    sides = (one.length_cm, one.width_cm, one.height_cm)
    return {
        "count": formats.number(one.count),
        "kind": Package.Kind(one.kind).label,
        "contents": one.contents,
        "size": " × ".join(formats.plain(side) for side in sides) + " cm",
        "net": f"{formats.number(one.net_kg)} kg",
        "gross": f"{formats.number(one.gross_kg)} kg",
    }


def _totals(parcels) -> tuple[str, ...]:
    if not parcels:
        return ()
    total = rules.totals(parcels)
    packages = ngettext("%(count)s package", "%(count)s packages", total.packages) % {
        "count": formats.number(total.packages)
    }
    return (
        packages,
        f"{formats.number(total.gross_kg)} kg",
        f"{formats.store.number(total.cbm, places=3)} m³",
    )


def _packages(found: Shipment, parcels):
    rows = parcels or queries.suggested_parcels(found)
    initial = [
        {
            name: formats.plain(value) if name not in ("kind", "contents") else value
            for name, value in vars(one).items()
        }
        for one in rows
    ]
    return Packages(initial=initial or [{"kind": "carton", "count": 1}], prefix="packages")


@writes("shipments")
@require_POST
def plan(request, number: str):
    """Plan a shipment of what lies ready for an order."""
    if not Order.objects.filter(number=number).exists():
        raise Http404
    try:
        opened = actions.plan(number, by=request.user)
    except rules.NothingReady:
        messages.warning(request, _("Nothing more lies ready for this order."))
        return redirect("portal:order", number=number)
    messages.success(request, _("Shipment planned."))
    return redirect("portal:shipment", number=opened[0].number)


@writes("shipments")
@require_POST
def pick(request, number: str):
    """The goods are off the shelf."""
    _found(number)
    return _moved(request, number, actions.pick, _("Picked. Now pack it."))


@writes("shipments")
@require_POST
def deliver(request, number: str):
    """The goods arrived."""
    _found(number)
    return _moved(request, number, actions.deliver, _("Delivered."))


@writes("shipments")
@require_POST
def cancel(request, number: str):
    """Take the shipment apart."""
    _found(number)
    return _moved(
        request, number, actions.cancel, _("The shipment is cancelled; its goods lie ready again.")
    )


def _moved(request, number: str, action, done: str):
    try:
        action(number, by=request.user)
    except rules.NotInThisState:
        messages.error(request, _("The shipment has moved on; this step is not open any more."))
    else:
        messages.success(request, done)
    return redirect("portal:shipment", number=number)


@writes("shipments")
@require_POST
def pack(request, number: str):
    """Write down the packages."""
    found = _found(number)
    packages = Packages(request.POST, prefix="packages")
    if "add" in request.POST:
        return _shipment_screen(request, found, packages=_one_more(request))
    if not packages.is_valid():
        return _shipment_screen(request, found, packages=packages)
    typed = [row.cleaned_data for row in packages if not row.cleaned_data.get("DELETE")]
    parcels = [
        rules.Parcel(**{name: value for name, value in row.items() if name != "DELETE"})
        for row in typed
    ]
    try:
        actions.pack(number, parcels, by=request.user)
    except rules.NothingPacked:
        messages.error(request, _("A shipment needs at least one package."))
    except rules.NotInThisState:
        messages.error(request, _("The shipment has moved on; this step is not open any more."))
    else:
        messages.success(request, _("Packed."))
    return redirect("portal:shipment", number=number)


def _one_more(request):
    """The same rows as typed, and an empty one; nothing is judged yet."""
    typed = request.POST.copy()
    count = int(typed.get("packages-TOTAL_FORMS") or 0)
    rows = [
        {name: typed.get(f"packages-{at}-{name}", "") for name in forms.PackageRow.base_fields}
        for at in range(min(count, 49))
    ]
    return Packages(initial=[*rows, {"kind": "carton", "count": 1}], prefix="packages")


@writes("shipments")
@require_POST
def dispatch(request, number: str):
    """Hand the shipment to its carrier."""
    found = _found(number)
    form = forms.Dispatch(request.POST)
    if not form.is_valid():
        return _shipment_screen(request, found, dispatch=form)
    try:
        actions.dispatch(number, **form.cleaned_data, by=request.user)
    except NotReadyToShip:
        form.add_error(None, _("Some of these goods are no longer reserved for this order."))
        return _shipment_screen(request, found, dispatch=form)
    except (rules.NotInThisState, rules.NothingPacked):
        messages.error(request, _("Pack the shipment first."))
    else:
        messages.success(request, _("On its way. The buyer has been told by mail."))
    return redirect("portal:shipment", number=number)


def _found(number: str) -> Shipment:
    found = queries.shipment(number)
    if found is None:
        raise Http404
    return found
