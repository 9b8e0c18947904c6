"""The command line: what a newcomer runs, and what bad input does."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import main

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "istanbul-2025"
REPORTS = EXAMPLES / "reports"
FAST = ("--draws", "200")


def detente(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(result: Result, *parts: str) -> None:
    """The command ended with exit code 2, one line on stderr with these parts, and nothing on stdout."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    for part in parts:
        assert part in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_help_loads_nothing_heavy():
    """`detente --help` imports none of the libraries that cost time."""
    code = (
        "import sys; from click.testing import CliRunner; from detente.cli import main;"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "heavy = {'spacy', 'numba', 'numpy', 'sqlalchemy', 'trafilatura', 'pysat', 'lxml', 'lemminflect'};"
        "heavy |= {'rich', 'pydantic', 'jinja2', 'ruamel'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_brief_names_its_file_in_the_last_line(here):
    """The page is named after the folder, and the last line says where it is."""
    result = detente("brief", REPORTS, *FAST)
    assert result.exit_code == 0, result.output
    page = here / "istanbul-2025.html"
    assert result.stdout.strip().splitlines()[-1].endswith(str(page))
    assert page.read_text().startswith("<!doctype html>")
    assert [p.name for p in here.iterdir()] == ["istanbul-2025.html"]


def test_brief_fits_a_terminal(here):
    """The summary is one screen: 80 columns wide, at most 45 lines (the last line has a path of any length)."""
    lines = detente("brief", REPORTS, *FAST).stdout.splitlines()
    assert len(lines) <= 45
    assert max(len(line) for line in lines[:-1]) <= 80


def test_same_seed_same_bytes(here):
    """Two runs on the same reports write the same page."""
    for name in ("a.html", "b.html"):
        assert detente("brief", REPORTS, *FAST, "-o", name).exit_code == 0
    assert (here / "a.html").read_bytes() == (here / "b.html").read_bytes()


def test_another_seed_changes_the_draws(here):
    """The seed matters, so that the test above can fail."""
    first, second = (detente("talks", REPORTS, *FAST, "--seed", seed, "--json").stdout for seed in (1, 2))
    assert first != second


def test_read_json_is_one_object_and_nothing_else(here):
    """`read --json` prints the codebook's form of one report."""
    path = REPORTS / "2025-06-02-second-round.txt"
    body = json.loads(detente("read", path, "--json").stdout)
    assert {"positions", "events", "claims", "rounds"} <= set(body)
    text = path.read_text()
    quotes = [entry["quote"] for kind in ("positions", "events", "claims", "rounds") for entry in body[kind]]
    assert quotes
    assert all(quote in text for quote in quotes)


@pytest.mark.parametrize("columns", [80, 50])
def test_read_fits_a_terminal(here, monkeypatch, columns):
    """No line is wider than the terminal, and nothing of a quote is lost by that."""
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = detente("read", REPORTS).stdout
    assert max(map(len, shown.splitlines())) <= columns
    bodies = map(json.loads, detente("read", REPORTS, "--json").stdout.splitlines())
    quotes = [entry["quote"] for body in bodies for kind in ("positions", "events") for entry in body[kind]]
    assert all(f"“{' '.join(quote.split())}”" in " ".join(shown.split()) for quote in quotes)


def test_read_several_is_json_lines(here):
    """Several paths give one object per line."""
    lines = detente("read", REPORTS, "--json").stdout.splitlines()
    assert [json.loads(line)["date"] for line in lines] == ["2025-05-17", "2025-06-01", "2025-06-02"]


def test_a_report_without_entries_is_no_error(here):
    """Nothing to find is not a failure."""
    (here / "weather.txt").write_text("It rained on the hills all morning.\n")
    result = detente("read", "weather.txt", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["positions"] == []


def test_record_grows_once(here):
    """Adding the same reports twice adds nothing."""
    first = json.loads(detente("record", "add", "r.db", REPORTS, "--json").stdout)
    second = json.loads(detente("record", "add", "r.db", REPORTS, "--json").stdout)
    assert first["reports_added"] == 3
    assert first["entries_added"] > 20
    assert (second["reports_added"], second["entries_added"]) == (0, 0)
    shown = json.loads(detente("record", "show", "r.db", "--apart", "--json").stdout)
    assert len(shown) == first["entries_added"]


def test_case_file_round_trip_through_the_command_line(here):
    """A case written by `case` and passed back gives the same settlement."""
    assert detente("case", REPORTS, "-o", "case.yaml").exit_code == 0
    direct = json.loads(detente("settle", REPORTS, *FAST, "--json").stdout)
    passed = json.loads(detente("settle", "--case", "case.yaml", *FAST, "--json").stdout)
    assert passed["blockers"] == direct["blockers"]
    assert passed["acceptability"] == direct["acceptability"]


def test_an_assumption_changes_what_it_should(here):
    """More presumed opposition never widens the zone of agreement."""
    zones = [
        json.loads(detente("settle", REPORTS, "--draws", "1000", "--assume", f"silence-opposed={pi}", "--json").stdout)[
            "acceptability"
        ]["zones"]
        for pi in (0.1, 0.9)
    ]
    mild, hard = ({zone["composition"]: zone["exists"] for zone in zones_of} for zones_of in zones)
    assert hard["willing"] < mild["willing"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell):
    """Each shell gets its script."""
    result = detente("completion", shell)
    assert result.exit_code == 0
    assert "_DETENTE_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "parts"),
    [
        ("empty.txt", b"", ("empty.txt", "empty")),
        ("blank.txt", b" \n\n\t ", ("blank.txt", "empty")),
        ("binary.txt", b"PK\x03\x04\x00\x00\x00\x01", ("binary.txt",)),
        ("latin.txt", "Gespräche in Genf".encode("latin-1"), ("latin.txt", "UTF-8")),
        ("long.txt", b"talks " * 9_000_000, ("long.txt", "5,000,000")),
        ("report.xyz", b"talks", ("report.xyz", ".txt")),
    ],
)
def test_unusable_reports(here, name, content, parts):
    """A report that cannot be read ends in one line that names it, and leaves nothing behind."""
    (here / name).write_bytes(content)
    refused(detente("brief", name, *FAST), *parts)
    refused(detente("read", name, "--json"), *parts)
    assert [p.name for p in here.iterdir()] == [name]


@pytest.mark.parametrize(
    ("args", "parts"),
    [
        (("brief", "nowhere.txt"), ("nowhere.txt",)),
        (("brief",), ("nothing to work on",)),
        (("brief", "--record", "none.db"), ("none.db", "no such record")),
        (("brief", "--case", "none.yaml"), ("none.yaml",)),
        (("record", "show", "none.db"), ("none.db", "record add")),
        (("brief", REPORTS, "--date", "soon"), ("soon", "YYYY-MM-DD")),
        (("brief", REPORTS, "--assume", "optimism=high"), ("optimism=high", "numbers")),
        (("brief", REPORTS, "--assume", "optimism=0.2,0.1"), ("above",)),
        (("brief", REPORTS, *FAST, "-o", "no/such/folder.html"), ("no/such/folder.html", "-o")),
        (("ontology", "show", "weather"), ("weather", "ontology show")),
        (("ontology", "show", "territry"), ("did you mean 'territory'",)),
        (("read", REPORTS, "--names", "none.yaml"), ("none.yaml", "cannot be read")),
    ],
)
def test_unusable_options(here, args, parts):
    """A wrong option ends in one line that says the way out, and leaves nothing behind."""
    refused(detente(*args), *parts)
    assert list(here.iterdir()) == []


def test_an_unknown_assumption_names_the_near_ones(here):
    """A misspelt assumption is refused with what was probably meant."""
    result = detente("brief", REPORTS, "--assume", "optimsm=0")
    assert result.exit_code == 2
    assert "did you mean 'optimism'?" in result.stderr
    assert list(here.iterdir()) == []


def test_bad_input_leaves_no_record_behind(here):
    """A record is made once there is a report to put in it."""
    refused(detente("record", "add", "new.db", "missing.txt"), "missing.txt")
    assert not (here / "new.db").exists()


def test_a_record_that_is_no_record(here):
    """A file that is something else is refused and stays as it was."""
    (here / "notes.db").write_text("my notes, not a database")
    refused(detente("brief", REPORTS, "--record", "notes.db"), "notes.db", "record")
    assert (here / "notes.db").read_text() == "my notes, not a database"


TEN_FAULTS = """\
title: Talks
parties:
  - {id: a, name: A, role: side}
  - {id: b, name: B, role: boss}
issues:
  - id: land
    name: Land
    role: prize
    status_quo: gone
    phi: [1, 0]
    colour: red
    rungs:
      - {id: no, x: 0, label: none}
      - {id: yes, x: 2, label: all, deliverers: [nobody]}
demands:
  - {party: c, issue: land, rung: no, stance: demands}
  - {party: a, issue: sea, rung: no, stance: demands}
  - {party: a, issue: land, rung: no, stance: hopes}
  - {party: a, issue: land, rung: maybe, stance: rejects}
"""


def test_every_fault_of_a_case_file_is_named(here):
    """Ten faults, ten lines, each with line and column; nothing is written."""
    (here / "case.yaml").write_text(TEN_FAULTS)
    result = detente("brief", "--case", "case.yaml")
    assert result.exit_code == 2
    assert result.stdout == ""
    named = re.findall(r"line (\d+), column \d+", result.stderr)
    assert len(named) >= 10
    assert {int(line) for line in named} == {4, 8, 9, 10, 11, 14, 16, 17, 18, 19}
    assert [p.name for p in here.iterdir()] == ["case.yaml"]


def test_a_yaml_bomb_is_refused(here):
    """Nested aliases that would unfold to gigabytes end in one error at the first alias."""
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *a]\n" for n in range(30))
    (here / "case.yaml").write_text(bomb)
    result = detente("brief", "--case", "case.yaml")
    assert result.exit_code == 2
    assert "aliases" in result.stderr
    assert "line 2" in result.stderr


