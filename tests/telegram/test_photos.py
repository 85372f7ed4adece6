"""The photo of a counsellor stands beside the name on Telegram too, and nothing of it is about who looks."""

import pytest

from bot.photos.errand import made_square
from bot.telegram import Telegram
from bot.wiring import House
from handlers.domain.ids import CounsellorId
from tests.fakes.telegram import Broken, Cut, FakeTelegram, Flood, Person, Shown
from tests.house import DAAN, VERA, officer
from tests.photos.files import jpeg
from tests.telegram.test_conversation import furnished, house, rooms, telegram
from tests.telegram.test_conversation import words as words_of

__all__ = ["furnished", "house", "rooms", "telegram"]

pytestmark = pytest.mark.sockets

FACE = made_square(jpeg())[1]
OF_VERA, OF_DAAN = "Foto van Vera Voorbeeld", "Foto van Daan Denkbeeld"


async def pictured(house: House, *counsellors: CounsellorId) -> None:
    """Photos with their yes, published."""
    hr = await officer(house)
    for who in counsellors:
        assert await house.hr.photos.add(hr, who, FACE)
    await house.hr.publish(hr)
    house.directories.forget()


def photos(person: Person) -> list[Shown]:
    return [shown for shown in person.answers if shown.kind == "photo"]


async def asks(fake: FakeTelegram, person: Person, words: str = "/who") -> list[Shown]:
    """What the bot says to this, oldest first."""
    before = {shown.id for shown in person.screen}
    await person.says(words)
    await fake.settled()
    return [shown for shown in person.answers if shown.id not in before]


@pytest.mark.clause("C55")
async def test_the_list_comes_with_the_published_photos_each_with_words_for_who_cannot_see_it(
    telegram: Telegram, fake: FakeTelegram, house: House
) -> None:
    robin = fake.person()
    assert [shown.kind for shown in await asks(fake, robin)] == ["text"]
    await pictured(house, VERA, DAAN)
    first, second, words = await asks(fake, robin)
    assert [first.caption, second.caption] == [OF_VERA, OF_DAAN]
    assert first.protected
    assert first.silent
    assert not first.keys
    assert "Vera Voorbeeld" in (words.text or "")
    assert words.keys
    assert fake.world.photos[first.id] == FACE
    english = fake.person(language="en")
    assert (await asks(fake, english))[0].caption == "Photo of Vera Voorbeeld"


async def test_at_the_choice_of_a_person_only_who_can_be_asked_has_a_face(
    telegram: Telegram, fake: FakeTelegram, house: House
) -> None:
    await pictured(house, VERA, DAAN)
    robin = fake.person()
    await robin.says("/start")
    for press in ("in_danger=safe", "need=someone", "for_whom=self", "kind=bullying", "about=counsellor"):
        await fake.settled()
        await robin.presses(f"/SetSlots({press})")
    await fake.settled()
    assert not photos(robin)
    await robin.presses(f"/SetSlots(counsellor={VERA})")
    await fake.settled()
    await robin.presses("/SetSlots(pick=person)")
    await fake.settled()
    assert [shown.caption for shown in photos(robin)] == [OF_DAAN]


async def test_an_upload_holds_the_photo_its_words_and_the_chat_and_nothing_else(
    telegram: Telegram, fake: FakeTelegram, house: House
) -> None:
    await pictured(house, VERA)
    robin = fake.person(first_name="Robin", username="roodhart")
    await asks(fake, robin)
    (call,) = [call for call in fake.calls if call.method == "sendPhoto"]
    said = {name: value.lower() for name, value in call.params.items()}
    assert said == {
        "chat_id": str(robin.id),
        "caption": OF_VERA.lower(),
        "protect_content": "true",
        "disable_notification": "true",
    }


async def test_two_people_get_a_photo_each_and_no_id_of_it_is_used_again(
    telegram: Telegram, fake: FakeTelegram, house: House
) -> None:
    await pictured(house, VERA)
    for person in (fake.person(), fake.person()):
        await asks(fake, person)
    assert list(fake.world.photos.values()) == [FACE, FACE]


@pytest.mark.parametrize("fault", [Flood(7), Broken(), Broken(502), Cut(done=False)])
async def test_a_photo_that_telegram_does_not_take_leaves_the_words(
    telegram: Telegram, fake: FakeTelegram, house: House, fault: Flood | Broken | Cut
) -> None:
    await pictured(house, VERA, DAAN)
    robin = fake.person()
    fake.faults.next("sendPhoto", fault)
    (words,) = await asks(fake, robin)
    assert "Vera Voorbeeld" in (words.text or "")
    assert len([call for call in fake.calls if call.method == "sendPhoto"]) == 0


async def test_a_photo_that_was_taken_away_meanwhile_is_not_shown(
    telegram: Telegram, fake: FakeTelegram, house: House
) -> None:
    await pictured(house, VERA, DAAN)
    robin = fake.person()
    await asks(fake, robin)
    assert await house.hr.photos.take_away(await officer(house), VERA)
    shown = await asks(fake, robin)  # the look at the list is a moment old and still names it
    assert [each.caption for each in shown if each.kind == "photo"] == [OF_DAAN]


async def test_a_wipe_takes_the_photos_off_the_screen(
    telegram: Telegram, fake: FakeTelegram, house: House
) -> None:
    await pictured(house, VERA)
    robin = fake.person()
    await robin.says("/start")
    await fake.settled()
    await asks(fake, robin)
    assert photos(robin)
    await robin.says("/wipe")
    await fake.settled()
    await robin.presses("/SetSlots(wipe_ok=yes)")
    await robin.sees(words_of(house, "utter_wiped").splitlines()[0])
    await fake.settled()
    assert not photos(robin)
