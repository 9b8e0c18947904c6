"""Two questions asked of a case: which one concession would open a deal, and what would make a package acceptable."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from detente.case.model import Case, Demand
from detente.errors import InputError
from detente.settlement.bargaining import model, value_of
from detente.settlement.blockers import concessions
from detente.settlement.stances import allowed


@dataclass(frozen=True, slots=True)
class Change:
    """Something that would make a package acceptable to a party, by itself or with the others.

    Parameters
    ----------
    kind
        demand: the party drops it; value: what the package lacks to its reservation value; issue: an option on one
        issue that alone would make up for that.
    what
        Demand id; "" for a value; issue id.
    amount
        Utility gained or lacking; None for a demand.
    option
        For an issue: the rung that would do, the one that costs the other parties least in sum.
    """

    kind: str
    what: str
    amount: float | None = None
    option: str = ""


def single_concessions(case: Case, party: str) -> tuple[Demand, ...]:
    """Return the demands of a party of which dropping any one alone opens a deal, the cheapest first.

    Parameters
    ----------
    case
        Any case.
    party
        Id of who would concede.

    Returns
    -------
    tuple
        Empty where no single concession of that party is enough, and where nothing need be conceded.

    Raises
    ------
    InputError
        Where the case has no such party.

    Examples
    --------
    >>> from detente.case.model import Issue, Party, Rung
    >>> aid = Issue("aid", "Aid", "stake", (Rung("no", 0, ""), Rung("yes", 1, "", stated=True)), "no")
    >>> demands = (Demand("a", "aid", "yes", "demands"), Demand("b", "aid", "yes", "rejects"))
    >>> case = Case("aid", (Party("a", "A", "side"), Party("b", "B", "side")), (aid,), demands)
    >>> [demand.id for demand in single_concessions(case, "b")]
    ['b.aid.rejects.yes']
    """
    _known(case, party)
    found = [one.demands[0] for one in concessions(case).found if len(one.demands) == 1]
    own = {demand.id: demand for demand in case.demands if demand.party == party}
    return tuple(own[id] for id in found if id in own)


def what_would_change(case: Case, package: Mapping[str, str], party: str) -> tuple[Change, ...]:
    """Return what would have to change for a package to be acceptable to a party; nothing where it is.

    Parameters
    ----------
    case
        Any case; where it states preferences, values count as well.
    package
        Issue id to rung id. A stake issue that is left out stays at its status quo.
    party
        Id.

    Returns
    -------
    tuple
        Demands of the party that the package does not meet: all of them would have to give way. Then, where the
        package is worth less to the party than no deal, what it lacks, and every issue on which another option alone
        makes up for it.

    Raises
    ------
    InputError
        Where the case has no such party, issue or rung.

    Examples
    --------
    >>> from detente.case.model import Issue, Party, Rung
    >>> aid = Issue("aid", "Aid", "stake", (Rung("no", 0, ""), Rung("yes", 1, "", stated=True)), "no")
    >>> demands = (Demand("a", "aid", "yes", "demands"),)
    >>> case = Case("aid", (Party("a", "A", "side"), Party("b", "B", "side")), (aid,), demands)
    >>> [change.what for change in what_would_change(case, {"aid": "no"}, "a")]
    ['a.aid.demands.yes']
    """
    _known(case, party)
    ladders = {one.id: [rung.id for rung in one.rungs] for one in case.issues}
    for issue, rung in package.items():
        if rung not in ladders.get(issue, ()):
            known = [f"{issue}={id}" for id in ladders.get(issue, ())] or ladders
            raise InputError(f"the case has no {issue}: {rung}; choose one of {', '.join(known)}")
    broken = (Change("demand", demand.id) for demand in unmet(case, package, party))
    return (*broken, *_lacking(case, package, party))


def unmet(case: Case, package: Mapping[str, str], party: str) -> tuple[Demand, ...]:
    """Return the demands of a party that a package does not meet.

    Parameters
    ----------
    case
        Any case.
    package
        Issue id to rung id. A stake issue that is left out stays at its status quo.
    party
        Id.
    """
    left = {one.id: one.status_quo for one in case.issues if one.role == "stake" and one.status_quo}
    whole = {**left, **package}
    own = (demand for demand in case.demands if demand.party == party and demand.issue in whole)
    return tuple(demand for demand in own if whole[demand.issue] not in allowed(case, demand))


def _lacking(case: Case, package: Mapping[str, str], party: str) -> tuple[Change, ...]:
    valued = {row.party for row in case.preferences} & {side.id for side in case.sides}
    if party not in valued:
        return ()
    # Every option counts here, those that a red line closes as well: what gives way is the question.
    built = model(replace(case, demands=()))
    if left := [issue for issue in built.issues if issue not in package]:
        raise InputError(f"the package has nothing on {', '.join(left)}; name an option for every issue")
    lack = built.reservation[party] - value_of(built, party, package)
    if lack <= 0:
        return ()
    changes = [Change("value", "", lack)]
    for k, issue in enumerate(built.issues):
        own = built.worth[party].get(issue, {})
        enough = [rung for rung in built.rungs[k] if own and own[rung] - own[package[issue]] >= lack]
        if enough:
            best = min(enough, key=lambda rung: (_cost(built.worth, issue, package[issue], rung, party), rung))
            changes.append(Change("issue", issue, own[best] - own[package[issue]], best))
    return tuple(changes)


def _cost(worth: Mapping[str, Mapping[str, Mapping[str, float]]], issue: str, old: str, new: str, party: str) -> float:
    others = (tables[issue] for other, tables in worth.items() if other != party and issue in tables)
    return sum(table[old] - table[new] for table in others)


def _known(case: Case, party: str) -> None:
    known = [one.id for one in case.parties]
    if party not in known:
        raise InputError(f"the case has no party {party!r}; it has {', '.join(known) or 'none'}")
