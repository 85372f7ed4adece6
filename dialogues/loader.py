"""From a folder of YAML and Fluent files to Flows, or every reason why not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path

from dialogues.crosscheck import check_flows, check_texts
from dialogues.domain import Domain, read_domain
from dialogues.flows import (
    CHOOSE,
    CRISES,
    KEPT,
    LANGUAGE,
    LANGUAGE_OFFERED,
    STALE,
    Call,
    Collect,
    Flow,
    Flows,
    Response,
    Utter,
)
from dialogues.graph import check_graph, check_reach
from dialogues.model import Button
from dialogues.problems import BrokenDialogues
from dialogues.schema import Reader
from dialogues.source import Desk, read_yaml
from dialogues.steps import read_flows
from dialogues.texts import Texts, read_texts

Folder = Path | Traversable

DOMAIN = "domain.yml"
ALWAYS_SAID = (STALE, KEPT, CHOOSE, *(f"utter_crisis_{kind}" for kind in CRISES))
"""Responses the engine says itself, whatever the flows say."""


def load(folder: Folder) -> Flows:
    """The dialogues in `folder`: flows/*.yml, domain.yml and texts/<language>/*.ftl.

    Raises BrokenDialogues with every problem found; file names in it are relative to `folder`.
    """
    desk = Desk()
    texts = read_texts(_text_files(folder, desk), desk)
    domain = _domain(folder, desk, texts.languages)
    listed: list[Flow] = []
    for source in _files(folder.joinpath("flows"), ".yml", "flows", desk):
        tree = read_yaml(source.text, source.file, desk)
        listed += read_flows(tree, Reader(source.file, desk), domain)
    flows = _resolved(_by_id(listed, desk), domain, texts)
    check_flows(flows, domain, desk)
    if not any(problem.file == DOMAIN or problem.file.startswith("flows") for problem in desk.problems):
        desk.problems += check_graph(flows) or check_reach(flows)
    check_texts(flows, domain, desk)
    if desk.problems:
        raise BrokenDialogues(set(desk.problems))
    return flows


@dataclass(frozen=True, slots=True)
class _File:
    file: str
    text: str


def _text_files(folder: Folder, desk: Desk) -> dict[str, tuple[_File, ...]]:
    home = folder.joinpath("texts")
    languages = sorted(each.name for each in home.iterdir() if each.is_dir()) if home.is_dir() else []
    if not languages:
        desk.note("texts", 0, "no language here; add a folder such as texts/nl with .ftl files")
    return {name: tuple(_files(home.joinpath(name), ".ftl", f"texts/{name}", desk)) for name in languages}


def _files(home: Folder, ending: str, shown: str, desk: Desk) -> Iterator[_File]:
    names = (
        sorted(each.name for each in home.iterdir() if each.name.endswith(ending)) if home.is_dir() else []
    )
    if not names:
        desk.note(shown, 0, f"no {ending} file here; add one")
    for name in names:
        yield _File(f"{shown}/{name}", _text(home.joinpath(name), f"{shown}/{name}", desk))


def _text(path: Folder, shown: str, desk: Desk) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        desk.note(shown, 0, "not UTF-8; save it as UTF-8")
        return ""


def _domain(folder: Folder, desk: Desk, languages: tuple[str, ...]) -> Domain:
    path = folder.joinpath(DOMAIN)
    if not path.is_file():
        desk.note(DOMAIN, 0, "not there; add one with the slots and actions")
        text = ""
    else:
        text = _text(path, DOMAIN, desk)
    return read_domain(read_yaml(text, DOMAIN, desk), Reader(DOMAIN, desk), languages)


def _by_id(listed: Iterable[Flow], desk: Desk) -> dict[str, Flow]:
    flows: dict[str, Flow] = {}
    for flow in listed:
        first = flows.setdefault(flow.id, flow)
        if first is not flow:
            desk.note(
                flow.file, flow.line, f"flow `{flow.id}` is already in {first.file}:{first.line}; rename one"
            )
    return flows


def _resolved(flows: dict[str, Flow], domain: Domain, texts: Texts) -> Flows:
    intents: dict[str, str] = {}
    for flow in flows.values():
        for intent in flow.intents:
            intents.setdefault(intent, flow.id)
    resets = {flow_id: replace(flow, resets=_resets(flow, flows, domain)) for flow_id, flow in flows.items()}
    initial = {name: slot.initial for name, slot in domain.slots.items() if slot.initial is not None}
    if LANGUAGE not in initial and texts.languages:
        initial[LANGUAGE] = "nl" if "nl" in texts.languages else texts.languages[0]
    said = [*_said(flows.values()), *_offers(domain, texts)]
    responses = {name: _response(name, flows.values(), domain, texts, intents) for name in said}
    shown = {blank for name in responses for blank in _blanks(name, texts)}
    return Flows(
        flows=resets,
        slots=domain.slots,
        actions=frozenset(domain.actions),
        intents=intents,
        responses=responses,
        texts=texts,
        initial=initial,
        always=tuple(domain.always),
        menu=tuple(domain.menu),
        human_flows=frozenset(domain.human_flows),
        blanks=frozenset(shown - domain.slots.keys()),
    )


def _resets(flow: Flow, flows: Mapping[str, Flow], domain: Domain) -> frozenset[str]:
    """The slots that end with a flow: its own and those of flows it calls, without what outlives it."""
    owned: set[str] = set()
    seen: set[str] = set()
    waiting = [flow]
    while waiting:
        each = waiting.pop()
        if each.id in seen:
            continue
        seen.add(each.id)
        owned |= each.owns
        called = [step.flow for step in each.steps.values() if isinstance(step, Call)]
        waiting += [flows[name] for name in called if name in flows]
    return frozenset(name for name in owned - flow.persisted if not domain.slots[name].stays)


def _said(flows: Iterable[Flow]) -> Iterator[str]:
    yield from ALWAYS_SAID
    for flow in flows:
        if flow.forgets:
            yield flow.forgets
        for step in flow.steps.values():
            if isinstance(step, Utter):
                yield step.response
            elif isinstance(step, Collect):
                yield step.response
                yield from (rejection.response for rejection in step.rejections)


def _offers(domain: Domain, texts: Texts) -> Iterator[str]:
    """What the engine says to somebody who writes in another language, where the domain keeps that it did."""
    if LANGUAGE_OFFERED in domain.slots:
        yield from (f"utter_offer_{language}" for language in texts.languages)


def _blanks(name: str, texts: Texts) -> frozenset[str]:
    for language in texts.languages:
        entry = texts.entries(language).get(name)
        if entry:
            return entry.all_blanks
    return frozenset()


def _response(
    name: str, flows: Iterable[Flow], domain: Domain, texts: Texts, intents: Mapping[str, str]
) -> Response:
    asked = {
        choice.value
        for flow in flows
        for step in flow.steps.values()
        if isinstance(step, Collect) and step.response == name
        for choice in step.slot.choices
    }
    attributes: tuple[str, ...] = ()
    for language in texts.languages:
        entry = texts.entries(language).get(name)
        if entry:
            attributes = entry.attributes
            break
    links = tuple(Button(f"/{each}", each) for each in attributes if each in intents and each not in asked)
    return Response(name, tuple(sorted(_blanks(name, texts) & domain.slots.keys())), links)
