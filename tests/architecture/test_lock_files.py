"""The lock files can be read by any pip, anywhere, and fit the metadata."""

import re
import tomllib

import pytest

from tests.architecture.tree import PROJECT

LOCKS = ("requirements.txt", "requirements-dev.txt")


def locked(name: str) -> dict[str, str]:
    text = (PROJECT / name).read_text(encoding="utf-8")
    return {
        found["name"].lower().replace("_", "-"): found["version"]
        for found in re.finditer(r"^(?P<name>[\w.-]+)(\[[\w,-]+\])?==(?P<version>\S+)", text, re.M)
    }


def asked(group: list[str]) -> set[str]:
    return {re.match(r"[\w.-]+", line)[0].lower().replace("_", "-") for line in group}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes(name):
    text = (PROJECT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.replace("\\\n", " "))
    bare = [line for line in entries if "==" in line and "--hash=sha256:" not in line]
    assert bare == []
    assert len(locked(name)) > 40


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_of_a_registry_is_written_down(name):
    assert "http" not in (PROJECT / name).read_text(encoding="utf-8").replace("httpx", "")


def test_everything_that_the_metadata_asks_for_is_locked():
    metadata = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert asked(metadata["project"]["dependencies"]) <= set(locked("requirements.txt"))
    assert asked(metadata["dependency-groups"]["dev"]) <= set(locked("requirements-dev.txt"))


def test_tests_run_with_the_versions_that_are_deployed():
    runtime, dev = locked("requirements.txt"), locked("requirements-dev.txt")
    assert {name: dev.get(name) for name in runtime} == runtime
