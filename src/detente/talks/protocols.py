"""Closed forms of bargaining theory: what the pieces of the model reduce to in the smallest cases.

A and B divide a pie of 1; x is A's share. They explain the model and check it; `simulate` does not call them.
"""

from dataclasses import dataclass

from detente.tabled import Tabled

__all__ = [
    "Ultimatum",
    "audience_costs",
    "bargaining_range",
    "breakdown_offers",
    "commitment_problem",
    "flow_value_of_war",
    "guarantee_needed",
    "nash_division",
    "power_shift_war",
    "risky_below",
    "rubinstein",
    "ruin",
    "settling_time",
    "trust_after_violence",
    "trust_needed",
    "ultimatum",
    "war_of_attrition",
]


def rubinstein(patience_a: float, patience_b: float) -> float:
    """Return A's share when the sides alternate offers and A begins.

    Parameters
    ----------
    patience_a, patience_b
        Discount factors in (0, 1).

    Returns
    -------
    float
        In [0, 1].

    Source
    ------
    Rubinstein (1982), Perfect equilibrium in a bargaining model.

    Examples
    --------
    >>> round(rubinstein(0.9, 0.9), 6)
    0.526316
    """
    return (1 - patience_b) / (1 - patience_a * patience_b)


def breakdown_offers(outside_a: float, outside_b: float, breakdown: float, patience: float = 1.0) -> float:
    """Return A's share when every refusal ends the talks with some chance.

    Parameters
    ----------
    outside_a, outside_b
        What each has if the talks break down, in [0, 1], together at most 1.
    breakdown
        Chance in (0, 1) that a refusal ends the talks.
    patience
        Common discount factor in (0, 1].

    Returns
    -------
    float
        A's share; tends to the Nash bargaining solution as `breakdown` tends to 0.

    Source
    ------
    Binmore, Rubinstein and Wolinsky (1986), The Nash bargaining solution in economic modelling.

    Examples
    --------
    >>> round(breakdown_offers(0.4, 0.3, 0.1), 6)
    0.557895
    """
    k = (1 - breakdown) * patience
    return (1 - breakdown * outside_b - k * (1 - breakdown * outside_a)) / (1 - k * k)


def bargaining_range(win: float, cost_a: float, cost_b: float) -> tuple[float, float]:
    """Return the shares of A that both prefer to war.

    Parameters
    ----------
    win
        Chance p in [0, 1] that A wins.
    cost_a, cost_b
        Costs of war, 0 or more.

    Returns
    -------
    tuple
        [p - cA, p + cB].

    Source
    ------
    Fearon (1995), Rationalist explanations for war.

    Examples
    --------
    >>> bargaining_range(0.3, 0.05, 0.25)
    (0.25, 0.55)
    """
    return win - cost_a, win + cost_b


def nash_division(win: float, cost_a: float, cost_b: float, power: float = 0.5) -> float:
    """Return A's share in the Nash solution with bargaining power `power` in [0, 1] over the bargaining range.

    Source
    ------
    Nash (1950), The bargaining problem; on the range of Fearon (1995).

    Examples
    --------
    >>> round(nash_division(0.6, 0.1, 0.2), 6)
    0.65
    """
    return win - cost_a + power * (cost_a + cost_b)


@dataclass(frozen=True, slots=True)
class Ultimatum(Tabled):
    """What happens when A makes one offer and does not know B's cost of war.

    Parameters
    ----------
    demand
        The share A asks for.
    war
        Chance of war in [0, 1].
    value
        What A expects.
    """

    demand: float
    war: float
    value: float


