"""What the shock does to the odds: ranges with and without it, and the share of draws with each sign."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import TRACK_NAMES, listed, lower_first, percent, span
from detente.settlement.results import Composition, Spread
from detente.talks.results import Effect, Track, TrackOdds

WHO: dict[Composition, str] = {
    "table": "those present only",
    "unknown": "absent may deliver",
    "willing": "absent deliver too",
}
WHOEVER = "whoever delivers"
_SIGNS = (
    ("share_negative", "lowers", "negative"),
    ("share_none", "no clear change", "none"),
    ("share_structural_zero", "no package at all", "structural"),
    ("share_positive", "raises", "positive"),
)
_NOTE = (
    "Bars hold nine draws in ten, the tick is the middle draw; each track has a scale of its own. Levels are set by "
    "base rates; read the difference."
)
_SIGN_NOTE = (
    "Shares of the same draws with and without the event, in per cent; a share of the draws is a share of assumptions, "
    "not a probability. A change of the hazard of agreement below two per cent counts as no clear change."
)

Row = TypeVar("Row", TrackOdds, Effect)


def labelled(rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """Return rows with who is taken to deliver; the rows of a track that are all the same become one.

    Parameters
    ----------
    rows
        Of one kind, in order.
    """
    made: list[tuple[Row, str]] = []
    for track in dict.fromkeys(row.track for row in rows):
        same = [row for row in rows if row.track == track]
        if len(same) == len(WHO) and all(
            replace(row, composition="table") == replace(same[0], composition="table") for row in same
        ):
            made.append((same[0], WHOEVER))
        else:
            made += [(row, WHO[row.composition]) for row in same]
    return made


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where one panel stands, and its scale of chances."""

    left: float
    right: float
    most: float

    def x(self, p: float) -> float:
        """Return the place of a chance."""
        return self.left + min(max(p / self.most, 0), 1) * (self.right - self.left)


def effect_figure(tracks: Sequence[TrackOdds], weeks: int, shock: bool) -> svg.Figure | None:
    """Draw the range of the chance of agreement per track and composition, with and without the shock.

    Parameters
    ----------
    tracks
        Chances per track and composition.
    weeks
        Horizon.
    shock
        Whether there is a shock to compare with.
    """
    if not tracks:
        return None
    rows = labelled(tracks)
    title = _finding(rows, weeks)
    described = "; ".join(
        f"{TRACK_NAMES[t.track]}, {who}: {span(t.without)}"
        + (f" without and {span(t.with_shock)} with the event" if t.with_shock else "")
        for t, who in rows
    )
    note = f"Chance of agreement within {weeks} weeks, in per cent. {_NOTE}"
    return svg.both(
        "effect", title, described, lambda width: _ranges(tracks, title, width, shock), note=note, rows=_table(rows)
    )


def _finding(rows: Sequence[tuple[TrackOdds, str]], weeks: int) -> str:
    """Say where the event moves the middle most, and whether that is less than what nobody knows."""
    live = [(odds, who) for odds, who in rows if odds.structural_zero < 1]
    if not live:
        return f"No package is possible on any track, so there is no agreement within {weeks} weeks, event or not"
    if not any(odds.with_shock for odds, _ in live):
        said = [f"{lower_first(TRACK_NAMES[odds.track])} {_reach(odds.without)}" for odds, _ in _one_each(live)]
        return f"Agreement within {weeks} weeks: {', '.join(said)}"
    odds, who = max(live, key=lambda row: abs(_moved(row[0])))
    less = all(abs(_moved(odds)) < odds.without.high - odds.without.low for odds, _ in live)
    first = "The event moves the odds less than what nobody knows" if less else "The event moves the odds"
    assert odds.with_shock is not None
    return (
        f"{first}: at most, for a {lower_first(TRACK_NAMES[odds.track])} ({who}), from {percent(odds.without.mid)} to "
        f"{percent(odds.with_shock.mid)} in the middle draw, where nine draws in ten reach from {_reach(odds.without)}"
    )


