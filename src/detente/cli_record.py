"""The commands that look at a record and judge what is in it."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from detente.cli_options import FILE, PLACE, TABLES, as_json, completing_issues, completing_types, or_piped
from detente.errors import InputError
from detente.terminal import entry_line, fitted, json_text, safe

if TYPE_CHECKING:
    from detente.entries import Decision, Joining, Judgement, Statement, Together
    from detente.record import Hit, Record, Repeat, Seen
    from detente.record.address import Address
    from detente.reports import Report


KIND = click.option(
    "--kind", type=click.Choice(["position", "event", "claim", "round"]), help="One kind of entry only."
)
SHOWN = 8
# Id, kind and date before an entry.
_INDENT = SHOWN + 1 + 9 + 1 + 10 + 1


def opened(file: "Path | Address") -> "Record":
    """Return the record that is there; a command that looks makes none."""
    from detente.record import Record

    return Record(file, make=False)


@click.command("show")
@FILE
@click.option(
    "--kind",
    type=click.Choice(["position", "event", "claim", "round", "naming"]),
    help="One kind of entry only; or the namings: which words of a report stand for which party.",
)
@click.option("--apart", is_flag=True, help="Every entry by itself, also those that tell of the same.")
@or_piped
def record_show(file: "Path | Address", kind: str | None, apart: bool, as_json: bool) -> None:
    """List the entries of the record FILE that stand, with their ids and what was decided on them.

    Entries of several reports that tell of the same act, meeting or position are listed once, with all quotes.
    """
    with opened(file) as kept:
        groups = _groups(kept, kind, apart)
        reports = {report.id: report for report in kept.reports()}
        seen = kept.seen() if as_json else {}
        log = kept.log()
    if as_json:
        click.echo(json_text([_group_row(group, seen) for group in groups]))
        return
    if kind == "naming":
        _show_namings([group[0] for group in groups], reports)
        return
    for group in groups:
        first = group[0]
        date = reports[first.quote.report].date or "undated"
        click.echo(fitted(f"{first.id[:SHOWN]} {first.kind:9} {date:10} {entry_line(first)}{_judged(first)}", _INDENT))
        for entry in group[1:]:
            report = reports[entry.quote.report]
            said = f"{report.outlet or report.title or report.id}: “{' '.join(entry.quote.text.split())}”"
            head = f"{entry.id[:SHOWN]} {'  also':9} {report.date or 'undated':10}"
            click.echo(fitted(f"{head} {safe(said)}{_judged(entry)}", _INDENT))
    rejected = list({each.on: each.decision for each in log}.values()).count("reject")
    told = f"; {rejected} rejected, see `detente record log`" if rejected else ""
    entries = sum(len(group) for group in groups)
    once = f" tell of {len(groups)} things," if len(groups) < entries else ""
    click.echo(fitted(f"{entries} entries{once} from {len(reports)} report(s){told}", 0))


def _show_namings(namings: "Sequence[Statement]", reports: "Mapping[str, Report]") -> None:
    """Which words stand for whom, each with a sentence and how sure its reader is."""
    from detente.record.results import source_of

    rows = []
    for naming in namings:
        source = source_of(reports[naming.quote.report], naming)
        sure = naming.by.judged or f"{naming.by.confidence:.0%} sure"
        words = " ".join(naming.quote.text.split())
        rows.append((naming.id[:SHOWN], words, str(naming.party), " ".join(source.sentence.split()), sure))  # type: ignore[union-attr]
    table(("id", "words", "party", "first used so", ""), rows)
    click.echo(f"{len(namings)} naming(s) in {len(reports)} report(s)")


def _groups(kept: "Record", kind: str | None, apart: bool) -> "list[tuple[Statement, ...]]":
    if kind == "naming":
        return [(naming,) for naming in kept.namings()]
    return [(entry,) for entry in kept.entries(kind)] if apart else [j.entries for j in kept.joined(kind)]


def _group_row(group: "Sequence[Statement]", seen: "Mapping[str, Seen]") -> dict[str, Any]:
    """The entry that stands for all, with the others."""
    from detente.record.view import root

    rows = []
    for entry in group:
        found = seen.get(root(entry))
        rows.append(row(entry) | ({"first_seen": found.first, "last_seen": found.last} if found else {}))
    return rows[0] | {"also": rows[1:]}


Completing = Callable[[click.Context, click.Parameter, str], list[str]]


def completing(told: "Callable[[Record], Iterable[str]]") -> Completing:
    """Return what offers a shell something of the record that the command line names already."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        try:
            # Where an option waits for its value, the arguments were not told apart yet.
            file = ctx.params.get("file") or next(iter(ctx.args), "")
            with opened(PLACE.convert(file, param, ctx)) as kept:
                begun = incomplete.casefold()
                return [each for each in told(kept) if each.casefold().startswith(begun)]
        except InputError:
            return []  # a shell has no place for a fault

    return complete


