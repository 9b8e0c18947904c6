"""The talks against two oracles: a case small enough for pencil and paper, and the model's formulas by brute force."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

from detente.settlement.draws import draw
from detente.settlement.surplus import surplus
from detente.talks import CHANNELS, Shock, find_shock, simulate
from detente.talks.pulse import FADING, pulse
from detente.talks.tracks import ground, readiness

KNOWN = {
    "win-probability": 0.5, "optimism": 0.0, "decisive-share": 1.0, "war-cost": 0.1, "trust": 1.0, "audience-cost": 0.0,
    "value-curvature": 1.0, "temperature": 0.1, "pace-comprehensive": 0.01, "pace-truce": 0.01, "partial-step": 0.5,
    "truce-saving": 0.2,
}  # fmt: skip
WEEKS = 4


def logistic(s):
    return 1 / (1 + math.exp(-s))


@pytest.fixture(scope="module")
def pie(two_sides):
    """One pie of which nothing is unknown: half is what war gives, .1 is what it costs each side."""
    return replace(two_sides, assumptions={name: (value, value) for name, value in KNOWN.items()})


def felt_by_b(**channels):
    """A shock by A on B of known size, whose half-life is two weeks."""
    given = {name: {"amount": (size, size), "half-life": (2.0, 2.0)} for name, size in channels.items()}
    return Shock("known", "known", "assault", "a", "b", None, given)


def chance(odds, track, shocked=False):
    found = next(o for o in odds.tracks if (o.track, o.composition) == (track, "table"))
    return (found.with_shock if shocked else found.without).mid


def best_split(u, weeks=WEEKS):
    """Sum over weeks of max_x logistic((x - .5 + .1) / T) logistic((.5 - x + .1 + u / 2^(t / 2)) / T)."""
    return sum(
        max(
            logistic((n / 10 - 0.4) / 0.1) * logistic((0.6 - n / 10 + u * 0.5 ** (t / 2)) / 0.1) for n in range(11)
        )
        for t in range(weeks)
    )  # fmt: skip


def test_one_pie_without_a_shock(pie):
    """P = 1 - exp(-lambda sum A): the even split gives each side what it saves of the war."""
    odds = simulate(pie, draws=3, weeks=WEEKS)
    assert chance(odds, "comprehensive") == pytest.approx(1 - math.exp(-0.01 * WEEKS * logistic(1) ** 2), rel=1e-9)


@pytest.mark.parametrize("u", [0.05, 0.2, -0.3])
def test_one_pie_with_a_fading_cost(pie, u):
    """A cost to B alone moves the best split and fades by half every two weeks; audience is its mirror image."""
    expected = 1 - math.exp(-0.01 * best_split(u))
    for shock in (felt_by_b(cost=u), felt_by_b(audience=-u)):
        odds = simulate(pie, (shock,), draws=3, weeks=WEEKS)
        assert chance(odds, "comprehensive", shocked=True) == pytest.approx(expected, rel=1e-9)


def test_one_pie_and_a_truce(pie):
    """A truce saves a fifth of the cost of war; of B's cost too, and half of its audience cost."""
    odds = simulate(pie, (felt_by_b(cost=0.1, audience=0.02),), draws=3, weeks=1)
    shocked = logistic(0.2) * logistic((0.2 * 0.2 - 0.5 * 0.02) / 0.1)
    assert chance(odds, "truce") == pytest.approx(1 - math.exp(-0.01 * logistic(0.2) ** 2), rel=1e-9)
    assert chance(odds, "truce", shocked=True) == pytest.approx(1 - math.exp(-0.01 * shocked), rel=1e-9)


def test_nothing_separable_is_no_limited_deal(pie):
    """Without a bundle to agree on, the limited track is a structural zero."""
    odds = simulate(pie, (felt_by_b(cost=0.1),), draws=3)
    assert chance(odds, "limited") == 0.0
    effect = next(e for e in odds.effects if (e.track, e.composition) == ("limited", "table"))
    assert effect.share_structural_zero == 1.0


def test_a_hopeless_deal_is_no_structural_zero(pie):
    """Where a package is allowed that both sides abhor, the chance is tiny and not zero."""
    hopeless = {**pie.assumptions, "audience-cost": (1.0, 1.0), "temperature": (0.001, 0.001)}
    odds = simulate(replace(pie, assumptions=hopeless), (felt_by_b(cost=0.1),), draws=3)
    found = {(o.track, o.composition): o.structural_zero for o in odds.tracks}
    assert (found["comprehensive", "table"], found["truce", "table"], found["limited", "table"]) == (0.0, 0.0, 1.0)


