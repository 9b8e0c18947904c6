"""One report with an entry of each kind, and the two places that a record can be in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.entries import Claim, Entry, Event, Position, Provenance, Quote, Round
from detente.reports import Dropped, Report, report_from_text

TEXT = "Talks resume\n\nArland demands a truce. Borland refuses. They met in Oslo on Monday, and 40 were freed."
RULES = Provenance("rules", "1", "positions.demand", 0.8)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no record yet: a file, and a database."""
    return str(tmp_path / "talks.db") if request.param == "sqlite" else request.getfixturevalue("database")


@pytest.fixture(scope="session")
def report() -> Report:
    beside = (Dropped(0, 0, "menu", "Home"),)
    url = "https://example.org/1"
    return report_from_text(TEXT, date="2020-03-02", path="talks.txt", outlet="The Gazette", url=url, outside=beside)


@pytest.fixture(scope="session")
def at(report: Report) -> Callable[[str], Quote]:
    """Quotes by their words."""

    def quote(text: str) -> Quote:
        start = report.text.index(text)
        return report.quote(start, start + len(text))

    return quote


@pytest.fixture(scope="session")
def four(at: Callable[[str], Quote]) -> list[Entry]:
    """A claim, an event, a position and a round, all read by the rules."""
    return [
        Claim(None, 40, "people", "freed", "=", "stated", at("40 were freed"), RULES),
        Event("CONSULT", "Arland", "Borland", "2020-03-02", "Oslo", at("They met in Oslo"), RULES),
        Position(
            "Arland", "ceasefire", "demands", "a truce", at("demands a truce"), after=("aid",), key=True, by=RULES
        ),
        Round("2020-03-02", "Oslo", ("Arland", "Borland"), "unknown", at("met in Oslo"), ("Norway",), ("aid",), RULES),
    ]
