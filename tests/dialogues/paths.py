"""Ways through the first half of the conversation, for tests that begin further on."""

from dialogues.model import Value
from tests.dialogues.talk import Talk

KINDS = ("sexual", "bullying", "discrimination", "aggression", "violence")
OPEN_ANSWERS = ("several", "other", "unknown", "rather_not")
TOPICS = (
    "labour_conflict",
    "reorganisation",
    "social_work",
    "health",
    "hr_practical",
    "policy",
    "integrity",
    "data_privacy",
)
OUT: dict[str, dict[str, Value]] = {"action_judge_scope": {"scope": "out", "mediation_fits": False}}
GOES_ON = {
    "recent": "skip",
    "once": "skip",
    "ground": "skip",
    "kinds": "done",
    "in_danger": "safe",
    "about": "colleague",
}
"""An answer to each question that may come between the kind and choosing a counsellor."""


def begun(talk: Talk, *values: str) -> Talk:
    """The conversation after /start and these presses."""
    talk.wish("start")
    talk.press(*values)
    return talk


def walk_on(talk: Talk) -> list[str]:
    """Answers questions until a counsellor can be chosen; the slots that were asked, `pick` last."""
    asked = []
    while talk.asked not in {"pick", None}:
        assert talk.asked in GOES_ON, talk.asked
        asked.append(talk.asked)
        talk.press(GOES_ON[talk.asked])
    return [*asked, talk.asked or ""]
