"""What only shows when flows, domain and texts are laid side by side."""

from collections.abc import Iterator

from dialogues.domain import Domain
from dialogues.flows import (
    ALWAYS,
    DONE,
    MENU,
    SESSION_START,
    SKIP,
    Call,
    Collect,
    Flow,
    Flows,
    Link,
    Step,
    Utter,
)
from dialogues.source import Desk

_FILE = "domain.yml"


def check_flows(flows: Flows, domain: Domain, desk: Desk) -> None:
    """Notes what is wrong between flows: unknown ones, one intent twice, links out of called flows."""
    if SESSION_START not in flows.flows:
        desk.note("flows", 0, f"no flow `{SESSION_START}`; it receives everyone who writes when nothing runs")
    called = {
        step.flow for flow in flows.flows.values() for step in flow.steps.values() if isinstance(step, Call)
    }
    for flow in flows.flows.values():
        for intent in flow.intents:
            other = flows.intents[intent]
            if other != flow.id:
                desk.note(flow.file, flow.line, f"intent `{intent}` already begins flow `{other}`; keep one")
        for name, line in flow.ends.items():
            if name not in flows.flows:
                desk.note(flow.file, line, f"`ends` names `{name}`, which is no flow")
        for step in flow.steps.values():
            _check_step(flows, flow, step, flow.id in called, desk)
    for what, names in (("always", domain.always), ("menu", domain.menu)):
        for name, line in names.items():
            if name not in flows.intents:
                desk.note(_FILE, line, f"`{what}` names intent `{name}`, which begins no flow")
    for name, line in domain.human_flows.items():
        if name not in flows.flows:
            desk.note(_FILE, line, f"`human_flows` names `{name}`, which is no flow")


def _check_step(flows: Flows, flow: Flow, step: Step, called: bool, desk: Desk) -> None:
    if isinstance(step, Link | Call) and step.flow not in flows.flows:
        desk.note(flow.file, step.line, f"no flow `{step.flow}`; add it or change the name")
    elif isinstance(step, Link):
        if called:
            desk.note(flow.file, step.line, f"`{flow.id}` is called, so it comes back: it cannot link away")
        _check_forgotten(flows, flow, step, desk)


def _check_forgotten(flows: Flows, flow: Flow, step: Link, desk: Desk) -> None:
    """A slot that ends with this flow and is read by the next would silently be empty there."""
    target = flows.flows[step.flow]
    lost = (flow.resets & frozenset(_reads(flows, target))) - target.owns
    for name in sorted(lost):
        desk.note(
            flow.file,
            step.line,
            f"`{target.id}` reads slot `{name}`, which ends with `{flow.id}`; add it to persisted_slots",
        )


def _reads(flows: Flows, flow: Flow) -> Iterator[str]:
    for step in flow.steps.values():
        for way in step.ways:
            yield from way.condition.reads if way.condition else ()
        if isinstance(step, Utter | Collect):
            yield from flows.responses[step.response].shows
        if isinstance(step, Collect):
            for rejection in step.rejections:
                yield from rejection.condition.reads
            for choice in step.slot.choices:
                yield from choice.condition.reads if choice.condition else ()


def check_texts(flows: Flows, domain: Domain, desk: Desk) -> None:
    """Notes responses without words, choices without a title, attributes that are no button."""
    places = {name: place for place, name in _places(flows)}
    for language in flows.texts.languages:
        entries = flows.texts.entries(language)
        for name in flows.responses:
            entry = entries.get(name)
            if entry is None or not entry.has_words:
                file, line = places.get(name, (f"texts/{language}", 0))
                desk.note(file, line, f"no words for `{name}` in language `{language}`; add them")
        for what, intents in ((ALWAYS, flows.always), (MENU, flows.menu)):
            for intent in intents:
                if what not in entries or intent not in entries[what].attributes:
                    where = entries[what].line if what in entries else 0
                    file = entries[what].file if what in entries else f"texts/{language}"
                    desk.note(file, where, f"`{what}` needs `.{intent} = …`, the title of that button")
    _check_buttons(flows, desk)
    for name, (variables, line) in domain.variables.items():
        for language in flows.texts.languages:
            entry = flows.texts.entries(language).get(name)
            if entry and entry.all_blanks != variables:
                told = ", ".join(sorted(entry.all_blanks)) or "none"
                desk.note(_FILE, line, f"`{name}` shows {told} in language `{language}`; list exactly those")


def _places(flows: Flows) -> Iterator[tuple[tuple[str, int], str]]:
    for flow in flows.flows.values():
        if flow.forgets:
            yield (flow.file, flow.line), flow.forgets
        for step in flow.steps.values():
            if isinstance(step, Utter | Collect):
                yield (flow.file, step.line), step.response
            if isinstance(step, Collect):
                for rejection in step.rejections:
                    yield (flow.file, step.line), rejection.response


def _check_buttons(flows: Flows, desk: Desk) -> None:
    asked: dict[str, dict[str, tuple[str, int]]] = {}
    for flow in flows.flows.values():
        for step in flow.steps.values():
            if isinstance(step, Collect):
                titles = asked.setdefault(step.response, {})
                for value in _titled(step):
                    titles.setdefault(value, (flow.file, step.line))
    for language in flows.texts.languages:
        for name in flows.responses:
            entry = flows.texts.entries(language).get(name)
            if entry is None:
                continue
            titles = asked.get(name, {})
            for value, (file, line) in titles.items():
                if value not in entry.attributes:
                    desk.note(
                        entry.file,
                        entry.line,
                        f"`{name}` needs `.{value} = …` for the choice in {file}:{line}",
                    )
            for attribute in entry.attributes:
                if attribute not in titles and attribute not in flows.intents:
                    desk.note(
                        entry.file,
                        entry.line,
                        f"`.{attribute}` of `{name}` is no choice and no intent; take it out",
                    )


def _titled(step: Collect) -> Iterator[str]:
    """The choices whose titles stand in the texts."""
    yield from (choice.value for choice in step.slot.choices)
    if step.slot.multi:
        yield DONE
    if step.skip is not None:
        yield SKIP
