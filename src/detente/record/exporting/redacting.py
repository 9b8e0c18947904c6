"""Rows for sharing: no name of a source, no free text, and ids that lead nowhere.

An id of the record is a digest of a text: who has a text that may be in the record could work out its id and look for
it. Ids here are drawn at random for each export and kept nowhere, so nothing can be looked up, nor two exports be laid
beside each other by them. What stays (dates, issues, types, figures, the actors that Detente knows by itself) can still
point to a report that somebody knows; the export is redacted, not anonymous.
"""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from detente.ontology import resolve
from detente.record.exporting.flat import COLUMNS, Kind

_KEPT = (
    "kind", "id", "report", "report_date", "party", "issue", "stance", "precondition", "red_line", "after", "key",
    "precondition_kind", "type", "actor", "recipient", "date", "value", "unit", "comparator", "status", "parties",
    "outcome", "mediators", "agreed", "confidence", "decision",
)  # fmt: skip
_IDS = ("id", "report")
_NAMES = ("party", "actor", "recipient")
_LISTS_OF_NAMES = ("parties", "mediators")
REDACTED_COLUMNS: Mapping[str, Kind] = {name: COLUMNS[name] for name in _KEPT}


def redacted(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of entries without what could name a source or a person, in an order that says nothing.

    Parameters
    ----------
    rows
        As `flat.entry_row` makes them; sentences without an entry are left out.
    """
    drawn: dict[str, str] = {}
    found = [_row(row, drawn) for row in rows if "kind" in row]
    return sorted(found, key=lambda row: str(row["id"]))


def _row(row: Mapping[str, Any], drawn: dict[str, str]) -> dict[str, Any]:
    kept = {name: row[name] for name in _KEPT if name in row}
    kept |= {name: _drawn(f"{name} {kept[name]}", drawn) for name in _IDS}
    kept |= {name: _party(kept[name], drawn) for name in _NAMES if kept.get(name)}
    # Sorted anew: the order of the names would tell of a name that is hidden.
    return kept | {n: sorted(_party(p, drawn) for p in kept[n]) for n in _LISTS_OF_NAMES if n in kept}


def _party(name: str, drawn: dict[str, str]) -> str:
    """An actor under the name that Detente has for it; anybody else may be a person."""
    actor = resolve(name)
    return actor.name if actor else f"party {_drawn(f'party {name}', drawn)}"


def _drawn(what: str, drawn: dict[str, str]) -> str:
    return drawn.setdefault(what, secrets.token_hex(8))
