"""Comparing two runs of the same draws: the chance of agreement, the hazard ratio, and the sign of what changed."""

import numpy as np

from detente.settlement.arrays import BoolArray, FloatArray
from detente.talks.attribution import signs
from detente.talks.results import TRACKS

PACE = {track: f"pace-{track}" for track in TRACKS}
"""Track to the name of the prior of its lambda."""


def chance(pace: FloatArray, g: FloatArray) -> FloatArray:
    """Return P = 1 - exp(-lambda G).

    Parameters
    ----------
    pace
        lambda per week (n,).
    g
        Sum of mu A (n,) or (n, m).
    """
    out: FloatArray = -np.expm1(-(pace if g.ndim == 1 else pace[:, None]) * g)
    return out


def log_ratio(g: FloatArray) -> FloatArray:
    """Return the log hazard ratio per draw (n,); NaN where either run has nothing allowed.

    Parameters
    ----------
    g
        Sum of mu A without and with the event (n, 2).
    """
    alive = (g > 0).all(axis=1)
    out: FloatArray = np.full(len(g), np.nan)
    out[alive] = np.log(g[alive, 1]) - np.log(g[alive, 0])
    return out


def sign_of(g: FloatArray, usable: BoolArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return per usable draw, as 0 or 1: the odds rise, they fall, nothing is allowed with or without the event.

    A draw in which the event alone makes an agreement possible counts as rising.

    Parameters
    ----------
    g
        As for `log_ratio`.
    usable
        Draws that count (n,).
    """
    positive, negative = signs(np.nan_to_num(log_ratio(g)[usable]))
    positive[((g[:, 0] == 0) & (g[:, 1] > 0))[usable]] = 1.0
    return positive, negative, (g == 0).all(axis=1)[usable].astype(np.float64)
