"""Stock: what lies where, what of it is free, counts and arrivals."""

from decimal import Decimal

from django.contrib import messages
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from factory_portal.inventory import actions, queries
from factory_portal.inventory.models import Balance, Item, Move
from factory_portal.portal import formats, forms
from factory_portal.portal.areas import does, reads, writes
from factory_portal.portal.shell import list_screen, screen
from factory_portal.portal.tables import Cell, Choice, Column, Filter, ListSpec

LEDGER_ROWS = 30


@reads("stock")
@require_safe
def items(request):
    """Every item with what is on hand, reserved and free."""
    return list_screen(
        request, _spec(), area="stock", title=pgettext("goods in the warehouse", "Stock")
    )


def _spec() -> ListSpec:
    return ListSpec(
        name="stock",
        rows=queries.stock().annotate(
            free=F("on_hand") - F("reserved") - F("blocked") - F("in_transit")
        ),
        search=("code", "name"),
        search_hint=_("Code or name"),
        sort="code",
        empty=_("No items yet. They come with the catalogue."),
        filters=(
            Filter(
                key="kind",
                label=_("Kind"),
                choices=tuple(
                    Choice(
                        value=value, label=label, narrow=lambda rows, v=value: rows.filter(kind=v)
                    )
                    for value, label in Item.Kind.choices
                ),
            ),
            Filter(
                key="level",
                label=_("Level"),
                choices=(
                    Choice(
                        value="low",
                        label=_("at or below safety stock"),
                        narrow=lambda rows: rows.filter(
                            safety_stock__gt=0, free__lte=F("safety_stock")
                        ),
                    ),
                    Choice(
                        value="none",
                        label=_("nothing free"),
                        narrow=lambda rows: rows.filter(free__lte=0),
                    ),
                    Choice(
                        value="some",
                        label=_("free stock"),
                        narrow=lambda rows: rows.filter(free__gt=0),
                    ),
                    Choice(
                        value="blocked",
                        label=_("on hold"),
                        narrow=lambda rows: rows.filter(blocked__gt=0),
                    ),
                ),
            ),
        ),
        columns=(
            Column(
                key="code",
                label=_("Item"),
                sort=("code",),
                cell=lambda row: Cell(
                    text=row.code, code=True, url=reverse("portal:item", args=[row.pk])
                ),
            ),
            Column(key="name", label=_("Name"), sort=("name",), cell=lambda row: row.name),
            _quantity("on_hand", _("On hand")),
            _quantity("reserved", _("Reserved")),
            Column(
                key="free",
                label=pgettext("stock", "Free"),
                sort=("free",),
                number=True,
                cell=_free,
                value=lambda row: formats.plain(row.free),
            ),
            _quantity("blocked", _("On hold")),
            _quantity("safety_stock", _("Safety stock")),
            Column(
                key="unit",
                label=_("Unit"),
                cell=lambda row: formats.unit(row.unit),
                value=lambda row: row.unit,
            ),
        ),
    )


def _quantity(name: str, label: str) -> Column:
    return Column(
        key=name,
        label=label,
        sort=(name,),
        number=True,
        cell=lambda row: formats.number(getattr(row, name)),
        value=lambda row: formats.plain(getattr(row, name)),
    )


def _free(row) -> Cell:
    if row.free <= 0 and row.kind == Item.Kind.PRODUCT:
        return Cell(text=formats.number(row.free), level="neutral")
    if row.safety_stock and row.free <= row.safety_stock:
        return Cell(text=formats.number(row.free), level="warning")
    return Cell(text=formats.number(row.free))


@reads("stock")
@require_safe
def item(request, pk: int):
    """One item: its lots, its ledger, and the forms for a count and an arrival."""
    return _item_screen(request, _found(pk))


