"""Services of a counsellor's own: only those on the list, only where they may be (C40)."""

import asyncio
import json
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.pings import errand
from bot.pings.errand import Ended, is_public
from bot.pings.service import ServiceCourier, can_run
from dialogues.private import Private
from handlers.domain.pings import WayKind, address_of, hint, is_in_the_open
from handlers.ports import Gone, Later, Outcome, Ping, Sent
from tests.pings.mailserver import Certificate

PING = Ping("0" * 32, Private("Een proef"), Private("Er staat iets voor je klaar."), "nl", neutral=True)
TOPIC = "vera-9f3c7a"


@dataclass(slots=True)
class Service:
    """A service on the loopback address. `answer` is what it says to everything."""

    answer: bytes = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\r\n{}"
    port: int = 0
    heard: list[bytes] = field(default_factory=list)
    silent: bool = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, as it came."""
        self.heard.append(b"")
        while part := await reader.read(4096):
            self.heard[-1] += part
            head, _, body = self.heard[-1].partition(b"\r\n\r\n")
            length = _length(head)
            if not self.silent and b"\r\n\r\n" in self.heard[-1] and len(body) >= length:
                break
        writer.write(self.answer)
        writer.close()


def _length(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _, value in lines if name == b"content-length"), 0)


@asynccontextmanager
async def serving(service: Service, tls: ssl.SSLContext | None = None) -> AsyncIterator[Service]:
    """The service, on a free port."""
    server = await asyncio.start_server(service.serve, "127.0.0.1", 0, ssl=tls)
    service.port = server.sockets[0].getsockname()[1]
    try:
        yield service
    finally:
        server.close()


@pytest.fixture
def trusted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Certificate:
    """The certificate of the test is trusted, as one of the organisation would be."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate.chain))
    return certificate


async def goes(address: str, *allowed: tuple[str, int]) -> Outcome:
    return await ServiceCourier(allowed).carry(Private(address), PING)


def test_the_package_is_there_and_nothing_of_it_is_loaded() -> None:
    assert can_run()
    look = "import sys, bot.server; sys.exit('apprise' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


@pytest.mark.sockets
@pytest.mark.clause("C40")
async def test_a_ping_reaches_a_service_with_the_fixed_words_and_no_others(trusted: Certificate) -> None:
    async with serving(Service(), trusted.context()) as service:
        outcome = await goes(f"ntfys://localhost:{service.port}/{TOPIC}", ("localhost", service.port))
    assert outcome == Sent()
    (request,) = service.heard
    body = request.partition(b"\r\n\r\n")[2]
    assert json.loads(body)["topic"] == TOPIC
    assert json.loads(body)["message"] == "Er staat iets voor je klaar."
    assert set(json.loads(body)) <= {"topic", "message", "priority"}
    assert b"pprise" not in request
    assert b"Open" not in request


@pytest.mark.sockets
async def test_nothing_goes_to_this_machine_or_a_private_network_by_itself(trusted: Certificate) -> None:
    async with serving(Service(), trusted.context()) as service:
        for host in ("localhost", "127.0.0.1", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]"):
            assert await goes(f"ntfys://{host}:{service.port}/{TOPIC}") in (Later(0), Gone()), host
        other = ("localhost", 1)
        assert await goes(f"ntfys://localhost:{service.port}/{TOPIC}", other) == Later(0), "another port"
    assert service.heard == []


@pytest.mark.sockets
async def test_a_redirect_leads_nowhere(trusted: Certificate) -> None:
    async with serving(Service()) as inside, serving(Service(), trusted.context()) as service:
        there = f"http://127.0.0.1:{inside.port}/x"
        service.answer = f"HTTP/1.1 307 Go\r\nlocation: {there}\r\ncontent-length: 0\r\n\r\n".encode()
        outcome = await goes(f"ntfys://localhost:{service.port}/{TOPIC}", ("localhost", service.port))
    assert outcome == Later(0)
    assert len(service.heard) == 1
    assert inside.heard == []


@pytest.mark.sockets
async def test_a_certificate_that_nobody_trusts_gets_nothing(certificate: Certificate) -> None:
    async with serving(Service(), certificate.context()) as service:
        address = f"ntfys://localhost:{service.port}/{TOPIC}"
        assert await goes(address, ("localhost", service.port)) == Later(0)
    assert b"".join(service.heard) == b""


@pytest.mark.sockets
async def test_without_encryption_only_what_the_operator_named_is_reached() -> None:
    async with serving(Service()) as service:
        address = f"ntfy://127.0.0.1:{service.port}/{TOPIC}"
        assert await goes(address) == Gone()
        assert await goes(address, ("127.0.0.1", service.port)) == Sent()
    assert len(service.heard) == 1


