"""Over a real connection a code that opens nothing says nothing: not whether it ever was one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.wiring import House
from tests.house import Employee, code_on
from tests.web.test_codes import NOTHING, other_code, without_nonce

pytestmark = pytest.mark.sockets

OF_THIS_ANSWER = ("date", "set-cookie", "content-security-policy")


@dataclass(frozen=True)
class Answered:
    """What somebody who types a code can see, and what the database was asked meanwhile."""

    status: int
    page: str
    length: int
    headers: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement that reaches the database meanwhile."""
    seen: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        seen.append(statement)

    event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(sa.Engine, "before_cursor_execute", note)


async def types(port: int, code: str) -> Answered:
    """A browser that was never here types a code."""
    head = {"sec-fetch-site": "same-origin", "accept-language": "nl"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=head) as browser:
        with statements() as seen:
            answer = await browser.post("/code", data={"code": code})
        fixed = ((name, value) for name, value in answer.headers.items() if name not in OF_THIS_ANSWER)
        page = without_nonce(answer.text.replace(code, "CODE"))
        return Answered(answer.status_code, page, len(answer.content), tuple(sorted(fixed)), tuple(seen))


async def shown_code(employee: Employee) -> str:
    """The code that somebody on Telegram asks for; one from before ends with it."""
    await employee.commands("/code")
    await employee.chooses(code_ok="yes")
    return code_on(employee.screen)


@pytest.mark.clause("C40")
async def test_wrong_guessed_wiped_and_replaced_codes_are_one_answer_and_cost_what_a_right_one_costs(
    house: House, employee: Employee, port: int
) -> None:
    await employee.introduces()
    replaced = await shown_code(employee)
    right = await shown_code(employee)
    gone = Employee(house, sender="77002")
    await gone.introduces()
    wiped = await shown_code(gone)
    await gone.commands("/wipe")
    await gone.chooses(wipe_ok="yes")
    words = house.code_words[0].words
    tried = {
        "guessed": " ".join(words[40:48]),
        "one word beside": other_code(house, right),
        "replaced": replaced,
        "wiped": wiped,
    }
    answers = {name: await types(port, code) for name, code in tried.items()}
    first = answers["guessed"]
    assert (first.status, NOTHING in first.page) == (200, True)
    assert len(first.statements) >= 4
    for name, answer in answers.items():
        assert answer == first, name
    opened = await types(port, right)
    assert (opened.status, dict(opened.headers)["location"]) == (303, "/chat")
    assert opened.statements[: len(first.statements)] == first.statements
