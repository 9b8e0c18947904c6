"""What blocks a deal, and which demands would have to go."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Constraint, Demand, Issue, Party, Rung
from detente.settlement.blockers import TAGS, Member, blockers, components, concessions, cost, members

WITHDRAWAL = {"ukraine.territory.rejects.low-leaves-part", "russia.territory.proposes.low-leaves-part"}
RULE = Constraint("r1", "No rights on the present line.", (("rights", "full"), ("territory", "line")))


def test_the_talks_of_istanbul_have_one_explicit_blocker(istanbul: Case) -> None:
    """No withdrawal against the buffer zone is the only collision of stated demands (MODEL, test 12)."""
    explicit = [b for b in blockers(istanbul).found if b.tag == "explicit"]
    assert [set(b.demands) for b in explicit] == [WITHDRAWAL]
    assert explicit[0].issues == ("territory",)
    assert explicit[0].probability == 0.8  # no withdrawal is a red line
    assert explicit[0].context == ()


def test_what_needs_the_west_is_blocked_by_its_absence(istanbul: Case) -> None:
    """Alignment, assets, guarantees and sanctions need somebody who is not at the table."""
    missing = [b for b in blockers(istanbul).found if b.tag == "absent"]
    assert [b.issues for b in missing] == [("alignment",), ("assets",), ("guarantees",), ("sanctions",)]
    assert all(b.probability == 1 and len(b.context) == 1 for b in missing)
    came = replace(istanbul, parties=tuple(replace(p, at_table=True) for p in istanbul.parties))
    assert not any(b.tag == "absent" for b in blockers(came).found)


def test_silence_blocks_with_the_chance_of_opposition(istanbul: Case) -> None:
    """A demand on a side that has said nothing is blocked with probability .725, and is not a concession."""
    quiet = [b for b in blockers(istanbul).found if b.tag == "presumed"]
    assert [b.issues[0] for b in quiet] == ["ceasefire", "children", "format", "rights"]
    assert {b.probability for b in quiet} == {0.725}


def test_concessions_are_split_by_who_makes_them(istanbul: Case) -> None:
    """Either demand on territory can go; the plain one costs less than the red line."""
    found = concessions(istanbul)
    assert found.count == 2
    assert [(one.cost, dict(one.by), one.cheapest) for one in found.found] == [
        (1, {"russia": 1, "ukraine": 0}, True),
        (3, {"russia": 0, "ukraine": 1}, False),
    ]


def test_with_absences_and_silences_as_context_more_has_to_go(istanbul: Case) -> None:
    """Where nobody comes and nobody agrees, all that needs them has to be dropped as well."""
    everything = concessions(istanbul, context=("constraint", "absent", "presumed"))
    needing = {b.demands[0] for b in blockers(istanbul).found if b.tag != "explicit"}
    assert everything.count == 2
    assert all(needing < set(one.demands) for one in everything.found)


def test_sentences_name_parties_terms_and_what_collides(istanbul: Case) -> None:
    """A reader gets a whole sentence for every blocker, without ids in it."""
    found = blockers(istanbul).found
    assert found[0].text == (
        "Territory: Russia proposes “a buffer zone” and Ukraine rules out “any withdrawal”; the two cannot both be met."
    )
    for blocker in found:
        assert re.fullmatch(r"[A-Z].*\.", blocker.text)
        assert not re.search(r"[a-z]\.[a-z]|the-west", blocker.text)


def test_a_refusal_of_what_is_too_little_says_so(two_sides: Case) -> None:
    """Two refusals of one rung can collide: one finds it too much, the other too little."""
    said = (
        Demand("a", "pie", "r8", "rejects", "a part"),
        Demand("a", "pie", "r10", "demands", "all"),
        Demand("b", "pie", "r8", "rejects", "so much"),
    )
    texts = [b.text for b in blockers(replace(two_sides, demands=said)).found]
    assert "Pie: A refuses “a part” as too little and B refuses “so much”; the two cannot both be met." in texts


def test_explicit_comes_first_then_rules_then_absence_then_silence(istanbul: Case) -> None:
    """Blockers come in the order of how firmly they stand."""
    tags = [b.tag for b in blockers(replace(istanbul, constraints=(RULE,))).found]
    assert set(tags) == set(TAGS)
    assert tags == sorted(tags, key=TAGS.index)


def test_a_rule_across_issues_makes_a_blocker_and_links_them(istanbul: Case) -> None:
    """A rule that demands collide with is part of the blocker, as context that cannot be conceded."""
    case = replace(istanbul, constraints=(RULE,))
    found = [b for b in blockers(case).found if b.tag == "constraint"]
    assert [(set(b.demands), b.issues) for b in found] == [
        ({"russia.rights.demands.full", "ukraine.territory.rejects.low-leaves-part"}, ("rights", "territory"))
    ]
    assert found[0].context == ("this rule holds: No rights on the present line",)
    assert ("rights", "territory") in [issues for issues, _ in components(case)]
    assert {c.demands for c in concessions(case).found} == {
        ("ukraine.territory.rejects.low-leaves-part",),
        ("russia.rights.demands.full", "russia.territory.proposes.low-leaves-part"),
    }


def test_a_rule_about_a_rung_that_nobody_uses_says_nothing(istanbul: Case) -> None:
    """Rules on rungs outside the hull are left out."""
    rule = Constraint("r1", "why not", (("territory", "low-leaves-all"), ("rights", "full")))
    assert blockers(replace(istanbul, constraints=(rule,))) == blockers(istanbul)


def test_what_is_sacred_is_never_dropped(istanbul: Case) -> None:
    """A sacred demand stands; two of them that collide leave no concession set."""
    one = replace(istanbul, demands=tuple(replace(d, sacred=d.stance == "rejects") for d in istanbul.demands))
    assert [c.demands for c in concessions(one).found] == [("russia.territory.proposes.low-leaves-part",)]
    both = replace(istanbul, demands=tuple(replace(d, sacred=True) for d in istanbul.demands))
    assert concessions(both).count == 0


@pytest.mark.parametrize(
    ("flags", "price"),
    [
        ({}, 1),
        ({"key": True}, 2),
        ({"red_line": True}, 3),
        ({"precondition": "content"}, 3),
        ({"precondition": "order"}, 1),
    ],
)
def test_prices(flags: dict[str, object], price: int) -> None:
    """A red line or content precondition costs three, a key demand two, a plain one one."""
    assert cost(replace(Demand("a", "land", "r1", "demands"), **flags)) == price  # type: ignore[arg-type]


def test_outsiders_are_heard_on_what_they_deliver_only(istanbul: Case) -> None:
    """The West's refusal to lift sanctions collides with the demand; its view on territory does not count."""
    said = (
        Demand("the-west", "sanctions", "lifted", "rejects"),
        Demand("the-west", "territory", "low-leaves-part", "rejects"),
    )
    explicit = [b for b in blockers(replace(istanbul, demands=istanbul.demands + said)).found if b.tag == "explicit"]
    assert [b.issues for b in explicit] == [("sanctions",), ("territory",)]


