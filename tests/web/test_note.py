"""A note of one's own as a text file: plain links, only from the browser that holds the chat (C05, C47)."""

import pytest

from tests.web.visitor import Visitor

SAID = 'Elke dinsdag een grap over mijn accent, "zo\'n sukkel".'
FILE = "/chat/note.txt"


async def writes(one: Visitor) -> None:
    """From the start page to the summary, with presses and one typed answer."""
    await one.opens("/")
    await one.presses_payload("/start")
    await one.chooses(in_danger="safe")
    await one.presses_payload("/clarify")
    await one.types(SAID)
    await one.chooses(note_since="month")
    await one.chooses(note_often="summary")


@pytest.mark.clause("C05")
@pytest.mark.clause("C47")
async def test_the_note_is_downloaded_without_a_script_and_is_what_stands_on_the_page(
    employee: Visitor,
) -> None:
    await writes(employee)
    await employee.chooses(note_next="keep")
    link = employee.page.links["Opslaan als tekstbestand"]
    got = await employee.client.get(link)
    assert link.partition("?")[0] == FILE
    assert got.text == f"Wat er gebeurde: {SAID}\nHet speelt ongeveer een maand.\n"
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert got.headers["content-disposition"] == 'attachment; filename="note.txt"'
    assert got.headers["cache-control"] == "no-store"
    assert got.text.splitlines()[0] in employee.words


async def test_a_changed_note_gives_a_changed_file_and_none_while_it_is_being_changed(
    employee: Visitor,
) -> None:
    await writes(employee)
    await employee.chooses(note_next="change")
    await employee.chooses(note_line="since")
    await employee.chooses(note_edit="again")
    assert (await employee.client.get(FILE)).status_code == 404
    await employee.chooses(note_since="week")
    assert (await employee.client.get(FILE)).text.endswith("\nHet speelt een week of korter.\n")


async def test_another_browser_gets_no_file(employee: Visitor, another: Visitor) -> None:
    await writes(employee)
    assert (await another.client.get(FILE)).status_code == 404


@pytest.mark.clause("C05")
async def test_the_file_goes_with_the_chat(employee: Visitor) -> None:
    await writes(employee)
    await employee.chooses(note_next="keep")
    token = employee.cookies["t"]
    await employee.presses_payload("/stop")
    await employee.chooses(stop_how="now")
    employee.client.cookies.set("t", token)
    assert (await employee.client.get(FILE)).status_code == 404


async def test_after_going_on_there_is_no_file_any_more(employee: Visitor) -> None:
    await writes(employee)
    await employee.chooses(note_next="keep")
    await employee.chooses(note_kept="ready")
    assert (await employee.client.get(FILE)).status_code == 404
    assert "Opslaan als tekstbestand" not in employee.page.links
