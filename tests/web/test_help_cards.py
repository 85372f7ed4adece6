"""The page with help says of each place whether a name is needed, and gives it as a text to keep (C51)."""

from functools import partial

import pytest

from bot.wiring import House
from handlers.library import entries, entry_key, kept_text
from handlers.voice import policy_values
from handlers.words import Words
from tests.house import rows
from tests.web.visitor import Visitor


@pytest.mark.clause("C51")
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_each_line_and_procedure_says_it_and_is_there_as_a_text(
    house: House, employee: Visitor, language: str
) -> None:
    await employee.opens(f"/help?lang={language}")
    words = Words(house.voice.flows.texts, language, partial(policy_values, house.policy))
    before = await rows(house)
    known = entries(house.guide, house.policy)
    asked = words("page-help-name", named="").strip()
    assert employee.words.count(asked) == len(known)
    paths = [href for href in employee.page.links.values() if ".txt" in href]
    assert len(paths) == len(known)
    for each in known:
        (path,) = [href for href in paths if href.partition("?")[0] == f"/help/{entry_key(each)}.txt"]
        answer = await employee.client.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/plain")
        assert "attachment" in answer.headers["content-disposition"]
        assert answer.text == f"{kept_text(words, each, house.guide, house.policy)}\n"
        assert words("fact-kept-named", named="").strip() in answer.text
    assert not employee.cookies
    assert await rows(house) == before, "nobody keeps who looked at what"


@pytest.mark.parametrize("name", ["line-none.txt", "line-police", "line-police.pdf", ".txt"])
async def test_what_is_no_card_is_not_there(employee: Visitor, name: str) -> None:
    await employee.opens(f"/help/{name}")
    assert employee.status == 404
