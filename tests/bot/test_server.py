"""The whole program as people start it: a process of its own, over real HTTP."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.patience import PATIENCE

pytestmark = pytest.mark.sockets


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Running:
    """`openoor run` in a process of its own; its output is read until it says how to stop."""

    def __init__(self, data: Path) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--data", str(data)],
            env={**os.environ, "OPENOOR_PORT": str(self.port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = ""
        for line in self.out:
            self.said += line
            if "Ctrl+C" in line:
                break

    @property
    def out(self) -> IO[str]:
        """Its output."""
        assert self.process.stdout is not None
        return self.process.stdout

    def page(self, path: str) -> str:
        """A page; connects until the port is open, which follows within a moment."""
        while True:
            assert self.process.poll() is None, "the program ended"
            try:
                address = f"http://127.0.0.1:{self.port}{path}"
                with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                    return str(answer.read().decode())
            except ConnectionRefusedError:
                continue
            except urllib.error.URLError as error:
                if not isinstance(error.reason, ConnectionRefusedError):
                    raise

    def stops(self, how: signal.Signals = signal.SIGINT) -> int:
        """Ask it to stop, as Ctrl+C does or as a service manager does; its exit code."""
        self.process.send_signal(how)
        rest, _ = self.process.communicate(timeout=PATIENCE)
        self.said += rest
        return self.process.returncode


@pytest.fixture
def running(folder: Path) -> Iterator[Running]:
    started = Running(folder / "data")
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.process.communicate()


def test_one_command_starts_everything_and_ctrl_c_ends_it(running: Running, folder: Path) -> None:
    assert f"http://127.0.0.1:{running.port}/" in running.said
    assert running.said.count("/desk/login/") == 2
    assert "/hr/login/" in running.said
    assert "telegram_token" in running.said
    page = running.page("/")
    assert "Open Oor" in page
    assert "proefversie" in page, "demo data are marked on every page"
    assert running.stops() == 0
    assert "Traceback" not in running.said
    log = running.said.partition("Ctrl+C")[2]
    assert "/login/" not in log, "a login link goes to the terminal once, never through logging"


def test_the_same_data_start_again_with_fresh_links(running: Running, folder: Path) -> None:
    running.page("/")
    running.stops()
    again = Running(folder / "data")
    try:
        again.page("/wie")
        old, new = ({w for w in r.said.split() if "/login/" in w} for r in (running, again))
        assert len(new) == 3
        assert not {link.rpartition("/")[2] for link in old} & {link.rpartition("/")[2] for link in new}
    finally:
        assert again.stops() == 0


def test_a_service_manager_ends_it_as_gently_as_ctrl_c(running: Running) -> None:
    running.page("/")
    assert running.stops(signal.SIGTERM) == 0, "killed by the signal: what was begun was not finished"
    assert "Traceback" not in running.said


@pytest.mark.parametrize("setting", ["OPENOOR_PORT", "OPENOOR_METRICS_PORT"])
def test_a_taken_port_is_told_before_any_link_is_printed(folder: Path, setting: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = subprocess.run(
            [sys.executable, "-m", "bot", "run", "--data", str(folder / "data")],
            env={**os.environ, "OPENOOR_PORT": str(free_port()), setting: port},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert told.returncode == 1
    assert f"port {port} is taken" in told.stderr
    assert setting in told.stderr
    assert "/login/" not in told.stdout
    assert "Traceback" not in told.stderr
