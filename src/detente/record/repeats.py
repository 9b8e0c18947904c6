"""Reports that repeat another: a copy sent to many outlets, an update with a paragraph more.

Candidates are found by MinHash with locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of
Massive Datasets, section 3.4): a report is compared only with those that share one of its sketch's 32 bands of four
values, so that adding a report costs the same in a small record and in a large one. Two reports with half of their
runs of words in common share a band in 87% of cases, with 70% in common in all but one of 6,000. How similar they are
is then counted on the texts themselves.
"""

import hashlib
import re
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, delete, insert, select

from detente.record import schema
from detente.reports import Report
from detente.tabled import Tabled

SIMILAR = 0.5
"""Least similarity of a report that repeats another. Of 45 news reports no two reach 0.03 (computed)."""
_RUN = 3
# Shorter texts have runs in common by chance: "talks were held in".
_LEAST_RUNS = 30
_BANDS, _VALUES, _SIZE, _SEED = 32, 4, 8, 1
# Bands of different methods never meet; a change of the library's algorithm or of the numbers above changes it.
_METHOD = b"rensa R-MinHash 2; seed 1; runs of 3"


@dataclass(frozen=True, slots=True)
class Repeat(Tabled):
    """A report that repeats an earlier one.

    Parameters
    ----------
    report, of
        Ids of the later and of the earlier.
    similarity
        Of all runs of three words in either main text, the share that stands in both, in [0.5, 1].
    share
        Of the later report's own runs, the share that stands in the earlier, in [0.5, 1].
    """

    report: str
    of: str
    similarity: float
    share: float


def runs(report: Report) -> frozenset[str]:
    """Return every three words that follow each other in the main text.

    Parameters
    ----------
    report
        Stretches that are not the report proper do not count.

    Examples
    --------
    >>> sorted(runs(Report("", None, None, None, "", "Talks were held in Oslo.")))
    ['held in oslo', 'talks were held', 'were held in']
    """
    spans = report.kept or ((0, len(report.text)),)
    words = [word for start, end in spans for word in re.findall(r"\w+", report.text[start:end].casefold())]
    return frozenset(" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))


def index(connection: Connection, report: Report) -> None:
    """Put the sketch of a report in place of what was there of it, in a transaction."""
    table = schema.sketches
    connection.execute(delete(table).where(table.c.report == report.id))
    index_many(connection, [report])


def index_many(connection: Connection, reports: Iterable[Report]) -> None:
    """Put the sketches of reports that the index does not hold yet, in a transaction."""
    sketches = ((report.id, _sketch(report)) for report in reports)
    rows = [{"report": id, "bands": bands} for id, bands in sketches if bands]
    if rows:
        connection.execute(insert(schema.sketches), rows)


def candidates(connection: Connection) -> set[tuple[str, str]]:
    """Return pairs of reports that may repeat each other, the smaller id first."""
    table = schema.sketches.c
    sketches = sorted((row.report, row.bands) for row in connection.execute(select(table.report, table.bands)))
    found: set[tuple[str, str]] = set()
    for start in range(0, _BANDS * _SIZE, _SIZE):
        alike: dict[bytes, list[str]] = {}
        for report, bands in sketches:
            alike.setdefault(bands[start : start + _SIZE], []).append(report)
        found.update(pair for ids in alike.values() if len(ids) > 1 for pair in combinations(ids, 2))
    return found


def repeats(
    reports: Iterable[Report], pairs: Iterable[tuple[str, str]], first_seen: Mapping[str, str]
) -> dict[str, Repeat]:
    """Return for each report that repeats an earlier one which that is: the most similar, of equals the earliest.

    Parameters
    ----------
    reports
        All that are in the pairs.
    pairs
        Ids of reports to compare.
    first_seen
        Report id to the time of its first sighting: the order of reports of one day, or without a date.
    """
    paired = sorted(pairs)
    inside = {id for pair in paired for id in pair}
    texts = {report.id: runs(report) for report in reports if report.id in inside}
    age = {r.id: (r.date or first_seen[r.id][:10], first_seen[r.id], r.id) for r in reports if r.id in inside}
    found: dict[str, Repeat] = {}
    for earlier, later in sorted((sorted(pair, key=age.__getitem__) for pair in paired), key=lambda p: age[p[0]]):
        repeat = _compared(later, earlier, texts)
        if repeat and (later not in found or repeat.similarity > found[later].similarity):
            found[later] = repeat
    return found


def copies(found: Mapping[str, Repeat]) -> dict[str, str]:
    """Return for each report that repeats another the one that all of its kind go back to.

    Examples
    --------
    >>> copies({"c": Repeat("c", "b", 0.9, 0.9), "b": Repeat("b", "a", 0.9, 0.9)})
    {'c': 'a', 'b': 'a'}
    """
    origins = {}
    for id in found:
        origin = id
        while origin in found:
            origin = found[origin].of
        origins[id] = origin
    return origins


def _compared(later: str, earlier: str, texts: Mapping[str, frozenset[str]]) -> Repeat | None:
    own, others = texts[later], texts[earlier]
    if min(len(own), len(others)) < _LEAST_RUNS:
        return None
    both = len(own & others)
    similarity = both / len(own | others)
    return Repeat(later, earlier, similarity, both / len(own)) if similarity >= SIMILAR else None


def _sketch(report: Report) -> bytes:
    """A digest for each band, one after the other; none for a text that is too short."""
    from rensa import RMinHash

    found = runs(report)
    if len(found) < _LEAST_RUNS:
        return b""
    made = RMinHash(num_perm=_BANDS * _VALUES, seed=_SEED)
    made.update(sorted(found))
    values = made.digest()
    return b"".join(_band(n, values[n * _VALUES : (n + 1) * _VALUES]) for n in range(_BANDS))


def _band(number: int, values: Sequence[int]) -> bytes:
    packed = _METHOD + struct.pack(f"<{1 + len(values)}Q", number, *values)
    return hashlib.blake2b(packed, digest_size=_SIZE).digest()
