"""Through which channels the event works: mean share and range per channel, track by track."""

from collections.abc import Sequence

from markupsafe import Markup

from detente.brief.figures import svg
from detente.brief.words import CHANNELS, TRACK_NAMES, figure, lower_first, signed, upper_first
from detente.talks.results import Effect

_NOTE = (
    "Exact Shapley shares of the log hazard ratio: the bar is the mean over the draws, the line holds nine draws in "
    "ten. Left of zero the channel makes agreement later, right of it sooner; a track's means add up to the whole "
    "effect."
)


def channels_figure(effects: Sequence[tuple[Effect, str]]) -> svg.Figure | None:
    """Draw the share of each channel in the effect.

    Parameters
    ----------
    effects
        One track each, with who is taken to deliver in words; those without shares are left out.

    Returns
    -------
    Figure or None
        None where no share was worked out.
    """
    live = [(effect, who) for effect, who in effects if effect.shapley_mean]
    if not live:
        return None
    names = sorted(
        dict.fromkeys(name for effect, _ in live for name in effect.shapley_mean),
        key=lambda name: -max(abs(effect.shapley_mean.get(name, 0.0)) for effect, _ in live),
    )
    title = _finding(live)
    described = "; ".join(
        f"{TRACK_NAMES[e.track]}, {who}: " + ", ".join(f"{n} {signed(m, 3)}" for n, m in e.shapley_mean.items())
        for e, who in live
    )
    return svg.both(
        "channels", title, described, lambda width: _drawn(live, names, title, width), note=_NOTE, rows=_table(live)
    )


def _table(live: Sequence[tuple[Effect, str]]) -> svg.Table:
    head = ("track", "who delivers", "channel", "mean", "low 90%", "median", "high 90%")
    rows: list[tuple[str | float | None, ...]] = []
    for effect, who in live:
        for name, mean in effect.shapley_mean.items():
            spread = effect.shapley.get(name)
            ends = (spread.low, spread.mid, spread.high) if spread else (None, None, None)
            rows.append((TRACK_NAMES[effect.track], who, name, mean, *ends))
    return (head, *rows)


def _finding(live: Sequence[tuple[Effect, str]]) -> str:
    effect = live[-1][0]
    name, mean = max(effect.shapley_mean.items(), key=lambda item: abs(item[1]))
    where = lower_first(TRACK_NAMES[effect.track])
    if mean == 0:
        return f"No channel moves the odds of a {where}"
    against = [n for n, m in effect.shapley_mean.items() if m * mean < 0]
    way, other = ("sooner", "later") if mean > 0 else ("later", "sooner")
    most = min(against, key=lambda n: effect.shapley_mean[n] * mean, default="")
    rest = f"; {most} pulls the other way, towards {other}" if most else ""
    return (
        f"{upper_first(name)} ({CHANNELS.get(name, name)}) does most to a {where}: it makes agreement come {way}{rest}"
    )


def _drawn(live: Sequence[tuple[Effect, str]], names: Sequence[str], title: str, width: float) -> Markup:
    wide = width == svg.WIDE
    left = 118.0
    gap = 26.0
    room = (width - left - gap * (len(live) - 1)) / len(live) if wide else width - left
    out: list[Markup] = []
    y = 0.0
    for n, (effect, who) in enumerate(live):
        x = left + n * (room + gap) if wide else left
        if not wide and n:
            y += 100 + 30 * len(names)
        if n == 0 or not wide:
            out += [
                svg.text(0, y + 63 + 30 * k, svg.fit(upper_first(name), left - 10), "who")
                for k, name in enumerate(names)
            ]
        out += _panel(effect, who, names, x if wide else left, y, min(room, 420.0), 0.0 if not wide else x)
    foot = y + 44 + 30 * len(names) + 42
    axis = "← later (log hazard ratio) sooner →"
    out.append(svg.text((left + width) / 2 if wide else left + room / 2, foot, axis, "axis-name", "middle"))
    return svg.drawing(width, foot + 12, title, *out)


def _panel(
    effect: Effect, who: str, names: Sequence[str], x: float, y: float, room: float, head: float
) -> list[Markup]:
    spreads = [effect.shapley[n] for n in names if n in effect.shapley]
    means = [effect.shapley_mean[n] for n in names if n in effect.shapley_mean]
    ends = [*means, *(s.low for s in spreads), *(s.high for s in spreads), 0.0]
    marks = svg.ticks(min(ends), max(ends) if max(ends) > min(ends) else min(ends) + 0.01, 4)
    top, foot = y + 44.0, y + 44.0 + 30 * len(names)

    def place(value: float) -> float:
        return x + 6 + (value - marks[0]) / (marks[-1] - marks[0]) * (room - 22)

    out = [
        svg.text(head, y + 14, svg.fit(TRACK_NAMES[effect.track], room + x - head), "panel"),
        svg.text(head, y + 31, svg.fit(who, room + x - head, 12), "small"),
    ]
    for mark in marks:
        out += [svg.line(place(mark), top, place(mark), foot, "zero" if mark == 0 else "grid")]
        out.append(svg.text(place(mark), foot + 16, figure(mark), "tick", "middle"))
    for k, name in enumerate(names):
        out += _bar(effect, name, top + 30 * k + 15, place)
    return out


def _bar(effect: Effect, name: str, y: float, place: "svg.Place") -> list[Markup]:
    if name not in effect.shapley_mean:
        return [svg.text(place(0) + 6, y + 4, "not applied", "small over")]
    mean, spread = effect.shapley_mean[name], effect.shapley.get(name)
    a, b = sorted((place(0), place(mean)))
    said = f"{name}: mean {signed(mean, 3)}" + (f", {signed(spread.low)} to {signed(spread.high)}" if spread else "")
    marks = [svg.rect(a, y - 7, max(b - a, 1.0), 14, f"sign {'positive' if mean > 0 else 'negative'}")]
    if spread:
        low, high = place(spread.low), place(spread.high)
        marks += [svg.line(low, y, high, y, "whisker"), *(svg.line(e, y - 4, e, y + 4, "whisker") for e in (low, high))]
    return [svg.link(f"channel-{name.replace(' ', '-')}", said, *marks)]
