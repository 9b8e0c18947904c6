"""Options that many commands share."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from detente.record.address import Address


class _RecordPlace(click.ParamType):  # type: ignore[type-arg]
    """A record's file, or the address of a database."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Path | Address":
        from detente.record.address import place_of

        return place_of(value) if isinstance(value, str) else value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="file")]


PLACE = _RecordPlace()
FILE = click.argument("file", type=PLACE)


def completing_issues(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return ids of issues for a shell."""
    from detente.ontology import issues

    return [id for id in issues() if id.startswith(incomplete)]


def completing_types(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return types of events for a shell."""
    from detente.ontology import acts

    return [id for id in acts() if id.startswith(incomplete.upper())]


def as_json(command: Callable[..., None]) -> Callable[..., None]:
    """Print JSON where it is asked for."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")(command)


def or_piped(command: Callable[..., None]) -> Callable[..., None]:
    """Print JSON where it is asked for, or where no person is looking."""
    help = "Print JSON on stdout; so it is when the output is piped."
    return click.option("--json", "as_json", is_flag=True, default=lambda: not _looking(), help=help)(command)


def _looking() -> bool:
    return sys.stdout.isatty()


PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


class _Place(click.Path):
    """A file, a folder, or an address of the web, which stays a text."""

    name = "path or URL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from detente.reports.fetching import is_url

        return value if is_url(str(value)) else super().convert(value, param, ctx)


def places(command: Callable[..., None]) -> Callable[..., None]:
    """Arguments that may be addresses."""
    command = click.option(
        "--allow-private", is_flag=True, help="Fetch also from this machine and from private networks."
    )(command)
    return click.argument("paths", nargs=-1, type=_Place(path_type=Path))(command)


def _put_in_use(ctx: click.Context, param: click.Parameter, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Put tables in use until the command has ended, before it loads anything else."""
    if files and not ctx.resilient_parsing:
        from detente.ontology import using

        ctx.with_resource(using(files))
    return files


def _tables(*, exposed: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--table",
        "tables",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        is_eager=True,
        callback=_put_in_use,
        expose_value=exposed,
        help="Your own issues, phrases or actors, beside those that ship; may be given several times.",
    )


TABLES = _tables(exposed=False)


def names(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say what is known beforehand."""
    command = _tables(exposed=True)(command)
    help = "People, groups and places and whom they speak for."
    return click.option("--names", "names_file", type=click.Path(path_type=Path), help=help)(command)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say who reads the reports."""
    options = (
        click.option(
            "--reader",
            type=click.Choice(["detente", "rules", "llm"]),
            default="detente",
            show_default=True,
            help="Who reads: the rules and the network that ship with Detente, the rules alone, or a language model.",
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


def material(command: Callable[..., None]) -> Callable[..., None]:
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
        click.option("--date", help="Date of all these reports (YYYY-MM-DD), whatever they say themselves."),
        names,
        click.option("--title", help="What the talks are about."),
        click.option(
            "--assume", multiple=True, metavar="NAME=LOW,HIGH", help="Replace an assumption; see `detente assumptions`."
        ),
        click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout."),
    )
    command = reading_options(command)
    for option in reversed(options):
        command = option(command)
    return command


def sampling(command: Callable[..., None]) -> Callable[..., None]:
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


def talking(command: Callable[..., None]) -> Callable[..., None]:
    """Options of the talks over time."""
    for option in (
        click.option(
            "--calendar",
            type=click.Choice(["case", "record", "none"]),
            default="case",
            show_default=True,
            help="When the sides meet: as the case has it, as the record shows it, or in any week alike.",
        ),
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
