"""The figure of positions over time."""

from xml.etree import ElementTree

from detente.brief.figures import movement_figure, standalone
from detente.record.movement import Course, Step, courses

SVG = "{http://www.w3.org/2000/svg}"


def course(*dates: str) -> list[Course]:
    said = [Step("A <b>", "aid", date, "demands", f"terms {n}", entries=(f"e{n}",)) for n, date in enumerate(dates)]
    return courses([*said, Step("A <b>", "aid", "2025-09", "accepts", "it", entries=("last",))])


def test_positions_of_one_date_give_no_figure() -> None:
    """There is no time to show."""
    assert (
        movement_figure(courses([Step("A", "aid", "2025-05", "demands", "x"), Step("A", "aid", "", "demands", "y")]))
        is None
    )


def test_each_position_leads_to_its_sentence_and_a_movement_has_a_ring() -> None:
    """In both layouts; the description names the movement."""
    figure = movement_figure(course("2025-05", "2025-06"), {"e0": "s0", "e1": "s1", "last": "s2"})
    assert figure is not None
    for layout in (figure.wide, figure.narrow):
        drawn = ElementTree.fromstring(layout)
        assert sorted(a.get("href", "") for a in drawn.iter(f"{SVG}a")) == ["#s0", "#s1", "#s2"]
        assert len([c for a in drawn.iter(f"{SVG}a") for c in a.iter(f"{SVG}circle")]) == 1
    assert figure.title == "Moved towards the others: A <b> on aid; nobody hardened"
    assert [row[-1] for row in figure.rows] == ["movement", None, None, "first acceptance"]
    assert figure.description == "A <b> on aid, Sep 2025: first acceptance (A <b> accepts it)"


def test_dates_that_do_not_fit_are_counted() -> None:
    """The latest are shown."""
    figure = movement_figure(course(*(f"2024-{month:02}" for month in range(1, 13))))
    assert figure is not None
    assert "4 earlier dates are left out" in figure.wide


def test_a_file_of_its_own_has_its_colours_and_is_well_formed() -> None:
    """Nothing is fetched, and what a text says is shown as text."""
    figure = movement_figure(course("2025-05"))
    assert figure is not None
    text = standalone(figure)
    assert ElementTree.fromstring(text).find(f"{SVG}style") is not None
    assert "A &lt;b&gt;" in text
    assert "url(" not in text
