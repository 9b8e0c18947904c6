"""Talks told by a noun."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Swedish envoy wrapped up a visit to Copenhagen on Friday.", ("CONSULT", "Denmark", "Sweden")),
        ("Sweden brought Norway and Finland together in Malmo.", ("CONSULT", "Finland", "Norway")),
    ],
)
def test_reads_talks_of_two(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """A visit and a mediation are talks."""
    assert act in acts(sentence)
