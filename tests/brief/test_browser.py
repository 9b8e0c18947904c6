"""The brief in Chromium with the network off, on a desk and on a phone, by day and by night."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from detente.brief import Brief
from detente.case.model import Demand, Party
from detente.entries import Claim, Quote
from detente.settlement.results import Blocker, Deadlock

pytestmark = pytest.mark.browser
WIDTHS = (1920, 1280, 390)

CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  if (e.closest('.skip, thead') || e.closest('svg') || s.display === 'inline') return false;
  const hides = ['hidden', 'clip', 'scroll', 'auto'].includes(s.overflowX);
  return e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && (hides || e.scrollWidth > innerWidth);
}).map(e => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40))"""

SHOWN = "const shown = root => [...root.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0);"

OUTSIDE_DRAWING = f"""() => {{ {SHOWN} return shown(document).flatMap(svg => {{
  const box = svg.viewBox.baseVal;
  return [...svg.querySelectorAll('text')].filter(t => {{
    const b = t.getBBox();
    return b.x < box.x - .5 || b.x + b.width > box.x + box.width + .5
      || b.y < box.y - .5 || b.y + b.height > box.height + .5;
  }}).map(t => t.textContent);
}}); }}"""

OVERLAPPING = f"""() => {{ {SHOWN} return shown(document).flatMap(svg => {{
  const texts = [...svg.querySelectorAll('text:not(.number)')].map(t => [t, t.getBoundingClientRect()]);
  return texts.flatMap(([t, a], n) => texts.slice(n + 1).filter(([u, b]) =>
    a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom
  ).map(([u]) => t.textContent + ' / ' + u.textContent));
}}); }}"""

CONTRAST = """() => {
  const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const lum = ([r, g, b]) => { const f = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  return [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && e.getBoundingClientRect().width > 0
      && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())).filter(e => {
    const a = lum(rgb(getComputedStyle(e).color)), b = lum(ground(e));
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5;
  }).map(e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 30));
}"""

STANCES = ("demands", "proposes", "accepts", "rejects")
LONG = "Organisationfürzwischenstaatlicheverständigungundwaffenstillstandsüberwachung"


@pytest.fixture(scope="module")
def crowded(brief: Brief, deadlock: Deadlock) -> Brief:
    """The brief with names, figures and lists of a length that real reports have at their worst."""
    case = brief.case
    parties = tuple(replace(p, name=f"{p.name} and the {LONG}") if p.id == "ukraine" else p for p in case.parties)
    actors = ("russia", "ukraine", "nato", "the-west", None)
    attack = case.happenings[1]
    days = (f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(60))
    dates = (day[: 4 if n % 13 == 3 else 7 if n % 7 == 2 else 10] for n, day in enumerate(days))
    happenings = tuple(replace(attack, date=date, actor=actors[n % 5]) for n, date in enumerate(dates))
    others = tuple(Party(f"party{n}", f"The {LONG} of region {n}", "outside", False) for n in range(8))
    said = tuple(
        Demand(party.id, issue.id, issue.rungs[-1].id, stance, red_line=stance == "rejects", date=f"2025-0{n % 9 + 1}")
        for n, party in enumerate(others)
        for issue in case.issues[:6]
        for stance in STANCES[: n % 4 + 1]
    )
    blockers = tuple(
        Blocker((demand.id,), (f"{LONG} {n % 5} is not at the table",), "presumed", (demand.issue,), 0.4, "b")
        for n, demand in enumerate(said)
    )
    steps = replace(
        brief.settlement.steps,
        deadlocks=(deadlock,),
        edges=(*brief.settlement.steps.edges, *deadlock.edges),
        order=(("ceasefire", "territory"), ("children", "prisoners", "alignment", "assets"), ("format",)),
    )
    settlement = replace(brief.settlement, blockers=(*brief.settlement.blockers, *blockers), steps=steps)
    claims = tuple(
        Claim(f"{LONG} {n % 4}", 10.0 ** (n % 5), "people", f"{LONG} {n // 3}", "~><="[n % 4], "hedged",
              Quote("r1", 3 * n, 3 * n + 3, "abc"))  # type: ignore[arg-type]
        for n in range(30)
    )  # fmt: skip
    return replace(
        brief,
        case=replace(
            case,
            parties=(*parties, *others),
            demands=(*case.demands, *said),
            happenings=happenings,
            title=f"Talks of {LONG}",
        ),
        claims=claims,
        settlement=settlement,
    )


@pytest.fixture(scope="module", params=["plain", "crowded"])
def file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, brief: Brief, crowded: Brief
) -> Path:
    target = tmp_path_factory.mktemp("brief") / f"{request.param}.html"
    target.write_text((crowded if request.param == "crowded" else brief).html(), encoding="utf-8")
    return target


