"""Planted words, names, accounts, codes and tokens are found nowhere (C40; KEYS.md, rules)."""

import io
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import structlog

from bot import quiet
from bot.demo_house import PASSPHRASE
from bot.wiring import House, Reading
from dialogues.private import Private
from dialogues.texts import numbered
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import CounsellorId
from handlers.jobs import Notices
from handlers.ports import Channel, JobKind, LinkPurpose, Outcome, Outgoing, Reach
from storage import upkeep
from storage.sealing import open_box, place
from storage.tables import letters
from storage.transaction import Transaction
from tests.house import (
    BROWSER,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    code_on,
    house_in,
    rows,
    staff_of,
    sweep,
)
from tests.privacy.traces import (
    ACCOUNT,
    ANSWER,
    COUNSELLORS_CHAT,
    NAME,
    PHONE,
    PLANTED,
    WORDS,
    Ear,
    files,
    found,
    metrics,
    told,
)


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Every logger as loud as it goes; all is put back afterwards."""
    root, heard = logging.getLogger(), Ear()
    names = [name for name in logging.root.manager.loggerDict if not name.startswith(("pytest", "faker"))]
    before = {name: logging.getLogger(name).level for name in names}
    level = root.level
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    for name in [*names, "sqlalchemy.engine", "sqlalchemy.pool", "dbos", "rasa_sdk", "asyncio"]:
        logging.getLogger(name).setLevel(logging.DEBUG)
    processors: list[structlog.types.Processor] = [
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ]
    structlog.configure(processors=processors, logger_factory=structlog.stdlib.LoggerFactory())
    yield heard
    structlog.reset_defaults()
    root.removeHandler(heard)
    root.setLevel(level)
    for name in names:
        logging.getLogger(name).setLevel(before[name])
    for name in ("sqlalchemy.engine", "sqlalchemy.pool"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
async def loud(
    ear: Ear, folder: Path, furnished: Path, clock: MovableClock, reading: Reading
) -> AsyncIterator[House]:
    """A house that was built while everything listened."""
    house = await house_in(folder / "house", furnished, clock, reading)
    yield house
    await house.close()


async def tells(person: Employee) -> None:
    """A story with planted words, a name and a number."""
    await person.commands("/start")
    await person.chooses(in_danger="safe")
    await person.chooses(need="story")
    await person.says(f"{WORDS}. Dat zei {NAME}, je kunt mij bellen op {PHONE}.")
    await person.chooses(story_next="someone")
    await person.walks_to("pick")
    await person.chooses(pick="woman")


async def a_whole_conversation(house: House, person: Employee) -> set[str]:
    """From first word to closing; what else must not be found: codes, cookies, tokens."""
    secrets: set[str] = {person.sender}
    mailroom = Mailroom()
    staff = await staff_of(house, VERA)
    link = await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)
    secrets.add(link.reveal())
    vera = await Counsellor.logs_in(house, VERA)
    secrets.add(vera.cookie.reveal())
    await vera.wants_notices(COUNSELLORS_CHAT)
    await tells(person)
    if person.channel is Channel.WEB:
        code = (await person.page()).code
        assert code is not None
        secrets |= {code.reveal(), numbered(code.reveal())}
        await person.presses_payload("/SetSlots(teach=skip)")
        await person.walks_to("send")
    else:
        await person.walks_to("send", push="yes")
    await person.chooses(send="yes")
    await bring(house, mailroom)
    (case,) = [c for c in await cases_of(house, VERA) if c.conversation]
    await vera.accepts(case.id)
    await vera.writes(case.id, f"{ANSWER}, {NAME}.")
    await bring(house, mailroom)
    await person.commands("/news")
    await person.says(f"Dank je. {WORDS} weer vandaag.")
    if person.channel is Channel.TELEGRAM:
        await person.commands("/code")
        await person.chooses(code_ok="yes")
        secrets |= {code_on(person.screen), numbered(code_on(person.screen))}
    await bring(house, mailroom)
    assert any(WORDS in words for words in await vera.reads(case.id))
    return secrets


async def every_row(house: House) -> bytes:
    """Every value of every table, dbos's own too."""

    def job(at: Transaction) -> bytes:
        kept = b""
        for name in sa.inspect(at.connection).get_table_names():
            for row in at.connection.exec_driver_sql(f'SELECT * FROM "{name}"'):  # noqa: S608  # a table's own name
                kept += b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in row)
        return kept

    return await upkeep.read(house.store, job)


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB])
@pytest.mark.clause("C40", "C41")
async def test_nothing_planted_is_on_the_disk_in_a_table_a_log_or_a_metric(
    loud: House, ear: Ear, channel: Channel
) -> None:
    person = Employee(loud, channel, ACCOUNT if channel is Channel.TELEGRAM else BROWSER)
    secrets = {*PLANTED, PASSPHRASE, *await a_whole_conversation(loud, person)}
    for name, data in files(loud.settings.data_dir).items():
        assert not found(secrets, data), name
    assert not found(secrets, await every_row(loud))
    assert ear.heard, "something was heard, or this proves nothing"
    assert not found(secrets, ear.text)
    assert not found(secrets, metrics(loud))


