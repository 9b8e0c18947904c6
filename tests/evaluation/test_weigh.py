"""How much rules and network count together."""

import json
import shutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpora
import weigh


@settings(deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.floats(-3, 3), st.booleans()), min_size=4, max_size=60))
def test_the_regression_is_where_its_gradient_is_nothing(rows):
    """At the weights found, what is predicted is right on average for every feature, but for the prior's pull."""
    seen = [weigh.Seen({"always": 1.0, "rule": float(rule), "likely": likely}, right) for rule, likely, right in rows]
    seen += [weigh.Seen({"always": 1.0}, True), weigh.Seen({"always": 1.0}, False)]
    found = weigh.regression(seen)
    x = np.array([[each.features.get(name, 0.0) for name in found] for each in seen])
    w = np.array(list(found.values()))
    p = 1 / (1 + np.exp(-(x @ w)))
    gradient = x.T @ (p - np.array([each.right for each in seen]))
    for name, pull, weight in zip(found, gradient, w, strict=True):
        held = 0.0 if name == "always" else weigh.PRIOR
        # Weights are rounded to thousandths.
        assert abs(pull + held * weight) < 0.002 * (1 + np.abs(x).sum())


def test_what_speaks_for_an_entry_has_a_positive_weight():
    """Of entries with a mark three quarters are right, of those without one a quarter."""
    seen = [weigh.Seen({"always": 1.0, "a": float(i < 40)}, i % 4 != 0 if i < 40 else i % 4 == 0) for i in range(80)]
    found = weigh.regression(seen, prior=1e-6)
    assert found["a"] == pytest.approx(2 * np.log(3), abs=0.01)
    assert found["always"] == pytest.approx(-np.log(3), abs=0.01)


def test_evidence_of_annotated_reports(tmp_path):
    """Whatever a rule has read is among it, no more is right than there is, and every limit has a share beside it."""
    for suffix in (".json", ".txt"):
        shutil.copy(corpora.FOLDERS["reports"] / f"01-philippines{suffix}", tmp_path)
    gold = json.loads((tmp_path / "01-philippines.json").read_text())
    found = weigh.samples([tmp_path])
    assert found.keys() == weigh.LIMITS.keys()
    for kind, sample in found.items():
        assert sample.annotated == len(gold[f"{kind}s"])
        assert sum(each.right for each in sample.seen) <= sample.annotated
        assert all(each.features["always"] == 1.0 for each in sample.seen)
    assert any("rule" in each.features for each in found["position"].seen)
    assert any("rule" not in each.features for each in found["position"].seen)


def test_the_shipped_weights_have_the_limits_that_stand_here():
    """Limits are decided by a person, weights by the regression."""
    from detente.reading.learned.weighing import WEIGHTS_FILE

    shipped = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert {kind: found["least"] for kind, found in shipped.items()} == weigh.LIMITS
