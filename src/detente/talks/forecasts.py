"""A log of forecasts: what was said when, what came of it, and how good it was against simple baselines.

The log is a file of JSON lines that only grows: one line per forecast, one per outcome.
"""

import bisect
import functools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from detente.entries import digest
from detente.errors import InputError
from detente.tabled import Tabled
from detente.texts import text_of_file

FORMAT = "detente-forecast"
BASELINES: Mapping[str, float] = {"even": 0.5, "agreements of conflict dyads since 1990 (UCDP)": 0.137}
"""Name to the chance it gives every question."""
_FLOOR = 1e-3


@dataclass(frozen=True, slots=True)
class Forecast(Tabled):
    """One forecast of one agreement.

    Parameters
    ----------
    id
        Digest of what was said.
    question
        What would have to happen.
    made, until
        ISO days: when it was said, and the last day that counts.
    p
        Chance that it happens by then.
    median_weeks
        Half of the chance that it happens at all lies before; None where no time was given.
    model
        What the model said on that day: weeks to the chance that it has happened by then, rising; none where it was not
        asked.
    model_of
        Which case, track and draws that was, "" without one.
    """

    id: str
    question: str
    made: str
    until: str
    p: float
    median_weeks: float | None = None
    model: tuple[tuple[float, float], ...] = ()
    model_of: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a forecast: happened or not, and when."""

    id: str
    happened: bool
    day: str


@dataclass(frozen=True, slots=True)
class Score(Tabled):
    """How good forecasts were.

    Parameters
    ----------
    by
        "forecasts", or the name of a baseline.
    resolved
        How many have an outcome.
    brier
        Mean squared error of the chance, 0 is best.
    log_score
        Mean negative logarithm of the chance given to what happened, 0 is best; chances are kept off 0 and 1 by .001.
    crps_weeks
        Mean continuous ranked probability score of the time, in weeks, up to the end of each question. 0 is best.
    """

    by: str
    resolved: int
    brier: float
    log_score: float
    crps_weeks: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of like chance: how many, the mean chance given, and the share that came true."""

    low: float
    high: float
    count: int
    said: float
    came: float


MODEL = "the model"
"""Name of the row of the model's own distributions in the scores."""


def add(
    path: Path,
    question: str,
    p: float,
    *,
    made: str,
    until: str,
    median_weeks: float | None = None,
    model: Sequence[tuple[float, float]] = (),
    model_of: str = "",
) -> Forecast:
    """Write a forecast to the log.

    Parameters
    ----------
    path
        The log; made where it is missing.
    question, p, made, until, median_weeks, model, model_of
        As in `Forecast`.

    Raises
    ------
    InputError
        Where the chance is not in [0, 1], a day is none, the last day is not after the first, or it is there already.
    """
    checked_days(made, until, path)
    if not 0 <= p <= 1:
        raise InputError(f"the chance is {p:g}; give one from 0 to 1", file=path)
    if not question.strip():
        raise InputError("the question is empty; say what would have to happen", file=path)
    curve = tuple((float(weeks), float(chance)) for weeks, chance in model)
    content = [question, made, until, p, median_weeks, *([curve, model_of] if curve else [])]
    said = Forecast(digest(content), question, made, until, p, median_weeks, curve, model_of)
    if path.exists() and any(known.id == said.id for known in load(path)[0]):
        raise InputError(f"this forecast is there already ({said.id})", file=path)
    told = {name: value for name, value in asdict(said).items() if value or name not in ("model", "model_of")}
    _append(path, {"format": FORMAT, "forecast": told})
    return said


def checked_days(made: str, until: str, path: Path) -> None:
    """Raise `InputError` where a day is none, or the last day is not after the first."""
    if _day(until, path) <= _day(made, path):
        raise InputError(f"the last day, {until}, is not after {made}, when the forecast is made", file=path)


