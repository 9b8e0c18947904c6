"""Resampling of reports: repeatable, around the figure, and paired."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bootstrap
from matching import KINDS

ROWS = st.integers(0, 5).flatmap(lambda tp: st.tuples(st.just(tp), st.integers(tp, 9), st.integers(tp, 9)).map(list))
COUNTS = st.lists(st.fixed_dictionaries(dict.fromkeys(KINDS, ROWS)), min_size=1, max_size=5).map(
    lambda rows: {f"r{n}": row for n, row in enumerate(rows)}
)


def every(row):
    return dict.fromkeys(KINDS, row)


@given(COUNTS)
def test_the_same_seed_gives_the_same_ranges(of):
    """Ranges lie in [0, 1], low before high, and come out the same twice."""
    found = bootstrap.intervals(of, draws=50)
    assert found == bootstrap.intervals(dict(reversed(of.items())), draws=50)
    ranges = [found["macro_f1"], *(each for kind in KINDS for each in found[kind].values())]
    assert all(0 <= low <= high <= 1 for low, high in ranges)


@given(COUNTS)
def test_a_reader_differs_from_itself_by_nothing(of):
    """The paired difference of a reader with itself is zero in every draw."""
    for row in bootstrap.differences(of, of, draws=50).values():
        assert (row["difference"], row["range"], row["better"]) == (0, [0, 0], 0)


@given(COUNTS, COUNTS)
def test_differences_are_of_the_pooled_f1(ours, theirs):
    """`ours` and `theirs` are F1 over all reports, and swapping sides changes the sign."""
    theirs = {report: theirs.get(report, every([0, 1, 1])) for report in ours}
    found, back = bootstrap.differences(ours, theirs, draws=50), bootstrap.differences(theirs, ours, draws=50)
    for kind in KINDS:
        right, gold, predicted = (sum(row[kind][n] for row in ours.values()) for n in range(3))
        f1 = 2 * right / (gold + predicted) if gold + predicted else 0
        assert math.isclose(found[kind]["ours"], f1, abs_tol=1e-3)
        assert math.isclose(found[kind]["difference"], -back[kind]["difference"], abs_tol=1e-9)
        low, high = back[kind]["range"]
        assert found[kind]["range"] == pytest.approx([-high, -low], abs=2e-3)
    assert found["macro"]["ours"] == pytest.approx(sum(found[kind]["ours"] for kind in KINDS) / 4, abs=1e-3)


def test_one_report_has_no_spread():
    """With one report every draw is that report."""
    of = {"r": every([1, 2, 4])}
    assert bootstrap.intervals(of)["claims"] == {"precision": [0.25] * 2, "recall": [0.5] * 2, "f1": [0.333] * 2}


def test_the_spread_of_two_reports_is_the_binomial():
    """One report all right, one all wrong: the share of right ones is 0, 1/2 or 1 with 1/4, 1/2 and 1/4."""
    drawn = bootstrap.weights(2, draws=20_000)
    assert drawn.sum(axis=1).tolist() == [2] * 20_000
    assert (drawn[:, 0] == 1).mean() == pytest.approx(0.5, abs=0.02)
    of = {"a": every([3, 3, 3]), "b": every([0, 3, 3])}
    assert bootstrap.intervals(of)["claims"]["f1"] == [0, 1]


def test_other_reports_cannot_be_compared():
    """A difference needs the same reports on both sides, and says which are not."""
    with pytest.raises(ValueError, match="not the same reports: b"):
        bootstrap.differences({"a": {}}, {"a": {}, "b": {}})
