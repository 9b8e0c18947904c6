"""Analysts' files: loaded, laid over a case, and their faults."""

from pathlib import Path

import pytest

from detente.brief.talks_lines import verdict_of
from detente.case import load
from detente.errors import ShockError
from detente.talks import find_shock, load_analyst, simulate

EXAMPLE = Path(__file__).parents[2] / "examples" / "istanbul-2025"


@pytest.mark.parametrize(("name", "verdict"), [("pressure-works", "coerces"), ("it-backfires", "backfires")])
def test_the_two_analysts_of_the_example_disagree(name, verdict):
    """Opposite assumptions about one event give opposite answers."""
    case = load(EXAMPLE / "case.yaml")
    shock = find_shock(case)
    seen, felt = load_analyst(EXAMPLE / "analysts" / f"{name}.yaml", case, shock).over(case, shock)
    effects = simulate(seen, (felt,), draws=1000, explained=50).effects
    effect = next(e for e in effects if (e.track, e.composition) == ("comprehensive", "willing"))
    assert verdict_of(effect.share_positive, effect.share_negative) == verdict


def test_every_fault_is_named_with_its_line(istanbul, tmp_path):
    """Unknown channels, quantities and assumptions are named at once."""
    path = tmp_path / "a.yaml"
    path.write_text(
        "analyst: A\nassumptions:\n  optimsm: [0, 0.1]\nshock:\n  noise: {amount: [0, 1]}\n  cost: {size: [0, 1]}\n"
    )
    with pytest.raises(ShockError) as caught:
        load_analyst(path, istanbul, find_shock(istanbul))
    assert [(fault.line, fault.path) for fault in caught.value.faults] == [
        (5, "shock.noise"),
        (6, "shock.cost.size"),
        (3, "assumptions.optimsm"),
    ]


@pytest.mark.parametrize("text", ["- a\n", "because: nobody\n", "analyst: A\nassumptions: {optimism: [1, 0]}\n"])
def test_what_is_no_analysts_file_is_refused(istanbul, tmp_path, text):
    """A list, a file without a name, a range with its ends swapped."""
    path = tmp_path / "a.yaml"
    path.write_text(text)
    with pytest.raises(ShockError, match="analyst"):
        load_analyst(path, istanbul, find_shock(istanbul))


def test_ranges_that_no_event_can_have_are_named_with_the_rest(istanbul, tmp_path):
    """A negative cost of war, a ratio of 1, a chance above 1 and an unknown channel, all at once."""
    path = tmp_path / "a.yaml"
    path.write_text(
        "analyst: A\nassumptions:\n  war-cost: [-0.1, 0.1]\nshock:\n  noise: {amount: [0, 1]}\n"
        "  retaliation: {ratio: [0.5, 1], probability: [0.5, 1.2]}\n"
    )
    with pytest.raises(ShockError) as caught:
        load_analyst(path, istanbul, find_shock(istanbul))
    assert {(fault.line, fault.path) for fault in caught.value.faults} == {
        (3, "assumptions.war-cost"),
        (5, "shock.noise"),
        (6, "shock.retaliation.ratio"),
        (6, "shock.retaliation.probability"),
    }
