"""The day's work on the screens: floor, warehouse, books, sales."""

from decimal import Decimal

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from factory_portal.inventory.models import Balance, Lot, Move
from factory_portal.production.models import Photograph, ProductionOrder, Report
from factory_portal.quotes.models import Enquiry
from factory_portal.shipments.models import Shipment
from storefront.order.models import Milestone, MilestonePhotograph
from storefront.payment.models import Instalment
from tests.builders.factories import make_member, store_client
from tests.builders.sites import jpeg, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(in_factory):
    """A browser of someone in a role."""
    return lambda role: store_client(in_factory, make_member(in_factory, role))


def key_on(page) -> str:
    return page.content.decode().split('name="key" value="')[1].split('"')[0]


# ── The floor ────────────────────────────────────────────────────────────────────────────────


def test_a_job_from_start_to_finish(in_factory, bought, followed, at):
    make_site(in_factory)
    order = bought(500)
    floor, job = at("production"), ProductionOrder.objects.get()
    page = f"/portal/production/job/{job.number}/"
    with followed():
        assert floor.post(f"{page}start/").status_code == 302
    counted = {"good": "150", "scrap": "", "note": "", "key": key_on(floor.get(page))}
    for _again in range(2):
        with followed():
            assert floor.post(f"{page}report/", counted).status_code == 302
    assert Report.objects.get().good == 150
    picture = SimpleUploadedFile("first.jpg", jpeg(), content_type="image/jpeg")
    shot = {"picture": picture, "caption": "First pieces", "buyer_visible": "on"}
    with followed():
        assert floor.post(f"{page}photograph/", shot).status_code == 302
    assert MilestonePhotograph.objects.get().milestone.order == order
    assert "First pieces" in floor.get(page).content.decode()
    counted |= {"good": "50", "key": key_on(floor.get(page))}
    with followed():
        floor.post(f"{page}report/", counted)
    with followed():
        assert floor.post(f"{page}finish/").status_code == 302
    assert Milestone.objects.get(order=order, kind="production").happened_at


def test_internal_photographs_stay_inside(in_factory, bought, followed, at):
    make_site(in_factory)
    bought(500)
    job = ProductionOrder.objects.get()
    picture = SimpleUploadedFile("crack.jpg", jpeg("red"), content_type="image/jpeg")
    with followed():
        at("production").post(
            f"/portal/production/job/{job.number}/photograph/",
            {"picture": picture, "caption": "Tool mark"},
        )
    assert not Photograph.objects.get().buyer_visible
    assert not MilestonePhotograph.objects.exists()


def test_a_file_that_is_no_picture_is_refused_beside_the_field(in_factory, bought, at):
    make_site(in_factory)
    bought(500)
    page = f"/portal/production/job/{ProductionOrder.objects.get().number}/photograph/"
    fake = SimpleUploadedFile("first.jpg", b"MZ not a picture", content_type="image/jpeg")
    answer = at("production").post(page, {"picture": fake, "caption": "What was typed"})
    assert answer.status_code == 422
    assert "What was typed" in answer.content.decode()
    assert not Photograph.objects.exists()


def test_scrap_needs_a_reason_and_the_count_is_kept(bought, at):
    bought(500)
    page = f"/portal/production/job/{ProductionOrder.objects.get().number}/"
    floor = at("production")
    floor.post(f"{page}start/")
    typed = {"good": "40", "scrap": "3", "note": "", "key": "k1"}
    answer = floor.post(f"{page}report/", typed)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Say why there is scrap" in text and 'value="40"' in text
    answer = floor.post(f"{page}report/", typed | {"good": "9999", "scrap": ""})
    assert "are left to report" in answer.content.decode()


# ── The warehouse ────────────────────────────────────────────────────────────────────────────


def test_a_shipment_from_pick_to_delivered(bought, followed, at):
    order = bought(250)
    house, shipment = at("warehouse"), Shipment.objects.get()
    page = f"/portal/shipments/{shipment.number}/"
    assert house.post(f"{page}pick/").status_code == 302
    text = house.get(page).content.decode()
    assert 'value="2 ×' not in text and "100 × SG-20" in text
    packed = {"packages-TOTAL_FORMS": "1", "packages-INITIAL_FORMS": "0"}
    row = {
        "kind": "carton",
        "count": "3",
        "length_cm": "40",
        "width_cm": "30",
        "height_cm": "20",
        "net_kg": "10",
        "gross_kg": "10.5",
        "contents": "SG-20",
    }
    packed |= {f"packages-0-{name}": value for name, value in row.items()}
    wrong = house.post(f"{page}pack/", packed | {"packages-0-gross_kg": "9"})
    assert wrong.status_code == 422 and "below net" in wrong.content.decode()
    more = house.post(f"{page}pack/", packed | {"add": "1"}).content.decode()
    assert "packages-1-kind" in more and 'value="SG-20"' in more
    with followed():
        assert house.post(f"{page}pack/", packed).status_code == 302
    assert "3 packages" in house.get(page).content.decode()
    with followed():
        sent = {"carrier": "Courier", "tracking_number": "TRK-9"}
        assert house.post(f"{page}dispatch/", sent).status_code == 302
    assert any("TRK-9" in letter.body for letter in mail.outbox)
    assert house.post(f"{page}deliver/").status_code == 302
    order.refresh_from_db()
    assert order.status == "delivered"


