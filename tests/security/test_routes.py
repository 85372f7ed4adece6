"""Every address against every role: nobody reaches what is another role's, and a refusal tells nothing (§3).

The list is the application's own table of routes, so that a page that is added tomorrow is tried too.
"""

from itertools import product

import pytest

from bot.wiring import House
from handlers.domain.closing import UNKNOWN
from handlers.domain.ids import CaseId
from handlers.ports import About, Work
from tests.house import DAAN, VERA, Employee, cases_of
from tests.security.desk import at_desk, logs_in
from tests.web.rooms import addresses
from tests.web.visitor import Visitor

OF_A_COUNSELLOR, OF_HR = "/desk", "/hr"
OPEN = ("/login/",)
"""Pages where a link is spent: whoever has one is somebody."""


def _tried(house: House, prefix: str, **filled: str) -> list[tuple[str, str]]:
    return [
        (method, path)
        for method, path in addresses(house, prefix, **filled)
        if not any(part in path for part in OPEN) and not path.endswith(("/leave", "/leave-everywhere"))
    ]


async def _answers(one: Visitor, tried: list[tuple[str, str]], token: str) -> dict[tuple[str, str], int]:
    found = {}
    for method, path in tried:
        fields = {"form": token, "text": "Hallo.", "delivery": "x" * 20} if method == "POST" else None
        found[method, path] = (await one.client.request(method, path, data=fields)).status_code
    return found


@pytest.mark.clause("C73")
async def test_hr_reaches_no_address_of_a_counsellor(
    house: House, employee: Employee, attacker: Visitor
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    await logs_in(house, attacker, "hr")
    token = attacker.form("/hr/leave").fields["form"]
    tried = _tried(house, OF_A_COUNSELLOR, case=case.id, counsellor=VERA, step="accept")
    assert len(tried) > 15
    assert set((await _answers(attacker, tried, token)).values()) == {404}
    assert await cases_of(house, VERA) == [case]


@pytest.mark.parametrize(("who", "prefix"), [("hr", OF_HR), (VERA, OF_A_COUNSELLOR)])
async def test_no_page_of_anybody_shows_a_count(
    house: House, employee: Employee, attacker: Visitor, who: str, prefix: str
) -> None:
    """Cells hold a figure that stands nowhere else; it is looked for on every page that opens (A02, A27)."""
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)

    def counts(work: Work) -> None:
        for about, year in product(About, (2025, 2026)):
            work.totals.change(about, year, dict.fromkeys((*UNKNOWN.cells(), "heard.yes"), 48713))

    await house.store.write(counts)
    await (logs_in if who == "hr" else at_desk)(house, attacker, who)
    filled = {"case": case.id, "counsellor": VERA, "language": "nl", "file": "poster-a4.pdf"}
    opened = 0
    for method, path in _tried(house, prefix, **filled):
        if method == "GET":
            answer = await attacker.client.get(path, follow_redirects=True)
            opened += answer.status_code == 200
            assert b"48713" not in answer.content.replace(b".", b"").replace(b",", b"")
    assert opened > 6


async def test_a_counsellor_reaches_no_address_of_hr(house: House, attacker: Visitor) -> None:
    await at_desk(house, attacker, DAAN)
    token = attacker.form("/desk/lock").fields["form"]
    tried = _tried(house, OF_HR, counsellor=VERA, language="nl", file="poster-a4.pdf")
    assert len(tried) > 7
    assert set((await _answers(attacker, tried, token)).values()) == {404}


@pytest.mark.clause("C40")
async def test_for_a_colleague_a_real_case_and_an_invented_one_are_the_same_at_every_address(
    house: House, employee: Employee, attacker: Visitor
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    await at_desk(house, attacker, DAAN)
    token = attacker.form("/desk/lock").fields["form"]
    seen = []
    for number in (case.id, CaseId("f" * 32)):
        tried = [each for each in _tried(house, OF_A_COUNSELLOR, case=number) if number in each[1]]
        assert len(tried) >= 5
        answers = await _answers(attacker, tried, token)
        assert not {200} & {status for (method, _), status in answers.items() if method == "GET"}
        seen.append({(method, path.replace(number, "case")): s for (method, path), s in answers.items()})
    assert seen[0] == seen[1]
    assert await cases_of(house, VERA) == [case]


TO_READ = ("/", "/wie", "/wat", "/nieuw", "/new", "/privacy", "/protocol", "/help", "/help/line-alarm.txt")
FOR_EVERYONE = frozenset({*TO_READ, "/code", "/login"})
"""Pages that are the same for whoever asks."""


@pytest.mark.clause("C58")
@pytest.mark.parametrize("who", ["nobody", "employee", "hr", VERA])
async def test_what_is_for_everyone_opens_for_everyone_and_hands_out_no_cookie(
    house: House, attacker: Visitor, who: str
) -> None:
    if who == "employee":
        await attacker.introduces()
    elif who != "nobody":
        await (logs_in if who == "hr" else at_desk)(house, attacker, who)
    before = attacker.cookies
    for path in FOR_EVERYONE:
        answer = await attacker.client.get(path)
        assert answer.status_code == 200, path
        assert "set-cookie" not in answer.headers, path
    assert attacker.cookies == before


def test_every_page_belongs_to_a_role_or_to_everyone(house: House) -> None:
    own = ("/desk", "/hr", "/chat", "/leave", "/wie/photo/", "/favicon.ico", "/robots.txt", "/login/")
    found = {path for _, path in addresses(house, "/", file="line-alarm.txt") if not path.startswith(own)}
    assert found == FOR_EVERYONE


async def test_an_employee_s_cookie_opens_nothing_of_staff(
    house: House, employee: Employee, attacker: Visitor
) -> None:
    await attacker.introduces()
    tried = [*_tried(house, OF_A_COUNSELLOR), *_tried(house, OF_HR)]
    assert set((await _answers(attacker, tried, "")).values()) == {403}


@pytest.mark.parametrize("prefix", ["/chat/steps", "/chat/receipt"])
async def test_what_is_an_employee_s_own_opens_for_no_other_browser(
    house: House, attacker: Visitor, victim: Visitor, prefix: str
) -> None:
    await victim.introduces()
    tried = _tried(house, prefix)
    assert tried
    await at_desk(house, attacker, VERA)
    assert set((await _answers(attacker, tried, "")).values()) == {404}
