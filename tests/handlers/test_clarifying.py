"""Putting in order what happened: own words only, changed and decided on by their writer (C05, C47, C48)."""

from datetime import timedelta

import pytest

from bot.wiring import House
from dialogues.flows import Collect
from handlers.domain.note import QUESTIONS
from handlers.ports import Channel
from tests.dialogues.talk import flows
from tests.house import BROWSER, VERA, Counsellor, Employee, MovableClock, rows, sweep

WHAT = "Elke dinsdag een grap over mijn accent.\n\nIedereen lachte,  ook in de kantine."
WISH = "Weer gewoon kunnen overleggen."


@pytest.fixture(params=[Channel.TELEGRAM, Channel.WEB])
def writer(request: pytest.FixtureRequest, house: House) -> Employee:
    sender = "77001" if request.param is Channel.TELEGRAM else BROWSER
    return Employee(house, request.param, sender)


async def begins(one: Employee) -> None:
    await one.commands("/clarify")
    await one.chooses(in_danger="safe")


async def tells(one: Employee) -> None:
    """A few answers by button and in own words, up to the summary."""
    await begins(one)
    await one.says(WHAT)
    await one.chooses(note_since="half_year")
    await one.chooses(note_often="weekly")
    await one.chooses(note_where="skip")
    await one.chooses(note_who="colleague")
    await one.says("twee collega's aan dezelfde tafel")
    await one.chooses(note_effect="sleep")
    await one.chooses(note_tried="skip")
    await one.says(WISH)
    await one.chooses(note_small="skip")


SUMMARY = f"""Wat er gebeurde: {WHAT}
Het speelt ongeveer een half jaar.
Het gebeurt bijna elke week.
De ander is een collega.
Gezien of gehoord door iemand anders: twee collega's aan dezelfde tafel
Ik slaap slecht.
Wat voor mij beter is: {WISH}"""


async def to_the_preview(one: Employee) -> str:
    """On to the words in full; gives them, as the consent would hold them."""
    await one.chooses(note_next="send")
    await one.chooses(pick="any")
    if one.channel is Channel.TELEGRAM:
        await one.chooses(push="no")
    else:
        await one.presses_payload("/SetSlots(teach=skip)")
    (shown,) = [m.text.reveal() for m in one.last.messages if m.text.reveal().startswith("Dit krijgt")]
    return shown.partition("\n\n")[2]


async def read_by_vera(house: House) -> str:
    vera = await Counsellor.logs_in(house, VERA)
    return (await vera.reads((await vera.case()).id))[0]


@pytest.mark.clause("C47")
async def test_the_summary_holds_what_was_said_and_nothing_else(writer: Employee) -> None:
    await tells(writer)
    assert writer.sees("utter_note_summary", note_text=SUMMARY)


@pytest.mark.clause("C47")
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_can_be_skipped_and_shows_stop_and_a_way_on(question: str) -> None:
    steps = flows().flows[f"note_{question}"].steps.values()
    (asked,) = [step for step in steps if isinstance(step, Collect)]
    assert asked.skip is not None
    assert asked.own_words == "note_typed"
    assert "summary" in {choice.value for choice in asked.slot.choices}
    assert ("before" in {choice.value for choice in asked.slot.choices}) is (question != "what")


@pytest.mark.clause("C47")
async def test_what_is_sent_is_the_summary_to_the_byte_with_the_wish_on_top(
    house: House, writer: Employee
) -> None:
    await tells(writer)
    shown = await to_the_preview(writer)
    assert shown.splitlines()[0] == f"Wat voor mij beter is: {WISH}"
    assert sorted(shown.split("\n")) == sorted(SUMMARY.split("\n"))
    assert f"Wat er gebeurde: {WHAT}\nHet speelt ongeveer een half jaar." in shown
    await writer.chooses(send="yes")
    assert await read_by_vera(house) == shown


