"""The key folder and what is derived from it."""

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from dialogues.private import Private
from handlers.domain.errors import CannotOpen
from handlers.domain.ids import ConversationId
from handlers.ports import Channel, Reach
from storage.key_files import LASTING, KeyFolder, KeyFolderError, epoch_of, first_day
from storage.keys import KEK_DAYS, Keys
from storage.readers import NOBODY
from storage.store import SqlStore
from storage.upkeep import hourly
from tests.clock import FixedClock

CHAT = ConversationId("c" * 32)


def test_a_new_folder_is_its_owners_alone(folder: Path, clock: FixedClock) -> None:
    Keys.open(folder / "deep" / "keys", clock)
    made = folder / "deep" / "keys"
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    files = list(made.iterdir())
    assert {file.stem for file in files} == set(LASTING)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert len({file.read_bytes() for file in files}) == len(LASTING)


def test_the_same_folder_gives_the_same_keys(folder: Path, clock: FixedClock) -> None:
    one, two = Keys.open(folder / "k", clock), Keys.open(folder / "k", clock)
    sender = Private("42")
    for channel in Channel:
        assert one.peer(channel, sender).lookups == two.peer(channel, sender).lookups
    assert one.code_key(sender)[1:] == two.code_key(sender)[1:]
    assert one.check == two.check
    assert Keys.open(folder / "other", clock).check != one.check


@pytest.mark.parametrize(("what", "mode"), [("", 0o750), ("desk.key", 0o640)])
def test_a_folder_that_others_can_open_is_refused(
    folder: Path, clock: FixedClock, what: str, mode: int
) -> None:
    Keys.open(folder / "keys", clock)
    (folder / "keys" / what).chmod(mode)
    with pytest.raises(KeyFolderError, match="chmod"):
        Keys.open(folder / "keys", clock)


def test_a_missing_or_broken_key_is_not_silently_made_anew(folder: Path, clock: FixedClock) -> None:
    Keys.open(folder / "keys", clock)
    relay = folder / "keys" / "relay.key"
    relay.write_bytes(b"short")
    with pytest.raises(KeyFolderError, match="key backup"):
        Keys.open(folder / "keys", clock)
    relay.unlink()
    with pytest.raises(KeyFolderError, match="misses relay"):
        Keys.open(folder / "keys", clock)


def test_two_processes_that_make_a_days_key_end_up_with_one(folder: Path) -> None:
    one, two = KeyFolder(folder / "keys"), KeyFolder(folder / "keys")
    day = date(2025, 11, 24)
    assert one.of_day("kek", day) is None
    key = one.make_of_day("kek", day)
    assert two.make_of_day("kek", day) == key
    # The slow one of two that began at the same moment: a link never replaces.
    assert two._make(f"kek-{day.isoformat()}") == key
    assert one.days("kek") == (day,)


def test_a_folder_that_cannot_be_written_any_more_is_told(folder: Path) -> None:
    keys = KeyFolder(folder / "keys")
    (folder / "keys").rename(folder / "gone")
    with pytest.raises(KeyFolderError, match="cannot be written"):
        keys.make_of_day("kek", date(2025, 11, 24))


def test_a_destroyed_key_is_gone(folder: Path) -> None:
    keys, day = KeyFolder(folder / "keys"), date(2025, 11, 24)
    keys.make_of_day("kek", day)
    keys.destroy("kek", day)
    keys.destroy("kek", day)
    assert keys.of_day("kek", day) is None
    assert keys.days("kek") == ()


def test_a_week_begins_on_monday() -> None:
    monday = date(2025, 11, 24)
    assert first_day(epoch_of(monday)) == monday
    assert first_day(epoch_of(monday + timedelta(days=6))) == monday
    assert first_day(epoch_of(monday - timedelta(days=1))) == monday - timedelta(days=7)


def test_lookups_of_an_account_cannot_be_linked_over_weeks_channels_or_uses(
    keys: Keys, clock: FixedClock
) -> None:
    sender = Private("7130088001")
    seen = set()
    for _ in range(3):
        for channel in Channel:
            peer = keys.peer(channel, sender)
            seen |= {peer.lookups[0], peer.state_key, peer.secret}
        seen |= {keys.staff_lookup(Channel.TELEGRAM, sender), keys.token("desk", sender)}
        seen |= {keys.token("link", sender), keys.delivery(Channel.TELEGRAM, "7130088001")}
        clock.passes(days=7)
    # Telegram: three weeks of lookup and state key, one account; the others never change.
    assert len(seen) == 3 * 2 + 1 + 3 * 3 + 4


def test_only_telegram_has_an_address_for_a_push(keys: Keys) -> None:
    assert keys.peer(Channel.TELEGRAM, Private("5")).address == Private("5")
    assert keys.peer(Channel.WEB, Private("5")).address is None


