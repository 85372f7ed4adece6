"""The hourly sweep: terms that ran out, and answers that did not come in time (C12, C41)."""

from collections.abc import Sequence
from functools import partial
from typing import Any, TypeVar

from handlers.aftercare import AFTERCARE
from handlers.appointments import APPOINTMENTS
from handlers.domain.errors import Locked, OpenOorError
from handlers.domain.policy import Policy
from handlers.domain.terms import Terms
from handlers.due import Due
from handlers.ending import CLOSED, ENDED, IDLE, SILENT
from handlers.ports import Clock, Store, Work
from handlers.steps import LAPSED, UNASKED
from handlers.waiting import HANDOVER, OVERDUE, REMINDERS

T = TypeVar("T")

PARTS: tuple[Due[Any], ...] = (
    APPOINTMENTS,
    *(IDLE, CLOSED, SILENT, HANDOVER, ENDED),
    *(REMINDERS, OVERDUE),
    *(LAPSED, UNASKED),
    AFTERCARE,
)
"""In this order: what goes is not told about, so it goes first."""


class SweepUnfinished(OpenOorError):
    """Something of these parts could not be ended and stays due; all the rest was done."""

    def __init__(self, parts: Sequence[str]) -> None:
        super().__init__(f"not finished: {', '.join(parts)}")
        self.parts = tuple(parts)


class Sweep:
    """Ends what is past its term. Every part can be run again at any time."""

    def __init__(self, store: Store, policy: Policy, clock: Clock) -> None:
        self._store, self._policy, self._clock = store, policy, clock

    async def run(self) -> None:
        """One round: every part, one after the other.

        What fails or stays due is passed over, so that it keeps nothing else waiting. Raises
        SweepUnfinished at the end when there was any of that.
        """
        if unfinished := [part.name for part in PARTS if not await self._finish(part)]:
            raise SweepUnfinished(unfinished)

    async def _finish(self, part: Due[T]) -> bool:
        """Deal with everything that is due, once each; whether nothing of it is due any more."""
        terms = Terms(self._policy, self._clock.now())
        tried: set[T] = set()

        def some(work: Work) -> list[T]:
            work.schedule.one_sweep()
            fresh = [each for each in part.found(work, terms) if each not in tried]
            for each in fresh:
                part.deal(work, each, terms)
            return fresh

        try:
            while True:
                try:
                    done = await self._store.write(some)
                except Locked:
                    raise
                except Exception:  # noqa: BLE001  # one of them fails; which one shows when each goes alone
                    done = await self._one_by_one(part, terms, tried)
                if not done:
                    return not await self._store.read(lambda work: part.found(work, terms))
                tried.update(done)
        except Exception:  # noqa: BLE001  # told by SweepUnfinished; the other parts go on
            return False

    async def _one_by_one(self, part: Due[T], terms: Terms, tried: set[T]) -> list[T]:
        due = await self._store.read(lambda work: part.found(work, terms))
        fresh = [each for each in due if each not in tried]
        for one in fresh:
            try:
                await self._store.write(partial(_alone, part, one, terms))
            except Locked:
                raise
            except Exception:  # noqa: BLE001, S112  # it stays due, and so it is told at the end
                continue
        return fresh


def _alone(part: Due[T], one: T, terms: Terms, work: Work) -> None:
    work.schedule.one_sweep()
    if one in part.found(work, terms):
        part.deal(work, one, terms)
