"""Odd, forged and broken input gets a clear answer, and nothing that was said before is lost."""

import pytest

from bot.wiring import House
from handlers.domain.case import Status
from handlers.ports import Channel
from tests.house import DAAN, VERA, Counsellor, Employee, cases_of, rows

STORY = "Mijn collega negeert mij al maanden in het overleg."
RLO, ZERO_WIDTH, BELL = "\u202e", "\u200b", "\u0007"


async def telling(employee: Employee) -> None:
    """A story is told, one question is open."""
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says(STORY)


async def preview(employee: Employee) -> str:
    """The words that would be sent, as they stand on the screen."""
    await employee.chooses(story_next="someone")
    await employee.chooses(for_whom="self")
    await employee.names_kind("rather_not")
    await employee.chooses(about="colleague")
    await employee.chooses(pick="any")
    if employee.channel is Channel.TELEGRAM:
        await employee.chooses(push="no")
    return employee.screen


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", ZERO_WIDTH * 3, BELL, "\u00ad\u2060"])
async def test_no_words_are_answered_and_the_question_comes_again(employee: Employee, nothing: str) -> None:
    await telling(employee)
    await employee.says(nothing)
    assert employee.sees("utter_empty")
    assert STORY in await preview(employee)


@pytest.mark.parametrize(
    "odd",
    [
        "😢😢😢",
        f"{RLO}neppalc tsom ki{RLO}",
        f"Het{ZERO_WIDTH} ging{ZERO_WIDTH} gisteren weer mis op de gang.",
        f"Het ging{BELL} gisteren\x00 weer\x1b mis op de gang.",
        "أنا خائف من مديري في العمل كل يوم",
        "Half een teken \ud83d bleef achter in dit bericht.",
    ],
)
async def test_odd_characters_break_nothing_and_lose_nothing(employee: Employee, odd: str) -> None:
    await telling(employee)
    await employee.says(odd)
    assert employee.screen
    shown = await preview(employee)
    assert STORY in shown
    await employee.chooses(send="yes")
    assert employee.sees("utter_sent_control")


async def test_ten_thousand_characters_are_kept_whole(house: House, employee: Employee) -> None:
    long = " ".join(f"woord{n}" for n in range(1_200))[:10_000]
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says(long)
    shown = await preview(employee)
    if "/SetSlots(marks_ok=keep)" in employee.buttons:
        await employee.chooses(marks_ok="keep")
    await employee.chooses(send="yes")
    (case,) = await cases_of(house, VERA) + await cases_of(house, DAAN)
    (words,) = await (await Counsellor.logs_in(house, case.counsellor)).reads(case.id)
    assert [w for w in words.split() if w.startswith("woord")] == [
        w for w in long.split() if w.startswith("woord")
    ]
    assert words in shown


async def test_more_than_a_conversation_can_hold_is_refused_aloud_and_the_rest_stays(
    house: House, employee: Employee
) -> None:
    await telling(employee)
    await employee.says("lang " * 13_000)
    assert employee.sees("utter_too_much")
    assert STORY in await preview(employee)


@pytest.mark.parametrize("content", ["photo", "voice", "sticker", "location", "contact", "poll", "document"])
async def test_what_is_no_text_is_refused_kindly_and_the_question_comes_again(
    employee: Employee, content: str
) -> None:
    await telling(employee)
    await employee.sends(content)
    assert employee.sees("utter_unsupported")
    assert STORY in await preview(employee)


async def test_an_edited_message_is_named_and_changes_nothing(employee: Employee) -> None:
    await telling(employee)
    await employee.sends("edited")
    assert employee.sees("utter_edited")
    assert STORY in await preview(employee)


@pytest.mark.parametrize(
    "payload",
    [
        "/SetSlots(in_danger=unsafe)",  # an earlier question
        "/SetSlots(send=yes)",  # a question that is not open yet
        "/SetSlots(story_next=owner)",  # no choice of this question
        "/SetSlots(language=en)",  # a slot nobody asks for
        "/SetSlots(preview=Iets anders)",
        "/SetSlots(counsellor=vera-voorbeeld)",
        "/SetSlots(story_next=someone)(x=y)",
        "/SetSlots(",
        "",
        "\x00",
        "/" + "a" * 5_000,
        "/notice 00000000000000000000000000000000 accept",
        "DROP TABLE cases",
    ],
)
async def test_forged_stale_and_foreign_presses_change_nothing(
    house: House, employee: Employee, payload: str
) -> None:
    await telling(employee)
    before = await rows(house)
    await employee.presses_payload(payload)
    assert employee.screen
    after = await rows(house)
    assert {k: v for k, v in after.items() if k != "deliveries"} == {
        k: v for k, v in before.items() if k != "deliveries"
    }
    assert STORY in await preview(employee)


