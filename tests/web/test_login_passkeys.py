"""Coming in with a passkey: at the name of the site only, slowed down, and telling nothing."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.demo_house import PASSPHRASE
from bot.server import app
from bot.web.app import web_app
from bot.wiring import House
from storage import upkeep
from storage.tables import passkeys
from tests.fakes.authenticator import Device
from tests.web.apps import SAVED_PAGE, SLOW, App
from tests.web.rooms import rooms_of
from tests.web.test_desk import at_desk
from tests.web.visitor import Visitor, visitor


async def keeps_a_passkey(one: Visitor, device: Device, *, opens: bool = False, place: str = "desk") -> None:
    """From "how you log in" to a passkey that is kept, as the page's script does it."""
    await one.opens(f"/{place}/ways")
    form = one.form(f"/{place}/ways/add")
    asked = await one.client.post(f"/{place}/ways/ask", data={**form.fields, "phrase": PASSPHRASE})
    assert asked.headers["content-type"] == "application/json"
    opener = device.opener.reveal() if opens else ""
    await one.sends(form, answer=device.makes(asked.text).reveal(), opener=opener, title="telefoon")


async def by_passkey(one: Visitor, device: Device, *, opens: bool = False) -> None:
    """The login page, as its script does it."""
    await one.opens("/login")
    form = one.form("/login/passkey")
    asked = await one.client.post("/login/ask", data=form.fields)
    opener = device.opener.reveal() if opens else ""
    await one.sends(form, answer=device.uses(asked.text).reveal(), opener=opener)


@pytest.fixture
async def known(house: House) -> Device:
    """A device whose passkey opens Vera's desk."""
    device = Device()
    async with visitor(app(house)) as vera:
        await at_desk(house, vera)
        # The address of these tests is a number: passkeys are at the name, and the page says so.
        await keeps_at_name(house, vera, device)
    return device


async def keeps_at_name(house: House, one: Visitor, device: Device) -> None:
    one.client.base_url = "http://localhost:8400"
    one.client.cookies.set("d", one.cookies["d"], domain="localhost.local")
    await keeps_a_passkey(one, device, opens=True)
    assert "Je passkey is bewaard" in one.words


@pytest.fixture
async def named(house: House) -> AsyncIterator[Visitor]:
    """A browser at the name of the site."""
    async with visitor(app(house)) as one:
        one.client.base_url = "http://localhost:8400"
        yield one


async def test_a_passkey_opens_the_desk_at_once(house: House, known: Device, named: Visitor) -> None:
    await by_passkey(named, known, opens=True)
    assert "Postvak" in named.words
    await named.sends(named.form("/desk/lock"))
    form = named.form("/desk/ways/unlock")
    asked = await named.client.post("/desk/ways/ask-own", data=form.fields)
    await named.sends(form, answer=known.uses(asked.text).reveal(), opener=Device().opener.reveal())
    assert "Met deze passkey gaat de werkplek niet open" in named.words
    asked = await named.client.post("/desk/ways/ask-own", data=form.fields)
    await named.sends(form, answer=known.uses(asked.text).reveal(), opener=known.opener.reveal())
    assert "Postvak" in named.words


async def test_a_passkey_without_its_prf_leaves_the_desk_locked(
    house: House, known: Device, named: Visitor
) -> None:
    await by_passkey(named, known)
    assert "De werkplek is op slot" in named.words
    await named.unlocks(PASSPHRASE)
    assert "Postvak" in named.words


@pytest.mark.clause("C40")
async def test_an_unknown_passkey_gets_the_same_page_as_a_copy_and_a_removed_one(
    house: House, known: Device, named: Visitor
) -> None:
    copy = replace(known)
    await by_passkey(named, known)
    await named.sends(named.form("/desk/leave"))
    pages = []
    for device in (Device(), copy, replace(known, origin="http://127.0.0.1:8400")):
        await by_passkey(named, device)
        assert named.status == 403
        assert "Met deze passkey gaat er niets open" in named.words
        pages.append(SAVED_PAGE.sub("", named.answer.text))
    assert len(set(pages)) == 1


async def test_an_answer_that_is_sent_again_opens_nothing(
    house: House, known: Device, named: Visitor
) -> None:
    await named.opens("/login")
    form = named.form("/login/passkey")
    asked = await named.client.post("/login/ask", data=form.fields)
    answer = known.uses(asked.text).reveal()
    await named.sends(form, answer=answer, opener="")
    assert "De werkplek is op slot" in named.words
    async with visitor(app(house)) as thief:
        await thief.opens("/login")
        await thief.sends(thief.form("/login/number"), words="x", number="1")
        again = await thief.client.post("/login/passkey", data={**form.fields, "answer": answer})
        assert again.status_code == 403


