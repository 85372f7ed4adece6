"""The employee's chat without JavaScript: press, type, come back, leave; nothing is lost."""

import json
from dataclasses import replace

import pytest

from bot.server import app
from bot.wiring import House
from dialogues.private import Private
from dialogues.texts import numbered
from handlers.domain.errors import Locked
from handlers.ports import Answer, Inbound
from storage.upkeep import hourly
from tests.house import Counsellor, MovableClock, rows
from tests.web.rooms import pages_of, rooms_of
from tests.web.visitor import Visitor, visitor

LONG = "Het is al maanden zo. " * 400


@pytest.mark.clause("C38")
async def test_eight_presses_bring_a_message_to_a_counsellor_without_typing(
    house: House, employee: Visitor
) -> None:
    await employee.introduces()
    assert "Het is verstuurd naar Vera Voorbeeld" in employee.words
    # The start, the code that only the web needs, and the eight answers.
    assert employee.presses <= 10


async def test_reading_and_the_start_page_set_no_cookie(employee: Visitor) -> None:
    for path in ("/", "/wie", "/wat", "/nieuw", "/new", "/privacy", "/protocol", "/help", "/code"):
        await employee.opens(path)
        assert "set-cookie" not in employee.answer.headers, path
    assert not employee.cookies


async def test_the_second_counsellor_of_a_list_stands_apart_and_no_markup_is_read(employee: Visitor) -> None:
    await employee.opens("/")
    await employee.sends(employee.form("/chat"), payload="/who")
    assert '<p class="apart" dir="auto">Daan Denkbeeld' in employee.answer.text
    assert "<" not in employee.words


async def test_asking_who_they_are_from_the_start_keeps_nothing(house: House, employee: Visitor) -> None:
    await employee.opens("/")
    form = employee.form("/chat")
    await employee.sends(form, payload="/who")
    assert "Vera Voorbeeld" in employee.words
    assert not employee.cookies


@pytest.mark.clause("C38")
async def test_the_language_can_change_at_any_moment_and_the_place_stays(employee: Visitor) -> None:
    await employee.to_code()
    await employee.presses_payload("/language")
    await employee.chooses(language_choice="en")
    assert employee.page.language == "en"
    await employee.chooses(teach="skip")
    assert any(each.startswith("/SetSlots(send=yes)~") for each in employee.payloads)


async def test_the_same_form_twice_changes_nothing_twice(house: House, employee: Visitor) -> None:
    await employee.introduces()
    form = next(form for form in employee.page.forms if "text" in form.fields)
    await employee.sends(form, text="Ik wil nog iets zeggen.")
    await employee.sends(form, text="Ik wil nog iets zeggen.")
    assert employee.status == 200
    await employee.opens("/chat")
    assert employee.words.count("Ik wil nog iets zeggen.") == 1


async def test_other_words_in_an_old_form_are_taken_too(employee: Visitor) -> None:
    await employee.introduces()
    form = next(form for form in employee.page.forms if "text" in form.fields)
    await employee.sends(form, text="Het eerste.")
    await employee.sends(form, text="Het tweede.")
    await employee.opens("/chat")
    assert "Het eerste." in employee.words
    assert "Het tweede." in employee.words


@pytest.mark.parametrize("days", [1, 2, 3, 4, 40])
async def test_words_of_a_page_that_was_kept_open_are_never_sent_twice(
    house: House, employee: Visitor, clock: MovableClock, days: int
) -> None:
    await employee.introduces()
    form = next(form for form in employee.page.forms if "text" in form.fields)
    await employee.sends(form, text="Dit wil ik nog zeggen.")
    clock.passes(days=days)
    await house.sweep.run()
    await hourly(house.store)
    await employee.sends(form, text="Dit wil ik nog zeggen.")
    assert (employee.status == 409) is (days > 2)
    vera = await Counsellor.logs_in(house, "vera-voorbeeld")
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    view = await house.desk.cases.open_case(await vera.session(), row.case.id, "nl")
    assert view is not None
    assert [letter.text.reveal() for letter in view.letters][1:] == ["Dit wil ik nog zeggen."]
    if days > 2:
        back = next(form for form in employee.page.forms if "text" in form.fields)
        assert "Dit wil ik nog zeggen." in back.fields["text"]


