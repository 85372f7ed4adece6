"""Guessing is slowed down, also when every guess is sent at the same moment."""

import asyncio

from bot.demo_house import PASSPHRASE
from bot.limits import Deed, Limits
from bot.server import app
from bot.wiring import House
from dialogues.private import Private
from handlers.ports import DeskSession
from tests.house import DAAN, MovableClock
from tests.security.desk import at_desk, logs_in
from tests.web.visitor import Visitor, visitor

SHUT = "De werkplek is op slot"


async def test_passphrases_sent_all_at_once_are_tried_no_more_often_than_one_by_one(
    house: House, attacker: Visitor
) -> None:
    await logs_in(house, attacker, "vera-voorbeeld")
    form = attacker.form("/desk/unlock")
    tried = 0
    unlock = house.desk.keys.unlock

    async def counted(cookie: Private, session: DeskSession, phrase: Private) -> bool:
        nonlocal tried
        tried += 1
        return await unlock(cookie, session, phrase)

    house.desk.keys.unlock = counted  # type: ignore[method-assign]  # counts, then does the real thing
    answers = await asyncio.gather(
        *(attacker.client.post(form.action, data={**form.fields, "phrase": f"guess {n}"}) for n in range(30))
    )
    assert tried <= Deed.UNLOCK.value[0].burst + 1
    assert sum("Wacht even" in answer.text for answer in answers) >= 20


async def test_a_fresh_login_gives_no_fresh_tries_at_the_passphrase(
    house: House, attacker: Visitor, victim: Visitor
) -> None:
    """Who has a counsellor's passkey or app, and not the passphrase, can log in as often as they like."""
    for _ in range(Deed.UNLOCK.value[0].burst):
        await logs_in(house, attacker, "vera-voorbeeld")
        await attacker.unlocks("guess")
        assert "Wacht even" not in attacker.words
    await logs_in(house, attacker, "vera-voorbeeld")
    await attacker.unlocks(PASSPHRASE)
    assert "Wacht even" in attacker.words
    assert SHUT in attacker.words
    await at_desk(house, victim, DAAN)
    assert SHUT not in victim.words, "nobody else waits for it"


async def test_a_right_passphrase_is_not_charged(house: House, attacker: Visitor) -> None:
    await at_desk(house, attacker, "vera-voorbeeld")
    for _ in range(3 * Deed.UNLOCK.value[0].burst):
        await attacker.sends(attacker.form("/desk/lock"))
        await attacker.unlocks(PASSPHRASE)
        assert SHUT not in attacker.words


async def test_codes_sent_all_at_once_are_looked_up_no_more_often_than_one_by_one(
    house: House, attacker: Visitor
) -> None:
    words = house.code_words[0].words
    await attacker.opens("/code")
    await attacker.sends(attacker.form("/code"), code=" ".join(words[:8]))
    form = attacker.form("/code")
    answers = await asyncio.gather(
        *(
            attacker.client.post("/code", data={**form.fields, "code": " ".join(words[n : n + 8])})
            for n in range(30)
        )
    )
    assert sum(answer.status_code == 200 for answer in answers) <= Deed.CODE.value[0].burst


async def test_a_guessed_session_or_link_is_as_good_as_none(house: House) -> None:
    async with visitor(app(house)) as one:
        for guess in ("A" * 43, "", "x" * 5_000, "../../etc", "%00", "' OR 1=1 --"):
            one.client.cookies.clear()
            one.client.cookies.set("d", guess.replace(" ", "+"))
            await one.opens("/desk")
            assert one.status == 403
            assert "Je bent niet ingelogd" in one.words


def test_a_flood_of_others_gives_nobody_their_tries_back() -> None:
    """Who knows two login words cannot have the tries at them forgotten by sending everything else."""
    clock = MovableClock()
    limits, words = Limits(clock), Private("rustig otter")
    for _ in range(Deed.NUMBER.value[0].burst):
        assert limits.spend(Deed.NUMBER, words)
    others = 0
    for _ in range(int(Deed.NUMBER.value[0].seconds) - 10):
        clock.passes(seconds=1)
        for deed in Deed:
            others += sum(limits.spend(deed, Private(f"{others}.{n}")) for n in range(21))
    assert others > 25_000
    clock.passes(seconds=1)
    assert not limits.spend(Deed.NUMBER, words)


def test_who_could_try_as_often_as_anybody_new_is_forgotten() -> None:
    clock = MovableClock()
    limits = Limits(clock)
    for number in range(500):
        assert limits.spend(Deed.PRESS, Private(f"{number}"))
    clock.passes(seconds=50)
    assert limits.spend(Deed.PRESS, Private("new"))
    assert limits.remembered == 1
