"""What a command works on: reports read, a record, a case; and how it says what goes on."""

import functools
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente import __version__
from detente.errors import InputError
from detente.terminal import safe

if TYPE_CHECKING:
    from detente.brief import Brief, Comparison
    from detente.case import Case
    from detente.entries import Claim, Entries, Provenance
    from detente.reading import Reader
    from detente.record import Record, Source
    from detente.record.address import Address
    from detente.reports import Report
    from detente.settlement import Settlement
    from detente.talks import Odds, Shock, SignMap


def event_of(case: "Case", claims: Sequence["Claim"] = (), **options: Any) -> "Shock | None":
    """Return the event that was asked for, or the one that the record has."""
    from detente.talks import choose

    return choose(options["shock"], case, actor=options["by"], target=options["against"], claims=claims)


@dataclass(frozen=True, slots=True)
class Work:
    """What a command works on."""

    case: "Case"
    claims: tuple["Claim", ...]
    sources: Mapping[str, "Source"]
    reports: tuple["Report", ...]
    name: str


def work_on(progress: "Progress", **options: Any) -> Work:
    """Read what there is to read and build or load the case."""
    from detente.case import load

    paths, case_file = case_among(options["paths"], options["case_file"])
    record_file = options["record"]
    if not (paths or record_file or case_file):
        raise InputError("nothing to work on; give reports or a folder of them, or --record FILE, or --case FILE")
    reader_of(**options)  # says what is wrong with its options, whether or not there is something to read
    given = load(case_file) if case_file else None
    name = _name(paths, record_file, case_file)
    if given and not (paths or record_file):
        return Work(_assuming(given, options["assume"], options["title"]), (), {}, (), name)
    from detente.case import from_record
    from detente.entries import Claim
    from detente.record import Record, up_to

    with Record(record_file, make=bool(paths) or not record_file) as kept:
        if paths:
            read_into(kept, reports_at(paths, options["date"]), progress, read_by(**options))
        if until := options.get("until"):
            kept = up_to(kept, until)
        progress("building the case")
        case = given or from_record(kept, title=options["title"] or _titled(name))
        case = _meeting(_assuming(case, options["assume"], options["title"]), options.get("calendar", "case"))
        claims = tuple(entry for entry in kept.entries("claim") if isinstance(entry, Claim))
        return Work(case, claims, kept.sources(), tuple(kept.reports()), name)


def case_among(paths: tuple[Path, ...], case_file: Path | None) -> tuple[tuple[Path, ...], Path | None]:
    """Take a case file (.yaml, .yml) among the paths for --case."""
    cases = [path for path in paths if path.suffix.lower() in (".yaml", ".yml")]
    if len(cases) + (case_file is not None) > 1:
        raise InputError("is a second case file; give one", file=cases[-1])
    return tuple(path for path in paths if path not in cases), case_file or next(iter(cases), None)


def results(
    case: "Case", progress: "Progress", *, claims: Sequence["Claim"] = (), **options: Any
) -> tuple["Settlement", "Odds"]:
    """Work out the settlement and the odds."""
    from detente.settlement import settle

    progress("working out what could be settled")
    settlement = settle(case, draws=options["draws"], seed=options["seed"], progress=progress)
    return settlement, odds_of(case, progress, claims=claims, **options)


def odds_of(case: "Case", progress: "Progress", *, claims: Sequence["Claim"] = (), **options: Any) -> "Odds":
    """Work out the odds with the event that was asked for."""
    from detente.talks import simulate

    shock = event_of(case, claims, **options)
    progress("simulating the talks")
    return simulate(
        case,
        (shock,) if shock else (),
        draws=options["draws"],
        seed=options["seed"],
        weeks=options["weeks"],
        progress=progress,
    )


def map_of(case: "Case", odds: "Odds", progress: "Progress", **options: Any) -> "SignMap | None":
    """Work out where the event raises and where it lowers the odds; None where there is no event or no odds."""
    from detente.errors import CannotWorkOut
    from detente.talks import sign_map, telling

    if odds.shock is None or not odds.effects:
        return None
    progress("drawing the map of signs")
    seed = options["seed"]
    run = {"draws": min(options["draws"], 1_000), "seed": seed, "weeks": options["weeks"]}
    try:
        return sign_map(case, odds.shock, composition=telling(case, seed=seed), **run)
    except CannotWorkOut:
        return None


