"""People tied to a party by what they say, from where they say it, or whom they face."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse

FIGHT = ("Norway fights Denmark.", "Denmark shelled Norway.")


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Ms Anna Example declared that Denmark would not sign.", "Denmark"),
        ("Ms Anna Example told reporters that Norway is ready to sign.", "Norway"),
        ("Anna Example replied on Sunday that Denmark needed time.", "Denmark"),
        ("Denmark will never sign, retorted Anna Example.", "Denmark"),
        ("From Copenhagen Anna Example wrote a letter.", "Denmark"),
        ("Denmark will withdraw its troops, President Anna Example said.", "Denmark"),
        ("Norway would never sign, said Foreign Minister Anna Example.", "Norway"),
        ("Denmark has kept its word, President Anna Example told reporters.", "Denmark"),
        ("Norway is ready to talk, Prime Minister Anna Example said on Monday.", "Norway"),
        ("Denmark will not give way, Defence Minister Anna Example announced.", "Denmark"),
        ("Ms Anna Example declared that Denmark had shelled a school.", None),
        ("Anna Example replied on Sunday that Sweden needed time.", None),
    ],
)
def test_who_says_what_a_side_will_do_speaks_for_it(sentence: str, party: str | None) -> None:
    """What others did, and what a third state will do, says nothing of who speaks."""
    assert cast_of(parse((*FIGHT, sentence))).learned.get("Example") == party


def test_who_faces_the_leader_of_one_side_leads_the_other() -> None:
    """Where two people agree and one of them is known, so is the other."""
    named = "Danish Prime Minister Anna Example arrived."
    found = cast_of(parse((*FIGHT, named, "Anna Example and Rudolf Rassendyll agreed on a truce.")))
    assert found.learned["Rassendyll"] == "Norway"
