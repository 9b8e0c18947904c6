"""In which order the issues can be settled."""

from dataclasses import replace
from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Agreed, Basis, Case, Issue, Order, Rung
from detente.settlement.results import Edge
from detente.settlement.steps import MOST_STEPS, components, relaxation, safest_sequence, steps

LADDER = (Rung("no", 0, "no"), Rung("half", 0.5, "a half", stated=True), Rung("yes", 1, "all of it", stated=True))


def talks(*orders: Order, ids: str = "a b c d", agreed: tuple[Agreed, ...] = ()) -> Case:
    issues = tuple(Issue(id, id.upper(), "stake", LADDER, "no") for id in ids.split())
    return Case("talks", (), issues, orders=orders, agreed=agreed)


def test_ukraine_wants_the_ceasefire_before_everything(istanbul: Case) -> None:
    """The ceasefire stands alone on the first level, the format after prisoners and children."""
    found = steps(istanbul)
    assert found.order[0] == ("ceasefire",)
    assert found.order[-1] == ("format",)
    assert {e.then for e in found.edges if e.first == "ceasefire"} == {i.id for i in istanbul.issues} - {"ceasefire"}
    assert all(e.party == "ukraine" and e.basis for e in found.edges)
    assert found.deadlocks == ()
    assert found.exposure == {}


def test_the_swap_went_ahead_without_the_ceasefire(istanbul: Case) -> None:
    """For the swap carried out, the order binds no more; for other steps on prisoners it still does."""
    found = steps(istanbul)
    assert [(e.first, e.then, e.party) for e, _ in found.void] == [("ceasefire", "prisoners", "ukraine")]
    assert found.void[0][1] == (
        "“a set number” was carried out without it (agreed 2025-05-16); "
        "only further steps on this issue still wait for it"
    )
    assert "prisoners" in {e.then for e in found.edges if e.first == "ceasefire"}


def test_an_order_is_void_where_nothing_is_left_to_wait() -> None:
    """Every stated step carried out without it: the edge is void and binds nothing."""
    done = tuple(Agreed("b", rung, ("x",), "2025-05", True) for rung in ("half", "yes"))
    found = steps(talks(Order("x", "a", "b"), agreed=done))
    assert found.edges == ()
    assert [e.then for e, _ in found.void] == ["b"]


@pytest.mark.parametrize(
    "agreed",
    [
        (Agreed("b", "half", ("x",), "2025-05", False),),
        (Agreed("b", "half", ("y",), "2025-05", True),),
        (Agreed("b", "half", ("x",), "2025-05", True), Agreed("a", "half", ("x",), "2025-04", True)),
    ],
)
def test_an_order_stands_where_no_step_overtook_it(agreed: tuple[Agreed, ...]) -> None:
    """Not carried out, by others only, or after what should come first: the order binds."""
    assert steps(talks(Order("x", "a", "b"), agreed=agreed)).void == ()


def test_void_orders_are_set_apart_with_their_reason() -> None:
    """An order that the case calls void gives no edge."""
    found = steps(talks(Order("x", "a", "*", "withdrawn", Basis(("e1",)))))
    assert found.edges == ()
    assert found.void == ((Edge("a", "*", "x", ("e1",)), "withdrawn"),)
    assert found.order == (("a", "b", "c", "d"),)


def test_a_void_order_for_two_issues_beats_before_everything() -> None:
    """The case calls the order void for one issue: "before everything" of the same party spares it."""
    found = steps(talks(Order("x", "a", "*"), Order("x", "a", "b", "withdrawn"), Order("y", "a", "b")))
    assert [(e.then, e.party) for e in found.edges] == [("b", "y"), ("c", "x"), ("d", "x")]
    assert found.void == ((Edge("a", "b", "x"), "withdrawn"),)


def test_a_void_order_that_a_step_overtook_is_told_once() -> None:
    """The case's reason stands, with all entries, and the rest of the issue still waits."""
    done = (Agreed("b", "half", ("x",), "2025-05", True),)
    orders = Order("x", "a", "*", basis=Basis(("e1",))), Order("x", "a", "b", "it went ahead", Basis(("e2",)))
    found = steps(talks(*orders, agreed=done))
    told = "it went ahead; only further steps on this issue still wait for it"
    assert found.void == ((Edge("a", "b", "x", ("e1", "e2")), told),)
    assert "b" in {e.then for e in found.edges}


def test_before_everything_spares_what_the_party_itself_puts_first() -> None:
    """A party's own order before its "before everything" is no contradiction, nor are two such wishes of one party."""
    found = steps(talks(Order("x", "b", "*"), Order("x", "a", "b"), Order("x", "c", "a")))
    assert found.deadlocks == ()
    assert found.order == (("c",), ("a",), ("b",), ("d",))
    both = steps(talks(Order("x", "a", "*"), Order("x", "b", "*")))
    assert (both.deadlocks, both.order) == ((), (("a", "b"), ("c", "d")))


