"""Checking tables of one's own."""

import pytest

from detente.errors import OntologyError
from detente.ontology import check

FILES = {
    "names.yaml": ("groups: {Lake Front: {also: [LF]}}\n", "names"),
    "arms.yaml": ("groups: {Lake Guard: Norway}\n", "names"),
    "people.yaml": ("persons: {Anna: Norway}\n", "names"),
    "actors.yaml": ("groups: {Lake Front: {names: [LF]}}\n", "actors"),
    "states.yaml": ("states: {Arland: {capitals: [Arl]}}\n", "actors"),
    "phrases.yaml": ("phrases: {bodies: [bury ... dead]}\n", "phrases"),
    "acts.yaml": ("NOD: {name: nod, definition: a nod, tone: cooperative, form: verbal}\n", "acts"),
    "issues.yaml": (
        "bodies:\n  name: Bodies\n  definition: b\n  role: stake\n  by: both\n  status_quo: a\n  words: [b]\n"
        "  rungs: [{id: a, x: 0, label: a}, {id: b, x: 1, label: b}]\n  pax: null\n  pam: []\n",
        "issues",
    ),
}


def test_those_that_ship_are_sound():
    """Without files, the four tables of Detente are checked."""
    kinds = ["issues", "phrases", "acts", "actors"]
    assert [(kind, rows > 10) for _, kind, rows in check()] == [(kind, True) for kind in kinds]


def test_a_file_is_what_its_rows_are(tmp_path):
    """Each kind of table is known by what stands in it, even where a heading and an id are the same word."""
    for name, (text, _) in FILES.items():
        (tmp_path / name).write_text(text)
    checked = check([tmp_path / name for name in FILES])
    assert {path.name: kind for path, kind, _ in checked} == {name: kind for name, (_, kind) in FILES.items()}


def test_faults_of_all_files(tmp_path):
    """Two files with faults are both named; a sound one beside them does not hide that."""
    (tmp_path / "a.yaml").write_text("persons: {Anna: Qqqqqq}\n")
    (tmp_path / "b.yaml").write_text("states: {Arland: {capital: [Arl]}}\n")
    (tmp_path / "c.yaml").write_text(FILES["states.yaml"][0])
    with pytest.raises(OntologyError) as caught:
        check([tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "c.yaml"])
    assert "a.yaml: 1 fault" in str(caught.value)
    assert "b.yaml: 1 fault" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "line 1, column 1"),
        ("[]", "line 1, column 1"),
        ("- 1", "line 1, column 1"),
        ("text", "line 1, column 1"),
        ("toll: 1", "line 1, column 1"),
        ("# mine\nactors:\n  Arland: {capitals: [Arl]}\n", "line 2, column 1"),
        ("issues:\n  toll: {role: stake}\n", "line 1, column 1"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, text, place):
    """A file with something else in it is refused with its place and what headings there are, not passed over."""
    (tmp_path / "x.yaml").write_text(text)
    with pytest.raises(OntologyError, match=r"x\.yaml: no table that Detente knows") as caught:
        check([tmp_path / "x.yaml"])
    assert place in str(caught.value)
    assert "of actors states, bodies, groups, coalitions" in str(caught.value)


def test_a_slip_in_a_heading_is_told(tmp_path):
    """With the heading that was probably meant."""
    (tmp_path / "x.yaml").write_text("person: {Anna: Norway}\n")
    with pytest.raises(OntologyError, match="did you mean 'persons'"):
        check([tmp_path / "x.yaml"])


def test_names_and_phrases_may_speak_of_what_another_file_has(tmp_path):
    """In any order of the files; alone they have a fault."""
    files = {"n": "persons: {Anna: Arland}\n", "p": "phrases: {bodies-found: [bury ... dead]}\n"}
    files |= {"a": FILES["states.yaml"][0], "i": FILES["issues.yaml"][0].replace("bodies:", "bodies-found:")}
    paths = [tmp_path / f"{name}.yaml" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text)
    assert [(path, kind) for path, kind, _ in check(paths)] == list(
        zip(paths, ("names", "phrases", "actors", "issues"), strict=True)
    )
    for path in paths[:2]:
        with pytest.raises(OntologyError, match=path.name):
            check([path])
