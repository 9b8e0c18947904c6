"""Ways of looking at a drawing that several tests of figures share."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from detente.brief.figures import Figure

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def marks() -> Callable[[str, str], int]:
    """How many elements of a drawing have a class, those of its key left out where they stand in no link or group."""

    def count(drawing: str, cls: str) -> int:
        root = ElementTree.fromstring(drawing)
        groups = [node for tag in ("a", "g") for node in root.iter(f"{SVG}{tag}")]
        return sum((e.get("class") or "").split()[: cls.count(" ") + 1] == cls.split() for g in groups for e in g)

    return count


@pytest.fixture(scope="session")
def links() -> Callable[[str], list[str]]:
    """Where the links of a drawing lead, in their order."""
    return lambda drawing: [a.get("href", "") for a in ElementTree.fromstring(drawing).iter(f"{SVG}a")]


@pytest.fixture(scope="session")
def told() -> Callable[[str], str]:
    """All words of a drawing that a reader sees."""
    return lambda drawing: " ".join(t.text or "" for t in ElementTree.fromstring(drawing).iter(f"{SVG}text"))


@pytest.fixture(scope="session")
def sound() -> Callable[[Figure], None]:
    """Holds that both layouts are well-formed, and that every row has a cell for each head of the data."""

    def check(figure: Figure) -> None:
        for layout in (figure.wide, figure.narrow):
            assert ElementTree.fromstring(layout).get("aria-label") == figure.title
            assert "nan" not in layout
        assert len(figure.rows) > 1
        assert {len(row) for row in figure.rows} == {len(figure.rows[0])}
        assert not figure.title.endswith(".")
        assert figure.note.endswith(".")

    return check
