"""Surplus: what a package gives a side beyond what it has without a deal, in units of the contested stake.

    L_i = sum_k w_ik { phi_k [ d (p_i v_ik(b_ik) + (1-p_i) v_ik(b_jk)) + (1-d) v_ik(sq) ] + (1-phi_k) v_ik(sq) }
    Z_i = sum_k w_ik ( v_ik(b_ik) - v_ik(b_jk) )
    s_i(x) = ( sum_k w_ik v_ik(x_k) - L_i ) / Z_i + c_i - e_i(x) - a_i + tau_i

over the stake issues that are not separable. It splits into gains per issue and rung, which never change, and an offset
per side and guarantee class, which moves with time and shocks. docs/explanation/model.md gives the reasons.
"""

from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray, quantised
from detente.settlement.draws import Draws
from detente.settlement.priors import sampled

LEAST_STAKE = 0.05
"""A side with less of its weight contested has an unknown stake; the draw is counted and not used."""
NO_GUARANTEE, ROBUST_GUARANTEE = 0, 1
"""The two guarantee classes: the last axis of every offset."""


@dataclass(frozen=True, slots=True, eq=False)
class Surplus:
    """The parts of s_i(x), kept apart so that talks can move each of them.

    Parameters
    ----------
    gains
        Per issue in play, w v / Z of each rung of the hull (n, P, R_k), in multiples of 1/GRAIN; separable issues too.
    usable
        (n,): False where a side's contested stake is under LEAST_STAKE of its weight; gains are 0 there.
    stake
        Z_i (n, P); with reservation values the weight of the issues that are not separable.
    war_base, war_slope
        War value over the stake: L_i / Z_i = war_base + p_i war_slope (n, P); with reservation values r_i and 0.
    win, optimism, belief_weight
        p, o and n0 (n,).
    cost, audience, trust, loss
        c_i, a_i, theta_i and l_i (n, P); cost, audience and loss are 0 with reservation values.
    guarantee
        m (n,).
    """

    gains: tuple[FloatArray, ...]
    usable: BoolArray
    stake: FloatArray
    war_base: FloatArray
    war_slope: FloatArray
    win: FloatArray
    optimism: FloatArray
    belief_weight: FloatArray
    cost: FloatArray
    audience: FloatArray
    trust: FloatArray
    loss: FloatArray
    guarantee: FloatArray

    def beliefs(self, week: float = 0.0, shift: FloatArray | float = 0.0) -> FloatArray:
        """Return each side's own chance of winning (n, P): optimism fades with the weeks, a shift adds to it.

        Parameters
        ----------
        week
            Weeks since the start of the talks, 0 or more.
        shift
            Added to p_i before clipping to [0, 1]; broadcast to (n, P).
        """
        excess = self.optimism * self.belief_weight / (self.belief_weight + week) / 2
        own = np.stack([self.win, 1 - self.win], axis=1) if self.cost.shape[1] == 2 else np.zeros_like(self.cost)
        believed: FloatArray = np.clip(own + excess[:, None] + shift, 0.0, 1.0)
        return believed

    def war_value(self, beliefs: FloatArray) -> FloatArray:
        """Return L_i / Z_i (n, P) at the given chances of winning (n, P)."""
        return self.war_base + beliefs * self.war_slope

    def premium(self, logit_shift: FloatArray | float = 0.0) -> FloatArray:
        """Return the risk of being cheated e_i per guarantee class (n, P, 2).

        Parameters
        ----------
        logit_shift
            Added to the logit of trust theta_i; broadcast to (n, P).
        """
        odds = np.exp(np.asarray(logit_shift, dtype=np.float64))
        trust: FloatArray = self.trust * odds / (self.trust * odds + 1 - self.trust)
        risk = (1 - trust)[:, :, None] * np.stack([np.ones_like(self.guarantee), self.guarantee], axis=1)[:, None, :]
        premium: FloatArray = risk / (1 - risk) * self.loss[:, :, None]
        return premium

    def offsets(
        self,
        week: float = 0.0,
        *,
        win_shift: FloatArray | float = 0.0,
        cost_shift: FloatArray | float = 0.0,
        audience_shift: FloatArray | float = 0.0,
        trust_shift: FloatArray | float = 0.0,
        inducement: FloatArray | float = 0.0,
    ) -> FloatArray:
        """Return what to add to a package's gains to have its surplus, per side and guarantee class.

        Parameters
        ----------
        week
            Weeks since the start of the talks.
        win_shift, cost_shift, audience_shift
            Added to p_i, c_i and a_i; broadcast to (n, P).
        trust_shift
            Added to the logit of theta_i; broadcast to (n, P).
        inducement
            tau_i; broadcast to (n, P).

        Returns
        -------
        ndarray
            Shape (n, P, 2) in multiples of 1/GRAIN; the last axis is NO_GUARANTEE, ROBUST_GUARANTEE.
        """
        plain = (
            self.cost + cost_shift - self.audience - audience_shift + inducement
            - self.war_value(self.beliefs(week, win_shift))
        )  # fmt: skip
        return quantised(plain[:, :, None] - self.premium(trust_shift))


