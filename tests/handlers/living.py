"""A house in which people, counsellors and HR live at random, and everything that can be counted there."""

import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, Final, TypeVar

import sqlalchemy as sa
from hypothesis.stateful import RuleBasedStateMachine

from bot.settings import Settings
from bot.wiring import House, Reading, build
from dialogues.private import Private
from handlers.domain.case import Status
from handlers.domain.ids import CounsellorId
from handlers.ports import Answer, Channel, Chat
from storage import upkeep
from storage.tables import metadata
from storage.transaction import Transaction
from tests.house import (
    BROWSER,
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    cases_of,
    house_in,
    sweep,
)
from tests.privacy.traces import files, found

T = TypeVar("T")

ACCOUNT: Final = "7130088001"
PLANTED: Final = "kwibuszwartegat"
SECRETS: Final = (PLANTED, ACCOUNT, BROWSER)
DESK_STAYS: Final = timedelta(minutes=14)
OF_A_PERSON: Final = frozenset(
    {
        "conversations",
        "peers",
        "letters",
        "consents",
        "proposals",
        "mailbox",
        "reaches",
        "aftercare",
        "subscribers",
    }
)
"""Tables in which nothing is left when everybody has wiped."""
ASKED_BY_A_STRANGER: Final = ("/status", "/news", "/withdraw", "/receipt", "/steps", "/help_now")

_ROWS: Final = tuple(sa.select(table) for table in metadata.sorted_tables)
_COUNTS: Final = sa.union_all(
    *(
        sa.select(sa.literal(table.name), sa.func.count()).select_from(table)
        for table in metadata.sorted_tables
    )
)


class World(RuleBasedStateMachine):
    """Two employees (one on Telegram, one in a browser), both counsellors, HR, strangers, and time."""

    house_template: Path
    reading: Reading
    told_to_nobody: ClassVar[dict[str, list[str]]] = {}
    """What a stranger hears to each of ASKED_BY_A_STRANGER in a house where nobody ever was."""
    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory(dir=self.house_template.parent)
        self.place = Path(self.folder.name) / "house"
        self.clock, self.mailroom = MovableClock(), Mailroom()
        self.house: House = self.do(house_in(self.place, self.house_template, self.clock, self.reading))
        self.people = [Employee(self.house, sender=ACCOUNT), Employee(self.house, Channel.WEB, BROWSER)]
        self.delivered = [self.clock.at, self.clock.at]
        self.said_yes = self.said_yes_to_steps = self.typed = self.strangers = 0
        self.desks: dict[CounsellorId, tuple[datetime, Counsellor]] = {}
        self.code: Private | None = None
        if not self.told_to_nobody:
            self.told_to_nobody.update({wish: self.stranger_hears(wish) for wish in ASKED_BY_A_STRANGER})

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for it."""
        return self.loop.run_until_complete(work)

    def does(self, who: int, turn: Coroutine[Any, Any, Answer]) -> None:
        """Something that an employee sends."""
        self.delivered[who] = self.clock.at
        self.do(turn)

    def presses(self, who: int, payload: str) -> None:
        """A press of an employee; a yes is counted."""
        self.said_yes += payload.startswith("/SetSlots(send=yes)")
        self.said_yes_to_steps += payload.startswith("/SetSlots(step_")
        self.does(who, self.people[who].presses_payload(payload))

    def at_desk(self, who: CounsellorId) -> Counsellor | None:
        """This counsellor, unlocked as long as a desk stays so; None for one whose appointment ended."""
        roster = self.do(self.house.store.read(lambda work: work.roster.current()))
        entry = roster.get(who)
        if entry is None or not entry.active(self.today):
            return None
        opened = self.desks.get(who)
        if opened is None or self.clock.at - opened[0] > DESK_STAYS:
            opened = (self.clock.at, self.do(Counsellor.logs_in(self.house, who)))
            self.desks[who] = opened
        return opened[1]

    def leaves_desk(self, who: CounsellorId) -> None:
        """The desk is left, if it is open."""
        opened = self.desks.pop(who, None)
        if opened is not None:
            self.do(self.house.desk.logins.leave(opened[1].cookie))

    def starts_again(self) -> None:
        """The program ends and starts; everybody goes on."""
        self.do(self.house.close())
        self.house = self.do(build(Settings(data_dir=self.place), self.clock, reading=self.reading))
        for person in self.people:
            person.house = self.house
        for _, counsellor in self.desks.values():
            counsellor.house = self.house

    def stranger_hears(self, wish: str) -> list[str]:
        """What somebody reads who was never here, and who then stops."""
        self.strangers += 1
        stranger = Employee(self.house, sender=f"71300990{self.strangers:03}")
        self.do(stranger.commands(wish))
        heard = [message.text.reveal() for message in stranger.last.messages]
        self.do(stranger.commands("/stop"))
        assert self.chat_of(stranger) is None
        return heard

    def passes(self, hours: int) -> None:
        """Time goes by, and the hourly round comes."""
        self.clock.passes(hours=hours)
        self.do(sweep(self.house))

    @property
    def today(self) -> date:
        """The day it is."""
        return self.clock.now().date()

    def chat_of(self, person: Employee) -> Chat | None:
        """The running chat of this person."""
        peer = self.house.keys.peer(person.channel, Private(person.sender))
        return self.do(self.house.store.read(lambda work: work.conversations.find(peer)))

    def looks(self, job: Callable[[Transaction], T]) -> T:
        """What stands in the database."""
        return self.do(upkeep.read(self.house.store, job))

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""

        def job(at: Transaction) -> dict[str, int]:
            return {row[0]: row[1] for row in at.connection.execute(_COUNTS)}

        return self.looks(job)

    def words_in_columns(self) -> list[str]:
        """Which secrets stand readable in any row."""

        def job(at: Transaction) -> bytes:
            values = [value for each in _ROWS for row in at.connection.execute(each) for value in row]
            return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)

        return found(SECRETS, self.looks(job))

    def words_in_files(self) -> list[str]:
        """Which secrets stand readable in any file: database, log of the database, keys."""
        return found(SECRETS, b"\n".join(files(self.place).values()))

    def statuses(self) -> dict[str, Status]:
        """Where each case stands that is on a desk."""
        both = self.do(cases_of(self.house, VERA)) + self.do(cases_of(self.house, DAAN))
        return {case.id: case.status for case in both}
