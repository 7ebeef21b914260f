"""Bank transfers: the account, the amount that is missing, and the reference to quote."""

from decimal import Decimal

import pytest

from sites.values.money import Money
from storefront.payment import queries, rules
from storefront.payment.methods import (
    BankTransfer,
    NoBankAccount,
    UnknownMethod,
    account_for,
    method_for,
    methods_for,
    terms_for,
)
from storefront.payment.models import Instalment
from tests.builders.orders import TERMS, make_instalments, make_order

BANKS = [
    {"currency": "USD", "name": "Bank of Ningbo", "swift": "EXMPCN00", "account": "0017"},
    {"currency": "EUR", "name": "Savings Bank", "swift": "EXMPDE00", "iban": "DE62"},
]


@pytest.fixture
def with_banks(in_factory):
    in_factory.profile = {"bank": BANKS}
    in_factory.save()
    return in_factory


def test_the_instructions_name_account_amount_and_reference(with_banks):
    order = make_order()
    deposit, _balance = make_instalments(order)
    Instalment.objects.filter(pk=deposit.pk).update(received=Decimal("48.66"))
    deposit.refresh_from_db()
    told = BankTransfer(with_banks).begin(order, deposit, back_to="")
    assert (told.account.bank, told.account.beneficiary) == ("Bank of Ningbo", "Alpha Works Ltd.")
    assert told.amount == Money("300.00", "USD")
    assert rules.is_creditor_reference(told.reference) and " " in told.reference
    assert "never change" in str(told.warning)


def test_the_account_is_kept_in_the_currency_where_there_is_one(with_banks):
    assert account_for(with_banks, "EUR").iban == "DE62"
    assert account_for(with_banks, "GBP").currency == "USD"


def test_without_an_account_the_bank_details_follow(in_factory):
    assert [method.code for method in methods_for(in_factory)] == [BankTransfer.code]
    with pytest.raises(NoBankAccount):
        account_for(in_factory, "USD")
    with pytest.raises(UnknownMethod):
        method_for(in_factory, "cash")


def test_scheduling_twice_makes_one_set_of_parts(in_factory):
    order = make_order()
    first = make_instalments(order)
    assert make_instalments(order) == first
    assert [(one.kind, one.status, one.amount) for one in queries.instalments_of(order)] == [
        ("deposit", "due", Decimal("348.660")),
        ("balance", "open", Decimal("813.540")),
    ]
    assert queries.next_to_pay(order) == first[0]
    assert len({one.reference for one in first}) == 2


def test_credit_terms_make_one_part_that_waits_for_the_shipment(in_factory):
    (whole,) = make_instalments(make_order(), terms="Net 45 days")
    assert (whole.kind, whole.due_event, whole.due_days, whole.due_on) == (
        "full",
        "shipped",
        45,
        None,
    )


def test_a_guests_terms_are_the_factorys_first_split_before_shipment(in_factory):
    in_factory.profile = {
        "payment": {
            "terms": [
                "100 % in advance",
                "as agreed",
                "30 % deposit, 70 % against copy of bill of lading",
                "50 % deposit, 50 % before shipment",
            ]
        }
    }
    assert terms_for(in_factory) == "50 % deposit, 50 % before shipment"
    in_factory.profile = {}
    assert terms_for(in_factory) == TERMS
