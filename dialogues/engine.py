"""One event at a time: where a dialogue goes and what it answers."""

from dialogues import choices
from dialogues.flows import (
    CANNOT_HANDLE,
    CHOOSE,
    CRISES,
    DONE,
    KEPT,
    LANGUAGE,
    LANGUAGE_OFFERED,
    OTHER_LANGUAGE,
    OWN_WORDS,
    SESSION_START,
    STALE,
    STORY,
    Collect,
    Flow,
    Flows,
    SlotType,
)
from dialogues.model import (
    ActionDone,
    Effect,
    Event,
    Expectation,
    Heard,
    Say,
    State,
    UserSaid,
)
from dialogues.private import Private
from dialogues.values import readable, typed
from dialogues.walk import Walk

FEW_WORDS = 3
"""Fewer words than this that answer nothing are not kept: "hoi", "wat?"."""

MANY_WORDS = 5
"""More words than this are kept, also when they were understood as a choice."""

MANY_FOR_A_WISH = 9
"""More words than this are kept, also when they were understood as a wish; a question is no story."""


def advance(flows: Flows, state: State, event: Event) -> tuple[State, tuple[Effect, ...]]:
    """The state after `event` and what is to be said or done, in order; `state` itself stays as it is.

    When the last effect is a RunAction the dialogue waits for its ActionDone. Any UserSaid at any state
    gives an answer. Raises ForeignAction, UnknownFlow, SlotRefused and OptionRefused when an ActionDone
    or Began does not fit, and TooManySteps when the flows go round; nothing has changed then.
    """
    walk = Walk(flows, state)
    if isinstance(event, UserSaid):
        _hear(walk, event)
    elif isinstance(event, ActionDone):
        walk.action_done(event)
    else:
        walk.put(event.slots)
        walk.interrupt(walk.flow(event.flow))
        walk.run()
    return walk.result()


def expects(flows: Flows, state: State) -> Expectation | None:
    """The question that is open and its open choices; None when no question is open."""
    step = flows.step(state)
    if not isinstance(step, Collect):
        return None
    slots = {**flows.initial, **state.slots}
    values = tuple(choice.value for choice in choices.open_choices(step, slots))
    own_words = step.own_words is not None or step.slot.type is SlotType.TEXT
    return Expectation(step.slot.name, values, own_words)


def ask_again(flows: Flows, state: State) -> tuple[Say, ...]:
    """The open question as it would be put now; nothing when no question is open."""
    step = flows.step(state)
    if not isinstance(step, Collect):
        return ()
    return (choices.question(flows, step, {**flows.initial, **state.slots}),)


def _hear(walk: Walk, said: UserSaid) -> None:
    crisis = next((kind for kind in said.heard.crisis if kind in CRISES), None)
    if crisis is not None:
        walk.say(f"utter_crisis_{crisis}")
    _offer_language(walk, said.heard.language)
    words = said.text.reveal().strip() if said.text is not None else ""
    if said.payload is not None:
        _press(walk, said.payload)
    elif choices.looks_like_payload(words):
        _press(walk, words)
    else:
        _words(walk, words, said.heard)


def _offer_language(walk: Walk, heard: str | None) -> None:
    """Offers the language of the words, once a chat, when it is twice another than the chosen one."""
    offer = f"utter_offer_{heard}"
    if offer not in walk.flows.responses or walk.slots.get(LANGUAGE_OFFERED) is True:
        return
    if heard == walk.slots[LANGUAGE]:
        walk.set(OTHER_LANGUAGE, None)
    elif heard != walk.slots.get(OTHER_LANGUAGE):
        walk.set(OTHER_LANGUAGE, heard)
    else:
        walk.set(OTHER_LANGUAGE, None)
        walk.set(LANGUAGE_OFFERED, True)
        walk.say(offer)


def _press(walk: Walk, payload: str) -> None:
    step = walk.step
    wish = choices.INTENT.fullmatch(payload)
    if wish:
        _wish(walk, wish[1])
        return
    pressed = choices.SET_SLOT.fullmatch(payload)
    if (
        pressed
        and isinstance(step, Collect)
        and pressed[1] == step.slot.name
        and _choose(walk, step, pressed[2])
    ):
        return
    _refuse(walk, STALE)