async def test_asking_and_answering_are_limited_and_tell_so(house: House, named: Visitor) -> None:
    await named.opens("/login")
    form = named.form("/login/passkey")
    async with visitor(web_app(rooms_of(house)), cookie="d=" + "x" * 43) as one:
        one.client.base_url = "http://localhost:8400"
        answers = [await one.client.post("/login/ask", data=form.fields) for _ in range(12)]
        assert [answer.status_code for answer in answers] == [200] * 10 + [429] * 2
        for _ in range(5):
            await one.client.post("/login/passkey", data=form.fields)
        slow = await one.client.post("/login/passkey", data=form.fields)
        assert SLOW in slow.text


async def test_forms_of_the_login_page_from_elsewhere_are_refused(house: House, named: Visitor) -> None:
    for path in ("/login/ask", "/login/passkey", "/login/number"):
        answer = await named.client.post(
            path, data={"form": ""}, headers={"sec-fetch-site": "cross-site", "origin": "http://x.example"}
        )
        assert answer.status_code == 403


async def test_at_a_number_the_page_says_where_passkeys_work(house: House, another: Visitor) -> None:
    await another.opens("/login")
    assert "http://localhost:8400/login" in another.words
    assert not [form for form in another.page.forms if form.action == "/login/passkey"]
    await at_desk(house, another)
    await another.opens("/desk/ways")
    assert "http://localhost:8400/login" in another.words
    async with visitor(web_app(replace(rooms_of(house), base_url="https://192.0.2.7"))) as one:
        await one.opens("/login")
        assert "Een passkey werkt hier niet" in one.words


async def test_the_last_way_has_no_button_and_cannot_be_taken_away(
    house: House, known: Device, named: Visitor
) -> None:
    await by_passkey(named, known, opens=True)
    await named.opens("/desk/ways")
    assert not [form for form in named.page.forms if form.action == "/desk/ways/remove"]
    token = named.form("/desk/ways/add").fields["form"]
    for way in ("numbers", "x"):
        answer = await named.client.post("/desk/ways/remove", data={"form": token, "way": way})
        assert "Je laatste manier om in te loggen blijft altijd staan" in answer.text
    second = Device()
    await keeps_a_passkey(named, second)
    assert "Opent geen berichten" in named.words
    form = named.form("/desk/ways/opens")
    asked = await named.client.post("/desk/ways/ask-own", data=form.fields)
    allowed = json.loads(asked.text)["allowCredentials"]
    assert len(allowed) == 2
    await named.sends(form, answer=second.uses(asked.text).reveal(), opener=second.opener.reveal())
    assert "open je voortaan ook berichten" in named.words
    await named.sends(form, opener="")
    assert "Dit lukt niet met deze passkey" in named.words
    await named.sends(named.form("/desk/ways/remove"))
    assert "Weggehaald" in named.words


async def test_a_passkey_that_was_made_for_somebody_else_is_not_kept(
    house: House, known: Device, named: Visitor
) -> None:
    await by_passkey(named, known, opens=True)
    await named.opens("/desk/ways")
    await named.sends(named.form("/desk/ways/add"), answer="{}", title="x")
    assert "Deze passkey is niet bewaard" in named.words


async def test_a_row_that_somebody_wrote_into_the_database_is_reported(
    house: House, known: Device, named: Visitor
) -> None:
    await by_passkey(named, known, opens=True)
    await upkeep.write(house.store, lambda at: at.run(sa.update(passkeys).values(sealed=b"x" * 99)).rowcount)
    await named.opens("/desk/ways")
    assert "klopt niet met zijn zegel" in named.words


async def test_unlocking_with_a_passkey_is_slowed_down_like_the_passphrase(
    house: House, another: Visitor
) -> None:
    await at_desk(house, another)
    token = another.form("/desk/lock").fields["form"]
    await another.sends(another.form("/desk/lock"))
    answers = [await another.client.post("/desk/ways/unlock", data={"form": token}) for _ in range(7)]
    assert "Wacht even voor je het opnieuw probeert" in answers[-1].text


async def test_a_desk_that_was_left_open_makes_no_way_in_that_stays(
    house: House, known: Device, named: Visitor
) -> None:
    await by_passkey(named, known, opens=True)
    await named.opens("/desk/ways")
    form = named.form("/desk/ways/add")
    for phrase in ("", "een andere zin"):
        asked = await named.client.post("/desk/ways/ask", data={**form.fields, "phrase": phrase})
        assert asked.status_code == 403
    await named.opens("/desk/ways/numbers")
    numbers = named.form("/desk/ways/numbers")
    right = App(numbers.fields["secret"], numbers.fields["words"]).number(house)
    await named.sends(numbers, number=right, phrase="een andere zin")
    assert "Deze wachtzin past niet" in named.words
    for _ in range(4):
        await named.sends(numbers, number=right, phrase="nog een andere zin")
    await named.sends(numbers, number=right, phrase=PASSPHRASE)
    assert "Je app is bewaard" not in named.words, "guessing is slow"
    await named.opens("/desk/ways")
    assert "Inlogwoorden:" not in named.words
