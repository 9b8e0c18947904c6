"""What of a record is exported: all that stands, or what a search finds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detente.entries import Entry
from detente.record.results import Hit
from detente.record.store import Record
from detente.reports import Report

_AT_ONCE = 200
_NO_LIMIT = 2**62


@dataclass(frozen=True, slots=True)
class Chosen:
    """A report with what is exported from it.

    Parameters
    ----------
    report
        With its latest details.
    entries
        Entries that stand, in the order of the text.
    bare
        Sentences that a search found and from which nothing was read.
    """

    report: Report
    entries: tuple[Entry, ...]
    bare: tuple[Hit, ...] = ()


def chosen(record: Record, words: str = "", **asked: str | None) -> Iterator[Chosen]:
    """Yield what a search finds, each entry once; all that stands where nothing is searched for.

    Parameters
    ----------
    record
        The record.
    words, **asked
        As `Record.search` takes them.
    """
    if not words and not any(asked.values()):
        yield from _all(record)
        return
    hits: dict[str, list[Hit]] = {}
    for hit in record.search(words, limit=_NO_LIMIT, **asked):
        hits.setdefault(hit.report, []).append(hit)
    for batch in _batches(list(hits)):
        for id, (report, _) in record.views(batch).items():
            yield _found(report, hits[id])


def _all(record: Record) -> Iterator[Chosen]:
    for batch in _batches(record.ids()):
        for report, entries in record.views(batch).values():
            yield Chosen(report, tuple(entries))


def _found(report: Report, hits: list[Hit]) -> Chosen:
    entries: Mapping[str, Entry] = {entry.id: entry for hit in hits for entry in hit.entries}
    order = sorted(entries.values(), key=lambda e: (e.quote.start, e.quote.end, e.kind, e.id))
    bare = sorted((hit for hit in hits if not hit.entries), key=lambda hit: hit.start)
    return Chosen(report, tuple(order), tuple(bare))


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
