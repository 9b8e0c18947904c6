"""The graph of steps."""

from collections.abc import Callable

from detente.brief.figures import Order, steps_figure

NAMES = {"truce": "Truce", "land": "Land & sea", "aid": "Aid", "trade": "Trade", "talks": "Talks", "law": "Law"}
LEVELS = (("truce",), ("land", "aid"), ("talks",), ("law",))


def test_no_order_gives_no_figure() -> None:
    """Orders on issues that are not there, or of an issue before itself, are none."""
    assert steps_figure(LEVELS, NAMES, [], []) is None
    assert steps_figure(LEVELS, NAMES, [Order("truce", "gone", "A"), Order("aid", "aid", "A")], []) is None


def test_every_order_is_an_arrow_and_every_tied_issue_a_chip(
    marks: Callable[..., int], links: Callable[..., list[str]], sound: Callable[..., None]
) -> None:
    """Each leads to its sentence; what is tied to nothing is counted."""
    orders = [
        Order("truce", "land", "Arland", href="e1"),
        Order("land", "talks", "Borland", href="e2"),
        Order("truce", "aid", "Arland", void="it was done <before>"),
    ]
    figure = steps_figure(LEVELS, NAMES, orders, [])
    assert figure is not None
    sound(figure)
    for layout in (figure.wide, figure.narrow):
        assert marks(layout, "tip") == 3
        assert marks(layout, "chip") == 4
        assert {"#e1", "#e2"} == set(links(layout))
        assert "One other issue can be taken at any time" in layout
    assert "binds no more" in figure.wide
    assert figure.title == "Truce comes first: land & sea waits for it"
    assert figure.rows[3] == ("Truce", "Aid", "Arland", "no", "it was done <before>")


def test_a_deadlock_is_framed_and_comes_first_in_the_title(marks: Callable[..., int]) -> None:
    """Both arrows of the cycle, a frame, and which order to relax."""
    orders = [
        Order("truce", "land", "Arland"),
        Order("land", "truce", "Borland", relax=True),
        Order("truce", "aid", "Arland"),
    ]
    figure = steps_figure((("truce", "land"), ("aid",)), NAMES, orders, [("truce", "land")])
    assert figure is not None
    assert figure.title == "Truce and land & sea wait for each other; one other issue waits for them"
    assert figure.wide.count('class="knot"') == 1
    assert marks(figure.wide, "tip") == 3
    assert "relaxing it undoes a deadlock" in figure.wide


def test_many_that_wait_for_the_same_are_one_group(marks: Callable[..., int]) -> None:
    """One arrow instead of three; the data has each."""
    orders = [Order("truce", then, "Arland") for then in ("land", "aid", "trade")]
    figure = steps_figure((("truce",), ("land", "aid", "trade")), NAMES, orders, [])
    assert figure is not None
    assert marks(figure.wide, "tip") == 1
    assert figure.wide.count('class="together"') == 1
    assert len(figure.rows) == 4
    assert figure.title == "Truce comes first: three other issues wait for it"
