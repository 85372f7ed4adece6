"""Reading domain.yml: the slots, the names of actions, the wishes that hold everywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dialogues.flows import DONE, LANGUAGE, MAX_PAYLOAD, SKIP, STORY, Choice, Slot, SlotType
from dialogues.schema import NAME, TRUTHS, WORD_VALUE, Reader, choice_of, literal
from dialogues.source import Desk, Items, Leaf, Table, Tree

_SLOT_KEYS = frozenset({"type", "values", "choices_from", "initial_value", "mappings", "multi", "stays"})
_DOMAIN_KEYS = frozenset(
    {"version", "slots", "actions", "responses", "intents", "always", "menu", "human_flows"}
)


@dataclass(slots=True)
class Domain:
    """What domain.yml says; names with the line they stand on."""

    slots: dict[str, Slot] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    actions: dict[str, int] = field(default_factory=dict)
    always: dict[str, int] = field(default_factory=dict)
    menu: dict[str, int] = field(default_factory=dict)
    human_flows: dict[str, int] = field(default_factory=dict)
    variables: dict[str, tuple[frozenset[str], int]] = field(default_factory=dict)


def read_domain(tree: Table, reader: Reader, languages: tuple[str, ...]) -> Domain:
    """The slots, actions and intents of domain.yml; `story` and `language` are always among the slots."""
    reader.keys(tree, "domain.yml", _DOMAIN_KEYS)
    domain = Domain()
    told = tree.entries.get("slots")
    raw = _built_in(languages) | dict(reader.table(told, "slots", told.line).entries if told else {})
    slots = _Slots(reader, raw)
    slots.sketch()
    for name, each in raw.items():
        if not NAME.fullmatch(name):
            reader.note(each.line, f"`{name}` cannot be the name of a slot: letters, digits and _")
        table = reader.table(each, f"slot `{name}`", each.line)
        domain.slots[name] = slots.slot(name, table, each.line)
        domain.lines[name] = each.line
    domain.actions = reader.words(tree.entries.get("actions"), "actions")
    for name, line in domain.actions.items():
        if name.startswith("utter_") or name.startswith("action_ask_") or name == "action_listen":
            reader.note(line, f"`{name}` cannot be a custom action; questions and sentences are responses")
    domain.always = reader.words(tree.entries.get("always"), "always")
    domain.menu = reader.words(tree.entries.get("menu"), "menu")
    domain.human_flows = reader.words(tree.entries.get("human_flows"), "human_flows")
    _responses(tree, reader, domain)
    return domain


def _built_in(languages: tuple[str, ...]) -> dict[str, Tree]:
    """The slots that are there without being written down."""
    codes = Items(tuple(Leaf(code, 0) for code in languages), 0)
    return {
        STORY: Table({"type": Leaf("text", 0)}, {}, 0),
        LANGUAGE: Table({"type": Leaf("categorical", 0), "values": codes}, {}, 0),
    }


def _responses(tree: Table, reader: Reader, domain: Domain) -> None:
    listed = tree.entries.get("responses")
    if listed is None:
        return
    table = reader.table(listed, "responses", listed.line)
    for name, each in table.entries.items():
        told = reader.table(each, f"response `{name}`", each.line)
        reader.keys(told, f"response `{name}`", frozenset({"variables"}))
        names = reader.words(told.entries.get("variables", Items((), each.line)), "variables")
        domain.variables[name] = frozenset(names), table.lines[name]


class _Slots:
    """Reads the slots of a domain. Conditions on values see a sketch of every slot first."""

    def __init__(self, reader: Reader, raw: Mapping[str, Tree]) -> None:
        self._reader = reader
        self._raw = raw
        self._known: dict[str, Slot] = {}

    def sketch(self) -> None:
        """Learns names and types, so that a condition may read a slot that stands further on."""
        quiet = Reader(self._reader.file, Desk())
        for name, each in self._raw.items():
            if isinstance(each, Table):
                self._known[name] = _Slots(quiet, {}).slot(name, each, each.line)

    def slot(self, name: str, table: Table, line: int) -> Slot:
        reader = self._reader
        reader.keys(table, f"slot `{name}`", _SLOT_KEYS)
        kind = self._type(name, table, line)
        multi = reader.flag(table, "multi")
        source = table.entries.get("choices_from")
        options = reader.word(source, "choices_from", line) if source else None
        values = table.entries.get("values")
        choices = self._choices(name, values) if values else ()
        if kind is SlotType.BOOL:
            choices = tuple(choice_of(name, word, truth) for word, truth in TRUTHS.items())
        if multi:
            kind = SlotType.LIST
        stays = name in {STORY, LANGUAGE} or reader.flag(table, "stays")
        bare = Slot(name, kind, choices, options, multi, None, stays)
        self._check(bare, line, chooses=bool(values or options))
        initial = table.entries.get("initial_value")
        if initial is None:
            return bare
        return replace(bare, initial=literal(reader, bare, initial))

    def _type(self, name: str, table: Table, line: int) -> SlotType:
        told = table.entries.get("type")
        word = told.value if isinstance(told, Leaf) else None
        for kind in SlotType:
            if kind.value == word:
                return kind
        known = ", ".join(kind.value for kind in SlotType)
        self._reader.note(told.line if told else line, f"slot `{name}` needs a type; possible: {known}")
        return SlotType.ANY

    def _check(self, slot: Slot, line: int, *, chooses: bool) -> None:
        """Note what does not fit together. `chooses`: values or another slot to choose from were given."""
        note, name, kind, options = self._reader.note, slot.name, slot.type, slot.options
        if name == STORY and kind is not SlotType.TEXT:
            note(line, "slot `story` keeps words; its type is text")
        if name == LANGUAGE and kind is not SlotType.CATEGORICAL:
            note(line, "slot `language` is categorical")
        with_choices = {SlotType.CATEGORICAL, SlotType.ANY, SlotType.LIST}
        if chooses and kind not in with_choices:
            note(line, f"slot `{name}` of type {kind.value} takes no values of its own")
        if kind is SlotType.LIST and chooses and not slot.multi:
            note(line, f"slot `{name}` is a list to choose from; give it `multi: true`")
        if (kind is SlotType.CATEGORICAL or slot.multi) and not chooses:
            note(line, f"slot `{name}` needs `values` or `choices_from`")
        if options and self._raw:
            source = self._known.get(options)
            if source is None or source.type is not SlotType.LIST:
                note(line, f"`choices_from: {options}` needs a slot `{options}` of type list")
            if len(name) > MAX_PAYLOAD - len("/SetSlots(=)") - 16:
                note(line, f"the name `{name}` is too long for a button; use at most 36 characters")

    def _choices(self, name: str, values: Tree) -> tuple[Choice, ...]:
        choices: dict[str, Choice] = {}
        for each in self._reader.items(values, f"values of slot `{name}`", values.line):
            choice = self._choice(name, each)
            if choice is None:
                continue
            if choice.value in choices:
                self._reader.note(
                    each.line, f"value `{choice.value}` of slot `{name}` is there twice; keep one"
                )
            choices[choice.value] = choice
        return tuple(choices.values())

    def _choice(self, name: str, each: Tree) -> Choice | None:
        condition = None
        leaf: Tree | None = each
        if isinstance(each, Table):
            self._reader.keys(each, f"a value of slot `{name}`", frozenset({"value", "if"}))
            leaf = each.entries.get("value")
            asked = each.entries.get("if")
            condition = self._reader.condition(asked, self._known) if asked and self._raw else None
        value = leaf.value if isinstance(leaf, Leaf) else None
        if not isinstance(value, str) or not WORD_VALUE.fullmatch(value):
            shape = "a letter, then small letters, digits and _, at most 40"
            self._reader.note(each.line, f"a value of slot `{name}` is not {shape}")
            return None
        if value in {SKIP, DONE}:
            self._reader.note(
                each.line, f"`{value}` cannot be a value of slot `{name}`: the engine gives it itself"
            )
        choice = choice_of(name, value, value, condition)
        if len(choice.button.payload.encode()) > MAX_PAYLOAD:
            self._reader.note(
                each.line, f"`{choice.button.payload}` is over {MAX_PAYLOAD} bytes; use shorter names"
            )
        return choice
