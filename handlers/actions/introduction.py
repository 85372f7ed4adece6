"""Draft, preview, code and sending of the introduction (PRODUCT stage 7; C15, C41, C42)."""

import secrets
from datetime import timedelta

from dialogues.model import Option
from dialogues.private import Private
from handlers.actions.action import SlotAction, Slots, names, private, word
from handlers.domain.case import Status
from handlers.domain.codes import CODE_WORDS, teach_back
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import CounsellorId
from handlers.domain.introduction import Line, draft, from_text, full_text, shown_as
from handlers.domain.marks import marks
from handlers.introduction import Agreed, introduce
from handlers.ports import Channel, Chat, MessageKind, Reach, Work
from handlers.seen import PREVIEW_NO, next_preview
from handlers.turn_context import TurnContext

CODE_TERM = timedelta(minutes=15)


class DraftIntroduction(SlotAction):
    """Exactly the words the counsellor would get, line by line; those taken out stay out."""

    called = "action_draft_introduction"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """preview, preview_no, lines, marks."""
        removed = set(names(slots, "removed"))
        lines = [line for line in await self._all_lines(slots, turn) if line.id not in removed]
        text = full_text(lines)
        found = tuple(dict.fromkeys(text[mark.start : mark.end] for mark in marks(text)))
        return {
            "preview": Private(text) if lines else None,
            PREVIEW_NO: next_preview(slots.get(PREVIEW_NO)),
            "lines": tuple(Option(line.id, Private(shown_as(line))) for line in lines),
            "marks": Private(", ".join(found)) if found else None,
        }

    async def _all_lines(self, slots: Slots, turn: TurnContext) -> tuple[Line, ...]:
        case = turn.case
        if case is not None and case.status in (Status.WAITING, Status.DECLINED, Status.OPEN):
            key = await turn.employee_key()
            letters = await turn.letters(case, key) if key else []
            sent = [letter for letter in letters if letter.kind is MessageKind.INTRODUCTION]
            return from_text(sent[-1].text) if sent else ()
        return draft(slots, turn.words)


class RemoveLine(SlotAction):
    """Take one line out of the preview."""

    called = "action_remove_line"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """removed, with the line just chosen; line empty again."""
        removed = dict.fromkeys(names(slots, "removed"))
        if line := word(slots, "line"):
            removed[line] = None
        return {"removed": tuple(removed), "line": None}


class MakeCode(SlotAction):
    """A resume code; its public key is stored in this very turn, before any consent (KEYS.md)."""

    called = "action_make_code"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """resume_code, teach_first, teach_second, teach."""
        code = turn.new_code(turn.language)
        key, public, lookup = turn.keyring.code_key(code)
        before = await turn.employee_key() if turn.case else None

        def give(work: Work, chat: Chat) -> None:
            work.conversations.give_code(chat, public, lookup, before)
            if turn.channel is not Channel.TELEGRAM:  # there a code leads elsewhere; the account has a key
                work.conversations.attach(chat.id, turn.peer, key, turn.session_until)

        turn.writes.append(give)
        turn.code_until = turn.now + CODE_TERM
        first, second = sorted(secrets.SystemRandom().sample(range(1, CODE_WORDS + 1), 2))
        return {"resume_code": code, "teach_first": first, "teach_second": second, "teach": None}


class ShowCode(MakeCode):
    """The same on Telegram, only when asked for; the channel takes it off the screen after ten minutes."""

    called = "action_show_code"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """resume_code. Raises CannotOpen for an account that is not the one the case is of."""
        if turn.case is not None and await turn.employee_key() is None:
            raise CannotOpen("this account has no key of this case")
        turn.fleeting.add("utter_code_telegram")
        return await super().fill(slots, turn)


class CheckTeach(SlotAction):
    """Whether the two words asked for were typed; then the code leaves the chat's state."""

    called = "action_check_teach"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """teach_ok; resume_code empty when it was right."""
        code, typed = private(slots, "resume_code"), private(slots, "teach")
        first, second = slots.get("teach_first"), slots.get("teach_second")
        right = (
            code is not None
            and typed is not None
            and isinstance(first, int)
            and isinstance(second, int)
            and teach_back(code, first, second, typed)
        )
        if not right:
            return {"teach_ok": False, "teach": None}
        turn.code_until = None
        return {"teach_ok": True, "teach": None, "resume_code": None}


class SendIntroduction(SlotAction):
    """The press on "Yes, send this": consent, case, words and notice in one transaction."""

    called = "action_send_introduction"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """sent, problem."""
        words, to = private(slots, "preview"), word(slots, "counsellor")
        candidates = {c.id for c in turn.directory.offered(names(slots, "not_asked"), turn.today)}
        if words is None:
            return {"sent": False, "problem": "nothing_to_send"}
        if to not in candidates:
            return {"sent": False, "problem": "counsellor_gone"}
        if turn.channel is not Channel.TELEGRAM and not (turn.chat and turn.chat.has_code):
            return {"sent": False, "problem": "expired"}
        agreed = Agreed(CounsellorId(to), words, outside=slots.get("outside_label") is True)
        pushes = word(slots, "push") == "yes"

        def send(work: Work, chat: Chat) -> None:
            introduce(work, chat, turn.peer, agreed, turn.terms)
            address = turn.peer.address
            if pushes and address is not None:
                work.reaches.set_employee(chat.id, Reach(turn.channel, address, turn.language))

        turn.writes.append(send)
        turn.opened_case, turn.talks_to = True, agreed.to
        return {"sent": True, "problem": None}
