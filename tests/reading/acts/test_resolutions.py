"""Requests of an international body to the parties."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Security Council demanded that Norway withdraw.", ("REQUEST", "United Nations", "Norway")),
        ("A resolution of the General Assembly urged both sides to stop.", ("REQUEST", "United Nations", "Denmark")),
        (
            "A resolution of the Security Council calls on Norway and Denmark to stop the fighting.",
            ("REQUEST", "United Nations", "Norway"),
        ),
        (
            "A resolution of the Security Council calls on Norway and Denmark to stop the fighting.",
            ("REQUEST", "United Nations", "Denmark"),
        ),
    ],
)
def test_a_resolution_asks_every_party_it_names(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """A resolution of an international body is a request to each addressee."""
    assert act in acts(sentence)
