"""The three tracks week by week: how readily agreement comes in every draw, for every set of active channels.

    A = max_x prod_i logistic(s_i(x) / T)        S <- S exp(-lambda mu A)        P = 1 - S

The rate lambda is constant within a draw, so the sum G = sum_t mu_t A_t carries everything a shock does:
P = 1 - exp(-lambda G), and the hazard ratio of two runs is the ratio of their G. docs/explanation/model.md says why.
"""

import math
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import FloatArray, IntArray
from detente.settlement.draws import Draws
from detente.settlement.frontier import Frontiers, frontiers
from detente.settlement.kernels import kernel
from detente.settlement.results import Composition
from detente.settlement.surplus import Surplus
from detente.talks.pulse import FADING, Pulse
from detente.talks.results import CHANNELS, TRACKS

LEAST = 1e-300
"""What A is at least where something is allowed: however small the chance, it is no structural zero."""
ALL_CHANNELS = 2 ** len(CHANNELS) - 1
"""The set of all channels; bit c stands for CHANNELS[c]."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What the talks run on: one composition's draws, surplus and frontiers.

    Parameters
    ----------
    draws, parts
        Of one case.
    comprehensive, limited
        Frontiers of packages and of separable bundles.
    truce
        What a pause is worth (n, P): delta_i for a side that asks for it, -delta_i for one that refuses, 0 if silent.
    """

    draws: Draws
    parts: Surplus
    comprehensive: Frontiers
    limited: Frontiers
    truce: FloatArray


def ground(case: Case, draws: Draws, parts: Surplus, composition: Composition) -> Ground:
    """Return what the talks of one composition run on.

    Raises
    ------
    CannotWorkOut
        Where the frontiers outgrow the memory, as they may with many issues and more than two sides.
    """
    return Ground(
        draws=draws,
        parts=parts,
        comprehensive=frontiers(case, draws, parts, composition),
        limited=frontiers(case, draws, parts, composition, separable=True),
        truce=draws.values_of["time-on-side"] * np.array([_wants_truce(case, side) for side in draws.sides]),
    )


def readiness(base: Ground, shock: Pulse | None, masks: IntArray, weeks: int, first: int | None = None) -> FloatArray:
    """Return G = sum over weeks of mu_t A_t, per track, draw and set of channels.

    Parameters
    ----------
    base
        One composition.
    shock
        None for talks without one; then every mask gives the same.
    masks
        Sets of active channels (m,), bit c for CHANNELS[c].
    weeks
        Horizon, at least 1.
    first
        Only the first draws; all by default.

    Returns
    -------
    ndarray
        Shape (3, n, m) in the order of TRACKS; 0 exactly where nothing is allowed.
    """
    n = base.draws.n if first is None else min(first, base.draws.n)
    felt = shock or _none(base.draws.n, len(base.draws.sides))
    out = np.zeros((len(TRACKS), n, len(masks)))
    parts, known = base.parts, base.draws.values_of
    _weekly(
        out, np.asarray(masks, dtype=np.int64), weeks,
        base.comprehensive.start, base.comprehensive.gains, base.limited.start, base.limited.gains, base.truce,
        parts.war_base, parts.war_slope, parts.win, parts.optimism, parts.belief_weight,
        parts.cost, parts.audience, parts.trust, parts.loss, parts.guarantee,
        known["partial-step"], known["truce-saving"], known["temperature"],
        felt.cost, felt.win, felt.audience, felt.trust, felt.inducement, felt.temperature, felt.half_life,
        felt.reprisal, felt.lag, felt.suspension, felt.length, felt.swap,
    )  # fmt: skip
    return out


def _wants_truce(case: Case, side: str) -> int:
    """Return 1 for a side that asks for or takes a truce, -1 for one that refuses, 0 if silent; the latest counts."""
    said = [d for issue in case.issues if issue.role == "termination" for d in case.demands_of(side, issue.id)]
    if not said:
        return 0
    latest = max(said, key=lambda d: d.date or "")
    return -1 if latest.stance == "rejects" else 1


def _none(n: int, sides: int) -> Pulse:
    flat, wide, same = np.zeros(n), np.zeros((n, sides)), np.arange(sides)
    return Pulse(wide, wide, wide, wide, wide, flat, np.ones((n, len(FADING))), flat, flat, flat, flat, same, {})


@kernel
def _logistic(s: float) -> float:
    return 1.0 / (1.0 + math.exp(-s))


