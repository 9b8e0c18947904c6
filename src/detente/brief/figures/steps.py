"""In which order: issues in levels, an arrow per order that a party asks for, a frame around a deadlock."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import count, listed, lower_first, upper_first, verb

_CHIP, _ROW, _LEVEL = 28.0, 40.0, 46.0
_NOTE = (
    "From top to bottom: an arrow goes from what a party wants first to what it wants after it. Issues of one line can "
    "go together."
)
_GROUP = 3
"""So many issues that wait for the same thing are drawn as one group with one arrow."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order that a party asks for.

    Parameters
    ----------
    first, then
        Issue ids.
    who
        The party's name, with its source where that is another's word.
    relax
        True where relaxing it helps to undo a deadlock.
    void
        Why it binds no more, "" where it binds.
    href
        Anchor of its sentence, None where there is none.
    """

    first: str
    then: str
    who: str
    relax: bool = False
    void: str = ""
    href: str | None = None


def steps_figure(
    levels: Sequence[Sequence[str]],
    names: Mapping[str, str],
    orders: Sequence[Order],
    knots: Sequence[Sequence[str]],
) -> svg.Figure | None:
    """Draw the order of steps as a graph.

    Parameters
    ----------
    levels
        Issue ids in order.
    names
        Issue id to name.
    orders
        Orders asked for, those that bind no more as well.
    knots
        Issue ids of each deadlock.

    Returns
    -------
    Figure or None
        None where nobody asks for an order between two issues.
    """
    known = {issue for level in levels for issue in level}
    drawn = [o for o in orders if {o.first, o.then} <= known and o.first != o.then]
    if not drawn:
        return None
    tied = {issue for o in drawn for issue in (o.first, o.then)}
    shown = [tuple(i for i in level if i in tied) for level in levels]
    shown = [level for level in shown if level]
    title = _finding(shown, names, drawn, knots)
    described = "; ".join(_said(o, names) for o in drawn)
    head = ("first", "then", "who wants it", "binds", "why not")
    rows = tuple((names[o.first], names[o.then], o.who, "no" if o.void else "yes", o.void) for o in drawn)
    free = len(known) - len(tied)
    return svg.both(
        "steps",
        title,
        described,
        lambda width: _drawn(shown, names, drawn, knots, free, title, width),
        note=_NOTE,
        rows=(head, *rows),
    )


def _finding(
    levels: Sequence[Sequence[str]], names: Mapping[str, str], orders: Sequence[Order], knots: Sequence[Sequence[str]]
) -> str:
    binding = [o for o in orders if not o.void]
    if knots:
        one = upper_first(listed([lower_first(names[i]) for i in knots[0]]))
        held = {issue for knot in knots for issue in knot}
        after = len({o.then for o in binding if o.first in held} - held)
        more = f", and {count(len(knots) - 1, 'more deadlock')}" if len(knots) > 1 else ""
        behind = f"; {count(after, 'other issue')} {verb(after, 'waits', 'wait')} for them" if after else ""
        return f"{one} wait for each other{more}{behind}"
    if not binding:
        return "No order binds any more: what parties asked to come first has been overtaken"
    waiting = {issue: len({o.then for o in binding if o.first == issue}) for level in levels for issue in level}
    first = max(waiting, key=lambda issue: waiting[issue])
    n = waiting[first]
    others = names[next(o.then for o in binding if o.first == first)] if n == 1 else count(n, "other issue")
    return f"{names[first]} comes first: {lower_first(others)} {verb(n, 'waits', 'wait')} for it"


def _said(order: Order, names: Mapping[str, str]) -> str:
    why = f" (binds no more: {order.void})" if order.void else ""
    relax = " (relaxing this undoes a deadlock)" if order.relax else ""
    return f"{order.who}: {lower_first(names[order.first])} before {lower_first(names[order.then])}{why}{relax}"


@dataclass(frozen=True, slots=True)
class _Chip:
    """An issue in its place."""

    text: str
    x: float
    y: float
    width: float

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def _drawn(
    levels: Sequence[Sequence[str]],
    names: Mapping[str, str],
    orders: Sequence[Order],
    knots: Sequence[Sequence[str]],
    free: int,
    title: str,
    width: float,
) -> Markup:
    chips, tops, y = _placed(levels, names, {i for knot in knots for i in knot}, width)
    who = list(dict.fromkeys(o.who for o in orders))
    out: list[Markup] = []
    for n, level in enumerate(levels):
        together = _group(level, orders)
        if together:
            out.append(svg.rect(0, tops[n][0] - 10, width, tops[n][1] - tops[n][0] + 20, "together", rx=5))
            out += [_grouped(o, names, chips, tops[n][0] - 10, who, len(level)) for o in together]
    grouped = {(o.first, o.who, i) for level in levels for o in _group(level, orders) for i in level}
    for knot in knots:
        out += _frame([chips[i] for i in knot if i in chips])
    single = [o for o in orders if (o.first, o.who, o.then) not in grouped]
    out += [_arrow(o, names, chips, who) for o in single]
    out += [_chip(chips[i], i, [o for o in orders if i in (o.first, o.then)], names) for i in chips]
    key, y = svg.key([*_key(who, orders, width)], y + 26, width)
    if free:
        y += 22
        words = count(free, "other issue can", "other issues can", first=True)
        key.append(svg.text(0, y, f"{words} be taken at any time", "small"))
    return svg.drawing(width, y + 12, title, *out, *key)


def _placed(
    levels: Sequence[Sequence[str]], names: Mapping[str, str], knotted: set[str], width: float
) -> tuple[dict[str, _Chip], list[tuple[float, float]], float]:
    """Return each issue's place, top and foot of each level, and where the last one ends."""
    chips: dict[str, _Chip] = {}
    tops: list[tuple[float, float]] = []
    y = 28.0
    for level in levels:
        gap = 34.0 if knotted & set(level) else 12.0
        most = (width - 40 - gap) / 2 if knotted & set(level) else width - 40
        top = y
        for row in _rows([(i, svg.fit(names[i], most - 20)) for i in level], gap, width - 40):
            sizes = [svg.text_width(text) + 20 for _, text in row]
            x = (width - sum(sizes) - gap * (len(row) - 1)) / 2
            for (issue, text), size in zip(row, sizes, strict=True):
                chips[issue] = _Chip(text, x, y, size)
                x += size + gap
            y += _ROW
        tops.append((top, y - _ROW + _CHIP))
        y += _LEVEL
    return chips, tops, y - _LEVEL - _ROW + _CHIP + 16


