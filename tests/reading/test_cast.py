"""Who is a party to a conflict where no table says so."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reports import report_from_text
from detente.reports.sentences import sentences


def parties(text: str) -> tuple[str, ...]:
    report = report_from_text(text, date="2025-06-03")
    return cast_of(parse([each.text for each in sentences(report)]), date=report.date).pair


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arland's foreign minister came. Talks between Arland and Borland ended. Borland's delegation left."
         " Norway's mediator stayed.", ("Arland", "Borland")),
        ("Rebels in northern Denmark rejected a truce. The rebels want a vote. Sweden, which mediates, met rebel"
         " leaders.", ("Denmark", "rebels")),
        ("The Danish army met the Hills front. The front wants a vote. Denmark wants its arms.",
         ("Denmark", "Hills front")),
    ],
)  # fmt: skip
def test_parties_that_no_table_knows(text: str, expected: tuple[str, ...]) -> None:
    """Unknown states and movements are parties by their offices and nouns; who mediates is none."""
    assert parties(text) == expected
