"""The command line: one command per verb, no logic of its own.

Errors that a user can mend end with exit code 2 and one line on stderr; results go to stdout, progress to stderr.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente import __version__
from detente.cli_case import COMMANDS as CASE_COMMANDS
from detente.cli_case import written
from detente.cli_compare import compare
from detente.cli_figure import figure
from detente.cli_forecast import forecast
from detente.cli_group import DefaultGroup
from detente.cli_options import FILE, TABLES, material, names, or_piped, places, reading_options, sampling, talking
from detente.cli_record import (
    record_export,
    record_join,
    record_judge,
    record_log,
    record_part,
    record_repeats,
    record_search,
    record_show,
)
from detente.cli_settle import COMMANDS as SETTLE_COMMANDS
from detente.cli_talks import talks_group
from detente.cli_told import record_claims, record_parties, record_positions
from detente.cli_work import (
    Faults,
    Progress,
    check_outputs,
    contents_of,
    entries_of,
    known_reader,
    map_of,
    read_by,
    read_into,
    reports_at,
    results,
    work_on,
    wrapped,
    write_file,
)
from detente.errors import DetenteError, InputError
from detente.plain import plain
from detente.terminal import entry_line, fitted, indented, json_text, safe

if TYPE_CHECKING:
    from detente.entries import Entries
    from detente.reading import Explanation
    from detente.record import Record
    from detente.record.address import Address
    from detente.reports import Report


class _Group(click.Group):
    """Shows Detente's own errors as one line and ends with exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DetenteError as exc:
            click.echo(f"detente: {exc}", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="detente")
def main() -> None:
    """Read reporting on peace talks; see what could be agreed, what blocks it, and what an event does to the odds.

    Start with: detente brief examples/istanbul-2025/reports
    """


@main.command()
@material
@sampling
@talking
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Where to write it: .html (the page), .docx or .md; may be given several times. "
    "By default a page with the name of the talks.",
)
def brief(**options: Any) -> None:
    """Write the brief: one HTML file (or .docx, .md) that answers the seven questions, and a summary here.

    PATHS are reports (.txt, .html, .pdf, .docx, feeds, .warc, .jsonl) or folders of them;
    with --record or --case they can be left out.
    """
    from detente.brief import Brief

    with Progress() as progress:
        check_outputs(options["outputs"], options["paths"])
        work = work_on(progress, **options)
        settlement, odds = results(work.case, progress, claims=work.claims, **options)
        found: dict[str, Any] = {"claims": work.claims, "evidence": work.sources, "reports": work.reports}
        found["sign_map"] = map_of(work.case, odds, progress, **options)
        progress("writing the brief")
        made = Brief(work.case, settlement, odds, **found)
        outputs = options["outputs"] or (_page(work.name, options["paths"]),)
        contents = contents_of(made, outputs)
    for target, content in contents:
        write_file(target, content)
    if options["as_json"]:
        files = [str(target) for target, _ in contents]
        click.echo(json_text(made.to_json() | {"file": files[0], "files": files}))
        return
    made.print_summary()
    for target, _ in contents:
        click.echo(f"The brief is in {target.resolve()}")


@main.command()
@places
@click.option("--date", help="Date of all these reports (YYYY-MM-DD), whatever they say themselves.")
@names
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per report on stdout, and nothing else.")
@click.option("--explain", "explained", is_flag=True, help="Show the sentence, the rule and the parse of each entry.")
@reading_options
def read(
    paths: "tuple[Path | str, ...]",
    allow_private: bool,
    date: str | None,
    as_json: bool,
    explained: bool,
    **options: Any,
) -> None:
    """Show what a reader takes from reports: positions, events, claims and rounds, each with its quote.

    PATHS are reports, folders of them, or addresses (http, https) to fetch one from.
    """
    from detente.reading import explain

    read_one = read_by(**options)
    with Progress() as progress:
        for report in reports_at(paths, date, allow_private=allow_private):
            entries = entries_of(report, progress, read_one)
            if as_json:
                head: dict[str, Any] = {"id": report.id, "title": report.title, "date": report.date}
                head |= {"path": str(report.path or ""), "outlet": report.outlet, "url": report.url}
                head |= {"unread": report.unread, "left_out": Counter(part.reason for part in report.dropped)}
                if explained:
                    head["explained"] = {e.entry.id: e.to_json() for e in explain(report, entries)}
                click.echo(json.dumps(head | entries.to_json(), ensure_ascii=False))
            elif explained:
                _show_explained(report, explain(report, entries))
            else:
                _show_entries(report, entries)


@main.group()
def record() -> None:
    """Keep entries for good: a file that grows and is never rewritten, or a database on a server.

    Where a command takes a record's FILE, the address of a PostgreSQL database will do as well:
    postgresql://USER@HOST:PORT/DATABASE.
    """


