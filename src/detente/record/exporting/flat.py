"""An entry as one row of a table: the same columns for all kinds, and what each column holds."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from detente.entries import Entry, entry_to_json
from detente.record.results import Hit, source_of
from detente.reports import Report

Kind = Literal["text", "integer", "number", "truth", "list"]

COLUMNS: Mapping[str, Kind] = {
    "kind": "text", "id": "text", "report": "text", "report_date": "text", "report_title": "text", "outlet": "text",
    "url": "text", "sentence": "text", "start": "integer", "end": "integer", "quote": "text",
    "party": "text", "issue": "text", "stance": "text", "terms": "text", "precondition": "truth", "red_line": "truth",
    "after": "list", "key": "truth", "precondition_kind": "text", "said_by": "text",
    "type": "text", "actor": "text", "recipient": "text", "date": "text", "place": "text",
    "source": "text", "value": "number", "unit": "text", "what": "text", "comparator": "text", "status": "text",
    "parties": "list", "outcome": "text", "mediators": "list", "agreed": "list",
    "reader": "text", "reader_version": "text", "rule": "text", "confidence": "number", "original": "text",
    "decision": "text", "decided_by": "text", "decided_at": "text", "note": "text",
}  # fmt: skip


def entry_row(report: Report, entry: Entry) -> dict[str, Any]:
    """Return the row of an entry; a column that its kind lacks is not there.

    Parameters
    ----------
    report
        That it is from.
    entry
        As it stands.
    """
    body = entry_to_json(entry)
    start, end = body.pop("span")
    renamed = body.pop("renamed", None)
    judgement = body.pop("judgement", None) or (renamed and renamed[-1])
    body.pop("before", None)
    original = body.pop("original", None)
    row = {"kind": entry.kind, **_of_report(report), "sentence": source_of(report, entry).sentence}
    row |= {"start": start, "end": end} | body
    if original:
        row["original"] = json.dumps(original, ensure_ascii=False)
    if judgement:
        row |= {"decision": judgement["decision"], "decided_by": judgement["by"], "decided_at": judgement["at"]}
        row["note"] = judgement["note"]
    return row


def sentence_row(report: Report, hit: Hit) -> dict[str, Any]:
    """Return the row of a sentence that was found and from which nothing was read."""
    return _of_report(report) | {"sentence": hit.sentence, "start": hit.start, "end": hit.end}


def _of_report(report: Report) -> dict[str, Any]:
    return {
        "report": report.id,
        "report_date": report.date,
        "report_title": report.title or None,
        "outlet": report.outlet,
        "url": report.url,
    }
