"""The commands that look at a record and judge what is in it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
from click.shell_completion import CompletionItem

from detente.errors import InputError
from detente.terminal import entry_line, json_text, safe

if TYPE_CHECKING:
    from detente.entries import Decision, Entry, Judgement
    from detente.record import Hit, Record
    from detente.record.address import Address


class _Place(click.ParamType):  # type: ignore[type-arg]
    """A record's file, or the address of a database."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Path | Address":
        from detente.record.address import place_of

        return place_of(value) if isinstance(value, str) else value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="file")]


PLACE = _Place()
FILE = click.argument("file", type=PLACE)
KIND = click.option(
    "--kind", type=click.Choice(["position", "event", "claim", "round"]), help="One kind of entry only."
)
_SHOWN = 8


def _as_json(command: Callable[..., None]) -> Callable[..., None]:
    """Print JSON where it is asked for."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")(command)


def _or_piped(command: Callable[..., None]) -> Callable[..., None]:
    """Print JSON where it is asked for, or where no person is looking."""
    help = "Print JSON on stdout; so it is when the output is piped."
    return click.option("--json", "as_json", is_flag=True, default=lambda: not _looking(), help=help)(command)


def _looking() -> bool:
    return sys.stdout.isatty()


@contextmanager
def _opened(file: "Path | Address") -> "Iterator[Record]":
    from detente.record import Record

    with Record(file, make=False) as kept:
        yield kept


@click.command("show")
@FILE
@KIND
@_or_piped
def record_show(file: "Path | Address", kind: str | None, as_json: bool) -> None:
    """List the entries of the record FILE that stand, with their ids and what was decided on them."""
    with _opened(file) as kept:
        entries = kept.entries(kind)
        reports = {report.id: report for report in kept.reports()}
        seen = kept.seen() if as_json else {}
        log = kept.log()
    if as_json:
        times = {id: {"first_seen": found.first, "last_seen": found.last} for id, found in seen.items()}
        rows = [_row(e) | times.get(e.by.judgement.entry if e.by.judgement else e.id, {}) for e in entries]
        click.echo(json_text(rows))
        return
    for entry in entries:
        date = reports[entry.quote.report].date or "undated"
        click.echo(f"{entry.id[:_SHOWN]} {entry.kind:9} {date:10} {entry_line(entry)}{_judged(entry)}")
    rejected = list({judgement.entry: judgement.decision for judgement in log}.values()).count("reject")
    told = f"; {rejected} rejected, see `detente record log`" if rejected else ""
    click.echo(f"{len(entries)} entries from {len(reports)} report(s){told}")


def _completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Ids of entries of the record that the command line names already."""
    try:
        with _opened(PLACE.convert(ctx.params.get("file") or "", param, ctx)) as kept:
            return [entry.id for entry in kept.entries() if entry.id.startswith(incomplete)]
    except InputError:
        return []  # a shell has no place for a fault


@click.command("judge")
@FILE
@click.argument("entry", shell_complete=_completed)
@click.argument("decision", type=click.Choice(["accept", "reject", "correct", "unsure"]))
@click.option(
    "--set", "changes", multiple=True, metavar="FIELD=VALUE", help="With correct: a field with its new value."
)
@click.option("--note", default="", help="Why.")
@click.option("--by", metavar="NAME", help="Who decides; the login name by default.")
@_as_json
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
    with _opened(file) as kept:
        made = kept.judge(entry, cast("Decision", decision), changes=_changes(changes), note=note, by=by)
        read, stands = kept.entry(made.entry), kept.entry(made.result) if made.result else None
    if as_json:
        click.echo(json_text(_judgement(made) | {"stands": _row(stands) if stands else None}))
        return
    click.echo(f"{safe(made.told)}: {made.entry[:_SHOWN]} {read.kind} {entry_line(read)}")
    if stands and stands.id != read.id:
        click.echo(f"it stands as {stands.id[:_SHOWN]}: {entry_line(stands)}")


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
@_or_piped
def record_log(file: "Path | Address", as_json: bool) -> None:
    """Show who decided what in the record FILE, when and why, in the order of time."""
    with _opened(file) as kept:
        log = kept.log()
        entries = {judgement.entry: kept.entry(judgement.entry) for judgement in log}
    if as_json:
        click.echo(json_text([_judgement(each) | {"judged": _row(entries[each.entry])} for each in log]))
        return
    rows = [
        (j.at[:16].replace("T", " "), j.by, j.decision, j.entry[:_SHOWN], entry_line(entries[j.entry]), _why(j))
        for j in log
    ]
    _table(("when (UTC)", "who", "decision", "entry", "what was read", "why"), rows)


