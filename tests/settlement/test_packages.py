"""Spaces of packages: codes, rules and blocks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Constraint, Demand, Issue, Party, Rung
from detente.errors import CannotWorkOut
from detente.settlement.draws import draw
from detente.settlement.packages import space

SIDES = (Party("a", "A", "side"), Party("b", "B", "side"))


def wide(issues: int, rungs: int) -> Case:
    """Return a case of many issues, each with many rungs that A wants to climb."""
    ladder = tuple(Rung(f"r{n}", n / (rungs - 1), "", stated=n == rungs - 1) for n in range(rungs))
    names = [f"k{n:02}" for n in range(issues)]
    return Case(
        "wide",
        SIDES,
        tuple(Issue(id, id, "stake", ladder, "r0") for id in names),
        tuple(Demand("a", id, f"r{rungs - 1}", "demands") for id in names),
    )


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_codes_stand_for_packages(cases, data):
    """Every choice of rungs has a code of its own, and the code gives it back."""
    case = data.draw(cases(2))
    packages = space(case, draw(case, n=1))
    package = {k: data.draw(st.sampled_from(rungs)) for k, rungs in zip(packages.issues, packages.rungs, strict=True)}
    assert packages.package(packages.code(package)) == package


def test_the_packages_of_the_istanbul_talks(istanbul):
    """Comprehensive packages leave the separable issues out, bundles leave the others out."""
    draws = draw(istanbul, n=1)
    assert space(istanbul, draws).size == 3**5 * 4 * 2
    assert space(istanbul, draws, separable=True).issues == ("children", "prisoners")


@pytest.mark.parametrize(
    ("forbids", "size"),
    [
        ((("k00", "r1"), ("k01", "r1")), 3**3 - 3),
        ((("k00", "r1"),), 3**3 - 3**2),
        ((("k00", "r1"), ("k01", "r1"), ("k02", "r1")), 3**3 - 1),
        ((("k00", "r1"), ("still", "r0")), 3**3 - 3**2),
        ((("k00", "r1"), ("still", "r1")), 3**3),
        ((("k00", "r1"), ("truce", "r0")), 3**3),
    ],
)
def test_rules_forbid_combinations(forbids, size):
    """A rule takes its combinations out; an issue that nobody wants to change counts as it stands, a truce does not."""
    case = wide(3, 3)
    still, truce = replace(case.issues[0], id="still"), replace(case.issues[0], id="truce", role="termination")
    case = replace(case, issues=(*case.issues, still, truce), constraints=(Constraint("rule", "", forbids),))
    assert space(case, draw(case, n=1)).size == size


def test_in_a_bundle_all_else_stays():
    """While the fighting goes on, a rule about an unsettled issue reads its status quo."""
    case = wide(2, 3)
    swap = replace(case.issues[0], separable=True)
    case = replace(
        case, issues=(swap, case.issues[1]), constraints=(Constraint("rule", "", (("k00", "r1"), ("k01", "r0"))),)
    )
    assert space(case, draw(case, n=1), separable=True).size == 2
    assert space(case, draw(case, n=1)).size == 3


def test_too_many_packages_to_count():
    """More packages than a whole number counts are refused with the reason."""
    case = wide(40, 3)
    with pytest.raises(CannotWorkOut, match="more packages than can be counted"):
        space(case, draw(case, n=1))


def test_too_many_rungs_tied_together():
    """A chain of rules over many rungs is refused with the reason."""
    case = wide(5, 5)
    pairs = [(f"k{n:02}", f"k{n + 1:02}") for n in range(4)]
    rules = tuple(Constraint(a + b, "", ((a, "r1"), (b, "r1"))) for a, b in pairs)
    case = replace(case, constraints=rules)
    with pytest.raises(CannotWorkOut, match="rules tie 5 issues with 3,125 combinations"):
        space(case, draw(case, n=1))