def ultimatum(win: float, cost_a: float, cost_b: tuple[float, float]) -> Ultimatum:
    """Return A's best single offer when B's cost is uniform on a range that A knows.

    Parameters
    ----------
    win
        Chance p in [0, 1] that A wins.
    cost_a
        A's cost, 0 or more.
    cost_b
        Lowest and highest cost of B, with p plus the demanded premium at most 1.

    Returns
    -------
    Ultimatum
        Demand p + t with t = max(lowest, (highest - cA) / 2).

    Source
    ------
    Fearon (1995), section on private information.

    Examples
    --------
    >>> found = ultimatum(0.5, 0.1, (0.0, 0.5))
    >>> round(found.demand, 6), round(found.war, 6), round(found.value, 6)
    (0.7, 0.4, 0.58)
    """
    low, high = cost_b
    premium = min(max(low, (high - cost_a) / 2), high)
    war = (premium - low) / (high - low) if high > low else 0.0
    return Ultimatum(win + premium, war, (1 - war) * (win + premium) + war * (win - cost_a))


def power_shift_war(advantage: float, highest_cost: float, cost: float) -> float:
    """Return the chance of war when the status quo lags behind power.

    Parameters
    ----------
    advantage
        p - q, how much the challenger would win by force beyond the status quo.
    highest_cost
        D: the challenger's cost is uniform on [0, D].
    cost
        s, the defender's cost.

    Source
    ------
    Powell (1996, 1999): min{max(p - q, 0), (D - s) / 2} / D.

    Examples
    --------
    >>> round(power_shift_war(0.1, 0.5, 0.1), 6)
    0.2
    """
    return min(max(advantage, 0.0), (highest_cost - cost) / 2) / highest_cost


def commitment_problem(patience: float, now: float, later: float, cost_a: float, cost_b: float) -> tuple[float, float]:
    """Return what B gets from war now and the most that peace can give it when its power falls.

    Parameters
    ----------
    patience
        Discount factor in (0, 1).
    now, later
        The declining side's chance of winning now and later.
    cost_a, cost_b
        Cost of war of the declining side and of the other.

    Returns
    -------
    tuple
        (war, peace); preventive war where the first is larger.

    Source
    ------
    Fearon (1995) and Powell (2006), War as a commitment problem; the rising side makes all later offers.

    Examples
    --------
    >>> war, peace = commitment_problem(0.9, 0.9, 0.3, 0.5, 0.5)
    >>> round(war, 6), round(peace, 6)
    (8.5, 4.15)
    """
    return now / (1 - patience) - cost_a, 1 + patience * (later / (1 - patience) + cost_b)


def guarantee_needed(patience: float, now: float, later: float, cost_a: float, cost_b: float) -> float:
    """Return the share of a coming shift of power that a guarantee must take away to prevent preventive war.

    Source
    ------
    From `commitment_problem`: the later chance p2* at which war and peace are equal; g = (p2* - p2) / (p1 - p2).

    Examples
    --------
    >>> round(guarantee_needed(0.9, 0.9, 0.3, 0.5, 0.5), 4)
    0.8056
    """
    war, _ = commitment_problem(patience, now, later, cost_a, cost_b)
    balance = ((war - 1) / patience - cost_b) * (1 - patience)
    return max(0.0, (balance - later) / (now - later))


def settling_time(weight: float, gap: float, costs: float) -> float:
    """Return after how many observations beliefs are close enough to settle.

    Parameters
    ----------
    weight
        n0, how much the sides' first beliefs count; the gap at t is gap n0 / (n0 + t).
    gap
        D0, by how much the chances of winning add up to more than 1.
    costs
        cA + cB.

    Source
    ------
    Convergence of beliefs after Slantchev (2003).

    Examples
    --------
    >>> round(settling_time(10, 0.3, 0.2), 6)
    5.0
    """
    return max(0.0, weight * (gap / costs - 1))


def war_of_attrition(value: float, cost: float, time: float) -> float:
    """Return the chance that a side has given in by `time`: 1 - exp(-c t / v).

    Source
    ------
    Maynard Smith (1974); Fearon (1994) for crises.

    Examples
    --------
    >>> round(war_of_attrition(1, 0.1, 5), 4)
    0.3935
    """
    from math import exp

    return 1 - exp(-cost * time / value)


