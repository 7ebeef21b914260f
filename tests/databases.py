"""The test database: migrated once, kept as a template, copied in a moment.

The template's name carries a fingerprint of everything that shapes the schema, so a changed
migration makes a new one. Each xdist worker has a copy of its own, and a test that commits gets
a fresh copy afterwards instead of Django's flush, which would lose the rows that migrations made.
"""

import fcntl
import hashlib
import shutil
import tempfile
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import distributions
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

CACHE = Path(tempfile.gettempdir()) / "millfront-test-databases"
TEMPLATES_KEPT = 4


def schema_fingerprint() -> str:
    """Changes with any migration, any installed package, and what runs after migrations."""
    seen = hashlib.sha256()
    for package in sorted(f"{each.name}={each.version}" for each in distributions()):
        seen.update(package.encode())
    for app in apps.get_app_configs():
        folder = Path(app.path) / "migrations"
        if folder.is_dir() and "site-packages" not in app.path:
            for file in sorted(folder.glob("*.py")):
                seen.update(file.read_bytes())
    for name in ("sites.tenancy.rowsecurity", "sites.tenancy.apps", "sites.tenancy.models"):
        seen.update(Path(import_module(name).__file__).read_bytes())
    return seen.hexdigest()[:16]


@contextmanager
def one_at_a_time():
    """Let one of several test processes build what the others then find."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrate() -> None:
    """Build the schema in the database that the connection names now."""
    call_command("migrate", interactive=False, verbosity=0)


def use(name: str) -> None:
    """Point the default connection at another database."""
    connections.close_all()
    close_pool()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def close_pool() -> None:
    """Give psycopg's pooled connections back, or the server keeps the database busy."""
    if hasattr(connection, "close_pool"):
        connection.close_pool()


class SqliteDatabase:
    """A file copied from the template file."""

    def __init__(self, worker: str):
        self.template = CACHE / f"{schema_fingerprint()}.sqlite3"
        self.folder = Path(tempfile.mkdtemp(prefix=f"millfront-{worker}-"))
        self.file = self.folder / "test.sqlite3"

    def create(self) -> None:
        """Make the template if it is missing, and this worker's copy."""
        with one_at_a_time():
            if not self.template.exists():
                self._build_template()
        self.restore()

    def _build_template(self) -> None:
        draft = self.folder / "template.sqlite3"
        use(str(draft))
        migrate()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
        connection.close()
        shutil.move(draft, self.template)
        kept = sorted(CACHE.glob("*.sqlite3"), key=lambda file: file.stat().st_mtime)
        for file in kept[:-TEMPLATES_KEPT]:
            file.unlink(missing_ok=True)

    def restore(self) -> None:
        """A fresh copy in the place of the used one."""
        connections.close_all()
        for file in self.folder.glob("test.sqlite3*"):
            file.unlink()
        shutil.copyfile(self.template, self.file)
        use(str(self.file))

    def drop(self) -> None:
        """Leave nothing but the template."""
        connections.close_all()
        shutil.rmtree(self.folder, ignore_errors=True)


class PostgresqlDatabase:
    """``CREATE DATABASE … TEMPLATE …`` on the server that DATABASE_URL names."""

    def __init__(self, worker: str):
        base = settings.DATABASES["default"]["NAME"]
        self.template = f"{base}_template_{schema_fingerprint()}"
        self.name = f"{base}_test_{worker}"

    def create(self) -> None:
        """Make the template if it is missing, and this worker's copy."""
        with one_at_a_time():
            if not self._exists(self.template):
                draft = f"{self.template}_draft"
                self._run('DROP DATABASE IF EXISTS "{}" WITH (FORCE)', draft)
                self._run('CREATE DATABASE "{}"', draft)
                use(draft)
                migrate()
                connections.close_all()
                close_pool()
                self._run('ALTER DATABASE "{}" RENAME TO "{}"', draft, self.template)
        self.restore()

    def restore(self) -> None:
        """A fresh copy in the place of the used one."""
        connections.close_all()
        close_pool()
        self._run('DROP DATABASE IF EXISTS "{}" WITH (FORCE)', self.name)
        with one_at_a_time():
            self._run('CREATE DATABASE "{}" TEMPLATE "{}"', self.name, self.template)
        use(self.name)

    def drop(self) -> None:
        """Leave nothing but the template."""
        connections.close_all()
        close_pool()
        self._run('DROP DATABASE IF EXISTS "{}" WITH (FORCE)', self.name)

    def _exists(self, name: str) -> bool:
        with self._server() as server:
            found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return found.fetchone() is not None

    def _run(self, statement: str, *names: str) -> None:
        with self._server() as server:
            server.execute(statement.format(*names))

    def _server(self):
        import psycopg

        known = settings.DATABASES["default"]
        return psycopg.connect(
            host=known["HOST"] or None,
            port=known["PORT"] or None,
            user=known["USER"] or None,
            password=known["PASSWORD"] or None,
            dbname="postgres",
            autocommit=True,
        )


def database_for(worker: str):
    """The kind of test database that fits the configured server."""
    return (
        PostgresqlDatabase(worker) if connection.vendor == "postgresql" else SqliteDatabase(worker)
    )
