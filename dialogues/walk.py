"""A walk through the tables during one turn: frames, slots, and what was said on the way."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dialogues import choices
from dialogues.flows import (
    COMPLETED,
    STORY,
    Act,
    Call,
    Collect,
    Flow,
    Flows,
    Link,
    SetSlots,
    SlotType,
    Step,
    Utter,
)
from dialogues.model import ActionDone, Effect, Frame, RunAction, State, Value
from dialogues.refusals import MAX_STEPS, ForeignAction, SlotRefused, TooManySteps, UnknownFlow
from dialogues.values import holds


class Walk:
    """The state of one dialogue while an event is worked out; thrown away afterwards.

    A place that these flows no longer have (saved by an earlier version) is left out of the frames, so
    the dialogue goes on at the last place that is still there.
    """

    __slots__ = ("_effects", "_put_again", "_steps", "flows", "frames", "slots")

    def __init__(self, flows: Flows, state: State) -> None:
        self.flows = flows
        self.frames = _known(flows, state.frames)
        self.slots: dict[str, Value] = {**flows.initial, **state.slots}
        self._effects: list[Effect] = []
        self._steps = 0
        self._put_again = False

    def result(self) -> tuple[State, tuple[Effect, ...]]:
        """The state the walk came to and the effects on the way."""
        return State(tuple(self.frames), MappingProxyType(self.slots)), tuple(self._effects)

    @property
    def step(self) -> Step | None:
        """The step the walk stands on; None at rest."""
        if not self.frames:
            return None
        return self.flows.flows[self.frames[-1].flow].steps[self.frames[-1].step]

    def flow(self, flow_id: str) -> Flow:
        """The flow with this id. Raises UnknownFlow."""
        flow = self.flows.flows.get(flow_id)
        if flow is None:
            raise UnknownFlow(flow_id)
        return flow

    def say(self, response: str) -> None:
        """Adds a response."""
        self._effects.append(choices.say(self.flows, response, self.slots))

    def set(self, name: str, value: Value) -> None:
        """Fills a slot; None empties it."""
        if value is None and name not in self.flows.initial:
            self.slots.pop(name, None)
        else:
            self.slots[name] = value

    def put(self, slots: Mapping[str, Value]) -> None:
        """Fills slots from outside. Raises SlotRefused and OptionRefused before anything changes."""
        for name, value in slots.items():
            slot = self.flows.slots.get(name)
            if slot is None or not holds(slot, value):
                raise SlotRefused(name, slot.type.value if slot else None)
            if slot.type is SlotType.LIST:
                choices.check_options(name, value)
                choices.check_payloads(self.flows, name, value)
        for name, value in slots.items():
            self.set(name, value)

    def interrupt(self, flow: Flow) -> None:
        """Puts a flow on top; the place below is kept, unless it ends with this flow.

        A flow that was already begun begins anew.
        """
        for name in (flow.id, *flow.ends):
            self._forget(name)
        self.frames.append(Frame(flow.id, flow.first, returns=bool(self.frames)))

    def start_fresh(self, flow: Flow) -> None:
        """Puts a flow in the place of everything that runs.

        Every slot goes back to its initial value, except those that stay and those the flow persists.
        """
        for name in list(self.slots):
            slot = self.flows.slots.get(name)
            if slot is None or not (slot.stays or name in flow.persisted):
                self._reset(name)
        self.frames = [Frame(flow.id, flow.first)]

    def begin_below(self, flow: Flow) -> None:
        """Has a flow begin once those that run have ended."""
        self.frames = [Frame(flow.id, flow.first), *(replace(each, returns=True) for each in self.frames)]

    def answer(self, step: Collect, value: Value) -> None:
        """Fills the open question and goes on."""
        self.set(step.slot.name, value)
        if not self._filled(step):
            self.run()

    def pass_by(self, step: Collect) -> None:
        """Leaves the open question without an answer and goes on; what was told meanwhile stays."""
        if step.slot.name != STORY:
            self.set(step.slot.name, None)
        self._leave(step)
        self.run()

    def again(self) -> None:
        """Puts the open question, or has the open action run, once more."""
        self._put_again = True
        self.run()

    def action_done(self, done: ActionDone) -> None:
        """Takes over the slots of the action that was waited for and goes on. Raises ForeignAction."""
        step = self.step
        if isinstance(step, Act) and step.action == done.action:
            self.put(done.slots)
            self._leave(step)
        elif isinstance(step, Collect) and step.validate is not None and step.validate == done.action:
            self.put(done.slots)
            if self._has(step):
                self._leave(step)
            else:
                self._put_again = True
        else:
            frame = self.frames[-1] if self.frames else None
            raise ForeignAction(done.action, frame.flow if frame else None, frame.step if frame else None)
        self.run()

    def run(self) -> None:
        """Goes on until a question is open, an action is to be run, or nothing runs any more."""
        while self.frames:
            frame = self.frames[-1]
            self._steps += 1
            if self._steps > MAX_STEPS:
                raise TooManySteps(frame.flow, frame.step)
            if self._waits(self.flows.flows[frame.flow].steps[frame.step]):
                return

    def _waits(self, step: Step) -> bool:
        """Does what a step says; whether the turn ends there."""
        if isinstance(step, Collect):
            return self._collect(step)
        self._put_again = False
        if isinstance(step, Act):
            self._effects.append(RunAction(step.action))
            return True
        if isinstance(step, Link):
            self._link(step)
            return False
        if isinstance(step, Call):
            self.frames.append(Frame(step.flow, self.flows.flows[step.flow].first, returns=True))
            return False
        if isinstance(step, Utter):
            self.say(step.response)
        elif isinstance(step, SetSlots):
            for name, value in step.values:
                self.set(name, value)
        self._leave(step)
        return False

    def _collect(self, step: Collect) -> bool:
        again, self._put_again = self._put_again, False
        if not again and step.ask_before_filling and not step.slot.stays:
            self._reset(step.slot.name)
        if again or step.ask_before_filling or not self._has(step):
            self._ask(step)
            return True
        return self._filled(step)

    def _filled(self, step: Collect) -> bool:
        """Checks an answer; whether the turn ends here: refused, or to be validated."""
        for rejection in step.rejections:
            if rejection.condition.holds(self.slots):
                self.say(rejection.response)
                self._reset(step.slot.name)
                self._ask(step)
                return True
        if step.validate is not None:
            self._effects.append(RunAction(step.validate))
            return True
        self._leave(step)
        return False

    def _ask(self, step: Collect) -> None:
        self._effects.append(choices.question(self.flows, step, self.slots))

    def _has(self, step: Collect) -> bool:
        value = self.slots.get(step.slot.name)
        return value is not None and value != ()

    def _leave(self, step: Step) -> None:
        """Takes the first way that is open, or ends the flow."""
        frame = self.frames[-1]
        open_ways = (way.to for way in step.ways if way.condition is None or way.condition.holds(self.slots))
        to = next(open_ways, None)
        if to is None:
            self._end()
        else:
            self.frames[-1] = Frame(frame.flow, to, frame.returns)

    def _end(self) -> None:
        ended = self.frames.pop()
        below = self.step
        if isinstance(below, Call) and below.flow == ended.flow:
            self._leave(below)
            return
        flow = self.flows.flows[ended.flow]
        self._reset_all(flow)
        if self.frames:
            self._put_again = True
        elif flow.completes and not flow.id.startswith("pattern_") and COMPLETED in self.flows.flows:
            self.frames.append(Frame(COMPLETED, self.flows.flows[COMPLETED].first))

    def _link(self, step: Link) -> None:
        ended = self.frames.pop()
        self._reset_all(self.flows.flows[ended.flow])
        self._forget(step.flow)
        self.frames.append(Frame(step.flow, self.flows.flows[step.flow].first, bool(self.frames)))

    def _forget(self, flow_id: str) -> None:
        """Takes away an earlier beginning of a flow, with everything it called."""
        kept: list[Frame] = []
        dropping = False
        for at, frame in enumerate(self.frames):
            below = self.frames[at - 1] if at else None
            if not (below and self._calls(below, frame)):
                dropping = frame.flow == flow_id
            if not dropping:
                kept.append(frame)
        if len(kept) < len(self.frames):
            self.frames = kept
            self._reset_all(self.flows.flows[flow_id])

    def _calls(self, below: Frame, frame: Frame) -> bool:
        step = self.flows.flows[below.flow].steps[below.step]
        return isinstance(step, Call) and step.flow == frame.flow

    def _reset_all(self, flow: Flow) -> None:
        """Empties what ends with a flow, except what a flow below it still needs."""
        needed = {name for frame in self.frames for name in self.flows.flows[frame.flow].owns}
        for name in flow.resets - needed:
            self._reset(name)

    def _reset(self, name: str) -> None:
        self.set(name, self.flows.initial.get(name))


def _known(flows: Flows, frames: tuple[Frame, ...]) -> list[Frame]:
    known: list[Frame] = []
    for frame in frames:
        flow = flows.flows.get(frame.flow)
        if flow is not None and frame.step in flow.steps:
            known.append(frame)
    return known
