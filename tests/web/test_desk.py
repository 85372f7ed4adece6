"""The counsellor's desk in a browser without JavaScript, and what stays shut for everybody else."""

import re
from dataclasses import replace

import pytest

from bot.demo_house import PASSPHRASE, furnish
from bot.server import app
from bot.web.app import web_app
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import CounsellorId
from handlers.ports import LinkPurpose
from tests.house import MovableClock
from tests.web.apps import keeps_an_app
from tests.web.rooms import addresses, rooms_of
from tests.web.visitor import Visitor, visitor


async def link(house: House, who: str) -> str:
    """The path of a fresh login link."""
    links = await furnish(house)
    return links[who].removeprefix(house.settings.address)


async def at_desk(house: House, one: Visitor, who: str = "Vera Voorbeeld") -> None:
    """Logged in and unlocked."""
    await one.logs_in(await link(house, who))
    await one.unlocks(PASSPHRASE)


async def open_first(one: Visitor) -> str:
    """Open the first case of the inbox; its path."""
    await one.opens("/desk")
    path = next(href for href in one.page.links.values() if "/desk/case/" in href)
    await one.opens(path)
    return path


async def test_looking_at_a_login_link_does_not_use_it_up(house: House, another: Visitor) -> None:
    path = await link(house, "Vera Voorbeeld")
    for _ in range(3):
        await another.opens(path)
        await another.client.head(path)
    await another.logs_in(path)
    assert "De werkplek is op slot" in another.words


async def test_a_login_link_works_once_and_for_a_quarter_of_an_hour(
    house: House, another: Visitor, employee: Visitor, clock: MovableClock
) -> None:
    path = await link(house, "Vera Voorbeeld")
    await another.logs_in(path)
    await employee.logs_in(path)
    assert employee.status == 403
    assert "Deze link werkt niet" in employee.words
    assert 'href="/login"' in employee.answer.text
    late = await link(house, "Vera Voorbeeld")
    clock.passes(minutes=16)
    await employee.logs_in(late)
    assert employee.status == 403