def _why(judgement: "Judgement") -> str:
    changed = ", ".join(f"{name} = {_shown(value)}" for name, value in judgement.changes.items())
    return "; ".join(part for part in (changed, judgement.note) if part)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(value) or "none"
    return {None: "unknown", True: "true", False: "false"}.get(value, str(value))


def _filters(command: Callable[..., None]) -> Callable[..., None]:
    """What is searched for."""
    options = (
        click.argument("words", nargs=-1),
        click.option("--party", help="An entry in the sentence names this party, under any of its names."),
        click.option("--issue", help="... is about this issue."),
        click.option("--type", help="... is an event of this type."),
        click.option("--place", help="... happened at this place."),
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
@_or_piped
def record_export(
    file: Path,
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

    if output.exists() and file.exists() and output.samefile(file):
        raise InputError("is the record itself; choose another place with -o", file=output)
    chosen = next((each for each in FORMATS if each == (form or output.suffix.removeprefix(".").casefold())), None)
    if chosen is None:
        raise InputError(f"say in which form with --format {'|'.join(FORMATS)}", file=output)
    since, until = _span(dates)
    with _opened(file) as kept:
        done = export(kept, output, chosen, " ".join(words), redact=redacted, since=since, until=until, **asked)
    counts = {"reports": done.reports, "entries": done.entries, "sentences": done.sentences}
    if as_json:
        click.echo(json_text({"file": str(output), "format": chosen, "redacted": redacted} | counts))
        return
    bare = f" and {done.sentences} sentence(s) without one" if done.sentences else ""
    click.echo(f"{output}: {done.entries} entries{bare} from {done.reports} report(s)")


@click.command("search")
@FILE
@_filters
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="How many sentences.")
@_or_piped
def record_search(
    file: "Path | Address", words: tuple[str, ...], dates: str | None, limit: int, as_json: bool, **asked: str | None
) -> None:
    """Find sentences in the record FILE by their WORDS and by what was read from them, the newest first.

    All WORDS must stand in the sentence, in any form; a phrase in (double) quotes as it is. Filters hold for one entry.
    """
    since, until = _span(dates)
    with _opened(file) as kept:
        hits = kept.search(" ".join(words), limit=limit, since=since, until=until, **asked)
    if as_json:
        click.echo(json_text([_hit(hit) for hit in hits]))
        return
    rows = [(h.date or "undated", h.outlet or h.title or h.report, _sentence(h), _entries(h)) for h in hits]
    _table(("date", "report", "sentence", "entries"), rows)
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
    return "\n".join(f"{entry.id[:_SHOWN]} {entry.kind} {entry_line(entry)}{_judged(entry)}" for entry in hit.entries)


def _hit(hit: "Hit") -> dict[str, Any]:
    names = ("report", "title", "date", "outlet", "sentence")
    head = {name: getattr(hit, name) for name in names}
    return head | {"span": [hit.start, hit.end], "entries": [_row(entry) for entry in hit.entries]}


def _row(entry: "Entry") -> dict[str, Any]:
    from detente.entries import entry_to_json

    return {"kind": entry.kind, "report": entry.quote.report} | entry_to_json(entry)


def _judgement(judgement: "Judgement") -> dict[str, Any]:
    from dataclasses import asdict

    return {"id": judgement.id} | asdict(judgement)


def _judged(entry: "Entry") -> str:
    return f" [{safe(entry.by.judged)}]" if entry.by.judged else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text("\n".join(safe(line) for line in cell.split("\n"))) for cell in row))
    Console(file=sys.stdout, highlight=False).print(table)
