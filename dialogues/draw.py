"""A picture of a flow, from the same tables that the engine follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from textwrap import wrap

from dialogues.flows import (
    LANGUAGE,
    Act,
    Call,
    Collect,
    Flow,
    Flows,
    Link,
    SetSlots,
    Step,
    Utter,
)
from dialogues.layout import Edge, Layout, Point, lay_out
from dialogues.model import Value
from dialogues.refusals import UnknownFlow

_BOX_WIDTH = 236.0
_LINE = 17.0
_MARGIN = 28.0
_HEAD = 74.0
_END = "\0end"
_LETTERS = 31  # that fit on a line of a box
_BOLD_LETTERS = 28

_STYLE = """
  .paper { fill: #fbfaf7 }
  text { font: 13px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1f2a30 }
  .title { font-size: 20px; font-weight: 600 }
  .about, .kind { fill: #55626a }
  .about { font-size: 13.5px }
  .kind { font-size: 11px; letter-spacing: .02em }
  .choices { fill: #0a5a52; font-weight: 600 }
  .box { fill: #fff; stroke: #b9c4c8; stroke-width: 1.2 }
  .asks .box { fill: #eaf5f3; stroke: #1c8577; stroke-width: 1.6 }
  .does .box { fill: #fff6e6; stroke: #b97a12 }
  .sets .box { fill: #f3f1f7; stroke: #9a90b4 }
  .goes .box, .calls .box { fill: #eef2fb; stroke: #4a6db5 }
  .end .box { fill: #35444b; stroke: #35444b }
  .end text { fill: #fff }
  .human .box { stroke-width: 3 }
  .way { fill: none; stroke: #7d8b92; stroke-width: 1.4 }
  .back { stroke: #b0562b; stroke-dasharray: 5 4 }
  .tip { fill: #7d8b92 }
  .backtip { fill: #b0562b }
  .if .box { fill: #fbfaf7; stroke: #d5dcdf }
  .if text { font-size: 12px; fill: #3b484f }
"""


@dataclass(frozen=True, slots=True)
class _Box:
    name: str
    kind: str
    lines: tuple[tuple[str, str], ...]  # class of the text and the text
    width: float
    human: bool = False

    @property
    def height(self) -> float:
        return _LINE * len(self.lines) + (10 if self.kind == "if" else 18)


def draw(flows: Flows, flow_id: str) -> str:
    """An SVG picture of a flow, complete with title and description for screen readers.

    Words stand in the first language of the product. Raises UnknownFlow.
    """
    flow = flows.flows.get(flow_id)
    if flow is None:
        raise UnknownFlow(flow_id)
    boxes, edges = _graph(flows, flow)
    layout = lay_out({box.name: (box.width, box.height) for box in boxes.values()}, edges)
    return _svg(flow, boxes, edges, layout)


def _graph(flows: Flows, flow: Flow) -> tuple[dict[str, _Box], list[Edge]]:
    """Boxes for steps, for the conditions between them and for the end; the edges between all these."""
    order = _in_reading_order(flow)
    boxes = {step.id: _box(flows, step) for step in order}
    edges: list[Edge] = []
    for step in order:
        merged: dict[str, list[str]] = {}
        for way in step.ways:
            told = way.condition.text.replace("slots.", "").replace('"', "") if way.condition else "else"
            merged.setdefault(way.to or _END, []).append(told if len(step.ways) > 1 else "")
        for to, labels in merged.items():
            if to == _END and _END not in boxes:
                boxes[_END] = _Box(_END, "end", (("", "end"),), 70)
            if not any(labels) or len(merged) == 1:
                edges.append((step.id, to))
                continue
            name = f"{step.id}\0{to}"
            lines = tuple(("", line) for label in labels for line in wrap(label, 30))
            boxes[name] = _Box(name, "if", lines, max(len(line) for _, line in lines) * 6.6 + 22)
            edges += [(step.id, name), (name, to)]
    return boxes, edges


def _in_reading_order(flow: Flow) -> list[Step]:
    """The steps, each as near as may be after the one that leads to it."""
    order: dict[str, Step] = {}
    waiting = [flow.first]
    while waiting:
        step = flow.steps[waiting.pop()]
        if step.id not in order:
            order[step.id] = step
            waiting += [way.to for way in reversed(step.ways) if way.to is not None]
    return list(order.values())


def _box(flows: Flows, step: Step) -> _Box:
    kind, head, lines = _told(flows, step)
    body = tuple(lines) or (("", step.id),)
    return _Box(step.id, kind, (("kind", head), *body), _BOX_WIDTH, step.human)


def _told(flows: Flows, step: Step) -> tuple[str, str, list[tuple[str, str]]]:
    if isinstance(step, Utter):
        return "says", f"says {step.response}", _words(flows, step.response)
    if isinstance(step, Collect):
        lines = _words(flows, step.response) + [("choices", line) for line in _choices(flows, step)]
        return "asks", f"asks for {step.slot.name}", lines
    if isinstance(step, Act):
        return "does", "does", [("", line) for line in wrap(step.action, _LETTERS)]
    if isinstance(step, SetSlots):
        return "sets", "keeps in mind", [("", line) for each in step.values for line in _kept(*each)]
    if isinstance(step, Link):
        return "goes", "goes on in", [("", step.flow)]
    if isinstance(step, Call):
        return "calls", "comes back from", [("", step.flow)]
    return "sets", "depends", []


def _words(flows: Flows, response: str) -> list[tuple[str, str]]:
    """The first lines of what is said; an ellipsis in every blank."""
    language = str(flows.initial[LANGUAGE])
    entry = flows.texts.entries(language)[response]
    text = flows.texts.fill(response, language, dict.fromkeys(entry.all_blanks, "…"))
    lines = [line for part in text.splitlines() for line in wrap(part, _LETTERS)]
    return [("", line) for line in (lines if len(lines) <= 3 else [*lines[:2], f"{lines[2]} …"])]


def _choices(flows: Flows, step: Collect) -> list[str]:
    language = str(flows.initial[LANGUAGE])
    attributes = flows.texts.entries(language)[step.response]
    titles = [
        flows.texts.fill(f"{step.response}.{name}", language, dict.fromkeys(attributes.all_blanks, "…"))
        for name in attributes.attributes
    ]
    if step.slot.options:
        titles.insert(0, f"({step.slot.options})")
    lines: list[str] = []
    for title in titles:
        if lines and len(lines[-1]) + len(title) + 3 <= _BOLD_LETTERS:
            lines[-1] += f" · {title}"
        else:
            lines += wrap(title, _BOLD_LETTERS)
    return lines


def _kept(name: str, value: Value) -> list[str]:
    if value is None:
        return wrap(f"{name} = nothing", _LETTERS)
    if isinstance(value, bool):
        return wrap(f"{name} = {'yes' if value else 'no'}", _LETTERS)
    return wrap(f"{name} = {', '.join(map(str, value)) if isinstance(value, tuple) else value}", _LETTERS)


def _svg(flow: Flow, boxes: dict[str, _Box], edges: list[Edge], layout: Layout) -> str:
    width = max(layout.width, 420.0) + 2 * _MARGIN + 30
    about = wrap(flow.description, int(width / 7.4))
    head = _HEAD + _LINE * (len(about) - 1)
    height = layout.height + head + 2 * _MARGIN
    inside = (width - layout.width) / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        f' height="{height:.0f}" role="img" aria-labelledby="title description">',
        f'<title id="title">{escape(flow.id)}</title>',
        f'<desc id="description">{escape(_described(flow, boxes, edges))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
        f'<text class="title" x="{_MARGIN}" y="40">{escape(flow.id)}</text>',
        *(
            f'<text class="about" x="{_MARGIN}" y="{62 + at * _LINE:.0f}">{escape(line)}</text>'
            for at, line in enumerate(about)
        ),
        f'<g transform="translate({inside:.1f} {head + _MARGIN:.1f})">',
        *(line for edge in edges for line in _way(edge, boxes, layout)),
        *(line for box in boxes.values() for line in _drawn(box, layout.boxes[box.name])),
        "</g></svg>",
    ]
    return "\n".join(parts) + "\n"


def _described(flow: Flow, boxes: dict[str, _Box], edges: list[Edge]) -> str:
    """The flow in words, step by step."""
    said = {name: " ".join(text for _, text in box.lines) for name, box in boxes.items()}
    lines = [flow.description]
    for name, box in boxes.items():
        if box.kind not in {"if", "end"}:
            onward = "; ".join(
                f"{said[end]}: {boxes[after].lines[-1][1]}"
                if boxes[end].kind == "if"
                else boxes[end].lines[-1][1]
                for start, end in edges
                if start == name
                for after in (
                    [to for start_, to in edges if start_ == end] if boxes[end].kind == "if" else [end]
                )
            )
            lines.append(f"{said[name]}." + (f" Then {onward}." if onward else ""))
    return " ".join(lines)


def _drawn(box: _Box, middle: Point) -> Iterator[str]:
    x, y = middle[0] - box.width / 2, middle[1] - box.height / 2
    corner = {"asks": 14.0, "end": box.height / 2, "if": box.height / 2 if len(box.lines) == 1 else 10.0}
    radius = corner.get(box.kind, 5.0)
    yield f'<g class="{box.kind}{" human" if box.human else ""}">'
    yield (
        f'<rect class="box" x="{x:.1f}" y="{y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
        f' rx="{radius:.1f}"/>'
    )
    if box.kind == "calls":
        yield (
            f'<rect class="box" x="{x + 4:.1f}" y="{y + 4:.1f}" width="{box.width - 8:.1f}"'
            f' height="{box.height - 8:.1f}" rx="3" fill="none"/>'
        )
    centred = box.kind in {"if", "end"}
    top = y + (5 if box.kind == "if" else 9) + 13
    for at, (look, text) in enumerate(box.lines):
        left = middle[0] if centred else x + 13
        anchor = ' text-anchor="middle"' if centred else ""
        shown = f' class="{look}"' if look else ""
        yield f'<text{shown} x="{left:.1f}" y="{top + at * _LINE:.1f}"{anchor}>{escape(text)}</text>'
    yield "</g>"


def _way(edge: Edge, boxes: dict[str, _Box], layout: Layout) -> Iterator[str]:
    """An arrow; only ends at a step carry a tip."""
    back = edge in layout.back
    look, tip = ("way back", "backtip") if back else ("way", "tip")
    if edge[0] == edge[1]:
        yield from _round(boxes[edge[0]], layout.boxes[edge[0]])
        return
    points = layout.routes[edge]
    path = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (y1 + y2) / 2
        path.append(f"C{x1:.1f} {half:.1f} {x2:.1f} {half:.1f} {x2:.1f} {y2:.1f}")
    yield f'<path class="{look}" d="{" ".join(path)}"/>'
    if boxes[edge[1]].kind != "if":
        x, y = points[-1]
        turn = 1 if points[-1][1] > points[-2][1] else -1
        yield f'<path class="{tip}" d="M{x:.1f} {y:.1f}l-5 {-9 * turn}h10z"/>'


def _round(box: _Box, middle: Point) -> Iterator[str]:
    """An arrow from a box to itself."""
    x, y = middle[0] + box.width / 2, middle[1]
    yield f'<path class="way back" d="M{x:.1f} {y + 8:.1f}c28 0 28 -16 0 -16"/>'
    yield f'<path class="backtip" d="M{x:.1f} {y - 8:.1f}l9 -5v10z"/>'