def _wish(walk: Walk, intent: str) -> None:
    """Begins the flow of an intent; an unknown one, or one whose guard is shut, is a stale button."""
    name = walk.flows.intents.get(intent)
    flow = walk.flows.flows[name] if name is not None else None
    if flow is not None and (flow.guard is None or flow.guard.holds(walk.slots)):
        _begin(walk, flow)
    elif walk.frames and CANNOT_HANDLE in walk.flows.flows:
        walk.interrupt(walk.flow(CANNOT_HANDLE))
        walk.run()
    else:
        _refuse(walk, STALE)


def _begin(walk: Walk, flow: Flow) -> None:
    if flow.keeps_place:
        walk.interrupt(flow)
    else:
        walk.start_fresh(flow)
    walk.run()


def _refuse(walk: Walk, response: str) -> None:
    """Nothing changes: says why, and puts the question again. At rest the reception begins."""
    if not walk.frames:
        _receive(walk)
        return
    walk.say(response)
    walk.again()


def _receive(walk: Walk) -> None:
    walk.start_fresh(walk.flow(SESSION_START))
    walk.run()


def _words(walk: Walk, words: str, heard: Heard) -> None:
    step = walk.step
    count = len(words.split())
    if heard.intent is not None and heard.intent in walk.flows.intents:
        if count > MANY_FOR_A_WISH:
            _keep(walk, STORY, words)
            if _forgets(walk):
                walk.say(_forgets(walk))
        _wish(walk, heard.intent)
    elif not walk.frames:
        if readable(words):
            _keep(walk, STORY, words)
        _receive(walk)
    elif not readable(words):
        _refuse(walk, _forgets(walk) or CHOOSE)
    elif not isinstance(step, Collect) or not _answered(walk, step, words, heard):
        if _forgets(walk):
            _refuse(walk, _forgets(walk))
        elif count < FEW_WORDS:
            _refuse(walk, CHOOSE)
        else:
            _keep(walk, STORY, words)
            if not walk.frames[0].returns and walk.flow(walk.frames[0].flow).keeps_place:
                walk.begin_below(walk.flow(SESSION_START))  # else they would end with a look aside
            _refuse(walk, KEPT)


def _answered(walk: Walk, step: Collect, words: str, heard: Heard) -> bool:
    """Whether the words answer the open question; if so, the dialogue has gone on."""
    slot = step.slot
    if heard.choice is not None and choices.find_choice(step, walk.slots, heard.choice) is not None:
        if len(words.split()) > MANY_WORDS:
            _keep(walk, step.own_words or STORY, words)
        return _choose(walk, step, heard.choice)
    if step.own_words is not None:
        _keep(walk, step.own_words, words)
        given = choices.several(slot, walk.slots)
        walk.answer(
            step, (*(each for each in given if each != OWN_WORDS), OWN_WORDS) if slot.multi else OWN_WORDS
        )
        return True
    if slot.type is SlotType.TEXT and slot.stays:
        _keep(walk, slot.name, words)
        walk.answer(step, walk.slots[slot.name])
        return True
    value = typed(slot.type, words)
    if value is None:
        return False
    walk.answer(step, value)
    return True


def _choose(walk: Walk, step: Collect, value: str) -> bool:
    """Takes a choice if it is open; whether it was."""
    choice = choices.find_choice(step, walk.slots, value)
    if choice is None:
        return False
    if choice is step.skip:
        walk.pass_by(step)
    elif not step.slot.multi:
        walk.answer(step, choice.sets)
    elif choice.value == DONE:
        walk.answer(step, choices.several(step.slot, walk.slots))
    else:
        given = choices.several(step.slot, walk.slots)
        kept = tuple(each for each in given if each != value)
        walk.set(step.slot.name, kept if value in given else (*given, value))
        walk.again()
    return True


def _keep(walk: Walk, slot: str, words: str) -> None:
    """Puts words after those a text slot already holds, on a line of their own.

    Nowhere where typed words are forgotten.
    """
    if _forgets(walk):
        return
    held = walk.slots.get(slot)
    before = held.reveal() if isinstance(held, Private) else ""
    walk.set(slot, Private(f"{before}\n{words}" if before else words))


def _forgets(walk: Walk) -> str:
    """The response that says that typed words are kept nowhere now; "" when they are kept."""
    return next((flow.forgets for each in walk.frames if (flow := walk.flow(each.flow)).forgets), "")
