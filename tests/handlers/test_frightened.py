"""People who are scared, in a hurry or change their mind, on the whole product."""

import pytest

from bot.wiring import House
from dialogues.understand.language import sure_language_of
from tests.house import VERA, Counsellor, Employee, cases_of, rows

STORY = "ze lachen elke ochtend om mij en ik durf bijna niet meer te komen"


@pytest.mark.parametrize("asked", ["need", "for_whom", "kind", "about", "pick", "push", "send"])
async def test_a_scared_wipe_and_then_no_goes_on_at_the_same_question(employee: Employee, asked: str) -> None:
    await employee.says(STORY)
    await employee.walks_to(asked, pick="woman")
    before = employee.buttons

    await employee.commands("/wipe")
    await employee.says("nee niet doen, per ongeluk")

    assert employee.sees("utter_wipe_not")
    assert employee.buttons == before


@pytest.mark.parametrize("asked", ["need", "kind", "pick", "send"])
async def test_a_wipe_in_the_middle_leaves_nothing_and_asks_nothing_more(
    house: House, employee: Employee, asked: str
) -> None:
    await employee.says(STORY)
    await employee.walks_to(asked, pick="woman")

    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")

    assert employee.sees("utter_wiped")
    assert employee.buttons == []
    assert "conversations" not in await rows(house)


@pytest.mark.clause("C41")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "toch niet"),
        ("nl", "laat maar zitten"),
        ("nl", "ik heb me vergist"),
        ("nl", "ik heb me bedacht"),
        ("nl", "terug"),
        ("en", "never mind"),
        ("en", "go back"),
        ("en", "I changed my mind"),
    ],
)
async def test_going_back_before_the_yes_is_not_now_and_no_line_of_the_letter(
    house: House, language: str, said: str
) -> None:
    employee = Employee(house, language=language)
    await employee.commands("/start")
    await employee.walks_to("send", pick="woman")

    await employee.says(said)
    assert employee.sees("utter_ask_pause_next"), employee.screen
    await employee.chooses(pause_next="go_on")

    assert said not in employee.screen


@pytest.mark.clause("C41")
@pytest.mark.parametrize(
    "said",
    [
        "Ik heb me bedacht!",
        "haal het weg aub",
        "I changed my mind",
        "verwijder mijn bericht",
        "oh no I changed my mind",
        "wait, do not send",
        "nee, stuur het niet",
    ],
)
async def test_a_change_of_mind_after_the_yes_is_no_letter_to_the_counsellor(
    house: House, employee: Employee, said: str
) -> None:
    await employee.introduces()
    vera = await Counsellor.logs_in(house, VERA)
    (case,) = await cases_of(house, VERA)
    before = await vera.reads(case.id)

    await employee.says(said)

    assert employee.sees("utter_ask_withdraw_ok", counsellor_name="Vera Voorbeeld")
    assert await vera.reads(case.id) == before
    await employee.chooses(withdraw_ok="yes")
    assert employee.sees("utter_withdrawn", counsellor_name="Vera Voorbeeld")


@pytest.mark.parametrize("wish", ["/status", "/receipt", "/code", "/withdraw", "/end_contact"])
async def test_looking_for_a_message_too_early_loses_no_words(employee: Employee, wish: str) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says(STORY)

    await employee.commands(wish)
    assert employee.sees("utter_nothing_sent")
    await employee.chooses(story_next="someone")
    await employee.walks_to("send", pick="woman")

    assert STORY in employee.screen


@pytest.mark.parametrize(
    ("language", "asked"), [("nl", "pick"), ("en", "pick"), ("nl", "send"), ("en", "send")]
)
async def test_whoever_types_what_stands_on_a_button_has_pressed_it(
    house: House, language: str, asked: str
) -> None:
    for at in range(9):
        employee = Employee(house, sender=f"9{language}{asked}{at}", language=language)
        await employee.commands("/start")
        await employee.walks_to(asked, pick="woman")
        shown = [button for message in employee.last.messages for button in message.buttons]
        if at == len(shown):
            return
        pressed = Employee(house, sender=f"8{language}{asked}{at}", language=language)
        await pressed.commands("/start")
        await pressed.walks_to(asked, pick="woman")
        own = [button for message in pressed.last.messages for button in message.buttons]
        await pressed.presses_payload(own[at].payload)

        await employee.says(shown[at].title.reveal().upper() + "!")

        assert employee.screen == pressed.screen
    raise AssertionError("more buttons than expected")


