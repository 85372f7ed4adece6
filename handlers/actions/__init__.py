"""Every rasa-sdk Action of the product, registered as instances with what they need."""

from collections.abc import Callable

from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from dialogues.guide import Guide
from handlers.actions.aftercare import EndAftercare, KeepAftercare
from handlers.actions.announcements import EndHearNew, KeepHearNew
from handlers.actions.case import CaseStatus, EndCase, Forget, ShowReceipt, Wipe, Withdraw
from handlers.actions.choosing import Shortlist
from handlers.actions.feedback import CountFeedback
from handlers.actions.introduction import (
    CheckTeach,
    DraftIntroduction,
    MakeCode,
    RemoveLine,
    SendIntroduction,
    ShowCode,
)
from handlers.actions.keeping import KeepCard
from handlers.actions.note import NoteAnswer, NoteDrop, NoteSummary, NoteWipe
from handlers.actions.roster import (
    ChooseCounsellor,
    ExcludeCounsellor,
    OfferCounsellors,
    SameCounsellor,
    ShowRoster,
)
from handlers.actions.scope import (
    AccusedBodies,
    HelpLines,
    JudgeScope,
    OptionFacts,
    ShowDoors,
    ShowProtocol,
    Understand,
)
from handlers.actions.steps import (
    AskedStep,
    ChooseStep,
    DidStep,
    EditStep,
    ListSteps,
    RefuseStep,
    ShowStep,
    StepOutcome,
    StepReply,
)
from handlers.actions.waiting import NoAnswerNeeded, ShowLate, WaitLonger

_PLAIN: tuple[Callable[[], Action], ...] = (
    CaseStatus,
    CheckTeach,
    ChooseCounsellor,
    CountFeedback,
    DraftIntroduction,
    EndAftercare,
    EndCase,
    EndHearNew,
    ExcludeCounsellor,
    Forget,
    JudgeScope,
    KeepAftercare,
    KeepHearNew,
    MakeCode,
    NoAnswerNeeded,
    NoteAnswer,
    NoteDrop,
    NoteSummary,
    NoteWipe,
    OfferCounsellors,
    RemoveLine,
    SameCounsellor,
    SendIntroduction,
    ShowCode,
    ShowLate,
    ShowProtocol,
    ShowReceipt,
    ShowRoster,
    AskedStep,
    ChooseStep,
    DidStep,
    EditStep,
    ListSteps,
    RefuseStep,
    ShowStep,
    StepOutcome,
    StepReply,
    Understand,
    WaitLonger,
    Wipe,
    Withdraw,
)
_GUIDED: tuple[Callable[[Guide], Action], ...] = (
    AccusedBodies,
    HelpLines,
    KeepCard,
    OptionFacts,
    Shortlist,
    ShowDoors,
)


def executor(guide: Guide) -> ActionExecutor:
    """An executor that runs every action in this process."""
    made = ActionExecutor()
    made.domain, made.domain_digest = {}, "openoor"
    for plain in _PLAIN:
        made.register_action(plain())
    for guided in _GUIDED:
        made.register_action(guided(guide))
    return made
