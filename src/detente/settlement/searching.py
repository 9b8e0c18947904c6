"""Solutions by constraint programming, for more parties and packages than can be merged.

Whole numbers again, but of 2^-26 of the largest sum: the solver's own limit of 2^62 leaves no more once they are
weighed. A Nash package found so may fall short of the best product by a hundred-thousandth.
Ties are broken by the solver, the same way from run to run.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from detente.errors import CannotWorkOut
from detente.settlement.arrays import FloatArray
from detente.settlement.bargaining import SOLUTIONS, Model

COARSER = 2.0**-24
"""From multiples of the merge's grain (2^50 in the largest sum) to those of the search (2^26)."""
SLOPE, LEAST_GAIN = 2**44, 2**12
"""Tangents of the logarithm are SLOPE / gain; a gain below LEAST_GAIN (2^-14 of the largest sum) counts as that."""
MOST_CUTS = 200
"""Most tangents of the logarithm before the Nash package found is taken; each narrows the gap."""


def search(model: Model) -> dict[str, tuple[int, ...] | None]:
    """Return the option per issue that each solution picks, None where every package leaves a party below its reserve.

    Parameters
    ----------
    model
        Of any number of parties.

    Raises
    ------
    CannotWorkOut
        Where ortools is not installed.
    """
    problem = _Problem(model)
    ideal = [problem.best([party]) for party in range(len(model.parties))]
    if any(found is None for found in ideal):
        return dict.fromkeys(SOLUTIONS)
    most = [max(1, problem.gain(found, p)) for p, found in enumerate(ideal) if found is not None]
    return {
        "nash": problem.nash(most),
        "kalai_smorodinsky": problem.fairest(most),
        "egalitarian": problem.fairest([1] * len(most)),
        "utilitarian": problem.best(range(len(most))),
    }


class _Problem:
    """Packages as a constraint program: one true option per issue, the rules, every gain at least 0."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.tables = [np.rint(table.gains * COARSER).astype(np.int64) for table in model.tables]
        self.reserve = np.ceil(model.reserve * COARSER).astype(np.int64)

    def gain(self, package: Sequence[int], party: int) -> int:
        """Return what a package gives a party beyond its reserve."""
        return int(sum(t[r, party] for t, r in zip(self.tables, package, strict=True)) - self.reserve[party])

    def best(self, parties: Sequence[int]) -> tuple[int, ...] | None:
        """Return the package with the largest sum of gains of some parties."""
        program, options, gains = self._program()
        program.maximize(sum(gains[p] for p in parties))
        return self._solved(program, options)

    def fairest(self, ideal: Sequence[int]) -> tuple[int, ...] | None:
        """Return the package with the largest smallest gain, each counted as a share of an ideal."""
        program, options, gains = self._program()
        scale = 2**20 if max(ideal) > 1 else 1
        least = program.new_int_var(0, scale if scale > 1 else 2**27, "least")
        for gain, most in zip(gains, ideal, strict=True):
            program.add(least * most <= gain * scale)
        program.maximize(least)
        return self._solved(program, options)

    def nash(self, ideal: Sequence[int]) -> tuple[int, ...] | None:
        """Return the package with the largest product: the logarithm's tangents bound it from above, ever closer."""
        at = self.fairest(ideal)
        cuts: list[FloatArray] = []
        best: tuple[int, ...] | None = at
        for _ in range(MOST_CUTS):
            if at is None:
                return best
            cuts.append(np.maximum(self._gains(at), LEAST_GAIN))
            program, options, gains = self._program()
            bound = program.new_int_var(-(2**60), 2**60, "bound")
            for cut in cuts:
                slopes = [round(SLOPE / g) for g in cut]
                program.add(bound <= sum(s * gain for s, gain in zip(slopes, gains, strict=True)) + _level(cut))
            program.maximize(bound)
            at = self._solved(program, options)
            if at is not None and self._log(at) > self._log(best):
                best = at
            if at is None or any((np.maximum(self._gains(at), LEAST_GAIN) == cut).all() for cut in cuts):
                return best
        return best

    def _log(self, package: Sequence[int] | None) -> float:
        return -math.inf if package is None else float(np.log(np.maximum(self._gains(package), 1e-300)).sum())

    def _gains(self, package: Sequence[int]) -> FloatArray:
        return np.array([self.gain(package, p) for p in range(len(self.reserve))], dtype=np.float64)

    def _program(self) -> tuple[Any, list[list[Any]], list[Any]]:
        cp_model = _cp_model()
        program = cp_model.CpModel()
        options = [[program.new_bool_var(f"{k}.{r}") for r in range(len(t))] for k, t in enumerate(self.tables)]
        for row in options:
            program.add_exactly_one(row)
        for rule in self.model.rules:
            program.add(sum(options[k][r] for k, held in rule.held for r in held) < rule.bound)
        gains = []
        for p, reserve in enumerate(self.reserve.tolist()):
            worth = (
                int(table[r, p]) * var
                for table, row in zip(self.tables, options, strict=True)
                for r, var in enumerate(row)
            )
            gains.append(sum(worth) - reserve)
            program.add(gains[-1] >= 0)
        return program, options, gains

    def _solved(self, program: Any, options: list[list[Any]]) -> tuple[int, ...] | None:
        cp_model = _cp_model()
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        if solver.solve(program) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return tuple(next(r for r, var in enumerate(row) if solver.value(var)) for row in options)


def _level(cut: FloatArray) -> int:
    return round((float(np.log(cut).sum()) - len(cut)) * SLOPE)


def _cp_model() -> Any:
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        raise CannotWorkOut(
            "there are too many efficient packages to list, and the search for the solutions needs an extra package: "
            "pip install 'detente[search]'"
        ) from None
    return cp_model
