"""Hand-made results for the talks of Istanbul, so that the brief is tested without the solvers."""

from dataclasses import replace

import pytest

from detente.brief import Brief
from detente.case.model import Case, Evidence
from detente.entries import Claim, Provenance, Quote
from detente.settlement.results import (
    Acceptable,
    Blocker,
    Concessions,
    Deadlock,
    Edge,
    Frontier,
    FrontierPoint,
    Gap,
    Method,
    Settlement,
    Solution,
    Spread,
    Standing,
    Steps,
    Zone,
)
from detente.talks.results import (
    HORIZONS,
    AtWeeks,
    BaseRate,
    Effect,
    Flip,
    LedgerRow,
    Odds,
    Quantiles,
    Shock,
    TrackOdds,
)
from detente.talks.signmap import Axis, SignMap

RU, UA = "russia", "ukraine"
METHOD = Method("smaa", "0.1.0", "0123456789abcdef", 1, 10_000)
SQ = {
    "alignment": "open",
    "assets": "kept",
    "children": "kept",
    "guarantees": "none",
    "prisoners": "held",
    "recognition": "none",
    "rights": "as-is",
    "sanctions": "in-force",
    "territory": "line",
}
PLAN = "2025-06-02-second-round.txt"
SENTENCES = {
    "e01": (
        "unconditional ceasefire of 30 days as a prerequisite for everything else",
        "Ukraine insists on an unconditional ceasefire of 30 days as a prerequisite for everything else, followed by "
        "the release of all prisoners of war and the return of the Ukrainian children taken to Russia.",
    ),
    "e02": (
        "followed by the release of all prisoners of war",
        "Ukraine insists on an unconditional ceasefire of 30 days as a prerequisite for everything else, followed by "
        "the release of all prisoners of war and the return of the Ukrainian children taken to Russia.",
    ),
    "e05": (
        "Ukraine already rejects any deal that involves a withdrawal beyond the present front line",
        "Ukraine already rejects any deal that involves a withdrawal beyond the present front line.",
    ),
    "e07": (
        "Any peace requires robust security guarantees from the West",
        "Any peace requires robust security guarantees from the West, Kyiv says.",
    ),
    "e12": (
        "Russia has proposed a buffer zone",
        "Russia has proposed a buffer zone from which Ukrainian troops would withdraw.",
    ),
    "e15": (
        "Both sides agreed to exchange 1,000 prisoners each",
        "Both sides agreed to exchange 1,000 prisoners each, the largest swap of the war so far.",
    ),
    "e17": (
        "The second round of talks between Russia and Ukraine broke off on Monday",
        "The second round of talks between Russia and Ukraine broke off on Monday after barely an hour.",
    ),
    "e18": (
        "Ukraine attacked five Russian air bases",
        "Ukraine attacked five Russian air bases with more than 100 drones on Sunday.",
    ),
}


@pytest.fixture(scope="session")
def sourced(istanbul: Case) -> Case:
    """The case with sentences that look like those of a report."""
    title = "Second round in Istanbul breaks off after an hour"
    better = {
        id: Evidence(quote, sentence, "r2", title, "2025-06-02", None, PLAN, "rules 1 (positions.demand-noun)", 0.8)
        for id, (quote, sentence) in SENTENCES.items()
    }
    return replace(istanbul, evidence={**istanbul.evidence, **better})


def package(**changes: str) -> dict[str, str]:
    return SQ | changes


@pytest.fixture(scope="session")
def settlement() -> Settlement:
    """What a settle of the case could return."""
    return Settlement(
        METHOD,
        _blockers(),
        _concessions(),
        27,
        31,
        (
            Zone("table", 0.0, None, 1.0, "robust guarantees are a condition, and the West is absent"),
            Zone("unknown", 0.31, Spread(-0.21, 0.02, 0.19), 0.52, "the West must deliver robust security guarantees"),
            Zone("willing", 0.62, Spread(-0.2, 0.04, 0.22), 0.04, "the red line on withdrawal and the buffer zone"),
        ),
        _frontier(),
        (
            Solution(
                "nash",
                {"sanctions": {"lifted": 0.7, "eased": 0.3}, "territory": {"line": 0.93, "low-leaves-part": 0.07}},
                package(guarantees="robust", sanctions="lifted"),
                0.018,
            ),
            Solution(
                "egalitarian", {"sanctions": {"lifted": 0.64, "eased": 0.36}}, package(guarantees="robust"), 0.021
            ),
            Solution("weighted-mean", {"sanctions": {"eased": 1.0}}, package(sanctions="eased"), 1.0),
        ),
        tuple(
            Acceptable(package(guarantees="robust", **change), {"table": 0.0, "unknown": j / 2, "willing": j},
                       {"table": 0.0, "unknown": j / 4, "willing": j / 2})
            for change, j in (
                ({"sanctions": "lifted", "assets": "full", "rights": "full"}, 0.44),
                ({"sanctions": "lifted", "assets": "partial", "alignment": "neutral"}, 0.41),
                ({"sanctions": "eased", "alignment": "pledged", "prisoners": "all"}, 0.37),
                ({"sanctions": "lifted", "territory": "low-leaves-part"}, 0.08),
            )
        ),
        _standings(),
        Steps(
            (("ceasefire",), ("children", "prisoners"), ("format",), ("alignment", "territory")),
            (Edge("ceasefire", "children", UA, ("e01",)), Edge("prisoners", "format", UA, ("e02",))),
            ((Edge("ceasefire", "prisoners", UA, ("e01",)), "the swap of May 2025 went ahead without a ceasefire"),),
            (),
            {RU: 0.04, UA: 0.11},
        ),
        (Gap("what the West would deliver", "its own positions are not in the record"),),
        0.012,
    )  # fmt: skip