def test_script_in_html_is_text(here):
    """A page's script is never run and never reaches the brief as markup."""
    (here / "page.html").write_text(
        "<html><head><title>Talks &lt;b&gt;</title><script>document.write('pwned')</script></head><body><article>"
        "<p>Ukraine demands an unconditional 30-day ceasefire &lt;script&gt;alert(1)&lt;/script&gt; first.</p>"
        "<p>Russia rejects a ceasefire. The two sides met in Istanbul on 2 June 2025 and parted without a deal.</p>"
        "</article></body></html>"
    )
    result = detente("brief", "page.html", *FAST, "--date", "2025-06-02")
    assert result.exit_code == 0, result.output
    assert "document.write" in (here / "page.html").read_text(), "the report itself must not be overwritten"
    written = (here / "page-brief.html").read_text()
    assert "pwned" not in written
    assert "<script>alert" not in written


FRENCH = (
    "Les deux délégations se sont réunies lundi à Oslo et sont convenues de se revoir dans une semaine au plus tard."
)
ROWS = [
    {
        "text": "Norway rejected the ceasefire.",
        "date": "2025-06-02",
        "outlet": "The Courier",
        "url": "https://example.org/1",
    },
    {"text": "Denmark demands an unconditional ceasefire of 30 days.", "date": "2025-06-03"},
]


