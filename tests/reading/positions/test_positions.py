"""What a sentence of the news says that a party wants, offers, accepts or refuses."""

from pathlib import Path

import pytest
import yaml

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

CASES = yaml.safe_load((Path(__file__).parent / "positions.yaml").read_text(encoding="utf-8"))
BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def stances(text: str) -> set[str]:
    report = report_from_text(f"{BACKGROUND}\n\n{text}\n\n{BACKGROUND}", date="2025-06-03")
    return {f"{p.party} {p.issue} {p.stance}" for p in read(report).positions}


@pytest.mark.parametrize("text", CASES["sentences"])
def test_reads_a_sentence(text: str) -> None:
    """Every position that the sentence states is read, and no other."""
    assert stances(text) == set(CASES["sentences"][text])


@pytest.mark.parametrize("text", CASES["passages"])
def test_reads_a_passage(text: str) -> None:
    """Who and what is meant is taken from the sentences before."""
    assert stances(text) == set(CASES["passages"][text])


@pytest.mark.parametrize("text", CASES["silent"])
def test_reads_nothing_where_nothing_is_stated(text: str) -> None:
    """News, guesses, blame and questions are no positions."""
    assert not stances(text)


@pytest.mark.parametrize(
    ("text", "issue", "first", "condition"),
    [
        ("Norway would accept observers if sanctions are lifted.", "monitoring", ("sanctions",), "if sanctions"),
        ("Norway accepts observers provided that prisoners are freed.", "monitoring", ("prisoners",), "provided that"),
        (
            "Norway agreed to a truce on condition that sanctions are lifted.",
            "ceasefire",
            ("sanctions",),
            "on condition",
        ),
        ("Norway could live with observers if sanctions are lifted.", "monitoring", ("sanctions",), "if sanctions"),
        ("Norway is ready for a ceasefire if Denmark agrees.", "ceasefire", (), "if Denmark agrees"),
    ],
)
def test_an_acceptance_under_a_condition_is_no_plain_one(
    text: str, issue: str, first: tuple[str, ...], condition: str
) -> None:
    """What must come first stands in `after`, its words in the terms, and what it asks for is not accepted."""
    found = read(report_from_text(f"{BACKGROUND}\n\n{text}", date="2025-06-03")).positions
    accepted = [p for p in found if p.stance == "accepts"]
    assert [(p.issue, p.after) for p in accepted] == [(issue, first)]
    assert condition in accepted[0].terms
    assert condition in accepted[0].quote.text


@pytest.mark.parametrize(
    "text",
    [
        "Norway dropped its fight for a separate state.",
        "The party, which has campaigned for independence since 1970, held a congress in Norway.",
        "Norway was founded to struggle for an independent island.",
        "Norway will have the right to decide on its own independence.",
    ],
)
def test_struggles_and_rights_are_no_demands(text: str) -> None:
    """What a party fights for of old, or has a right to, it does not demand by that."""
    assert not any(each.endswith("demands") for each in stances(text))


def test_pressing_is_still_a_demand() -> None:
    """To press for something is to demand it."""
    assert "Norway prisoners demands" in stances("Norway is pressing for the prisoners to be released.")
