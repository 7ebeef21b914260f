"""Every page in every theme, from sample values: it renders, and it is safe and complete HTML."""

import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser

import pytest
from django.template.loader import get_template

from tests.builders.pages import Store, every_page, shell
from themes.engine import contract
from themes.engine.manifest import installed
from themes.engine.paths import PACKS
from themes.engine.render import page_html, plain_response
from themes.engine.select import template_names

THEMES = [manifest.id for manifest in installed()]
PAGES = sorted(every_page(Store()))
VOID = {"base", "br", "hr", "img", "input", "link", "meta", "source", "use", "wbr"}


class Checker(HTMLParser):
    """Collects what a strict content policy, assistive technology or a reader would trip over."""

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.labels: set[str] = set()
        self.controls: list[dict] = []
        self.links: list[str] = []
        self.headings: list[int] = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.faults += [f"<{tag} {name}>" for name in values if name.startswith("on")]
        if "style" in values or tag == "style":
            self.faults.append(f"style on <{tag}>")
        if (
            tag == "script"
            and not values.get("src")
            and values.get("type") != "application/ld+json"
        ):
            self.faults.append("inline script")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "label":
            self.labels.add(values.get("for", ""))
        if tag in ("input", "select", "textarea") and values.get("type") != "hidden":
            self.controls.append(values | {"in_label": "label" in self.open})
        if tag == "img" and not {"alt", "width", "height"} <= set(values):
            self.faults.append("img without alt, width or height")
        if tag == "a":
            self.links.append(values.get("href", ""))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-3:]}")
        else:
            self.open.pop()


def checked(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    return checker


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_sound_in_every_theme(theme, name):
    store = Store(theme=theme)
    page = every_page(store)[name]
    html = page_html(page=page, shell=shell(store, title=page.title))
    found = checked(html)
    assert found.faults == []
    assert found.open == []
    assert len(found.ids) == len(set(found.ids)), "an id appears twice"
    assert found.headings.count(1) == 1
    assert "None" not in re.sub(r"<[^>]*>", "", html)
    for control in found.controls:
        assert control["in_label"] or control.get("id") in found.labels, control


@pytest.mark.parametrize("theme", THEMES)
def test_an_arabic_page_runs_right_to_left_and_keeps_part_numbers_straight(theme):
    store = Store(theme=theme, language="ar", direction="rtl")
    html = page_html(page=every_page(store)["product"], shell=shell(store))
    assert '<html lang="ar" dir="rtl"' in html
    assert '<bdi dir="ltr" class="code">HV-DF050-16-L</bdi>' in html


def test_values_are_escaped():
    store = Store(hero_title='<script>alert("x")</script>', brand='A" onload="x')
    html = page_html(page=every_page(store)["home"], shell=shell(store))
    assert "<script>alert" not in html
    assert checked(html).faults == []


def test_structured_data_cannot_leave_its_element():
    frame = shell(Store())
    meta = replace(frame.meta, json_ld='{"name": "</script><script>x()"}')
    html = page_html(page=every_page(Store())["notice"], shell=replace(frame, meta=meta))
    assert '{"name": "\\u003c/script\\u003e\\u003cscript\\u003ex()"}' in html


def test_pages_that_anyone_may_cache_carry_no_form_token(rf):
    store = Store()
    for name in ("home", "category", "search", "product", "basket"):
        html = page_html(page=every_page(store)[name], shell=shell(store), request=rf.get("/"))
        assert "csrfmiddlewaretoken" not in html, name
    for name in ("contact", "login", "enquiry"):
        html = page_html(page=every_page(store)[name], shell=shell(store), request=rf.get("/"))
        assert "csrfmiddlewaretoken" in html, name


def test_the_quantity_form_works_without_scripts():
    html = page_html(page=every_page(Store())["product"], shell=shell(Store()))
    form = html[html.index('id="quantity"') :]
    assert 'method="get"' in form[:400]
    assert 'formaction="/en/basket/add/" formmethod="post"' in form


def test_no_template_reads_the_request_or_marks_text_safe():
    for path in PACKS.rglob("*.html"):
        text = path.read_text()
        assert not re.search(r"[{ (]request[. }|]", text), path
        assert "|safe" not in text and "autoescape off" not in text, path


def test_every_dataclass_with_a_template_has_one_in_base():
    kinds = [k for k in vars(contract).values() if isinstance(k, type) and is_dataclass(k)]
    named = [k for k in kinds if isinstance(getattr(k, "template", None), str)]
    assert len(named) > 30
    for kind in named:
        get_template(f"base/{kind.template}")


def test_the_contract_is_frozen_and_keyword_only():
    kinds = [k for k in vars(contract).values() if isinstance(k, type) and is_dataclass(k)]
    for kind in kinds:
        assert kind.__dataclass_params__.frozen, kind
        assert all(field.kw_only for field in fields(kind)), kind


def test_samples_cover_every_page_and_section():
    pages = every_page(Store()).values()
    sections = {type(s) for p in pages for s in getattr(p, "sections", ())}
    kinds = {k for k in vars(contract).values() if isinstance(k, type)}
    all_sections = {k for k in kinds if issubclass(k, contract.Section)} - {contract.Section}
    all_pages = {k for k in kinds if issubclass(k, contract.Page)}
    without_sample = {contract.Page, contract.CheckoutStep, contract.PlainNotice}
    assert sections == all_sections
    assert {type(p) for p in pages} == all_pages - without_sample


def test_a_page_without_a_store_needs_no_shell():
    answer = plain_response(
        page=contract.PlainNotice(title="No store lives here", code="404"), status=404
    )
    assert answer.status_code == 404
    assert checked(answer.content.decode()).faults == []


def test_the_theme_is_in_the_templates_name():
    assert template_names("pages/product.html", "datum") == [
        "datum/pages/product.html",
        "base/pages/product.html",
    ]
