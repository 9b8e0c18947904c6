"""Looking at a case: an outline, what two cases differ in, why an issue stands as it does, and a case to start from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from detente.case.model import Basis, Case, Issue, Party, PartyRole, Rung, name_id
from detente.case.preferences import written
from detente.case.schema import CaseRow
from detente.case.yaml import plain
from detente.errors import InputError
from detente.ontology.issues import issues as shipped_issues


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two cases do not share.

    Parameters
    ----------
    field
        Such as ``demands.a.aid.demands.all.red_line``.
    before, after
        Its values as JSON has them, None where it is not there.

    Examples
    --------
    >>> print(Difference("date", None, "2025"))
    + date: "2025"
    """

    field: str
    before: Any
    after: Any

    def __str__(self) -> str:
        """Return the difference in one line: + for new, - for gone, ~ for changed."""
        old, new = (json.dumps(value, ensure_ascii=False) for value in (self.before, self.after))
        if self.before is None:
            return f"+ {self.field}: {new}"
        return f"- {self.field}: {old}" if self.after is None else f"~ {self.field}: {old} -> {new}"


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that a case holds on an issue, and what it rests on.

    Parameters
    ----------
    what
        In one line.
    rule
        The rule of construction, or who set it.
    entries, quotes
        Ids of entries, and their exact words ("" where the case has no evidence).
    """

    what: str
    rule: str
    entries: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of case files.

    Examples
    --------
    >>> json_schema()["required"]
    ['title']
    """
    return CaseRow.model_json_schema() | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Detente case",
    }


def outline(case: Case) -> list[str]:
    """Return a case in lines for a reader.

    Examples
    --------
    >>> outline(Case("Talks on a river", (Party("a", "Arland", "side", True),)))
    ['Talks on a river', '', 'Parties', '  a: Arland, side, at the table']
    """
    lines = [case.title + (f" (to {case.date})" if case.date else "")]
    away = {True: "at the table", False: "not at the table"}
    parts: list[tuple[str, list[str]]] = [
        ("Parties", [f"{p.id}: {p.name}, {p.role}, {away[p.at_table]}" for p in case.parties]),
        ("Issues", [_issue(issue) for issue in case.issues]),
        ("Demands", [_demand(d) for d in case.demands]),
        (
            "Orders",
            [f"{o.party}: {o.first} before {o.then}" + (f" (void: {o.void})" if o.void else "") for o in case.orders],
        ),
        ("Agreed", [f"{a.issue}: {a.rung}, {' and '.join(a.parties)}" for a in case.agreed]),
        ("Rules", [f"{rule.id}: {rule.text}" for rule in case.constraints]),
        ("Preferences", [f"{row.party}: {len(row.values)} issues" for row in case.preferences]),
    ]
    for head, rows in parts:
        lines += ["", head, *(f"  {row}" for row in rows)] if rows else []
    return lines


def _issue(issue: Issue) -> str:
    rungs = ", ".join(f"{rung.id}{'*' if rung.id == issue.status_quo else ''}" for rung in issue.rungs)
    return f"{issue.id}: {issue.name} ({'options' if issue.free else issue.role}): {rungs}"


def _demand(demand: Any) -> str:
    marks = [name for name in ("red_line", "key", "sacred") if getattr(demand, name)]
    marks += [f"precondition: {demand.precondition}"] if demand.precondition else []
    told = f" “{demand.terms}”" if demand.terms else ""
    marked = f" ({', '.join(marks)})" if marks else ""
    return f"{demand.party} {demand.stance} {demand.issue}: {demand.rung}{told}{marked}"


