"""The answers about the talks as lines of plain text: maps, comparisons, rankings, readiness."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.brief import words
from detente.case.model import Case
from detente.talks import Advice, Calibrated, Conditioned, Odds, Option, Ripeness, SignMap, Sobol, doubts

if TYPE_CHECKING:
    from detente.settlement.results import Composition

_CLEAR = 0.1
"""Share of draws up to which a sign decides nothing: judgement."""


def sobol_lines(rows: Sequence[Sobol]) -> list[str]:
    """Return which groups of assumptions the effect depends on, the largest first."""
    if not rows:
        return []
    lines = ["", "What the size of the effect depends on (share of the variance of its log hazard ratio, 90% range):"]
    lines += [
        f"  {row.group:12} {words.percent(max(0.0, row.total))} with all it interacts with"
        f" ({words.percent(max(0.0, row.total_range[0]))} to {words.percent(min(1.0, row.total_range[1]))}),"
        f" {words.percent(max(0.0, row.first))} alone"
        for row in rows[:6]
    ]
    why = doubts(rows)
    if why:
        live = f"{rows[0].live:,} draws with a deal in every run"
        lines.append(f"  Beware: {live} are too few for these shares: {'; '.join(why)}. More --draws make them surer.")
    return lines


def failed_lines(found: Conditioned | None) -> list[str]:
    """Return what the rounds that failed say."""
    if found is None:
        return []
    head = (
        f"{words.count(found.rounds, 'round', first=True)} without a comprehensive deal in"
        f" {words.count(found.weeks_without_deal, 'week')}:"
    )
    if found.refused or found.without is None:
        return ["", f"{head} no answer, {found.refused}"]
    low, high = found.without.r90
    return [
        "",
        f"{head} weighted by that, a deal has {words.percent(low)} to {words.percent(high)}"
        f" (90% range; {found.effective_sample:,.0f} effective draws)",
    ]


def ripeness_lines(case: Case, rows: Sequence[Ripeness]) -> list[str]:
    """Return each side's readiness term by term, with the one that binds."""
    if not rows:
        return []
    head = ["", "Readiness (shares of draws; the smallest binds):"]
    return head + [
        f"  {case.party(row.party).name}: hurting stalemate {words.percent(row.hurting_stalemate)},"
        f" way out {words.percent(row.way_out)}, enticing opportunity {words.percent(row.enticing_opportunity)};"
        f" {row.binds} binds"
        for row in rows
    ]


def verdict_of(positive: float, negative: float) -> str:
    """Say in a word which way an event works over draws.

    Examples
    --------
    >>> verdict_of(0.7, 0.1), verdict_of(0.1, 0.7), verdict_of(0.3, 0.3)
    ('coerces', 'backfires', 'open')
    """
    if max(positive, negative) <= _CLEAR:
        return "open"
    return {"raises": "coerces", "lowers": "backfires", "": "open"}[words.leaning(positive, negative)]


def map_lines(made: SignMap, marks: Sequence[tuple[str, float, float]] = ()) -> list[str]:
    """Return the map as a grid of signs, with analysts' places.

    Parameters
    ----------
    made
        The map.
    marks
        Name of an analyst with the middle of what is assumed across and down.
    """
    across, down = made.across, made.down
    lines = [
        f"Where the event raises (+) and where it lowers (-) the odds of a comprehensive deal, "
        f"{words.in_composition(made.composition)}",
        f"across: {across.name}; down: {down.name}; {made.draws:,} draws of all else in each cell",
        "",
        " " * 10 + "".join(f"{x:>8.3g}" for x in across.values),
    ]
    for y, up, low in zip(down.values, made.positive, made.negative, strict=True):
        lines.append(f"{y:>9.3g} " + "".join(f"{_sign(a, b):>8}" for a, b in zip(up, low, strict=True)))
    lines += [
        "",
        f"+ and -: over {words.percent(_CLEAR)} of draws have the sign, at least four times as many as have the other; "
        "o: open. The number is the difference of the two shares.",
    ]
    return lines + [f"{name}: {across.name} {x:.3g}, {down.name} {y:.3g}: {at(made, x, y)}" for name, x, y in marks]


