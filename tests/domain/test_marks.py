"""What looks like a name, number or address is asked about; ordinary words are left in peace."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.marks import MarkKind, marks


def found(text: str) -> list[tuple[str, str]]:
    return [(mark.kind.value, text[mark.start : mark.end]) for mark in marks(text)]


@pytest.mark.clause("C41")
@pytest.mark.parametrize(
    ("text", "planted"),
    [
        ("Ik sprak met Jan de Vries op kantoor.", "Jan de Vries"),
        ("Het was meneer Jansen van de receptie.", "meneer Jansen"),
        ("Daarna belde mw. El Amrani mij op.", "mw. El Amrani"),
        ("De brief van dhr. van den Berg lag er.", "dhr. van den Berg"),
        ("Iedereen ziet dat Kaya mij uitlacht.", "Kaya"),
        ("Zeynep zei er niets van.", "Zeynep"),
        ("mijn collega sandra lacht dan", "sandra"),
        ("Dat was J. Pietersen weer.", "J. Pietersen"),
        ("Ik vond Anna-Maria's tas.", "Anna-Maria's"),
        ("Then I told Mary about it.", "Mary"),
        ("He works for Dr. Smith now.", "Dr. Smith"),
        ("Het gaat over Anna van der Meer.", "Anna van der Meer"),
        ("Ik zei: Fatima, stop.", "Fatima"),
    ],
)
def test_names_are_seen(text: str, planted: str) -> None:
    assert found(text) == [("name", planted)]


@pytest.mark.clause("C41")
@pytest.mark.parametrize(
    "number",
    ["06-12345678", "06 12 34 56 78", "0612345678", "+31 6 12345678", "+31(0)6 1234 5678", "0031612345678",
     "010-1234567", "020 123 4567", "0113 12 34 56", "+49 151 23456789"],
)  # fmt: skip
def test_telephone_numbers_are_seen(number: str) -> None:
    assert found(f"je kunt me bellen op {number}, liefst laat") == [("phone", number)]


@pytest.mark.clause("C41")
@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("email", "p.jansen+werk@kantoor.example.nl"),
        ("account", "@pietje_123"),
        ("url", "https://voorbeeld.nl/x?y=1"),
        ("url", "www.voorbeeld.example"),
        ("url", "kantoor.nl"),
        ("url", "t.me/iemand"),
    ],
)
def test_addresses_and_accounts_are_seen(kind: str, written: str) -> None:
    assert found(f"schrijf naar {written} als het kan") == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    [
        "Op maandag en in December was ik in Nederland, bij P&O en de OR.",
        "Ik werk in Utrecht. Daar spreekt iedereen Nederlands en soms Turks.",
        "Wil je me helpen? Dan ga ik. Max drie keer. Will you? Job interviews are hard.",
        "HET IS ELKE DAG HETZELFDE EN NIEMAND ZEGT ER IETS VAN",
        "In WhatsApp en in Teams staan de berichten. ICT kan ze zien.",
        "Bel 112, 113 of 0800-0113. De afspraak was op 01-02-2026 om 12.30 uur, kamer 2.14.",
        "- Eerst dit\n- Daarna dat\n1. Toen zei iemand: Ga weg\n“Kom hier” zei de ander",
        "Die meneer zei niets. Een mevrouw keek toe.",
        "Ik ben bij de Bedrijfsarts geweest en bij de Ondernemingsraad.",
        "On Monday in June I was in London. I'm tired, and I've said so to HR.",
        "Het kostte 1.250,50 euro in 2026 en 3 van de 10 keer ging het mis.",
        "Dat is niet oké... Toch? Nee! Echt niet; Nooit.",
        "Mijn chef schreeuwt. Hij gooit dingen. Ik ben bang en slaap slecht.",
        "",
    ],
)
def test_ordinary_text_is_left_in_peace(text: str) -> None:
    assert not found(text)


def test_a_first_name_at_the_start_of_a_sentence_is_asked_about_even_if_it_may_be_a_word() -> None:
    assert found("Mark zegt dat ik lui ben.") == [("name", "Mark")]
    assert found("wie dat zegt is mark ik weet het") == []


def test_marks_do_not_overlap_and_hold_no_words() -> None:
    text = "Jan Jansen (jan.jansen@voorbeeld.nl, 06-12345678) zei het tegen meneer De Wit."
    seen = marks(text)
    assert [mark.kind for mark in seen] == [MarkKind.NAME, MarkKind.EMAIL, MarkKind.PHONE, MarkKind.NAME]
    assert all(one.end <= two.start for one, two in pairwise(seen))
    assert "Jansen" not in repr(seen)


def test_a_name_does_not_run_on_over_a_line_or_a_sentence() -> None:
    assert found("Ik zag Peter\nJansen was er ook") == [("name", "Peter")]
    assert found("Ik zag Peter. Jansens auto stond er") == [("name", "Peter")]
    assert found("Ik ging met meneer\nNiemand zei iets") == []


@given(st.text(max_size=300))
def test_any_text_gives_marks_inside_the_text_in_order(text: str) -> None:
    seen = marks(text)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in seen)
    assert all(one.end <= two.start for one, two in pairwise(seen))
