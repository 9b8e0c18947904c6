"""The matrix of positions."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.figures import Held, matrix_figure

ISSUES, PARTIES = ("aid", "land <b>", "trade"), ("Arland", "Borland & Co", "Corland")
HELD = st.lists(
    st.builds(
        Held,
        st.sampled_from(PARTIES),
        st.sampled_from(ISSUES),
        st.just("all"),
        st.sampled_from(("demands", "proposes", "accepts", "rejects")),
        st.booleans(),
        st.booleans(),
        href=st.just("entry-1"),
    ),
    min_size=1,
    max_size=12,
)


def test_no_position_gives_no_figure() -> None:
    """Nobody has spoken."""
    assert matrix_figure(PARTIES, ISSUES, []) is None


@given(HELD)
def test_every_position_is_a_sign_or_counted(held: list[Held]) -> None:
    """Signs and the numbers of those left out add up to the positions, in both layouts; the rows have them all."""
    figure = matrix_figure(PARTIES, ISSUES, held)
    assert figure is not None
    assert len(figure.rows) == len(held) + 1
    for layout in (figure.wide, figure.narrow):
        counted = sum(int(part.split("<")[0]) for part in layout.split(">+")[1:])
        assert layout.count("<a ") + counted == len(held)


def test_flags_and_links(
    marks: Callable[..., int], links: Callable[..., list[str]], sound: Callable[..., None]
) -> None:
    """A red line and a precondition are framed; each sign leads to its sentence, one without a sentence nowhere."""
    held = [
        Held("Arland", "aid", "all", "rejects", red_line=True, href="entry-1"),
        Held("Borland & Co", "aid", "all", "demands", precondition=True),
    ]
    figure = matrix_figure(PARTIES, ISSUES, held)
    assert figure is not None
    sound(figure)
    assert links(figure.wide) == links(figure.narrow) == ["#entry-1"]
    assert marks(figure.wide, "frame red") == marks(figure.wide, "frame first") == 1
    assert "Arland refuses, on aid: all [red line]" in figure.description


@pytest.mark.parametrize(
    ("held", "finding"),
    [
        ([Held("Arland", "aid", "all", "demands")], "On no issue does one party ask and another refuse; on 1 of 3"),
        (
            [Held("Arland", "aid", "all", "demands"), Held("Borland & Co", "aid", "all", "rejects")],
            "Aid: one party asks and another refuses",
        ),
        (
            [Held("Arland", "aid", "all", "demands"), Held("Arland", "aid", "part", "rejects")],
            "On no issue does one party ask and another refuse",
        ),
    ],
)
def test_title_says_where_parties_clash(held: list[Held], finding: str) -> None:
    """One who asks for one thing and refuses another does not clash with itself."""
    figure = matrix_figure(PARTIES, ISSUES, held)
    assert figure is not None
    assert figure.title.startswith(finding)


def test_parties_that_do_not_fit_are_counted(told: Callable[[str], Any]) -> None:
    """A phone has room for four: the first two, and of the others who said most."""
    parties = [f"Party {n}" for n in range(7)]
    said = [Held(p, "aid", "all", "demands") for p in parties]
    figure = matrix_figure(parties, ISSUES, [*said, Held("Party 6", "trade", "all", "demands")])
    assert figure is not None
    assert "Party 6" in told(figure.narrow)
    assert "Three more parties are in the table only" in told(figure.narrow)
    assert "in the table only" not in told(figure.wide)
