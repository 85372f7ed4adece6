"""Whether somebody wants to hear when a new counsellor starts (C57). Not pre-chosen; no is as good."""

from handlers.actions.action import SlotAction, Slots
from handlers.turn_context import TurnContext


class KeepHearNew(SlotAction):
    """Keeps the address, and nothing else, on a channel that can tell somebody who is away."""

    called = "action_keep_hear_new"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """Nothing."""
        turn.hear_new = True
        return {}


class EndHearNew(SlotAction):
    """Nobody is told here any more."""

    called = "action_end_hear_new"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """Nothing."""
        turn.hear_new = False
        return {}