def resolve(path: Path, id: str, *, happened: bool, day: str) -> Outcome:
    """Write what came of a forecast.

    Parameters
    ----------
    path
        The log.
    id
        Of the forecast, or its first characters.
    happened, day
        Whether, and on which ISO day; the day on which it was clear for one that did not.

    Raises
    ------
    InputError
        Where there is no such forecast, more than one, it is resolved, or the day does not fit.
    """
    forecasts, outcomes = load(path)
    found = [forecast for forecast in forecasts if forecast.id.startswith(id)]
    if len(found) != 1:
        raise InputError(f"{len(found)} forecasts begin with {id!r}; `detente forecast list` shows them", file=path)
    forecast, when = found[0], _day(day, path)
    if forecast.id in outcomes:
        raise InputError(
            f"{forecast.id} was resolved on {outcomes[forecast.id].day}; the log is not rewritten", file=path
        )
    if when < _day(forecast.made, path):
        raise InputError(f"{day} lies before the forecast was made, {forecast.made}", file=path)
    if happened and when > _day(forecast.until, path):
        raise InputError(f"{day} lies after the last day, {forecast.until}: it did not happen in time", file=path)
    if not happened and when < _day(forecast.until, path):
        raise InputError(f"{day} lies before the last day, {forecast.until}: it may still happen", file=path)
    outcome = Outcome(forecast.id, happened, day)
    _append(path, {"format": FORMAT, "outcome": asdict(outcome)})
    return outcome


