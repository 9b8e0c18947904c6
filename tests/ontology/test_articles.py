"""The article of a name."""

import pytest

from detente.ontology import actors
from detente.ontology.articles import is_plural, with_article


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


@pytest.mark.parametrize("name", ["armed groups", "Houthis", "Armed groups", "Fighters of the North", "rebels"])
def test_groups_named_by_a_plural_are_many(name: str) -> None:
    """With or without an article and in capitals or not."""
    assert is_plural(name)
    assert is_plural(with_article(name))


@pytest.mark.parametrize(
    "name",
    ["United Nations", "the United States", "Netherlands", "Laos", "Hamas", "a third party", "congress", "RSF", ""],
)
def test_states_and_organisations_are_one(name: str) -> None:
    """A name that ends in s is not a plural for that."""
    assert not is_plural(name)
