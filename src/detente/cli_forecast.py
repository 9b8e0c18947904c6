"""The commands on the log of forecasts."""

from pathlib import Path

import click

from detente.plain import plain
from detente.terminal import json_text, safe


@click.group()
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
    click.echo(json_text(plain(said)) if as_json else f"{said.id}  {said.p:.0%} by {said.until}: {safe(said.question)}")


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
    click.echo(f"{'':50}  Brier  log score  CRPS (weeks)")
    for row in scores:
        click.echo(f"{row.by:50}  {row.brier:.3f}  {row.log_score:9.3f}  {row.crps_weeks:12.2f}")
    click.echo(f"\n{scores[0].resolved} resolved. Of those given")
    for each in bins:
        click.echo(
            f"  {each.low:.0%} to {each.high:.0%}: {each.count}, on average {each.said:.0%}; {each.came:.0%} came true"
        )
