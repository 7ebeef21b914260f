"""The files of the project, as the architecture tests read them."""

import ast
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = ("sites", "media", "themes", "storefront", "factory_portal")


@cache
def python_files() -> tuple[Path, ...]:
    """Every Python file of the product, without tests and migrations."""
    return tuple(
        file
        for package in PACKAGES
        for file in sorted((PROJECT / package).rglob("*.py"))
        if "migrations" not in file.parts
    )


@cache
def files(pattern: str) -> tuple[Path, ...]:
    """Every file of the product that fits a pattern such as `*.html`."""
    return tuple(
        file for package in PACKAGES for file in sorted((PROJECT / package).rglob(pattern))
    )


@cache
def parsed(file: Path) -> ast.Module:
    """A Python file as its syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def shown(file: Path) -> str:
    """A file's path as a person would write it."""
    return file.relative_to(PROJECT).as_posix()


def public_functions(file: Path) -> list[ast.FunctionDef]:
    """The functions that a module offers: top level, no underscore."""
    return [
        node
        for node in parsed(file).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def dotted(node: ast.AST) -> str:
    """`a.b.c` for an attribute or a name, empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""
