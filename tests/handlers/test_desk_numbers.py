"""One-time numbers: a number counts once, the words are not a name, and nothing tells who has an app."""

from dataclasses import dataclass

import pyotp
import pytest
import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.one_time_numbers import SECONDS, address_of, is_secret, matching_step, new_secret
from storage import upkeep
from storage.tables import numbers
from tests.fakes.authenticator import Device
from tests.handlers.test_desk_passkeys import adds
from tests.house import DAAN, MONDAY, VERA, Counsellor, MovableClock, rows, staff_of

WORDS = ("kolibrie", "maand", "tafel", "fiets", "lamp")


@dataclass(frozen=True, slots=True)
class App:
    """An app on somebody's phone."""

    secret: Private
    words: Private

    def number(self, clock: MovableClock, steps: int = 0) -> Private:
        """What it shows now, or so many steps later."""
        return Private(pyotp.TOTP(self.secret.reveal()).at(clock.now(), counter_offset=steps))


def app(house: House) -> App:
    return App(*house.desk.numbers.fresh(WORDS))


async def keeps(house: House, who: Counsellor, one: App, clock: MovableClock) -> bool:
    """Type the number of a new app; the next one counts after half a minute."""
    done = await house.desk.numbers.add(who.cookie, one.secret, one.words, one.number(clock))
    clock.passes(seconds=SECONDS)
    return done


async def test_words_and_number_log_in_and_the_desk_is_still_locked(
    house: House, clock: MovableClock
) -> None:
    vera, one = await Counsellor.logs_in(house, VERA), app(house)
    assert await keeps(house, vera, one, clock)
    spelt = Private(f"  {one.words.reveal().upper().replace(' ', '-')} ")
    number = one.number(clock).reveal()
    cookie = await house.desk.numbers.enter(spelt, Private(f"{number[:3]} {number[3:]}"))
    assert cookie is not None
    session = await house.desk.logins.session(cookie)
    assert session is not None
    assert session.staff == (await vera.session()).staff
    assert session.key is None


async def test_a_number_counts_once_also_the_one_the_app_was_kept_with(
    house: House, clock: MovableClock
) -> None:
    vera, one = await Counsellor.logs_in(house, VERA), app(house)
    first = one.number(clock)
    assert await house.desk.numbers.add(vera.cookie, one.secret, one.words, first)
    assert await house.desk.numbers.enter(one.words, first) is None
    clock.passes(seconds=SECONDS)
    number = one.number(clock)
    assert await house.desk.numbers.enter(one.words, number) is not None
    assert await house.desk.numbers.enter(one.words, number) is None
    assert await house.desk.numbers.enter(one.words, one.number(clock, -1)) is None, "an earlier one neither"


