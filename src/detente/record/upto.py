"""A record as it stood on a day: what a person would have known then."""

from detente.entries import Joining
from detente.errors import RecordError
from detente.record.store import Record


def up_to(record: Record, date: str) -> Record:
    """Return a record in memory with the reports dated up to a day, and every decision on them.

    Parameters
    ----------
    record
        Any record; it is not changed.
    date
        ISO day, the last that counts. Reports without a date are left out.

    Returns
    -------
    Record
        Rows as they are, so that ids are the same; judgements count whenever they were made.

    Raises
    ------
    RecordError
        Where no report is dated up to that day.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> with Record() as record:
    ...     for day in ("2020-03-02", "2020-03-09"):
    ...         added = record.add(report_from_text(f"Talks of {day}.", date=day), [])
    ...     len(up_to(record, "2020-03-05").reports())
    1
    """
    dates = {report.id: report.date for report in record.reports()}
    kept = [id for id, day in dates.items() if day and day <= date]
    if not kept:
        known = sorted(day for day in dates.values() if day)
        first = f"the first is of {known[0]}" if known else "none of its reports has a date"
        raise RecordError(f"no report is dated up to {date}; {first}", file=record.path)
    seen = Record()
    seen.add_statements(record.statements(kept))
    # Those with an entry that is left out cannot stand here and are passed by.
    seen.add_joinings([decision for decision in record.log() if isinstance(decision, Joining)])
    return seen
