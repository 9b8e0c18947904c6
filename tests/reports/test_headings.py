"""Where one line of a heading ends."""

import pytest

from detente.reports import report_from_text
from detente.reports.headings import begins_a_sentence, is_closed, is_open
from detente.reports.sentences import sentences

BODY = "Both sides kept quiet on Monday, the mayor said.\nNobody was hurt.\n"


@pytest.mark.parametrize("line", ["Both met in", "They said that", "Oslo, Bergen,", "Quiet along THE", "Truce –"])
def test_a_line_that_asks_for_a_word(line: str) -> None:
    """An article, a preposition, a conjunction or a comma at the end."""
    assert is_open(line)
    assert not is_closed(line)


@pytest.mark.parametrize("line", ["Truce holds", "Login", "They said thatch", "He was in.", "“Quiet”"])
def test_a_line_that_asks_for_none(line: str) -> None:
    """Any other word, though it ends in the same letters, and every mark."""
    assert not is_open(line)


def test_a_small_word_in_a_capital_letter_begins_a_sentence() -> None:
    """Not a word that only begins alike, and no small letter."""
    assert begins_a_sentence("In Oslo")
    assert not any(map(begins_a_sentence, ("in Oslo", "Inside Oslo", "Oslo in")))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Both sides agree to a truce in", "Oslo"], "Both sides agree to a truce in Oslo"),
        (
            ["Both sides agree to a truce", "but disagree on the", "line"],
            "Both sides agree to a truce but disagree on the line",
        ),
        (["Truce holds", "By Anna Berg"], "Truce holds"),
        (["Truce holds on the line", "of 2 June 2025"], "Truce holds on the line"),
        (["Truce holds"], "Truce holds"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_heading_on_several_lines_keeps_them_all(lines: list[str], title: str, newline: str) -> None:
    """Lines that follow each other at the top, where the next one begins small or is asked for; a byline is none."""
    text = newline.join([*lines, "", BODY])
    report = report_from_text(text)
    assert report.title == title
    first = sentences(report)[0]
    assert (first.part, " ".join(first.text.split())) == ("headline", title)


def test_a_text_without_room_after_its_first_lines_has_no_long_heading() -> None:
    """Lines of a paragraph that somebody broke are no heading."""
    report = report_from_text("Both sides kept quiet on the line of the\ntruce and met in Oslo\nfor three hours.\n")
    assert "\n" not in report.text[slice(*report.kept[0])]