def _one_each(rows: Sequence[tuple[TrackOdds, str]]) -> list[tuple[TrackOdds, str]]:
    """Return the last row of each track."""
    return list({odds.track: (odds, who) for odds, who in rows}.values())


def _moved(odds: TrackOdds) -> float:
    return odds.with_shock.mid - odds.without.mid if odds.with_shock else 0.0


def _reach(spread: Spread) -> str:
    return f"{percent(spread.low)} to {percent(spread.high)}"


def _table(rows: Sequence[tuple[TrackOdds, str]]) -> svg.Table:
    head = ("track", "who delivers", "event", "low 90%", "median", "high 90%", "no package in")
    return (
        head,
        *(
            (TRACK_NAMES[odds.track], who, event, spread.low, spread.mid, spread.high, odds.structural_zero)
            for odds, who in rows
            for event, spread in (("without", odds.without), ("with", odds.with_shock))
            if spread
        ),
    )


def _ranges(tracks: Sequence[TrackOdds], title: str, width: float, shock: bool) -> Markup:
    wide = width > 500
    out: list[Markup] = []
    y = 8.0
    for track in dict.fromkeys(t.track for t in tracks):
        panel, y = _panel(track, labelled([t for t in tracks if t.track == track]), width, y, wide)
        out += panel
    out += _key(y + 10, width, shock)
    return svg.drawing(width, y + 26, title, *out)


def _panel(
    track: Track, rows: Sequence[tuple[TrackOdds, str]], width: float, y: float, wide: bool
) -> tuple[list[Markup], float]:
    """Return one track's rows and where they end; each track has a scale of its own."""
    top = max(max(r.without.high, r.with_shock.high if r.with_shock else 0.0) for r, _ in rows)
    marks = svg.ticks(0, min(1.0, max(top, 0.02)), 6 if wide else 5)
    frame = _Frame(168.0 if wide else 10.0, width - (22.0 if wide else 26.0), marks[-1])
    out = [svg.text(0, y + 14, TRACK_NAMES[track], "panel")]
    start = y + 26
    y = start
    for row, who in rows:
        body, y = _row(row, who, frame, y, wide)
        out += body
    grid = [svg.line(frame.x(t), start, frame.x(t), y, "grid") for t in marks]
    labels = [svg.text(frame.x(t), y + 15, _tick(t), "tick", "middle") for t in marks]
    return [*grid, *out, *labels], y + 34


def _tick(p: float) -> str:
    return f"{round(100 * p, 2):g}%"


def _row(row: TrackOdds, who: str, frame: _Frame, y: float, wide: bool) -> tuple[list[Markup], float]:
    out = []
    if wide:
        out.append(svg.text(0, y + 24, svg.fit(who, frame.left - 12), "who"))
        at, height = y + 8, 44.0
    else:
        out.append(svg.text(frame.left, y + 12, who, "who small"))
        at, height = y + 18, 52.0
    if row.structural_zero >= 1:
        out.append(svg.text(frame.left + 6, at + 16, "no package is possible: 0%, event or not", "small"))
        return out, y + height
    out += _bar(row.without, frame, at + 2, "without")
    if row.with_shock:
        out += _bar(row.with_shock, frame, at + 18, "with")
    return out, y + height


def _bar(spread: Spread, frame: _Frame, y: float, cls: str) -> list[Markup]:
    low, mid, high = frame.x(spread.low), frame.x(spread.mid), frame.x(spread.high)
    return [
        svg.rect(low, y, max(high - low, 1.5), 11, f"range {cls}", rx=2),
        svg.line(mid, y - 2, mid, y + 13, f"middle {cls}"),
    ]


def _key(y: float, width: float, shock: bool) -> list[Markup]:
    out = [svg.rect(0, y - 9, 22, 11, "range without", rx=2), svg.text(28, y, "without", "small")]
    if shock:
        out += [svg.rect(92, y - 9, 22, 11, "range with", rx=2), svg.text(120, y, "with the event", "small")]
    if width > 500:
        out.append(
            svg.text(width, y, "bar: nine draws in ten; tick: the middle; each track has its own scale", "small", "end")
        )
    return out


