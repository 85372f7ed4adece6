"""Passkeys: who comes in, who does not, and what opens the key (C35, C40; KEYS.md)."""

import json
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.authenticator import Site, WebAuthn
from bot.demo_house import PASSPHRASE
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import PasskeyId
from handlers.ports import LinkPurpose, Role
from storage import upkeep
from storage.tables import challenges, passkeys
from tests.fakes.authenticator import Device
from tests.handlers.at_desk import CORA, appointed, with_case, with_passphrase
from tests.house import DAAN, VERA, Counsellor, Employee, Mailroom, MovableClock, bring, rows, staff_of

TITLE = Private("telefoon")


async def adds(house: House, who: Counsellor, device: Device, *, opens: bool = False) -> bool:
    """Make a passkey on this device and keep it."""
    options = await house.desk.passkeys.offer(who.cookie, "Vera")
    if options is None:
        return False
    opener = device.opener if opens else None
    return await house.desk.passkeys.add(who.cookie, device.makes(options), TITLE, opener)


async def comes_in(house: House, device: Device, *, opens: bool = False) -> Private | None:
    """Log in with this device's passkey."""
    answer = device.uses(await house.desk.passkeys.ask())
    return await house.desk.passkeys.enter(answer, device.opener if opens else None)


async def own(house: House, who: Counsellor) -> list[PasskeyId]:
    """The passkeys of this person, oldest first."""
    ways = await house.desk.passkeys.ways((await who.session()).staff.id)
    return [each.id for each in ways.passkeys]