_completed = completing(lambda kept: [entry.id for entry in (*kept.entries(), *kept.namings())])
completing_parties = completing(lambda kept: [name.name for named in kept.parties() for name in named.names])
_completed_places = completing(
    lambda kept: dict.fromkeys(e.place for kind in ("event", "round") for e in kept.entries(kind) if e.place)  # type: ignore[union-attr]
)


def _deciding(command: Callable[..., None]) -> Callable[..., None]:
    """Two entries, and who decides on them, why."""
    options = (
        click.argument("one", shell_complete=_completed),
        click.argument("other", shell_complete=_completed),
        click.option("--undo", is_flag=True, help="Take back what was decided on the two."),
        click.option("--note", default="", help="Why."),
        click.option("--by", metavar="NAME", help="Who decides; the login name by default."),
        as_json,
    )
    for option in reversed(options):
        command = option(command)
    return FILE(command)


@click.command("join")
@_deciding
def record_join(
    file: "Path | Address", one: str, other: str, undo: bool, note: str, by: str | None, as_json: bool
) -> None:
    """Decide that two entries of the record FILE tell of the same act, meeting, claim or position.

    ONE and OTHER are their ids or unambiguous beginnings of them. No entry is changed; the latest decision counts.
    """
    _decide(file, one, other, "leave" if undo else "join", note=note, by=by, as_json=as_json)


@click.command("part")
@_deciding
def record_part(
    file: "Path | Address", one: str, other: str, undo: bool, note: str, by: str | None, as_json: bool
) -> None:
    """Decide that two entries of the record FILE do not tell of the same.

    ONE and OTHER are their ids or unambiguous beginnings of them. No entry is changed; the latest decision counts.
    """
    _decide(file, one, other, "leave" if undo else "part", note=note, by=by, as_json=as_json)


def _decide(
    file: "Path | Address", one: str, other: str, decision: "Together", *, note: str, by: str | None, as_json: bool
) -> None:
    with opened(file) as kept:
        made = kept.join(one, other, decision, note=note, by=by)
        entries = {id: kept.entry(id) for id in (made.one, made.other)}
    if as_json:
        click.echo(json_text(_judgement(made) | {"judged": [row(entry) for entry in entries.values()]}))
        return
    click.echo(safe(made.told) + ":")
    for id, entry in entries.items():
        click.echo(fitted(f"{id[:SHOWN]} {entry.kind:9} {entry_line(entry)}", SHOWN + 11))


@click.command("judge")
@FILE
@click.argument("entry", shell_complete=_completed)
@click.argument("decision", type=click.Choice(["accept", "reject", "correct", "unsure"]))
@click.option(
    "--set", "changes", multiple=True, metavar="FIELD=VALUE", help="With correct: a field with its new value."
)
@click.option("--note", default="", help="Why.")
@click.option("--by", metavar="NAME", help="Who decides; the login name by default.")
@TABLES
@as_json
def record_judge(
    file: "Path | Address",
    entry: str,
    decision: str,
    changes: tuple[str, ...],
    note: str,
    by: str | None,
    as_json: bool,
) -> None:
    """Decide on an entry of the record FILE: accept, reject or correct it, or say that you are unsure.

    ENTRY is its id or an unambiguous beginning of it. Nothing is deleted: the latest decision counts, also when the
    report is read again.
    """
    with opened(file) as kept:
        made = kept.judge(entry, cast("Decision", decision), changes=_changes(changes), note=note, by=by)
        read, stands = kept.entry(made.entry), _stands(kept, made)
        # What was decided on a name shows in the entries that were read from it.
        told = [e for e in kept.entries(report=read.quote.report) if made in e.by.renamed]
    if as_json:
        body = {"stands": row(stands) if stands else None} | ({"renamed": [row(e) for e in told]} if told else {})
        click.echo(json_text(_judgement(made) | body))
        return
    click.echo(fitted(f"{safe(made.told)}: {made.entry[:SHOWN]} {read.kind} {entry_line(read)}", 4))
    if stands and stands.id != read.id:
        click.echo(fitted(f"it stands as {stands.id[:SHOWN]}: {entry_line(stands)}", 4))
    for each in told:
        click.echo(fitted(f"with it {each.id[:SHOWN]} {each.kind} {entry_line(each)}", 4))


