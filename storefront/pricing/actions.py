"""Writes to price lists and quantity breaks."""

from collections.abc import Iterable

from django.db import transaction

from storefront.pricing import rules
from storefront.pricing.models import PriceBreak


@transaction.atomic
def publish_breaks(stock_record, *, breaks: Iterable[rules.Break]) -> None:
    """Replace a stock record's breaks; its own price follows the first of them."""
    ladder = sorted(breaks, key=lambda step: step.from_quantity)
    PriceBreak.objects.filter(stock_record=stock_record).delete()
    PriceBreak.objects.bulk_create(
        PriceBreak(
            stock_record_id=stock_record.pk,
            from_quantity=step.from_quantity,
            unit_price=step.unit_price,
            valid_from=step.valid_from,
            valid_until=step.valid_until,
        )
        for step in ladder
    )
    if ladder:
        stock_record.price = ladder[0].unit_price
        stock_record.save(update_fields=["price"])