@pytest.mark.clause("C47")
async def test_a_changed_line_and_a_deleted_line_change_exactly_that_in_what_is_sent(
    house: House, writer: Employee
) -> None:
    await tells(writer)
    before = SUMMARY
    await writer.chooses(note_next="change")
    await writer.chooses(note_line="often")
    await writer.chooses(note_edit="again")
    await writer.says("de laatste tijd twee keer per dag")
    after = before.replace("Het gebeurt bijna elke week.", "Hoe vaak: de laatste tijd twee keer per dag")
    assert writer.sees("utter_note_summary", note_text=after)
    await writer.chooses(note_next="change")
    await writer.chooses(note_line="effect")
    await writer.chooses(note_edit="drop")
    after = after.replace("Ik slaap slecht.\n", "")
    assert writer.sees("utter_note_summary", note_text=after)
    shown = await to_the_preview(writer)
    assert sorted(shown.split("\n")) == sorted(after.split("\n"))
    await writer.chooses(send="yes")
    assert await read_by_vera(house) == shown


async def test_whom_it_is_about_can_go_from_what_is_sent_and_still_counts_for_the_routes(
    writer: Employee,
) -> None:
    await tells(writer)
    await writer.chooses(note_next="change")
    await writer.chooses(note_line="who")
    await writer.chooses(note_edit="drop")
    shown = await to_the_preview(writer)
    assert "De ander is een collega." not in shown


async def test_a_line_that_was_taken_out_and_is_answered_again_counts_again(writer: Employee) -> None:
    await tells(writer)
    await to_the_preview(writer)
    await writer.chooses(send="change")
    await writer.chooses(line="note_often_1")
    assert "bijna elke week" not in writer.screen
    await writer.commands("/clarify")
    assert "bijna elke week" in writer.screen
    await writer.chooses(note_next="change")
    await writer.chooses(note_line="often")
    await writer.chooses(note_edit="again")
    await writer.chooses(note_often="daily")
    assert "bijna elke dag" in await to_the_preview(writer)


@pytest.mark.clause("C47")
async def test_going_back_loses_nothing_and_asks_for_nothing_twice(writer: Employee) -> None:
    await tells(writer)
    await writer.chooses(note_next="more")
    for slot in ("what", "since", "often", "where"):
        await writer.chooses(**{f"note_{slot}": "skip"})
    for slot in ("seen", "who", "where", "often"):
        await writer.chooses(**{f"note_{slot}": "before"})
    await writer.chooses(note_since="summary")
    assert writer.sees("utter_note_summary", note_text=SUMMARY)


async def test_a_word_more_than_the_choice_is_kept_as_it_was_typed(writer: Employee) -> None:
    await begins(writer)
    await writer.chooses(note_what="skip")
    await writer.chooses(note_since="skip")
    await writer.chooses(note_often="skip")
    await writer.chooses(note_where="skip")
    await writer.chooses(note_who="skip")
    await writer.says("ja, Sam ook")
    await writer.chooses(note_effect="summary")
    assert writer.sees("utter_note_summary", note_text="Gezien of gehoord door iemand anders: ja, Sam ook")


async def test_one_word_of_a_choice_is_the_choice(writer: Employee) -> None:
    await begins(writer)
    for slot in ("what", "since", "often", "where", "who"):
        await writer.chooses(**{f"note_{slot}": "skip"})
    await writer.says("nee")
    await writer.chooses(note_effect="summary")
    assert writer.sees("utter_note_summary", note_text="Niemand anders heeft het gezien of gehoord.")


async def test_a_person_in_own_words_is_told_so_and_the_kind_is_asked_when_it_matters(
    writer: Employee,
) -> None:
    await begins(writer)
    for slot in ("what", "since", "often", "where"):
        await writer.chooses(**{f"note_{slot}": "skip"})
    await writer.says("de planner van onze ploeg")
    await writer.chooses(note_seen="summary")
    assert writer.sees("utter_note_summary", note_text="De ander: de planner van onze ploeg")
    await writer.chooses(note_next="send")
    await writer.chooses(about="colleague")
    assert any(button.startswith("/SetSlots(pick=") for button in writer.buttons)


