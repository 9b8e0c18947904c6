"""Readiness of each side: a hurting stalemate, a way out, an enticing opportunity, and which of the three binds.

Never one score: each term is a share of draws, and the smallest is named as what binds.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import FloatArray
from detente.settlement.results import Composition
from detente.tabled import Tabled
from detente.talks.paired import Basis, basis

ENTICING = 0.1
"""Share of what is at stake that makes an opportunity enticing: judgement."""
Term = Literal["hurting stalemate", "way out", "enticing opportunity"]


@dataclass(frozen=True, slots=True)
class Ripeness(Tabled):
    """The three terms for one side, each a share of draws.

    Parameters
    ----------
    party
        Side id.
    hurting_stalemate
        Fighting on is worth less to it than the status quo in peace: what it is expected to bring does not pay for it.
    way_out
        There is a package that every other side prefers to fighting on.
    enticing_opportunity
        Among those packages is one that gives it ENTICING more than fighting on.
    binds
        The term with the smallest share.
    """

    party: str
    hurting_stalemate: float
    way_out: float
    enticing_opportunity: float
    binds: Term


def ripeness(
    case: Case, *, draws: int = 4_000, seed: int = 1, composition: Composition = "unknown"
) -> tuple[Ripeness, ...]:
    """Return the readiness of every side, in the order of their ids.

    Parameters
    ----------
    case
        With at least two sides.
    draws, seed, composition
        Of the run.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run.

    Source
    ------
    Zartman (1989, 2000) for stalemate and way out; Mitchell (1995) for the enticing opportunity. The definitions over
    draws are this program's.
    """
    base = basis(case, draws, seed, composition)
    hurts, out, lures = _stalemate(base), *_packages(base)
    used = base.parts.usable
    return tuple(
        _row(side, *(float(term[used, p].mean()) for term in (hurts, out, lures)))
        for p, side in enumerate(base.draws.sides)
    )


def _row(party: str, hurts: float, out: float, lures: float) -> Ripeness:
    terms: tuple[tuple[Term, float], ...] = (
        ("hurting stalemate", hurts),
        ("way out", out),
        ("enticing opportunity", lures),
    )
    return Ripeness(party, hurts, out, lures, min(terms, key=lambda term: term[1])[0])


def _stalemate(base: Basis) -> FloatArray:
    """Return whether war value less cost lies under the status quo (n, P), as 0 or 1."""
    parts, draws = base.parts, base.draws
    stake = np.where(parts.usable[:, None], parts.stake, np.inf)
    quiet = (draws.weights * ~draws.separable * draws.at_status_quo).sum(axis=2) / stake
    fighting = parts.war_value(parts.beliefs()) - parts.cost
    out: FloatArray = (fighting < quiet).astype(np.float64)
    return out


def _packages(base: Basis) -> tuple[FloatArray, FloatArray]:
    """Return whether others accept any package, and whether one of those entices the side (n, P each)."""
    front, sides = base.ground.comprehensive, len(base.draws.sides)
    offsets = base.parts.offsets()
    out, lures = np.zeros((base.draws.n, sides)), np.zeros((base.draws.n, sides))
    for d in range(base.draws.n):
        for g in range(2):
            gains = front.gains[front.start[2 * d + g] : front.start[2 * d + g + 1]]
            surplus = gains + offsets[d, :, g]
            accepted = surplus >= 0
            for p in range(sides):
                others = np.delete(accepted, p, axis=1).all(axis=1)
                out[d, p] = max(out[d, p], float(others.any()))
                lures[d, p] = max(lures[d, p], float((others & (surplus[:, p] >= ENTICING)).any()))
    return out, lures
