"""What a figure counts."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Norway puts the number of those uprooted at nearly 100,000.", (100_000, "displaced")),
        ("Norway puts the number of the dead at 2,000.", (2_000, "killed")),
        ("The rebels' strength is estimated at 3,000.", (3_000, "people")),
        ("Some 15,000 people are believed to have died.", (15_000, "killed")),
        ("Twelve prisoners died there on Monday.", (12, "killed")),
        ("Norway signed with fourteen armed groups.", (14, "other")),
        ("The raid killed two rangers and wounded three tribesmen.", (2, "killed")),
        ("Gunmen seized two Danish engineers.", (2, "people")),
        ("Some 300 people were killed or wounded.", (300, "people")),
        ("The offensive sent 12,000 civilians fleeing across the border.", (12_000, "displaced")),
        ("The shelling has driven 40,000 villagers from their homes.", (40_000, "displaced")),
        ("Around 1,000 people have been killed and 60,000 forced to flee.", (60_000, "displaced")),
        ("Norway holds about 90 jailed members of the Fjord Front.", (90, "prisoners")),
        ("Twelve detained officers were freed on Friday.", (12, "prisoners")),
        ("Norway says 19 of its soldiers are missing.", (19, "people")),
        ("He says 20 of the 50 hostages are alive.", (20, "people")),
        ("He says 20 of the 50 hostages are alive.", (50, "people")),
        ("Norway put the number of its dead at 40 civilians and 11 soldiers.", (11, "killed")),
        ("The minister put the number of attacks since May at 130.", (130, "other")),
        ("The raid killed a woman and two children.", (3, "killed")),
        ("The paper was signed by officers, five from each side.", (5, "people")),
        ("The rebels would get three seats and two provinces.", (3, "other")),
        ("The deal follows more than 30 rounds of talks.", (30, "other")),
        ("Jets struck two camps of the rebels.", (2, "bases")),
        ("Some 2,000 opposition supporters marched in Oslo.", (2_000, "people")),
    ],
)
def test_what_a_figure_counts(sentence: str, claim: tuple[float, str]) -> None:
    """The unit follows from the noun, from what befell those counted, or from the words before a bare number."""
    found = read(report_from_text(f"Norway and Denmark are at war.\n\n{sentence}", date="2025-06-03")).claims
    assert claim in {(c.value, c.unit) for c in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "The two foreign ministries confirmed the meeting.",
        "The two camps met in Oslo.",
        "Three leaders signed the paper.",
        "The Seven-Party Alliance met in Oslo.",
        "We will not leave, not by one metre.",
        "Gold traded at $2,677 an ounce.",
    ],
)
def test_what_is_no_figure_of_record(sentence: str) -> None:
    """A few who only act, names with numbers and the price of goods are none."""
    assert read(report_from_text(f"Norway and Denmark are at war.\n\n{sentence}", date="2025-06-03")).claims == ()


def test_those_who_act_are_not_those_who_are_hit() -> None:
    """Of "two gunmen killed nine people" nine died."""
    found = read(report_from_text("Norway is at war.\n\nSix gunmen killed nine people.", date="2025-06-03")).claims
    assert [(c.value, c.unit) for c in found if c.unit == "killed"] == [(9, "killed")]
