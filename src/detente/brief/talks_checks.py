"""What stands beside the odds, as lines of plain text: whether a deal holds, chains of reprisals, checks, baselines."""

import itertools
from collections.abc import Sequence

from detente.brief import words
from detente.brief.figures.effect import WHOEVER, labelled
from detente.case.model import Case
from detente.settlement.results import Composition
from detente.talks import Cascade, Holding, Mapped, Odds, PriorCheck, Quantiles, Simple
from detente.talks.mapping import rules

_WATCH = {"nobody": "nobody watching", "monitoring": "with monitoring", "guarantee": "with a guarantee"}
_SPANS = {26: "half a year", 52: "a year", 104: "two years", 260: "five years"}
_HORIZONS = (4, 13, 26, 52)


def holding_lines(rows: Sequence[Holding]) -> list[str]:
    """Return how long an agreement would hold, with and without somebody who watches over it."""
    if not rows:
        return []
    lines = [
        "",
        "If it is agreed, does it hold? Chance that it has not broken down after (middle and 90% range):",
        f"{'':24}" + "".join(f"{_SPANS.get(at.weeks, f'{at.weeks} weeks'):>13}" for at in rows[0].at),
    ]
    for track, own in itertools.groupby(rows, key=lambda row: row.track):
        lines.append(f"  {words.TRACK_NAMES[track]}")
        for row in own:
            lines.append(f"    {_WATCH[row.watch]:20}" + "".join(_cell(at.holds) for at in row.at))
            if row.watch == "guarantee":
                last = row.at[-1]
                gained = words.points(last.gained.spread)
                lines.append(f"    after {_SPANS.get(last.weeks, f'{last.weeks} weeks')} the guarantee adds {gained}")
    return [*lines, "  Given an agreement: no part of the odds above, and no event changes it here."]


def _cell(chance: Quantiles) -> str:
    low, high = chance.r90
    return f"{f'{chance.median:.0%} {low * 100:.0f}-{high * 100:.0f}':>13}"


def cascade_lines(made: Cascade | None, composition: Composition) -> list[str]:
    """Return what the chain of reprisals does beside the expected one."""
    if made is None:
        return []
    none, one, two, more = (words.percent(share) for share in made.reprisals)
    lines = [
        "",
        f"Reprisals as a chain of chance ({made.realisations} times in each of {made.draws:,} draws,"
        f" {words.in_composition(composition)}):",
        f"  none in {none}, one in {one}, two in {two}, more in {more}; talks suspended in"
        f" {words.percent(made.suspended)}, for {made.weeks_suspended:.1f} weeks on average",
    ]
    for row in made.tracks:
        track = words.TRACK_NAMES[row.track]
        if row.luck is None:
            lines.append(f"  {track}: no package, so no effect")
            continue
        low, high = (words.signed(100 * end, 1) for end in row.band)
        lines.append(
            f"  {track}: {words.points(row.difference.spread)}; lowers in {words.percent(row.share_negative)},"
            f" raises in {words.percent(row.share_positive)}; in one draw luck alone moves it from {low} to {high}"
            f" ({words.percent(row.luck)} of the variance)"
        )
    return lines


def prior_lines(rows: Sequence[PriorCheck], composition: Composition) -> list[str]:
    """Return what the priors alone imply, with published frequencies beside."""
    shown = [row for row in rows if row.composition == composition]
    if not shown:
        return []
    lines = [
        "",
        f"What the assumptions alone imply, without an event, {words.in_composition(composition)} (mean over draws):",
        f"  {'within':22}" + "".join(f"{f'{weeks} weeks':>10}" for weeks in _HORIZONS) + "   published",
    ]
    for row in shown:
        chances = "".join(f"{words.percent(row.implied.get(weeks, 0.0)):>10}" for weeks in _HORIZONS)
        beside = words.percent(row.published.value) if row.published else "none known"
        lines.append(f"  {words.TRACK_NAMES[row.track]:22}{chances}   {beside}")
    for row in shown:
        if row.published and row.verdict:
            low, high = (words.percent(end) for end in row.range_of_a_year)
            where = {"within": "lies within", "below": "lies below", "above": "lies above"}[row.verdict]
            lines.append(
                f"  {words.TRACK_NAMES[row.track]}: {words.percent(row.published.value)} of {row.published.what}"
                f" ({row.published.source}) {where} the range of a year, {low} to {high}"
            )
    return [
        *lines,
        "  Published shares are over whole conflicts, observed and not causal: orders of size compare, levels do not.",
    ]


