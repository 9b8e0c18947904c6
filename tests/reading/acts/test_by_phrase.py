"""Acts told by set phrases and by what was told before."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norway tore up the ceasefire agreement on Monday.", ("REJECT", "Norway", "Denmark")),
        (
            "On Monday Norway put the Sound treaty, which had survived three wars, on hold.",
            ("REJECT", "Norway", "Denmark"),
        ),
        ("Norway left the negotiating table on Monday.", ("REJECT", "Norway", "Denmark")),
        ("Norway and Denmark swapped 40 prisoners on Monday.", ("COOPERATE", "Denmark", "Norway")),
        ("Sweden praised the text. So did Finland.", ("SUPPORT", "Finland", None)),
        ("The premier of Denmark is grateful to Sweden for its patience.", ("SUPPORT", "Denmark", "Sweden")),
    ],
)
def test_reads_a_phrase(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """The order of the words tells who did it."""
    assert act in acts(sentence)
