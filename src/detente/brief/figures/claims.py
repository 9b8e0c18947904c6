"""Figures side by side: what each source says of the same thing, on one scale per thing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import count, lower_first
from detente.entries import Comparator

_MOST, _ROWS = 6, 10
_NOTE = (
    "Each thing that is counted has a scale of its own; the band reaches from the lowest to the highest figure. A full "
    "dot is a figure as given; an open one says about so many, and its line is a tenth either way; an arrow says at "
    "least or up to so many; a denied figure is crossed out and left out of the band. Figures are put together by unit "
    "and wording, and no average is taken."
)
_LOG_FROM = 30.0
"""How many times the smallest figure the largest is where even steps would press the small ones together."""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure with who says so.

    Parameters
    ----------
    value, comparator
        As of a claim.
    least, most
        What it can mean; infinite where it is a bound.
    words
        The figure in words.
    source
        Who says so.
    date
        Of the report, in words.
    href
        Anchor of its sentence, None where there is none.
    denied
        True where it is told as denied: then it takes no part in range and finding.
    """

    value: float
    comparator: Comparator
    least: float
    most: float
    words: str
    source: str
    date: str = ""
    href: str | None = None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What several figures count.

    Parameters
    ----------
    about, unit
        What, and in which unit.
    differs
        True where the sources give different figures.
    told
        The figures.
    """

    about: str
    unit: str
    differs: bool
    told: tuple[Told, ...]

    @property
    def held(self) -> tuple[Told, ...]:
        """The figures that are not denied; all where every one is."""
        return tuple(told for told in self.told if not told.denied) or self.told


def claims_figure(counted: Sequence[Counted]) -> svg.Figure | None:
    """Draw figures side by side.

    Parameters
    ----------
    counted
        What is counted, with several figures each.

    Returns
    -------
    Figure or None
        None where nothing is counted twice.
    """
    if not counted:
        return None
    title = _finding(counted)
    described = "; ".join(f"{c.about}: " + ", ".join(f"{t.words} ({t.source})" for t in c.told) for c in counted)
    head = ("what is counted", "unit", "value", "comparator", "least", "most", "source", "report of", "denied")
    rows = tuple(
        (
            c.about,
            c.unit,
            t.value,
            t.comparator,
            _finite(t.least),
            _finite(t.most),
            t.source,
            t.date,
            str(t.denied).lower(),
        )
        for c in counted
        for t in c.told
    )
    return svg.both(
        "claims", title, described, lambda width: _drawn(counted, title, width), note=_NOTE, rows=(head, *rows)
    )


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _finding(counted: Sequence[Counted]) -> str:
    differing = [c for c in counted if c.differs]
    if not differing:
        n = len(counted)
        what = counted[0].about if n == 1 else f"any of {n} things that are counted twice"
        return f"No two named sources differ on {what}"
    most = max(differing, key=_reach)
    low, high = min(most.held, key=lambda t: t.value), max(most.held, key=lambda t: t.value)
    where = "Sources differ on" if len(differing) == 1 else "Sources differ most on"
    return f"{where} {lower_first(most.about)}: {low.words} ({low.source}) against {high.words} ({high.source})"


def _reach(counted: Counted) -> float:
    """Return how many times the lowest figure the highest is."""
    values = [told.value for told in counted.held]
    return math.inf if min(values) <= 0 < max(values) else max(values) / min(values) if min(values) > 0 else 1.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places of values: even steps from 0, or steps of ten where the figures lie far apart."""

    marks: tuple[float, ...]
    log: bool
    left: float
    right: float

    def __call__(self, value: float) -> float:
        a, b = self._at(self.marks[0]), self._at(self.marks[-1])
        return self.left + (self._at(value) - a) / (b - a) * (self.right - self.left)

    def _at(self, value: float) -> float:
        return math.log10(value) if self.log else value


