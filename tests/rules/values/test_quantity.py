from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.values.quantity import UnknownUnit, fits, nearest_valid, unit

COUNTS = st.integers(1, 10_000).map(Decimal)


@given(st.integers(-50, 20_000).map(Decimal), COUNTS, COUNTS)
def test_the_nearest_are_valid_and_nothing_valid_lies_between(quantity, moq, multiple):
    nearest = nearest_valid(quantity, moq, multiple)
    assert fits(nearest.above, moq, multiple) and nearest.above >= quantity
    if fits(quantity, moq, multiple):
        assert nearest.below == nearest.above == quantity
    elif nearest.below is None:
        assert not fits(nearest.above - multiple, moq, multiple)
    else:
        assert fits(nearest.below, moq, multiple) and nearest.below <= quantity
        assert nearest.above - nearest.below == multiple


def test_a_carton_of_twelve():
    nearest = nearest_valid(Decimal(100), Decimal(48), Decimal(12))
    assert (nearest.below, nearest.above) == (96, 108)
    assert nearest_valid(Decimal(5), Decimal(48), Decimal(12)).below is None


def test_whole_numbers_may_be_passed_plainly():
    assert nearest_valid(7, 5, 2).above == 8


def test_units_are_of_recommendation_20():
    assert unit("H87").name == "piece"
    with pytest.raises(UnknownUnit):
        unit("PCS")
