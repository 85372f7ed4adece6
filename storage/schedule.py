"""Durable jobs: a row of ours says what is to be done, a row of dbos sees to it that it is.

Both are written in the transaction of what they belong to. dbos knows one opaque row id and nothing else.
"""

from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from dbos import DBOSClient, EnqueueOptions

from handlers.domain.ids import CaseId, ConversationId, StaffId
from handlers.domain.pings import TERM
from handlers.ports import Job, JobKind
from handlers.ports.jobs import NOW
from storage.job_settings import APP_NAME, APP_VERSION, LONGEST_DELAY, QUEUE, SERIALIZER, WORKFLOW
from storage.reaches import dump_traces, parse_traces
from storage.sealing import letter_to, open_letter, place
from storage.tables import jobs
from storage.times import hour, minute, moment, passed_hours
from storage.transaction import Transaction

_ID: sa.BindParameter[str] = sa.bindparam("job")
_ADD = sa.insert(jobs)
_READ = sa.select(jobs).where(jobs.c.id == _ID)
_DONE = sa.delete(jobs).where(jobs.c.id == _ID).returning(jobs.c.traces.is_not(None))
_TOO_LATE = sa.delete(jobs).where(jobs.c.traces.is_not(None), jobs.c.until_hour <= sa.bindparam("hour"))
_TOLD = sa.update(jobs).where(jobs.c.id == _ID).values(told=True)
_AGAIN = (
    sa.update(jobs)
    .where(jobs.c.id == _ID, jobs.c.attempt == sa.bindparam("this"))
    .values(attempt=sa.bindparam("this") + 1)
)
_HELD_KIND = jobs.c.kind == JobKind.HELD.value
_HELD = sa.select(jobs.c.staff).where(_HELD_KIND, jobs.c.staff.is_not(None)).distinct()
_STAFF: sa.BindParameter[str] = sa.bindparam("who")
_HELD_ALREADY = sa.select(jobs.c.id).where(
    _HELD_KIND,
    jobs.c.staff == _STAFF,
    jobs.c.case_id.is_not_distinct_from(sa.bindparam("case", type_=sa.String)),
)
_UNBROUGHT = (
    sa.select(jobs)
    .where(jobs.c.staff == _STAFF, ~jobs.c.told)
    .where(jobs.c.kind.in_((JobKind.NOTICE.value, JobKind.HELD.value)))
    .order_by(jobs.c.kind.desc(), jobs.c.id)
)
_RELEASE = sa.update(jobs).where(jobs.c.id == _ID, _HELD_KIND).values(kind=JobKind.NOTICE.value)
_PINGING = sa.select(jobs.c.id).where(jobs.c.way == sa.bindparam("way"))
_ROUNDS = sa.select(jobs).where(jobs.c.kind == JobKind.ROUND.value).order_by(jobs.c.id)
_ONE_PLANNER: Final = b"rounds  "
_ONE_SWEEP: Final = b"sweep   "
_ATTEMPT = sa.select(jobs.c.kind, jobs.c.attempt, jobs.c.told).where(jobs.c.id == _ID)
ERASABLE: Final = timedelta(hours=48)
"""So long Telegram deletes a message for a bot; what is to be erased is kept no longer."""


