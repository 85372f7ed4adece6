"""Asking later how it goes, only who agreed to that: neutral words, one reminder at most, then gone (C54)."""

import re
from dataclasses import replace
from datetime import timedelta

from dialogues.private import Private
from dialogues.texts import Texts
from handlers.domain.ids import CheckInId, new_id
from handlers.domain.terms import Terms
from handlers.due import AT_ONCE, Due
from handlers.ports import (
    Gone,
    Inbound,
    Job,
    JobKind,
    JobRunner,
    Later,
    OutButton,
    Outgoing,
    Postman,
    Store,
    Traces,
    Work,
)
from handlers.words import Words

REMINDED_AFTER = timedelta(days=7)
"""After so long without an answer it is asked once more, and after so long again the address goes."""

WORDS = ("good", "changed", "talk", "stop")
"""What can be answered; each begins the flow `checkin_<word>`."""

_PRESS = re.compile(r"/checkin ([A-Za-z0-9_-]{22}) (good|changed|talk|stop)")


def ask_or_end(work: Work, check_in: CheckInId, terms: Terms) -> None:
    """What is due with one address: ask, remind once, or forget it."""
    found = work.aftercare.open(check_in)
    if found is None or found.asked > 1:
        work.aftercare.end(check_in)
        return
    traces = Traces(found.reach, (found.token.reveal(),))
    work.schedule.enqueue(Job(new_id(), JobKind.CHECK_IN, traces=traces))
    work.aftercare.asked(check_in, terms.today + REMINDED_AFTER)


AFTERCARE = Due("aftercare", lambda work, terms: work.aftercare.due(terms.today, AT_ONCE), ask_or_end)


async def heard(store: Store, inbound: Inbound) -> Inbound:
    """The same message; a press under a check-in ends that address and becomes the wish that it means.

    A token that opens nothing any more means the same: the person is answered, and nothing was kept anyway.
    """
    press = _PRESS.fullmatch(inbound.payload or "")
    if press is None:
        return inbound
    token, word = Private(press[1]), press[2]
    await store.write(lambda work: work.aftercare.answered(token))
    return replace(inbound, payload=f"/checkin_{word}")


class CheckIns:
    """Sends what `ask_or_end` enqueued. The words are fixed and say nothing of what it is about."""

    def __init__(self, store: Store, postman: Postman, texts: Texts) -> None:
        self._store, self._postman, self._texts = store, postman, texts

    def runners(self) -> dict[JobKind, JobRunner]:
        """What does each kind of job."""
        return {JobKind.CHECK_IN: self.check_in}

    async def check_in(self, job_id: str) -> Later | None:
        """Ask one person. Whoever cannot be reached any more is forgotten."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        if job is None or job.traces is None:
            return None
        reach, token = job.traces.at, job.traces.references[0]
        words = Words(self._texts, reach.language)
        buttons = tuple(
            OutButton(Private(words(f"notice-checkin.{word}")), f"/checkin {token} {word}") for word in WORDS
        )
        outcome = await self._postman.send(reach, Outgoing(Private(words("notice-checkin")), buttons))
        if isinstance(outcome, Later):
            return outcome

        def after(work: Work) -> None:
            if isinstance(outcome, Gone):
                work.aftercare.answered(Private(token))
            work.schedule.done(job_id)

        await self._store.write(after)
        return None
