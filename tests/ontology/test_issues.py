"""The table of issues: complete, consistent, and checked on load."""

import pytest

from detente.errors import OntologyError
from detente.ontology import issues, load_issues

CODEBOOK_ISSUES = [
    "ceasefire",
    "territory",
    "recognition",
    "alignment",
    "guarantees",
    "forces",
    "arms_supply",
    "foreign_forces",
    "monitoring",
    "prisoners",
    "hostages",
    "bodies",
    "children",
    "displaced",
    "aid",
    "sanctions",
    "assets",
    "justice",
    "rights",
    "governance",
    "status",
    "nuclear",
    "infrastructure",
    "format",
    "settlement",
]

GOOD = """
toll:
  name: Toll
  definition: who pays at the bridge
  role: stake
  by: other
  status_quo: free
  rungs:
    - {id: free, x: 0, label: nobody pays}
    - {id: paid, x: 1, label: everybody pays, usual: true}
  words: [tolls?]
  pax: null
  pam: null
"""


def test_the_codebook_issues_are_all_there_in_order():
    """The ontology has exactly the codebook's issues."""
    assert list(issues()) == CODEBOOK_ISSUES


@pytest.mark.parametrize("id", CODEBOOK_ISSUES)
def test_ladders_start_from_the_status_quo_and_have_a_usual_demand(id):
    """Each ladder has a rung that a demand without further terms means, and it is not the status quo."""
    kind = issues()[id]
    usual = [rung for rung in kind.rungs if rung.usual]
    assert len(usual) == (2 if kind.two_sided else 1)
    assert kind.status_quo not in {rung.id for rung in usual}
    assert 0 <= kind.phi[0] <= kind.phi[1] <= 1


def test_words_match_whole_words():
    """`truce` is found, `truces` as well, but not inside another word."""
    words = issues()["ceasefire"].words
    assert any(word.search("A truce holds") for word in words)
    assert not any(word.search("obtrucely") for word in words)


def test_a_table_of_ones_own_loads(tmp_path):
    """A user's table has the same form as the one that ships."""
    path = tmp_path / "own.yaml"
    path.write_text(GOOD)
    assert load_issues(path)["toll"].rung("paid").x == 1


@pytest.mark.parametrize(
    ("change", "message", "line"),
    [
        (("x: 1,", "x: 2,"), "less than or equal to 1", 10),
        (("status_quo: free", "status_quo: gone"), "not one of the rungs", 2),
        (("role: stake", "role: prize"), "'stake', 'termination' or 'procedure'", 5),
        (("[tolls?]", "['(toll']"), "not a pattern", 11),
        (("  pax: null\n", "  pax: null\n  colour: red\n"), "not permitted", 13),
        (("id: paid", "id: free"), "same id", 2),
    ],
)
def test_faults_are_named_with_their_line(tmp_path, change, message, line):
    """A fault in the table is an error that says what and where."""
    path = tmp_path / "own.yaml"
    path.write_text(GOOD.replace(*change))
    with pytest.raises(OntologyError, match=message) as caught:
        load_issues(path)
    assert caught.value.faults[0].line == line
