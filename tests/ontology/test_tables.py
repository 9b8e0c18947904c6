"""Loading YAML from strangers: bombs, depth, and broken files end in clear errors."""

import pytest

from detente.errors import OntologyError
from detente.ontology.tables import load_yaml

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, "uses aliases"),
        ("[" * 60 + "]" * 60, "nested too deeply"),
        ("a: [1, 2", "not YAML"),
        ("a: 1\na: 2\n", "not YAML"),
        ("a: !!python/object/apply:os.getcwd []\n", ""),
        ("x" * 4_000_001, "larger than 4 MB"),
    ],
    ids=["bomb", "deep", "broken", "duplicate key", "tag", "large"],
)
def test_hostile_yaml_is_refused_or_inert(tmp_path, text, message):
    """Nothing in a file is run, and what cannot be loaded says why."""
    path = tmp_path / "t.yaml"
    path.write_text(text)
    if not message:
        assert load_yaml(path, error=OntologyError)["a"] == []
        return
    with pytest.raises(OntologyError, match=message):
        load_yaml(path, error=OntologyError)


def test_bytes_that_are_not_utf8_are_named(tmp_path):
    """A file in another encoding says at which byte and what to do."""
    path = tmp_path / "t.yaml"
    path.write_bytes(b"a: \xff\n")
    with pytest.raises(OntologyError, match="not UTF-8 at byte 3; save the file as UTF-8"):
        load_yaml(path, error=OntologyError)


def test_missing_file(tmp_path):
    """A missing file is named."""
    with pytest.raises(OntologyError, match=r"none\.yaml: cannot be read"):
        load_yaml(tmp_path / "none.yaml", error=OntologyError)
