"""What the web pages need of the rest of the product."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from dialogues.guide import Guide
from dialogues.texts import Texts
from handlers.desk import DeskRoom
from handlers.directory import Directories
from handlers.domain.codes import WordList
from handlers.domain.pings import WayKind
from handlers.domain.policy import Policy
from handlers.hr import HrRoom
from handlers.ports import Answer, Clock, Inbound, Keyring, Store
from handlers.screen import Screens
from handlers.voice import Voice

NEUTRAL = "https://www.knmi.nl/"
"""Where "leave this page now" goes: a weather page, which says nothing about who looks at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Everything the pages use, made by the wiring.

    `take` is the one door for messages of employees. `base_url` has no slash at its end.
    `secure_cookies` is False only on plain http on the loopback address. `news_every` is in seconds.
    """

    take: Callable[[Inbound], Awaitable[Answer]]
    screens: Screens
    desk: DeskRoom
    hr: HrRoom
    store: Store
    keyring: Keyring
    clock: Clock
    policy: Policy
    texts: Texts
    voice: Voice
    directories: Directories
    guide: Guide
    code_words: tuple[WordList, ...]
    login_words: Mapping[str, WordList]
    base_url: str
    secure_cookies: bool
    demo: bool = False
    rest: bool = False
    telegram_name: str | None = None  # the bot's name without @, when Telegram is on
    leave_to: str = NEUTRAL
    news_every: float = 5.0
    ways: frozenset[WayKind] = frozenset()  # what can bring pings to counsellors, beside Telegram
