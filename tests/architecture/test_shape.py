"""One shape in every app: names, sizes, docstrings, arguments, plain rules."""

import ast
import re
import sys

import pytest

from tests.architecture.tree import (
    PROJECT,
    dotted,
    files,
    parsed,
    public_functions,
    python_files,
    shown,
)

NAMES_THAT_SAY_NOTHING = {
    *("util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "core"),
}
LONGEST_FILE = 1000
LONG_FILE = 500
# A list of values without a line of logic, read by looking up one name.
A_LIST = "themes/engine/contract.py"
LONG_FILES_OF_A_HUNDRED = 3
MOST_ARGUMENTS = 6
RULES = [file for file in python_files() if file.name == "rules.py"]
VALUES = [file for file in python_files() if "sites/values" in file.as_posix()]
# Laws that fill a file of their own beside their app's rules.
LAWS = [file for file in python_files() if shown(file) == "storefront/pricing/incoterms.py"]
ACTIONS = [file for file in python_files() if file.name == "actions.py"]


def test_names_say_what_is_inside():
    names = [shown(file) for file in python_files() if file.stem in NAMES_THAT_SAY_NOTHING]
    folders = {
        shown(file.parent) for file in python_files() if file.parent.name in NAMES_THAT_SAY_NOTHING
    }
    assert [*names, *folders] == []


def test_files_are_short_enough_to_read():
    lengths = {
        shown(file): len(file.read_text(encoding="utf-8").splitlines())
        for file in python_files()
        if shown(file) != A_LIST
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}
    long = [name for name, lines in lengths.items() if lines > LONG_FILE]
    assert len(long) <= LONG_FILES_OF_A_HUNDRED * len(lengths) / 100, long


def test_nothing_is_left_unfinished():
    unfinished = re.compile(
        r"\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError\b|lorem ipsum|coming soon", re.I
    )
    found = [
        f"{shown(file)}:{number}"
        for pattern in ("*.py", "*.html", "*.css", "*.js", "*.toml")
        for file in files(pattern)
        if "vendor" not in file.parts
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if unfinished.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("file", RULES + VALUES + LAWS, ids=shown)
def test_rules_are_plain_python(file):
    """The standard library, our values and other rules: nothing that needs a server to run."""
    foreign = []
    for node in ast.walk(parsed(file)):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        foreign += [
            name
            for name in names
            if name.split(".")[0] not in sys.stdlib_module_names
            and not name.startswith("sites.values")
            and not name.endswith(".rules")
            and name not in {"storefront.pricing.incoterms"}
            and name.split(".")[0] not in {"stdnum", "pycountry", "phonenumbers"}
        ]
    assert foreign == []


@pytest.mark.parametrize("file", RULES + VALUES, ids=shown)
def test_dataclasses_of_rules_are_frozen(file):
    loose = [
        node.name
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if dotted(decorator.func if isinstance(decorator, ast.Call) else decorator).endswith(
            "dataclass"
        )
        and not (
            isinstance(decorator, ast.Call)
            and any(
                word.arg == "frozen" and isinstance(word.value, ast.Constant) and word.value.value
                for word in decorator.keywords
            )
        )
    ]
    assert loose == []


@pytest.mark.parametrize("file", RULES, ids=shown)
def test_rules_do_not_use_binary_fractions(file):
    """Money and quantities are whole or decimal; a float would lose cents."""
    found = [
        node.lineno
        for node in ast.walk(parsed(file))
        if (isinstance(node, ast.Call) and dotted(node.func) == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]
    assert found == []


@pytest.mark.parametrize("file", RULES + ACTIONS, ids=shown)
def test_rules_and_actions_say_what_they_do(file):
    assert [node.name for node in public_functions(file) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("file", RULES + ACTIONS, ids=shown)
def test_rules_and_actions_take_few_arguments(file):
    crowded = [
        node.name
        for node in public_functions(file)
        if len(node.args.args) + len(node.args.kwonlyargs) > MOST_ARGUMENTS
    ]
    assert crowded == []


def test_tenants_are_crossed_in_sites_only():
    """`all_factories` is the loud name; nobody but the operator's packages says it."""
    found = [
        f"{shown(file)}:{node.lineno}"
        for file in python_files()
        if not shown(file).startswith("sites/")
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call)
        and dotted(node.func).split(".")[-1] in {"all_factories", "scopes_disabled"}
    ]
    assert found == []


def test_scopes_are_switched_off_in_one_place():
    found = [
        shown(file)
        for file in python_files()
        if "scopes_disabled(" in file.read_text(encoding="utf-8")
    ]
    assert set(found) <= {"sites/tenancy/scope.py"}


def test_imports_are_absolute_and_plain():
    relative = [
        f"{shown(file)}:{node.lineno}"
        for file in python_files()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_top_level_is_fixed():
    """A newcomer guesses the file before searching: the folder list is the architecture."""
    known = {
        *("sites", "media", "themes", "storefront", "factory_portal"),
        *("tests", "benchmarks", "deploy", "docs"),
    }
    present = {
        path.parent.relative_to(PROJECT).parts[0]
        for path in PROJECT.rglob("*.py")
        if path.parent != PROJECT and not path.relative_to(PROJECT).parts[0].startswith(".")
    }
    assert present - {"var", "staticfiles"} <= known