async def test_words_typed_into_a_page_that_was_kept_open_come_back_and_can_be_sent(
    house: House, employee: Visitor, clock: MovableClock
) -> None:
    code = await employee.introduces()
    form = next(form for form in employee.page.forms if "text" in form.fields)
    clock.passes(days=5)
    await employee.sends(form, text="Ik heb er lang over nagedacht.")
    assert "Deze pagina was te oud" in employee.words
    fresh = next(form for form in employee.page.forms if "text" in form.fields)
    await employee.sends(fresh)
    assert employee.status == 200
    assert "Deze pagina was te oud" not in employee.words
    assert "Vul eerst je code in" in employee.words
    await employee.sends(employee.form("/code"), code=code)
    await employee.sends(next(form for form in employee.page.forms if "text" in form.fields))
    assert (await rows(house))["letters"] == 2


async def test_an_old_button_changes_nothing_and_says_so(employee: Visitor) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    old = next(form for form in employee.page.forms if "/SetSlots(in_danger=safe)" in str(form.buttons))
    await employee.sends(old, payload="/SetSlots(in_danger=safe)")
    await employee.sends(old, payload="/SetSlots(in_danger=unsafe)")
    assert "Deze knop hoort bij een eerdere vraag" in employee.words
    assert "/SetSlots(need=someone)" in employee.payloads


async def test_a_very_long_text_arrives_whole(house: House, employee: Visitor) -> None:
    await employee.introduces()
    await employee.types(LONG)
    vera = await Counsellor.logs_in(house, "vera-voorbeeld")
    (row,) = await house.desk.cases.inbox(await vera.session(), "nl")
    view = await house.desk.cases.open_case(await vera.session(), row.case.id, "nl")
    assert view is not None
    assert view.letters[-1].text.reveal().strip() == LONG.strip()


async def test_a_text_that_is_too_long_comes_back_into_its_field(employee: Visitor) -> None:
    await employee.introduces()
    text = "a b " * 6_000
    await employee.types(text)
    assert employee.status == 413
    assert "Stuur het in delen" in employee.words
    form = next(form for form in employee.page.forms if "text" in form.fields)
    assert form.fields["text"].strip() == text.strip()


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "😀😀😀", "‮שלום", "\x07\x1b[31m", "<b>vet</b>"])
async def test_odd_texts_get_an_answer_and_show_as_they_are(employee: Visitor, text: str) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    await employee.types(text)
    assert employee.status == 200
    assert employee.payloads
    assert "<b>vet</b>" not in employee.answer.text


async def test_when_the_database_is_busy_the_words_stay_in_the_field(house: House) -> None:
    async def busy(_: Inbound) -> Answer:
        raise Locked("the database stayed locked")

    async with visitor(pages_of(replace(rooms_of(house), take=busy))) as one:
        await one.opens("/")
        form = one.form("/chat")
        await one.sends(form, text="Dit mag niet weg.")
        assert one.status == 503
        assert one.answer.headers["retry-after"]
        assert "Dit mag niet weg." in next(f for f in one.page.forms if "text" in f.fields).fields["text"]