async def test_the_name_of_a_counsellor_can_be_typed(employee: Employee) -> None:
    await employee.to_counsellor()
    await employee.chooses(pick="person")
    (vera,) = [b for m in employee.last.messages for b in m.buttons if VERA in b.payload]

    await employee.says(vera.title.reveal().lower())

    assert "/SetSlots(push=no)" in employee.buttons


async def test_typing_my_message_is_no_message_to_the_counsellor(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    letters = await vera.reads(case)

    await employee.says("Mijn bericht")

    assert "/withdraw" in employee.buttons
    assert await vera.reads(case) == letters


@pytest.mark.parametrize(
    ("regret", "asked_what"),
    [("ik heb spijt", True), ("Trek mijn bericht terug", False), ("can I still withdraw my message?", False)],
)
async def test_regret_is_a_choice_and_no_message_to_the_counsellor(
    house: House, employee: Employee, regret: str, asked_what: bool
) -> None:
    await employee.introduces(pick="woman")

    await employee.says(regret)
    if asked_what:
        await employee.chooses(stop_case="withdraw")
    assert (await cases_of(house, VERA))[0].status == "waiting", "asked before anything is done"
    await employee.chooses(withdraw_ok="yes")

    assert employee.sees("utter_withdrawn", counsellor_name="Vera Voorbeeld")
    assert (await cases_of(house, VERA))[0].status == "withdrawn"


@pytest.mark.parametrize(
    "question",
    ["wie krijgt dit?", "komt mijn naam erbij?", "weet ze dan dat ik het ben", "is dit echt anoniem?"],
)
async def test_who_asks_at_the_last_step_who_will_know_reads_it_and_it_is_not_in_the_text(
    employee: Employee, question: str
) -> None:
    await employee.to_preview()

    await employee.says(question)
    assert employee.sees("utter_who_reads")
    await employee.says("wacht")
    await employee.chooses(pause_next="go_on")

    assert question not in employee.screen


async def test_who_must_not_be_asked_is_still_not_asked_after_a_look_at_the_options(
    house: House, employee: Employee
) -> None:
    await employee.to_counsellor(about="counsellor")
    await employee.chooses(counsellor=VERA)

    await employee.commands("/options")
    await employee.chooses(option="counsellor")
    await employee.chooses(pick="any")
    await employee.chooses(push="no")
    await employee.chooses(send="yes")

    assert await cases_of(house, VERA) == []


async def test_a_trainee_who_only_types_comes_to_the_end(employee: Employee) -> None:
    for words in (
        "goedemorge ik ben stagier",
        "ja",
        "man in keuken zegt vieze ding over mijn kont",
        "ook vandaag hij lacht",
        "ik wil praten met een vrouw",
        "mij",
        "1",
        "overslaan",
        "collega",
        "vrouw",
        "nee",
        "ja stuur",
    ):
        await employee.says(words)

    assert employee.sees("utter_sent_look")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "nee hij staat nog buiten"),
        ("nl", "ze wachten op mij bij de uitgang"),
        ("nl", "ik heb me verstopt in het magazijn"),
        ("nl", "hij komt zo terug"),
        ("nl", "ik ben zo bang"),
        ("en", "no he is still outside"),
        ("en", "they are waiting for me"),
    ],
)
async def test_who_says_in_other_words_that_it_is_not_safe_gets_the_number_and_goes_on(
    house: House, language: str, words: str
) -> None:
    employee = Employee(house, language=language)
    await employee.commands("/start")
    await employee.says(words)

    assert employee.sees("utter_crisis_danger")
    assert "/SetSlots(need=story)" in employee.buttons


ASKED = {
    "weet mijn baas dit straks?": "utter_who_reads",
    "kun je beloven dat het geheim blijft?": "utter_no_promise",
    "ben je echt?": "utter_machine",
    "wat gebeurt er als ik hierop druk?": "utter_next_step",
    "kan ik ontslagen worden?": "utter_my_job",
    "stel ik me aan?": "utter_serious",
    "er kijkt iemand mee op mijn scherm": "utter_watched",
    "ik snap het niet": "utter_unclear",
    "ik ben mijn code kwijt": "utter_lost_code",
    "will my manager find out?": "utter_who_reads",
    "are you a real person?": "utter_machine",
}


