"""HR invites, and invites again: who may, what ends by it, and what HR learns."""

import re

import pytest

from bot.links import WouldEndSomething, invitation
from bot.server import app
from bot.wiring import House
from handlers.ports import LinkPurpose
from tests.house import DAAN, VERA, MovableClock, staff_of
from tests.web.apps import SAVED_PAGE, by_number, keeps_an_app
from tests.web.test_desk import at_desk, link
from tests.web.visitor import Visitor, visitor


async def test_hr_sets_up_an_app_and_comes_back_with_it(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await another.logs_in(await link(house, "P&O"))
    assert "Je hebt nog geen eigen manier om in te loggen" in another.words
    one = await keeps_an_app(house, another, "hr")
    for path in ("/hr/ways/opens", "/hr/ways/unlock", "/hr/ways/ask-own"):
        assert (await another.client.post(path, data={"form": ""})).status_code == 404
    await another.opens("/hr")
    await another.sends(another.form("/hr/leave"))
    clock.passes(seconds=30)
    await by_number(another, one.words, one.number(house))
    assert another.answer.url.path == "/hr"


@pytest.mark.clause("C43", "C73")
async def test_hr_invites_again_and_learns_nothing_about_the_login_or_the_cases(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await another.logs_in(await link(house, "P&O"))
    pages = []
    for _ in range(2):
        pages.append(SAVED_PAGE.sub("", (await another.client.get("/hr/invite/vera-voorbeeld")).text))
        if len(pages) == 1:
            await employee.introduces()
    assert pages[0] == pages[1]
    async with visitor(app(house)) as vera:
        await at_desk(house, vera)
        await another.opens("/hr/invite/vera-voorbeeld")
        await another.sends(another.form("/hr/invite/vera-voorbeeld"))
        assert "Deze link staat hier één keer" in another.words
        path = re.search(r"http://127\.0\.0\.1:8400(/desk/login/[A-Za-z0-9_-]{43})", another.words)
        assert path is not None
        await vera.opens("/desk")
        assert vera.status == 403, "she is logged out"
        await vera.logs_in(path[1])
        assert "Kies nu hoe je voortaan inlogt" in vera.words
    await another.opens("/hr/invite/vera-voorbeeld")
    assert SAVED_PAGE.sub("", another.answer.text) == pages[0], "the same as before"


@pytest.mark.clause("C73")
async def test_only_hr_invites_and_only_who_is_in_the_list(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    token = another.form("/desk/lock").fields["form"]
    assert (await another.client.get("/hr/invite/daan-denkbeeld")).status_code == 404
    answer = await another.client.post("/hr/invite/daan-denkbeeld", data={"form": token})
    assert answer.status_code == 404
    assert DAAN in [key.counsellor for key in await house.desk.keys.shown()]
    async with visitor(app(house)) as officer:
        await officer.logs_in(await link(house, "P&O"))
        assert (await officer.client.get("/hr/invite/niemand")).status_code == 404
        form = officer.form("/hr/leave").fields["form"]
        answer = await officer.client.post("/hr/invite/vera-voorbeeld", data={"form": "x" * 36})
        assert answer.status_code == 403, "not from a page of this browser"
        staff = await staff_of(house, VERA)
        await house.store.write(lambda work: work.desk.end_staff(staff.id))
        answer = await officer.client.post("/hr/invite/vera-voorbeeld", data={"form": form})
        assert answer.status_code == 404


async def test_an_invitation_asks_for_a_way_to_log_in_before_the_passphrase(
    house: House, another: Visitor
) -> None:
    token = await house.desk.invitations.invite((await staff_of(house, VERA)).id)
    assert token is not None
    await another.logs_in(f"/desk/login/{token.reveal()}")
    assert "Kies nu hoe je voortaan inlogt" in another.words
    await keeps_an_app(house, another)
    assert "Je hebt één manier" in another.words
    await another.opens("/desk")
    assert another.form("/desk/phrase").fields["form"]
    assert await house.desk.logins.enter(token, LinkPurpose.INVITATION) is None


async def test_the_operator_says_again_before_anything_ends(house: House) -> None:
    with pytest.raises(WouldEndSomething, match="add --again"):
        await invitation(house, VERA)
    assert VERA in [key.counsellor for key in await house.desk.keys.shown()]
    link_again = await invitation(house, VERA, again=True)
    assert link_again is not None
    assert "/desk/login/" in link_again
    assert VERA not in [key.counsellor for key in await house.desk.keys.shown()]
    of_hr = await invitation(house, "hr")
    assert of_hr is not None
    assert "/hr/login/" in of_hr
    assert await invitation(house, "niemand") is None
