"""How often something may be done: token buckets in memory, without any address.

A whole company can share one address, so an address says nothing about one person and is never
looked at. A browser is known by its cookie, a chat on Telegram by its id, both as a hash in memory;
who is new shares one wide bucket. Somebody is forgotten when their bucket is full again and not before, so
no flood brings tries back; that wide bucket bounds how many are remembered.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import blake2b

from dialogues.private import Private
from handlers.ports import Clock


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and then one more each `seconds`."""

    burst: int
    seconds: float


class Deed(Enum):
    """What is limited: (for one browser, for all browsers without a bucket of their own together).

    What all share is wide where a try costs little and guesses nothing: a code has 88 bits, a link 256.
    A narrow one would let one stranger keep everybody out.
    """

    PRESS = (Rate(40, 1.0), Rate(600, 0.05))
    CODE = (Rate(5, 30.0), Rate(600, 0.05))  # wrong resume codes
    UNLOCK = (Rate(5, 30.0), Rate(60, 1.0))  # wrong passphrases; own is here: by the login
    LINK = (Rate(5, 30.0), Rate(600, 0.05))  # login links that open nothing
    ENTER = (Rate(10, 5.0), Rate(600, 0.05))  # asking to log in with a passkey; guesses nothing
    NUMBER = (Rate(5, 300.0), Rate(600, 0.05))  # numbers of an app; own is here: by the words typed with it
    PING = (Rate(6, 300.0), Rate(60, 60.0))  # test messages to an address that was typed
    NEWS = (Rate(20, 3.0), Rate(600, 0.1))  # beginning to listen


@dataclass(slots=True)
class _Bucket:
    left: float
    seen: datetime

    def fill(self, rate: Rate, now: datetime) -> None:
        passed = max((now - self.seen).total_seconds(), 0.0)
        self.left, self.seen = min(rate.burst, self.left + passed / rate.seconds), now


class Limits:
    """Counts per process. Nothing of it is stored; a browser is known by a hash of its cookie."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._own: dict[Deed, OrderedDict[bytes, _Bucket]] = {deed: OrderedDict() for deed in Deed}
        self._shared: dict[Deed, _Bucket] = {}

    def open(self, deed: Deed, browser: Private | None) -> bool:
        """Whether it may be done now; takes nothing.

        Only for what is done before anything else is awaited; else `spend` first, and `give_back`.
        """
        return self._bucket(deed, browser)[0].left >= 1

    def give_back(self, deed: Deed, browser: Private) -> None:
        """The one that was spent for this browser: it was no wrong try."""
        bucket, is_new = self._bucket(deed, browser)
        if not is_new:
            bucket.left = min(deed.value[0].burst, bucket.left + 1)

    def spend(self, deed: Deed, browser: Private | None) -> bool:
        """Take one. False when there was none left: it may not be done now."""
        bucket, is_new = self._bucket(deed, browser)
        if bucket.left < 1:
            return False
        bucket.left -= 1
        if is_new and browser is not None:
            self._forget_full(deed)
            self._own[deed][_digest(browser)] = _Bucket(deed.value[0].burst - 1, self._clock.now())
        return True

    @property
    def remembered(self) -> int:
        """How many buckets there are beside the shared ones."""
        return sum(map(len, self._own.values()))

    def _forget_full(self, deed: Deed) -> None:
        """Those that were silent longest, for as long as each of them could try as often as who is new."""
        own, rate, now = self._own[deed], deed.value[0], self._clock.now()
        while own:
            longest = next(iter(own))
            own[longest].fill(rate, now)
            if own[longest].left < rate.burst:
                return
            del own[longest]

    def _bucket(self, deed: Deed, browser: Private | None) -> tuple[_Bucket, bool]:
        own, shared = deed.value
        now = self._clock.now()
        known, key = self._own[deed], _digest(browser) if browser is not None else None
        if key is not None and key in known:
            known.move_to_end(key)
            bucket = known[key]
            bucket.fill(own, now)
            return bucket, False
        bucket = self._shared.setdefault(deed, _Bucket(shared.burst, now))
        bucket.fill(shared, now)
        return bucket, True


def _digest(browser: Private) -> bytes:
    return blake2b(browser.reveal().encode(), digest_size=16).digest()
