"""The page as a document."""

import re

from hypothesis import given
from hypothesis import strategies as st

from detente.brief import Brief
from detente.brief.document import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    document,
    tidy,
)


def all_runs(blocks: tuple[Block, ...]) -> list[Run]:
    """Return every run of the blocks, however deep."""
    return [run for block in blocks for runs in _parts(block) for run in runs]


def _parts(block: Block) -> list[Runs]:
    match block:
        case Heading(_, runs) | Paragraph(runs):
            return [runs]
        case Listing(items):
            return [part for item in items for part in [item.runs, *(p for b in item.inner for p in _parts(b))]]
        case Table(caption, head, rows):
            return [caption, *(cell.runs for row in (head, *rows) for cell in row)]
        case Picture(note=note):
            return [note]


def all_items(blocks: tuple[Block, ...]) -> list[Item]:
    """Return every item of every list, however deep."""
    lists = [block for block in blocks if isinstance(block, Listing)]
    return [found for each in lists for item in each.items for found in [item, *all_items(item.inner)]]


def test_the_document_says_every_word_of_the_page(brief: Brief) -> None:
    """Nothing that a reader of the page can unfold is left out; signs that only a page needs are."""
    page = brief.html()
    main = re.search(r"<main.*</main>", page, re.DOTALL)
    assert main is not None
    without = re.sub(r'<div class="(desk|phone)">.*?</div>|<span class="back">.*?</span>', "", main[0], flags=re.DOTALL)
    shown = re.sub(r"<[^>]*>", " ", without)
    words = set(re.findall(r"[A-Za-z]{3,}", re.sub(r"&\w+;|&#\d+;", " ", shown)))
    blocks = document(page)
    said = " ".join(run.text for run in all_runs(blocks))
    told = " ".join([said, *(f"{b.title} {b.description}" for b in blocks if isinstance(b, Picture))])
    assert words - set(re.findall(r"[A-Za-z]{3,}", told)) <= {"figure"}


def test_every_reference_leads_to_an_item(brief: Brief) -> None:
    """A source or an assumption, whose label is the number that refers to it."""
    blocks = document(brief.html())
    labels = {item.anchor: item.label for item in all_items(blocks) if item.anchor}
    references = [run for run in all_runs(blocks) if run.reference]
    assert references
    assert all(labels[run.reference] == run.text for run in references)


def test_each_figure_is_there_with_its_drawing(brief: Brief) -> None:
    """The wide layout, as the page has it."""
    page = brief.html()
    pictures = [block for block in document(page) if isinstance(block, Picture)]
    assert [f'id="figure-{picture.name}"' in page for picture in pictures] == [True] * page.count("<figure")
    assert all(picture.drawing.startswith("<svg") and "viewBox" in picture.drawing for picture in pictures)


@given(st.lists(st.builds(Run, st.sampled_from(["a", " ", " b ", "\n", "", "c  "]), bold=st.booleans())))
def test_tidying_keeps_the_words_and_is_done_once(runs: list[Run]) -> None:
    """No word is lost, no space or break stands at an end, and tidying again changes nothing."""
    tidied = tidy(runs)
    text = "".join(run.text for run in tidied)
    assert text.split() == "".join(run.text for run in runs).split()
    assert text == text.strip()
    assert tidy(tidied) == tidied
