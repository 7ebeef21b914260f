"""The demo on one machine: prepare the data once, then run the web server and the worker.

`make demo` runs it with the project's own environment. Nothing here is needed in production:
there, systemd runs the same two processes (deploy/systemd/).
"""

import argparse
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR_DIR") or "var")
VAR = VAR if VAR.is_absolute() else PROJECT / VAR
PORT = os.environ.get("PORT") or "8000"
OUR_FILES = ("millfront.sqlite3", "secret-key")
SECONDS_TO_ANSWER = 60
SECONDS_TO_STOP = 15


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reset", action="store_true", help="throw the demo's data away")
    parser.add_argument("--prepare", action="store_true", help="make the data, start nothing")
    asked = parser.parse_args()
    os.chdir(PROJECT)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="sites.config.settings.dev",
        VAR_DIR=str(VAR),
        PORT=PORT,
        PYTHONPATH=str(PROJECT),
        PYTHONUNBUFFERED="1",
    )
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    if asked.reset:
        return reset()
    if asked.prepare:
        return prepare()
    return run()


def reset() -> int:
    """Remove the demo's folder, and only a folder that is the demo's."""
    if not VAR.exists():
        print(f"{VAR} is not there; nothing to throw away.")
        return 0
    if not any((VAR / name).exists() for name in OUR_FILES):
        print(f"{VAR} does not look like a demo's folder; it stays as it is.", file=sys.stderr)
        return 1
    if answers():
        print(f"The demo is running on port {PORT}; stop it first.", file=sys.stderr)
        return 1
    shutil.rmtree(VAR)
    print("The demo's data is gone. `make demo` begins afresh.")
    return 0


def prepare() -> int:
    """Bring database, static files and the three factories up to date; quick when they are."""
    sys.path.insert(0, str(PROJECT))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    mark = VAR / "static" / ".made-of"
    sources = fingerprint_of_static_files()
    collecting = None
    if not mark.exists() or mark.read_text() != sources:
        say("Collecting styles, scripts and pictures of the interface …")
        command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear", "-v0"]
        collecting = subprocess.Popen(command)
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        say(f"Making the database ({len(plan)} migrations; a minute on a slow machine) …")
        call_command("migrate", interactive=False, verbosity=0)
    with open(os.devnull, "w") as silence:
        call_command("keep_supply", stdout=silence)
    call_command("demo")
    if collecting:
        if collecting.wait():
            return collecting.returncode
        mark.write_text(sources)
    return 0


def fingerprint_of_static_files() -> str:
    """Changes when any file that collectstatic would copy changes."""
    from django.apps import apps
    from django.contrib.staticfiles.finders import get_finders

    left_out = apps.get_app_config("staticfiles").ignore_patterns
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(left_out):
            facts = os.stat(storage.path(path))
            seen.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def run() -> int:
    """Prepare, then keep the web server and the worker until Ctrl-C or until one of them ends."""
    if not port_is_free():
        print(f"Port {PORT} is taken. Choose another: make demo PORT=8010", file=sys.stderr)
        return 1
    began = time.monotonic()
    prepared = subprocess.run([sys.executable, __file__, "--prepare"], check=False)
    if prepared.returncode:
        return prepared.returncode
    # SIGINT too: a shell that starts this in the background has it ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    processes = {}
    try:
        # In sessions of their own: Ctrl-C reaches this process alone, which stops them in order.
        processes = {
            name: subprocess.Popen(command, start_new_session=True)
            for name, command in commands().items()
        }
        if wait_for_answer(processes):
            seconds = time.monotonic() - began
            say(f"Ready after {seconds:.0f} s: http://localhost:{PORT}/   (Ctrl-C stops it)")
        return watch(processes)
    except KeyboardInterrupt:
        say("\nStopping …")
        return 0
    finally:
        stop(processes)


def commands() -> dict[str, list[str]]:
    """The two processes of an installation."""
    granian = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", "127.0.0.1", "--port", PORT),
        *("--workers", "1", "--blocking-threads", "4", "--log-level", "warning"),
        "sites.config.wsgi:application",
    ]
    return {"web server": granian, "worker": [sys.executable, "manage.py", "worker", "-v0"]}


def wait_for_answer(processes: dict[str, subprocess.Popen]) -> bool:
    """True as soon as the web server answers; False when a process ended first."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        if any(process.poll() is not None for process in processes.values()):
            return False
        if answers():
            return True
        time.sleep(0.2)
    return False


def watch(processes: dict[str, subprocess.Popen]) -> int:
    """Wait until one process ends; the other is of no use without it."""
    while True:
        for name, process in processes.items():
            code = process.poll()
            if code is not None:
                print(f"The {name} ended by itself (exit code {code}).", file=sys.stderr)
                return code or 1
        time.sleep(0.5)


def stop(processes: dict[str, subprocess.Popen]) -> None:
    """Ask every process to finish what it is doing, and insist after a while."""
    for process in processes.values():
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + SECONDS_TO_STOP
    for process in processes.values():
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def answers() -> bool:
    """Whether a Millfront answers on the port."""
    try:
        with urllib.request.urlopen(f"http://localhost:{PORT}/healthz", timeout=2) as response:
            return response.status == 200
    except OSError:
        return False


def port_is_free() -> bool:
    """Whether the web server will get its port."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", int(PORT)))
        except OSError:
            return False
    return True


def interrupt(number, frame) -> None:
    """Let a polite stop take the way of Ctrl-C."""
    raise KeyboardInterrupt


def say(text: str) -> None:
    """Tell the person at the terminal at once."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
