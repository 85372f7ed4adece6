"""A card to keep: one message with all of it, written nowhere and sent to nobody (C51)."""

from dialogues.guide import Guide
from dialogues.private import Private
from handlers.actions.action import SlotAction, Slots, word
from handlers.library import entry, kept_text
from handlers.turn_context import TurnContext

ABOVE = "manager_above"


class KeepCard(SlotAction):
    """What was just read about an option, in one piece."""

    called = "action_keep_card"

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """kept_card; of another manager when it is about one's own."""
        option = word(slots, "option") or ""
        known = (ABOVE, option) if option == "manager" and slots.get("option_conflict") else (option,)
        found = (entry(self._guide, turn.policy, f"procedure-{each}") for each in known)
        card = next((each for each in found if each is not None), None)
        if card is None:
            return {"kept_card": None}
        return {"kept_card": Private(kept_text(turn.words, card, self._guide, turn.policy))}
