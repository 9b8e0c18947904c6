"""Puts what several answers say about one report together, with the merge of the rule-based reader."""

from collections.abc import Iterable
from dataclasses import replace

from detente.entries import Claim, Entries, Entry, Event, Position, Round
from detente.reading.acts.events import merge as merge_events
from detente.reading.claims.claims import merge as merge_claims
from detente.reading.positions.positions import merge as merge_positions


def merged(report: str, found: Iterable[Entry]) -> Entries:
    """Return the entries of a report in the order of the text, what is said twice once.

    Parameters
    ----------
    report
        Id of the report.
    found
        Entries of all its sections.
    """
    entries = sorted(found, key=_place)
    return Entries(
        report,
        tuple(sorted(merge_positions([e for e in entries if isinstance(e, Position)]), key=_place)),
        tuple(sorted(merge_events([e for e in entries if isinstance(e, Event)]), key=_place)),
        tuple(sorted(merge_claims([e for e in entries if isinstance(e, Claim)]), key=_place)),
        tuple(_merge_rounds([e for e in entries if isinstance(e, Round)])),
    )


def _place(entry: Entry) -> tuple[int, int, str]:
    return entry.quote.start, entry.quote.end, entry.id


def _merge_rounds(found: list[Round]) -> list[Round]:
    kept: list[Round] = []
    for meeting in found:
        for i, other in enumerate(kept):
            if _same(other, meeting):
                kept[i] = _joined(other, meeting)
                break
        else:
            kept.append(meeting)
    return kept


def _same(a: Round, b: Round) -> bool:
    """The same parties on the same day, or at the same place where a day is missing; what is ahead is not what was."""
    if a.parties != b.parties or (a.outcome == "scheduled") != (b.outcome == "scheduled"):
        return False
    if a.date and b.date:
        return a.date.startswith(b.date) or b.date.startswith(a.date)
    return a.place == b.place and (a.place is not None or a.date == b.date)


def _joined(a: Round, b: Round) -> Round:
    return replace(
        a,
        date=max(a.date or "", b.date or "", key=len) or None,
        place=a.place or b.place,
        outcome=b.outcome if a.outcome == "unknown" else a.outcome,
        mediators=tuple(sorted({*a.mediators, *b.mediators})),
        agreed=tuple(dict.fromkeys(a.agreed + b.agreed)),
    )
