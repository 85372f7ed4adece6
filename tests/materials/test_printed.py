"""Posters, cards and pack: readable for everyone, in step with the roster, and with a code that opens."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from pdfua import Severity, validate
from PIL.Image import Image

from bot.materials import Printed, printed
from bot.photos.errand import made_square
from tests.materials.conftest import MakeFacts
from tests.photos.files import jpeg

HOSTILE = '#panic("x") $a$ *b* \\ @c <d> "e" // f [g] \u202egnirts'


def pages(pdf: bytes) -> list[Image]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[at].render(scale=2.5).to_pil() for at in range(len(document))]


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = "".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    return " ".join(found.replace("\u200b", "").replace("\ufffe", "").split())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("what", list(Printed))
def test_what_is_printed_passes_the_machine_checks_of_pdf_ua_and_names_its_language(
    what: Printed, language: str, make: MakeFacts, tmp_path: Path
) -> None:
    pdf = printed(what, make(language))
    file = tmp_path / "printed.pdf"
    file.write_bytes(pdf)
    report = validate(str(file))
    wrong = [found.rule_id for found in report.findings if found.severity is Severity.ERROR]
    assert not wrong
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.Lang).startswith(language)
        assert document.Root.MarkInfo.Marked
        assert "pdfuaid:part" in document.open_metadata()
        assert document.open_metadata()["dc:title"]


@pytest.mark.parametrize("what", list(Printed))
def test_the_code_is_read_back_and_opens_the_newest_list(what: Printed, make: MakeFacts) -> None:
    facts = make("nl")
    codes = [code.text for page in pages(printed(what, facts)) for code in zxingcpp.read_barcodes(page)]
    path = "/nieuw" if what is Printed.PACK else "/wie"
    assert set(codes) == {f"https://openoor.korenbloem.example{path}?poster=7&lang=nl"}
    assert len(codes) == (8 if what is Printed.CARDS else 1)


@pytest.mark.clause("C58")
@pytest.mark.parametrize(("language", "path"), [("nl", "/nieuw"), ("en", "/new")])
def test_the_welcome_pack_brings_a_new_colleague_to_getting_to_know_them_on_the_web_and_on_telegram(
    language: str, path: str, make: MakeFacts
) -> None:
    pdf = printed(Printed.PACK, make(language))
    (code,) = [code.text for page in pages(pdf) for code in zxingcpp.read_barcodes(page)]
    assert code == f"https://openoor.korenbloem.example{path}?poster=7&lang={language}"
    assert f"openoor.korenbloem.example{path}" in words(pdf)
    assert "t.me/open_oor_bot?start=new" in words(pdf)
    assert f"openoor.korenbloem.example{path}" in " ".join(_alternatives(pdf))


@pytest.mark.clause("C58")
@pytest.mark.parametrize("what", list(Printed))
def test_everyone_stands_on_it_with_a_number_and_the_day_of_the_list(what: Printed, make: MakeFacts) -> None:
    said = words(printed(what, make("nl")))
    for expected in ("Vera Voorbeeld", "085-0000 311", "Daan Denkbeeld", "085-0000 312", "Bel 112"):
        assert expected in said
    if what is not Printed.CARDS:
        assert "Lijst van 24 november 2026, versie 7" in said


@pytest.mark.parametrize("what", [Printed.POSTER_A4, Printed.POSTER_A5])
def test_no_line_of_a_poster_breaks_inside_a_short_sentence(what: Printed, make: MakeFacts) -> None:
    page = pypdfium2.PdfDocument(printed(what, make("nl")))[0]
    lines = page.get_textpage().get_text_range().splitlines()
    assert {"Ook als je twijfelt.", "Jij beslist wat er gebeurt."} <= {line.strip() for line in lines}


def test_the_same_roster_gives_the_same_file(make: MakeFacts) -> None:
    assert printed(Printed.POSTER_A4, make()) == printed(Printed.POSTER_A4, make())


def test_a_card_has_room_for_four_and_a_man_and_a_woman_are_among_them(make: MakeFacts) -> None:
    said = words(printed(Printed.CARDS, make("nl", many=9)))
    assert "Vera Nummer 3 " in said
    assert "Vera Nummer 4 " not in said
    assert "Daan Denkbeeld" in said
    assert said.count("Er zijn er meer: scan de code.") == 8


@pytest.mark.parametrize("what", [Printed.POSTER_A4, Printed.POSTER_A5, Printed.PACK])
def test_a_long_roster_is_not_cut_off(what: Printed, make: MakeFacts) -> None:
    said = words(printed(what, make("nl", many=14)))
    assert all(f"Vera Nummer {at}" in said for at in range(1, 14))


def test_a_name_is_printed_as_it_is_and_never_read_as_markup(make: MakeFacts) -> None:
    said = words(printed(Printed.PACK, make("nl", name=HOSTILE)))
    assert '#panic("x") $a$ *b* \\ @c <d> "e" // f [g]' in said


@pytest.mark.clause("C55")
@pytest.mark.parametrize("what", [Printed.POSTER_A4, Printed.POSTER_A5, Printed.PACK])
def test_a_photo_stands_beside_its_name_with_words_for_who_cannot_see_it(
    what: Printed, make: MakeFacts, tmp_path: Path
) -> None:
    facts = make("nl")
    _, photo = made_square(jpeg())
    with_photo = replace(facts, people=(replace(facts.people[0], photo=photo), *facts.people[1:]))
    pdf = printed(what, with_photo)
    file = tmp_path / "printed.pdf"
    file.write_bytes(pdf)
    assert not [found for found in validate(str(file)).findings if found.severity is Severity.ERROR]
    assert len(pages(pdf)) == len(pages(printed(what, facts)))
    assert _pictures(pdf) == _pictures(printed(what, facts)) + 1
    assert "Foto van Vera Voorbeeld" in _alternatives(pdf)
    assert "Foto van Daan Denkbeeld" not in _alternatives(pdf)


def _pictures(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return sum(len(page.get_images()) for page in document.pages)


def _alternatives(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = (each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each)
        return [str(each.Alt) for each in found]
