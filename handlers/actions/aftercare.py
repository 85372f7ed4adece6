"""Whether and when the employee wants to be asked how it goes (C54). Not pre-chosen; no is as good."""

from datetime import date, timedelta

from handlers.actions.action import SlotAction, Slots, word
from handlers.ports import Channel, Chat, Reach, Work
from handlers.turn_context import TurnContext

OFFERS = {"two_weeks": timedelta(weeks=2), "two_months": timedelta(days=61)}
LATEST = timedelta(days=365)


class KeepAftercare(SlotAction):
    """Keeps the address for the day that was chosen; only on a channel that can ask somebody who is away."""

    called = "action_keep_aftercare"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """aftercare_on: the day; empty when nothing is kept, for a day that is past or too far too."""
        day, address = _day(slots, turn.today), turn.peer.address
        if day is None or address is None or turn.channel is not Channel.TELEGRAM:
            return {"aftercare_on": None}
        reach = Reach(turn.channel, address, turn.language)

        def keep(work: Work, _chat: Chat) -> None:
            work.aftercare.keep(reach, day)

        turn.writes.append(keep)
        return {"aftercare_on": day.isoformat()}


class EndAftercare(SlotAction):
    """Nobody is asked here any more."""

    called = "action_end_aftercare"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """Nothing."""
        turn.forget_address = True
        return {}


def _day(slots: Slots, today: date) -> date | None:
    wish = word(slots, "aftercare")
    if wish in OFFERS:
        return today + OFFERS[wish]
    own = word(slots, "aftercare_day")
    day = date.fromisoformat(own) if wish == "own" and own else None
    return day if day is not None and today < day <= today + LATEST else None
