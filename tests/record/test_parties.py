"""Who is named, under which names, and which of these can be used for the next report."""

from dataclasses import replace

from detente.entries import Event, Position, Provenance, Round
from detente.record import Record
from detente.reports import report_from_text

ONE = report_from_text("The Council wants aid. The UN asked.", date="2020-03-02")
TWO = report_from_text("Council men met the UN envoys. It wants aid.", date="2020-03-09")
WANTS = Position("Northern Council", "aid", "demands", "aid", ONE.quote(0, 22))


def recorded(*said: str) -> Record:
    """Each is what a text calls the party."""
    record = Record()
    for report, words in zip((ONE, TWO), said, strict=False):
        by = Provenance("llm", "1", original=(("party", words),))
        record.add(report, [replace(WANTS, quote=report.quote(0, 20), by=by)])
    return record


def test_names_of_a_party_come_with_the_reports_that_have_them() -> None:
    """The table's name where it has one; otherwise that of most reports; first and last by the reports' dates."""
    with recorded("The Council", "Council men") as record:
        record.add(ONE, [Event("REQUEST", "the UN", "Northern Council", None, None, ONE.quote(23, 36))])
        record.add(TWO, [Round(None, None, ("Northern Council", "United Nations"), "unknown", TWO.quote(0, 30))])
        council, un = record.parties()
    assert (council.party, council.actor, council.entries) == (
        "Northern Council", None, {"event": 1, "position": 2, "round": 1},
    )  # fmt: skip
    assert [(n.name, n.first, n.last) for n in council.names] == [
        ("Northern Council", "2020-03-02", "2020-03-09"),
        ("Council men", "2020-03-09", "2020-03-09"),
        ("The Council", "2020-03-02", "2020-03-02"),
    ]
    assert (un.party, [n.name for n in un.names]) == ("United Nations", ["United Nations", "the UN"])


def test_a_name_is_of_use_for_the_next_report_if_one_party_alone_bears_it() -> None:
    """Not a name that the table has, a word that points back, or one that two parties share."""
    with recorded("The Council", "they") as record:
        assert record.names() == {"Northern Council": "Northern Council", "The Council": "Northern Council"}
        other = replace(
            WANTS, party="Southern Council", by=Provenance("llm", "2", original=(("party", "The Council"),))
        )
        record.add(report_from_text("The Council wants aid, too.", date="2020-04-01"))
        third = record.reports()[-1]
        record.add(third, [replace(other, quote=third.quote(0, 11))])
        assert "The Council" not in record.names()
