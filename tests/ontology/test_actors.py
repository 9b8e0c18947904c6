"""The table of actors and finding names."""

from pathlib import Path

import pytest

from detente.errors import OntologyError
from detente.ontology.actors import ActorName, actors, find_actors, find_names, load_actors, resolve


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("South Sudan and Sudan", ["South Sudan", "Sudan"]),
        ("the U.S. and the UN Security Council", ["United States", "United Nations"]),
        ("Western allies of Nigeria, not Niger", ["West", "Nigeria", "Niger"]),
        ("a turkey, us, march", []),
        ("KABUL, the N’Djamena accords", ["Afghanistan", "Chad"]),
        ("Omani and Romanian envoys", ["Oman", "Romania"]),
    ],
)
def test_longest_whole_words(text: str, names: list[str]) -> None:
    """The longest name counts, in whole words, with its capitals."""
    assert [actor.name for _, _, actor in find_actors(text)] == names


def test_spans_are_exact() -> None:
    """A found name is one of its actor's names at that place."""
    text = "Kinshasa, Kigali and M23 met in Doha under Qatari mediation."
    for found in find_names(text):
        assert ActorName(text[found.start : found.end], found.kind) in found.actor.named


def test_every_name_resolves() -> None:
    """Each name leads back to its actor, whatever the case."""
    for actor in actors().values():
        for name in actor.names:
            assert resolve(name.upper()) == actor


def test_states_are_complete() -> None:
    """The members of the United Nations are there."""
    assert sum(actor.kind == "state" for actor in actors().values()) >= 193


def test_shared_names_are_faults(tmp_path: Path) -> None:
    """A name under two actors is named with its line."""
    path = tmp_path / "actors.yaml"
    path.write_text("states:\n  Aland: {capitals: [Town]}\n  Bland: {capitals: [Town]}\n")
    with pytest.raises(OntologyError, match="line 3") as caught:
        load_actors(path)
    assert "'Town' names both Aland and Bland" in str(caught.value)


def test_unknown_fields_are_faults(tmp_path: Path) -> None:
    """A field that nobody reads is a fault, not silence."""
    path = tmp_path / "actors.yaml"
    path.write_text("states:\n  Aland: {capital: [Town]}\nplanets: {}\n")
    with pytest.raises(OntologyError, match="2 fault"):
        load_actors(path)