@record.command("add")
@FILE
@places
@click.option("--date", help="Date of all these reports (YYYY-MM-DD), whatever they say themselves.")
@names
@click.option("--again", is_flag=True, help="Read also what this reader has read into the record before.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
@reading_options
def record_add(
    file: "Path | Address",
    paths: "tuple[Path | str, ...]",
    allow_private: bool,
    date: str | None,
    again: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Read reports into the record FILE; what is there already is not added again.

    PATHS are reports, folders of them, or addresses (http, https) to fetch one from.
    Every report is in the record as soon as it is read. After an interruption, run the same command again:
    reports that the rules have read, with the same names, are passed over.
    """
    from detente.record import Record

    read_one = read_by(**options)
    faults = Faults()
    reports = iter(reports_at(paths, date, allow_private=allow_private, tell=faults))
    # The first report is loaded before the file is made, so that bad input leaves no empty record behind.
    first = list(islice(reports, 1))
    with Progress() as progress, Record(file) as kept:
        known = known_reader(again=again, **options)
        added = read_into(kept, chain(first, reports), progress, read_one, known)
    if as_json:
        counts = {"reports_added": added[0], "entries_added": added[1], "reports_unread": added[2]}
        counts["skipped"] = faults.count
        click.echo(json_text({"record": str(file)} | counts))
    else:
        unread = f"; {added[2]} report(s) kept but not read" if added[2] else ""
        unread += f"; {faults.count} passed by" if faults.count else ""
        click.echo(f"{file}: {added[0]} report(s) and {added[1]} entries added{unread}")


@record.command("import")
@FILE
@places
@click.option(
    "--format", "form", type=click.Choice(["acled", "ucdp-ged", "gdelt", "polecat"]), help="What kind of table it is."
)
@click.option("--dataset-version", default="", metavar="TEXT", help="Version of the dataset, as its publisher has it.")
@click.option("--date", help="Date of all these reports (YYYY-MM-DD), whatever they say themselves.")
@names
@click.option("--again", is_flag=True, help="Read also what this reader has read into the record before.")
@or_piped
@reading_options
def record_import(
    file: "Path | Address",
    paths: "tuple[Path | str, ...]",
    allow_private: bool,
    form: str | None,
    dataset_version: str,
    date: str | None,
    again: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Take reports, tables of events and what another record exported into the record FILE.

    PATHS are files, folders or addresses (http, https). Tables of ACLED, UCDP GED, GDELT 2.0 events and POLECAT, your
    own copies of them in .csv, .tsv or .txt, also in .gz or .zip, are told from their headers. JSON Lines and CSV that
    `detente record export` wrote are taken back. Everything else is reports, read as `detente record add` reads them.
    """
    from detente.cli_import import Options, import_all

    if not paths:
        raise InputError("nothing to import; name files, folders or addresses")
    read_one = read_by(**options)
    known = known_reader(again=again, **options)
    with Progress() as progress:

        def take(kept: "Record", reports: Iterable["Report"]) -> tuple[int, int, int]:
            return read_into(kept, reports, progress, read_one, known)

        how = Options(form, dataset_version, date, allow_private)
        lines = import_all(file, paths, take, Faults, progress, how)
    if as_json:
        click.echo(json_text({"record": str(file), "imported": lines}))
        return
    for line in lines:
        counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in line.items() if name != "source")
        click.echo(safe(f"{line['source']}: {counts}"))


for _command in (
    record_claims,
    record_export,
    record_join,
    record_judge,
    record_log,
    record_part,
    record_parties,
    record_positions,
    record_repeats,
    record_search,
    record_show,
):
    record.add_command(_command)


@main.group("case", cls=DefaultGroup, default="build")
def case_group() -> None:
    """Build, import, check, show and compare negotiation models.

    `detente case PATHS` is short for `detente case build PATHS`.
    """


for _command in CASE_COMMANDS:
    case_group.add_command(_command)


@case_group.command("build")
@material
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write the case file; stdout by default."
)
def case_command(**options: Any) -> None:
    """Build the negotiation model and write it as a case file that a person can edit."""
    from io import StringIO

    from detente.case import dump

    with Progress() as progress:
        work = work_on(progress, **options)
    if options["as_json"]:
        text = json_text(plain(work.case)) + "\n"
    else:
        dump(work.case, file := StringIO())
        text = file.getvalue()
    written(text, options["output"])


@main.group("settle", cls=DefaultGroup, default="all")
def settle_group() -> None:
    """Work out what could be settled, and ask a case single questions.

    `detente settle PATHS` is short for `detente settle all PATHS`.
    """


for _command in SETTLE_COMMANDS:
    settle_group.add_command(_command)


