"""A case as a YAML file that a person can write and edit."""

import contextlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO, TypeVar

from detente.case.calendar import Calendar
from detente.case.model import (
    Agreed,
    Basis,
    Case,
    Constraint,
    Demand,
    Evidence,
    Happening,
    Issue,
    Meeting,
    Order,
    Party,
    Rung,
)
from detente.case.preferences import Amount, Limit, Preferences, amount, written
from detente.case.references import reference_faults
from detente.case.schema import (
    AgreedRow,
    AmountBased,
    Based,
    CaseRow,
    DemandRow,
    IssueRow,
    PartyRow,
    PreferencesRow,
    RungRow,
    read_form,
)
from detente.errors import CaseError
from detente.ontology.issues import issues as shipped_issues
from detente.ontology.tables import load_yaml

Made = TypeVar("Made", Party, Issue, Rung, Demand, Order, Agreed, Constraint, Meeting, Happening)

LINE_ITEMS = 5
"""Five ids of entries fit a line of 120 characters."""

HEAD = """\
A Detente case: a negotiation as a model. Edit it and pass it back with --case FILE.

  parties      role: side (its consent is needed) | mediator | guarantor (gives what makes a deal hold) |
               spoiler (is not asked, and can break a deal) | outside; at_table: met in the latest round
  issues       role: stake | termination | procedure; rungs in rising order of x in [0, 1];
               deliverers: who must do something for a rung; phi: how far fighting decides the issue, [low, high];
               reversible: whether a step can be taken back, reversal: how, or why not;
               part_of: an id that the parts of one issue share;
               free: true where the rungs are options in no order; then x and status_quo can be left out
  demands      stance: demands | proposes | accepts | rejects (then the rung is the refused one);
               red_line, key, sacred: true or left out; precondition: order | content;
               said_by: whose word it is, where the party itself is not heard on it
  orders       first before then; then: '*' stands for everything else; void: why it binds no more; said_by
  agreed       executed: true where it was carried out; done_by: the date by which it was
  constraints  forbids: a list of [issue, rung] that cannot hold together; or at_most: 1, of: [...];
               or requires: [...] of every package that has all of when: [...]
  preferences  what packages are worth to a party: weights and values, each a number, [low, high] or
               {lognormal: [low, high]} (5th and 95th percentile), or {value: one of these, entries: [...],
               assumption: ...}; without weights, order: the heaviest first
  reservation  value without a deal per side, in [0, 1] or in the units of preferences
  capability   how much a side can move, on any one scale, for the weighted mean and median of the positions
  assumptions  name: [low, high], in place of the priors of the model
  calendar     when the sides meet, where that is known: rounds, every, between, delayed, delay, suspended, deadline
  entries      what a value rests on, by id; the quotes stand under evidence. Both may be left out.
"""


def load(path: Path | str) -> Case:
    """Load a case file.

    Parameters
    ----------
    path
        A YAML file in the form that `dump` writes; only the title and what it is about have to be given.

    Raises
    ------
    CaseError
        With every fault at its line and column; where the file cannot be read or is no YAML.
    """
    path = Path(path)
    data = load_yaml(path, error=CaseError)
    if not isinstance(data, Mapping):
        raise CaseError("a case is a mapping; begin with a line such as 'title: Talks on the river'", file=path)
    row, faults = read_form(data)
    faults = sorted([*faults, *reference_faults(data)], key=lambda fault: (fault.line or 0, fault.column or 0))
    if faults or row is None:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise CaseError(f"{count} in the case", file=path, faults=faults)
    return _case(row)


def dump(case: Case, target: Path | str | TextIO) -> None:
    """Write a case as YAML; a file is written whole or not at all.

    Parameters
    ----------
    case
        Any case.
    target
        A file's path, or a stream.

    Raises
    ------
    CaseError
        Where the file cannot be written.

    Examples
    --------
    >>> import sys
    >>> dump(Case("Talks on a river", (Party("upstream", "Upstream", "side", True),)), sys.stdout)
    # A Detente case: ...
    title: Talks on a river
    parties:
      - id: upstream
        name: Upstream
        role: side
    """
    # The writer leaves spaces behind where it breaks a list; no value can end in one there.
    text = re.sub(r" +$", "", _comment(HEAD) + "\n" + _text(plain(case)), flags=re.MULTILINE)
    if isinstance(target, Path | str):
        _write(Path(target), text)
    else:
        target.write(text)


def update(case: Case, path: Path | str) -> None:
    """Write a case into a case file that a person has edited, changing nothing but what differs.

    Comments stay, except inside a list of orders, agreements, rules, meetings or events that differs.

    Parameters
    ----------
    case
        Any case.
    path
        An existing case file.

    Raises
    ------
    CaseError
        Where the file has faults or cannot be written.
    """
    path = Path(path)
    before, document = plain(load(path)), load_yaml(path, error=CaseError)
    _apply(document, before, plain(case))
    _write(path, _text(document))


