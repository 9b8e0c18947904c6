"""What a position rules out, who must act for a rung, and what silence is taken to mean.

Blockers and standings read positions in the same way; this is the one place that says how.
"""

from collections.abc import Iterable

from detente.case.model import THIRD_PARTY, Case, Demand, Issue, Rung
from detente.ontology.articles import with_article
from detente.settlement.priors import ranges


def allowed(case: Case, demand: Demand) -> frozenset[str]:
    """Return the rungs of the issue's hull that a position leaves.

    A demand or proposal leaves its rung and those beyond, away from the status quo; one for the status quo leaves that
    alone, and the direction in which the party asks for more. A refusal leaves the rungs short of the refused one,
    unless the party asks for something beyond it: then the refused rung was too little, and those beyond are left. An
    acceptance rules nothing out, and its rung is left also where the party asked for another before; a sacred demand
    gives no way.

    Parameters
    ----------
    case
        The case.
    demand
        One of its demands.

    Returns
    -------
    frozenset of str
        Rung ids.

    Examples
    --------
    >>> from detente.case.model import Party
    >>> ladder = tuple(Rung(f"r{n}", n / 2, f"{n} of 2", stated=True) for n in range(3))
    >>> refusal = Demand("a", "aid", "r1", "rejects")
    >>> case = Case("aid", (Party("a", "A", "side"),), (Issue("aid", "Aid", "stake", ladder, "r0"),), (refusal,))
    >>> sorted(allowed(case, refusal))
    ['r0']
    """
    issue = case.issue(demand.issue)
    if issue.free:
        return _left_of_options(case, issue, demand)
    hull, sq, x = issue.hull, issue.sq.x, issue.rung(demand.rung).x
    side, asked = _sign(x - sq), _asked(case, issue, demand.party)
    if demand.stance == "accepts":
        left: Iterable[Rung] = hull
    elif demand.stance == "rejects" and not side:
        left = [rung for rung in hull if rung.x != sq] or hull
    elif demand.stance == "rejects":
        way = side if too_little(case, demand) else -side
        left = [rung for rung in hull if way * (rung.x - x) > 0]
    elif side:
        left = [rung for rung in hull if side * (rung.x - x) >= 0]
    else:
        left = [rung for rung in hull if _sign(rung.x - sq) in {0, *(_sign(y - sq) for y in asked)}]
    return frozenset(rung.id for rung in left) | _taken(case, demand)


def _left_of_options(case: Case, issue: Issue, demand: Demand) -> frozenset[str]:
    """Options without an order: one asked for leaves all that the party asks for, one refused leaves the others."""
    every = frozenset(rung.id for rung in issue.rungs)
    if demand.stance == "accepts":
        return every
    if demand.stance == "rejects":
        return every - {demand.rung} | _taken(case, demand)
    asked = {d.rung for d in case.demands_of(demand.party, issue.id) if d.stance in ("demands", "proposes")}
    return frozenset(asked) | _taken(case, demand)


def _taken(case: Case, demand: Demand) -> frozenset[str]:
    """Rungs that the same party accepted since; where a date is unknown, an acceptance counts as since."""
    since, same = demand.date or "", case.demands_of(demand.party, demand.issue)
    if demand.sacred:
        return frozenset()
    return frozenset(d.rung for d in same if d.stance == "accepts" and (d.date or since) >= since)


def too_little(case: Case, demand: Demand) -> bool:
    """Return whether a party refuses a rung because it asks for something beyond it, away from the status quo."""
    issue = case.issue(demand.issue)
    if issue.free:
        return False
    sq, x = issue.sq.x, issue.rung(demand.rung).x
    return demand.stance == "rejects" and any(_sign(x - sq) * (y - x) > 0 for y in _asked(case, issue, demand.party))


