"""Words that tell of a meeting, or of none, whatever the tree."""

import pytest

from detente.reading.meetings.patterns import labelled
from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str, date: str = "2025-06-03") -> list[tuple[str | None, str | None, str]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=date)
    return [(r.date, r.place, r.outcome) for r in read(report).rounds]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("16-18 Sep 2002 - First round of talks, Oslo, Norway.", "Oslo"),
        ("Lillehammer III.", "Lillehammer"),
        ("The first round was won by Oslo.", None),
    ],
)
def test_lines_of_a_chronicle(text: str, label: str | None) -> None:
    """A line that is headed by a round and its place tells of a meeting; a sentence is no such line."""
    found = labelled(text)
    assert (found[2] if found else None) == label


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway sees no point in further talks with Denmark on Monday.",
        "Norway stayed away from the talks with Denmark on Monday.",
        "The talks were broken off by Norway on Monday.",
        "On Monday Norway and Denmark accepted the plan.",
        "Norway said on Monday that it would not take part in the talks with Denmark in Lima.",
        "Denmark on Monday pulled out of peace talks that were due to resume in Lima on Thursday.",
        "The talks in Lima had been due to begin on Monday but were delayed.",
        "In February Norway suspended talks after a Danish raid.",
        "The Danish premier, whose party was left out of the negotiations, spoke on Sunday.",
    ],
)
def test_no_meeting_without_the_two(sentence: str) -> None:
    """Who stays away, breaks off or accepts from afar does not meet."""
    assert rounds(sentence) == []


@pytest.mark.parametrize("refusal", ["would never sign", "will not sign", "would not sign"])
def test_what_is_refused_is_not_to_come(refusal: str) -> None:
    """Who will not sign has no signing ahead."""
    assert rounds(f"Norway said on Monday it {refusal} a draft accord with Denmark.") == []
