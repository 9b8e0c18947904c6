"""The table of acts: PLOVER's types, their modes, and CAMEO codes both ways."""

from pathlib import Path

import pytest

from detente.errors import OntologyError
from detente.ontology.acts import ACTS_FILE, act_of_cameo, act_sources, acts, contexts, load_acts
from detente.ontology.tables import load_shipped, load_yaml

GOOD = """
AGREE:
  name: a
  definition: b
  tone: cooperative
  form: verbal
  modes: {phone: from afar}
  cameo: {'03': null, '041': phone}
"""


def test_sixteen_types() -> None:
    """The sixteen types of the codebook, two of them symmetric."""
    assert len(acts()) == 16
    assert {id for id, act in acts().items() if act.symmetric} == {"AGREE", "CONSULT"}


def test_codes_lead_both_ways() -> None:
    """Every code of a type leads back to it, with a mode that the type has."""
    codes = [code for act in acts().values() for code in act.cameo]
    assert len(codes) == len(set(codes)) > 250
    for act in acts().values():
        assert act.cameo, act.id
        assert list(act.cameo) == sorted(act.cameo)
        for code, mode in act.cameo.items():
            assert act_of_cameo(code) is act
            assert mode is None or mode in act.modes


@pytest.mark.parametrize(
    ("code", "act", "mode"),
    [
        ("190", "ASSAULT", None),
        ("195", "ASSAULT", "heavy-weapons"),
        ("036", "AGREE", None),
        ("042", "CONSULT", "visit"),
        ("0841", "RETREAT", "release"),
        ("083", "CONCEDE", None),
        ("1056", "REQUEST", "yield"),
        ("139", "THREATEN", "relations"),
        ("163", "COERCE", "restrict"),
        ("191", "COERCE", "restrict"),
    ],
)
def test_codes_of_the_mapping(code: str, act: str, mode: str | None) -> None:
    """Codes count as PLOVER's authors map them (CAMEO2PLOVER-2021.txt)."""
    found = act_of_cameo(code)
    assert found is not None
    assert (found.id, found.cameo[code]) == (act, mode)


@pytest.mark.parametrize("code", ["01", "010", "02", "020", "08", "999", "", "assault"])
def test_codes_without_a_type(code: str) -> None:
    """Statements and appeals have no type in the mapping, and root 08 is split; unknown stays unknown."""
    assert act_of_cameo(code) is None


def test_a_lower_code_mostly_counts_as_its_root() -> None:
    """Where a code counts under another type than its root, it is one of those that the mapping moves."""
    moved = {
        code
        for act in acts().values()
        for code in act.cameo
        if len(code) > 2 and (root := act_of_cameo(code[:2])) is not None and root is not act
    }
    assert moved == {"163", "1712", "175", "191", "192"}


def test_sources_are_named() -> None:
    """Types, modes and codes say where they were read; contexts are in words of ours."""
    for source in act_sources().values():
        assert source.title
        assert source.version
        assert source.url.startswith("https://")
        assert source.read
    assert all(contexts().values())


def test_the_fast_loader_reads_what_the_strict_one_reads() -> None:
    """Codes such as 08 stay text, whichever loader reads them."""
    assert load_shipped(ACTS_FILE) == load_yaml(ACTS_FILE, error=OntologyError)
    assert load_acts(ACTS_FILE) == acts()


@pytest.mark.parametrize(
    ("change", "message", "line"),
    [
        (("cooperative", "friendly"), "'cooperative' or 'conflictual'", 5),
        (("'041': phone", "'041': letter"), "'letter' is none of the modes phone", 8),
        (("'041'", "'4'"), "match pattern", 8),
        (("cameo:", "codes:"), "no field", 8),
        (("AGREE:", "sources:\n  x: {title: t, version: '1', url: nowhere, read: all}\nAGREE:"), "match pattern", 3),
        (("AGREE:", f"{GOOD[1:].replace('AGREE', 'TALK')}AGREE:"), "code 03 stands under TALK", 15),
    ],
)
def test_faults_have_lines(tmp_path: Path, change: tuple[str, str], message: str, line: int) -> None:
    """A fault is named with its line."""
    path = tmp_path / "acts.yaml"
    path.write_text(GOOD)
    assert list(load_acts(path)) == ["AGREE"]
    path.write_text(GOOD.replace(*change))
    with pytest.raises(OntologyError, match=message) as caught:
        load_acts(path)
    assert caught.value.faults[0].line == line
