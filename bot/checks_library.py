"""The part of the set-up check about procedures and the organisation map (C36, C39, C52)."""

from bot.findings import Finding, Weight
from bot.wiring import House
from handlers.domain.policy import MAP_CHECK, REVIEW_DAYS


async def on_library(house: House) -> list[Finding]:
    """Procedures and organisation map: gone through this year, and something inside for every kind."""
    checks = await house.store.read(lambda work: work.roster.checks())
    today, bodies = house.clock.now().date(), [door.id for door in house.policy.doors]
    findings = [
        Finding(
            Weight.WARNING,
            f"nothing inside the organisation is filled in for {kind} (C52)",
            "add a body to `map` in policy.yml: docs/settings.md names them",
        )
        for kind in house.guide.closed_kinds(bodies)
    ]
    if old := house.guide.checked(checks).unreviewed(today, REVIEW_DAYS):
        what = f"{len(old)} procedures were not gone through for a year (C36): {', '.join(old)}"
        findings.append(Finding(Weight.WARNING, what, "read each on HR's page of procedures, then mark it"))
    else:
        findings.append(Finding(Weight.OK, "every procedure was gone through (C36)"))
    day = checks.get(MAP_CHECK)
    if day is None or (today - day).days > REVIEW_DAYS:
        what = "nobody looked for a year whether the organisation map is still right (C39)"
        mend = "look at it on HR's page of who is responsible for what, then mark it"
        findings.append(Finding(Weight.WARNING, what, mend))
    else:
        findings.append(Finding(Weight.OK, "the organisation map was looked at (C39)"))
    return findings
