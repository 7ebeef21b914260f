"""Measure the pages that matter on SQLite and PostgreSQL and write benchmarks/results.md.

The demo's three factories are loaded into a fresh database of each kind. A buyer without a browser
then walks through Harrow & Vale's store, and for each step three things are noted: the SQL
statements, the processor time of the application, and the time on the clock, which includes the
database. The figures are medians; what the first visit pays for (compiling templates) is left out.

`make benchmark` runs it. BENCHMARK_POSTGRES names a server where databases may be created; without
a PostgreSQL there, its column stays empty.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

STORE = "harrow-vale"
SKU = "HV-BRG-6204"
REPEATS = 30
ORDERS = 5
DATABASE = "millfront_benchmark"
TRANSACTION_CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def main() -> int:
    """Measure each kind of database in a process of its own, then write the report."""
    from benchmarks import report

    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        measured["SQLite"] = measure_in_process(Path(folder) / "sqlite", {})
        server = os.environ.get("BENCHMARK_POSTGRES", "postgres://root@127.0.0.1:5432")
        with fresh_postgresql(server) as url:
            if url:
                measured["PostgreSQL"] = measure_in_process(
                    Path(folder) / "postgresql", {"DATABASE_URL": url}
                )
    report.write(measured)
    print(f"Written: {report.RESULTS.relative_to(PROJECT)}")
    return 0


def measure_in_process(var: Path, more: dict[str, str]) -> dict:
    """Load the demo into a database of this kind and measure it."""
    var.mkdir(parents=True)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "VAR_DIR": str(var),
        "DJANGO_SETTINGS_MODULE": "sites.config.settings.dev",
        "LOG_LEVEL": "WARNING",
        **more,
    }
    subprocess.run(
        [sys.executable, "deploy/demo.py", "--prepare"],
        cwd=PROJECT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    result = subprocess.run(
        [sys.executable, __file__, "--here"],
        cwd=PROJECT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(result.stdout.splitlines()[-1])


@contextmanager
def fresh_postgresql(server: str):
    """The address of an empty database, dropped afterwards; None without a server."""
    import psycopg

    try:
        connection = psycopg.connect(f"{server}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        yield None
        return
    with connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
        yield f"{server}/{DATABASE}"
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")


# ── In the measured process ──────────────────────────────────────────────────────────────────


def measure() -> dict:
    """Every step, by its name in benchmarks/peers.toml."""
    import django

    django.setup()
    from benchmarks.visitor import Visitor
    from sites.tenancy.models import Factory

    host = f"{STORE}.localhost"
    guest = Visitor(host)
    category = category_with_most_skus(Factory.objects.get(slug=STORE))
    pages = {
        "home": "/en/",
        "category": f"/en/c/{category}/",
        "product": f"/en/p/{SKU.lower()}/?quantity=2000",
        "search": "/en/search/?q=bearing",
    }
    steps = {
        name: repeated(lambda address=address: guest.open(address))
        for name, address in pages.items()
    }
    steps |= ordering(host)
    steps["launch"] = launching()
    return steps


def ordering(host: str) -> dict:
    """A guest's whole way from the basket to the order, several times over."""
    orders = [order(host) for _order in range(ORDERS + 1)][1:]
    return {step: median([each[step] for each in orders]) for step in orders[0]}


def order(host: str) -> dict:
    """One order of a guest, step by step."""
    from benchmarks.visitor import Visitor

    buyer = Visitor(host)
    buyer.open(f"/en/p/{SKU.lower()}/?quantity=1000")
    added = once(lambda: buyer.submit(to="/basket/add", follow=False, quantity="1000", sku=SKU))
    basket = once(lambda: buyer.open("/en/basket/"))
    checkout = [
        once(lambda: buyer.open("/en/checkout/contact/")),
        once(
            lambda: buyer.submit(
                to="/checkout/contact",
                email="purchasing@overseas-machines.example",
                contact_name="Purchasing department",
                company_name="Overseas Machines",
                country="DE",
            )
        ),
        once(
            lambda: buyer.submit(
                to="/checkout/delivery",
                ship_line1="Hafenstrasse 1",
                ship_city="Hamburg",
                ship_country="DE",
                incoterm="DAP",
                named_place="Hamburg",
            )
        ),
        once(lambda: buyer.submit(to="/checkout/payment", payment_method="bank-transfer")),
        once(lambda: buyer.submit(to="/checkout/place", follow=False)),
    ]
    if "/orders/" not in buyer.address:
        raise RuntimeError(f"No order was placed: the buyer is at {buyer.address}")
    return {
        "add-to-basket": added,
        "basket": basket,
        "place-order": checkout[-1],
        "checkout": {what: sum(step[what] for step in checkout) for what in added},
    }


def launching() -> dict:
    """A new store with its pages and theme, without files."""
    from sites.launch.actions import LaunchRequest, launch

    numbers = iter(range(1000))

    def open_store():
        number = next(numbers)
        launch(
            LaunchRequest(
                name=f"Bench {number}",
                slug=f"bench-{number}",
                theme="datum",
                country="DE",
                languages=["en"],
                currency="EUR",
                owner_email=f"owner@bench-{number}.example",
            )
        )

    return repeated(open_store, times=ORDERS)


def category_with_most_skus(factory) -> str:
    """The slug of the fullest category."""
    from sites.tenancy.scope import factory_scope
    from storefront.catalogue import queries

    with factory_scope(factory):
        return max(queries.branches(), key=lambda branch: branch.count).slug


def repeated(act: Callable[[], None], *, times: int = REPEATS) -> dict:
    """The median of several runs after one that warms up."""
    act()
    return median([once(act) for _run in range(times)])


def once(act: Callable[[], None]) -> dict:
    """SQL statements, processor time and time on the clock of one run, in milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        processor, clock = time.process_time(), time.perf_counter()
        act()
        processor, clock = time.process_time() - processor, time.perf_counter() - clock
    statements = [each for each in captured if not each["sql"].startswith(TRANSACTION_CONTROL)]
    return {"queries": len(statements), "cpu_ms": processor * 1000, "ms": clock * 1000}


def median(runs: list[dict]) -> dict:
    """The median of each figure."""
    return {what: statistics.median(run[what] for run in runs) for what in runs[0]}


if __name__ == "__main__":
    if sys.argv[1:] == ["--here"]:
        print(json.dumps(measure()))
    else:
        sys.exit(main())
