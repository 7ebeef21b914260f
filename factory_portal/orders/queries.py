"""Orders as the factory reads them."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from factory_portal.orders import rules
from factory_portal.production.queries import made_for
from storefront.order.models import Milestone, Order


def orders() -> QuerySet[Order]:
    """Every order with its milestones, the newest first; two queries however many there are."""
    milestones = Prefetch("milestones", queryset=Milestone.objects.order_by("sort"))
    return Order.objects.prefetch_related(milestones).order_by("-date_placed")


def order(number: str) -> Order | None:
    """One order with all that its page shows."""
    return (
        orders()
        .select_related("shipping_address__country", "user", "company")
        .prefetch_related("lines__item", "milestones__photographs__picture", "log__by")
        .filter(number=number)
        .first()
    )


def late(today: date) -> Q:
    """Orders that should have left the house before today."""
    return Q(status__in=rules.OPEN, promised_on__lt=today)


def jobs(number: str) -> list[rules.Job]:
    """What is made for an order, as the progress rule reads it."""
    return [
        rules.Job(wanted=row.quantity, good=row.good, is_done=row.state == row.State.DONE)
        for row in made_for(number)
    ]


def lock_order(number: str) -> Order:
    """The order, locked until the transaction ends: the first lock of every order action."""
    return Order.objects.select_for_update(of=("self",)).get(number=number)
