"""What a sentence of the news says that a party wants, offers, accepts or refuses."""

from pathlib import Path

import pytest
import yaml

from detente.reading import read
from detente.reports import report_from_text

CASES = yaml.safe_load((Path(__file__).parent / "positions.yaml").read_text(encoding="utf-8"))
BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def stances(text: str) -> set[str]:
    report = report_from_text(f"{BACKGROUND}\n\n{text}\n\n{BACKGROUND}", date="2025-06-03")
    return {f"{p.party} {p.issue} {p.stance}" for p in read(report).positions}


@pytest.mark.parametrize("text", CASES["sentences"])
def test_reads_a_sentence(text: str) -> None:
    """Every position that the sentence states is read, and no other."""
    assert stances(text) == set(CASES["sentences"][text])


@pytest.mark.parametrize("text", CASES["passages"])
def test_reads_a_passage(text: str) -> None:
    """Who and what is meant is taken from the sentences before."""
    assert stances(text) == set(CASES["passages"][text])


@pytest.mark.parametrize("text", CASES["silent"])
def test_reads_nothing_where_nothing_is_stated(text: str) -> None:
    """News, guesses, blame and questions are no positions."""
    assert not stances(text)
