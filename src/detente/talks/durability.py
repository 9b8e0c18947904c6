"""Does an agreement hold? The chance that one, once signed, has not broken down after some weeks.

    S(t) = exp(-H (t / h)^k m)        H = -log S(h)

S(h) is the chance that it still holds after h weeks with nobody watching, k under 1 lets breakdowns come early, and m
is what a guarantee or monitoring leaves of the hazard. The chance is one *given* an agreement: it is never multiplied
into the odds of one. docs/explanation/talks.md gives the evidence.
"""

from typing import Literal

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import FloatArray
from detente.settlement.priors import sample
from detente.talks.attribution import quantiles
from detente.talks.results import HOLDS_AT, Holding, HoldsAt, Track, Watch

REFERENCE: dict[Literal["comprehensive", "truce"], tuple[str, int]] = {
    "comprehensive": ("deal-holds", 260),
    "truce": ("truce-holds", 52),
}
"""Track to the prior of S(h), and h in weeks. A limited step is carried out or not: there is nothing to hold."""
LEFT: dict[Watch, str] = {"monitoring": "monitoring", "guarantee": "guarantee"}
"""Who watches, to the prior of what that leaves of the hazard."""


def holding(case: Case, *, draws: int = 10_000, seed: int = 1) -> tuple[Holding, ...]:
    """Return the chance that an agreement holds, with nobody watching, with monitoring and with a guarantee.

    Parameters
    ----------
    case
        Its assumptions replace the priors.
    draws, seed
        Of what nobody knows; the three are compared over the same draws.

    Returns
    -------
    tuple of Holding
        Comprehensive deal and truce, each with the three.

    Raises
    ------
    CaseError
        Where an assumption is faulty.

    Source
    ------
    Weibull survival with proportional hazards (Cox 1972).

    Examples
    --------
    >>> sure = {name: (1.0, 1.0) for name in ("deal-holds", "truce-holds")}
    >>> {row.at[-1].holds.median for row in holding(Case("talks", assumptions=sure), draws=3)}
    {1.0}
    """
    rows: list[Holding] = []
    shape = sample(case, "breakdown-shape", draws, seed)
    for track, (name, reference) in REFERENCE.items():
        hazard = -np.log(sample(case, name, draws, seed))
        alone = [survival(hazard, shape, weeks / reference) for weeks in HOLDS_AT]
        rows.append(_row(track, "nobody", alone, alone))
        for watch, of in LEFT.items():
            left = hazard * sample(case, of, draws, seed)
            rows.append(_row(track, watch, [survival(left, shape, weeks / reference) for weeks in HOLDS_AT], alone))
    return tuple(rows)


def survival(hazard: FloatArray, shape: FloatArray, share: float) -> FloatArray:
    """Return exp(-H x^k) per draw (n,).

    Parameters
    ----------
    hazard, shape
        H at the reference and k (n,).
    share
        Time x as a share of the reference.

    Examples
    --------
    >>> survival(np.array([0.5]), np.array([1.0]), 2.0).round(4)
    array([0.3679])
    """
    out: FloatArray = np.exp(-hazard * share**shape)
    return out


def _row(track: Track, watch: Watch, held: list[FloatArray], alone: list[FloatArray]) -> Holding:
    return Holding(
        track,
        watch,
        tuple(
            HoldsAt(weeks, quantiles(one), quantiles(one - other))
            for weeks, one, other in zip(HOLDS_AT, held, alone, strict=True)
        ),
    )
