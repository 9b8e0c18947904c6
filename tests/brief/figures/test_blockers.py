"""The graph of blockers."""

from collections.abc import Callable

from detente.brief.figures import Asked, Obstacle, blockers_figure

ASKED = {
    "a.land": Asked("Arland", "Land", "all of it", "demands", href="entry-1"),
    "b.land": Asked("Borland", "Land", "all of it", "rejects", red_line=True, href="entry-2"),
    "a.aid": Asked("Arland", "Aid", "<much>", "demands", href="entry-3"),
    "b.aid": Asked("Borland", "Aid", "some", "proposes"),
}
STATED = Obstacle(("a.land", "b.land"), (), "explicit", 0.8, ("Land",), "blocker-1")
SILENT = [
    Obstacle((key,), ("Corland is not at the table",), "absent", 1.0, ("Aid",), f"blocker-{n}")
    for n, key in enumerate(("a.aid", "b.aid"), 2)
]


def test_no_obstacle_gives_no_figure() -> None:
    """Nothing excludes anything; a blocker of a demand that is not there cannot be drawn."""
    assert blockers_figure(ASKED, [], 0) is None
    assert blockers_figure({}, [STATED], 1) is None


def test_each_demand_is_drawn_once_and_tied_to_its_reasons(
    marks: Callable[..., int], links: Callable[..., list[str]], sound: Callable[..., None]
) -> None:
    """Obstacles with the same words around them share a box; every line is a demand in an obstacle."""
    figure = blockers_figure(ASKED, [STATED, *SILENT], 3)
    assert figure is not None
    sound(figure)
    assert marks(figure.wide, "asked") == 4
    assert marks(figure.wide, "reason") == 2
    assert figure.wide.count('class="tie ') == 4
    assert {"#entry-1", "#entry-2", "#entry-3", "#blocker-1", "#blocker-2"} == set(links(figure.wide))
    assert set(links(figure.narrow)) == set(links(figure.wide))
    assert "Aid: &lt;much&gt;" in figure.wide
    assert [row[:3] for row in figure.rows[1:]] == [
        (1, "explicit", "Arland"), (1, "explicit", "Borland"), (2, "absent", "Arland"), (3, "absent", "Borland"),
    ]  # fmt: skip


def test_title_tells_stated_conflicts_from_the_rest() -> None:
    """Which issues clash, and how many more obstacles there are; without a clash that is said."""
    figure = blockers_figure(ASKED, [STATED, *SILENT], 3)
    assert figure is not None
    assert figure.title == (
        "Land: stated demands exclude each other; two more obstacles stand because somebody is absent or silent"
    )
    silent = blockers_figure(ASKED, SILENT, 2)
    assert silent is not None
    assert silent.title.startswith("No stated demand excludes another: two obstacles stand")


def test_a_demand_that_blocks_everything_is_named() -> None:
    """Where one demand is in most obstacles, that is the finding."""
    many = [Obstacle(("a.land", key), (), "explicit", 1.0, ("Land",)) for key in ("b.land", "b.aid", "a.aid")]
    figure = blockers_figure(ASKED, many, 4)
    assert figure is not None
    assert figure.title == "Land, as Arland demands it, is part of 3 of 4 obstacles"
    assert "One more obstacle is in the text only" in figure.wide


def test_chance_is_written_where_it_is_not_certain(told: Callable[[str], str]) -> None:
    """A red line that may not hold makes an obstacle that may not stand."""
    figure = blockers_figure(ASKED, [STATED], 1)
    assert figure is not None
    assert "in 80% of" in told(figure.wide)
    assert "in 80% of" in told(figure.narrow)


def test_of_very_many_the_first_are_drawn(marks: Callable[..., int]) -> None:
    """The drawing stays readable; the data has all."""
    asked = {f"d{n}": Asked("Arland", f"Issue {n}", "all", "demands") for n in range(60)}
    figure = blockers_figure(asked, [Obstacle((key,), ("x",), "absent", 1.0, ()) for key in asked], 60)
    assert figure is not None
    drawn = marks(figure.wide, "asked")
    assert drawn < 20
    assert f"{60 - drawn} more obstacles are in the text only" in figure.wide
    assert len(figure.rows) == 61
