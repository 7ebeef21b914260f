"""What a consignment weighs and measures, and what each way of sending it costs.

Volumes in m3, weights in kg, carton sides in cm, all Decimal. Divisors: cm3 per chargeable kg.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal, InvalidOperation

from sites.values.money import round_money

AIR_DIVISOR = Decimal(6000)
EXPRESS_DIVISOR = Decimal(5000)
RAIL_KG_PER_M3 = Decimal(500)
PALLET_KG = Decimal(700)
LEAST_WEIGHT_OR_MEASURE = Decimal(1)


@dataclass(frozen=True, kw_only=True)
class Vessel:
    """What one container or truck takes: usable volume in practice and payload."""

    volume_m3: Decimal
    payload_kg: Decimal
    pallets: int | None = None


VESSELS = {
    "20gp": Vessel(volume_m3=Decimal(26), payload_kg=Decimal(21600)),
    "40gp": Vessel(volume_m3=Decimal(56), payload_kg=Decimal(26500)),
    "40hc": Vessel(volume_m3=Decimal(64), payload_kg=Decimal(26500)),
    "ftl": Vessel(volume_m3=Decimal(82), payload_kg=Decimal(24000), pallets=33),
}


class PackingUnknown(Exception):
    """An article has no carton data, so its freight can only be quoted by a person."""


class BadRate(ValueError):
    """A row of a rate card cannot be read; ``field`` says where."""

    def __init__(self, field: str, value: object):
        self.field, self.value = field, value
        super().__init__(f"{field}: {value!r}")


@dataclass(frozen=True, kw_only=True)
class Packing:
    """How one article is packed for export."""

    carton_quantity: int
    carton_length_cm: Decimal
    carton_width_cm: Decimal
    carton_height_cm: Decimal
    carton_gross_kg: Decimal
    carton_net_kg: Decimal
    cartons_per_pallet: int = 0
    pallet_tare_kg: Decimal = Decimal(0)

    @property
    def carton_m3(self) -> Decimal:
        """The volume of one carton."""
        return self.carton_length_cm * self.carton_width_cm * self.carton_height_cm / 10**6


@dataclass(frozen=True, kw_only=True)
class Consignment:
    """Goods ready to be carried."""

    cartons: int
    volume_m3: Decimal
    gross_kg: Decimal
    net_kg: Decimal = Decimal(0)
    pallets: int = 0

    def __add__(self, other: "Consignment") -> "Consignment":
        return Consignment(
            cartons=self.cartons + other.cartons,
            volume_m3=self.volume_m3 + other.volume_m3,
            gross_kg=self.gross_kg + other.gross_kg,
            net_kg=self.net_kg + other.net_kg,
            pallets=self.pallets + other.pallets,
        )


NOTHING = Consignment(cartons=0, volume_m3=Decimal(0), gross_kg=Decimal(0))


@dataclass(frozen=True, kw_only=True)
class Zone:
    """The countries of an express zone; one zone may take the rest of the world."""

    code: str
    countries: frozenset[str]
    is_rest_of_world: bool = False


@dataclass(frozen=True, kw_only=True)
class Rate:
    """One row of a rate card: ``break_from <= amount < break_to`` costs ``rate`` a unit."""

    mode: str
    service: str
    origin: str
    destination: str
    unit_basis: str
    break_from: Decimal
    break_to: Decimal | None
    rate: Decimal
    minimum: Decimal
    currency: str
    transit_days_min: int
    transit_days_max: int
    valid_from: date
    valid_until: date
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Where the goods go: a country, a port (UN/LOCODE) when known, a postcode for the road."""

    country: str
    port: str = ""
    postcode: str = ""


@dataclass(frozen=True, kw_only=True)
class FreightOffer:
    """One way of sending a consignment."""

    mode: str
    service: str
    origin: str
    destination: str
    cost: Decimal
    currency: str
    transit_days_min: int
    transit_days_max: int
    unit_basis: str
    chargeable: Decimal
    charged_as: Decimal

    @property
    def code(self) -> str:
        """A name for the offer that stays the same from one request to the next."""
        return f"{self.mode}:{self.origin}:{self.destination}".lower()


