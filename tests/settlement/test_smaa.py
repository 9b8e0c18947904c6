"""Ratings over drawn preferences against listing every package in every draw, and exact figures of weight sampling."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from detente.case.model import Case, Constraint, Demand, Issue, Party, Rung
from detente.case.preferences import Amount, Limit, Preferences
from detente.errors import CannotWorkOut
from detente.settlement import answer, settle, smaa
from detente.settlement.smaa import rate
from detente.settlement.weights import draw_weights

RULE = Constraint("r", "", (("k0", "o0"), ("k2", "o1")))


def case(rules=(), demands=(), issues=4, options=3):
    """Half-opposed values in ranges; the weights of A are in order, those of B unknown."""
    ks = [f"k{k}" for k in range(issues)]
    rungs = tuple(Rung(f"o{r}", r / 8, f"o{r}") for r in range(options))
    rows = []
    for party, turn in (("a", 1), ("b", -1)):
        values = {
            k: {f"o{r}": Amount(v := (r if turn > 0 else options - 1 - r) / options, v + 0.3) for r in range(options)}
            for k in ks
        }
        rows.append(Preferences(party, values, order=tuple((k,) for k in ks) if party == "a" else ()))
    return Case(
        "ranges",
        (Party("a", "A", "side", True), Party("b", "B", "side", True)),
        tuple(Issue(k, k, "stake", rungs, "", free=True) for k in ks),
        demands,
        constraints=tuple(rules),
        reservation={"a": Amount(0.3, 0.6), "b": 0.4},
        preferences=tuple(rows),
    )


@pytest.mark.parametrize("rules", [(), (RULE,)], ids=["free", "rule"])
def test_every_draw_equals_brute_force(rules):
    """Margin and the four solutions of each draw are the best of all packages that the rules leave."""
    known = smaa._sample(case(rules), 60, 3)
    codes, margin = smaa._solved(known, known.weights)
    every = [
        code for code in range(int(np.prod(known.radix))) if not rules or not (code % 3 == 0 and code // 9 % 3 == 1)
    ]
    gains = np.zeros((60, len(every), 2))
    for m, code in enumerate(every):
        for k, issue in enumerate(known.issues):
            r = code // known.strides[k] % known.radix[k]
            for p in range(2):
                gains[:, m, p] += smaa.quantised(known.weights[p][:, k] * known.values[p][issue.id][:, r])
    gains -= known.reserve[:, None]
    assert margin.tolist() == gains.min(axis=2).max(axis=1).tolist()
    for d in range(60):
        fit = gains[d].min(axis=1) >= 0
        if not fit.any():
            assert (codes[d] == -1).all()
            continue
        ideal = gains[d][fit].max(axis=0)
        scores = (gains[d].prod(axis=1), (gains[d] / ideal).min(axis=1), gains[d].min(axis=1), gains[d].sum(axis=1))
        for c, score in enumerate(scores):
            assert score[every.index(codes[d, c])] == pytest.approx(score[fit].max(), abs=1e-12)


def test_the_scan_equals_looking_at_every_pair():
    """The largest product of the pairs that a rule leaves, and 0 where every one leaves somebody with nothing."""
    from detente.settlement.drawn_kernel import scan_products

    rng = np.random.default_rng(1)
    one, two, out = rng.random((8, 2, 11)) - 0.8, rng.random((8, 2, 6)), np.empty(8)
    one[7] -= 9
    pairs = np.array([[False, True], [True, True]])
    scan_products(one, two, np.array([0, 5, 11]), np.array([0, 2, 6]), pairs, out)
    sums = np.maximum(one[:, :, :, None] + two[:, :, None], 0).prod(axis=1)
    sums[:, :5, :2] = 0
    assert out.tolist() == sums.max(axis=(1, 2)).tolist()
    assert out[7] == 0 < out[0]


def test_shares_add_up():
    """Ranks of each package add up to 1, pairwise indices of two to at most 1, and errors are those of shares."""
    found = rate(case(), draws=2000)
    for one in found.packages:
        assert sum(one.ranks) == pytest.approx(1)
        assert one.joint.share <= found.zone.share
        assert one.nash.share <= one.joint.share
        for weights in one.central.values():
            assert sum(weights.values()) == pytest.approx(1)
    for i, j in itertools.combinations(range(len(found.packages)), 2):
        assert found.pairwise[i][j] + found.pairwise[j][i] <= 1 + 1e-12
    assert found.zone.error == pytest.approx((found.zone.share * (1 - found.zone.share) / 2000) ** 0.5)
    assert [one.joint.share for one in found.packages] == sorted((o.joint.share for o in found.packages), reverse=True)


def test_what_decides_is_named():
    """With one unknown that moves the margin, that is the one that matters."""
    known = case()
    rows = tuple(
        Preferences(
            row.party,
            {k: {r: Amount(v.middle, v.middle) for r, v in rungs.items()} for k, rungs in row.values.items()},
            {k: Amount(0.25, 0.25) for k in row.values},
        )
        for row in known.preferences
    )
    found = rate(replace(known, preferences=rows), draws=500)
    assert [name for name, _ in found.matters] == ["reservation value of a"]
    assert found.matters[0][1] > 0.5


def test_results_do_not_depend_on_threads_or_runs(monkeypatch):
    """One thread or two, now or later: the compiled way gives the same rating to the last digit."""
    import numba

    monkeypatch.setattr(smaa, "PLAIN", -1)
    one = rate(case((RULE,)), draws=500, seed=7)
    before = numba.get_num_threads()
    numba.set_num_threads(1)
    try:
        assert rate(case((RULE,)), draws=500, seed=7) == one
    finally:
        numba.set_num_threads(before)
    assert rate(case((RULE,)), draws=500, seed=8) != one


def test_a_red_line_that_may_bend_closes_some_draws():
    """An uncertain red line lowers the acceptability of packages that cross it, and a sacred one leaves none."""
    line = Demand("b", "k0", "o2", "rejects", red_line=True)
    free, crossed, never = (
        rate(case(demands=d), draws=1000).solutions["egalitarian"]["k0"]["o2"]
        for d in ((), (line,), (replace(line, sacred=True),))
    )
    assert free > crossed > never == 0


def test_ranges_show_in_the_answer():
    """`settle` rates a case with ranges and says that its frontier is that of the middles."""
    found = answer(case(), settle(case(), draws=300))
    assert found["method"]["exact"] is False
    assert found["acceptability"]["rating"]["zone"]["error"] > 0
    assert found["frontier"]


def test_ordered_weights_have_the_centroids_of_the_order():
    """Under a complete order mean weights are the rank-order centroids, by sorting and by hit-and-run alike."""
    row = Preferences("a", {"x": {}, "y": {}, "z": {}}, order=(("x",), ("y",), ("z",)))
    walked = replace(row, limits=(Limit({"x": 1.0}, 0.0),))
    for one in (row, walked):
        drawn = draw_weights(one, 20_000, 1)
        assert drawn.mean(axis=0) == pytest.approx([0.6111, 0.2778, 0.1111], abs=0.005)
        assert (np.diff(drawn, axis=1) <= 1e-12).all()
        assert drawn.sum(axis=1) == pytest.approx(np.ones(20_000))


def test_limits_are_kept_evenly():
    """A limit cuts the simplex: hit-and-run has the mean of the draws of the whole that keep it."""
    row = Preferences("a", {"x": {}, "y": {}, "z": {}}, limits=(Limit({"x": 1.0, "y": -2.0}, 0.1),))
    drawn = draw_weights(row, 20_000, 1)
    assert (drawn[:, 0] - 2 * drawn[:, 1] >= 0.1 - 1e-9).all()
    flat = np.random.default_rng(5).dirichlet(np.ones(3), 400_000)
    kept = flat[flat[:, 0] - 2 * flat[:, 1] >= 0.1]
    assert drawn.mean(axis=0) == pytest.approx(kept.mean(axis=0), abs=0.006)
    assert drawn.std(axis=0) == pytest.approx(kept.std(axis=0), abs=0.006)


def test_limits_that_nothing_keeps_are_told():
    """Two limits that exclude each other stop the work by name."""
    row = Preferences("a", {"x": {}, "y": {}}, limits=(Limit({"x": 1.0}, 0.7), Limit({"y": 1.0}, 0.7)))
    with pytest.raises(CannotWorkOut, match="no weights of a keep"):
        draw_weights(row, 10, 1)


def of_three(rules=(), issues=4, options=3):
    """The case of two with a third party that likes the middle option."""
    known = case(rules, issues=issues, options=options)
    middle = {
        issue.id: {rung.id: Amount(0.2, 0.5) if rung.id != "o1" else Amount(0.9, 0.9) for rung in issue.rungs}
        for issue in known.issues
    }
    third = Preferences(
        "c", {k: {r: a if isinstance(a, Amount) else Amount(a, a) for r, a in v.items()} for k, v in middle.items()}
    )
    return replace(
        known,
        parties=(*known.parties, Party("c", "C", "side", True)),
        preferences=(*known.preferences, third),
        reservation={**known.reservation, "c": Amount(0.1, 0.4)},
    )


def test_three_sides_equal_brute_force():
    """With three sides every draw's solutions are the best of all packages, and the rating has all its parts."""
    known = smaa._sample(of_three((RULE,)), 60, 3)
    codes, margin = smaa._solved(known, known.weights)
    every = [code for code in range(81) if not (code % 3 == 0 and code // 9 % 3 == 1)]
    worst = np.stack([smaa._worst(known, code) for code in every], axis=1)
    assert margin.tolist() == worst.max(axis=1).tolist()
    for d in range(60):
        if margin[d] >= 0:
            assert worst[d, every.index(codes[d, 2])] == margin[d]
        else:
            assert (codes[d] == -1).all()
    found = rate(of_three((RULE,)), draws=400)
    assert set(found.packages[0].central) <= {"a", "b", "c"}
    assert any(one.confidence for one in found.packages)


@pytest.mark.parametrize("make", [case, of_three], ids=["two", "three"])
@pytest.mark.parametrize("rules", [(), (RULE,)], ids=["free", "rule"])
def test_plain_and_compiled_ratings_are_equal(make, rules, monkeypatch):
    """Listing every package with numpy and merging compiled halves give the same rating to the last digit."""
    plain = rate(make(rules), draws=300)
    monkeypatch.setattr(smaa, "PLAIN", -1)
    assert rate(make(rules), draws=300) == plain


@pytest.mark.parametrize("make", [case, of_three], ids=["two", "three"])
def test_ties_are_settled_alike(make, monkeypatch):
    """Where many packages are worth the same, both ways pick the same one: the largest sum, then the lowest code."""
    known = make()
    rows = tuple(
        Preferences(
            row.party,
            {k: {r: Amount(v := float(n == i % 3), v) for n, r in enumerate(rungs)} for k, rungs in row.values.items()},
            {k: Amount(0.25, 0.25) for k in row.values},
        )
        for i, row in enumerate(known.preferences)
    )
    flat = replace(known, preferences=rows, reservation={row.party: Amount(0, 0.6) for row in rows})
    plain = smaa._solved(smaa._sample(flat, 200, 1), smaa._sample(flat, 200, 1).weights)
    monkeypatch.setattr(smaa, "PLAIN", -1)
    compiled = smaa._solved(smaa._sample(flat, 200, 1), smaa._sample(flat, 200, 1).weights)
    assert plain[0].tolist() == compiled[0].tolist()
    assert plain[1].tolist() == compiled[1].tolist()


def test_what_is_too_much_to_solve_exactly_is_said(monkeypatch):
    """Three sides with too many pairs of efficient half packages stop with the reason and the way out."""
    monkeypatch.setattr(smaa, "PLAIN", -1)
    monkeypatch.setattr(smaa, "PAIRS_OF_MANY", 3)
    with pytest.raises(CannotWorkOut, match="leave issues out"):
        rate(of_three(), draws=5)
