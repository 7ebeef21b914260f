"""What the documents name exists: commands, settings, events, addresses, files, links."""

import ast
import re

import pytest
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from sites.config.reactions import REACTIONS
from tests.architecture.tree import PROJECT, dotted, parsed, python_files, shown

PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]
SETTINGS_FILES = sorted((PROJECT / "sites/config/settings").glob("*.py"))
SAMPLES = {
    "lang": "en",
    "slug": "some-page",
    "sku": "AB-12",
    "number": "10001",
    "pk": "1",
    "id": "1",
    "name": "file.pdf",
}


def text(page) -> str:
    return page.read_text(encoding="utf-8")


def code_spans(page) -> list[str]:
    """Everything a page sets in type-writer: spans and blocks."""
    whole = text(page)
    blocks = re.findall(r"^```\w*\n(.*?)^```", whole, re.M | re.S)
    spans = re.findall(
        r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"^```.*?^```", "", whole, flags=re.M | re.S)
    )
    return spans + [line.strip() for block in blocks for line in block.splitlines()]


def table(page: str, heading: str) -> list[list[str]]:
    """The rows of every table whose first column is headed so."""
    rows, inside = [], False
    for line in text(PROJECT / page).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells[0] == heading:
            inside = True
        elif inside and not set(cells[0]) <= set("-: "):
            rows.append(cells)
    return rows


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_commands_exist(page):
    targets = set(re.findall(r"^([a-z-]+):", text(PROJECT / "Makefile"), re.M))
    for span in code_spans(page):
        for command in re.findall(r"\bmake ([a-z-]+)", span):
            assert command in targets, f"make {command}"
        for command in re.findall(r"manage\.py ([a-z_]+)", span):
            assert command in get_commands(), f"manage.py {command}"


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text(page))
    dead = [
        link for link in links if "://" not in link and not (page.parent / link).resolve().exists()
    ]
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_files_exist(page):
    named = re.compile(
        r"^(sites|media|themes|storefront|factory_portal|tests|deploy|docs|benchmarks|\.ci)/[\w./-]+$"
    )
    missing = [
        span for span in code_spans(page) if named.match(span) and not (PROJECT / span).exists()
    ]
    assert missing == []


def test_settings_page_names_what_the_settings_read():
    read = {
        call.args[0].value
        for file in SETTINGS_FILES
        for call in ast.walk(parsed(file))
        if isinstance(call, ast.Call)
        and dotted(call.func).startswith("env.")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    read |= {
        call.args[0].value
        for call in ast.walk(parsed(PROJECT / "sites/config/settings/environment.py"))
        if isinstance(call, ast.Call)
        and dotted(call.func) == "number"
        and isinstance(call.args[0], ast.Constant)
    }
    documented = {
        name
        for row in table("docs/configuration.md", "Variable")
        for name in re.findall(r"`(\w+)`", row[0])
    }
    # Read by boto3 itself.
    assert documented - {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"} == read


def test_events_page_names_what_is_recorded_and_who_reacts():
    recorded = {
        call.args[0].value
        for file in python_files()
        for call in ast.walk(parsed(file))
        if isinstance(call, ast.Call)
        and dotted(call.func).split(".")[-1] in {"record", "_record"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and re.fullmatch(r"[a-z_]+\.[a-z_]+", str(call.args[0].value))
    }
    rows = table("docs/subsystems/events.md", "Event")
    documented = {re.search(r"`([\w.]+)`", row[0])[1]: row for row in rows}
    assert set(documented) == recorded | set(REACTIONS)
    for name, reactions in REACTIONS.items():
        for reaction in reactions:
            assert f"`{reaction.__name__}`" in documented[name][-1], name


def test_addresses_resolve():
    hosts = {"store": "sites.config.urls_store", "platform": "sites.config.urls_platform"}
    rows = table("docs/addresses.md", "Address")
    assert len(rows) > 15
    dead = []
    for row in rows:
        address = re.search(r"`([^`]+)`", row[0])[1]
        path = re.sub(r"<(\w+)>", lambda found: SAMPLES[found[1]], address)
        try:
            resolve(path.split("?")[0], urlconf=hosts[row[1]])
        except Resolver404:
            dead.append(address)
    assert dead == []


def test_every_subsystem_has_its_page():
    apps = {
        shown(file.parent)
        for file in python_files()
        if file.name in {"models.py", "apps.py"} and len(file.relative_to(PROJECT).parts) == 3
    }
    written = " ".join(
        span for page in (PROJECT / "docs/subsystems").glob("*.md") for span in code_spans(page)
    )
    assert sorted(app for app in apps if app not in written) == []