def _item_screen(request, found, *, receive=None, count=None, counted_balance=None):
    may_write = does(request.role, "stock")
    balances = list(queries.balances(item=found))
    totals = {
        name: sum((getattr(one, name) for one in balances), Decimal(0))
        for name in ("on_hand", "reserved")
    }
    return screen(
        request,
        "stock/item.html",
        area="stock",
        title=found.code,
        item=found,
        facts=(
            (_("On hand"), formats.quantity(totals["on_hand"], found.unit)),
            (_("Reserved"), formats.quantity(totals["reserved"], found.unit)),
            (pgettext("stock", "Free"), formats.quantity(_free_of(balances), found.unit)),
            (_("Safety stock"), formats.quantity(found.safety_stock, found.unit)),
        ),
        lots=[_lot(one, found, counted_balance, count) for one in balances],
        moves=[_move(one, found) for one in queries.moves(item=found)[:LEDGER_ROWS]],
        receive=(receive or forms.Receive(initial={"key": get_random_string(20)}))
        if may_write
        else None,
        may_write=may_write,
        status=422 if receive is not None or count is not None else 200,
    )


def _free_of(balances) -> Decimal:
    return sum(
        (
            one.on_hand - one.reserved
            for one in balances
            if one.lot.status == "available" and one.warehouse.kind != "transit"
        ),
        Decimal(0),
    )


def _lot(balance, found, counted_balance, count):
    is_counted = counted_balance == balance.pk
    return {
        "pk": balance.pk,
        "number": balance.lot.number,
        "blocked": balance.lot.status != "available",
        "status": balance.lot.get_status_display(),
        "warehouse": str(balance.warehouse),
        "bin": balance.bin,
        "produced": formats.day(balance.lot.produced_on) if balance.lot.produced_on else "",
        "on_hand": formats.number(balance.on_hand),
        "reserved": formats.number(balance.reserved),
        "form": count
        if is_counted
        else forms.Count(
            auto_id=f"id_{balance.pk}_%s",
            initial={"counted": formats.plain(balance.on_hand), "key": get_random_string(20)},
        ),
        "open": is_counted,
    }


def _move(move, found):
    return {
        "at": formats.moment(move.effective_at),
        "lot": move.lot.number,
        "from": _place(move.get_from_place_display(), move.from_warehouse),
        "to": _place(move.get_to_place_display(), move.to_warehouse),
        "quantity": formats.quantity(move.quantity, found.unit),
        "sign": "" if move.to_place == Move.Place.WAREHOUSE else "−",
        "source": move.source,
    }


def _place(place: str, warehouse) -> str:
    return warehouse.code if warehouse else place


@writes("stock")
@require_POST
def receive(request, pk: int):
    """Take a lot in."""
    found = _found(pk)
    form = forms.Receive(request.POST)
    if not form.is_valid():
        return _item_screen(request, found, receive=form)
    typed = form.cleaned_data
    actions.receive(
        [
            actions.Arrival(
                item_id=found.pk,
                lot=typed["lot"],
                warehouse_id=typed["warehouse"].pk,
                quantity=typed["quantity"],
                key=f"receive:{typed['key']}",
                produced_on=typed["produced_on"],
                bin=typed["bin"],
                source=typed["source"],
            )
        ]
    )
    messages.success(
        request,
        _("%(quantity)s received as lot %(lot)s.")
        % {"quantity": formats.quantity(typed["quantity"], found.unit), "lot": typed["lot"]},
    )
    return redirect("portal:item", pk=pk)


@writes("stock")
@require_POST
def count(request, pk: int, balance_id: int):
    """Make the books agree with a count."""
    found = _found(pk)
    place = (
        Balance.objects.select_related("lot", "warehouse")
        .filter(pk=balance_id, lot__item=found)
        .first()
    )
    if place is None:
        raise Http404
    form = forms.Count(request.POST, auto_id=f"id_{place.pk}_%s")
    if form.is_valid() and _counted(request, form, place, found):
        return redirect("portal:item", pk=pk)
    return _item_screen(request, found, count=form, counted_balance=place.pk)


def _counted(request, form, place, found) -> bool:
    typed = form.cleaned_data
    try:
        move = actions.adjust(
            place.lot,
            place.warehouse,
            counted=typed["counted"],
            reason=_("Count by %(who)s: %(reason)s")
            % {"who": request.user, "reason": typed["reason"]},
            key=f"count:{typed['key']}",
        )
    except actions.NotEnoughStock:
        form.add_error(
            "counted",
            _("%(reserved)s are reserved for orders; they need a new date first.")
            % {"reserved": formats.quantity(place.reserved, found.unit)},
        )
        return False
    if move is None:
        messages.success(request, _("The books agree with the count."))
    else:
        messages.success(request, _("The count is booked."))
    return True


def _found(pk: int) -> Item:
    found = Item.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