async def test_the_search_finds_what_was_planted(loud: House, ear: Ear, folder: Path) -> None:
    logging.getLogger("handlers.course").debug("a line with %s", {"words": WORDS})
    (folder / "leak").write_text(NAME.encode().hex())
    assert found(PLANTED, ear.text) == [WORDS, "Zwartegat"]
    assert found(PLANTED, files(folder)["leak"]) == [NAME, "Zandloper"]


@pytest.mark.clause("C41")
async def test_after_a_wipe_and_the_terms_nothing_of_a_conversation_is_on_the_disk(
    house: House, clock: MovableClock
) -> None:
    before = await rows(house)
    person = Employee(house, sender=ACCOUNT)
    await a_whole_conversation(house, person)
    (case,) = await cases_of(house, VERA)
    await person.commands("/wipe")
    await person.chooses(wipe_ok="yes")
    assert not found([case.conversation], await every_row(house))
    await bring(house, Mailroom())
    clock.passes(days=32)
    await sweep(house)
    assert not found([case.conversation, case.id], await every_row(house))
    await house.store.settle()
    for name, data in files(house.settings.data_dir).items():
        if not name.endswith("-shm"):
            assert not found([case.conversation, case.id], data), name
    lasting = {"audit", "workflow_status", "workflow_input", "links", "staff_reaches"}
    now = await rows(house)
    assert {n: c for n, c in now.items() if n not in lasting} == {
        n: c for n, c in before.items() if n not in lasting
    }


# ── errors ──────────────────────────────────────────────────────────────────────────────────────

BROKEN = {
    "understanding": "dialogues.understand.recogniser.Recogniser.hear",
    "the dialogue": "handlers.course.advance",
    "an action": "handlers.actions.introduction.DraftIntroduction.fill",
    "putting into words": "handlers.voice.render",
    "marks": "handlers.actions.introduction.marks",
    "the state": "handlers.turn.dump",
    "the consent": "handlers.introduction.Consent.spend",
    "inside the transaction": "handlers.introduction.notify",
    "sealing a letter": "storage.letters.box",
    "sealing the state": "storage.conversations.seal_state",
    "an id that exists": "storage.letters.new_id",
}


def breaks(*_: object, **__: object) -> object:
    raise RuntimeError("injected")