async def test_a_passkey_logs_in_and_the_desk_is_still_locked(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert await adds(house, vera, device)
    cookie = await comes_in(house, device, opens=True)
    assert cookie is not None
    assert cookie != vera.cookie
    session = await house.desk.logins.session(cookie)
    assert session is not None
    assert session.staff == (await vera.session()).staff
    assert session.key is None, "login is not the key"


@pytest.mark.clause("C35", "C40")
async def test_a_passkey_that_opens_gives_the_same_key_as_the_passphrase(
    house: House, employee: Employee
) -> None:
    vera, case = await with_case(house, employee)
    device = Device()
    assert await adds(house, vera, device, opens=True)
    cookie = await comes_in(house, device, opens=True)
    assert cookie is not None
    again = Counsellor(house, cookie, VERA)
    assert await again.reads(case) == await vera.reads(case)
    other = await comes_in(house, device)
    assert other is not None
    assert (await Counsellor(house, other, VERA).session()).key is None, "without the PRF it opens nothing"
    wrong = device.uses(await house.desk.passkeys.ask())
    third = await house.desk.passkeys.enter(wrong, Device().opener)
    assert third is not None
    assert (await Counsellor(house, third, VERA).session()).key is None


async def test_a_passkey_is_let_to_open_the_desk_later_and_unlocks_it(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert await adds(house, vera, device)
    ask = house.desk.passkeys.ask_own
    options = await ask(vera.cookie)
    assert options is not None
    assert await house.desk.passkeys.let_open(vera.cookie, device.uses(options), device.opener)
    await house.desk.keys.lock(vera.cookie)
    assert (await vera.session()).has_opener
    options = await ask(vera.cookie)
    assert options is not None
    answer = device.uses(options)
    assert not await house.desk.passkeys.unlock(vera.cookie, answer, Device().opener)
    assert not await house.desk.passkeys.unlock(vera.cookie, answer, device.opener), "an answer counts once"
    options = await ask(vera.cookie)
    assert options is not None
    assert await house.desk.passkeys.unlock(vera.cookie, device.uses(options), device.opener)
    assert (await vera.session()).key is not None


async def test_a_locked_desk_adds_removes_and_lets_open_nothing(house: House) -> None:
    vera, first, second = await Counsellor.logs_in(house, VERA), Device(), Device()
    assert await adds(house, vera, first)
    assert await adds(house, vera, second)
    options = await house.desk.passkeys.offer(vera.cookie, "Vera")
    assert options is not None
    await house.desk.keys.lock(vera.cookie)
    assert not await adds(house, vera, Device())
    assert not await house.desk.passkeys.add(vera.cookie, Device().makes(options), TITLE, None)
    assert not await house.desk.passkeys.remove(vera.cookie, (await own(house, vera))[0])
    asked = await house.desk.passkeys.ask_own(vera.cookie)
    assert asked is not None
    assert not await house.desk.passkeys.let_open(vera.cookie, first.uses(asked), first.opener)


async def test_a_removed_passkey_opens_nothing_and_the_last_way_stays(house: House) -> None:
    vera, first, second = await Counsellor.logs_in(house, VERA), Device(), Device()
    assert await adds(house, vera, first)
    (last,) = await own(house, vera)
    assert not await house.desk.passkeys.remove(vera.cookie, last), "never the last way"
    assert await adds(house, vera, second)
    assert await house.desk.passkeys.remove(vera.cookie, last)
    assert not await house.desk.passkeys.remove(vera.cookie, last)
    assert await comes_in(house, first) is None
    assert await comes_in(house, second) is not None


async def test_nobody_uses_or_removes_a_passkey_of_another_account(house: House) -> None:
    vera, daan = await Counsellor.logs_in(house, VERA), await Counsellor.logs_in(house, DAAN)
    hers, his = Device(), Device()
    for who, device in ((vera, hers), (daan, his)):
        assert await adds(house, who, device, opens=True)
        assert await adds(house, who, Device())
    assert not await house.desk.passkeys.remove(daan.cookie, (await own(house, vera))[0])
    await house.desk.keys.lock(vera.cookie)
    options = await house.desk.passkeys.ask_own(vera.cookie)
    assert options is not None
    assert not await house.desk.passkeys.unlock(vera.cookie, his.uses(options), his.opener)
    options = await house.desk.passkeys.ask_own(daan.cookie)
    assert options is not None
    assert not await house.desk.passkeys.let_open(daan.cookie, hers.uses(options), hers.opener)
    his.holder = hers.holder
    assert await comes_in(house, his) is None, "it says it is hers"
    his.holder, his.credential = hers.holder, hers.credential
    assert await comes_in(house, his) is None, "it has her name and his key"


async def test_a_copy_with_an_older_count_does_not_come_in(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert await adds(house, vera, device)
    copy = replace(device)
    assert await comes_in(house, device) is not None
    assert await comes_in(house, device) is not None
    assert await comes_in(house, copy) is None
    assert await comes_in(house, device) is not None


async def test_a_passkey_that_does_not_count_comes_in_every_time(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device(counts=False)
    assert await adds(house, vera, device)
    assert await comes_in(house, device) is not None
    assert await comes_in(house, device) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "http://127.0.0.1:8400"},
        {"origin": "https://localhost:8400"},
        {"origin": "http://openoor.example"},
        {"site": "example.org"},
        {"verifies": False},
    ],
    ids=str,
)
async def test_a_wrong_site_and_a_device_that_verified_nobody_are_refused(
    house: House, wrong: dict[str, str]
) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert not await adds(house, vera, Device(**wrong))  # type: ignore[arg-type]  # one of the fields above
    assert await adds(house, vera, device)
    assert await comes_in(house, replace(device, **wrong)) is None  # type: ignore[arg-type]  # the same
    assert await comes_in(house, device) is not None


async def test_a_challenge_counts_once_for_one_purpose_in_one_browser_and_for_five_minutes(
    house: House, clock: MovableClock
) -> None:
    vera, daan, device = (
        await Counsellor.logs_in(house, VERA),
        await Counsellor.logs_in(house, DAAN),
        Device(),
    )
    room = house.desk.passkeys
    offered = await room.offer(vera.cookie, "Vera")
    assert offered is not None
    assert not await room.add(daan.cookie, Device().makes(offered), TITLE, None), "of another browser"
    made = device.makes(offered)
    assert await room.add(vera.cookie, made, TITLE, None)
    assert not await room.add(vera.cookie, made, TITLE, None), "replayed"
    asked = await room.ask()
    answer = device.uses(asked)
    assert await room.enter(answer, None) is not None
    assert await room.enter(answer, None) is None, "replayed"
    assert await room.enter(device.uses(asked), None) is None, "signed again, for a spent challenge"
    for options in (await room.ask_own(vera.cookie), await room.offer(vera.cookie, "Vera")):
        assert options is not None
        assert await room.enter(device.uses(options), None) is None, "of another purpose"
    asked = await room.ask()
    clock.passes(minutes=5)
    assert await room.enter(device.uses(asked), None) is None, "too late"
    invented = json.dumps({"challenge": "A" * 43})
    assert await room.enter(device.uses(invented), None) is None


async def test_challenges_that_nobody_answers_leave_no_rows(house: House, clock: MovableClock) -> None:
    for _ in range(5):
        await house.desk.passkeys.ask()
    assert (await rows(house))["challenges"] == 5
    clock.passes(minutes=6)
    await upkeep.hourly(house.store)
    assert "challenges" not in await rows(house)
    await house.desk.passkeys.ask()
    clock.passes(minutes=6)
    await house.desk.passkeys.ask()
    assert (await rows(house))["challenges"] == 1


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "null",
        "[]",
        "{}",
        "x",
        "[" * 7000,
        '{"response":1}',
        '{"rawId":"é","response":{"clientDataJSON":"e30"}}',
        "9" * 9000,
        '{"id":"A","rawId":"A","type":"public-key","response":{"clientDataJSON":"AAAA"}}',
    ],
)
async def test_what_is_no_answer_at_all_is_refused_kindly(house: House, junk: str) -> None:
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.passkeys.enter(Private(junk), Private("x")) is None
    assert not await house.desk.passkeys.add(vera.cookie, Private(junk), TITLE, None)
    assert not await house.desk.passkeys.unlock(vera.cookie, Private(junk), Private("x"))


