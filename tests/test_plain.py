"""Results as JSON."""

import json

import numpy as np

from detente.plain import plain
from detente.settlement.results import Spread


def test_numbers_of_numpy_become_numbers() -> None:
    """A solver may leave numpy numbers in its result."""
    assert plain({"a": np.float64(0.5), "b": (np.int64(3), np.bool_(True))}) == {"a": 0.5, "b": [3, True]}


def test_what_json_lacks_becomes_words() -> None:
    """Infinity and not-a-number survive strict JSON."""
    value = plain(Spread(float("-inf"), float("nan"), float("inf")))
    assert json.loads(json.dumps(value, allow_nan=False)) == {"low": "-Infinity", "mid": "NaN", "high": "Infinity"}


def test_sets_are_sorted() -> None:
    """The order of a set never shows."""
    assert plain(frozenset({"b", "a"})) == ["a", "b"]
