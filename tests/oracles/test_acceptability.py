"""Published and exact figures of acceptability analysis, and of the weighted mean that it is held against."""

import numpy as np
import pytest

from detente.settlement.acceptability import rank_acceptability
from detente.settlement.baselines import weighted_mean, weighted_median
from detente.settlement.draws import tiered

N = 60_000
THREE = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [0.4, 0.4, 0.4]])


def simplex(criteria: int, tiers: list[int] | None = None) -> np.ndarray:
    """Draw weights uniformly from the simplex, or from the part of it that an order leaves."""
    g = np.random.default_rng(11).exponential(size=(N, criteria))
    g = tiered(g, tiers or [0] * criteria)
    return g / g.sum(axis=1, keepdims=True)


def test_two_criteria():
    """A(1,0), B(0,1), C(.6,.6): rank shares and central weights follow by integration over [0, 1]."""
    found = rank_acceptability(np.array([[1, 0], [0, 1], [0.6, 0.6]]), simplex(2))
    assert found.ranks == pytest.approx(np.array([[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0]]), abs=0.01)
    assert found.central == pytest.approx(np.array([[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]]), abs=0.01)
    assert found.confidence.tolist() == [1, 1, 1]


def test_three_criteria():
    """Unit vectors and D(.4,.4,.4): the corner triangles have .32 of the simplex each, the middle .04."""
    found = rank_acceptability(THREE, simplex(3))
    assert found.ranks[:, 0] == pytest.approx([0.32, 0.32, 0.32, 0.04], abs=0.01)


def test_ordered_weights():
    """With w1 >= w2 >= w3 the first ranks are .96, 0, 0, .04; weights of what is never first are undefined."""
    found = rank_acceptability(THREE, simplex(3, [1, 2, 3]))
    assert found.ranks[:, 0] == pytest.approx([0.96, 0, 0, 0.04], abs=0.01)
    assert np.isnan(found.central[1:3]).all()
    assert np.isnan(found.confidence[1:3]).all()
    assert not np.isnan(found.central[[0, 3]]).any()


@pytest.mark.parametrize(
    "centroid", [(0.6111, 0.2778, 0.1111), (0.5208, 0.2708, 0.1458, 0.0625)], ids=["three", "four"]
)
def test_rank_order_centroids(centroid):
    """Under a complete order the mean weights are the rank-order centroids (Barron and Barrett 1996)."""
    weights = simplex(len(centroid), list(range(1, len(centroid) + 1)))
    assert weights.mean(axis=0) == pytest.approx(centroid, abs=0.005)


def test_emission_standards():
    """Weighted mean 7.39 and median 7.0 of the EC emission standards (Scholz, Calbert and Smith 2011, Table 1)."""
    capability = np.array([0.08, 0.08, 0.03, 0.16, 0.16, 0.16, 0.16, 0.05, 0.05, 0.08])
    position = np.array([4.0, 7, 4, 4, 10, 10, 10, 7, 4, 7])
    salience = np.array([80.0, 40, 20, 80, 60, 60, 90, 10, 100, 70])
    assert float(weighted_mean(position, capability, salience)) == pytest.approx(7.39, abs=0.005)
    assert weighted_median(position, capability, salience) == 7.0
