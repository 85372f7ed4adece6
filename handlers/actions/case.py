"""How it is with the case, and ending it (C12, C15, C42)."""

from datetime import timedelta

from dialogues.model import Value
from dialogues.private import Private
from dialogues.render import shown_date
from handlers.actions.action import SlotAction, Slots
from handlers.closing import closed
from handlers.domain.case import RUNNING, Case, Late, Status
from handlers.domain.promises import returns
from handlers.facts import receiver_name
from handlers.notices import notify
from handlers.ports import Chat, Work
from handlers.running import TRAIL_LENGTH
from handlers.turn_context import TurnContext
from handlers.waiting import late, wiped_on

TELEGRAM_TERM = timedelta(hours=47)
"""From here on some Telegram copies may be older than the 48 h in which a bot can delete (A29)."""


class CaseStatus(SlotAction):
    """Where the case stands, with whom, by when the employee hears, and whether there is a choice to make."""

    called = "action_case_status"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """case_status, counsellor_name, reply_by, answer_due, late, key_lost, back_on, wiped_on."""
        case, today = turn.case, turn.today
        if case is None or case.status is Status.WITHDRAWN:
            return {"case_status": "none", "late": "none", "key_lost": False, "answer_due": False}
        who = turn.directory.roster.get(case.counsellor)
        why, back = late(turn.directory, case, today, turn.policy), returns(who, today)
        found: dict[str, Value] = {"case_status": case.status.value, "reply_by": case.reply_by.isoformat()}
        return {
            **found,
            "counsellor_name": Private(who.name if who else case.counsellor),
            "key_lost": _key_lost(turn, case) and why is not Late.ENDED,
            "answer_due": case.awaited and case.status in RUNNING and why is None,
            "late": why.value if why is not None else "none",
            "back_on": back.isoformat() if back is not None else None,
            "wiped_on": wiped_on(case, today, turn.policy).isoformat(),
        }


def _key_lost(turn: TurnContext, case: Case) -> bool:
    """Whether nothing opens for this counsellor now: the key is gone, and no new one can receive yet."""
    return case.status in RUNNING and case.key_paused and case.counsellor not in turn.directory.reachable


class ShowReceipt(SlotAction):
    """The employee's own consent receipt in words (ISO/IEC TS 27560 fields are in the download)."""

    called = "action_receipt"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """receipt."""
        case = turn.case
        if case is None:
            return {"receipt": None}
        consents = await turn.store.read(lambda work: work.consents.of(case.id))
        roster, words = turn.directory.roster, turn.words
        parts = [
            words(
                "fact-receipt",
                day=shown_date(consent.given_on, words.language),
                name=receiver_name(words, roster, consent.who),
                purpose=words(f"fact-purpose-{consent.purpose.value}"),
                state=words(f"fact-state-{consent.state.value}"),
            )
            for consent in consents
        ]
        return {"receipt": Private("\n\n".join(parts)) if parts else None}


class Withdraw(SlotAction):
    """Take the introduction back: every key and word is destroyed, the counsellor reads only "withdrawn"."""

    called = "action_withdraw"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """withdrawn."""
        if turn.case is None or turn.case.status is Status.WITHDRAWN:
            return {"withdrawn": False}
        turn.forget = True
        return {"withdrawn": True}


class EndCase(SlotAction):
    """The employee ends the contact; both can read until retention.closed_days have passed."""

    called = "action_end_case"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """ended."""
        if turn.case is None or turn.case.status is not Status.OPEN:
            return {"ended": False}

        def end(work: Work, chat: Chat) -> None:
            case = fresh_case(work, chat)
            if case is not None and case.status is Status.OPEN:
                work.cases.save(closed(work, case, turn.today))
                notify(work, case.counsellor, at_once=turn.policy.pings_immediate)
                work.audit.note("case closed")

        turn.writes.append(end)
        return {"ended": True}


class Wipe(SlotAction):
    """Everything on our side goes in the turn's own transaction; the channel deletes what it still can."""

    called = "action_wipe"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """wiped, telegram_left."""
        turn.forget = turn.forget_address = True
        turn.erase = turn.trail
        old = turn.since is None or turn.now - turn.since >= TELEGRAM_TERM
        return {"wiped": True, "telegram_left": old or len(turn.trail) >= TRAIL_LENGTH}


class Forget(SlotAction):
    """Stop without a case, and the path of an accused person: state and pseudonym go together (C61).

    With a case nothing is forgotten here: the flow asks first whether to withdraw or to wipe.
    """

    called = "action_forget"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """Nothing."""
        turn.forget = turn.case is None
        return {}


def fresh_case(work: Work, chat: Chat) -> Case | None:
    """The chat's case as it stands in this transaction."""
    return work.cases.get(chat.case.id) if chat.case else None
