"""What a record answers with."""

from dataclasses import dataclass

from detente.entries import Entry, Statement
from detente.reports import Report, sentences
from detente.tabled import Tabled


@dataclass(frozen=True, slots=True)
class Added(Tabled):
    """How much of what was given was new to the record.

    Parameters
    ----------
    reports, entries
        Numbers of new rows.
    """

    reports: int
    entries: int


@dataclass(frozen=True, slots=True)
class Source(Tabled):
    """Where an entry comes from, ready to be shown.

    Parameters
    ----------
    quote
        The exact characters.
    sentence
        The sentence(s) around it.
    report
        Id of the report.
    title, date, outlet, path
        Of the report; None where unknown.
    reader
        Who read it, such as ``rules 1 (positions.demand-noun)``.
    confidence
        In [0, 1], of the reader.
    judged
        What a person decided on it, in words, or "".
    """

    quote: str
    sentence: str
    report: str
    title: str | None
    date: str | None
    outlet: str | None
    path: str | None
    reader: str
    confidence: float
    judged: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """When and by whom an entry was found.

    Parameters
    ----------
    first, last
        Times in UTC: when it was first found, and when a reader that found it last read the report.
    readers
        Who found it, with version, sorted.
    """

    first: str
    last: str
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit(Tabled):
    """A sentence that was searched for, with what was read from it.

    Parameters
    ----------
    report, title, date, outlet
        The report; None where unknown.
    sentence
        The exact characters.
    start, end
        Where they stand in the report's text.
    entries
        Entries in the sentence that have all that was asked for.
    """

    report: str
    title: str | None
    date: str | None
    outlet: str | None
    sentence: str
    start: int
    end: int
    entries: tuple[Entry, ...]


def source_of(report: Report, entry: Statement) -> Source:
    """Return where an entry comes from."""
    by = entry.by
    return Source(
        quote=entry.quote.text,
        sentence=_around(report, entry.quote.start, entry.quote.end),
        report=report.id,
        title=report.title or None,
        date=report.date,
        outlet=report.outlet,
        path=report.path or None,
        reader=f"{by.reader} {by.version}" + (f" ({by.rule})" if by.rule else ""),
        confidence=by.confidence,
        judged=by.judged,
    )


def _around(report: Report, start: int, end: int) -> str:
    """The sentences that a stretch touches, in full; the stretch alone where it stands outside the report proper."""
    touched = [s for s in sentences(report) if s.start < end and start < s.end]
    if not touched:
        return report.text[start:end]
    return report.text[min(start, touched[0].start) : max(end, touched[-1].end)]
