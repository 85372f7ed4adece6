"""Nobody who is not logged in gets past the door, and what does not work at the desk is said."""

from dataclasses import replace

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.errors import StorageError
from handlers.ports import Channel, Reach
from tests.house import MovableClock
from tests.web.rooms import addresses, pages_of, rooms_of
from tests.web.test_desk import at_desk, link, open_first
from tests.web.test_hr import at_hr
from tests.web.visitor import Visitor, visitor


async def test_every_page_of_staff_is_shut_without_a_session(house: House, another: Visitor) -> None:
    shut = 0
    known = {"step": "reply", "counsellor": "vera-voorbeeld", "language": "nl", "file": "x"}
    for method, path in (*addresses(house, "/desk", **known), *addresses(house, "/hr", **known)):
        if "login" in path:
            continue
        fields = {"form": ""} if method == "POST" else None
        answer = await another.client.request(method, path, data=fields)
        assert answer.status_code == 403, (method, path)
        assert "Je bent niet ingelogd" in answer.text
        shut += 1
    assert shut > 20


async def test_every_page_with_content_asks_for_the_passphrase_first(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    reply = another.form(f"{path}/reply")
    await another.sends(another.form("/desk/lock"))
    for shut in (path, "/desk", "/desk/keys", "/desk/pings"):
        await another.opens(shut)
        assert "De werkplek is op slot" in another.words, shut
    await another.sends(reply, text="Deze tekst blijft hier.")
    assert "Deze tekst blijft hier." in another.answer.text
    assert "De werkplek is op slot" in another.words
    for path in ("/desk/pings/telegram", "/desk/keys/daan-denkbeeld"):
        answer = await another.client.post(path, data={"form": reply.fields["form"]})
        assert "De werkplek is op slot" in answer.text


async def test_typing_keeps_the_desk_awake(house: House, another: Visitor, clock: MovableClock) -> None:
    await at_desk(house, another)
    token = another.form("/desk/lock").fields["form"]
    for _ in range(3):
        clock.passes(minutes=10)
        answer = await another.client.post("/desk/awake", data={"form": token})
        assert answer.status_code == 204
    await another.opens("/desk")
    assert "Postvak" in another.words


async def test_logging_out_shuts_the_desk(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    await another.sends(another.form("/desk/leave"))
    assert not another.cookies
    await another.opens("/desk")
    assert another.status == 403


async def test_an_empty_and_a_far_too_long_reply_are_not_sent(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    await another.sends(another.form(f"{path}/reply"), text=" \u200b ")
    assert another.status == 400
    assert "Er staat nog niets in je bericht" in another.words
    long = "brief " * 4_000
    await another.sends(another.form(f"{path}/reply"), text=long)
    assert another.status == 413
    assert another.form(f"{path}/reply").fields["text"].strip() == long.strip()


async def test_a_reply_after_the_employee_withdrew_is_given_back(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    closing = path.replace("/case/", "/closing/")
    reply = another.form(f"{path}/reply")
    await another.opens(closing)
    await another.sends(another.form(closing))
    await another.sends(reply, text="Te laat geschreven.")
    assert another.status == 409
    assert "Te laat geschreven." in another.answer.text


@pytest.mark.parametrize("path", ["/desk/case/short", "/desk/case/" + "z" * 32])
async def test_what_is_no_case_at_all_is_not_there(house: House, another: Visitor, path: str) -> None:
    await at_desk(house, another)
    await another.opens(path)
    assert another.status == 404
    await another.opens("/desk")
    token = another.form("/desk/lock").fields["form"]
    answer = await another.client.post(f"{path}/accept", data={"form": token})
    assert answer.status_code == 404


async def test_an_unknown_step_and_an_unknown_key_are_not_there(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    token = another.form(f"{path}/accept").fields["form"]
    for shut in (f"{path}/erase", "/desk/keys/niemand"):
        assert (await another.client.post(shut, data={"form": token})).status_code == 404


async def test_nobody_confirms_a_key_of_their_own(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    token = another.form("/desk/lock").fields["form"]
    answer = await another.client.post("/desk/keys/vera-voorbeeld", data={"form": token})
    assert "Deze sleutel is niet bevestigd" in answer.text


async def test_a_key_that_was_changed_in_the_database_is_reported_at_the_desk(
    house: House, another: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await at_desk(house, another)

    async def changed() -> None:
        raise StorageError("a counsellor's key was changed")

    monkeypatch.setattr(house.desk.keys, "shown", changed)
    for path in ("/desk", "/desk/keys"):
        await another.opens(path)
        assert another.status == 200
        assert "klopt niet met zijn zegel" in another.words


async def test_a_counsellor_stops_notices_on_telegram(house: House) -> None:
    async with visitor(pages_of(replace(rooms_of(house), telegram_name="openoor_bot"))) as one:
        await at_desk(house, one)
        session = await house.desk.logins.session(Private(one.cookies["d"]))
        assert session is not None
        reach = Reach(Channel.TELEGRAM, Private("77"), "nl")
        await house.store.write(lambda work: work.reaches.set_staff(session.staff.id, reach))
        await one.opens("/desk/pings")
        assert "Je krijgt berichten op Telegram." in one.words
        await one.sends(one.form("/desk/pings/telegram/stop"))
        assert "Gestopt." in one.words
        assert "Je krijgt geen berichten op Telegram." in one.words


async def test_dead_links_are_slowed_down(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    dead = f"/desk/login/{'x' * 43}"
    for _ in range(6):
        await another.logs_in(dead)
        assert another.status == 403
    await another.logs_in(await link(house, "Vera Voorbeeld"))
    assert another.status == 403


async def test_publishing_what_is_not_there_or_was_changed_says_so(house: House, another: Visitor) -> None:
    await another.logs_in(await link(house, "P&O"))
    token = another.form("/hr/leave").fields["form"]
    answer = await another.client.post("/hr/publish", data={"form": token, "mark": "x"})
    assert "Er is niets om zichtbaar te maken" in answer.text
    answer = await another.client.post("/hr/save", data={"form": token, "counsellor": "vera-voorbeeld"})
    assert answer.status_code == 400
    answer = await another.client.post("/hr/save", data={"form": token, "hello_nl": "a" * 3_000})
    assert answer.status_code == 400


@pytest.mark.parametrize("path", ["/hr/invite/%00", "/hr/nergens", "/desk/case/%00", "/chat%00"])
async def test_an_address_with_a_nul_in_it_is_an_address_that_is_not_there(
    employee: Visitor, path: str
) -> None:
    await employee.opens(path)
    assert employee.status == 404
    assert "Deze pagina is er niet" in employee.words


async def test_a_name_of_the_program_with_a_nul_in_it_is_no_form(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    token = another.form("/hr/leave").fields["form"]
    answer = await another.client.post("/hr/ways/remove", data={"form": token, "way": "\0"})
    assert answer.status_code == 400


@pytest.mark.parametrize("secret", ["", "geheim", "A" * 31 + "é", "1" * 32])
async def test_a_secret_that_no_page_made_is_refused_and_draws_nothing(
    house: House, another: Visitor, secret: str
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/ways/numbers")
    await another.sends(another.form("/hr/ways/numbers"), secret=secret, number="000000")
    assert another.status == 400
    assert "Er is niets veranderd" in another.words


@pytest.mark.parametrize(
    ("who", "path", "back"), [("hr", "/hr/nergens", "/hr"), ("Vera Voorbeeld", "/desk/nergens", "/desk")]
)
async def test_a_page_of_staff_that_does_not_work_leads_back_to_their_own_and_not_to_an_employee_s(
    house: House, another: Visitor, who: str, path: str, back: str
) -> None:
    await another.opens(path)
    assert "/help" in another.page.links.values()
    await (at_hr(house, another) if who == "hr" else another.logs_in(await link(house, who)))
    await another.opens(path)
    assert another.status == 404
    assert set(another.page.links.values()) == {"#content", back}
