"""One treaty under one issue: with its subject here, without it there."""

import pytest

from detente.case import from_record
from detente.case.instruments import ASSUMPTION, same_instrument
from detente.entries import Position
from detente.record import Record
from detente.reports import report_from_text

THE_DAM = ("Norway", "infrastructure", "demands", "Norway demands a binding treaty on the dam.", "the dam")
WITHOUT = ("Sweden", "settlement", "rejects", "Sweden rejects a binding treaty.", "a binding treaty")


def told(*rows):
    """Return a report and its positions; each row is party, issue, stance, sentence, terms."""
    report = report_from_text(" ".join(row[3] for row in rows), date="2021-03-03")
    found = []
    for party, issue, stance, sentence, terms in rows:
        start = report.text.index(sentence)
        found.append(Position(party, issue, stance, terms, report.quote(start, start + len(sentence))))
    return report, found


def test_a_treaty_without_its_subject_joins_the_one_that_has_it():
    """All positions on the treaty stand under one issue, with their entries and the assumption."""
    report, positions = told(
        THE_DAM, WITHOUT, ("Denmark", "settlement", "demands", "Denmark wants binding accords.", "binding accords")
    )
    with Record() as record:
        record.add(report, positions)
        case = from_record(record)
    assert [issue.id for issue in case.issues] == ["infrastructure"]
    assert {demand.party for demand in case.demands} == {"norway", "sweden", "denmark"}
    assert {id for demand in case.demands for id in demand.basis.entries} == {p.id for p in positions}
    (refusal,) = (demand for demand in case.demands if demand.party == "sweden")
    assert ASSUMPTION in refusal.basis.assumption


@pytest.mark.parametrize(
    "other",
    [
        ("Sweden", "settlement", "rejects", "Sweden rejects a peace treaty.", "a peace treaty"),
        ("Sweden", "settlement", "rejects", "Sweden rejects a written accord.", "a written accord"),
        ("Sweden", "settlement", "rejects", "Sweden rejects any deal.", "any deal"),
        ("Sweden", "ceasefire", "rejects", "Sweden rejects a binding truce agreement.", "a binding truce agreement"),
    ],
)
def test_what_is_not_the_same_instrument_stays(other):
    """A peace treaty is the settlement itself; another kind, or no instrument at all, is tied to nothing."""
    assert same_instrument(told(THE_DAM, other)[1]) == {}


def test_an_instrument_tied_to_two_issues_stays():
    """Where the same words go with two subjects nobody can say which is meant."""
    aid = ("Denmark", "aid", "demands", "Denmark demands a binding treaty on access for aid.", "access for aid")
    assert same_instrument(told(THE_DAM, aid, WITHOUT)[1]) == {}
    assert len(same_instrument(told(THE_DAM, WITHOUT)[1])) == 1
