"""A record with entries of each kind, judged in every way, and a row of a table."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from detente.entries import Claim, Entry, Event, Position, Provenance, Round
from detente.record import Record
from detente.record.importing import import_table
from detente.reports import Report, report_from_text

TABLES = Path(__file__).parents[1] / "importing" / "tables"
TEXT = "Talks resume\n\nNorway demands a truce. Borland refuses. They met in Oslo on Monday, and 40 were freed."
RULES = Provenance("rules", "1", "positions.demand", 0.8, (("party", "Oslo"),))


def report(extra: str = "") -> Report:
    return report_from_text(
        TEXT + extra, date="2020-03-02", path="talks.txt", outlet="The Gazette", url="https://example.org/1"
    )


def entries_of(made: Report, by: Provenance = RULES) -> list[Entry]:
    """One of each kind; the names and words are those that a redacted export must not have."""

    def at(text: str):
        start = made.text.index(text)
        return made.quote(start, start + len(text))

    return [
        Claim("Rudolf Rassendyll", 40, "people", "=freed", "=", "stated", at("40 were freed"), by),
        Event("CONSULT", "Borland", "Norway", "2020-03-02", "Oslo", at("They met in Oslo"), by),
        Position(
            "Norway", "ceasefire", "demands", "+a truce", at("demands a truce"), after=("aid",), precondition=True,
            precondition_kind="order", by=by, said_by="Rudolf Rassendyll",
        ),
        Round("2020-03-02", "Oslo", ("Borland", "Norway"), "unknown", at("met in Oslo"), ("Sweden",), ("aid",), by),
    ]  # fmt: skip


@pytest.fixture
def record():
    with Record() as made:
        one = report()
        claim, event, position, met = entries_of(one)
        made.add(one, [claim, event, position, met], at=datetime(2020, 3, 3, tzinfo=UTC))
        newer = Provenance("rules", "2", "r", 0.9, (("party", "Oslo"),))
        made.add(one, [replace(entry, by=newer) for entry in (claim, event, position, met)])
        made.judge(claim.id, "correct", changes={"value": "41"}, by="Ana Berg", note="@see the list")
        made.judge(event.id, "unsure", by="Ana Berg")
        made.judge(met.id, "reject", by="Ben Dahl", note="last year")
        made.add(report_from_text("Nothing was read from this truce."))
        import_table(made, TABLES / "acled.csv")
        clashes = [entry for entry in made.entries("event") if entry.by.reader == "acled"]
        made.join(event.id, clashes[0].id, "join", by="Ana Berg", note="@one meeting")
        made.join(event.id, clashes[0].id, "leave", by="Cid Eng", note="two meetings")
        made.join(clashes[0].id, clashes[1].id, "join", by="Ana Berg")
        yield made
