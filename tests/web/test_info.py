"""Pages to read: honest, in both languages, and without a trace."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import bot.web.paper
from bot.wiring import House
from handlers.domain.policy import Deviation
from tests.house import MovableClock
from tests.web.rooms import pages_of, rooms_of
from tests.web.test_hr import at_hr, publish
from tests.web.visitor import Visitor, visitor

KEY = re.compile(r"\bt\('([a-z0-9_.-]+)'[,)]")
TEMPLATES = Path(bot.web.paper.FOLDER)


async def test_the_protocol_page_shows_text_summary_and_deviations_and_starts_no_case(
    house: House, employee: Visitor
) -> None:
    await employee.opens("/protocol")
    assert "heeft een open oor voor" in employee.words
    assert "In het kort" in employee.words
    assert "Versie 1.0. Dit geldt vanaf 1 januari 2026." in employee.words
    assert f"Vastgesteld door: {house.policy.approved_by}." in employee.words
    for deviation in house.policy.deviations:
        assert deviation.key in employee.words
        assert deviation.approved_by in employee.words
    assert not employee.cookies


async def test_a_deviation_stands_there_with_who_approved_it_and_the_day_with_its_year(house: House) -> None:
    approved = Deviation("reply.working_days", "De directie", date(2026, 1, 15))
    policy = replace(house.policy, deviations=(approved,))
    async with visitor(pages_of(replace(rooms_of(house), policy=policy))) as one:
        await one.opens("/protocol?lang=en")
    assert "reply.working_days: approved by De directie on 15 January 2026" in one.words


async def test_the_protocol_page_leaves_out_what_the_organisation_did_not_fill_in(house: House) -> None:
    policy = replace(house.policy, effective_on=None, approved_by=None)
    async with visitor(pages_of(replace(rooms_of(house), policy=policy))) as one:
        await one.opens("/protocol")
    assert "Versie 1.0." in one.words
    assert "geldt vanaf" not in one.words
    assert "Vastgesteld door" not in one.words


async def test_help_shows_the_three_urgent_lines_first_with_numbers_that_can_be_pressed(
    employee: Visitor,
) -> None:
    await employee.opens("/help")
    numbers = [href for href in employee.page.links.values() if href.startswith("tel:")]
    assert numbers[:3] == ["tel:112", "tel:113", "tel:08000188"]
    assert "kan geen hulp sturen" in employee.words


async def test_a_long_page_of_help_says_at_its_top_what_stands_further_on(employee: Visitor) -> None:
    await employee.opens("/help")
    for place in ("rest", "ways"):
        assert f'href="#{place}"' in employee.answer.text
        assert f'<h2 id="{place}">' in employee.answer.text


async def test_numbers_in_the_chat_can_be_pressed_and_addresses_are_left_whole(employee: Visitor) -> None:
    await employee.opens("/")
    await employee.presses_payload("/start")
    await employee.presses_payload("/help_now")
    assert '<a href="tel:112">112</a>' in employee.answer.text
    assert "113</a>.nl" not in employee.answer.text


PAGES = ("/", "/wie", "/wat", "/nieuw", "/new", "/privacy", "/protocol", "/help", "/code")


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_says_its_language_and_offers_the_other(employee: Visitor, path: str) -> None:
    await employee.opens(path)
    assert employee.page.language == "nl"
    await employee.opens(employee.page.links["English"])
    assert employee.page.language == "en"
    # The chosen language goes along with every link.
    links = {name: href for name, href in employee.page.links.items() if name != "Nederlands"}
    assert all("lang=en" in href for href in links.values() if href.startswith("/wat"))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_counsellor_s_name_number_and_address_stand_there_once(
    house: House, employee: Visitor, language: str
) -> None:
    await employee.opens(f"/wie?lang={language}")
    counsellors = (await house.directories.now()).roster.counsellors
    assert counsellors
    for who in counsellors:
        for shown in filter(None, (who.name, who.phone, who.mail)):
            assert employee.words.count(shown) == 1, shown
        assert employee.page.links[who.phone].startswith("tel:")
        assert employee.page.links[who.mail] == f"mailto:{who.mail}"


async def test_demo_data_are_marked_on_every_page(employee: Visitor, another: Visitor) -> None:
    for path in ("/", "/wie", "/help", "/code", "/nergens", "/desk", "/hr", "/desk/login/x"):
        await employee.opens(path)
        assert 'class="demo"' in employee.answer.text, path


async def test_a_missing_woman_is_said_honestly(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    await another.sends(another.form("/hr/save"), absence_0_since="2026-11-20", absence_0_until="2026-11-30")
    await publish(another)
    await employee.opens("/wie")
    assert "geen vrouw beschikbaar" in employee.words


def test_every_text_that_a_template_names_is_there_in_every_language(house: House) -> None:
    texts = house.voice.flows.texts
    missing = []
    for path in TEMPLATES.glob("*.html"):
        for key in KEY.findall(path.read_text("utf-8")):
            name, _, attribute = key.partition(".")
            for language in texts.languages:
                entry = texts.entries(language).get(name)
                if entry is None or (attribute and attribute not in entry.attributes):
                    missing.append(f"{path.name}: {key} ({language})")
    assert not missing


def test_no_template_holds_a_style_or_a_handler_of_its_own() -> None:
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text("utf-8")
        assert "style=" not in text, path.name
        assert not re.search(r"\son[a-z]+=", text), path.name
        assert "|safe" not in text, path.name
