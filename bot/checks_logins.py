"""The part of the set-up check about who can log in at all; it counts nothing and looks at no case."""

from bot.findings import Finding, Weight
from bot.wiring import House
from handlers.desk.ways import without_way_in
from handlers.ports import Role, Staff, Work


async def on_logins(house: House) -> list[Finding]:
    """Counsellors and HR without a passkey, an app with numbers or an open invitation."""
    now = house.clock.now()

    def look(work: Work) -> tuple[bool, list[Staff]]:
        return work.desk.officer() is not None, without_way_in(work, now)

    has_officer, out = await house.store.read(look)
    weight = Weight.WARNING if house.policy.demo else Weight.STOP
    findings = [Finding(weight, f"{_name(each)} has no way to log in", _MEND[each.role]) for each in out]
    if not has_officer:
        findings.insert(0, Finding(weight, "there is no login of HR", _MEND[Role.HR]))
    return findings or [Finding(Weight.OK, "HR and every counsellor have a way to log in")]


def _name(staff: Staff) -> str:
    return staff.counsellor or "HR"


_MEND = {
    Role.HR: "openoor staff invite hr, and give the link to HR yourself; it works once, for 24 hours",
    Role.COUNSELLOR: (
        "is a browser of theirs still logged in? Then add a passkey or an app at the desk, nothing is lost. "
        "Else invite them: HR's page, or openoor staff invite with their id; --again ends a key that is there"
    ),
}