async def test_an_unknown_passkey_is_worked_out_like_a_known_one(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[bytes] = []
    real = WebAuthn.used

    def counted(self: WebAuthn, answer: Private, challenge: bytes, passkey: object) -> int | None:
        checked.append(challenge)
        return real(self, answer, challenge, passkey)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(WebAuthn, "used", counted)
    assert await comes_in(house, Device()) is None
    assert len(checked) == 1


async def test_the_answer_of_an_unknown_passkey_is_checked_against_a_real_signature() -> None:
    asked = WebAuthn(Site.at("http://localhost:8400")).ask(b"c" * 32)
    answer = Device().uses(asked)
    assert WebAuthn(Site.at("http://localhost:8400")).used(answer, b"c" * 32, None) is None
    assert WebAuthn(None).used(answer, b"c" * 32, None) is None


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://openoor.example", Site("https://openoor.example", "openoor.example")),
        ("https://openoor.example:8443/", Site("https://openoor.example:8443", "openoor.example")),
        ("http://127.0.0.1:8400", Site("http://localhost:8400", "localhost")),
        ("http://[::1]:8400", Site("http://localhost:8400", "localhost")),
        ("http://localhost:8400", Site("http://localhost:8400", "localhost")),
        ("https://192.0.2.7", None),
    ],
)
def test_passkeys_belong_to_the_name_of_the_site(address: str, site: Site | None) -> None:
    assert Site.at(address) == site


