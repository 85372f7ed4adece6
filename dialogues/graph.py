"""Where a dialogue can go: silent cycles, steps nobody reaches, and the way to help and to a person."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from dialogues.flows import Call, Collect, Flow, Flows, Link, SetSlots, Step
from dialogues.problems import Problem

Place = tuple[str, str]
"""A flow and a step in it."""

MAX_PRESSES = 3
"""Presses within which a person is offered, wherever one is."""

Node = TypeVar("Node", bound=Hashable)


def check_graph(flows: Flows) -> list[Problem]:
    """Unreachable steps, cycles in which nobody is listened to, and calls that never come back."""
    found: list[Problem] = []
    for flow in flows.flows.values():
        found += _unreachable(flow)
        found += _silent_in_flow(flows, flow)
    return found + _silent_between(flows) + _endless_calls(flows)


def check_reach(flows: Flows) -> list[Problem]:
    """Proves that help and a person are near, from every question of every flow.

    Each intent of `always` must begin a flow without a guard (so one press is enough wherever it is
    pressed), and from each question a step marked `human`, or a flow of `human_flows`, is at most three
    presses away. A press is an answer, or an intent of `always` or `menu`. Ways are followed whatever
    their condition, so a way that no answer opens counts too; guards are not followed.
    """
    found = [_guarded(flows, intent) for intent in flows.always if flows.flows[flows.intents[intent]].guard]
    if not flows.human_flows and not any(step.human for _, step in _places(flows)):
        return found
    open_intents = [
        flows.intents[intent]
        for intent in (*flows.always, *flows.menu)
        if flows.flows[flows.intents[intent]].guard is None
    ]
    anywhere = [(name, flows.flows[name].first) for name in open_intents]
    presses = _presses_to_human(flows, anywhere)
    for place, step in _places(flows):
        if isinstance(step, Collect) and presses.get(place, MAX_PRESSES + 1) > MAX_PRESSES:
            file = flows.flows[place[0]].file
            message = f"from `{step.id}` no person is offered within {MAX_PRESSES} presses; add one to `menu`"
            found.append(Problem(file, step.line, message))
    return found


def after(flows: Flows, place: Place) -> Iterator[Place]:
    """The places a step leads to at once, whatever the conditions; the end of a called flow leads back."""
    flow_id, step_id = place
    flow = flows.flows[flow_id]
    step = flow.steps[step_id]
    if isinstance(step, Link | Call):
        yield step.flow, flows.flows[step.flow].first
        return
    for way in step.ways:
        if way.to is not None:
            yield flow_id, way.to
        else:
            yield from _back(flows, flow_id)


def _back(flows: Flows, called: str) -> Iterator[Place]:
    for (flow_id, _), step in _places(flows):
        if isinstance(step, Call) and step.flow == called:
            yield from ((flow_id, to) for to in _next(flows.flows[flow_id], step.id))
            if any(way.to is None for way in step.ways):
                yield from _back(flows, flow_id)


def _places(flows: Flows) -> Iterator[tuple[Place, Step]]:
    for flow in flows.flows.values():
        for step in flow.steps.values():
            yield (flow.id, step.id), step


def _guarded(flows: Flows, intent: str) -> Problem:
    flow = flows.flows[flows.intents[intent]]
    return Problem(flow.file, flow.line, f"`{flow.id}` must always begin at `/{intent}`; take its `if` away")


def _unreachable(flow: Flow) -> Iterator[Problem]:
    reached = _reached([flow.first], lambda step_id: _next(flow, step_id))
    for step in flow.steps.values():
        if step.id not in reached:
            yield Problem(
                flow.file, step.line, f"no way leads to step `{step.id}`; lead one there or take it out"
            )


def _next(flow: Flow, step_id: str) -> Iterator[str]:
    return (way.to for way in flow.steps[step_id].ways if way.to is not None)


def _silent_in_flow(flows: Flows, flow: Flow) -> Iterator[Problem]:
    """A cycle in one flow, where a question is passed in silence once its slot is filled."""
    for ring in _rings(flow.steps, lambda step_id: _next(flow, step_id)):
        steps = [flow.steps[step_id] for step_id in ring]
        emptied = {
            name
            for step in steps
            if isinstance(step, SetSlots)
            for name, value in step.values
            if value is None
        }
        silent = {step.id for step in steps if not _listens(flows, step, emptied)}
        for inner in _rings(silent, _within(flow, silent)):
            first = min((flow.steps[step_id] for step_id in inner), key=lambda step: step.line)
            names = ", ".join(sorted(inner))
            message = (
                f"these steps go round without listening: {names}; give a question ask_before_filling: true"
            )
            yield Problem(flow.file, first.line, message)


def _listens(flows: Flows, step: Step, emptied: set[str]) -> bool:
    """Whether a step asks again each time the dialogue comes by."""
    if isinstance(step, Call):
        steps = flows.flows[step.flow].steps.values()
        return any(isinstance(each, Collect) and each.ask_before_filling for each in steps)
    return isinstance(step, Collect) and (step.ask_before_filling or step.slot.name in emptied)


def _within(flow: Flow, steps: set[str]) -> Callable[[str], Iterator[str]]:
    return lambda step_id: (to for to in _next(flow, step_id) if to in steps)


def _silent_between(flows: Flows) -> list[Problem]:
    """A cycle over links in which no question is put again."""

    def listens(step: Step, flow: Flow) -> bool:
        return isinstance(step, Collect) and (step.ask_before_filling or step.slot.name in flow.resets)

    silent = {place for place, step in _places(flows) if not listens(step, flows.flows[place[0]])}
    found = []
    for ring in _rings(silent, lambda place: (to for to in _onward(flows, place) if to in silent)):
        names = sorted({flow_id for flow_id, _ in ring})
        if len(names) > 1 or any(isinstance(flows.flows[a].steps[b], Link) for a, b in ring):
            flow = flows.flows[names[0]]
            line = min(flow.steps[step_id].line for flow_id, step_id in ring if flow_id == flow.id)
            message = f"these flows lead to each other without listening: {', '.join(names)}; ask something"
            found.append(Problem(flow.file, line, message))
    return found


def _onward(flows: Flows, place: Place) -> Iterator[Place]:
    """As `after`, but a call is stepped into and over, never back: each call has its own end."""
    flow = flows.flows[place[0]]
    step = flow.steps[place[1]]
    if isinstance(step, Link | Call):
        yield step.flow, flows.flows[step.flow].first
    for to in _next(flow, step.id):
        yield flow.id, to


def _endless_calls(flows: Flows) -> list[Problem]:
    def calls(flow_id: str) -> list[str]:
        return [step.flow for step in flows.flows[flow_id].steps.values() if isinstance(step, Call)]

    found = []
    for ring in _rings(flows.flows, calls):
        flow = flows.flows[min(ring)]
        message = (
            f"these flows call each other and would never come back: {', '.join(sorted(ring))}; link instead"
        )
        found.append(Problem(flow.file, flow.line, message))
    return found


def _presses_to_human(flows: Flows, anywhere: Iterable[Place]) -> Mapping[Place, int]:
    """For each question the least number of presses to a person."""
    reach: dict[Place, frozenset[Place]] = {}
    ahead = {place: tuple(after(flows, place)) for place, _ in _places(flows)}

    def silently(start: Iterable[Place]) -> frozenset[Place]:
        """Every place reached from `start` without another press."""

        def onward(place: Place) -> Iterator[Place]:
            step = flows.flows[place[0]].steps[place[1]]
            return iter(()) if isinstance(step, Collect) else iter(ahead[place])

        return frozenset(_reached(start, onward))

    everywhere = silently(anywhere)
    questions = {place for place, step in _places(flows) if isinstance(step, Collect)}
    for place in questions:
        reach[place] = silently(ahead[place]) | everywhere
    presses: dict[Place, int] = {place: 0 for place in questions if _human(flows, place)}
    for count in range(1, MAX_PRESSES + 1):
        near = {
            place
            for place in questions - presses.keys()
            if any(_human(flows, to) or presses.get(to, count) < count for to in reach[place])
        }
        presses |= dict.fromkeys(near, count)
    return presses


def _human(flows: Flows, place: Place) -> bool:
    return place[0] in flows.human_flows or flows.flows[place[0]].steps[place[1]].human


def _reached(start: Iterable[Node], onward: Callable[[Node], Iterable[Node]]) -> set[Node]:
    reached = set(start)
    waiting = deque(reached)
    while waiting:
        for to in onward(waiting.popleft()):
            if to not in reached:
                reached.add(to)
                waiting.append(to)
    return reached


def _rings(nodes: Iterable[Node], onward: Callable[[Node], Iterable[Node]]) -> list[set[Node]]:
    """The groups of nodes that lead to each other (strongly connected, or one that leads to itself)."""
    rings: list[set[Node]] = []
    seen: set[Node] = set()
    nexts = {node: tuple(onward(node)) for node in nodes}
    ahead = {node: _reached(to, nexts.__getitem__) for node, to in nexts.items()}
    for node, reached in ahead.items():
        if node in seen or node not in reached:
            continue
        ring = {other for other in reached if node in ahead.get(other, ())}
        seen |= ring
        rings.append(ring)
    return rings
