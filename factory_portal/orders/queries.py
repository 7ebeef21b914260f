"""Orders as the factory reads them."""

from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from factory_portal.inventory.models import Hold
from factory_portal.inventory.queries import held_lines
from factory_portal.orders import rules
from storefront.order.models import Milestone, Order


def orders() -> QuerySet[Order]:
    """Every order with its milestones; two queries however many there are."""
    milestones = Prefetch("milestones", queryset=Milestone.objects.order_by("sort"))
    return Order.objects.prefetch_related(milestones)


def order(number: str) -> Order | None:
    """One order with all that its page shows."""
    return (
        orders()
        .select_related("shipping_address__country", "user", "company")
        .prefetch_related("lines", "milestones__photographs__picture", "log__by", "instalments")
        .filter(number=number)
        .first()
    )


def late(today: date) -> Q:
    """Orders that should have left the house before today."""
    return Q(status__in=rules.OPEN, promised_on__lt=today)


def supply(order: Order) -> list[rules.Supplied]:
    """Line by line, what lies ready for an order or has left already."""
    return [
        rules.Supplied(
            ordered=line.quantity,
            to_make=sum(
                (Decimal(part["quantity"]) for part in line.parts if part["source"] != "stock"),
                Decimal(0),
            ),
            there=line.in_stock + line.shipped,
        )
        for line in held_lines(order.hold_key or "")
    ]


def waiting_for(production_number: str) -> list[str]:
    """The numbers of orders that get something from a production order, made or still to come."""
    found = Hold.objects.filter(
        Q(lines__receipts__production_order__number=production_number)
        | Q(lines__lots__balance__lot__number=production_number)
        | Q(lines__production_orders__number=production_number),
        status=Hold.Status.FIRM,
    )
    return sorted(set(found.values_list("reference", flat=True)))


def lock_order(number: str) -> Order:
    """The order, locked until the transaction ends: the first lock of every order action."""
    return Order.objects.select_for_update(of=("self",)).get(number=number)


def lock_waiting_for(production_number: str) -> list[Order]:
    """The orders that a production order works for, locked in the order of their numbers."""
    numbers = waiting_for(production_number)
    return list(
        Order.objects.select_for_update(of=("self",)).filter(number__in=numbers).order_by("number")
    )