class Visit:
    """A page that was opened, with everything it asked for and complained about."""

    def __init__(self, page: Any, file: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        page.goto(file.as_uri())


@pytest.fixture(params=[(w, s) for w in WIDTHS for s in ("light", "dark")], ids=lambda p: f"{p[0]}-{p[1]}")
def visit(request: pytest.FixtureRequest, chromium: Any, file: Path) -> Iterator[Visit]:
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, offline=True, reduced_motion="reduce"
    )
    yield Visit(context.new_page(), file)
    context.close()


def test_page_is_quiet_fits_and_is_legible(visit: Visit, file: Path) -> None:
    """One request for the file itself, no complaint, no sideways scroll, nothing cut off, enough contrast."""
    page = visit.page
    page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    assert visit.requests == [file.as_uri()]
    assert visit.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(OUTSIDE_DRAWING) == []
    assert page.evaluate(OVERLAPPING) == []
    assert page.evaluate(CONTRAST) == []


def test_each_figure_is_shown_once(visit: Visit) -> None:
    """Of the two layouts of a figure one is shown."""
    shown = f"() => {{ {SHOWN} return [...document.querySelectorAll('figure')].map(f => shown(f).length); }}"
    counts = visit.page.evaluate(shown)
    assert counts
    assert set(counts) == {1}


def test_reference_leads_to_its_sentence(visit: Visit) -> None:
    """Following a number shows the sentence, and its arrow leads back."""
    page = visit.page
    first = page.locator("main .cite a").first
    href = first.get_attribute("href")
    first.click()
    assert page.url.endswith(href)
    assert page.locator(href).is_visible()
    page.locator(f"{href} a").first.click()
    assert page.url.endswith("#ref-1-1")


def test_mark_on_the_timeline_leads_to_its_sentence(visit: Visit) -> None:
    """A mark is a link."""
    page = visit.page
    mark = page.locator("#figure-timeline a:visible").first
    href = mark.get_attribute("href")
    mark.click()
    assert page.url.endswith(href)


def test_no_violation_of_the_rules_for_accessible_pages(visit: Visit) -> None:
    """The rules of axe-core, with everything unfolded."""
    from axe_playwright_python.sync_playwright import Axe

    visit.page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(visit.page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


def test_pointing_at_a_reference_shows_its_sentence(visit: Visit) -> None:
    """By pointer and by keyboard, within the window and nowhere cut off."""
    page = visit.page
    for cell in ("main .cite .ref", ".matrix td:last-child .cite .ref"):
        reference = page.locator(cell).first
        reference.scroll_into_view_if_needed()
        tip = reference.locator(".tip")
        assert not tip.is_visible()
        reference.locator("a").focus()
        assert tip.is_visible()
        box = tip.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]
        page.locator("h1").click()
        assert not tip.is_visible()
        reference.hover()
        assert tip.is_visible()
        assert tip.inner_text().startswith("“")


def test_on_paper_it_is_a4_and_everything_is_unfolded(chromium: Any, file: Path, tmp_path: Path) -> None:
    """The pages are numbered by the style sheet; what is folded on a screen is printed."""
    import pypdfium2

    page = chromium.new_page()
    page.goto(file.as_uri())
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    page.close()
    paper = pypdfium2.PdfDocument(tmp_path / "print.pdf")
    assert {tuple(round(side) for side in sheet.get_size()) for sheet in paper} == {(595, 842)}
    texts = [sheet.get_textpage().get_text_range() for sheet in paper]
    assert all(f"{n} / {len(texts)}" in text for n, text in enumerate(texts, 1))
    assert "The figure in words" in "".join(texts)
    assert "Further packages" in "".join(texts) or "more packages" not in "".join(texts)


def test_markup_of_a_report_never_runs(chromium: Any, brief: Brief, tmp_path: Path) -> None:
    """Script in quotes and titles is shown as text."""
    script = "<script>document.title='owned'</script><img src=x onerror=\"alert(1)\"><svg onload=alert(2)>"
    evidence = {id: replace(e, quote=script, sentence=script, title=script) for id, e in brief.case.evidence.items()}
    target = tmp_path / "hostile.html"
    case = replace(brief.case, title=script, evidence=evidence)
    target.write_text(replace(brief, case=case).html(), encoding="utf-8")
    context = chromium.new_context(offline=True)
    seen = Visit(context.new_page(), target)
    assert seen.page.title() == f"{script} – a brief"
    assert script in seen.page.inner_text("h1")
    assert (seen.requests, seen.complaints) == ([target.as_uri()], [])
    context.close()
