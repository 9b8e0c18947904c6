"""A record as it stood on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.entries import Position
from detente.errors import RecordError
from detente.record import Record, up_to
from detente.reports import report_from_text

DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.lists(st.one_of(st.none(), DAYS), max_size=6), DAYS)
def test_what_is_dated_later_or_not_at_all_is_left_out(days: list[str | None], until: str) -> None:
    """The rest is there with the same ids; the record itself is not changed."""
    with Record() as record:
        for n, day in enumerate(days):
            report = report_from_text(f"Norway demands a truce of {n} days.", date=day)
            record.add(report, [Position("Norway", "ceasefire", "demands", "a truce", report.quote(15, 22))])
        before = record.ids()
        kept = [report.id for report in record.reports() if report.date and report.date <= until]
        if not kept:
            with pytest.raises(RecordError, match=f"dated up to {until}"):
                up_to(record, until)
        else:
            seen = up_to(record, until)
            assert [report.id for report in seen.reports()] == kept
            assert {e.id for e in seen.entries()} == {e.id for e in record.entries() if e.quote.report in kept}
        assert record.ids() == before


def test_judgements_and_joinings_go_with_their_entries() -> None:
    """What was rejected stays rejected; a joining with an entry that is left out is left out."""
    with Record() as record:
        entries = []
        for day in ("2025-05-01", "2025-05-02", "2025-06-01"):
            report = report_from_text(f"Norway demands a truce on {day}.", date=day)
            entries.append(Position("Norway", "ceasefire", "demands", "a truce", report.quote(15, 22)))
            record.add(report, [entries[-1]])
        first, second, third = (entry.id for entry in record.entries())
        record.join(first, second, by="ana")
        record.join(second, third, by="ana")
        record.judge(first, "reject", by="ana")
        seen = up_to(record, "2025-05-31")
        assert {entry.id for entry in seen.entries()} == {second}
        assert len(seen.log()) == 2
