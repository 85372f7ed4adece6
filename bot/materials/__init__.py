"""What HR prints or copies: posters, cards, welcome pack, contacts, intranet block (C39, C55, C58)."""

from bot.materials.facts import Entrance, Facts, Person, Wording, dialled, facts_of, stale_link
from bot.materials.intranet import intranet_block
from bot.materials.printed import Printed, PrintingMissing, can_print, printed
from bot.materials.vcard import contact_cards

__all__ = [
    "Entrance",
    "Facts",
    "Person",
    "Printed",
    "PrintingMissing",
    "Wording",
    "can_print",
    "contact_cards",
    "dialled",
    "facts_of",
    "intranet_block",
    "printed",
    "stale_link",
]
