"""A photo of a counsellor: uploaded by HR with her yes, seen after publishing, gone at once (C55)."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.photos import MOST_BYTES
from bot.roster_csv import dump_roster_csv, load_roster_csv
from bot.roster_file import dump_roster, load_roster
from bot.wiring import House
from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Roster
from handlers.ports import Picture, Role
from tests.house import VERA, MovableClock, officer
from tests.photos import files
from tests.web.test_hr import at_hr, publish
from tests.web.visitor import Visitor

PAGE = f"/hr/photo/{VERA}"


async def uploads(one: Visitor, raw: bytes, *, agreed: bool = True, to: str = PAGE) -> None:
    """Choose a file, tick, press."""
    await one.opens(to)
    fields = {"form": one.form(to).fields["form"]} | ({"agreed": "yes"} if agreed else {})
    one._show(await one.client.post(to, data=fields, files={"photo": ("IMG_0001.jpg", raw, "image/jpeg")}))


async def pictures(house: House) -> dict[str, Picture]:
    return await house.store.read(lambda work: work.roster.pictures())


async def roster(house: House) -> Roster:
    return (await house.hr.page()).published


def sources(one: Visitor) -> list[str]:
    return [part.partition('"')[0] for part in one.answer.text.split('<img class="face" src="')[1:]]


@pytest.mark.clause("C55")
async def test_a_photo_is_seen_by_everyone_only_after_publishing_and_holds_no_place(
    house: House, employee: Visitor, another: Visitor, clock: MovableClock
) -> None:
    await at_hr(house, another)
    await uploads(another, files.jpeg())
    assert "De foto staat klaar" in another.words
    assert "vindt goed" in another.words
    (drafted,) = sources(another)
    assert (await another.client.get(drafted)).headers["content-type"] == "image/jpeg"
    await employee.opens("/wie")
    assert not sources(employee)
    (picture,) = await pictures(house)
    assert (await employee.client.get(f"/wie/photo/{picture}")).status_code == 404
    await publish(another)
    clock.passes(seconds=59)
    await employee.opens("/wie?lang=en")
    assert sources(employee) == [f"/wie/photo/{picture}"]
    assert 'alt="Photo of Vera Voorbeeld"' in employee.answer.text
    assert "img-src 'self'" in employee.answer.headers["content-security-policy"]
    answer = await employee.client.get(f"/wie/photo/{picture}")
    with Image.open(io.BytesIO(answer.content)) as shown:
        assert (shown.format, shown.size, dict(shown.getexif())) == ("JPEG", (480, 480), {})
    assert answer.headers["cache-control"] == "no-store"
    assert not employee.cookies
    await employee.opens("/wat")
    assert "img-src" not in employee.answer.headers["content-security-policy"]


async def test_without_her_yes_or_without_a_file_nothing_is_kept(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await uploads(another, files.jpeg(), agreed=False)
    assert another.status == 400
    assert "Vraag eerst of de ander" in another.words
    await uploads(another, b"")
    assert "Kies eerst een foto" in another.words
    assert await pictures(house) == {}
    assert (await house.hr.page()).draft is None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (files.gif(), "geen JPEG, PNG of WebP"),
        (files.svg(), "geen JPEG, PNG of WebP"),
        (files.with_archive(), "meer dan een foto"),
        (files.bomb(), "te veel beeldpunten"),
        (files.jpeg((150, 150)), "te klein"),
        (files.jpeg()[:3000], "gaat niet open"),
        (files.jpeg() + bytes(MOST_BYTES), "te groot"),
    ],
    ids=["gif", "svg", "zip", "bomb", "small", "cut", "large"],
)
async def test_what_is_no_photo_is_refused_in_a_sentence(
    house: House, another: Visitor, raw: bytes, words: str
) -> None:
    await at_hr(house, another)
    await uploads(another, raw)
    assert another.status in (400, 413)
    assert words in another.words
    assert await pictures(house) == {}


async def test_forty_megabytes_are_refused_kindly_and_never_lie_in_memory_as_a_whole(
    house: House, another: Visitor
) -> None:
    await at_hr(house, another)
    await another.opens(PAGE)
    token, sent = another.form(PAGE).fields["form"], 0

    async def slowly() -> AsyncIterator[bytes]:
        nonlocal sent
        head = f'--x\r\ncontent-disposition: form-data; name="form"\r\n\r\n{token}\r\n--x\r\n'
        yield (head + 'content-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n').encode()
        for _ in range(640):
            sent += 64 * 1024
            yield bytes(64 * 1024)
        yield b"\r\n--x--\r\n"

    kind = {"content-type": "multipart/form-data; boundary=x"}
    another._show(await another.client.post(PAGE, content=slowly(), headers=kind))
    assert sent == 40 * 1024 * 1024
    assert another.status == 413
    assert "te groot" in another.words
    declared = kind | {"content-length": str(1 << 40)}
    another._show(await another.client.post(PAGE, content=b"", headers=declared))
    assert "te groot" in another.words


async def test_what_never_ends_is_not_read_to_its_end(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    sent = 0

    async def for_ever() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 400 * 1024 * 1024:
            sent += 1024 * 1024
            yield bytes(1024 * 1024)

    kind = {"content-type": "multipart/form-data; boundary=x"}
    another._show(await another.client.post(PAGE, content=for_ever(), headers=kind))
    assert another.status == 413


@pytest.mark.parametrize("broken", ["token", "kind", "boundary", "site", "two files"])
async def test_a_form_that_is_not_from_this_page_changes_nothing(
    house: House, another: Visitor, broken: str
) -> None:
    await at_hr(house, another)
    await another.opens(PAGE)
    data = {"form": another.form(PAGE).fields["form"], "agreed": "yes"}
    files_ = [("photo", ("a.jpg", files.jpeg(), "image/jpeg"))]
    headers = {}
    if broken == "token":
        data["form"] = "x"
    elif broken == "site":
        headers["sec-fetch-site"] = "cross-site"
    elif broken == "two files":
        files_ *= 2
    if broken == "kind":
        answer = await another.client.post(PAGE, data=data)
    elif broken == "boundary":
        kind = {"content-type": "multipart/form-data"}
        answer = await another.client.post(PAGE, content=b"x", headers=kind)
    else:
        answer = await another.client.post(PAGE, data=data, files=files_, headers=headers)
    assert answer.status_code in (400, 403)
    assert await pictures(house) == {}


async def test_a_photo_that_she_does_not_want_any_more_is_gone_from_every_page_at_once(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_hr(house, another)
    await uploads(another, files.jpeg())
    await publish(another)
    (picture,) = await pictures(house)
    await another.opens(PAGE)
    await another.sends(another.form(f"{PAGE}/away"))
    assert "overal weg" in another.words
    assert await pictures(house) == {}
    await employee.opens("/wie")
    assert not sources(employee)
    assert (await employee.client.get(f"/wie/photo/{picture}")).status_code == 404
    assert (await another.client.get(f"{PAGE}/square")).status_code == 404
    draft = (await house.hr.page()).draft
    assert draft is not None
    assert [who.photo for who in draft.counsellors if who.id == VERA] == [None]
    await publish(another)
    await another.opens(PAGE)
    assert not [form for form in another.page.forms if form.action.endswith("/away")]


async def test_only_hr_puts_a_photo_there_or_takes_it_away(house: House) -> None:
    hr = await officer(house)
    vera = replace(hr, staff=replace(hr.staff, role=Role.COUNSELLOR))
    assert await house.hr.photos.add(hr, VERA, b"jpeg")
    before = await pictures(house)
    with pytest.raises(PermissionError):
        await house.hr.photos.add(vera, VERA, b"another")
    with pytest.raises(PermissionError):
        await house.hr.photos.take_away(vera, VERA)
    assert await pictures(house) == before


async def on_the_disk(house: House, body: bytes) -> bool:
    """Whether any file of the house still has a piece of this photo."""
    await house.store.settle()
    kept = [path.read_bytes() for path in house.settings.data_dir.rglob("*") if path.is_file()]
    pieces = [body[at : at + 48] for at in range(700, len(body) - 48, len(body) // 40)]
    return any(piece in data for piece in pieces for data in kept)


@pytest.mark.clause("C55")
async def test_a_photo_that_was_replaced_or_taken_away_is_on_the_disk_no_more(
    house: House, another: Visitor
) -> None:
    await at_hr(house, another)
    bodies = []
    for _ in range(3):
        await uploads(another, files.noise())
        found = await house.hr.photos.of_draft(VERA)
        assert found is not None
        bodies.append(found[1])
        assert await on_the_disk(house, bodies[-1])
        assert len(await pictures(house)) == 1, "one that was never published is not kept beside another"
    assert not await on_the_disk(house, bodies[0])
    await publish(another)
    await uploads(another, files.jpeg())
    assert len(await pictures(house)) == 2, "the published one is seen until the next is published"
    await another.sends(another.form(f"{PAGE}/away"))
    assert await pictures(house) == {}
    assert not any([await on_the_disk(house, body) for body in bodies])


async def test_a_photo_is_shown_beside_nobody_else_and_a_name_of_elsewhere_shows_nothing(
    house: House, employee: Visitor, another: Visitor
) -> None:
    await at_hr(house, another)
    await uploads(another, files.jpeg())
    await publish(another)
    (picture,) = await pictures(house)
    page = await house.hr.page()
    others = [who for who in page.published.counsellors if who.id != VERA]
    session = await officer(house)
    for who, photo in zip(others, (picture, "anna.jpg"), strict=False):
        assert await house.hr.save(session, replace(who, photo=photo), page.published.version)
    await house.hr.publish(session)
    house.directories.forget()
    await employee.opens("/wie")
    assert sources(employee) == [f"/wie/photo/{picture}"]


async def test_publishing_destroys_what_no_list_shows_and_the_end_of_an_appointment_too(
    house: House, another: Visitor, clock: MovableClock
) -> None:
    await at_hr(house, another)
    await uploads(another, files.jpeg())
    await publish(another)
    await uploads(another, files.png())
    assert len(await pictures(house)) == 2
    await publish(another)
    assert len(await pictures(house)) == 1
    await another.opens(f"/hr/change/{VERA}")
    last = clock.now().date().isoformat()
    await another.sends(another.form("/hr/save"), until=last, reason="left")
    await publish(another)
    assert len(await pictures(house)) == 1  # the last day is a day of hers
    clock.passes(days=1)
    await house.sweep.run()
    assert await pictures(house) == {}


async def test_a_file_and_a_table_keep_the_photo_by_its_name(
    house: House, another: Visitor, tmp_path: Path
) -> None:
    await at_hr(house, another)
    await uploads(another, files.jpeg())
    await publish(another)
    published, folder = await roster(house), tmp_path
    (folder / "roster.yml").write_text(dump_roster(published), encoding="utf-8")
    (folder / "roster.csv").write_text(dump_roster_csv(published), encoding="utf-8")
    assert load_roster(folder / "roster.yml") == published
    assert load_roster_csv(folder / "roster.csv").counsellors == published.counsellors
    (picture,) = await pictures(house)
    assert [who.photo for who in published.counsellors if who.id == VERA] == [picture]


async def test_who_is_not_in_the_list_has_no_photo_page(house: House, another: Visitor) -> None:
    await at_hr(house, another)
    await another.opens("/hr/photo/nobody")
    assert another.status == 404
    assert not await house.hr.photos.add(await officer(house), CounsellorId("nobody"), b"x")
    assert not await house.hr.photos.take_away(await officer(house), VERA)
