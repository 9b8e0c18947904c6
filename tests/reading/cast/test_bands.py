"""Bands known by a place, a people or a leader, and soldiers who have risen, are parties."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.ontology import using
from detente.reading.cast import cast_of
from detente.reading.cast.bands import learn_bands
from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reading.who.mentions import Cast
from detente.reports import report_from_text

TABLE = """
states: {Arland: {people: [Arlander]}, Borland: {people: [Borlander]}}
groups: {Marovia: {people: [Marovian], capitals: [Maro], of: Arland}}
"""


@pytest.fixture(autouse=True)
def _table(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "actors.yaml"
    path.write_text(TABLE)
    with using([path]):
        yield


def learned(text: str) -> dict[str, str]:
    cast = Cast()
    learn_bands(cast, text)
    return dict(cast.learned)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Ardan militants left.\nTalks with Ardan militants failed.", "Ardan militants"),
        ("A truce with the Rupert rebels held.\nThe Rupert rebels want seats.", "Rupert rebels"),
        ("It freed two Selian insurgents.\nThe Selian insurgents refused.", "Selian insurgents"),
        ("Clashes with Vale guerrillas went on.\nThe Vale guerrillas took a town.", "Vale guerrillas"),
        ("A plea to the Hill separatists.\nThe Hill separatists said no.", "Hill separatists"),
    ],
)
def test_a_name_with_a_common_noun_is_a_band(text: str, party: str) -> None:
    """A place, a people or a leader that no table knows makes a name of its own with what the band is."""
    assert learned(text) == {party: party, party.removesuffix("s"): party}


@pytest.mark.parametrize("name", ["Islamist", "Muslim", "Arland", "Armed", "Security"])
def test_a_creed_or_a_state_names_no_band(name: str) -> None:
    """Many bands share a creed, and the rebels of a state have names of their own."""
    assert learned(f"Talks with {name} rebels failed.\nThe {name} rebels left.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Arland and the Marovian separatists signed. The Marovians want independence.",
        "The Marovian rebels met Arland's envoy. The Marovians demand independence.",
        "Arland met Marovian insurgents in Oslo. The Marovians rejected the ceasefire.",
        "Arland shelled Maro. The Marovian guerrillas insist on independence.",
        "Arland offered the Marovian separatists a vote. The Marovian side demanded independence.",
    ],
)
def test_separatists_of_a_region_are_a_party_of_their_own(text: str) -> None:
    """The people of a region that has no organs are its separatists."""
    positions = read(report_from_text(text, date="2025-06-03")).positions
    assert positions
    assert {p.party for p in positions if p.party != "Arland"} <= {
        f"Marovian {band}" for band in ("separatists", "rebels", "insurgents", "guerrillas")
    }


@pytest.mark.parametrize("organ", ["government", "president", "parliament", "leaders", "prime minister"])
def test_a_region_with_organs_speaks_for_itself(organ: str) -> None:
    """Where a report tells of a region's government, the region is the party."""
    assert learned(f"The Marovian {organ} met the Marovian separatists.") == {}


@pytest.mark.parametrize(
    ("told", "party"),
    [
        (("mutineers", "mutineers", "mutineers"), "mutineers"),
        (("junta", "mutineers", "rebels"), "junta"),
        (("rebel soldiers", "mutineers", "rebel soldiers"), "rebel soldiers"),
        (("rebels", "mutineers", "junta"), "junta"),
        (("mutineers", "putschists", "putschists"), "putschists"),
    ],
)
def test_soldiers_who_have_risen_are_one_party_against_their_state(told: tuple[str, ...], party: str) -> None:
    """By whichever of its names it is called, the junta of a mutiny faces the state that the report names first."""
    found = cast_of(
        parse(
            [
                f"Arland's president met the leader of the {told[0]} in Oslo after the mutiny.",
                "Norway sent Norwegian troops, and Norway and Sweden wait.",
                f"The {told[1]} demanded that Norway leave.",
                f"The {told[2]} demanded elections.",
            ]
        )
    )
    assert found.pair == tuple(sorted(("Arland", party)))
    assert {found.learned[each] for each in told} == {party}


def test_rebels_without_a_mutiny_are_no_mutineers() -> None:
    """Where nobody has mutinied a junta may be the government, and a movement with a name is the party."""
    assert learned("The junta met the rebels.\nThe junta left.\nThe rebels and the junta talk.") == {}
    assert learned("The mutineers met the PKK.\nThe mutineers left.\nThe mutineers talk.") == {}