@pytest.mark.clause("C43")
async def test_when_the_appointment_ends_no_passkey_comes_in(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert await adds(house, vera, device, opens=True)
    staff = await staff_of(house, VERA)
    await house.store.write(lambda work: work.desk.end_staff(staff.id))
    assert await comes_in(house, device, opens=True) is None
    assert "passkeys" not in await rows(house)


async def test_a_row_that_was_moved_or_written_by_somebody_else_lets_nobody_in(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert await adds(house, vera, device)
    daan = await staff_of(house, DAAN)
    await upkeep.write(house.store, lambda at: at.run(sa.update(passkeys).values(staff=daan.id)).rowcount)
    assert await comes_in(house, device) is None
    vera_id = (await vera.session()).staff.id
    await upkeep.write(
        house.store, lambda at: at.run(sa.update(passkeys).values(staff=vera_id, sealed=b"x" * 300)).rowcount
    )
    assert await comes_in(house, device) is None


async def test_a_new_counsellor_adds_a_passkey_before_there_is_a_key(house: House) -> None:
    await appointed(house, CORA)
    cora, device = await Counsellor.enters(house, CORA), Device()
    assert not (await cora.session()).has_way
    assert await adds(house, cora, device, opens=True)
    session = await cora.session()
    assert (session.has_way, session.has_opener) == (True, False)
    assert await comes_in(house, device) is not None


async def test_hr_comes_in_with_a_passkey_and_gets_no_key(house: House) -> None:
    staff = await house.store.read(lambda work: work.desk.officer())
    assert staff is not None
    token = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
    cookie = await house.desk.logins.enter(token, LinkPurpose.LOGIN)
    assert cookie is not None
    officer, device = Counsellor(house, cookie, VERA), Device()
    assert await adds(house, officer, device, opens=True)
    fresh = await comes_in(house, device, opens=True)
    assert fresh is not None
    session = await house.desk.logins.session(fresh)
    assert session is not None
    assert (session.staff.role, session.key) == (Role.HR, None)
    options = await house.desk.passkeys.ask_own(fresh)
    assert options is not None
    assert not await house.desk.passkeys.let_open(fresh, device.uses(options), device.opener)
    options = await house.desk.passkeys.ask_own(fresh)
    assert options is not None
    assert not await house.desk.passkeys.unlock(fresh, device.uses(options), device.opener)


async def test_one_device_is_kept_once_and_no_more_than_ten(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert await adds(house, vera, device)
    options = await house.desk.passkeys.offer(vera.cookie, "Vera")
    assert options is not None
    assert len(json.loads(options)["excludeCredentials"]) == 1, "the browser says so first"
    assert not await house.desk.passkeys.add(vera.cookie, device.makes(options), TITLE, None)
    for _ in range(9):
        assert await adds(house, vera, Device())
    assert not await adds(house, vera, Device())


async def test_the_owner_is_told_of_each_change_and_nobody_else(house: House) -> None:
    vera, daan = await Counsellor.logs_in(house, VERA), await Counsellor.logs_in(house, DAAN)
    await vera.wants_notices("1")
    await daan.wants_notices("2")
    mailroom = Mailroom()
    assert await adds(house, vera, Device())
    await bring(house, mailroom)
    told = [(reach.address.reveal(), message.text.reveal()) for reach, message in mailroom.brought]
    assert told == [("1", house.voice.flows.texts.format("notice-waiting", "nl"))]


async def test_options_name_nobody_ask_for_verification_and_for_a_passkey_that_is_found_by_itself(
    house: House,
) -> None:
    asked = json.loads(await house.desk.passkeys.ask())
    assert asked["allowCredentials"] == []
    assert asked["userVerification"] == "required"
    vera = await Counsellor.logs_in(house, VERA)
    offered = json.loads(await house.desk.passkeys.offer(vera.cookie, "Vera") or "{}")
    chosen = offered["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")
    assert offered["attestation"] == "none"


async def test_without_a_session_nothing_is_offered(house: House) -> None:
    nobody = Private("N" * 43)
    assert await house.desk.passkeys.offer(nobody, "x") is None
    assert await house.desk.passkeys.ask_own(nobody) is None
    assert not await house.desk.passkeys.unlock(nobody, Private("{}"), Private("x"))
    assert not await house.desk.passkeys.remove(nobody, PasskeyId("x"))
    vera = await Counsellor.logs_in(house, VERA)
    assert await house.desk.passkeys.ask_own(vera.cookie) is None, "without a passkey there is nothing to ask"


async def test_a_key_that_is_replaced_takes_its_copies_with_it(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    assert await adds(house, vera, device, opens=True)
    await house.store.write(lambda work: work.desk.drop_key(VERA))
    wrapped = await upkeep.read(
        house.store, lambda at: at.run(sa.select(passkeys.c.wrapped_key)).scalars().all()
    )
    assert wrapped == [None]
    fresh = await with_passphrase(house, VERA)
    cookie = await comes_in(house, device, opens=True)
    assert cookie is not None
    assert (await Counsellor(house, cookie, VERA).session()).key is None
    assert not await house.desk.keys.unlock(fresh.cookie, await fresh.session(), Private(PASSPHRASE))
    assert await upkeep.read(house.store, lambda at: at.run(sa.select(challenges)).all()) == []
