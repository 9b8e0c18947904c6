"""Writes the reference pages that follow from the code: `uv run python docs/generate.py`; `--check` only compares."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from detente.cli import main
from detente.ontology import CodeSource, act_sources, acts, contexts, issue_sources, issues
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
        back = {True: "can be taken back", False: "cannot be taken back", None: "depends on the step"}[kind.reversible]
        parts.append(f"Once taken, a step {back}: {kind.reversal}.\n" if kind.reversal else "")
        parts.append("| x | Rung | What | Delivered by |\n|---|---|---|---|")
        for rung in kind.rungs:
            status_quo = " (status quo)" if rung.id == kind.status_quo else ""
            parts.append(f"| {rung.x:g} | `{rung.id}` | {rung.label}{status_quo} | {', '.join(rung.by)} |")
        parts.append(f"\nPA-X: {_codes(kind.pax, 'pax')}. Peace Accords Matrix: {_codes(kind.pam, 'pam')}.\n")
    return "\n".join([*parts, _sources(issue_sources())])


def _codes(codes: tuple[str, ...] | None, book: str) -> str:
    """Return codes with their labels; what was not read and what is not there are said apart."""
    labels = issue_sources()[book].codes
    labelled = [f"`{code}` {labels[code]}" if labels.get(code) else f"`{code}`" for code in codes or ()]
    return ", ".join(labelled) or ("not read" if codes is None else "none that fits")


def _sources(sources: Mapping[str, CodeSource]) -> str:
    rows = [f"| {s.title}, {s.version}, <{s.url}> | {s.read} |" for s in sources.values()]
    return "\n".join(["## Where the codes were read\n", "| Source | What was read |", "|---|---|", *rows, ""])


def acts_page() -> str:
    """Return every type of events with its modes and CAMEO codes."""
    parts = [NOTE, "# Acts, their modes and codes\n"]
    for act in acts().values():
        parts.append(f"## {act.id}\n\n{act.name}: {act.definition} ({act.tone}, {act.form})\n")
        parts.append("| Mode | What | CAMEO |\n|---|---|---|")
        for mode, meaning in (*act.modes.items(), (None, "no mode")):
            held = ", ".join(code for code, its in act.cameo.items() if its == mode)
            parts.append(f"| {f'`{mode}`' if mode else ''} | {meaning} | {held} |")
        parts.append("")
        if act.acled or act.ucdp:
            told = [f"ACLED: {', '.join(act.acled)}."] if act.acled else []
            told += [f"UCDP, type_of_violence: {', '.join(act.ucdp)}."] if act.ucdp else []
            parts.append(" ".join(told) + "\n")
    parts.append("## Contexts\n\n| Context | What |\n|---|---|")
    parts += [f"| `{context}` | {meaning} |" for context, meaning in contexts().items()]
    return "\n".join([*parts, "", _sources(act_sources())])


PAGES = {"cli.md": cli_page, "assumptions.md": assumptions_page, "issues.md": issues_page, "acts.md": acts_page}


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