@pytest.mark.parametrize("layer", BROKEN)
async def test_an_error_in_any_layer_tells_no_words_and_writes_nothing(
    loud: House, ear: Ear, layer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Employee(loud, sender=ACCOUNT)
    await tells(person)
    await person.walks_to("send")
    errors: list[BaseException] = []
    if layer == "an id that exists":
        first = Employee(loud, sender=f"{ACCOUNT}1")
        await first.introduces(pick="woman")
        taken = await upkeep.read(loud.store, lambda at: at.run(sa.select(letters.c.id)).scalar_one())
        monkeypatch.setattr(BROKEN[layer], lambda: taken)
    else:
        monkeypatch.setattr(BROKEN[layer], breaks)
    before = await rows(loud)

    async def sends() -> None:
        await person.walks_to("send")
        await person.chooses(send="yes")

    for attempt in (person.says(f"{WORDS} {NAME}"), sends()):
        try:
            await attempt
        except Exception as error:  # whatever comes, it is looked at
            errors.append(error)
            logging.getLogger("bot").exception("a turn failed")
            structlog.get_logger("bot").error("a turn failed", exc_info=error)
    assert errors, "nothing was broken"
    assert not found(PLANTED, b"\n".join(map(told, errors)))
    assert not found(PLANTED, ear.text)
    if len(errors) == 2:
        assert await rows(loud) == before


@pytest.mark.parametrize("place_", ["handlers.desk.cases.push", "storage.letters.box"])
async def test_an_error_at_the_desk_tells_no_words_and_writes_nothing(
    loud: House, ear: Ear, place_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Employee(loud, sender=ACCOUNT)
    await person.introduces(pick="woman")
    vera = await Counsellor.logs_in(loud, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    monkeypatch.setattr(place_, breaks)
    before = await rows(loud)
    with pytest.raises(RuntimeError) as broken:
        await vera.writes(case, f"{ANSWER} {NAME}")
    logging.getLogger("bot").error("the desk failed", exc_info=broken.value)
    assert not found(PLANTED, told(broken.value))
    assert not found(PLANTED, ear.text)
    assert await rows(loud) == before


async def test_a_channel_that_breaks_tells_no_address(loud: House, ear: Ear) -> None:
    class Broken:
        async def send(self, reach: Reach, message: Outgoing) -> Outcome:
            raise RuntimeError("injected")

    person = Employee(loud, sender=ACCOUNT)
    await person.introduces(pick="woman", push="yes")
    vera = await Counsellor.logs_in(loud, VERA)
    await vera.accepts((await vera.case()).id)
    runner = Notices(loud.store, Broken(), loud.voice.flows.texts).runners()[JobKind.PUSH]
    (job_id,) = await upkeep.read(
        loud.store, lambda at: [row.id for row in at.run(sa.text("SELECT id FROM jobs"))]
    )
    with pytest.raises(RuntimeError) as broken:
        await runner(job_id)
    logging.getLogger("bot").error("a push failed", exc_info=broken.value)
    assert not found([ACCOUNT], told(broken.value))
    assert not found([ACCOUNT], ear.text)


# ── our own log lines ───────────────────────────────────────────────────────────────────────────


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Logging as the program sets it up, at its loudest, into a text."""
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    quiet.set_up("DEBUG")
    yield written
    for name in quiet.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)


async def test_our_log_shows_neither_words_nor_tracebacks(house: House, lines: io.StringIO) -> None:
    person = Employee(house, sender=ACCOUNT)
    secrets = {*PLANTED, *await a_whole_conversation(house, person)}
    try:
        raise RuntimeError(f"{WORDS} {NAME}")
    except RuntimeError as error:
        log = structlog.get_logger("bot.test")
        log.error("it failed", exc_info=True, words=WORDS, who=NAME, kind="planted")
        log.error("it failed", exc_info=error, text=WORDS)
        logging.getLogger("bot.test").exception("it failed")
        logging.getLogger("httpx").warning("GET https://api.telegram.org/bot123:%s", ACCOUNT)
        logging.getLogger("httpx").info("never")
    shown = lines.getvalue()
    assert "it failed" in shown
    assert "planted" in shown
    assert "Traceback" not in shown
    assert "never" not in shown
    assert not found(secrets, shown.encode())


# ── stolen ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C35")
async def test_database_and_key_files_together_open_no_mail_of_counsellor_or_code(house: House) -> None:
    visitor = Employee(house, Channel.WEB, BROWSER)
    await a_whole_conversation(house, visitor)
    stolen = [data[-32:] for name, data in files(house.settings.data_dir / "keys").items() if len(data) >= 32]
    stolen.append(house.keys.relay_private)
    assert len(stolen) > 5

    def steal(at: Transaction) -> list[str]:
        opened = []
        for row in at.run(sa.select(letters)).all():
            vault = at.vault(row.conversation)
            for column in ("for_counsellor", "for_own", "for_code"):
                sealed = getattr(row, column)
                where = place("letters", vault.id, row.id, row.seq, row.author, row.kind, column)
                for key in (*stolen, vault.key):
                    try:
                        if sealed is not None and open_box(vault.key, key, sealed, where) is not None:
                            opened.append(column)
                    except CannotOpen:
                        continue
        return opened

    assert await upkeep.read(house.store, steal) == []
    stored = await house.store.read(lambda work: work.desk.wrapped_key(CounsellorId(VERA)))
    assert stored is not None
    assert house.keys.open_counsellor_key(stored, Private("geraden wachtwoord")) is None
    assert house.keys.open_counsellor_key(stored, Private(PASSPHRASE)) is not None
