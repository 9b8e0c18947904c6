"""What the priors imply before any event, beside published frequencies; and the simplest forecasts. None is causal."""

from dataclasses import dataclass

from detente.case.model import Case
from detente.settlement.results import Composition
from detente.talks.aftermath import known_day
from detente.talks.evidence import CEASEFIRE, PEACE_AGREEMENT
from detente.talks.results import BaseRate, Odds, Track

PUBLISHED: dict[Track, BaseRate | None] = {
    "limited": None,
    "truce": CEASEFIRE,
    "comprehensive": PEACE_AGREEMENT,
}
"""Track to the frequency beside which it stands; none is known of humanitarian steps."""
A_YEAR = 52


@dataclass(frozen=True, slots=True)
class PriorCheck:
    """What the priors alone imply for one track in one composition.

    Parameters
    ----------
    track, composition
        Which.
    implied
        Weeks to the mean chance of agreement over the draws, which is the rate among many such conflicts if the priors
        were right.
    range_of_a_year
        Range of 90% of the draws for a year.
    published
        The frequency to hold it against, over whole conflicts and not a year; None where none is known.
    verdict
        below | within | above: where the published frequency lies with respect to that range; "" without one.
    """

    track: Track
    composition: Composition
    implied: dict[int, float]
    range_of_a_year: tuple[float, float]
    published: BaseRate | None
    verdict: str


def prior_check(odds: Odds) -> tuple[PriorCheck, ...]:
    """Return what the priors imply for agreement at 4, 13, 26 and 52 weeks without an event.

    Parameters
    ----------
    odds
        From `simulate`.

    Source
    ------
    Prior-predictive checks: Box (1980), Sampling and Bayes' inference in scientific modelling and robustness.
    """
    rows = []
    for each in odds.tracks:
        year = next((at.without.r90 for at in each.by_weeks if at.weeks == A_YEAR), (0.0, 0.0))
        rate = PUBLISHED[each.track]
        implied = {at.weeks: at.mean for at in each.by_weeks}
        rows.append(PriorCheck(each.track, each.composition, implied, year, rate, _verdict(rate, year)))
    return tuple(rows)


def _verdict(rate: BaseRate | None, year: tuple[float, float]) -> str:
    if rate is None:
        return ""
    return "below" if rate.value < year[0] else "above" if rate.value > year[1] else "within"


@dataclass(frozen=True, slots=True)
class Simple:
    """A forecast that needs no model.

    Parameters
    ----------
    name, says
        What it is called, and what it says.
    chance
        In [0, 1]; None where it says no number.
    """

    name: str
    says: str
    chance: float | None


def simple_forecasts(case: Case) -> tuple[Simple, ...]:
    """Return the simplest forecasts of the next round: the last state, the share of rounds so far, the published share.

    Parameters
    ----------
    case
        Its meetings.

    Examples
    --------
    >>> [simple.name for simple in simple_forecasts(Case("talks"))]
    ['published share']
    """
    held = sorted(
        (m for m in case.meetings if m.outcome != "scheduled" and known_day(m.date)), key=lambda m: m.date or ""
    )
    found = []
    if held:
        whole = "settlement" in held[-1].agreed
        said = "a comprehensive deal" if whole else "no comprehensive deal"
        found.append(Simple("last state", f"the round of {held[-1].date} brought {said}: the same again", float(whole)))
        whole_deals = sum("settlement" in m.agreed for m in held)
        some = sum(m.outcome == "agreement" for m in held)
        told = f"{some} of {len(held)} brought something, {whole_deals} a comprehensive deal"
        found.append(Simple("rounds so far", told, whole_deals / len(held)))
    rate = PEACE_AGREEMENT
    found.append(Simple("published share", f"{rate.what} ({rate.source})", rate.value))
    return tuple(found)
