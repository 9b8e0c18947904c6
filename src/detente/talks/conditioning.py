"""Rounds that failed, as evidence: draws in which a deal was at hand all along become less likely."""

import math
from dataclasses import dataclass, replace

import numpy as np

from detente.case.model import Case
from detente.settlement.results import Composition
from detente.tabled import Tabled
from detente.talks.aftermath import known_day
from detente.talks.attribution import quantiles
from detente.talks.comparing import PACE, chance
from detente.talks.paired import basis, paired
from detente.talks.results import TRACKS, Quantiles, Shock, Track
from detente.talks.tracks import readiness

LEAST_SAMPLE = 500
"""Effective draws without which the weighted answer is refused."""


@dataclass(frozen=True, slots=True)
class Conditioned(Tabled):
    """Odds and effect after weighting every draw by how well it explains that no deal came.

    Parameters
    ----------
    track, composition, weeks_without_deal
        What failed, and for how long.
    rounds
        Meetings held in that time.
    effective_sample
        (sum w)^2 / sum w^2.
    without, with_shock
        Chance of agreement within the horizon, weighted; None where the effective sample is under LEAST_SAMPLE, or
        where there is no shock.
    share_positive, share_negative
        Weighted shares of draws in which the shock raises and lowers the odds; None as above.
    refused
        Why there is no answer, "" where there is one.
    """

    track: Track
    composition: Composition
    weeks_without_deal: int
    rounds: int
    effective_sample: float
    without: Quantiles | None
    with_shock: Quantiles | None
    share_positive: float | None
    share_negative: float | None
    refused: str = ""


def failed_rounds(
    case: Case,
    shock: Shock | None = None,
    *,
    track: Track = "comprehensive",
    composition: Composition = "unknown",
    draws: int = 10_000,
    seed: int = 1,
    weeks: int = 26,
) -> Conditioned | None:
    """Weight the draws by exp(-lambda sum A) over the weeks in which rounds were held and no deal came.

    Parameters
    ----------
    case
        Its meetings say how long; one week at least.
    shock, track, composition, draws, seed, weeks
        As for `simulate`.

    Returns
    -------
    Conditioned or None
        None where the record has no round on a known day, or one that brought a whole settlement.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run.

    Source
    ------
    Importance sampling; effective sample after Kong (1992).
    """
    days = sorted(day for m in case.meetings if m.outcome != "scheduled" and (day := known_day(m.date)))
    whole = any("settlement" in m.agreed for m in case.meetings)
    if not days or whole:
        return None
    span = max(1, math.ceil((days[-1] - days[0]).days / 7))
    base = basis(case, draws, seed, composition)
    t, used = TRACKS.index(track), base.parts.usable
    pace = base.draws.values_of[PACE[track]][used]
    # The calendar is about the weeks to come; these are over.
    past = replace(base.ground, calendar=None)
    waited = readiness(past, None, np.array([0]), span)[t, used, 0]
    weight = np.exp(-pace * waited)
    sample = float(weight.sum() ** 2 / (weight**2).sum())
    if sample < LEAST_SAMPLE:
        why = f"only {math.floor(sample)} effective draws, fewer than {LEAST_SAMPLE}; ask for more draws"
        return Conditioned(track, composition, span, len(days), sample, None, None, None, None, why)
    if shock is None:
        p = chance(pace, readiness(base.ground, None, np.array([0]), weeks)[t, used, 0])
        return Conditioned(track, composition, span, len(days), sample, quantiles(p, weight), None, None, None)
    ran = paired(base, (shock,), weeks)
    both = ran.chances(track)
    up, down = (float((weight * sign).sum() / weight.sum()) for sign in ran.signs(track)[:2])
    first, second = (quantiles(both[:, k], weight) for k in (0, 1))
    return Conditioned(track, composition, span, len(days), sample, first, second, up, down)