async def test_what_was_told_before_is_a_line_that_can_be_told_anew_or_go(writer: Employee) -> None:
    await writer.commands("/start")
    await writer.chooses(in_danger="safe")
    await writer.chooses(need="story")
    await writer.says("Het begon na de fusie met gemene opmerkingen.")
    await writer.commands("/clarify")
    await writer.chooses(note_since="summary")
    assert writer.sees("utter_note_summary", note_text="Het begon na de fusie met gemene opmerkingen.")
    await writer.chooses(note_next="change")
    await writer.chooses(note_line="story")
    await writer.chooses(note_edit="again")
    await writer.says("Het begon al voor de fusie.")
    assert writer.sees("utter_note_summary", note_text="Het begon al voor de fusie.")
    await writer.says("En het gaat nog steeds door.")
    both = "Het begon al voor de fusie.\nEn het gaat nog steeds door."
    assert writer.sees("utter_note_summary", note_text=both)
    await writer.chooses(note_next="change")
    await writer.chooses(note_line="story")
    await writer.chooses(note_edit="drop")
    assert writer.sees("utter_note_empty")


@pytest.mark.clause("C05")
async def test_a_kept_note_is_shown_in_full_and_goes_to_nobody(house: House, writer: Employee) -> None:
    await tells(writer)
    await writer.chooses(note_next="keep")
    assert SUMMARY in [message.text.reveal() for message in writer.last.messages]
    await writer.chooses(note_kept="ready")
    await writer.commands("/introduce")
    await writer.chooses(pick="any")
    await writer.presses_payload(
        "/SetSlots(push=no)" if writer.channel is Channel.TELEGRAM else "/SetSlots(teach=skip)"
    )
    assert writer.sees("utter_ask_send")
    assert "accent" not in writer.screen
    await writer.chooses(send="yes")
    assert "accent" not in await read_by_vera(house)


@pytest.mark.clause("C05")
async def test_the_note_is_not_in_the_database_after_the_session_ends(house: House, writer: Employee) -> None:
    before = await kept(house)
    await tells(writer)
    await writer.chooses(note_next="keep")
    assert (await rows(house))["conversations"] == 1
    assert not stored(house, "accent")  # sealed while the chat runs
    await writer.commands("/stop")
    await writer.chooses(stop_how="now")
    assert await kept(house) == before
    assert not stored(house, "accent")
    await writer.commands("/clarify")
    assert "accent" not in writer.screen


@pytest.mark.clause("C05")
async def test_a_note_that_is_left_goes_with_the_chat(
    house: House, clock: MovableClock, writer: Employee
) -> None:
    before = await kept(house)
    await tells(writer)
    clock.at += timedelta(hours=42)
    await sweep(house)
    assert await kept(house) == before
    await begins(writer)
    await writer.chooses(note_what="summary")
    assert writer.sees("utter_note_empty")


async def test_once_something_is_sent_no_note_stays_beside_the_case(house: House, writer: Employee) -> None:
    await tells(writer)
    await to_the_preview(writer)
    await writer.chooses(send="yes")
    await writer.commands("/clarify")
    assert writer.sees("utter_note_has_case")
    assert "accent" not in writer.screen


async def test_wiping_takes_the_answers_and_leaves_what_was_told_before(writer: Employee) -> None:
    await writer.commands("/start")
    await writer.chooses(in_danger="safe")
    await writer.chooses(need="story")
    await writer.says("Het begon na de fusie met gemene opmerkingen.")
    await writer.commands("/clarify")
    await writer.chooses(note_since="month")
    for slot in ("often", "where"):
        await writer.chooses(**{f"note_{slot}": "skip"})
    await writer.chooses(note_who="manager")
    await writer.chooses(note_seen="summary")
    await writer.chooses(note_next="wipe")
    await writer.chooses(note_wipe_ok="yes")
    assert writer.sees("utter_note_wiped")
    assert writer.sees("utter_note_wiped_telegram") is (writer.channel is Channel.TELEGRAM)
    await writer.commands("/clarify")
    await writer.chooses(note_since="summary")
    assert writer.sees("utter_note_summary", note_text="Het begon na de fusie met gemene opmerkingen.")


