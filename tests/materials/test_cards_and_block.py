"""Contact cards are read back by a library; the block for the intranet runs nothing and loads nothing."""

from html.parser import HTMLParser

import pytest
import vobject

from bot.materials import contact_cards, intranet_block
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