class ByHand:
    """The formulas of docs/explanation/model.md for one draw, package by package, with nothing precomputed."""

    def __init__(self, case, drawn, felt, composition, d, weeks=3, swap=(1, 0)):
        self.drawn, self.felt, self.d, self.weeks = drawn, felt, d, weeks
        self.known = {name: values[d] for name, values in drawn.values_of.items()}
        self.allowed = [mask[d] for mask in drawn.allowed[composition]]
        self.open = drawn.gate[composition][d]
        self.swap, self.sides, self.worth = (
            swap,
            range(len(drawn.sides)),
            [case.reservation.get(s) for s in drawn.sides],
        )
        asks = {"demands": 1, "proposes": 1, "accepts": 1, "rejects": -1}
        endings = [issue.id for issue in case.issues if issue.role == "termination"]
        stances = {side: [d.stance for id in endings for d in case.demands_of(side, id)] for side in drawn.sides}
        self.pause = [
            asks[stances[side][0]] * self.known["time-on-side"][i] if stances[side] else 0.0
            for i, side in enumerate(drawn.sides)
        ]

    def stake(self, i):
        """Z_i over the issues that are not separable; all that is at stake where reservation values are given."""
        if self.worth[i] is not None:
            return sum(self.drawn.weights[self.d, i, k] for k in self.issues(separable=False))
        w, at = self.drawn.weights[self.d, i], self.drawn.at_peak_of[self.d, i]
        return sum(w[k] * (at[i, k] - at[1 - i, k]) for k in self.issues(separable=False))

    def war(self, i, p):
        """L_i at the chance of winning p."""
        w, at, sq = (x[self.d, i] for x in (self.drawn.weights, self.drawn.at_peak_of, self.drawn.at_status_quo))
        phi, share = self.drawn.phi[self.d], self.known["decisive-share"]
        return sum(
            w[k] * (
                phi[k] * (share * (p * at[i, k] + (1 - p) * at[1 - i, k]) + (1 - share) * sq[k])
                + (1 - phi[k]) * sq[k]
            )
            for k in self.issues(separable=False)
        )  # fmt: skip

    def issues(self, separable):
        return [k for k, own in enumerate(self.drawn.separable) if own == separable]

    def packages(self, separable):
        """Every allowed package: (gain of each side in stake units, holds a robust guarantee)."""
        columns = self.issues(separable)
        for rungs in itertools.product(*(np.flatnonzero(self.allowed[k]) for k in columns)):
            gains = []
            for i in self.sides:
                w, sq = self.drawn.weights[self.d, i], self.drawn.at_status_quo[self.d, i]
                value = sum(w[k] * self.drawn.values[k][self.d, i, r] for k, r in zip(columns, rungs, strict=True))
                base = sum(w[k] * sq[k] for k in columns) if separable else 0.0
                gains.append((value - base) / self.stake(i))
            yield gains, any(self.drawn.robust[k][r] for k, r in zip(columns, rungs, strict=True))

    def size(self, channel, amounts, i, t, on):
        """What is left of a channel's shift for side i in week t, with the copy of the reprisal.

        The third party's own reaction is no act of either side and is not copied.
        """
        felt, d = self.felt, self.d
        fades = felt.half_life[d, FADING.index(channel)]
        left = amounts[d, i] * 0.5 ** (t / fades) if channel in on else 0.0
        if "retaliation" in on and t >= felt.lag[d, 0] and channel != "third party":
            left += felt.reprisal[d, 0] * amounts[d, self.swap[i]] * 0.5 ** ((t - felt.lag[d, 0]) / fades)
        return left

    def fight(self, i, t, on, excess):
        """Premium and war value of side i in week t."""
        known, felt = self.known, self.felt
        p = (known["win-probability"] if i == 0 else 1 - known["win-probability"]) + excess
        p = min(max(p + self.size("information", felt.win, i, t, on), 0), 1)
        logit = math.log(known["trust"][i] / (1 - known["trust"][i])) - self.size("trust", felt.trust, i, t, on)
        q = [(1 - logistic(logit)) * m for m in (1, known["guarantee"])]
        return {"e": [x / (1 - x) * known["loss-if-cheated"][i] for x in q], "L": self.war(i, p) / self.stake(i)}

    def week(self, t, on):
        """A per track in week t, times the share of meetings that take place."""
        known, felt, d = self.known, self.felt, self.d
        excess = known["optimism"] * known["belief-weight"] / (known["belief-weight"] + t) / 2
        terms = []
        for i in self.sides:
            shifts = {"c": felt.cost, "a": felt.audience, "tau": felt.inducement}
            names = {"c": "cost", "a": "audience", "tau": "third party"}
            term = {key: self.size(names[key], amounts, i, t, on) for key, amounts in shifts.items()}
            if self.worth[i] is None:
                term["c"], term["a"] = term["c"] + known["war-cost"][i], term["a"] + known["audience-cost"][i]
                terms.append(term | self.fight(i, t, on, excess))
            else:
                terms.append(term | {"e": [0, 0], "L": self.worth[i]})
        both = np.repeat(felt.temperature[:, None], len(self.sides), axis=1)
        hot = known["temperature"] * math.exp(self.size("information", both, 0, t, on))
        chi, f = known["partial-step"], known["truce-saving"]
        limited = [
            [g + x["tau"] - chi * x["a"] for g, x in zip(gains, terms, strict=True)]
            for gains, _ in self.packages(separable=True)
            if min(gains) >= 0 and max(gains) > 0
        ]
        truce = [
            f * (x["c"] - x["e"][0]) + delta - chi * x["a"] + x["tau"]
            for x, delta in zip(terms, self.pause, strict=True)
        ]  # fmt: skip
        whole = [
            [g - x["L"] + x["c"] - x["e"][robust] - x["a"] + x["tau"] for g, x in zip(gains, terms, strict=True)]
            for gains, robust in (self.packages(separable=False) if self.open else ())
        ]
        away = "retaliation" in on and felt.lag[d, 0] <= t < felt.lag[d, 0] + felt.length[d, 0]
        held = 1 - felt.suspension[d, 0] * away
        return [
            held * max((math.prod(logistic(s / heat) for s in both) for both in points), default=0.0)
            for points, heat in ((limited, known["temperature"]), ([truce], known["temperature"]), (whole, hot))
        ]

    def run(self, on):
        """G per track."""
        return [sum(column) for column in zip(*(self.week(t, on) for t in range(self.weeks)), strict=True)]


