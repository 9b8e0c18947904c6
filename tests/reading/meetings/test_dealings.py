"""Accords that were made, ratified or kept."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Both countries have ratified the treaty.", ("AGREE", "Denmark", "Norway")),
        ("A truce brokered by Sweden has held for a week.", ("AGREE", "Denmark", "Norway")),
        ("Under a truce signed in Oslo on 24 May 2025 the guns are silent.", ("AGREE", "Denmark", "Norway")),
    ],
)
def test_reads_an_accord(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """An accord is an act of both sides."""
    assert act in acts(sentence)
