"""Nothing reaches a counsellor without a live, matching yes; what arrives is what was shown (C15, C42)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.case import Case, Status
from handlers.domain.consent import Consent, ConsentState, NotCovered, NotLive, Purpose, Spent
from handlers.domain.ids import CaseId, ConsentId, CounsellorId, new_id
from handlers.introduction import disclose
from handlers.ports import MessageKind, Work
from tests.house import DAAN, VERA, Counsellor, Employee, Mailroom, MovableClock, bring, cases_of, rows, sweep

WORDS = Private("Alleen deze woorden.")


async def all_cases(house: House) -> list[Case]:
    return await cases_of(house, VERA) + await cases_of(house, DAAN)


async def given(house: House, clock: MovableClock, **change: object) -> Consent:
    """A consent that is stored but not spent, for the only case there is."""
    (case,) = await all_cases(house)

    def job(work: Work) -> Consent:
        consent = Consent(
            id=ConsentId(new_id()),
            case=case.id,
            who=case.counsellor,
            words=work.cases.digest(case.id, WORDS),
            purpose=Purpose.WRITE,
            given_on=clock.now().date(),
            until=clock.now() + timedelta(days=14),
        )
        work.consents.add(consent)
        return consent

    return replace(await house.store.write(job), **change)  # type: ignore[arg-type]  # fields of Consent


async def reveal(
    house: House, spent: Spent, case: Case, words: Private = WORDS, kind: MessageKind = MessageKind.MESSAGE
) -> None:
    """What the product does with a spent consent, straight at the store."""
    await house.store.write(lambda work: disclose(work, spent, case, kind, words))


async def letters(house: House, who: CounsellorId, case: CaseId) -> list[str]:
    return await (await Counsellor.logs_in(house, who)).reads(case)


# ── before the yes ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C15", "C42")
async def test_without_a_yes_nothing_reaches_a_counsellor(house: House, employee: Employee) -> None:
    empty = await rows(house)
    await employee.to_preview()
    after = await rows(house)
    for table in ("cases", "letters", "consents", "jobs", "workflow_status"):
        assert after.get(table, 0) == empty.get(table, 0)


@pytest.mark.clause("C15")
async def test_thirty_days_of_silence_send_nothing(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = Mailroom()
    vera = await Counsellor.logs_in(house, VERA)
    await vera.wants_notices("555")
    await employee.to_preview(pick="woman")
    for _ in range(30):
        clock.passes(days=1)
        await sweep(house)
        await bring(house, mailroom)
    assert not await all_cases(house)
    assert not mailroom.brought


@pytest.mark.clause("C15", "C42")
async def test_taking_it_back_before_sending_leaves_nothing_to_send(house: House, employee: Employee) -> None:
    await employee.to_preview()
    await employee.chooses(send="not_now")
    await employee.presses_yes()
    assert not await all_cases(house)
    await employee.chooses(pause_next="go_on")
    await employee.chooses(send="yes")
    assert len(await all_cases(house)) == 1


@pytest.mark.clause("C15")
async def test_closing_the_chat_takes_the_draft_with_it(house: House, employee: Employee) -> None:
    await employee.to_preview()
    await employee.commands("/stop")
    if "/SetSlots(stop_how=now)" in employee.buttons:
        await employee.chooses(stop_how="now")
    await employee.presses_yes()
    assert not await all_cases(house)
    assert (await rows(house)).get("letters", 0) == 0


# ── what is sent is what was shown ──────────────────────────────────────────────────────────────


async def tell(employee: Employee, *parts: str) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="story")
    for part in parts:
        await employee.says(part)
    await employee.chooses(story_next="someone")
    await employee.chooses(for_whom="self")
    await employee.names_kind("bullying")
    if "/SetSlots(once=once)" in employee.buttons:
        await employee.chooses(once="once")
    await employee.chooses(about="colleague")
    await employee.chooses(pick="woman")
    await employee.chooses(push="no")


def shown_words(employee: Employee) -> str:
    """The words on the screen below "this is what … gets to read", without the sentence itself."""
    voice = employee.house.voice
    head, tail = voice.flows.texts.format(
        "utter_preview", employee.language, counsellor_name="Vera Voorbeeld", preview="\x01"
    ).split("\x01")
    (shown,) = [m.text.reveal() for m in employee.last.messages if m.text.reveal().startswith(head)]
    return shown.removeprefix(head).removesuffix(tail)


@pytest.mark.clause("C15", "C19", "C47")
async def test_the_counsellor_reads_byte_for_byte_what_was_shown(house: House, employee: Employee) -> None:
    await tell(employee, "Hij noemt mij  elke dag “sukkel”.\n\nOok in de groepsapp…", "Het begon in mei.")
    shown = shown_words(employee)
    await employee.chooses(send="yes")
    (case,) = await all_cases(house)
    (read,) = await letters(house, VERA, case.id)
    assert read.encode() == shown.encode()
    assert "sukkel" in read


@pytest.mark.clause("C15", "C47")
async def test_a_line_that_was_taken_out_is_not_read(house: House, employee: Employee) -> None:
    await tell(employee, "Dit mag zij weten.", "Dit liever niet, het gaat over mijn gezin.")
    await employee.chooses(send="change")
    (line,) = [
        b.payload
        for m in employee.last.messages
        for b in m.buttons
        if "gezin" in b.title.reveal() and b.payload.startswith("/SetSlots(line=")
    ]
    await employee.presses_payload(line)
    shown = shown_words(employee)
    assert "gezin" not in shown
    await employee.chooses(send="yes")
    (case,) = await all_cases(house)
    (read,) = await letters(house, VERA, case.id)
    assert read == shown
    assert "gezin" not in read
    assert "Dit mag zij weten." in read


@pytest.mark.clause("C15")
async def test_words_added_after_the_preview_are_shown_before_they_can_go(
    house: House, employee: Employee
) -> None:
    await tell(employee, "Eerst dit.")
    await employee.says("En ook nog dit, dat had ik vergeten.")
    shown = shown_words(employee)
    assert "dat had ik vergeten" in shown
    assert not await all_cases(house)
    await employee.chooses(send="yes")
    (case,) = await all_cases(house)
    assert await letters(house, VERA, case.id) == [shown]


@pytest.mark.clause("C41")
async def test_what_looks_like_a_name_is_asked_about_and_never_edited(
    house: House, employee: Employee
) -> None:
    await tell(employee, "Mijn chef Pieter Jansen belde mij op 06-12345678.")
    assert "/SetSlots(marks_ok=keep)" in employee.buttons
    await employee.chooses(marks_ok="keep")
    await employee.chooses(send="yes")
    (case,) = await all_cases(house)
    (read,) = await letters(house, VERA, case.id)
    assert "Mijn chef Pieter Jansen belde mij op 06-12345678." in read


@pytest.mark.clause("C11")
async def test_a_witness_reaches_a_counsellor_with_their_own_account_and_no_name(
    house: House, employee: Employee
) -> None:
    await employee.commands("/start")
    await employee.chooses(in_danger="safe")
    await employee.chooses(need="someone")
    await employee.chooses(for_whom="witness")
    await employee.walks_to("pick")
    await employee.chooses(pick="woman")
    assert "/SetSlots(witness_mine=stop)" in employee.buttons
    assert not await all_cases(house)
    await employee.chooses(witness_mine="yes")
    await employee.chooses(push="no")
    await employee.chooses(send="yes")
    assert len(await all_cases(house)) == 1


async def test_a_witness_who_cannot_speak_for_it_alone_sends_nothing(
    house: House, employee: Employee
) -> None:
    await employee.commands("/witness")
    await employee.walks_to("pick", option="counsellor")
    await employee.chooses(pick="woman")
    await employee.chooses(witness_mine="stop")
    assert not await all_cases(house)


# ── the consent itself ──────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C42")
async def test_a_consent_for_one_counsellor_opens_nothing_for_another(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await all_cases(house)
    consent = await given(house, clock)
    before = await rows(house)
    for wrong in (replace(case, counsellor=DAAN), case):
        spent = replace(consent, who=DAAN).spend(clock.now())
        with pytest.raises(NotCovered):
            await reveal(house, spent, wrong)
    assert await rows(house) == before
    assert not await cases_of(house, DAAN)


@pytest.mark.clause("C15", "C42")
async def test_words_changed_after_the_yes_are_refused(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await all_cases(house)
    spent = (await given(house, clock)).spend(clock.now())
    for other in ("Alleen deze woorden", "Alleen deze woorden. ", "Iets anders."):
        with pytest.raises(NotCovered):
            await reveal(house, spent, case, Private(other))
    assert len(await letters(house, VERA, case.id)) == 1


@pytest.mark.clause("C15", "C42")
async def test_a_consent_past_its_day_is_refused(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    consent = await given(house, clock)
    clock.passes(days=14)
    with pytest.raises(NotLive) as refused:
        consent.spend(clock.now())
    assert refused.value.expired


@pytest.mark.clause("C15", "C42")
async def test_a_consent_that_was_taken_back_is_refused(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await all_cases(house)
    consent = await given(house, clock)
    spent = consent.spend(clock.now())
    await house.store.write(lambda work: work.consents.save(consent.withdrawn()))
    with pytest.raises(NotLive):
        await reveal(house, spent, case)
    assert len(await letters(house, VERA, case.id)) == 1


@pytest.mark.clause("C15")
async def test_a_consent_is_used_once(house: House, employee: Employee, clock: MovableClock) -> None:
    await employee.introduces(pick="woman")
    (case,) = await all_cases(house)
    spent = (await given(house, clock)).spend(clock.now())
    await reveal(house, spent, case)
    with pytest.raises(NotLive):
        await reveal(house, spent, case)
    assert len(await letters(house, VERA, case.id)) == 2


async def test_a_yes_to_a_message_does_not_carry_an_introduction(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman")
    (case,) = await all_cases(house)
    spent = (await given(house, clock)).spend(clock.now())
    with pytest.raises(NotCovered):
        await reveal(house, spent, case, kind=MessageKind.INTRODUCTION)


@pytest.mark.clause("C42")
async def test_every_letter_of_an_employee_has_its_own_spent_consent(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces()
    for n in range(3):
        await employee.says(f"En dan nog dit, nummer {n}.")
    (case,) = await all_cases(house)
    consents = await house.store.read(lambda work: work.consents.of(case.id))
    assert [c.purpose for c in consents] == [Purpose.INTRODUCE, *[Purpose.WRITE] * 3]
    assert {c.state for c in consents} == {ConsentState.SPENT}
    assert {c.who for c in consents} == {case.counsellor}
    assert {c.until - clock.now() for c in consents} == {timedelta(days=house.policy.consent_expiry_days)}
    assert len(await letters(house, case.counsellor, case.id)) == len({c.words for c in consents}) == 4


async def test_the_receipt_names_every_yes(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    await employee.says("En dan nog dit erbij.")
    await employee.commands("/receipt")
    assert employee.screen.count("Vera Voorbeeld") >= 2


# ── after the yes ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.clause("C42")
async def test_withdrawing_destroys_the_words_and_tells_no_more_than_that_something_is_there(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    mailroom = Mailroom()
    vera = await Counsellor.logs_in(house, VERA)
    await vera.wants_notices("555")
    await employee.introduces(pick="woman")
    case = await vera.case()
    await bring(house, mailroom)
    await employee.commands("/withdraw")
    await employee.chooses(withdraw_ok="yes")
    await bring(house, mailroom)
    assert (await vera.case()).status is Status.WITHDRAWN
    assert await vera.reads(case.id) == []
    assert mailroom.texts == ["Er staat iets voor je klaar op de werkplek van Open Oor."] * 2
    left = await rows(house)
    assert not {"letters", "consents", "conversations", "peers", "reaches", "mailbox"} & left.keys()
    assert not await vera.accepts(case.id)
    clock.passes(days=32)
    await sweep(house)
    assert "cases" not in await rows(house)


async def test_an_open_case_can_be_withdrawn_too(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    vera = await Counsellor.logs_in(house, VERA)
    case = await vera.case()
    assert await vera.accepts(case.id)
    assert await vera.writes(case.id, "Dank je voor je bericht.")
    await employee.commands("/withdraw")
    if "/SetSlots(withdraw_ok=yes)" not in employee.buttons:
        await employee.commands("/withdraw")
    await employee.chooses(withdraw_ok="yes")
    assert await vera.reads(case.id) == []
    assert not await vera.writes(case.id, "Ben je er nog?")


async def test_saying_no_to_withdrawing_changes_nothing(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    await employee.commands("/withdraw")
    await employee.chooses(withdraw_ok="no")
    (case,) = await all_cases(house)
    assert case.status is Status.WAITING
    assert len(await letters(house, VERA, case.id)) == 1


async def test_a_withdrawn_person_begins_again_as_somebody_new(house: House, employee: Employee) -> None:
    await employee.introduces(pick="woman")
    await employee.commands("/withdraw")
    await employee.chooses(withdraw_ok="yes")
    await employee.introduces(pick="woman")
    old, new = sorted(await all_cases(house), key=lambda c: c.status is Status.WAITING)
    assert (old.status, new.status) == (Status.WITHDRAWN, Status.WAITING)