def test_a_report_in_another_language_is_kept_and_said_to_be_unread(here):
    """It is named on stderr, in JSON, in the record and on the page; it is no error."""
    (here / "a.txt").write_text(FRENCH)
    (here / "b.txt").write_text("Norway rejected the ceasefire.")
    read = detente("read", here / "a.txt", "--json")
    assert json.loads(read.stdout)["unread"] == "language: fr"
    assert "not read (language: fr)" in read.stderr
    assert "not read: language: fr" in detente("read", here / "a.txt").stdout
    added = detente("record", "add", "r.db", here / "a.txt", here / "b.txt", "--json")
    assert json.loads(added.stdout) == {
        "record": "r.db",
        "reports_added": 2,
        "entries_added": 1,
        "reports_unread": 1,
        "skipped": 0,
    }
    made = detente("brief", "--record", "r.db", "-o", "out.html", *FAST)
    assert made.exit_code == 0, made.output
    assert "not read (language: fr)" in (here / "out.html").read_text()


def test_a_paragraph_in_another_language_is_left_out_and_the_rest_is_read(here):
    """It is told, on the screen and in JSON, and no entry comes from it."""
    english = "Norway rejected the ceasefire on Monday. Denmark demands the release of all prisoners before any talks."
    (here / "a.txt").write_text(f"{english}\n\n{FRENCH}\n")
    body = json.loads(detente("read", "a.txt", "--json").stdout)
    assert (body["unread"], body["left_out"]) == (None, {"language": 1})
    assert {entry["party"] for entry in body["positions"]} == {"Norway", "Denmark"}
    assert "not read: 1 line in another language than English" in detente("read", "a.txt").stdout


