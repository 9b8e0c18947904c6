"""Tests of the letters without which a pattern cannot match."""

import gc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import detente.reading.reader  # noqa: F401
from detente.reading.caseless import Caseless
from detente.reading.needed import needed

PATTERNS = sorted(each._small.pattern for each in gc.get_objects() if isinstance(each, Caseless))


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"truces?|pacts?", {"truce", "pact"}),
        (r"\b(?:is|are) (?:\w+ )?(?:committed|opposed) to\b", {"committed", "opposed"}),
        (r"(?!no )(?:peace )?talks", {"talks"}),
        (r"(?<=the )\d+", {"the "}),
        (r"(?P<what>[^(|]*)\((?:deal|pact)\)", {"deal", "pact"}),
        (r"(?:halt){0,2}", {""}),
        (r"\d+|days", {""}),
        (r"call(?:ed)* off+", {"call"}),
    ],
)
def test_of_all_that_must_be_there_the_longest(pattern: str, wanted: set[str]) -> None:
    """What may be missing is not needed; of what must be there the longest is taken."""
    assert needed(pattern) == wanted


@given(st.data())
def test_whatever_matches_holds_some_of_it(data: st.DataObject) -> None:
    """Every text that a pattern of the reader matches in holds letters that it needs."""
    pattern = data.draw(st.sampled_from(PATTERNS))
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))
    assert any(letters in text for letters in needed(pattern))
