"""Those who are no side and matter all the same: who could break a package, and whose guarantee a term needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.case.model import THIRD_PARTY, Case, Demand, Party
from detente.settlement.questions import unmet
from detente.settlement.readable import Readable
from detente.settlement.results import Package
from detente.settlement.stances import name_of


@dataclass(frozen=True, slots=True)
class Objection:
    """A package that a spoiler has reason to break.

    Parameters
    ----------
    kinds, package
        Of the package worth reading.
    demands
        Ids of the spoiler's demands that it leaves unmet: what it would need.
    """

    kinds: tuple[str, ...]
    package: Package
    demands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What a guarantor or a spoiler has to do with the packages worth reading.

    Parameters
    ----------
    party, role
        Id; guarantor | spoiler.
    at_table
        Whether it is at the table.
    terms
        (issue id, rung id) of every term that only comes about if it acts.
    could_give
        The same of guarantees that the case asks of nobody by name; a guarantor could be the one.
    needed_by
        Kinds of the packages worth reading that have one of its terms.
    breaks
        Packages that leave a demand of a spoiler unmet; None where the case holds no demand of it: nobody knows.
    text
        One or two sentences.
    """

    party: str
    role: str
    at_table: bool
    terms: tuple[tuple[str, str], ...]
    could_give: tuple[tuple[str, str], ...]
    needed_by: tuple[tuple[str, ...], ...]
    breaks: tuple[Objection, ...] | None
    text: str


def parts(case: Case, packages: Sequence[Readable]) -> tuple[Part, ...]:
    """Return what the guarantors and spoilers of a case have to do with some packages.

    Parameters
    ----------
    case
        The negotiation.
    packages
        The packages worth reading.

    Examples
    --------
    >>> parts(Case("river", (Party("militia", "Militia", "spoiler"),)), ())[0].text
    'what Militia wants is not in the case, so nobody can say which packages it would break'
    """
    found = (party for party in case.parties if party.role in ("guarantor", "spoiler"))
    return tuple(_part(case, party, packages) for party in found)


def _part(case: Case, party: Party, packages: Sequence[Readable]) -> Part:
    terms = _terms(case, party.id)
    could_give = _terms(case, THIRD_PARTY, robust=True) if party.role == "guarantor" else ()
    needed_by = tuple(one.kinds for one in packages if {(t.issue, t.rung) for t in one.terms} & set(terms))
    breaks = _breaks(case, party.id, packages) if party.role == "spoiler" else ()
    words = (
        _spoiled(case, party, packages, breaks)
        if party.role == "spoiler"
        else _guaranteed(case, party, terms, could_give, needed_by, packages)
    )
    return Part(party.id, party.role, party.at_table, terms, could_give, needed_by, breaks, words)


def _terms(case: Case, party: str, robust: bool = False) -> tuple[tuple[str, str], ...]:
    return tuple(
        (issue.id, rung.id)
        for issue in case.issues
        for rung in issue.hull
        if party in rung.deliverers and rung.id != issue.status_quo and (rung.robust or not robust)
    )


def _breaks(case: Case, party: str, packages: Sequence[Readable]) -> tuple[Objection, ...] | None:
    if not any(demand.party == party for demand in case.demands):
        return None
    left = ((one, unmet(case, one.package, party)) for one in packages)
    return tuple(Objection(one.kinds, one.package, tuple(d.id for d in demands)) for one, demands in left if demands)


def _spoiled(case: Case, party: Party, packages: Sequence[Readable], breaks: tuple[Objection, ...] | None) -> str:
    who = name_of(case, party.id)
    if breaks is None:
        return f"what {who} wants is not in the case, so nobody can say which packages it would break"
    where = "at the table" if party.at_table else "not at the table"
    if not breaks:
        return f"{who}, {where}, has no demand that a package worth reading leaves unmet"
    needed = {id for objection in breaks for id in objection.demands}
    wants = "; ".join(wish(case, demand) for demand in case.demands if demand.id in needed)
    return (
        f"{who}, {where}, has reason to break {len(breaks)} of {len(packages)} packages worth reading; "
        f"it would need: {wants}"
    )


def wish(case: Case, demand: Demand) -> str:
    """Return in a few words what would meet a demand.

    Parameters
    ----------
    case, demand
        The demand is one of the case's.
    """
    issue = case.issue(demand.issue)
    label = issue.rung(demand.rung).label or demand.rung
    return f"{issue.name.lower()}: {'not ' if demand.stance == 'rejects' else ''}“{label}”"


def _guaranteed(
    case: Case,
    party: Party,
    terms: Sequence[tuple[str, str]],
    could_give: Sequence[tuple[str, str]],
    needed_by: Sequence[tuple[str, ...]],
    packages: Sequence[Readable],
) -> str:
    who = name_of(case, party.id)
    away = "" if party.at_table else ", who is not at the table"
    said = []
    if terms:
        said.append(f"only with {who}{away}: {_listed(case, terms)}")
        said.append(f"{len(needed_by)} of {len(packages)} packages worth reading need that" if packages else "")
    if could_give:
        said.append(f"{who} could be the third party for {_listed(case, could_give)}")
    return "; ".join(part for part in said if part) or f"no term of the case names {who} among those who must act"


def _listed(case: Case, terms: Sequence[tuple[str, str]]) -> str:
    named = ((case.issue(issue), rung) for issue, rung in terms)
    return "; ".join(f"{issue.name.lower()}: {issue.rung(rung).label or rung}" for issue, rung in named)
