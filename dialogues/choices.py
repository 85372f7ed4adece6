"""What can be answered now: the open choices of a question, their buttons, and payloads read back."""

import re
from collections.abc import Iterator, Mapping

from dialogues.flows import DONE, MAX_PAYLOAD, Choice, Collect, Flows, Slot
from dialogues.model import NOTHING, Button, Option, Say, Value
from dialogues.refusals import OptionRefused
from dialogues.schema import VALUE, choice_of

Slots = Mapping[str, Value]

INTENT = re.compile(r"/([A-Za-z_][A-Za-z0-9_]{0,62})")
SET_SLOT = re.compile(r"/SetSlots\(([A-Za-z_][A-Za-z0-9_-]{0,63})=([a-z0-9_-]{1,40})\)")
_ANY_SET = re.compile(r"/SetSlots\([^()]{0,200}\)")


def looks_like_payload(text: str) -> bool:
    """Whether typed words are a command or a payload rather than words."""
    return bool(INTENT.fullmatch(text) or _ANY_SET.fullmatch(text))


def open_choices(step: Collect, slots: Slots) -> Iterator[Choice]:
    """The choices of a question that are open in this state, in the order of the files.

    The slot's own values, then its options, then `done` (several answers), then `skip`.
    """
    slot = step.slot
    for choice in slot.choices:
        if choice.condition is None or choice.condition.holds(slots):
            yield choice
    if slot.options is not None:
        for option in _options(slots.get(slot.options)):
            choice = choice_of(slot.name, option.value, option.value)
            yield Choice(choice.value, choice.sets, Button(choice.button.payload, option.value, option.title))
    if slot.multi:
        yield choice_of(slot.name, DONE, DONE)
    if step.skip is not None:
        yield step.skip


def find_choice(step: Collect, slots: Slots, value: str) -> Choice | None:
    """The open choice with this value, or None."""
    return next((choice for choice in open_choices(step, slots) if choice.value == value), None)


def buttons(step: Collect, slots: Slots) -> tuple[Button, ...]:
    """The buttons of a question; of several answers those already given are marked as chosen."""
    if step.fixed is not None:
        return step.fixed
    chosen = several(step.slot, slots)
    return tuple(
        Button(choice.button.payload, choice.value, choice.button.title, chosen=True)
        if choice.value in chosen
        else choice.button
        for choice in open_choices(step, slots)
    )


def several(slot: Slot, slots: Slots) -> tuple[str, ...]:
    """The answers given so far to a question with several answers; none for any other question."""
    value = slots.get(slot.name)
    if not slot.multi or not isinstance(value, tuple):
        return ()
    return tuple(item for item in value if isinstance(item, str))


def say(flows: Flows, response: str, slots: Slots) -> Say:
    """A response with the slots its words show."""
    known = flows.responses[response]
    return Say(response, _shown(flows, known.shows, slots), known.links)


def question(flows: Flows, step: Collect, slots: Slots) -> Say:
    """The question of a step: its words, its open choices, then the wishes its text offers."""
    known = flows.responses[step.response]
    shown = _shown(flows, known.shows, slots)
    return Say(step.response, shown, buttons(step, slots) + known.links, asks=step.slot.name)


def check_options(name: str, value: Value) -> None:
    """Raises OptionRefused when `value` holds an option that cannot be a button of any question."""
    for option in _options(value):
        if not VALUE.fullmatch(option.value):
            raise OptionRefused(name)


def check_payloads(flows: Flows, name: str, value: Value) -> None:
    """Raises OptionRefused when a question that offers slot `name` would get too long a payload."""
    longest = max((len(option.value) for option in _options(value)), default=0)
    for slot in flows.slots.values():
        if slot.options == name and len(f"/SetSlots({slot.name}=)") + longest > MAX_PAYLOAD:
            raise OptionRefused(name)


def _options(value: Value) -> tuple[Option, ...]:
    return tuple(item for item in value if isinstance(item, Option)) if isinstance(value, tuple) else ()


def _shown(flows: Flows, names: tuple[str, ...], slots: Slots) -> Slots:
    return {name: _told(flows.slots[name], slots) for name in names} if names else NOTHING


def _told(slot: Slot, slots: Slots) -> Value:
    """What a slot shows: of a chosen option its title, for its value means nothing to a reader."""
    value = slots.get(slot.name)
    if slot.options is None or value is None:
        return value
    known = {option.value: option for option in _options(slots.get(slot.options))}
    if isinstance(value, tuple):
        titled = [known[item] for item in value if isinstance(item, str) and item in known]
        return tuple(titled) if len(titled) == len(value) else value
    return known[value].title if isinstance(value, str) and value in known else value
