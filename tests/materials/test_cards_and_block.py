"""Contact cards are read back by a library; the block for the intranet runs nothing and loads nothing."""

from html.parser import HTMLParser

import pytest
import vobject

from bot.materials import contact_cards, dialled, intranet_block
from tests.materials.conftest import MakeFacts


def test_contact_cards_are_read_back_whole(make: MakeFacts) -> None:
    facts = make("nl", name='Ång;ström, "Łucja" \\ de Wit-Öztürk-van-den-Langeachternaam-Nogwat')
    text = contact_cards(facts)
    cards = list(vobject.readComponents(text))
    assert [card.fn.value for card in cards] == [person.name for person in facts.people]
    assert [card.tel.value for card in cards] == [person.phone for person in facts.people]
    assert [card.email.value for card in cards] == [person.mail for person in facts.people]
    assert "24 november 2026" in cards[0].note.value
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_line_end_in_a_field_does_not_begin_a_new_property(make: MakeFacts) -> None:
    facts = make("nl", name="Vera\r\nURL:https://elsewhere.example")
    assert [card.url.value for card in vobject.readComponents(contact_cards(facts))] == [facts.link] * 2


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Anna Maria de Wit", "Anna Maria", "de Wit"),
        ("Daan Denkbeeld", "Daan", "Denkbeeld"),
        ("Vera", "Vera", ""),
    ],
)
def test_a_phone_sorts_somebody_by_the_whole_family_name(
    make: MakeFacts, name: str, given: str, family: str
) -> None:
    card = next(iter(vobject.readComponents(contact_cards(make("nl", name=name)))))
    assert (card.n.value.given, card.n.value.family) == (given, family)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_where_no_code_stands_the_newest_list_is_behind_the_link(make: MakeFacts, language: str) -> None:
    facts = make(language)
    note = next(iter(vobject.readComponents(contact_cards(facts)))).note.value
    for shown in (note, intranet_block(facts)):
        assert {"nl": "De link opent altijd", "en": "The link always opens"}[language] in shown
        assert " code" not in shown


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("085-0000 311", "0850000311"),
        ("(085) 0000 311", "0850000311"),
        ("+31 (0)85 0000 311", "+31850000311"),
        ("0031(0)850000311", "0031850000311"),
        ("085-0000 311 of 06-0000 0000", "0850000311"),
        ("tel. 085-0000 311, toestel 12", "0850000311"),
        ("vraag de receptie", ""),
    ],
)
def test_a_number_that_is_pressed_is_the_number_that_is_meant(written: str, called: str) -> None:
    assert dialled(written) == called


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_block_holds_text_and_links_only(language: str, make: MakeFacts) -> None:
    facts = make(language, name="<script>alert(1)</script><img src=x>")
    seen = Tags()
    seen.feed(intranet_block(facts))
    assert seen.tags <= {"section", "h2", "p", "a", "ul", "li", "strong", "br", "small"}
    assert seen.attributes <= {"lang", "href", "rel"}
    assert facts.link.replace("&", "&amp;") in intranet_block(facts)
