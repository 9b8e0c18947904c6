"""How fast blockers and concession sets are found: `uv run python benchmarks/blockers.py`.

Random cases of two sides whose demands and refusals clash, with rules that tie issues together: 30 demands with all
blockers and all concession sets, 200 demands with the ten smallest and the ten cheapest. The worst of several cases,
each the best of a few runs.
"""

import time
from collections.abc import Callable
from functools import partial
from random import Random

from detente.case.model import Case, Constraint, Demand, Issue, Party, Rung
from detente.entries import Stance
from detente.settlement import blockers, concessions

STANCES: tuple[Stance, ...] = ("demands", "proposes", "rejects")


def case(demands: int, seed: int, options: int = 4) -> Case:
    """Return a case with so many demands on a third as many issues, and a rule per five issues."""
    random = Random(seed)
    rungs = tuple(Rung(f"r{n}", n / (options - 1), f"r{n}", stated=True) for n in range(options))
    issues = tuple(Issue(f"k{n:02}", f"k{n:02}", "stake", rungs, "r0") for n in range(demands // 3))
    made: dict[str, Demand] = {}
    while len(made) < demands:
        place = random.choice(issues).id, f"r{random.randrange(1, options)}"
        one = Demand(random.choice("ab"), *place, random.choice(STANCES), red_line=random.random() < 0.2)
        made.setdefault(one.id, one)
    pairs = [random.sample(issues, 2) for _ in range(len(issues) // 5)]
    rules = tuple(
        Constraint(f"rule{n}", "", tuple((i.id, f"r{random.randrange(1, options)}") for i in pair))
        for n, pair in enumerate(pairs)
    )
    sides = Party("a", "A", "side", True), Party("b", "B", "side", True)
    return Case("random", sides, issues, tuple(made.values()), constraints=rules)


def best_of(work: Callable[[], object], runs: int = 3) -> float:
    """Return the shortest time in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def both(one: Case, limit: int) -> None:
    """Work out blockers and concession sets."""
    blockers(one, limit=limit)
    concessions(one, limit=limit)


def main() -> None:
    """Measure."""
    print("demands  listed   blockers  concession sets  both, at worst of 5 cases")
    for demands, limit in ((30, 100_000), (200, 10)):
        worst, most = 0.0, (0, 0)
        for seed in range(5):
            one = case(demands, seed)
            found = blockers(one, limit=limit), concessions(one, limit=limit)
            most = max(most, (found[0].count, found[1].count))
            took = best_of(partial(both, one, limit))
            worst = max(worst, took)
        listed = "all" if limit > 10 else f"first {limit}"
        print(f"{demands:7}  {listed:8} {most[0]:8,} {most[1]:16,}  {worst:.3f} s")


if __name__ == "__main__":
    main()
