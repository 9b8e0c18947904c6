"""The map of signs."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from detente.brief.figures import Ruled, Signs, map_figure

ACROSS, DOWN = Ruled("optimism <o>", (0.0, 0.1, 0.2), "assume-optimism"), Ruled("cost", (0.0, 0.5))
SHARES = ((0.1, 0.4, 0.7), (0.2, 0.5, 0.9)), ((0.8, 0.35, 0.1), (0.6, 0.5, 0.1))
SIGNS = Signs(ACROSS, DOWN, *SHARES, "whoever delivers", 800)


def shapes(drawing: str) -> dict[str, int]:
    groups = ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}g")
    classes = [e.get("class") or "" for group in groups for e in group]
    found = [cls for cls in classes if cls in ("sign positive", "sign negative", "neither")]
    return {cls: found.count(cls) for cls in set(found)}


def test_each_place_has_the_sign_of_its_shares(sound: Callable[..., None], links: Callable[..., list[str]]) -> None:
    """Raises, lowers and neither by the clear difference of a tenth; axes lead to their ranges."""
    figure = map_figure(SIGNS)
    sound(figure)
    for layout in (figure.wide, figure.narrow):
        assert shapes(layout) == {"sign negative": 2, "sign positive": 2, "neither": 2}
        assert set(links(layout)) == {"#assume-optimism"}
    assert figure.rows[0][:2] == ("optimism <o>", "cost")
    assert figure.rows[6] == (0.2, 0.5, 0.9, 0.1)
    assert "800 draws" in figure.note


@pytest.mark.parametrize(
    ("positive", "negative", "title"),
    [
        (0.5, 0.5, "The event leans neither way"),
        (0.9, 0.1, "The event raises the odds whatever optimism <o> and cost are"),
        (0.1, 0.9, "The event lowers the odds whatever"),
    ],
)
def test_title_of_one_sign(positive: float, negative: float, title: str) -> None:
    """Where all places lean the same way there is nothing to decide."""
    flat = replace(SIGNS, positive=((positive,) * 3,) * 2, negative=((negative,) * 3,) * 2)
    assert map_figure(flat).title.startswith(title)


def test_title_names_the_axis_that_turns_the_sign() -> None:
    """The one along which the balance moves more."""
    assert map_figure(SIGNS).title == (
        "The event raises the odds in 2 and lowers them in 2 of 6 places; what matters most: optimism <o>"
    )
    turned = replace(SIGNS, positive=((0.0,) * 3, (0.9,) * 3), negative=((0.9,) * 3, (0.0,) * 3))
    assert map_figure(turned).title.endswith("what matters most: cost")
