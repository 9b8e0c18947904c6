"""What holds over all that is unknown: shares of draws with their standard errors, and which unknown matters most.

Sources: Lahdelma, Hokkanen and Salminen (1998), SMAA; Lahdelma and Salminen (2001), SMAA-2, for ranks, central weights
and confidence factors; Leskinen, Viitanen, Kangas and Kangas (2006), for pairwise winning indices.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from detente.settlement.arrays import FloatArray, IntArray
from detente.settlement.results import Composition, Package
from detente.tabled import Tabled

CONFIDENCE_DRAWS = 1_000
"""Confidence factors are taken on the first so many draws."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of draws and its standard error.

    Examples
    --------
    >>> share(25, 100).error.__round__(4)
    0.0433
    """

    share: float
    error: float


@dataclass(frozen=True, slots=True)
class Rated:
    """A package of the short list.

    Parameters
    ----------
    package
        Rung per issue.
    joint
        Share of draws in which it is allowed and leaves no party below what it has without a deal.
    nash
        Share of draws in which it is the Nash package.
    ranks
        Share of draws in which it has each rank of the short list, by the gain of the party worst off.
    central
        Party to issue to mean weight over the draws in which it is the Nash package; empty where it never is.
    confidence
        Share of draws in which it is the Nash package under its central weights; None where it never is.
    """

    package: Package
    joint: Share
    nash: Share
    ranks: tuple[float, ...]
    central: Mapping[str, Mapping[str, float]]
    confidence: Share | None


@dataclass(frozen=True, slots=True)
class Rating(Tabled):
    """What holds over all that is unknown.

    Parameters
    ----------
    draws, seed
        How many, and which.
    zone
        Share of draws with a package that leaves no party below what it has without a deal.
    packages
        The short list, by falling joint acceptability.
    pairwise
        Share of draws in which the party worst off has more in the package of the row than in that of the column.
    solutions
        Solution to issue to rung to share of the draws that have a zone.
    matters
        Unknowns by how much of the margin's spread goes with them (squared rank correlation), the most first.
    composition
        Who is taken to deliver, where that is open; None where the case states what packages are worth.
    """

    draws: int
    seed: int
    zone: Share
    packages: tuple[Rated, ...]
    pairwise: tuple[tuple[float, ...], ...]
    solutions: Mapping[str, Mapping[str, Mapping[str, float]]]
    matters: tuple[tuple[str, float], ...]
    composition: Composition | None = None


def share(count: float, n: int) -> Share:
    """Return a share with its standard error."""
    part = float(count) / n
    return Share(part, math.sqrt(part * (1 - part) / n))


def ranks(worst: FloatArray) -> tuple[tuple[tuple[float, ...], ...], tuple[tuple[float, ...], ...]]:
    """Return rank acceptability and pairwise winning indices of a short list.

    Parameters
    ----------
    worst
        Gain of the party worst off per package and draw (A, n), -inf where the package is closed.

    Returns
    -------
    tuple
        Share of draws in which package a has rank r (A, A), of equals the first named before; share in which package a
        gives more than package b (A, A).
    """
    place: IntArray = (-worst).argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    count = len(worst)
    return (
        tuple(tuple(float((place[a] == r).mean()) for r in range(count)) for a in range(count)),
        tuple(tuple(float((one > other).mean()) for other in worst) for one in worst),
    )


def matters(unknown: Mapping[str, FloatArray], margin: FloatArray) -> tuple[tuple[str, float], ...]:
    """Return how much of the margin's spread goes with each unknown: squared rank correlations, the largest first.

    Parameters
    ----------
    unknown
        Name to its draws (n,).
    margin
        Per draw (n,); draws without one are passed by.
    """
    some = np.isfinite(margin)
    if some.sum() < 3 or np.ptp(margin[some]) == 0:
        return ()
    target = _ranked(margin[some])
    found = [
        (name, float(np.corrcoef(_ranked(drawn[some]), target)[0, 1] ** 2))
        for name, drawn in unknown.items()
        if np.ptp(drawn[some]) > 0
    ]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def _ranked(values: FloatArray) -> FloatArray:
    ranks: FloatArray = values.argsort(kind="stable").argsort(kind="stable").astype(np.float64)
    return ranks
