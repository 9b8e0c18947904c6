"""The commands on the log of forecasts."""

from pathlib import Path
from typing import Any

import click

from detente import __version__
from detente.cli_options import sampling
from detente.cli_work import wrapped
from detente.errors import InputError
from detente.plain import plain
from detente.terminal import json_text, safe


@click.group()
def forecast() -> None:
    """Keep a log of forecasts and score them against simple baselines."""


_LOG = click.argument("log", type=click.Path(path_type=Path))


@forecast.command("add")
@_LOG
@click.argument("question")
@click.option(
    "--chance",
    type=float,
    help="Chance from 0 to 1 that it happens by the last day; with --model, the model's own if left out.",
)
@click.option("--made", required=True, metavar="DAY", help="When the forecast is made (YYYY-MM-DD).")
@click.option("--until", required=True, metavar="DAY", help="The last day that counts (YYYY-MM-DD).")
@click.option("--median-weeks", type=float, help="Weeks before which half of the chance lies.")
@click.option(
    "--model",
    "case_file",
    type=click.Path(path_type=Path),
    metavar="CASE",
    help="Keep beside it what the model says of this case, week by week, to be scored with it.",
)
@click.option("--shock", metavar="EVENT", help="With --model: the event in whose light it is asked.")
@click.option(
    "--track",
    type=click.Choice(["limited", "truce", "comprehensive"]),
    default="comprehensive",
    show_default=True,
    help="With --model: kind of agreement.",
)
@sampling
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def forecast_add(log: Path, question: str, made: str, until: str, as_json: bool, **options: Any) -> None:
    """Add a forecast to LOG, a file that only grows; QUESTION says what would have to happen."""
    from detente.talks.forecasts import add, checked_days

    checked_days(made, until, log)
    curve, of = _modelled(made, until, **options) if options["case_file"] else ((), "")
    chance = options["chance"] if options["chance"] is not None else curve[-1][1] if curve else None
    if chance is None:
        raise InputError("give --chance, or --model CASE to take the model's own", file=log)
    said = add(
        log,
        question,
        chance,
        made=made,
        until=until,
        median_weeks=options["median_weeks"],
        model=curve,
        model_of=of,
    )
    if as_json:
        click.echo(json_text(plain(said)))
        return
    click.echo(f"{said.id}  {said.p:.0%} by {said.until}: {safe(said.question)}")
    if curve:
        indent = " " * (len(said.id) + 2)
        click.echo(wrapped(f"the model says {curve[-1][1]:.1%} ({of})", indent, indent))


def _modelled(made: str, until: str, **options: Any) -> tuple[tuple[tuple[float, float], ...], str]:
    """Return the model's own distribution, and what it was asked of."""
    from detente.case import load as load_case
    from detente.talks import agreement_curve, choose, telling

    case, run = load_case(options["case_file"]), {name: options[name] for name in ("draws", "seed")}
    shock = choose(options["shock"], case) if options["shock"] else None
    composition = telling(case, seed=run["seed"])
    shocks = (shock,) if shock else ()
    curve = agreement_curve(case, made, until, shocks=shocks, track=options["track"], composition=composition, **run)
    event = f", after {shock.id}" if shock else ""
    told = f"{options['track']}, {composition}{event}, case {case.digest}, {run['draws']} draws, seed {run['seed']}"
    return curve, f"{told}, detente {__version__}"


@forecast.command("list")
@_LOG
@click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout.")
def forecast_list(log: Path, as_json: bool) -> None:
    """List the forecasts of LOG with what came of them."""
    from detente.talks.forecasts import load as load_log

    forecasts, outcomes = load_log(log)
    if as_json:
        click.echo(json_text([plain(f) | {"outcome": plain(outcomes.get(f.id))} for f in forecasts]))
        return
    for said in forecasts:
        outcome = outcomes.get(said.id)
        came = f"{'happened' if outcome.happened else 'did not happen'}, {outcome.day}" if outcome else "open"
        click.echo(f"{said.id}  {said.p:.0%} by {said.until}, {came}: {safe(said.question)}")


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
    click.echo(json_text(plain(outcome)) if as_json else f"{outcome.id}  {said}, {outcome.day}")


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
        click.echo(json_text({"scores": plain(scores), "reliability": plain(bins)}))
        return
    if not scores:
        click.echo(f"{len(forecasts)} forecast(s), none resolved yet; `detente forecast resolve` says what came of one")
        return
    click.echo(f"{'':46}  Brier  log score  CRPS (weeks)")
    for row in scores:
        click.echo(f"{row.by:46}  {row.brier:.3f}  {row.log_score:9.3f}  {row.crps_weeks:12.2f}")
    click.echo("Lower is better. Baselines are no causes: they say what is said without looking.")
    click.echo(f"\n{scores[0].resolved} resolved. Of those given")
    for each in bins:
        click.echo(
            f"  {each.low:.0%} to {each.high:.0%}: {each.count}, on average {each.said:.0%}; {each.came:.0%} came true"
        )
