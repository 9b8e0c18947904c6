"""Organisations that a report names in full."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Norwegian National Coalition rejected the ceasefire. Norway shelled the coalition.",
        "The Patriotic Front rejected the ceasefire. Norway shelled the Front.",
    ],
)
def test_an_organisation_named_in_full_is_a_party(sentence: str) -> None:
    """A movement or coalition that is named again and again is a party, whatever adjective its name opens with."""
    holders = {party for party, issue, stance in positions(sentence) if (issue, stance) == ("ceasefire", "rejects")}
    assert holders in ({"Norwegian National Coalition"}, {"Patriotic Front"})
