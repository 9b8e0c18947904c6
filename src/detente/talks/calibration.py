"""Calibration on past rounds: keep the draws that would have brought about as many agreements as there were.

Approximate Bayesian computation by rejection. Each row of the table is a spell of talks between two rounds; a draw says
how likely an agreement was in it, with the shocks that fell into it; a coin per spell gives a made-up history, and the
draws whose history has about as many agreements as the table are kept.
"""

import csv
import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, cast

import numpy as np

from detente.case.model import Case
from detente.errors import Fault, InputError
from detente.settlement.arrays import FloatArray
from detente.settlement.priors import stream
from detente.settlement.results import Composition
from detente.tabled import Tabled
from detente.talks.attribution import quantiles
from detente.talks.cards import cards, named
from detente.talks.comparing import PACE, chance
from detente.talks.paired import Basis, basis, paired
from detente.talks.results import TRACKS, Quantiles, Track
from detente.talks.tracks import readiness
from detente.texts import text_of_file

LEAST_KEPT = 50
"""Draws without which nothing is said."""
Result = Literal["none", "limited", "truce", "comprehensive"]


@dataclass(frozen=True, slots=True)
class PastRound:
    """One round of the past.

    Parameters
    ----------
    day
        When it was held.
    shocks
        Names of cards that fell into the time since the round before.
    outcome
        What was agreed: none, or the track.
    """

    day: date
    shocks: tuple[str, ...]
    outcome: Result


@dataclass(frozen=True, slots=True)
class Calibrated(Tabled):
    """What is left of the draws, and how well they fit.

    Parameters
    ----------
    track, rounds, observed
        What was counted: agreements on the track in how many spells.
    draws, kept
        All, and those that fit.
    simulated_before, simulated_after
        Agreements in the made-up histories of all draws and of those kept.
    pace_before, pace_after
        Chances to agree per week.
    refused
        Why nothing is said, "" where something is.
    """

    track: Track
    rounds: int
    observed: int
    draws: int
    kept: int
    simulated_before: Quantiles
    simulated_after: Quantiles | None
    pace_before: Quantiles
    pace_after: Quantiles | None
    refused: str = ""


def load_rounds(path: Path) -> tuple[PastRound, ...]:
    """Load a table of past rounds: CSV with the columns date, shocks (names of cards, separated by ;) and outcome.

    Raises
    ------
    InputError
        With every fault and its line.
    """
    text = text_of_file(path)
    rows = csv.DictReader(io.StringIO(text))
    if not {"date", "shocks", "outcome"} <= set(rows.fieldnames or ()):
        raise InputError("the first line must name the columns date, shocks and outcome", file=path)
    found, faults = [], []
    for row in rows:
        wrong, past = _past(row, rows.line_num)
        faults += wrong
        found += [past] if past else []
    if faults:
        raise InputError(
            f"{len(faults)} fault{'s' * (len(faults) > 1)} in the table of rounds", file=path, faults=faults
        )
    if len(found) < 2:
        raise InputError("at least two rounds are needed: what counts is the time between them", file=path)
    return tuple(sorted(found, key=lambda past: past.day))


def _past(row: dict[str, str | None], line: int) -> tuple[list[Fault], PastRound | None]:
    faults = []
    outcome, shocks = (row["outcome"] or "").strip(), [s.strip() for s in (row["shocks"] or "").split(";") if s.strip()]
    day = None
    try:
        day = date.fromisoformat((row["date"] or "").strip())
    except ValueError:
        faults.append(Fault(f"{row['date']!r} is no day; write YYYY-MM-DD", line, 1, "date"))
    if outcome not in ("none", *TRACKS):
        faults.append(Fault(f"{outcome!r} is no outcome; write none, {', '.join(TRACKS)}", line, 1, "outcome"))
    faults += [
        Fault(f"no card is called {name!r}; there is {', '.join(cards())}", line, 1, "shocks")
        for name in shocks
        if name not in cards()
    ]
    if faults or day is None:
        return faults, None
    return [], PastRound(day, tuple(shocks), cast(Result, outcome))


def calibrate(
    case: Case,
    rounds: Sequence[PastRound],
    *,
    track: Track = "comprehensive",
    composition: Composition = "unknown",
    draws: int = 10_000,
    seed: int = 1,
    tolerance: int = 0,
) -> Calibrated:
    """Keep the draws whose made-up history has as many agreements as the table.

    Parameters
    ----------
    case
        Whose talks these were.
    rounds
        In order of time, at least two.
    track, composition, draws, seed
        Of the runs.
    tolerance
        By how many agreements a history may be off.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run.

    Source
    ------
    Pritchard et al. (1999) for rejection on a summary.
    """
    # The calendar is about the weeks to come; these are over.
    base = basis(replace(case, calendar=None), draws, seed, composition)
    used, t = base.parts.usable, TRACKS.index(track)
    pace = base.draws.values_of[PACE[track]][used]
    spells = [_spell(base, before.day, after, t)[used] for before, after in itertools.pairwise(rounds)]
    chances = chance(pace, np.stack(spells, axis=1))
    histories = stream(seed, "made-up histories").random(chances.shape) < chances
    simulated = histories.sum(axis=1).astype(np.float64)
    observed = sum(past.outcome == track for past in rounds[1:])
    kept = np.abs(simulated - observed) <= tolerance
    result = Calibrated(
        track=track,
        rounds=len(rounds) - 1,
        observed=observed,
        draws=int(used.sum()),
        kept=int(kept.sum()),
        simulated_before=quantiles(simulated),
        simulated_after=None,
        pace_before=quantiles(pace),
        pace_after=None,
    )
    if kept.sum() < LEAST_KEPT:
        return replace(result, refused=f"only {kept.sum()} draws fit, fewer than {LEAST_KEPT}; widen the tolerance")
    return replace(result, simulated_after=quantiles(simulated[kept]), pace_after=quantiles(pace[kept]))


def _spell(base: Basis, start: date, end: PastRound, track: int) -> FloatArray:
    """Return G over the time between two rounds, with the shocks that fell into it from its first week on."""
    weeks = max(1, round((end.day - start).days / 7))
    if not end.shocks:
        alone: FloatArray = readiness(base.ground, None, np.array([0]), weeks)[track, :, 0]
        return alone
    felt: FloatArray = paired(base, [named(kind, base.case) for kind in end.shocks], weeks).g[track, :, 1]
    return felt
