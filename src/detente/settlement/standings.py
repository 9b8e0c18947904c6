"""What stands where now: agreed, open, contested, waiting for somebody absent, or not mentioned at all."""

from collections.abc import Iterator

from detente.case.model import Agreed, Case, Demand, Issue, Rung
from detente.ontology.issues import IssueKind
from detente.ontology.issues import issues as issue_kinds
from detente.settlement.results import Standing, State
from detente.settlement.stances import allowed, consent, has_say, missing, name_of, obligors

FORMAT = "format"
"""The issue of how and whether to talk: its agreements are carried out by the next meeting."""


def standings(case: Case) -> tuple[Standing, ...]:
    """Return where every stated rung of every issue stands, and which sibling issues nobody mentions.

    A rung is *contested* where a party with a say refuses it or insists on something that excludes it; it *needs*
    those deliverers who are not at the table; it is *agreed* where everybody who would have to act has agreed to just
    this; otherwise it is *open*, with the chance that those who are silent about it would agree. Who only gains by it
    is taken to consent, and the note says so. With fewer than two sides nothing is agreed. An agreement that has been
    carried out is spent, unless the step can be taken again; so is one to go on talking, once there has been a meeting.

    Parameters
    ----------
    case
        The case.

    Returns
    -------
    tuple of Standing
        By issue id and rising coordinate of the rung; the issues that nobody mentions last.

    Examples
    --------
    >>> from detente.case.model import Party
    >>> aid = Issue("aid", "Aid", "stake", (Rung("no", 0, "none"), Rung("yes", 1, "relief", ("b",), stated=True)), "no")
    >>> sides = (Party("a", "A", "side", True), Party("b", "B", "side", True))
    >>> standings(Case("aid", sides, (aid,), (Demand("a", "aid", "yes", "demands"),)))[0].state
    'open'
    """
    stated = [
        _standing(case, issue, rung)
        for issue in sorted(case.issues, key=lambda issue: issue.id)
        for rung in issue.rungs
        if rung.stated
    ]
    return (*stated, *_unmentioned(case))


def _standing(case: Case, issue: Issue, rung: Rung) -> Standing:
    spent = _spent(case, issue, rung)
    willing = _willing(case, issue, rung, spent)
    against = _against(case, issue, rung, willing)
    acting, away = obligors(case, issue, rung), missing(case, issue, rung)
    quiet = [party for party in acting if party not in willing]
    is_open = bool(quiet) or not acting or _alone(case)
    state: State = "contested" if against else "needs" if away else "open" if is_open else "agreed"
    return Standing(
        issue.id,
        rung.id,
        state,
        _chance(case, issue, rung, len(quiet)) if state == "open" and acting and not _alone(case) else None,
        away,
        acting,
        "; ".join(_notes(case, issue, rung, state, against, willing, spent)),
        _basis(case, issue, rung, against),
    )


def _alone(case: Case) -> bool:
    """One party's own word is no agreement."""
    return len(case.sides) < 2


def _chance(case: Case, issue: Issue, rung: Rung, silences: int) -> float:
    """Silence about a change is opposed with chance pi; silence about leaving things as they are is no opposition."""
    return 1.0 if rung.id == issue.status_quo else consent(case, silences)


def _spent(case: Case, issue: Issue, rung: Rung) -> tuple[Agreed, ...]:
    """Agreements on this rung that have been carried out and cannot be carried out again."""
    on = [a for a in case.agreed if (a.issue, a.rung) == (issue.id, rung.id)]
    done = (a for a in on if a.executed or (issue.id == FORMAT and _met_since(case, a)))
    return () if issue.repeatable else tuple(sorted(done, key=lambda a: (a.date or "", a.parties)))


def _met_since(case: Case, agreed: Agreed) -> bool:
    """Return whether those who agreed to go on talking have met again, so that the agreement is used up."""
    told = [case.evidence[id].date for id in agreed.basis.entries if id in case.evidence]
    day = agreed.date or max((date for date in told if date), default="")
    held = [m.date for m in case.meetings if m.outcome != "scheduled" and set(agreed.parties) <= set(m.parties)]
    return bool(day) and any(date[: len(day)] > day[: len(date)] for date in held if date)


def _willing(case: Case, issue: Issue, rung: Rung, spent: tuple[Agreed, ...]) -> frozenset[str]:
    """Return who has agreed to, or asked for, just this rung; an acceptance that is spent counts no more."""
    accepts = {d.party for d in _on(case, issue, rung) if d.stance == "accepts"}
    accepts |= {p for a in case.agreed if (a.issue, a.rung) == (issue.id, rung.id) for p in a.parties}
    asks = {d.party for d in _on(case, issue, rung) if d.stance in ("demands", "proposes")}
    return frozenset(asks | accepts.difference(*(a.parties for a in spent)))