async def test_a_forged_yes_at_rest_sends_nothing(house: House, employee: Employee) -> None:
    await employee.presses_payload("/SetSlots(send=yes)")
    assert not await cases_of(house, VERA) + await cases_of(house, DAAN)


async def test_a_typed_setslots_is_no_shortcut(house: House, employee: Employee) -> None:
    await employee.commands("/start")
    await employee.says("/SetSlots(send=yes)")
    await employee.says("/SetSlots(in_danger=safe)")
    assert not await cases_of(house, VERA) + await cases_of(house, DAAN)


async def test_an_unknown_command_is_told_and_the_question_comes_again(employee: Employee) -> None:
    await telling(employee)
    await employee.commands("/bestaatniet")
    assert employee.sees("utter_unknown_command")
    assert STORY in await preview(employee)


async def test_another_persons_press_is_about_their_own_chat(house: House, employee: Employee) -> None:
    await employee.to_preview()
    stranger = Employee(house, sender="99002")
    await stranger.presses_payload(employee.yes)
    assert not await cases_of(house, VERA) + await cases_of(house, DAAN)
    await employee.chooses(send="yes")
    assert len(await cases_of(house, VERA) + await cases_of(house, DAAN)) == 1


@pytest.mark.parametrize("wish", ["/help_now", "/who", "/privacy", "/language", "/what"])
async def test_looking_around_in_the_middle_loses_neither_words_nor_place(
    employee: Employee, wish: str
) -> None:
    await telling(employee)
    await employee.commands(wish)
    for back in ("help_choice", "language_choice"):
        if f"/SetSlots({back}=back)" in employee.buttons:
            await employee.chooses(**{back: "back"})
    assert STORY in await preview(employee)


async def test_words_of_danger_bring_help_in_the_same_answer_and_the_chat_goes_on(employee: Employee) -> None:
    await telling(employee)
    await employee.says("Ik wil niet meer leven, ik denk aan zelfmoord.")
    assert "113" in employee.screen
    assert STORY in await preview(employee)


async def test_danger_is_also_heard_in_a_message_to_the_counsellor(house: House, employee: Employee) -> None:
    await employee.introduces()
    await employee.says("Ik wil niet meer leven, ik denk aan zelfmoord.")
    assert "113" in employee.screen
    (case,) = await cases_of(house, VERA) + await cases_of(house, DAAN)
    letters = await (await Counsellor.logs_in(house, case.counsellor)).reads(case.id)
    assert letters[-1] == "Ik wil niet meer leven, ik denk aan zelfmoord."


@pytest.mark.parametrize(
    "words",
    [
        "Dank je wel voor het lezen.",
        "Ik wil graag stoppen met mijn werk daar, kunnen we daar over praten?",
        "Ik weet niet wie ik nog kan vertrouwen op die afdeling, wat raad jij aan?",
        "Kunnen we het ook over privacy hebben als we elkaar spreken volgende week?",
        "ok",
    ],
)
async def test_words_to_the_counsellor_arrive_or_the_screen_says_they_did_not(
    house: House, employee: Employee, words: str
) -> None:
    await employee.introduces()
    await employee.says(words)
    (case,) = await cases_of(house, VERA) + await cases_of(house, DAAN)
    letters = await (await Counsellor.logs_in(house, case.counsellor)).reads(case.id)
    arrived = letters[-1] == words
    assert arrived == employee.sees("utter_message_sent", counsellor_name=name_of(case.counsellor))
    assert arrived or employee.sees("utter_words_after")


def name_of(counsellor: str) -> str:
    return {VERA: "Vera Voorbeeld", DAAN: "Daan Denkbeeld"}[counsellor]  # type: ignore[index]  # ids are text


async def test_words_after_a_refusal_are_not_dropped_in_silence(house: House, employee: Employee) -> None:
    await employee.introduces()
    (case,) = await cases_of(house, VERA) + await cases_of(house, DAAN)
    await (await Counsellor.logs_in(house, case.counsellor)).declines(case.id)
    await employee.says("Hier is nog iets dat ik wilde zeggen.")
    assert "/SetSlots(declined_next=other)" in employee.buttons
    assert not employee.sees("utter_message_sent", counsellor_name=name_of(case.counsellor))
    fresh = await house.store.read(lambda work: work.cases.get(case.id))
    assert fresh is not None
    assert fresh.status is Status.DECLINED
