"""A store with a small range, and a visitor's browser at it."""

import pytest
from django.test import Client

from tests.builders.factories import host_name
from tests.builders.goods import Range

PROFILE = {
    "incoterms": ["EXW", "FCA", "CPT", "CIP", "DAP"],
    "address": {"lines": ["1 Works Road", "Ningbo", "Zhejiang"], "country": "CN"},
    "bank": [{"currency": "USD", "name": "Bank of Tests", "swift": "TESTCN00", "account": "1"}],
    "payment": {"terms": ["30 % deposit, 70 % before shipment"]},
}


@pytest.fixture
def goods(in_factory):
    """A range whose first SKU has 300 in stock."""
    in_factory.profile = PROFILE
    in_factory.save()
    made = Range()
    made.first = made.sku("SG-20", stock=300)
    return made


@pytest.fixture
def browser(factory):
    """A visitor who sends what browsers send."""
    return Client(
        SERVER_NAME=host_name(factory),
        HTTP_ACCEPT_LANGUAGE="en",
        HTTP_SEC_FETCH_SITE="same-origin",
    )
