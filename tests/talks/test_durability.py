"""Whether an agreement holds, once there is one."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.model import Case
from detente.settlement.priors import PRIORS
from detente.talks import find_shock, holding, simulate
from detente.talks.results import HOLDS_AT

MINE = ("deal-holds", "truce-holds", "breakdown-shape", "monitoring", "guarantee")


def pinned(**values):
    return Case("talks", assumptions={name.replace("_", "-"): (value, value) for name, value in values.items()})


@given(*(st.floats(PRIORS[name].low, PRIORS[name].high) for name in MINE))
def test_watching_never_hurts_and_time_never_helps(deal, truce, shape, monitoring, guarantee):
    """Over the whole prior: more weeks lower the chance, and who watches raises it, a guarantee most."""
    case = pinned(deal_holds=deal, truce_holds=truce, breakdown_shape=shape, monitoring=monitoring, guarantee=guarantee)
    rows = {(row.track, row.watch): [at.holds.median for at in row.at] for row in holding(case, draws=1)}
    for track in ("comprehensive", "truce"):
        alone, seen, kept = (rows[track, watch] for watch in ("nobody", "monitoring", "guarantee"))
        assert alone == sorted(alone, reverse=True)
        assert all(a <= b <= c for a, b, c in zip(alone, seen, kept, strict=True))
    assert rows["comprehensive", "nobody"][HOLDS_AT.index(260)] == pytest.approx(deal)
    assert rows["truce", "nobody"][HOLDS_AT.index(52)] == pytest.approx(truce)


def test_the_formula_by_hand():
    """S(t) = exp(-H (t / h)^k m) for a comprehensive deal that holds five years with .68, half of the hazard left."""
    case = pinned(deal_holds=0.68, breakdown_shape=0.5, guarantee=0.5)
    row = next(row for row in holding(case, draws=1) if (row.track, row.watch) == ("comprehensive", "guarantee"))
    for at in row.at:
        expected = math.exp(math.log(0.68) * (at.weeks / 260) ** 0.5 * 0.5)
        assert at.holds.median == pytest.approx(expected)
        assert at.gained.median == pytest.approx(expected - math.exp(math.log(0.68) * (at.weeks / 260) ** 0.5))


def test_the_odds_of_agreement_know_nothing_of_it(istanbul):
    """How long a deal would hold and how likely it is stand apart: no bit of the odds or of the effect moves."""
    shock = find_shock(istanbul)
    fragile = replace(istanbul, assumptions={"deal-holds": (0.01, 0.01), "truce-holds": (0.01, 0.01)})
    one, other = (simulate(case, (shock,), draws=100) for case in (istanbul, fragile))
    assert (one.tracks, one.effects, one.flips) == (other.tracks, other.effects, other.flips)
    assert one.holding != other.holding


def test_the_published_share_lies_in_what_is_assumed():
    """.68 of signed agreements and .77 of full ones held for five years: both lie within the range that is drawn."""
    row = next(row for row in holding(Case("talks"), draws=2000) if row.watch == "nobody")
    low, high = row.at[-1].holds.r90
    assert low < 0.68 < 0.77 < high + 0.02
