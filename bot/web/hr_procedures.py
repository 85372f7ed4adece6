"""HR's page of procedures: whether each text still holds (C36). The cards are those that employees read."""

from functools import partial

from bot.web.hr_checks import Checks, Entry, Listing
from bot.web.rooms import Rooms
from dialogues.guide import Procedure, procedure_check
from handlers.domain.policy import REVIEW_DAYS
from handlers.library import entry_text, entry_title, open_procedures
from handlers.voice import policy_values
from handlers.words import Words


def procedure_listing(rooms: Rooms) -> Listing:
    """Every procedure with the day on which somebody went through it."""

    def entries(checks: Checks, language: str) -> list[Entry]:
        guide = rooms.guide.checked(dict(checks))
        old = guide.unreviewed(rooms.clock.now().date(), REVIEW_DAYS)
        words = Words(rooms.texts, language, partial(policy_values, rooms.policy))
        found = open_procedures(guide, rooms.policy)
        return [_entry(rooms, words, each, each.id in old) for each in found]

    return Listing("/hr/procedures", "hr_procedures.html", entries, REVIEW_DAYS)


def _entry(rooms: Rooms, words: Words, each: Procedure, old: bool) -> Entry:
    owner = rooms.policy.door(each.owner)
    return Entry(
        procedure_check(each.id),
        entry_title(words, each),
        each.verified_on,
        old,
        owner=owner.name[words.language] if owner else words("library-owner-counsellors"),
        text=entry_text(words, each, rooms.guide, rooms.policy),
    )
