"""Names files: what they give the reader, and what is wrong with them."""

from pathlib import Path

import pytest

from detente.errors import OntologyError
from detente.ontology.names import load_names
from detente.reading import read
from detente.reports import report_from_text

GOOD = """
persons:
  Rudolf Rassendyll: Norway
  Flavia Elphberg: {speaks_for: Lake Front, also: [Princess Flavia]}
  Michael Elphberg: the kremlin
groups:
  Lake Front: {also: [LF]}
  Lake Guard: {speaks_for: Hill Guard}
  Hill Guard: {speaks_for: Denmark}
places:
  Hentzau: Lake Front
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "names.yaml").write_text(GOOD)
    return tmp_path / "names.yaml"


def test_names_lead_to_parties(path: Path) -> None:
    """Every name leads to the party at the end, written as entries carry it; only a surname of one's own counts."""
    names = load_names(path)
    assert dict(names) == {
        "Rudolf Rassendyll": "Norway",
        "Rassendyll": "Norway",
        "Flavia Elphberg": "Lake Front",
        "Princess Flavia": "Lake Front",
        "Michael Elphberg": "Russia",
        "Lake Front": "Lake Front",
        "LF": "Lake Front",
        "Lake Guard": "Denmark",
        "Hill Guard": "Denmark",
        "Hentzau": "Lake Front",
    }
    assert names.kinds["Rassendyll"] == "person"
    assert names.kinds["Hentzau"] == "capital"
    assert set(names.kinds) == set(names)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Rassendyll rejected the ceasefire.", "Norway"),
        ("Denmark fights. The LF rejected the ceasefire.", "Lake Front"),
        ("Hentzau rejected the ceasefire.", "Lake Front"),
        ("Michael Elphberg rejected the ceasefire.", "Russia"),
        ("The Lake Guard rejected the ceasefire.", "Denmark"),
    ],
)
def test_the_reader_uses_them(path: Path, text: str, party: str) -> None:
    """A name of the file holds positions for its party, which without the file it does not."""
    report = report_from_text(text, date="2025-06-03")
    assert [(p.party, p.stance) for p in read(report, names=load_names(path)).positions] == [(party, "rejects")]
    assert party not in {p.party for p in read(report).positions}


def test_a_place_stays_a_place(path: Path) -> None:
    """A place of the file that stands after "in" holds no position."""
    report = report_from_text("Norway rejected the ceasefire in Hentzau.", date="2025-06-03")
    assert {p.party for p in read(report, names=load_names(path)).positions} == {"Norway"}


def test_the_file_goes_before_the_ontology(tmp_path: Path) -> None:
    """A name that the ontology knows means what the file says."""
    path = tmp_path / "names.yaml"
    path.write_text("persons: {Jordan: Norway}\n")
    report = report_from_text("Jordan rejected the ceasefire.", date="2025-06-03")
    assert [p.party for p in read(report, names=load_names(path)).positions] == ["Norway"]
    assert [p.party for p in read(report).positions] == ["Jordan"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("persons: {Anna: Norwya}", [(1, "did you mean 'Norway'?")]),
        ("persons: {Anna: Qqqqq}", [(1, "add it under `groups`")]),
        ("persons:\n  Anna: {speaks: Norway}", [(2, "no field")]),
        ("persons:\n  Anna: {also: [Ann]}", [(2, "say whom it speaks for")]),
        ("persons:\n  Anna: Norway\nplaces:\n  anna: Denmark", [(4, "given under persons.Anna as well")]),
        ("groups:\n  A1: {speaks_for: B1}\n  B1: {speaks_for: A1}", [(2, "for itself"), (3, "for itself")]),
        ("people: {Anna: Norway}\nplaces: {Town: }", [(1, "is no heading"), (2, "say whom")]),
        ("persons: {A: Norway, 7: Norway, Bo: [Norway]}", [(1, "2 characters"), (1, "must be text"), (1, "mapping")]),
        ("persons: {Anna: {speaks_for: Norway, also: [x]}}", [(1, "2 characters")]),
        ("persons: [Anna]", [(1, "write NAME: PARTY")]),
        ("- Anna", [(None, "give names under")]),
        ("", [(None, "give names under")]),
        (
            "persons:\n  Anna: Norwya\n  Bo: {who: 1}\nplaces:\n  Town: Qqqqq\nrivers: {}",
            [(2, "did you mean"), (3, "no field"), (5, "add it"), (6, "is no heading")],
        ),
    ],
)
def test_all_faults_at_once(tmp_path: Path, text: str, faults: list[tuple[int | None, str]]) -> None:
    """Each fault says its line and what to do."""
    path = tmp_path / "names.yaml"
    path.write_text(text)
    with pytest.raises(OntologyError) as caught:
        load_names(path)
    assert [fault.line for fault in caught.value.faults] == [line for line, _ in faults]
    for fault, (_, message) in zip(caught.value.faults, faults, strict=True):
        assert message in fault.message
