"""What the dialogue says, as messages a channel can show."""

from collections.abc import Iterable, Mapping

from dialogues.flows import Flows
from dialogues.model import Say
from dialogues.private import Private
from dialogues.render import RenderedButton, always, menu, render
from handlers.domain.policy import Policy
from handlers.ports import OutButton, Outgoing


class Voice:
    """Puts responses into words, with the terms of this organisation's policy."""

    def __init__(self, flows: Flows, policy: Policy) -> None:
        self._flows = flows
        self._terms = {language: policy_values(policy, language) for language in policy.languages}

    @property
    def flows(self) -> Flows:
        """The flows it speaks from."""
        return self._flows

    def messages(
        self, says: Iterable[Say], language: str, fleeting: frozenset[str] = frozenset()
    ) -> tuple[Outgoing, ...]:
        """Every response as one message; responses in `fleeting` are protected and soon taken away."""
        return tuple(self._message(say, language, say.response in fleeting) for say in says)

    def always(self, language: str) -> tuple[OutButton, ...]:
        """Help now, stop and wipe."""
        return tuple(_button(button) for button in always(self._flows, language))

    def menu(self, language: str) -> tuple[OutButton, ...]:
        """The wishes that hold everywhere."""
        return tuple(_button(button) for button in menu(self._flows, language))

    def _message(self, say: Say, language: str, fleeting: bool) -> Outgoing:
        shown = render(self._flows.texts, say, language, self._terms[language])
        buttons = tuple(_button(button) for button in shown.buttons)
        return Outgoing(shown.text, buttons, always=say.asks is not None, protect=fleeting, fleeting=fleeting)


def _button(button: RenderedButton) -> OutButton:
    return OutButton(Private(button.title), button.payload)


def policy_values(policy: Policy, language: str) -> Mapping[str, str]:
    """The terms that texts may name, as words in one language."""
    return {
        "organisation": policy.organisation,
        "reply_days": str(policy.reply_working_days),
        "idle_hours": str(policy.idle_hours),
        "closed_days": str(policy.closed_days),
        "open_days": str(policy.open_days),
        "secrecy_limits": policy.secrecy_limits.get(language, ""),
        "people": policy.people.get(language, ""),
    }
