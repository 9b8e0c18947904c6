"""The scorer: matching one to one, and the same figures as the reference scorer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import score

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
needs_gold = pytest.mark.skipif(not GOLD.exists(), reason=f"the annotated reports are not at {GOLD}")


def claim(value: float, quote: str = "killed twelve people", **others: Any) -> dict[str, Any]:
    return {"value": value, "unit": "killed", "quote": quote, "source": None, "what": "", **others}


def test_matching_is_one_to_one() -> None:
    """Two predictions of one gold entry give one match."""
    assert len(score.pair_up("claims", [claim(12)], [claim(12), claim(12)])) == 1


def test_quotes_must_share_a_word() -> None:
    """The same value from another place of the text is no match."""
    assert score.pair_up("claims", [claim(12)], [claim(12, "a dozen eggs")]) == []


def test_values_to_one_per_cent() -> None:
    """A value within one per cent is the same."""
    assert score.pair_up("claims", [claim(1000)], [claim(1009)])
    assert not score.pair_up("claims", [claim(1000)], [claim(1011)])


def test_talks_have_no_order() -> None:
    """The two sides of talks may stand in either order, those of an attack may not."""
    ours = {"type": "CONSULT", "actor": "A", "recipient": "B", "quote": "they met"}
    theirs = {"type": "CONSULT", "actor": "B", "recipient": "A", "quote": "they met"}
    assert score.same_event(ours, theirs)
    assert not score.same_event(ours | {"type": "ASSAULT"}, theirs | {"type": "ASSAULT"})


@needs_gold
def test_gold_against_itself_is_perfect() -> None:
    """Every figure is one where the prediction is the gold."""
    figures = score.summary(list(score.compare(GOLD / "dev", score.read_from(GOLD / "dev"))))
    assert figures["macro_f1"] == 1


@needs_gold
@pytest.mark.parametrize("folder", ["seed", "dev"])
def test_same_figures_as_the_reference(folder: str, tmp_path: Path) -> None:
    """On the project's own predictions both scorers print the same."""
    for path in (GOLD / folder).glob("*.json"):
        found = score.read_here(path, json.loads(path.read_text()))
        (tmp_path / path.name).write_text(json.dumps(found))
    command = [sys.executable, GOLD / "score.py", GOLD / folder, tmp_path, "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert score.summary(list(score.compare(GOLD / folder, score.read_from(tmp_path)))) == reference


@needs_gold
def test_seed_floors() -> None:
    """The reader finds on the seed report what it must find."""
    figures = score.summary(list(score.compare(GOLD / "seed", score.read_here)))
    assert figures["all/positions"]["tp"] >= 9
    assert figures["all/positions"]["precision"] >= 0.7
    assert figures["all/rounds"]["tp"] == 3
    assert figures["all/claims"]["tp"] >= 12
