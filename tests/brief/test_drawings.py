"""The figures of a brief by name."""

import csv
import re
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree

import pytest

from detente.brief import FIGURES, Brief
from detente.brief.drawings import DRAWINGS
from detente.brief.figures import standalone
from detente.case.model import Case, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.errors import CannotWorkOut, InputError
from detente.settlement import settle
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


def stated(width: float) -> Case:
    """Two sides with opposed values on three issues, each value in a range of some width."""
    rungs = tuple(Rung(f"o{r}", r / 4, f"option {r}") for r in range(3))
    issues = tuple(Issue(f"k{k}", f"Issue {k}", "stake", rungs, "", free=True) for k in range(3))
    rows = tuple(
        Preferences(
            party,
            {i.id: {r.id: Amount(v := abs(turn - n) / 2, v + width) for n, r in enumerate(rungs)} for i in issues},
            weights={i.id: Amount(w := 1.0 + k * (party == "a"), w) for k, i in enumerate(issues)},
        )
        for party, turn in (("a", 0), ("b", 2))
    )
    sides = (Party("a", "Arland", "side", True), Party("b", "Borland", "side", True))
    return Case("Stated", sides, issues, reservation={"a": 0.2, "b": 0.2}, preferences=rows)


def test_stated_values_are_drawn_as_they_are(nothing: tuple[Settlement, Odds]) -> None:
    """The exact frontier over the reservation values; nothing is said of draws that there are not."""
    case = stated(0)
    settlement = settle(case, draws=50)
    brief = Brief(case, settlement, nothing[1])
    figure = brief.figure("frontier")
    bargain = settlement.bargain
    assert bargain is not None
    gains = [(p.values["a"] - 0.2, p.values["b"] - 0.2) for p in bargain.frontier]
    assert [row[2:4] for row in figure.rows[1:]] == gains
    assert figure.title.startswith("By the values that the case states ")
    assert "<a " not in figure.wide
    assert "the case states every value" in brief.missing_figures()["acceptability"]
    assert 'id="figure-frontier"' in brief.html()


def test_ranges_give_bars_with_the_errors_of_their_draws(nothing: tuple[Settlement, Odds]) -> None:
    """Shares and errors are those of the rating."""
    case = stated(0.3)
    settlement = settle(case, draws=100)
    assert settlement.rating is not None
    figure = Brief(case, settlement, nothing[1]).figure("acceptability")
    shares = [(r.joint.share, r.joint.error) for r in settlement.rating.packages]
    assert [row[-2:] for row in figure.rows[1:]] == shares
    assert "100 draws" in figure.note


HOSTILE = '=1+1 <script>alert(\'x\')</script>" onload="y" \x1b[31m \ud800 \u202etxt ' + "w" * 10_000


def test_hostile_names_stay_text_in_every_figure(brief: Brief) -> None:
    """Markup, formulas, control characters, bidi overrides and endless words: well-formed, no larger, nothing runs."""
    case = brief.case
    hostile = replace(
        case,
        parties=tuple(replace(party, name=HOSTILE) for party in case.parties),
        issues=tuple(
            replace(issue, name=HOSTILE, rungs=tuple(replace(rung, label=HOSTILE) for rung in issue.rungs))
            for issue in case.issues
        ),
    )
    claims = tuple(replace(claim, source=HOSTILE, what=HOSTILE) for claim in brief.claims)
    figures = replace(brief, case=hostile, claims=claims).figures()
    assert set(figures) == set(brief.figures())
    for name, figure in figures.items():
        drawn = replace(figure, title="Short", description="Short", note="Short.")
        for narrow in (False, True):
            root = ElementTree.fromstring(standalone(drawn, narrow=narrow))
            assert not [e for e in root.iter() if e.tag.endswith("script") or "onload" in e.attrib], name
            widest = max((len(t.text or "") for t in root.iter("{http://www.w3.org/2000/svg}text")), default=0)
            assert widest < 300, name
        ElementTree.fromstring(standalone(figure))
        for row in csv.reader(StringIO(figure.csv())):
            assert not [cell for cell in row if cell.startswith("=")], name


def test_endless_words_do_not_blow_up_the_drawings(brief: Brief) -> None:
    """What marks are called is cut: two layouts of every figure stay under 2 MB together."""
    case = brief.case
    rungs = {i.id: tuple(replace(rung, label="w" * 10_000) for rung in i.rungs) for i in case.issues}
    endless = replace(case, issues=tuple(replace(issue, rungs=rungs[issue.id]) for issue in case.issues))
    figures = replace(brief, case=endless).figures().values()
    assert sum(len(figure.wide) + len(figure.narrow) for figure in figures) < 2_000_000
