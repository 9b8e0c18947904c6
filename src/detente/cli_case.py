"""The commands that make, check, show and compare case files."""

from pathlib import Path
from typing import Any

import click

from detente.cli_work import write_file
from detente.errors import CaseError
from detente.terminal import json_text, safe

CASE = click.argument("file", metavar="CASE", type=click.Path(path_type=Path))
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write the case file; stdout by default."
)


def written(text: str, output: Path | None, said: str = "") -> None:
    """Write to a file, or to stdout."""
    if output is None:
        click.echo(text, nl=False)
        return
    write_file(output, text)
    click.echo(said or f"The case is in {output}; edit it and pass it back with --case", err=True)


@click.command("import")
@click.argument("domain", type=click.Path(path_type=Path))
@click.argument("profiles", nargs=-1, type=click.Path(path_type=Path))
@OUTPUT
@click.option("--title", help="What the talks are about; the domain's name by default.")
def case_import(domain: Path, profiles: tuple[Path, ...], output: Path | None, title: str | None) -> None:
    """Make a case of a published domain: Genius XML or NegMAS YAML, one profile per party, linear additive.

    The first profile is the first party. Utilities stay in the units of the files.
    """
    from io import StringIO

    from detente.case import dump, import_case

    dump(import_case(domain, profiles, title=title), text := StringIO())
    written(text.getvalue(), output)


@click.command("check")
@click.argument("files", metavar="CASE...", nargs=-1, required=True, type=click.Path(path_type=Path))
def case_check(files: tuple[Path, ...]) -> None:
    """Check case files: every fault with its line and column, in all of them."""
    from detente.case import load

    faulty = []
    for file in files:
        try:
            case = load(file)
        except CaseError as exc:
            faulty.append(str(exc))
            continue
        click.echo(
            f"{file}: {len(case.parties)} parties, {len(case.issues)} issues, {len(case.demands)} demands; no fault"
        )
    if faulty:
        raise CaseError("\n".join(faulty))


@click.command("schema")
@OUTPUT
def case_schema(output: Path | None) -> None:
    """Print the JSON Schema of case files, with which editors complete and check them."""
    from detente.case import json_schema

    written(json_text(json_schema()) + "\n", output, f"The schema is in {output}")


@click.command("show")
@CASE
@AS_JSON
def case_show(file: Path, as_json: bool) -> None:
    """Show a case: who, about what, with which demands, orders and rules."""
    from detente.case import load, outline, plain

    case = load(file)
    if as_json:
        click.echo(json_text(plain(case)))
        return
    for line in outline(case):
        click.echo(safe(line))


@click.command("diff")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@AS_JSON
def case_diff(before: Path, after: Path, as_json: bool) -> None:
    """Show in what two cases differ, field by field; the order of rows does not count."""
    from detente.case import differences, load

    found = differences(load(before), load(after))
    if as_json:
        click.echo(json_text([{"field": one.field, "before": one.before, "after": one.after} for one in found]))
        return
    for one in found:
        click.echo(safe(str(one)))
    if not found:
        click.echo("no difference")


@click.command("new")
@click.argument("parties", nargs=-1, metavar="PARTY PARTY...")
@click.option("--issue", "issues", multiple=True, metavar="ISSUE", help="An issue of the table of issues, or your own.")
@click.option("--title", help="What the talks are about.")
@OUTPUT
def case_new(parties: tuple[str, ...], issues: tuple[str, ...], title: str | None, output: Path | None) -> None:
    """Start a case file by hand: the parties, and the ladders of the issues named."""
    from io import StringIO

    from detente.case import dump, new_case

    dump(new_case(parties, issues, title=title), text := StringIO())
    written(text.getvalue(), output)


@click.command("why")
@CASE
@click.argument("issue")
@AS_JSON
def case_why(file: Path, issue: str, as_json: bool) -> None:
    """Say what the case holds on ISSUE and why: the entries and quotes behind each choice, and its rule."""
    from detente.case import load, reasons

    found: list[Any] = list(reasons(load(file), issue))
    if as_json:
        click.echo(
            json_text([{"what": r.what, "rule": r.rule, "entries": r.entries, "quotes": r.quotes} for r in found])
        )
        return
    for reason in found:
        click.echo(safe(reason.what))
        click.echo(f"    rule: {safe(reason.rule)}")
        for id, quote in zip(reason.entries, reason.quotes, strict=True):
            click.echo(f"    {id[:8]} “{safe(' '.join(quote.split()))}”")


@click.command("bring")
@CASE
@click.argument("party")
@click.option("--role", type=click.Choice(["side", "mediator", "guarantor", "spoiler", "outside"]), help="Its role.")
@click.option("--for", "stands_for", default="", metavar="DELIVERER", help="It acts in place of this deliverer.")
@click.option("--name", default="", help="Its name in plain English.")
@click.option("--away", is_flag=True, help="It matters, and stays away from the table.")
def case_bring(file: Path, party: str, role: Any, stands_for: str, name: str, away: bool) -> None:
    """Bring PARTY to the table of the case file CASE, or change its role; comments in the file stay.

    A party that the case does not have is added.
    """
    from detente.case import bring_in, load, update

    update(bring_in(load(file), party, role=role, stands_for=stands_for, name=name, at_table=not away), file)
    click.echo(f"{safe(party)} is {'away from' if away else 'at'} the table in {file}", err=True)


COMMANDS = (case_import, case_check, case_schema, case_show, case_diff, case_new, case_why, case_bring)
