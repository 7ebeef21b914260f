"""Writes to the factory's rate cards."""

from collections.abc import Iterable
from dataclasses import asdict

from django.db import transaction

from factory_portal.freight import rules
from factory_portal.freight.models import RateCard, Zone


@transaction.atomic
def publish_rates(rates: Iterable[rules.Rate]) -> int:
    """Replace the rate cards by these rows, all or nothing; returns how many there are."""
    RateCard.objects.all().delete()
    return len(RateCard.objects.bulk_create([RateCard(**asdict(rate)) for rate in rates]))


@transaction.atomic
def publish_zones(zones: Iterable[rules.Zone]) -> int:
    """Replace the express zones by these; returns how many there are."""
    Zone.objects.all().delete()
    return len(
        Zone.objects.bulk_create(
            Zone(
                code=zone.code,
                countries=sorted(zone.countries),
                is_rest_of_world=zone.is_rest_of_world,
            )
            for zone in zones
        )
    )