OWN = {
    "issues.yaml": """toll:
  name: Bridge toll
  definition: who pays at the bridge
  role: stake
  by: other
  status_quo: free
  rungs: [{id: free, x: 0, label: nobody pays}, {id: paid, x: 1, label: everybody pays, usual: true}]
  words: [tolls?]
""",
    "actors.yaml": "states: {Arland: {people: [Arlander]}, Borland: {capitals: [Port Bor]}}\n",
    "names.yaml": "persons: {Anna Lind: Borland}\n",
    "a.txt": "Oslo, 2 June 2025\n\nArland demands a toll. Anna Lind rejected the toll. Port Bor demands a ceasefire.\n",
}


@pytest.fixture
def own(here):
    for name, text in OWN.items():
        (here / name).write_text(text)
    return ("--table", "actors.yaml", "--table", "issues.yaml", "--names", "names.yaml")


def test_tables_of_ones_own_from_reading_to_the_brief(here, own):
    """Read, built into a case, written on the page; and nothing of them is known to the next command."""
    said = {(p["party"], p["issue"]) for p in json.loads(detente("read", "a.txt", "--json", *own).stdout)["positions"]}
    assert said == {("Arland", "toll"), ("Borland", "toll"), ("Borland", "ceasefire")}
    assert json.loads(detente("read", "a.txt", "--json").stdout)["positions"] == []
    assert detente("case", "a.txt", *own, "-o", "case.yaml").exit_code == 0
    assert "3 demands; no fault" in detente("case", "check", "case.yaml").stdout
    made = detente("brief", "a.txt", *own, "-o", "out.html", *FAST)
    assert made.exit_code == 0, made.output
    assert "Bridge toll" in (here / "out.html").read_text()
    assert detente("settle", "case.yaml", *FAST).exit_code == 0


def test_a_record_read_with_tables_of_ones_own(here, own):
    """It is read anew with other tables only, found with them, and without them told what is missing."""
    first, again = (detente("record", "add", "r.db", "a.txt", *own, "--json") for _ in range(2))
    assert [json.loads(done.stdout)["entries_added"] > 0 for done in (first, again)] == [True, False]
    rows = json.loads(detente("record", "positions", "r.db", "--issue", "toll", *own[2:4]).stdout)
    assert [row["party"] for row in rows] == ["Arland", "Borland"]
    assert json.loads(detente("record", "search", "r.db", "--issue", "toll", *own[:4]).stdout)
    refused(detente("brief", "--record", "r.db", *FAST), "no ladder for toll", "--table FILE")
    assert detente("brief", "--record", "r.db", *own, *FAST).exit_code == 0


def test_a_fault_in_a_table_of_ones_own(here, own):
    """It ends the command before anything is read, with file and place."""
    (here / "bad.yaml").write_text("states: {Arland: {capital: [Arl]}}\n")
    result = detente("read", "a.txt", "--table", "bad.yaml")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert re.search(r"bad\.yaml: 1 fault.*line 1", result.stderr, re.DOTALL)
    refused(detente("read", "a.txt", "--table", "names.yaml"), "names.yaml", "--names")
    refused(detente("read", "a.txt", "--table", "none.yaml"), "none.yaml", "cannot be read")


