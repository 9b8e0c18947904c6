"""Who did what, when: one lane for the talks and one per actor; every date its own column (row on a phone).

What is known to the month or the year only is drawn as a span over every date that falls into it.
"""

import datetime
import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import count, date_parts, short_date

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
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """One event or round on the timeline.

    Parameters
    ----------
    number
        As in the list beside the figure.
    date
        ISO day, month or year.
    lane
        "Talks" or the name of who did it.
    family
        talks | pressure | giving | words.
    label
        What it was, in a sentence.
    href
        Anchor of its sentence, None where there is none.
    round
        True for a round of talks.
    """

    number: int
    date: str
    lane: str
    family: Family
    label: str
    href: str | None = None
    round: bool = False

    @property
    def vague(self) -> bool:
        """True where the day is not known."""
        parts = date_parts(self.date)
        return parts is not None and parts[2] is None


_NOTE = (
    "Each date has its own place; the time between dates is written, not drawn to scale. Shaded: dates of rounds. A "
    "dotted span: some time in that month or year."
)
_LEADS = "Numbers are those of the list, and each mark leads to its sentence."


def timeline_figure(marks: Sequence[Mark]) -> svg.Figure | None:
    """Draw the timeline.

    Parameters
    ----------
    marks
        Events and rounds with a date known to the year at least.

    Returns
    -------
    Figure or None
        None where nothing is dated.
    """
    if not marks:
        return None
    title = _finding(marks)
    described = "; ".join(f"{short_date(mark.date)}: {mark.label}" for mark in marks)
    head = ("number", "date", "known to the", "who", "kind", "round of talks", "what")
    rows = tuple(
        (m.number, m.date, _known_to(m.date), m.lane, FAMILIES[m.family], "yes" if m.round else "no", m.label)
        for m in marks
    )
    drawn = _wide(marks, title), _narrow(marks, title)
    return svg.Figure(
        "timeline",
        svg.cut(title),
        svg.cut(described, svg.DESCRIPTION),
        *drawn,
        note=_NOTE,
        rows=(head, *rows),
        leads=_LEADS,
    )


def _known_to(date: str) -> str:
    parts = date_parts(date)
    return "" if parts is None else "day" if parts[2] else "month" if parts[1] else "year"


def _finding(marks: Sequence[Mark]) -> str:
    """Say how many rounds there are, and how much force or pressure came right before the last."""
    dates = sorted({mark.date for mark in marks if mark.round})
    pressed = [mark for mark in marks if mark.family == "pressure"]
    if not dates:
        first, last = min(m.date for m in marks), max(m.date for m in marks)
        when = f"on {short_date(first)}" if first == last else f"between {short_date(first)} and {short_date(last)}"
        return f"No dated round of talks; {_acts(len(pressed))} {when}"
    rounds = count(len(dates), "date with a round of talks", "dates with rounds of talks", first=True)
    if len(dates) > 1:
        rounds += f" between {short_date(dates[0])} and {short_date(dates[-1])}"
    days = [n for mark in pressed if (n := _days(mark.date, dates[-1])) is not None and 0 <= n <= _WEEK]
    return f"{rounds}; {_acts(len(days))} in the week up to the {'last' if len(dates) > 1 else 'round'}"


def _acts(n: int) -> str:
    return count(n, "act of force or pressure", "acts of force or pressure") + ("" if n else " on record")


def _days(before: str, after: str) -> int | None:
    """Return the days between two dates, None where one of them is not known to the day."""
    try:
        return (datetime.date.fromisoformat(after) - datetime.date.fromisoformat(before)).days
    except ValueError:
        return None


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
    centres = {d: left + column * (n + 0.5) for n, d in enumerate(dates)}
    out = [_when(centres[d], d, dates[n - 1] if n else None) for n, d in enumerate(dates)]
    out += [_gap_across(centres[a], centres[b], (a, b), top - 8) for a, b in itertools.pairwise(dates)]
    y, drawn = top, []
    for lane in lanes:
        exact = {d: [m for m in cells.get((d, lane), []) if not m.vague] for d in dates}
        spans = _spans([m for d in dates for m in cells.get((d, lane), []) if m.vague], dates)
        above = _cell_height([len(found) for found in exact.values()], per_row, 0 if spans else 40)
        height = max(40.0, above + _STEP * len(spans) + (4 if spans else 0))
        drawn.append(svg.line(0, y, svg.WIDE, y, "rule"))
        drawn += _lane_name(lane, y + height / 2, left)
        for date, found in exact.items():
            drawn += _cell(found, centres[date], y + above / 2, per_row)
        for n, row in enumerate(spans):
            at = y + above + _STEP * (n + 0.5)
            half = column / 2 - 3
            drawn += [_spanned(m, centres[m.date], (centres[m.date] - half, centres[end] + half), at) for m, end in row]
        y += height
    bands = [svg.rect(centres[d] - column / 2 + 3, top, column - 6, y - top, "round") for d in _rounds(marks, dates)]
    return _closed([*bands, *out, *drawn], y, svg.WIDE, marks, dates, title)


def _lane_name(lane: str, middle: float, left: float) -> list[Markup]:
    lines = svg.wrap(lane, left - 10, most=2)
    return svg.lines(0, middle + 4.5 - 7.5 * (len(lines) - 1), lines, "lane")


def _rounds(marks: Sequence[Mark], dates: Sequence[str]) -> list[str]:
    return [date for date in dates if any(mark.round and mark.date == date for mark in marks)]


