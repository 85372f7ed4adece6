"""Reading collect steps: the question, who may answer it how, and which answers are refused."""

from dataclasses import replace

from dialogues.domain import Domain
from dialogues.flows import LANGUAGE, OWN_WORDS, SKIP, Collect, Rejection, Slot, SlotType, Step
from dialogues.model import Button
from dialogues.schema import Reader, choice_of
from dialogues.source import Table


def slot_of(reader: Reader, domain: Domain, name: str, line: int) -> Slot | None:
    """The slot of this name; None and a problem when domain.yml has none."""
    slot = domain.slots.get(name)
    if slot is None and name:
        reader.note(line, f"no slot `{name}` in domain.yml; add it under slots")
    return slot


def read_collect(
    reader: Reader, domain: Domain, table: Table, metadata: Table, place: Step
) -> Collect | None:
    """The question of a collect step; None and a problem when its slot is not there."""
    name = reader.word(table.entries["collect"], "`collect`", table.line)
    slot = slot_of(reader, domain, name, table.line)
    if slot is None:
        return None
    told = table.entries.get("utter")
    response = reader.word(told, "`utter`", table.line) if told else f"utter_ask_{name}"
    skip = reader.flag(metadata, SKIP)
    if skip and name == LANGUAGE:
        reader.note(table.line, "the language cannot be skipped")
    own_words = _own_words(reader, domain, metadata, slot)
    askable = slot.choices or slot.options or own_words
    if slot.type in {SlotType.LIST, SlotType.ANY} and not askable:
        reader.note(table.line, f"nobody can answer `{name}`: give the slot values or choices_from")
    validate = f"validate_{name}"
    collect = Collect(
        id=place.id,
        line=place.line,
        ways=place.ways,
        human=place.human,
        slot=slot,
        response=response,
        ask_before_filling=reader.flag(table, "ask_before_filling"),
        rejections=_rejections(reader, domain, table),
        own_words=own_words,
        skip=choice_of(name, SKIP, None) if skip else None,
        validate=validate if validate in domain.actions else None,
    )
    return collect if slot.conditional else replace(collect, fixed=_buttons(collect))


def _own_words(reader: Reader, domain: Domain, metadata: Table, slot: Slot) -> str | None:
    told = metadata.entries.get(OWN_WORDS)
    if told is None:
        return None
    name = reader.word(told, "own_words", told.line)
    kept = slot_of(reader, domain, name, told.line)
    if kept is not None and kept.type is not SlotType.TEXT:
        reader.note(told.line, f"own words need a text slot; `{name}` is {kept.type.value}")
    if slot.type not in {SlotType.CATEGORICAL, SlotType.LIST, SlotType.ANY}:
        reader.note(told.line, f"own words do not go with a slot of type {slot.type.value}")
    return name if kept else None


def _rejections(reader: Reader, domain: Domain, table: Table) -> tuple[Rejection, ...]:
    told = table.entries.get("rejections")
    if told is None:
        return ()
    found = []
    for each in reader.items(told, "rejections", told.line):
        rejection = reader.table(each, "a rejection", each.line)
        reader.keys(rejection, "a rejection", frozenset({"if", "utter"}))
        asked = rejection.entries.get("if")
        condition = reader.condition(asked, domain.slots) if asked else None
        response = reader.word(rejection.entries.get("utter"), "`utter`", each.line)
        if asked is None:
            reader.note(each.line, "a rejection needs `if`")
        elif condition:
            found.append(Rejection(condition, response))
    return tuple(found)


def _buttons(collect: Collect) -> tuple[Button, ...]:
    choices = (*collect.slot.choices, *((collect.skip,) if collect.skip else ()))
    return tuple(choice.button for choice in choices)
