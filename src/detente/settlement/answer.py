"""A settlement as the one object that `detente settle --json` prints: docs/reference/settlement.md has its fields."""

from typing import Any

from detente.case.model import Case
from detente.plain import plain
from detente.settlement.bargaining import SOLUTIONS, Bargain, Point
from detente.settlement.readable import readable
from detente.settlement.results import Frontier, FrontierPoint, Settlement
from detente.settlement.roles import parts


def answer(case: Case, settlement: Settlement) -> dict[str, Any]:
    """Return packages, frontier, solutions, blockers, concessions, acceptability, steps and method.

    Parameters
    ----------
    case
        The negotiation.
    settlement
        What was worked out for it.

    Returns
    -------
    dict
        Of plain values that JSON can hold. What has no answer is None or empty, and ``method.reasons`` says why.

    Examples
    --------
    >>> from detente.settlement.settle import settle
    >>> case = Case("nobody yet")
    >>> list(answer(case, settle(case, draws=10)))
    ['packages', 'frontier', 'solutions', 'blockers', 'concessions', 'acceptability', 'steps', 'method']
    """
    found = settlement.bargain
    packages = _stated(found) if found else _drawn(settlement)
    worth_reading = readable(case, settlement)
    reasons = packages.pop("reasons")
    return packages | {
        "blockers": plain(settlement.blockers),
        "concessions": plain(settlement.concessions),
        "acceptability": _acceptability(settlement)
        | {"worth_reading": plain(worth_reading), "roles": plain(parts(case, worth_reading))},
        "steps": plain(settlement.steps),
        "method": {
            "exact": found.exact if found else False,
            "how": found.how if found else _how(settlement.frontier),
            "seed": settlement.method.seed,
            "draws": settlement.method.draws,
            "version": settlement.method.version,
            "input_hash": settlement.method.case,
            "title": case.title,
            "blockers": settlement.blocker_count,
            "concessions": settlement.concession_count,
            "reservation": dict(found.reservation) if found else None,
            "ties": {name: [_shown(p) for p in points] for name, points in found.ties.items()} if found else {},
            "reasons": reasons,
            "gaps": plain(settlement.gaps),
        },
    }


def _stated(found: Bargain) -> dict[str, Any]:
    return {
        "packages": found.packages,
        "frontier": [_shown(point) for point in found.frontier],
        "solutions": {name: _shown(point) if point else None for name, point in found.solutions.items()},
        "reasons": dict(found.reasons),
    }


def _drawn(settlement: Settlement) -> dict[str, Any]:
    """Frontier and solutions of the draw shown, and why there are none."""
    shown = settlement.frontier
    why = _why(settlement)
    solutions = shown.solutions if shown else {}
    missing = [name for name in SOLUTIONS if solutions.get(name) is None]
    below = "no package of the draw shown leaves every side at or above what it has without a deal"
    return {
        "packages": settlement.packages,
        "frontier": [_valued(point) for point in shown.points] if shown else [],
        "solutions": {name: _valued(point) if (point := solutions.get(name)) else None for name in SOLUTIONS},
        "reasons": ({} if shown else {"frontier": why}) | dict.fromkeys(missing, below if shown else why),
    }


def _why(settlement: Settlement) -> str:
    told = [gap.why for gap in settlement.gaps if "package" in gap.question]
    return "; ".join(told) or next((zone.reason for zone in settlement.zones[-1:]), "nothing is valued")


def _how(shown: Frontier | None) -> str:
    drawn = "weights, values and beliefs drawn at random"
    if shown is None:
        return drawn
    return f"{drawn}; frontier and solutions are exact in draw {shown.draw} ({shown.composition}), the middle one"


def _shown(point: Point) -> dict[str, Any]:
    return {"package": dict(point.package), "values": dict(point.values)}


def _valued(point: FrontierPoint) -> dict[str, Any]:
    return {"package": dict(point.package), "values": dict(point.utility)}


def _acceptability(settlement: Settlement) -> dict[str, Any]:
    return {
        "zones": plain(settlement.zones),
        "packages": plain(settlement.acceptable),
        "solutions": plain(settlement.solutions),
        "standings": plain(settlement.standings),
        "stake_unknown": settlement.stake_unknown,
        "rating": plain(settlement.rating),
        "baselines": {one.name: plain(one) for one in settlement.baselines},
    }
