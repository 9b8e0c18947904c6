"""`detente compare`: what changed between two dates, or between two cases."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli_options import material, sampling, talking
from detente.cli_work import Progress, case_among, check_outputs, contents_of, results, work_on, write_file
from detente.errors import InputError
from detente.terminal import json_text, safe

if TYPE_CHECKING:
    from detente.brief import Brief

_SQLITE = b"SQLite format 3\x00"


@click.command()
@material
@sampling
@talking
@click.option(
    "--until", "untils", multiple=True, metavar="DATE", help="A day (YYYY-MM-DD) up to which reports count; give two."
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Write it as a page (.html), .docx or .md; may be given several times.",
)
def compare(**options: Any) -> None:
    r"""Show what changed between two dates, or between two cases.

    Give two of: a case file, a record's file, reports or a folder of them. Or give one material,
    as `detente brief` takes it, and two dates:

    \b
      detente compare before.yaml after.yaml -o changed.html
      detente compare examples/istanbul-2025/reports --until 2025-05-31 --until 2025-06-02
    """
    from detente.brief import Comparison

    wanted = _dated(**options) if options["untils"] else _two(**options)
    with Progress() as progress:
        check_outputs(options["outputs"], options["paths"])
        before, after = (_brief(progress, **each) for each in wanted)
        made = Comparison(before, after, _names(*options["untils"]))
        contents = contents_of(made, options["outputs"])
    for target, content in contents:
        write_file(target, content)
    if options["as_json"]:
        click.echo(json_text(made.to_json() | {"files": [str(target) for target, _ in contents]}))
        return
    for line in made.summary():
        indent = " " * 4 if line.startswith("  ") else ""
        click.echo(click.wrap_text(safe(line), 78, line[: len(line) - len(line.lstrip())], indent) if line else "")
    for target, _ in contents:
        click.echo(f"The comparison is in {target.resolve()}")


def _names(*days: str) -> tuple[str, str] | None:
    from detente.brief.dates import long_date

    return (f"up to {long_date(days[0])}", f"up to {long_date(days[1])}") if days else None


def _dated(untils: Sequence[str], **options: Any) -> list[dict[str, Any]]:
    from datetime import date

    if len(untils) != 2:
        raise InputError("--until is given twice: the day of the first and the day of the second")
    for day in untils:
        try:
            date.fromisoformat(day)
        except ValueError:
            raise InputError(f"--until {day}: is no day; write it as YYYY-MM-DD") from None
    paths, _ = case_among(options["paths"], options["case_file"])
    if not (paths or options["record"]):
        raise InputError("--until chooses among dated reports, and a case has none; give reports or a record")
    return [options | {"until": day} for day in untils]


def _two(**options: Any) -> list[dict[str, Any]]:
    paths: tuple[Path, ...] = options["paths"]
    if len(paths) != 2 or options["record"] or options["case_file"]:
        raise InputError("give two cases, records or folders of reports to compare, or one and --until twice")
    return [options | _place(path) for path in paths]


def _place(path: Path) -> dict[str, Any]:
    """Say what a path is for `work_on`: a record where the file says that it is one."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                return {"paths": (), "record": path}
    return {"paths": (path,)}


def _brief(progress: Progress, **options: Any) -> "Brief":
    from detente.brief import Brief

    work = work_on(progress, **options)
    settlement, odds = results(work.case, progress, claims=work.claims, **options)
    return Brief(work.case, settlement, odds, claims=work.claims, evidence=work.sources, reports=work.reports)
