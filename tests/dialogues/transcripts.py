"""Transcripts: whole conversations as YAML in the shape of Rasa's end-to-end tests, played on the engine.

test_cases:
  - test_case: pay_is_for_hr_but_the_door_stays_open
    clauses: [C64]                        # those that it proves
    given: {channel: web}                 # slots before the first step
    steps:
      - user: nee hoor                    # typed; `heard: {choice: no}` stands in for the recogniser
      - utter: utter_ask_in_danger        # exactly these answers follow, in this order
        buttons: ["yes", "no"]            # the open choices, when told
      - user: /SetSlots(in_danger=no)     # pressed, or a command
      - action: action_people             # an action was to run, and these slots come back
        slots: {people: [{value: p1, title: Anna}]}
      - began: news_closed                # the program begins a flow, with `slots`
      - slot_was_set: [{in_danger: "no"}]
      - at_rest: true                     # nothing runs any more
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from dialogues.engine import advance, expects
from dialogues.flows import LANGUAGE, Flows, SlotType
from dialogues.model import (
    ActionDone,
    Began,
    Effect,
    Event,
    Heard,
    Option,
    RunAction,
    Say,
    State,
    UserSaid,
    Value,
)
from dialogues.private import Private
from dialogues.render import render
from dialogues.understand import Recogniser

KEYS = frozenset({"user", "utter", "action", "began", "slot_was_set", "at_rest"})


@dataclass(frozen=True, slots=True)
class Transcript:
    """One conversation; `place` is the file and name that a failure shows."""

    place: str
    clauses: tuple[str, ...]
    given: Mapping[str, Any]
    steps: tuple[Mapping[str, Any], ...]


def read(folder: Path) -> Iterator[Transcript]:
    """The transcripts of every .yml file in a folder, in order."""
    for path in sorted(folder.glob("*.yml")):
        tree = YAML(typ="safe", pure=True).load(path.read_text("utf-8")) or {}
        for case in tree["test_cases"]:
            unknown = case.keys() - {"test_case", "clauses", "given", "steps"}
            assert not unknown, f"{path.name}: {case.get('test_case')} has {unknown}"
            yield Transcript(
                f"{path.stem}:{case['test_case']}",
                tuple(case.get("clauses", ())),
                case.get("given", {}),
                tuple(case["steps"]),
            )


@dataclass
class Player:
    """Plays one transcript; every answer must be told, in order, before the next message."""

    flows: Flows
    language: str
    recogniser: Recogniser | None = None
    state: State = field(default_factory=State)
    effects: list[Effect] = field(default_factory=list)
    told: bool = True  # whether the answers to the last event are being checked
    blanks: dict[str, str] = field(default_factory=dict)

    def play(self, transcript: Transcript) -> None:
        """Plays all steps. Raises AssertionError naming the step."""
        slots = {LANGUAGE: self.language, **slots_of(self.flows, transcript.given)}
        self.state = State(slots=slots)
        self.blanks = dict.fromkeys(self.flows.blanks, "…")
        for number, step in enumerate(transcript.steps, 1):
            note = f"{transcript.place}, step {number}: {dict(step)}"
            assert len(step.keys() & KEYS) == 1, f"{note}: a step is one of {sorted(KEYS)}"
            self._step(step, note)
        self._all_told("at the end of " + transcript.place)

    def _step(self, step: Mapping[str, Any], note: str) -> None:
        match step:
            case {"user": str(words)}:
                self._all_told(note)
                self._advance(self._said(words, step.get("heard")))
            case {"began": str(flow)}:
                self._all_told(note)
                self._advance(Began(flow, slots_of(self.flows, step.get("slots", {}))))
            case {"utter": str(response)}:
                self._uttered(response, step, note)
            case {"action": str(action)}:
                assert self._next(note) == RunAction(action), note
                self._advance(ActionDone(action, slots_of(self.flows, step.get("slots", {}))))
            case {"slot_was_set": list(wanted)}:
                for each in wanted:
                    for name, value in slots_of(self.flows, each).items():
                        assert self.state.slots.get(name) == value, f"{note}: {name}"
            case {"at_rest": bool(rest)}:
                assert (not self.state.frames) is rest, note
            case _:
                raise AssertionError(note)

    def _uttered(self, response: str, step: Mapping[str, Any], note: str) -> None:
        said = self._next(note)
        assert isinstance(said, Say), f"{note}: {said} came instead"
        assert said.response == response, f"{note}: {said.response} came instead"
        if "buttons" in step:
            assert [button.value for button in said.buttons] == list(step["buttons"]), note
        assert render(self.flows.texts, said, self.language, self.blanks).text.reveal(), note

    def _next(self, note: str) -> Effect:
        self.told = True
        assert self.effects, f"{note}: nothing more was answered"
        return self.effects.pop(0)

    def _all_told(self, note: str) -> None:
        assert not (self.told and self.effects), f"before {note}: not told {self.effects}"

    def _advance(self, event: Event) -> None:
        self.state, effects = advance(self.flows, self.state, event)
        self.effects = list(effects)
        self.told = any(isinstance(effect, RunAction) for effect in effects)

    def _said(self, words: str, heard: Mapping[str, Any] | None) -> UserSaid:
        if words.startswith("/"):
            return UserSaid(payload=words)
        text = Private(words)
        if heard is not None:
            known = Heard(
                heard.get("choice"),
                heard.get("intent"),
                crisis=tuple(heard.get("crisis", ())),
                language=heard.get("language"),
            )
            return UserSaid(text=text, heard=known)
        if self.recogniser is None:
            return UserSaid(text=text)
        return UserSaid(
            text=text, heard=self.recogniser.hear(text, self.language, expects(self.flows, self.state))
        )


def slots_of(flows: Flows, told: Mapping[str, Any]) -> dict[str, Value]:
    """Slots as YAML tells them, as the engine holds them."""
    return {name: _value(flows, name, value) for name, value in told.items()}


def _value(flows: Flows, name: str, value: Any) -> Value:
    if isinstance(value, list):
        return tuple(
            Option(each["value"], Private(each["title"])) if isinstance(each, dict) else each
            for each in value
        )
    if isinstance(value, str) and name in flows.slots and flows.slots[name].type is SlotType.TEXT:
        return Private(value)
    assert value is None or isinstance(value, str | bool | int), f"{name} cannot hold {type(value)}"
    return value
