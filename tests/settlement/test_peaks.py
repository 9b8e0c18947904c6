"""From stance to peak."""

import numpy as np
import pytest

from detente.case.model import Demand, Issue, Rung
from detente.settlement.peaks import draw_peaks, taken, wants_change, wish

LADDER = tuple(Rung(f"r{n}", n / 4, "") for n in range(5))
ONE_WAY = Issue("k", "K", "stake", LADDER, "r0")
BOTH_WAYS = Issue("k", "K", "stake", LADDER, "r2")
TOP_DOWN = Issue("k", "K", "stake", LADDER, "r4")
NONE = {(side, "k"): 0.0 for side in "abcd"}


@pytest.mark.parametrize(
    ("issue", "said", "expected"),
    [
        (ONE_WAY, "demands r2", (0.5, 1)),
        (ONE_WAY, "demands r0", (0, 0)),
        (ONE_WAY, "proposes r4", (1, 1)),
        (ONE_WAY, "rejects r1", (0, 0)),
        (ONE_WAY, "rejects r3", (0, 0.5)),
        (ONE_WAY, "rejects r0", (0.25, 1)),
        (ONE_WAY, "accepts r3", None),
        (ONE_WAY, "demands r1, demands r3", (0.75, 1)),
        (ONE_WAY, "demands r1, rejects r3", (0.25, 0.5)),
        (ONE_WAY, "demands r3, rejects r1", (0.75, 1)),
        (ONE_WAY, "demands r2, accepts r1", (0.5, 1)),
        (BOTH_WAYS, "demands r1", (0, 0.25)),
        (BOTH_WAYS, "rejects r3", (0, 0.5)),
        (BOTH_WAYS, "rejects r1", (0.5, 1)),
        (BOTH_WAYS, "rejects r1, rejects r3", (0.5, 0.5)),
        (BOTH_WAYS, "rejects r2", None),
        (BOTH_WAYS, "demands r3, demands r0", (0, 0)),
        (TOP_DOWN, "demands r1", (0, 0.25)),
        (TOP_DOWN, "rejects r1", (0.5, 1)),
        (TOP_DOWN, "rejects r4", (0, 0.75)),
        (ONE_WAY, "rejects r0, rejects r1", (0, 0)),
        (ONE_WAY, "", None),
    ],
)
def test_where_the_peak_lies(issue, said, expected):
    """A stance puts the peak where the model says, in whatever order it is said."""
    demands = [Demand("a", "k", part.split()[1], part.split()[0]) for part in said.split(", ") if part]
    assert wish(issue, demands) == expected
    assert wish(issue, demands[::-1]) == expected


def test_wanting_the_status_quo_is_no_wish_for_change():
    """A peak at the status quo, or silence, wants no change."""
    assert not wants_change(None, ONE_WAY)
    assert not wants_change((0, 0), ONE_WAY)
    assert wants_change((0, 0.5), BOTH_WAYS)


def test_silence_is_opposition_indifference_or_agreement():
    """A silent side is opposed with probability pi, and otherwise indifferent or of the other's mind, half each."""
    n, pi = 40_000, 0.7
    peaks, indifferent = draw_peaks(
        [ONE_WAY], ["a", "b"], {("a", "k"): (0.5, 1), ("b", "k"): None}, NONE, np.full(n, pi), 1
    )
    agrees = (peaks[:, 1, 0] == peaks[:, 0, 0]) & ~indifferent[:, 1, 0]
    assert indifferent[:, 1, 0].mean() == pytest.approx(0.15, abs=0.01)
    assert agrees.mean() == pytest.approx(0.15, abs=0.01)
    assert (peaks[~agrees, 1, 0] == 0).all()
    assert not indifferent[:, 0].any()


def test_a_silent_third_side_agrees_with_those_who_want_the_change():
    """With two sides that want a change, a silent third one takes the mind of either."""
    wishes = {("a", "k"): (0.25, 0.25), ("b", "k"): (1, 1), ("c", "k"): (0, 0), ("d", "k"): None}
    peaks, _ = draw_peaks([ONE_WAY], ["a", "b", "c", "d"], wishes, NONE, np.zeros(2000), 1)
    assert set(peaks[:, 3, 0]) == {0.0, 0.25, 1.0}


def test_a_side_opposed_to_more_still_stands_by_what_it_accepted():
    """Where a silent side took a rung, opposition puts its peak there: the agreed step is no loss to it."""
    assert taken(ONE_WAY, [Demand("b", "k", "r1", "accepts"), Demand("b", "k", "r3", "accepts")]) == 0.75
    wishes = {("a", "k"): (1.0, 1.0), ("b", "k"): None}
    peaks, _ = draw_peaks([ONE_WAY], ["a", "b"], wishes, NONE | {("b", "k"): 0.75}, np.ones(500), 1)
    assert (peaks[:, 1, 0] == 0.75).all()
