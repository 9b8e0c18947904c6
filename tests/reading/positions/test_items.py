"""How items of lists and articles of agreements begin."""

import pytest

from detente.reading.positions.items import ARTICLE, LIST_ITEM


@pytest.mark.parametrize("mark", ["-", "•", "3.", "(b)", "iv)"])
def test_marks_of_items(mark: str) -> None:
    """A dash, a dot, a number or a letter opens an item, of a list as of an agreement."""
    assert LIST_ITEM.match(f"{mark} Prisoners are freed.")
    assert ARTICLE.match(f"{mark} Prisoners are freed.")


def test_an_article_is_no_item_of_any_list() -> None:
    """Only agreements have articles."""
    assert ARTICLE.match("Article IX. Prisoners are freed.")
    assert not LIST_ITEM.match("Article IX. Prisoners are freed.")


def test_a_sentence_is_no_item() -> None:
    """A number inside a sentence, and a sentence without a mark, open nothing."""
    assert not LIST_ITEM.match("Prisoners are freed by 3. June.")
    assert not ARTICLE.match("A truce holds.")
