"""HR's pages: what is published, what a colleague changed meanwhile, and the rule of man and woman."""

import re
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from bot.demo_house import furnish
from bot.web.hr_form import id_of
from bot.web.hr_history import LABELS
from bot.wiring import House
from dialogues.render import full_date
from handlers.domain.errors import Locked
from handlers.domain.roster_changes import FIELDS
from tests.house import MovableClock
from tests.web.test_desk import NOOR, link
from tests.web.visitor import PageForm, Visitor


async def at_hr(house: House, one: Visitor) -> None:
    await one.logs_in(await link(house, "P&O"))


async def publish(one: Visitor) -> None:
    await one.opens("/hr/preview")
    await one.sends(one.form("/hr/publish"))


async def test_a_published_change_is_seen_within_a_minute_and_reading_leaves_no_trace(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    await employee.opens("/wie")
    assert "maandag, dinsdag en donderdag" in employee.words
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    await another.sends(another.form("/hr/save"), days="alleen vrijdag")
    assert "Nog niemand ziet het" in another.words
    await employee.opens("/wie")
    assert "alleen vrijdag" not in employee.words
    await publish(another)
    clock.passes(seconds=59)
    await employee.opens("/wie")
    assert "alleen vrijdag" in employee.words
    assert not employee.cookies


async def test_the_preview_is_word_for_word_what_the_employee_reads(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/preview")
    for language in ("nl", "en"):
        await employee.opens(f"/wie?lang={language}")
        entry = employee.answer.text.partition('<div class="words">')[2].partition("</div>")[0]
        assert entry
        assert entry in another.answer.text


async def test_two_officers_at_once_see_each_other_s_change_and_lose_nothing(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_hr(house, employee)
    await at_hr(house, another)
    forms: list[PageForm] = []
    for one in (employee, another):
        await one.opens("/hr/change/vera-voorbeeld")
        forms.append(one.form("/hr/save"))
    await employee.sends(forms[0], place="Kamer 7")
    await another.sends(forms[1], place="Kamer 8")
    assert another.status == 409
    assert "Een collega heeft dit intussen veranderd" in another.words
    assert "Nu staat er: Kamer 7" in another.words
    assert another.form("/hr/save").fields["place"] == "Kamer 8"
    await another.sends(another.form("/hr/save"))
    assert "Bewaard" in another.words


async def test_a_draft_that_changed_since_the_preview_is_not_published(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_hr(house, employee)
    await at_hr(house, another)
    await employee.opens("/hr/add")
    await employee.sends(employee.form("/hr/save"), **NOOR)
    await employee.opens("/hr/preview")
    seen = employee.form("/hr/publish")
    await another.opens("/hr/change/noor-nieuw")
    await another.sends(another.form("/hr/save"), phone="085-0000 399")
    await employee.sends(seen)
    assert "Bekijk het voorbeeld opnieuw" in employee.words


async def test_the_last_woman_who_is_absent_is_warned_about(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    form = another.form("/hr/save")
    await another.sends(form, absence_0_since="2026-11-20", absence_0_until="2026-11-30")
    assert "Er is nu geen vrouw beschikbaar" in another.words
    assert "Afwezig tot en met" in another.words


async def test_days_without_a_woman_are_told_before_publishing_and_before_printing(
    house: House, another: Visitor
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    form = another.form("/hr/save")
    await another.sends(form, until="2026-12-31", reason="own_wish")
    gap = "Vanaf 1 januari 2027 is er geen vrouw meer"
    await another.opens("/hr/preview")
    assert gap in another.words
    await another.opens("/hr/materials")
    assert gap not in another.words  # paper is made from what is published
    await publish(another)
    await another.opens("/hr/materials")
    assert gap in another.words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": "Noor Nieuw"}, "Gebruik alleen kleine letters"),
        ({"name": ""}, "Vul dit in"),
        ({"certificate_seen_on": ""}, "Vul dit in"),
        ({"certificate_seen_by": ""}, "Vul dit in"),
        ({"id": "", "name": "N"}, "Vul dit in"),
        ({"until": "2026-12-31"}, "vul bij een laatste dag ook de reden in"),
        ({"appointed_from": "1 november"}, "Dit is geen datum"),
        ({"languages": "Nederlands"}, "Schrijf codes van twee letters"),
        ({"mail": "noor"}, "Dit is geen mailadres"),
        ({"absence_0_since": "2026-12-02", "absence_0_until": "2026-12-01"}, "De laatste dag ligt voor"),
        ({"absence_1_since": "2026-12-02"}, "Vul dit in"),
        (
            {"until": "2026-01-01", "reason": "own_wish", "appointed_from": "2026-02-01"},
            "De laatste dag ligt voor",
        ),
        ({"mail": "noor@"}, "Dit is geen mailadres"),
    ],
)
async def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(
    house: House, another: Visitor, change: dict[str, str], words: str
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/add")
    await another.sends(another.form("/hr/save"), **{**NOOR, **change})
    assert another.status == 400
    assert words.lower() in another.words.lower()
    assert another.form("/hr/save").fields["place"] == "Kamer 3"


async def test_every_field_of_the_roster_survives_the_form(house: House, another: Visitor) -> None:
    before = (await house.hr.page()).published
    await at_hr(house, another)
    for who in before.counsellors:
        await another.opens(f"/hr/change/{who.id}")
        await another.sends(another.form("/hr/save"))
        assert another.status == 200
    draft = (await house.hr.page()).draft
    assert draft is not None
    assert draft.counsellors == before.counsellors


async def test_an_id_that_is_taken_does_not_overwrite_anybody(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/add")
    await another.sends(another.form("/hr/save"), **{**NOOR, "id": "vera-voorbeeld"})
    for _ in range(2):  # a second press changes nobody either
        assert another.status == 409
        assert "In de lijst staat al iemand met deze korte naam" in another.words
        assert another.form("/hr/save").fields["name"] == "Noor Nieuw"
        assert (await house.hr.page()).draft is None
        await another.sends(another.form("/hr/save"))
    await another.sends(another.form("/hr/save"), id="noor-nieuw")
    assert "Bewaard" in another.words


async def test_two_people_of_one_name_are_two_and_one_press_twice_is_one(
    house: House, another: Visitor
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/add")
    empty = another.form("/hr/save")
    for _ in range(2):
        await another.sends(empty, **NOOR)
        assert "Bewaard" in another.words
    await another.sends(empty, **{**NOOR, "phone": "085-0000 999"})
    assert another.status == 409
    await another.sends(another.form("/hr/save"), id="noor-nieuw-2")
    draft = (await house.hr.page()).draft
    assert draft is not None
    assert [who.phone for who in draft.counsellors[2:]] == [NOOR["phone"], "085-0000 999"]


async def test_publishing_nothing_says_so_and_history_grows(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/preview")
    assert "Er is niets om zichtbaar te maken" in another.words
    await another.opens("/hr/add")
    await another.sends(another.form("/hr/save"), **NOOR)
    await publish(another)
    await another.opens("/hr/history")
    assert "Versie 2" in another.words
    assert "Versie 1" in another.words


async def test_an_unknown_counsellor_has_no_form(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/niemand")
    assert another.status == 404


async def test_leaving_ends_the_session(house: House, another: Visitor) -> None:
    await furnish(house)
    await at_hr(house, another)
    await another.sends(another.form("/hr/leave"))
    await another.opens("/hr")
    assert another.status == 403


@pytest.mark.clause("C22")
async def test_any_two_versions_are_compared_field_by_field(house: House, another: Visitor) -> None:
    first = (await house.directories.now()).roster.version
    await at_hr(house, another)
    for days in ("alleen vrijdag", "alleen donderdag"):
        await another.opens("/hr/change/vera-voorbeeld")
        await another.sends(another.form("/hr/save"), days=days)
        await publish(another)
    await another.opens(f"/hr/history?earlier={first}&later={first + 2}")
    assert "maandag, dinsdag en donderdag" in another.words
    assert "alleen donderdag" in another.words
    assert "alleen vrijdag" not in another.words
    compared, listed, _ = another.words.partition("Alle versies")
    assert listed
    assert "Daan" not in compared
    turned = another.words
    await another.opens(f"/hr/history?earlier={first + 2}&later={first}")
    assert another.words == turned
    await another.opens(f"/hr/history?earlier={first}&later={first}")
    assert "Deze versies zijn gelijk" in another.words


@pytest.mark.parametrize(
    "asked",
    ["earlier=0&later=99", "earlier=-1&later=1", "earlier=1", "earlier=x&later=1", "later=²&earlier=0"],
)
async def test_a_version_that_does_not_exist_is_not_there(house: House, another: Visitor, asked: str) -> None:
    await at_hr(house, another)
    await another.opens(f"/hr/history?{asked}")
    assert another.answer.status_code == 404


def test_every_field_of_a_counsellor_can_be_named_in_a_comparison() -> None:
    assert set(LABELS) == set(FIELDS)


@pytest.mark.clause("C22")
async def test_hr_reads_in_time_what_ends(house: House, another: Visitor, clock: MovableClock) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    soon = clock.now().date() + timedelta(days=80)
    await another.sends(another.form("/hr/save"), trained_until=soon.isoformat())
    await another.opens("/hr")
    assert f"De opleiding van Vera Voorbeeld geldt tot en met {full_date(soon, 'nl')}" in another.words
    assert "eindigt op" not in another.words


@pytest.mark.clause("C31")
async def test_nobody_begins_without_a_certificate_that_was_seen_and_an_ending_waits_for_nothing(
    house: House, another: Visitor
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    form = another.form("/hr/save")
    form.fields["certificate_seen_on"] = ""
    await another.sends(form)
    assert another.status == 400
    assert (await house.hr.page()).draft is None
    await another.sends(form, until="2026-12-31", reason="left")
    assert "Bewaard" in another.words


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Noor Nieuw", "noor-nieuw"),
        ("Zoë van 't Hof-Çelik", "zoe-van-t-hof-celik"),
        ("Wolfeschlegelsteinhausenbergerdorff", "wolfeschlegelsteinhausen"),
        ("Noor-Aleida Anna Maria -", "noor-aleida-anna-maria"),
        ("Ж", ""),
    ],
)
def test_the_short_name_is_made_from_the_name(name: str, made: str) -> None:
    assert id_of(name) == made


async def test_what_is_mostly_so_is_filled_in_and_the_buttons_lead_on(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/add")
    fields = another.form("/hr/save").fields
    assert (fields["side"], fields["languages"], fields["appointed_from"]) == ("internal", "nl", "2026-11-23")
    few = {name: NOOR[name] for name in ("name", "gender", "place", "days", "phone", "mail", "appointment")}
    seen = {name: NOOR[name] for name in ("certificate_seen_on", "certificate_seen_by")}
    await another.sends(another.form("/hr/save"), **few, **seen, then="add")
    assert another.answer.url.path == "/hr/add"
    assert "Bewaard" in another.words
    await another.sends(another.form("/hr/save"), **{**few, "name": "Nora Nieuw"}, **seen, then="preview")
    assert another.answer.url.path == "/hr/preview"
    assert "Nora Nieuw" in another.words
    draft = (await house.hr.page()).draft
    assert draft is not None
    assert [who.id for who in draft.counsellors[-2:]] == ["noor-nieuw", "nora-nieuw"]


async def test_a_locked_database_makes_nothing_visible_keeps_the_draft_and_is_no_empty_list(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite_store.PATIENCE_IN_THREAD", 50)
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    await another.sends(another.form("/hr/save"), days="alleen vrijdag")
    await another.opens("/hr/preview")
    form = another.form("/hr/publish")
    with closing(sqlite3.connect(house.settings.data_dir / "openoor.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        await another.sends(form)
        assert another.status == 503 or "Het is nu te druk" in another.words
        assert "Er is niets om zichtbaar te maken" not in another.words
        other.rollback()
    before = (await house.hr.page()).published.version
    await another.opens("/hr/preview")
    await another.sends(another.form("/hr/publish"))
    assert (await house.hr.page()).published.version == before + 1
    clock.passes(seconds=59)
    await employee.opens("/wie")
    assert "alleen vrijdag" in employee.words


async def test_behind_a_real_lock_hr_keeps_what_was_typed_and_goes_on_reading(
    house: House, another: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite_store.PATIENCE_IN_THREAD", 50)
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    form = another.form("/hr/save")
    with closing(sqlite3.connect(house.settings.data_dir / "openoor.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        await another.sends(form, days="alleen vrijdag")
        assert another.status == 503
        assert "Dit is nog niet bewaard" in another.words
        form = another.form("/hr/save")
        assert form.fields["days"] == "alleen vrijdag"
        await another.opens("/hr")
        assert "Vera Voorbeeld" in another.words
        other.rollback()
    await another.sends(form)
    assert "Nog niemand ziet het" in another.words
    await another.opens("/hr/preview")
    form = another.form("/hr/publish")
    with closing(sqlite3.connect(house.settings.data_dir / "openoor.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        await another.sends(form)
        assert "Er is nog niets zichtbaar gemaakt" in another.words
        other.rollback()


async def test_what_was_typed_while_it_is_busy_stays_in_the_form_and_publishing_says_so(
    house: House, another: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")

    async def locked(*_: object) -> None:
        raise Locked("the database stayed locked")

    with monkeypatch.context() as busy:
        busy.setattr(type(house.hr), "save", locked)
        await another.sends(another.form("/hr/save"), days="alleen vrijdag")
    assert another.status == 503
    assert "Dit is nog niet bewaard" in another.words
    await another.sends(another.form("/hr/save"))
    assert "Nog niemand ziet het" in another.words
    await another.opens("/hr/preview")
    with monkeypatch.context() as busy:
        busy.setattr(type(house.hr), "publish", locked)
        await another.sends(another.form("/hr/publish"))
    assert "Er is nog niets zichtbaar gemaakt" in another.words
    draft = (await house.hr.page()).draft
    assert draft is not None
    assert draft.counsellors[0].days == "alleen vrijdag"


async def test_the_form_says_in_words_what_is_needed_and_leads_from_what_is_wrong_to_its_field(
    house: House, another: Visitor
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/add")
    assert "Naam (nodig)" in another.words
    assert "Reden van het stoppen (nodig)" not in another.words
    assert "Gezien door (nodig, behalve met een laatste dag)" in another.words
    assert re.search(r'<input[^>]* id="phone"[^>]* aria-required="true"', another.answer.text)
    assert not re.search(r'<input[^>]* id="hours"[^>]* aria-required', another.answer.text)
    since = {"absence_1_since": "2026-12-24"}
    await another.sends(another.form("/hr/save"), name="Noor Nergenshuizen", mail="noor", **since)
    assert another.page.links["E-mail: Dit is geen mailadres."] == "#mail"
    assert another.page.links["Man, vrouw of anders: Vul dit in."] == "#gender"
    assert another.page.links["Periode 2, Afwezig tot en met: Vul dit in."] == "#absence_1_until"
    for field in ("mail", "gender", "absence_1_until"):
        assert f'id="{field}"' in another.answer.text
    assert "Naam: Vul dit in." not in another.page.links
    assert another.page.links["Menu"] == "#menu"
    assert 'id="menu"' in another.answer.text


@pytest.mark.parametrize(("second", "said"), [("2026-12-20", True), ("2026-12-25", False)])
async def test_periods_of_absence_that_share_days_are_said_to_count_as_one(
    house: House, another: Visitor, second: str, said: bool
) -> None:
    await at_hr(house, another)
    await another.opens("/hr/change/vera-voorbeeld")
    await another.sends(
        another.form("/hr/save"),
        absence_0_since="2026-12-10",
        absence_0_until="2026-12-24",
        absence_1_since=second,
        absence_1_until="2026-12-31",
    )
    await another.opens("/hr")
    assert ("Periodes van afwezigheid vallen deels samen. Ze tellen als één." in another.words) is said
