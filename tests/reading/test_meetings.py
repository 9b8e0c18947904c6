"""Meetings and signings: which day belongs to which, who met, and what was only wished for."""

import pytest

from detente.reading import read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str, date: str = "2025-06-03") -> list[tuple[str | None, str | None, str]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=date)
    return [(r.date, r.place, r.outcome) for r in read(report).rounds]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In March the two sides met in Oslo, and on 2 April in Geneva they signed a truce.",
            {"2025-03", "2025-04-02"},
        ),
        ("On Monday Norway and Denmark signed a text to keep the accord of November 2013 in force.", {"2025-06-02"}),
        ("By an accord concluded in Oslo on 19 May, the army of Norway will be reduced.", {"2025-05-19"}),
        ("The delegations of Norway and Denmark meet again in the first week of July.", {"2025-07"}),
        ("When ministers of Norway and Denmark met on the eighth of May, they agreed on nothing.", {"2025-05-08"}),
    ],
)
def test_each_day_belongs_to_its_meeting(sentence: str, expected: set[str]) -> None:
    """A day goes to the meeting or signing above it in the tree, not to an accord that is only named."""
    assert {date for date, _, _ in rounds(sentence)} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway called on Monday for talks with Denmark in Oslo.",
        "Norway is prepared to sign a truce with Denmark on Monday.",
        "On 18 May leaders of Norway were flown to Oslo to explain the talks.",
        "If Norway and Denmark met in Oslo on Monday, nobody would be surprised.",
    ],
)
def test_what_is_only_wished_for_is_no_meeting(sentence: str) -> None:
    """Calls, readiness, conditions and talk about talks yield no round."""
    assert rounds(sentence) == []


def test_fresh_talks_have_the_day_of_the_report() -> None:
    """What has just come to a close, without a day of its own, is news of the day."""
    assert rounds("Talks between Norway and Denmark have come to a close in Geneva without an agreement.") == [
        ("2025-06-03", "Geneva", "no_agreement")
    ]


def test_a_single_place_holds_for_the_whole_series() -> None:
    """Where a report gives one place for the talks, each of their meetings has it."""
    found = rounds("Norway and Denmark held talks in Oslo on 12 May. The two sides met again on 14 May.")
    assert {place for _, place, _ in found} == {"Oslo"}


def test_the_headline_says_where_the_talks_sit() -> None:
    """A meeting without a place has the headline's; an old meeting elsewhere lends it none."""
    report = report_from_text(
        "Second round in Oslo breaks off\n\n3 June 2025\n\nThe second round of talks between Norway and Denmark broke"
        " off on Monday. An earlier round of talks between Norway and Denmark in Geneva broke down in May 2022."
    )
    assert {(r.date, r.place) for r in read(report).rounds} == {("2025-06-02", "Oslo"), ("2022-05", "Geneva")}


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("They did not agree on prisoners.", "no_agreement"),
        ("They agreed on nothing.", "no_agreement"),
        ("They were unable to agree on a ceasefire.", "no_agreement"),
        ("They did not agree on prisoners but agreed on a ceasefire.", "agreement"),
        ("They agreed on a ceasefire but failed to agree on prisoners.", "agreement"),
        ("They agreed on nothing except a ceasefire.", "agreement"),
    ],
)
def test_what_was_not_agreed_is_no_outcome(sentence: str, outcome: str) -> None:
    """What the sides failed to agree on is no agreement, and no part of one on something else."""
    text = f"{BACKGROUND}\n\nNorway and Denmark met in Oslo on 2 June. {sentence}"
    entries = read(report_from_text(text, date="2025-06-03"))
    assert [r.outcome for r in entries.rounds] == [outcome]
    assert {i for r in entries.rounds for i in r.agreed} == ({"ceasefire"} if outcome == "agreement" else set())
    assert any(e.type == "AGREE" for e in entries.events) == (outcome == "agreement")


@pytest.mark.parametrize(
    "sentence",
    ["Norway and Denmark have not agreed on a ceasefire.", "Norway and Denmark would have signed a truce on 2 June."],
)
def test_an_agreement_not_reached_is_no_event(sentence: str) -> None:
    """Without an agreement there is neither a signing nor a meeting."""
    entries = read(report_from_text(f"{BACKGROUND}\n\n{sentence}", date="2025-06-03"))
    assert not entries.events
    assert not entries.rounds


@pytest.mark.parametrize("what", ["announced a ceasefire", "signed the accord", "reached an agreement"])
def test_what_neither_side_did_is_no_agreement(what: str) -> None:
    """Nothing is agreed, accepted or done where neither side did it."""
    text = f"{BACKGROUND}\n\nThe talks between Norway and Denmark broke off on Monday. Neither side {what}."
    entries = read(report_from_text(text, date="2025-06-03"))
    assert [(r.outcome, r.agreed) for r in entries.rounds] == [("collapse", ())]
    assert {event.type for event in entries.events} <= {"CONSULT", "REJECT"}
    assert entries.positions == ()
