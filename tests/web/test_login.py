"""Coming in by the pages: numbers without JavaScript and links; slowed down, and telling nothing."""

import pytest

from bot.demo_house import PASSPHRASE
from bot.wiring import House
from tests.house import MovableClock
from tests.web.apps import SAVED_PAGE, SLOW, by_number, keeps_an_app
from tests.web.test_desk import at_desk
from tests.web.visitor import Visitor

NUMBER_FAILED = "Hiermee gaat er niets open"


async def test_an_app_is_set_up_and_used_without_javascript(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await at_desk(house, another)
    assert "Je hebt nog geen eigen manier om in te loggen" in another.words
    one = await keeps_an_app(house, another)
    await another.opens("/desk")
    assert "nog geen eigen manier" not in another.words
    assert "kwam er een manier om in te loggen bij" in another.words, "the owner sees what was added"
    before = another.cookies["d"]
    await another.sends(another.form("/desk/leave"))
    assert "/login" in another.page.links.values()
    clock.passes(seconds=30)
    await by_number(another, one.words, one.number(house))
    assert "De werkplek is op slot" in another.words
    assert another.cookies["d"] != before
    await another.unlocks(PASSPHRASE)
    assert "Postvak" in another.words


async def test_logging_in_again_ends_the_session_that_this_browser_had(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await at_desk(house, another)
    one = await keeps_an_app(house, another)
    before = another.cookies["d"]
    clock.passes(seconds=30)
    await by_number(another, one.words, one.number(house))
    assert another.cookies["d"] != before
    another.client.cookies.set("d", before)
    await another.opens("/desk")
    assert another.status == 403


async def test_a_wrong_number_shows_the_same_secret_again_and_keeps_nothing(
    house: House, another: Visitor
) -> None:
    await at_desk(house, another)
    await another.opens("/desk/ways/numbers")
    form = another.form("/desk/ways/numbers")
    await another.sends(form, number="000000", phrase=PASSPHRASE)
    assert another.status == 400
    assert "Deze cijfercode klopt niet" in another.words
    assert another.form("/desk/ways/numbers").fields["secret"] == form.fields["secret"]
    await another.opens("/desk/ways")
    assert "Inlogwoorden:" not in another.words


@pytest.mark.clause("C40")
async def test_the_answer_says_nothing_about_who_has_an_app(
    house: House, another: Visitor, employee: Visitor, clock: MovableClock
) -> None:
    await at_desk(house, another)
    one = await keeps_an_app(house, another)
    pages = []
    for words, number in (
        (one.words, "000000"),
        ("niemand hier", "000000"),
        (one.words, one.number(house)),
        ("vera voorbeeld", "123456"),
        ("", ""),
    ):
        await by_number(employee, words, number)
        assert employee.status == 403
        assert NUMBER_FAILED in employee.words
        pages.append(SAVED_PAGE.sub("", employee.answer.text))
    assert len(set(pages)) == 1
    assert not employee.cookies


async def test_guessing_numbers_is_slow_for_those_words_alone(
    house: House, another: Visitor, employee: Visitor, clock: MovableClock
) -> None:
    await at_desk(house, another)
    one = await keeps_an_app(house, another)
    clock.passes(seconds=30)
    for _ in range(5):
        await by_number(employee, one.words, "000000")
        assert NUMBER_FAILED in employee.words
    spellings = [one.words.replace(" ", between) for between in ("   ", "-", ", ", "..")]
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter != " " else " " for letter in one.words)
    for words in (one.words, one.words.upper(), f" {one.words}.", wide, *spellings):
        employee.client.cookies.clear()
        await by_number(employee, words, one.number(house))
        assert SLOW in employee.words, "in any spelling, in any browser, right numbers too"
    await by_number(employee, "andere woorden", "000000")
    assert NUMBER_FAILED in employee.words, "somebody else is not slowed down"
    clock.passes(minutes=5)
    await by_number(employee, one.words, one.number(house))
    assert "De werkplek is op slot" in employee.words


async def test_ways_are_shut_at_a_locked_desk(house: House, another: Visitor) -> None:
    await at_desk(house, another)
    token = another.form("/desk/lock").fields["form"]
    await another.sends(another.form("/desk/lock"))
    for path in ("/desk/ways", "/desk/ways/numbers"):
        await another.opens(path)
        assert "De werkplek is op slot" in another.words
    for path in ("ask", "add", "remove", "numbers", "opens"):
        answer = await another.client.post(f"/desk/ways/{path}", data={"form": token})
        assert "De werkplek is op slot" in answer.text
    answer = await another.client.post("/desk/ways/ask-own", data={"form": token})
    assert answer.status_code == 403, "there is no passkey to ask"
    answer = await another.client.post("/desk/ways/unlock", data={"form": token})
    assert "Met deze passkey gaat de werkplek niet open" in answer.text


async def test_the_inbox_names_a_new_way_for_a_week(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await at_desk(house, another)
    await keeps_an_app(house, another)
    for days, shown in ((6, True), (1, False)):
        clock.passes(days=days)
        await another.opens("/desk")
        await another.unlocks(PASSPHRASE)
        assert ("kwam er een manier om in te loggen bij" in another.words) is shown
