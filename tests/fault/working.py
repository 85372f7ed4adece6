"""Where a program dies in a durable job: before it brings anything, after it, or before the queue knows."""

from contextvars import ContextVar
from typing import Final

from bot.server import Post
from handlers.ports import JobKind, Later, Outcome, Outgoing, Reach
from storage.jobs import Jobs
from tests.fault.process import die

BEFORE_BRINGING, AFTER_BRINGING = "before-bringing", "after-bringing"
BEFORE_THE_NEXT = "before-the-next"
BEFORE_ENDING = "before-ending"
POINTS: Final = (BEFORE_BRINGING, AFTER_BRINGING, BEFORE_ENDING)

_meant: ContextVar[bool] = ContextVar("meant", default=False)


def arm(kind: JobKind, point: str) -> None:
    """Have the process die at this point of the first job of this kind."""
    _arm_end(kind, point)
    _arm_post(point)


def _arm_end(meant: JobKind, point: str) -> None:
    try_ = Jobs._try

    async def tried(self: Jobs, kind: JobKind, job_id: str, failures: int) -> float | None:
        _meant.set(kind is meant)
        seconds = await try_(self, kind, job_id, failures)
        if kind is meant and point == BEFORE_ENDING:
            die()
        return seconds

    Jobs._try = tried  # type: ignore[method-assign]  # the seam between our row and the queue's


def _arm_post(point: str) -> None:
    send, erase = Post.send, Post.erase
    brought: list[None] = []

    def before() -> None:
        if _meant.get() and (point == BEFORE_BRINGING or (point == BEFORE_THE_NEXT and brought)):
            die()

    def after() -> None:
        brought.append(None)
        if _meant.get() and point == AFTER_BRINGING:
            die()

    async def sent(self: Post, reach: Reach, message: Outgoing) -> Outcome:
        before()
        outcome = await send(self, reach, message)
        after()
        return outcome

    async def erased(self: Post, reach: Reach, references: tuple[str, ...]) -> Later | None:
        before()
        outcome = await erase(self, reach, references)
        after()
        return outcome

    Post.send = sent  # type: ignore[method-assign]  # the seam between commit and channel
    Post.erase = erased  # type: ignore[method-assign]  # the same seam