def differences(before: Case, after: Case) -> tuple[Difference, ...]:
    """Return in what two cases differ, field by field; the order of rows does not count.

    Examples
    --------
    >>> [str(d) for d in differences(Case("a"), Case("b"))]
    ['~ title: "a" -> "b"']
    """
    old, new = dict(_leaves(plain(before), "")), dict(_leaves(plain(after), ""))
    return tuple(
        Difference(key, old.get(key), new.get(key))
        for key in sorted(old.keys() | new.keys())
        if old.get(key) != new.get(key)
    )


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        seen: dict[str, int] = {}
        for item in value:
            name = _name(item)
            seen[name] = seen.get(name, 0) + 1
            yield from _leaves(item, f"{path}.{name}" + (f"#{seen[name]}" if seen[name] > 1 else ""))
    else:
        yield path, value


def _name(row: Mapping[str, Any]) -> str:
    keys = ("id",) if "id" in row else ("party", "issue", "stance", "rung", "first", "then", "date", "type")
    return ".".join(str(row[key]) for key in keys if key in row) or "row"


def reasons(case: Case, issue: str) -> tuple[Reason, ...]:
    """Return everything that a case holds on an issue, with the rule of construction and the entries behind it.

    Raises
    ------
    InputError
        Where the case has no such issue.

    Examples
    --------
    >>> ladder = Issue("aid", "Aid", "stake", (Rung("no", 0, "none"), Rung("all", 1, "all")), "no")
    >>> [reason.rule for reason in reasons(Case("aid", issues=(ladder,)), "aid")]
    ['written by hand']
    """
    known = [one.id for one in case.issues]
    if issue not in known:
        raise InputError(f"the case has no issue {issue!r}; it has {', '.join(known) or 'none'}")
    ladder = case.issue(issue)
    found = [_reason(case, f"issue {_issue(ladder)}", ladder.basis, "")]
    for rung in ladder.rungs:
        if rung.basis.entries or rung.basis.assumption:
            found.append(
                _reason(case, f"rung {rung.id} (x = {rung.x:g}): {rung.label}", rung.basis, "named in the text")
            )
    for demand in case.demands:
        if demand.issue == issue:
            found.append(_reason(case, _demand(demand), demand.basis, "the nearest rung to the terms of the position"))
    for order in case.orders:
        if issue in (order.first, order.then):
            found.append(
                _reason(
                    case, f"{order.party}: {order.first} before {order.then}", order.basis, "a precondition of order"
                )
            )
    for agreed in case.agreed:
        if agreed.issue == issue:
            what = f"agreed: {agreed.rung} by {' and '.join(agreed.parties)}"
            found.append(_reason(case, what, agreed.basis, "a round or event tells of it, or both accept it"))
    for rule in case.constraints:
        pairs = (*rule.forbids, *rule.of, *rule.when, *rule.requires)
        if any(name == issue for name, _ in pairs):
            found.append(_reason(case, f"rule {rule.id}: {rule.text}", rule.basis, ""))
    return (*found, *_amounts(case, issue))


def _amounts(case: Case, issue: str) -> Iterator[Reason]:
    """What is stated of weights and values on an issue."""
    for row in case.preferences:
        if issue in row.weights:
            weight = row.weights[issue]
            yield _reason(case, f"weight for {row.party}: {written(replace(weight, basis=Basis()))}", weight.basis, "")
        for rung, value in row.values.get(issue, {}).items():
            told = f"value of {rung} for {row.party}: {written(replace(value, basis=Basis()))}"
            yield _reason(case, told, value.basis, "")


def _reason(case: Case, what: str, basis: Basis, rule: str) -> Reason:
    quotes = tuple(case.evidence[id].quote if id in case.evidence else "" for id in basis.entries)
    by_hand = "" if basis.entries else "written by hand"
    return Reason(what, basis.assumption or by_hand or rule or "from the entries", basis.entries, quotes)


