"""How the bodies of the organisation are named inside a sentence (C39).

One place: whoever renames a body in the map changes every text that names it.
"""

from typing import Final

from handlers.domain.policy import Policy

CALLED: Final[dict[str, dict[str, str]]] = {
    "board": {"nl": "de directie", "en": "the board"},
    "hr": {"nl": "P&O", "en": "HR"},
    "manager": {"nl": "je leidinggevende", "en": "your manager"},
    "or": {"nl": "de ondernemingsraad", "en": "the works council"},
}
"""As the protocol names them; used when the map does not say otherwise."""

_OWN_NAMES: Final[dict[str, frozenset[str]]] = {
    "board": frozenset({"Directie", "De directie", "The board", "Board"}),
    "hr": frozenset({"P&O", "Afdeling P&O", "HR"}),
    "manager": frozenset({"Leidinggevende", "Je leidinggevende", "Manager", "Your manager"}),
    "or": frozenset({"OR", "Ondernemingsraad", "De ondernemingsraad", "Works council", "The works council"}),
}
"""Names in the map that are the protocol's own, so that its words in a sentence fit."""


def called(policy: Policy, body: str, language: str) -> str:
    """The name in the middle of a sentence: what the map says under `called`, else its name."""
    door = policy.door(body)
    if door is not None and door.called is not None:
        return door.called[language]
    if door is None or door.name[language] in _OWN_NAMES[body]:
        return CALLED[body][language]
    return _small(door.name[language])


def _small(name: str) -> str:
    """Without its first capital, unless it is one of several: "Team Mens" and "HRM"."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