@pytest.mark.sockets
@pytest.mark.parametrize("status", [b"500 Broken", b"429 Too many", b"404 None"])
async def test_a_service_that_refuses_is_tried_again(
    trusted: Certificate, status: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = b"HTTP/1.1 " + status + b"\r\ncontent-length: 0\r\n\r\n"
    async with serving(Service(answer), trusted.context()) as service:
        address = f"ntfys://localhost:{service.port}/{TOPIC}"
        assert await goes(address, ("localhost", service.port)) == Later(0)
    said = capfd.readouterr()
    assert "did not take a ping" in said.out + said.err
    assert TOPIC not in said.out + said.err


@pytest.mark.sockets
async def test_a_service_that_never_answers_is_left_and_its_process_ends(trusted: Certificate) -> None:
    async with serving(Service(silent=True), trusted.context()) as service:
        courier = ServiceCourier((("localhost", service.port),), patience=5)
        address = Private(f"ntfys://localhost:{service.port}/{TOPIC}")
        assert await courier.carry(address, PING) == Later(0)


async def test_what_the_library_does_not_understand_is_given_up() -> None:
    assert await goes("mmosts://!!") == Gone()


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
     ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
     ("0.0.0.1", False), ("224.0.0.1", False), ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False),
     ("::ffff:10.0.0.1", False), ("::ffff:93.184.216.34", True), ("64:ff9b::a00:1", False),
     ("2002:a00:1::1", False), ("localhost", False)],
)  # fmt: skip
def test_only_the_open_internet_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


GUARDED = """
import os, socket, subprocess, sys
from bot.pings.errand import Unreachable, guard
guard([("127.0.0.1", {port})], public=False)
def refused(act):
    try:
        act()
    except Unreachable:
        return True
    except OSError:
        return False
    return False
acts = [
    lambda: socket.create_connection(("127.0.0.1", 9)),
    lambda: socket.create_connection(("93.184.216.34", 443), timeout=1),
    lambda: socket.socket(socket.AF_UNIX).connect("/run/x"),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
    lambda: subprocess.run(["true"]),
    lambda: os.system("true"),
    lambda: os.fork(),
]
wrong = [at for at, act in enumerate(acts) if not refused(act)]
socket.create_connection(("127.0.0.1", {port})).close()
sys.exit(f"not refused: {{wrong}}" if wrong else 0)
"""


@pytest.mark.sockets
async def test_an_errand_can_connect_nowhere_else_and_start_nothing() -> None:
    async with serving(Service()) as service:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", GUARDED.format(port=service.port), stderr=asyncio.subprocess.PIPE
        )
        _, said = await process.communicate()
    assert process.returncode == 0, said.decode()


def test_an_errand_says_nothing_and_ends_with_a_number() -> None:
    told = json.dumps(
        {"address": "pover://", "text": "x", "allowed": [["nowhere.invalid", 1]], "public": True}
    )
    done = subprocess.run(
        [sys.executable, "-I", errand.__file__], input=told.encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (Ended.NOT_UNDERSTOOD, b"", b"")


@pytest.mark.parametrize(
    "typed",
    ["ntfys://ntfy.sh/vera-9f3c7a", " NTFYS://ntfy.sh/vera-9f3c7a ", "gotifys://push.korenbloem.example/Aabc",
     "matrixs://vera:geheim@matrix.korenbloem.example/!room", "signals://signal.korenbloem.example/+31600000000",
     "mmosts://chat.korenbloem.example/hook", "nctalks://vera:geheim@wolk.korenbloem.example/kamer",
     "pover://user@token", "ntfy://10.0.0.5:8080/vera"],
)  # fmt: skip
def test_services_of_the_list_are_taken(typed: str) -> None:
    found = address_of(WayKind.SERVICE, Private(typed))
    assert found is not None
    assert is_in_the_open(found) == (typed.startswith("ntfy://"))


@pytest.mark.parametrize(
    "typed",
    ["", "ntfys", "ntfys://", "json://127.0.0.1/", "jsons://korenbloem.example", "xml://a.nl", "form://a.nl/b",
     "mailto://vera:geheim@gmail.com", "tgram://123:abc/1", "syslog://", "dbus://", "windows://", "macosx://",
     "file:///etc/passwd", "https://ntfy.sh/vera", "apprise://a.nl/token", "apprises://a.nl/token",
     "ntfys://ntfy.sh/vera, json://127.0.0.1/", "ntfys://ntfy.sh/vera json://127.0.0.1/",
     "ntfys://ntfy.sh/vera;json://127.0.0.1/", "ntfys://ntfy.sh/vera?attach=file:///etc/passwd",
     "ntfys://ntfy.sh/vera?verify=no", "ntfys://ntfy.sh/vera\nx", "ntfys://ntfy.sh/" + "v" * 400],
)  # fmt: skip
def test_everything_else_is_refused(typed: str) -> None:
    assert address_of(WayKind.SERVICE, Private(typed)) is None


def test_an_owner_sees_which_service_it_is_and_nothing_of_the_address() -> None:
    address = address_of(WayKind.SERVICE, Private("nctalks://vera:geheim@wolk.korenbloem.example/kamer"))
    assert address is not None
    assert hint(WayKind.SERVICE, address) == Private("Nextcloud Talk")
