"""Migrations have names, can be taken back, and import no app code."""

import ast
import re

import pytest

from tests.architecture.tree import PACKAGES, PROJECT, dotted, parsed, shown

MIGRATIONS = [
    file
    for package in PACKAGES
    for file in sorted((PROJECT / package).rglob("migrations/[0-9]*.py"))
]
NAMED_BY_A_MACHINE = re.compile(
    r"_auto_\d{8}|_and_more$|^\d{4}_(alter|rename)_\w+_\w+_\w+_\w+_\w+$"
)


@pytest.mark.parametrize("file", MIGRATIONS, ids=shown)
def test_names_say_what_changes(file):
    assert not NAMED_BY_A_MACHINE.search(file.stem)


@pytest.mark.parametrize("file", MIGRATIONS, ids=shown)
def test_every_step_can_be_taken_back(file):
    one_way = [
        node.lineno
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call)
        and dotted(node.func).split(".")[-1] in {"RunPython", "RunSQL"}
        and len(node.args) < 2
        and not {word.arg for word in node.keywords} & {"reverse_code", "reverse_sql"}
    ]
    assert one_way == []


@pytest.mark.parametrize("file", MIGRATIONS, ids=shown)
def test_no_business_code_is_called(file):
    """Tomorrow's action would write to yesterday's tables."""
    called = [
        name
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ImportFrom | ast.Import)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
        )
        if name.split(".")[-1] in {"actions", "queries", "rules", "views", "tasks"}
        and name.split(".")[0] in PACKAGES
    ]
    assert called == []
