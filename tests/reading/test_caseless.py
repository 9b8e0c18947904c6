"""Tests of patterns that are blind to capitals."""

import re

from hypothesis import given
from hypothesis import strategies as st

from detente.reading.caseless import Caseless

PATTERNS = (
    r"\b(?:truce|cease-?fire)s?\b",
    r"(?<!no )(?:the )?Security Council\b",
    r"\b(?P<who>[A-Z]\w+)'s (?P<what>\W*demand)\b",
    r"[^A-Z ]-?É|^\S+ (?!Oslo)\D{2}$",
)
PIECES = st.sampled_from(
    ["truce", "Cease", "-", "FIRE", "s", " ", "no", "the", "SECURITY", "Council", "Anna", "'s", "Demand", "é", "É", "3"]
)


@given(st.sampled_from(PATTERNS), st.lists(PIECES).map("".join))
def test_it_finds_what_a_pattern_that_ignores_case_finds(pattern: str, text: str) -> None:
    """Sought in small letters first, a pattern still finds the same stretches and groups."""
    plain = re.compile(pattern, re.IGNORECASE)
    found = [(match.span(), match.groupdict()) for match in Caseless(pattern).finditer(text)]
    assert found == [(match.span(), match.groupdict()) for match in plain.finditer(text)]
    first = Caseless(pattern).search(text)
    assert (first and first.span()) == (found[0][0] if found else None)
