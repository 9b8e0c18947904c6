"""Blame and threats told by what somebody says."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ('"Norway is deliberately targeting hospitals," a Danish spokesman said.', ("ACCUSE", "Denmark", "Norway")),
        ("Denmark said that Norway was responsible for the collapse.", ("ACCUSE", "Denmark", "Norway")),
        ("Denmark's president said Norway had broken the truce.", ("ACCUSE", "Denmark", "Norway")),
        ("Sweden said Norway had made demands that nobody could meet.", ("ACCUSE", "Sweden", "Norway")),
        ('"They came back with a new condition," the Danish minister said.', ("ACCUSE", "Denmark", "Norway")),
        ("Sweden said that the talks had failed and accused Norway of delays.", ("ACCUSE", "Sweden", "Norway")),
        ("Norway denied Danish accusations that it had moved the posts.", ("ACCUSE", "Denmark", "Norway")),
        ("Denmark rejected accusations by Norway over the dead.", ("ACCUSE", "Norway", "Denmark")),
        ("Denmark holds Norway responsible for the collapse of the talks.", ("ACCUSE", "Denmark", "Norway")),
    ],
)
def test_reads_blame(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """Who says that another did wrong accuses them."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norway is ready to resume the war if talks fail, its minister said.", ("THREATEN", "Norway", "Denmark")),
        (
            "If Denmark shuts the canal, Norway warned, that will be seen as an act of war.",
            ("THREATEN", "Norway", "Denmark"),
        ),
        (
            "Norway's defence minister warned that any attack would be met with force.",
            ("THREATEN", "Norway", "Denmark"),
        ),
        ('"If they come, we will crush them," the Norwegian president said.', ("THREATEN", "Norway", "Denmark")),
        ("Norway said that it would not hesitate to use force.", ("THREATEN", "Norway", "Denmark")),
        ("Denmark would pay a heavy price, the Norwegian president said.", ("THREATEN", "Norway", "Denmark")),
        ("Sweden warned Denmark that it would veto the loan.", ("THREATEN", "Sweden", "Denmark")),
        ('"Now our attacks will start again," the Danish general said.', ("THREATEN", "Denmark", "Norway")),
        ("The Danish navy warned ships of Sweden to leave the strait.", ("THREATEN", "Denmark", "Sweden")),
        ("Norway told Denmark to leave the island or be bombed.", ("THREATEN", "Norway", "Denmark")),
    ],
)
def test_reads_a_threat(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """Who says what will befall another threatens them."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway said it would go to war only if attacked.",
        "The Danish government warned its citizens to leave Norway.",
        "The Danish army told villagers to stay away from the mines.",
    ],
)
def test_an_answer_to_an_attack_is_no_threat(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """War only if attacked is no threat."""
    assert not {act for act in acts(sentence) if act[0] in ("THREATEN",)}
