"""What `detente record import` does with its files and addresses, one after the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from detente.errors import ReportError
    from detente.record import Record
    from detente.record.address import Address
    from detente.record.importing import Source
    from detente.reports import Report

ReadInto = Callable[["Record", Iterable["Report"]], tuple[int, int, int]]
Tell = Callable[["ReportError"], None]


class Counting(Protocol):
    """Is told faults, and counts them."""

    count: int

    def __call__(self, fault: "ReportError") -> None:
        """Tell one."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """How to import.

    Parameters
    ----------
    form, version
        Of tables; None and "" where they are not given.
    date
        Of reports that do not say.
    allow_private
        Whether private addresses may be fetched.
    """

    form: str | None
    version: str
    date: str | None
    allow_private: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """Files that are imported in one go: all reports that were named together, or one file of another kind."""

    sources: "tuple[Source, ...]"
    url: str | None

    @property
    def shown(self) -> str:
        first = self.sources[0]
        return self.url or str(first.given if len(self.sources) > 1 else first.path)


def import_all(
    file: "Path | Address",
    paths: Sequence[Path | str],
    read_into: ReadInto,
    faults: Callable[[], Counting],
    progress: Callable[[str], None],
    options: Options,
) -> list[dict[str, Any]]:
    """Import everything, and return for each file, folder or address what came of it.

    Parameters
    ----------
    file
        The record.
    paths
        Files, folders and addresses.
    read_into
        Reads reports into the record, and says how many reports and entries were new and how many reports unread.
    faults
        Makes what is told of each part that is passed by, and counts them.
    progress
        Is told what is going on.
    options
        How to import.
    """
    from detente.record import Record

    done = []
    with ExitStack() as stack:
        # All is found, and the first report loaded, before there is a record: bad input leaves none behind.
        parts = list(_parts(paths, stack, faults(), progress, options))
        told = {id(part): faults() for part in parts}
        reports = [_reports(part, options, told[id(part)]) for part in parts if part.sources[0].kind == "reports"]
        first = list(islice(reports[0], 1)) if reports else []
        loaded = iter([chain(first, reports[0]), *reports[1:]] if reports else [])
        kept = stack.enter_context(Record(file))
        for part in parts:
            progress(f"importing {part.shown}")
            if part.sources[0].kind == "reports":
                names = ("reports_added", "entries_added", "reports_unread")
                counts = dict(zip(names, read_into(kept, next(loaded)), strict=True))
                counts["skipped"] = told[id(part)].count
            else:
                counts = _import(kept, part, told[id(part)], progress, options)
            done.append({"source": part.shown} | counts)
    return done


def _parts(
    paths: Sequence[Path | str], stack: ExitStack, on_fault: Tell, progress: Callable[[str], None], options: Options
) -> Iterator[_Part]:
    from detente.record.importing import sources
    from detente.reports.online import fetched_file

    for given in paths:
        url, path = None, given
        if not isinstance(given, Path):
            progress(f"fetching {given}")
            path, url = stack.enter_context(fetched_file(given, allow_private=options.allow_private))
        found = sources([Path(path)], name=options.form, on_fault=on_fault)
        reports = tuple(source for source in found if source.kind == "reports")
        yield from [_Part(reports, url)] if reports else []
        yield from (_Part((source,), url) for source in found if source.kind != "reports")


def _reports(part: _Part, options: Options, tell: Tell) -> "Iterator[Report]":
    from detente.reports import load_all
    from detente.reports.online import of_address

    if part.url:
        return of_address(part.sources[0].path, part.url, date=options.date, on_fault=tell)
    return load_all([source.path for source in part.sources], date=options.date, on_fault=tell)


def _import(
    kept: "Record", part: _Part, on_fault: Tell, progress: Callable[[str], None], options: Options
) -> dict[str, int]:
    from detente.record.importing import import_csv, import_lines, import_table

    source = part.sources[0]
    if source.kind == "table":
        return asdict(
            import_table(
                kept, source.path, name=options.form, version=options.version, on_fault=on_fault, progress=progress,
                shown=part.shown,
            )
        )  # fmt: skip
    if source.kind == "csv":
        return asdict(import_csv(kept, source.path, on_fault))
    return asdict(import_lines(kept, source.path, on_fault))
