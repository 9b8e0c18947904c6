"""The table of actors and finding names."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import OntologyError
from detente.ontology.actors import (
    ACTORS_FILE,
    ActorName,
    actors,
    find_actors,
    find_names,
    load_actors,
    meant_by,
    resolve,
)
from detente.ontology.tables import load_shipped, load_yaml

TABLE = load_shipped(ACTORS_FILE)
AMBIGUOUS = {name.casefold() for name in TABLE["ambiguous"]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("South Sudan and Sudan", ["South Sudan", "Sudan"]),
        ("the U.S. and the UN Security Council", ["United States", "United Nations"]),
        ("Western allies of Nigeria, not Niger", ["West", "Nigeria", "Niger"]),
        ("a turkey, us, march", []),
        ("KABUL, the N’Djamena government", ["Afghanistan", "Chad"]),
        ("Omani and Romanian envoys", ["Oman", "Romania"]),
        ("in the Gulf of Guinea, on the Niger River, in Latin America", []),
        ("Papua New Guinea, Guinea-Bissau and Guinea", ["Papua New Guinea", "Guinea-Bissau", "Guinea"]),
        ("the Oslo accords and the Paris Peace Agreement bind Oslo", ["Norway"]),
        ("Mr Jordan, Dr. Chad and Ms French met Jordan", ["Jordan"]),
        ("the West Bank and West Africa, but the West", ["West"]),
        ("the Taoiseach, the Bundeswehr and Downing Street", ["Ireland", "Germany", "United Kingdom"]),
    ],
)
def test_longest_whole_words(text: str, names: list[str]) -> None:
    """The longest name counts, in whole words, with its capitals; a longer name that means nobody hides it."""
    assert [actor.name for _, _, actor in find_actors(text)] == names


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Palestinians met Hamas.", "Palestinians"),
        ("A Palestinian envoy spoke in Cairo.", "Palestinians"),
        ("The PLO and the Palestinian Authority differ; the Palestinians wait.", "Palestinians"),
        ("The Palestinian side left.", "Palestinians"),
        ("Israel and the Palestinians signed.", "Palestinians"),
    ],
)
def test_a_people_whose_bodies_are_not_told_apart_is_itself_the_actor(text: str, meant: str) -> None:
    """A shared name that is a people's own means that people, its adjective too, unless one body of it is meant."""
    learned = meant_by(text)
    assert all(actor.name == meant for actor, _ in learned.values())
    assert meant in {found.actor.name for found in find_names(text)}
    assert meant_by(f"{text.replace(' and the Palestinian Authority', '')} The PLO agreed.")


def test_spans_are_exact() -> None:
    """A found name is one of its actor's names at that place."""
    text = "Kinshasa, Kigali and M23 met in Doha under Qatari mediation."
    for found in find_names(text):
        assert ActorName(text[found.start : found.end], found.kind) in found.actor.named


def test_every_name_resolves_and_is_found() -> None:
    """Each name that is not ambiguous leads back to its actor, whatever the case, and is found whole in a text."""
    for actor in actors().values():
        for name in actor.names:
            if name.casefold() not in AMBIGUOUS:
                assert resolve(name.upper()) == actor
                assert [(start, end, who) for start, end, who in find_actors(f"({name})")] == [
                    (1, 1 + len(name), actor)
                ]


def test_names_are_found_as_a_search_of_all_names_finds_them() -> None:
    """The look-up by first words finds what one pattern of all names finds: the longest at each place."""
    meaning = {name: actor for actor in actors().values() for name in actor.names if name.casefold() not in AMBIGUOUS}
    hidden = {*TABLE["not_actors"], *(name for actor in actors().values() for name in actor.names)} - meaning.keys()
    every = sorted((*meaning, *hidden), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, every))})(?!\w)")
    text = " ; ".join(sorted(every)).replace("Congo", "Kongo").replace("Palestinian", "Kalestinian")
    expected = [(m.start(), m.end(), meaning[m[0]]) for m in pattern.finditer(text) if m[0] in meaning]
    assert find_actors(text) == expected


@given(st.text(alphabet="SoutherndU.AN ’'abx-", max_size=40))
def test_found_names_are_apart_and_whole(text: str) -> None:
    """Whatever the text: spans rise, do not overlap, and no letter stands right behind them."""
    done = 0
    for found in find_names(text):
        assert done <= found.start < found.end <= len(text)
        assert not text[found.end : found.end + 1].isalnum()
        done = found.end