def _rows(texts: Sequence[tuple[str, str]], gap: float, room: float) -> Iterator[list[tuple[str, str]]]:
    row: list[tuple[str, str]] = []
    at = 0.0
    for issue, text in texts:
        need = svg.text_width(text) + 20
        if row and at + gap + need > room:
            yield row
            row, at = [], 0.0
        at += need + (gap if row else 0)
        row.append((issue, text))
    yield row


def _group(level: Sequence[str], orders: Sequence[Order]) -> list[Order]:
    """Return one order per party that wants the same thing before all issues of a level."""
    if len(level) < _GROUP:
        return []
    found: dict[tuple[str, str], list[Order]] = {}
    for order in orders:
        if order.then in level and order.first not in level and not order.void:
            found.setdefault((order.first, order.who), []).append(order)
    return [same[0] for same in found.values() if {o.then for o in same} == set(level)]


def _grouped(
    order: Order, names: Mapping[str, str], chips: Mapping[str, _Chip], y: float, who: Sequence[str], n: int
) -> Markup:
    chip = chips[order.first]
    x, cls = chip.x + chip.width / 4, _cls(order, who)
    label = f"{order.who}: {lower_first(names[order.first])} before {count(n, 'issue')} of the next step"
    return svg.link(
        order.href, label, svg.line(x, chip.y + _CHIP, x, y - 7, f"order {cls}"), svg.arrow(x, y, 0, 1, f"tip {cls}")
    )


def _cls(order: Order, who: Sequence[str]) -> str:
    return "void" if order.void else f"by{min(who.index(order.who), 2)}" + (" relax" if order.relax else "")


def _arrow(order: Order, names: Mapping[str, str], chips: Mapping[str, _Chip], who: Sequence[str]) -> Markup:
    a, b, cls = chips[order.first], chips[order.then], _cls(order, who)
    label = _said(order, names)
    if abs(a.y - b.y) < 1:
        up = -1.0 if a.x < b.x else 1.0
        y = a.y if up < 0 else a.y + _CHIP
        bend = y + up * 20
        line = svg.curve([(a.middle, y), (a.middle, bend), (b.middle, bend), (b.middle, y + up * 7)], f"order {cls}")
        return svg.link(order.href, label, line, svg.arrow(b.middle, y, 0, -up, f"tip {cls}"))
    down = 1.0 if a.y < b.y else -1.0
    start, end = (a.y + _CHIP, b.y) if down > 0 else (a.y, b.y + _CHIP)
    half = (start + end) / 2
    line = svg.curve(
        [(a.middle, start), (a.middle, half), (b.middle, half), (b.middle, end - down * 7)], f"order {cls}"
    )
    return svg.link(order.href, label, line, svg.arrow(b.middle, end, 0, down, f"tip {cls}"))


def _frame(chips: Sequence[_Chip]) -> list[Markup]:
    left, top = min(c.x for c in chips) - 12, min(c.y for c in chips) - 23
    right, foot = max(c.x + c.width for c in chips) + 12, max(c.y for c in chips) + _CHIP + 23
    return [svg.rect(left, top, right - left, foot - top, "knot", rx=6)]


def _chip(chip: _Chip, issue: str, orders: Sequence[Order], names: Mapping[str, str]) -> Markup:
    href = next((o.href for o in orders if o.first == issue and o.href), None) or next(
        (o.href for o in orders if o.href), None
    )
    box = svg.rect(chip.x, chip.y, chip.width, _CHIP, "chip", rx=14)
    return svg.link(href, names[issue], box, svg.text(chip.middle, chip.y + 18.5, chip.text, "", "middle"))


def _key(who: Sequence[str], orders: Sequence[Order], width: float) -> Iterator[tuple[svg.Swatch, str]]:
    binding = [o for o in orders if not o.void]
    for n, name in enumerate(who[:3]):
        if any(o.who == name for o in binding):
            words = f"{name} wants it so" if n < 2 or len(who) == 3 else "others want it so"
            yield _swatch(f"by{n}"), svg.fit(words, width - 30, 12)
    if any(o.relax for o in binding):
        yield _swatch("by9 relax"), "relaxing it undoes a deadlock"
    if len(binding) < len(orders):
        yield _swatch("void"), "binds no more"


def _swatch(cls: str) -> svg.Swatch:
    return lambda x, y: svg.line(x, y - 4, x + 10, y - 4, f"order {cls}") + svg.arrow(x + 17, y - 4, 1, 0, f"tip {cls}")
