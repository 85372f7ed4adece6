"""What it is about, and which doors are there (C11, C17 to C20, C51, C52, C59 to C66)."""

from dialogues.flows import STORY
from dialogues.guide import Guide
from dialogues.private import Private
from dialogues.render import shown_date
from handlers.actions.action import SlotAction, Slots, names, word
from handlers.domain.scope import Check, Topic, judge
from handlers.facts import doors_text, lines_text
from handlers.turn_context import TurnContext


class Understand(SlotAction):
    """Puts what is told so far seems to be about into slots, as questions for the employee; no verdict."""

    called = "action_understand"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """guess, guess2, guess3, sureness."""
        told = slots.get(STORY)
        heard = turn.heard
        if isinstance(told, Private) and told != turn.inbound.text:
            heard = await turn.hearing.hear_story(told, turn.language)
        labels = [label for label, _ in heard.scope[:3]] + [None] * 3
        return {"guess": labels[0], "guess2": labels[1], "guess3": labels[2], "sureness": heard.sureness}


class JudgeScope(SlotAction):
    """In or out of the protocol, by the table of C64 and C65; doubt is in."""

    called = "action_judge_scope"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """scope, mediation_fits."""
        rule = judge(
            Topic(word(slots, "topic") or Topic.OTHER_TOPIC),
            Check(word(slots, "check_repeats") or Check.UNSURE),
            Check(word(slots, "check_identity") or Check.UNSURE),
        )
        return {"scope": "in" if rule.in_scope else "out", "mediation_fits": rule.mediation_fits}


class ShowDoors(SlotAction):
    """Where a topic can go: inside and outside the organisation, both always there (C52)."""

    called = "action_doors"

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """doors_inside, doors_outside."""
        doors = self._guide.topics[word(slots, "topic") or Topic.OTHER_TOPIC]
        inside = [door for door_id in doors.inside if (door := turn.policy.door(door_id))]
        outside = [self._guide.line(line_id) for line_id in doors.outside]
        words = turn.words
        return {
            "doors_inside": Private(doors_text(words, inside) or words("fact-no-doors-inside")),
            "doors_outside": Private(lines_text(words, outside)),
        }


class AccusedBodies(SlotAction):
    """External bodies for someone there is a complaint about (C62); never a counsellor."""

    called = "action_accused_bodies"

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """external_bodies, help_lines."""
        bodies = doors_text(turn.words, (door for door in turn.policy.accused_bodies if not door.inside))
        lines = lines_text(turn.words, self._guide.fitting("accused", most=None))
        return {"external_bodies": Private(f"{bodies}\n{lines}" if bodies else lines)}


class HelpLines(SlotAction):
    """The one to three lines that fit, and all of them (C20)."""

    called = "action_help_lines"

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """help_lines, all_lines."""
        kind = word(slots, "crisis_kind") or "any"
        fitting = self._guide.fitting(kind, "any")
        return {
            "help_lines": Private(lines_text(turn.words, fitting)),
            "all_lines": Private(lines_text(turn.words, self._guide.lines)),
        }


ROUTES = {
    "manager": ("manager",),
    "hr": ("hr",),
    "board": ("board",),
    "formal": ("board",),
    "committee": ("committee",),
    "mediation": ("mediator",),
    "talk_self": (),
    "police": (),
    "care": (),
}
"""Bodies of the organisation map whose contact data belong to an option."""

CONFLICTS = {
    "manager": {"manager"},
    "board": {"board"},
    "hr": {"hr"},
    "formal": {"board"},
    "committee": {"board"},  # it advises the board, and the board decides
}
"""For which answers to "who is the other" an option fits less well (A10)."""

OUTSIDE_LINES = {
    "police": ("danger",),
    "equal_treatment": ("discrimination",),
    "care": ("social_work", "violence", "sexual"),
}


class OptionFacts(SlotAction):
    """Contact data of one option, and what to do instead when it is about that very person (C17, C18)."""

    called = "action_option_facts"

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """option_conflict, alternatives, contact."""
        option, about = word(slots, "option") or "", word(slots, "about")
        conflict = about in CONFLICTS.get(option, set())
        doors = [door for door_id in ROUTES.get(option, ()) if (door := turn.policy.door(door_id))]
        if option == "external":
            contact = lines_text(turn.words, self._guide.fitting(*_what(slots), "any"))
        elif kinds := OUTSIDE_LINES.get(option):
            contact = lines_text(turn.words, self._guide.fitting(*kinds))
        else:
            contact = doors_text(turn.words, doors)
        return {
            "option_conflict": conflict,
            "alternatives": Private(doors_text(turn.words, turn.policy.instead(option)) if conflict else ""),
            "contact": Private(contact),
        }


def _what(slots: Slots) -> tuple[str, ...]:
    """The kinds or the topic that the employee named; they decide which lines come first."""
    named = (word(slots, "kind"), *names(slots, "kinds"), word(slots, "topic"))
    return tuple(each for each in named if each)


class ShowProtocol(SlotAction):
    """How this organisation differs from the protocol, who approved it and when (C01)."""

    called = "action_protocol"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """protocol_summary, deviations."""
        words = turn.words
        deviations = "\n".join(
            words(
                "fact-deviation", key=d.key, who=d.approved_by, day=shown_date(d.approved_on, words.language)
            )
            for d in turn.policy.deviations
        )
        return {
            "protocol_summary": Private(turn.policy.version),
            "deviations": Private(deviations or words("fact-protocol-none")),
        }
