"""Coming back with a code: one answer for wrong, guessed and wiped; what is typed is read kindly."""

import re
from collections.abc import Callable
from typing import TypeVar

import pytest

from bot.limits import Deed
from bot.wiring import House
from dialogues.texts import numbered
from handlers.ports import Work
from tests.house import MovableClock
from tests.web.visitor import Visitor

T = TypeVar("T")

NOTHING = "Met deze code gaat er niets open"


async def types_code(one: Visitor, code: str) -> None:
    await one.opens("/code")
    await one.sends(one.form("/code"), code=code)


def without_nonce(text: str) -> str:
    """A page without what is random in every page: nonces and form tokens."""
    return re.sub(r'(nonce|value)="[^"]*"', "", text)


def other_code(house: House, code: str) -> str:
    """Another code of the same length in letters, so that pages can be compared byte by byte."""
    known = code.split()
    words = next(each.words for each in house.code_words if set(known) <= set(each.words))
    length = len(known[0])
    return " ".join([next(w for w in words if len(w) == length and w != known[0]), *known[1:]])


async def test_the_code_opens_the_conversation_in_another_browser(
    employee: Visitor, another: Visitor
) -> None:
    code = await employee.introduces()
    await types_code(another, code)
    assert "Vera Voorbeeld" in another.words
    assert "Het gaat over pesten." in another.words


@pytest.mark.parametrize(
    "spoken",
    [str.upper, lambda c: c.replace(" ", ", "), lambda c: "1. " + c.replace(" ", " - ") + ".", numbered],
)
async def test_spelling_does_not_matter(
    employee: Visitor, another: Visitor, spoken: Callable[[str], str]
) -> None:
    code = await employee.introduces()
    await types_code(another, spoken(code))
    assert "Vera Voorbeeld" in another.words


async def test_words_outside_the_list_are_named_by_place_without_looking_anything_up(
    house: House, employee: Visitor, another: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await employee.introduces()
    words = code.split()
    words[2] = words[6] = "qqqqq"

    async def never(_: object) -> None:
        raise AssertionError("the store was touched")

    monkeypatch.setattr(house.store, "write", never)
    monkeypatch.setattr(house.store, "read", never)
    await types_code(another, " ".join(words))
    assert "nummer 3, 7" in another.words
    await types_code(another, " ".join(code.split()[:7]))
    assert "Je typte 7 woorden" in another.words


async def test_wrong_and_wiped_codes_get_the_same_bytes_calls_and_statements(
    house: House, employee: Visitor, another: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await employee.introduces()
    wrong = other_code(house, code)
    await employee.presses_payload("/wipe")
    await employee.chooses(wipe_ok="yes")
    calls: list[str] = []
    write = house.store.write

    async def counted(job: Callable[[Work], T]) -> T:
        calls.append("write")
        return await write(job)

    monkeypatch.setattr(house.store, "write", counted)
    seen = []
    for each in (code, wrong):
        calls.clear()
        another.client.cookies.clear()
        await types_code(another, each)
        headers = sorted(another.answer.headers.keys())
        seen.append((another.status, without_nonce(another.answer.text), headers, list(calls)))
        assert NOTHING in another.words
    assert seen[0] == seen[1]
    assert len(seen[0][1].encode()) == len(seen[1][1].encode())


async def test_wrong_codes_are_slowed_down_and_a_code_that_fits_is_not_charged(
    employee: Visitor, another: Visitor, house: House, clock: MovableClock
) -> None:
    code = await employee.introduces()
    wrong = other_code(house, code)
    for _ in range(Deed.CODE.value[0].burst):
        await types_code(another, wrong)
    await types_code(another, wrong)
    assert another.status == 429
    assert "Wacht even" in another.words
    clock.passes(minutes=2)
    await types_code(another, code)
    assert "Vera Voorbeeld" in another.words


async def test_a_wrong_code_takes_nobody_s_running_conversation_away(employee: Visitor, house: House) -> None:
    await employee.to_code()
    code = await employee.code()
    await types_code(employee, other_code(house, code))
    assert NOTHING in employee.words
    await employee.opens("/chat")
    assert "/SetSlots(teach=skip)" in employee.payloads


async def test_after_half_an_hour_the_letters_ask_for_the_code_again(
    employee: Visitor, clock: MovableClock
) -> None:
    code = await employee.introduces()
    clock.passes(minutes=45)
    await employee.opens("/chat")
    assert "Het gaat over pesten." not in employee.words
    assert "Dit gesprek is op slot" in employee.words
    await employee.sends(employee.form("/code"), code=code)
    assert "Het gaat over pesten." in employee.words


async def test_the_code_stands_in_no_address(employee: Visitor, another: Visitor) -> None:
    code = await employee.introduces()
    await types_code(another, code)
    assert all(code.split()[0] not in str(step.url) for step in (*another.answer.history, another.answer))


@pytest.mark.clause("C12")
async def test_with_the_code_what_there_is_to_choose_is_the_first_thing_on_the_page(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    code = await employee.introduces()
    clock.passes(days=3)
    await house.sweep.run()
    await types_code(another, code)
    assert "Vera Voorbeeld heeft nog niet geantwoord." in another.words
    assert "/SetSlots(overdue_next=wait)" in another.answer.text
    await another.chooses(overdue_next="wait")
    assert "Uiterlijk maandag 30 november hoor je iets." in another.words


@pytest.mark.clause("C54")
@pytest.mark.parametrize("script", [{}, {"x-by-script": "1"}], ids=["bare", "script"])
@pytest.mark.parametrize("words", [8, 7], ids=["whole", "slip"])
async def test_a_code_typed_into_the_conversation_is_kept_nowhere_and_not_shown_again(
    employee: Visitor, another: Visitor, script: dict[str, str], words: int
) -> None:
    typed = (await employee.introduces()).split()[:words]
    await another.opens("/")
    await another.presses_payload("/start")
    await another.chooses(in_danger="safe")
    another.client.headers.update(script)
    await another.types(" ".join(typed))
    assert "Dit lijkt op een code." in another.words
    assert "/SetSlots(need=someone)" in another.payloads, "the question stands there again"
    assert typed[3] not in another.words
    await another.presses_payload("/stop")
    assert "/SetSlots(stop_how=now)" not in another.payloads, "no words were kept that could be lost"
