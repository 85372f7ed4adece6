"""A counsellor notes pressure: for the counsellors alone, handed on by nobody but who wrote it (C37, C72)."""

import re
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.desk.pressure import TERM
from handlers.domain.ids import PressureId
from storage.pressure import ROWS
from storage.tables_of_hr import pressure
from storage.upkeep import hourly, read, write
from tests.handlers.at_desk import CORA, appointed, confirms, with_passphrase
from tests.handlers.test_choosing import TODAY, change
from tests.house import DAAN, VERA, Counsellor, MovableClock, officer
from tests.web.test_desk import at_desk
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor

WORDS = "De directeur zei dat ik moet zeggen wie er kwam. Kwartsvlinder."


async def noted(one: Visitor, words: str = WORDS) -> str:
    """Write a note on the page; where its sheet is."""
    await one.opens("/desk/pressure")
    await one.sends(one.form("/desk/pressure"), text=words)
    return next(href for href in one.page.links.values() if "/desk/pressure/" in href)


async def count(house: House) -> int:
    """How many boxes there are."""
    return await read(
        house.store, lambda at: at.run(sa.select(sa.func.count()).select_from(pressure)).scalar_one()
    )


@pytest.mark.clause("C72")
async def test_a_note_is_read_by_the_counsellors_and_by_nobody_else(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_desk(house, another)
    sheet = await noted(another)
    assert "Bewaard." in another.words
    assert "Kwartsvlinder" in another.words
    await another.sends(another.form("/desk/lock"))
    await another.opens("/desk/pressure")
    assert "Kwartsvlinder" not in another.answer.text
    await at_desk(house, another, "Daan Denkbeeld")
    await another.opens("/desk/pressure")
    assert "Kwartsvlinder" in another.words
    assert "Vera Voorbeeld" in another.words
    await at_hr(house, employee)
    for path in ("/desk/pressure", sheet):
        await employee.opens(path)
        assert employee.status == 404
    for path in ("/hr", "/hr/history"):
        await employee.opens(path)
        assert "Kwartsvlinder" not in employee.answer.text


@pytest.mark.clause("C72")
async def test_only_who_wrote_it_prints_it_or_takes_it_away(house: House, another: Visitor) -> None:
    await at_desk(house, another, "Daan Denkbeeld")
    await at_desk(house, another)
    sheet = await noted(another)
    await another.opens(sheet)
    assert "Kwartsvlinder" in another.words
    assert "Open Oor verstuurt niets" in another.words
    await at_desk(house, another, "Daan Denkbeeld")
    await another.opens("/desk/pressure")
    assert sheet not in another.page.links.values()
    token = another.form("/desk/lock").fields["form"]
    answer = await another.client.post(f"{sheet}/end", data={"form": token})
    assert "Alleen wie het schreef, haalt het weg" in answer.text
    await another.opens(sheet)
    assert another.status == 404
    await at_desk(house, another)
    await another.opens("/desk/pressure")
    await another.sends(another.form(f"{sheet}/end"))
    assert "Weggehaald, bij iedereen" in another.words
    assert await count(house) == 0


@pytest.mark.clause("C72")
async def test_neither_words_nor_writer_nor_day_stand_in_the_database_and_no_act_is_noted(
    house: House,
) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    day = date(2020, 2, 29)
    assert await house.desk.pressure.write(await vera.session(), day, Private(WORDS))
    rows = await read(house.store, lambda at: [dict(row._mapping) for row in at.run(sa.select(pressure))])
    assert {row["counsellor"] for row in rows} == {VERA, DAAN}
    for row in rows:
        assert day not in row.values()
        assert b"Kwarts" not in row["sealed"]
        assert VERA.encode() not in row["sealed"]
    audit = await house.store.read(lambda work: _audit(work))
    assert not any("pressure" in what for what in audit)
    (note,) = await house.desk.pressure.notes(await vera.session())
    assert (note.day, note.author, note.words) == (day, VERA, Private(WORDS))


def _audit(work: object) -> list[str]:
    from storage.audit import entries
    from storage.work import SqlWork

    assert isinstance(work, SqlWork)
    return [what for _, _, what, _ in entries(work.transaction)]


@pytest.mark.parametrize(
    ("typed", "status", "words"),
    [
        ({"text": " \u200b "}, 400, "Er staat nog niets in"),
        ({"text": WORDS, "day": "2099-01-01"}, 400, "Kies een dag, tot en met vandaag"),
        ({"text": WORDS, "day": "gisteren"}, 400, "Kies een dag, tot en met vandaag"),
        ({"text": "druk " * 5_000}, 413, "te lang"),
    ],
)
async def test_what_is_not_kept_comes_back_with_its_words(
    house: House, another: Visitor, typed: dict[str, str], status: int, words: str
) -> None:
    await at_desk(house, another)
    await another.opens("/desk/pressure")
    await another.sends(another.form("/desk/pressure"), **typed)
    assert another.status == status
    assert words in another.words
    assert another.form("/desk/pressure").fields["text"].strip() == typed["text"].strip()
    assert await count(house) == 0


async def test_words_of_a_locked_or_ended_desk_are_given_back(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    await another.opens("/desk/pressure")
    form = another.form("/desk/pressure")
    await another.sends(another.form("/desk/lock"))
    await another.sends(form, text=WORDS)
    assert "De werkplek is op slot" in another.words
    assert "Kwartsvlinder" in another.answer.text
    session = await officer(house)
    assert await house.desk.pressure.notes(session) == []
    assert not await house.desk.pressure.write(session, TODAY, Private(WORDS))
    await another.opens("/desk/pressure/none")
    assert another.status == 403 or "op slot" in another.words


async def test_what_is_no_note_is_not_there(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    for path in ("/desk/pressure/none", "/desk/pressure/" + "0" * 32):
        await another.opens(path)
        assert another.status == 404


async def test_an_unconfirmed_key_writes_and_reads_nothing_and_a_new_colleague_reads_what_comes_later(
    house: House,
) -> None:
    await appointed(house, CORA)
    cora = await with_passphrase(house, CORA)
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.pressure.write(await vera.session(), TODAY, Private("eerst"))
    assert not await house.desk.pressure.write(await cora.session(), TODAY, Private(WORDS))
    assert await confirms(house, await vera.session(), CORA)
    assert await house.desk.pressure.write(await vera.session(), TODAY, Private("later"))
    assert [note.words for note in await house.desk.pressure.notes(await cora.session())] == [
        Private("later")
    ]


async def test_boxes_go_with_the_appointment_of_their_reader_and_after_their_term(
    house: House, clock: MovableClock
) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.pressure.write(await vera.session(), TODAY, Private(WORDS))
    assert await count(house) == 2
    await change(house, DAAN, until=TODAY - timedelta(days=1), reason="left")
    assert await count(house) == 1
    for _ in range(3):  # its key file is moved on to, day after day
        clock.passes(days=5)
        await hourly(house.store)
    vera = await Counsellor.logs_in(house, VERA)
    assert len(await house.desk.pressure.notes(await vera.session())) == 1
    clock.passes(days=TERM.days)
    await hourly(house.store)
    assert await count(house) == 0


async def test_a_box_whose_key_file_is_gone_is_passed_over_and_then_goes(
    house: House, clock: MovableClock
) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.pressure.write(await vera.session(), TODAY, Private(WORDS))
    gone = clock.now().date() + timedelta(days=1)
    house.keys.destroy_keks(gone, set())
    clock.passes(days=1)
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.pressure.notes(await vera.session()) == []
    assert await write(house.store, lambda at: ROWS.rewrap(at, 10)) == 2
    assert await count(house) == 0
    assert not await house.desk.pressure.end(await vera.session(), PressureId("0" * 32))
    assert not re.search("Kwarts", repr(vera))
