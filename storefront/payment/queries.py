"""Reads: the parts of an order's money as the buyer and the books see them."""

from storefront.payment.models import CardPayment, Instalment


def instalments_of(order) -> list[Instalment]:
    """An order's parts in the order in which they fall due."""
    return list(Instalment.objects.filter(order=order).order_by("sort"))


def next_to_pay(order) -> Instalment | None:
    """The first part that is due and not paid yet; None when nothing is due."""
    return (
        Instalment.objects.filter(order=order, status=Instalment.Status.DUE)
        .order_by("sort")
        .first()
    )


def instalment(pk: int) -> Instalment | None:
    """An instalment with its order."""
    return Instalment.objects.select_related("order").filter(pk=pk).first()


def open_visit(instalment: Instalment) -> CardPayment | None:
    """The buyer's unfinished visit to the card page for exactly what is still missing."""
    return (
        CardPayment.objects.filter(
            instalment=instalment,
            status=CardPayment.Status.OPEN,
            amount=instalment.outstanding.amount,
        )
        .order_by("-pk")
        .first()
    )


def count_visits(instalment: Instalment) -> int:
    """How many visits to the card page were ever opened for an instalment."""
    return CardPayment.objects.filter(instalment=instalment).count()
