"""The ways in which a report brings in a party."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_a_group_without_a_name_is_a_party() -> None:
    """Rebels of whom the report speaks again and again are a party of that name."""
    text = (
        "The rebels hold the north of Norway. Norway shelled the rebels. "
        "The rebels demanded the release of all prisoners."
    )
    assert ("rebels", "prisoners", "demands") in positions(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norway fights Denmark. Taoiseach Rudolf Rassendyll spoke. Rassendyll rejected the ceasefire.", "Ireland"),
        ("Norway met South Korea. The Koreans rejected the ceasefire.", "South Korea"),
        ("Norway met South Korea. The Korean delegation rejected the ceasefire.", "South Korea"),
    ],
)
def test_titles_and_shared_names(text: str, party: str) -> None:
    """A title of one state ties a person to it; a name of two states means the one that the report names."""
    assert (party, "ceasefire", "rejects") in positions(text)


def test_a_shared_name_of_two_parties_is_nobody() -> None:
    """Where a report speaks of both, the name they share is not guessed."""
    text = "North Korea met South Korea. The Koreans rejected the ceasefire."
    assert not positions(text)
