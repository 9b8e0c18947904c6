"""Outline, differences, reasons, schema and new cases."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from detente.case import bring_in, differences, dump, json_schema, load, new_case, outline, reasons
from detente.case.model import Amount, Basis, Case, Demand, Issue, Party, Preferences, Rung
from detente.cli import main
from detente.errors import InputError


def test_a_case_does_not_differ_from_itself(istanbul):
    """Nor from itself in another order."""
    turned = replace(istanbul, demands=istanbul.demands[::-1], issues=istanbul.issues[::-1])
    assert differences(istanbul, istanbul) == differences(istanbul, turned) == ()


def test_differences_name_the_field(istanbul):
    """A flag set, a demand added and one dropped are told by field, in both directions."""
    first, *rest = istanbul.demands
    new = Demand("russia", "prisoners", "all", "rejects")
    other = replace(istanbul, demands=(*rest[1:], replace(first, red_line=True), new))
    told = [str(one) for one in differences(istanbul, other)]
    assert any(line.startswith("+ demands.") and line.endswith("red_line: true") for line in told)
    assert sum(line.startswith("- demands.ukraine.prisoners") for line in told) >= 4
    assert any(line.startswith("+ demands.russia.prisoners.rejects.all") for line in told)
    assert len(differences(other, istanbul)) == len(told)


def test_reasons_lead_to_quotes(istanbul):
    """Every demand on an issue stands there with its entry and its quote."""
    found = reasons(istanbul, "territory")
    held = [reason for reason in found if "low-leaves-part" in reason.what and reason.entries]
    assert {reason.entries for reason in held} == {("e05",), ("e12",)}
    assert held[0].quotes == ("quote of e05",)
    with pytest.raises(InputError, match="no issue 'weather'"):
        reasons(istanbul, "weather")


def test_an_outline_names_everything(istanbul):
    """Parties, issues and demands all stand in it."""
    text = "\n".join(outline(istanbul))
    for name in [p.id for p in istanbul.parties] + [i.name for i in istanbul.issues] + ["“a buffer zone”"]:
        assert name in text


def test_a_new_case_loads(tmp_path):
    """A case from names has its ladders, filled in with the parties, and no fault."""
    case = new_case(["Norway", "Denmark"], ["territory", "toll"])
    dump(case, tmp_path / "case.yaml")
    assert load(tmp_path / "case.yaml") == case
    assert "Norway" in case.issue("territory").rungs[-1].label
    with pytest.raises(InputError, match="norway: there twice"):
        new_case(["Norway", "norway"], [])


def test_the_schema_knows_every_key(istanbul):
    """The JSON Schema names all keys of a case file and refuses others."""
    from detente.case import plain

    schema = json_schema()
    assert set(plain(istanbul)) <= set(schema["properties"])
    assert schema["additionalProperties"] is False
    json.dumps(schema)


def test_the_commands(tmp_path, istanbul):
    """check, schema, show, diff, new and why print what they say; faults of several files come in one go."""
    run = CliRunner()
    good, bad, worse = (tmp_path / name for name in ("good.yaml", "bad.yaml", "worse.yaml"))
    dump(istanbul, good)
    bad.write_text("title: x\nissues: 3\n")
    worse.write_text("title: x\nconstraints:\n  - {id: r, text: t}\n  - {id: s, text: t, at_most: 1}\n")
    assert "no fault" in run.invoke(main, ["case", "check", str(good)]).stdout
    told = run.invoke(main, ["case", "check", str(good), str(bad), str(worse)])
    assert told.exit_code == 2
    assert "bad.yaml" in told.stderr
    assert "line 3, column 5: constraints.0: a rule has one of" in told.stderr
    assert "line 4, column 5: constraints.1: at_most and of belong together" in told.stderr
    assert json.loads(run.invoke(main, ["case", "schema"]).stdout)["required"] == ["title"]
    assert "Ukraine, side" in run.invoke(main, ["case", "show", str(good)]).stdout
    assert json.loads(run.invoke(main, ["case", "show", str(good), "--json"]).stdout)["title"] == istanbul.title
    assert run.invoke(main, ["case", "diff", str(good), str(good)]).stdout == "no difference\n"
    new = tmp_path / "new.yaml"
    assert run.invoke(main, ["case", "new", "A", "B", "--issue", "aid", "-o", str(new)]).exit_code == 0
    changed = json.loads(run.invoke(main, ["case", "diff", str(good), str(new), "--json"]).stdout)
    assert {"field": "title", "before": istanbul.title, "after": "Talks between A and B"} in changed
    assert "quote of e05" in run.invoke(main, ["case", "why", str(good), "territory"]).stdout


def test_a_party_is_brought_to_the_table(istanbul):
    """One that is there comes to the table; one that is not is added; it can act in place of a deliverer."""
    here = bring_in(istanbul, "nato")
    assert here.party("nato").at_table
    assert replace(here, parties=istanbul.parties) == istanbul
    assert not bring_in(istanbul, "band", role="spoiler", at_table=False).party("band").at_table
    new = bring_in(istanbul, "league", role="guarantor", stands_for="nato", name="The League")
    assert new.party("league").role == "guarantor"
    acting = {id for issue in new.issues for rung in issue.rungs for id in rung.deliverers}
    assert "league" in acting
    assert "nato" not in acting
    with pytest.raises(InputError, match="nobody-known"):
        bring_in(istanbul, "league", stands_for="nobody-known")


def test_bring_edits_the_file_and_keeps_its_comments(istanbul, tmp_path):
    """`detente case bring` changes the party and nothing else in a file that a person has commented on."""
    dump(istanbul, file := tmp_path / "case.yaml")
    file.write_text(file.read_text() + "# mine\n")
    done = CliRunner().invoke(main, ["case", "bring", str(file), "nato", "--role", "guarantor"])
    assert done.exit_code == 0, done.output
    assert "# mine" in file.read_text()
    assert [str(one) for one in differences(istanbul, load(file))] == [
        "+ parties.nato.at_table: true",
        '~ parties.nato.role: "outside" -> "guarantor"',
    ]


def test_why_tells_what_weights_and_values_rest_on():
    """Stated amounts stand among the reasons, with their assumption or as written by hand."""
    pie = Issue("pie", "Pie", "stake", (Rung("x", 0, "x"), Rung("y", 1, "y")), "", free=True)
    guess = Amount(0.5, 1, basis=Basis((), "what its delegate said"))
    row = Preferences("a", {"pie": {"x": Amount(1, 1), "y": Amount(0, 0)}}, {"pie": guess})
    found = {
        r.what: r.rule for r in reasons(Case("pie", (Party("a", "A", "side"),), (pie,), preferences=(row,)), "pie")
    }
    assert found["weight for a: [0.5, 1]"] == "what its delegate said"
    assert found["value of x for a: 1"] == "written by hand"


@pytest.mark.parametrize("party", ["", " ", "two words"])
def test_what_is_no_id_is_brought_nowhere(party: str) -> None:
    """A case with such a party could not be loaded again."""
    with pytest.raises(InputError, match="must be one word"):
        bring_in(Case("Talks"), party)
