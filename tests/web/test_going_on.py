"""Loading again, going back and going on: no page of the chat is lost, repeated or refused."""

from dataclasses import replace

import pytest

from bot.server import app
from bot.wiring import House
from dialogues.texts import numbered
from handlers.domain.errors import Locked
from tests.web.rooms import pages_of, rooms_of
from tests.web.visitor import Page, PageForm, Visitor, visitor

ON = "Ga verder met je gesprek"
WORDS = "Ik wil iets vertellen over de kantine."


async def test_every_answer_without_a_script_stands_at_an_address_that_can_be_loaded_again(
    employee: Visitor,
) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    for choice in ("in_danger=safe", "need=someone", "for_whom=self", "kind=bullying", "about=colleague"):
        (sent,) = employee.answer.history
        assert (sent.status_code, sent.request.method) == (303, "POST")
        assert employee.answer.request.method == "GET"
        shown = employee.words
        await employee.opens(str(employee.answer.url))
        assert employee.status == 200
        assert employee.words == shown
        await employee.presses_payload(f"/SetSlots({choice})")


async def test_the_chosen_language_goes_along_to_the_next_page(employee: Visitor) -> None:
    await employee.opens("/?lang=en")
    await employee.presses_payload("/start")
    assert employee.answer.url.query == b"lang=en"
    assert employee.page.language == "en"


async def test_a_script_gets_the_answer_on_the_spot(employee: Visitor) -> None:
    await employee.opens("/")
    employee.client.headers["x-by-script"] = "1"
    await employee.presses_payload("/start")
    assert employee.answer.history == []
    assert "/SetSlots(in_danger=safe)" in employee.payloads


@pytest.mark.parametrize("ending", ["/stop", "/who"])
async def test_of_whom_nothing_is_kept_the_answer_comes_at_once(employee: Visitor, ending: str) -> None:
    await employee.opens("/")
    form = employee.form("/chat")
    await employee.sends(form, payload=ending)
    assert employee.answer.history == []
    assert employee.status == 200
    assert employee.page.title
    assert not employee.cookies


async def test_the_first_form_again_brings_back_the_conversation_and_changes_nothing(
    employee: Visitor,
) -> None:
    await employee.opens("/")
    first = employee.form("/chat")
    await employee.sends(first, payload="/start")
    await employee.chooses(in_danger="safe")
    shown = employee.words
    for payload in ("/start", "/new", "/stop"):
        await employee.sends(first, payload=payload)
        assert employee.status == 200
        assert employee.words == shown


async def test_words_in_a_form_from_before_the_conversation_come_back_into_their_field(
    employee: Visitor,
) -> None:
    await employee.opens("/")
    first = employee.form("/chat")
    await employee.sends(first, payload="/start")
    await employee.sends(first, text=WORDS)
    assert employee.status == 403
    assert "Dit is niet verstuurd" in employee.words
    form = next(form for form in employee.page.forms if "text" in form.fields)
    assert form.fields["text"].strip() == WORDS
    await employee.sends(form)
    assert employee.status == 200


async def test_a_first_form_from_elsewhere_is_refused_also_when_a_conversation_is_there(
    employee: Visitor,
) -> None:
    await employee.opens("/")
    first = employee.form("/chat")
    await employee.sends(first, payload="/start")
    employee.client.headers["sec-fetch-site"] = "cross-site"
    await employee.sends(first, payload="/start")
    assert employee.status == 403


async def test_the_first_form_twice_at_the_same_moment_is_one_conversation(house: House) -> None:
    async with visitor(app(house)) as one, visitor(app(house)) as late:
        await one.opens("/")
        first = one.form("/chat")
        await one.sends(first, payload="/start")
        await late.sends(first, payload="/start")  # sent before the cookie had come
        assert late.status == 200
        assert ON not in late.words
        late.client.cookies.set("t", one.cookies["t"])
        await late.opens("/chat")
        assert "/SetSlots(in_danger=safe)" in late.payloads


async def test_the_page_of_a_form_that_is_too_old_leads_back_to_the_conversation(
    employee: Visitor, another: Visitor
) -> None:
    for one in (employee, another):
        await one.opens("/")
        await one.presses_payload("/start")
    foreign = next(form for form in another.page.forms if form.buttons and "delivery" in form.fields)
    await employee.sends(foreign, payload="/stop")
    assert employee.status == 403
    await employee.opens(employee.page.links[ON])
    assert "/SetSlots(in_danger=safe)" in employee.payloads


async def test_pages_that_are_not_there_say_nothing_of_a_conversation(employee: Visitor) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    await employee.opens("/nergens")
    assert ON not in employee.page.links


async def test_the_start_page_offers_a_running_conversation_first(employee: Visitor) -> None:
    await employee.opens("/")
    assert ON not in employee.page.links
    await employee.presses_payload("/start")
    await employee.chooses(in_danger="safe")
    await employee.opens("/")
    assert "set-cookie" not in employee.answer.headers
    assert employee.words.index(ON) < employee.words.index("Ik heb een code")
    await employee.opens(employee.page.links[ON])
    assert "/SetSlots(need=someone)" in employee.payloads


async def test_the_start_page_offers_a_case_and_its_buttons_still_work(employee: Visitor) -> None:
    await employee.introduces()
    await employee.opens("/")
    assert employee.page.links[ON] == "/chat"
    await employee.presses_payload("/start")
    assert employee.status == 200
    assert "Vera Voorbeeld" in employee.words


async def test_without_a_cookie_the_start_page_looks_at_nothing(
    house: House, employee: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(_: object) -> None:
        raise AssertionError("the store was touched")

    monkeypatch.setattr(house.store, "write", never)
    monkeypatch.setattr(house.store, "read", never)
    await employee.opens("/")
    assert employee.status == 200
    assert ON not in employee.words


async def test_a_cookie_without_a_conversation_begins_anew(employee: Visitor) -> None:
    await employee.opens("/")
    before: PageForm = employee.form("/chat")
    employee.client.cookies.set("t", "A" * 43)
    await employee.sends(before, payload="/start")
    assert "/SetSlots(in_danger=safe)" in employee.payloads
    employee.client.cookies.clear()
    employee.client.cookies.set("t", "B" * 43)
    await employee.opens("/")
    assert ON not in employee.page.links
    await employee.presses_payload("/start")
    assert "/SetSlots(in_danger=safe)" in employee.payloads


async def test_a_busy_database_does_not_take_the_start_page_away(house: House) -> None:
    class LockedRooms:
        async def look(self, *_: object) -> None:
            raise Locked("the database stayed locked")

    rooms = replace(rooms_of(house), screens=LockedRooms())  # type: ignore[arg-type]  # a screen that fails
    async with visitor(pages_of(rooms)) as one:
        one.client.cookies.set("t", "A" * 43)
        await one.opens("/")
    assert one.status == 200
    assert ON in one.page.links


async def test_the_page_marks_the_message_with_the_code_and_says_when_it_is_over(employee: Visitor) -> None:
    await employee.to_code()
    code = await employee.code()
    await employee.opens("/chat")
    (marked,) = employee.answer.text.split("<li data-secret>")[1:]
    assert " ".join(numbered(code).split()) in Page(marked.partition("</li>")[0]).words
    assert 'data-code="shown"' in employee.answer.text
    await employee.chooses(teach="skip")
    assert 'data-code="gone"' in employee.answer.text
    assert "data-secret>" not in employee.answer.text
