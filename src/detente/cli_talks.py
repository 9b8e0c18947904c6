"""The commands on the talks: odds, events, map, comparison, ranking, calibration."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detente.cli_group import DefaultGroup
from detente.cli_options import material, sampling, talking
from detente.cli_work import Progress, event_of, work_on, wrapped
from detente.errors import InputError
from detente.plain import plain
from detente.terminal import json_text, safe

if TYPE_CHECKING:
    from detente.case import Case
    from detente.settlement.results import Composition
    from detente.talks import Ripeness, Shock, Sobol


@click.group("talks", cls=DefaultGroup, default="odds")
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
@material
@sampling
@talking
@_ANALYSTS
def talks_odds(**options: Any) -> None:
    """Work out the odds of agreement on three tracks, what an event does to them, and why.

    PATHS are reports or folders of them, or one case file (.yaml).
    """
    from detente import brief as lines
    from detente.errors import CannotWorkOut
    from detente.talks import (
        cascade,
        document,
        failed_rounds,
        prior_check,
        ripeness,
        simple_forecasts,
        simulate,
        sobol,
        telling,
    )

    with Progress() as progress:
        work = work_on(progress, **options)
        case, shock = _seen(work.case, event_of(work.case, work.claims, **options), options["analysts"][:1])
        progress("simulating the talks")
        run: dict[str, Any] = {name: options[name] for name in ("draws", "seed", "weeks")}
        explained: dict[str, Any] = {"explained": None} if options["as_json"] else {}
        odds = simulate(case, (shock,) if shock else (), progress=progress, **run, **explained)
        indices: tuple[Sobol, ...] = ()
        ripe: tuple[Ripeness, ...] = ()
        evidence = chain = None
        composition: Composition = "unknown"
        try:
            composition = telling(case, seed=options["seed"])
            progress("looking for what the effect depends on")
            # Thirteen runs or more: more draws than these only for somebody who asks for more than usual.
            few = run | {"draws": options["draws"] if options["draws"] > 10_000 else min(options["draws"], 8_000)}
            indices = sobol(case, shock, composition=composition, **few) if shock else ()
            played = run | {"draws": min(options["draws"], 1_000)}
            chain = cascade(case, shock, composition=composition, **played) if shock else None
            evidence = failed_rounds(case, shock, composition=composition, **run)
            ripe = ripeness(case, draws=min(options["draws"], 4_000), seed=options["seed"], composition=composition)
        except CannotWorkOut:
            pass
    if options["as_json"]:
        more = {"readiness": plain(ripe), "cascade": plain(chain), "simple_forecasts": plain(simple_forecasts(case))}
        click.echo(json_text(document(odds, indices, evidence) | more))
        return
    _show(
        [
            *lines.odds_lines(case, odds),
            *lines.waiting_lines(odds),
            *lines.simple_lines(simple_forecasts(case)),
            *lines.prior_lines(prior_check(odds), composition),
            *lines.calendar_lines(case),
            *lines.sobol_lines(indices),
            *lines.cascade_lines(chain, composition),
            *lines.holding_lines(odds.holding),
            *lines.failed_lines(evidence),
            *lines.ripeness_lines(case, ripe),
        ]
    )


@talks_group.command("events")
@material
def talks_events(**options: Any) -> None:
    """List the events of the record that `--shock` can name, and the cards that ship."""
    from detente.brief import unmapped_lines
    from detente.talks import cards, events, mapped

    with Progress() as progress:
        work = work_on(progress, **options)
    found = events(work.case, work.claims)
    left = [event for event in mapped(work.case, work.claims) if event.card is None]
    if options["as_json"]:
        rows = [{key: getattr(shock, key) for key in ("id", "label", "date", "kind", "follows")} for shock in found]
        none = [
            {"type": e.happening.type, "date": e.happening.date, "entries": e.happening.basis.entries, "why": e.why}
            for e in left
        ]
        listed = {card.kind: card.label for card in cards().values()}
        click.echo(json_text({"events": rows, "not_mapped": none, "cards": listed}))
        return
    lines = ["Events of the record, and the card that each follows:"]
    for shock in found:
        lines += [f"  {shock.id}", f"    {safe(shock.label)}", f"    {safe(shock.follows)}"]
    lines += [] if found else ["  none"]
    lines += unmapped_lines(work.case, left)
    lines += ["", "Cards that ship:", *(f"  {card.kind:22} {card.label}" for card in cards().values())]
    _show(lines)


@talks_group.command("map")
@material
@sampling
@talking
@_ANALYSTS
@click.option("--over", multiple=True, metavar="NAME", help="One of the two assumptions; chosen where not given.")
@click.option("--steps", type=click.IntRange(2, 25), default=7, show_default=True, help="Values of each assumption.")
def talks_map(**options: Any) -> None:
    """Show over two assumptions where the event raises and where it lowers the odds of a comprehensive deal."""
    from detente.brief import map_lines
    from detente.talks import load_analyst, sign_map, telling

    with Progress() as progress:
        work = work_on(progress, **options)
        shock = _needed(event_of(work.case, work.claims, **options))
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
        click.echo(json_text(plain(made) | {"shock": shock.label, "analysts": placed}))
        return
    _show([safe(shock.label), *map_lines(made, marks)])


@talks_group.command("compare")
@material
@sampling
@talking
@_ANALYSTS
def talks_compare(**options: Any) -> None:
    """Compare what the event does under the assumptions of several analysts."""
    from detente.brief import compared_lines
    from detente.talks import load_analyst, simulate, telling

    with Progress() as progress:
        work = work_on(progress, **options)
        shock = _needed(event_of(work.case, work.claims, **options))
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

        click.echo(json_text([{"name": name, "because": why} | document(odds) for name, why, odds in rows]))
        return
    composition = telling(work.case, seed=options["seed"])
    _show([safe(shock.label), *compared_lines(rows, composition)])


@talks_group.command("help-most")
@material
@sampling
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

    with Progress() as progress:
        work = work_on(progress, **options)
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
        click.echo(json_text(plain(advice)))
        return
    _show(advice_lines(advice, options["weeks"]))


@talks_group.command("calibrate")
@click.argument("rounds", type=click.Path(path_type=Path))
@material
@sampling
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
    with Progress() as progress:
        work = work_on(progress, **options)
        found = calibrate(
            work.case,
            past,
            track=options["track"],
            composition=telling(work.case, seed=options["seed"]),
            draws=options["draws"],
            seed=options["seed"],
            tolerance=options["tolerance"],
        )
    if options["as_json"]:
        click.echo(json_text(plain(found)))
        return
    _show(calibrated_lines(found))


def _show(lines: Sequence[str]) -> None:
    """Print lines fitted to 78 columns, what is broken set in under its beginning; rows of a table stay whole."""
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()))
        click.echo(wrapped(line.strip(), indent, f"{indent}  ") if len(line) > 78 else line)


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