class SqlSchedule:
    """Implements handlers.ports.Schedule in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def enqueue(self, job: Job, after: timedelta = NOW) -> None:
        """See the port. `job.id` is random and made for this job alone."""
        self._add(job)
        delay = min(after.total_seconds(), LONGEST_DELAY)
        self._at.enqueue(self._at.connection, job.id, job.kind, 0, delay)

    def _add(self, job: Job) -> None:
        traces, until = None, None
        if job.traces is not None:
            traces = letter_to(self._at.keys.relay_public, dump_traces(job.traces), place("jobs", job.id))
            until = hour(self._at.now() + ERASABLE)
        if job.kind is JobKind.PING:
            until = hour(self._at.now() + TERM)
        values = {
            "id": job.id,
            "kind": job.kind.value,
            "conversation": job.conversation,
            "staff": job.staff,
            "case_id": job.case,
            "way": job.way,
            "attempt": 0,
            "traces": traces,
            "until_hour": until,
            "due_minute": minute(job.due) if job.due else None,
        }
        self._at.run(_ADD, values)

    def read(self, job_id: str) -> Job | None:
        """See the port."""
        row = self._at.run(_READ, {"job": job_id}).first()
        return self._job(row) if row is not None else None

    def _job(self, row: sa.Row[Any]) -> Job:
        traces = None
        if row.traces is not None:
            traces = parse_traces(open_letter(self._at.keys.relay_private, row.traces, place("jobs", row.id)))
        return Job(
            id=row.id,
            kind=JobKind(row.kind),
            conversation=ConversationId(row.conversation) if row.conversation else None,
            staff=StaffId(row.staff) if row.staff else None,
            case=CaseId(row.case_id) if row.case_id else None,
            way=row.way,
            tries=row.attempt,
            until=moment(row.until_hour * 3600) if row.until_hour is not None else None,
            due=moment(row.due_minute * 60) if row.due_minute is not None else None,
            traces=traces,
        )

    def hold(self, job: Job) -> None:
        """See the port."""
        if self._at.run(_HELD_ALREADY, {"who": job.staff, "case": job.case}).first() is None:
            self._add(job)

    def held(self) -> list[StaffId]:
        """See the port."""
        return [StaffId(row.staff) for row in self._at.run(_HELD)]

    def unbrought(self, staff: StaffId) -> list[Job]:
        """See the port."""
        return [self._job(row) for row in self._at.run(_UNBROUGHT, {"who": staff})]

    def release(self, job_id: str) -> None:
        """See the port."""
        if self._at.run(_RELEASE, {"job": job_id}).rowcount == 1:
            self._at.enqueue(self._at.connection, job_id, JobKind.NOTICE, 0, 0.0)

    def pinging(self, way: str) -> bool:
        """See the port."""
        return self._at.run(_PINGING, {"way": way}).first() is not None

    def rounds(self) -> list[Job]:
        """See the port."""
        self._at.alone(_ONE_PLANNER)
        return [self._job(row) for row in self._at.run(_ROUNDS)]

    def one_sweep(self) -> None:
        """See the port."""
        self._at.alone(_ONE_SWEEP)

    def told(self, job_id: str) -> None:
        """See the port."""
        self._at.run(_TOLD, {"job": job_id})

    def done(self, job_id: str) -> None:
        """See the port."""
        held_traces = self._at.run(_DONE, {"job": job_id}).scalar()
        self._at.wiped = self._at.wiped or bool(held_traces)


def drop_too_late(at: Transaction) -> None:
    """Forget what was to be erased and cannot be any more. Its worker may never have come."""
    if at.run(_TOO_LATE, {"hour": passed_hours(at.now())}).rowcount:
        at.wiped = True


def attempt(at: Transaction, job_id: str) -> tuple[JobKind, int, bool] | None:
    """(kind, number of this attempt, whether it was told already) of a job, or None when it is done."""
    row = at.run(_ATTEMPT, {"job": job_id}).first()
    return (JobKind(row.kind), row.attempt, row.told) if row is not None else None


def again(at: Transaction, job_id: str, kind: JobKind, this: int, seconds: float) -> None:
    """Put a job back for another try after `seconds` (at most a day); nothing when somebody did already."""
    if at.run(_AGAIN, {"job": job_id, "this": this}).rowcount == 1:
        at.enqueue(at.connection, job_id, kind, this + 1, min(max(seconds, 0.0), LONGEST_DELAY))


class Queue:
    """The durable queue, written through our own connection."""

    def __init__(self, engine: sa.Engine) -> None:
        self._client = DBOSClient(
            system_database_engine=engine, serializer=SERIALIZER, application_name=APP_NAME, lazy=True
        )

    def put(self, connection: sa.Connection, job_id: str, kind: JobKind, attempt: int, delay: float) -> None:
        """See storage.transaction.Enqueue. The same job and attempt twice is one row."""
        options: EnqueueOptions = {
            "workflow_name": WORKFLOW,
            "queue_name": QUEUE,
            "workflow_id": f"{job_id}.{attempt}",
            "app_version": APP_VERSION,
        }
        if delay > 0:
            options["delay_seconds"] = delay
        self._client.enqueue_in_transaction(connection, options, job_id)

    def close(self) -> None:
        """Let go of what the client holds; the engine stays open."""
        self._client.destroy()
