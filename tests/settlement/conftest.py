"""Small random cases, and packages listed one by one with the formulas written out, to check the fast ways against."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from detente.case.model import Case, Constraint, Demand, Issue, Party, Rung
from detente.settlement.draws import Draws

Listed = tuple[dict[str, str], tuple[float, ...]]


@st.composite
def _ladders(draw: st.DrawFn, id: str) -> Issue:
    xs = draw(st.sampled_from([(0, 1), (0, 0.5, 1), (0, 0.25, 0.5, 1)]))
    rungs = tuple(
        Rung(
            f"r{n}",
            x,
            "",
            draw(st.sampled_from([(), ("a",), ("c",)])),
            robust=draw(st.integers(0, 5)) == 0,
            stated=n in (0, len(xs) - 1),
        )
        for n, x in enumerate(xs)
    )
    sq = draw(st.sampled_from([rung.id for rung in rungs]))
    return Issue(id, id, "stake", rungs, sq, separable=draw(st.integers(0, 4)) == 0, phi=(0.2, 0.8))


@st.composite
def _cases(draw: st.DrawFn, sides: int = 2) -> Case:
    issues = [draw(_ladders(id)) for id in ("k1", "k2", "k3", "k4")[: draw(st.integers(1, 4))]]
    issues[0] = replace(issues[0], separable=False)
    names = ("a", "b", "z")[:sides]
    demands = {}
    for issue in issues:
        for party in names:
            for stance in ("demands", "rejects", "accepts"):
                if draw(st.integers(0, 2)) == 0:
                    demand = Demand(
                        party,
                        issue.id,
                        draw(st.sampled_from([rung.id for rung in issue.rungs])),
                        stance,
                        red_line=draw(st.integers(0, 3)) == 0,
                        precondition="content" if draw(st.integers(0, 9)) == 0 else None,
                    )
                    demands[demand.id] = demand
        other = next(rung.id for rung in reversed(issue.rungs) if rung.id != issue.status_quo)
        wanted = Demand(draw(st.sampled_from(names)), issue.id, other, "proposes")
        demands[wanted.id] = wanted
    rules = tuple(
        Constraint(f"rule{n}", "", tuple((i.id, draw(st.sampled_from([r.id for r in i.rungs]))) for i in touched))
        for n in range(draw(st.integers(0, 2)))
        for touched in [draw(st.sampled_from(list(itertools.combinations(issues, min(2, len(issues))))))]
    )
    parties = (*(Party(name, name.upper(), "side") for name in names), Party("c", "C", "outside"))
    return Case("random", parties, tuple(issues), tuple(demands.values()), constraints=rules)


@pytest.fixture(scope="session")
def cases() -> Callable[[int], st.SearchStrategy[Case]]:
    """Strategies for small random cases with this many sides."""
    return _cases


def _forbidden(case: Case, draws: Draws, package: dict[str, str]) -> bool:
    for rule in case.constraints:
        held = []
        for id, rung in rule.forbids:
            issue = case.issue(id)
            stays = issue.status_quo if id not in draws.issues else None
            held.append(package.get(id, stays) == rung)
        if all(held):
            return True
    return False


@pytest.fixture(scope="session")
def list_packages() -> Callable[[Case, Draws, int, str], Iterator[Listed]]:
    """Every allowed package of a draw with its surplus by the model's formulas, of two sides or with reservation."""

    def listed(case: Case, draws: Draws, d: int, composition: str) -> Iterator[Listed]:
        columns = [k for k in range(len(draws.issues)) if not draws.separable[k]]
        v = {name: draws.values_of[name][d] for name in draws.values_of}
        own = [v["win-probability"] + v["optimism"] / 2, 1 - v["win-probability"] + v["optimism"] / 2]
        if not draws.gate[composition][d]:
            return
        for choice in itertools.product(*(range(len(draws.rungs[k])) for k in columns)):
            places = list(zip(columns, choice, strict=True))
            package = {draws.issues[k]: draws.rungs[k][r] for k, r in places}
            if _forbidden(case, draws, package):
                continue
            if not all(draws.allowed[composition][k][d, r] for k, r in places):
                continue
            robust = any(draws.robust[k][r] for k, r in places)
            surplus = []
            for i, side in enumerate(draws.sides if case.reservation else ()):
                w = draws.weights[d, i]
                value = sum(w[k] * draws.values[k][d, i, r] for k, r in places)
                surplus.append(value / sum(w[k] for k in columns) - case.reservation[side])
            for i, j in () if case.reservation else ((0, 1), (1, 0)):
                w, phi = draws.weights[d, i], draws.phi[d]
                lost = stake = 0.0
                for k in columns:
                    mine, theirs = draws.at_peak_of[d, i, i, k], draws.at_peak_of[d, i, j, k]
                    sq, dd = draws.at_status_quo[d, i, k], v["decisive-share"]
                    war = dd * (own[i] * mine + (1 - own[i]) * theirs) + (1 - dd) * sq
                    lost += w[k] * (phi[k] * war + (1 - phi[k]) * sq)
                    stake += w[k] * (mine - theirs)
                value = sum(w[k] * draws.values[k][d, i, r] for k, r in places)
                q = (1 - v["trust"][i]) * (v["guarantee"] if robust else 1)
                premium = q / (1 - q) * v["loss-if-cheated"][i]
                surplus.append((value - lost) / stake + v["war-cost"][i] - premium - v["audience-cost"][i])
            yield package, tuple(surplus)

    return listed
