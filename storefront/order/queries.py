"""Reads of orders, for the buyer."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.crypto import constant_time_compare

from sites.tenancy.hosts import store_address
from sites.tenancy.scope import current_factory
from storefront.order.models import Milestone, MilestonePhotograph, Order


def order_of(hold_key: str) -> Order | None:
    """The order that a checkout became, if it did."""
    return Order.objects.filter(hold_key=hold_key).first()


def for_buyer(number: str, *, key: str = "", user=None) -> Order | None:
    """The order with all its page needs, for its buyer or for who holds its key."""
    found = (
        Order.objects.filter(number=number)
        .select_related("shipping_address", "company")
        .prefetch_related(
            "lines",
            "instalments",
            Prefetch("milestones", Milestone.objects.order_by("sort")),
            Prefetch("milestones__photographs", MilestonePhotograph.objects.order_by("sort", "pk")),
        )
        .first()
    )
    if found is None:
        return None
    own = user is not None and user.pk is not None and found.user_id == user.pk
    return found if own or (key and constant_time_compare(key, found.access_key)) else None


def orders_of(user) -> QuerySet[Order]:
    """A buyer's orders, newest first."""
    return Order.objects.filter(user=user).order_by("-date_placed", "-pk")


def address_of(order: Order) -> str:
    """The full address of the order's page, with the key that opens it."""
    path = f"/{order.language}/orders/{order.number}/?key={order.access_key}"
    return store_address(current_factory(), path)


@dataclass(frozen=True, kw_only=True)
class ForMail:
    """What a mail about an order needs."""

    email: str
    language: str
    user: object
    context: dict


def for_mail(number: str) -> ForMail:
    """The order with its lines and parts of the money, for the confirmation."""
    found = (
        Order.objects.select_related("user", "shipping_address")
        .prefetch_related("lines", "instalments")
        .get(number=number)
    )
    return ForMail(
        email=found.guest_email or (found.user.email if found.user else ""),
        language=found.language,
        user=found.user,
        context={
            "order": found,
            "lines": list(found.lines.all()),
            "instalments": list(found.instalments.all()),
            "address": address_of(found),
            "factory": current_factory(),
        },
    )
