"""HR publishes at one replica; the other shows it everywhere within a minute (C24, C55)."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry

from bot.server import app
from bot.telegram import Rooms
from bot.wiring import House
from tests.fakes.telegram import FakeTelegram, Person
from tests.house import DAAN, MovableClock
from tests.materials.test_printed import words as words_of
from tests.replicas.conftest import Pair
from tests.telegram.conftest import Pauses, receiving
from tests.web.test_desk import link
from tests.web.test_hr import at_hr, publish
from tests.web.visitor import Visitor, visitor

pytestmark = [pytest.mark.postgresql, pytest.mark.sockets]

DAYS = "maandag, dinsdag en donderdag"
NEW = "alleen vrijdag"


@asynccontextmanager
async def on_telegram(house: House, fake: FakeTelegram) -> AsyncIterator[Person]:
    """Somebody who writes to the bot of this replica."""
    rooms = Rooms(
        take=house.front.take,
        photo_of=house.hr.photos.body,
        store=house.store,
        keyring=house.keys,
        desk=house.desk,
        voice=house.voice,
        clock=house.clock,
        languages=house.policy.languages,
        code_words=house.code_words,
        registry=CollectorRegistry(),
        pause=Pauses(fake),
    )
    async with receiving(rooms, fake):
        yield fake.person()


class Places:
    """Where the list of counsellors is seen at one replica."""

    def __init__(self, reader: Visitor, officer: Visitor, person: Person, fake: FakeTelegram) -> None:
        self._reader, self._officer, self._person, self._fake = reader, officer, person, fake

    async def words(self) -> dict[str, str]:
        """What each of them says now."""
        before = len(self._person.screen)
        await self._person.says("/who")
        await self._fake.settled()
        poster = await self._officer.client.get("/hr/materials/nl/poster-a4.pdf")
        block = await self._officer.client.get("/hr/materials/nl/intranet.html")
        cards = await self._officer.client.get("/hr/materials/nl/counsellors.vcf")
        return {
            "web": (await self._reader.opens("/wie")).words,
            "telegram": "\n".join(shown.text or "" for shown in self._person.screen[before:]),
            "poster": words_of(poster.content),
            "block": block.text,
            "cards": cards.text.replace("\r\n ", "").replace("\\,", ","),
        }


@asynccontextmanager
async def everywhere(house: House, fake: FakeTelegram) -> AsyncIterator[Places]:
    """A reader, an officer with materials, and somebody on Telegram, all at this replica."""
    async with AsyncExitStack() as stack:
        reader, officer = [await stack.enter_async_context(visitor(app(house))) for _ in range(2)]
        await at_hr(house, officer)
        yield Places(reader, officer, await stack.enter_async_context(on_telegram(house, fake)), fake)


@pytest.mark.clause("C55")
async def test_what_is_published_at_one_replica_is_seen_in_every_place_at_the_other_within_a_minute(
    pair: Pair, fake: FakeTelegram, clock: MovableClock
) -> None:
    async with visitor(app(pair.first)) as hr, everywhere(pair.second, fake) as places:
        assert {name for name, words in (await places.words()).items() if DAYS in words} == {
            *("web", "telegram", "poster", "block", "cards")
        }
        await at_hr(pair.first, hr)
        await hr.opens("/hr/change/vera-voorbeeld")
        await hr.sends(hr.form("/hr/save"), days=NEW)
        await publish(hr)
        clock.passes(seconds=5)
        after = await places.words()
    assert not [name for name, words in after.items() if DAYS in words or NEW not in words]


async def test_a_poster_of_the_other_replica_knows_the_new_version_and_an_old_one_says_it_is_old(
    pair: Pair, clock: MovableClock
) -> None:
    async with visitor(app(pair.first)) as hr, visitor(app(pair.second)) as reader:
        version = (await pair.second.directories.now()).roster.version
        await reader.opens(f"/wie?poster={version}")
        assert "Je scande een oudere poster" not in reader.words
        await at_hr(pair.first, hr)
        await hr.opens("/hr/change/vera-voorbeeld")
        await hr.sends(hr.form("/hr/save"), days=NEW)
        await publish(hr)
        clock.passes(seconds=59)
        await reader.opens(f"/wie?poster={version}")
        assert "Je scande een oudere poster" in reader.words


async def test_a_counsellor_who_ended_at_one_replica_is_out_of_the_desk_of_the_other_at_once(
    pair: Pair,
) -> None:
    async with visitor(app(pair.first)) as hr, visitor(app(pair.second)) as desk:
        await desk.logs_in(await link(pair.second, "Vera Voorbeeld"))
        await desk.opens("/desk")
        assert desk.status == 200
        assert _can_unlock(desk)
        await at_hr(pair.first, hr)
        await hr.opens("/hr/change/vera-voorbeeld")
        yesterday = pair.first.clock.now().date() - timedelta(days=1)
        await hr.sends(hr.form("/hr/save"), until=yesterday.isoformat(), reason="term_over")
        await publish(hr)
        await desk.opens("/desk")
        assert not _can_unlock(desk)


def _can_unlock(desk: Visitor) -> bool:
    return any(form.action == "/desk/unlock" for form in desk.page.forms)


async def test_officers_at_two_replicas_see_each_others_change_and_lose_nothing(pair: Pair) -> None:
    async with visitor(app(pair.first)) as one, visitor(app(pair.second)) as other:
        forms = []
        for house, hr in ((pair.first, one), (pair.second, other)):
            await at_hr(house, hr)
            await hr.opens(f"/hr/change/{DAAN}")
            forms.append(hr.form("/hr/save"))
        await one.sends(forms[0], place="Kamer 7")
        await other.sends(forms[1], place="Kamer 8")
        assert other.status == 409
        assert "Nu staat er: Kamer 7" in other.words
        assert other.form("/hr/save").fields["place"] == "Kamer 8"
