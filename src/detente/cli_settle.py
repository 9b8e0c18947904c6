"""The questions that can be asked of a case beside `detente settle`: one concession, one package."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli_case import AS_JSON, CASE
from detente.errors import InputError
from detente.terminal import json_text, safe

if TYPE_CHECKING:
    from detente.case.model import Case, Demand
    from detente.settlement import Change

_STANCES = {"demands": "demand for", "proposes": "proposal of", "rejects": "refusal of", "accepts": "acceptance of"}


@click.command("concessions")
@CASE
@click.option("--by", "party", metavar="PARTY", required=True, help="Who would concede: a party's id.")
@AS_JSON
def settle_concessions(file: Path, party: str, as_json: bool) -> None:
    """Say which single concession by one party would open a deal, the cheapest first."""
    from detente.case import load
    from detente.settlement import concessions, single_concessions

    case = load(file)
    found = single_concessions(case, party)
    needed = bool(concessions(case, limit=1).count)
    if as_json:
        rows = [{"demand": d.id, "issue": d.issue, "rung": d.rung, "stance": d.stance} for d in found]
        click.echo(json_text({"party": party, "needed": needed, "concessions": rows}))
        return
    name = case.party(party).name
    for demand in found:
        click.echo(safe(f"{name} could drop its {_told(case, demand)}; that alone opens a deal"))
    if not found and needed:
        click.echo(safe(f"no single concession by {name} opens a deal"))
    elif not found:
        click.echo("nothing need be conceded, or no concession helps: `detente settle` says which")


@click.command("change")
@CASE
@click.option("--package", required=True, metavar="ISSUE=RUNG,...", help="What is proposed, such as aid=all,land=line.")
@click.option("--for", "party", metavar="PARTY", required=True, help="Who would have to accept it: a party's id.")
@AS_JSON
def settle_change(file: Path, package: str, party: str, as_json: bool) -> None:
    """Say what would have to change for a package to be acceptable to a party.

    An issue that the package leaves out stays as it is today.
    """
    from detente.case import load
    from detente.settlement import what_would_change

    case = load(file)
    found = what_would_change(case, _package(package.split(",")), party)
    if as_json:
        rows = [{"kind": c.kind, "what": c.what, "amount": c.amount, "option": c.option} for c in found]
        click.echo(json_text({"party": party, "acceptable": not found, "changes": rows}))
        return
    name = case.party(party).name
    for change in found:
        click.echo(safe(_sentence(case, name, change)))
    if not found:
        click.echo(safe(f"nothing: the package meets all that {name} asks for, and what no deal is worth to it"))


def _package(parts: Iterable[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for part in parts:
        issue, sign, rung = (piece.strip() for piece in part.partition("="))
        if not (issue and sign and rung):
            raise InputError(f"--package: {part!r} is no ISSUE=RUNG; write them like aid=all,land=line")
        if issue in chosen:
            raise InputError(f"--package: {issue} is named twice; one option per issue")
        chosen[issue] = rung
    return chosen


def _told(case: "Case", demand: "Demand") -> str:
    issue = case.issue(demand.issue)
    what = demand.terms or issue.rung(demand.rung).label or demand.rung
    return f"{_STANCES[demand.stance]} “{what}” ({issue.name.lower()})"


def _sentence(case: "Case", name: str, change: "Change") -> str:
    if change.kind == "demand":
        (demand,) = (d for d in case.demands if d.id == change.what)
        hard = " and holds it sacred" if demand.sacred else " and calls it a red line" if demand.red_line else ""
        return f"{name} would have to give up its {_told(case, demand)}{hard}"
    if change.kind == "value":
        return f"the package is worth {change.amount:.4g} less to {name} than no deal"
    issue = case.issue(change.what)
    label = issue.rung(change.option).label or change.option
    return f"“{label}” on {issue.name.lower()} instead would alone make up for that ({change.amount:+.4g})"


COMMANDS = (settle_concessions, settle_change)