def _blockers() -> tuple[Blocker, ...]:
    explicit = Blocker(
        ("ukraine.territory.rejects.low-leaves-part", "russia.territory.proposes.low-leaves-part"),
        (), "explicit", ("territory",), 0.8,
        "Ukraine refuses any withdrawal; Russia asks for a buffer zone that needs one.",
    )  # fmt: skip
    absent = Blocker(
        ("ukraine.guarantees.demands.robust",), ("the West is not at the table",), "absent", ("guarantees",), 1.0,
        "Ukraine makes robust guarantees a condition of any peace, and the West, which would give them, is absent.",
    )  # fmt: skip
    presumed = tuple(
        Blocker((f"russia.{issue}.demands.{rung}",), ("Ukraine has said nothing on it",), "presumed", (issue,), 0.725,
                f"Russia demands {issue}; Ukraine is silent, and silence is taken as opposition in most draws.")
        for issue, rung in (("rights", "full"), ("alignment", "pledged"))
    )  # fmt: skip
    return (explicit, absent, *presumed)


def _concessions() -> tuple[Concessions, ...]:
    return (
        Concessions(("russia.territory.proposes.low-leaves-part",), 1, {RU: 1}, True),
        Concessions(("ukraine.territory.rejects.low-leaves-part",), 3, {UA: 1}, False),
        Concessions(("russia.sanctions.demands.lifted", "ukraine.guarantees.demands.robust"), 4, {RU: 1, UA: 1}, False),
    )


def _frontier() -> Frontier:
    points = tuple(
        FrontierPoint(package(guarantees="robust", **change), {RU: a, UA: b})
        for change, a, b in (
            ({}, -0.12, 0.61),
            ({"assets": "partial"}, 0.01, 0.5),
            ({"sanctions": "lifted"}, 0.16, 0.31),
            ({"sanctions": "lifted", "assets": "full"}, 0.33, 0.12),
            ({"sanctions": "lifted", "territory": "low-leaves-part"}, 0.71, -0.42),
        )
    )
    others = tuple((((n * 37) % 100) / 100 - 0.45, ((n * 53) % 90) / 100 - 0.65) for n in range(120))
    solutions = {"nash": points[2], "kalai_smorodinsky": points[2], "egalitarian": points[3], "utilitarian": None}
    return Frontier("willing", 4711, (RU, UA), points, others, solutions)


def _standings() -> tuple[Standing, ...]:
    return (
        Standing("prisoners", "numbers", "agreed", obligors=(RU, UA), note="carried out in May; it can be agreed again",
                 basis=("e13", "e14", "e15")),
        Standing("children", "all", "open", 0.38, obligors=(RU,), note="Ukraine's consent is presumed", basis=("e03",)),
        Standing("territory", "low-leaves-part", "contested", obligors=(UA,), basis=("e05", "e12")),
        Standing("sanctions", "lifted", "needs", needs=("the-west",), obligors=("the-west",), basis=("e09",)),
        Standing("bodies", "all", "not mentioned"),
    )  # fmt: skip


@pytest.fixture(scope="session")
def odds() -> Odds:
    """What a simulation of the case could return."""
    shock = Shock(
        "assault-2025-06-01", "Ukraine attacked Russia on 1 June 2025", "assault", UA, RU, "2025-06-01",
        {"cost": {"u": (0.0, 0.1)}, "trust": {"u": (0.0, 0.8)}}, True, True, ("e18",),
        "the last violent event before the latest round",
    )  # fmt: skip
    return Odds(
        METHOD,
        26,
        shock,
        _tracks(),
        _effects(),
        (
            LedgerRow(
                "cost", RU, Spread(0.004, 0.05, 0.096), "air campaigns: 19 of 53 succeeded (Horowitz, Reiter 2001)"
            ),
            LedgerRow("trust", RU, Spread(-0.2, -0.06, -0.01), "judgement"),
            LedgerRow("third party", "", Spread(0.81, 1.0, 1.24), "judgement"),
        ),
        (
            Flip("optimism o", (-0.05, 0.0), (0.15, 0.2), 0.61, 0.2, 0.33, 0.55),
            Flip("audience shock", (0.0, 0.03), (0.12, 0.15), 0.66, 0.18, 0.27, 0.6),
        ),
        ("audience", "trust", "cost"),
        (BaseRate("conflicts since 1990 that ended in a peace agreement", 0.137, "UCDP"),),
        (Gap("the truce track", "it is not modelled"),),
    )