def test_a_lot_is_received_once(goods, at):
    house, item = at("warehouse"), goods.first.item
    page = f"/portal/stock/{item.pk}/"
    typed = {
        "lot": "L-77",
        "quantity": "120",
        "warehouse": goods.warehouse.pk,
        "source": "Supplier, note 5",
        "key": key_on(house.get(page)),
    }
    for _again in range(2):
        assert house.post(f"{page}receive/", typed).status_code == 302
    assert Balance.objects.get(lot__number="L-77").on_hand == 120


def test_a_count_is_booked_as_a_move(goods, at):
    balance = Balance.objects.get()
    page = f"/portal/stock/{goods.first.item_id}/count/{balance.pk}/"
    typed = {"counted": "290", "reason": "Yearly count", "key": "c1"}
    assert at("warehouse").post(page, typed).status_code == 302
    balance.refresh_from_db()
    assert balance.on_hand == 290
    assert "Yearly count" in Move.objects.latest("pk").source


def test_a_count_below_what_is_reserved_is_explained(bought, goods, at):
    bought(200)
    balance = Balance.objects.get()
    page = f"/portal/stock/{goods.first.item_id}/count/{balance.pk}/"
    answer = at("warehouse").post(page, {"counted": "10", "reason": "Count", "key": "c1"})
    assert answer.status_code == 422
    assert "200 pcs are reserved" in answer.content.decode()


def test_sales_looks_but_does_not_touch(goods, at):
    page = f"/portal/stock/{goods.first.item_id}/"
    sales = at("sales")
    assert "Take into stock" not in sales.get(page).content.decode()
    assert sales.post(f"{page}receive/", {}).status_code == 403
    assert not Lot.objects.filter(number="L-77").exists()


# ── The books ────────────────────────────────────────────────────────────────────────────────


def test_a_payment_is_booked_once(bought, followed, at):
    order = bought(300)
    part = Instalment.objects.filter(order=order).first()
    books, page = at("finance"), f"/portal/money/{part.pk}/"
    typed = {"amount": str(part.amount), "seen_on": "2026-11-23", "reference": "STMT-8"}
    with followed():
        assert books.post(f"{page}receive/", typed).status_code == 302
    part.refresh_from_db()
    assert part.status == Instalment.Status.PAID
    assert "STMT-8" in books.get(page).content.decode()
    other = Instalment.objects.filter(order=order).last()
    if other != part:
        again = books.post(f"/portal/money/{other.pk}/receive/", typed)
        assert "booked already" in again.content.decode()
    assert Decimal(part.received) == part.amount


# ── Sales ────────────────────────────────────────────────────────────────────────────────────


def test_an_order_is_noted_and_cancelled(bought, followed, at):
    order = bought(300)
    sales, page = at("sales"), f"/portal/orders/{order.number}/"
    assert sales.post(f"{page}note/", {"text": ""}).status_code == 422
    assert sales.post(f"{page}note/", {"text": "Call first"}).status_code == 302
    assert "Call first" in sales.get(page).content.decode()
    with followed():
        assert sales.post(f"{page}cancel/", {"reason": "Withdrawn"}).status_code == 302
    assert "Withdrawn" in sales.get(page).content.decode()
    assert Shipment.objects.get().state == Shipment.State.CANCELLED


def test_an_enquiry_is_answered_and_closed(in_factory, followed, at):
    with followed():
        store_client(in_factory).post(
            "/en/enquiry/",
            {"kind": "contact", "name": "A", "email": "a@b.example", "message": "Hello?"},
            HTTP_SEC_FETCH_SITE="same-origin",
        )
    enquiry = Enquiry.objects.get()
    sales, page = at("sales"), f"/portal/enquiries/{enquiry.reference}/"
    assert "Hello?" in sales.get(page).content.decode()
    with followed():
        assert sales.post(f"{page}answer/", {"text": "Yes, we do."}).status_code == 302
    assert any("Yes, we do." in letter.body for letter in mail.outbox)
    sales.post(f"{page}close/")
    enquiry.refresh_from_db()
    assert enquiry.state == Enquiry.State.CLOSED
    sales.post(f"{page}reopen/")
    enquiry.refresh_from_db()
    assert enquiry.state == Enquiry.State.ANSWERED


def test_today_shows_what_waits(in_factory, bought, at):
    order = bought(500)
    page = at("owner").get("/portal/").content.decode()
    assert order.number in page and "New orders" in page
    calm = at("marketer").get("/portal/").content.decode()
    assert order.number not in calm
