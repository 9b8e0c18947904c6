"""The command line: one command per verb, no logic of its own.

Errors that a user can mend end with exit code 2 and one line on stderr; results go to stdout, progress to stderr.
"""

import functools
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente import __version__
from detente.cli_case import COMMANDS as CASE_COMMANDS
from detente.cli_group import DefaultGroup
from detente.cli_record import (
    FILE,
    PLACE,
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
from detente.cli_told import record_claims, record_parties, record_positions
from detente.errors import DetenteError, InputError
from detente.terminal import entry_line as _entry_line
from detente.terminal import json_text as _json
from detente.terminal import safe as _safe

if TYPE_CHECKING:
    from detente.case import Case
    from detente.entries import Claim, Entries, Provenance
    from detente.reading import Explanation, Reader
    from detente.record import Record, Source
    from detente.record.address import Address
    from detente.reports import Report
    from detente.settlement import Settlement
    from detente.talks import Odds, Ripeness, Shock, Sobol

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


class _Place(click.Path):
    """A file, a folder, or an address of the web, which stays a text."""

    name = "path or URL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from detente.reports.fetching import is_url

        return value if is_url(str(value)) else super().convert(value, param, ctx)


def _places(command: Callable[..., None]) -> Callable[..., None]:
    """Arguments that may be addresses."""
    command = click.option(
        "--allow-private", is_flag=True, help="Fetch also from this machine and from private networks."
    )(command)
    return click.argument("paths", nargs=-1, type=_Place(path_type=Path))(command)


NAMES = click.option(
    "--names", "names_file", type=click.Path(path_type=Path), help="People, groups and places and whom they speak for."
)


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


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say who reads the reports."""
    options = (
        click.option(
            "--reader",
            type=click.Choice(["rules", "llm"]),
            default="rules",
            show_default=True,
            help="Who reads: the rules that ship with Detente, or a language model.",
        ),
        click.option(
            "--endpoint",
            metavar="URL",
            help="Where the language model is: an OpenAI-compatible address; a key goes into DETENTE_API_KEY.",
        ),
        click.option("--model", metavar="NAME", help="Name of the language model at the endpoint."),
        click.option(
            "--timeout", type=click.FloatRange(1, 3600), help="Seconds that one request may take; 120 by default."
        ),
        click.option(
            "--max-tokens", type=click.IntRange(256, 1_000_000), help="Tokens of one answer; 8192 by default."
        ),
        click.option(
            "--max-requests",
            type=click.IntRange(1, 1_000_000),
            help="Requests in all, those sent again included; 100 by default.",
        ),
        click.option("--no-cache", is_flag=True, help="Neither use nor keep the language model's answers."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _material(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say what a command works on, and who reads it."""
    options = (
        PATHS,
        click.option(
            "--record",
            type=PLACE,
            metavar="FILE",
            help="Keep the record in this file (or at postgresql://...), or use what is in it.",
        ),
        click.option(
            "--case",
            "case_file",
            type=click.Path(path_type=Path),
            help="Use this case file instead of building a case.",
        ),
        click.option("--date", help="Date of the reports (YYYY-MM-DD), where they do not say."),
        NAMES,
        click.option("--title", help="What the talks are about."),
        click.option(
            "--assume", multiple=True, metavar="NAME=LOW,HIGH", help="Replace an assumption; see `detente assumptions`."
        ),
        click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout."),
    )
    command = _reading(command)
    for option in reversed(options):
        command = option(command)
    return command


def _sampling(command: Callable[..., None]) -> Callable[..., None]:
    """Options of everything that draws at random."""
    command = click.option(
        "--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Seed of the draws."
    )(command)
    return click.option(
        "--draws",
        type=click.IntRange(100, 200_000),
        default=10_000,
        show_default=True,
        help="Draws of everything unknown.",
    )(command)


def _talking(command: Callable[..., None]) -> Callable[..., None]:
    """Options of the talks over time."""
    for option in (
        click.option("--against", metavar="PARTY", default="", help="To whom, with a card's name."),
        click.option("--by", metavar="PARTY", default="", help="Who did it, with a card's name."),
        click.option(
            "--shock",
            metavar="EVENT",
            help="Another event: a file, a card's name, or the day or id of an event in the record.",
        ),
    ):
        command = option(command)
    return click.option(
        "--weeks", type=click.IntRange(1, 520), default=26, show_default=True, help="Horizon in weeks."
    )(command)


@main.command()
@_material
@_sampling
@_talking
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write the page; its name says the talks by default.",
)
def brief(**options: Any) -> None:
    """Write the brief: one HTML file that answers the seven questions, and a summary here.

    PATHS are reports (.txt, .html, .pdf, .docx, feeds, .warc, .jsonl) or folders of them;
    with --record or --case they can be left out.
    """
    from detente.brief import Brief

    with _Progress() as progress:
        work = _work(progress, **options)
        settlement, odds = _results(work.case, progress, **options)
        progress("writing the brief")
        made = Brief(work.case, settlement, odds, claims=work.claims, evidence=work.sources, reports=work.reports)
        target = _target(work.name, options["output"], options["paths"])
        page = made.html()
    _write(target, page)
    if options["as_json"]:
        click.echo(_json(made.to_json() | {"file": str(target)}))
        return
    made.print_summary()
    click.echo(f"The brief is in {target.resolve()}")


