"""The figures of the model card as a table, and how true its chances are as a picture."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_OF_NOBODY: Final = ("o", "t")  # commands and textbook sentences
_SIZE: Final = 320
_EDGE: Final = 40


def rows(card: Mapping[str, Any]) -> Iterator[str]:
    """The table: a block for each tier, hand and language; each figure with its 95 % interval."""
    for tier, sets in card["figures"].items():
        for name, figures in sets.items():
            yield f"{tier}, hand and language {name}"
            for what, value in figures.items():
                if what == "macro F1":
                    yield f"  {what:<42}{value['value']:.3f}  ({value['low']:.3f} to {value['high']:.3f})"
                elif what == "reliability":
                    yield f"  {'mean gap between chance and truth':<42}{value['gap']:.3f}"
                elif what == "F1":
                    yield "  " + "  ".join(f"{label} {score:.2f}" for label, score in value.items())
                else:
                    yield (
                        f"  {what:<42}{value['share']:.3f}  ({value['low']:.3f} to {value['high']:.3f})"
                        f"  {value['part']} of {value['whole']}"
                    )


_COLUMNS: Final = {
    "In scope, shown the way": "in scope, shown the way",
    "Not in scope, shown it too": "not in scope, shown it too",
    "Label first": "label first",
    "Among three": "label among three",
    "Macro F1": "macro F1",
    "Danger found": "danger found",
    "Danger seen in lines without": "danger seen where there is none",
    "… that look like danger": "danger seen in lines that look like it",
}
_ORDER: Final = ("nl", "en", "de", "pl", "tr", "ar", "uk")


def tables(card: Mapping[str, Any]) -> Mapping[str, str]:
    """name -> a Markdown table of `docs/model-card.md`: the written lines, then the figures of each tier."""
    counts = card["lines"].items()
    written = [[name, *map(str, counted.values())] for name, counted in counts]
    found = {"lines": _table(("Hand, language", "With a label", "Danger", "Like danger, and none"), written)}
    for tier, sets in card["figures"].items():
        named = sorted(
            (tuple(name.split()) for name, figures in sets.items() if "macro F1" in figures), key=_place
        )
        rows_ = [
            [
                f"{language}, hand {hand}",
                *(_cell(sets[f"{hand} {language}"], what) for what in _COLUMNS.values()),
            ]
            for hand, language in named
            if hand not in _OF_NOBODY
        ]
        found[tier] = _table(("Lines", *_COLUMNS), rows_)
    return found


def _place(named: tuple[str, ...]) -> tuple[int, str]:
    hand, language = named
    return (_ORDER.index(language) if language in _ORDER else len(_ORDER), hand)


def _cell(figures: Mapping[str, Any], what: str) -> str:
    value = figures.get(what)
    if value is None:
        return "–"
    middle = value["value"] if what == "macro F1" else value["share"]
    return f"{middle:.2f} ({value['low']:.2f}–{value['high']:.2f})"


def _table(head: Sequence[str], rows_: Sequence[Sequence[str]]) -> str:
    first, *rest = (f"| {' | '.join(cells)} |" for cells in (head, *rows_))
    return "\n".join((first, "|---" * len(head) + "|", *rest))


def drawn(card: Mapping[str, Any]) -> str:
    """An SVG: said chance of being in scope against how often it was, the full tier, one line a set."""
    sets = {name: f["reliability"] for name, f in card["figures"]["full"].items() if "reliability" in f}
    full = _SIZE + 2 * _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full + 120} {full}" font-family="sans-serif"'
        ' font-size="12" role="img"><title>Said chance of being in scope, and how often it was</title>',
        f'<rect width="{full + 120}" height="{full}" fill="white"/>',
        _path([(0.0, 0.0), (1.0, 1.0)], "#999", dashed=True),
        f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#333"/>',
        f'<text x="{_EDGE + _SIZE / 2}" y="{full - 10}" text-anchor="middle">said chance</text>',
        f'<g transform="rotate(-90 14 {full / 2})">'
        f'<text x="14" y="{full / 2}" text-anchor="middle">in scope</text></g>',
    ]
    for number, (name, found) in enumerate(sets.items()):
        colour = f"hsl({number * 360 // len(sets)} 70% 35%)"
        parts.append(_path([(row["said"], row["was"]) for row in found["bins"]], colour))
        parts.append(
            f'<text x="{_SIZE + _EDGE + 10}" y="{_EDGE + 16 * number + 12}" fill="{colour}">{name}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _path(points: list[tuple[float, float]], colour: str, *, dashed: bool = False) -> str:
    places = " ".join(f"{_EDGE + x * _SIZE:.1f},{_EDGE + (1 - y) * _SIZE:.1f}" for x, y in points)
    dash = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'
