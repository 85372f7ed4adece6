"""Boxes and arrows in layers: a small layered layout for pictures of flows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

GAP_X = 26.0
GAP_Y = 34.0
_SWEEPS = 12
_DUMMY_WIDTH = 14.0

Point = tuple[float, float]
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is. `boxes`: the middle of each; `routes`: the bends of each edge, in its direction.

    `back` are edges that lead up again, from a later to an earlier box.
    """

    width: float
    height: float
    boxes: Mapping[str, Point]
    routes: Mapping[Edge, tuple[Point, ...]]
    back: frozenset[Edge]


def lay_out(sizes: Mapping[str, tuple[float, float]], edges: Sequence[Edge]) -> Layout:
    """A layout of boxes (width, height) from top to bottom; the first box begins. Edges between known boxes.

    An edge from a box to itself gets no route.
    """
    back = _back_edges(list(sizes), edges)
    down = {edge: (edge[1], edge[0]) if edge in back else edge for edge in edges if edge[0] != edge[1]}
    layer_of = _layers(list(sizes), set(down.values()))
    grid = _Grid(dict(sizes), layer_of)
    chains = {edge: grid.chain(way) for edge, way in down.items()}
    grid.order()
    grid.place()
    routes = {}
    for edge, chain in chains.items():
        route = grid.route(chain)
        routes[edge] = tuple(reversed(route)) if edge in back else route
    width = max(grid.x[name] + size[0] / 2 for name, size in sizes.items())
    boxes = {name: (grid.x[name], grid.y[name]) for name in sizes}
    return Layout(
        max(width, *(x for route in routes.values() for x, _ in route), 0.0), grid.bottom, boxes, routes, back
    )


def _back_edges(names: Sequence[str], edges: Sequence[Edge]) -> frozenset[Edge]:
    onward: dict[str, list[str]] = defaultdict(list)
    for start, end in edges:
        onward[start].append(end)
    state: dict[str, int] = {}
    back: set[Edge] = set()
    for root in names:
        stack: list[tuple[str, int]] = [(root, 0)] if root not in state else []
        while stack:
            name, at = stack.pop()
            state[name] = 1
            if at < len(onward[name]):
                stack.append((name, at + 1))
                end = onward[name][at]
                if end not in state:
                    stack.append((end, 0))
                elif state[end] == 1:
                    back.add((name, end))
            else:
                state[name] = 2
    return frozenset(back)


def _layers(names: Sequence[str], edges: Iterable[Edge]) -> dict[str, int]:
    """The longest way from the top to each box."""
    onward: dict[str, list[str]] = defaultdict(list)
    waiting = dict.fromkeys(names, 0)
    for start, end in sorted(edges):
        onward[start].append(end)
        waiting[end] += 1
    layer = dict.fromkeys(names, 0)
    ready = [name for name in names if not waiting[name]]
    for name in ready:
        for end in onward[name]:
            layer[end] = max(layer[end], layer[name] + 1)
            waiting[end] -= 1
            if not waiting[end]:
                ready.append(end)
    return layer


@dataclass(slots=True)
class _Grid:
    """Boxes in layers; edges over several layers are held apart by dummies, one in each layer they cross."""

    sizes: dict[str, tuple[float, float]]
    layer_of: dict[str, int]
    rows: list[list[str]] = field(default_factory=list)
    above: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    below: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)
    bottom: float = 0.0

    def __post_init__(self) -> None:
        self.rows = [[] for _ in range(max(self.layer_of.values(), default=0) + 1)]
        for name, layer in self.layer_of.items():
            self.rows[layer].append(name)

    def chain(self, way: Edge) -> tuple[str, ...]:
        """The boxes and dummies an edge runs through, from top to bottom."""
        start, end = way
        names = [start]
        for layer in range(self.layer_of[start] + 1, self.layer_of[end]):
            dummy = f"{start}\0{end}\0{layer}"
            if dummy not in self.sizes:
                self.sizes[dummy] = (_DUMMY_WIDTH, 0.0)
                self.rows[layer].append(dummy)
            names.append(dummy)
        names.append(end)
        for one, other in pairwise(names):
            self.below[one].append(other)
            self.above[other].append(one)
        return tuple(names)

    def order(self) -> None:
        """Sorts each layer by where its neighbours stand, down and up in turn."""
        for sweep in range(_SWEEPS):
            downward = sweep % 2 == 0
            neighbours = self.above if downward else self.below
            rows = self.rows[1:] if downward else self.rows[-2::-1]
            at = {name: place for row in self.rows for place, name in enumerate(row)}
            for row in rows:
                row.sort(key=lambda name: _mean([at[each] for each in neighbours[name]], at[name]))
                at.update((name, place) for place, name in enumerate(row))

    def place(self) -> None:
        """Gives every box its coordinates: as near its neighbours as the others in its layer allow."""
        for row in self.rows:
            left = 0.0
            for name in row:
                self.x[name] = left + self.sizes[name][0] / 2
                left += self.sizes[name][0] + GAP_X
        for sweep in range(20 * _SWEEPS):
            for row in self.rows if sweep % 2 == 0 else self.rows[::-1]:
                wanted = [self._pulled(name) for name in row]
                self.x.update(zip(row, self._apart(row, wanted), strict=True))
        leftmost = min(self.x[name] - self.sizes[name][0] / 2 for name in self.x)
        self.x = {name: x - leftmost for name, x in self.x.items()}
        top = 0.0
        for row in self.rows:
            height = max(self.sizes[name][1] for name in row)
            for name in row:
                self.y[name] = top + height / 2
                if self._dummy(name):
                    self.sizes[name] = (_DUMMY_WIDTH, height)
            top += height + GAP_Y
        self.bottom = top - GAP_Y

    def _pulled(self, name: str) -> float:
        """Where the neighbours of a box pull it; long edges pull hardest and so run straight."""
        pull = whole = 0.0
        for other in (*self.above[name], *self.below[name]):
            weight = 8.0 if self._dummy(name) and self._dummy(other) else 1.0
            pull += weight * self.x[other]
            whole += weight
        return pull / whole if whole else self.x[name]

    def _dummy(self, name: str) -> bool:
        return name not in self.layer_of

    def _apart(self, row: Sequence[str], wanted: Sequence[float]) -> list[float]:
        """Positions near `wanted` without overlaps: the middle of the leftmost and rightmost ones."""
        need = [(self.sizes[one][0] + self.sizes[other][0]) / 2 + GAP_X for one, other in pairwise(row)]
        right = list(wanted)
        for at in range(1, len(row)):
            right[at] = max(right[at], right[at - 1] + need[at - 1])
        left = list(wanted)
        for at in range(len(row) - 2, -1, -1):
            left[at] = min(left[at], left[at + 1] - need[at])
        return [(one + other) / 2 for one, other in zip(left, right, strict=True)]

    def route(self, chain: Sequence[str]) -> tuple[Point, ...]:
        """The bends of an edge, from the bottom of its first box to the top of its last."""
        first, last = chain[0], chain[-1]
        points = [(self.x[first], self.y[first] + self.sizes[first][1] / 2)]
        for name in chain[1:-1]:
            half = self.sizes[name][1] / 2
            points += [(self.x[name], self.y[name] - half), (self.x[name], self.y[name] + half)]
        points.append((self.x[last], self.y[last] - self.sizes[last][1] / 2))
        return tuple(points)


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
