"""A shock in numbers: what each channel adds to whom, per draw, and how fast it fades."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import FloatArray, IntArray
from detente.settlement.draws import Draws
from detente.settlement.priors import stream
from detente.talks.results import Shock

QUARTILE = 0.6744897501960817
"""The upper quartile of the standard normal: a lag is lognormal, given by its median and upper quartile."""
FADING = ("cost", "information", "audience", "trust", "third party")
"""The channels with a half-life, in the order of the last axis of `Pulse.half_life`."""


@dataclass(frozen=True, slots=True, eq=False)
class Pulse:
    """What a shock adds at its start, per draw and side (n, P); zero for channels its card does not have.

    Parameters
    ----------
    cost, win, audience, trust, inducement
        Added to c, p and a, taken from the logit of theta, added to tau.
    temperature
        Logarithm of the factor on T (n,).
    half_life
        In weeks (n, 5), in the order of FADING.
    reprisal
        Size of each blow that answers the one before it, as a share of the act (n, links). The first, third, ... are
        copies with the roles swapped, the second, fourth, ... with the roles of the act. In expectation there is one:
        the ratio, times its chance where none is observed.
    lag
        Weeks from the act to the blow (n, links), infinite where it never comes.
    suspension
        Share of meetings that fall away while the blow lasts (n, links).
    length
        Weeks that it lasts (n, links).
    swap
        Whose shift falls on each side in a reprisal (P,): actor and target change places, others keep theirs.
    drawn
        Name of a quantity to its draws (n,), for sensitivity.
    day
        ISO day of the event, the first of its weeks; None where it has none.
    """

    cost: FloatArray
    win: FloatArray
    audience: FloatArray
    trust: FloatArray
    inducement: FloatArray
    temperature: FloatArray
    half_life: FloatArray
    reprisal: FloatArray
    lag: FloatArray
    suspension: FloatArray
    length: FloatArray
    swap: IntArray
    drawn: Mapping[str, FloatArray]
    day: str | None = None


def pulse(case: Case, shock: Shock, draws: Draws) -> Pulse:
    """Draw what a shock adds.

    Parameters
    ----------
    case, draws
        Draws of this case.
    shock
        Actor or target is a side; a reprisal needs both to be.

    Returns
    -------
    Pulse
        The streams are keyed by channel and quantity, so that two shocks meet the same draws.
    """
    drawn: dict[str, FloatArray] = {}

    def size(channel: str, name: str, party: str = "") -> FloatArray:
        ends = shock.channels.get(channel, {}).get(name)
        if ends is None:
            return np.zeros(draws.n)
        out = ends[0] + (ends[1] - ends[0]) * stream(draws.seed, "shock", channel, name, party).random(draws.n)
        drawn[f"{channel}: {name}{f' ({party})' if party else ''}"] = out
        return out

    half_life = np.stack([np.maximum(size(channel, "half-life"), 1e-9) for channel in FADING], axis=1)
    amounts = {
        channel: _placed(shock, draws, channel, size(channel, "amount")) for channel in ("cost", "audience", "trust")
    }
    win = _at(draws, shock.actor, size("information", "actor-up"))
    win -= _at(draws, shock.target, size("information", "target-down"))
    inducement = np.stack([size("third party", "amount", side) for side in draws.sides], axis=1)
    if "third party" not in shock.to_both:
        inducement *= np.array([side == shock.target for side in draws.sides])
    factor = size("information", "temperature")
    reprisal, lag, suspension, length = _reprisal(shock, draws, size)
    return Pulse(
        cost=amounts["cost"],
        win=win,
        audience=amounts["audience"],
        trust=amounts["trust"],
        inducement=inducement,
        temperature=np.log(np.where(factor > 0, factor, 1.0)),
        half_life=half_life,
        reprisal=reprisal[:, None],
        lag=lag[:, None],
        suspension=suspension[:, None],
        length=length[:, None],
        swap=_swapped(shock, draws),
        drawn=drawn,
        day=shock.date,
    )


def _swapped(shock: Shock, draws: Draws) -> IntArray:
    places = {shock.actor: shock.target, shock.target: shock.actor}
    order = list(draws.sides)
    swapped = (places.get(side, side) for side in order)
    return np.array([order.index(s) if s in order else p for p, s in enumerate(swapped)], dtype=np.int64)


def _at(draws: Draws, party: str, amount: FloatArray) -> FloatArray:
    """Return (n, P): the amount at the party's place, nothing where it is no side."""
    return amount[:, None] * np.array([side == party for side in draws.sides], dtype=np.float64)


def _placed(shock: Shock, draws: Draws, channel: str, amount: FloatArray) -> FloatArray:
    if channel in shock.to_both:
        return np.repeat(amount[:, None], len(draws.sides), axis=1)
    return _at(draws, shock.target, amount)


def _reprisal(
    shock: Shock, draws: Draws, size: Callable[[str, str], FloatArray]
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return share, lag, suspension and length; what the record shows is not drawn.

    Where the record has the reprisal, it comes for certain and at its lag. Where it has a round soon after, no meeting
    falls away.
    """
    nothing = np.zeros(draws.n)
    if "retaliation" not in shock.channels or not {shock.actor, shock.target} <= set(draws.sides):
        return nothing, nothing, nothing, nothing
    ratio, chance = size("retaliation", "ratio"), size("retaliation", "probability")
    suspension, length = size("retaliation", "suspension"), size("retaliation", "length")
    if shock.meeting_observed:
        suspension = nothing
    if shock.retaliation_observed:
        return ratio, np.full(draws.n, (shock.reprisal_lag or 0) / 7), suspension, length
    normal = stream(draws.seed, "shock", "retaliation", "lag").standard_normal(draws.n)
    return ratio * chance, lag_weeks(shock, normal), suspension * chance, length


def lag_weeks(shock: Shock, normal: FloatArray) -> FloatArray:
    """Return the weeks until a reprisal for draws of the standard normal, of any shape.

    Parameters
    ----------
    shock
        With the channel `retaliation`: its lag is the median and the upper quartile in days.
    normal
        What the lognormal is made of.
    """
    median, quartile = shock.channels["retaliation"]["lag"]
    spread = math.log(quartile / median) / QUARTILE if quartile > median else 0.0
    out: FloatArray = median / 7 * np.exp(spread * normal)
    return out
