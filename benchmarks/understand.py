"""How fast and how well typed words are read; no network, nothing kept.

    python -m benchmarks.understand                      speed, and what is found of the samples in tests/
    python -m benchmarks.understand --jsonl FILE ...     the same counts over your own labelled lines
    python -m benchmarks.understand --tier full          with a trained tier: full, light or zero

A line of FILE is `{"text": …, "lang": …, "label": …, "crisis": true|false}`. Words are never printed.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ruamel.yaml import YAML

from bot.learning import Wanted, one_thread
from dialogues.private import Private
from dialogues.understand import LABELS, Recogniser, load
from dialogues.understand.data import IN_SCOPE
from dialogues.understand.trained import Trained, load_tier

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "understand"
LANGUAGES = ("nl", "en")
Reader = Recogniser | Trained


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line; `label` and `crisis` are None where nobody decided."""

    text: Private
    language: str
    label: str | None
    crisis: bool | None


def samples() -> Iterable[tuple[str, list[Line]]]:
    """name -> the lines that lie in tests/understand."""
    for language in LANGUAGES:
        content = YAML(typ="safe", pure=True).load((SAMPLES / f"fresh_{language}.yml").read_text("utf-8"))
        told = [
            Line(Private(text), language, label, None)
            for label, texts in content["scope"].items()
            if label != "none"
            for text in texts
        ]
        found = [Line(Private(text), language, None, True) for _, text in content["crisis"]["found"]]
        quiet = [Line(Private(text), language, None, False) for text in content["crisis"]["not_found"]]
        yield f"chat {language}", told + found + quiet
    content = YAML(typ="safe", pure=True).load((SAMPLES / "indirect_nl.yml").read_text("utf-8"))
    yield "indirect danger nl", [Line(Private(text), "nl", None, True) for _, text in content["lines"]]


def from_file(path: Path) -> Iterable[tuple[str, list[Line]]]:
    """name -> the lines of a JSON Lines file, one group a language."""
    groups: dict[str, list[Line]] = {}
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        line = Line(Private(row["text"]), row["lang"], row.get("label"), row.get("crisis"))
        groups.setdefault(f"{path.stem} {line.language}", []).append(line)
    return sorted(groups.items())


def count(name: str, lines: list[Line], recogniser: Reader) -> None:
    """Print what was found and what was not, as counts."""
    read = [(line, recogniser.suggest(line.text, line.language)) for line in lines]
    told = [(line, suggestion) for line, suggestion in read if line.label in LABELS]
    inside = [suggestion.offer_in_scope for line, suggestion in told if line.label in IN_SCOPE]
    outside = [suggestion.offer_in_scope for line, suggestion in told if line.label not in IN_SCOPE]
    first = sum(suggestion.scope[0][0] == line.label for line, suggestion in told)
    three = sum(line.label in dict(suggestion.scope[:3]) for line, suggestion in told)
    unsure = sum(suggestion.abstain for _, suggestion in told)
    danger = [bool(suggestion.crisis) for line, suggestion in read if line.crisis is True]
    quiet = [bool(suggestion.crisis) for line, suggestion in read if line.crisis is False]
    print(name)
    for what, part, whole in (
        ("shown the way, in scope", sum(inside), len(inside)),
        ("shown the way, not in scope", sum(outside), len(outside)),
        ("label first", first, len(told)),
        ("label among three", three, len(told)),
        ("no guess made", unsure, len(told)),
        ("danger found", sum(danger), len(danger)),
        ("danger seen where there is none", sum(quiet), len(quiet)),
    ):
        if whole:
            print(f"  {what:<33}{part:>5} of {whole:<5}{part / whole:>5.2f}")


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each of so many runs."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1e3)
    return taken


def speed(reader: Callable[[], Reader], lines: list[Line]) -> None:
    """Print milliseconds a message, beside splitting the same text at its spaces, as a ratio; and memory."""
    before, began = _size(), time.perf_counter()
    recogniser = reader()
    loading, size = (time.perf_counter() - began) * 1e3, _size() - before
    once = [timed(partial(recogniser.hear, line.text, line.language, None), 5) for line in lines]
    split = [timed(partial(str.split, line.text.reveal()), 5) for line in lines]
    each, floor = sorted(map(min, once)), statistics.median(map(min, split))
    long = Private(" ".join(line.text.reveal() for line in lines)[:4_000])
    worst = min(timed(lambda: recogniser.hear(long, "nl", None), 10))
    middle, late = each[len(each) // 2], each[int(len(each) * 0.99)]
    print("speed, one message")
    print(f"  usual        p50 {middle:.2f} ms   p99 {late:.2f} ms   {middle / floor:,.0f} times str.split")
    print(f"  4,000 characters {worst:.2f} ms   {worst / middle:,.0f} times a usual one")
    print(f"  load         {loading:.0f} ms, {size:.0f} MiB; the whole process {_size():.0f} MiB")


def _size() -> float:
    """MiB that this process holds now."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def reader_of(tier: Wanted) -> Reader:
    """What reads the words: word lists, or a trained tier on top of them."""
    lists = load(ROOT / "dialogues" / "nlu")
    return lists if tier == "lists" else load_tier(tier, lists)


def main() -> None:
    """Print speed and counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--jsonl", type=Path, nargs="*", default=[])
    parser.add_argument("--tier", choices=("full", "light", "zero", "lists"), default="lists")
    asked = parser.parse_args()
    one_thread()
    groups = [group for path in asked.jsonl for group in from_file(path)] or list(samples())
    speed(partial(reader_of, asked.tier), [line for _, lines in groups for line in lines])
    reader = reader_of(asked.tier)
    for name, lines in groups:
        count(name, lines, reader)


if __name__ == "__main__":
    main()
