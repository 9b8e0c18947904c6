"""The map of signs over two assumptions."""

import itertools

import pytest

from detente.errors import InputError
from detente.talks import find_shock, sign_map, simulate
from detente.talks.signmap import pinned


def test_more_cost_never_lowers_and_more_audience_never_raises(istanbul):
    """Along the axes the shares move the way the channels push, cell by cell."""
    made = sign_map(
        istanbul,
        find_shock(istanbul),
        over=("shock.audience.amount", "shock.cost.amount"),
        steps=4,
        draws=300,
        composition="willing",
    )
    for row in made.positive:
        assert all(a >= b for a, b in itertools.pairwise(row))
    for low, high in zip(made.positive, made.positive[1:], strict=False):
        assert all(a <= b for a, b in zip(low, high, strict=True))
    assert made.positive[-1][0] > made.positive[0][-1]
    assert made.negative[0][-1] > made.negative[-1][0]


def test_a_cell_is_the_run_with_both_pinned(istanbul):
    """A cell of the map is what `simulate` gives with the two quantities fixed."""
    shock = find_shock(istanbul)
    made = sign_map(istanbul, shock, over=("optimism", "shock.trust.amount"), steps=2, draws=200, composition="willing")
    x, y = made.across.values[1], made.down.values[0]
    case, felt = pinned(istanbul, shock, {"optimism": (x, x), "shock.trust.amount": (y, y)})
    effect = next(
        e
        for e in simulate(case, (felt,), draws=200, explained=10).effects
        if (e.track, e.composition) == ("comprehensive", "willing")
    )
    assert (made.positive[0][1], made.negative[0][1]) == (effect.share_positive, effect.share_negative)


def test_axes_are_chosen_where_none_are_named(istanbul):
    """Two different assumptions are chosen, and what is named is kept."""
    made = sign_map(istanbul, find_shock(istanbul), over=("trust.russia",), steps=2, draws=50, composition="willing")
    assert made.across.name == "trust.russia"
    assert made.down.name != "trust.russia"


def test_an_unknown_assumption_is_named(istanbul):
    """A name that is not one is refused with those that are."""
    with pytest.raises(InputError, match=r"'trst'; choose two of .*trust\.russia"):
        sign_map(istanbul, find_shock(istanbul), over=("trst",))
