"""Loads reports from files and folders, with one clear error for everything that is not a readable text."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from detente.errors import ReportError, nothing_usable
from detente.reports.boilerplate import split
from detente.reports.content import Content
from detente.reports.dateline import find_date, find_weekday_year, weekday_dates
from detente.reports.encoding import decode
from detente.reports.foreign import foreign
from detente.reports.limits import check_text, read_bytes
from detente.reports.report import DateBasis, Dropped, Report
from detente.texts import without_nul


def load(path: str | Path, *, date: str | None = None) -> Report:
    """Load one report.

    Parameters
    ----------
    path
        A file of one of the kinds in docs/reference/files.md; one of many reports is refused where it holds more
        than one.
    date
        ISO day of the report, where the caller knows it.

    Returns
    -------
    Report
        For .txt its `text` is the file's characters exactly as on disk; for other kinds the extracted main text.

    Raises
    ------
    ReportError
        Where the file is missing, empty, binary, in an encoding that is not certain, too large, or of another kind;
        or the date is no ISO day.
    """
    _check_date(date)
    _check_file(Path(path))
    found = _reports(Path(path), date, None)
    report = next(found)
    if next(found, None) is not None:
        raise ReportError("holds several reports; load them with load_all", file=path)
    return report


def load_all(
    paths: str | Path | Iterable[str | Path],
    *,
    date: str | None = None,
    on_fault: Callable[[ReportError], None] | None = None,
) -> Iterator[Report]:
    r"""Load files and folders one report after the other, so that memory does not grow with their number.

    Parameters
    ----------
    paths
        Files, and folders that hold reports at any depth, taken in the order of their names; other files in a folder
        are passed over.
    date
        ISO day for all of them.
    on_fault
        Is told what is wrong with a part of a file of many reports (an item, a line, a record); the other parts are
        read. Without it the first fault is raised.

    Raises
    ------
    ReportError
        At once where no path is given, a file is missing or of another kind, or a folder holds no report; as `load`
        when it comes to a file that cannot be read; and where a file of many reports has none that can be read.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "a.jsonl").write_text('{"text": "Talks began."}\n{"text": "Talks ended."}')
    ...     [report.text for report in load_all(folder)]
    ['Talks began.', 'Talks ended.']
    """
    _check_date(date)
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    files = list(dict.fromkeys(file for path in given for file in _files(Path(path))))
    if not files:
        raise ReportError("no report given; name files or folders of them")
    for file in files:
        _check_file(file)
    return (report for file in files for report in _reports(file, date, on_fault))


def report_from_text(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    metadata_date: str | None = None,
    outlet: str | None = None,
    path: str = "",
    url: str | None = None,
    outside: tuple[Dropped, ...] = (),
) -> Report:
    r"""Make a report of a text: find its date, keep what is the report.

    Parameters
    ----------
    text
        The characters of the report; for a NUL, here and in what follows, the report has U+FFFD, which says that a
        character is missing.
    title
        Headline, where known; otherwise the first line that looks like one.
    date
        ISO day, where the caller knows it.
    metadata_date
        ISO day that the file's metadata give; a date given as `date` goes first.
    outlet, path, url
        Who published it, the file, and the address.
    outside
        What stood around the text where it was found, and whole lines of it that are known not to be the report.

    Examples
    --------
    >>> report = report_from_text("Truce holds\n\nISTANBUL, 2 June 2025 - Both sides kept quiet.")
    >>> report.title, report.date, report.date_basis
    ('Truce holds', '2025-06-02', 'dateline')
    """
    _check_date(date)
    text, title, outlet, url = without_nul(text), _plain(title), _plain(outlet), _plain(url)
    layout = split(text, title)
    found, basis = _dated(text, date, metadata_date)
    within = {(part.start, part.end) for part in outside if not part.outside}
    kept = tuple(span for span in layout.kept if span not in within) or layout.kept
    spare = [part for part in outside if part.outside or (part.start, part.end) in {*layout.kept} - {*kept}]
    other = {*foreign(text, kept)}
    kept = tuple(span for span in kept if span not in other)
    spare += [Dropped(start, end, "language") for start, end in sorted(other)]
    dropped = tuple(sorted((*layout.dropped, *spare), key=lambda part: (part.start, part.end)))
    return Report(title or layout.title, found, basis, outlet, path, text, kept, dropped, url)


Contents = Callable[[Path], Iterator[Content | ReportError]]


def _text(path: Path) -> Iterator[Content]:
    yield Content(decode(read_bytes(path), path))


def _html(path: Path) -> Iterator[Content]:
    from detente.reports.html import page

    yield page(read_bytes(path), path)


def _pdf(path: Path) -> Iterator[Content]:
    from detente.reports.pdf import content

    yield content(path)


def _docx(path: Path) -> Iterator[Content]:
    from detente.reports.docx import content

    yield content(path)


def _feed(path: Path) -> Iterator[Content | ReportError]:
    from detente.reports.feed import contents

    return contents(path)


def _warc(path: Path) -> Iterator[Content | ReportError]:
    from detente.reports.warc import contents

    return contents(path)


def _jsonl(path: Path) -> Iterator[Content | ReportError]:
    from detente.reports.jsonl import contents

    return contents(path)


_LOADERS: dict[str, Contents] = {
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
    ".pdf": _pdf,
    ".docx": _docx,
    ".rss": _feed,
    ".atom": _feed,
    ".xml": _feed,
    ".warc": _warc,
    ".warc.gz": _warc,
    ".jsonl": _jsonl,
    ".jsonl.gz": _jsonl,
}
SUFFIXES = tuple(_LOADERS)


def _contents_of(path: Path) -> Contents:
    name = path.name.casefold()
    for suffix, contents in _LOADERS.items():
        if name.endswith(suffix):
            return contents
    raise ReportError(f"not a kind of file that can be read; give one of {', '.join(SUFFIXES)}", file=path)


def _check_file(path: Path) -> None:
    """Refuse what is no file of a known kind before anything is read; a device or a pipe may have no end."""
    if not path.exists():
        raise ReportError("no such file; check the path", file=path)
    _contents_of(path)
    if not path.is_file():
        raise ReportError("not a file that can be read from start to end; save the report as a file", file=path)


def _reports(path: Path, date: str | None, on_fault: Callable[[ReportError], None] | None) -> Iterator[Report]:
    """Yield the reports of a file. A fault in a part of it is told; one in the whole is raised."""
    good = bad = 0
    for content in _contents_of(path)(path):
        try:
            report = _report(content, path, date)
        except ReportError as fault:
            if on_fault is None or (isinstance(content, Content) and not content.place):
                raise
            on_fault(fault)
            bad += 1
            continue
        good += 1
        yield report
    if not good:
        why = nothing_usable(bad, "part") if bad else "no report in this file; give one with text in it"
        raise ReportError(why, file=path)


def _report(content: Content | ReportError, path: Path, date: str | None) -> Report:
    if isinstance(content, ReportError):
        raise content
    check_text(content.text, path, content.place)
    return report_from_text(
        content.text,
        title=content.title,
        date=date,
        metadata_date=content.date,
        outlet=content.outlet,
        path=f"{path}#{content.name}" if content.name else str(path),
        url=content.url,
        outside=content.outside,
    )


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.name.casefold().endswith(SUFFIXES) and file.is_file())
    if not files:
        raise ReportError(f"no report in this folder; it needs {', '.join(SUFFIXES)} files", file=path)
    return files


def _check_date(date: str | None) -> None:
    if date is None:
        return
    try:
        valid = dt.date.fromisoformat(date).isoformat() == date
    except (TypeError, ValueError):
        valid = False
    if not valid:
        raise ReportError(f"{date!r} is not a date; write it as YYYY-MM-DD")


def _plain(text: str | None) -> str | None:
    return None if text is None else without_nul(text)


def _dated(text: str, date: str | None, metadata: str | None) -> tuple[str | None, DateBasis | None]:
    if date:
        return date, "argument"
    if metadata:
        return metadata, "metadata"
    if found := find_date(text):
        return found, "dateline"
    if (year := find_weekday_year(text)) and (dates := weekday_dates(text, year)):
        return max(dates).isoformat(), "weekday"
    return None, None