def _spans(marks: Sequence[Mark], dates: Sequence[str]) -> list[list[tuple[Mark, str]]]:
    """Return marks whose day is not known, each with the last date that falls into its month or year, in rows."""
    rows: list[list[tuple[Mark, str]]] = []
    for mark in marks:
        end = max(date for date in dates if date.startswith(mark.date))
        row = next((row for row in rows if row[-1][1] < mark.date), None)
        if row is None:
            rows.append([(mark, end)])
        else:
            row.append((mark, end))
    return rows


def _spanned(mark: Mark, x: float, ends: tuple[float, float], y: float) -> Markup:
    """Return a mark in the span in which it may lie."""
    span = svg.rect(ends[0], y - _R - 1.5, ends[1] - ends[0], 2 * _R + 3, f"span {mark.family}", rx=_R)
    return svg.link(mark.href, _said(mark), span, _shape(mark.family, x, y, _R - 1), _numbered(mark, x, y))


def _narrow(marks: Sequence[Mark], title: str) -> Markup:
    dates, lanes, cells = _grid(marks, 30, 4)
    left, top = 96.0, 40.0
    column = (svg.NARROW - left) / len(lanes)
    per_row = max(1, int((column - 4) // _STEP))
    heads = [svg.wrap(lane, column - 4, 12, most=2) for lane in lanes]
    out = [
        svg.text(left + column * (n + 0.5), 14 + 14 * i, part, "lane small", "middle")
        for n, lines in enumerate(heads)
        for i, part in enumerate(lines)
    ]
    heights = [_cell_height([len(cells.get((d, lane), ())) for lane in lanes], per_row, 44) for d in dates]
    tops = dict(zip(dates, itertools.accumulate([top, *heights]), strict=False))
    feet = {date: tops[date] + height for date, height in zip(dates, heights, strict=True)}
    bands = [svg.rect(0, tops[d], svg.NARROW, feet[d] - tops[d], "round") for d in _rounds(marks, dates)]
    for n, date in enumerate(dates):
        out += _row_head(date, dates[n - 1] if n else None, tops[date], feet[date], left)
        for i, lane in enumerate(lanes):
            found, x = cells.get((date, lane), []), left + column * (i + 0.5)
            out += _brackets([m for m in found if m.vague], dates, feet, (tops[date] + feet[date]) / 2, x - column / 2)
            out += _cell(found, x, (tops[date] + feet[date]) / 2, per_row)
    return _closed([*bands, *out], feet[dates[-1]], svg.NARROW, marks, dates, title)


def _row_head(date: str, before: str | None, top: float, foot: float, left: float) -> list[Markup]:
    middle, gap = (top + foot) / 2, _gap(before, date) if before else ""
    when = svg.text(0, middle + (-2 if gap else 4), svg.fit(short_date(date), left - 4, 12), "when small")
    later = [svg.text(0, middle + 13, svg.fit(f"{gap} later", left - 4, 11), "gap")] if gap else []
    return [svg.line(0, top, svg.NARROW, top, "rule"), when, *later]


def _brackets(
    marks: Sequence[Mark], dates: Sequence[str], feet: Mapping[str, float], y: float, x: float
) -> list[Markup]:
    """Return a line down to the last date in the month or year of each mark, where that is another row."""
    out = []
    for n, mark in enumerate(marks):
        end = max(date for date in dates if date.startswith(mark.date))
        if end != mark.date:
            out.append(svg.line(x + 2 + 3 * n, y, x + 2 + 3 * n, feet[end] - 5, f"span {mark.family}"))
    return out


def _closed(
    parts: Sequence[Markup], y: float, width: float, marks: Sequence[Mark], dates: Sequence[str], title: str
) -> Markup:
    """Return the drawing with its last rule, the key, and what did not fit."""
    items = [(_swatch(family), words) for family, words in FAMILIES.items()]
    if any(mark.round for mark in marks):
        items.append((lambda x, y: svg.rect(x, y - 12, 16, 16, "round"), "date of a round"))
    if any(mark.vague for mark in marks):
        items.append((lambda x, y: svg.rect(x, y - 11, 16, 14, "span talks", rx=7), "day not known"))
    key, y_key = svg.key(items, y + 24, width)
    end = [svg.line(0, y, width, y, "rule"), *key]
    if left_out := _left_out(marks, dates):
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
            if mark.vague:
                out.append(_spanned(mark, cx, (cx - _STEP / 2 + 0.5, cx + _STEP / 2 - 0.5), cy))
            else:
                out.append(svg.link(mark.href, _said(mark), _shape(mark.family, cx, cy, _R), _numbered(mark, cx, cy)))
    return out


def _said(mark: Mark) -> str:
    return f"{short_date(mark.date)}: {mark.label}"


def _numbered(mark: Mark, x: float, y: float) -> Markup:
    return svg.text(x, y + 4, str(mark.number), "number", "middle")


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
    return (
        day if (before and before[:4] == year) or date == year else day + svg.text(x, 29, year, "when small", "middle")
    )


def _gap_across(a: float, b: float, dates: tuple[str, str], y: float) -> Markup:
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
    if a[1] is None or b[1] is None:
        return _years(12 * (b[0] - a[0])) if b[0] - a[0] > 1 else ""
    if a[2] is None or b[2] is None:
        months = (b[0] - a[0]) * 12 + b[1] - a[1]
        return f"{_years(months)}" if months else ""
    days = _days(before, after)
    if days is None:
        return ""
    if days < 14:
        return "1 day" if days == 1 else f"{days} days"
    return f"{round(days / 7)} weeks" if days < 70 else _years(round(days / 30.44))


def _years(months: int) -> str:
    if months < 24:
        return "1 month" if months == 1 else f"{months} months"
    return f"{round(months / 12)} years"