@settle_group.command("all")
@material
@sampling
def settle_command(**options: Any) -> None:
    """Work out blockers, ways out, packages and steps."""
    from detente.settlement import answer, settle

    with Progress() as progress:
        work = work_on(progress, **options)
        settlement = settle(work.case, draws=options["draws"], seed=options["seed"], progress=progress)
    for notice in settlement.bargain.notices if settlement.bargain else ():
        click.echo(f"detente: {safe(notice)}", err=True)
    if options["as_json"]:
        click.echo(json_text(answer(work.case, settlement)))
        return
    from detente.brief import settlement_lines

    click.echo("\n".join(settlement_lines(work.case, settlement)))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def assumptions(as_json: bool) -> None:
    """List every assumption with its range and basis; --assume NAME=LOW,HIGH replaces one."""
    from detente.settlement.priors import PRIORS

    if as_json:
        click.echo(json_text({name: plain(prior) for name, prior in PRIORS.items()}))
        return
    for name, prior in PRIORS.items():
        click.echo(f"{name:24} {prior.symbol:8} {prior.kind:12} {prior.low:g} to {prior.high:g}   {prior.text}")


@main.group()
def ontology() -> None:
    """Look at what Detente knows beforehand (issues, acts, actors), or check tables of your own."""


def _completed(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from detente.ontology import actors, acts, issues

    known = [*issues(), *acts(), *actors()]
    return [id for id in known if id.startswith(incomplete)]


@ontology.command("show")
@click.argument("name", required=False, shell_complete=_completed)
@TABLES
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def ontology_show(name: str | None, as_json: bool) -> None:
    """List issues and acts, or show what NAME is: an issue, an act, an actor, or a code of CAMEO, PA-X or PAM."""
    from detente.ontology import actors, acts, describe, issues, look_up

    chosen: Sequence[Any] = look_up(name) if name else [*issues().values(), *acts().values()]
    if as_json:
        click.echo(json_text([plain(item) for item in chosen]))
        return
    for item in chosen:
        lines = describe(item)
        click.echo("\n".join(map(indented, lines if name else lines[:1])))
    if not name:
        click.echo(f"{len(actors())} actors; `detente ontology show NAME` shows one")


@ontology.command("check")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def ontology_check(files: tuple[Path, ...], as_json: bool) -> None:
    """Check tables of issues, acts, actors or names (those that ship, without FILE); every fault with its line."""
    from detente.ontology import check

    checked = check(files) if files else check()
    if as_json:
        click.echo(json_text([{"file": str(file), "kind": kind, "rows": rows} for file, kind, rows in checked]))
        return
    for file, kind, rows in checked:
        click.echo(f"{file}: {rows} {kind if rows != 1 else kind.removesuffix('s')}, no fault")


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for SHELL; put it where your shell looks for such scripts."""
    from click.shell_completion import get_completion_class

    cls = get_completion_class(shell)
    assert cls is not None
    click.echo(cls(main, {}, "detente", "_DETENTE_COMPLETE").source())


def _page(name: str, paths: Sequence[Path]) -> Path:
    """Name the page after the talks; never over a report."""
    page = Path(f"{name}.html")
    return page if page.resolve() not in {path.resolve() for path in paths} else Path(f"{name}-brief.html")


def _show_entries(report: "Report", entries: "Entries") -> None:
    _show_head(report)
    click.echo(f"date: {report.date or 'unknown; give it with --date'}")
    if report.unread:
        click.echo(f"not read: {report.unread}\n")
        return
    if foreign := sum(part.reason == "language" for part in report.dropped):
        click.echo(f"not read: {foreign} line{'s' * (foreign > 1)} in another language than English")
    for kind in ("position", "event", "claim", "round"):
        chosen = [entry for entry in entries if entry.kind == kind]
        click.echo(f"\n{len(chosen)} {kind}{'' if len(chosen) == 1 else 's'}")
        for entry in chosen:
            click.echo(fitted(f"  {entry_line(entry)}", 4))
            click.echo(fitted(f"      “{safe(' '.join(entry.quote.text.split()))}”", 7))
    click.echo()


def _show_head(report: "Report") -> None:
    click.echo(click.style(fitted(safe(report.title), 0) or safe(report.path), bold=True))


def _show_explained(report: "Report", explanations: "Iterable[Explanation]") -> None:
    from detente.reading import NETWORK_RULES
    from detente.reading.frame import READER

    _show_head(report)
    for each in explanations:
        by, rule = each.entry.by, each.rule
        called = "reader" if by.reader == READER else by.reader
        click.echo(f"\n{wrapped(f'{each.entry.kind}: {entry_line(each.entry)}', '', '    ')}")
        click.echo(wrapped(safe(" ".join(each.sentence.split())), "  sentence  "))
        click.echo(
            f"  read by   {by.rule or by.reader} (confidence {by.confidence:.2f}, {called} version {by.version})"
        )
        if by.rule in NETWORK_RULES:
            told = (
                f"no rule has read this, the network has; of entries with such evidence {by.confidence:.0%} were right"
            )
            click.echo(wrapped(told, "            "))
        if rule:
            click.echo(wrapped(rule.example, "    as in   "))
            click.echo(wrapped(rule.counter, "    not in  "))
        for word in each.words:
            mark = "*" if word.quoted else " "
            click.echo(f"  {mark} {safe(word.text):20} {word.pos:6} {word.relation:12} {safe(word.head)}")
    click.echo()


for _group in (compare, figure, forecast, talks_group):
    main.add_command(_group)


if __name__ == "__main__":
    main()