def plain(case: Case) -> dict[str, Any]:
    """Return a case as plain mappings and lists in the form of a case file; what has its default is left out."""
    stated = _mentioned(case.demands, case.agreed)
    whole: dict[str, Any] = {"title": case.title, "date": case.date}
    whole["parties"] = [_party_row(party) for party in case.parties]
    whole["issues"] = [_issue_row(issue, stated) for issue in case.issues]
    for key in ("demands", "orders", "agreed", "constraints", "meetings", "happenings"):
        whole[key] = [_row(item) for item in getattr(case, key)]
    whole["calendar"] = None if case.calendar is None else _row(case.calendar)
    whole["preferences"] = [_preferences_row(row) for row in case.preferences]
    whole["reservation"] = {party: written(amount(case.reservation[party])) for party in sorted(case.reservation)}
    whole["capability"] = {party: written(amount(case.capability[party])) for party in sorted(case.capability)}
    whole["assumptions"] = {name: list(pair) for name, pair in sorted(case.assumptions.items())}
    whole["evidence"] = {id: _row(found) for id, found in sorted(case.evidence.items())}
    return {key: value for key, value in whole.items() if key == "title" or value not in (None, [], {})}


def _mentioned(demands: Sequence[Demand | DemandRow], agreed: Sequence[Agreed | AgreedRow]) -> set[tuple[str, str]]:
    """The rungs that a demand or an agreement refers to: those count as stated where the file does not say."""
    return {(item.issue, item.rung) for item in (*demands, *agreed)}


def _party_row(party: Party) -> dict[str, Any]:
    row = _row(party)
    row.pop("at_table", None)
    # A side sits at the table unless the file says that it does not.
    return row | ({} if party.at_table == (party.role == "side") else {"at_table": party.at_table})


def _issue_row(issue: Issue, stated: set[tuple[str, str]]) -> dict[str, Any]:
    row = _row(issue)
    row["rungs"] = [_rung_row(rung, (issue.id, rung.id) in stated) for rung in issue.rungs]
    if issue.free:
        row["rungs"] = [{key: value for key, value in rung.items() if key != "x"} for rung in row["rungs"]]
    if not issue.status_quo:
        del row["status_quo"]
    return row


def _preferences_row(row: Preferences) -> dict[str, Any]:
    shown: dict[str, Any] = {"party": row.party}
    shown["weights"] = {issue: written(weight) for issue, weight in row.weights.items()}
    shown["order"] = [group[0] if len(group) == 1 else list(group) for group in row.order]
    shown["limits"] = [{"coefficients": dict(one.coefficients), "at_least": one.at_least} for one in row.limits]
    shown["values"] = {issue: {id: written(v) for id, v in rungs.items()} for issue, rungs in row.values.items()}
    return {key: value for key, value in shown.items() if value}


def _rung_row(rung: Rung, stated: bool) -> dict[str, Any]:
    row = _row(rung)
    row.pop("stated", None)
    return row | ({} if rung.stated == stated else {"stated": rung.stated})


def _row(item: Any) -> dict[str, Any]:
    """A value's fields by name, without those that are None or have their default; its basis beside them."""
    row: dict[str, Any] = {}
    for f in fields(item):
        value = getattr(item, f.name)
        if isinstance(value, Basis):
            row |= {key: value for key, value in _row(value).items() if value}
        elif value is not None and (f.default is MISSING or value != f.default):
            row[f.name] = _plain_value(value)
    return row


def _plain_value(value: Any) -> Any:
    return [_plain_value(item) for item in value] if isinstance(value, tuple) else value


def _case(row: CaseRow) -> Case:
    stated = _mentioned(row.demands, row.agreed)
    return Case(
        row.title,
        tuple(sorted(map(_party, row.parties), key=lambda party: party.id)),
        tuple(sorted((_issue(issue, stated) for issue in row.issues), key=lambda issue: issue.id)),
        tuple(_made(Demand, item) for item in row.demands),
        tuple(_made(Order, item) for item in row.orders),
        tuple(_made(Agreed, item) for item in row.agreed),
        tuple(_made(Constraint, item) for item in row.constraints),
        tuple(_made(Meeting, item) for item in row.meetings),
        tuple(_made(Happening, item) for item in row.happenings),
        MappingProxyType({party: _number(_amount(value)) for party, value in row.reservation.items()}),
        MappingProxyType(dict(row.assumptions)),
        MappingProxyType({id: Evidence(**dict(found)) for id, found in row.evidence.items()}),
        row.date,
        tuple(map(_preferences, row.preferences)),
        MappingProxyType({party: _number(_amount(value)) for party, value in row.capability.items()}),
        None if row.calendar is None else Calendar(**dict(row.calendar)),
    )


