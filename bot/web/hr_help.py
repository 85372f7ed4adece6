"""HR's page of help lines and doors: whether each still answers at that number or address (C20)."""

from bot.web.hr_checks import Checks, Entry, Listing, is_old
from bot.web.rooms import Rooms


def help_listing(rooms: Rooms) -> Listing:
    """Every help line and door with the day on which somebody called or opened it."""
    policy = rooms.policy
    most = policy.referrals_max_age_days

    def entries(checks: Checks, language: str) -> list[Entry]:
        today = rooms.clock.now().date()
        guide = rooms.guide.checked(dict(checks))
        stale = guide.unverified(today, most)
        doors = (*policy.doors, *policy.accused_bodies, *policy.board_alternatives)
        lines = [
            Entry(
                line.id,
                line.name[language],
                line.verified_on,
                line.id in stale,
                line.number or line.url or "",
            )
            for line in guide.lines
        ]
        days = {door.id: checks.get(f"door-{door.id}") for door in doors}
        return lines + [
            Entry(
                f"door-{door.id}",
                door.name[language],
                days[door.id],
                is_old(days[door.id], today, most),
                door.contact[language],
            )
            for door in doors
        ]

    return Listing("/hr/help", "hr_help.html", entries, most)
