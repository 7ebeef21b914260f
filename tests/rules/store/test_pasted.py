"""What a pasted list of part numbers means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.basket.rules import (
    BAD_QUANTITY,
    MOST_ROWS,
    NO_QUANTITY,
    TooManyRows,
    read_pasted,
    read_quantity,
)


@pytest.mark.parametrize(
    ("line", "sku", "quantity"),
    [
        ("HV-1 500", "HV-1", 500),
        ("HV-1\t1,000", "HV-1", 1000),
        ("HV-1;1.000", "HV-1", 1000),
        ("HV-1, 1,000", "HV-1", 1000),
        ('"HV 1";20', "HV 1", 20),
        ("HV 1 20", "HV 1", 20),
        ("HV-1 ٥٠٠", "HV-1", 500),
        ("'HV-1\t5", "HV-1", 5),
    ],
)
def test_a_row_is_a_part_number_and_a_quantity(line, sku, quantity):
    (row,) = read_pasted(line)
    assert (row.sku, row.quantity, row.problem) == (sku, quantity, "")


@pytest.mark.parametrize(
    ("line", "problem"),
    [("HV-1", NO_QUANTITY), ("HV-1 5x", BAD_QUANTITY), ("HV-1\t0", BAD_QUANTITY)],
)
def test_what_cannot_be_read_says_why(line, problem):
    (row,) = read_pasted(line)
    assert (row.quantity, row.problem) == (None, problem)


def test_a_heading_and_empty_lines_are_left_out_and_lines_keep_their_number():
    rows = read_pasted("SKU\tQuantity\n\nHV-1\t5\n\nHV-2\t6\n")
    assert [(row.line, row.sku) for row in rows] == [(3, "HV-1"), (5, "HV-2")]


def test_too_long_a_list_is_refused():
    with pytest.raises(TooManyRows):
        read_pasted("HV-1 5\n" * (MOST_ROWS + 1))


@given(st.integers(1, 10**9 - 1), st.sampled_from([",", ".", " ", "’", ""]))
def test_grouping_does_not_change_a_quantity(quantity, separator):
    assert read_quantity(f"{quantity:,}".replace(",", separator)) == quantity


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text):
    for row in read_pasted(text):
        assert row.problem or row.quantity