@kernel
def _best(start: int, stop: int, gains: FloatArray, offset: FloatArray, temperature: float) -> float:
    """Return the highest product of the sides' readiness over the packages start..stop; 0 without any."""
    best = LEAST if start < stop else 0.0
    for m in range(start, stop):
        ready = 1.0
        for i in range(len(offset)):
            ready *= _logistic((gains[m, i] + offset[i]) / temperature)
        best = max(best, ready)
    return best


@kernel
def _weekly(
    out: FloatArray, masks: IntArray, weeks: int,
    start: IntArray, gains: FloatArray, limited_start: IntArray, limited_gains: FloatArray, pause: FloatArray,
    war_base: FloatArray, war_slope: FloatArray, win: FloatArray, optimism: FloatArray, belief_weight: FloatArray,
    cost: FloatArray, audience: FloatArray, trust: FloatArray, loss: FloatArray, guarantee: FloatArray,
    chi: FloatArray, saving: FloatArray, temperature: FloatArray,
    d_cost: FloatArray, d_win: FloatArray, d_audience: FloatArray, d_trust: FloatArray, d_tau: FloatArray,
    d_temperature: FloatArray, half_life: FloatArray,
    reprisal: FloatArray, lag: FloatArray, suspension: FloatArray, length: FloatArray,
    swap: IntArray,
) -> None:  # fmt: skip
    """Add mu A of every week to `out` (3, n, m); channel bits in the order of CHANNELS."""
    sides = cost.shape[1]
    plain, small, calm, own = np.zeros(sides), np.zeros(sides), np.zeros(sides), np.zeros(sides)
    premium, offset = np.zeros((sides, 2)), np.zeros(sides)
    now, back = np.zeros(5), np.zeros(5)
    for d in range(out.shape[1]):
        own[0], own[1] = win[d], 1.0 - win[d]
        for week in range(weeks):
            excess = optimism[d] * belief_weight[d] / (belief_weight[d] + week) / 2.0
            for c in range(5):
                now[c] = 0.5 ** (week / half_life[d, c])
                back[c] = reprisal[d] * 0.5 ** ((week - lag[d]) / half_life[d, c]) if week >= lag[d] else 0.0
            for s in range(len(masks)):
                on = masks[s]
                reply = (on >> 5) & 1
                heat = temperature[d] * np.exp(d_temperature[d] * (((on >> 1) & 1) * now[1] + reply * back[1]))
                for i in range(sides):
                    j = swap[i]
                    u = (on & 1) * d_cost[d, i] * now[0] + reply * d_cost[d, j] * back[0]
                    p = ((on >> 1) & 1) * d_win[d, i] * now[1] + reply * d_win[d, j] * back[1]
                    a = (
                        audience[d, i]
                        + ((on >> 2) & 1) * d_audience[d, i] * now[2]
                        + reply * d_audience[d, j] * back[2]
                    )
                    v = ((on >> 3) & 1) * d_trust[d, i] * now[3] + reply * d_trust[d, j] * back[3]
                    tau = ((on >> 4) & 1) * d_tau[d, i] * now[4]
                    belief = min(1.0, max(0.0, own[i] + excess + p))
                    odds = np.exp(-v)
                    risk = 1.0 - trust[d, i] * odds / (trust[d, i] * odds + 1.0 - trust[d, i])
                    premium[i, 0] = risk / (1.0 - risk) * loss[d, i]
                    risk *= guarantee[d]
                    premium[i, 1] = risk / (1.0 - risk) * loss[d, i]
                    plain[i] = cost[d, i] + u - a + tau - war_base[d, i] - belief * war_slope[d, i]
                    small[i] = tau - chi[d] * a
                    calm[i] = saving[d] * (cost[d, i] + u - premium[i, 0]) + pause[d, i] - chi[d] * a + tau
                held = 1.0
                if reply and lag[d] <= week < lag[d] + length[d]:
                    held = 1.0 - suspension[d]
                out[0, d, s] += held * _best(
                    limited_start[2 * d], limited_start[2 * d + 2], limited_gains, small, temperature[d]
                )
                pause_now = 1.0
                for i in range(sides):
                    pause_now *= _logistic(calm[i] / temperature[d])
                out[1, d, s] += held * max(LEAST, pause_now)
                best = 0.0
                for g in range(2):
                    for i in range(sides):
                        offset[i] = plain[i] - premium[i, g]
                    best = max(best, _best(start[2 * d + g], start[2 * d + g + 1], gains, offset, heat))
                out[2, d, s] += held * best
