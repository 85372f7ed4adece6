"""A worker in a process of its own: does every job once it is told to, and writes down which.

Run as `python -m tests.replicas.worker FOLDER URL REPLICA [HANGS]`. FOLDER holds the keys; what was done goes
to `done.REPLICA`, a job a line, and `ready.REPLICA` says that it works. With HANGS it never ends a job, and
writes those that it began to `begun.REPLICA`.
"""

import asyncio
import sys
from pathlib import Path

from handlers.ports import JobKind
from storage.jobs import Jobs
from storage.keys import Keys
from storage.store import open_store
from tests.clock import FixedClock


async def main(folder: Path, url: str, replica: str, hangs: bool) -> None:
    """Work until somebody ends the process."""
    clock = FixedClock()
    store = await open_store(url, Keys.open(folder / "keys", clock), clock)

    def note(what: str, line: str) -> None:
        with (folder / f"{what}.{replica}").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    async def runner(job_id: str) -> None:
        if hangs:
            note("begun", job_id)
            await asyncio.Event().wait()
        await store.write(lambda work: work.schedule.done(job_id))
        note("done", job_id)

    await Jobs(store, {JobKind.NOTICE: runner}, replica=replica).start()
    note("ready", "yes")
    await asyncio.Event().wait()


if __name__ == "__main__":
    place, address, name, *more = sys.argv[1:]
    asyncio.run(main(Path(place), address, name, bool(more)))
