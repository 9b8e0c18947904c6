"""The JSON document of the talks."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente.cli import main
from detente.talks import CHANNELS, TRACKS, document, find_shock, simulate

CASE = Path(__file__).parents[2] / "examples" / "istanbul-2025" / "case.yaml"


@pytest.fixture(scope="module")
def made(istanbul):
    return document(simulate(istanbul, (find_shock(istanbul),), draws=300, explained=None))


def test_every_track_and_composition_has_its_ranges(made):
    """Odds at four horizons, rising with the weeks, ranges around the median."""
    assert set(made["tracks"]) == set(TRACKS)
    for compositions in made["tracks"].values():
        assert set(compositions) == {"table", "unknown", "willing"}
        for told in compositions.values():
            for run in ("baseline", "shocked"):
                by_weeks = told[run]["p_agreement"]
                assert list(by_weeks) == ["4", "13", "26", "52"]
                medians = [row["median"] for row in by_weeks.values()]
                assert medians == sorted(medians)
                for row in by_weeks.values():
                    assert row["r90"][0] <= row["r50"][0] <= row["median"] <= row["r50"][1] <= row["r90"][1]


def test_channels_add_up_to_the_mean_difference(made):
    """Shapley shares of the six channels, and the shares of signs, are whole."""
    for compositions in made["tracks"].values():
        for told in compositions.values():
            assert set(told["channels"]) == set(CHANNELS)
            assert sum(told["channels"].values()) == pytest.approx(told["effect"]["difference"]["mean"], abs=1e-12)
            shares = [told["effect"][f"share_{sign}"] for sign in ("positive", "negative", "none", "structural_zero")]
            assert sum(shares) == pytest.approx(1)


def test_the_command_prints_it_from_a_case_file():
    """`detente talks CASE.yaml --json` is the document, the same from run to run."""
    args = ["talks", str(CASE), "--draws", "200", "--seed", "3", "--json", "--shock", "sanctions-raised"]
    first, second = (CliRunner().invoke(main, args) for _ in range(2))
    assert first.exit_code == 0, first.output
    assert first.stdout == second.stdout
    body = json.loads(first.stdout)
    assert {"tracks", "sobol", "flips", "ledger", "base_rates", "method"} <= set(body)
    assert body["shock"]["kind"] == "sanctions-raised"
    assert body["method"]["seed"] == 3


@pytest.mark.parametrize(
    "command",
    [
        ["talks", "events", str(CASE)],
        ["talks", "map", str(CASE), "--steps", "2", "--draws", "200"],
        ["talks", "compare", str(CASE), "--draws", "200"],
        ["talks", "help-most", str(CASE), "--draws", "200"],
    ],
)
def test_other_commands_speak_and_print_json(command):
    """Each has a screen of sentences and a JSON form."""
    said = CliRunner().invoke(main, command)
    assert said.exit_code == 0, said.output
    assert said.stdout.strip()
    assert json.loads(CliRunner().invoke(main, [*command, "--json"]).stdout)
