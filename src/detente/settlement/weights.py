"""Weights that nobody knows: evenly over all that add up to 1, and keep an order or linear limits.

An order is kept exactly: sorted Dirichlet draws are uniform on the part of the simplex that it leaves. Limits are kept
by hit-and-run, whose draws become uniform as it goes on.

Sources: Lahdelma and Salminen (2001), SMAA-2; Smith (1984), hit-and-run; Tervonen and others (2013), for weights.
"""

import numpy as np

from detente.case.preferences import Preferences
from detente.errors import CannotWorkOut
from detente.settlement.arrays import FloatArray
from detente.settlement.draws import tiered
from detente.settlement.priors import sampled, stream

THINNING = 20
"""Steps of hit-and-run per weight before a draw is kept."""


def draw_weights(row: Preferences, n: int, seed: int) -> FloatArray:
    """Draw a party's weights (n, K), in the order of `row.values`.

    Parameters
    ----------
    row
        The party's preferences.
    n, seed
        How many, and of which draws.

    Raises
    ------
    CannotWorkOut
        Where no weights keep the limits.

    Examples
    --------
    >>> row = Preferences("a", {"aid": {}, "land": {}}, order=(("land",), ("aid",)))
    >>> drawn = draw_weights(row, 1000, 1)
    >>> bool((drawn[:, 1] >= drawn[:, 0]).all()), drawn.mean(axis=0).round(2).tolist()
    (True, [0.25, 0.75])
    """
    issues = list(row.values)
    if row.weights:
        return np.stack([sampled(row.weights[k], n, seed, "weight", row.party, k) for k in issues], axis=1)
    if row.limits:
        return _hit_and_run(_limits(row, issues), len(issues), n, seed, row.party)
    tier = {issue: t for t, group in enumerate(row.order, 1) for issue in group}
    columns = [stream(seed, "weight", row.party, issue).exponential(size=n) for issue in issues]
    g = tiered(np.stack(columns, axis=1), [tier.get(issue, 0) for issue in issues])
    drawn: FloatArray = g / g.sum(axis=1, keepdims=True)
    return drawn


def _limits(row: Preferences, issues: list[str]) -> FloatArray:
    """Return (L, K + 1): coefficients and bounds of a w >= b, those of the order and of w >= 0 included."""
    place = {issue: k for k, issue in enumerate(issues)}
    lines = [[*(float(j == k) for j in range(len(issues))), 0.0] for k in range(len(issues))]
    for heavy, light in zip(row.order, row.order[1:], strict=False):
        for one in heavy:
            for other in light:
                lines.append([float(k == place[one]) - float(k == place[other]) for k in range(len(issues))] + [0.0])
    for limit in row.limits:
        lines.append([*(limit.coefficients.get(issue, 0.0) for issue in issues), limit.at_least])
    return np.array(lines)


def _hit_and_run(limits: FloatArray, count: int, n: int, seed: int, party: str) -> FloatArray:
    """Walk one chain per draw, all from one point inside."""
    a, b = limits[:, :-1], limits[:, -1]
    at = np.tile(_inside(a, b, party), (n, 1))
    rng = stream(seed, "hit and run", party)
    for _ in range(THINNING * count):
        way = rng.standard_normal((n, count))
        way -= way.mean(axis=1, keepdims=True)
        slope, slack = way @ a.T, np.maximum(at @ a.T - b, 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            reach = -slack / slope
        low = np.where(slope > 0, reach, -np.inf).max(axis=1)
        high = np.where(slope < 0, reach, np.inf).min(axis=1)
        at += (low + (high - low) * rng.random(n))[:, None] * way
    return at


def _inside(a: FloatArray, b: FloatArray, party: str) -> FloatArray:
    """Return weights inside all limits: step over the one most in the way until none is (Agmon 1954)."""
    count = a.shape[1]
    ways = a - a.mean(axis=1, keepdims=True)
    norm = np.linalg.norm(ways, axis=1)
    for margin in (1e-2, 1e-3, 1e-5):
        at = np.full(count, 1 / count)
        for _ in range(5_000):
            short = np.where(norm > 0, margin - (a @ at - b) / np.where(norm > 0, norm, 1), -(a @ at - b))
            worst = int(short.argmax())
            if short[worst] <= 0:
                return at
            if norm[worst] == 0:
                break
            at = at + 1.5 * short[worst] * ways[worst] / norm[worst]
    raise CannotWorkOut(f"no weights of {party} keep all its limits; relax one of them")
