"""The desk: nobody gets further than their own cases, whatever they hold or type."""

import asyncio
import gc
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.demo_house import PASSPHRASE
from bot.server import app
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import CaseId
from handlers.domain.roster import Roster
from handlers.hr import publish
from handlers.ports import LinkPurpose, ReaderKey, Work
from storage import upkeep
from storage.tables import sessions
from tests.house import DAAN, VERA, Counsellor, Employee, MovableClock, cases_of, officer
from tests.security.desk import at_desk, first_case, link_of, logs_in
from tests.web.visitor import Visitor, visitor

WORDS = "Het gaat over pesten."
STEPS = ("accept", "decline", "reply")


async def test_a_colleague_gets_the_same_answer_for_a_real_and_an_invented_case(
    house: House, employee: Employee, attacker: Visitor
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    await at_desk(house, attacker, DAAN)
    token = attacker.form("/desk/lock").fields["form"]
    seen = []
    for number in (case.id, CaseId("0" * 32)):
        answers = [await attacker.client.get(f"/desk/case/{number}")]
        for step in STEPS:
            fields = {"form": token, "text": "Hallo.", "delivery": "x" * 20}
            answers.append(await attacker.client.post(f"/desk/case/{number}/{step}", data=fields))
        answers.append(await attacker.client.get(f"/desk/closing/{number}"))
        for how in ({}, {"outcome": "stopped"}):
            fields = {"form": token, **how}
            answers.append(await attacker.client.post(f"/desk/closing/{number}", data=fields))
        assert {answer.status_code for answer in answers} == {404}
        seen.append([len(answer.content) - answer.text.count(number) * 32 for answer in answers])
    assert seen[0] == seen[1]
    (after,) = await cases_of(house, VERA)
    assert after == case


async def test_hr_sees_no_page_of_the_desk_and_a_counsellor_none_of_hr(
    house: House, employee: Employee, attacker: Visitor
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    await logs_in(house, attacker, "hr")
    token = attacker.form("/hr/leave").fields["form"]
    for path in ("/desk", f"/desk/case/{case.id}", "/desk/keys", "/desk/pings"):
        assert (await attacker.client.get(path)).status_code == 404
    for path in (
        "/desk/unlock",
        "/desk/phrase",
        "/desk/keys/vera-voorbeeld",
        "/desk/pings/telegram",
        "/desk/awake",
    ):
        fields = {"form": token, "phrase": PASSPHRASE, "again": PASSPHRASE}
        assert (await attacker.client.post(path, data=fields)).status_code == 404
    await at_desk(house, attacker, DAAN)
    token = attacker.form("/desk/lock").fields["form"]
    for path in ("/hr", "/hr/add", "/hr/history", "/hr/preview", "/hr/change/vera-voorbeeld"):
        assert (await attacker.client.get(path)).status_code == 404
    for path in ("/hr/save", "/hr/publish"):
        fields = {"form": token, "counsellor": "vera-voorbeeld", "based_on": "1", "mark": "x"}
        assert (await attacker.client.post(path, data=fields)).status_code == 404


async def test_hr_s_own_session_opens_nothing_in_the_rooms_behind_the_pages(
    house: House, employee: Employee
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    session = await officer(house)
    forged = ReaderKey(b"k" * 32)
    for each in (session, replace(session, key=forged)):
        assert await house.desk.cases.open_case(each, case.id, "nl") is None
        assert not await house.desk.cases.inbox(each, "nl")
        for act in (house.desk.cases.accept, house.desk.cases.decline, house.desk.cases.close):
            assert not await act(each, case.id)
        assert not await house.desk.cases.reply(each, case.id, Private("Hallo."))


async def test_a_stolen_cookie_reads_nothing_after_lock_and_nothing_at_all_after_logging_out(
    house: House, employee: Employee, victim: Visitor, attacker: Visitor
) -> None:
    await employee.introduces(pick="woman")
    await at_desk(house, victim, VERA)
    path = await first_case(victim)
    attacker.client.cookies.set("d", victim.cookies["d"])
    lock, leave = victim.form("/desk/lock"), victim.form("/desk/leave")
    await victim.sends(lock)
    await attacker.opens(path)
    assert WORDS not in attacker.answer.text
    assert "De werkplek is op slot" in attacker.words
    await victim.sends(leave)
    await attacker.opens("/desk")
    assert attacker.status == 403


async def test_a_session_that_somebody_planted_is_not_the_one_that_logs_in(
    house: House, victim: Visitor, attacker: Visitor
) -> None:
    planted = "D" * 43
    victim.client.cookies.set("d", planted, domain="127.0.0.1")
    await at_desk(house, victim, VERA)
    assert victim.client.cookies.get("d", domain="127.0.0.1") != planted
    attacker.client.cookies.set("d", planted)
    await attacker.opens("/desk")
    assert attacker.status == 403


async def test_from_the_moment_an_appointment_ends_a_live_session_opens_nothing(
    house: House, employee: Employee, attacker: Visitor, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    await at_desk(house, attacker, VERA)
    path = await first_case(attacker)
    reply = attacker.form(f"{path}/accept")
    link = await link_of(house, VERA)
    await _ends(house, VERA, clock)
    for request in (
        attacker.client.get(path),
        attacker.client.get("/desk"),
        attacker.client.post(reply.action, data=reply.fields),
    ):
        answer = await request
        assert answer.status_code == 403
        assert WORDS not in answer.text
    await attacker.logs_in(link)
    assert attacker.status == 403, "a link from before the end opens nothing either"


async def _ends(house: House, who: str, clock: MovableClock) -> None:
    today = clock.now().date()

    def job(work: Work) -> None:
        current = work.roster.current()
        changed = tuple(
            replace(c, until=today, reason="einde") if c.id == who else c for c in current.counsellors
        )
        work.roster.save_draft(Roster(current.version, changed), current.version)
        publish(work, today, None)

    await house.store.write(job)
    clock.passes(days=1)


async def test_a_link_for_telegram_does_not_log_in_and_a_login_link_does_not_link(house: House) -> None:
    staff = await house.store.read(lambda work: work.desk.staff_of(VERA))
    assert staff is not None
    token = await house.desk.logins.link(staff.id, LinkPurpose.TELEGRAM)
    async with visitor(app(house)) as one:
        await one.logs_in(f"/desk/login/{token.reveal()}")
        assert one.status == 403
    assert await house.desk.logins.enter(token, LinkPurpose.TELEGRAM) is not None, (
        "it was not used up by trying"
    )


async def test_one_link_at_once_in_many_browsers_logs_one_of_them_in(house: House) -> None:
    path = await link_of(house, VERA)
    async with visitor(app(house)) as one:
        answers = await asyncio.gather(
            *(one.client.post(path, data={"form": ""}, follow_redirects=False) for _ in range(12))
        )
    assert sorted(answer.status_code for answer in answers) == [303] + [403] * 11


@pytest.mark.parametrize("after", ["lock", "leave"])
async def test_no_unlocked_key_stays_in_memory_after_the_request(
    house: House, employee: Employee, after: str
) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    private = (await vera.session()).key
    assert private is not None
    mark = bytes(private.private)
    del private
    await vera.reads((await vera.case()).id)
    await (house.desk.keys.lock if after == "lock" else house.desk.logins.leave)(vera.cookie)
    await asyncio.sleep(0)  # the loop lets go of the request
    gc.collect()
    held = [each for each in gc.get_objects() if isinstance(each, ReaderKey) and each.private == mark]
    assert not held
    rows = await upkeep.read(house.store, lambda at: [r.wrapped_key for r in at.run(sa.select(sessions))])
    assert all(row is None for row in rows)


async def test_every_form_of_staff_needs_the_token_of_this_very_browser(
    house: House, employee: Employee, victim: Visitor, attacker: Visitor
) -> None:
    await employee.introduces(pick="woman")
    await at_desk(house, victim, VERA)
    path = await first_case(victim)
    await at_desk(house, attacker, DAAN)
    foreign = attacker.form("/desk/lock").fields["form"]
    posts = [*(f"{path}/{step}" for step in STEPS), path.replace("/case/", "/closing/")]
    posts += ["/desk/lock", "/desk/leave", "/desk/leave-everywhere", "/desk/unlock", "/desk/phrase"]
    posts += ["/desk/awake", "/desk/pings/telegram", "/desk/pings/telegram/stop", "/desk/keys/daan-denkbeeld"]
    for post in posts:
        for token in (foreign, "", "é" * 10, "0" * 36):
            answer = await victim.client.post(post, data={"form": token, "text": "Hallo."})
            assert answer.status_code == 403, (post, token)
    for site in ("cross-site", "same-site"):
        answer = await victim.client.post(
            "/desk/lock", data=victim.form("/desk/lock").fields, headers={"sec-fetch-site": site}
        )
        assert answer.status_code == 403
    await victim.opens(path)
    assert WORDS in victim.words, "nothing of all that locked, left or declined anything"


async def test_login_from_a_page_elsewhere_is_refused_and_uses_nothing_up(house: House) -> None:
    path = await link_of(house, DAAN)
    async with visitor(app(house)) as one:
        answer = await one.client.post(path, data={"form": ""}, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403
        assert not one.cookies
        await one.logs_in(path)
        assert one.cookies
