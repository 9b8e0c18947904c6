"""The article of a name."""

import pytest

from detente.ontology import actors
from detente.ontology.articles import with_article


@pytest.mark.parametrize(
    "name",
    ["West", "United States", "United Nations", "RSF", "OSCE", "Houthis", "Sudan army", "Netherlands", "Arab League"],
)
def test_collective_names_take_the_article(name: str) -> None:
    """Unions, armies, plurals and spelled-out abbreviations."""
    assert with_article(name) == f"the {name}"


@pytest.mark.parametrize(
    "name", ["Russia", "NATO", "Hamas", "Honduras", "South Sudan", "a third party", "the West", "armed groups", ""]
)
def test_other_names_stand_as_they_are(name: str) -> None:
    """Countries, spoken abbreviations, and what has an article or is no name."""
    assert with_article(name) == name


def test_the_article_is_never_doubled() -> None:
    """A name that has its article is left alone, for every actor that ships."""
    for actor in actors().values():
        once = with_article(actor.name)
        assert with_article(once) == once
