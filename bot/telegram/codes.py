"""A resume code typed on Telegram: the conversation goes on here, the typed words go off the screen (C54)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.limits import Deed, Limits
from bot.telegram.intake import Came
from handlers.domain.codes import WordList, code_in
from handlers.ports import Clock, Keyring, Store
from handlers.resume import Opening, come_over


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of a code: what is said first, whether it opened, and what stood on the screen before."""

    text: str
    opened: bool = False
    before: tuple[str, ...] = ()


class TypedCodes:
    """Knows a whole code by its words alone: eight of one list, which no sentence has.

    A code with a slip goes on into the turn, which keeps nothing of it and asks for it again.
    """

    def __init__(self, store: Store, keyring: Keyring, clock: Clock, lists: Sequence[WordList]) -> None:
        self._store, self._keyring, self._clock, self._lists = store, keyring, clock, lists
        self._limits = Limits(clock)

    async def arrive(self, came: Came) -> Arrival | None:
        """None when this is no code. The same update twice arrives twice at the same place."""
        if came.text is None or (reading := code_in(came.text, self._lists)) is None:
            return None
        if not self._limits.open(Deed.CODE, came.chat):
            return Arrival("code-here-slow")
        opening, before = await come_over(self._store, self._keyring, self._clock, came.chat, reading.code)
        if opening is Opening.NOTHING:
            self._limits.spend(Deed.CODE, came.chat)
        return Arrival(f"code-here-{opening.value}", opening is Opening.OPENED, before)
