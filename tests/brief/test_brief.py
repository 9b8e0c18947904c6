"""The façade, and the page as a document."""

import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from detente.brief import Brief
from detente.brief.page import QUESTIONS
from detente.case.model import Case, Demand, Evidence, Issue, Party, Rung
from detente.entries import Claim
from detente.reports.report import Report
from detente.settlement.results import Deadlock, Gap, Settlement
from detente.talks.results import Odds

VOID = {"meta", "link", "br", "img", "input", "hr", "wbr"}


class Page(HTMLParser):
    """Collects ids, links and headings, and checks that every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.tags: Counter[str] = Counter()
        self.headings: list[int] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.hrefs += [value or "" for name, value in attrs if name == "href"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> without a start"
        assert self.open.pop() == tag


@pytest.fixture(scope="session")
def html(brief: Brief) -> str:
    return brief.html()


def check(html: str) -> Page:
    """A page is well formed, its ids are unique, and its links lead to one of them."""
    page = Page(html)
    assert not page.open
    assert [id for id, n in Counter(page.ids).items() if n > 1] == []
    assert {href for href in page.hrefs if href.removeprefix("#") not in page.ids} == set()
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    return page


def test_page_is_well_formed_and_every_link_resolves(html: str) -> None:
    """Ids are unique, links stay on the page, headings come in order."""
    page = check(html)
    assert all(href.startswith("#") for href in page.hrefs)
    assert page.tags["script"] == page.tags["link"] == page.tags["iframe"] == page.tags["img"] == 0


def test_same_results_give_the_same_bytes(brief: Brief, html: str) -> None:
    """Nothing on the page depends on the time or on the order of a set."""
    assert brief.html() == html


def test_page_answers_the_seven_questions_in_order(html: str) -> None:
    """First the answer in short, then the questions, then the sources."""
    places = [html.index(f'<section id="{id}"') for id in ("short", *(id for id, _ in QUESTIONS), "sources")]
    assert places == sorted(places)


def test_page_names_nothing_outside_itself(html: str) -> None:
    """No address, no import, no fetch; the policy forbids them too."""
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html
    assert not re.search(r"(?:src|srcset|@import|url\((?!#))\s*=?", html.split("</head>")[1])
    assert set(re.findall(r"https?://[^\s\"<]+", html)) <= {"http://www.w3.org/2000/svg"}


def test_every_entry_of_the_case_is_shown_with_its_sentence(brief: Brief, html: str) -> None:
    """Each entry has its own anchor, its quote marked in its sentence, and a reference back to it where it is used."""
    ids = Page(html).ids
    for entry, evidence in brief.case.evidence.items():
        assert f"entry-{entry}" in ids
        assert f"<mark>{evidence.quote}</mark>" in html


def test_every_demand_leads_to_its_sentence(brief: Brief, html: str) -> None:
    """The matrix has a link for every demand."""
    matrix = html[html.index('<section id="wants"') : html.index('<section id="blocked"')]
    for demand in brief.case.demands:
        assert f'href="#entry-{demand.basis.entries[0]}"' in matrix


def test_tables_and_figures_are_accessible(html: str) -> None:
    """Headers have a scope, tables a caption, figures a name and their content in words."""
    page = Page(html)
    assert page.tags["table"] == page.tags["caption"]
    assert re.search(r"<th(?! scope)[ >]", html) is None
    assert html.count('role="group" aria-label="') == page.tags["svg"]
    assert page.tags["figure"] == page.tags["figcaption"] == html.count("The figure in words")


HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>\"' onmouseover='alert(2)"


def test_markup_in_a_report_is_shown_and_never_run(brief: Brief, html: str) -> None:
    """Script in quotes, titles, terms, names, ids and claims stays text."""
    case = brief.case
    evidence = {
        id: replace(e, quote=HOSTILE, sentence=f"Before {HOSTILE} after", title=HOSTILE, path=HOSTILE, reader=HOSTILE)
        for id, e in case.evidence.items()
    }
    hostile = replace(
        case,
        title=HOSTILE,
        parties=tuple(replace(party, name=party.name + HOSTILE) for party in case.parties),
        issues=tuple(replace(issue, name=issue.name + HOSTILE) for issue in case.issues),
        demands=tuple(replace(d, terms=HOSTILE, basis=replace(d.basis, assumption=HOSTILE)) for d in case.demands),
        happenings=tuple(replace(h, place=HOSTILE, type=h.type + HOSTILE) for h in case.happenings),
        evidence=evidence,
    )
    claims = tuple(replace(claim, what=HOSTILE, source=HOSTILE, unit=HOSTILE) for claim in brief.claims)
    made = replace(brief, case=hostile, claims=claims, dropped=(Gap(HOSTILE, HOSTILE),)).html()
    page = check(made)
    assert page.tags["script"] == page.tags["img"] == 0
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert page.tags["svg"] == Page(html).tags["svg"]
    assert "&lt;script&gt;alert" in made


def test_text_that_no_file_can_hold_is_replaced(brief: Brief) -> None:
    """Lone surrogates and control characters of a broken file do not break the page."""
    case = replace(brief.case, title="Talks \ud800 \x00 \x1b")
    made = replace(brief, case=case).html()
    assert "\ufffd" in made.encode("utf-8").decode("utf-8")
    assert "\x00" not in made


def test_json_is_safe_stable_and_whole(brief: Brief) -> None:
    """Everything is in it, twice the same."""
    text = json.dumps(brief.to_json(), allow_nan=False)
    assert text == json.dumps(brief.to_json(), allow_nan=False)
    data = json.loads(text)
    assert len(data["in_short"]) == 5
    assert len(data["claims"]) == len(brief.claims)
    assert data["odds"]["effects"][0]["share_structural_zero"] == 1
    assert len(data["settlement"]["blockers"]) == len(brief.settlement.blockers)
    assert {claim["id"] for claim in data["claims"]} <= data["evidence"].keys()


def test_brief_on_nothing_says_what_is_missing(nothing: tuple[Settlement, Odds]) -> None:
    """No report, no party, no event: every section says why it has no answer."""
    made = Brief(Case("Nothing yet"), *nothing)
    page = check(made.html())
    assert page.tags["section"] == 10
    assert "no belligerent&#39;s position is in the record" in made.html()
    assert "nothing to tell" in made.html()
    assert "Nothing on this page rests on a sentence" in made.html()


def test_no_section_is_empty(nothing: tuple[Settlement, Odds]) -> None:
    """Under each heading there is at least one sentence."""
    html = Brief(Case("Nothing yet"), *nothing).html()
    for id, _ in QUESTIONS:
        section = html.split(f'<section id="{id}"')[1].split("</section>")[0]
        text = re.sub("<[^>]+>", " ", section.split("</h2>")[1])
        assert len(text.split()) >= 8, id


def test_brief_on_one_party_says_who_is_missing(nothing: tuple[Settlement, Odds]) -> None:
    """One side heard is no negotiation."""
    issue = Issue("aid", "Aid", "stake", (Rung("no", 0, "none"), Rung("all", 1, "all", ("b",), stated=True)), "no")
    case = Case(
        "One voice",
        (Party("b", "B", "side", True),),
        (issue,),
        (Demand("b", "aid", "all", "accepts"),),
    )
    made = Brief(case, *nothing)
    check(made.html())
    assert "Only one side, B, is heard" in made.html()
    assert "Cannot be worked out" in made.summary()


def test_brief_on_three_sides(brief: Brief, nothing: tuple[Settlement, Odds]) -> None:
    """A third side gets its column, and the gaps say what is not worked out."""
    case = replace(
        brief.case,
        parties=(*brief.case.parties, Party("xland", "Xland", "side", True)),
        demands=(*brief.case.demands, Demand("xland", "children", "all", "demands")),
    )
    html = Brief(case, *nothing).html()
    check(html)
    assert '<th scope="col">Xland</th>' in html


def test_brief_without_a_shock_shows_the_odds(brief: Brief) -> None:
    """Odds without an event, and no effect."""
    odds = replace(
        brief.odds, shock=None, effects=(), ledger=(), flips=(), decided_by=(),
        tracks=tuple(replace(track, with_shock=None) for track in brief.odds.tracks),
    )  # fmt: skip
    html = replace(brief, odds=odds).html()
    check(html)
    assert "No event is looked at" in html
    assert "no event looked at" in html
    assert "figure-effect" in html
    assert "figure-signs" not in html


def test_results_of_different_cases_are_told(brief: Brief) -> None:
    """A brief from results that do not belong together says so."""
    odds = replace(brief.odds, method=replace(brief.odds.method, case="f" * 16))
    assert "worked out on different cases" in replace(brief, odds=odds).html()


def test_deadlock_is_shown_with_what_would_undo_it(brief: Brief, deadlock: Deadlock) -> None:
    """A cycle of orders names its edges and the one to relax."""
    steps = replace(
        brief.settlement.steps, deadlocks=(deadlock,), order=(("ceasefire", "territory"),), edges=deadlock.edges
    )
    made = replace(brief, settlement=replace(brief.settlement, steps=steps))
    assert "Relax, or make simultaneous: Russia wants territory before ceasefire" in made.html()
    assert "sequencing deadlock" in made.summary().lower()


def test_long_lists_are_folded_and_nothing_is_lost(brief: Brief) -> None:
    """Many blockers and packages are all on the page, most of them folded."""
    blockers = tuple(replace(brief.settlement.blockers[0], demands=(), text=f"Blocker number {n}.") for n in range(40))
    acceptable = tuple(replace(brief.settlement.acceptable[0]) for n in range(30))
    made = replace(
        brief, settlement=replace(brief.settlement, blockers=blockers, acceptable=acceptable, blocker_count=40)
    )
    html = made.html()
    check(html)
    assert all(f"Blocker number {n}." in html for n in range(40))
    assert "34 more" in html
    assert "22 more packages" in html


def test_reports_tell_how_they_were_dated(brief: Brief) -> None:
    """A report from which nothing was taken is listed too."""
    report = Report("An idle report", "2025-05-01", "dateline", "The Herald", "idle.txt", "Nothing happened.")
    html = replace(brief, reports=(report,)).html()
    assert "An idle report" in html
    assert "(from its dateline)" in html
    assert "no entries" in html


def test_what_was_dropped_is_told(brief: Brief) -> None:
    """What has no place in the model is named with the reason."""
    html = replace(brief, dropped=(Gap("a position of the press", "it is no party to the talks"),)).html()
    assert "Read, but without a place in the model" in html
    assert "It is no party to the talks." in html


def test_claims_need_no_sentence(brief: Brief, claims: tuple[Claim, ...]) -> None:
    """A claim is shown by its quote where nobody passes its sentence."""
    assert f"<mark>{claims[0].quote.text}</mark>" in brief.html()


def test_sentence_of_a_claim_is_shown_where_it_is_passed(brief: Brief, claims: tuple[Claim, ...]) -> None:
    """Evidence that is passed along gives the whole sentence."""
    claim = claims[0]
    evidence = {claim.id: Evidence(claim.quote.text, f"{claim.quote.text} that night.", "r2")}
    assert f"<mark>{claim.quote.text}</mark> that night." in replace(brief, evidence=evidence).html()
