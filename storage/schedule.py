"""Durable jobs: a row of ours says what is to be done, a row of dbos sees to it that it is.

Both are written in the transaction of what they belong to. dbos knows one opaque row id and nothing else.
"""

from typing import Final

import sqlalchemy as sa
from dbos import DBOSClient, EnqueueOptions

from handlers.domain.errors import StorageError
from handlers.domain.ids import CaseId, ConversationId, StaffId
from handlers.ports import Job, JobKind
from storage.job_settings import APP_NAME, APP_VERSION, LONGEST_DELAY, QUEUE, SERIALIZER, WORKFLOW
from storage.tables import jobs
from storage.transaction import Transaction

_ID: sa.BindParameter[str] = sa.bindparam("job")
_ADD = sa.insert(jobs)
_READ = sa.select(jobs).where(jobs.c.id == _ID)
_DONE = sa.delete(jobs).where(jobs.c.id == _ID)
_TOLD = sa.update(jobs).where(jobs.c.id == _ID).values(told=True)
_AGAIN = (
    sa.update(jobs)
    .where(jobs.c.id == _ID, jobs.c.attempt == sa.bindparam("this"))
    .values(attempt=sa.bindparam("this") + 1)
)
_ATTEMPT = sa.select(jobs.c.kind, jobs.c.attempt, jobs.c.told).where(jobs.c.id == _ID)
_NO_NAME: Final = 40


class SqlSchedule:
    """Implements handlers.ports.Schedule in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def enqueue(self, job: Job) -> None:
        """See the port. `job.id` is random and made for this job alone."""
        if job.notice is not None and len(job.notice) > _NO_NAME:
            raise StorageError("a notice is named, not written out")
        values = {"kind": job.kind.value, "case_id": job.case, "notice": job.notice}
        self._at.run(
            _ADD,
            {"id": job.id, "conversation": job.conversation, "staff": job.staff, "attempt": 0, **values},
        )
        self._at.enqueue(self._at.connection, job.id, job.kind, 0, 0.0)

    def read(self, job_id: str) -> Job | None:
        """See the port."""
        row = self._at.run(_READ, {"job": job_id}).first()
        if row is None:
            return None
        return Job(
            id=row.id,
            kind=JobKind(row.kind),
            conversation=ConversationId(row.conversation) if row.conversation else None,
            staff=StaffId(row.staff) if row.staff else None,
            case=CaseId(row.case_id) if row.case_id else None,
            notice=row.notice,
        )

    def told(self, job_id: str) -> None:
        """See the port."""
        self._at.run(_TOLD, {"job": job_id})

    def done(self, job_id: str) -> None:
        """See the port."""
        self._at.run(_DONE, {"job": job_id})


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
