"""The three tracks week by week: how readily agreement comes in every draw, for every set of active channels.

    A = max_x prod_i logistic(s_i(x) / T)        S <- S exp(-lambda mu A)        P = 1 - S

The rate lambda is constant within a draw, so the sum G = sum_t mu_t A_t carries everything a shock does:
P = 1 - exp(-lambda G), and the hazard ratio of two runs is the ratio of their G. docs/explanation/model.md says why.
"""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from detente.case.calendar import Calendar
from detente.case.model import Case
from detente.settlement.arrays import FloatArray, IntArray
from detente.settlement.draws import Draws
from detente.settlement.frontier import Frontiers, frontiers
from detente.settlement.kernels import kernel
from detente.settlement.results import Composition
from detente.settlement.surplus import Surplus
from detente.talks.calendar import open_weeks
from detente.talks.pulse import FADING, Pulse
from detente.talks.results import CHANNELS, TRACKS

LEAST = 1e-300
"""What A is at least where something is allowed: however small the chance, it is no structural zero."""
_WORTH_A_THREAD = 20_000
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
    calendar, day
        When the sides meet, and the ISO day on which the weeks begin where no event says so; None where they may agree
        in every week, and where no day is known.
    """

    draws: Draws
    parts: Surplus
    comprehensive: Frontiers
    limited: Frontiers
    truce: FloatArray
    calendar: Calendar | None = None
    day: str | None = None


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
        calendar=case.calendar,
        day=case.date,
    )


def readiness(
    base: Ground,
    shocks: Pulse | Sequence[Pulse] | None,
    masks: IntArray,
    weeks: int,
    first: int | None = None,
) -> FloatArray:
    """Return G = sum over weeks of mu_t A_t, per track, draw and set of channels.

    Parameters
    ----------
    base
        One composition.
    shocks
        One, or several at once, whose shifts add up; None for talks without one: then every mask gives the same.
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
    out: FloatArray = readiness_at(base, shocks, masks, (weeks,), first)[0]
    return out


def readiness_at(
    base: Ground,
    shocks: Pulse | Sequence[Pulse] | None,
    masks: IntArray,
    horizons: Sequence[int],
    first: int | None = None,
) -> FloatArray:
    """Return G at several horizons of one run.

    Parameters
    ----------
    base, shocks, masks, first
        As in `readiness`.
    horizons
        Weeks, rising, each at least 1.

    Returns
    -------
    ndarray
        Shape (h, 3, n, m).
    """
    n = base.draws.n if first is None else min(first, base.draws.n)
    given = [shocks] if isinstance(shocks, Pulse) else list(shocks or ())
    felt = given or [_none(base.draws.n, len(base.draws.sides))]
    out = np.zeros((len(horizons), len(TRACKS), n, len(masks)))
    parts, known = base.parts, base.draws.values_of

    def over(of: Callable[[Pulse], FloatArray]) -> FloatArray:
        return np.stack([of(pulse) for pulse in felt])

    run = (
        np.asarray(masks, dtype=np.int64), np.asarray(horizons, dtype=np.int64),
        base.comprehensive.start, base.comprehensive.gains, base.limited.start, base.limited.gains, base.truce,
        parts.war_base, parts.war_slope, parts.win, parts.optimism, parts.belief_weight,
        parts.cost, parts.audience, parts.trust, parts.loss, parts.guarantee,
        known["partial-step"], known["truce-saving"], known["temperature"],
        over(lambda f: f.cost), over(lambda f: f.win), over(lambda f: f.audience), over(lambda f: f.trust),
        over(lambda f: f.inducement), over(lambda f: f.temperature), over(lambda f: f.half_life),
        over(lambda f: f.reprisal), over(lambda f: f.lag), over(lambda f: f.suspension), over(lambda f: f.length),
        np.stack([f.swap for f in felt]),
        open_weeks(base.calendar, base.draws.n, base.draws.seed, horizons[-1], felt[0].day or base.day),
    )  # fmt: skip
    # Every draw is a world of its own, so how they are shared out changes no bit of the result.
    half = n // 2 if n * len(masks) > _WORTH_A_THREAD else n
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(_weekly, out, half, n, *run)
        _weekly(out, 0, half, *run)
        other.result()
    return out


def _wants_truce(case: Case, side: str) -> int:
    """Return 1 for a side that asks for or takes a truce, -1 for one that refuses, 0 if silent; the latest counts."""
    said = [d for issue in case.issues if issue.role == "termination" for d in case.demands_of(side, issue.id)]
    if not said:
        return 0
    latest = max(said, key=lambda d: d.date or "")
    return -1 if latest.stance == "rejects" else 1