def simple_lines(rows: Sequence[Simple]) -> list[str]:
    """Return the simplest forecasts."""
    if not rows:
        return []
    head = ["", "Simplest forecasts of a comprehensive deal (no model, not causal):"]
    return head + [
        f"  {row.name}: {words.percent(row.chance) if row.chance is not None else 'no number'} ({row.says})"
        for row in rows
    ]


def calendar_lines(case: Case) -> list[str]:
    """Return the calendar that the talks go by, none where they may agree in every week."""
    calendar = case.calendar
    if calendar is None:
        return []
    said = []
    if calendar.rounds:
        named = [words.dated(when) if isinstance(when, str) else f"week {when:g}" for when in calendar.rounds]
        said.append(f"rounds set for {words.listed(named)}")
    if calendar.every:
        said.append(
            f"then one every {_weeks(calendar.every)}" if calendar.rounds else f"a round every {_weeks(calendar.every)}"
        )
    if calendar.delayed[1]:
        chance = words.percent(calendar.delayed[0])
        upto = f" to {words.percent(calendar.delayed[1])}" if calendar.delayed[0] < calendar.delayed[1] else ""
        said.append(f"each put off by {_weeks(calendar.delay)} with a chance of {chance}{upto}")
    said += [f"nobody meets from {_point(a)} to {_point(b)}" for a, b in calendar.suspended]
    said += [f"nothing to agree from {_point(calendar.deadline)} on"] if calendar.deadline is not None else []
    why = f" ({calendar.assumption})" if calendar.assumption else ""
    return ["", f"Calendar: {'; '.join(said) or 'in every week alike'}{why}"]


def _weeks(ends: tuple[float, float]) -> str:
    low, high = (words.figure(end) for end in ends)
    return f"{low} weeks" if low == high else f"{low} to {high} weeks"


def _point(when: float | str) -> str:
    return words.dated(when) if isinstance(when, str) else f"week {when:g}"


def unmapped_lines(case: Case, events: Sequence[Mapped]) -> list[str]:
    """Return the events that follow no card, with the reason; those of one kind and reason are counted together."""
    if not events:
        return []
    lines = ["", "Events that follow no card:"]
    carried = {type for rule in rules() for type in rule.types}
    order = sorted(events, key=lambda event: (event.happening.type, event.why))
    for (type_, why), group in itertools.groupby(order, key=lambda event: (event.happening.type, event.why)):
        same = list(group)
        days = words.listed([words.dated(e.happening.date) if e.happening.date else "no date" for e in same])
        lines.append(f"  {words.upper_first(words.act(type_))} ({days}): {why}")
        quotes = [case.evidence[id].quote for e in same for id in e.happening.basis.entries[:1] if id in case.evidence]
        if type_ in carried:
            lines += [f"    {words.quoted(quote)}" for quote in quotes]
    return lines


def waiting_lines(odds: Odds) -> list[str]:
    """Return how many weeks pass without an agreement, and what the event adds."""
    rows = [(row, who) for row, who in labelled(odds.tracks) if row.waiting and row.structural_zero < 1]
    if not rows:
        return []
    lines = ["", f"Time to agreement: weeks without one, of {odds.weeks}:"]
    for row, who in rows:
        assert row.waiting is not None
        where = who if who == WHOEVER else words.in_composition(row.composition)
        added = f"; the event adds {_weeks_added(row.waiting.added)}" if row.waiting.added else ""
        low, high = row.waiting.without.r90
        told = f"{low:.1f} to {high:.1f} (middle {row.waiting.without.median:.1f})"
        lines.append(f"  {words.TRACK_NAMES[row.track]}, {where}: {told}{added}")
    return lines


def _weeks_added(added: Quantiles) -> str:
    low, mid, high = (words.signed(x, 1) for x in (added.r90[0], added.median, added.r90[1]))
    return f"{low} to {high} (middle {mid})"
