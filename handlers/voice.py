"""What the dialogue says, as messages a channel can show."""

from collections.abc import Iterable, Mapping

from dialogues.flows import Flows
from dialogues.model import Say, State
from dialogues.private import Private
from dialogues.render import RenderedButton, always, menu, render
from handlers.domain.bodies import CALLED, called
from handlers.domain.policy import Policy
from handlers.ports import OutButton, Outgoing
from handlers.seen import marked, preview_no


class Voice:
    """Puts responses into words, with the terms of this organisation's policy."""

    def __init__(self, flows: Flows, policy: Policy) -> None:
        self._flows, self._policy = flows, policy
        self._terms = {language: policy_values(policy, language) for language in policy.languages}

    @property
    def flows(self) -> Flows:
        """The flows it speaks from."""
        return self._flows

    @property
    def policy(self) -> Policy:
        """The policy whose terms it names."""
        return self._policy

    def messages(
        self, says: Iterable[Say], state: State, fleeting: frozenset[str] = frozenset()
    ) -> tuple[Outgoing, ...]:
        """Every response as one message, in the language of the state.

        Responses in `fleeting` are protected and soon taken away; a yes names the preview it is for.
        """
        return tuple(self._message(say, state, say.response in fleeting) for say in says)

    def always(self, language: str) -> tuple[OutButton, ...]:
        """Help now, stop and wipe."""
        return tuple(_button(button) for button in always(self._flows, language))

    def menu(self, language: str) -> tuple[OutButton, ...]:
        """The wishes that hold everywhere."""
        return tuple(_button(button) for button in menu(self._flows, language))

    def _message(self, say: Say, state: State, fleeting: bool) -> Outgoing:
        language, number = str(state.slots["language"]), preview_no(state)
        shown = render(self._flows.texts, say, language, self._terms[language])
        buttons = tuple(OutButton(Private(b.title), marked(b.payload, number)) for b in shown.buttons)
        return Outgoing(shown.text, buttons, always=say.asks is not None, protect=fleeting, fleeting=fleeting)


def _button(button: RenderedButton) -> OutButton:
    return OutButton(Private(button.title), button.payload)


TERMS = {"or": "works_council"}
"""Blanks of texts that are called otherwise than the body in the map."""


def policy_values(policy: Policy, language: str) -> Mapping[str, str]:
    """The terms that texts may name, as words in one language."""
    return {
        "organisation": policy.organisation,
        "reply_days": str(policy.reply_working_days),
        "idle_hours": str(policy.idle_hours),
        "closed_days": str(policy.closed_days),
        "open_days": str(policy.open_days),
        "report_k": str(policy.report_k),
        "secrecy_limits": policy.secrecy_limits.get(language, ""),
        "people": policy.people.get(language, ""),
        **{TERMS.get(body, body): called(policy, body, language) for body in CALLED},
    }
