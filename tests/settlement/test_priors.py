"""Priors: named quantities, ranges that a case replaces, and streams."""

import numpy as np
import pytest

from detente.case.model import Case, Party
from detente.errors import CaseError
from detente.settlement.priors import PRIORS, ranges, sample, stream

TABLE = (
    "p o n0 d c theta m l a chi f delta T lambda_limited lambda_truce lambda_comprehensive pi rho kappa eta h H5 H1 k v"
)


def test_every_quantity_of_the_model_has_a_prior():
    """The symbols of the model's tables all have a name that a person can write."""
    assert {prior.symbol for prior in PRIORS.values()} == set(TABLE.split())
    assert all(name == prior.name and name.replace("-", "").isalpha() for name, prior in PRIORS.items())


@pytest.mark.parametrize("name", PRIORS)
def test_draws_stay_in_the_range(name):
    """A sample stays within its range, or has its 5th and 95th percentile there."""
    prior = PRIORS[name]
    found = sample(Case("talks"), name, 20_000, seed=3)
    if prior.kind == "lognormal":
        assert np.percentile(found, [5, 95]) == pytest.approx([prior.low, prior.high], rel=0.05)
    else:
        assert prior.low <= found.min()
        assert found.max() <= prior.high
        assert np.percentile(found, [1, 99]) == pytest.approx([prior.low, prior.high], abs=0.03 * prior.high)


@pytest.mark.parametrize(
    ("name", "median"), [("pace-limited", 0.15), ("pace-truce", 0.015), ("pace-comprehensive", 0.006)]
)
def test_paces_have_the_medians_of_the_model(name, median):
    """The lognormal priors have the documented medians and a log standard deviation of .75."""
    found = np.log(sample(Case("talks"), name, 40_000, seed=1))
    assert np.exp(np.median(found)) == pytest.approx(median, rel=0.02)
    assert found.std() == pytest.approx(0.75, rel=0.02)


def test_a_case_replaces_a_range():
    """An assumption replaces the prior's range, and equal ends fix the quantity."""
    case = Case("talks", assumptions={"trust": (0.9, 0.9), "optimism": (0, 0.01)})
    assert set(sample(case, "trust", 5, 1)) == {0.9}
    assert sample(case, "optimism", 100, 1).max() <= 0.01


def test_a_case_sets_one_side_apart():
    """`name.party` holds for that side alone, and before the range of all."""
    case = Case("talks", (Party("a", "A", "side"),), assumptions={"war-cost.a": (0.2, 0.2), "war-cost": (0.1, 0.1)})
    assert (sample(case, "war-cost", 1, 1, "a")[0], sample(case, "war-cost", 1, 1, "b")[0]) == (0.2, 0.1)


@pytest.mark.parametrize(
    ("assumptions", "words"),
    [
        ({"war-costs": (0, 1)}, "did you mean 'war-cost'"),
        ({"xyzzy": (0, 1)}, "choose one of audience-cost,"),
        ({"trust": (0.9, 0.2)}, "low end first"),
        ({"trust": (0.9, 1.2)}, "within [0.05, 1]"),
        ({"trust.nobody": (0.9, 0.9)}, "no side has the id 'nobody'"),
        ({"optimism.a": (0, 0)}, "the sides share one value"),
    ],
)
def test_faulty_assumptions_are_named(assumptions, words):
    """A faulty assumption is refused with the way out."""
    with pytest.raises(CaseError) as caught:
        ranges(Case("talks", (Party("a", "A", "side"),), assumptions=assumptions))
    assert words in str(caught.value)


def test_all_faults_are_listed_at_once():
    """Two faulty assumptions are two faults."""
    with pytest.raises(CaseError, match="2 faults") as caught:
        ranges(Case("talks", assumptions={"pi": (0, 1), "rho": (0, 1)}))
    assert len(caught.value.faults) == 2


def test_streams_do_not_disturb_each_other():
    """The first numbers of a longer stream are those of a shorter one; another key gives others."""
    assert (stream(1, "a", "b").random(100)[:10] == stream(1, "a", "b").random(10)).all()
    assert stream(1, "a", "b").random() != stream(1, "ab").random()
    assert stream(1, "a").random() != stream(2, "a").random()