def test_peppers_that_nobody_refers_to_are_destroyed(keys: Keys, clock: FixedClock, folder: Path) -> None:
    sender, weeks = Private("5"), []
    for _ in range(6):
        weeks.append(keys.peer(Channel.TELEGRAM, sender).epochs[0])
        clock.passes(days=7)
    keys.peer(Channel.TELEGRAM, sender)
    long_ago = clock.now().date() - timedelta(days=365)
    keys.destroy_epochs({weeks[1]}, {weeks[0]}, long_ago)
    peer = keys.peer(Channel.TELEGRAM, sender)
    assert peer.epochs == (weeks[5] + 1, weeks[5], weeks[1])
    assert keys.own_key(weeks[0], b"account", b"salt")
    with pytest.raises(CannotOpen):
        keys.state_key(weeks[2], b"account")
    # The term counts for the last visit, not for letters that are still there.
    keys.destroy_epochs({weeks[1]}, {weeks[0]}, first_day(weeks[1]) + timedelta(days=7))
    assert keys.peer(Channel.TELEGRAM, sender).epochs == (weeks[5] + 1, weeks[5])
    assert keys.own_key(weeks[0], b"account", b"salt")
    kept = KeyFolder(folder / "keys").days("employee")
    assert [epoch_of(day) for day in kept] == [weeks[0], weeks[5], weeks[5] + 1]


def test_a_pepper_of_another_process_is_found_at_once(folder: Path, clock: FixedClock) -> None:
    one, two = Keys.open(folder / "keys", clock), Keys.open(folder / "keys", clock)
    one.peer(Channel.TELEGRAM, Private("5"))
    clock.passes(days=7)
    week = two.peer(Channel.TELEGRAM, Private("5")).epochs[0]
    clock.passes(days=7)
    assert week in one.peer(Channel.TELEGRAM, Private("5")).epochs


def test_a_conversations_key_opens_while_its_days_key_exists(keys: Keys, clock: FixedClock) -> None:
    wrapped, day = keys.wrap(bytes(32), CHAT, NOBODY)
    clock.passes(days=3)
    assert keys.unwrap(wrapped, day, CHAT, NOBODY) == bytes(32)
    with pytest.raises(CannotOpen):
        keys.unwrap(wrapped, day, ConversationId("d" * 32), NOBODY)
    clock.passes(days=4)
    keys.destroy_keks(clock.now().date(), {day})
    assert keys.unwrap(wrapped, day, CHAT, NOBODY) == bytes(32)
    keys.destroy_keks(clock.now().date(), set())
    with pytest.raises(CannotOpen):
        keys.unwrap(wrapped, day, CHAT, NOBODY)


def test_a_code_is_the_same_however_it_is_spelled(keys: Keys) -> None:
    spoken = keys.code_key(Private("appel boot citroen"))
    for typed in ("Appel Boot CITROEN", " appel, boot - citroen\n", "ＡＰＰＥＬ boot citroen"):
        key, public, lookup = keys.code_key(Private(typed))
        assert (key.private, public, lookup) == (spoken[0].private, *spoken[1:])
    assert keys.code_key(Private("appelboot citroen"))[2] != spoken[2]


def test_a_passphrase_opens_the_counsellors_key_and_no_other_does(
    keys: Keys, folder: Path, clock: FixedClock
) -> None:
    key, wrapped = keys.new_counsellor_key(Private("een lange zin met é"))
    opened = keys.open_counsellor_key(wrapped, Private("een lange zin met é"))
    assert opened is not None
    assert opened.private == key.private
    assert keys.open_counsellor_key(wrapped, Private("een lange zin met e")) is None
    elsewhere = Keys.open(folder / "without this pepper", clock)
    assert elsewhere.open_counsellor_key(wrapped, Private("een lange zin met é")) is None


def test_peers_and_keys_say_nothing_when_printed(keys: Keys) -> None:
    peer = keys.peer(Channel.TELEGRAM, Private("7130088001"))
    assert "7130088001" not in repr(peer)
    assert repr(peer.secret) not in repr(peer)
    assert "private=" not in repr(keys.code_key(Private("x"))[0])


@pytest.mark.clause("C41")
async def test_the_key_of_a_day_is_destroyed_after_its_term_and_not_before(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    first = keys.today()
    address = Reach(Channel.TELEGRAM, Private("7130088001"), "nl")
    await store.write(lambda work: work.announcements.keep(address))
    assert keys.kek_days() == (first,)
    for day in range(1, KEK_DAYS + 1):
        clock.passes(days=1)
        await hourly(store)
        assert (first in keys.kek_days()) is (day < KEK_DAYS)
    assert await store.read(lambda work: work.announcements.untold("x", 10)), "the row moved on with its key"


@pytest.mark.clause("C41")
async def test_an_address_whose_key_was_lost_goes_with_the_next_round(
    store: SqlStore, keys: Keys, clock: FixedClock
) -> None:
    address = Reach(Channel.TELEGRAM, Private("7130088001"), "nl")
    await store.write(lambda work: work.announcements.keep(address))
    keys.destroy_keks(keys.today() + timedelta(days=1), set())
    clock.passes(days=1)
    await hourly(store)
    assert await store.read(lambda work: work.announcements.untold("x", 10)) == []