def test_orders_on_issues_not_in_the_case_bind_nothing() -> None:
    """Unknown issues and an issue before itself are left out."""
    assert steps(talks(Order("x", "zz", "a"), Order("x", "a", "zz"), Order("x", "a", "a"))).edges == ()


def test_two_preconditions_that_wait_for_each_other_are_a_deadlock() -> None:
    """A wants one first and B the other: one level, with the wish that is cheapest to relax."""
    found = steps(talks(Order("x", "a", "*"), Order("y", "b", "*"), Order("z", "b", "a")))
    assert found.order == (("a", "b"), ("c", "d"))
    knot = found.deadlocks[0]
    assert knot.issues == ("a", "b")
    assert [(e.first, e.then, e.party) for e in knot.edges] == [("a", "b", "x"), ("b", "a", "y"), ("b", "a", "z")]
    assert [(e.first, e.then, e.party) for e in knot.relax] == [("a", "b", "x")]


def test_a_deadlock_is_a_level_of_its_own() -> None:
    """Free issues of the same depth come before it, and the issues of a cycle stand in its order."""
    found = steps(talks(Order("x", "a", "c"), Order("y", "c", "b"), Order("z", "b", "a")))
    assert found.order == (("d",), ("a", "b", "c"))
    assert found.deadlocks[0].issues == ("a", "c", "b")


def test_several_entries_behind_one_edge_are_kept_together() -> None:
    """The same wish told twice is one edge with both entries."""
    orders = Order("x", "a", "b", basis=Basis(("e2",))), Order("x", "a", "*", basis=Basis(("e1",)))
    assert Edge("a", "b", "x", ("e1", "e2")) in steps(talks(*orders)).edges


def test_gains_give_the_smallest_exposure() -> None:
    """With gains, the loss on the way is that of the best order that the preconditions leave."""
    gains = {"x": {"a": -0.5, "b": 0.4, "c": 0.3}, "y": {"a": 0.5, "b": -0.2, "c": 0.1}}
    free = steps(talks(), gains)
    assert free.exposure == {"x": 0.0, "y": pytest.approx(0.1)}
    bound = steps(talks(Order("x", "d", "a"), Order("y", "a", "d"), Order("y", "a", "b"), Order("y", "a", "c")), gains)
    assert bound.exposure["x"] == pytest.approx(0.5)


def test_an_order_through_an_issue_without_gains_still_binds() -> None:
    """A before D before B: B comes after A although D gives nobody anything."""
    gains = {"x": {"a": -0.5, "b": 0.5}}
    assert steps(talks(Order("x", "a", "d"), Order("x", "d", "b")), gains).exposure == {"x": 0.5}
    assert steps(talks(), gains).exposure == {"x": 0.0}


def test_too_many_steps_give_no_exposure() -> None:
    """Beyond the limit the search is not tried, and nothing is said."""
    ids = [f"i{n:02}" for n in range(MOST_STEPS + 1)]
    assert steps(talks(ids=" ".join(ids)), {"x": dict.fromkeys(ids, 1.0)}).exposure == {}


edges = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.sampled_from("xy")).filter(lambda e: e[0] != e[1]),
    max_size=9,
    unique=True,
).map(lambda found: [Edge(*one) for one in sorted(found)])


def acyclic(some: list[Edge]) -> bool:
    return any(all(order.index(e.first) < order.index(e.then) for e in some) for order in permutations("abcde"))


@settings(max_examples=60, deadline=None)
@given(edges)
def test_relaxation_is_a_smallest_set(some: list[Edge]) -> None:
    """Trying every smaller set of edges finds none that breaks all cycles."""
    cut = relaxation(some)
    assert acyclic([e for e in some if e not in cut])
    if cut:
        smaller = combinations(some, len(cut) - 1)
        assert not any(acyclic([e for e in some if e not in drop]) for drop in smaller)


@settings(max_examples=60, deadline=None)
@given(edges)
def test_levels_keep_every_order_outside_deadlocks(some: list[Edge]) -> None:
    """Every issue stands once; each edge points to a later level or lies inside one deadlock."""
    case = talks(*(Order(e.party, e.first, e.then) for e in some), ids="a b c d e")
    found = steps(case)
    level = {issue: n for n, issues in enumerate(found.order) for issue in issues}
    assert sorted(issue for issues in found.order for issue in issues) == list("abcde")
    knots = [set(d.issues) for d in found.deadlocks]
    assert {frozenset(k) for k in knots} == {frozenset(c) for c in components("abcde", some) if len(c) > 1}
    for e in found.edges:
        assert level[e.first] < level[e.then] or any({e.first, e.then} <= k for k in knots)
    assert all(set(found.order[level[d.issues[0]]]) == set(d.issues) for d in found.deadlocks)


