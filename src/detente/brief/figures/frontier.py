"""What each side gets from each package, in one draw: zero lines are 'no deal'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import listed, signed, verb
from detente.settlement.results import Frontier

_RINGS = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "best for the worse off",
    "utilitarian": "largest sum",
}
_NOTE = (
    "Right and up is better; the broken lines are what a side has without a deal, and the shaded zone of possible "
    "agreement is where both have at least that. Marks on the dotted line are the packages that leave nothing on the "
    "table (the line only joins them: packages cannot be mixed), faint dots are others. A frame marks where a "
    "bargaining solution falls."
)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Index of a point to the solutions there, and to the number of its package in the table."""

    solved: Mapping[int, Sequence[str]]
    chosen: Mapping[int, int]
    linked: bool


@dataclass(frozen=True, slots=True)
class _Scale:
    """Maps a surplus to a place in the drawing."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        value = min(max(value, self.low), self.high)
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def frontier_figure(
    frontier: Frontier,
    names: Mapping[str, str],
    labels: Sequence[str],
    chosen: Mapping[int, int] | None = None,
    *,
    where: str = "In the middle draw",
    linked: bool = True,
) -> svg.Figure:
    """Draw the frontier of one draw.

    Parameters
    ----------
    frontier
        Its points, by rising surplus of the first side, and what surrounds them.
    names
        Side id to name.
    labels
        What each point's package changes, in words.
    chosen
        Index of a point to the number of its package among those of the table of joint acceptability.
    where
        Of which values the title speaks.
    linked
        Whether the page has a row for each point.
    """
    first, second = (names.get(side, side) for side in frontier.sides)
    title = _finding(frontier, (first, second), where)
    solved = _solved(frontier)
    good = sum(all(s >= 0 for s in point.surplus.values()) for point in frontier.points)
    described = (
        f"{len(frontier.points)} efficient packages, {good} of them at or above no deal for both sides; "
        f"{len(frontier.others)} other packages are drawn faintly."
    )

    def layout(width: float) -> Markup:
        return _layout(frontier, (first, second), labels, _Marks(solved, chosen or {}, linked), title, width)

    return svg.both(
        "frontier",
        title,
        described,
        layout,
        note=_NOTE,
        rows=_table(frontier, (first, second), labels, solved, chosen or {}),
    )


def _finding(frontier: Frontier, names: tuple[str, str], where: str) -> str:
    """Say how many efficient packages leave nobody worse off, and what the best of them gives to whoever gets less."""
    gains = [tuple(point.surplus[side] for side in frontier.sides) for point in frontier.points]
    good = [pair for pair in gains if min(pair) >= 0]
    if not good:
        return f"{where} no package leaves both {names[0]} and {names[1]} at least as well off as no deal"
    a, b = max(good, key=min)
    n, of = len(good), f"{len(gains)} efficient {verb(len(gains), 'package', 'packages')}"
    which = f"{n} of {of}" if n < len(gains) else f"all {of}" if n > 1 else "the one efficient package"
    return (
        f"{where} {which} {verb(n, 'leaves', 'leave')} both at least as well off as no deal; the best for "
        f"whoever gains less gives {names[0]} {signed(a)} and {names[1]} {signed(b)}"
    )


def _solved(frontier: Frontier) -> dict[int, tuple[str, ...]]:
    """Return index of a point to the solutions that are this point in this draw."""
    found: dict[int, tuple[str, ...]] = {}
    for name in _RINGS:
        solution = frontier.solutions.get(name)
        n = next((n for n, p in enumerate(frontier.points) if solution and p.surplus == solution.surplus), None)
        if n is not None:
            found[n] = (*found.get(n, ()), name)
    return found


def _table(
    frontier: Frontier,
    names: tuple[str, str],
    labels: Sequence[str],
    solved: Mapping[int, Sequence[str]],
    chosen: Mapping[int, int],
) -> svg.Table:
    head = (
        "package",
        "what changes",
        *(f"gain of {name}" for name in names),
        "efficient",
        "solutions",
        "number in the table",
    )
    rows: list[tuple[str | float | None, ...]] = [head]
    for n, point in enumerate(frontier.points):
        gains = [point.surplus[side] for side in frontier.sides]
        solutions = "; ".join(_RINGS[name] for name in solved.get(n, ()))
        rows.append((n + 1, labels[n], *gains, "yes", solutions, chosen.get(n)))
    return (*rows, *((None, "", x, y, "no", "", None) for x, y in frontier.others))


def _layout(
    frontier: Frontier,
    names: tuple[str, str],
    labels: Sequence[str],
    marks: _Marks,
    title: str,
    width: float,
) -> Markup:
    wide = width > 500
    height = 480.0 if wide else 350.0
    left, right, top, bottom = (62.0 if wide else 44.0), 14.0, 30.0, (56.0 if wide else 52.0)
    a, b = frontier.sides
    ours = [(point.surplus[a], point.surplus[b]) for point in frontier.points]
    others = [(p, q) for p, q in frontier.others]
    everything = [*ours, *others, (0.0, 0.0)]
    xs = svg.ticks(min(x for x, _ in everything), max(x for x, _ in everything), 7 if wide else 4)
    ys = svg.ticks(min(y for _, y in everything), max(y for _, y in everything), 6)
    x, y = _Scale(xs[0], xs[-1], left, width - right), _Scale(ys[0], ys[-1], height - bottom, top)
    parts = [svg.rect(x(0), top, width - right - x(0), y(0) - top, "both-gain")]
    parts += [_tick_x(x(t), t, top, height - bottom) for t in xs]
    parts += [_tick_y(y(t), t, left, width - right) for t in ys]
    parts += [svg.line(x(0), top, x(0), height - bottom, "zero"), svg.line(left, y(0), width - right, y(0), "zero")]
    parts += [svg.circle(x(p), y(q), 2.2, "other") for p, q in others]
    parts.append(svg.path([(x(p), y(q)) for p, q in ours], "front"))
    parts += [_point(x(p), y(q), n, labels, marks, names, (p, q)) for n, (p, q) in enumerate(ours)]
    parts += _names(names, x(0), y(0), left, right, top, height, width, wide)
    key, foot = svg.key(_key(marks), height + 14, width)
    return svg.drawing(width, foot + 12, title, *parts, *key)


def _key(marks: _Marks) -> list[tuple[svg.Swatch, str]]:
    items: list[tuple[svg.Swatch, str]] = [
        (lambda x, y: svg.circle(x + 8, y - 4, 4.6, "efficient"), "no loss to either"),
        (lambda x, y: svg.circle(x + 8, y - 4, 4.6, "efficient outside"), "a loss to one"),
    ]
    used = [name for name in _RINGS if any(name in names for names in marks.solved.values())]
    items += [(_swatch(name), _RINGS[name]) for name in used]
    if marks.chosen:
        items.append((lambda x, y: svg.rect(x + 4, y - 8, 8, 8, "chosen"), "in the table of acceptability"))
    return items


def _swatch(name: str) -> svg.Swatch:
    return lambda x, y: _ring(name, x + 8, y - 4, 6.5)


def _ring(name: str, x: float, y: float, r: float) -> Markup:
    """Return what stands around the point of a solution: each has a shape of its own."""
    if name == "nash":
        return svg.circle(x, y, r, "solution")
    if name == "kalai_smorodinsky":
        return svg.rect(x - r, y - r, 2 * r, 2 * r, "solution")
    s = r * 1.35
    if name == "egalitarian":
        return svg.path([(x, y - s), (x + s, y), (x, y + s), (x - s, y)], "solution", closed=True)
    return svg.path([(x, y - s), (x + s, y + s * 0.75), (x - s, y + s * 0.75)], "solution", closed=True)


def _tick_x(x: float, value: float, top: float, bottom: float) -> Markup:
    return Markup("").join(
        [svg.line(x, top, x, bottom, "grid"), svg.text(x, bottom + 16, _short(value), "tick", "middle")]
    )


def _tick_y(y: float, value: float, left: float, right: float) -> Markup:
    return Markup("").join(
        [svg.line(left, y, right, y, "grid"), svg.text(left - 6, y + 4, _short(value), "tick", "end")]
    )


def _short(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _point(
    x: float,
    y: float,
    n: int,
    labels: Sequence[str],
    around: _Marks,
    names: tuple[str, str],
    gains: tuple[float, float],
) -> Markup:
    said = f"Package {n + 1}: {labels[n]}. {names[0]} {signed(gains[0])}, {names[1]} {signed(gains[1])}"
    inside = all(gain >= 0 for gain in gains)
    marks = [svg.circle(x, y, 4.6, "efficient" if inside else "efficient outside")]
    if n in around.chosen:
        said += f". Number {around.chosen[n]} in the table of joint acceptability"
        marks = [svg.rect(x - 4.4, y - 4.4, 8.8, 8.8, "chosen" if inside else "chosen outside")]
    if n in around.solved:
        said += f". Here: {listed([_RINGS[name] for name in around.solved[n]])}"
        marks = [_ring(name, x, y, 9 + 3 * k) for k, name in enumerate(around.solved[n])] + marks
    return svg.link(f"package-{n + 1}" if around.linked else None, said, *marks)


def _names(
    names: tuple[str, str],
    x0: float,
    y0: float,
    left: float,
    right: float,
    top: float,
    height: float,
    width: float,
    wide: bool,
) -> list[Markup]:
    """Return the axis names and the two labels of the zero lines."""
    room = width - left - right
    size = 12.0
    out = [
        svg.text(
            (left + width - right) / 2,
            height - 12,
            svg.fit(f"{names[0]}: gain over no deal →", room),
            "axis-name",
            "middle",
        ),
        svg.text(2, 16, svg.fit(f"↑ {names[1]}: gain over no deal", room + left), "axis-name"),
    ]
    sideways = svg.fit(f"no deal for {names[1]}", room, size)
    out.append(svg.text(width - right - 4, y0 - 6, sideways, "zero-name", "end"))
    upright = svg.fit(f"no deal for {names[0]}", room * 0.8, size)
    need = svg.text_width(upright, size)
    anchor, at = ("start", x0 + 6) if x0 + need + 10 < width - right else ("end", x0 - 6)
    foot = height - (56 if wide else 52) - 8
    out.append(svg.text(at, foot if foot - y0 > 24 else top + 14, upright, "zero-name", anchor))
    zone = "zone of possible agreement" if wide else "both gain"
    if (
        x0 + svg.text_width(zone, size) + (need if anchor == "start" and foot - y0 <= 24 else 0) + 30 < width - right
        and y0 - top > 40
    ):
        out.append(svg.text(width - right - 6, top + 16, zone, "both-name", "end"))
    return out