def at(made: SignMap, x: float, y: float) -> str:
    """Return the verdict of the cell nearest to a place."""
    column = min(range(len(made.across.values)), key=lambda k: abs(made.across.values[k] - x))
    row = min(range(len(made.down.values)), key=lambda k: abs(made.down.values[k] - y))
    return verdict_of(made.positive[row][column], made.negative[row][column])


def _sign(positive: float, negative: float) -> str:
    mark = {"coerces": "+", "backfires": "-", "open": "o"}[verdict_of(positive, negative)]
    return f"{mark}{abs(positive - negative) * 100:.0f}"


def advice_lines(advice: Advice, weeks: int, most: int = 8) -> list[str]:
    """Return what would help most, the rest of the cards beside it, and the best pair."""
    if not advice.singles:
        return []
    first = advice.singles[0]
    gentle, hard = ([o for o in advice.singles if o.harms is harms] for harms in (False, True))
    where = f"a {first.track} deal within {weeks} weeks, {words.in_composition(first.composition)}"
    lines = [f"What would raise the odds of {where}:", ""]
    lines += _options(gentle[:most])
    if advice.pair is not None:
        lines += ["", "Best two together:", *_options([advice.pair])]
    lines += ["", "For comparison only, acts of force and pressure, which this program never counsels:", ""]
    lines += [*_options(hard[:most]), "", _HOW_RANKED]
    return lines


_HOW_RANKED = (
    "Ordered by the mean change of the chance, in points; ± is its standard error over the draws, the range holds nine"
    " draws in ten, and a rank is that of nine in ten resamples of the draws. Cards whose ranks overlap cannot be told"
    " apart."
)


def _options(options: Sequence[Option]) -> Iterator[str]:
    for option in options:
        low, high = option.difference.r90
        first, last = option.ranks
        rank = f"rank {first}" if first == last else f"rank {first} to {last}"
        yield f"  {'; '.join(option.labels)}"
        yield (
            f"      {_points(option.mean)} ± {option.error * 100:.2f} points ({_points(low)} to {_points(high)});"
            f" raises in {words.percent(option.share_positive)}, lowers in {words.percent(option.share_negative)}"
            f" of draws; {rank}"
        )


def _points(change: float) -> str:
    return words.signed(change * 100, 2)


def compared_lines(rows: Sequence[tuple[str, str, Odds]], composition: "Composition") -> list[str]:
    """Return one line per view on an event: what it does to a comprehensive deal, and which channel decides.

    Parameters
    ----------
    rows
        Name, reason, and what was worked out under it.
    composition
        Where to look.
    """
    lines = [f"Effect on a comprehensive deal, {words.in_composition(composition)}:", ""]
    for name, why, odds in rows:
        effect = next((e for e in odds.effects if (e.track, e.composition) == ("comprehensive", composition)), None)
        if effect is None or effect.hazard_ratio is None:
            lines.append(f"{name}: cannot be worked out")
            continue
        ratio = effect.hazard_ratio.spread
        lines.append(
            f"{name}: {verdict_of(effect.share_positive, effect.share_negative)}; raises in"
            f" {words.percent(effect.share_positive)}, lowers in {words.percent(effect.share_negative)} of draws"
        )
        decided = f"; decided by {odds.decided_by[0]}" if odds.decided_by else ""
        lines.append(f"    hazard ratio {ratio.mid:.2f} ({ratio.low:.2f} to {ratio.high:.2f}){decided}")
        lines += [f"    because: {why}"] if why else []
    return lines


def calibrated_lines(found: Calibrated) -> list[str]:
    """Return how well the draws fit a table of rounds, before and after."""
    head = f"{found.observed} {found.track} agreement(s) in {words.count(found.rounds, 'spell')} between rounds"
    low, high = found.simulated_before.r90
    lines = [head, f"  all {found.draws:,} draws make {low:.0f} to {high:.0f} (90% range)"]
    if found.simulated_after is None or found.pace_after is None:
        return [*lines, f"  {found.refused}"]
    low, high = found.simulated_after.r90
    before, after = found.pace_before, found.pace_after
    return [
        *lines,
        f"  the {found.kept:,} kept make {low:.0f} to {high:.0f}",
        f"  chances to agree per week: {before.median:.3g} ({before.r90[0]:.3g} to {before.r90[1]:.3g}) before,"
        f" {after.median:.3g} ({after.r90[0]:.3g} to {after.r90[1]:.3g}) after",
    ]