def _tracks() -> tuple[TrackOdds, ...]:
    live = {
        ("limited", "table"): (Spread(0.11, 0.62, 0.97), Spread(0.1, 0.6, 0.96), 0.0),
        ("limited", "unknown"): (Spread(0.11, 0.63, 0.97), Spread(0.1, 0.61, 0.96), 0.0),
        ("limited", "willing"): (Spread(0.12, 0.64, 0.98), Spread(0.1, 0.61, 0.97), 0.0),
        ("comprehensive", "table"): (Spread(0, 0, 0), Spread(0, 0, 0), 1.0),
        ("comprehensive", "unknown"): (Spread(0, 0.01, 0.11), Spread(0, 0.008, 0.12), 0.52),
        ("comprehensive", "willing"): (Spread(0, 0.03, 0.16), Spread(0, 0.026, 0.17), 0.04),
    }
    return tuple(
        TrackOdds(track, comp, without, with_shock, zero, _by_weeks(without, with_shock))  # type: ignore[arg-type]
        for (track, comp), (without, with_shock, zero) in live.items()
    )


def _by_weeks(without: Spread, with_shock: Spread) -> tuple[AtWeeks, ...]:
    def at(spread: Spread, weeks: int) -> Quantiles:
        low, mid, high = (1 - (1 - p) ** (weeks / 26) for p in (spread.low, spread.mid, spread.high))
        return Quantiles(mid, ((low + mid) / 2, (mid + high) / 2), (low, high))

    return tuple(AtWeeks(weeks, at(without, weeks), at(with_shock, weeks)) for weeks in HORIZONS)


def _effects() -> tuple[Effect, ...]:
    none = Effect("comprehensive", "table", Quantiles(0, (0, 0), (0, 0)), None, 0, 0, 0, 1.0, {}, {})
    live = [
        Effect(
            track,  # type: ignore[arg-type]
            comp,  # type: ignore[arg-type]
            Quantiles(-0.004, (-0.02, 0.01), (-0.05, 0.03)), Quantiles(0.93, (0.8, 1.1), (0.55, 1.4)),
            0.3, 0.5 - zero, 0.2, zero,
            {"cost": Spread(0, 0.05, 0.2), "trust": Spread(-0.3, -0.08, 0)}, {"cost": 0.06, "trust": -0.1},
        )
        for track, comp, zero in (
            ("limited", "table", 0.0), ("limited", "unknown", 0.0), ("limited", "willing", 0.0),
            ("comprehensive", "unknown", 0.4), ("comprehensive", "willing", 0.04),
        )
    ]  # fmt: skip
    return (none, *live)


@pytest.fixture(scope="session")
def claims() -> tuple[Claim, ...]:
    """Figures on the strike, two of which differ."""
    text = "Ukraine said that 41 aircraft were hit"
    rules = Provenance("rules", "1", "claims.count", 0.7)

    def quote(start: int, text: str) -> Quote:
        return Quote("r2", start, start + len(text), text)

    return (
        Claim("Ukraine", 41, "aircraft", "aircraft hit", "=", "attributed", quote(100, text), rules),
        Claim("Satellite analysts", 13, "aircraft", "aircraft hit or destroyed", "~", "hedged",
              quote(200, "analysts saw some 13 hit jets"), rules),
        Claim(None, 7e9, "USD", "damage to the fleet", "~", "stated", quote(300, "damage of $7 billion"), rules),
        Claim("Ukraine", 0.75, "share", "drones shot down", "=", "attributed", quote(400, "three quarters"), rules),
    )  # fmt: skip


@pytest.fixture(scope="session")
def sign_map() -> SignMap:
    """A map on which the event raises the odds in one corner and lowers them in the other."""
    axes = Axis("optimism", (0.0, 0.1, 0.2)), Axis("shock.cost.u", (0.0, 0.1))
    return SignMap(*axes, ((0.2, 0.3, 0.1), (0.7, 0.4, 0.2)), ((0.6, 0.35, 0.8), (0.1, 0.2, 0.6)), "unknown", 26, 1000)


@pytest.fixture(scope="session")
def brief(sourced: Case, settlement: Settlement, odds: Odds, claims: tuple[Claim, ...], sign_map: SignMap) -> Brief:
    """The brief of the hand-made results."""
    return Brief(sourced, settlement, odds, claims=claims, sign_map=sign_map)


@pytest.fixture(scope="session")
def nothing() -> tuple[Settlement, Odds]:
    """Results for a case from which nothing can be worked out."""
    gaps = (Gap("which packages both sides could accept", "no belligerent's position is in the record"),)
    return (
        Settlement(METHOD, (), (), 0, 0, (), None, (), (), (), Steps((), (), (), (), {}), gaps),
        Odds(METHOD, 26, None, (), (), (), (), (), (), gaps),
    )


@pytest.fixture(scope="session")
def deadlock() -> Deadlock:
    """Each side wants its own issue first."""
    one, two = Edge("ceasefire", "territory", UA, ("e01",)), Edge("territory", "ceasefire", RU, ("e12",))
    return Deadlock(("ceasefire", "territory"), (one, two), (two,))
