"""A whole installation for the journeys: what `make demo` runs, on a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 420
# What `manage.py demo` gives every account of the demo.
PASSWORD = "millfront-demo"


@dataclass(frozen=True, kw_only=True)
class Demo:
    """A running installation with the three demo factories."""

    port: str

    def store(self, slug: str, path: str = "/en/") -> str:
        """An address in one of the stores."""
        return f"http://{slug}.localhost:{self.port}{path}"


@pytest.fixture(scope="session")
def demo(request, tmp_path_factory, django_db_setup):
    """The demo's web server and worker, as real processes on the configured kind of database."""
    running = request.config.getoption("--demo-port")
    if running:
        yield Demo(port=running)
        return
    var = tmp_path_factory.mktemp("demo")
    port = _free_port()
    environment = {
        **os.environ,
        "VAR_DIR": str(var),
        "PORT": port,
        "DATABASE_URL": _database_url(),
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    log = var / "demo.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "deploy/demo.py"],
            cwd=PROJECT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, port, log)
            yield Demo(port=port)
        finally:
            process.terminate()
            process.wait(60)


@pytest.fixture
def as_member(demo):
    """Sign a page in to a store's portal with a role."""

    def sign_in(page, slug: str, role: str) -> None:
        page.context.clear_cookies()
        page.goto(demo.store(slug, "/portal/sign-in/"))
        page.locator("input[name=email]").fill(f"{role}@{slug}.example")
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/portal/")

    return sign_in


def _database_url() -> str:
    """This test process's own migrated copy, so that the demo need not migrate again."""
    from django.conf import settings

    name = settings.DATABASES["default"]["NAME"]
    configured = os.environ.get("DATABASE_URL", "")
    if configured.startswith("postgres"):
        return urlunsplit(urlsplit(configured)._replace(path=f"/{name}"))
    return f"sqlite:///{name}"


def _free_port() -> str:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return str(listener.getsockname()[1])


def _wait(process: subprocess.Popen, port: str, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"The demo did not start:\n{log.read_text()[-3000:]}")
