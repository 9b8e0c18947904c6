"""Shapley shares: exact, efficient, symmetric."""

import itertools
import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from detente.talks.attribution import shapley

VALUES = hnp.arrays(np.float64, (3, 16), elements=st.floats(-10, 10))


@given(VALUES)
def test_shares_add_up(worth):
    """What the channels get is what the whole set is worth beyond none."""
    assert np.allclose(shapley(worth).sum(axis=1), worth[:, -1] - worth[:, 0], atol=1e-12 * 100)


@given(VALUES)
def test_shares_are_the_mean_over_all_orders(worth):
    """The formula by subsets equals the definition by orders of arrival."""
    out = np.zeros((3, 4))
    for order in itertools.permutations(range(4)):
        mask = 0
        for c in order:
            out[:, c] += worth[:, mask | 1 << c] - worth[:, mask]
            mask |= 1 << c
    assert np.allclose(shapley(worth), out / math.factorial(4), atol=1e-9)


def test_a_channel_that_adds_nothing_gets_nothing():
    """A dummy player has exactly zero."""
    worth = np.array([[0.0, 1.0, 3.0, 4.0, 0.0, 1.0, 3.0, 4.0]])
    assert shapley(worth)[0, 2] == 0.0
