"""The reader's figures on annotated reports never fall below the pinned floor."""

import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOOR = json.loads((ROOT / "evaluation" / "floor.json").read_text())


def digest(folder: Path) -> str:
    """Hash texts and annotations, so that a floor is compared with the corpus that it was measured on."""
    content = hashlib.sha256()
    for path in sorted([*folder.glob("*.json"), *folder.glob("*.txt")]):
        content.update(path.name.encode() + path.read_bytes())
    return content.hexdigest()[:16]


@pytest.mark.parametrize("name", sorted(FLOOR))
def test_figures_stay_above_the_floor(gold, name):
    """F1 of each kind is at least what evaluation/floor.json says; another corpus needs a floor of its own."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "evaluation" / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    floor = FLOOR[name]
    if digest(gold / name) != floor["corpus"]:
        pytest.fail(f"{name} has changed since the floor was measured; measure it again and say so in the commit")
    found = score.summary(list(score.compare(gold / name, score.read_here)))
    for kind, least in floor["f1"].items():
        assert found[f"all/{kind}"]["f1"] >= least, kind