def signs_figure(effects: Sequence[Effect]) -> svg.Figure | None:
    """Draw the share of draws in which the shock lowers, leaves or raises the odds.

    Parameters
    ----------
    effects
        Effects per track and composition.
    """
    if not effects:
        return None
    title = _balance(effects)
    described = "; ".join(
        f"{TRACK_NAMES[e.track]}, {who}: "
        + ", ".join(f"{words} {percent(getattr(e, name))}" for name, words, _ in _SIGNS)
        for e, who in labelled(effects)
    )
    head = ("track", "who delivers", *(words for _, words, _ in _SIGNS))
    rows = tuple(
        (TRACK_NAMES[e.track], who, *(getattr(e, name) for name, _, _ in _SIGNS)) for e, who in labelled(effects)
    )
    return svg.both(
        "signs", title, described, lambda width: _signs(effects, title, width), note=_SIGN_NOTE, rows=(head, *rows)
    )


def _balance(effects: Sequence[Effect]) -> str:
    """Say where the event lowers the odds more often than it raises them."""
    live = [(e, who) for e, who in labelled(effects) if e.share_structural_zero < 1]
    if not live:
        return "No package is possible, so the event has no effect on the odds (shares of draws, not probability)"
    lower = [(e, who) for e, who in live if e.share_negative > e.share_positive]
    higher = [(e, who) for e, who in live if e.share_positive > e.share_negative]
    if len(lower) == len(live) or len(higher) == len(live):
        word, other = ("lowers", "raises") if lower else ("raises", "lowers")
        said = f"The event {word} the odds in more draws than it {other} them, wherever a package is possible"
    else:
        said = f"The event lowers the odds more often for {_tracks(lower)}, raises them for {_tracks(higher)}"
    return f"{said} (shares of draws, not probability)"


def _tracks(rows: Sequence[tuple[Effect, str]]) -> str:
    if not rows:
        return "no deal"
    return listed([f"a {lower_first(TRACK_NAMES[e.track])} ({who})" for e, who in rows])


def _signs(effects: Sequence[Effect], title: str, width: float) -> Markup:
    wide = width > 500
    left = 300.0 if wide else 0.0
    y, out = 4.0, [_hatch(width)]
    for effect, who in labelled(effects):
        label = f"{TRACK_NAMES[effect.track]}, {who}"
        if wide:
            out.append(svg.text(0, y + 19, svg.fit(label, left - 12), "who"))
        else:
            out.append(svg.text(0, y + 12, svg.fit(label, width, 12), "who small"))
            y += 18
        out += _stack(effect, left, width - left, y + 2, width)
        y += 38
    key, y = svg.key([(_swatch(cls, width), words) for _, words, cls in _SIGNS], y + 14, width)
    return svg.drawing(width, y + 8, title, *out, *key)


def _stack(effect: Effect, left: float, room: float, y: float, width: float) -> list[Markup]:
    out, at = [], left
    for name, _, cls in _SIGNS:
        share = getattr(effect, name)
        part = room * share
        if share > 0:
            out.append(svg.rect(at, y, part, 26, f"sign {cls}", **_fill(cls, width)))
            words = percent(share)
            if svg.text_width(words, 12) + 6 <= part:
                out.append(svg.text(at + part / 2, y + 17.5, words, f"sign-name {cls}", "middle"))
        at += part
    return out


def _fill(cls: str, width: float) -> dict[str, object]:
    return {"style": f"fill:url(#hatch-{width:g})"} if cls == "structural" else {}


def _hatch(width: float) -> Markup:
    """Return the hatching of 'no package at all', so that colour is not the only sign."""
    stroke = svg.element("path", d="M0,6L6,0", cls="hatch-line")
    pattern = svg.element(
        "pattern", svg.element("rect", width=6, height=6, cls="hatch-ground"), stroke,
        id=f"hatch-{width:g}", width=6, height=6, patternUnits="userSpaceOnUse",
    )  # fmt: skip
    return svg.element("defs", pattern)


def _swatch(cls: str, width: float) -> svg.Swatch:
    return lambda x, y: svg.rect(x, y - 10, 16, 12, f"sign {cls}", **_fill(cls, width))
