"""Every transcript holds in every language."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from dialogues.flows import Flows
from dialogues.loader import load
from dialogues.understand import Recogniser
from dialogues.understand import load as load_recogniser
from tests.dialogues.transcripts import Player, Transcript, read

HERE = Path(__file__).parent
LANGUAGES = ("nl", "en")
PROVES = pytest.mark.clause


@cache
def product() -> Flows:
    """The dialogues that are shipped."""
    return load(files("dialogues"))


@cache
def recogniser() -> Recogniser:
    """The recogniser that is shipped."""
    return load_recogniser(files("dialogues") / "nlu")


def cases(folder: Path) -> list[object]:
    """One case per transcript and language, carrying the clauses it proves."""
    return [
        pytest.param(
            transcript,
            language,
            id=f"{transcript.place}-{language}",
            marks=[PROVES(clause) for clause in transcript.clauses],
        )
        for transcript in read(folder)
        for language in LANGUAGES
    ]


@pytest.mark.parametrize(("transcript", "language"), cases(HERE / "transcripts"))
def test_the_conversation_goes_as_written(transcript: Transcript, language: str) -> None:
    Player(product(), language, recogniser()).play(transcript)


@pytest.mark.parametrize(("transcript", "language"), cases(HERE / "small" / "transcripts"))
def test_the_small_conversation_goes_as_written(small: Flows, transcript: Transcript, language: str) -> None:
    Player(small, language).play(transcript)


def test_a_transcript_that_tells_something_else_fails(small: Flows) -> None:
    wrong = [
        ({"user": "/start"}, {"utter": "utter_hello"}),
        ({"user": "/start"}, {"utter": "utter_ask_safe"}, {"utter": "utter_ask_safe"}),
        ({"user": "/start"}, {"utter": "utter_ask_safe", "buttons": ["yes"]}),
        ({"user": "hallo"}, {"utter": "utter_hello"}, {"at_rest": False}),
        ({"user": "/start"}, {"at_rest": True}),
        ({"user": "/start"}, {"slot_was_set": [{"safe": "yes"}]}),
        ({"user": "/start"}, {"action": "action_send"}),
        ({"user": "/start"}, {"utters": "utter_ask_safe"}),
    ]
    for steps in wrong:
        with pytest.raises(AssertionError):
            Player(small, "nl").play(Transcript("wrong", (), {}, steps))


def test_the_dialogues_that_are_shipped_have_no_problems() -> None:
    assert product().flows
