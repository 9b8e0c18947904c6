"""Where the event raises and where it lowers the odds, over two assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import figure, lower_first, percent

CLEAR = 0.1
"""By how much the shares of draws with each sign have to differ for a cell to lean one way."""
_NOTE = (
    "Each place pins the two assumptions and draws everything else. A triangle up: the event raises the odds of a "
    "comprehensive deal in more draws than it lowers them, by more than a tenth of all draws; down: lowers; a dot: "
    "neither. The larger, the more draws apart."
)


@dataclass(frozen=True, slots=True)
class Ruled:
    """An axis: an assumption in words, the values it is pinned to, and where the page tells of it."""

    name: str
    values: tuple[float, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """A map of signs.

    Parameters
    ----------
    across, down
        Axes; rows of the shares follow `down`.
    positive, negative
        Shares of draws in [0, 1].
    who
        Who is taken to deliver, in words.
    draws
        In each cell.
    """

    across: Ruled
    down: Ruled
    positive: tuple[tuple[float, ...], ...]
    negative: tuple[tuple[float, ...], ...]
    who: str
    draws: int


def map_figure(signs: Signs) -> svg.Figure:
    """Draw the map.

    Parameters
    ----------
    signs
        Shares per cell.
    """
    title = _finding(signs)
    head = (signs.across.name, signs.down.name, "raises, share of draws", "lowers, share of draws")
    rows = tuple((x, y, up, low) for x, y, up, low in _cells(signs))
    described = (
        f"Across: {signs.across.name}, {_ends(signs.across)}; upwards: {signs.down.name}, {_ends(signs.down)}; "
        f"{signs.draws:,} draws of all else in each place, {signs.who}. {_counted(signs)}"
    )
    note = f"{_NOTE} {signs.draws:,} draws in each place, {signs.who}."
    return svg.both("map", title, described, lambda width: _drawn(signs, title, width), note=note, rows=(head, *rows))


def _ends(axis: Ruled) -> str:
    return f"{figure(axis.values[0])} to {figure(axis.values[-1])}"


def _cells(signs: Signs) -> Iterator[tuple[float, float, float, float]]:
    for y, ups, lows in zip(signs.down.values, signs.positive, signs.negative, strict=True):
        yield from zip(signs.across.values, (y,) * len(ups), ups, lows, strict=True)


def _leaning(up: float, low: float) -> str:
    return "raises" if up - low > CLEAR else "lowers" if low - up > CLEAR else "leans neither way"


def _counted(signs: Signs) -> str:
    said = [_leaning(up, low) for _, _, up, low in _cells(signs)]
    parts = [f"it {word} in {said.count(word)}" for word in ("raises", "lowers", "leans neither way") if word in said]
    return f"Of {len(said)} places, {', '.join(parts)}."


def _finding(signs: Signs) -> str:
    said = [_leaning(up, low) for _, _, up, low in _cells(signs)]
    up, low = said.count("raises"), said.count("lowers")
    where = f"whatever {lower_first(signs.across.name)} and {lower_first(signs.down.name)} are"
    if not up and not low:
        return f"The event leans neither way, {where}"
    if up and low:
        return (
            f"The event raises the odds in {up} and lowers them in {low} of {len(said)} places; what matters most: "
            f"{_turning(signs)}"
        )
    word, n = ("raises", up) if up else ("lowers", low)
    other = "lowers" if up else "raises"
    if n == len(said):
        return f"The event {word} the odds {where}"
    first = f"The event {word} the odds in {n} of {len(said)} places and {other} them in none"
    return f"{first}; what matters most: {_turning(signs)}"


def _turning(signs: Signs) -> str:
    """Return the axis along which the balance of signs moves more."""
    gaps = [
        [a - b for a, b in zip(up, low, strict=True)] for up, low in zip(signs.positive, signs.negative, strict=True)
    ]
    across = abs(sum(row[-1] - row[0] for row in gaps)) / len(gaps)
    down = abs(sum(b - a for a, b in zip(gaps[0], gaps[-1], strict=True))) / len(gaps[0])
    return lower_first(signs.across.name if across >= down else signs.down.name)


def _drawn(signs: Signs, title: str, width: float) -> Markup:
    wide = width == svg.WIDE
    left, room = (60.0, 560.0) if wide else (46.0, width - 46.0)
    column, row = room / len(signs.across.values), 44.0 if wide else 34.0
    name = svg.wrap(f"↑ {signs.down.name}", width, most=2)
    top = 8.0 + 16 * len(name)
    foot = top + row * len(signs.down.values)
    largest = min(column, row) / 2 - 3
    out = [_axis(signs.down, svg.lines(0, 14, name, "axis-name", 16))]
    for n, y in enumerate(reversed(signs.down.values)):
        at = top + row * (n + 0.5)
        out += [svg.line(left, at, left + room, at, "grid"), svg.text(left - 8, at + 4, figure(y), "tick", "end")]
    for k, x in enumerate(signs.across.values):
        at = left + column * (k + 0.5)
        out.append(svg.line(at, top, at, foot, "grid"))
        if wide or k % 2 == 0 or column > 44:
            out.append(svg.text(at, foot + 16, figure(x), "tick", "middle"))
    for x, y, up, low in _cells(signs):
        k, n = signs.across.values.index(x), len(signs.down.values) - 1 - signs.down.values.index(y)
        out.append(_cell(signs, (x, y), (up, low), left + column * (k + 0.5), top + row * (n + 0.5), largest))
    words = svg.wrap(f"{signs.across.name} →", width - left, most=2)
    out.append(_axis(signs.across, svg.lines(left, foot + 36, words, "axis-name", 16)))
    items = [(_swatch(0.6), "raises the odds"), (_swatch(-0.6), "lowers them"), (_swatch(0.0), "leans neither way")]
    key, y = svg.key(items, foot + 44 + 16 * len(words), width)
    return svg.drawing(width, y + 12, title, *out, *key)


def _axis(axis: Ruled, parts: list[Markup]) -> Markup:
    return svg.link(axis.href, f"{axis.name}: its range and basis", *parts)


def _cell(
    signs: Signs, at: tuple[float, float], shares: tuple[float, float], x: float, y: float, largest: float
) -> Markup:
    said = (
        f"{signs.across.name} {figure(at[0])}, {signs.down.name} {figure(at[1])}: raises in {percent(shares[0])} of "
        f"draws, lowers in {percent(shares[1])}"
    )
    # All places would lead to one and the same anchor, each a stop on a keyboard's way: they are no links.
    return svg.link(None, said, _shape(shares[0] - shares[1], x, y, largest))


def _shape(gap: float, x: float, y: float, largest: float) -> Markup:
    if abs(gap) <= CLEAR:
        return svg.circle(x, y, 2.5, "neither") + svg.rect(x - largest, y - largest, 2 * largest, 2 * largest, "hit")
    r = largest * max(abs(gap), 0.15) ** 0.5
    up = 1.0 if gap > 0 else -1.0
    cls = "sign positive" if gap > 0 else "sign negative"
    return svg.path([(x, y - up * r), (x + r, y + up * r * 0.8), (x - r, y + up * r * 0.8)], cls, closed=True)


def _swatch(gap: float) -> svg.Swatch:
    return lambda x, y: _shape(gap, x + 8, y - 4, 8.0)