@pytest.mark.parametrize("observed", [True, False], ids=["reprisal and meeting observed", "nothing observed"])
@pytest.mark.parametrize("composition", ["table", "unknown", "willing"])
def test_every_package_by_brute_force(istanbul, composition, observed):
    """Frontiers, classes, channels, fading, reprisal and suspension equal the model's formulas over all packages."""
    shock = replace(find_shock(istanbul), retaliation_observed=observed, meeting_observed=observed)
    drawn = draw(istanbul, 6, seed=3)
    parts, felt = surplus(istanbul, drawn), pulse(istanbul, shock, drawn)
    masks = np.array([0, 1, 2, 4, 8, 16, 32, 37, 63])
    found = readiness(ground(istanbul, drawn, parts, composition), felt, masks, 3)
    for d in range(drawn.n):
        oracle = ByHand(istanbul, drawn, felt, composition, d)
        for m, mask in enumerate(masks.tolist()):
            on = {channel for bit, channel in enumerate(CHANNELS) if mask >> bit & 1}
            assert found[:, d, m] == pytest.approx(oracle.run(on), rel=1e-8, abs=1e-300), (d, on)


@pytest.mark.parametrize("composition", ["table", "unknown", "willing"])
def test_three_sides_with_reservation_values_by_brute_force(istanbul, composition):
    """s_i = u_i - r_i over all packages; the reprisal swaps actor and target and leaves the third as it is."""
    parties = tuple(replace(p, role="side", at_table=True) if p.id == "the-west" else p for p in istanbul.parties)
    values = {"russia": 0.3, "the-west": 0.1, "ukraine": 0.4}
    case = replace(istanbul, parties=parties, reservation=values)
    drawn = draw(case, 6, seed=3)
    parts, felt = surplus(case, drawn), pulse(case, find_shock(case), drawn)
    masks = np.array([0, 1, 2, 4, 8, 16, 32, 37, 63])
    found = readiness(ground(case, drawn, parts, composition), felt, masks, 3)
    for d in range(drawn.n):
        oracle = ByHand(case, drawn, felt, composition, d, swap=(2, 1, 0))
        for m, mask in enumerate(masks.tolist()):
            on = {channel for bit, channel in enumerate(CHANNELS) if mask >> bit & 1}
            assert found[:, d, m] == pytest.approx(oracle.run(on), rel=1e-8, abs=1e-300), (d, on)