async def test_wiping_leaves_who_it_is_about_when_that_was_answered_elsewhere(writer: Employee) -> None:
    await writer.to_counsellor()
    await writer.commands("/clarify")
    await writer.chooses(note_what="skip")
    await writer.chooses(note_since="month")
    await writer.chooses(note_often="summary")
    await writer.chooses(note_next="wipe")
    await writer.chooses(note_wipe_ok="yes")
    await writer.commands("/clarify")
    await writer.chooses(note_what="summary")
    assert writer.sees("utter_note_summary", note_text="De ander is een collega.")


@pytest.mark.parametrize(
    ("words", "card"),
    [
        ("Ik wil niet meer leven.", "utter_crisis_suicide"),
        ("Hij heeft me gisteren in elkaar geslagen.", "utter_crisis_violence"),
    ],
)
@pytest.mark.parametrize("question", QUESTIONS)
async def test_danger_in_any_answer_brings_the_card_and_the_answer_is_kept(
    employee: Employee, question: str, words: str, card: str
) -> None:
    await begins(employee)
    for slot in QUESTIONS[: QUESTIONS.index(question)]:
        if slot == "scale":
            await employee.chooses(note_small="yes")
        await employee.chooses(**{f"note_{slot}": {"wish": "ends", "step": "rest"}.get(slot, "skip")})
    if question == "scale":
        await employee.chooses(note_small="yes")
    await employee.says(words)
    assert employee.sees(card)
    await employee.commands("/clarify")
    assert words in employee.screen


@pytest.mark.parametrize("choice", [{"note_wish": "nothing"}, {"note_wish": "unsure"}, {"note_wish": "skip"}])
async def test_nothing_is_a_good_wish_and_no_step_is_put_forward(
    writer: Employee, choice: dict[str, str]
) -> None:
    await begins(writer)
    await writer.chooses(note_what="skip")
    await writer.chooses(note_since="month")
    await writer.walks_to("note_wish")
    await writer.chooses(**choice)
    assert writer.sees("utter_ask_note_next")


async def test_a_first_step_and_its_moment_stand_with_the_wish_on_top(writer: Employee) -> None:
    await begins(writer)
    await writer.walks_to("note_wish")
    await writer.chooses(note_wish="ends")
    await writer.chooses(note_small="yes")
    await writer.chooses(note_scale="far")
    await writer.chooses(note_step="rest")
    await writer.says("zaterdag")
    assert writer.sees(
        "utter_note_summary",
        note_text="Ik wil dat het stopt.\nWat ik wil, is nog ver weg.\n"
        "Eerste kleine stap: ik neem eerst rust.\nWanneer ik dat doe: zaterdag",
    )


async def test_stopping_asks_what_to_do_with_the_answers(writer: Employee) -> None:
    await begins(writer)
    await writer.chooses(note_what="skip")
    await writer.chooses(note_since="month")
    await writer.commands("/stop")
    await writer.chooses(stop_how="go_on")
    await writer.commands("/clarify")
    assert writer.sees("utter_note_summary", note_text="Het speelt ongeveer een maand.")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "ik wil het op een rijtje zetten"), ("en", "help me put things in order")]
)
async def test_the_wish_is_heard_in_typed_words(house: House, language: str, words: str) -> None:
    one = Employee(house, Channel.WEB, BROWSER, language)
    await one.commands("/start")
    await one.chooses(in_danger="safe")
    await one.says(words)
    assert one.sees("utter_ask_note_what")


async def test_more_words_than_a_conversation_holds_are_refused_and_nothing_is_lost(writer: Employee) -> None:
    await begins(writer)
    await writer.says("a " * 29_000)
    await writer.says("b " * 29_000)
    assert writer.sees("utter_too_much")
    await writer.chooses(note_since="summary")
    assert writer.screen.count("a ") > 28_000


async def kept(house: House) -> dict[str, int]:
    """Rows by table, without keyed hashes of deliveries and links of staff, which end by themselves."""
    return {name: count for name, count in (await rows(house)).items() if name not in ("deliveries", "links")}


def stored(house: House, word: str) -> bool:
    """Whether this word stands anywhere in the files of the database."""
    files = house.settings.data_dir.glob("openoor.sqlite*")
    return any(word.encode() in path.read_bytes() for path in files)
