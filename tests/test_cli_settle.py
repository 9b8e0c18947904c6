"""The commands that ask a case single questions."""

import json

import pytest
from click.testing import CliRunner

from detente.cli import main

CASE = """\
title: Pie talks
parties:
  - {id: norway, name: Norway, role: side, at_table: true}
  - {id: denmark, name: Denmark, role: side, at_table: true}
issues:
  - id: pie
    name: Pie
    role: stake
    status_quo: half
    rungs:
      - {id: none, x: 0, label: no pie, stated: true}
      - {id: half, x: 0.5, label: half of it}
      - {id: all, x: 1, label: all of it, stated: true}
demands:
  - {party: norway, issue: pie, rung: all, stance: demands}
  - {party: denmark, issue: pie, rung: none, stance: demands, red_line: true}
"""


@pytest.fixture
def ask(tmp_path):
    """Run `detente settle` on the case with some options."""
    (tmp_path / "pie.yaml").write_text(CASE)

    def run(command, *options):
        return CliRunner().invoke(main, ["settle", command, str(tmp_path / "pie.yaml"), *options])

    return run


def test_one_concession_by_either_party(ask):
    """Each party's demand alone stands in the way: a sentence, and JSON."""
    said = ask("concessions", "--by", "norway")
    assert said.output == "Norway could drop its demand for “all of it” (pie); that alone opens a deal\n"
    found = json.loads(ask("concessions", "--by", "denmark", "--json").output)
    assert found["needed"] is True
    assert [row["demand"] for row in found["concessions"]] == ["denmark.pie.demands.none"]


def test_what_would_have_to_change(ask):
    """The red line that a package crosses is named; one that it meets gives nothing to change."""
    said = ask("change", "--package", "pie=half", "--for", "denmark").output
    assert said == "Denmark would have to give up its demand for “no pie” (pie) and calls it a red line\n"
    found = json.loads(ask("change", "--package", "pie=all", "--for", "norway", "--json").output)
    assert found == {"party": "norway", "acceptable": True, "changes": []}
    assert ask("change", "--package", "pie=all", "--for", "norway").output.startswith("nothing: ")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("concessions", "--by", "sweden"), "no party 'sweden'"),
        (("change", "--package", "pie", "--for", "norway"), "no ISSUE=RUNG"),
        (("change", "--package", "pie=all,pie=none", "--for", "norway"), "named twice"),
        (("change", "--package", "pie=some", "--for", "norway"), "no pie: some"),
    ],
)
def test_faults_are_told_in_one_line(ask, options, message):
    """What the case does not have ends with exit code 2."""
    result = ask(*options)
    assert result.exit_code == 2
    assert message in result.output


def test_a_case_without_a_command_is_settled_whole(ask, tmp_path):
    """`detente settle CASE --json` still prints the one object."""
    (tmp_path / "pie.yaml").write_text(CASE)
    result = CliRunner().invoke(main, ["settle", str(tmp_path / "pie.yaml"), "--json", "--draws", "100"])
    assert json.loads(result.stdout)["method"]["draws"] == 100
