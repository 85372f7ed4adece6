"""A conversation on the real flows, driven by presses and words; what actions would find is given."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from dialogues.engine import advance, expects
from dialogues.flows import Flows
from dialogues.loader import load
from dialogues.model import UNHEARD, ActionDone, Event, Heard, Option, RunAction, Say, State, UserSaid, Value
from dialogues.private import Private
from dialogues.render import render

FOLDER = Path(__file__).parents[2] / "dialogues"

LANGUAGES = ("nl", "en")

TERMS = {
    "organisation": "Het Voorbeeld",
    "reply_days": "2",
    "idle_hours": "40",
    "closed_days": "30",
    "report_k": "5",
    "open_days": "365",
    "secrecy_limits": "Bijna altijd geheim.",
    "people": "iedereen",
}
BODIES = {
    "nl": {
        "board": "de directie",
        "hr": "P&O",
        "manager": "je leidinggevende",
        "works_council": "de OR",
    },
    "en": {
        "board": "the board",
        "hr": "HR",
        "manager": "your manager",
        "works_council": "the works council",
    },
}
"""Bodies of the organisation as a sentence names them."""

FOUND: Mapping[str, Mapping[str, Value]] = {
    "action_case_status": {"case_status": "none"},
    "action_show_roster": {"roster_text": Private("Anna de Vries\nBram Jansen"), "roster_gap": "none"},
    "action_help_lines": {"help_lines": Private("112"), "all_lines": Private("112\n113")},
    "action_doors": {"doors_inside": Private("Binnen"), "doors_outside": Private("Buiten")},
    "action_shortlist": {
        "shortlist_inside": Private("Binnen"),
        "shortlist_outside": Private("Buiten"),
        "all_inside": Private("Alles binnen"),
        "all_outside": Private("Alles buiten"),
    },
    "action_accused_bodies": {"external_bodies": Private("Het Juridisch Loket")},
    "action_protocol": {"protocol_summary": Private("1"), "deviations": Private("geen")},
    "action_understand": {"guess": None, "guess2": None, "guess3": None, "sureness": "unsure"},
    "action_judge_scope": {"scope": "in", "mediation_fits": True},
    "action_offer_counsellors": {
        "offered": (Option("anna", Private("Anna")), Option("bram", Private("Bram"))),
        "any_offered": True,
        "offers_man": True,
        "offers_woman": True,
        "roster_gap": "none",
    },
}
"""What each action finds unless a test says otherwise; actions not listed find nothing."""


@lru_cache(maxsize=1)
def flows() -> Flows:
    """The product's own flows, loaded once."""
    return load(FOLDER)


class Talk:
    """One conversation. `said` and `ran` hold every response and action since the beginning, in order."""

    def __init__(
        self,
        found: Mapping[str, Mapping[str, Value]] | None = None,
        channel: str = "web",
        language: str = "nl",
    ) -> None:
        self.flows = flows()
        self.state = State((), {"channel": channel, "language": language})
        self.language = language
        self.said: list[Say] = []
        self.ran: list[str] = []
        self._found = {**FOUND, **(found or {})}

    @property
    def asked(self) -> str | None:
        """The slot of the open question."""
        open_question = expects(self.flows, self.state)
        return open_question.slot if open_question else None

    @property
    def responses(self) -> list[str]:
        """Ids of everything said."""
        return [say.response for say in self.said]

    def wish(self, intent: str) -> list[str]:
        """Begins the flow of an intent; the ids of what is said."""
        return self.take(UserSaid(payload=f"/{intent}"))

    def press(self, *values: str) -> list[str]:
        """Presses these choices of the questions as they come; the ids of what is said after the last.

        Fails when a choice is not offered.
        """
        last: list[str] = []
        for value in values:
            payload = f"/SetSlots({self.asked}={value})"
            offered = {button.payload for button in self.said[-1].buttons}
            assert payload in offered, f"{payload} is not among {sorted(offered)}"
            last = self.take(UserSaid(payload=payload))
        return last

    def type(self, words: str, heard: Heard = UNHEARD) -> list[str]:
        """Types words; the ids of what is said."""
        return self.take(UserSaid(text=Private(words), heard=heard))

    def words(self, since: int = 0) -> list[str]:
        """Everything said from the given place on, in words."""
        terms = TERMS | BODIES[self.language]
        return [
            render(self.flows.texts, say, self.language, terms).text.reveal() for say in self.said[since:]
        ]

    def held(self, slot: str) -> Value:
        """What a slot holds now."""
        return self.state.slots.get(slot)

    def take(self, event: Event) -> list[str]:
        """Takes an event and answers every action; the ids of what is said."""
        before = len(self.said)
        while True:
            self.state, effects = advance(self.flows, self.state, event)
            self.said += [effect for effect in effects if isinstance(effect, Say)]
            last = effects[-1] if effects else None
            if not isinstance(last, RunAction):
                return self.responses[before:]
            self.ran.append(last.action)
            event = ActionDone(last.action, self._found.get(last.action, {}))
