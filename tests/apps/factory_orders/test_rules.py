"""How far an order is: laws that hold for any lines."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factory_portal.orders.rules import Supplied, is_ready, progress

AMOUNTS = st.integers(0, 10_000).map(Decimal)


@st.composite
def lines(draw):
    ordered = draw(st.integers(1, 10_000))
    to_make = draw(st.integers(0, ordered))
    there = draw(st.integers(0, ordered))
    return Supplied(ordered=Decimal(ordered), to_make=Decimal(to_make), there=Decimal(there))


@given(st.lists(lines(), max_size=5))
def test_only_a_ready_order_is_wholly_made(found):
    assert (progress(found) == 100) == is_ready(found)
    assert 0 <= progress(found) <= 100


@given(st.lists(lines(), min_size=1, max_size=5), AMOUNTS)
def test_more_there_is_never_less_made(found, more):
    first, *rest = found
    fuller = Supplied(ordered=first.ordered, to_make=first.to_make, there=first.there + more)
    assert progress([fuller, *rest]) >= progress(found)


def test_what_came_from_stock_does_not_count_as_made():
    half_from_stock = Supplied(ordered=Decimal(100), to_make=Decimal(50), there=Decimal(50))
    assert progress([half_from_stock]) == 0
    assert progress([Supplied(ordered=Decimal(100), to_make=Decimal(50), there=Decimal(75))]) == 50
