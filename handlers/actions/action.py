"""How a rasa-sdk Action looks here: slots in, one use case, slots out, never a word to the employee."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from dialogues.model import Value
from dialogues.private import Private
from handlers.turn_context import TurnContext, current_turn

Slots = Mapping[str, Value]


class SlotAction(Action):
    """An action whose `fill` is the whole of it. What is to be written goes into the turn's writes."""

    called: ClassVar[str]

    def name(self) -> str:
        """The name the flows call it by."""
        return self.called

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """The slots that `fill` gives, as events. The dispatcher stays untouched: flows choose the words."""
        filled = await self.fill(tracker.slots, current_turn())
        return [SlotSet(slot, value) for slot, value in filled.items()]

    @abstractmethod
    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """The slots this action gives, from the slots of the dialogue and the turn."""


def names(slots: Slots, slot: str) -> tuple[str, ...]:
    """A list slot of plain values; empty when it is not filled."""
    value = slots.get(slot)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple | list) else ()


def word(slots: Slots, slot: str) -> str | None:
    """A choice slot; None when it is not filled or holds something else."""
    value = slots.get(slot)
    return value if isinstance(value, str) else None


def private(slots: Slots, slot: str) -> Private | None:
    """A slot with a person's words; None when it is not filled."""
    value = slots.get(slot)
    return value if isinstance(value, Private) and value else None