async def test_too_many_presses_of_one_browser_wait_and_another_browser_does_not(
    employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    for _ in range(60):
        await employee.presses_payload("/help_now")
        if employee.status == 429:
            break
    assert employee.status == 429
    assert "112" in employee.words or "Probeer het over een minuut" in employee.words
    await another.opens("/")
    await another.presses_payload("/start")
    assert another.status == 200
    clock.passes(seconds=30)
    await employee.presses_payload("/help_now")
    assert employee.status == 200


async def test_quick_exit_goes_to_a_neutral_page_and_forgets_the_way_in(
    house: House, employee: Visitor
) -> None:
    await employee.introduces()
    employee.client.follow_redirects = False
    await employee.sends(employee.form("/leave"))
    assert employee.answer.headers["location"] == "https://www.knmi.nl/"
    assert not employee.cookies
    await employee.opens("/chat")
    assert employee.answer.headers["location"] == "/"


async def test_quick_exit_wipes_what_was_never_sent(house: House, employee: Visitor) -> None:
    await employee.to_code()
    token = employee.cookies["t"]
    employee.client.follow_redirects = False
    await employee.sends(employee.form("/leave"))
    employee.client.cookies.set("t", token)
    await employee.opens("/chat")
    assert employee.answer.headers["location"] == "/"


async def test_after_wiping_the_cookie_goes_and_the_code_opens_nothing(
    house: House, employee: Visitor
) -> None:
    code = await employee.introduces()
    await employee.presses_payload("/wipe")
    await employee.chooses(wipe_ok="yes")
    assert "Alles is gewist" in employee.words
    assert not employee.cookies
    await employee.opens("/code")
    await employee.sends(employee.form("/code"), code=code)
    assert "Met deze code gaat er niets open" in employee.words


async def test_both_can_write_to_each_other(house: House, employee: Visitor) -> None:
    await employee.introduces()
    vera = await Counsellor.logs_in(house, "vera-voorbeeld")
    session = await vera.session()
    (row,) = await house.desk.cases.inbox(session, "nl")
    assert await house.desk.cases.accept(session, row.case.id)
    assert await house.desk.cases.reply(session, row.case.id, Private("Wat heb je nu nodig?"))
    await employee.opens("/chat")
    assert "/news" in employee.payloads
    await employee.presses_payload("/news")
    assert "Wat heb je nu nodig?" in employee.words
    assert row.alias not in employee.answer.text
    await employee.types("Een gesprek, graag.")
    view = await house.desk.cases.open_case(session, row.case.id, "nl")
    assert view is not None
    assert view.letters[-1].text.reveal() == "Een gesprek, graag."


async def test_the_receipt_has_the_fields_of_the_standard_and_no_words(
    house: House, employee: Visitor
) -> None:
    await employee.introduces()
    await employee.opens("/chat/receipt")
    assert "Vera Voorbeeld" in employee.words
    answer = await employee.client.get("/chat/receipt.json")
    (record,) = json.loads(answer.text)
    assert set(record) == {"receipt_metadata", "header", "pii_processing", "party_identification", "event"}
    assert record["event"][0]["event_state"] == "spent"
    assert "pesten" not in answer.text
    assert "Waarvoor" in (await employee.client.get("/chat/receipt.txt")).text


async def test_there_is_no_receipt_for_who_sent_nothing(employee: Visitor) -> None:
    await employee.opens("/chat/receipt.json")
    assert employee.status == 404


async def test_the_code_sheet_has_a_neutral_title_and_the_day_to_come_back(employee: Visitor) -> None:
    await employee.to_code()
    await employee.opens("/chat/sheet")
    assert employee.page.title == "Lijst"
    assert len((await employee.code()).split()) == 8
    assert "woensdag 25 november" in employee.words


async def test_the_field_under_the_code_asks_for_the_two_words_and_not_for_a_story(employee: Visitor) -> None:
    await employee.to_code()
    assert "Typ hier de twee woorden" in employee.words
    assert "Of zeg het in je eigen woorden" not in employee.words
    await employee.chooses(teach="skip")
    assert "Of zeg het in je eigen woorden" in employee.words


async def test_nobody_is_told_to_look_for_news_before_anything_was_sent(employee: Visitor) -> None:
    await employee.to_code()
    assert "Kijk of er nieuws is" not in employee.words
    await employee.chooses(teach="skip")
    await employee.chooses(send="yes")
    assert "Kijk of er nieuws is" in employee.words


async def test_the_code_is_gone_from_the_page_after_fifteen_minutes(
    employee: Visitor, clock: MovableClock
) -> None:
    await employee.to_code()
    code = numbered(await employee.code()).split("\n")
    await employee.opens("/chat")
    assert " ".join(code) in employee.words
    clock.passes(minutes=16)
    await employee.opens("/chat")
    assert not [word for word in code if word in employee.words]
    await employee.opens("/chat/sheet")
    assert employee.status == 404


async def test_the_whole_application_is_one_callable(house: House) -> None:
    async with visitor(app(house)) as one:
        await one.opens("/favicon.ico")
        assert one.status == 204
        await one.opens("/robots.txt")
        assert "Disallow: /" in one.answer.text