def _stands(kept: "Record", made: "Judgement") -> "Statement | None":
    """What stands by a decision, with the names in it as they were decided on."""
    if made.result is None:
        return None
    stored = kept.entry(made.result)
    view = kept.entries(report=stored.quote.report)
    return next((e for e in view if e.by.judgement and e.by.judgement.id == made.id), stored)


def _changes(given: Iterable[str]) -> dict[str, str]:
    changes: dict[str, str] = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals:
            raise InputError(f"--set {item}: write FIELD=VALUE, such as --set date=2025-06-02")
        if name in changes:
            raise InputError(f"--set {name}: is given twice")
        changes[name] = value
    return changes


@click.command("log")
@FILE
@or_piped
def record_log(file: "Path | Address", as_json: bool) -> None:
    """Show who decided what in the record FILE, when and why, in the order of time."""
    with opened(file) as kept:
        log = kept.log()
        ids = {id for each in log for id in each.on}
        entries = {id: kept.entry(id) for id in sorted(ids)}
    if as_json:
        rows = [_judgement(each) | {"judged": _judged_rows(each, entries)} for each in log]
        click.echo(json_text(rows))
        return
    table(("when (UTC)", "who", "decision", "entry", "what was read", "why"), [_log_line(e, entries) for e in log])


def _judged_rows(decided: "Judgement | Joining", entries: "Mapping[str, Statement]") -> Any:
    rows = [row(entries[id]) for id in decided.on]
    return rows if len(rows) > 1 else rows[0]


def _log_line(decided: "Judgement | Joining", entries: "Mapping[str, Statement]") -> tuple[str, ...]:
    ids = decided.on
    head = decided.at[:16].replace("T", " "), decided.by, decided.decision
    return *head, "\n".join(id[:SHOWN] for id in ids), "\n".join(entry_line(entries[id]) for id in ids), _why(decided)


def _why(decided: "Judgement | Joining") -> str:
    changes: Mapping[str, Any] = getattr(decided, "changes", {})
    changed = ", ".join(f"{name} = {_shown(value)}" for name, value in changes.items())
    return "; ".join(part for part in (changed, decided.note) if part)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(value) or "none"
    return {None: "unknown", True: "true", False: "false"}.get(value, str(value))


