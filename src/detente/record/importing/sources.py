"""What each file is that shall go into a record: a table of events, an export, or reports to be read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from detente.errors import ReportError
from detente.record.importing.datasets import DATASETS, recognised
from detente.record.importing.lines import REDACTED, is_export
from detente.record.importing.spreadsheet import is_redacted, is_spreadsheet
from detente.record.importing.table import SUFFIXES, head
from detente.record.importing.tables import dataset_of
from detente.reports import SUFFIXES as OF_REPORTS

_ONE_WAY = {".jsonld": "JSON-LD", ".parquet": "Parquet"}
Kind = Literal["reports", "table", "csv", "export"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and what it is.

    Parameters
    ----------
    kind
        reports | table (of events, of a known form) | csv (that a record exported) | export (JSON Lines of a record).
    path
        The file.
    given
        The file or folder that was named.
    """

    kind: Kind
    path: Path
    given: Path


def sources(
    paths: Iterable[Path], *, name: str | None = None, on_fault: Callable[[ReportError], None] = lambda _: None
) -> list[Source]:
    """Return what the files are, those of a folder in the order of their names.

    Parameters
    ----------
    paths
        Files and folders.
    name
        The form of the tables, where it is given; then every file is one.
    on_fault
        Is told of tables in a folder that are of no known form; such a file that was named by itself is an error.

    Raises
    ------
    ReportError
        Where a file is missing, or is a table of no known form.
    """
    return [source for path in paths for source in _of(path, name, on_fault)]


def _of(path: Path, name: str | None, on_fault: Callable[[ReportError], None]) -> Iterator[Source]:
    if not path.is_dir():
        yield Source(_kind(path, name), path, path)
        return
    files = sorted(file for file in path.rglob("*") if file.is_file() and _has(file, (*SUFFIXES, *OF_REPORTS)))
    if not files:
        raise ReportError("no report and no table in this folder", file=path)
    for file in files:
        try:
            yield Source(_kind(file, name if _has(file, SUFFIXES) else None), file, path)
        except ReportError as fault:
            on_fault(fault)


def _has(path: Path, suffixes: tuple[str, ...]) -> bool:
    return path.name.casefold().endswith(suffixes)


def _kind(path: Path, name: str | None) -> Kind:
    if not path.is_file():
        raise ReportError("no such file; check the path", file=path)
    if _has(path, SUFFIXES) and is_redacted(path):
        raise ReportError(REDACTED, file=path)
    if name or (_has(path, SUFFIXES) and not is_spreadsheet(path)):
        dataset_of(path, name)
        return "table"
    if _has(path, SUFFIXES):
        return "csv"
    for suffix, what in _ONE_WAY.items():
        if _has(path, (suffix,)):
            raise ReportError(
                f"is {what}, which other programs read and no record is made of; give the export as JSON Lines (-o"
                " NAME.jsonl) or CSV, made without --redacted",
                file=path,
            )
    if _has(path, (".jsonl", ".jsonl.gz")) and is_export(path):
        return "export"
    return "table" if _has(path, (".txt",)) and _begins_as_table(path) else "reports"


def _begins_as_table(path: Path) -> bool:
    """Some tables are published as .txt; a report never begins with the header of one."""
    try:
        values, separator = head(path)
    except ReportError:
        return False
    return (
        len(values) >= min(len(each.needs) for each in DATASETS.values()) and recognised(values, separator) is not None
    )
