"""The table of issues: complete, consistent, and checked on load."""

import pytest

from detente.errors import OntologyError
from detente.ontology import issue_sources, issues, load_issues
from detente.ontology.issues import ISSUES_FILE
from detente.ontology.tables import load_shipped, load_yaml

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


@pytest.mark.parametrize("id", CODEBOOK_ISSUES)
def test_every_block_is_consistent(id):
    """Coordinates rise in [0, 1], ids and labels differ, and only stakes carry force."""
    kind = issues()[id]
    xs = [rung.x for rung in kind.rungs]
    assert xs == sorted(set(xs))
    assert (xs[0], xs[-1]) == (0, 1)
    assert len({rung.id for rung in kind.rungs}) == len({rung.label for rung in kind.rungs}) == len(xs)
    assert kind.role == "stake" or kind.phi == (0, 0)
    assert not kind.two_sided or all(
        "{low}" in rung.label or "{high}" in rung.label for rung in kind.rungs if rung.id != kind.status_quo
    )
    for pattern in (*kind.words, *(word for rung in kind.rungs for word in rung.words)):
        assert not pattern.search(""), pattern.pattern


@pytest.mark.parametrize("book", ["pax", "pam"])
def test_codes_are_read_and_stand_under_one_issue(book):
    """Each code is one that the named source lists; nothing is left unread; none stands twice or is forgotten."""
    codes = [code for kind in issues().values() for code in getattr(kind, book)]
    assert sorted(codes) == sorted(issue_sources()[book].codes)
    assert issue_sources()[book].version
    assert issue_sources()[book].url.startswith("https://")


def test_codes_stand_where_they_belong():
    """Some codes whose label names the issue."""
    held = {code: kind.id for kind in issues().values() for code in (*kind.pax, *kind.pam)}
    for code, issue in {
        "Ce": "ceasefire",
        "cease": "ceasefire",
        "TjPrire": "prisoners",
        "GRef": "displaced",
        "SsrFf": "foreign_forces",
        "amnest": "justice",
        "embarg": "arms_supply",
        "Ele": "governance",
        "Terps": "status",
    }.items():
        assert held[code] == issue


def test_the_fast_loader_reads_what_the_strict_one_reads():
    """What libyaml makes of the shipped table is what the loader for users' files makes of it."""
    assert load_shipped(ISSUES_FILE) == load_yaml(ISSUES_FILE, error=OntologyError)
    assert load_issues(ISSUES_FILE) == issues()


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
        (("x: 1,", "x: 2,"), "at most 1", 10),
        (("status_quo: free", "status_quo: gone"), "not one of the rungs", 2),
        (("role: stake", "role: prize"), "'stake', 'termination' or 'procedure'", 5),
        (("[tolls?]", "['(toll']"), "not a pattern", 11),
        (("  pax: null\n", "  pax: null\n  colour: red\n"), "no field", 13),
        (("id: paid", "id: free"), "same id", 2),
        (("pax: null", "pax: [A, A]"), "A stands under toll as well", 12),
        (("pam: null", "pam: null\nsources: {pax: {title: t}}"), "is missing", 14),
    ],
)
def test_faults_are_named_with_their_line(tmp_path, change, message, line):
    """A fault in the table is an error that says what and where."""
    path = tmp_path / "own.yaml"
    path.write_text(GOOD.replace(*change))
    with pytest.raises(OntologyError, match=message) as caught:
        load_issues(path)
    assert caught.value.faults[0].line == line


def test_a_code_that_the_source_does_not_list_is_a_fault(tmp_path):
    """Where a table says what it read, a code that is not there is named; without sources any code will do."""
    path = tmp_path / "own.yaml"
    path.write_text(GOOD.replace("pax: null", "pax: [A]"))
    assert load_issues(path)["toll"].pax == ("A",)
    path.write_text(path.read_text() + "sources: {pax: {title: t, version: v, url: 'https://a', read: all of it}}\n")
    with pytest.raises(OntologyError, match=r"line 12.*A is not among the codes of sources\.pax"):
        load_issues(path)


@pytest.mark.parametrize("kind", issues().values(), ids=lambda kind: kind.id)
def test_every_issue_says_how_a_step_could_be_taken_back(kind):
    """Whether it can, or that it depends on the step, always with the reason."""
    assert kind.reversible in (True, False, None)
    assert kind.reversal
