"""The index of the search in a file, which keeps no text, holds what one made anew would hold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.entries import Event, Position, Provenance
from detente.record import Record, search
from detente.record.database import writing
from detente.record.rows import index_report
from detente.reports import report_from_text

REPORT = report_from_text("Arland demands a truce. Borland refuses. They met in Oslo on Monday.", date="2020-03-02")
TRUCE = Position("Arland", "ceasefire", "demands", "a truce", REPORT.quote(0, 22), by=Provenance("rules", "1"))
MET = Event("CONSULT", "Arland", "Borland", "2020-03-02", "Oslo", REPORT.quote(41, 57), by=Provenance("rules", "1"))
START = datetime(2020, 4, 1, tzinfo=UTC)
STEPS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(["2020-03-02", "2020-03-09", None]), st.sets(st.sampled_from([0, 1]))),
    st.tuples(st.just("judge"), st.sampled_from([0, 1]), st.sampled_from(["accept", "reject", "correct", "unsure"])),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=6))
def test_what_is_taken_out_is_what_was_put_in(steps):
    """Other dates, newer readings and judgements: every word stands where it would in an index made anew."""
    with Record() as record:
        record.add(REPORT, [TRUCE, MET], at=START)
        for number, (what, *rest) in enumerate(steps, start=2):
            at = START + timedelta(minutes=number)
            if what == "add":
                by = Provenance("rules", str(number))
                found = [replace((TRUCE, MET)[n], by=by) for n in sorted(rest[1])]
                record.add(replace(REPORT, date=rest[0]), found, reader=by, at=at)
            else:
                new = {"date": f"2020-01-{number:02}"} if rest[0] else {"terms": f"peace {number}"}
                changes = new if rest[1] == "correct" else None
                record.judge((TRUCE, MET)[rest[0]].id, rest[1], changes=changes, by="Ana", at=at)
        held = words(record)
        with writing(record._engine) as connection:
            search.drop(connection)
            search.create(connection)
            index_report(connection, REPORT.id)
        assert held == words(record)


def words(record):
    """Every word of the index with its row and place, and the facets beside them."""
    with writing(record._engine) as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, found, instance)")
        found = connection.exec_driver_sql("SELECT doc, term, col, offset FROM temp.word ORDER BY 1, 3, 4, 2").all()
        connection.exec_driver_sql("DROP TABLE temp.word")
        return found, connection.exec_driver_sql("SELECT row, facets FROM found_rows ORDER BY row").all()