def _scale(counted: Counted, left: float, right: float, most: int) -> _Scale:
    values = [end for told in counted.told for end in (told.value, told.least, told.most) if math.isfinite(end)]
    low, high = min(values), max(values)
    if low > 0 and high / low > _LOG_FROM:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        step = max(1, -(-(last - first) // (most - 1)))
        return _Scale(tuple(10.0**n for n in range(first, last + step, step)), True, left, right)
    return _Scale(tuple(svg.ticks(min(low, 0.0), max(high, 0.0) or 1.0, most)), False, left, right)


def _drawn(counted: Sequence[Counted], title: str, width: float) -> Markup:
    y, out = 6.0, []
    for each in counted[:_MOST]:
        parts, y = _panel(each, y, width)
        out += parts
    if len(counted) > _MOST:
        more = count(len(counted) - _MOST, "more is", "more are", first=True)
        out.append(svg.text(0, y + 8, f"{more} in the table only", "small"))
        y += 18
    return svg.drawing(width, y, title, *out)


def _panel(counted: Counted, y: float, width: float) -> tuple[list[Markup], float]:
    wide = width == svg.WIDE
    left, right = (220.0, 700.0) if wide else (24.0, width - 24.0)
    scale = _scale(counted, left, right, 6 if wide else 4)
    head = svg.fit(counted.about[:1].upper() + counted.about[1:], width, svg.BOLD)
    out = [svg.text(0, y + 14, head, "panel")]
    start, row = y + 24, 24.0 if wide else 42.0
    shown = _ends(counted.told)
    end = start + row * len(shown)
    places = [scale(told.value) for told in counted.held]
    out.append(svg.rect(min(places), start, max(max(places) - min(places), 1.0), end - start, "claimed"))
    out += [svg.line(scale(mark), start, scale(mark), end, "grid") for mark in scale.marks]
    for n, told in enumerate(shown):
        out += _row(told, scale, start + row * n, width, left, right)
    out += [svg.text(scale(mark), end + 15, _tick(mark, counted.unit), "tick", "middle") for mark in scale.marks]
    if scale.log:
        out.append(svg.text(0, end + (15 if wide else 31), "scale in steps of ten", "small"))
    foot = end + (40 if wide or not scale.log else 54)
    if len(shown) < len(counted.told):
        between = len(counted.told) - len(shown)
        out.append(svg.text(0, foot - 6, f"{between} more between these are in the table only", "small"))
        foot += 18
    return out, foot


def _ends(told: Sequence[Told]) -> list[Told]:
    """Return figures by size; of very many the lowest and the highest."""
    ordered = sorted(told, key=lambda each: (each.value, each.source))
    return ordered if len(ordered) <= _ROWS else [*ordered[: _ROWS // 2], *ordered[-_ROWS // 2 :]]


def _row(told: Told, scale: _Scale, y: float, width: float, left: float, right: float) -> list[Markup]:
    wide = width == svg.WIDE
    if wide:
        out = [
            svg.text(0, y + 16, svg.fit(told.source, left - 22), "who"),
            svg.text(right + 30, y + 16, svg.fit(told.words, width - right - 30), "who"),
        ]
        at = y + 12
    else:
        out = [svg.text(0, y + 14, svg.fit(f"{told.words}, {told.source}", width, 12), "who small over")]
        at = y + 29
    report = f", report of {told.date}" if told.date else ""
    label = f"{told.words}, {told.source}{report}{' (denied)' if told.denied else ''}"
    return [*out, svg.link(told.href, label, *_dot(told, scale, at))]


def _dot(told: Told, scale: _Scale, y: float) -> list[Markup]:
    x = scale(told.value)
    dot = svg.circle(x, y, 5.5, "told open" if told.comparator == "~" or told.denied else "told")
    if told.denied:
        return [dot, svg.line(x - 9, y + 6, x + 9, y - 6, "denied")]
    if math.isinf(told.least) or math.isinf(told.most):
        way = 1.0 if math.isinf(told.most) else -1.0
        return [svg.line(x, y, x + way * 14, y, "reach"), svg.arrow(x + way * 20, y, way, 0, "told"), dot]
    if told.least < told.most:
        low, high = scale(told.least), scale(told.most)
        return [svg.line(low, y, high, y, "reach"), *(svg.line(e, y - 4, e, y + 4, "reach") for e in (low, high)), dot]
    return [dot]


def _tick(value: float, unit: str) -> str:
    if unit == "share":
        return f"{100 * value:g}%"
    for size, letter in ((1e12, "T"), (1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"
