"""Two answers after a contact, counted without case or counsellor (C33)."""

from handlers.actions.action import SlotAction, Slots, word
from handlers.domain.feedback import QUESTIONS, Rating, cells
from handlers.ports import About, Chat, Work
from handlers.turn_context import TurnContext


class CountFeedback(SlotAction):
    """Adds what was answered to the totals of the year, in the transaction in which the questions end."""

    called = "action_count_feedback"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """Nothing."""
        said = {question: word(slots, f"feedback_{question}") for question in QUESTIONS}
        found = cells({question: Rating(answer) if answer else None for question, answer in said.items()})

        if not found:
            return {}

        def count(work: Work, _chat: Chat) -> None:
            work.totals.change(About.FEEDBACK, turn.today.year, dict.fromkeys(found, 1))

        turn.writes.append(count)
        return {}
