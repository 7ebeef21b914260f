"""From sign-up to an open store: what is there afterwards, and that a refusal leaves no trace."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, Page, Site

from factory_portal.inventory.models import Balance, Item, Lot, Warehouse
from factory_portal.production.models import CapacityDay, WorkCentre
from sites.launch import actions
from sites.launch.actions import LaunchRequest, launch
from sites.launch.exporting import write_catalogue
from sites.launch.reading.folders import read_sources
from sites.launch.reading.grids import Source
from sites.tenancy.models import Factory, Host, Membership
from sites.tenancy.scope import factory_scope
from storefront.catalogue.models import Product
from storefront.cms.models import Brand
from storefront.pricing.models import PriceList

pytestmark = pytest.mark.django_db
BAD = Path(__file__).parents[2] / "data" / "bad"
PAGES = {
    *("products", "capabilities", "quality", "our-factory", "quick-order", "request-a-quote"),
    *("contact", "news", "terms", "privacy"),
}
ANSWERS = {
    "name": "Plain Works",
    "slug": "plain-works",
    "theme": "datum",
    "country": "DE",
    "languages": ["de", "en"],
    "currency": "EUR",
    "owner_email": "owner@plain-works.example",
    "password": "a long password",
}


def upload(name, content=None):
    return SimpleUploadedFile(name, content or (BAD / name).read_bytes())


def counts():
    return [
        model._base_manager.count()
        for model in (Factory, Host, Page, Site, Collection, Group, get_user_model(), Item, Product)
    ]


def test_a_store_opens_with_everything_it_needs():
    factory = launch(LaunchRequest(**ANSWERS))
    assert factory.hosts.get().name == f"plain-works.{settings.PLATFORM_HOST}"
    assert factory.time_zone == "Europe/Berlin"
    assert factory.site.root_page.slug == "de"
    with factory_scope(factory):
        owner = Membership.objects.get(role="owner").user
        assert owner.email == ANSWERS["owner_email"]
        assert owner.check_password(ANSWERS["password"])
        pages = Page.objects.filter(url_path__startswith="/plain-works/")
        for language in factory.languages:
            below = pages.filter(url_path__startswith=f"/plain-works/{language}/")
            assert {page.slug for page in below} >= PAGES | {language}
        assert Brand.objects.count() == 1
        assert Warehouse.objects.get().kind == Warehouse.Kind.FACTORY
        assert CapacityDay.objects.filter(work_centre=WorkCentre.objects.get()).count() > 200
        assert PriceList.objects.get(is_default=True).currency == "EUR"


def test_a_launch_takes_about_a_second_of_few_queries():
    launch(LaunchRequest(**ANSWERS))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        launch(LaunchRequest(**ANSWERS | {"slug": "second"}))
    assert len(asked) < 200


def test_files_are_loaded_at_the_launch():
    factory = launch(LaunchRequest(**ANSWERS, catalogue=upload("good-reference.csv")))
    with factory_scope(factory):
        assert {product.upc for product in Product.objects.all()} == {
            f"DEMO-00{number}" for number in range(1, 6)
        }
        assert Product.objects.get(upc="DEMO-001").structure == Product.STANDALONE
        assert {row.lot.item.code: int(row.on_hand) for row in Balance.objects.all()} == {
            "DEMO-001": 240,
            "DEMO-003": 1800,
            "DEMO-004": 420,
            "DEMO-005": 950,
        }


@pytest.mark.parametrize(
    ("slug", "refusal"),
    [
        ("www", actions.SlugReserved),
        ("no_underscores", actions.SlugReserved),
        ("-edge", actions.SlugReserved),
        ("xn--abc", actions.SlugReserved),
        ("12345", actions.SlugReserved),
        ("", actions.SlugReserved),
    ],
)
def test_an_address_that_cannot_be_is_refused(slug, refusal):
    before = counts()
    with pytest.raises(refusal):
        launch(LaunchRequest(**ANSWERS | {"slug": slug}))
    assert counts() == before


def test_an_address_is_given_once():
    launch(LaunchRequest(**ANSWERS))
    before = counts()
    with pytest.raises(actions.SlugTaken):
        launch(LaunchRequest(**ANSWERS | {"slug": "Plain-Works"}))
    assert counts() == before


def test_what_the_platform_does_not_have_is_refused_by_name():
    with pytest.raises(actions.LanguageUnknown):
        launch(LaunchRequest(**ANSWERS | {"languages": ["tlh"]}))
    with pytest.raises(actions.ThemeUnknown):
        launch(LaunchRequest(**ANSWERS | {"theme": "../secret"}))
    for wrong in ({"country": "Narnia"}, {"currency": "QQQ"}, {"owner_email": "nobody"}):
        with pytest.raises(actions.AnswerUnknown):
            launch(LaunchRequest(**ANSWERS | wrong))


@pytest.mark.parametrize(
    "name", sorted({path.name for path in BAD.iterdir()} - {"README.md", "expected.csv"})
)
def test_bad_files_leave_no_trace(name):
    if name in ("good-reference.csv", "formula-injection.csv"):
        return
    before = counts()
    with pytest.raises(actions.BadFiles) as refused:
        launch(LaunchRequest(**ANSWERS, catalogue=upload(name, (BAD / name).read_bytes() or b"")))
    assert refused.value.complaints
    assert counts() == before


def test_stock_without_its_products_is_refused():
    stock = upload("stock.csv", b"sku,warehouse,lot,qty_on_hand,unit\nX-1,MAIN,L1,5,H87\n")
    with pytest.raises(actions.BadFiles) as refused:
        launch(LaunchRequest(**ANSWERS, stock=stock))
    assert "X-1 is not in the product list" in str(refused.value)


def test_a_fault_in_the_middle_leaves_no_trace(monkeypatch, settings):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("sites.launch.actions._dress", fail)
    before = counts()
    demo = Path(actions.__file__).parent / "demo"
    files = {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}
    with pytest.raises(RuntimeError):
        actions.launch_folder(
            demo / "loomstone", owner_email="o@loom.example", pictures=demo / "pictures"
        )
    assert counts() == before
    assert {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()} == files


def test_an_owner_of_two_stores_is_one_account():
    launch(LaunchRequest(**ANSWERS))
    launch(LaunchRequest(**ANSWERS | {"slug": "second", "password": "quite another one"}))
    owner = get_user_model().objects.get(email=ANSWERS["owner_email"])
    assert owner.check_password(ANSWERS["password"])


def test_the_command_opens_a_store(capsys):
    call_command(
        "launch",
        name="By Hand",
        slug="by-hand",
        theme="loom",
        country="PT",
        languages="en,ar",
        currency="EUR",
        owner_email="o@by-hand.example",
        catalogue=BAD / "good-reference.csv",
    )
    assert "By Hand is open at http://by-hand." in capsys.readouterr().out


def test_the_command_names_each_bad_row(capsys):
    with pytest.raises(CommandError):
        call_command(
            "launch",
            name="By Hand",
            slug="by-hand",
            theme="loom",
            country="PT",
            languages="en",
            currency="EUR",
            owner_email="o@by-hand.example",
            catalogue=BAD / "negative-stock.csv",
        )
    assert "Row 5: stock is -35" in capsys.readouterr().err


def test_the_command_says_what_is_missing():
    with pytest.raises(CommandError, match="--country"):
        call_command("launch", name="x", slug="x-y", owner_email="o@x.example")


def test_a_count_that_differs_is_booked_as_a_move():
    factory = launch(LaunchRequest(**ANSWERS, catalogue=BAD / "good-reference.csv"))
    with factory_scope(factory):
        lot = Lot.objects.get(item__code="DEMO-001")
        counted = (
            "sku,warehouse,lot,qty_on_hand,qty_reserved,unit\n"
            f"DEMO-001,MAIN,{lot.number},200,0,H87\nDEMO-002,MAIN,L9,7,0,H87\n"
        )
        file = Source("stock.csv", counted.encode())
        actions.import_files([file])
        assert lot.balances.get().on_hand == 200
        assert lot.moves.count() == 2
        assert Lot.objects.get(item__code="DEMO-002").balances.get().on_hand == 7


def test_an_exported_catalogue_is_harmless_and_reads_again():
    factory = launch(LaunchRequest(**ANSWERS, catalogue=BAD / "formula-injection.csv"))
    out = StringIO()
    with factory_scope(factory):
        assert write_catalogue(out) == 5
    assert "\n=" not in out.getvalue().replace(",", "\n")
    again = read_sources([Source("again.csv", out.getvalue().encode())]).files
    sent = read_sources([Source.at(BAD / "formula-injection.csv")]).files
    assert [family.title for family in again.families] == [f.title for f in sent.families]
    assert [price.unit_price for price in again.price_breaks] == [
        price.unit_price for price in sent.price_breaks
    ]
    assert [lot.on_hand for lot in again.stock] == [lot.on_hand for lot in sent.stock]


def signed_up(client, **more):
    answers = ANSWERS | {"slug": "from-the-form"} | more
    return client.post("/sign-up/", answers, SERVER_NAME=settings.PLATFORM_HOST)


def test_the_sign_up_form_opens_a_store(client):
    answer = signed_up(client, catalogue=upload("good-reference.csv"))
    assert answer.status_code == 302
    with factory_scope(Factory.objects.get(slug="from-the-form")):
        assert Product.objects.count() == 5


def test_the_sign_up_form_names_each_bad_row(client):
    before = counts()
    answer = signed_up(client, catalogue=upload("price-comma-text.csv"))
    assert answer.status_code == 422
    assert "is it 1.24 or 124?" in answer.content.decode()
    assert "Row 6:" in answer.content.decode()
    assert counts() == before


def test_the_sign_up_form_refuses_a_reserved_address(client):
    answer = signed_up(client, slug="portal")
    assert answer.status_code == 422
    assert "is reserved" in answer.content.decode()


def test_the_demo_keeps_out_of_public_installations(settings):
    settings.PUBLIC_SCHEME = "https"
    before = counts()
    with pytest.raises(CommandError, match="password"):
        call_command("demo")
    assert counts() == before
