"""The frontier figure."""

from dataclasses import replace
from xml.etree import ElementTree

from detente.brief.figures import frontier_figure
from detente.settlement.results import Frontier, FrontierPoint, Settlement

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {"russia": "Russia", "ukraine": "Ukraine"}


def frontier(settlement: Settlement) -> Frontier:
    assert settlement.frontier is not None
    return settlement.frontier


def test_every_package_is_drawn_and_named(settlement: Settlement) -> None:
    """Efficient packages are links with their gains, the others faint dots; zero lines say no deal."""
    shown = frontier(settlement)
    labels = [f"package no. {n}" for n in range(len(shown.points))]
    figure = frontier_figure(shown, NAMES, labels, {3: 1})
    assert figure.title == (
        "In the middle draw 3 of 5 efficient packages leave both at least as well off as no deal; the best for whoever "
        "gains less gives Russia +0.16 and Ukraine +0.31"
    )
    for layout in (figure.wide, figure.narrow):
        root = ElementTree.fromstring(layout)
        assert sum(e.get("class") == "other" for e in root.iter()) == len(shown.others)
        assert [e.get("href") for e in root.iter() if e.get("href")] == [
            f"#package-{n + 1}" for n in range(len(shown.points))
        ]
        framed = [e for a in root.iter(f"{SVG}a") for e in a if e.get("class") == "solution"]
        assert len(framed) == sum(point is not None for point in shown.solutions.values())
        assert sum(e.get("class") == "chosen" for a in root.iter(f"{SVG}a") for e in a) == 1
        assert "no deal for Russia" in layout
        assert "no deal for Ukraine" in layout
    assert len(figure.rows) == 1 + len(shown.points) + len(shown.others)
    assert figure.rows[4][-2:] == ("best for the worse off", 1)
    assert "3 of them at or above no deal for both sides" in figure.description


def test_one_package_alone_is_drawn(settlement: Settlement) -> None:
    """A frontier of one point at no deal has an extent of its own."""
    only = replace(frontier(settlement), points=(FrontierPoint({}, {"russia": 0.0, "ukraine": 0.0}),), others=())
    figure = frontier_figure(only, NAMES, ["nothing"])
    assert "#package-1" in figure.wide
    assert "nan" not in figure.wide


def test_a_draw_in_which_nothing_beats_no_deal_says_so(settlement: Settlement) -> None:
    """No point in the zone: no solution is drawn, and the title tells it."""
    losing = replace(
        frontier(settlement), points=(FrontierPoint({}, {"russia": -0.1, "ukraine": 0.4}),), others=(), solutions={}
    )
    figure = frontier_figure(losing, NAMES, ["x"])
    assert figure.title.startswith("In the middle draw no package leaves both Russia and Ukraine at least as well off")
    assert 'class="solution"' not in figure.wide


def test_extreme_surplus_stays_in_the_drawing(settlement: Settlement) -> None:
    """Large gains rescale the axes."""
    wild = replace(frontier(settlement), points=(FrontierPoint({}, {"russia": -40.0, "ukraine": 3000.0}),))
    root = ElementTree.fromstring(frontier_figure(wild, NAMES, ["wild"]).wide)
    spots = [float(e.get("cx", 0)) for e in root.iter() if e.get("cx")]
    assert min(spots) >= 0
    assert max(spots) <= 920