@main.command()
@_places
@click.option("--date", help="Date of the reports (YYYY-MM-DD), where they do not say.")
@NAMES
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per report on stdout, and nothing else.")
@click.option("--explain", "explained", is_flag=True, help="Show the sentence, the rule and the parse of each entry.")
@_reading
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

    read_one = _read_by(**options)
    with _Progress() as progress:
        for report in _reports(paths, date, allow_private=allow_private):
            entries = _entries(report, progress, read_one)
            if as_json:
                head: dict[str, Any] = {"id": report.id, "title": report.title, "date": report.date}
                head |= {"path": str(report.path or ""), "outlet": report.outlet, "url": report.url}
                head["unread"] = report.unread
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
@_places
@click.option("--date", help="Date of the reports (YYYY-MM-DD), where they do not say.")
@NAMES
@click.option("--again", is_flag=True, help="Read also what this reader has read into the record before.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
@_reading
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

    read_one = _read_by(**options)
    reports = iter(_reports(paths, date, allow_private=allow_private))
    # The first report is loaded before the file is made, so that bad input leaves no empty record behind.
    first = list(islice(reports, 1))
    with _Progress() as progress, Record(file) as kept:
        known = _known_reader(again=again, **options)
        added = _read_into(kept, chain(first, reports), progress, read_one, known)
    if as_json:
        counts = {"reports_added": added[0], "entries_added": added[1], "reports_unread": added[2]}
        click.echo(_json({"record": str(file)} | counts))
    else:
        unread = f"; {added[2]} report(s) kept but not read" if added[2] else ""
        click.echo(f"{file}: {added[0]} report(s) and {added[1]} entries added{unread}")


@record.command("import")
@FILE
@_places
@click.option(
    "--format", "form", type=click.Choice(["acled", "ucdp-ged", "gdelt", "polecat"]), help="What kind of table it is."
)
@click.option("--dataset-version", default="", metavar="TEXT", help="Version of the dataset, as its publisher has it.")
@click.option("--date", help="Date of the reports (YYYY-MM-DD), where they do not say.")
@NAMES
@click.option("--again", is_flag=True, help="Read also what this reader has read into the record before.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    default=lambda: not sys.stdout.isatty(),
    help="Print JSON on stdout; so it is when the output is piped.",
)
@_reading
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
    read_one = _read_by(**options)
    known = _known_reader(again=again, **options)
    with _Progress() as progress:

        def read_into(kept: "Record", reports: Iterable["Report"]) -> tuple[int, int, int]:
            return _read_into(kept, reports, progress, read_one, known)

        how = Options(form, dataset_version, date, allow_private)
        lines = import_all(file, paths, read_into, _fault, progress, how)
    if as_json:
        click.echo(_json({"record": str(file), "imported": lines}))
        return
    for line in lines:
        counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in line.items() if name != "source")
        click.echo(_safe(f"{line['source']}: {counts}"))


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
@_material
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where to write the case file; stdout by default."
)
def case_command(**options: Any) -> None:
    """Build the negotiation model and write it as a case file that a person can edit."""
    from io import StringIO

    from detente.case import dump

    with _Progress() as progress:
        work = _work(progress, **options)
    if options["as_json"]:
        text = _json(_plain(work.case)) + "\n"
    else:
        dump(work.case, written := StringIO())
        text = written.getvalue()
    if options["output"] is None:
        click.echo(text, nl=False)
        return
    _write(options["output"], text)
    click.echo(f"The case is in {options['output']}; edit it and pass it back with --case", err=True)