def cartons_for(quantity: int, packing: Packing) -> int:
    """Whole cartons for a quantity; the last one may be part full."""
    return -(-quantity // packing.carton_quantity)


def pack(quantity: int, packing: Packing) -> Consignment:
    """The consignment of one article; a part-full carton keeps its size and its own weight."""
    cartons = cartons_for(quantity, packing)
    tare = packing.carton_gross_kg - packing.carton_net_kg
    net = packing.carton_net_kg * quantity / packing.carton_quantity
    pallets = -(-cartons // packing.cartons_per_pallet) if packing.cartons_per_pallet else 0
    return Consignment(
        cartons=cartons,
        volume_m3=packing.carton_m3 * cartons,
        gross_kg=net + tare * cartons,
        net_kg=net,
        pallets=pallets,
    )


def consign(lines: Iterable[tuple[int, Packing | None]]) -> Consignment:
    """Pack all lines into one consignment; refuses when an article has no packing data."""
    total = NOTHING
    for quantity, packing in lines:
        if packing is None or packing.carton_quantity < 1 or not packing.carton_m3:
            raise PackingUnknown
        total += pack(quantity, packing)
    return total


def volumetric_kg(consignment: Consignment, divisor: Decimal) -> Decimal:
    """The weight that a carrier assumes for the volume."""
    return consignment.volume_m3 * 10**6 / divisor


def chargeable(consignment: Consignment, rate: Rate) -> Decimal:
    """How much of the rate's unit the consignment counts for."""
    family = rate.mode.split("-")[0]
    if rate.unit_basis == "kg chargeable":
        usual = EXPRESS_DIVISOR if family == "express" else AIR_DIVISOR
        divisor = _stated(rate.note, r"divisor\s+(\d+)") or usual
        return max(consignment.gross_kg, volumetric_kg(consignment, divisor))
    if rate.unit_basis == "W/M":
        by_weight = consignment.gross_kg / 1000
        return max(consignment.volume_m3, by_weight, LEAST_WEIGHT_OR_MEASURE)
    if rate.unit_basis == "m3":
        dense = _stated(rate.note, r"=\s*(\d+)\s*kg") or RAIL_KG_PER_M3
        return max(consignment.volume_m3, consignment.gross_kg / dense)
    if rate.unit_basis == "pallet":
        limit = _stated(rate.note, r"max\s+(\d+)\s*kg") or PALLET_KG
        return max(Decimal(consignment.pallets), _whole(consignment.gross_kg / limit), Decimal(1))
    if rate.unit_basis in ("container", "truck"):
        return vessels_for(consignment, VESSELS[rate.mode.rsplit("-", 1)[-1]])
    raise BadRate("unit_basis", rate.unit_basis)


def vessels_for(consignment: Consignment, vessel: Vessel) -> Decimal:
    """Containers or trucks needed, by volume, weight and pallet places."""
    needed = [
        _whole(consignment.volume_m3 / vessel.volume_m3),
        _whole(consignment.gross_kg / vessel.payload_kg),
        Decimal(1),
    ]
    if vessel.pallets:
        needed.append(_whole(Decimal(consignment.pallets) / vessel.pallets))
    return max(needed)


def cost_of(amount: Decimal, ladder: Sequence[Rate]) -> tuple[Decimal, Decimal] | None:
    """The cheapest charge for an amount and the amount charged as; None past the last break.

    Declaring the next break's amount may be cheaper than paying for the true one.
    """
    charges = []
    for rate in ladder:
        if rate.break_to is not None and amount >= rate.break_to:
            continue
        charged_as = max(amount, rate.break_from)
        charge = round_money(max(rate.rate * charged_as, rate.minimum), rate.currency)
        charges.append((charge, charged_as))
    return min(charges) if charges else None


def offers(
    consignment: Consignment,
    *,
    destination: Destination,
    rates: Iterable[Rate],
    zones: Sequence[Zone],
    on: date,
) -> list[FreightOffer]:
    """Every way to the destination on a day, cheapest first, then fastest."""
    places = _places(destination, zones)
    ladders: dict[tuple[str, ...], list[Rate]] = defaultdict(list)
    for rate in rates:
        if rate.valid_from <= on <= rate.valid_until and _leads_to(rate, destination, places):
            key = (rate.mode, rate.service, rate.origin, rate.destination, rate.currency)
            ladders[key].append(rate)
    found = [offer for ladder in ladders.values() if (offer := _offer(consignment, ladder))]
    return sorted(found, key=lambda one: (one.cost, one.transit_days_max, one.code))


def zone_of(country: str, zones: Iterable[Zone]) -> Zone | None:
    """The zone that names the country, else the one for the rest of the world."""
    rest = None
    for zone in zones:
        if country in zone.countries:
            return zone
        rest = zone if zone.is_rest_of_world else rest
    return rest


def read_zone(code: str, countries: str) -> Zone:
    """A zone from a row of an express zone file: ``MX CL and rest of world``."""
    listed, rest, _ignored = countries.partition("and rest of world")
    codes = frozenset(listed.split())
    if not code or any(len(one) != 2 or not one.isupper() for one in codes):
        raise BadRate("countries", countries)
    return Zone(code=code, countries=codes, is_rest_of_world=bool(rest))


def read_rate(row: Mapping[str, str]) -> Rate:
    """A rate from a row of a rate card file; raises ``BadRate`` naming the first bad field."""
    rate = Rate(
        mode=_text(row, "mode"),
        service=_text(row, "service"),
        origin=_text(row, "from"),
        destination=_text(row, "to"),
        unit_basis=_text(row, "unit_basis"),
        break_from=_number(row, "break_from"),
        break_to=_number(row, "break_to") if (row.get("break_to") or "").strip() else None,
        rate=_number(row, "rate"),
        minimum=_number(row, "minimum"),
        currency=_text(row, "currency"),
        transit_days_min=int(_number(row, "transit_days_min")),
        transit_days_max=int(_number(row, "transit_days_max")),
        valid_from=_day(row, "valid_from"),
        valid_until=_day(row, "valid_until"),
        note=(row.get("note") or "").strip(),
    )
    if rate.break_to is not None and rate.break_to <= rate.break_from:
        raise BadRate("break_to", row["break_to"])
    if rate.unit_basis in ("container", "truck") and rate.mode.rsplit("-", 1)[-1] not in VESSELS:
        raise BadRate("mode", rate.mode)
    chargeable(NOTHING, rate)
    return rate


def _places(destination: Destination, zones: Sequence[Zone]) -> frozenset[str]:
    zone = zone_of(destination.country, zones)
    road = f"{destination.country}-{destination.postcode.strip()[:2]}"
    return frozenset({zone.code if zone else "", destination.port, road} - {""})


def _leads_to(rate: Rate, destination: Destination, places: frozenset[str]) -> bool:
    if rate.mode == "express" or rate.mode.startswith("road"):
        return rate.destination in places
    if destination.port:
        return rate.destination == destination.port
    return rate.destination[:2] == destination.country


def _offer(consignment: Consignment, ladder: Sequence[Rate]) -> FreightOffer | None:
    amount = chargeable(consignment, ladder[0])
    charge = cost_of(amount, ladder)
    if charge is None:
        return None
    cost, charged_as = charge
    card = ladder[0]
    return FreightOffer(
        mode=card.mode,
        service=card.service,
        origin=card.origin,
        destination=card.destination,
        cost=cost,
        currency=card.currency,
        transit_days_min=card.transit_days_min,
        transit_days_max=card.transit_days_max,
        unit_basis=card.unit_basis,
        chargeable=amount,
        charged_as=charged_as,
    )


def _whole(value: Decimal) -> Decimal:
    return value.to_integral_value(rounding=ROUND_CEILING)


def _stated(note: str, pattern: str) -> Decimal | None:
    match = re.search(pattern, note)
    return Decimal(match.group(1)) if match else None


def _text(row: Mapping[str, str], field: str) -> str:
    value = (row.get(field) or "").strip()
    if not value:
        raise BadRate(field, row.get(field))
    return value


def _number(row: Mapping[str, str], field: str) -> Decimal:
    try:
        value = Decimal(_text(row, field))
    except InvalidOperation:
        raise BadRate(field, row.get(field)) from None
    if not value.is_finite() or value < 0:
        raise BadRate(field, row.get(field))
    return value


def _day(row: Mapping[str, str], field: str) -> date:
    try:
        return date.fromisoformat(_text(row, field))
    except ValueError:
        raise BadRate(field, row.get(field)) from None