def _none(n: int, sides: int) -> Pulse:
    flat, wide, never = np.zeros(n), np.zeros((n, sides)), np.zeros((n, 1))
    fading = np.ones((n, len(FADING)))
    return Pulse(wide, wide, wide, wide, wide, flat, fading, never, never, never, never, np.arange(sides), {})


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
    out: FloatArray, first: int, stop: int, masks: IntArray, horizons: IntArray,
    start: IntArray, gains: FloatArray, limited_start: IntArray, limited_gains: FloatArray, pause: FloatArray,
    war_base: FloatArray, war_slope: FloatArray, win: FloatArray, optimism: FloatArray, belief_weight: FloatArray,
    cost: FloatArray, audience: FloatArray, trust: FloatArray, loss: FloatArray, guarantee: FloatArray,
    chi: FloatArray, saving: FloatArray, temperature: FloatArray,
    d_cost: FloatArray, d_win: FloatArray, d_audience: FloatArray, d_trust: FloatArray, d_tau: FloatArray,
    d_temperature: FloatArray, half_life: FloatArray,
    reprisal: FloatArray, lag: FloatArray, suspension: FloatArray, length: FloatArray,
    swap: IntArray, open_share: FloatArray,
) -> None:  # fmt: skip
    """Put the sum of mu A up to each horizon into `out` (h, 3, n, m) for some draws; bits in the order of CHANNELS."""
    sides, shocks, links, last = cost.shape[1], d_cost.shape[0], lag.shape[2], len(horizons) - 1
    plain, small, calm, own = np.zeros(sides), np.zeros(sides), np.zeros(sides), np.zeros(sides)
    premium, offset = np.zeros((sides, 2)), np.zeros(sides)
    now, back, forth = np.zeros((shocks, 5)), np.zeros((shocks, 5)), np.zeros((shocks, 5))
    for d in range(first, stop):
        own[0], own[1] = win[d], 1.0 - win[d]
        reached = 0
        for week in range(horizons[last]):
            excess = optimism[d] * belief_weight[d] / (belief_weight[d] + week) / 2.0
            for k in range(shocks):
                for c in range(5):
                    now[k, c] = 0.5 ** (week / half_life[k, d, c])
                    back[k, c], forth[k, c] = 0.0, 0.0
                for link in range(links):
                    since = week - lag[k, d, link]
                    if since >= 0.0:
                        for c in range(5):
                            left = reprisal[k, d, link] * 0.5 ** (since / half_life[k, d, c])
                            if link % 2 == 0:
                                back[k, c] += left
                            else:
                                forth[k, c] += left
            for s in range(len(masks)):
                on = masks[s]
                reply = (on >> 5) & 1
                heat, held = 0.0, open_share[d, week]
                for k in range(shocks):
                    heat += d_temperature[k, d] * (((on >> 1) & 1) * now[k, 1] + reply * (back[k, 1] + forth[k, 1]))
                    for link in range(links):
                        if reply and lag[k, d, link] <= week < lag[k, d, link] + length[k, d, link]:
                            held *= 1.0 - suspension[k, d, link]
                heat = temperature[d] * np.exp(heat)
                for i in range(sides):
                    u, p, v, tau = 0.0, 0.0, 0.0, 0.0
                    a = audience[d, i]
                    for k in range(shocks):
                        j = swap[k, i]
                        u += (on & 1) * d_cost[k, d, i] * now[k, 0] + reply * d_cost[k, d, j] * back[k, 0]
                        p += ((on >> 1) & 1) * d_win[k, d, i] * now[k, 1] + reply * d_win[k, d, j] * back[k, 1]
                        a += ((on >> 2) & 1) * d_audience[k, d, i] * now[k, 2] + reply * d_audience[k, d, j] * back[
                            k, 2
                        ]
                        v += ((on >> 3) & 1) * d_trust[k, d, i] * now[k, 3] + reply * d_trust[k, d, j] * back[k, 3]
                        if links > 1:
                            u += reply * d_cost[k, d, i] * forth[k, 0]
                            p += reply * d_win[k, d, i] * forth[k, 1]
                            a += reply * d_audience[k, d, i] * forth[k, 2]
                            v += reply * d_trust[k, d, i] * forth[k, 3]
                        tau += ((on >> 4) & 1) * d_tau[k, d, i] * now[k, 4]
                    belief = min(1.0, max(0.0, own[i] + excess + p))
                    odds = np.exp(-v)
                    risk = 1.0 - trust[d, i] * odds / (trust[d, i] * odds + 1.0 - trust[d, i])
                    premium[i, 0] = risk / (1.0 - risk) * loss[d, i]
                    risk *= guarantee[d]
                    premium[i, 1] = risk / (1.0 - risk) * loss[d, i]
                    plain[i] = cost[d, i] + u - a + tau - war_base[d, i] - belief * war_slope[d, i]
                    small[i] = tau - chi[d] * a
                    calm[i] = saving[d] * (cost[d, i] + u - premium[i, 0]) + pause[d, i] - chi[d] * a + tau
                out[last, 0, d, s] += held * _best(
                    limited_start[2 * d], limited_start[2 * d + 2], limited_gains, small, temperature[d]
                )
                pause_now = 1.0
                for i in range(sides):
                    pause_now *= _logistic(calm[i] / temperature[d])
                out[last, 1, d, s] += held * max(LEAST, pause_now)
                best = 0.0
                for g in range(2):
                    for i in range(sides):
                        offset[i] = plain[i] - premium[i, g]
                    best = max(best, _best(start[2 * d + g], start[2 * d + g + 1], gains, offset, heat))
                out[last, 2, d, s] += held * best
            if week + 1 == horizons[reached] and reached < last:
                out[reached, :, d, :] = out[last, :, d, :]
                reached += 1
