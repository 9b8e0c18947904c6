"""The command line: one command per verb, no logic of its own.

Errors that a user can mend end with exit code 2 and one line on stderr; results go to stdout, progress to stderr.
"""

import functools
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente import __version__
from detente.cli_record import (
    record_join,
    record_judge,
    record_log,
    record_part,
    record_repeats,
    record_search,
    record_show,
)
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
    from detente.reports import Report
    from detente.settlement import Settlement
    from detente.talks import Odds

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
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
            "--record", type=click.Path(path_type=Path), help="Keep the record in this file, or use what is in it."
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
    command = click.option(
        "--shock", type=click.Path(path_type=Path), help="A shock card instead of the event found in the record."
    )(command)
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
@PATHS
@click.option("--date", help="Date of the reports (YYYY-MM-DD), where they do not say.")
@NAMES
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per report on stdout, and nothing else.")
@click.option("--explain", "explained", is_flag=True, help="Show the sentence, the rule and the parse of each entry.")
@_reading
def read(paths: tuple[Path, ...], date: str | None, as_json: bool, explained: bool, **options: Any) -> None:
    """Show what a reader takes from reports: positions, events, claims and rounds, each with its quote."""
    from detente.reading import explain

    read_one = _read_by(**options)
    with _Progress() as progress:
        for report in _reports(paths, date):
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
    """Keep entries for good: a file that grows and is never rewritten."""


@record.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@PATHS
@click.option("--date", help="Date of the reports (YYYY-MM-DD), where they do not say.")
@NAMES
@click.option("--again", is_flag=True, help="Read also what this reader has read into the record before.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
@_reading
def record_add(
    file: Path, paths: tuple[Path, ...], date: str | None, again: bool, as_json: bool, **options: Any
) -> None:
    """Read reports into the record FILE; what is there already is not added again.

    Every report is in the record as soon as it is read. After an interruption, run the same command again:
    reports that the rules have read, with the same names, are passed over.
    """
    from detente.record import Record

    read_one = _read_by(**options)
    reports = iter(_reports(paths, date))
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


for _command in (
    record_claims,
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


@main.command("case")
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


@main.command("settle")
@_material
@_sampling
def settle_command(**options: Any) -> None:
    """Work out blockers, ways out, packages and steps."""
    from detente.brief import settlement_lines
    from detente.settlement import settle

    with _Progress() as progress:
        work = _work(progress, **options)
        settlement = settle(work.case, draws=options["draws"], seed=options["seed"], progress=progress)
    if options["as_json"]:
        click.echo(_json(_plain(settlement)))
        return
    click.echo("\n".join(settlement_lines(work.case, settlement)))


@main.command("talks")
@_material
@_sampling
@_talking
def talks_command(**options: Any) -> None:
    """Work out the odds of agreement, and what a shock does to them."""
    from detente.brief import odds_lines

    with _Progress() as progress:
        work = _work(progress, **options)
        odds = _odds(work.case, progress, **options)
    if options["as_json"]:
        click.echo(_json(_plain(odds)))
        return
    click.echo("\n".join(odds_lines(work.case, odds)))


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

    paths, record_file, case_file = options["paths"], options["record"], options["case_file"]
    if not (paths or record_file or case_file):
        raise InputError("nothing to work on; give reports or a folder of them, or --record FILE, or --case FILE")
    if record_file and not paths and not record_file.exists():
        raise InputError("there is no such record; give reports to start it with", file=record_file)
    read_one = _read_by(**options)
    given = load(case_file) if case_file else None
    with Record(record_file) as kept:
        if paths:
            _read_into(kept, _reports(paths, options["date"]), progress, read_one)
        progress("building the case")
        name = _name(paths, record_file, case_file)
        case = given or from_record(kept, title=options["title"] or _titled(name))
        case = _assuming(case, options["assume"], options["title"])
        claims = tuple(entry for entry in kept.entries("claim") if isinstance(entry, Claim))
        return _Work(case, claims, kept.sources(), tuple(kept.reports()), name)


def _results(case: "Case", progress: "_Progress", **options: Any) -> tuple["Settlement", "Odds"]:
    from detente.settlement import settle

    progress("working out what could be settled")
    settlement = settle(case, draws=options["draws"], seed=options["seed"], progress=progress)
    return settlement, _odds(case, progress, **options)


def _odds(case: "Case", progress: "_Progress", **options: Any) -> "Odds":
    from detente.talks import find_shock, load_shock, simulate

    shock = load_shock(options["shock"], case) if options["shock"] else find_shock(case)
    progress("simulating the talks")
    return simulate(
        case,
        (shock,) if shock else (),
        draws=options["draws"],
        seed=options["seed"],
        weeks=options["weeks"],
        progress=progress,
    )


def _reports(paths: Sequence[Path], date: str | None) -> Iterator["Report"]:
    """Yield the reports; a broken part of a file of many reports is named on stderr, and the rest is read."""
    from detente.reports import load_all

    if not paths:
        raise InputError("no reports given; name files (.txt, .html, .pdf, .docx, ...) or folders of them")
    return load_all(paths, date=date, on_fault=lambda fault: click.echo(f"detente: {_safe(str(fault))}", err=True))


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


def _name(paths: Sequence[Path], record_file: Path | None, case_file: Path | None) -> str:
    """Name a brief after its folder ("reports" says nothing: then its parent), file, record or case."""
    first = paths[0].resolve() if paths else (record_file or case_file)
    assert first is not None
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