@main.group("settle", cls=DefaultGroup, default="all")
def settle_group() -> None:
    """Work out what could be settled, and ask a case single questions.

    `detente settle PATHS` is short for `detente settle all PATHS`.
    """


for _command in SETTLE_COMMANDS:
    settle_group.add_command(_command)


@settle_group.command("all")
@_material
@_sampling
def settle_command(**options: Any) -> None:
    """Work out blockers, ways out, packages and steps."""
    from detente.brief import settlement_lines
    from detente.settlement import answer, settle

    with _Progress() as progress:
        work = _work(progress, **options)
        settlement = settle(work.case, draws=options["draws"], seed=options["seed"], progress=progress)
    for notice in settlement.bargain.notices if settlement.bargain else ():
        click.echo(f"detente: {_safe(notice)}", err=True)
    if options["as_json"]:
        click.echo(_json(answer(work.case, settlement)))
        return
    click.echo("\n".join(settlement_lines(work.case, settlement)))


@main.group("talks", cls=DefaultGroup, default="odds")
def talks_group() -> None:
    """Work out the odds of agreement, and what an event does to them.

    `detente talks CASE.yaml` is short for `detente talks odds CASE.yaml`.
    """


_ANALYSTS = click.option(
    "--analyst",
    "analysts",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A file of one analyst's assumptions; can be given again.",
)


@talks_group.command("odds")
@_material
@_sampling
@_talking
@_ANALYSTS
def talks_odds(**options: Any) -> None:
    """Work out the odds of agreement on three tracks, what an event does to them, and why.

    PATHS are reports or folders of them, or one case file (.yaml).
    """
    from detente.brief import failed_lines, odds_lines, ripeness_lines, sobol_lines
    from detente.errors import CannotWorkOut
    from detente.talks import document, failed_rounds, ripeness, simulate, sobol, telling

    with _Progress() as progress:
        work = _work(progress, **options)
        case, shock = _seen(work.case, _event(work.case, **options), options["analysts"][:1])
        progress("simulating the talks")
        run: dict[str, Any] = {name: options[name] for name in ("draws", "seed", "weeks")}
        explained: dict[str, Any] = {"explained": None} if options["as_json"] else {}
        odds = simulate(case, (shock,) if shock else (), progress=progress, **run, **explained)
        indices: tuple[Sobol, ...] = ()
        ripe: tuple[Ripeness, ...] = ()
        evidence = None
        try:
            composition = telling(case, seed=options["seed"])
            progress("looking for what the effect depends on")
            few = run | {"draws": min(options["draws"], 8_000)}
            indices = sobol(case, shock, composition=composition, **few) if shock else ()
            evidence = failed_rounds(case, shock, composition=composition, **run)
            ripe = ripeness(case, draws=min(options["draws"], 4_000), seed=options["seed"], composition=composition)
        except CannotWorkOut:
            pass
    if options["as_json"]:
        click.echo(_json(document(odds, indices, evidence) | {"readiness": _plain(ripe)}))
        return
    lines = [*odds_lines(case, odds), *sobol_lines(indices), *failed_lines(evidence), *ripeness_lines(case, ripe)]
    click.echo("\n".join(lines))


@talks_group.command("events")
@_material
def talks_events(**options: Any) -> None:
    """List the events of the record that `--shock` can name, and the cards that ship."""
    from detente.talks import cards, events

    with _Progress() as progress:
        work = _work(progress, **options)
    found = events(work.case)
    if options["as_json"]:
        rows = [{"id": shock.id, "label": shock.label, "date": shock.date} for shock in found]
        click.echo(_json({"events": rows, "cards": {card.kind: card.label for card in cards().values()}}))
        return
    for shock in found:
        click.echo(f"{shock.id}  {_safe(shock.label)}")
    click.echo("\n".join(f"{card.kind:22} {card.label}" for card in cards().values()))


