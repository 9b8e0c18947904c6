"""Comparing two runs of the same draws."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from detente.talks.comparing import chance, log_ratio, sign_of

SUMS = arrays(np.float64, (20, 2), elements=st.sampled_from([0.0, 1e-300, 0.5, 1.0, 1.02, 26.0]))


@given(SUMS)
def test_every_draw_has_one_sign_at_most(g):
    """Rise, fall and structural zero exclude each other; what the event alone opens counts as a rise."""
    usable = np.arange(20) % 3 > 0
    rise, fall, zero = sign_of(g, usable)
    assert len(rise) == usable.sum()
    assert (rise + fall + zero <= 1).all()
    assert (rise[((g[:, 0] == 0) & (g[:, 1] > 0))[usable]] == 1).all()
    assert (zero == ((g[:, 0] == 0) & (g[:, 1] == 0))[usable]).all()


@given(SUMS)
def test_the_ratio_has_the_sign_of_the_difference(g):
    """Where both runs allow something, the ratio and the chances move the same way, whatever the pace."""
    ratio = log_ratio(g)
    assert (np.isfinite(ratio) == (g > 0).all(axis=1)).all()
    p = chance(np.full(20, 0.01), g)
    live = np.isfinite(ratio)
    assert ((p[live, 1] >= p[live, 0]) == (ratio[live] >= 0)).all()


def test_a_pace_for_each_draw():
    """One sum or several per draw: 1 - exp(-lambda G)."""
    pace, g = np.array([0.1, 0.2]), np.array([1.0, 2.0])
    assert np.allclose(chance(pace, g), 1 - np.exp([-0.1, -0.4]))
    assert np.allclose(chance(pace, np.stack([g, g], axis=1))[:, 1], chance(pace, g))
