"""How the chance of agreement grows over the weeks, without and with the event."""

from collections.abc import Sequence

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import TRACK_NAMES, percent
from detente.talks.results import AtWeeks, Quantiles, TrackOdds

_NOTE = (
    "Chance of agreement by week, in per cent. Filled: without the event; the lighter band holds nine draws in ten, "
    "the darker one half of them, the line is the middle draw. Broken lines: nine draws in ten and the middle draw "
    "with the event. Each track has a scale of its own; base rates set the levels, so read the difference."
)
_ALONE = (
    "Chance of agreement by week, in per cent. The lighter band holds nine draws in ten, the darker one half of them, "
    "the line is the middle draw. Each track has a scale of its own; base rates set the levels."
)

Row = tuple[TrackOdds, str]


def fan_figure(rows: Sequence[Row]) -> svg.Figure | None:
    """Draw the chance of agreement over the weeks.

    Parameters
    ----------
    rows
        One track each, with who is taken to deliver in words.

    Returns
    -------
    Figure or None
        None where no chance was worked out.
    """
    drawn = [(odds, who) for odds, who in rows if odds.by_weeks]
    if not drawn:
        return None
    shock = any(at.with_shock for odds, _ in drawn for at in odds.by_weeks)
    title = _finding(drawn)
    described = "; ".join(_said(odds, who) for odds, who in drawn)
    return svg.both(
        "fan",
        title,
        described,
        lambda width: _drawn(drawn, shock, title, width),
        note=_NOTE if shock else _ALONE,
        rows=_table(drawn),
    )


def _table(rows: Sequence[Row]) -> svg.Table:
    head = ("track", "who delivers", "weeks", "event", "median", "low 50%", "high 50%", "low 90%", "high 90%")
    return (
        head,
        *(
            (TRACK_NAMES[odds.track], who, at.weeks, event, q.median, *q.r50, *q.r90)
            for odds, who in rows
            for at in odds.by_weeks
            for event, q in (("without", at.without), ("with", at.with_shock))
            if q
        ),
    )


def _finding(rows: Sequence[Row]) -> str:
    live = [odds for odds, _ in rows if odds.structural_zero < 1]
    if not live:
        return "No package is possible on any track, so no time brings agreement"
    odds = max(live, key=lambda odds: _moved(odds.by_weeks[-1]))
    at = odds.by_weeks[-1]
    before, low, high = percent(at.without.median), percent(at.without.r90[0]), percent(at.without.r90[1])
    change = before
    if at.with_shock:
        after = percent(at.with_shock.median)
        change = (
            f"{before} with the event or without" if before == after else f"{before} without the event, {after} with it"
        )
    reach = f"nine draws in ten reach from {low} to {high}{' without it' if at.with_shock else ''}"
    return f"{TRACK_NAMES[odds.track]} within {at.weeks} weeks: {change} in the middle draw; {reach}"


def _moved(at: AtWeeks) -> float:
    return abs(at.with_shock.median - at.without.median) if at.with_shock else at.without.median


def _said(odds: TrackOdds, who: str) -> str:
    if odds.structural_zero >= 1:
        return f"{TRACK_NAMES[odds.track]}, {who}: no package is possible"
    steps = [
        f"within {at.weeks} weeks {_range(at.without)}"
        + (f", with the event {_range(at.with_shock)}" if at.with_shock else "")
        for at in odds.by_weeks
    ]
    return f"{TRACK_NAMES[odds.track]}, {who}: {'; '.join(steps)}"


def _range(q: Quantiles) -> str:
    return f"{percent(q.r90[0])} to {percent(q.r90[1])} (middle {percent(q.median)})"


def _drawn(rows: Sequence[Row], shock: bool, title: str, width: float) -> Markup:
    wide = width == svg.WIDE
    out: list[Markup] = []
    y = 0.0
    room = (width - 36 * (len(rows) - 1)) / len(rows) if wide else width
    for n, (odds, who) in enumerate(rows):
        x = n * (room + 36) if wide else 0.0
        if n and not wide:
            y += 250
        out += _panel(odds, who, x, y, min(room, 440.0))
    items: list[tuple[svg.Swatch, str]] = [(_band, "nine draws in ten, half of them, the middle")]
    if shock:
        items = [(_band, "without the event"), (_broken, "with the event")]
    key, y = svg.key(items, y + 262, width)
    return svg.drawing(width, y + 12, title, *out, *key)


def _band(x: float, y: float) -> Markup:
    return (
        svg.rect(x, y - 11, 16, 14, "fan r90")
        + svg.rect(x, y - 8, 16, 8, "fan r50")
        + svg.line(x, y - 4, x + 16, y - 4, "fan-middle")
    )


def _broken(x: float, y: float) -> Markup:
    return svg.line(x, y - 4, x + 16, y - 4, "fan-with middle")


def _panel(odds: TrackOdds, who: str, x: float, y: float, room: float) -> list[Markup]:
    left, right, top, foot = x + 42, x + room - 10, y + 50.0, y + 206.0
    out = [
        svg.text(x, y + 14, TRACK_NAMES[odds.track], "panel"),
        svg.text(x, y + 31, svg.fit(who, room, 12), "small"),
    ]
    if odds.structural_zero >= 1:
        return [*out, svg.text(x, top + 20, svg.fit("no package is possible: 0%", room, 12), "small")]
    points = [(0, _NOTHING), *((at.weeks, at.without) for at in odds.by_weeks)]
    felt = [(0, _NOTHING), *((at.weeks, at.with_shock) for at in odds.by_weeks if at.with_shock)]
    most = max(q.r90[1] for _, q in [*points, *felt])
    marks = svg.ticks(0, min(1.0, max(most, 0.02)), 5)
    last = points[-1][0]

    def place(week: float, p: float) -> tuple[float, float]:
        return left + week / last * (right - left), foot - min(p / marks[-1], 1) * (foot - top)

    for mark in marks:
        level = place(0, mark)[1]
        out += [
            svg.line(left, level, right, level, "grid"),
            svg.text(left - 6, level + 4, f"{round(100 * mark, 2):g}%", "tick", "end"),
        ]
    out += [svg.text(place(week, 0)[0], foot + 17, str(week), "tick", "middle") for week, _ in _spaced(points, last)]
    out.append(svg.text((left + right) / 2, foot + 34, "weeks", "axis-name", "middle"))
    for cls, pick in (("fan r90", "r90"), ("fan r50", "r50")):
        rim = [(week, getattr(q, pick)) for week, q in points]
        out.append(svg.path([place(w, r[1]) for w, r in rim] + [place(w, r[0]) for w, r in reversed(rim)], cls, True))
    out.append(svg.path([place(w, q.median) for w, q in points], "fan-middle"))
    if len(felt) > 1:
        out += [svg.path([place(w, q.r90[k]) for w, q in felt], "fan-with") for k in (0, 1)]
        out.append(svg.path([place(w, q.median) for w, q in felt], "fan-with middle"))
    return out


_NOTHING = Quantiles(0.0, (0.0, 0.0), (0.0, 0.0))


def _spaced(points: Sequence[tuple[int, Quantiles]], last: int) -> list[tuple[int, Quantiles]]:
    """Return the points whose labels do not touch; the last one always has its label."""
    kept: list[tuple[int, Quantiles]] = [points[-1]]
    for point in reversed(points[:-1]):
        if kept[-1][0] - point[0] >= last * 0.1:
            kept.append(point)
    return kept[::-1]