def test_states_are_complete() -> None:
    """The members of the United Nations and its observers are there, with what one needs to find them."""
    states = [actor for actor in actors().values() if actor.kind == "state"]
    assert len(states) >= 195
    assert {"Kosovo", "Taiwan", "Palestine", "Holy See", "Soviet Union", "Yugoslavia"} <= {each.name for each in states}
    bare = {each.name for each in states if len(each.named) == 1}
    assert bare <= {"Manchukuo", "State of Vietnam"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Serbs met in Pale. Republika Srpska wants a vote.", {"Serbs": "Bosnian Serbs"}),
        ("Serbia and the Bosnian Serbs differ, say Serbs.", {}),
        ("The Serbs met.", {}),
        ("The Congolese army left. Congo wants talks.", {"Congo": "Congo", "Congolese": "Congo"}),
        ("The Congolese army left. DR Congo wants talks. Congo waits.", {"Congo": "DR Congo", "Congolese": "DR Congo"}),
        ("M23 took a town. Congo protested.", {"Congo": "DR Congo"}),
        ("The South Koreans spoke of Korea.", {"Korea": "South Korea"}),
        ("North and South Korea spoke of North Korea; Korea waits.", {}),
        ("Nobody is named.", {}),
    ],
)
def test_ambiguous_names(text: str, meant: dict[str, str]) -> None:
    """A shared name means the one actor that the text names otherwise; with two of them or none it means nobody."""
    assert {name: actor.name for name, (actor, _) in meant_by(text).items()} == meant


def test_lists_of_exceptions_say_something() -> None:
    """Each ambiguous name has two actors or more, and each name of nobody hides an actor's name."""
    owners = [{name.casefold() for name in actor.names} for actor in actors().values()]
    for name in TABLE["ambiguous"]:
        assert sum(name.casefold() in names for names in owners) >= 2, name
    plain = {name for actor in actors().values() for name in actor.names}
    for name in TABLE["not_actors"]:
        assert any(re.search(rf"\b{re.escape(each)}\b", name) for each in plain), name


def test_names_are_no_plain_words() -> None:
    """A name of one small word would be found everywhere; but for some that are said so of one group only."""
    words = {name for actor in actors().values() for name in actor.names if re.fullmatch(r"[a-z]+", name)}
    assert words == {"contras", "mujahideen", "mujahedin", "mujaheddin", "peshmerga"}


def test_the_fast_loader_reads_what_the_strict_one_reads() -> None:
    """What libyaml makes of the shipped table is what the loader for users' files makes of it."""
    assert load_shipped(ACTORS_FILE) == load_yaml(ACTORS_FILE, error=OntologyError)
    assert load_actors(ACTORS_FILE) == actors()


def test_shared_names_are_faults(tmp_path: Path) -> None:
    """A name under two actors is named with its line, unless it is declared ambiguous."""
    path = tmp_path / "actors.yaml"
    text = "states:\n  Aland: {capitals: [Town]}\n  Bland: {capitals: [Town]}\n"
    path.write_text(text)
    with pytest.raises(OntologyError, match="line 3") as caught:
        load_actors(path)
    assert "'town' names both Aland and Bland" in str(caught.value)
    path.write_text(f"{text}ambiguous: [Town]\n")
    assert len(load_actors(path)) == 2
    path.write_text(f"{text}ambiguous: [Town, Aland]\n")
    with pytest.raises(OntologyError, match=r"line 4.*'Aland' is listed as ambiguous"):
        load_actors(path)


def test_one_actor_under_two_headings_is_a_fault(tmp_path: Path) -> None:
    """The same name cannot be a state and a group."""
    path = tmp_path / "actors.yaml"
    path.write_text("states:\n  Aland: {}\ngroups:\n  Aland: {}\n")
    with pytest.raises(OntologyError, match=r"line 4.*stands under states as well"):
        load_actors(path)


def test_unknown_fields_are_faults(tmp_path: Path) -> None:
    """A field that nobody reads is a fault, not silence."""
    path = tmp_path / "actors.yaml"
    path.write_text("states:\n  Aland: {capital: [Town]}\nplanets: {}\n")
    with pytest.raises(OntologyError, match="2 fault"):
        load_actors(path)


@pytest.mark.parametrize(
    ("row", "said"),
    [("then: [Oldtown]", "`then` needs `years`"), ("then: [Oldtown], years: [1990, 1922]", "lies after the last")],
)
def test_names_of_their_time_need_their_time(tmp_path, row, said):
    """A name that meant another actor once says when."""
    (tmp_path / "actors.yaml").write_text(f"states:\n  Oldland: {{{row}}}\n")
    with pytest.raises(OntologyError) as caught:
        load_actors(tmp_path / "actors.yaml")
    assert said in str(caught.value)
