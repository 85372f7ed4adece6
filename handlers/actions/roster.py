"""Who the counsellors are, and choosing one (C09, C24, C31, C55)."""

from dialogues.model import Option, Value
from dialogues.private import Private
from handlers.actions.action import SlotAction, Slots, names, word
from handlers.domain.roster import Counsellor, Gender, Pick
from handlers.facts import counsellor_title, roster_text
from handlers.turn_context import TurnContext


def _gap(turn: TurnContext, not_asked: tuple[str, ...]) -> str:
    missing = turn.directory.missing(not_asked, turn.today)
    return {0: "none", 2: "all"}.get(len(missing)) or missing[0].value


class ShowRoster(SlotAction):
    """Names and contact data of every active counsellor; starts nothing and keeps nothing."""

    called = "action_show_roster"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """roster_text, roster_gap."""
        active = turn.directory.roster.active(turn.today)
        missing = turn.directory.roster.missing(turn.today)
        gap = {0: "none", 2: "all"}.get(len(missing)) or missing[0].value
        return {"roster_text": Private(roster_text(turn.words, active, turn.today)), "roster_gap": gap}


class OfferCounsellors(SlotAction):
    """Who can be asked today, without those who must not be."""

    called = "action_offer_counsellors"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """offered, any_offered, offers_man, offers_woman, roster_gap."""
        not_asked = names(slots, "not_asked")
        candidates = turn.directory.offered(not_asked, turn.today)
        genders = {c.gender for c in candidates}
        offered = tuple(Option(c.id, Private(counsellor_title(turn.words, c))) for c in candidates)
        return {
            "offered": offered,
            "any_offered": bool(candidates),
            "offers_man": Gender.MAN in genders,
            "offers_woman": Gender.WOMAN in genders,
            "roster_gap": _gap(turn, not_asked),
        }


class ExcludeCounsellor(SlotAction):
    """Somebody who must not be asked; known until the introduction is sent, kept with no case."""

    called = "action_exclude_counsellor"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """not_asked, with the counsellor just named; counsellor empty again."""
        never = dict.fromkeys(names(slots, "not_asked"))
        if who := word(slots, "counsellor"):
            never[who] = None
        return {"not_asked": tuple(never), "counsellor": None}


class ChooseCounsellor(SlotAction):
    """The counsellor for the wish, and the day by which the employee hears (C12)."""

    called = "action_choose_counsellor"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """chosen, counsellor, counsellor_name, reply_by."""
        pick = word(slots, "pick")
        wish = Pick(pick) if pick in set(Pick) else Pick.ANY
        not_asked = names(slots, "not_asked")
        return _chosen(turn.directory.choose(wish, word(slots, "counsellor"), not_asked, turn.today), turn)


class SameCounsellor(SlotAction):
    """The counsellor who has the case already, when they can be asked today; nobody else instead."""

    called = "action_same_counsellor"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """chosen, counsellor, counsellor_name, reply_by."""
        candidates = {c.id: c for c in turn.directory.offered(names(slots, "not_asked"), turn.today)}
        return _chosen(candidates.get(turn.case.counsellor) if turn.case else None, turn)


def _chosen(who: Counsellor | None, turn: TurnContext) -> Slots:
    if who is None:
        return {"chosen": False, "counsellor": None, "counsellor_name": None, "reply_by": None}
    reply_by = turn.terms.reply_by
    found: dict[str, Value] = {"chosen": True, "counsellor": who.id, "counsellor_name": Private(who.name)}
    return {**found, "reply_by": reply_by.isoformat()}