def risky_below(low: float, high: float, cost_a: float) -> float:
    """Return the chance that B is tough below which A's best offer risks war.

    Parameters
    ----------
    low, high
        War costs of a tough and of a soft B, low < high.
    cost_a
        A's cost, 0 or more.

    Returns
    -------
    float
        In (0, 1]; where A takes the risk, war comes exactly if B is tough.

    Source
    ------
    Fearon (1995), private information with two types.

    Examples
    --------
    >>> round(risky_below(0.1, 0.4, 0.2), 6)
    0.5
    """
    return (high - low) / (high + cost_a)


def ruin(win: float, held: int, forts: int) -> tuple[float, float]:
    """Return A's chance of ending with every fort, and the expected number of battles.

    Parameters
    ----------
    win
        A's chance in (0, 1) of winning one battle, which moves one fort.
    held, forts
        Forts that A holds at the start, and all forts.

    Source
    ------
    Gambler's ruin: a random walk between two absorbing ends.

    Examples
    --------
    >>> ruin(0.5, 5, 10)
    (0.5, 25.0)
    """
    if win == 0.5:
        return held / forts, float(held * (forts - held))
    r = (1 - win) / win
    chance = (1 - r**held) / (1 - r**forts)
    return chance, (held - forts * chance) / (1 - 2 * win)


def audience_costs(value: float, rate: float, time: float) -> tuple[float, float]:
    """Return the hazard of backing down at `time`, and the chance of having done so by then.

    Parameters
    ----------
    value
        What is at stake, above 0.
    rate
        Growth of the audience cost per unit of time, above 0.
    time
        Since the crisis began, 0 or more.

    Source
    ------
    Fearon (1994), Domestic political audiences and the escalation of international disputes.

    Examples
    --------
    >>> audience_costs(1, 0.1, 10)
    (0.05, 0.5)
    """
    reached = value + rate * time
    return rate / reached, rate * time / reached


def flow_value_of_war(
    win_rate: float, loss_rate: float, prize: float, loss: float, cost: float, interest: float
) -> float:
    """Return what a war is worth that goes on until somebody wins it.

    Parameters
    ----------
    win_rate, loss_rate
        Chances per unit of time of winning and of losing it.
    prize, loss
        What winning gives and losing takes.
    cost
        Of fighting, per unit of time.
    interest
        Discount rate per unit of time, above 0.

    Returns
    -------
    float
        W = (lA v - lB l - c) / (r + lA + lB); the room for a deal is 1 - WA - WB.

    Source
    ------
    Present value of a flow that ends at a constant rate.

    Examples
    --------
    >>> round(flow_value_of_war(0.1, 0.1, 1, 0, 0.05, 0.05), 6)
    0.2
    """
    return (win_rate * prize - loss_rate * loss - cost) / (interest + win_rate + loss_rate)


def trust_after_violence(trust: float, strong: float, strong_stops: float, weak_stops: float) -> float:
    """Return the trust that is left when spoilers strike during the talks.

    Who could have stopped them is trusted less; who could not is forgiven.

    Parameters
    ----------
    trust
        Chance in [0, 1] that the other side means to keep a deal, before.
    strong
        Chance in [0, 1] that it could have stopped them.
    strong_stops, weak_stops
        How often a strong and a weak side that means well stops them; one that means ill never does.

    Source
    ------
    After Kydd and Walter (2002), Sabotaging the peace; reduced form.

    Examples
    --------
    >>> round(trust_after_violence(0.6, 0.9, 0.8, 0.1), 4)
    0.2883
    """
    likelihood = strong * (1 - strong_stops) + (1 - strong) * (1 - weak_stops)
    return trust * likelihood / (trust * likelihood + 1 - trust)


def trust_needed(gain: float, loss: float) -> float:
    """Return the least trust at which a deal pays: l / (b + l) for a gain b if it is kept and a loss l if not.

    Examples
    --------
    >>> trust_needed(1, 1)
    0.5
    """
    return loss / (gain + loss)