def _filters(command: Callable[..., None]) -> Callable[..., None]:
    """What is searched for."""
    options = (
        click.argument("words", nargs=-1),
        click.option(
            "--party",
            shell_complete=completing_parties,
            help="An entry in the sentence names this party, under any of its names.",
        ),
        click.option("--issue", shell_complete=completing_issues, help="... is about this issue."),
        click.option("--type", shell_complete=completing_types, help="... is an event of this type."),
        click.option("--place", shell_complete=_completed_places, help="... happened at this place."),
        click.option(
            "--date", "dates", metavar="FROM..TO", help="Dates of the reports; FROM.., ..TO or one date will do."
        ),
        KIND,
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command("export")
@FILE
@_filters
@click.option(
    "--format", "form", type=click.Choice(["csv", "parquet", "jsonl", "jsonld"]), help="That of the name by default."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Where to write it.")
@click.option(
    "--redacted", is_flag=True, help="Without names of sources, free text, and ids that lead to a text; for sharing."
)
@or_piped
def record_export(
    file: "Path | Address",
    words: tuple[str, ...],
    dates: str | None,
    form: str | None,
    output: Path,
    redacted: bool,
    as_json: bool,
    **asked: str | None,
) -> None:
    """Write what stands in the record FILE, or what a search for WORDS and filters finds, to another file.

    JSON Lines without a search hold the whole record, for `detente record import`; CSV, Parquet and JSON-LD hold the
    entries that stand.
    """
    from detente.record.exporting import FORMATS, export

    if isinstance(file, Path) and output.exists() and file.exists() and output.samefile(file):
        raise InputError("is the record itself; choose another place with -o", file=output)
    chosen = next((each for each in FORMATS if each == (form or output.suffix.removeprefix(".").casefold())), None)
    if chosen is None:
        raise InputError(f"say in which form with --format {'|'.join(FORMATS)}", file=output)
    since, until = _span(dates)
    with opened(file) as kept:
        done = export(kept, output, chosen, " ".join(words), redact=redacted, since=since, until=until, **asked)
    counts = {"reports": done.reports, "entries": done.entries, "sentences": done.sentences}
    if as_json:
        click.echo(json_text({"file": str(output), "format": chosen, "redacted": redacted} | counts))
        return
    bare = f" and {done.sentences} sentence(s) without one" if done.sentences else ""
    click.echo(f"{output}: {done.entries} entries{bare} from {done.reports} report(s)")


@click.command("repeats")
@FILE
@or_piped
def record_repeats(file: "Path | Address", as_json: bool) -> None:
    """Show which reports of the record FILE repeat an earlier one, a copy or an update, and how similar they are."""
    with opened(file) as kept:
        found = kept.repeats()
        reports = {report.id: report for report in kept.reports()}
    rows = [found[id] for id in reports if id in found]
    if as_json:
        click.echo(json_text([_repeat(each, reports) for each in rows]))
        return
    names = {id: f"{r.date or 'undated'} {r.outlet or r.title or r.path or id}" for id, r in reports.items()}
    lines = [(names[each.report], names[each.of], f"{each.similarity:.0%}", f"{each.share:.0%}") for each in rows]
    table(("report", "repeats", "similar", "of it there"), lines)
    click.echo(f"{len(rows)} of {len(reports)} report(s) repeat an earlier one")


def _repeat(repeat: "Repeat", reports: "Mapping[str, Report]") -> dict[str, Any]:
    from dataclasses import asdict

    def about(id: str) -> dict[str, Any]:
        return {name: getattr(reports[id], name) for name in ("id", "title", "date", "outlet", "path")}

    return asdict(repeat) | {"report": about(repeat.report), "of": about(repeat.of)}


@click.command("search")
@FILE
@_filters
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="How many sentences.")
@TABLES
@or_piped
def record_search(
    file: "Path | Address", words: tuple[str, ...], dates: str | None, limit: int, as_json: bool, **asked: str | None
) -> None:
    """Find sentences in the record FILE by their WORDS and by what was read from them, the newest first.

    All WORDS must stand in the sentence, in any form; a phrase in (double) quotes as it is. Filters hold for one entry.
    """
    since, until = _span(dates)
    with opened(file) as kept:
        hits = kept.search(" ".join(words), limit=limit, since=since, until=until, **asked)
    if as_json:
        click.echo(json_text([_hit(hit) for hit in hits]))
        return
    rows = [(h.date or "undated", h.outlet or h.title or h.report, _sentence(h), _entries(h)) for h in hits]
    table(("date", "report", "sentence", "entries"), rows)
    more = "; there may be more, see --limit" if len(hits) == limit else ""
    click.echo(f"{len(hits)} sentence(s){more}")


def _span(dates: str | None) -> tuple[str | None, str | None]:
    if not dates:
        return None, None
    first, dots, last = dates.partition("..")
    return first or None, (last or None) if dots else first


def _sentence(hit: "Hit") -> str:
    return " ".join(hit.sentence.split())


def _entries(hit: "Hit") -> str:
    return "\n".join(f"{entry.id[:SHOWN]} {entry.kind} {entry_line(entry)}{_judged(entry)}" for entry in hit.entries)


def _hit(hit: "Hit") -> dict[str, Any]:
    names = ("report", "title", "date", "outlet", "sentence")
    head = {name: getattr(hit, name) for name in names}
    return head | {"span": [hit.start, hit.end], "entries": [row(entry) for entry in hit.entries]}


def row(entry: "Statement") -> dict[str, Any]:
    """Return an entry as JSON shows it."""
    from detente.entries import entry_to_json

    return {"kind": entry.kind, "report": entry.quote.report} | entry_to_json(entry)


def _judgement(judgement: "Judgement | Joining") -> dict[str, Any]:
    from dataclasses import asdict

    return {"id": judgement.id} | asdict(judgement)


def _judged(entry: "Statement") -> str:
    return f" [{safe(entry.by.judged)}]" if entry.by.judged else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text("\n".join(safe(line) for line in cell.split("\n"))) for cell in row))
    Console(file=sys.stdout, highlight=False).print(table)
