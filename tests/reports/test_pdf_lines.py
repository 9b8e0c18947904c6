"""Which printed lines run on into the next one."""

import textwrap
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reports.pdf import lay_out
from detente.reports.pdf_lines import Box, Row, runs_on

LETTER, HEIGHT, STEP = 5.0, 11.0, 13.0
BODY = (
    "The two delegations met for three hours in the old town hall and agreed to meet again in a week. Observers "
    "counted no violation along the whole line. Nobody was hurt, the mayor said, and the road was open again."
)
HEADLINE = "Norway and Denmark agree to meet again after three hours of talks"


def printed(
    paragraphs: Sequence[str], columns: int = 70, *, room: float = 0, scale: Sequence[float] = (), middle: bool = False
) -> list[Row]:
    """Return paragraphs as a printer sets them whose letters are all of one width.

    `room` is left between paragraphs, in lines; `scale` is the size of the first ones, which `middle` centres.
    """
    rows, bottom = list[Row](), 800.0
    for number, paragraph in enumerate(paragraphs):
        size = scale[number] if number < len(scale) else 1.0
        for line in textwrap.wrap(paragraph, int(columns / size), break_on_hyphens=False):
            bottom -= STEP * size
            length = LETTER * size * len(line)
            left = 50 + ((columns * LETTER - length) / 2 if middle and size > 1 else 0)
            word = LETTER * size * len(line.split()[0])
            rows.append(Row(line, 0, False, Box(left, left + length, word, bottom, bottom, HEIGHT * size)))
        bottom -= STEP * room
    return rows


def text_of(rows: Sequence[Row]) -> list[str]:
    return lay_out(rows)[0].split("\n\n")


@pytest.mark.parametrize("columns", [60, 66, 70, 75, 90, 120])
@pytest.mark.parametrize(
    "head", ["STOCKHOLM, 2 June 2025", "Monday, 2 June 2025 | By Anna Berg", "Published: 2 June 2025"]
)
def test_headline_dateline_and_body_of_one_size(columns: int, head: str) -> None:
    """Each stands by itself, whether or not the headline fills its line or takes two of them."""
    paragraphs = [HEADLINE, head, BODY]
    assert text_of(printed(paragraphs, columns)) == paragraphs
    assert text_of([Row(row.text, 0, False) for row in printed(paragraphs, columns)])[1] == head


@pytest.mark.parametrize("columns", [66, 75, 90])
@pytest.mark.parametrize("opening", ["STOCKHOLM, 2 June 2025 - ", "STOCKHOLM (Agency) — ", ""])
def test_a_headline_before_a_sentence(columns: int, opening: str) -> None:
    """The sentence begins with a dateline, or with a small word in a capital letter."""
    assert text_of(printed([HEADLINE, opening + BODY], columns)) == [HEADLINE, opening + BODY]


@pytest.mark.parametrize("middle", [False, True])
def test_a_large_heading_keeps_all_its_lines(middle: bool) -> None:
    """Also where it is set in the middle, and where whoever wrote it broke its lines early."""
    assert text_of(printed([HEADLINE, BODY], scale=[1.8], middle=middle)) == [HEADLINE, BODY]
    broken = printed(["Norway and Denmark", "agree to meet again", BODY], scale=[1.8, 1.8], middle=middle)
    assert text_of(broken) == ["Norway and Denmark agree to meet again", BODY]


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    """A line that is asked for by the one before it, or goes on with the sentence, stays in it."""
    for said in (
        "The two delegations of Norway and Denmark and their advisers met in Oslo on Monday, 2 June 2025.",
        "The delegations of Norway and Denmark, the mayor said, agreed to meet on 9 June 2025 in Oslo or Copenhagen.",
    ):
        for columns in range(40, 95):
            assert text_of(printed([said], columns)) == [said]


WORDS = st.text("abcdefg", min_size=1, max_size=12)


def paragraph(least: int) -> st.SearchStrategy[str]:
    words = st.lists(WORDS, min_size=least, max_size=least + 40)
    return words.map(lambda words: " ".join(words).capitalize() + ".")


@given(st.lists(paragraph(1), min_size=1, max_size=6), st.integers(20, 90))
def test_no_line_is_broken_off_within_a_paragraph(paragraphs: list[str], columns: int) -> None:
    """Wherever the lines are broken, what is one paragraph stays one."""
    made = text_of(printed(paragraphs, columns))
    assert " ".join(made) == " ".join(paragraphs)
    assert all(said.endswith(".") for said in made)


@given(st.lists(paragraph(40), min_size=1, max_size=6))
def test_room_between_paragraphs_is_seen(paragraphs: list[str]) -> None:
    """A blank line sets them off, where most lines have none before them."""
    assert text_of(printed(paragraphs, 30, room=1)) == paragraphs


def test_lines_in_no_known_place() -> None:
    """Length alone says what runs on."""
    rows = [Row("Truce holds", 0, True), Row("Both sides kept quiet along the whole", 0, False), Row("line.", 0, True)]
    assert runs_on(rows) == [False, False, True]
