"""One overseas order, from the search box to the tracking number, in a real browser.

A buyer orders, the floor makes it, the warehouse sends it, and the buyer sees all of it; beside it,
a marketer changes the front page. Everything through screens, nothing behind them.
"""

import re
from dataclasses import dataclass

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SLUG = "harrow-vale"
SKU = "HV-CPL-30-08-08"
SECONDS_FOR_THE_WORKER = 60


@dataclass(frozen=True, kw_only=True)
class Placed:
    """What the buyer keeps of an order."""

    number: str
    address: str
    to_make: int


@pytest.fixture
def photograph(tmp_path):
    """What a phone on the floor would send."""
    file = tmp_path / "bench.jpg"
    Image.effect_mandelbrot((1200, 900), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(file)
    return file


def test_first_order(demo, page: Page, as_member, photograph):
    placed = order_five_thousand(demo, page)
    read_proforma(page, placed)
    make(demo, page, as_member, placed, photograph)
    tracking = ship(demo, page, as_member, placed)
    follow(page, placed, tracking)


def order_five_thousand(demo, page: Page) -> Placed:
    """Home → search by part number → price and date for 5,000 → basket → checkout → number."""
    page.goto(demo.store(SLUG))
    search = page.get_by_role("searchbox").first
    search.fill(SKU)
    search.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/p/hv-cpl-30-08-08/"))

    quantity = page.locator("main input[name=quantity]").first
    quantity.fill("5000")
    quantity.press("Enter")
    promise = page.locator("main").get_by_text(re.compile(r"[\d,]+ (from stock|by \d)"))
    expect(promise.first).to_be_visible()

    page.get_by_role("button", name="Add to").click()
    page.goto(demo.store(SLUG, "/en/basket/"))
    expect(page.locator("main input[name^=quantity]").first).to_have_value("5000")
    page.locator("main a[href*='/checkout/']").first.click()

    page.get_by_label("E-mail").fill("purchasing@overseas-machines.example")
    page.get_by_label("Your name").fill("Purchasing department")
    page.get_by_label("Company").fill("Overseas Machines")
    page.get_by_label("Country").select_option("DE")
    page.get_by_role("button", name="Continue").click()

    page.get_by_label("Street and number").fill("Hafenstrasse 1")
    page.get_by_label("City").fill("Hamburg")
    page.get_by_label("Incoterm").select_option("DAP")
    page.get_by_label("Named place").fill("Hamburg")
    page.get_by_label(re.compile("Sea freight, part container")).check()
    page.get_by_role("button", name="Continue").click()

    page.get_by_label(re.compile("Bank transfer")).check()
    page.get_by_label("Your purchase order number").fill("PO-4711")
    page.get_by_role("button", name="Continue").click()

    expect(page.locator("main")).to_contain_text(SKU)
    expect(page.locator("main")).to_contain_text("PO-4711")
    page.get_by_role("button", name="Place the order").click()
    expect(page).to_have_url(re.compile(r"/en/orders/[\w-]+/\?"))

    main = page.locator("main")
    expect(main).to_contain_text("PO-4711")
    expect(main).to_contain_text("5,000")
    said = re.search(r"([\d,]+) by \d", main.inner_text())
    return Placed(
        number=re.search(r"/orders/([\w-]+)/", page.url)[1],
        address=re.sub(r"&placed=1", "", page.url),
        to_make=int(said[1].replace(",", "")),
    )


def read_proforma(page: Page, placed: Placed) -> None:
    """The papers that a bank needs to pay the deposit."""
    link = page.locator("a[href*='/documents/proforma/']").first.get_attribute("href")
    status, kind, beginning = page.evaluate(
        """async address => {
            const answer = await fetch(address);
            const beginning = (await answer.text()).slice(0, 5);
            return [answer.status, answer.headers.get("content-type"), beginning];
        }""",
        link,
    )
    assert (status, kind, beginning) == (200, "application/pdf", "%PDF-")


def make(demo, page: Page, as_member, placed: Placed, photograph) -> None:
    """The floor: find the job, start, report, photograph, finish."""
    as_member(page, SLUG, "production")
    reload_until(page, demo.store(SLUG, f"/portal/production/?q={placed.number}"), "main tbody a")
    page.locator("main tbody a").first.click()
    expect(page.locator("main")).to_contain_text(SKU)
    expect(page.locator("main")).to_contain_text(f"{placed.to_make:,}")

    page.get_by_role("button", name="Start").click()
    good = page.locator("input[name=good]")
    expect(good).to_have_value(str(placed.to_make))
    page.get_by_role("button", name="Report").click()
    expect(page.locator("main")).to_contain_text("100%")

    page.locator("summary", has_text="Photograph").click()
    page.set_input_files("input[name=picture]", photograph)
    page.locator("input[name=caption]").fill("The lot on the bench")
    page.locator("form[action*=photograph] button").click()
    expect(page.get_by_text("filed")).to_be_visible()

    page.locator("summary", has_text="Finish").click()
    page.locator("form[action*=finish] button").click()
    expect(page.locator("main")).to_contain_text("done")


def ship(demo, page: Page, as_member, placed: Placed) -> list[str]:
    """The warehouse: pick, pack and hand over whatever was planned for the order."""
    as_member(page, SLUG, "warehouse")
    planned = demo.store(SLUG, f"/portal/shipments/?q={placed.number}")
    reload_until(page, planned, "main tbody a")
    shipments = [
        link.get_attribute("href") for link in page.locator("main tbody a[href*=shipments]").all()
    ]
    tracking = []
    for place, shipment in enumerate(dict.fromkeys(shipments), 1):
        tracking.append(f"EXLU-{place:04}")
        page.goto(demo.store(SLUG, shipment))
        page.get_by_role("button", name="All picked").click()
        page.get_by_role("button", name="Packed").click()
        page.locator("input[name=carrier]").fill("Example Line")
        page.locator("input[name=tracking_number]").fill(tracking[-1])
        page.get_by_role("button", name="Hand over").click()
        expect(page.locator("main")).to_contain_text(tracking[-1])
    return tracking


def follow(page: Page, placed: Placed, tracking: list[str]) -> None:
    """The buyer: milestones done, the photograph, the tracking number."""
    page.context.clear_cookies()
    page.goto(placed.address)
    main = page.locator("main")
    for number in tracking:
        expect(main).to_contain_text(number)
    picture = main.get_by_role("img", name="The lot on the bench")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("picture => picture.naturalWidth > 0", arg=picture.element_handle())


def test_marketer_changes_the_front_page(demo, page: Page, as_member):
    as_member(page, SLUG, "marketer")
    page.goto(demo.store(SLUG, "/cms/pages/"))
    page.locator("main a[href$='/edit/']").first.click()
    title = page.locator("input[name=body-0-value-title]")
    expect(title).to_be_visible()
    before = title.input_value()
    promises = ["Made in Ningbo, counted in the open", "Counted in the open, made in Ningbo"]
    after = promises[before == promises[0]]
    title.fill(after)
    page.locator("[name=action-publish]").first.evaluate("button => button.click()")
    expect(page.get_by_text("published").first).to_be_visible(timeout=30_000)

    page.context.clear_cookies()
    page.goto(demo.store(SLUG))
    expect(page.get_by_role("heading", level=1)).to_have_text(after)


def reload_until(page: Page, address: str, selector: str) -> None:
    """Open a page again until the worker has done what makes this appear on it."""
    for _second in range(SECONDS_FOR_THE_WORKER):
        page.goto(address)
        if page.locator(selector).count():
            return
        page.wait_for_timeout(1000)
    pytest.fail(f"{selector} never appeared at {address}")
