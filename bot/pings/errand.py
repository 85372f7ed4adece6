"""One errand in a process of its own: bring one ping to one service, and end.

A service can answer with a redirect, and a name can lead to another address than a minute ago. So it is
not the address that is checked but every connection that is made: none to this machine or a private network,
unless the operator named it. What the library logs, caches or leaves in memory ends with this process.

Reads one JSON object from standard input, says nothing, and ends with one of `Ended`.
"""

import ipaddress
import json
import socket
import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import Any

_FORBIDDEN = frozenset(
    ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty")
)
_HIDING = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


class Ended(IntEnum):
    """How an errand ended, as an exit code. 1 is Python's own, when something broke."""

    SENT = 0
    FAILED = 3
    NOT_UNDERSTOOD = 4  # no service that the library knows by this address


class Unreachable(OSError):
    """A connection to an address that nobody allowed. Nothing was sent there."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet; those that hide a private one inside are not."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif any(ip in network for network in _HIDING):
            return False
    return ip.is_global and not ip.is_multicast


def guard(allowed: Iterable[tuple[str, int]], *, public: bool) -> None:
    """From now on this process connects to these (host, port) only, and if `public` to the open internet."""
    known = {(address, port) for host, port in allowed for address in _addresses(host, port)}

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _FORBIDDEN:
            raise Unreachable
        if event not in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            return
        address = arguments[1]
        if not isinstance(address, tuple) or len(address) < 2:
            raise Unreachable
        host, port = str(address[0]), int(address[1])
        if (host, port) not in known and not (public and is_public(host)):
            raise Unreachable

    sys.addaudithook(watch)


def _addresses(host: str, port: int) -> set[str]:
    try:
        return {str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except OSError:
        return set()  # a name that nobody knows today keeps no other service waiting


def bring(address: str, text: str) -> Ended:
    """Bring these words to this service. A certificate is checked, whatever the address says."""
    import apprise
    from apprise.common import NotifyFormat, PersistentStoreMode

    asset = apprise.AppriseAsset(
        storage_mode=PersistentStoreMode.MEMORY,
        async_mode=False,
        http_redirects=False,
        app_id="ping",
        app_desc="ping",
        app_url="",
        image_url_mask="",
        image_url_logo="",
    )
    service = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if service is None or not isinstance(service, apprise.NotifyBase):
        return Ended.NOT_UNDERSTOOD
    service.verify_certificate = True
    done = service.notify(body=text, title="", body_format=NotifyFormat.TEXT)
    return Ended.SENT if done else Ended.FAILED


def main() -> Ended:
    """The errand that standard input tells of."""
    told = json.loads(sys.stdin.buffer.read(65_536))
    guard([(str(host), int(port)) for host, port in told["allowed"]], public=bool(told["public"]))
    return bring(told["address"], told["text"])


if __name__ == "__main__":
    sys.exit(main())