def new_case(parties: Sequence[str], issues: Sequence[str], *, title: str | None = None) -> Case:
    """Return a case to start from.

    Parameters
    ----------
    parties
        Names of the sides.
    issues
        Ids of the table of issues; others get a ladder of two rungs, to be edited.
    title
        Made of the parties' names where it is not given.

    Raises
    ------
    InputError
        Where two names give the same id.

    Examples
    --------
    >>> [issue.id for issue in new_case(["Norway", "Denmark"], ["toll"]).issues]
    ['toll']
    """
    ids, issue_ids = [name_id(name) for name in parties], [name_id(name) for name in issues]
    for given in (ids, issue_ids):
        twice = sorted({id for id in given if given.count(id) > 1})
        if twice:
            raise InputError(f"{', '.join(twice)}: there twice; give each a name of its own")
    sides = (Party(id, name, "side", True) for id, name in zip(ids, parties, strict=True))
    return Case(
        title or (f"Talks between {' and '.join(parties)}" if parties else "Talks"),
        tuple(sorted(sides, key=lambda party: party.id)),
        tuple(_ladder(id, parties) for id in sorted(issue_ids)),
    )


def bring_in(
    case: Case,
    party: str,
    *,
    role: PartyRole | None = None,
    stands_for: str = "",
    name: str = "",
    at_table: bool = True,
) -> Case:
    """Return a case with a party at the table, one more where it has none of this id.

    Parameters
    ----------
    case
        Any case.
    party
        Id.
    role
        Its role; where not given that of before, of a new party outside.
    stands_for
        Id of a deliverer in whose place it acts from now on, such as `third-party`; "" for nobody.
    name
        In plain English; where not given that of before, of a new party the id.
    at_table
        False for somebody who matters and stays away, such as a spoiler.

    Raises
    ------
    InputError
        Where no rung has a deliverer of the id that it is to stand for.

    Examples
    --------
    >>> bring_in(Case("Talks on a river"), "league", role="guarantor").party("league").at_table
    True
    """
    acting = {id for issue in case.issues for rung in issue.rungs for id in rung.deliverers}
    if not party or party.split() != [party]:
        raise InputError(f"{party!r} is no id of a party: it must be one word, such as norway")
    if stands_for and stands_for not in acting:
        raise InputError(
            f"no rung needs {stands_for!r} to act; those who must are {', '.join(sorted(acting)) or 'none'}"
        )
    old = next((one for one in case.parties if one.id == party), Party(party, party, "outside"))
    new = replace(old, role=role or old.role, name=name or old.name, at_table=at_table)
    others = (one for one in case.parties if one.id != party)
    return replace(
        case,
        parties=tuple(sorted((*others, new), key=lambda one: one.id)),
        issues=tuple(_delivered_by(issue, stands_for, party) for issue in case.issues) if stands_for else case.issues,
    )


def _delivered_by(issue: Issue, old: str, new: str) -> Issue:
    rungs = (
        replace(r, deliverers=tuple(dict.fromkeys(new if id == old else id for id in r.deliverers)))
        for r in issue.rungs
    )
    return replace(issue, rungs=tuple(rungs))


def _filled(label: str, names: Mapping[str, str]) -> str:
    for place, name in names.items():
        label = label.replace(place, name)
    return label


def _ladder(id: str, parties: Sequence[str]) -> Issue:
    kind = shipped_issues().get(id)
    if kind is None:
        two = (Rung("as-is", 0.0, "as it is"), Rung("changed", 1.0, "as asked for"))
        return Issue(id, id, "stake", two, "as-is")
    sides = {"{low}": parties[0], "{high}": parties[1]} if len(parties) > 1 else {}
    rungs = tuple(Rung(rung.id, rung.x, _filled(rung.label, sides)) for rung in kind.rungs)
    because = Basis((), "ladder and coordinates as in the table of issues; labels and deliverers to be filled in")
    return Issue(
        id,
        kind.name,
        kind.role,
        rungs,
        kind.status_quo,
        kind.separable,
        kind.repeatable,
        kind.phi,
        because,
        reversible=kind.reversible,
        reversal=kind.reversal,
    )
