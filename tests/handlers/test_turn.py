"""One message, start to end: short ways, deliveries that come twice, messages at once, a locked database."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.errors import Locked
from handlers.ports import Channel, Inbound
from tests.house import DAAN, VERA, Counsellor, Employee, MovableClock, cases_of, rows, sweep

OF_NOBODY = {"deliveries", "links"}
"""Keyed hashes of delivery ids, in nobody's row and gone after three days; login links of staff."""


async def of_people(house: House) -> dict[str, int]:
    """Rows that could be about an employee."""
    return {name: count for name, count in (await rows(house)).items() if name not in OF_NOBODY}


@pytest.mark.clause("C38")
async def test_the_shortest_safe_path_takes_eight_presses_and_no_typing(
    house: House, employee: Employee
) -> None:
    await employee.introduces()
    assert employee.presses == 8
    assert employee.sees("utter_sent_control")
    assert len(await cases_of(house, VERA)) + len(await cases_of(house, DAAN)) == 1


async def test_a_new_colleague_meets_man_and_woman_within_three_presses_and_leaves_nothing(
    house: House, employee: Employee
) -> None:
    before = await of_people(house)
    await employee.commands("/new")
    assert "Vera Voorbeeld" in employee.screen
    assert "Daan Denkbeeld" in employee.screen
    await employee.chooses(new_what="what")
    assert employee.sees("utter_what_does")
    await employee.chooses(new_secrecy="secrecy")
    assert employee.sees("utter_secrecy")
    assert employee.presses == 2
    await employee.commands("/stop")
    assert await of_people(house) == before


@pytest.mark.parametrize("say", ["jokes", "doubt", "secret"])
@pytest.mark.parametrize("step", ["not_yet", "think"])
async def test_a_rehearsal_says_in_every_line_that_it_is_one_and_begins_and_keeps_nothing(
    house: House, employee: Employee, say: str, step: str
) -> None:
    before = await of_people(house)
    await employee.commands("/new")
    await employee.chooses(new_what="rehearse")
    spoken = [employee.screen]
    await employee.chooses(rehearse_say=say)
    spoken.append(employee.screen)
    await employee.chooses(rehearse_step=step)
    spoken.append(employee.screen)
    lines = [line for text in spoken for line in text.splitlines() if '"' in line]
    assert len(lines) >= 4
    assert all(line.startswith("Oefening, verzonnen vertrouwenspersoon: ") for line in lines)
    assert "Er is niets begonnen en niets verstuurd" in spoken[-1]
    assert await of_people(house) == before


REAL = "mijn chef slaat mij al weken, vooral op dinsdag"


@pytest.mark.parametrize(
    "typed",
    [
        REAL,
        "chef",
        f"stoppen. {REAL}, ik wil dat het ophoudt",
        "ja dat wil ik wel, nee, nog niet, ik weet het niet",
    ],
)
async def test_what_is_typed_in_a_rehearsal_is_kept_nowhere_and_that_is_said(
    house: House, employee: Employee, typed: str
) -> None:
    before = await of_people(house)
    await employee.commands("/new")
    await employee.chooses(new_what="rehearse")
    await employee.says(typed)
    assert employee.sees("utter_rehearsal_typed")
    assert "bewaard." not in employee.screen
    assert ("112" in employee.screen) == (REAL in typed)
    await employee.chooses(rehearse_say="doubt")
    await employee.says(typed)
    await employee.chooses(rehearse_step="think")
    assert await of_people(house) == before


async def test_a_real_story_begins_by_one_press_in_a_rehearsal_and_without_what_was_typed_there(
    house: House, employee: Employee
) -> None:
    await employee.commands("/new")
    await employee.chooses(new_what="rehearse")
    await employee.says(REAL)
    assert "/start" in employee.buttons
    await employee.to_preview()
    assert "dinsdag" not in employee.screen


async def test_the_same_delivery_twice_gets_the_same_answer_and_is_written_once(
    house: House, employee: Employee
) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    shown, kept = employee.last, await rows(house)
    assert await employee.again() == shown
    assert await rows(house) == kept
    await employee.chooses(need="someone")


async def test_an_older_delivery_is_only_confirmed(house: House, employee: Employee) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    kept = await rows(house)
    assert (await employee.again(back=2)).messages == ()
    assert await rows(house) == kept


async def test_a_doubled_yes_sends_once(house: House, employee: Employee) -> None:
    await employee.introduces()
    shown = employee.screen
    await employee.again()
    assert employee.screen == shown
    both = await cases_of(house, VERA) + await cases_of(house, DAAN)
    assert len(both) == 1
    reader = await Counsellor.logs_in(house, both[0].counsellor)
    assert len(await reader.reads(both[0].id)) == 1


async def test_pressing_yes_twice_sends_once(house: House, employee: Employee) -> None:
    await employee.to_preview()
    yes = employee.yes
    await asyncio.gather(employee.presses_payload(yes), employee.presses_payload(yes))
    assert len(await cases_of(house, VERA) + await cases_of(house, DAAN)) == 1
    assert (await rows(house))["consents"] == 1


async def test_two_messages_at_once_are_both_kept_in_order(house: House, employee: Employee) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await asyncio.gather(*(employee.says(f"Dit is deel {n} van mijn verhaal.") for n in range(1, 6)))
    await employee.chooses(story_next="someone")
    await employee.chooses(for_whom="self")
    await employee.names_kind("rather_not")
    await employee.chooses(about="colleague")
    await employee.chooses(pick="any")
    await employee.chooses(push="no")
    places = [employee.screen.index(f"deel {n} van") for n in range(1, 6)]
    assert places == sorted(places)