def load(path: Path) -> tuple[tuple[Forecast, ...], Mapping[str, Outcome]]:
    """Return the forecasts of a log in order, and their outcomes by id.

    Raises
    ------
    InputError
        Where the file cannot be read or a line is not of this log, with its number.
    """
    if not path.exists():
        raise InputError("there is no such log; start one with `detente forecast add`", file=path)
    forecasts, outcomes = [], {}
    for number, line in enumerate(text_of_file(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if row["format"] != FORMAT:
                raise ValueError
            if "forecast" in row:
                told = row["forecast"]
                curve = tuple((float(weeks), float(chance)) for weeks, chance in told.get("model", ()))
                forecasts.append(Forecast(**told | {"model": curve}))
            else:
                outcome = Outcome(**row["outcome"])
                outcomes[outcome.id] = outcome
        except (ValueError, KeyError, TypeError):
            raise InputError(f"line {number} is not of a forecast log; nothing was changed", file=path) from None
    return tuple(forecasts), outcomes


def score(forecasts: Sequence[Forecast], outcomes: Mapping[str, Outcome]) -> tuple[Score, ...]:
    """Score the resolved forecasts, and the baselines on the same questions; the model where it was asked.

    Parameters
    ----------
    forecasts, outcomes
        From `load`.

    Returns
    -------
    tuple of Score
        That of the forecasts first; empty where nothing is resolved. Where the model was asked on some questions only,
        the forecasts are scored on those once more, so that the two compare.

    Source
    ------
    Brier (1950); Good (1952) for the log score; Matheson and Winkler (1976) for the CRPS.

    Examples
    --------
    >>> said = Forecast("a", "a deal", "2025-01-01", "2025-12-31", 0.8)
    >>> made = score([said], {"a": Outcome("a", True, "2025-06-30")})
    >>> round(made[0].brier, 2), round(made[1].brier, 2)
    (0.04, 0.25)
    """
    known = [(f, outcomes[f.id]) for f in forecasts if f.id in outcomes]
    if not known:
        return ()
    own = _score("forecasts", known, _said)
    baselines = [_score(name, known, functools.partial(_flat, p)) for name, p in BASELINES.items()]
    asked = [(f, outcome) for f, outcome in known if f.model]
    if not asked:
        return own, *baselines
    model = _score(MODEL, asked, _modelled)
    if len(asked) == len(known):
        return own, model, *baselines
    return own, _score(f"forecasts, the {len(asked)} that the model was asked", asked, _said), model, *baselines


def reliability(forecasts: Sequence[Forecast], outcomes: Mapping[str, Outcome], bins: int = 5) -> tuple[Bin, ...]:
    """Return how often what was said with about the same chance came true; empty bins are left out."""
    known = [(f.p, outcomes[f.id].happened) for f in forecasts if f.id in outcomes]
    rows = []
    for k in range(bins):
        low, high = k / bins, (k + 1) / bins
        inside = [(p, came) for p, came in known if low <= p < high or (p == 1 and k == bins - 1)]
        if inside:
            said, came = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            rows.append(Bin(low, high, len(inside), said, came))
    return tuple(rows)


def crps(p: float, end: float, when: float | None, median: float | None = None) -> float:
    """Return the CRPS of the time of an agreement over [0, end] weeks.

    Parameters
    ----------
    p
        Chance that it comes by the end.
    end
        Weeks.
    when
        Weeks after which it came, None where it did not.
    median
        Weeks before which half of p lies; None, or the end and later, for an even spread.

    Returns
    -------
    float
        Integral over [0, end] of (F(t) - [t >= when])^2, in weeks; F rises to p at the end.

    Examples
    --------
    >>> crps(0.0, 10, None), crps(1.0, 10, 0.0, 0.0)
    (0.0, 0.0)
    """
    shape = 1.0 if median is None else _shape(median / end)
    return _integral(lambda t: p * ((t / end) ** shape if shape > 0 else 1.0), end, when)


def crps_of(curve: Sequence[tuple[float, float]], end: float, when: float | None) -> float:
    """Return the CRPS of a distribution that is known at some weeks, straight between them and from 0 at the start.

    Parameters
    ----------
    curve
        Weeks, rising, to the chance that it has come by then.
    end, when
        As in `crps`.

    Examples
    --------
    >>> round(crps_of([(10, 1.0)], 10, None), 2), round(crps(1.0, 10, None), 2)
    (3.33, 3.33)
    """
    weeks, chances = [0.0], [0.0]
    for week, chance in curve:
        weeks.append(week)
        chances.append(chance)
    return _integral(lambda t: _straight(weeks, chances, t), end, when)


def _straight(weeks: Sequence[float], chances: Sequence[float], t: float) -> float:
    """Return the chance at t between two known weeks; that of the last one after it."""
    k = bisect.bisect_right(weeks, t)
    if k == len(weeks):
        return chances[-1]
    share = (t - weeks[k - 1]) / (weeks[k] - weeks[k - 1])
    return chances[k - 1] + share * (chances[k] - chances[k - 1])


def _integral(said: Callable[[float], float], end: float, when: float | None) -> float:
    steps = 2_000
    total = 0.0
    for k in range(steps):
        t = (k + 0.5) / steps * end
        total += (said(t) - (when is not None and t >= when)) ** 2
    return total * end / steps


def _shape(share: float) -> float:
    """Return the exponent b of F = p t^b with half of p at `share` of the time."""
    if share <= 0:
        return 0.0
    return math.log(0.5) / math.log(share) if share < 1 else 1.0


_Said = Callable[[Forecast, float, float | None], tuple[float, float]]
"""From a forecast, its weeks and when it came: the chance that counts, and the CRPS of the time."""


def _said(forecast: Forecast, end: float, when: float | None) -> tuple[float, float]:
    return forecast.p, crps(forecast.p, end, when, forecast.median_weeks)


def _modelled(forecast: Forecast, end: float, when: float | None) -> tuple[float, float]:
    weeks, chances = zip((0.0, 0.0), *forecast.model, strict=True)
    return _straight(weeks, chances, end), crps_of(forecast.model, end, when)


def _flat(p: float, forecast: Forecast, end: float, when: float | None) -> tuple[float, float]:
    return p, crps(p, end, when)


def _score(by: str, known: Sequence[tuple[Forecast, Outcome]], said: _Said) -> Score:
    n, brier, logs, time = len(known), 0.0, 0.0, 0.0
    for forecast, outcome in known:
        end = _weeks(forecast.made, forecast.until)
        when = _weeks(forecast.made, outcome.day) if outcome.happened else None
        p, missed = said(forecast, end, when)
        brier += (p - outcome.happened) ** 2
        kept = min(max(p, _FLOOR), 1 - _FLOOR)
        logs -= math.log(kept if outcome.happened else 1 - kept)
        time += missed
    return Score(by, n, brier / n, logs / n, time / n)


def _weeks(start: str, end: str) -> float:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days / 7


def _day(text: str, path: Path) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is no day; write YYYY-MM-DD", file=path) from None


def _append(path: Path, row: Mapping[str, Any]) -> None:
    """Add a line in one write; a log that is no log is not touched."""
    if path.exists():
        load(path)
    try:
        with path.open("a", encoding="utf-8") as log:
            log.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as exc:
        raise InputError(f"cannot be written: {exc.strerror}", file=path) from None
