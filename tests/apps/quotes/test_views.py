"""The enquiry form in the store."""

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from factory_portal.quotes.models import Enquiry
from media.library.models import Document
from tests.builders.factories import make_member, store_client
from tests.builders.sites import make_site

pytestmark = pytest.mark.django_db

TYPED = {
    "kind": "rfq",
    "rows": "3",
    "what-0": "HV-1",
    "quantity-0": "5,000",
    "price-0": "1.20",
    "what-1": "steel ring like the drawing",
    "incoterm": "FOB",
    "destination": "Hamburg",
    "target_date": "2027-01-15",
    "name": "Purchasing Desk",
    "company": "Overseas GmbH",
    "email": "buyer@overseas.example",
    "country": "DE",
    "message": "With certificate, please.",
}


@pytest.fixture
def visitor(in_factory):
    return store_client(in_factory)


def send(visitor, changes=None, **headers):
    headers = {"HTTP_SEC_FETCH_SITE": "same-origin"} | headers
    return visitor.post("/en/enquiry/", TYPED | (changes or {}), **headers)


def test_a_request_gets_a_reference_and_two_mails(
    in_factory, visitor, django_capture_on_commit_callbacks
):
    make_member(in_factory, "sales")
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(visitor)
    enquiry = Enquiry.objects.get()
    assert answer.headers["Location"] == f"/en/enquiry/{enquiry.access_key}/"
    assert enquiry.reference in visitor.get(answer.headers["Location"]).content.decode()
    first, second = enquiry.lines.all()
    assert (first.sku, first.quantity, first.currency) == ("HV-1", 5000, "USD")
    assert second.description == "steel ring like the drawing"
    assert {letter.to[0] for letter in mail.outbox} == {
        "buyer@overseas.example",
        "sales@alpha.example",
    }
    assert all(enquiry.reference in letter.subject for letter in mail.outbox)


def test_numbers_run_per_factory(visitor):
    send(visitor)
    send(visitor)
    first, second = Enquiry.objects.order_by("pk").values_list("reference", flat=True)
    assert int(second[-4:]) == int(first[-4:]) + 1


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"email": "nonsense"}, "not an e-mail address"),
        ({"quantity-0": "lots"}, "Please write a number"),
        ({"target_date": "soon"}, "This is not a date"),
        ({"what-0": ""}, "Name a part number"),
        ({"name": ""}, "Please fill this in"),
    ],
    ids=["email", "quantity", "date", "what", "name"],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(visitor, changes, complaint):
    answer = send(visitor, changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert complaint in page and "steel ring like the drawing" in page and "Hamburg" in page
    assert not Enquiry.objects.exists()


def test_something_has_to_be_asked(visitor):
    nothing = dict.fromkeys(("what-0", "quantity-0", "price-0", "what-1", "message"), "")
    assert "Tell us what you need" in send(visitor, nothing).content.decode()


def test_drawings_are_kept_for_members_only(in_factory, visitor):
    make_site(in_factory)
    drawing = SimpleUploadedFile("ring.pdf", b"%PDF-1.7 ring", content_type="application/pdf")
    assert send(visitor, {"files": drawing}).status_code == 302
    document = Document.objects.get()
    assert Enquiry.objects.get().files.get().document == document
    assert visitor.get(document.url).status_code in {302, 403, 404}
    sales = store_client(in_factory, make_member(in_factory, "sales"))
    page = sales.get(f"/portal/enquiries/{Enquiry.objects.get().reference}/").content.decode()
    assert document.url in page


def test_a_file_that_may_run_is_refused(in_factory, visitor):
    make_site(in_factory)
    bad = SimpleUploadedFile("ring.pdf", b"MZ\x90\x00", content_type="application/pdf")
    answer = send(visitor, {"files": bad})
    assert answer.status_code == 422
    assert not Enquiry.objects.exists() and not Document.objects.exists()


def test_too_large_a_file_is_told(visitor):
    large = SimpleUploadedFile("big.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024))
    assert "up to 10 MB" in send(visitor, {"files": large}).content.decode()


def test_machines_and_other_sites_are_kept_out(visitor):
    assert send(visitor, {"website": "http://spam.example"}).status_code == 422
    assert send(visitor, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert not Enquiry.objects.exists()


def test_a_flood_is_stopped(visitor):
    for _time in range(8):
        assert send(visitor).status_code == 302
    answer = send(visitor)
    assert answer.status_code == 422 and "several requests" in answer.content.decode()


def test_a_product_brings_its_number_along(visitor):
    page = visitor.get("/en/enquiry/?sku=SG-20&quantity=500&sample=1").content.decode()
    assert 'value="SG-20"' in page and 'value="500"' in page and "sample" in page


def test_pages_of_the_editor_carry_the_form(in_factory, visitor):
    make_site(in_factory)
    quote = visitor.get("/en/request-a-quote/?sku=SG-20").content.decode()
    assert 'action="/en/enquiry/"' in quote and 'value="SG-20"' in quote
    contact = visitor.get("/en/contact/").content.decode()
    assert 'value="contact"' in contact and "what-0" not in contact


def test_strangers_find_no_enquiry(visitor):
    assert visitor.get("/en/enquiry/guessed/").status_code == 404