@pytest.mark.parametrize(("steps", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_off(steps: int, counts: bool) -> None:
    secret = new_secret()
    number = pyotp.TOTP(secret).at(MONDAY, counter_offset=steps)
    running = int(MONDAY.timestamp()) // SECONDS
    assert matching_step(secret, number, MONDAY) == (running + steps if counts else None)


def test_numbers_are_those_of_rfc_6238() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    at = MONDAY.fromtimestamp(1111111109, MONDAY.tzinfo)
    assert matching_step(secret, "081804", at) == 1111111109 // SECONDS


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12345é"])
def test_what_is_no_number_is_no_number(typed: str) -> None:
    assert matching_step(new_secret(), typed, MONDAY) is None


def test_a_secret_is_32_letters_and_digits_and_goes_into_the_app_with_the_words() -> None:
    assert is_secret(new_secret())
    assert not is_secret("A" * 31)
    assert not is_secret("a" * 32)
    assert not is_secret("1" * 32)
    address = address_of("A" * 32, "kolibrie maand", "Open Oor")
    assert address.startswith("otpauth://totp/Open%20Oor:kolibrie%20maand?secret=" + "A" * 32)


async def test_an_app_is_kept_only_with_its_own_number_and_words_of_ours(
    house: House, clock: MovableClock
) -> None:
    vera, one = await Counsellor.logs_in(house, VERA), app(house)
    add, number = house.desk.numbers.add, one.number(clock)
    assert not await add(vera.cookie, one.secret, one.words, Private("000000"))
    assert not await add(vera.cookie, Private("A"), one.words, number)
    assert not await add(vera.cookie, one.secret, Private("een"), number)
    assert not await add(Private("N" * 43), one.secret, one.words, number)
    await house.desk.keys.lock(vera.cookie)
    assert not await add(vera.cookie, one.secret, one.words, number), "a locked desk adds nothing"
    assert "numbers" not in await rows(house)


async def test_words_belong_to_one_person_and_a_new_app_takes_the_place_of_the_old(
    house: House, clock: MovableClock
) -> None:
    vera, daan = await Counsellor.logs_in(house, VERA), await Counsellor.logs_in(house, DAAN)
    one, other = app(house), App(Private(new_secret()), Private("lamp lamp"))
    assert await keeps(house, vera, one, clock)
    assert not await keeps(house, daan, App(Private(new_secret()), one.words), clock)
    assert await keeps(house, vera, other, clock)
    assert await house.desk.numbers.enter(one.words, one.number(clock)) is None
    assert await house.desk.numbers.enter(other.words, one.number(clock)) is None, "the old app's number"
    assert await house.desk.numbers.enter(other.words, other.number(clock)) is not None


async def test_an_app_is_removed_when_another_way_is_there(house: House, clock: MovableClock) -> None:
    vera, one = await Counsellor.logs_in(house, VERA), app(house)
    assert not await house.desk.numbers.remove(vera.cookie)
    assert await keeps(house, vera, one, clock)
    assert not await house.desk.numbers.remove(vera.cookie), "never the last way"
    assert await adds(house, vera, Device())
    assert await house.desk.numbers.remove(vera.cookie)
    assert not await house.desk.numbers.remove(vera.cookie)
    assert await house.desk.numbers.enter(one.words, one.number(clock)) is None


async def test_unknown_words_cost_the_same_numbers_and_the_same_statements(
    house: House, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    vera, one = await Counsellor.logs_in(house, VERA), app(house)
    assert await keeps(house, vera, one, clock)
    done: list[str] = []
    real = pyotp.TOTP.generate_otp

    def counted(self: pyotp.TOTP, step: int) -> str:
        done.append("number")
        return real(self, step)

    def seen(*_: object) -> None:
        done.append("statement")

    monkeypatch.setattr(pyotp.TOTP, "generate_otp", counted)
    sa.event.listen(sa.Engine, "before_cursor_execute", seen)
    work: list[list[str]] = []
    for words in (one.words, Private("niemand hier")):
        done.clear()
        assert await house.desk.numbers.enter(words, Private("000000")) is None
        work.append(list(done))
    sa.event.remove(sa.Engine, "before_cursor_execute", seen)
    assert work[0] == work[1]
    assert (work[0].count("number"), work[0].count("statement")) == (3, 4), "begin, look, count, who"


@pytest.mark.clause("C43")
async def test_no_number_comes_in_after_the_appointment_or_on_a_row_of_somebody_else(
    house: House, clock: MovableClock
) -> None:
    vera, one = await Counsellor.logs_in(house, VERA), app(house)
    assert await keeps(house, vera, one, clock)
    daan, hers = await staff_of(house, DAAN), await staff_of(house, VERA)
    for who, counts in ((daan, False), (hers, True)):
        change = sa.update(numbers).values(staff=who.id)
        await upkeep.write(house.store, lambda at, change=change: at.run(change).rowcount)  # type: ignore[misc]  # a default
        clock.passes(seconds=SECONDS)
        assert (await house.desk.numbers.enter(one.words, one.number(clock)) is not None) is counts
    await house.store.write(lambda work: work.desk.end_staff(hers.id))
    clock.passes(seconds=SECONDS)
    assert await house.desk.numbers.enter(one.words, one.number(clock)) is None
    assert "numbers" not in await rows(house)