def test_a_party_does_not_block_itself(two_sides: Case) -> None:
    """Positions of one party that exclude each other are no blocker, and rule out what none of them leaves."""
    torn = (Demand("a", "pie", "r1", "demands"), Demand("a", "pie", "r9", "demands"))
    case = replace(two_sides, demands=torn)
    assert [b for b in blockers(case).found if b.tag == "explicit"] == []
    other = replace(
        two_sides, demands=(*torn, Demand("b", "pie", "r6", "rejects"), Demand("b", "pie", "r2", "rejects"))
    )
    assert {b.demands[0] for b in blockers(other).found if b.tag == "explicit"} == {
        "a.pie.demands.r1",
        "a.pie.demands.r9",
    }


def test_a_limit_is_said() -> None:
    """Where enumeration stops early, the count says that it is not all."""
    rungs = tuple(Rung(f"r{n}", n / 2, str(n), stated=True) for n in range(3))
    demands = tuple(Demand(p, "pie", "r0" if p < "d" else "r2", "demands") for p in "abcdef")
    sides = tuple(Party(p, p.upper(), "side") for p in "abcdef")
    case = Case("pie", sides, (Issue("pie", "Pie", "stake", rungs, "r1"),), demands)
    whole, part = blockers(case), blockers(case, limit=5)
    assert (sum(b.tag == "explicit" for b in whole.found), whole.complete) == (9, True)
    assert (part.count, len(part.found), part.complete) == (5, 5, False)
    assert concessions(case, limit=1).complete is False


def test_many_components_are_counted_not_listed() -> None:
    """Twenty collisions on twenty issues have 2^20 concession sets: all counted, the cheapest listed."""
    rungs = tuple(Rung(f"r{n}", n / 2, str(n), ("a", "b"), stated=True) for n in range(3))
    issues = tuple(Issue(f"i{n:02}", f"I{n}", "stake", rungs, "r1") for n in range(20))
    demands = tuple(
        Demand(p, i.id, r, "demands", red_line=p == "a") for i in issues for p, r in (("a", "r0"), ("b", "r2"))
    )
    case = Case("many", (Party("a", "A", "side"), Party("b", "B", "side")), issues, demands)
    found = concessions(case, limit=30)
    assert found.count == 2**20
    assert found.complete
    assert len(found.found) == 30
    assert [c.cost for c in found.found] == [20] + [22] * 20 + [24] * 9
    assert [c.cheapest for c in found.found] == [True] + [False] * 29