def contradictions(case: Case) -> tuple[tuple[str, str], ...]:
    """Return, sorted, the parties and issues on which the positions of a party with a say leave no rung.

    A party does not block itself: somebody changed their mind, or a position stands on the wrong rung.
    """
    heard = (d for d in case.demands if has_say(case, d.party, case.issue(d.issue)))
    pairs = sorted({(demand.party, demand.issue) for demand in heard})
    return tuple(
        pair for pair in pairs if not frozenset.intersection(*(allowed(case, d) for d in case.demands_of(*pair)))
    )


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _asked(case: Case, issue: Issue, party: str) -> list[float]:
    """Coordinates that the party itself asks for on the issue."""
    return [issue.rung(d.rung).x for d in case.demands_of(party, issue.id) if d.stance in ("demands", "proposes")]


def obligors(case: Case, issue: Issue, rung: Rung) -> tuple[str, ...]:
    """Return, sorted, the ids of those who must act for a rung; every side where the case names nobody."""
    return tuple(sorted(rung.deliverers or (party.id for party in case.sides)))


def has_say(case: Case, party: str, issue: Issue) -> bool:
    """Return whether a party's position on an issue can stand in the way: it is a side, or would have to deliver."""
    is_side = any(side.id == party for side in case.sides)
    return is_side or any(party in rung.deliverers for rung in issue.rungs)


def absent(case: Case, party: str) -> bool:
    """Return whether a deliverer is missing: neither a side nor at the table.

    A side delivers what it signs, also where the latest round was held without it.
    """
    return party not in case.table and all(side.id != party for side in case.sides)


def missing(case: Case, issue: Issue, rung: Rung) -> tuple[str, ...]:
    """Return, sorted, the absent parties that a rung needs; none for the status quo."""
    if rung.id == issue.status_quo:
        return ()
    return tuple(sorted({party for party in rung.deliverers if absent(case, party)}))


def silent(case: Case, party: str, issue: str) -> bool:
    """Return whether a party has asked for nothing and refused nothing on an issue (MODEL: accepting is no peak)."""
    return all(demand.stance == "accepts" for demand in case.demands_of(party, issue))


def accepted(case: Case, party: str, issue: str) -> frozenset[str]:
    """Return the rungs of an issue that a party has accepted in so many words."""
    said = {demand.rung for demand in case.demands_of(party, issue) if demand.stance == "accepts"}
    return frozenset(said.union(a.rung for a in case.agreed if a.issue == issue and party in a.parties))


def opposition(case: Case, silences: int) -> float:
    """Return the chance in [0, 1] that so many silent parties all oppose: the mean of pi to that power.

    Examples
    --------
    >>> round(opposition(Case("none"), 1), 3)
    0.725
    """
    return _mean_power(*_range(case), silences)


def consent(case: Case, silences: int) -> float:
    """Return the chance in [0, 1] that so many silent parties all agree: the mean of 1 - pi to that power.

    Examples
    --------
    >>> round(consent(Case("none"), 1), 3), consent(Case("none"), 0)
    (0.275, 1.0)
    """
    low, high = _range(case)
    return _mean_power(1 - high, 1 - low, silences)


def holding(case: Case, lines: int) -> float:
    """Return the chance in [0, 1] that so many red lines all hold: the mean of rho to that power.

    Examples
    --------
    >>> holding(Case("none"), 1), holding(Case("none"), 0)
    (0.8, 1.0)
    """
    return _mean_power(*ranges(case)["red-line-holds"], lines)


def _range(case: Case) -> tuple[float, float]:
    return ranges(case)["silence-opposed"]


def _mean_power(low: float, high: float, power: int) -> float:
    """Mean of u^power for u ~ U(low, high): the silences of one draw share one pi, so they are not independent."""
    if high == low:
        return float(low**power)
    mean = (high ** (power + 1) - low ** (power + 1)) / ((power + 1) * (high - low))
    return round(mean, 12)  # so that the mean of .5 and .95 reads .725


def name_of(case: Case, party: str) -> str:
    """Return a party's name as it stands inside a sentence: the West, but Russia."""
    names = {other.id: with_article(other.name) for other in case.parties}
    return names.get(party, "an outside party" if party == THIRD_PARTY else party)
