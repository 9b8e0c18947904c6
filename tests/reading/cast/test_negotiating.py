"""Parties that no table of actors has, and the report brings in as negotiating."""

import pytest

from detente.case import from_record
from detente.reading.cast.negotiating import learn_negotiating
from detente.reading.reader import read_by_rules as read
from detente.reading.who.mentions import Cast
from detente.record import Record
from detente.reports import report_from_text

CHAIRED = (
    "Norway chaired the talks between the Ardan Front and the Government of Borland in Oslo on 9 March 2024.\n\n"
    "The Ardan Front demanded the withdrawal of Borland's troops from the valley. Borland rejected the demand.\n\n"
    "Norway called for a ceasefire and proposed a monitoring mission."
)


def learned(text: str) -> set[str]:
    learn_negotiating(cast := Cast(), text)
    return set(cast.learned)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between the Ardan Front and the Borland government resumed.", {"Ardan Front", "Borland"}),
        ("A truce between Norway and the Council of the Hills held.", {"Council of the Hills"}),
        ("Borland and the Ardan Front signed an accord. The Borland army left.", {"Ardan Front", "Borland"}),
        ("The Ardan Front held talks with Borland. Borland's troops left.", {"Ardan Front", "Borland"}),
        ("The talks between Arland and Borland ended. Arland's forces and the government of Borland agreed.",
         {"Arland", "Borland"}),
    ],
)  # fmt: skip
def test_names_in_the_places_of_parties_are_learned(text: str, expected: set[str]) -> None:
    """A name that is called a government, a front or the like, or whose troops and officials the text speaks of."""
    assert learned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between John Kerrish and Anna Lavin ended.",
        "Talks between Kerrish and Lavin ended. Mr Kerrish's officials left with Anna Lavin.",
        "The border between Ardan Heights and Lower Borland is closed.",
        "Talks between Norway and Denmark resumed.",
        "The Ardan Front demanded a truce.",
    ],
)
def test_people_places_and_known_actors_are_not(text: str) -> None:
    """Nor a name that nothing in the text has negotiate."""
    assert learned(text) == set()


def test_who_chairs_is_no_side_where_the_sides_are_in_no_table() -> None:
    """Their demands are theirs, and the chair's proposals make it no party to the dispute."""
    report = report_from_text(CHAIRED, date="2024-03-10")
    record = Record()
    record.add(report, read(report))
    case = from_record(record)
    roles = {party.id: party.role for party in case.parties}
    assert roles["norway"] == "mediator"
    assert [side.name for side in case.sides] == ["Ardan Front", "Borland"]
    stances = {(d.party, d.stance) for d in case.demands if d.issue == "territory"}
    assert stances == {("ardan-front", "demands"), ("borland", "rejects")}
