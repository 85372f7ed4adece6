"""Whatever happens in whatever order: an answer comes, nothing is lost, the state can be kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.codec import dump, parse
from dialogues.engine import advance, ask_again, expects
from dialogues.flows import CRISES, Flows
from dialogues.model import ActionDone, Began, Event, Heard, Option, RunAction, Say, State, UserSaid, Value
from dialogues.private import Private
from dialogues.render import render

SLOTS = (
    "safe",
    "kinds",
    "again",
    "person",
    "often",
    "since",
    "note",
    "wish",
    "wipe_ok",
    "language",
    "story",
    "seen",
)
CHOICES = (
    "yes",
    "no",
    "bullying",
    "threats",
    "other",
    "done",
    "skip",
    "p1",
    "p2",
    "talk",
    "nothing",
    "nl",
    "en",
    "own_words",
)
INTENTS = ("start", "help_now", "stop", "wipe", "who", "language", "secret", "dance")
LISTED: dict[str, dict[str, Value]] = {
    "action_people": {"people": (Option("p1", Private("Anna")), Option("p2", Private("Bas")))},
    "action_send": {"sent_on": "2026-11-26"},
    "action_wipe": {},
    "validate_often": {},
}

PAYLOADS = st.one_of(
    st.builds("/SetSlots({}={})".format, st.sampled_from(SLOTS), st.sampled_from(CHOICES)),
    st.sampled_from(INTENTS).map("/{}".format),
    st.text(max_size=12),
)
# Every message holds a word of its own, so that a lost one is missed.
WORDS = st.builds(
    "{} {} w{}x".format,
    st.sampled_from(["hij zei", "ja", "\u200b", "12 😀", "ع"]),
    st.text(max_size=6),
    st.integers(0, 10**9),
)
HEARD = st.builds(
    Heard,
    choice=st.none() | st.sampled_from(CHOICES),
    intent=st.none() | st.sampled_from(INTENTS),
    crisis=st.lists(st.sampled_from((*CRISES, "other")), max_size=2).map(tuple),
)
SAID = st.one_of(
    st.builds(UserSaid, payload=PAYLOADS, heard=HEARD),
    st.builds(
        UserSaid, text=st.one_of(WORDS, st.text(max_size=5)).map(Private), heard=st.just(Heard()) | HEARD
    ),
    st.builds(UserSaid, text=WORDS.map(Private)),
)
EVENTS = st.lists(st.one_of(SAID, SAID, SAID, st.just(Began("news")), st.just(Began("start"))), max_size=25)


def kept(state: State) -> str:
    """Everything somebody wrote that the state still holds."""
    return "\n".join(value.reveal() for value in state.slots.values() if isinstance(value, Private))


def turn(flows: Flows, state: State, event: Event) -> tuple[State, list[Say]]:
    """One event and the actions that follow; checks what must always hold."""
    said: list[Say] = []
    while True:
        after, effects = advance(flows, state, event)
        assert (after, effects) == advance(flows, state, event)
        assert parse(dump(after)) == after
        assert effects
        said += [effect for effect in effects if isinstance(effect, Say)]
        last = effects[-1]
        state = after
        if not isinstance(last, RunAction):
            break
        assert all(isinstance(effect, Say) for effect in effects[:-1])
        event = ActionDone(last.action, LISTED[last.action])
    return state, said


@settings(max_examples=300, deadline=None)
@given(EVENTS)
def test_any_conversation_is_answered_and_can_be_kept(small: Flows, events: list[Event]) -> None:
    state = State()
    for event in events:
        state, said = turn(small, state, event)
        for each in said:
            language = str(state.slots["language"])
            assert render(small.texts, each, language, {"term": "2"}).text
            assert len({button.payload for button in each.buttons}) == len(each.buttons)
            assert all(len(button.payload.encode()) <= 64 for button in each.buttons)
        assert len(state.frames) <= len(small.flows) + 1
        expected = expects(small, state)
        if expected is not None:
            assert said[-1] == ask_again(small, state)[0]
            assert said[-1].asks == expected.slot
            assert set(expected.choices) <= {button.value for button in said[-1].buttons}
        else:
            assert not state.frames


@settings(max_examples=200, deadline=None)
@given(EVENTS)
def test_words_in_the_story_are_never_lost(small: Flows, events: list[Event]) -> None:
    state = State()
    for event in events:
        before = state.slots.get("story")
        state, said = turn(small, state, event)
        after = state.slots.get("story")
        if isinstance(before, Private):
            assert isinstance(after, Private)
            assert after.reveal().startswith(before.reveal())
        if said and said[0].response == "utter_words_kept" and isinstance(event, UserSaid) and event.text:
            assert event.text.reveal().strip() in kept(state)


@settings(max_examples=200, deadline=None)
@given(EVENTS, WORDS.filter(lambda words: len(words.split()) >= 3))
def test_words_nobody_understood_are_kept_wherever_they_are_written(
    small: Flows, events: list[Event], words: str
) -> None:
    state = State()
    for event in events:
        state, _ = turn(small, state, event)
    # A typed number, day or text is an answer; the flow may end with it and forget it.
    expected = expects(small, state)
    after, said = turn(small, state, UserSaid(text=Private(words)))
    if expected is None or expected.slot != "note":
        assert words.strip() in kept(after)
    assert said


@settings(max_examples=200, deadline=None)
@given(EVENTS)
def test_help_stop_and_wipe_are_one_press_away_from_everywhere(small: Flows, events: list[Event]) -> None:
    state = State()
    for event in events:
        state, _ = turn(small, state, event)
    for intent, response in (
        ("help_now", "utter_help"),
        ("stop", "utter_stopped"),
        ("wipe", "utter_ask_wipe_ok"),
    ):
        _, said = turn(small, state, UserSaid(payload=f"/{intent}"))
        assert said[0].response == response
