"""The commands that set side by side what a record holds: claims, positions over time, names of parties."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli_record import FILE, _opened, _or_piped, _row, _table
from detente.terminal import entry_line, json_text, safe

if TYPE_CHECKING:
    from detente.entries import Claim
    from detente.record.claims import Account, Derived, Said, Thing

_SHOWN, _NAME = 8, 24
_SIGN = {"=": "", ">": "at least ", "<": "up to ", "~": "about "}


@click.command("claims")
@FILE
@click.option("--event", metavar="ID", help="Figures on this event or meeting; its id or the beginning of it.")
@click.option("--party", help="Figures on events of this party, or given by it.")
@click.option("--what", default="", metavar="WORDS", help="Figures on this, such as wounded.")
@_or_piped
def record_claims(file: Path, event: str | None, party: str | None, what: str, as_json: bool) -> None:
    """Show the figures of the record FILE side by side: for each event, who says which, and since when.

    What follows from the figures is marked as derived, with its parts; what cannot all be true is named.
    """
    with _opened(file) as kept:
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
        click.echo(f"{first.id[:_SHOWN]} {first.kind} {entry_line(first)}")
    else:
        click.echo("Of no event in the record")
    _table(("", "figure", "what", "who says so", "status", "report"), _lines(account.things))
    for each in account.derived:
        click.echo(f"  derived: {_figure(each)} ({safe(each.how)}), from {_ids(each.parts)}")
    for contradiction in account.contradictions:
        click.echo(f"  contradiction: {safe(contradiction.what)} ({_ids(contradiction.claims)})")
    click.echo()


def _lines(things: "Iterable[Thing]") -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for thing in things:
        for said in thing.said:
            claim = said.claim
            when = said.report.date or "undated"
            rows.append((claim.id[:_SHOWN], _figure(claim), claim.what, _who(said), claim.status, when))
        if len(thing.said) > 1:
            independent = f"{len(thing.sources)} source{'s' * (len(thing.sources) > 1)}"
            rows.append(("", _range(thing), "", independent, "", ""))
    return rows


def _who(said: "Said") -> str:
    source = said.source if len(said.source) <= _NAME else said.source[: _NAME - 1] + "…"
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
    return ", ".join(claim.id[:_SHOWN] for claim in claims)


def _account(account: "Account") -> dict[str, Any]:
    return {
        "event": [_row(entry) for entry in account.event.entries] if account.event else None,
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
    said = [_row(s.claim) | {"goes_back_to": s.source, "date": s.report.date} for s in thing.said]
    head = {name: getattr(thing, name) for name in ("about", "unit", "low", "high", "sources")}
    return head | {"said": said}