def test_nobody_and_nothing() -> None:
    """An empty case has nothing in the way and nothing to concede."""
    assert blockers(Case("empty")).count == concessions(Case("empty")).count == 0


MOST = 5
"""Largest blockers that are looked for by trying every subset."""
rungs = st.sampled_from(["r0", "r1", "r2"])
issue_ids = st.sampled_from(["i0", "i1", "i2"])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Three issues of three rungs, two sides, an outsider, a few demands and rules."""
    issues = tuple(
        Issue(
            f"i{k}",
            f"I{k}",
            "stake",
            tuple(
                Rung(f"r{n}", n / 2, f"{n}", draw(st.sampled_from([(), ("a",), ("a", "b"), ("out",)])), stated=True)
                for n in range(3)
            ),
            draw(rungs),
            free=draw(st.integers(0, 4)) == 0,
        )
        for k in range(3)
    )
    stances = st.sampled_from(["demands", "proposes", "rejects", "accepts"])
    said = draw(
        st.lists(
            st.tuples(st.sampled_from(["a", "b", "out"]), issue_ids, rungs, stances),
            min_size=2,
            max_size=8,
            unique=True,
        )
    )
    demands = tuple(
        Demand(*one, red_line=draw(st.booleans()), key=draw(st.booleans()), sacred=draw(st.integers(0, 5)) == 0)
        for one in said
    )
    pairs = st.lists(st.tuples(issue_ids, rungs), min_size=2, max_size=2, unique_by=lambda pair: pair[0]).map(tuple)
    forms = pairs.flatmap(
        lambda two: st.sampled_from(
            [{"forbids": two}, {"at_most": 1, "of": two}, {"when": two[:1], "requires": two[1:]}]
        )
    )
    rules = tuple(Constraint(f"c{n}", f"rule {n}", **draw(forms)) for n in range(draw(st.integers(0, 2))))
    parties = (Party("a", "A", "side", True), Party("b", "B", "side", True), Party("out", "Out", "outside"))
    return Case("any", parties, issues, demands, constraints=rules)


def fails(case: Case, chosen: Iterable[Member]) -> bool:
    """Whether no package is left, by looking at all of them."""
    clauses = [clause for member in chosen for clause in member.forbids]
    packages = product(*([(i.id, r.id) for r in i.hull] for i in case.issues))
    return all(any(set(clause) <= set(package) for clause in clauses) for package in packages)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_both_enumerations_agree_with_trying_every_subset(case: Case) -> None:
    """Over components and products, blockers and concession sets are what the definitions say."""
    every = [m for m in members(case) if m.forbids]
    subsets = [frozenset(c) for size in range(MOST + 1) for c in combinations(every, size)]
    bad = [s for s in subsets if fails(case, s)]
    least = [s for s in bad if not any(o < s for o in bad)]
    found = [b for b in blockers(case).found if len(b.demands) + len(b.context) <= MOST]
    assert sorted(sorted(m.id for m in s if m.demand) for s in least) == sorted(sorted(b.demands) for b in found)
    stands = [m for m in every if m.tag == "constraint" or (m.demand and m.demand.sacred)]
    demands = [m for m in every if m.demand and not m.demand.sacred]
    drops = [frozenset(c) for size in range(len(demands) + 1) for c in combinations(demands, size)]
    mends = [s for s in drops if not fails(case, [*stands, *(d for d in demands if d not in s)])]
    minimal = {frozenset(m.id for m in s) for s in mends if s and not any(o < s for o in mends)}
    dropped = concessions(case)
    assert {frozenset(c.demands) for c in dropped.found} == minimal
    assert dropped.count == len(dropped.found) == len(minimal)
    prices = {frozenset(m.id for m in s): sum(cost(m.demand) for m in s if m.demand) for s in mends}
    assert all(prices[frozenset(c.demands)] == c.cost for c in dropped.found)
    assert [c.cost for c in dropped.found] == sorted(c.cost for c in dropped.found)
    assert all(sum(c.by.values()) == len(c.demands) for c in dropped.found)


def shuffled(case: Case, random: Random) -> Case:
    """The same case with everything in another order."""
    mixed = {
        name: tuple(random.sample(getattr(case, name), len(getattr(case, name))))
        for name in ("parties", "issues", "demands", "orders", "agreed", "constraints")
    }
    return replace(case, **mixed)  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_order_of_parties_issues_and_demands_does_not_matter(case: Case, random: Random) -> None:
    """A case in another order has the same blockers and concession sets, in the same order."""
    other = shuffled(case, random)
    assert blockers(other) == blockers(case)
    assert concessions(other) == concessions(case)
    assert blockers(other, limit=1) == blockers(case, limit=1)
