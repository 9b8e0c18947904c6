"""The model's own distribution of the time of an agreement, week by week: the mean chance over the draws."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from detente.case.model import Case
from detente.settlement.results import Composition
from detente.talks.comparing import PACE, chance
from detente.talks.paired import basis
from detente.talks.pulse import pulse
from detente.talks.results import TRACKS, Shock, Track
from detente.talks.tracks import ALL_CHANNELS, readiness_at


def agreement_curve(
    case: Case,
    made: str,
    until: str,
    *,
    shocks: Sequence[Shock] = (),
    track: Track = "comprehensive",
    composition: Composition = "unknown",
    draws: int = 2_000,
    seed: int = 1,
) -> tuple[tuple[float, float], ...]:
    """Return weeks since `made` to the chance that the sides have agreed by then, up to the week of `until`.

    Parameters
    ----------
    case
        Its calendar is counted from `made`, or from the event where one is given.
    made, until
        ISO days, the second after the first.
    shocks
        The event in whose light it is asked, or none.
    track, composition, draws, seed
        Of the run.

    Returns
    -------
    tuple
        One point per week; the mean over the draws, which is the distribution that the model stands by.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run.
    """
    weeks = max(1, math.ceil((date.fromisoformat(until) - date.fromisoformat(made)).days / 7))
    base = basis(replace(case, date=made), draws, seed, composition)
    felt = [pulse(base.case, shock, base.draws) for shock in shocks]
    sums = readiness_at(base.ground, felt, np.array([ALL_CHANNELS]), range(1, weeks + 1))
    used, pace = base.parts.usable, base.draws.values_of[PACE[track]]
    reached = (chance(pace, week[TRACKS.index(track), :, 0])[used].mean() for week in sums)
    return tuple((float(week), float(p)) for week, p in enumerate(reached, start=1))