@pytest.mark.parametrize("asked", ["in_danger", "need", "for_whom", "kind", "about", "pick", "push", "send"])
async def test_a_question_typed_anywhere_is_answered_and_the_same_question_stands_there_again(
    employee: Employee, asked: str
) -> None:
    await employee.commands("/start")
    await employee.walks_to(asked, pick="woman")
    before = list(employee.last.messages[-1].buttons)

    for question, answer in ASKED.items():
        await employee.says(question)
        assert employee.sees(answer), (question, employee.screen)
        assert [b.title.reveal() for b in employee.last.messages[-1].buttons] == [
            b.title.reveal() for b in before
        ]
        assert len(employee.last.messages) == 2, "one answer, then the question"


async def test_when_will_i_hear_at_the_last_step_keeps_the_text_that_stood_there(employee: Employee) -> None:
    await employee.to_preview()

    await employee.says("wanneer hoor ik iets?")

    assert employee.sees("utter_when")
    assert any(button.startswith("/SetSlots(send=yes)") for button in employee.buttons)


async def test_whose_first_words_are_a_question_is_answered_and_then_received(employee: Employee) -> None:
    await employee.says("ben je een echt mens?")

    assert employee.sees("utter_machine")
    assert employee.sees("utter_notice_telegram")
    assert "/SetSlots(in_danger=safe)" in employee.buttons


@pytest.mark.parametrize(
    ("question", "goes"),
    [
        ("kun je beloven dat het geheim blijft?", True),
        ("ben je echt?", True),
        ("kan ik ontslagen worden?", True),
        ("stel ik me aan?", True),
        ("ik snap het niet", True),
        ("wanneer hoor ik iets?", False),
        ("weet mijn baas dit?", False),
        ("ik ben mijn code kwijt", False),
    ],
)
async def test_a_question_in_a_case_that_a_human_can_answer_goes_to_the_counsellor(
    house: House, employee: Employee, question: str, goes: bool
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)

    await employee.says(question)

    assert (question in "\n".join(await vera.reads((await vera.case()).id))) is goes
    assert employee.sees("utter_message_sent", counsellor_name="Vera Voorbeeld") is goes


async def test_thanks_for_coming_are_said_once_and_the_question_about_safety_stays_short(
    house: House, employee: Employee
) -> None:
    await employee.commands("/start")
    assert employee.sees("utter_reception")

    for part in ("ze doen steeds in de kleedkamer", "lachen enzo de hele dag", "ben je een mens?"):
        await employee.says(part)
        assert employee.sees("utter_ask_in_danger")
        assert not employee.sees("utter_reception")


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "mijn chef is bevriend met haar"), ("en", "she is a friend of my manager")],
)
async def test_a_friend_of_the_other_among_the_counsellors_is_somebody_not_to_ask(
    house: House, language: str, words: str
) -> None:
    employee = Employee(house, language=language)
    await employee.to_counsellor(about="manager")

    await employee.says(words)

    assert employee.sees("utter_ask_not_counsellor")


async def test_regret_after_a_wipe_gets_an_honest_answer_before_everything_begins_anew(
    employee: Employee,
) -> None:
    await employee.says(STORY)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")

    await employee.says("kan ik het terugkrijgen?")

    assert employee.sees("utter_undone")
    assert "/SetSlots(in_danger=safe)" in employee.buttons


async def test_english_is_understood_in_the_middle_of_a_dutch_story(employee: Employee) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")

    await employee.says("can we go on in english please")
    assert "/SetSlots(language_choice=en)" in employee.buttons


async def test_who_writes_english_twice_is_offered_english_and_nothing_changes_by_itself(
    house: House, employee: Employee
) -> None:
    house.hearing.know_languages(sure_language_of)
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")

    await employee.says("my manager keeps shouting at me in meetings")
    assert not employee.sees("utter_offer_en")
    await employee.says("he does it every single day when others can hear it")
    assert employee.sees("utter_offer_en")
    assert employee.last.language == "nl"

    await employee.commands("/english")
    assert employee.last.language == "en"
    assert employee.sees("utter_language_changed")