class Faults:
    """Names on stderr each part of a file that is passed by, always in the same way, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, fault: InputError) -> None:
        """Name one."""
        self.count += 1
        click.echo(f"detente: {safe(str(fault))}; passed by", err=True)


def reports_at(
    paths: "Sequence[Path | str]",
    date: str | None,
    *,
    allow_private: bool = False,
    tell: "Callable[[InputError], None] | None" = None,
) -> Iterator["Report"]:
    """Yield the reports; a broken part of a file of many reports is named on stderr, and the rest is read."""
    tell = tell or Faults()
    from detente.reports import load_all, load_url

    if not paths:
        raise InputError("no reports given; name files (.txt, .html, .pdf, .docx, ...) or folders of them")
    files = [path for path in paths if isinstance(path, Path)]
    # All files are looked at before the first is read.
    found = load_all(files, date=date, on_fault=tell) if files else iter(())
    urls = [path for path in paths if not isinstance(path, Path)]
    fetched = (load_url(url, date=date, on_fault=tell, allow_private=allow_private) for url in urls)
    return chain(found, chain.from_iterable(fetched))


_OF_MODELS = ("endpoint", "model", "timeout", "max_tokens", "max_requests", "no_cache")


def reader_of(**options: Any) -> "Reader | None":
    """Return the language model that shall read, None for what ships with Detente."""
    given = {name: options[name] for name in _OF_MODELS if options[name]}
    if options["reader"] != "llm":
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
        tell=lambda line: click.echo(f"detente: {safe(line)}", err=True),
    )


def read_by(**options: Any) -> Callable[["Report"], "Entries"]:
    """Return what reads a report: what ships with Detente or a language model, with the names of a file."""
    from detente.ontology import load_names
    from detente.reading import read as read_report

    file = options["names_file"]
    names = load_names(file) if file else None
    network = options["reader"] != "rules"
    return functools.partial(read_report, names=names, reader=reader_of(**options), network=network)


def entries_of(report: "Report", progress: "Progress", read_one: Callable[["Report"], "Entries"]) -> "Entries":
    """Read a report; one that no reader can read gives nothing, and stderr says so."""
    from detente.entries import Entries

    progress(f"reading {Path(report.path).name if report.path else report.id}")
    if report.unread is None:
        return read_one(report)
    click.echo(f"detente: {safe(report.path or report.id)}: kept, but not read ({report.unread})", err=True)
    return Entries(report.id)


def read_into(
    kept: "Record",
    reports: Iterable["Report"],
    progress: "Progress",
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
        added = kept.add(report, entries_of(report, progress, read_one), **by)  # type: ignore[arg-type]
        new_reports, new_entries = new_reports + added.reports, new_entries + added.entries
    return new_reports, new_entries, unread


def known_reader(*, again: bool, **options: Any) -> "tuple[Provenance, str] | None":
    """Who reads and with which names and tables, where it always reads the same in a text; None to read in any case."""
    if again or options["reader"] == "llm":
        return None
    from detente.entries import Provenance, digest
    from detente.reading.frame import READER, VERSION

    files = [options["names_file"], *options["tables"]]
    given = [file.read_text(encoding="utf-8") if file else "" for file in files]
    return Provenance(READER, VERSION), digest([__version__, options["reader"], *given])


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


def _meeting(case: "Case", calendar: str) -> "Case":
    """Return the case with the calendar that was asked for."""
    if calendar == "case":
        return case
    from detente.talks import calendar_of

    return replace(case, calendar=calendar_of(case) if calendar == "record" else None)


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


def write_file(target: Path, content: str | bytes, *, option: str = "-o") -> None:
    """Write the file that an option names as a whole or not at all."""
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False, suffix=".part") as part:
            part.write(content.encode() if isinstance(content, str) else content)
        os.chmod(part.name, 0o666 & ~_umask())
        os.replace(part.name, target)
    except OSError as exc:
        if "part" in locals():
            Path(part.name).unlink(missing_ok=True)
        raise InputError(
            f"cannot be written: {exc.strerror}; choose another place with {option}", file=target
        ) from None


def check_outputs(outputs: Sequence[Path], reports: Sequence[Path]) -> None:
    """Refuse, before any work is done, to write over a report or in a format that there is not."""
    from detente.brief import FORMATS

    sources = {path.resolve() for path in reports}
    for output in outputs:
        if output.resolve() in sources:
            raise InputError("is one of the reports; choose another place with -o", file=output)
        if output.suffix.lower() not in FORMATS:
            raise InputError(f"a brief is written as {', '.join(FORMATS)}; end the name in one of these", file=output)


def contents_of(made: "Brief | Comparison", outputs: Sequence[Path]) -> list[tuple[Path, str | bytes]]:
    """Return what goes into each file, by the ending of its name."""
    from detente.brief import FORMATS

    return [(output, getattr(made, FORMATS[output.suffix.lower()])()) for output in outputs]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def wrapped(text: str, first: str, rest: str = " " * 12) -> str:
    """Fit a text to 78 columns."""
    return click.wrap_text(text, 78, first, rest)


class Progress:
    """A line on stderr that says what is going on, when a person is looking; silent otherwise."""

    def __init__(self) -> None:
        self._status: Any = None

    def __enter__(self) -> "Progress":
        if sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status("starting")
            self._status.start()
        return self

    def __call__(self, what: str) -> None:
        """Say what goes on now."""
        if self._status is not None:
            from rich.markup import escape

            self._status.update(escape(what))

    def __exit__(self, *_: object) -> None:
        if self._status is not None:
            self._status.stop()
