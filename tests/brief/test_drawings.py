"""The figures of a brief by name."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from detente.brief import FIGURES, Brief
from detente.brief.drawings import DRAWINGS
from detente.case.model import Case
from detente.errors import CannotWorkOut, InputError
from detente.settlement.results import Settlement
from detente.talks.results import Odds


def test_every_figure_is_on_the_page_in_its_order(brief: Brief) -> None:
    """Those that can be drawn, and no other; movement needs positions of several dates."""
    figures = brief.figures()
    assert set(FIGURES) - set(figures) == {"movement"}
    on_page = re.findall(r'<figure id="figure-([^"]*)"', brief.html())
    assert on_page == [name for name in on_page if name in figures]
    assert sorted(on_page) == sorted(figures)


def test_titles_state_findings_and_captions_the_method(brief: Brief) -> None:
    """A title has a verb or a number of its own material; a caption says how many draws, or that there are none."""
    for name, figure in brief.figures().items():
        assert len(figure.title.split()) > 4, name
        assert re.search(r"draws|at random|All minimal sets", figure.note), name
        assert figure.description
        assert len(figure.rows) > 1


def test_links_of_figures_lead_to_anchors_of_the_page(brief: Brief) -> None:
    """No mark leads nowhere."""
    html = brief.html()
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    for name, figure in brief.figures().items():
        for layout in (figure.wide, figure.narrow):
            ElementTree.fromstring(layout)
            assert set(re.findall(r'href="#([^"]+)"', layout)) <= ids, name


def test_what_cannot_be_drawn_says_why(istanbul: Case, nothing: tuple[Settlement, Odds]) -> None:
    """Without results only the figures of the record are there; each other one has its reason."""
    brief = Brief(istanbul, *nothing)
    missing = brief.missing_figures()
    assert {d.name for d in DRAWINGS if d.needs in ("settlement", "talks", "map")} <= set(missing)
    assert missing["frontier"] == "no belligerent's position is in the record"
    assert missing["map"] == "no event is looked at; name one with --shock"
    with pytest.raises(CannotWorkOut, match="no figure frontier: no belligerent's position"):
        brief.figure("frontier")
    with pytest.raises(InputError, match="no figure is called 'pie'; choose one of timeline, claims, matrix"):
        brief.figure("pie")


def test_a_case_alone_has_nothing_to_draw(nothing: tuple[Settlement, Odds]) -> None:
    """No position, no date, no result: no figure, and no error."""
    brief = Brief(Case("Nothing yet"), *nothing)
    assert brief.figures() == {}
    assert set(brief.missing_figures()) == set(FIGURES)


def test_figures_are_the_same_every_time(brief: Brief) -> None:
    """Same results, same bytes."""
    assert replace(brief).figures() == brief.figures()
    assert brief.figure("timeline") == brief.figures()["timeline"]
