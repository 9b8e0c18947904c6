"""What each side gets from each package, in one draw: zero lines are 'no deal'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import listed, signed
from detente.settlement.results import Frontier


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
    frontier: Frontier, names: Mapping[str, str], labels: Sequence[str], solutions: Mapping[int, Sequence[str]]
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
    solutions
        Index of a point to the names of the solutions whose commonest package it is.
    """
    first, second = (names.get(side, side) for side in frontier.sides)
    title = f"What {first} and {second} gain from each package, in one draw"
    good = sum(all(s >= 0 for s in point.surplus.values()) for point in frontier.points)
    described = (
        f"{len(frontier.points)} efficient packages, {good} of them at or above no deal for both sides; "
        f"{len(frontier.others)} other packages are drawn faintly."
    )

    def layout(width: float) -> Markup:
        return _layout(frontier, (first, second), labels, solutions, title, width)

    return svg.both("frontier", title, described, layout)


def _layout(
    frontier: Frontier,
    names: tuple[str, str],
    labels: Sequence[str],
    solutions: Mapping[int, Sequence[str]],
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
    parts += [_point(x(p), y(q), n, labels, solutions, names, (p, q)) for n, (p, q) in enumerate(ours)]
    parts += _names(names, x(0), y(0), left, right, top, height, width, wide)
    return svg.drawing(width, height, title, *parts)


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
    solutions: Mapping[int, Sequence[str]],
    names: tuple[str, str],
    gains: tuple[float, float],
) -> Markup:
    said = f"Package {n + 1}: {labels[n]}. {names[0]} {signed(gains[0])}, {names[1]} {signed(gains[1])}"
    inside = all(gain >= 0 for gain in gains)
    marks = [svg.circle(x, y, 4.6, "efficient" if inside else "efficient outside")]
    if n in solutions:
        said += f". Commonest package of: {listed(list(solutions[n]))}"
        marks.insert(0, svg.circle(x, y, 9, "solution"))
    return svg.link(f"package-{n + 1}", said, *marks)


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
    if wide and x0 + need + svg.text_width("both gain", size) + 30 < width - right and y0 - top > 40:
        out.append(svg.text(width - right - 6, top + 16, "both gain", "both-name", "end"))
    return out
