"""Laws of the smallest readings: numbers, dates, texts, uploads."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sites.launch.reading import values
from sites.launch.reading.checks import circle_in
from sites.launch.reading.folders import read_sources
from sites.launch.reading.grids import MAX_FILE_BYTES, Source
from sites.launch.reading.rows import BomLine
from sites.launch.reading.texts import clean_html, looks_like_formula, neutralise, restore
from sites.launch.reading.values import Spelling

ERP = Spelling(thousands_commas=True, unit_words=True, dates=("%Y年%m月%d日", "%Y/%m/%d"))


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_number_survives_a_workbook(number):
    assert values.decimal_of(float(number)) == number
    assert values.decimal_of(str(number)) == number


@given(st.integers(0, 10**9))
def test_thousands_commas_and_unit_words_change_nothing(number):
    assert values.decimal_of(f"{number:,}个", ERP) == number


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1000个", "1000"), ("１０００", "1000"), ("13,330", "13330"), ("1,234.56", "1234.56")],
)
def test_an_erp_number(written, meant):
    assert values.decimal_of(written, ERP) == Decimal(meant)


@pytest.mark.parametrize("written", ["1,24", "13,330", "1.234,5"])
def test_a_lone_comma_is_asked_about(written):
    with pytest.raises(values.AmbiguousComma):
        values.decimal_of(written)


@pytest.mark.parametrize("written", ["", "NaN", "Infinity", "1e5000x", "on request", True])
def test_what_is_no_number(written):
    with pytest.raises(ValueError):
        values.decimal_of(written)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_in_each_spelling(day):
    assert values.date_of(day.isoformat()) == day
    assert values.date_of(f"{day.year}年{day.month}月{day.day}日", ERP) == day
    assert values.date_of(f"{day.year}/{day.month}/{day.day}", ERP) == day


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_an_exported_text_is_never_run_and_comes_back(text):
    assert not neutralise(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert restore(neutralise(text)) == restore(text)


def test_a_signed_measure_is_no_formula():
    assert not looks_like_formula("-25 至 +80")
    assert not looks_like_formula("+12 V")
    assert looks_like_formula("-2+3")
    assert looks_like_formula("=1")


@given(st.text(max_size=80))
def test_cleaned_html_holds_no_foreign_tag(text):
    cleaned = clean_html(f"<p onclick=x>{text}<script>{text}</script><img src=x onerror=y>")
    for tag in ("<script", "<img", "onclick", "onerror=y>"):
        assert tag not in cleaned.replace(text, "")


def test_plain_tags_survive():
    html = '<div style="x">Soft <b>cotton</b><script>bad()</script></div><ul><li>one'
    assert clean_html(html) == "Soft <b>cotton</b><ul><li>one</li></ul>"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25))
def test_a_circle_is_found_exactly_when_there_is_one(pairs):
    lines = [
        BomLine(parent=f"p{a}", component=f"p{b}", quantity=Decimal(1), unit="H87")
        for a, b in pairs
    ]
    found = circle_in(lines)
    names = {name for pair in pairs for name in pair}
    while leaves := {name for name in names if not any(a == name and b in names for a, b in pairs)}:
        names -= leaves
    assert bool(found) == bool(names)
    for here, following in zip(found, found[1:] + found[:1], strict=True):
        assert lines[here].component == lines[following].parent


def test_deep_bills_of_material_do_not_exhaust_the_stack():
    lines = [
        BomLine(parent=str(n), component=str(n + 1), quantity=Decimal(1), unit="H87")
        for n in range(20_000)
    ]
    assert circle_in(lines) == []


def messages(name, content):
    return [complaint.message for complaint in read_sources([Source(name, content)]).complaints]


def test_a_zip_bomb_is_not_opened():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (64 * 1024**2))
    (message,) = messages("bomb.xlsx", packed.getvalue())
    assert message.startswith("The workbook unpacks to 64 MB")


def test_a_damaged_workbook_is_named():
    assert messages("x.xlsx", b"PK\x03\x04nonsense") == [
        "The workbook is damaged and cannot be opened."
    ]


def test_too_large_a_file_is_not_read():
    (message,) = messages("big.csv", b"x" * (MAX_FILE_BYTES + 1))
    assert message.endswith("at most 32 MB are allowed.")


def test_an_unknown_header_asks_for_a_mapping():
    (message,) = messages("x.csv", "品名,价格\n灯,1\n".encode())
    assert "mapping.toml" in message


def test_a_formula_with_a_stored_value_gives_that_value(tmp_path):
    book = Workbook()
    book.active.append(["SKU", "Title", "Unit", "MOQ", "Unit price", "Currency"])
    book.active.append(["A-1", "Flange", "H87", 10, "=2*3", "USD"])
    packed = io.BytesIO()
    book.save(packed)
    plain = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(plain, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b"<f>2*3</f><v />", b"<f>2*3</f><v>6</v>")
            content = content.replace(b"<f>2*3</f><v></v>", b"<f>2*3</f><v>6</v>")
            new.writestr(name, content)
    reading = read_sources([Source("own.xlsx", plain.getvalue())])
    assert [str(complaint) for complaint in reading.complaints] == []
    assert reading.files.price_breaks[0].unit_price == 6


def test_a_broken_mapping_is_a_complaint_about_the_mapping():
    assert "cannot be read" in messages("mapping.toml", b"[[source")[0]
