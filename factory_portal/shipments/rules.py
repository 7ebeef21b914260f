"""Which goods go on which shipment, into how many packages, and whether anything is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal


class NothingReady(Exception):
    """No goods of this order lie ready that are not on a shipment already."""


class NotInThisState(Exception):
    """The shipment's state does not allow this step."""


class NothingPacked(Exception):
    """A shipment needs at least one package."""


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A quantity of a lot that lies reserved for an order."""

    item: int
    lot: int
    warehouse: int
    quantity: Decimal


@dataclass(frozen=True, kw_only=True)
class Open:
    """An order line with what of it is on no shipment yet."""

    line: int
    item: int
    quantity: Decimal


@dataclass(frozen=True, kw_only=True)
class Load:
    """A quantity of a lot for an order line, leaving one warehouse."""

    line: int
    lot: int
    warehouse: int
    quantity: Decimal


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A run of like packages: sizes in cm, weights in kg each."""

    kind: str
    count: int
    length_cm: Decimal
    width_cm: Decimal
    height_cm: Decimal
    net_kg: Decimal
    gross_kg: Decimal
    contents: str = ""

    @property
    def cbm(self) -> Decimal:
        """Volume of the run in cubic metres: cm³ ÷ 10⁶."""
        return self.count * self.length_cm * self.width_cm * self.height_cm / Decimal(10**6)


@dataclass(frozen=True, kw_only=True)
class Carton:
    """How a SKU is packed: units per carton, its size (cm), net and gross weight (kg)."""

    holds: int
    length_cm: Decimal
    width_cm: Decimal
    height_cm: Decimal
    net_kg: Decimal
    gross_kg: Decimal


def allot(
    ready: Iterable[Ready],
    *,
    on_shipments: Mapping[tuple[int, int], Decimal],
    open_lines: Sequence[Open],
) -> list[Load]:
    """Give what lies ready to the lines that wait, in their order.

    ``on_shipments`` is what of each (lot, warehouse) is on a shipment that has not left yet.
    """
    waiting = {one.line: one.quantity for one in open_lines}
    spoken_for = dict(on_shipments)
    loads = []
    for goods in ready:
        place = (goods.lot, goods.warehouse)
        taken = min(spoken_for.get(place, Decimal(0)), goods.quantity)
        spoken_for[place] = spoken_for.get(place, Decimal(0)) - taken
        free = goods.quantity - taken
        for one in open_lines:
            share = min(free, waiting[one.line]) if one.item == goods.item else Decimal(0)
            if share > 0:
                loads.append(
                    Load(line=one.line, lot=goods.lot, warehouse=goods.warehouse, quantity=share)
                )
                waiting[one.line] -= share
                free -= share
    return loads


def cartons(quantity: Decimal, carton: Carton, *, contents: str) -> list[Parcel]:
    """Full cartons, and one for the rest; the last one's weight is in proportion."""
    full = int(quantity // carton.holds)
    rest = quantity - full * carton.holds
    parcels = []
    if full:
        parcels.append(
            _parcel(carton, count=full, net_kg=carton.net_kg, holds=carton.holds, of=contents)
        )
    if rest:
        net = (carton.net_kg * rest / carton.holds).quantize(Decimal("0.001"), ROUND_CEILING)
        parcels.append(_parcel(carton, count=1, net_kg=net, holds=rest, of=contents))
    return parcels


def _parcel(
    carton: Carton, *, count: int, net_kg: Decimal, holds: Decimal | int, of: str
) -> Parcel:
    """Cartons of this size; the empty carton weighs the same however full it is."""
    return Parcel(
        kind="carton",
        count=count,
        length_cm=carton.length_cm,
        width_cm=carton.width_cm,
        height_cm=carton.height_cm,
        net_kg=net_kg,
        gross_kg=net_kg + carton.gross_kg - carton.net_kg,
        contents=f"{Decimal(holds).normalize():f} × {of}",
    )


@dataclass(frozen=True, kw_only=True)
class Totals:
    """All packages of a shipment together."""

    packages: int
    net_kg: Decimal
    gross_kg: Decimal
    cbm: Decimal


def totals(parcels: Iterable[Parcel]) -> Totals:
    """How many packages, how heavy, how large."""
    parcels = list(parcels)
    return Totals(
        packages=sum(one.count for one in parcels),
        net_kg=sum((one.count * one.net_kg for one in parcels), Decimal(0)),
        gross_kg=sum((one.count * one.gross_kg for one in parcels), Decimal(0)),
        cbm=sum((one.cbm for one in parcels), Decimal(0)),
    )
