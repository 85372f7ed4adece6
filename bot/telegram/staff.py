"""A counsellor's chat on Telegram: told, accepting and declining. No content comes or goes here (C40)."""

import re
from dataclasses import dataclass
from typing import cast

from bot.telegram.intake import Came
from dialogues.private import Private
from handlers.desk import DeskRoom, Verdict
from handlers.domain.ids import StaffId
from handlers.ports import Channel, Clock, Keyring, LinkPurpose, Outgoing, Reach, Staff, Store, Work
from handlers.words import Words

_NOTICE = re.compile(r"/notice ([0-9a-f]{32}) (accept|decline)")
_ANSWERS = {"accept": "notice-accepted", "decline": "notice-declined"}


@dataclass(frozen=True, slots=True)
class _Linked:
    staff: Staff
    language: str


class StaffChat:
    """Knows a counsellor's linked account and answers it; everybody else is an employee."""

    def __init__(self, store: Store, keyring: Keyring, desk: DeskRoom, words: Words, clock: Clock) -> None:
        self._store, self._keyring, self._desk = store, keyring, desk
        self._words, self._clock = words, clock

    async def answer(self, came: Came) -> tuple[Outgoing, str] | None:
        """The answer and its language, when this is a counsellor's chat or becomes one; None otherwise.

        Raises what the store raises; nothing is written then.
        """
        lookup = self._keyring.staff_lookup(Channel.TELEGRAM, came.chat)
        linked = await self._store.read(lambda work: _linked(work, lookup))
        if came.token is not None:
            return await self._link(came, came.token, linked)
        if linked is None:
            return None
        staff, language = linked.staff, linked.language
        if came.payload == "/stop":
            await self._store.write(lambda work: work.reaches.set_staff(staff.id, None))
            return self._say("notice-unlinked", language)
        notice = _NOTICE.fullmatch(came.payload or "")
        if notice is None:
            return self._say("notice-staff-only", language)
        job_id, verdict = notice[1], cast(Verdict, notice[2])
        done = await self._desk.cases.answer_notice(staff, job_id, verdict)
        return self._say(_ANSWERS[verdict] if done else "notice-gone", language)

    async def _link(self, came: Came, token: Private, linked: _Linked | None) -> tuple[Outgoing, str]:
        """A link of the desk makes this the counsellor's chat; the same one twice is no matter."""
        language, now = self._language(came.language), self._clock.now()

        def job(work: Work) -> StaffId | None:
            staff = work.desk.spend_link(token, LinkPurpose.TELEGRAM, now)
            if staff is None or staff.ended:
                return None
            work.reaches.set_staff(staff.id, Reach(Channel.TELEGRAM, came.chat, language))
            return staff.id

        if await self._store.write(job) is not None or linked is not None:
            return self._say("notice-linked", language)
        return self._say("notice-link-failed", language)

    def _language(self, hint: str | None) -> str:
        return hint if hint in self._words.languages else self._words.language

    def _say(self, text_id: str, language: str) -> tuple[Outgoing, str]:
        return Outgoing(Private(self._words.into(language)(text_id)), protect=True), language


def _linked(work: Work, lookup: bytes) -> _Linked | None:
    staff_id = work.reaches.staff_at(lookup)
    staff = work.desk.staff(staff_id) if staff_id is not None else None
    if staff is None or staff.ended:
        return None
    reach = work.reaches.of_staff(staff.id)
    return _Linked(staff, reach.language) if reach is not None else None
