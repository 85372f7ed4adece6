"""What it is about and where it can go, at this organisation's own doors (C17, C18, C50, C64 to C66)."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import House, Reading, build
from handlers.domain.errors import Stale
from handlers.domain.policy import Deviation
from handlers.turn import TurnFailed
from tests.house import VERA, Counsellor, Employee, MovableClock, cases_of, house_in, rows

ANSWERS = ("yes", "no", "unsure")


async def to_topic(employee: Employee) -> None:
    await employee.commands("/start")
    await employee.walks_to("topic", kind="outside")


async def to_options(employee: Employee, **answers: str) -> None:
    await employee.commands("/start")
    await employee.walks_to("option", **{"need": "possible", "about": "colleague"} | answers)


async def card(employee: Employee, option: str, about: str | None = None) -> str:
    await employee.chooses(option=option)
    if about and f"/SetSlots(about={about})" in employee.buttons:
        await employee.chooses(about=about)
    return employee.screen


@pytest.mark.parametrize("topic", ["labour_conflict", "reorganisation", "hr_practical"])
@pytest.mark.clause("C64", "C65")
async def test_only_no_and_no_is_outside_and_a_counsellor_is_one_press_away(house: House, topic: str) -> None:
    for n, (repeats, identity) in enumerate(product(ANSWERS, ANSWERS)):
        person = Employee(house, sender=f"{topic}-{n}")
        await to_topic(person)
        await person.chooses(topic=topic)
        await person.chooses(check_repeats=repeats)
        await person.chooses(check_identity=identity)
        outside = (repeats, identity) == ("no", "no")
        assert ("/SetSlots(still=yes)" in person.buttons) == outside
        assert person.sees("utter_scope_in") != outside
        assert "hoort hier niet" not in person.screen.lower()


@pytest.mark.parametrize(
    ("topic", "inside", "outside"),
    [
        ("labour_conflict", "Afdeling P&O", "Juridisch Loket"),
        ("social_work", "Bedrijfsmaatschappelijk werk", "Luisterlijn"),
        ("health", "Bedrijfsarts", ""),
        ("integrity", "Meldpunt integriteit", "Huis voor Klokkenluiders"),
        ("data_privacy", "Functionaris gegevensbescherming", "Autoriteit Persoonsgegevens"),
    ],
)
async def test_a_door_outside_the_protocol_shows_inside_and_outside(
    employee: Employee, topic: str, inside: str, outside: str
) -> None:
    await to_topic(employee)
    await employee.chooses(topic=topic)
    await employee.chooses(check_repeats="no")
    await employee.chooses(check_identity="no")
    assert inside in employee.screen
    assert outside in employee.screen


async def test_who_insists_reaches_a_counsellor_who_sees_that_it_may_be_elsewhere(
    house: House, employee: Employee
) -> None:
    await to_topic(employee)
    await employee.chooses(topic="labour_conflict")
    await employee.chooses(check_repeats="no")
    await employee.chooses(check_identity="no")
    await employee.chooses(still="yes")
    await employee.walks_to("pick")
    await employee.chooses(pick="woman")
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    (case,) = await cases_of(house, VERA)
    assert case.outside


@pytest.mark.clause("C17")
async def test_a_board_it_is_about_gives_way_to_its_alternatives(employee: Employee) -> None:
    await to_options(employee, about="board")
    shown = await card(employee, "board", "board")
    assert "Raad van toezicht" in shown
    assert "past deze mogelijkheid hier minder" in shown
    assert shown.index("Raad van toezicht") < shown.index("directiesecretariaat")


@pytest.mark.clause("C18")
async def test_a_manager_it_is_about_gives_way_to_another_manager(house: House, employee: Employee) -> None:
    await to_options(employee, about="manager")
    shown = await card(employee, "manager", "manager")
    assert "hogere of een andere leidinggevende" in shown
    above = house.policy.door("manager_above")
    assert above is not None
    assert above.contact["nl"] in shown


async def test_without_a_conflict_the_route_itself_is_shown(employee: Employee) -> None:
    await to_options(employee)
    assert "directiesecretariaat" in await card(employee, "board", "colleague")


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("nothing", ""),
        ("hr", "po@korenbloem.example"),
        ("formal", "directiesecretariaat"),
        ("police", "112"),
        ("external", "Luisterlijn"),
        ("care", "huisarts"),
    ],
)
async def test_every_route_names_where_to_go_and_starts_nothing(
    house: House, employee: Employee, option: str, words: str
) -> None:
    before = (await rows(house)).get("cases", 0)
    await to_options(employee)
    assert f"/SetSlots(option={option})" in employee.buttons
    shown = await card(employee, option, "colleague")
    assert words in shown
    assert (await rows(house)).get("cases", 0) == before


@pytest.mark.clause("C50")
@pytest.mark.parametrize("repeats", ["yes", "unsure"])
async def test_mediation_is_shown_for_what_is_or_may_be_unwanted(employee: Employee, repeats: str) -> None:
    await to_topic(employee)
    await employee.chooses(topic="labour_conflict")
    await employee.chooses(check_repeats=repeats)
    await employee.chooses(check_identity="no")
    await employee.commands("/options")
    assert "/SetSlots(option=mediation)" in employee.buttons


@pytest.mark.clause("C50")
async def test_mediation_is_not_shown_for_an_ordinary_conflict(employee: Employee) -> None:
    await to_topic(employee)
    await employee.chooses(topic="labour_conflict")
    await employee.chooses(check_repeats="no")
    await employee.chooses(check_identity="no")
    await employee.commands("/options")
    assert "/SetSlots(option=counsellor)" in employee.buttons
    assert "/SetSlots(option=mediation)" not in employee.buttons


@pytest.mark.parametrize(
    "words",
    [
        "Mijn collega's negeren mij al maanden en roddelen over mij.",
        "Hij zit steeds aan mijn billen in het magazijn.",
        "Het gaat over mijn rooster en mijn vakantiedagen.",
        "Ik weet het allemaal niet zo goed meer eigenlijk.",
    ],
)
async def test_own_words_become_a_question_and_never_a_verdict(employee: Employee, words: str) -> None:
    await employee.commands("/start")
    await employee.walks_to("kind")
    await employee.says(words)
    assert employee.buttons
    assert "dit is pesten" not in employee.screen.lower()
    await employee.commands("/introduce")
    await employee.walks_to("pick")


@pytest.mark.clause("C01")
async def test_the_protocol_shows_what_differs_here_who_decided_and_when(
    folder: Path, furnished: Path, clock: MovableClock, reading: Reading
) -> None:
    first = await house_in(folder / "house", furnished, clock, reading)
    before = await rows(first)
    plain = Employee(first)
    await plain.commands("/protocol")
    assert "reply.working_days" not in plain.screen
    assert await rows(first) == before, "asking for the protocol starts no case"
    await first.close()
    changed = Deviation("reply.working_days", "De directie van De Korenbloem", date(2026, 1, 15))
    policy = replace(first.policy, reply_working_days=3, deviations=(changed,))
    second = await build(Settings(data_dir=folder / "house"), clock, policy, reading)
    reader = Employee(second)
    await reader.commands("/protocol")
    for part in ("reply.working_days", "De directie van De Korenbloem", "15 januari"):
        assert part in reader.screen
    await reader.introduces(pick="woman")
    (case,) = await cases_of(second, VERA)
    assert case.reply_by == date(2026, 11, 26)
    await second.close()


# ── ends that nobody should meet ────────────────────────────────────────────────────────────────


async def test_a_row_that_keeps_changing_fails_the_turn_and_writes_nothing(
    house: House, employee: Employee, monkeypatch: pytest.MonkeyPatch
) -> None:
    def always(*_: object, **__: object) -> None:
        raise Stale("changed")

    await employee.to_preview()
    before = await rows(house)
    monkeypatch.setattr("handlers.actions.introduction.introduce", always)
    with pytest.raises(TurnFailed):
        await employee.presses_yes()
    assert await rows(house) == before


async def test_without_a_case_there_is_nothing_to_withdraw_or_end(house: House, employee: Employee) -> None:
    for wish in ("/withdraw", "/end_contact", "/receipt", "/status", "/code"):
        await employee.commands(wish)
        assert employee.sees("utter_no_case")


async def test_a_case_that_was_closed_meanwhile_is_not_ended_twice(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    await employee.commands("/news")
    await employee.commands("/end_contact")
    await vera.closes(case)
    await employee.presses_payload("/SetSlots(end_ok=yes)")
    assert employee.screen
    closed = await house.store.read(lambda work: work.cases.get(case))
    assert closed is not None
    assert closed.closed_on == date(2026, 11, 23)


async def test_when_every_line_was_taken_out_nothing_is_sent_and_lines_can_come_back(
    house: House, employee: Employee
) -> None:
    await employee.to_preview(pick="woman")
    for _ in range(10):
        if "/SetSlots(nothing_next=restore)" in employee.buttons:
            break
        await employee.chooses(send="change")
        line = next(p for p in employee.buttons if p.startswith("/SetSlots(line=") and "skip" not in p)
        await employee.presses_payload(line)
    await employee.presses_yes()
    assert not await cases_of(house, VERA)
    await employee.chooses(nothing_next="restore")
    await employee.chooses(send="yes")
    assert len(await cases_of(house, VERA)) == 1
