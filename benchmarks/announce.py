"""Everyone who asked for it is told that a counsellor starts, against a fake Bot API over real HTTP.

    python -m benchmarks.announce                       10,000 subscribers, forty 429s on the way
    python -m benchmarks.announce --subscribers 1000

Without the pause between messages (25 a second at most in earnest) and without the durable queue: what the
job puts back "for later" is run again here after those seconds. SQLite, one process, the fake API in it.
"""

import argparse
import asyncio
import logging
import os
import random
import resource
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from prometheus_client import CollectorRegistry
from pydantic import SecretStr

from bot.clock import WallClock
from bot.demo_house import furnish
from bot.settings import Settings
from bot.wiring import House, build
from dialogues.private import Private
from handlers.announcing import SPACING, Announcing
from handlers.ports import AnnouncementState, Channel, LinkPurpose, Reach, Work
from tests.fakes.telegram import FakeTelegram, Flood

RETRY_AFTER = 1
FLOODS = 40
AT_ONCE = 500


async def _subscribe(house: House, accounts: list[int]) -> None:
    def job(work: Work, some: list[int]) -> None:
        for account in some:
            work.announcements.keep(Reach(Channel.TELEGRAM, Private(str(account)), "nl"))

    for at in range(0, len(accounts), AT_ONCE):
        some = accounts[at : at + AT_ONCE]
        await house.store.write(lambda work, some=some: job(work, some), flushed=False)  # type: ignore[misc]  # bound here


async def _begin(house: House) -> str:
    await furnish(house)
    staff = await house.store.read(lambda work: work.desk.officer())
    if staff is None:
        raise RuntimeError("the demo organisation has no officer of HR")
    cookie = await house.desk.logins.enter(
        await house.desk.logins.link(staff.id, LinkPurpose.LOGIN), LinkPurpose.LOGIN
    )
    session = await house.desk.logins.session(cookie) if cookie else None
    who = (await house.hr.page()).published.counsellors[0].id
    if session is None or not await house.hr.announcements.start(session, who):
        raise RuntimeError("nothing was begun")
    page = await house.hr.announcements.page()
    return next(each.id for each in page.past if each.state is AnnouncementState.RUNNING)


async def _no_pause(_: float) -> None:
    """As fast as it goes."""


async def measure(folder: Path, subscribers: int) -> str:
    """One line of figures."""
    from bot import telegram

    house = await build(Settings(data_dir=folder / "data"), WallClock())
    async with await FakeTelegram.start() as fake:
        people = [fake.person() for _ in range(subscribers)]
        for person in people:
            person.chat.known = True
        accounts = [person.chat.id for person in people]
        await _subscribe(house, accounts)
        for account in random.sample(accounts, min(FLOODS, subscribers)):
            fake.faults.next("sendMessage", Flood(RETRY_AFTER), chat=account)
        channel = await telegram.open_telegram(
            telegram.Rooms(
                take=house.front.take,
                photo_of=house.hr.photos.body,
                store=house.store,
                keyring=house.keys,
                desk=house.desk,
                voice=house.voice,
                clock=house.clock,
                languages=house.policy.languages,
                code_words=house.code_words,
                registry=CollectorRegistry(),
            ),
            token=SecretStr(fake.token),
            api=fake.base_url,
            messages_a_second=100_000,
        )
        job = await _begin(house)
        work = Announcing(house.store, channel.postman, house.voice.flows.texts, house.clock, _no_pause)
        began = perf_counter()
        floods = 0
        while (later := await work.announce(job)) is not None:
            floods += later.seconds > 0
            await asyncio.sleep(later.seconds)
        seconds = perf_counter() - began
        await channel.close()
        heard = Counter(call.params["chat_id"] for call in fake.calls if call.method == "sendMessage")
    await house.close()
    twice = sum(1 for count in heard.values() if count > 1)
    lost = sum(1 for account in accounts if str(account) not in heard)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    paced = seconds + subscribers * SPACING
    return (
        f"{subscribers} subscribers: sent {sum(heard.values())}, twice {twice}, lost {lost}, "
        f"429s waited out {floods} ({RETRY_AFTER} s each), {seconds:.0f} s unpaced "
        f"({paced:.0f} s with the pause between messages), {memory:.0f} MiB with the fake API in the process"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--subscribers", type=int, default=10_000)
    arguments = parser.parse_args()
    os.environ["PTB_TIMEDELTA"] = "1"
    logging.disable(logging.CRITICAL)  # the library tells of every 429
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(asyncio.run(measure(Path(folder), arguments.subscribers)) + "\n")


if __name__ == "__main__":
    main()
