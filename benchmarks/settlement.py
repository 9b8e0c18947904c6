"""How fast frontiers and solutions are found: `uv run --with negmas python benchmarks/settlement.py`.

Beside NegMAS, in one run on the same domains of 10 values per issue with half-opposed random values: frontier and the
Nash, Kalai-Smorodinsky, egalitarian (NegMAS: `kalai_points`) and utilitarian points. All must be the same. Of discrete
points none need have equal shares of the ideals, and the two read Kalai-Smorodinsky in two ways: NegMAS takes the point
whose shares differ least, Detente the one whose smallest share is largest. So each reading is worked out on the other's
frontier as well and held against what the other says of its own. Then alone on up to 10^20 packages, and on
fully opposed ladders. Without NegMAS the part beside it is left out. Times are the best of several runs after a first.
"""

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from detente.settlement.arrays import FloatArray
from detente.settlement.bargaining import solve
from detente.settlement.merging import Table, undominated_sums

GRAIN = 2.0**-44


def half_opposed(issues: int, options: int, seed: int = 1) -> list[FloatArray]:
    """Return per issue weight x value of two parties (options, 2): half of B's value is what A's leaves."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(issues), size=2)
    tables = []
    for k in range(issues):
        a, own = rng.random(options), rng.random(options)
        tables.append(np.stack([weights[0, k] * a, weights[1, k] * (0.5 * (1 - a) + 0.5 * own)], axis=1))
    return tables


def opposed(issues: int, options: int, seed: int = 1) -> list[FloatArray]:
    """Return ladders on which what one party gains the other loses, with weights of their own."""
    weights = np.random.default_rng(seed).dirichlet(np.ones(issues), size=2)
    x = np.linspace(0, 1, options)
    return [np.stack([weights[0, k] * x, weights[1, k] * (1 - x)], axis=1) for k in range(issues)]


def ours(tables: Sequence[FloatArray]) -> tuple[FloatArray, dict[str, FloatArray]]:
    """Return the frontier and the points of the solutions."""
    whole = [Table(np.rint(table / GRAIN), np.zeros(len(table))) for table in tables]
    sums = undominated_sums(whole)
    chosen = solve(sums.points, np.zeros(2), np.zeros(len(sums.points)), sums.packages)
    return sums.points * GRAIN, {name: sums.points[at[0]] * GRAIN for name, at in chosen.items()}


def theirs(tables: Sequence[FloatArray]) -> Callable[[], tuple[FloatArray, dict[str, FloatArray]]]:
    """Return what works out the same with NegMAS."""
    from negmas import LinearAdditiveUtilityFunction, make_issue
    from negmas.outcomes import make_os
    from negmas.preferences.ops import kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier

    space = make_os([make_issue([f"o{r}" for r in range(len(t))], f"k{k}") for k, t in enumerate(tables)])
    utilities = [
        LinearAdditiveUtilityFunction(
            values=[{f"o{r}": float(v) for r, v in enumerate(table[:, p])} for table in tables],
            weights=[1.0] * len(tables),
            outcome_space=space,
            reserved_value=0.0,
        )
        for p in range(2)
    ]

    def run() -> tuple[FloatArray, dict[str, FloatArray]]:
        points, _ = pareto_frontier(utilities, issues=space.issues, sort_by_welfare=True)
        # without ranges the worst package counts as the disagreement point where it is above the reservation value
        ranges = [(0.0, max(point[p] for point in points)) for p in range(2)]
        found = {
            "nash": nash_points(utilities, points, ranges=ranges)[0][0],
            "kalai_smorodinsky": ks_points(utilities, points, ranges=ranges)[0][0],
            "egalitarian": kalai_points(utilities, points, ranges=ranges)[0][0],
            "utilitarian": max_welfare_points(utilities, points, ranges=ranges)[0][0],
        }
        return np.array(sorted(set(points))), {name: np.array(point) for name, point in found.items()}

    return run


def best_of(work: Callable[[], Any], runs: int) -> tuple[float, Any]:
    """Return the shortest time in seconds and the last result."""
    times, found = [], None
    for _ in range(runs):
        start = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - start)
    return min(times), found


def same(one: tuple[FloatArray, dict[str, FloatArray]], other: tuple[FloatArray, dict[str, FloatArray]]) -> bool:
    """Return whether frontier and solutions are the same to 1e-9, each reading of Kalai-Smorodinsky by itself."""
    if len(one[0]) != len(other[0]) or not np.allclose(one[0], other[0], atol=1e-9):
        return False
    pairs = [(one[1][name], other[1][name]) for name in ("nash", "egalitarian", "utilitarian")]
    pairs.append((one[1]["kalai_smorodinsky"], other[0][_shares(other[0]).min(axis=1).argmax()]))
    pairs.append((one[0][np.ptp(_shares(one[0]), axis=1).argmin()], other[1]["kalai_smorodinsky"]))
    return all(bool(np.allclose(mine, theirs, atol=1e-9)) for mine, theirs in pairs)


def _shares(points: FloatArray) -> FloatArray:
    shares: FloatArray = points / points.max(axis=0)
    return shares


def beside(most: int) -> None:
    """Print both times for 10^3 packages and more."""
    try:
        import negmas
    except ImportError:
        print("NegMAS is not here: `uv run --with negmas python benchmarks/settlement.py` measures beside it")
        return
    print(f"\nBeside NegMAS {negmas.__version__}\npackages   frontier   Detente      NegMAS       times  same answers")
    for issues in range(3, most + 1):
        tables = half_opposed(issues, 10)
        ours(tables)
        fast, mine = best_of(lambda tables=tables: ours(tables), 20)  # type: ignore[misc]
        slow, other = best_of(theirs(tables), 1 if issues > 4 else 3)
        print(
            f"10^{issues}       {len(mine[0]):8} {fast * 1e3:8.3f} ms {slow * 1e3:10.1f} ms {slow / fast:9,.0f}  "
            f"{'yes' if same(mine, other) else 'NO'}"
        )


def alone() -> None:
    """Print our times where listing packages is out of the question."""
    print("\nAlone\npackages              values          frontier   time         memory at most")
    for name, make in (("half-opposed", half_opposed), ("opposed", opposed)):
        for issues, options in ((6, 10), (10, 10), (15, 10), (30, 5)):
            tables = make(issues, options)
            ours(tables)
            took, (points, _) = best_of(lambda tables=tables: ours(tables), 5)  # type: ignore[misc]
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            size = f"{options}^{issues} = {float(options) ** issues:.1e}"
            print(f"{size:21} {name:14} {len(points):9}  {took * 1e3:9.2f} ms {memory:9.0f} MB")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=6, help="beside NegMAS up to 10^MOST packages (default 6)")
    options = parser.parse_args()
    alone()
    beside(options.most)


if __name__ == "__main__":
    main()
