"""What is the report and what stands around it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reports.boilerplate import split

BODY = "The two delegations met for three hours in the old town hall on Monday and agreed to meet again in a week."


def kept(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text).kept]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Home > News > Africa",
        "ADVERTISEMENT",
        "Read next: Who supplies the generals?",
        ">> Read more: Ten things about nutmeg",
        "Follow us on Telegram for the latest stories.",
        "Sign up for our morning briefing.",
        "File picture: smoke over the harbour.",
        "[Picture: the two delegations. Photo: agency]",
        "© 2017 All rights reserved",
        "Share this story",
        "By our desk | Wednesday 27 November 2024 | 3 min read",
    ],
)
def test_single_lines(line: str) -> None:
    """Menus, promotion, captions and bylines go; the report around them stays."""
    assert kept(f"Truce holds\n\n{BODY}\n\n{line}\n\nNobody was hurt, the mayor said.") == [
        "Truce holds",
        BODY,
        "Nobody was hurt, the mayor said.",
    ]


@pytest.mark.parametrize("heading", ["Leave a Reply", "COMMENTS (3)", "About the author", "Notes to editors: more"])
def test_after_the_end(heading: str) -> None:
    """After such a heading nothing belongs to the report."""
    assert kept(f"Truce holds\n\n{BODY}\n\n{heading}\n\n{BODY} Really.\nanon: first") == ["Truce holds", BODY]


def test_list_of_links() -> None:
    """A heading of links goes with the short lines under it, and the report goes on after them."""
    text = f"Truce holds\n\nRelated stories\n* Donors pledge more\n* Ten things about nutmeg\n\n{BODY}"
    assert kept(text) == ["Truce holds", BODY]


def test_caption_above_a_credit() -> None:
    """A caption and its alternative text go with the credit below them."""
    picture = "Members of the delegation on the steps\n\nThe delegation.\n\nPhoto: A. B / AFP"
    text = f"Truce holds\n\n{BODY}\n\n{picture}\n\n{BODY} Yes."
    assert kept(text) == ["Truce holds", BODY, f"{BODY} Yes."]


def test_standfirst_printed_twice() -> None:
    """The first of two equal lines stays."""
    stand = "It was meant to bring peace, but it might have had the opposite effect."
    text = f"Truce holds\n\n{stand}\n\nYou may also like\n\n{stand}\n\n{BODY}"
    assert kept(text) == ["Truce holds", stand, BODY]


def test_author_at_the_end_only() -> None:
    """A note on the author goes at the end; a sentence about a journalist in the report stays."""
    bio = "Anna Example is a political journalist based in Oslo."
    assert kept(f"Truce holds\n\n{BODY}\n\n{BODY} Yes.\n\n{bio}")[-1] == f"{BODY} Yes."
    assert bio in kept(f"Truce holds\n\n{bio}\n\n{BODY}\n\n{BODY} Yes.")


def test_enumerated_terms_stay() -> None:
    """The sign "(c)" opens a paragraph of terms more often than a copyright note."""
    line = "(c) By 1 November one half of the troops shall have left."
    assert line in kept(f"Communique\n\n{BODY}\n{line}")


@given(st.text(max_size=300))
def test_spans_cover_lines_once(text: str) -> None:
    """Kept and dropped spans are in order, apart, and hold no outer white space."""
    layout = split(text)
    spans = sorted([*layout.kept, *((d.start, d.end) for d in layout.dropped)])
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@pytest.mark.parametrize(
    "line", [f"a{'  ' * 1500}.", f"a{' > b' * 60}?", "cookie " * 28_000], ids=["gaps", "trail", "words"]
)
def test_lines_that_look_like_menus_end(line: str) -> None:
    """Matching ends for lines with hundreds of gaps; no pattern tries every way to share them out."""
    assert kept(f"Truce holds\n\n{BODY}\n\n{line}") == ["Truce holds", BODY, line.strip()]
