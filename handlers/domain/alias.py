"""The name a counsellor sees for an employee: never theirs, always the same for one case."""

from handlers.domain.ids import CaseId

_COLOURS = {
    "nl": ("blauwe", "groene", "rode", "gele", "witte", "zwarte", "grijze", "bruine", "paarse", "oranje",
           "roze", "zilveren", "gouden", "bonte", "lichte", "donkere"),
    "en": ("blue", "green", "red", "yellow", "white", "black", "grey", "brown", "purple", "orange",
           "pink", "silver", "golden", "mottled", "pale", "dark"),
}  # fmt: skip
_BIRDS = {
    "nl": ("reiger", "merel", "specht", "uil", "zwaan", "mees", "vink", "kievit", "meeuw", "eend",
           "gans", "valk", "spreeuw", "leeuwerik", "zwaluw", "kraanvogel"),
    "en": ("heron", "blackbird", "woodpecker", "owl", "swan", "tit", "finch", "lapwing", "gull", "duck",
           "goose", "falcon", "starling", "lark", "swallow", "crane"),
}  # fmt: skip


def alias(case: CaseId, language: str) -> str:
    """An alias like "blauwe reiger 42": drawn from the random case id, so nothing has to be kept for it."""
    tongue = language if language in _COLOURS else "nl"
    number = int(case[:8], 16)
    return f"{_COLOURS[tongue][number % 16]} {_BIRDS[tongue][number // 16 % 16]} {number // 256 % 90 + 10}"