@settings(max_examples=40, deadline=None)
@given(edges.filter(acyclic), st.lists(st.integers(-4, 4), min_size=10, max_size=10))
def test_the_safest_sequence_is_the_best_of_all(some: list[Edge], numbers: list[int]) -> None:
    """Trying every order of five steps finds no smaller largest loss."""
    gains = {s: dict(zip("abcde", map(float, numbers[5 * n :]), strict=False)) for n, s in enumerate("xy")}

    def worst(order: tuple[str, ...]) -> float:
        sums = [sum(own[i] for i in order[:n]) for own in gains.values() for n in range(len(order) + 1)]
        return max(0.0, *(-total for total in sums))

    kept = [o for o in permutations("abcde") if all(o.index(e.first) < o.index(e.then) for e in some)]
    order, losses = safest_sequence("abcde", some, gains)
    assert order in kept
    assert max(losses.values()) == worst(order) == min(map(worst, kept))


wishes = st.lists(
    st.builds(
        Order,
        st.sampled_from("xyz"),
        st.sampled_from("abcde"),
        st.sampled_from(["a", "b", "c", "d", "e", "*"]),
        st.sampled_from(["", "", "", "withdrawn"]),
    ),
    max_size=7,
)


def meant(orders: list[Order]) -> set[tuple[str, str, str]]:
    """What the orders bind, from their definition: "before everything" spares what its party puts before it."""
    void = {(o.first, o.then, o.party) for o in orders if o.void}
    bound = set()
    for order in (o for o in orders if not o.void):
        own = [o for o in orders if o.party == order.party and not o.void]
        if order.then != "*":
            bound |= {(order.first, order.then, order.party)} if order.then != order.first else set()
            continue
        spared = {order.first} | {o.first for o in own if o.then == "*"}
        ahead = {order.first}
        for _ in "abcde":
            ahead |= {o.first for o in own if o.then in ahead}
        bound |= {(order.first, then, order.party) for then in set("abcde") - spared - ahead}
    return {edge for edge in bound if edge not in void}


@settings(max_examples=300, deadline=None)
@given(wishes)
def test_steps_agree_with_trying_every_sequence(orders: list[Order]) -> None:
    """Edges, deadlocks, their smallest relaxation and the levels are what the definitions say."""
    found = steps(talks(*orders, ids="a b c d e"))
    assert {(e.first, e.then, e.party) for e in found.edges} == meant(orders)
    relaxed = [edge for knot in found.deadlocks for edge in knot.relax]
    kept = [edge for edge in found.edges if edge not in relaxed]
    assert acyclic(kept)
    fewest = len(found.edges) - max(
        sum(order.index(e.first) < order.index(e.then) for e in found.edges) for order in permutations("abcde")
    )
    assert len(relaxed) == fewest
    for knot in found.deadlocks:
        assert set(knot.edges) == {e for e in found.edges if {e.first, e.then} <= set(knot.issues)}
    assert (found.deadlocks == ()) == acyclic(list(found.edges))
    level = {issue: n for n, issues in enumerate(found.order) for issue in issues}
    if not found.deadlocks:
        assert all(level[b] == max((level[e.first] + 1 for e in found.edges if e.then == b), default=0) for b in level)


@settings(max_examples=100, deadline=None)
@given(wishes)
def test_a_schedule_keeps_every_order(orders: list[Order]) -> None:
    """Each issue moves once; what an order puts first has moved a stage before, or moves at the same time."""
    found = steps(talks(*orders, ids="a b c d e"))
    at = {move.issue: move for move in found.schedule}
    assert sorted(at) == list("abcde")
    assert len(found.schedule) == len(at)
    for edge in found.edges:
        if edge.first in at[edge.then].together:
            assert at[edge.first].stage == at[edge.then].stage
        else:
            assert at[edge.first].stage < at[edge.then].stage
            assert edge.first in at[edge.then].first
    assert all(at[other].together for move in found.schedule for other in move.together)


def test_a_cycle_has_no_safest_sequence() -> None:
    """Orders that wait for each other are a programming error here."""
    with pytest.raises(ValueError, match="cycle"):
        safest_sequence("ab", [Edge("a", "b", "x"), Edge("b", "a", "x")], {})


@given(st.randoms(use_true_random=False))
def test_order_of_the_case_does_not_matter(istanbul: Case, random: Random) -> None:
    """Issues, orders and agreements in another order give the same steps."""
    knotted = (*istanbul.orders, Order("russia", "territory", "*"), Order("russia", "rights", "format"))
    case = replace(istanbul, orders=knotted)
    mixed = {
        name: tuple(random.sample(getattr(case, name), len(getattr(case, name))))
        for name in ("issues", "orders", "agreed")
    }
    assert steps(replace(case, **mixed)) == steps(case)  # type: ignore[arg-type]


def test_a_step_says_whether_it_can_be_taken_back():
    """As the case says it, and unknown where it does not."""
    ladder = (Rung("no", 0, ""), Rung("yes", 1, ""))
    known = Issue("aid", "Aid", "stake", ladder, "no", reversible=True, reversal="access can be closed again")
    unknown = Issue("land", "Land", "stake", ladder, "no")
    moves = {move.issue: move for move in steps(Case("talks", (), (known, unknown))).schedule}
    assert (moves["aid"].reversible, moves["aid"].reversal) == (True, "access can be closed again")
    assert (moves["land"].reversible, moves["land"].reversal) == (None, "")
