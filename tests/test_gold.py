"""The whole way on annotated reports read in place: what the project started from, and no crash on any other text."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

from detente.brief import Brief
from detente.case import from_record
from detente.reading import read
from detente.record import Record
from detente.reports import load
from detente.settlement import settle
from detente.talks import find_shock, simulate

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"
REPORTS = sorted(GOLD.glob("*/*.txt"))
SECTIONS = ("happened", "wants", "blocked", "agreeable", "order", "event", "rests")
needs_gold = pytest.mark.skipif(not REPORTS, reason=f"annotated reports are not on this machine ({GOLD})")


def worked_out(path: Path, draws: int):
    """Case, settlement, odds and brief of one report, with the date its annotation gives."""
    report = load(path, date=json.loads(path.with_suffix(".json").read_text())["date"])
    with Record() as record:
        record.add(report, read(report))
        case = from_record(record, title=path.stem)
        claims = tuple(record.entries("claim"))
    settlement = settle(case, draws=draws)
    shock = find_shock(case)
    odds = simulate(case, (shock,) if shock else (), draws=draws)
    return case, settlement, odds, Brief(case, settlement, odds, claims=claims)


@pytest.fixture(scope="module")
def seed():
    return worked_out(GOLD / "seed" / "seed.txt", 4000)


@needs_gold
def test_reading_the_seed():
    """At least 9 of 14 positions with precision .7, all rounds, 12 of 18 claims."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "evaluation" / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    counts = score.summary(list(score.compare(GOLD / "seed", score.read_here)))
    assert counts["all/positions"]["tp"] >= 9
    assert counts["all/positions"]["precision"] >= 0.7
    assert counts["all/rounds"]["tp"] == 3
    assert counts["all/claims"]["tp"] >= 12


@needs_gold
def test_seed_blockers(seed):
    """The one conflict between stated demands: no withdrawal against a buffer zone."""
    _, settlement, _, _ = seed
    explicit = [blocker for blocker in settlement.blockers if blocker.tag == "explicit"]
    assert len(explicit) == 1
    assert {demand.split(".")[0] for demand in explicit[0].demands} == {"russia", "ukraine"}
    assert explicit[0].issues == ("territory",)


@needs_gold
def test_seed_steps_and_standings(seed):
    """Ukraine's ceasefire before everything is a step; the swap is the only thing agreed."""
    _, settlement, _, _ = seed
    assert any(edge.first == "ceasefire" and edge.party == "ukraine" for edge in settlement.steps.edges)
    assert {standing.issue for standing in settlement.standings if standing.state == "agreed"} == {"prisoners"}


@needs_gold
def test_seed_needs_the_absent_west(seed):
    """At the table alone there is no comprehensive package: the West would have to give guarantees."""
    _, settlement, _, _ = seed
    zones = {zone.composition: zone for zone in settlement.zones}
    assert zones["table"].empty == 1.0
    assert zones["table"].exists == 0.0
    assert zones["table"].exists <= zones["unknown"].exists <= zones["willing"].exists
    assert zones["willing"].exists > 0.5


@needs_gold
def test_seed_odds_and_effect(seed):
    """A limited deal is likelier than a comprehensive one; the strike of 1 June works both ways."""
    _, _, odds, _ = seed
    by = {(o.track, o.composition): o.without.mid for o in odds.tracks}
    for composition in ("table", "unknown", "willing"):
        assert by["limited", composition] > by["comprehensive", composition]
    assert (odds.shock.actor, odds.shock.target, odds.shock.date) == ("ukraine", "russia", "2025-06-01")
    assert odds.shock.retaliation_observed
    effect = next(e for e in odds.effects if (e.track, e.composition) == ("comprehensive", "unknown"))
    assert effect.difference.r90[0] < 0 < effect.difference.r90[1]
    assert min(effect.share_positive, effect.share_negative) > 0.05
    assert odds.decided_by


@needs_gold
@pytest.mark.parametrize("path", REPORTS, ids=[f"{p.parent.name}/{p.stem}" for p in REPORTS])
def test_no_report_crashes_or_leaves_an_empty_brief(path):
    """Every annotated report ends in a page with all seven sections, each with something in it."""
    _, _, _, brief = worked_out(path, 100)
    page = brief.html()
    for section in SECTIONS:
        body = re.search(rf'<section[^>]*\bid="{section}".*?</section>', page, re.DOTALL)
        assert body, section
        assert len(re.sub(r"<[^>]*>", "", body.group()).split()) > 15, section
