"""Sessions of alternating offers per second, beside NegMAS in the same run where it is installed.

    uv run --with negmas python benchmarks/offers.py [--sessions 60000]

Fresh values in every session: 5 issues of 5 options, 100 steps, two time-based sides. NegMAS is under another licence
and no dependency; without it only this project's figure is printed.
"""

import argparse
import time

import numpy as np

from detente.talks.offers import Strategy, alternate

ISSUES, OPTIONS, STEPS = 5, 5, 100


def drawn(count: int) -> np.ndarray:
    """Return worths (count, 2, ISSUES, OPTIONS) that add up to at most 1 for each side."""
    rng = np.random.default_rng(1)
    weights = rng.dirichlet(np.ones(ISSUES), (count, 2))
    values = rng.random((count, 2, ISSUES, OPTIONS))
    values /= values.max(axis=3, keepdims=True)
    return weights[:, :, :, None] * values


def negmas_rate(worth: np.ndarray) -> float | None:
    """Return NegMAS's sessions per second, None where it is not installed."""
    try:
        from negmas import AspirationNegotiator, LinearAdditiveUtilityFunction, SAOMechanism, TableFun, make_issue
    except ImportError:
        return None
    issues = [make_issue(OPTIONS, f"issue {k}") for k in range(ISSUES)]
    start = time.perf_counter()
    for session in worth:
        mechanism = SAOMechanism(issues=issues, n_steps=STEPS)
        for side in range(2):
            tables = [TableFun(dict(enumerate(session[side, k].tolist()))) for k in range(ISSUES)]
            likes = LinearAdditiveUtilityFunction(tables, issues=issues, reserved_value=0.0)
            mechanism.add(AspirationNegotiator(aspiration_type="linear"), ufun=likes)
        mechanism.run()
    return len(worth) / (time.perf_counter() - start)


def main() -> None:
    """Print both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=60_000)
    options = parser.parse_args()
    worth = drawn(options.sessions)
    alternate(worth[:10], np.zeros((10, 2)), steps=STEPS)
    for kind in ("time", "tit-for-tat", "bayesian"):
        start = time.perf_counter()
        done = alternate(worth, np.zeros((len(worth), 2)), (Strategy(kind), Strategy(kind)), steps=STEPS)
        rate = len(worth) / (time.perf_counter() - start)
        print(f"{kind:12} {rate:10,.0f} sessions/s, {done.agreed.mean():.0%} agreed")
        if kind == "time":
            peer = negmas_rate(worth[:60])
            print(
                "NegMAS       not installed"
                if peer is None
                else f"NegMAS       {peer:10,.1f} sessions/s: {rate / peer:,.0f} times"
            )


if __name__ == "__main__":
    main()