def surplus(case: Case, draws: Draws) -> Surplus:
    """Work out the parts of every side's surplus in every draw.

    Parameters
    ----------
    case
        With two sides, or with a reservation value for every side.
    draws
        Of this case.

    Returns
    -------
    Surplus
        The gains per issue and rung, and what the offsets are made of.

    Raises
    ------
    CannotWorkOut
        Where what a side has without a deal is unknown, or where nothing but separable issues is in play.

    Source
    ------
    Fearon (1995), Rationalist explanations for war, for the bargaining range; the premium after Kydd and Walter (2002).

    Examples
    --------
    >>> from detente.case.model import Demand, Issue, Party, Rung
    >>> from detente.settlement.draws import draw
    >>> rungs = tuple(Rung(f"r{n}", n / 4, "", stated=True) for n in range(5))
    >>> case = Case("pie", (Party("a", "A", "side"), Party("b", "B", "side")),
    ...             (Issue("pie", "Pie", "stake", rungs, "r2", phi=(1, 1)),),
    ...             (Demand("a", "pie", "r4", "demands"), Demand("b", "pie", "r0", "demands")))
    >>> surplus(case, draw(case, n=3)).offsets().shape
    (3, 2, 2)
    """
    counted = ~draws.separable
    if not counted.any():
        what = "only issues that can be settled while the fighting goes on are" if draws.issues else "no issue is"
        raise CannotWorkOut(f"{what} in play, so nothing says what the sides fight over; add the issues in dispute")
    if set(draws.sides) <= set(case.reservation):
        return _from_reservation(case, draws, counted)
    if len(draws.sides) > 2:
        raise CannotWorkOut(
            f"what {len(draws.sides)} sides have without a deal depends on who fights whom; give each side's "
            f"reservation value, from 0 to 1, in the case file (--case): reservation: {_example(draws)}"
        )
    return _from_war(draws, counted)


def _example(draws: Draws) -> str:
    return f"{{{', '.join(f'{side}: 0.4' for side in draws.sides)}}}"


def _from_war(draws: Draws, counted: BoolArray) -> Surplus:
    weights = draws.weights * counted
    decided = draws.phi[:, None, :] * draws.values_of["decisive-share"][:, None, None]
    at_other = np.stack([draws.at_peak_of[:, 0, 1], draws.at_peak_of[:, 1, 0]], axis=1)
    stake = (weights * (1 - at_other)).sum(axis=2)
    usable = (stake >= LEAST_STAKE * weights.sum(axis=2)).all(axis=1) & (stake > 0).all(axis=1)
    unit = np.where(usable[:, None], stake, np.inf)
    lost = (weights * (decided * at_other + (1 - decided) * draws.at_status_quo)).sum(axis=2)
    known = draws.values_of
    return Surplus(
        gains=_gains(draws, unit),
        usable=usable,
        stake=stake,
        war_base=lost / unit,
        war_slope=(weights * decided * (1 - at_other)).sum(axis=2) / unit,
        win=known["win-probability"],
        optimism=known["optimism"],
        belief_weight=known["belief-weight"],
        cost=known["war-cost"],
        audience=known["audience-cost"],
        trust=known["trust"],
        loss=known["loss-if-cheated"],
        guarantee=known["guarantee"],
    )


def _from_reservation(case: Case, draws: Draws, counted: BoolArray) -> Surplus:
    stake = (draws.weights * counted).sum(axis=2)
    usable = (stake > 0).all(axis=1)
    known, nothing = draws.values_of, np.zeros(stake.shape)
    reserved = [sampled(case.reservation[i], draws.n, draws.seed, "reservation", i) for i in draws.sides]
    return Surplus(
        gains=_gains(draws, np.where(usable[:, None], stake, np.inf)),
        usable=usable,
        stake=stake,
        war_base=nothing + np.stack(reserved, axis=1),
        war_slope=nothing,
        win=known["win-probability"],
        optimism=known["optimism"],
        belief_weight=known["belief-weight"],
        cost=nothing,
        audience=nothing,
        trust=known["trust"],
        loss=nothing,
        guarantee=known["guarantee"],
    )


def _gains(draws: Draws, unit: FloatArray) -> tuple[FloatArray, ...]:
    share = draws.weights / unit[:, :, None]
    return tuple(quantised(share[:, :, k, None] * values) for k, values in enumerate(draws.values))
