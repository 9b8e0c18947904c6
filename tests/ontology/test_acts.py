"""The table of acts."""

from pathlib import Path

import pytest

from detente.errors import OntologyError
from detente.ontology.acts import acts, load_acts


def test_sixteen_types() -> None:
    """The sixteen types of the codebook, two of them symmetric."""
    assert len(acts()) == 16
    assert {id for id, act in acts().items() if act.symmetric} == {"AGREE", "CONSULT"}


def test_faults_have_lines(tmp_path: Path) -> None:
    """A wrong tone is named with its line."""
    path = tmp_path / "acts.yaml"
    path.write_text("AGREE:\n  name: a\n  definition: b\n  tone: friendly\n  form: verbal\n")
    with pytest.raises(OntologyError, match="line 4"):
        load_acts(path)
