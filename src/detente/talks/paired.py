"""One paired run: the same draws without and with shocks. What maps, rankings and indices are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import FloatArray
from detente.settlement.draws import Draws, draw
from detente.settlement.results import Composition
from detente.settlement.surplus import Surplus, surplus
from detente.talks.comparing import PACE, chance, log_ratio, sign_of
from detente.talks.pulse import Pulse, pulse
from detente.talks.results import TRACKS, Shock, Track
from detente.talks.tracks import ALL_CHANNELS, Ground, ground, readiness


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """The draws of a case and what the talks run on; shocks are laid over it.

    Parameters
    ----------
    case, draws, parts, ground
        Of one composition.
    """

    case: Case
    draws: Draws
    parts: Surplus
    ground: Ground


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """The same draws without and with one or several shocks.

    Parameters
    ----------
    basis
        What they share.
    felt
        The shocks in numbers.
    g
        G per track (3, n, 2): without, with.
    """

    basis: Basis
    felt: tuple[Pulse, ...]
    g: FloatArray

    def log_ratio(self, track: Track = "comprehensive") -> FloatArray:
        """Return the log hazard ratio per draw (n,); NaN where a draw is not usable or nothing is allowed in a run."""
        return np.where(self.basis.parts.usable, log_ratio(self.g[TRACKS.index(track)]), np.nan)

    def chances(self, track: Track = "comprehensive") -> FloatArray:
        """Return P without and with the shocks over the usable draws (n, 2)."""
        pace, used = self.basis.draws.values_of[PACE[track]], self.basis.parts.usable
        return chance(pace[used], self.g[TRACKS.index(track)][used])

    def signs(self, track: Track = "comprehensive") -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return per usable draw whether the odds rise, fall, or cannot be other than zero; see `sign_of`."""
        return sign_of(self.g[TRACKS.index(track)], self.basis.parts.usable)

    def shares(self, track: Track = "comprehensive") -> tuple[float, float]:
        """Return the shares of draws in which the shocks raise and lower the odds."""
        positive, negative, _ = self.signs(track)
        return float(positive.mean()), float(negative.mean())


def prepared(case: Case, draws: int, seed: int) -> tuple[Draws, Surplus]:
    """Draw what is unknown, and split every side's surplus.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run at all.
    """
    drawn = draw(case, draws, seed)
    parts = surplus(case, drawn)
    if not parts.usable.any():
        raise CannotWorkOut("in no draw does each side have enough at stake to measure a surplus")
    return drawn, parts


def basis(case: Case, draws: int, seed: int, composition: Composition) -> Basis:
    """Return what shocks can be laid over.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run at all.
    """
    drawn, parts = prepared(case, draws, seed)
    return Basis(case, drawn, parts, ground(case, drawn, parts, composition))


def paired(base: Basis, shocks: Sequence[Shock], weeks: int = 26) -> Paired:
    """Run the talks without and with shocks.

    Parameters
    ----------
    base
        From `basis`.
    shocks
        One or several; their shifts add up.
    weeks
        Horizon, at least 1.
    """
    felt = tuple(pulse(base.case, shock, base.draws) for shock in shocks)
    return Paired(base, felt, readiness(base.ground, felt, np.array([0, ALL_CHANNELS]), weeks))


def telling(case: Case, draws: int = 400, seed: int = 1) -> Composition:
    """Return the composition in which effects are told: `unknown`, or `willing` where `unknown` never has a package."""
    base = basis(case, draws, seed, "unknown")
    return "unknown" if base.ground.comprehensive.start[-1] else "willing"
