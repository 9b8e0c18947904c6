"""Guarantors and spoilers: which terms need the one, and what the other would break and need."""

from dataclasses import replace

import pytest

from detente.case.model import THIRD_PARTY, Case, Demand, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.settlement import answer, settle
from detente.settlement.readable import readable
from detente.settlement.roles import parts


def talks(*demands: Demand, guarantor: str = "league") -> Case:
    """Two villages trade: one wants the land, the other the guarantee, which needs somebody else."""
    land = Issue(
        "land",
        "Land",
        "stake",
        (Rung("shared", 0, "shared", stated=True), Rung("handed", 1, "handed over", stated=True)),
        "shared",
    )
    pact = Issue(
        "pact",
        "Pact",
        "stake",
        (Rung("none", 0, "none"), Rung("full", 1, "a pact", (guarantor,), robust=True, stated=True)),
        "none",
    )
    rows = tuple(
        Preferences(
            party,
            {
                "land": {"shared": Amount(1 - a, 1 - a), "handed": Amount(a, a)},
                "pact": {"none": Amount(0, 0), "full": Amount(1, 1)},
            },
            {"land": Amount(0.5, 0.5), "pact": Amount(0.5, 0.5)},
        )
        for party, a in (("upper", 1.0), ("lower", 0.0))
    )
    parties = (
        Party("band", "The Band", "spoiler"),
        Party("league", "The League", "guarantor"),
        Party("lower", "Lower", "side", True),
        Party("upper", "Upper", "side", True),
    )
    wanted = tuple(Demand(p, "land", r, "accepts") for p in ("lower", "upper") for r in ("shared", "handed"))
    full = Demand("upper", "pact", "full", "demands")
    return Case("river", parties, (land, pact), (*wanted, full, *demands), preferences=rows)


def found(case: Case) -> dict[str, object]:
    """Return the parts by party."""
    return {part.party: part for part in parts(case, readable(case, settle(case, draws=20)))}


def test_a_spoiler_breaks_what_leaves_its_demand_unmet():
    """Every package worth reading with the land handed over, and no other; the weakest point names it."""
    case = talks(Demand("band", "land", "handed", "rejects"))
    packages = readable(case, settle(case, draws=20))
    (band,) = (part for part in parts(case, packages) if part.party == "band")
    handed = [one for one in packages if one.package["land"] == "handed"]
    assert handed
    assert [dict(one.package) for one in band.breaks] == [dict(one.package) for one in handed]
    assert all(one.demands == ("band.land.rejects.handed",) for one in band.breaks)
    assert "it would need: land: not “handed over”" in band.text
    assert [one.spoilers for one in packages] == [("band",) if one in handed else () for one in packages]
    here = replace(case, parties=tuple(replace(p, at_table=True) for p in case.parties))
    weak = {one.weakest for one in readable(here, settle(here, draws=20)) if one.package["land"] == "handed"}
    assert weak == {"The Band has reason to break it: it asks for something else on land"}


def test_a_spoiler_without_demands_is_unknown():
    """Nothing is known of what it wants: no package is said to be safe from it."""
    band = found(talks())["band"]
    assert band.breaks is None
    assert "nobody can say" in band.text


def test_a_spoiler_has_no_say_in_what_blocks_a_deal():
    """Its demands are no blocker between the sides, and need no concession."""
    with_it, without = (settle(talks(*d), draws=20) for d in ((Demand("band", "land", "handed", "rejects"),), ()))
    assert with_it.blockers == without.blockers
    assert with_it.bargain == without.bargain


@pytest.mark.parametrize("asked", ["league", THIRD_PARTY])
def test_terms_that_need_a_guarantor(asked):
    """A term that names her needs her; one that asks for a third party could be hers."""
    case = talks(guarantor=asked)
    if asked == THIRD_PARTY:
        case = replace(case, parties=(*case.parties, Party(THIRD_PARTY, "a third party", "outside")))
    league = found(case)["league"]
    assert (league.terms if asked == "league" else league.could_give) == (("pact", "full"),)
    assert bool(league.needed_by) == (asked == "league")
    assert ("not at the table" in league.text) == (asked == "league")


def test_the_answer_has_the_roles():
    """`settle --json` has them, as plain data."""
    case = talks(Demand("band", "land", "handed", "rejects"))
    roles = answer(case, settle(case, draws=20))["acceptability"]["roles"]
    assert [(row["party"], row["role"]) for row in roles] == [("band", "spoiler"), ("league", "guarantor")]
