"""Which rungs are allowed in a draw: deliverers who deliver, red lines that hold, content preconditions."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case, Demand, Issue, Rung
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.priors import stream
from detente.settlement.results import COMPOSITIONS, Composition
from detente.settlement.stances import absent, allowed


@dataclass(frozen=True, slots=True, eq=False)
class Permits:
    """What the hull of one issue allows, per draw.

    Parameters
    ----------
    delivered
        Composition to (n, R): the rung's deliverers deliver.
    uncrossed
        No red line that holds rules the rung out (n, R).
    demanded
        The rung meets every side's content precondition (R,).
    """

    delivered: Mapping[Composition, BoolArray]
    uncrossed: BoolArray
    demanded: BoolArray

    def open(self, composition: Composition) -> BoolArray:
        """Return (n, R): delivered, and no red line crossed."""
        return self.delivered[composition] & self.uncrossed

    def settled(self, composition: Composition) -> BoolArray:
        """Return (n, R): open, and every content precondition met."""
        return self.open(composition) & self.demanded


def permits(case: Case, rho: FloatArray, h: FloatArray, seed: int) -> Mapping[str, Permits]:
    """Draw what the rungs of every issue allow.

    Parameters
    ----------
    case
        Every issue is looked at, whatever its role.
    rho
        Chance that a red line holds, per draw (n,); each holds independently, a sacred one always.
    h
        Chance that an absent party delivers in the composition `unknown`, per draw (n,).
    seed
        Of the draws.

    Returns
    -------
    Mapping
        Issue id to its permits.
    """
    delivers = _delivers(case, h, seed)
    return {
        issue.id: Permits(
            {composition: _delivered(case, issue, delivers[composition], len(h)) for composition in COMPOSITIONS},
            _uncrossed(case, issue, rho, seed),
            conditions_met(case, issue),
        )
        for issue in case.issues
    }


def missing(case: Case, issue: Issue, rung: Rung) -> tuple[str, ...]:
    """Return the deliverers of a rung that are absent, sorted; none for the status quo.

    Parameters
    ----------
    case, issue, rung
        The rung is one of the issue's.
    """
    if rung.id == issue.status_quo:
        return ()
    return tuple(sorted(party for party in set(rung.deliverers) if absent(case, party)))


def red_lines(case: Case, issue: Issue) -> tuple[Demand, ...]:
    """Return the sides' demands that rule rungs of an issue out while they hold."""
    return tuple(d for d in _of_sides(case, issue) if d.red_line or d.sacred)


def conditions(case: Case, issue: Issue) -> tuple[Demand, ...]:
    """Return the sides' content preconditions on an issue: any peace requires them."""
    return tuple(d for d in _of_sides(case, issue) if d.precondition == "content")


def conditions_met(case: Case, issue: Issue) -> BoolArray:
    """Return which rungs of the hull meet every side's content precondition (R,)."""
    out = np.ones(len(issue.hull), dtype=np.bool_)
    for demand in conditions(case, issue):
        out &= satisfies(case, issue, demand)
    return out


def satisfies(case: Case, issue: Issue, demand: Demand) -> BoolArray:
    """Return which rungs of the hull a demand leaves (R,), with those that the same party has accepted since."""
    since = demand.date or ""
    taken = {
        d.rung
        for d in case.demands_of(demand.party, issue.id)
        if d.stance == "accepts" and not demand.sacred and (d.date or since) >= since
    }
    left = allowed(case, demand) | taken
    return np.array([rung.id in left for rung in issue.hull])


def _of_sides(case: Case, issue: Issue) -> list[Demand]:
    sides = {side.id for side in case.sides}
    return [d for d in case.demands if d.issue == issue.id and d.party in sides and d.stance != "accepts"]


def _delivers(case: Case, h: FloatArray, seed: int) -> Mapping[Composition, Mapping[str, BoolArray]]:
    """Return, per composition, in which draws each absent deliverer delivers: table <= unknown <= willing."""
    away = {id for issue in case.issues for rung in issue.hull for id in missing(case, issue, rung)}
    return {
        "table": {id: np.zeros(len(h), dtype=np.bool_) for id in away},
        "unknown": {id: stream(seed, "delivers", id).random(len(h)) < h for id in away},
        "willing": {id: np.ones(len(h), dtype=np.bool_) for id in away},
    }


def _delivered(case: Case, issue: Issue, delivers: Mapping[str, BoolArray], n: int) -> BoolArray:
    out = np.ones((n, len(issue.hull)), dtype=np.bool_)
    for r, rung in enumerate(issue.hull):
        for id in missing(case, issue, rung):
            out[:, r] &= delivers[id]
    return out


def _uncrossed(case: Case, issue: Issue, rho: FloatArray, seed: int) -> BoolArray:
    out = np.ones((len(rho), len(issue.hull)), dtype=np.bool_)
    for demand in red_lines(case, issue):
        holds = stream(seed, "red line", demand.id).random(len(rho)) < (np.inf if demand.sacred else rho)
        out &= ~holds[:, None] | satisfies(case, issue, demand)
    return out
