"""Those of whom no table knows."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Liberal senators criticised Norway for its plan.", ("ACCUSE", "Liberal senators", "Norway")),
        ("The opposition Green Party called on Denmark to suspend the talks.", ("REQUEST", "Green Party", "Denmark")),
        ("A group of Danish clerics asked Norway to drop the demand.", ("REQUEST", "Danish clerics", "Norway")),
        ("Unity president Anna Holm accused Norway of arrogance.", ("ACCUSE", "Unity", "Norway")),
        ("Senator Anna Holm accuses Norway of arrogance.", ("ACCUSE", "Anna Holm", "Norway")),
        ("The Council of Elders welcomed the accord.", ("SUPPORT", "The Council of Elders", None)),
    ],
)
def test_names_them_as_the_text_does(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """Whoever is nobody's party stands in an entry under the name in the text."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts blamed Norway.",
        "Some welcomed the accord.",
        "On Monday several people criticised Norway.",
    ],
)
def test_leaves_out_the_nameless(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """Analysts and people are nobody who could be named."""
    assert not acts(sentence)
