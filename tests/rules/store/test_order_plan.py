"""The steps an order plans."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from storefront.order.rules import is_made, number_of, plan

DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))


@given(DAYS, st.integers(0, 300), st.booleans(), st.booleans(), st.integers(0, 90) | st.none())
def test_steps_come_in_order(placed_on, wait, made, deposit, transit):
    ready_on = placed_on + timedelta(days=wait)
    steps = plan(
        placed_on=placed_on,
        ready_on=ready_on,
        made=made,
        deposit_due_on=placed_on if deposit else None,
        transit_days=transit,
    )
    kinds = [step.kind for step in steps]
    assert kinds[0] == "confirmed" and kinds[-1] == "delivered"
    assert ("production" in kinds) == made and ("deposit" in kinds) == deposit
    days = [step.planned_on for step in steps if step.planned_on]
    assert days == sorted(days)
    assert (steps[-1].planned_on is None) == (transit is None)


def test_numbers_sort_as_they_count():
    numbers = [number_of(count, year=2026) for count in (1, 9, 10, 99_999)]
    assert numbers == sorted(numbers) and numbers[0] == "2026-00001"


def test_what_comes_from_stock_is_not_made():
    assert not is_made([{"source": "stock"}])
    assert is_made([{"source": "stock"}, {"source": "planned"}])
