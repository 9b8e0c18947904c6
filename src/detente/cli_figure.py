"""The command for single figures of the brief: a picture, its data, or a list of what there is."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente import __version__
from detente.cli_options import material, sampling, talking
from detente.cli_work import Progress, Work, map_of, odds_of, work_on, write_file
from detente.errors import InputError
from detente.plain import plain
from detente.terminal import json_text, safe

if TYPE_CHECKING:
    from detente.brief import Brief
    from detente.brief.figures import Figure
    from detente.settlement import Settlement
    from detente.talks import Odds

_CELL = 34
"""Most columns of a cell on a terminal."""


@click.command("figure")
@click.argument("name", metavar="[NAME]", required=False)
@material
@sampling
@talking
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write it: .svg or .png (the picture) or .csv (its data).",
)
@click.option(
    "--width",
    type=click.Choice(["wide", "narrow"]),
    default="wide",
    show_default=True,
    help="Layout of the picture: for a page, or for a phone or a column of text.",
)
def figure(name: str | None, output: Path | None, width: str, **options: Any) -> None:
    """Write one figure of the brief as a picture or as data, or list the figures with what they find.

    NAME is one of timeline, claims, matrix, movement, blockers, frontier, acceptability, steps, fan, effect, signs,
    channels and map; without it they are listed. PATHS, --case and --record are as for `detente brief`. Without -o the
    data is printed: as a table for a person, as CSV to a pipe.
    """
    name, options["paths"] = _named(name, options["paths"])
    if name is None and not (options["paths"] or options["record"] or options["case_file"]):
        _list_kinds(options["as_json"])
        return
    if output is not None:
        _check(name, output, options["paths"])
    with Progress() as progress:
        made = _brief(name, progress, **options)
        if name is None:
            _list_findings(made, options["as_json"])
            return
        progress("drawing the figure")
        drawn = made.figure(name)
        content = _file(drawn, output.suffix.lower(), narrow=width == "narrow") if output else ""
    if output:
        write_file(output, content)
    if options["as_json"]:
        click.echo(json_text(_as_json(drawn)))
    elif output is None:
        _print(drawn)


def _named(name: str | None, paths: tuple[Path, ...]) -> tuple[str | None, tuple[Path, ...]]:
    """Take what stands in the place of the name and is none for the first of the paths, if there is such a file."""
    from detente.brief.drawings import FIGURES, drawing_called

    if name is None or name in FIGURES:
        return name, paths
    if Path(name).exists():
        return None, (Path(name), *paths)
    drawing_called(name)  # says which there are
    return None, paths


def _check(name: str | None, output: Path, paths: tuple[Path, ...]) -> None:
    """Turn down a place that cannot be meant, before anything is worked out."""
    if name is None:
        raise InputError("-o writes one figure; give its name, such as `detente figure timeline`")
    if output.suffix.lower() not in (".svg", ".png", ".csv"):
        raise InputError("a figure is written as .svg, .png or .csv; end the name in one of these", file=output)
    if output.resolve() in {path.resolve() for path in paths}:
        raise InputError("is one of the reports; choose another place with -o", file=output)


def _brief(name: str | None, progress: Progress, **options: Any) -> "Brief":
    """Return a brief with all that is needed for a figure, and nothing that takes time beside it; all for None."""
    from detente.brief import Brief
    from detente.brief.drawings import drawing_called

    work = work_on(progress, **options)
    need = drawing_called(name).needs if name else "all"
    settlement, odds = _nothing(work, **options)
    if need in ("settlement", "all"):
        settlement = _settled(work, progress, **options)
    if need in ("talks", "map", "all"):
        odds = odds_of(work.case, progress, **options)
    signs = map_of(work.case, odds, progress, **options) if need in ("map", "all") else None
    return Brief(
        work.case, settlement, odds, claims=work.claims, evidence=work.sources, reports=work.reports, sign_map=signs
    )


def _settled(work: Work, progress: Progress, **options: Any) -> "Settlement":
    from detente.settlement import settle

    progress("working out what could be settled")
    return settle(work.case, draws=options["draws"], seed=options["seed"], progress=progress)


def _nothing(work: Work, **options: Any) -> "tuple[Settlement, Odds]":
    """Return results in which nothing is worked out."""
    from detente.settlement.results import Method, Settlement, Steps
    from detente.talks.results import Odds

    method, steps = Method("nothing", __version__, ""), Steps((), (), (), (), {})
    settlement = Settlement(method, (), (), 0, 0, (), None, (), (), (), steps, ())
    return settlement, Odds(method, options["weeks"], None, (), (), (), (), (), (), ())


def _file(drawn: "Figure", suffix: str, *, narrow: bool) -> str | bytes:
    from detente.brief.figures import png_of, standalone

    if suffix == ".csv":
        return drawn.csv()
    return png_of(drawn, narrow=narrow) if suffix == ".png" else standalone(drawn, narrow=narrow)


def _as_json(drawn: "Figure") -> dict[str, Any]:
    head, *rows = drawn.rows
    return {
        "name": drawn.name,
        "title": drawn.title,
        "note": drawn.note,
        "rows": [dict(zip(map(str, head), row, strict=True)) for row in plain(rows)],
    }


def _list_kinds(as_json: bool) -> None:
    from detente.brief.drawings import DRAWINGS

    if as_json:
        click.echo(json_text([{"name": drawing.name, "shows": drawing.shows} for drawing in DRAWINGS]))
        return
    for drawing in DRAWINGS:
        click.echo(f"{drawing.name:14} {drawing.shows}")
    click.echo("\nGive reports, --case FILE or --record FILE, and each says what it finds.")


def _list_findings(made: "Brief", as_json: bool) -> None:
    from detente.brief.drawings import DRAWINGS

    drawn, missing = made.figures(), made.missing_figures()
    if as_json:
        rows = [{"name": name, "title": figure.title, "why": None} for name, figure in drawn.items()]
        rows += [{"name": name, "title": None, "why": why} for name, why in missing.items()]
        click.echo(json_text(rows))
        return
    for drawing in DRAWINGS:
        told = drawn[drawing.name].title if drawing.name in drawn else f"(not drawn: {missing[drawing.name]})"
        click.echo(click.wrap_text(safe(told), 78, f"{drawing.name:14} ", " " * 15))


def _print(drawn: "Figure") -> None:
    """Print the data: CSV to a pipe, a table with the finding above it to a person."""
    if not _looking():
        click.echo(drawn.csv().encode(), nl=False)
        return
    rows = [["" if cell is None else _short(cell) for cell in row] for row in drawn.rows]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    click.echo(click.wrap_text(safe(f"{drawn.title}."), 78) + "\n")
    for n, row in enumerate(rows):
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        click.echo(click.style(line, bold=n == 0))
    click.echo("\n" + click.wrap_text(safe(drawn.note), 78))


def _looking() -> bool:
    return sys.stdout.isatty()


def _short(cell: str | float) -> str:
    text = f"{cell:.4g}" if isinstance(cell, float) else safe(str(cell))
    return text if len(text) <= _CELL else f"{text[: _CELL - 1]}…"
