"""Writes the reference pages that follow from the code: `uv run python docs/generate.py`; `--check` only compares."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from detente.cli import main
from detente.ontology import issues
from detente.settlement.priors import PRIORS

HERE = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py; edit the code it comes from. -->\n"


def commands(command: click.Command, path: str = "detente") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its full name, groups before their members."""
    yield path, command
    if isinstance(command, click.Group):
        for name, member in sorted(command.commands.items()):
            yield from commands(member, f"{path} {name}")


def cli_page() -> str:
    """Return the help text of every command."""
    parts = [NOTE, "# Commands\n"]
    for path, command in commands(main):
        context = click.Context(command, info_name=path, terminal_width=100, **main.context_settings)
        parts.append(f"## {path}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def assumptions_page() -> str:
    """Return every prior with its range and basis."""
    rows = [
        f"| `{name}` | {p.symbol} | {p.kind} | {p.low:g} to {p.high:g} | {p.text} | {p.basis} |"
        for name, p in PRIORS.items()
    ]
    head = (
        "# Assumptions\n\n"
        "Each can be replaced with `--assume NAME=LOW,HIGH` or under `assumptions:` in a case file.\n\n"
        "| Name | Symbol | Distribution | Range | Meaning | Basis |\n|---|---|---|---|---|---|"
    )
    return "\n".join([NOTE, head, *rows, ""])


def issues_page() -> str:
    """Return every issue with its ladder."""
    parts = [NOTE, "# Issues and their ladders\n"]
    for kind in issues().values():
        marks = [kind.role, *(["separable"] if kind.separable else []), *(["repeatable"] if kind.repeatable else [])]
        marks.append(f"phi {kind.phi[0]:g} to {kind.phi[1]:g}")
        parts.append(f"## {kind.id}\n\n{kind.name}: {kind.definition} ({', '.join(marks)})\n")
        parts.append("| x | Rung | What | Delivered by |\n|---|---|---|---|")
        for rung in kind.rungs:
            status_quo = " (status quo)" if rung.id == kind.status_quo else ""
            parts.append(f"| {rung.x:g} | `{rung.id}` | {rung.label}{status_quo} | {', '.join(rung.by)} |")
        parts.append("")
    return "\n".join(parts)


PAGES = {"cli.md": cli_page, "assumptions.md": assumptions_page, "issues.md": issues_page}


def run(check: bool) -> list[str]:
    """Write the pages, or return the names of those that differ from what is there."""
    stale = [name for name, page in PAGES.items() if _there(name) != page()]
    if not check:
        for name in stale:
            (HERE / name).write_text(PAGES[name]())
    return stale


def _there(name: str) -> str | None:
    return (HERE / name).read_text() if (HERE / name).exists() else None


if __name__ == "__main__":
    changed = run("--check" in sys.argv)
    print("\n".join(changed) or "all reference pages are up to date")
    sys.exit(bool(changed and "--check" in sys.argv))