def _number(given: Amount) -> float | Amount:
    return given.low if given.known and given.basis == Basis() else given


def _amount(row: Any) -> Amount:
    return amount(row.model_dump() if isinstance(row, AmountBased) else row)


def _preferences(row: PreferencesRow) -> Preferences:
    return Preferences(
        row.party,
        {issue: {rung: _amount(value) for rung, value in rungs.items()} for issue, rungs in row.values.items()},
        {issue: _amount(weight) for issue, weight in row.weights.items()},
        tuple((group,) if isinstance(group, str) else group for group in row.order),
        tuple(Limit(dict(one.coefficients), float(one.at_least)) for one in row.limits),
    )


def _made(cls: type[Made], row: Based, **known: Any) -> Made:
    values = {key: value for key, value in row if key not in ("entries", "assumption")}
    return cls(**values | known, basis=Basis(row.entries, row.assumption))


def _party(row: PartyRow) -> Party:
    at_table = row.role == "side" if row.at_table is None else row.at_table
    return _made(Party, row, name=row.id if row.name is None else row.name, at_table=at_table)


def _issue(row: IssueRow, stated: set[tuple[str, str]]) -> Issue:
    shipped = shipped_issues().get(row.id)
    name = row.name if row.name is not None else shipped.name if shipped else row.id
    last = max(len(row.rungs) - 1, 1)
    # Free options stand in no order; evenly spread coordinates keep them apart and say nothing.
    rungs = (_rung(rung, (row.id, rung.id) in stated, n / last) for n, rung in enumerate(row.rungs))
    return _made(Issue, row, name=name, rungs=tuple(rungs), status_quo=row.status_quo or "")


def _rung(row: RungRow, stated: bool, x: float) -> Rung:
    label = row.id if row.label is None else row.label
    stated = stated if row.stated is None else row.stated
    return _made(Rung, row, label=label, stated=stated, x=x if row.x is None else row.x)


def _yaml() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 120
    yaml.preserve_quotes = True
    return yaml


def _text(data: Any) -> str:
    stream = io.StringIO()
    _yaml().dump(_laid_out(data) if type(data) is dict else data, stream)
    return stream.getvalue()


def _laid_out(value: Any) -> Any:
    """Short lists of plain values in one line, everything else in blocks."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, str) and "\x85" in value:
        # Written plainly or in single quotes, this line break comes back as another one.
        return DoubleQuotedScalarString(value)
    if isinstance(value, dict):
        return CommentedMap((key, _laid_out(item)) for key, item in value.items())
    if not isinstance(value, list):
        return value
    items = CommentedSeq(map(_laid_out, value))
    if len(value) <= LINE_ITEMS and not any(isinstance(item, dict) for item in value):
        items.fa.set_flow_style()
    return items


def _comment(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())


def _apply(document: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    for key in before.keys() - after.keys():
        document.pop(key, None)
    for key, value in after.items():
        if key in before and before[key] == value:
            continue
        known = key in before and document.get(key) is not None
        document[key] = _changed(document[key], before[key], value) if known else _laid_out(value)


def _changed(document: Any, before: Any, after: Any) -> Any:
    if isinstance(before, dict) and isinstance(after, dict):
        _apply(document, before, after)
        return document
    if isinstance(before, list) and isinstance(after, list) and all(map(_identity, [*before, *after])):
        return _changed_rows(document, before, after)
    return _laid_out(after)


def _changed_rows(document: Any, before: Sequence[Any], after: Sequence[Any]) -> Any:
    rows, old = ({_identity(row): row for row in part} for part in (document, before))
    new = [_identity(row) for row in after]
    if set(new) == set(rows):
        # The person's own order stays, with the comments between the rows.
        for row in after:
            _apply(rows[_identity(row)], old[_identity(row)], row)
        return document
    for n in range(len(document) - 1, -1, -1):
        if _identity(document[n]) not in new:
            del document[n]
    for row in after:
        if _identity(row) in rows:
            _apply(rows[_identity(row)], old[_identity(row)], row)
        else:
            document.append(_laid_out(row))
    return document


def _identity(row: Any) -> tuple[str, ...] | None:
    if not isinstance(row, dict):
        return None
    if "id" in row:
        return (row["id"],)
    return tuple(row[key] for key in ("party", "issue", "stance", "rung")) if "stance" in row else None


def _write(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(text.encode())
        part.replace(path)
    except OSError as exc:
        with contextlib.suppress(OSError):
            part.unlink()
        raise CaseError(f"cannot be written: {exc.strerror or exc}; give another path", file=path) from None