def _on(case: Case, issue: Issue, rung: Rung) -> Iterator[Demand]:
    return (d for d in case.demands if (d.issue, d.rung) == (issue.id, rung.id))


def _against(case: Case, issue: Issue, rung: Rung, willing: frozenset[str]) -> tuple[Demand, ...]:
    """Return the positions that exclude a rung, of parties that have not agreed to it all the same."""
    return tuple(
        demand
        for demand in sorted(case.demands, key=lambda d: d.id)
        if demand.issue == issue.id
        and has_say(case, demand.party, issue)
        and rung.id not in allowed(case, demand)
        and (demand.stance == "rejects" or demand.sacred or demand.party not in willing)
    )


def _notes(
    case: Case,
    issue: Issue,
    rung: Rung,
    state: State,
    against: tuple[Demand, ...],
    willing: frozenset[str],
    spent: tuple[Agreed, ...],
) -> Iterator[str]:
    acting = obligors(case, issue, rung)
    if not acting:
        yield "nobody is known who would have to act"
    if against:
        refusing = {d.party for d in against if d.stance == "rejects"}
        insisting = {d.party for d in against} - refusing
        yield from (f"{_names(case, refusing)} {_s(refusing, 'refuse')} it",) if refusing else ()
        yield from (f"{_names(case, insisting)} {_s(insisting, 'insist')} on something else",) if insisting else ()
    gaining = {side.id for side in case.sides} - {*acting, *willing, *(d.party for d in against)}
    if state == "open" and _alone(case):
        yield "no other side is heard: nothing is agreed"
    if state == "agreed" and gaining:
        yield f"consent of {_names(case, gaining)} is presumed: nothing is asked of it"
    for agreed in spent:
        yield f"agreed{_on_day(agreed)} and carried out: spent, a further step needs a new agreement"
    if issue.repeatable:
        for agreed in case.agreed:
            if (agreed.issue, agreed.rung) == (issue.id, rung.id) and agreed.executed:
                yield f"agreed{_on_day(agreed)} and carried out; the step can be taken again"
    for agreed in case.agreed:
        if (agreed.issue, agreed.rung) == (issue.id, rung.id) and set(agreed.parties) < {p.id for p in case.sides}:
            yield f"agreed{_on_day(agreed)} between {_names(case, set(agreed.parties))} only"
    offering = set(missing(case, issue, rung)) & willing
    if offering:
        yield f"{_names(case, offering)} {'has' if len(offering) == 1 else 'have'} agreed, but not at the table"
    if state == "open" and rung.id == issue.status_quo:
        yield "nothing changes; silence is taken as consent to that"


def _on_day(agreed: Agreed) -> str:
    return (
        f" on {agreed.date}" if agreed.date and len(agreed.date) == 10 else f" in {agreed.date}" if agreed.date else ""
    )


def _names(case: Case, parties: set[str]) -> str:
    return " and ".join(sorted(name_of(case, party) for party in parties))


def _s(parties: set[str], verb: str) -> str:
    return f"{verb}s" if len(parties) == 1 else verb


def _basis(case: Case, issue: Issue, rung: Rung, against: tuple[Demand, ...]) -> tuple[str, ...]:
    entries = [*rung.basis.entries]
    for demand in [*_on(case, issue, rung), *against]:
        entries += demand.basis.entries
    for agreed in case.agreed:
        if (agreed.issue, agreed.rung) == (issue.id, rung.id):
            entries += agreed.basis.entries
    return tuple(sorted(set(entries)))


def _unmentioned(case: Case) -> Iterator[Standing]:
    """Siblings in the table of issues that nobody mentions: where a swap is talked about, why not the dead?"""
    mentioned = {issue.id for issue in case.issues}
    kinds = {id: kind for id, kind in issue_kinds().items() if _humanitarian(kind)}
    if mentioned & set(kinds):
        for id in sorted(set(kinds) - mentioned):
            yield Standing(
                id, kinds[id].status_quo, "not mentioned", note=f"nobody mentions it: {kinds[id].definition}"
            )


def _humanitarian(kind: IssueKind) -> bool:
    """Return whether a step can be taken while fighting goes on and is not decided by it: prisoners, aid, the dead."""
    return kind.separable and kind.phi == (0, 0)
