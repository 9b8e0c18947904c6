"""Surplus against the formula written out."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Demand, Issue, Party, Rung
from detente.errors import CannotWorkOut
from detente.settlement.arrays import GRAIN
from detente.settlement.draws import draw
from detente.settlement.packages import space
from detente.settlement.surplus import surplus


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_the_parts_add_up_to_the_formula(cases, list_packages, data):
    """Gains and offsets give the surplus of the model's formula for every package of every usable draw."""
    case = data.draw(cases(2))
    draws = draw(case, n=3)
    try:
        parts = surplus(case, draws)
    except CannotWorkOut:
        return
    offsets, packages = parts.offsets(), space(case, draws)
    for d in np.flatnonzero(parts.usable):
        for package, expected in list_packages(case, draws, d, "willing"):
            digits = packages.digits(packages.code(package))
            robust = any(draws.robust[k][r] for k, r in zip(packages.columns, digits, strict=True))
            found = sum(parts.gains[k][d, :, r] for k, r in zip(packages.columns, digits, strict=True))
            assert found + offsets[d, :, int(robust)] == pytest.approx(expected, abs=1e-9)


def test_gains_are_multiples_of_the_grain(istanbul):
    """Sums of gains and offsets are exact in any order."""
    parts = surplus(istanbul, draw(istanbul, n=50))
    for array in (*parts.gains, parts.offsets()):
        assert (array * GRAIN == np.rint(array * GRAIN)).all()


def test_optimism_fades(istanbul):
    """The sum of the sides' chances exceeds 1 by the optimism at first, and by half of it after n0 weeks."""
    case = replace(istanbul, assumptions={"optimism": (0.2, 0.2), "belief-weight": (10, 10)})
    parts = surplus(case, draw(case, n=5))
    assert parts.beliefs().sum(axis=1) == pytest.approx(1.2)
    assert parts.beliefs(10).sum(axis=1) == pytest.approx(1.1)
    assert (parts.beliefs(shift=2.0) == 1).all()


@pytest.mark.parametrize(
    ("name", "size", "sign"), [("cost_shift", 0.1, 1), ("audience_shift", 0.1, -1), ("inducement", 0.1, 1)]
)
def test_shifts_move_every_class_alike(istanbul, name, size, sign):
    """A shift of cost, audience or inducement is a constant in the surplus."""
    parts = surplus(istanbul, draw(istanbul, n=20))
    moved = parts.offsets(**{name: np.array([size, 0.0])}) - parts.offsets()
    assert moved[:, 0] == pytest.approx(sign * size, abs=1e-9)
    assert (moved[:, 1] == 0).all()


def test_less_trust_costs_more_without_a_guarantee(istanbul):
    """Lost trust lowers the surplus, and less so under a robust guarantee."""
    parts = surplus(istanbul, draw(istanbul, n=200))
    lost = parts.offsets() - parts.offsets(trust_shift=-0.5)
    assert (lost > 0).all()
    assert (lost[:, :, 0] > lost[:, :, 1]).all()


def test_full_trust_has_no_premium(istanbul):
    """A side that trusts wholly fears nothing, whatever the class."""
    case = replace(istanbul, assumptions={"trust": (1, 1)})
    assert (surplus(case, draw(case, n=5)).premium() == 0).all()


def test_reservation_values_replace_the_war(istanbul):
    """Where each side's value without a deal is given, s = u - r with weights that add up to 1 and no premium."""
    case = replace(istanbul, reservation={"russia": 0.4, "ukraine": 0.3})
    draws = draw(case, n=50)
    parts = surplus(case, draws)
    assert parts.offsets() == pytest.approx(np.broadcast_to([[[-0.4], [-0.3]]], (50, 2, 2)))
    best = sum(gain.max(axis=2) for k, gain in enumerate(parts.gains) if not draws.separable[k])
    assert best.max() <= 1 + 1e-9


def test_three_sides_need_reservation_values(istanbul):
    """The value of fighting on is defined between two sides; with three the reason is given."""
    sides = tuple(replace(party, role="side") if party.id == "nato" else party for party in istanbul.parties)
    case = replace(istanbul, parties=sides)
    with pytest.raises(CannotWorkOut, match="reservation value"):
        surplus(case, draw(case, n=5))
    known = replace(case, reservation={"nato": 0.1, "russia": 0.4, "ukraine": 0.3})
    assert surplus(known, draw(known, n=5)).offsets().shape == (5, 3, 2)


def test_nothing_at_stake_is_said(istanbul):
    """Separable issues alone do not say what the war is about, nor does a case without demands."""
    swaps = replace(istanbul, demands=tuple(d for d in istanbul.demands if d.issue in ("prisoners", "children")))
    with pytest.raises(CannotWorkOut, match="while the fighting goes on"):
        surplus(swaps, draw(swaps, n=5))
    with pytest.raises(CannotWorkOut, match="no issue is in play"):
        surplus(replace(istanbul, demands=()), draw(replace(istanbul, demands=()), n=5))


def test_a_small_stake_is_counted_not_used():
    """Where both want nearly the same, the contested stake is too small to measure surplus by."""
    rungs = tuple(Rung(f"r{n}", x, "", stated=True) for n, x in enumerate((0, 0.98, 1)))
    case = Case(
        "near",
        (Party("a", "A", "side"), Party("b", "B", "side")),
        (Issue("k", "K", "stake", rungs, "r0"),),
        (Demand("a", "k", "r1", "demands"), Demand("b", "k", "r2", "demands")),
        assumptions={"value-curvature": (1, 1)},
    )
    parts = surplus(case, draw(case, n=50))
    assert not parts.usable.any()
    assert not parts.gains[0].any()
