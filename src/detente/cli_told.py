"""The commands that set side by side what a record holds: claims, positions over time, names of parties."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli_options import FILE, TABLES, completing_issues, or_piped
from detente.cli_record import SHOWN, completing, completing_parties, opened, row, table
from detente.cli_work import write_file
from detente.errors import InputError
from detente.terminal import entry_line, fitted, json_text, safe

if TYPE_CHECKING:
    from detente.entries import Claim, Entry
    from detente.record.address import Address
    from detente.record.claims import Account, Derived, Said, Thing
    from detente.record.movement import Course, Step
    from detente.reports import Report

_NAME = 24
_SIGN = {"=": "", ">": "at least ", "<": "up to ", "~": "about "}


_events = completing(lambda kept: [entry.id for kind in ("event", "round") for entry in kept.entries(kind)])


@click.command("claims")
@FILE
@click.option(
    "--event",
    metavar="ID",
    shell_complete=_events,
    help="Figures on this event or meeting; its id or the beginning of it.",
)
@click.option("--party", shell_complete=completing_parties, help="Figures on events of this party, or given by it.")
@click.option("--what", default="", metavar="WORDS", help="Figures on this, such as wounded.")
@or_piped
def record_claims(file: "Path | Address", event: str | None, party: str | None, what: str, as_json: bool) -> None:
    """Show the figures of the record FILE side by side: for each event, who says which, and since when.

    What follows from the figures is marked as derived, with its parts; what cannot all be true is named.
    """
    with opened(file) as kept:
        found = kept.claims(event=event, party=party, what=what)
    if as_json:
        click.echo(json_text([_account(account) for account in found]))
        return
    for account in found:
        _print(account)
    things = [thing for account in found for thing in account.things]
    differ = sum(len(account.contradictions) for account in found)
    click.echo(f"{sum(len(t.said) for t in things)} figure(s) on {len(things)} thing(s); {differ} contradiction(s)")


def _print(account: "Account") -> None:
    if account.event:
        first = account.event.first
        click.echo(fitted(f"{first.id[:SHOWN]} {first.kind} {entry_line(first)}", SHOWN + 1))
    else:
        click.echo("Of no event in the record")
    table(("", "figure", "what", "who says so", "status", "report"), _lines(account.things))
    for each in account.derived:
        click.echo(fitted(f"  derived: {_figure(each)} ({safe(each.how)}), from {_ids(each.parts)}", 4))
    for contradiction in account.contradictions:
        click.echo(fitted(f"  contradiction: {safe(contradiction.what)} ({_ids(contradiction.claims)})", 4))
    click.echo()


def _lines(things: "Iterable[Thing]") -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for thing in things:
        for said in thing.said:
            claim = said.claim
            when = said.report.date or "undated"
            rows.append((claim.id[:SHOWN], _figure(claim), claim.what, _who(said), claim.status, when))
        if len(thing.said) > 1:
            independent = f"{len(thing.sources)} source{'s' * (len(thing.sources) > 1)}"
            rows.append(("", _range(thing), "", independent, "", ""))
    return rows


def _who(said: "Said") -> str:
    source = _short(said.source)
    return source if said.claim.source in (None, said.source) else f"{said.claim.source} ({source})"


def _range(thing: "Thing") -> str:
    if thing.low is None or thing.high is None:
        return "all denied"
    return f"{thing.low:,.10g}" + (f" to {thing.high:,.10g}" if thing.high != thing.low else "")


def _figure(claim: "Claim | Derived") -> str:
    value = f"{100 * claim.value:g}%" if claim.unit == "share" else f"{claim.value:,.10g}"
    unit = "" if claim.unit in ("share", "other") else f" {claim.unit}"
    return f"{_SIGN[claim.comparator]}{value}{unit}"


def _ids(claims: "Iterable[Claim]") -> str:
    return ", ".join(claim.id[:SHOWN] for claim in claims)


def _account(account: "Account") -> dict[str, Any]:
    return {
        "event": [row(entry) for entry in account.event.entries] if account.event else None,
        "things": [_thing(thing) for thing in account.things],
        "derived": [
            {name: getattr(each, name) for name in ("value", "unit", "comparator", "how")}
            | {"parts": [claim.id for claim in each.parts]}
            for each in account.derived
        ],
        "contradictions": [
            {"what": c.what, "claims": [claim.id for claim in c.claims]} for c in account.contradictions
        ],
    }


def _thing(thing: "Thing") -> dict[str, Any]:
    said = [row(s.claim) | {"goes_back_to": s.source, "date": s.report.date} for s in thing.said]
    head = {name: getattr(thing, name) for name in ("about", "unit", "low", "high", "sources")}
    return head | {"said": said}


@click.command("positions")
@FILE
@click.option("--party", shell_complete=completing_parties, help="What this party said, under any of its names.")
@click.option("--issue", shell_complete=completing_issues, help="What was said on this issue.")
@click.option("--figure", type=click.Path(path_type=Path), metavar="FILE.svg", help="Draw it into this file.")
@TABLES
@or_piped
def record_positions(
    file: "Path | Address", party: str | None, issue: str | None, figure: Path | None, as_json: bool
) -> None:
    """Show what each party in the record FILE said on each issue, when, and where it moved."""
    from detente.ontology import issues
    from detente.ontology.spelling import no_such

    if issue is not None and issue not in issues():
        raise InputError(no_such("issue", issue, issues()))
    with opened(file) as kept:
        found = kept.positions(party=party, issue=issue)
        entries = {entry.id: entry for entry in kept.entries("position")}
        reports = {report.id: report for report in kept.reports()}
    if figure is not None:
        _draw(found, figure)
    if as_json:
        click.echo(json_text([_course(course, entries) for course in found]))
        return
    rows = [row for course in found for row in _course_lines(course, entries, reports)]
    table(("party, issue", "date", "position", "report", "entry"), rows)
    moved = sum(len(course.movements) for course in found)
    click.echo(f"{sum(len(course.steps) for course in found)} position(s), {moved} movement(s)")


def _draw(found: "Sequence[Course]", path: Path) -> None:
    from detente.brief.figures import movement_figure, standalone

    drawn = movement_figure(found)
    if drawn is None:
        raise InputError("nothing to draw: no party has positions of two dates on one issue", file=path)
    write_file(path, standalone(drawn), option="--figure")
    click.echo(f"The figure is in {path}", err=True)


def _course_lines(
    course: "Course", entries: "Mapping[str, Entry]", reports: "Mapping[str, Report]"
) -> "Iterator[tuple[str, ...]]":
    moved = {movement.step.entries: movement for movement in course.movements}
    for n, step in enumerate(course.steps):
        entry = entries[step.entries[0]]
        report = reports[entry.quote.report]
        flags = [name for name, on in (("red line", step.red_line), ("precondition", step.precondition)) if on]
        by = f" (according to {step.said_by})" if step.said_by else ""
        said = f"{step.stance} {step.terms}" + (f" [{', '.join(flags)}]" if flags else "") + by
        change = moved.get(step.entries)
        told = f"\n→ {change.kind}; before, {change.before.date}: {change.before.stance}" if change else ""
        name = f"{course.party}\n{course.issue}" if n == 0 else ""
        where = _short(report.outlet or report.title or report.id)
        yield name, step.date or "undated", said + told, where, entry.id[:SHOWN]


def _course(course: "Course", entries: "Mapping[str, Entry]") -> dict[str, Any]:
    def step(each: "Step") -> dict[str, Any]:
        return row(entries[each.entries[0]]) | {"date": each.date or None}

    return {
        "party": course.party,
        "issue": course.issue,
        "steps": [step(each) for each in course.steps],
        "movements": [
            {"kind": m.kind, "date": m.step.date, "entry": m.step.entries[0], "before": m.before.entries[0]}
            for m in course.movements
        ],
    }


def _short(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"


@click.command("parties")
@FILE
@or_piped
def record_parties(file: "Path | Address", as_json: bool) -> None:
    """Show who is named in the record FILE, under which names, from the report of which day to that of which."""
    from dataclasses import asdict

    with opened(file) as kept:
        found = kept.parties()
    if as_json:
        click.echo(json_text([asdict(each) for each in found]))
        return
    rows = []
    for named in found:
        for n, name in enumerate(named.names):
            who = (named.party, named.actor or "not in the table") if n == 0 else ("", "")
            counts = ", ".join(f"{count} {kind}" for kind, count in named.entries.items()) if n == 0 else ""
            when = " to ".join(dict.fromkeys((name.first or "undated", name.last or "undated")))
            rows.append((*who, name.name, when, str(len(name.reports)), counts))
    table(("party", "actor", "name", "reports of", "reports", "entries"), rows)
    click.echo(f"{len(found)} parties and sources")
