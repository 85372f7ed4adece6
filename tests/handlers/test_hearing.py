"""What is told is heard whole: in pieces, in several messages, and danger wherever it stands."""

import pytest

from bot.wiring import House
from dialogues.model import UNHEARD, Expectation, Heard
from dialogues.private import Private
from handlers.hearing import OVERLAP, WINDOW, Hearing
from tests.house import Employee

FILLER = "Het was een gewone dag en er gebeurde verder niets bijzonders. "


class Listening:
    """A recogniser that finds one word, and keeps what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, Expectation | None]] = []

    def hear(self, text: Private, language: str, expectation: Expectation | None) -> Heard:
        """Danger where the word stands; a wish for every text."""
        words = text.reveal()
        self.given.append((words, expectation))
        return Heard(intent="stop", scope=((words[:1], 1.0),), crisis=("danger",) if "mes" in words else ())


@pytest.mark.parametrize("quick", [True, False])
async def test_a_text_of_one_window_is_heard_once_and_whole(quick: bool) -> None:
    listening, expectation = Listening(), Expectation("kind", ("bullying",), own_words=True)
    heard = await Hearing(listening, quick=quick).hear(Private("mes"), "nl", expectation)
    assert listening.given == [("mes", expectation)]
    assert (heard.intent, heard.crisis) == ("stop", ("danger",))


async def test_of_nothing_nothing_is_heard() -> None:
    assert await Hearing(Listening(), quick=True).hear(None, "nl", None) is UNHEARD


@pytest.mark.parametrize("length", [WINDOW + 1, 2 * WINDOW - OVERLAP, 2 * WINDOW, 10_000, 20_000])
async def test_a_long_text_is_heard_to_its_last_character_and_sentences_are_not_cut(length: int) -> None:
    text = "".join(chr(ord("a") + place % 26) for place in range(length))
    for start in range(0, length - OVERLAP, 97):
        listening = Listening()
        words = text[:start] + "mes" + text[start + 3 :]
        heard = await Hearing(listening, quick=True).hear(Private(words), "nl", None)
        assert heard.crisis == ("danger",)
        assert heard.intent is None, "a story is no wish"
        assert all(len(piece) <= WINDOW for piece, _ in listening.given)
        sentence = words[start : start + OVERLAP]
        assert any(sentence in piece for piece, _ in listening.given)
    assert heard.scope == ((words[-WINDOW], 1.0),), "what it is about stands in its newest part"


async def test_danger_at_the_end_of_a_long_story_is_answered(house: House, employee: Employee) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.says(FILLER * 100 + "Ik wil niet meer leven.")
    assert employee.sees("utter_crisis_suicide")
    await employee.commands("/stop")
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.says("Ik wil niet meer leven. " + FILLER * 100)
    assert employee.sees("utter_crisis_suicide")


async def test_a_story_in_two_messages_is_understood_as_one(house: House, employee: Employee) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    await employee.says("Ze pesten me op het werk, al maanden, elke dag weer.")
    await employee.chooses(story_next="someone")
    await employee.chooses(for_whom="self")
    await employee.chooses(guess_ok="other")
    assert "/SetSlots(kind=bullying)" in employee.buttons
    await employee.says("Dat is eigenlijk alles wat ik erover kan zeggen.")
    assert any("guess_ok" in button for button in employee.buttons), "the first message said what it is"
