"""JSON-LD: entries as annotations of a report (Web Annotation), with who found and who judged them (PROV-O).

Source
------
W3C, Web Annotation Data Model (2017), sections 3 and 4.2; W3C, PROV-O: The PROV Ontology (2013).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from detente.entries import Entry, Judgement
from detente.record.exporting.flat import COLUMNS, entry_row
from detente.record.exporting.redacting import REDACTED_COLUMNS
from detente.record.exporting.selecting import Chosen
from detente.record.view import stored
from detente.reports import Report

_OWN = "urn:detente:term:"
_AROUND = 32
_XSD = "http://www.w3.org/2001/XMLSchema#"
_OF_KINDS = [name for name, _ in COLUMNS.items() if name not in ("kind", "id", "report", "quote", "start", "end")]
# Written out in full, so that nobody has to fetch it.
CONTEXT: Mapping[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": _XSD,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": "@id",
    "type": "@type",
    **{
        f"has_{name}": {"@id": f"{_OWN}{name}"} | ({"@container": "@set"} if COLUMNS[name] == "list" else {})
        for name in _OF_KINDS
    },
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "title": "dcterms:title",
    "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
    "publisher": "dcterms:publisher",
    "address": {"@id": "dcterms:identifier"},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasRevisionOf": {"@id": "prov:wasRevisionOf", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "used": {"@id": "prov:used", "@type": "@id"},
    "endedAtTime": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
}  # fmt: skip


def write(found: Iterable[Chosen], target: TextIO) -> None:
    """Write entries with reports, readers and judgements as one JSON-LD document, node by node.

    Parameters
    ----------
    found
        What is exported.
    target
        A text file.
    """
    _write(_nodes(found), target)


def write_redacted(rows: Iterable[Mapping[str, Any]], target: TextIO) -> None:
    """Write redacted rows as nodes without quotes or provenance.

    Parameters
    ----------
    rows
        As `redacted` returns them.
    target
        A text file.
    """
    _write((_entry_node(row, list(REDACTED_COLUMNS)) for row in rows), target)


def _write(nodes: Iterable[Mapping[str, Any]], target: TextIO) -> None:
    target.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [')
    between = "\n"
    for node in nodes:
        target.write(between + json.dumps(node, ensure_ascii=False))
        between = ",\n"
    target.write("\n]}\n")


def _nodes(found: Iterable[Chosen]) -> Iterator[Mapping[str, Any]]:
    known: set[str] = set()
    for each in found:
        if each.entries or each.bare:
            yield _report_node(each.report)
        for hit in each.bare:
            yield _annotation(each.report, hit.start, hit.end, None)
        for entry in each.entries:
            yield from _of_entry(each.report, entry, known)


def _of_entry(report: Report, entry: Entry, known: set[str]) -> Iterator[Mapping[str, Any]]:
    by, judgement = entry.by, entry.by.judgement
    reader = f"urn:detente:reader:{_quoted(by.reader)}:{_quoted(by.version)}"
    if reader not in known:
        known.add(reader)
        label = f"{by.reader} {by.version}".strip()
        yield {"id": reader, "type": ["prov:Agent", "prov:SoftwareAgent"], "label": label}
    id = _entry(entry.id)
    node = _entry_node(entry_row(report, entry), _OF_KINDS) | {"wasDerivedFrom": _report(report.id)}
    if judgement:
        yield from _judgement_nodes(judgement, known)
        node["wasGeneratedBy"] = f"urn:detente:judgement:{judgement.id}"
        if judgement.entry != entry.id:
            node["wasRevisionOf"] = _entry(judgement.entry)
    else:
        reading = f"urn:detente:reading:{entry.id}"
        node["wasGeneratedBy"] = reading
        yield {"id": reading, "type": "prov:Activity", "used": _report(report.id), "wasAssociatedWith": reader}
    for each in by.renamed:
        yield from _judgement_nodes(each, known)
    if by.renamed:
        node["wasGeneratedBy"] = [f"urn:detente:judgement:{each.id}" for each in by.renamed]
        node["wasRevisionOf"] = _entry(stored(entry))
    yield node
    yield _annotation(report, entry.quote.start, entry.quote.end, id)


def _judgement_nodes(judgement: Judgement, known: set[str]) -> Iterator[Mapping[str, Any]]:
    person, id = f"urn:detente:person:{_quoted(judgement.by)}", f"urn:detente:judgement:{judgement.id}"
    if person not in known:
        known.add(person)
        yield {"id": person, "type": ["prov:Agent", "prov:Person"], "label": judgement.by}
    if id not in known:
        known.add(id)
        yield {
            "id": id, "type": "prov:Activity", "label": judgement.told, "used": _entry(judgement.entry),
            "wasAssociatedWith": person, "endedAtTime": judgement.at,
        }  # fmt: skip


def _report_node(report: Report) -> dict[str, Any]:
    node = {"title": report.title, "issued": report.date, "publisher": report.outlet, "address": report.url}
    return {"id": _report(report.id), "type": "prov:Entity"} | {key: value for key, value in node.items() if value}


def _entry_node(row: Mapping[str, Any], columns: Iterable[str]) -> dict[str, Any]:
    skipped = ("kind", "id", "report", "report_title", "outlet", "url")
    said = {f"has_{n}": row[n] for n in columns if n not in skipped and row.get(n) is not None}
    kind = str(row["kind"])
    return {"id": _entry(str(row["id"])), "type": ["prov:Entity", f"{_OWN}{kind.capitalize()}"]} | said


def _annotation(report: Report, start: int, end: int, body: str | None) -> dict[str, Any]:
    selectors = [
        {
            "type": "oa:TextQuoteSelector",
            "exact": report.text[start:end],
            "prefix": report.text[max(0, start - _AROUND) : start],
            "suffix": report.text[end : end + _AROUND],
        },
        {"type": "oa:TextPositionSelector", "start": start, "end": end},
    ]
    place = body.rpartition(":")[2] if body else f"{report.id}-{start}-{end}"
    node = {
        "id": f"urn:detente:annotation:{place}",
        "type": "oa:Annotation",
        "target": {"type": "oa:SpecificResource", "source": _report(report.id), "selector": selectors},
    }
    return node | ({"body": body} if body else {})


def _entry(id: str) -> str:
    return f"urn:detente:entry:{id}"


def _report(id: str) -> str:
    return f"urn:detente:report:{id}"


def _quoted(name: str) -> str:
    from urllib.parse import quote

    return quote(name.encode("utf-8", "replace"), safe="")
