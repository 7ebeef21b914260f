"""What every test may ask for: databases, factories, servers, a browser."""

import os
import shutil
import zlib
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import TransactionTestCase, override_settings

from tests import databases

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


# ── The run ──────────────────────────────────────────────────────────────────────────────────


def pytest_addoption(parser):
    parser.addoption(
        "--fail-on-skip",
        action="store_true",
        help="a skipped test fails the run: what cannot be tested here must not look tested",
    )
    parser.addoption(
        "--demo-port",
        help="journeys visit the demo that runs on this port instead of starting one",
    )


def pytest_collection_modifyitems(items):
    """Browser tests last: what is cheap to know is known first."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """Fail a run in which something was skipped, if that was asked for."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--fail-on-skip") and reporter and exitstatus == 0:
        skipped = reporter.stats.get("skipped", [])
        if skipped:
            reporter.write_line(f"{len(skipped)} skipped, and --fail-on-skip", red=True)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def worker_name(config) -> str:
    """The xdist worker's name, or `main` without xdist."""
    return getattr(config, "workerinput", {}).get("workerid", "main")


# ── Databases, caches, files ─────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """A copy of the migrated template for this process; tests that commit get a fresh one."""
    database = databases.database_for(f"{worker_name(request.config)}_{os.getpid()}")
    flush = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda self: database.restore()
    with django_db_blocker.unblock():
        database.create()
    yield
    TransactionTestCase._fixture_teardown = flush
    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(autouse=True, scope="session")
def own_files(tmp_path_factory):
    """Uploaded files of the tests stay out of the demo's folder."""
    with override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        EMAIL_FILE_PATH=tmp_path_factory.mktemp("mail"),
    ):
        yield


@pytest.fixture(autouse=True)
def own_cache(request):
    """No test sees what another one cached, not even on a shared Redis."""
    prefix = f"test-{os.getpid()}-{zlib.crc32(request.node.nodeid.encode())}"
    caches.settings["default"]["KEY_PREFIX"] = prefix
    caches["default"].key_prefix = prefix


@pytest.fixture(scope="session", autouse=True)
def bucket():
    """The bucket that MEDIA_BUCKET names, on whatever S3 server AWS_S3_ENDPOINT_URL names."""
    from django.conf import settings

    if settings.MEDIA_BUCKET:
        import boto3

        boto3.client(
            "s3",
            endpoint_url=settings.AWS_S3_ENDPOINT_URL,
            region_name=settings.AWS_S3_REGION_NAME,
        ).create_bucket(Bucket=settings.MEDIA_BUCKET)


@pytest.fixture(scope="session")
def s3_server():
    """The address of a real HTTP server that speaks S3."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


# ── Factories ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def factory(db):
    """An open factory at alpha.millfront.test."""
    from tests.builders.factories import make_factory

    return make_factory("alpha")


@pytest.fixture
def other_factory(db):
    """A second one, which must not learn of the first."""
    from tests.builders.factories import make_factory

    return make_factory("beta", currency="EUR", country="PT", theme="loom")


@pytest.fixture
def in_factory(factory):
    """The first factory, with the test running inside its scope."""
    from sites.tenancy.scope import factory_scope

    with factory_scope(factory):
        yield factory


# ── Browser ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    # Playwright's loop would make Django refuse the ORM in this thread.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    if not found or not Path(found).exists():
        pytest.fail("No Chromium here: apt-get install chromium, or name it in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A fresh visitor's page on a laptop-sized screen; its script errors fail the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []
