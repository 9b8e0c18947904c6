"""Records to make cases from: by hand, and of annotated reports."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from detente.entries import ENTRY_TYPES, Entry, Event, Position, Quote, Round, entry_from_json
from detente.record import Record
from detente.reports import Report, report_from_text

_BESIDE = {
    "key": False,
    "precondition_kind": None,
    "reader": "hand",
    "reader_version": "1",
    "rule": "",
    "confidence": 1.0,
}


def annotated(path: Path) -> tuple[Report, list[Entry]]:
    """A report and the entries that annotators took from it."""
    told = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    report = report_from_text(text, date=told["date"], path=path.name)
    entries = []
    for kind in ENTRY_TYPES:
        for body in told[f"{kind}s"]:
            start = text.index(body["quote"])
            span = [start, start + len(body["quote"])]
            entries.append(entry_from_json(kind, report.id, {**_BESIDE, **body, "span": span}))
    return report, entries


@pytest.fixture(scope="session")
def gold_record(gold: Path) -> Callable[..., Record]:
    """Makes a temporary record of annotated reports, named by folder and file."""

    def make(*names: str) -> Record:
        record = Record()
        for name in names:
            record.add(*annotated(gold / f"{name}.json"))
        return record

    return make


class Telling:
    """One report under the pen: each entry adds a sentence of its own, which it quotes."""

    def __init__(self, date: str | None) -> None:
        self.date = date
        self.text = f"Report of {date}."
        self.made: list[tuple[int, int, Callable[[Quote], Entry]]] = []

    def _say(self, sentence: str, make: Callable[[Quote], Entry]) -> None:
        start = len(self.text) + 1
        self.text += f" {sentence}"
        self.made.append((start, len(self.text), make))

    def position(self, party: str, issue: str, stance: Any, terms: str, said: str = "", **more: Any) -> "Telling":
        """Add a position; the terms are the quote unless `said` gives another."""
        self._say(said or f"{terms}.", lambda quote: Position(party, issue, stance, terms, quote, **more))
        return self

    def event(self, type: str, actor: str | None, recipient: str | None, date: str | None, said: str) -> "Telling":
        """Add an event without a place."""
        self._say(said, lambda quote: Event(type, actor, recipient, date, None, quote))
        return self

    def round(
        self, date: str | None, parties: Sequence[str], outcome: Any, place: str | None = None, **more: Any
    ) -> "Telling":
        """Add a round."""
        said = f"Round {len(self.made)}."
        self._say(said, lambda quote: Round(date, place, tuple(sorted(parties)), outcome, quote, **more))
        return self

    def finish(self) -> tuple[Report, list[Entry]]:
        """Return the report and its entries."""
        report = report_from_text(self.text, date=self.date)
        return report, [make(report.quote(start, end)) for start, end, make in self.made]


@pytest.fixture
def told() -> Callable[[str | None], Telling]:
    """Starts a report by hand."""
    return Telling


@pytest.fixture
def recorded() -> Callable[..., Record]:
    """Makes a temporary record of reports made by hand."""

    def make(*tellings: Telling) -> Record:
        record = Record()
        for telling in tellings:
            record.add(*telling.finish())
        return record

    return make
