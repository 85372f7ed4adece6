"""Help to choose: the short list with its reasons, and the whole list, inside and outside (C51 to C53)."""

from collections.abc import Iterable

from dialogues.guide import MOST, Guide, HelpLine, Procedure, Side
from dialogues.private import Private
from dialogues.render import shown_list
from handlers.actions.action import SlotAction, Slots, names, word
from handlers.actions.scope import CONFLICTS
from handlers.domain.choosing import Fitting, Wishes, narrow, shortlist
from handlers.facts import card_text, doors_text, lines_text
from handlers.library import Entry, entry_title, open_procedures
from handlers.turn_context import TurnContext

KINDS = ("sexual", "bullying", "discrimination", "aggression", "violence")


class Shortlist(SlotAction):
    """What fits three answers, at most three on each side, and everything there is."""

    called = "action_shortlist"

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """shortlist_inside, shortlist_outside, all_inside, all_outside."""
        wishes = Wishes(word(slots, "choose_need"), word(slots, "choose_when"), word(slots, "choose_name"))
        inside, outside = self._inside(slots, turn), self._outside(slots)
        return {
            "shortlist_inside": self._listed(narrow(inside, wishes)[:MOST], turn),
            "shortlist_outside": self._listed(shortlist(self._calm(outside, slots), wishes, MOST), turn),
            "all_inside": Private("\n\n".join(self._way(each, turn) for each in inside)),
            "all_outside": Private(lines_text(turn.words, outside)),
        }

    def _inside(self, slots: Slots, turn: TurnContext) -> tuple[Procedure, ...]:
        """Procedures inside for what was named, without those that it is about (A10)."""
        about, kinds = word(slots, "about"), self._kinds(slots)
        found = tuple(
            each
            for each in open_procedures(self._guide, turn.policy)
            if each.side is Side.INSIDE and not kinds.isdisjoint(each.kinds)
        )
        fitting = tuple(each for each in found if about not in CONFLICTS.get(each.id, set()))
        return tuple(
            each for each in fitting if each.id != "mediation" or slots.get("mediation_fits") is not False
        )

    def _outside(self, slots: Slots) -> tuple[HelpLine, ...]:
        return self._guide.fitting(*(self._with_lines(slots) or KINDS), "any", most=None)

    def _calm(self, lines: tuple[HelpLine, ...], slots: Slots) -> tuple[HelpLine, ...]:
        """Without lines for a crisis that nobody named; who named nothing sees lines for anybody first.

        Those lines frighten here; they stay in everything there is and in Help now.
        """
        named = self._with_lines(slots)
        fitting = [line for line in lines if line.for_anybody or not line.kinds.isdisjoint(named or KINDS)]
        return tuple(fitting if named else sorted(fitting, key=lambda line: not line.for_anybody))

    def _with_lines(self, slots: Slots) -> tuple[str, ...]:
        return tuple(kind for kind in _named(slots) if self._guide.fitting(kind))

    def _kinds(self, slots: Slots) -> frozenset[str]:
        every = {kind for each in self._guide.procedures for kind in each.kinds}
        return frozenset(every.intersection(_named(slots)) or KINDS)

    def _listed(self, found: Iterable[Fitting[Procedure] | Fitting[HelpLine]], turn: TurnContext) -> Private:
        return Private("\n\n".join(self._with_reasons(each.way, each.reasons, turn) for each in found))

    def _with_reasons(self, way: Entry, reasons: tuple[str, ...], turn: TurnContext) -> str:
        shown = self._way(way, turn)
        if not reasons:
            return shown
        why = shown_list((turn.words(f"fact-why-{each}") for each in reasons), turn.language)
        return turn.words("fact-way-why", way=shown, why=why)

    def _way(self, way: Entry, turn: TurnContext) -> str:
        if isinstance(way, HelpLine):
            return card_text(turn.words, way)
        doors = [door for body in way.bodies if (door := turn.policy.door(body))]
        return turn.words(
            "fact-way",
            title=entry_title(turn.words, way),
            where=doors_text(turn.words, doors) or turn.words("fact-card-ask-counsellor"),
            named=turn.words(f"fact-named-{way.named.value}"),
        )


def _named(slots: Slots) -> tuple[str, ...]:
    """The kinds or the topic that the employee named."""
    told = (word(slots, "kind"), *names(slots, "kinds"), word(slots, "topic"))
    return tuple(each for each in told if each)