@talks_group.command("map")
@_material
@_sampling
@_talking
@_ANALYSTS
@click.option("--over", multiple=True, metavar="NAME", help="One of the two assumptions; chosen where not given.")
@click.option("--steps", type=click.IntRange(2, 25), default=7, show_default=True, help="Values of each assumption.")
def talks_map(**options: Any) -> None:
    """Show over two assumptions where the event raises and where it lowers the odds of a comprehensive deal."""
    from detente.brief import map_lines
    from detente.talks import load_analyst, sign_map, telling

    with _Progress() as progress:
        work = _work(progress, **options)
        shock = _needed(_event(work.case, **options))
        analysts = [load_analyst(path, work.case, shock) for path in options["analysts"]]
        progress("drawing the map")
        made = sign_map(
            work.case,
            shock,
            over=options["over"],
            steps=options["steps"],
            draws=min(options["draws"], 1_000),
            seed=options["seed"],
            weeks=options["weeks"],
            composition=telling(work.case, seed=options["seed"]),
        )
    marks = [
        (a.name, a.middle(made.across.name, made.across.values), a.middle(made.down.name, made.down.values))
        for a in analysts
    ]
    if options["as_json"]:
        placed = [{"analyst": name, "across": x, "down": y} for name, x, y in marks]
        click.echo(_json(_plain(made) | {"shock": shock.label, "analysts": placed}))
        return
    click.echo("\n".join([_safe(shock.label), *map_lines(made, marks)]))


@talks_group.command("compare")
@_material
@_sampling
@_talking
@_ANALYSTS
def talks_compare(**options: Any) -> None:
    """Compare what the event does under the assumptions of several analysts."""
    from detente.brief import compared_lines
    from detente.talks import load_analyst, simulate, telling

    with _Progress() as progress:
        work = _work(progress, **options)
        shock = _needed(_event(work.case, **options))
        views = [("as the case has it", "", work.case, shock)]
        for path in options["analysts"]:
            analyst = load_analyst(path, work.case, shock)
            views.append((analyst.name, analyst.because, *analyst.over(work.case, shock)))
        run: dict[str, Any] = {name: options[name] for name in ("draws", "seed", "weeks")}
        rows = []
        for name, why, case, felt in views:
            progress(f"running the talks: {name}")
            rows.append((name, why, simulate(case, (felt,), **run)))
    if options["as_json"]:
        from detente.talks import document

        click.echo(_json([{"name": name, "because": why} | document(odds) for name, why, odds in rows]))
        return
    composition = telling(work.case, seed=options["seed"])
    click.echo(_safe(shock.label))
    click.echo("\n".join(_wrapped(line, "", "    ") for line in compared_lines(rows, composition)))


@talks_group.command("help-most")
@_material
@_sampling
@click.option("--weeks", type=click.IntRange(1, 520), default=26, show_default=True, help="Horizon in weeks.")
@click.option(
    "--track",
    type=click.Choice(["limited", "truce", "comprehensive"]),
    default="comprehensive",
    show_default=True,
    help="Kind of agreement.",
)
def talks_help_most(**options: Any) -> None:
    """Rank every card in the library by what it would do to the odds, and find the best two together."""
    from detente.brief import advice_lines
    from detente.talks import help_most, telling

    with _Progress() as progress:
        work = _work(progress, **options)
        progress("laying every card over the same draws")
        advice = help_most(
            work.case,
            track=options["track"],
            composition=telling(work.case, seed=options["seed"]),
            draws=options["draws"],
            seed=options["seed"],
            weeks=options["weeks"],
        )
    if options["as_json"]:
        click.echo(_json(_plain(advice)))
        return
    click.echo("\n".join(advice_lines(advice, options["weeks"])))


@talks_group.command("calibrate")
@click.argument("rounds", type=click.Path(path_type=Path))
@_material
@_sampling
@click.option("--tolerance", type=click.IntRange(min=0), default=0, show_default=True, help="Agreements off.")
@click.option(
    "--track",
    type=click.Choice(["limited", "truce", "comprehensive"]),
    default="comprehensive",
    show_default=True,
    help="Kind of agreement.",
)
def talks_calibrate(rounds: Path, **options: Any) -> None:
    """Keep the draws that fit a table of past rounds, ROUNDS (CSV: date, shocks, outcome), and show the fit."""
    from detente.brief import calibrated_lines
    from detente.talks import calibrate, load_rounds, telling

    past = load_rounds(rounds)
    with _Progress() as progress:
        work = _work(progress, **options)
        found = calibrate(
            work.case,
            past,
            track=options["track"],
            composition=telling(work.case, seed=options["seed"]),
            draws=options["draws"],
            seed=options["seed"],
            tolerance=options["tolerance"],
        )
    click.echo(_json(_plain(found)) if options["as_json"] else "\n".join(calibrated_lines(found)))


