"""Sobol indices by groups of assumptions."""

from dataclasses import replace

import numpy as np
import pytest

from detente.brief import sobol_lines
from detente.settlement.draws import draw
from detente.settlement.priors import PRIORS, Mixed, stream
from detente.talks import Sobol, doubts, find_shock, sobol
from detente.talks.attribution import NO_SAY
from detente.talks.sensitivity import GROUPS, _belongs, _shares, group_of


def test_every_assumption_has_one_group():
    """No quantity is left out of the groups, and none counts twice; the paces cancel."""
    named = [name for names in GROUPS.values() for name in names]
    assert len(named) == len(set(named))
    assert {name for name in PRIORS if not group_of((name, ""))} == NO_SAY


def test_shares_of_a_known_function():
    """For f = 2 x + y the first-order and total shares of x are both 4/5, of y 1/5."""
    rng = np.random.default_rng(1)
    x, y, x2, y2 = rng.standard_normal((4, 200_000))
    whole, other = 2 * x + y, 2 * x2 + y2
    assert _shares(whole, other, 2 * x2 + y) == pytest.approx((0.8, 0.8), abs=0.01)
    assert _shares(whole, other, 2 * x + y2) == pytest.approx((0.2, 0.2), abs=0.01)


def test_shares_of_an_interaction():
    """For f = x y neither has a share alone, and each has all of the total."""
    rng = np.random.default_rng(2)
    x, y, x2, y2 = rng.standard_normal((4, 200_000))
    assert _shares(x * y, x2 * y2, x2 * y) == pytest.approx((0, 1), abs=0.02)


@pytest.mark.parametrize("group", ["costs", "stance", "red lines", "deliverers"])
def test_a_mixed_seed_changes_the_group_alone(istanbul, group):
    """A run with one group from another seed equals the first run in everything outside that group."""
    import functools

    mixed = Mixed.of_seeds(1, 2, functools.partial(_belongs, group))
    first, second, both = (draw(istanbul, 50, seed) for seed in (1, 2, mixed))
    for name in PRIORS:
        source = second if group_of((name, "")) == group else first
        assert (both.values_of[name] == source.values_of[name]).all(), name
    assert (both.phi == first.phi).all()


def test_a_plain_seed_and_a_mixed_one_of_no_group_agree():
    """A group without members changes nothing."""
    mixed = Mixed.of_seeds(3, 4, lambda keys: False)
    assert (stream(mixed, "a").random(5) == stream(3, "a").random(5)).all()


def test_groups_that_the_event_does_not_touch_have_no_share(istanbul):
    """An event of cost alone depends on no third party and on no retaliation."""
    shock = find_shock(istanbul)
    only = replace(shock, channels={"cost": shock.channels["cost"]})
    rows = {row.group: row for row in sobol(istanbul, only, draws=1500, composition="willing")}
    assert set(rows) == set(GROUPS)
    for group in ("third party", "retaliation"):
        assert rows[group].total == pytest.approx(0, abs=1e-9)
    assert rows["costs"].total > 0.05
    assert [row.total for row in rows.values()] == sorted((row.total for row in rows.values()), reverse=True)


def test_no_live_draws_no_indices(istanbul):
    """At the table no deal is ever allowed: nothing is said."""
    assert sobol(istanbul, find_shock(istanbul), draws=300, composition="table") == ()


def row(group="costs", first=0.1, total=0.3, width=0.1, live=4000):
    half = width / 2
    return Sobol(group, first, total, (first - half, first + half), (total - half, total + half), live)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (row(), ()),
        (row(first=0.4), ("costs alone comes out above all it has a part in",)),
        (row(width=0.4), ("the range of costs is 40 points wide",)),
        (row(total=1.1), ("costs lies outside 0 to 100%",)),
        (row(first=-0.2, total=-0.1), ("costs lies outside 0 to 100%",)),
    ],
)
def test_shares_that_rest_on_too_few_draws_say_so(made, words):
    """A part above the whole and a wide range are doubts; a sure share has none."""
    assert doubts([made, row("trust")]) == words


def test_more_draws_take_the_doubt_away(istanbul):
    """Few draws give wide ranges, which the screen warns of; ten times as many narrow them."""
    shock = find_shock(istanbul)
    few, many = (sobol(istanbul, shock, draws=n, composition="willing") for n in (150, 3000))
    assert few[0].live < many[0].live
    assert doubts(few)
    assert "Beware" in "\n".join(sobol_lines(few))

    def widest(rows):
        return max(one.total_range[1] - one.total_range[0] for one in rows)

    assert widest(many) < widest(few)
