"""Pictures of flows."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.draw import draw
from dialogues.flows import Flows
from dialogues.layout import lay_out
from dialogues.loader import load
from dialogues.refusals import UnknownFlow
from tests.dialogues.folders import Folder

SVG = "{http://www.w3.org/2000/svg}"


def words(picture: str) -> str:
    """All text in a picture."""
    return " ".join(each.text or "" for each in ET.fromstring(picture).iter(f"{SVG}text"))  # noqa: S314  # our own


def test_every_flow_has_a_picture_that_reads_as_xml(small: Flows) -> None:
    for flow in small.flows.values():
        root = ET.fromstring(draw(small, flow.id))  # noqa: S314  # our own
        assert root.findtext(f"{SVG}title") == flow.id
        assert (root.findtext(f"{SVG}desc") or "").startswith(flow.description)


def test_a_picture_shows_questions_choices_conditions_and_the_end(small: Flows) -> None:
    shown = words(draw(small, "start"))
    for wanted in (
        "Ben je veilig?",
        "Ja · Nee · Nu hulp",
        "safe = no",
        "else",
        "(people)",
        "note = nothing",
        "seen = yes",
    ):
        assert wanted in shown
    assert "action_send" in shown
    assert "end" in shown
    described = ET.fromstring(draw(small, "start")).findtext(f"{SVG}desc") or ""  # noqa: S314  # our own
    assert "safe = no: Ga naar een veilige plek." in described


def test_a_way_back_is_dashed(small: Flows) -> None:
    assert 'class="way back"' in draw(small, "help_now")
    assert 'class="way back"' not in draw(small, "wipe")


def test_words_with_angle_brackets_stay_words(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change("texts/nl/main.ftl", "Ben je veilig?", "Ben je <b>veilig</b> & wel?")
    assert "Ben je <b>veilig</b> & wel?" in words(draw(load(folder.home), "start"))


def test_long_texts_lists_and_loops_to_itself_fit(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.change("texts/nl/main.ftl", "Ben je veilig?", "Ben je veilig? " * 20)
    folder.change("texts/nl/main.ftl", ".yes = Ja", ".yes = " + "Ja zeker " * 6)
    folder.change(
        "flows/main.yml",
        "- note: null",
        "- note: null\n          - kinds: [bullying, threats]\n          - often: 1",
    )
    folder.change("flows/main.yml", "- else: kinds", "- else: safe")
    folder.change(
        "flows/main.yml",
        "- collect: safe",
        "- id: safe\n        ask_before_filling: true\n        collect: safe",
    )
    folder.change("flows/main.yml", "next: kinds", "next: kinds")
    picture = draw(load(folder.home), "start")
    assert "kinds = bullying, threats" in words(picture)
    assert "often = 1" in words(picture)


def test_a_step_that_leads_to_itself_goes_round(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(
        "flows/anywhere.yml",
        "        ask_before_filling: true\n\n  stop",
        "        ask_before_filling: true\n        next: language\n\n  stop",
    )
    folder.change("flows/anywhere.yml", "- collect: language", "- id: language\n        collect: language")
    assert "c28 0 28 -16 0 -16" in draw(load(folder.home), "language")


def test_a_flow_that_does_not_exist_has_no_picture(small: Flows) -> None:
    with pytest.raises(UnknownFlow):
        draw(small, "gone")


EDGES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), unique=True)


@given(EDGES)
def test_boxes_never_overlap_and_every_edge_finds_its_way(edges: list[tuple[str, str]]) -> None:
    sizes = {name: (40.0 + 10 * at, 20.0 + 5 * at) for at, name in enumerate("abcdef")}
    layout = lay_out(sizes, edges)
    assert layout.routes.keys() == {edge for edge in edges if edge[0] != edge[1]}
    boxes = [(*layout.boxes[name], *sizes[name]) for name in sizes]
    for at, (x, y, width, height) in enumerate(boxes):
        assert x - width / 2 >= -0.01
        assert x + width / 2 <= layout.width + 0.01
        assert y + height / 2 <= layout.height + 0.01
        for x2, y2, width2, height2 in boxes[at + 1 :]:
            apart = abs(x - x2) >= (width + width2) / 2 - 0.01 or abs(y - y2) >= (height + height2) / 2 - 0.01
            assert apart