def _event(case: "Case", **options: Any) -> "Shock | None":
    """Return the event that was asked for, or the one that the record has."""
    from detente.talks import choose

    return choose(options["shock"], case, actor=options["by"], target=options["against"])


def _needed(shock: "Shock | None") -> "Shock":
    if shock is None:
        raise InputError(
            "the record has no event to look at; name one with --shock (`detente talks events` lists them)"
        )
    return shock


def _seen(case: "Case", shock: "Shock | None", analysts: Sequence[Path]) -> "tuple[Case, Shock | None]":
    """Return case and event as the first analyst sees them."""
    from detente.talks import load_analyst

    if not analysts:
        return case, shock
    return load_analyst(analysts[0], case, _needed(shock)).over(case, _needed(shock))


@main.group()
def forecast() -> None:
    """Keep a log of forecasts and score them against simple baselines."""


_LOG = click.argument("log", type=click.Path(path_type=Path))


@forecast.command("add")
@_LOG
@click.argument("question")
@click.option("--chance", type=float, required=True, help="Chance from 0 to 1 that it happens by the last day.")
@click.option("--made", required=True, metavar="DAY", help="When the forecast is made (YYYY-MM-DD).")
@click.option("--until", required=True, metavar="DAY", help="The last day that counts (YYYY-MM-DD).")
@click.option("--median-weeks", type=float, help="Weeks before which half of the chance lies.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def forecast_add(
    log: Path, question: str, chance: float, made: str, until: str, median_weeks: float | None, as_json: bool
) -> None:
    """Add a forecast to LOG, a file that only grows; QUESTION says what would have to happen."""
    from detente.talks.forecasts import add

    said = add(log, question, chance, made=made, until=until, median_weeks=median_weeks)
    click.echo(_json(_plain(said)) if as_json else f"{said.id}  {said.p:.0%} by {said.until}: {_safe(said.question)}")


@forecast.command("list")
@_LOG
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def forecast_list(log: Path, as_json: bool) -> None:
    """List the forecasts of LOG with what came of them."""
    from detente.talks.forecasts import load as load_log

    forecasts, outcomes = load_log(log)
    if as_json:
        click.echo(_json([_plain(f) | {"outcome": _plain(outcomes.get(f.id))} for f in forecasts]))
        return
    for said in forecasts:
        outcome = outcomes.get(said.id)
        came = f"{'happened' if outcome.happened else 'did not happen'}, {outcome.day}" if outcome else "open"
        click.echo(f"{said.id}  {said.p:.0%} by {said.until}, {came}: {_safe(said.question)}")


