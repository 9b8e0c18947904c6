"""Tables of one's own beside those that ship."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import OntologyError
from detente.ontology import actors, find_actors, issues, look_up, phrases, resolve, using
from detente.ontology.actors import Actor, ActorName, ActorTable, joined_actors
from detente.reading import read
from detente.reading.llm.schema import json_schema
from detente.reports import report_from_text

ISSUES = """
toll:
  name: Bridge toll
  definition: who pays at the bridge
  role: stake
  by: other
  status_quo: free
  rungs:
    - {id: free, x: 0, label: nobody pays}
    - {id: paid, x: 1, label: everybody pays, usual: true}
  words: ['bridge tolls?', tolls?]
"""
ACTORS = "states: {Arland: {capitals: [Port Arl], people: [Arlander]}}\ngroups: {Lake Front: {names: [LF]}}\n"
PHRASES = "phrases: {toll: [fee for crossing], territory: [seven villages]}\n"
TEXT = "Arland demands a bridge toll. The LF rejected a fee for crossing. The Arlanders want the seven villages back."

Write = Callable[..., list[Path]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(**tables: str) -> list[Path]:
        for name, text in tables.items():
            (tmp_path / f"{name}.yaml").write_text(text)
        return [tmp_path / f"{name}.yaml" for name in tables]

    return written


def read_positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.stance, p.issue) for p in read(report_from_text(text)).positions}


def test_what_is_of_ones_own_is_read_while_it_is_in_use(write: Write) -> None:
    """Actors, issues and phrases, in any order of the files; before and after, nothing of it is known."""
    before = read_positions(TEXT), dict(issues()), phrases(), dict(actors())
    with using(write(phrases=PHRASES, issues=ISSUES, actors=ACTORS)):
        assert read_positions(TEXT) >= {("Arland", "demands", "toll"), ("Lake Front", "rejects", "toll")}
        assert ("Arland", "territory") in {(party, issue) for party, _, issue in read_positions(TEXT)}
        assert [item.id for item in look_up("toll")] == ["toll"]
        assert "toll" in json_schema()["$defs"]["Position"]["properties"]["issue"]["enum"]
        assert issues().keys() - before[1].keys() == {"toll"}
        assert actors().keys() - before[3].keys() == {"arland", "lake-front"}
    assert "toll" not in json_schema()["$defs"]["Position"]["properties"]["issue"]["enum"]
    assert (read_positions(TEXT), dict(issues()), phrases(), dict(actors())) == before
    assert not any("toll" in row or "Arland" in row for row in before[0])


def test_what_is_in_use_ends_with_a_fault_as_well(write: Write) -> None:
    """Whatever goes wrong, the tables that ship are back."""
    with pytest.raises(ZeroDivisionError), using(write(actors=ACTORS)):
        raise ZeroDivisionError
    assert resolve("Arland") is None


def test_ones_own_goes_first(write: Write) -> None:
    """An issue takes the place of one with its id, an actor that of one with its name, and a name is its alone."""
    own = write(
        issues=ISSUES.replace("toll:", "prisoners:"),
        actors="states: {Norway: {capitals: [Bergen]}, Arland: {capitals: [Copenhagen]}}\n",
    )
    with using(own):
        assert issues()["prisoners"].name == "Bridge toll"
        assert len(issues()) == 25
        assert resolve("Oslo") is None
        assert [actor.name for _, _, actor in find_actors("Bergen, Copenhagen, Danish")] == [
            "Norway",
            "Arland",
            "Denmark",
        ]
    assert issues()["prisoners"].name == "Prisoners"


def test_a_shared_name_that_only_one_is_left_with_is_ambiguous_no_more(write: Write) -> None:
    """What two actors that ship share means the other one, where the table has one of them anew without it."""
    assert find_actors("The Korean offer") == []
    with using(write(actors="states: {North Korea: {capitals: [Pyongyang]}}\n")):
        assert [actor.name for _, _, actor in find_actors("The Korean offer")] == ["South Korea"]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"names": "persons: {Anna: Norway}\n"}, "names.yaml: is a names file; give it with --names"),
        (
            {"acts": "NOD: {name: nod, definition: a nod, tone: cooperative, form: verbal}\n"},
            "acts.yaml: is a table of acts",
        ),
        ({"a": ISSUES, "b": ISSUES}, "b.yaml: toll: another table in use has that id"),
        ({"phrases": PHRASES}, "phrases.yaml.*there is no issue 'toll'"),
        ({"actors": "states: {Arland: {capital: [Arl]}}\n"}, "actors.yaml.*line 1"),
        ({"issues": "Bridge toll:" + ISSUES.removeprefix("\ntoll:")}, "issues.yaml.*line 1"),
    ],
)
def test_faults_name_the_file(write: Write, tables: dict[str, str], message: str) -> None:
    """What cannot be used is refused as a whole, and nothing of it stays in use."""
    before = dict(actors()), dict(issues()), phrases()
    with pytest.raises(OntologyError) as caught, using(write(**tables)):
        pass
    assert re.search(message, " ".join(str(caught.value).split()))
    assert (dict(actors()), dict(issues()), phrases()) == before


NAMES = st.sampled_from(["Arland", "Borland", "Port Arl", "Lake", "Front", "LF"])


def _actor(names: list[str]) -> Actor:
    return Actor(names[0].casefold(), names[0], "state", tuple(ActorName(name, "name") for name in names))


TABLES = st.lists(st.lists(NAMES, min_size=1, max_size=3, unique=True).map(_actor), max_size=4).map(
    lambda them: ActorTable({actor.id: actor for actor in them})
)


@given(TABLES, TABLES)
def test_joined_tables(table: ActorTable, mine: ActorTable) -> None:
    """One's own actors are there as they were, and those with other ids without the names that were taken."""
    both = joined_actors(table, mine)
    assert both.actors.items() >= mine.actors.items()
    assert both.actors.keys() == table.actors.keys() | mine.actors.keys()
    taken = {name for actor in mine.actors.values() for name in actor.names}
    for id in table.actors.keys() - mine.actors.keys():
        assert set(both.actors[id].names) == set(table.actors[id].names) - taken
