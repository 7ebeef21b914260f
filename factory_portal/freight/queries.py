"""Reads of the factory's rate cards."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from factory_portal.freight import rules
from factory_portal.freight.models import RateCard, Zone

_RATE_FIELDS = tuple(rules.Rate.__dataclass_fields__)


def offers(
    consignment: rules.Consignment, *, destination: rules.Destination, on: date
) -> list[rules.FreightOffer]:
    """The factory's ways of sending a consignment, cheapest first; two queries."""
    zones = zones_in_force()
    return rules.offers(
        consignment,
        destination=destination,
        rates=rates_to(destination, zones=zones, on=on),
        zones=zones,
        on=on,
    )


def zones_in_force() -> list[rules.Zone]:
    """The factory's express zones."""
    return [
        rules.Zone(
            code=zone.code,
            countries=frozenset(zone.countries),
            is_rest_of_world=zone.is_rest_of_world,
        )
        for zone in Zone.objects.all()
    ]


def rates_to(
    destination: rules.Destination, *, zones: Iterable[rules.Zone], on: date
) -> list[rules.Rate]:
    """The rows of the rate cards that may lead to a destination on a day."""
    zone = rules.zone_of(destination.country, zones)
    lanes = Q(destination__startswith=destination.country)
    if zone:
        lanes |= Q(destination=zone.code)
    if destination.port:
        lanes |= Q(destination=destination.port)
    rows = RateCard.objects.filter(lanes, valid_from__lte=on, valid_until__gte=on)
    return [rules.Rate(**row) for row in rows.values(*_RATE_FIELDS)]


def ports_of(country: str, *, on: date) -> list[str]:
    """The ports and terminals of a country that a rate card reaches on a day (UN/LOCODE)."""
    rows = RateCard.objects.filter(
        destination__startswith=country, valid_from__lte=on, valid_until__gte=on
    ).exclude(Q(mode="express") | Q(mode__startswith="road"))
    return list(rows.values_list("destination", flat=True).distinct().order_by("destination"))
