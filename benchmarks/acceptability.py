"""How fast draws are solved and packages scanned: `uv run python benchmarks/acceptability.py [--draws N]`.

First: every draw of a case of 12 issues x 5 options with two parties solved exactly (Nash and three other solutions),
and the whole rating. Then: the scan that looks at every pair of package and draw under a rule, beside what
the machine's vector units do with the same arithmetic when nothing has to come from farther than the nearest cache.
"""

import argparse
import resource
import time

import numba
import numpy as np

from detente.case.model import Case, Constraint, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.settlement.arrays import FloatArray
from detente.settlement.drawn_kernel import scan_products
from detente.settlement.smaa import rate

ISSUES, OPTIONS = 12, 5


def case() -> Case:
    """Return two parties with weights that nobody knows and half-opposed values in ranges."""
    rng = np.random.default_rng(1)
    rungs = tuple(Rung(f"o{r}", r / 8, f"o{r}") for r in range(OPTIONS))
    issues = tuple(Issue(f"k{k:02}", f"k{k:02}", "stake", rungs, "", free=True) for k in range(ISSUES))
    a = rng.random((ISSUES, OPTIONS))
    b = 0.5 * (1 - a) + 0.5 * rng.random((ISSUES, OPTIONS))
    rows = []
    for party, table in (("a", a), ("b", b)):
        values = {
            issue.id: {rung.id: Amount(max(0, v - 0.1), v + 0.1) for rung, v in zip(rungs, row, strict=True)}
            for issue, row in zip(issues, table.tolist(), strict=True)
        }
        rows.append(Preferences(party, values))
    return Case(
        "twelve issues",
        (Party("a", "A", "side", True), Party("b", "B", "side", True)),
        issues,
        constraints=(Constraint("r", "", (("k00", "o0"), ("k07", "o1"))),),
        reservation={"a": Amount(0.3, 0.5), "b": Amount(0.3, 0.5)},
        preferences=tuple(rows),
    )


@numba.njit(parallel=True, fastmath=True)
def _peak(rounds: int, threads: int, out: FloatArray) -> None:
    """Two sums, a product and a comparison for every pair, on numbers that stay in the nearest cache."""
    for t in numba.prange(threads):
        one, two = np.arange(256.0), np.arange(256.0)[::-1].copy()
        best = np.zeros(256)
        for n in range(rounds):
            for i in range(256):
                best[i] = max(best[i], (one[i] + n) * (two[i] - n))
        out[t] = best.max()


def peak(rounds: int = 2_000_000) -> float:
    """Return how many pairs a second the cores reach on a bare loop of the scan's arithmetic."""
    threads = numba.get_num_threads()
    out = np.empty(threads)
    _peak(10, threads, out)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        _peak(rounds, threads, out)
        times.append(time.perf_counter() - start)
    return rounds * 256 * threads / min(times)


def limit() -> float:
    """Return how many pairs a second the same arithmetic does with all it needs in the nearest cache."""
    one, two = (np.random.default_rng(1).random((2048, 2, size)) for size in (1024, 256))
    whole, out = np.array([0, 1024]), np.empty(2048)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        scan_products(one, two, whole, np.array([0, 256]), np.ones((1, 1), dtype=np.bool_), out)
        times.append(time.perf_counter() - start)
    return 2048 * 1024 * 256 / min(times)


def scan(draws: int = 16) -> tuple[int, float]:
    """Return how many pairs of package and draw were looked at, and the seconds that it took."""
    rng = np.random.default_rng(2)
    half = OPTIONS ** (ISSUES // 2)
    one, two, out = rng.random((draws, 2, half)), rng.random((draws, 2, half)), np.empty(draws)
    # a rule between the halves: of the packages with its first part, those with its second one are out
    first, second = np.array([0, half // 5, half]), np.array([0, half // 5, half])
    pairs = np.array([[False, True], [True, True]])
    scan_products(one[:1], two[:1], first, second, pairs, out[:1])
    times = []
    for _ in range(3):
        start = time.perf_counter()
        scan_products(one, two, first, second, pairs, out)
        times.append(time.perf_counter() - start)
    return draws * (half * half - (half // 5) ** 2), min(times)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=100_000)
    draws = parser.parse_args().draws
    rate(case(), draws=100)
    start = time.perf_counter()
    found = rate(case(), draws=draws)
    took = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{draws:,} draws of {ISSUES} issues x {OPTIONS} options, four solutions each, and the rating: {took:.1f} s")
    print(
        f"  zone {found.zone.share:.4f} +- {found.zone.error:.4f}, {memory:.0f} MB, {numba.get_num_threads()} threads"
    )
    count, seconds = scan()
    most = limit()
    print(f"scan with a rule: {count:,} pairs in {seconds:.2f} s = {count / seconds:.2e} a second")
    bare = peak()
    print(f"  arithmetic limit, a bare loop of sum, sum, product, comparison on all cores: {bare:.2e} a second")
    print(f"  the scan reaches {count / seconds / bare:.0%} of it")
    print(f"  all in the nearest cache: {most:.2e} a second; the scan reaches {count / seconds / most:.0%}")


if __name__ == "__main__":
    main()
