"""Plain sentences of the news about meetings, as any agency writes them."""

from pathlib import Path

import pytest
import yaml

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

TOLD = yaml.safe_load((Path(__file__).parent / "rounds.yaml").read_text())
BEFORE = {
    "states": "Norway and Denmark are at war. Norway and Denmark have fought since 2010.",
    "rebels": "The Norwegian government has fought the rebels of the Arland Liberation Front (ALF) since 2010."
    " The Front wants autonomy for Arland.",
}
BOTH = {"states": {"Norway", "Denmark"}, "rebels": {"Norway", "Arland Liberation Front"}}


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"), [(kind, *row) for kind, rows in TOLD.items() for row in rows.items()]
)
def test_a_plain_sentence_yields_its_round(kind: str, sentence: str, expected: str) -> None:
    """Who met, on which day, where, and what came of it."""
    report = report_from_text(f"{BEFORE[kind]}\n\n{sentence}", date="2019-11-07")
    rounds = [r for r in read(report).rounds if set(r.parties) == BOTH[kind]]
    told = [f"{r.date} | {r.place or '-'} | {r.outcome}" for r in rounds] or ["none"]
    assert expected in told
