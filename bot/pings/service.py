"""Any service that the package apprise knows, of those on our list: one errand, one process."""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec

import structlog

from bot.pings import errand
from bot.pings.errand import Ended
from dialogues.private import Private
from handlers.domain.pings import is_in_the_open
from handlers.ports import Gone, Later, Outcome, Ping, Sent

log = structlog.get_logger(__name__)

PATIENCE = 60.0  # seconds for a whole errand
_PASSED_ON = ("PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "LANG")
_COMMAND = ("-I", errand.__file__)  # alone: nothing of ours is loaded, and nothing of this folder

Place = tuple[str, int]
"""A host and a port that the operator allows, although it is no place of the open internet."""


def can_run() -> bool:
    """Whether the package is installed; nothing of it is loaded."""
    return find_spec("apprise") is not None


class ServiceCourier:
    """Implements handlers.ports.Courier for services. The address goes to the errand by a pipe alone."""

    def __init__(self, allowed: Sequence[Place] = (), patience: float = PATIENCE) -> None:
        self._allowed, self._patience = tuple(allowed), patience

    async def carry(self, address: Private, ping: Ping) -> Outcome:
        """See the port. Gone when the library does not know such an address.

        An address without encryption reaches only what the operator allowed.
        """
        in_the_open = is_in_the_open(address)
        if in_the_open and not self._allowed:
            return Gone()
        told = {"address": address.reveal(), "text": ping.text.reveal()}
        ended = await self._errand({**told, "allowed": self._allowed, "public": not in_the_open})
        if ended == Ended.SENT:
            return Sent()
        log.warning("a service did not take a ping", status=ended)
        return Gone() if ended == Ended.NOT_UNDERSTOOD else Later(0)

    async def _errand(self, told: dict[str, object]) -> int:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *_COMMAND,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if name in _PASSED_ON},
        )
        try:
            async with asyncio.timeout(self._patience):
                await process.communicate(json.dumps(told).encode())
        except TimeoutError:
            return -1
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        return process.returncode if process.returncode is not None else -1
