"""Every fault file gets the complaint its README names, at the row and column it names."""

import csv
from pathlib import Path

import pytest

from sites.launch.reading.checks import Known
from sites.launch.reading.folders import Reading, read_sources
from sites.launch.reading.grids import Source

BAD = Path(__file__).parents[2] / "data" / "bad"
SAID = {
    "missing-column.csv": ['The column "Unit price" is missing. Nothing was imported.'],
    "duplicate-sku.csv": ["Row 7: SKU DEMO-002 already appears in row 3."],
    "price-comma-text.csv": [
        'Row 4: "1,24" uses a comma; is it 1.24 or 124?',
        'Row 6: "on request" is not a price.',
    ],
    "negative-stock.csv": ["Row 5: stock is -35; it cannot be below zero."],
    "unknown-unit.csv": ['Row 2: unit "bundle" is not known. Use a UN/ECE Rec 20 code or map it.'],
    "date-31-feb.csv": ["Row 3: 31 February 2027 does not exist."],
    "gtin-check-digit.csv": [
        "Row 4: the check digit of the GTIN is wrong; the last digit should be 4."
    ],
    "gross-below-net.csv": ["Row 6: gross 15.0 kg is less than net 16.1 kg."],
    "ragged-row.csv": ["Row 5 has 9 cells, the header has 12."],
    "formula-injection.csv": [
        "Rows 2 to 5: the title begins like a formula. It is kept as plain text, is never run, "
        "and is neutralised on export."
    ],
    "circular-bom.csv": [
        "ASM-1 > SUB-2 > SUB-3 > ASM-1 is a circle; a part cannot contain itself."
    ],
    "unknown-reference.csv": ["Row 3: DEMO-999 is not in the product list."],
    "bad-encoding.csv": [
        "The file is not valid UTF-8 from line 5 (byte 0xFC), and lines before it are UTF-8: "
        "please save it again as UTF-8."
    ],
    "huge-cell.csv": [
        "Row 5: the title holds 10,485,770 characters; at most 5,000 are allowed. The file was "
        "not read further."
    ],
    "empty.csv": ["The file is empty (0 bytes)."],
    "header-only.csv": ["The file has a header but no rows."],
    "pdf-inside.xlsx": ["This file is named .xlsx but its content is a PDF."],
    "formula-injection.xlsx": [
        "Row 2: the title is a formula without a stored value. Formulas are not run; please paste "
        "the value."
    ],
    "good-reference.csv": [],
}
EXPECTED = list(csv.DictReader((BAD / "expected.csv").open(encoding="utf-8", newline="")))


def read(name: str) -> Reading:
    known = None
    if name == "huge-cell.csv":
        lines = (BAD / "good-reference.csv").read_text(encoding="utf-8").split("\n")
        cells = lines[4].split(",")
        lines[4] = ",".join([cells[0], "x" * 10_485_770, *cells[2:]])
        return read_sources([Source(name, "\n".join(lines).encode())])
    if name == "unknown-reference.csv":
        good = read_sources([Source.at(BAD / "good-reference.csv")]).files
        known = Known(
            skus=frozenset(variant.sku for variant in good.variants),
            components=frozenset({"BLANK-1"}),
        )
    return read_sources([Source.at(BAD / name)], known=known)


@pytest.mark.parametrize("fault", EXPECTED, ids=lambda fault: fault["file"])
def test_each_fault_is_named_where_it_is(fault):
    complaints = read(fault["file"]).complaints
    assert [complaint.message for complaint in complaints] == SAID[fault["file"]]
    rows = [row for complaint in complaints for row in complaint.rows]
    assert rows == [int(row) for row in fault["line"].split(";") if row.strip()]
    if fault["column"]:
        assert {complaint.column for complaint in complaints} == {fault["column"]}


def test_no_fault_file_was_forgotten():
    there = {path.name for path in BAD.iterdir()} - {"README.md", "expected.csv"}
    assert there | {"huge-cell.csv"} == {fault["file"] for fault in EXPECTED} == set(SAID)


def test_the_good_file_is_read_whole():
    reading = read("good-reference.csv")
    assert not reading.refused
    assert [variant.sku for variant in reading.files.variants] == [
        f"DEMO-00{number}" for number in range(1, 6)
    ]
    assert [str(price.unit_price) for price in reading.files.price_breaks] == [
        "18.20",
        "8.15",
        "1.24",
        "1.66",
        "0.93",
    ]
    assert [int(lot.on_hand) for lot in reading.files.stock] == [240, 1800, 420, 950]


@pytest.mark.parametrize("name", sorted(set(SAID) - {"good-reference.csv"}))
def test_only_the_formula_texts_are_imported_all_the_same(name):
    assert read(name).refused is (name != "formula-injection.csv")


def test_formula_texts_stay_as_they_were_typed():
    titles = [family.title for family in read("formula-injection.csv").files.families]
    assert titles[1:4] == ["+1+1", "@SUM(1,1)", "-2+3"]
    assert titles[0].startswith('=HYPERLINK("http')