async def test_logging_in_gives_a_fresh_session_and_ends_the_old_one(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    before = another.cookies["d"]
    await another.logs_in(await link(house, "Vera Voorbeeld"))
    assert another.cookies["d"] != before
    another.client.cookies.set("d", before)
    await another.opens("/desk")
    assert another.status == 403


async def test_a_counsellor_accepts_reads_writes_and_closes(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    assert "Het gaat over pesten." in another.words
    await another.sends(another.form(f"{path}/accept"))
    assert "Aangenomen. Je kunt nu schrijven." in another.words
    await another.sends(another.form(f"{path}/reply"), text="Wat heb je nu nodig?")
    assert "Wat heb je nu nodig?" in another.words
    await employee.opens("/chat")
    assert "Wat heb je nu nodig?" in employee.words
    closing = path.replace("/case/", "/closing/")
    await another.opens(closing)
    await another.sends(another.form(closing))
    assert "Lezen kan nog 30 dagen" in another.words


async def test_a_reply_that_is_sent_twice_arrives_once(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    form = another.form(f"{path}/reply")
    await another.sends(form, text="Ik lees mee.")
    await another.sends(form, text="Ik lees mee.")
    assert another.words.count("Ik lees mee.") == 1


async def test_declining_takes_the_words_away_and_the_employee_chooses(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/decline"))
    assert "Het gaat over pesten." not in another.words
    await employee.opens("/chat")
    await employee.presses_payload("/news")
    assert "/SetSlots(declined_next=other)" in employee.payloads


@pytest.mark.clause("C40")
async def test_somebody_else_s_case_looks_like_no_case_at_all(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    async with visitor(app(house)) as daan, visitor(app(house)) as officer, visitor(app(house)) as outsider:
        await at_desk(house, daan, "Daan Denkbeeld")
        await officer.logs_in(await link(house, "P&O"))
        for person in (daan, officer, outsider):
            pages = []
            for case in (path, f"/desk/case/{'0' * 32}"):
                await person.opens(case)
                pages.append((person.status, re.sub(r'(nonce|value|href)="[^"]*"', "", person.answer.text)))
            assert pages[0] == pages[1]
            assert pages[0][0] in (403, 404)
            assert "pesten" not in pages[0][1]


@pytest.mark.clause("C73")
async def test_hr_reaches_names_and_nothing_of_the_desk(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await another.logs_in(await link(house, "P&O"))
    assert "Vera Voorbeeld" in another.words
    token = next(form for form in another.page.forms if form.action.startswith("/hr/leave")).fields["form"]
    shut = 0
    for method, path in addresses(house, "/desk", step="accept", counsellor="vera-voorbeeld"):
        if "login" not in path:
            fields = {"form": token} if method == "POST" else None
            answer = await another.client.request(method, path, data=fields)
            assert answer.status_code == 404, (method, path)
            shut += 1
    assert shut > 12
    # The names are there without HR, and the page names both ways.
    await employee.opens("/wie")
    assert "Daan Denkbeeld" in employee.words
    assert "De namen staan ook bij P&O" in employee.words


async def test_a_counsellor_does_not_reach_the_pages_of_hr(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    for path in ("/hr", "/hr/add", "/hr/preview", "/hr/history"):
        await another.opens(path)
        assert another.status == 404


async def test_wrong_passphrases_change_nothing_and_are_slowed_down(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await another.logs_in(await link(house, "Vera Voorbeeld"))
    for _ in range(5):
        await another.unlocks("niet de goede zin")
        assert "Deze wachtzin past niet" in another.words
    await another.unlocks(PASSPHRASE)
    assert "Wacht even" in another.words
    clock.passes(minutes=2)
    await another.opens("/desk")
    await another.unlocks(PASSPHRASE)
    assert "Postvak" in another.words


async def test_lock_now_asks_for_the_passphrase_and_goes_back_to_the_case(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form("/desk/lock"))
    await another.opens(path)
    assert "Het gaat over pesten." not in another.words
    await another.unlocks(PASSPHRASE)
    assert "Het gaat over pesten." in another.words


async def test_words_typed_at_a_desk_that_went_shut_are_given_back(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    form = another.form(f"{path}/reply")
    clock.passes(minutes=20)
    await another.sends(form, text="Een lange brief die niet weg mag.")
    assert another.status == 403
    assert "Een lange brief die niet weg mag." in another.answer.text
    assert "pesten" not in another.answer.text


async def test_logging_out_everywhere_ends_every_session(
    house: House, another: Visitor, employee: Visitor
) -> None:
    await at_desk(house, another)
    await at_desk(house, employee)
    await another.sends(another.form("/desk/leave-everywhere"))
    assert not another.cookies
    await employee.opens("/desk")
    assert employee.status == 403


async def test_a_first_passphrase_makes_a_key_that_a_colleague_must_confirm(
    house: House, another: Visitor, employee: Visitor
) -> None:
    await new_counsellor(house, employee)
    staff = await house.store.read(lambda work: work.desk.staff_of(CounsellorId("noor-nieuw")))
    assert staff is not None
    token = await house.desk.logins.link(staff.id, LinkPurpose.INVITATION)
    await another.logs_in(f"/desk/login/{token.reveal()}")
    assert "Kies nu hoe je voortaan inlogt" in another.words, "that comes before the passphrase"
    await keeps_an_app(house, another)
    await another.opens("/desk")
    form = another.form("/desk/phrase")
    await another.sends(form, phrase="te kort", again="te kort")
    assert "Deze wachtzin is te kort" in another.words
    await another.sends(form, phrase="een lange goede zin", again="een andere lange zin")
    assert "De twee zinnen zijn niet gelijk" in another.words
    await another.sends(form, phrase="een lange goede zin", again="een lange goede zin")
    assert "nog niet bevestigd" in another.words
    async with visitor(app(house)) as vera:
        await at_desk(house, vera)
        await vera.opens("/desk/keys")
        form = vera.form("/desk/keys/noor-nieuw")
        assert form.fields["shown"] in vera.words, "the digits of the page go with the press"
        for other in ("", form.fields["shown"][::-1]):
            await vera.sends(form, shown=other)
            assert "Deze sleutel is niet bevestigd" in vera.words
        await vera.sends(form)
        assert "De sleutel van Noor Nieuw is bevestigd" in vera.words
    await another.opens("/desk/keys")
    assert "Jouw sleutel is bevestigd" in another.words


async def new_counsellor(house: House, officer: Visitor) -> None:
    """HR adds Noor Nieuw and publishes."""
    await officer.logs_in(await link(house, "P&O"))
    await officer.opens("/hr/add")
    await officer.sends(officer.form("/hr/save"), **NOOR)
    await officer.opens("/hr/preview")
    await officer.sends(officer.form("/hr/publish"))
    assert "Zichtbaar. Dit is versie 2." in officer.words


NOOR = {
    "id": "noor-nieuw",
    "name": "Noor Nieuw",
    "gender": "woman",
    "side": "internal",
    "languages": "nl",
    "hello_nl": "Welkom.",
    "place": "Kamer 3",
    "days": "vrijdag",
    "phone": "085-0000 313",
    "mail": "noor@korenbloem.example",
    "appointed_from": "2026-11-01",
    "appointment": "Besluit 7",
    "certificate_seen_on": "2026-10-20",
    "certificate_seen_by": "directiesecretaris",
}


async def test_telegram_says_when_it_is_off(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    await another.opens("/desk/pings")
    assert "Telegram staat niet aan" in another.words


async def test_telegram_gives_a_link_and_the_command_in_words(house: House) -> None:
    async with visitor(web_app(replace(rooms_of(house), telegram_name="openoor_bot"))) as one:
        await at_desk(house, one)
        await one.opens("/desk/pings")
        await one.sends(one.form("/desk/pings/telegram"))
        href = next(href for href in one.page.links.values() if "t.me" in href)
        token = href.partition("start=")[2]
        assert f"/start {token}" in one.words
        staff = await house.store.write(
            lambda work: work.desk.spend_link(Private(token), LinkPurpose.TELEGRAM, house.clock.now())
        )
        assert staff is not None


@pytest.mark.clause("C33")
async def test_hints_are_shown_once_and_never_hold_a_reply_back(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await employee.introduces()
    await at_desk(house, another)
    path = await open_first(another)
    await another.sends(another.form(f"{path}/accept"))
    await another.sends(another.form(f"{path}/reply"), text="Waarom ging je niet weg?")
    assert "kan klinken als twijfel" in another.words
    form = another.form(f"{path}/reply")
    assert form.fields["text"] == "Waarom ging je niet weg?"
    await employee.opens("/chat")
    assert "Waarom ging je niet weg?" not in employee.words
    await another.sends(form, text="Waarom ging je niet weg? Je moet aangifte doen.")
    assert "Laat de keuze bij de ander" in another.words
    await another.sends(another.form(f"{path}/reply"))
    assert "Verstuurd." in another.words
    await employee.opens("/chat")
    assert "Waarom ging je niet weg? Je moet aangifte doen." in employee.words
