"""Papers: gapless, final, the same again, and only for those they concern."""

import json
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest

from factory_portal.documents import actions, printing, queries, rules
from factory_portal.documents.models import Document, IssuedIsFinal, Series
from sites.events.models import Event
from sites.tenancy.scope import factory_scope
from storefront.order.models import Order
from tests.builders.factories import make_buyer, make_member, store_client
from tests.builders.orders import TODAY, make_instalments, make_order

PROFILE = {
    "legal_name_local": "阿尔法工厂有限公司",
    "licence_number": "91330206MA00000008",
    "address": {"lines": ["1 Works Road", "Ningbo"]},
    "contact": {"sales_desk": "sales@alpha.example"},
    "ports": {"sea": ["CNNGB"], "air": "CNNGB"},
    "payment": {"quotation_valid_days": 20},
    "bank": [{"currency": "USD", "name": "Bank of Ningbo", "swift": "EXMP", "account": "0017"}],
}


@pytest.fixture
def order(in_factory):
    in_factory.profile = PROFILE
    in_factory.save()
    placed = make_order()
    make_instalments(placed)
    return placed


def issue(order, on=TODAY):
    return actions.issue_proforma(order, on=on)


def test_numbers_have_no_gaps_and_start_again_with_the_year(order):
    numbers = [issue(order).number]
    numbers += [issue(make_order(f"2026-0000{count}")).number for count in (2, 3)]
    numbers.append(issue(make_order("2027-00001"), on=date(2027, 1, 2)).number)
    assert numbers == ["PI-2026-0001", "PI-2026-0002", "PI-2026-0003", "PI-2027-0001"]


def test_a_failure_gives_its_number_back(order):
    wrong = make_order("2026-00009")
    wrong.lines.update(line_price_before_discounts_excl_tax=Decimal("1.00"))
    with pytest.raises(rules.DoesNotAddUp):
        issue(wrong)
    assert issue(order).number == "PI-2026-0001"
    assert Series.objects.get().last == 1


def test_a_paper_that_contradicts_itself_holds_nothing_else_up(order):
    order.lines.update(line_price_before_discounts_excl_tax=Decimal("1.00"))
    actions.issue_placed(order_number=order.number)
    assert not Document.objects.exists()
    assert Event.objects.filter(name="document.refused").count() == 1


def test_issuing_again_is_the_same_paper(order):
    first = issue(order)
    assert issue(order).pk == first.pk
    actions.issue_placed(order_number=order.number)
    assert Document.objects.count() == 1
    assert [event.payload["number"] for event in Event.objects.filter(name="document.issued")] == [
        "PI-2026-0001"
    ]


def test_a_correction_is_a_new_number_and_the_old_paper_stays(order):
    first = issue(order)
    Order.objects.filter(pk=order.pk).update(purchase_order_number="PO-9")
    order.refresh_from_db()
    second = actions.supersede_proforma(order, on=TODAY)
    assert (second.number, second.supersedes) == ("PI-2026-0002", first)
    assert queries.proforma_of(order) == second
    assert sha256(queries.bytes_of(first)).hexdigest() == first.sha256


def test_an_issued_paper_never_changes(order):
    paper = issue(order)
    with pytest.raises(IssuedIsFinal):
        paper.save()
    with pytest.raises(IssuedIsFinal):
        paper.delete()


def test_a_reprint_is_the_same_to_the_byte(order):
    paper = issue(order)
    assert printing.print_pdf(paper.content) == queries.bytes_of(paper)
    assert queries.bytes_of(paper).startswith(b"%PDF-1.7")


def test_a_file_that_was_touched_is_noticed(order):
    paper = issue(order)
    name = paper.file.name
    paper.file.storage.delete(name)
    from django.core.files.base import ContentFile

    paper.file.storage.save(name, ContentFile(b"%PDF-1.7 forged"))
    with pytest.raises(queries.FileDamaged):
        queries.bytes_of(paper)


