"""Taking a table of events into a record: each row a report of its own, with the event that it stands for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from detente.entries import Entry, Provenance
from detente.errors import ReportError, nothing_usable
from detente.record.importing.datasets import DATASETS, Dataset, recognised
from detente.record.importing.rowtext import place_of, report_of_row
from detente.record.importing.table import BadValue, Row, head, rows
from detente.record.store import Record
from detente.reports import Report

AT_ONCE = 500
# What a row is taken with. A new way of taking it is a new version of the reader, whose reading then counts.
_WAY = "2"


@dataclass(frozen=True, slots=True)
class Imported:
    """How much of a table was new to the record.

    Parameters
    ----------
    rows
        How many could be read.
    new
        Rows that the record did not have.
    superseded
        Earlier forms of a row that a new one takes the place of.
    skipped
        Rows that could not be read; each was named.
    """

    rows: int = 0
    new: int = 0
    superseded: int = 0
    skipped: int = 0


def dataset_of(path: Path, name: str | None = None) -> tuple[Dataset, str]:
    """Return the form of a table and what separates its values.

    Parameters
    ----------
    path
        The file.
    name
        Its form, where the caller knows it.

    Raises
    ------
    ReportError
        Where the form is not known, or is not the one named.
    """
    values, separator = head(path)
    found = recognised(values, separator)
    if found is None or (name and found.id != name):
        raise ReportError(_unknown(values, name, found), file=path)
    return found, separator


def _unknown(values: list[str], name: str | None, found: Dataset | None) -> str:
    if name and DATASETS[name].header:
        wanted = len(DATASETS[name].header)
        return f"line 1: {len(values)} columns; {DATASETS[name].name} has {wanted} between tabs, without a header"
    if name:
        missing = [column for column in DATASETS[name].needs if column not in {value.strip() for value in values}]
        return f"line 1: no table of {DATASETS[name].name}: its header lacks {', '.join(missing)}"
    return f"line 1: the header is that of no known table ({', '.join(DATASETS)}); see the reference of files"


def import_table(
    record: Record,
    path: Path,
    *,
    name: str | None = None,
    version: str = "",
    on_fault: Callable[[ReportError], None] | None = None,
    progress: Callable[[str], None] = lambda _: None,
    shown: str | None = None,
) -> Imported:
    """Take a table of events into a record, a few hundred rows at a time, each of them whole or not at all.

    A row that the record has, read in the same version, adds nothing. A row with the id of an earlier one and other
    content takes its place in the view; what a person decided on the earlier one stays.

    Parameters
    ----------
    record
        The record.
    path
        The table: .csv, .tsv or .txt, also in .gz or .zip.
    name
        acled | ucdp-ged | gdelt | polecat; told from the header otherwise.
    version
        Of the dataset, as its publisher gives it.
    on_fault
        Is told what is wrong with a row; the others are taken. Without it the first fault is raised.
    progress
        Is told how far it is.
    shown
        Where the table came from, if not from this file.

    Raises
    ------
    ReportError
        Where the form is not known, or no row can be read.
    """
    dataset, separator = dataset_of(path, name)
    reader = Provenance(dataset.id, f"{version or 'version unknown'}/{_WAY}")
    known = _known(record, dataset)
    counted = Imported()
    good = _good(_taken(dataset, separator, path, shown or str(path), reader), on_fault)
    while batch := list(islice(good, AT_ONCE)):
        counted = _add(record, [each for each, _ in batch if each], known, reader, counted, batch[-1][1])
        progress(f"{path.name}: {counted.rows:,} rows")
    if not counted.rows:
        raise ReportError(nothing_usable(counted.skipped, "row"), file=path)
    return counted


_Read = tuple[Report, list[Entry]]


def _taken(
    dataset: Dataset, separator: str, path: Path, shown: str, reader: Provenance
) -> Iterator[_Read | ReportError]:
    for row in rows(path, separator, dataset.header or None):
        if isinstance(row, ReportError):
            yield row
            continue
        try:
            yield _read(dataset, row, shown, reader)
        except BadValue as exc:
            yield ReportError(f"{row.place(exc.column)}: {exc}", file=path)


def _read(dataset: Dataset, row: Row, shown: str, reader: Provenance) -> _Read:
    if not row[dataset.key]:
        raise BadValue(dataset.key, "the row has no id")
    taken = dataset.take(row)
    report, start = report_of_row(dataset, row, path=shown, date=taken.date, url=taken.url)
    quote = report.quote(start, report.kept[0][1])
    events = list(taken.events(quote, reader.reader, reader.version))
    figures = [toll.claim(place_of(report, toll.column), reader.reader, reader.version) for toll in taken.tolls]
    return report, [*events, *figures]


def _good(
    found: Iterator[_Read | ReportError], on_fault: Callable[[ReportError], None] | None
) -> Iterator[tuple[_Read | None, int]]:
    """Yield what could be read, each with the number of faults so far, and at the end that number alone."""
    bad = 0
    for each in found:
        if not isinstance(each, ReportError):
            yield each, bad
            continue
        if on_fault is None:
            raise each
        on_fault(each)
        bad += 1
    yield None, bad


def _known(record: Record, dataset: Dataset) -> dict[str, set[str]]:
    """Reports of rows of this dataset by their titles, which have the ids of the rows."""
    found: dict[str, set[str]] = {}
    for title, report in record.titled(outlet=dataset.name):
        found.setdefault(title, set()).add(report)
    return found


def _add(
    record: Record, read: list[_Read], known: dict[str, set[str]], reader: Provenance, before: Imported, skipped: int
) -> Imported:
    replaced: list[tuple[str, str]] = []
    for report, _ in read:
        earlier = known.setdefault(report.title, set())
        if earlier and report.id not in earlier:
            replaced += [(id, report.id) for id in sorted(earlier)]
        earlier.add(report.id)
    new = record.unread([report for report, _ in read], reader, using=_WAY)
    # First, so that a program killed in between finds the new row missing and does both again.
    for old, by in replaced:
        record.supersede(old, by, reader.reader)
    added = record.add_many([each for each in read if each[0].id in new], reader=reader, using=_WAY)
    return Imported(before.rows + len(read), before.new + added.reports, before.superseded + len(replaced), skipped)