async def test_two_processes_at_once_keep_both_messages(house: House, employee: Employee) -> None:
    # Past the front door, so that nothing but the row's version keeps the two apart.
    await employee.introduces()
    texts = [Private(f"Bericht {n} van twee.") for n in (1, 2)]
    inbound = replace(employee.sent[-1], payload=None)
    await asyncio.gather(
        *(
            house.turns.take(replace(inbound, delivery=f"at-once-{n}", text=text))
            for n, text in enumerate(texts)
        )
    )
    (case,) = await cases_of(house, VERA) + await cases_of(house, DAAN)
    letters = await (await Counsellor.logs_in(house, case.counsellor)).reads(case.id)
    assert letters[1:] == [text.reveal() for text in texts]


@pytest.mark.clause("C10")
async def test_long_texts_in_many_messages_arrive_complete_and_in_order(
    house: House, employee: Employee
) -> None:
    parts = [f"{n} " + f"woord{n} " * 600 + f"einde{n}." for n in range(8)]
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    for part in parts:
        assert len(part) > 4_000
        await employee.says(part)
    await employee.chooses(story_next="someone")
    await employee.chooses(for_whom="self")
    await employee.names_kind("rather_not")
    await employee.chooses(about="colleague")
    await employee.chooses(pick="woman")
    await employee.chooses(push="no")
    if "/SetSlots(marks_ok=keep)" in employee.buttons:
        await employee.chooses(marks_ok="keep")
    await employee.chooses(send="yes")
    (case,) = await cases_of(house, VERA)
    (words,) = await (await Counsellor.logs_in(house, VERA)).reads(case.id)
    assert [word for word in words.split() if word in set(" ".join(parts).split())] == " ".join(parts).split()


async def test_stopping_without_a_case_leaves_no_row(house: House, employee: Employee) -> None:
    before = await of_people(house)
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    assert await of_people(house) != before
    await employee.commands("/stop")
    assert employee.sees("utter_stopped")
    assert await of_people(house) == before


@pytest.mark.clause("C46")
async def test_who_only_tells_a_story_is_asked_nothing_more_and_leaves_no_row(
    house: House, employee: Employee
) -> None:
    before = await of_people(house)
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says("Ik wil het alleen even kwijt, het was een nare week.")
    await employee.chooses(story_next="enough")
    while "/SetSlots(stop_how=now)" in employee.buttons:
        await employee.chooses(stop_how="now")
    assert employee.sees("utter_stopped")
    assert await of_people(house) == before


@pytest.mark.clause("C61", "C62")
async def test_a_person_there_is_a_complaint_about_sees_outside_help_and_leaves_no_row(
    house: House, employee: Employee
) -> None:
    before = await of_people(house)
    await employee.commands("/accused")
    assert "Juridisch Loket" in employee.screen
    assert "Vera" not in employee.screen
    assert "Daan" not in employee.screen
    assert not any("introduce" in payload or "counsellor" in payload for payload in employee.buttons)
    assert await of_people(house) == before
    assert "dader" not in employee.screen.lower()
    alone = employee.screen
    await Employee(house, sender="88002").introduces()
    other = Employee(house, sender="88003")
    await other.commands("/accused")
    assert other.screen == alone, "the same words whether or not somebody has told of anything"


async def test_the_accused_path_takes_a_running_chat_with_it(house: House, employee: Employee) -> None:
    before = await of_people(house)
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="someone")
    await employee.chooses(for_whom="accused")
    assert "Juridisch Loket" in employee.screen
    assert await of_people(house) == before


@pytest.mark.parametrize(
    "wish", ["/who", "/what", "/privacy", "/new", "/law", "/protocol", "/human", "/help_now"]
)
@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB])
async def test_looking_around_leaves_no_row(house: House, wish: str, channel: Channel) -> None:
    before = await of_people(house)
    visitor = Employee(house, channel)
    await visitor.commands(wish)
    assert visitor.screen
    await visitor.commands("/stop")
    assert await of_people(house) == before


@pytest.mark.parametrize("wish", ["/who", "/what", "/privacy", "/law", "/protocol"])
async def test_a_page_of_facts_leaves_no_row_by_itself(house: House, wish: str) -> None:
    before = await rows(house)
    visitor = Employee(house)
    await visitor.commands(wish)
    assert await rows(house) == before


@pytest.mark.clause("C41")
async def test_forty_silent_hours_wipe_words_that_were_never_sent(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    before = await of_people(house)
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says("Dit verhaal stuur ik nooit.")
    clock.passes(hours=39)
    await sweep(house)
    assert (await of_people(house))["conversations"] == 1
    clock.passes(hours=2)
    await sweep(house)
    assert await of_people(house) == before


async def test_a_locked_database_writes_nothing_and_the_next_delivery_works(
    house: House, employee: Employee, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite_store.PATIENCE_IN_THREAD", 20)
    await employee.to_preview()
    kept = await rows(house)
    with closing(sqlite3.connect(house.settings.data_dir / "openoor.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked):
            await employee.presses_yes()
        other.rollback()
    assert await rows(house) == kept
    await employee.again()
    assert employee.sees("utter_sent_control")
    assert len(await cases_of(house, VERA) + await cases_of(house, DAAN)) == 1


async def test_a_repeated_wipe_does_not_begin_a_new_chat(house: House, employee: Employee) -> None:
    before = await of_people(house)
    await employee.introduces()
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    gone = await of_people(house)
    await employee.again()
    assert await of_people(house) == gone
    assert gone.keys() - before.keys() <= {"cases", "audit"}, "one row may say 'withdrawn'"


async def test_a_message_without_words_or_press_is_answered(house: House) -> None:
    visitor = Employee(house)
    await visitor.delivers(Inbound(Channel.TELEGRAM, "d-1", Private("77001"), language="nl"))
    assert visitor.screen