@forecast.command("resolve")
@_LOG
@click.argument("id")
@click.option("--happened/--did-not-happen", required=True, default=None, help="What came of it.")
@click.option("--day", required=True, metavar="DAY", help="When (YYYY-MM-DD); the day on which it was clear.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def forecast_resolve(log: Path, id: str, happened: bool, day: str, as_json: bool) -> None:
    """Say what came of the forecast ID in LOG; its first characters are enough."""
    from detente.talks.forecasts import resolve

    outcome = resolve(log, id, happened=happened, day=day)
    said = "happened" if outcome.happened else "did not happen"
    click.echo(_json(_plain(outcome)) if as_json else f"{outcome.id}  {said}, {outcome.day}")


@forecast.command("score")
@_LOG
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def forecast_score(log: Path, as_json: bool) -> None:
    """Score the resolved forecasts of LOG against simple baselines: lower is better."""
    from detente.talks.forecasts import load as load_log
    from detente.talks.forecasts import reliability, score

    forecasts, outcomes = load_log(log)
    scores, bins = score(forecasts, outcomes), reliability(forecasts, outcomes)
    if as_json:
        click.echo(_json({"scores": _plain(scores), "reliability": _plain(bins)}))
        return
    if not scores:
        click.echo(f"{len(forecasts)} forecast(s), none resolved yet; `detente forecast resolve` says what came of one")
        return
    click.echo(f"{'':50}  Brier  log score  CRPS (weeks)")
    for row in scores:
        click.echo(f"{row.by:50}  {row.brier:.3f}  {row.log_score:9.3f}  {row.crps_weeks:12.2f}")
    click.echo(f"\n{scores[0].resolved} resolved. Of those given")
    for each in bins:
        click.echo(
            f"  {each.low:.0%} to {each.high:.0%}: {each.count}, on average {each.said:.0%}; {each.came:.0%} came true"
        )


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def assumptions(as_json: bool) -> None:
    """List every assumption with its range and basis; --assume NAME=LOW,HIGH replaces one."""
    from detente.settlement.priors import PRIORS

    if as_json:
        click.echo(_json({name: _plain(prior) for name, prior in PRIORS.items()}))
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
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def ontology_show(name: str | None, as_json: bool) -> None:
    """List issues and acts, or show what NAME is: an issue, an act, an actor, or a code of CAMEO, PA-X or PAM."""
    from detente.ontology import actors, acts, describe, issues, look_up

    chosen: Sequence[Any] = look_up(name) if name else [*issues().values(), *acts().values()]
    if as_json:
        click.echo(_json([_plain(item) for item in chosen]))
        return
    for item in chosen:
        lines = describe(item)
        click.echo("\n".join(lines if name else lines[:1]))
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
        click.echo(_json([{"file": str(file), "kind": kind, "rows": rows} for file, kind, rows in checked]))
        return
    for file, kind, rows in checked:
        click.echo(f"{file}: {rows} {kind}, no fault")


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for SHELL; put it where your shell looks for such scripts."""
    from click.shell_completion import get_completion_class

    cls = get_completion_class(shell)
    assert cls is not None
    click.echo(cls(main, {}, "detente", "_DETENTE_COMPLETE").source())


@dataclass(frozen=True, slots=True)
class _Work:
    """What a command works on."""

    case: "Case"
    claims: tuple["Claim", ...]
    sources: Mapping[str, "Source"]
    reports: tuple["Report", ...]
    name: str


def _work(progress: "_Progress", **options: Any) -> _Work:
    """Read what there is to read and build or load the case."""
    from detente.case import from_record, load
    from detente.entries import Claim
    from detente.record import Record

    paths, case_file = _case_among(options["paths"], options["case_file"])
    record_file = options["record"]
    if not (paths or record_file or case_file):
        raise InputError("nothing to work on; give reports or a folder of them, or --record FILE, or --case FILE")
    _reader(**options)  # says what is wrong with its options, whether or not there is something to read
    given = load(case_file) if case_file else None
    with Record(record_file, make=bool(paths) or not record_file) as kept:
        if paths:
            _read_into(kept, _reports(paths, options["date"]), progress, _read_by(**options))
        progress("building the case")
        name = _name(paths, record_file, case_file)
        case = given or from_record(kept, title=options["title"] or _titled(name))
        case = _assuming(case, options["assume"], options["title"])
        claims = tuple(entry for entry in kept.entries("claim") if isinstance(entry, Claim))
        return _Work(case, claims, kept.sources(), tuple(kept.reports()), name)


def _case_among(paths: tuple[Path, ...], case_file: Path | None) -> tuple[tuple[Path, ...], Path | None]:
    """Take a case file (.yaml, .yml) among the paths for --case."""
    cases = [path for path in paths if path.suffix.lower() in (".yaml", ".yml")]
    if len(cases) + (case_file is not None) > 1:
        raise InputError("is a second case file; give one", file=cases[-1])
    return tuple(path for path in paths if path not in cases), case_file or next(iter(cases), None)


def _results(case: "Case", progress: "_Progress", **options: Any) -> tuple["Settlement", "Odds"]:
    from detente.settlement import settle

    progress("working out what could be settled")
    settlement = settle(case, draws=options["draws"], seed=options["seed"], progress=progress)
    return settlement, _odds(case, progress, **options)


def _odds(case: "Case", progress: "_Progress", **options: Any) -> "Odds":
    from detente.talks import simulate

    shock = _event(case, **options)
    progress("simulating the talks")
    return simulate(
        case,
        (shock,) if shock else (),
        draws=options["draws"],
        seed=options["seed"],
        weeks=options["weeks"],
        progress=progress,
    )


def _fault(fault: InputError) -> None:
    """Name on stderr what is passed by."""
    click.echo(f"detente: {_safe(str(fault))}", err=True)


def _reports(paths: "Sequence[Path | str]", date: str | None, *, allow_private: bool = False) -> Iterator["Report"]:
    """Yield the reports; a broken part of a file of many reports is named on stderr, and the rest is read."""
    from detente.reports import load_all, load_url

    if not paths:
        raise InputError("no reports given; name files (.txt, .html, .pdf, .docx, ...) or folders of them")
    files = [path for path in paths if isinstance(path, Path)]
    # All files are looked at before the first is read.
    found = load_all(files, date=date, on_fault=_fault) if files else iter(())
    urls = [path for path in paths if not isinstance(path, Path)]
    fetched = (load_url(url, date=date, on_fault=_fault, allow_private=allow_private) for url in urls)
    return chain(found, chain.from_iterable(fetched))


_OF_MODELS = ("endpoint", "model", "timeout", "max_tokens", "max_requests", "no_cache")


def _reader(**options: Any) -> "Reader | None":
    """Return the language model that shall read, None for the rules."""
    given = {name: options[name] for name in _OF_MODELS if options[name]}
    if options["reader"] == "rules":
        for name in given:
            raise InputError(f"--{name.replace('_', '-')} is of use with --reader llm only; add that or leave it out")
        return None
    if not ("endpoint" in given and "model" in given):
        raise InputError("--reader llm needs --endpoint URL and --model NAME")
    from detente.reading import LanguageModel, Limits

    return LanguageModel(
        given["endpoint"],
        given["model"],
        limits=Limits(**{name: given[name] for name in _OF_MODELS[2:5] if name in given}),
        cache="no_cache" not in given,
        tell=lambda line: click.echo(f"detente: {_safe(line)}", err=True),
    )


def _read_by(**options: Any) -> Callable[["Report"], "Entries"]:
    """Return what reads a report: the rules or a language model, with the names of a file."""
    from detente.ontology import load_names
    from detente.reading import read as read_report

    file = options["names_file"]
    names = load_names(file) if file else None
    return functools.partial(read_report, names=names, reader=_reader(**options))


def _entries(report: "Report", progress: "_Progress", read_one: Callable[["Report"], "Entries"]) -> "Entries":
    """Read a report; one that no reader can read gives nothing, and stderr says so."""
    from detente.entries import Entries

    progress(f"reading {Path(report.path).name if report.path else report.id}")
    if report.unread is None:
        return read_one(report)
    click.echo(f"detente: {_safe(report.path or report.id)}: kept, but not read ({report.unread})", err=True)
    return Entries(report.id)


def _read_into(
    kept: "Record",
    reports: Iterable["Report"],
    progress: "_Progress",
    read_one: Callable[["Report"], "Entries"],
    known: "tuple[Provenance, str] | None" = None,
) -> tuple[int, int, int]:
    """Read reports into a record one after the other; return the new reports, the new entries, the reports unread.

    What the `known` reader, given the same names, has read before is not read again.
    """
    new_reports = new_entries = unread = 0
    for report in reports:
        unread += report.unread is not None
        if known and report.unread is None and kept.was_read(report, known[0], using=known[1]):
            kept.add(report)
            continue
        by = {"reader": known[0], "using": known[1]} if known and report.unread is None else {}
        added = kept.add(report, _entries(report, progress, read_one), **by)  # type: ignore[arg-type]
        new_reports, new_entries = new_reports + added.reports, new_entries + added.entries
    return new_reports, new_entries, unread


def _known_reader(*, again: bool, **options: Any) -> "tuple[Provenance, str] | None":
    """Who reads and with which names, where it always reads the same in the same text; None to read in any case."""
    if again or options["reader"] != "rules":
        return None
    from detente.entries import Provenance, digest
    from detente.reading.frame import READER, VERSION

    file = options["names_file"]
    return Provenance(READER, VERSION), digest([__version__, file.read_text(encoding="utf-8") if file else ""])


def _assuming(case: "Case", given: Sequence[str], title: str | None) -> "Case":
    """Return the case with the assumptions of the command line in place of its own, all of them checked."""
    from detente.settlement.priors import ranges

    changed = dict(case.assumptions)
    for item in given:
        name, _, text = item.partition("=")
        changed[name] = _range(item, text)
    case = replace(case, assumptions=changed, title=title or case.title)
    ranges(case)
    return case


def _range(item: str, text: str) -> tuple[float, float]:
    try:
        low, high = (float(part) for part in (text.split(",") if "," in text else (text, text)))
    except ValueError:
        raise InputError(f"--assume {item}: write NAME=LOW,HIGH or NAME=VALUE with numbers") from None
    if not low <= high:
        raise InputError(f"--assume {item}: the first number must not be above the second")
    return low, high


_FOR_FILES = re.compile(r"[^\w.-]+")


def _name(paths: Sequence[Path], record_file: "Path | Address | None", case_file: Path | None) -> str:
    """Name a brief after its folder ("reports" says nothing: then its parent), file, record or case."""
    first = paths[0].resolve() if paths else (record_file or case_file)
    assert first is not None
    if not isinstance(first, Path):
        return _FOR_FILES.sub("-", first.database)
    if first.is_dir():
        return first.parent.name if first.name == "reports" and first.parent.name else first.name or "brief"
    stem = Path(first.name.removesuffix(".gz")).stem
    return stem if stem != "case" else first.resolve().parent.name


def _titled(name: str) -> str:
    """Return a file's name as a title: "istanbul-2025" gives "Istanbul 2025"."""
    words = name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def _target(name: str, output: Path | None, paths: Sequence[Path]) -> Path:
    """Choose where the page goes; never over a report."""
    target = output or Path(f"{name}.html")
    if target.resolve() not in {path.resolve() for path in paths}:
        return target
    if output:
        raise InputError("is one of the reports; choose another place with -o", file=output)
    return Path(f"{name}-brief.html")


def _write(target: Path, text: str) -> None:
    """Write the file as a whole or not at all."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, delete=False, suffix=".part"
        ) as part:
            part.write(text)
        os.chmod(part.name, 0o666 & ~_umask())
        os.replace(part.name, target)
    except OSError as exc:
        if "part" in locals():
            Path(part.name).unlink(missing_ok=True)
        raise InputError(f"cannot be written: {exc.strerror}; choose another place with -o", file=target) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _plain(value: Any) -> Any:
    """Return dataclasses and mappings as JSON-safe data; patterns as their text."""
    from dataclasses import fields, is_dataclass

    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [_plain(item) for item in value]
    return value.pattern if hasattr(value, "pattern") else value


def _show_entries(report: "Report", entries: "Entries") -> None:
    click.echo(click.style(report.title or str(report.path), bold=True))
    click.echo(f"date: {report.date or 'unknown; give it with --date'}")
    if report.unread:
        click.echo(f"not read: {report.unread}\n")
        return
    for kind in ("position", "event", "claim", "round"):
        chosen = [entry for entry in entries if entry.kind == kind]
        click.echo(f"\n{len(chosen)} {kind}{'' if len(chosen) == 1 else 's'}")
        for entry in chosen:
            click.echo(f"  {_entry_line(entry)}")
            click.echo(f"      “{_safe(' '.join(entry.quote.text.split()))}”")
    click.echo()


def _show_explained(report: "Report", explanations: "Iterable[Explanation]") -> None:
    click.echo(click.style(report.title or str(report.path), bold=True))
    for each in explanations:
        by, rule = each.entry.by, each.rule
        click.echo(f"\n{_wrapped(f'{each.entry.kind}: {_entry_line(each.entry)}', '', '    ')}")
        click.echo(_wrapped(_safe(" ".join(each.sentence.split())), "  sentence  "))
        click.echo(
            f"  read by   {by.rule or by.reader} (confidence {by.confidence:.2f}, {by.reader} version {by.version})"
        )
        if rule:
            click.echo(_wrapped(rule.example, "    as in   "))
            click.echo(_wrapped(rule.counter, "    not in  "))
        for word in each.words:
            mark = "*" if word.quoted else " "
            click.echo(f"  {mark} {_safe(word.text):20} {word.pos:6} {word.relation:12} {_safe(word.head)}")
    click.echo()


def _wrapped(text: str, first: str, rest: str = " " * 12) -> str:
    return click.wrap_text(text, 78, first, rest)


class _Progress:
    """A line on stderr that says what is going on, when a person is looking; silent otherwise."""

    def __init__(self) -> None:
        self._status: Any = None

    def __enter__(self) -> "_Progress":
        if sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status("starting")
            self._status.start()
        return self

    def __call__(self, what: str) -> None:
        if self._status is not None:
            from rich.markup import escape

            self._status.update(escape(what))

    def __exit__(self, *_: object) -> None:
        if self._status is not None:
            self._status.stop()


if __name__ == "__main__":
    main()