def test_it_says_what_a_proforma_must_say(order):
    said = json.dumps(issue(order).content, ensure_ascii=False)
    for text in (
        "PI-2026-0001",
        "2026-00001",
        "Alpha Works Ltd.",
        "阿尔法工厂有限公司",
        "91330206MA00000008",
        "Nordkante GmbH",
        "DE999999000",
        "28195 Bremen",
        "CPT Bremen, Incoterms® 2020",
        "30 % Deposit, 70 % before shipment",
        "12 December 2026",
        "19 December 2026",
        "HS code 731815",
        "1,200",
        "0.741",
        "889.20",
        "273.00",
        "USD 1,162.20",
        "USD 348.66",
        "RF61 2026 0000 101",
        "Bank of Ningbo",
        "CNNGB",
        "We never change our bank details",
    ):
        assert text in said, text


def test_who_pays_by_card_is_shown_no_account(order):
    Order.objects.filter(pk=order.pk).update(payment_method="card")
    order.refresh_from_db()
    assert issue(order).content["bank"] == []


@pytest.mark.parametrize("language", ["zh-hans", "ar", "es", "de", "fr"])
def test_every_language_prints_with_our_fonts_alone(order, language):
    Order.objects.filter(pk=order.pk).update(language=language)
    order.refresh_from_db()
    paper = issue(order)
    assert paper.language == language
    assert paper.content["direction"] == ("rtl" if language == "ar" else "ltr")
    content = queries.bytes_of(paper)
    fonts = {line for line in content.split(b"/") if line.startswith(b"FontName")}
    assert b"NotoSans" in content and not any(b"DejaVu" in font for font in fonts)


def test_numbers_in_arabic_are_kept_in_one_piece(order):
    Order.objects.filter(pk=order.pk).update(language="ar")
    order.refresh_from_db()
    content = issue(order).content
    assert content["number"] == "\u2066PI-2026-0001\u2069"
    assert content["total"]["amount"] == "\u2066USD 1,162.20\u2069"
    assert issue(make_order("2026-00002")).content["number"] == "PI-2026-0002"


def test_users_text_is_data_and_never_source(order):
    order.lines.update(title='#panic("typeset") $x$ *bold* \\ @label')
    assert queries.bytes_of(issue(order)).startswith(b"%PDF")


# ── Who may read it ──────────────────────────────────────────────────────────────────────────


def get(browser, number="2026-00001", **query):
    return browser.get(f"/documents/proforma/{number}/", query)


def test_the_buyer_reads_it_with_the_orders_key_or_signed_in(order, factory):
    anyone = store_client(factory)
    answer = get(anyone, key=order.access_key)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'inline; filename="PI-2026-0001.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert get(anyone, key=order.access_key).content == answer.content
    buyer = make_buyer(factory)
    Order.objects.filter(pk=order.pk).update(user=buyer)
    assert get(store_client(factory, buyer)).content == answer.content


def test_nobody_else_reads_it(order, factory, other_factory):
    paper = issue(order)
    stranger = make_buyer(factory, "stranger@overseas.example")
    for browser in (store_client(factory), store_client(factory, stranger)):
        assert get(browser).status_code == 404
        assert get(browser, key="x" * 40).status_code == 404
        assert get(browser, number="2026-00002", key=order.access_key).status_code == 404
        assert browser.get(f"/documents/{paper.pk}/").status_code == 302
    elsewhere = store_client(other_factory, make_member(other_factory, "owner"))
    assert get(elsewhere, key=order.access_key).status_code == 404
    assert elsewhere.get(f"/documents/{paper.pk}/").status_code == 404
    with factory_scope(other_factory):
        assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("role", "status"), [("sales", 200), ("finance", 200), ("owner", 200), ("production", 403)]
)
def test_members_read_it_by_role(order, factory, role, status):
    paper = issue(order)
    member = store_client(factory, make_member(factory, role))
    assert member.get(f"/documents/{paper.pk}/").status_code == status
    assert get(member).status_code == (200 if status == 200 else 404)
