"""Who did what, when: one lane for the talks and one per actor; every date its own column (row on a phone)."""

import datetime
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import date_parts, short_date

Family = Literal["talks", "pressure", "giving", "words"]
FAMILIES: dict[Family, str] = {
    "talks": "talks",
    "pressure": "force or pressure",
    "giving": "help or concession",
    "words": "words",
}
TALKS = "Talks"
_OTHERS = "Others"
_STEP, _R = 27.0, 11.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One event or round on the timeline.

    Parameters
    ----------
    number
        As in the list beside the figure.
    date
        ISO day or month.
    lane
        "Talks" or the name of who did it.
    family
        talks | pressure | giving | words.
    label
        What it was, in a sentence.
    href
        Anchor of its sentence, None where there is none.
    """

    number: int
    date: str
    lane: str
    family: Family
    label: str
    href: str | None = None


def timeline_figure(marks: Sequence[Mark]) -> svg.Figure | None:
    """Draw the timeline.

    Parameters
    ----------
    marks
        Events and rounds with a date known to the month at least.

    Returns
    -------
    Figure or None
        None where nothing is dated.
    """
    if not marks:
        return None
    title = "Timeline of the talks and the events around them"
    described = "; ".join(f"{short_date(mark.date)}: {mark.label}" for mark in marks)
    return svg.Figure("timeline", title, described, _wide(marks, title), _narrow(marks, title))


def _grid(
    marks: Sequence[Mark], dates: int, lanes: int
) -> tuple[list[str], list[str], dict[tuple[str, str], list[Mark]]]:
    """Return the latest dates, the busiest lanes (talks first) and the marks in each cell."""
    shown = _dates(marks, dates)
    kept = [mark for mark in marks if mark.date in shown]
    busy = Counter(mark.lane for mark in kept if mark.lane != TALKS)
    names = [name for name, _ in sorted(busy.items(), key=lambda item: (-item[1], item[0]))]
    if len(names) > lanes - 1:
        names = names[: lanes - 2]
        kept = [mark if mark.lane in (TALKS, *names) else replace(mark, lane=_OTHERS) for mark in kept]
        names.append(_OTHERS)
    cells: dict[tuple[str, str], list[Mark]] = {}
    for mark in kept:
        cells.setdefault((mark.date, mark.lane), []).append(mark)
    return shown, [TALKS, *names], cells


def _dates(marks: Sequence[Mark], most: int) -> list[str]:
    """Return the dates that fit: those of talks before others, late before early."""
    talks = {mark.date for mark in marks if mark.lane == TALKS}
    ranked = sorted({mark.date for mark in marks}, key=lambda date: (date in talks, date), reverse=True)
    return sorted(ranked[:most])


def _left_out(marks: Sequence[Mark], shown: Sequence[str]) -> str:
    """Say how many dates did not fit, "" where all did."""
    missing = len({mark.date for mark in marks} - set(shown))
    return f"{missing} more {'date is' if missing == 1 else 'dates are'} in the list only" if missing else ""


def _wide(marks: Sequence[Mark], title: str) -> Markup:
    dates, lanes, cells = _grid(marks, 13, 7)
    left, top, right = 118.0, 58.0, svg.WIDE - 8.0
    column = (right - left) / len(dates)
    per_row = max(1, int((column - 8) // _STEP))
    heights = [_cell_height([len(cells.get((d, lane), ())) for d in dates], per_row, 40) for lane in lanes]
    centres = [left + column * (n + 0.5) for n in range(len(dates))]
    out = [_when(x, d, dates[n - 1] if n else None) for n, (x, d) in enumerate(zip(centres, dates, strict=True))]
    out += [_gap_across(a, b, dates[n : n + 2], top - 8) for n, (a, b) in enumerate(itertools.pairwise(centres))]
    y = top
    for lane, height in zip(lanes, heights, strict=True):
        out.append(svg.line(0, y, svg.WIDE, y, "rule"))
        lines = svg.wrap(lane, left - 10, most=2)
        first = y + height / 2 + 4.5 - 7.5 * (len(lines) - 1)
        out += [svg.text(0, first + 15 * n, part, "lane") for n, part in enumerate(lines)]
        for x, date in zip(centres, dates, strict=True):
            out += _cell(cells.get((date, lane), []), x, y + height / 2, per_row)
        y += height
    return _closed(out, y, svg.WIDE, _left_out(marks, dates), title)


def _narrow(marks: Sequence[Mark], title: str) -> Markup:
    dates, lanes, cells = _grid(marks, 30, 4)
    left, top = 96.0, 40.0
    column = (svg.NARROW - left) / len(lanes)
    per_row = max(1, int((column - 4) // _STEP))
    out = []
    for n, lane in enumerate(lanes):
        lines = svg.wrap(lane, column - 4, 12, most=2)
        out += [
            svg.text(left + column * (n + 0.5), 14 + 14 * i, part, "lane small", "middle")
            for i, part in enumerate(lines)
        ]
    y = top
    for n, date in enumerate(dates):
        height = _cell_height([len(cells.get((date, lane), ())) for lane in lanes], per_row, 44)
        out.append(svg.line(0, y, svg.NARROW, y, "rule"))
        out.append(
            svg.text(0, y + height / 2 + (-2 if n else 4), svg.fit(short_date(date), left - 4, 12), "when small")
        )
        if n and (gap := _gap(dates[n - 1], date)):
            out.append(svg.text(0, y + height / 2 + 13, svg.fit(f"{gap} later", left - 4, 11), "gap"))
        for i, lane in enumerate(lanes):
            out += _cell(cells.get((date, lane), []), left + column * (i + 0.5), y + height / 2, per_row)
        y += height
    return _closed(out, y, svg.NARROW, _left_out(marks, dates), title)


def _closed(parts: Sequence[Markup], y: float, width: float, left_out: str, title: str) -> Markup:
    """Return the drawing with its last rule, the key, and what did not fit."""
    key, y_key = svg.key([(_swatch(family), words) for family, words in FAMILIES.items()], y + 24, width)
    end = [svg.line(0, y, width, y, "rule"), *key]
    if left_out:
        y_key += 22
        end.append(svg.text(0, y_key, svg.fit(left_out, width, 12), "small"))
    return svg.drawing(width, y_key + 12, title, *parts, *end)


def _swatch(family: Family) -> svg.Swatch:
    return lambda x, y: _shape(family, x + 8, y - 4, 6.5)


def _cell_height(counts: Sequence[int], per_row: int, least: float) -> float:
    rows = max(-(-n // per_row) for n in counts)
    return max(least, rows * _STEP + 10)


def _cell(marks: Sequence[Mark], x: float, y: float, per_row: int) -> list[Markup]:
    rows = [marks[n : n + per_row] for n in range(0, len(marks), per_row)]
    out = []
    for r, row in enumerate(rows):
        cy = y + (r - (len(rows) - 1) / 2) * _STEP
        for c, mark in enumerate(row):
            cx = x + (c - (len(row) - 1) / 2) * _STEP
            number = svg.text(cx, cy + 4, str(mark.number), "number", "middle")
            label = f"{short_date(mark.date)}: {mark.label}"
            out.append(svg.link(mark.href, label, _shape(mark.family, cx, cy, _R), number))
    return out


def _shape(family: Family, x: float, y: float, r: float) -> Markup:
    cls = f"mark {family}"
    if family == "talks":
        return svg.circle(x, y, r, cls)
    if family == "giving":
        return svg.rect(x - r, y - r, 2 * r, 2 * r, cls)
    if family == "words":
        s = r * 1.25
        return svg.path([(x, y - s), (x + s, y), (x, y + s), (x - s, y)], cls, closed=True)
    s = r * 1.2
    return svg.path([(x, y - s * 1.15), (x + s, y + s * 0.75), (x - s, y + s * 0.75)], cls, closed=True)


def _when(x: float, date: str, before: str | None) -> Markup:
    """Return day and month, and below it the year where it changes."""
    year = date[:4]
    day = svg.text(x, 14, short_date(date).removesuffix(f" {year}"), "when small", "middle")
    return day if before and before[:4] == year else day + svg.text(x, 29, year, "when small", "middle")


def _gap_across(a: float, b: float, dates: Sequence[str], y: float) -> Markup:
    gap = _gap(*dates)
    if not gap or svg.text_width(gap, 11) > b - a - 6:
        return svg.line(a, y - 8, b, y - 8, "axis")
    words = svg.text((a + b) / 2, y - 2, gap, "gap", "middle")
    half = svg.text_width(gap, 11) / 2 + 4
    middle = (a + b) / 2
    return Markup("").join(
        [svg.line(a, y - 6, middle - half, y - 6, "axis"), words, svg.line(middle + half, y - 6, b, y - 6, "axis")]
    )


def _gap(before: str, after: str) -> str:
    """Return the time between two dates in rough words, "" where the dates are too vague."""
    a, b = date_parts(before), date_parts(after)
    if a is None or b is None:
        return ""
    if a[2] is None or b[2] is None:
        months = (b[0] - a[0]) * 12 + (b[1] or 1) - (a[1] or 1)
        return f"{_years(months)}" if months else ""
    try:
        days = (datetime.date.fromisoformat(after) - datetime.date.fromisoformat(before)).days
    except ValueError:
        return ""
    if days < 14:
        return "1 day" if days == 1 else f"{days} days"
    return f"{round(days / 7)} weeks" if days < 70 else _years(round(days / 30.44))


def _years(months: int) -> str:
    if months < 24:
        return "1 month" if months == 1 else f"{months} months"
    return f"{round(months / 12)} years"