def test_a_bad_part_of_a_file_is_named_and_the_rest_is_read(here):
    """Exit code 0 with a line on stderr for each; 2 where no part can be read."""
    (here / "a.jsonl").write_text("\n".join([json.dumps(ROWS[0]), "{", json.dumps(ROWS[1])]))
    read = detente("read", "a.jsonl", "--json", "--date", "2025-06-05")
    assert read.exit_code == 0
    assert read.stderr.startswith("detente: a.jsonl: line 2: not JSON")
    assert read.stderr.endswith("; passed by\n")
    first, second = map(json.loads, read.stdout.splitlines())
    assert (first["path"], first["outlet"], first["url"], first["unread"]) == (
        "a.jsonl#1", "The Courier", "https://example.org/1", None,
    )  # fmt: skip
    assert second["positions"]
    (here / "b.jsonl").write_text("{\n[")
    read = detente("read", "b.jsonl")
    assert read.exit_code == 2
    assert read.stderr.splitlines()[-1].startswith("detente: b.jsonl: none of its 2 part(s) can be used")


def test_a_brief_from_a_file_of_many_reports(here):
    """The address that a report was published at stands on the page."""
    (here / "a.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    made = detente("brief", "a.jsonl", "-o", "out.html", *FAST)
    assert made.exit_code == 0, made.output
    assert "https://example.org/1" in (here / "out.html").read_text()


def test_a_packed_file_names_the_brief_without_its_suffixes(here):
    """The page of crawl.jsonl.gz is crawl.html."""
    (here / "crawl.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, ROWS)).encode()))
    made = detente("brief", "crawl.jsonl.gz", *FAST)
    assert made.exit_code == 0, made.output
    assert (here / "crawl.html").exists()


def test_control_characters_in_a_fault_stay_off_the_terminal(here):
    """What a file says about itself is data."""
    (here / "a.jsonl").write_text(json.dumps(ROWS[0]) + '\n{"text": "a", "date": "\\u001b[31mred"}')
    assert "\x1b" not in detente("read", "a.jsonl").stderr


def test_names_files_serve_every_reading_command(here):
    """People of a names file speak for their party wherever reports are read; a faulty file stops before anything."""
    (here / "report.txt").write_text("2 June 2025\n\nNorway met Denmark in Oslo. Rassendyll rejected the ceasefire.\n")
    (here / "names.yaml").write_text("persons: {Rudolf Rassendyll: Denmark}\n")
    (here / "wrong.yaml").write_text("persons: {Rudolf Rassendyll: Denmrk}\n")
    read = json.loads(detente("read", "report.txt", "--json", "--names", "names.yaml").stdout)
    assert [(p["party"], p["stance"]) for p in read["positions"]] == [("Denmark", "rejects")]
    assert detente("record", "add", "kept.db", "report.txt", "--names", "names.yaml").exit_code == 0
    kept = json.loads(detente("record", "show", "kept.db", "--kind", "position", "--json").stdout)
    assert [p["party"] for p in kept] == ["Denmark"]
    case = detente("case", "report.txt", "--names", "names.yaml").stdout
    assert "party: denmark" in case
    for command in (("read",), ("record", "add", "new.db"), ("case",), ("brief",)):
        result = detente(*command, "report.txt", "--names", "wrong.yaml")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "line 1" in result.stderr
        assert "did you mean 'Denmark'?" in result.stderr
    assert not (here / "new.db").exists()


def test_ontology_commands_speak_json(here):
    """What is shown and what is checked comes as data as well."""
    shown = json.loads(detente("ontology", "show", "the Kremlin", "--json").stdout)
    assert [item["name"] for item in shown] == ["Russia"]
    act = json.loads(detente("ontology", "show", "1056", "--json").stdout)[0]
    assert (act["id"], act["cameo"]["1056"]) == ("REQUEST", "yield")
    assert len(json.loads(detente("ontology", "show", "--json").stdout)) == 25 + 16
    checked = json.loads(detente("ontology", "check", "--json").stdout)
    assert [row["kind"] for row in checked] == ["issues", "phrases", "acts", "actors"]
