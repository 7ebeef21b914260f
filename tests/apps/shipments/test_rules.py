"""Which goods go where, and into how many cartons."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factory_portal.shipments.rules import Carton, Open, Parcel, Ready, allot, cartons, totals

QUANTITIES = st.integers(1, 500).map(Decimal)
READY = st.builds(
    Ready,
    item=st.integers(1, 3),
    lot=st.integers(1, 4),
    warehouse=st.integers(1, 2),
    quantity=QUANTITIES,
)
CARTON = Carton(
    holds=100,
    length_cm=Decimal(60),
    width_cm=Decimal(40),
    height_cm=Decimal(35),
    net_kg=Decimal(10),
    gross_kg=Decimal("10.5"),
)


@given(
    st.lists(READY, max_size=6),
    st.lists(st.tuples(st.integers(1, 3), QUANTITIES), max_size=5),
    st.dictionaries(st.tuples(st.integers(1, 4), st.integers(1, 2)), QUANTITIES, max_size=3),
)
def test_no_line_gets_more_than_it_waits_for_and_no_lot_gives_more_than_it_has(ready, wants, gone):
    open_lines = [Open(line=at, item=item, quantity=q) for at, (item, q) in enumerate(wants)]
    loads = allot(ready, on_shipments=gone, open_lines=open_lines)
    for one in open_lines:
        assert sum(load.quantity for load in loads if load.line == one.line) <= one.quantity
    for place in {(one.lot, one.warehouse) for one in ready}:
        there = sum(one.quantity for one in ready if (one.lot, one.warehouse) == place)
        taken = sum(load.quantity for load in loads if (load.lot, load.warehouse) == place)
        assert taken <= max(there - gone.get(place, Decimal(0)), Decimal(0))
    assert all(load.quantity > 0 for load in loads)


def test_two_lines_of_one_item_share_a_lot():
    ready = [Ready(item=1, lot=7, warehouse=1, quantity=Decimal(150))]
    lines = [Open(line=at, item=1, quantity=Decimal(100)) for at in (1, 2)]
    loads = allot(ready, on_shipments={}, open_lines=lines)
    assert [(load.line, load.quantity) for load in loads] == [(1, 100), (2, 50)]


@given(st.integers(1, 5000).map(Decimal))
def test_cartons_hold_the_whole_quantity(quantity):
    parcels = cartons(quantity, CARTON, contents="SG-20")
    held = sum(one.count * Decimal(one.contents.split(" × ")[0]) for one in parcels)
    assert held == quantity
    assert all(one.gross_kg >= one.net_kg for one in parcels)


def test_the_volume_of_fifty_cartons():
    parcel = Parcel(
        kind="carton",
        count=50,
        length_cm=Decimal(60),
        width_cm=Decimal(40),
        height_cm=Decimal(35),
        net_kg=Decimal(10),
        gross_kg=Decimal(11),
    )
    total = totals([parcel])
    assert (total.packages, total.cbm, total.gross_kg) == (50, Decimal("4.2"), Decimal(550))
