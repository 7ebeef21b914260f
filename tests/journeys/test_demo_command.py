"""`make demo` at its edges: a taken port, and a folder that is not the demo's."""

import os
import socket
import subprocess
import sys

from tests.architecture.tree import PROJECT


def demo(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "deploy/demo.py", *arguments],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_named_before_anything_is_made(tmp_path):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = str(listener.getsockname()[1])
        refused = demo(PORT=port, VAR_DIR=str(tmp_path / "var"))
    assert refused.returncode == 1
    assert f"Port {port} is taken" in refused.stderr
    assert not (tmp_path / "var").exists()


def test_reset_throws_away_the_demo_only(tmp_path):
    (tmp_path / "theses.txt").write_text("ten years of work")
    refused = demo("--reset", VAR_DIR=str(tmp_path), PORT="1")
    assert refused.returncode == 1
    assert (tmp_path / "theses.txt").exists()

    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "millfront.sqlite3").touch()
    done = demo("--reset", VAR_DIR=str(tmp_path / "demo"), PORT="1")
    assert done.returncode == 0
    assert not (tmp_path / "demo").exists()


def test_reset_of_nothing_is_no_mistake(tmp_path):
    assert demo("--reset", VAR_DIR=str(tmp_path / "none")).returncode == 0
