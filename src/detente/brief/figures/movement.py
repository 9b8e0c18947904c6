"""Positions over time: a line per party and issue, a sign per position, a ring where the party moved."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from detente.brief.figures import stances, svg
from detente.brief.words import STANCES, count, listed, lower_first, short_date, upper_first, verb
from detente.record.movement import HARDER, Course, Step

_NOTE = (
    "A line for each party and issue on which it has positions of several dates, a sign for each position; a ring "
    "marks where it moved."
)
_ROW, _STEP, _TOP = 40.0, 24.0, 46.0


def movement_figure(courses: Sequence[Course], hrefs: Mapping[str, str] | None = None) -> svg.Figure | None:
    """Draw how positions moved.

    Parameters
    ----------
    courses
        Those with positions of one date only are left out.
    hrefs
        Entry id to the anchor of its sentence.

    Returns
    -------
    Figure or None
        None where no party has positions of two dates on an issue.
    """
    shown = [c for c in courses if len({step.date for step in c.steps if step.date}) > 1]
    if not shown:
        return None
    moved = [
        f"{c.party} on {c.issue}, {short_date(m.step.date)}: {m.kind} ({_said(m.step)})"
        for c in shown
        for m in c.movements
    ]
    described = "; ".join(moved) or "no party moved"
    title = _finding(shown)
    head = ("party", "issue", "date", "stance", "terms", "red line", "precondition", "according to", "movement")
    rows = tuple(row for course in shown for row in _rows(course))
    return svg.both(
        "movement",
        title,
        described,
        lambda width: _drawn(shown, hrefs or {}, title, width),
        note=_NOTE,
        rows=(head, *rows),
        leads="Each sign leads to its sentence.",
    )


def _rows(course: Course) -> Iterator[tuple[str | None, ...]]:
    kinds = {id(m.step): m.kind for m in course.movements}
    for s in course.steps:
        flags = str(s.red_line).lower(), str(s.precondition).lower()
        terms = s.terms or s.rung
        yield (
            course.party,
            course.issue,
            s.date or None,
            STANCES[s.stance],
            terms,
            *flags,
            s.said_by,
            kinds.get(id(s)),
        )


def _finding(courses: Sequence[Course]) -> str:
    """Say who moved towards the others and who hardened; who did both has both said."""
    n = len(courses)
    moved = [_moves(courses, harder) for harder in (False, True)]
    if not any(moved):
        return f"No party moved on any of {count(n, 'position')} that {verb(n, 'was', 'were')} stated more than once"
    softer, harder = moved
    said = [f"moved towards the others: {listed(softer)}"] if softer else ["nobody moved towards the others"]
    said += [f"hardened: {listed(harder)}"] if harder else ["nobody hardened"]
    return upper_first("; ".join(said))


def _moves(courses: Sequence[Course], harder: bool) -> list[str]:
    found = [
        f"{c.party} on {lower_first(c.issue)}"
        for c in courses
        if any((m.kind in HARDER) is harder for m in c.movements)
    ]
    rest = len(found) - 3
    return [*found[:3], count(rest, "more", "more")] if rest > 0 else found


def _drawn(courses: Sequence[Course], hrefs: Mapping[str, str], title: str, width: float) -> Markup:
    left, most = (210.0, 9) if width == svg.WIDE else (112.0, 3)
    dates = sorted({step.date for course in courses for step in course.steps if step.date})
    kept = dates[-most:]
    column = (width - left) / len(kept)
    centres = {date: left + column * (n + 0.5) for n, date in enumerate(kept)}
    out = [
        svg.text(x, 20, svg.fit(short_date(date), column - 4, 12), "when small", "middle")
        for date, x in centres.items()
    ]
    y = _TOP
    for course in courses:
        out += _lane(course, y, left, width)
        moved = {id(m.step): m.kind in HARDER for m in course.movements}
        for date, x in centres.items():
            steps = [step for step in course.steps if step.date == date]
            out += _cell(steps, x, y + _ROW / 2, int(column // _STEP) or 1, moved, hrefs)
        y += _ROW
    items = stances.swatches(False)
    items += [(_ring(False), "moved towards the others"), (_ring(True), "hardened")]
    key, below = svg.key(items, y + 24, width)
    if len(kept) < len(dates):
        below += 22
        key.append(
            svg.text(0, below, svg.fit(f"{len(dates) - len(kept)} earlier dates are left out", width, 12), "small")
        )
    return svg.drawing(width, below + 12, title, *out, svg.line(0, y, width, y, "rule"), *key)


def _lane(course: Course, y: float, left: float, width: float) -> list[Markup]:
    name, issue = svg.fit(course.party, left - 10), svg.fit(course.issue, left - 10, 12)
    return [
        svg.line(0, y, width, y, "rule"),
        svg.text(0, y + 17, name, "lane"),
        svg.text(0, y + 32, issue, "small"),
    ]


def _cell(
    steps: Sequence[Step], x: float, y: float, fits: int, moved: Mapping[int, bool], hrefs: Mapping[str, str]
) -> list[Markup]:
    """Signs side by side; those that moved come first, what does not fit is counted."""
    ordered = sorted(steps, key=lambda step: id(step) not in moved)
    shown = ordered if len(ordered) <= fits else ordered[: max(1, fits - 1)]
    count = len(shown) + (len(shown) < len(ordered))
    places = [x + (n - (count - 1) / 2) * _STEP for n in range(count)]
    out = [_mark(step, place, y, moved.get(id(step)), hrefs) for step, place in zip(shown, places, strict=False)]
    if len(shown) < len(ordered):
        out.append(svg.text(places[-1], y + 4, f"+{len(ordered) - len(shown)}", "small", "middle"))
    return out


def _mark(step: Step, x: float, y: float, harder: bool | None, hrefs: Mapping[str, str]) -> Markup:
    ring = [] if harder is None else [svg.circle(x, y, 11, "moved harder" if harder else "moved")]
    href = next((hrefs[id] for id in step.entries if id in hrefs), None)
    return svg.link(href, _said(step), *ring, stances.sign(step.stance, x, y))


def _said(step: Step) -> str:
    by = f", according to {step.said_by}" if step.said_by else ""
    flagged = stances.flagged(step.red_line, step.precondition)
    return f"{step.party} {STANCES[step.stance]} {step.terms or step.rung or step.issue}{flagged}{by}"


def _ring(harder: bool) -> svg.Swatch:
    return lambda x, y: svg.circle(x + 8, y - 4, 7, "moved harder" if harder else "moved")
