"""The commands on a record: show, judge, log, search."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente import cli_options
from detente.cli import main
from detente.record import Record

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "examples" / "istanbul-2025" / "reports"


def detente(*args: object) -> Result:
    return CliRunner().invoke(main, ["record", *map(str, args)])


def told(*args: object):
    """What the command prints as JSON."""
    result = detente(*args, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def read_once(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "r.db"
    assert detente("add", path, REPORTS).exit_code == 0
    return path.read_bytes()


@pytest.fixture
def file(tmp_path, monkeypatch, read_once):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.db").write_bytes(read_once)
    return "r.db"


@pytest.fixture
def terminal(monkeypatch):
    """As if a person looked."""
    monkeypatch.setattr(cli_options, "_looking", lambda: True)
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def position(file):
    return told("show", file, "--kind", "position")[0]


def test_a_judgement_changes_what_is_shown(file, position):
    """A rejected entry is not shown; the log says by whom and why."""
    made = told("judge", file, position["id"][:8], "reject", "--by", "Ana", "--note", "a headline")
    assert (made["entry"], made["stands"]) == (position["id"], None)
    assert position["id"] not in {row["id"] for row in told("show", file)}
    (line,) = told("log", file)
    assert (line["by"], line["decision"], line["note"], line["judged"]["id"]) == (
        "Ana", "reject", "a headline", position["id"],
    )  # fmt: skip


def test_a_correction_is_shown_with_its_judge(file, position, terminal):
    """In the line of the entry, in the log and in JSON."""
    result = detente(
        "judge", file, position["id"], "correct", "--set", "terms=a swap", "--set", "key=true", "--by", "Ana"
    )
    assert "it stands as" in result.stdout
    shown = detente("show", file, "--kind", "position").stdout
    assert "a swap [key] [corrected by Ana on " in shown
    log = detente("log", file).stdout
    assert "key = true, terms = a swap" in log
    (row,) = (row for row in told("show", file, "--kind", "position") if row["terms"] == "a swap")
    assert row["judgement"]["changes"] == {"key": True, "terms": "a swap"}
    assert row["first_seen"] <= row["last_seen"]


def test_show_counts_what_is_rejected(file, position, terminal):
    """So that nothing goes missing unsaid."""
    detente("judge", file, position["id"], "reject", "--by", "Ana")
    assert "; 1 rejected, see `detente record log`" in detente("show", file).stdout
    detente("judge", file, position["id"], "unsure", "--by", "Ana")
    shown = detente("show", file).stdout
    assert "rejected" not in shown
    assert "[held unsure by Ana on " in shown


def test_search_by_words_and_by_what_was_read(file, terminal):
    """A table for a person; the same as JSON; a party under any of its names."""
    table = detente("search", file, "ceasefire", "--party", "Kyiv", "--issue", "ceasefire", "--limit", 1).stdout
    assert "Ukraine demands ceasefire" in table
    assert "1 sentence(s); there may be more, see --limit" in table
    hits = told("search", file, "ceasefire", "--party", "Kyiv", "--issue", "ceasefire")
    assert hits[0]["date"] > hits[-1]["date"]
    assert {entry["party"] for hit in hits for entry in hit["entries"]} == {"Ukraine"}
    text = {path.read_text() for path in REPORTS.iterdir()}
    assert all(any(hit["sentence"] in each for each in text) for hit in hits)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [("2025-05..2025-05", {"2025-05-17"}), ("2025-06-02", {"2025-06-02"}), ("..2025-05-16", set()), ("2026..", set())],
)
def test_search_by_dates(file, dates, expected):
    """From, to, both, or one day."""
    assert {hit["date"] for hit in told("search", file, "prisoners", "--date", dates)} == expected


def test_what_is_piped_is_json(file):
    """Of show, log and search."""
    for args in (("show", file), ("log", file), ("search", file, "talks")):
        assert isinstance(json.loads(detente(*args).stdout), list)


@pytest.mark.parametrize(
    ("args", "parts"),
    [
        (("judge", "r.db", "zz", "accept"), ("r.db", "no entry 'zz'", "record show")),
        (("judge", "r.db", "ID", "correct"), ("nothing is corrected", "--set FIELD=VALUE")),
        (("judge", "r.db", "ID", "correct", "--set", "issue=truce"), ("'truce' is not one of", "ceasefire")),
        (("judge", "r.db", "ID", "correct", "--set", "terms"), ("--set terms", "FIELD=VALUE")),
        (("judge", "r.db", "ID", "correct", "--set", "terms=a", "--set", "terms=b"), ("given twice",)),
        (("judge", "r.db", "ID", "reject", "--set", "terms=a"), ("not to reject it",)),
        (("judge", "r.db", "ID", "reject", "--by", ""), ("--by NAME",)),
        (("judge", "none.db", "ID", "reject"), ("none.db", "record add")),
        (("log", "none.db"), ("none.db", "record add")),
        (("search", "none.db", "x"), ("none.db", "record add")),
        (("search", "r.db"), ("nothing to search for",)),
        (("search", "r.db", "x", "--issue", "truce"), ("no issue 'truce'",)),
        (("search", "r.db", "x", "--date", "May"), ("'May' is no date",)),
    ],
)
def test_what_cannot_be_done_is_one_line(file, position, args, parts):
    """Exit code 2, nothing on stdout, the record as it was."""
    before = Path(file).read_bytes()
    result = detente(*(position["id"] if arg == "ID" else arg for arg in args))
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    for part in parts:
        assert part in result.stderr
    assert Path(file).read_bytes() == before


def test_nothing_of_a_note_reaches_the_terminal_as_a_command(file, position, terminal):
    """Control characters and markup are shown as text."""
    detente("judge", file, position["id"], "reject", "--by", "A\x1b[31mna", "--note", "[red]no[/red]\x1b[2J")
    log = detente("log", file).stdout
    assert "\x1b" not in log
    assert "[red]no[/red]" in log


def test_ids_are_completed_from_the_record(file, position):
    """The shell is told the ids that begin so."""
    from click.shell_completion import ShellComplete

    completing = ShellComplete(main, {}, "detente", "_DETENTE_COMPLETE")
    found = completing.get_completions(["record", "judge", file], position["id"][:6])
    assert position["id"] in [item.value for item in found]
    assert completing.get_completions(["record", "judge", "none.db"], "a") == []


@pytest.mark.parametrize(
    ("words", "option", "begun", "expected"),
    [
        (["search"], "--issue", "pri", "prisoners"),
        (["search"], "--type", "ass", "ASSAULT"),
        (["search"], "--party", "ky", "Kyiv"),
        (["search", "prisoners"], "--place", "ist", "Istanbul"),
        (["positions"], "--party", "Uk", "Ukraine"),
        (["export"], "--format", "json", "jsonld"),
        (["show"], "--kind", "n", "naming"),
    ],
)
def test_values_of_options_are_completed(file, words, option, begun, expected):
    """From the tables of the program, or from the record that the line names already."""
    from click.shell_completion import ShellComplete

    completing = ShellComplete(main, {}, "detente", "_DETENTE_COMPLETE")
    command, *rest = words
    found = completing.get_completions(["record", command, file, *rest, option], begun)
    assert expected in [item.value for item in found]


def test_names_are_shown_with_a_sentence_and_judged_for_all_that_was_read_from_them(file, terminal):
    """What it changed is told at once, and stands in the view under the id that is shown."""
    naming = next(row for row in told("show", file, "--kind", "naming") if row["quote"] == "Moscow")
    assert (naming["party"], naming["reader"]) == ("Russia", "rules")
    assert "Moscow" in detente("show", file, "--kind", "naming").stdout
    done = detente("judge", file, naming["id"][:8], "correct", "--set", "party=Arland", "--by", "Ana")
    assert "it stands as" in done.stdout
    assert "with it" in done.stdout
    entry = next(row for row in told("show", file, "--apart") if row.get("renamed"))
    assert "Arland" in [value for value in entry.values() if isinstance(value, str)]
    assert entry["id"] != entry["before"]
    assert detente("judge", file, entry["id"], "reject", "--by", "Ana").exit_code == 0
    assert entry["id"] not in {row["id"] for row in told("show", file, "--apart")}
    assert "Moscow" in detente("log", file).stdout


def test_a_judgement_reaches_the_case_and_the_brief(file, position):
    """The brief's note of a source says who accepted or corrected it."""
    ids = {row["id"] for row in told("show", file)}
    with Record(file) as record:
        for id in ids:
            record.judge(id, "accept", by="Ana Berg")
    result = CliRunner().invoke(main, ["brief", "--record", file, "--draws", "200", "-o", "b.html"])
    assert result.exit_code == 0, result.output
    assert "confidence" in Path("b.html").read_text()
    assert "; accepted by Ana Berg on 20" in Path("b.html").read_text()


def test_the_page_on_a_team_runs_on_a_server(database, sql, tmp_path, monkeypatch, read_once):
    """Its commands in order, and its rights; the password is nowhere in what they print."""
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "how-to" / "share-a-record.md").read_text()
    lines = re.findall(r"^    (detente .*)$", page, re.MULTILINE)
    assert len(lines) > 3
    Path("talks.db").write_bytes(read_once)
    here = {"postgresql://ana@db.example.org/talks": database, "my-conflict/reports": str(REPORTS)}
    for line in lines:
        words = [here.get(word, word) for word in shlex.split(line)[1:]]
        result = CliRunner().invoke(main, words + (["--draws", "200"] if words[0] == "brief" else []))
        assert result.exit_code == 0, f"{line}\n{result.output}"
        assert "open-sesame" not in result.output
    assert "<title>" in Path("talks.html").read_text()
    (rights,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    roles = ("analysts", "readers")
    sql(*(f"CREATE ROLE {role}" for role in roles))
    try:
        sql(rights)
    finally:
        sql(*(f"DROP OWNED BY {role}" for role in roles), *(f"DROP ROLE {role}" for role in roles))


LOOKS = (
    ("show",), ("show", "--apart"), ("show", "--kind", "event"), ("search", "ceasefire", "--party", "Kyiv"), ("log",),
    ("claims",), ("claims", "--what", "prisoners"), ("positions",), ("positions", "--issue", "ceasefire"), ("parties",),
    ("repeats",),
)  # fmt: skip


def test_a_record_that_moved_into_a_database_says_what_the_file_says(database, file):
    """Every command that looks, each form of export, to the letter; and what is decided afterwards holds in both."""
    long = "2 June 2025\n\n" + " ".join(f"word{n} stands beside word{n * n}" for n in range(40))
    for name, end in (("a", "in Oslo."), ("b", "in Bergen.")):
        Path(f"{name}.txt").write_text(f"{long} {end}")
        assert detente("add", file, f"{name}.txt").exit_code == 0
    one, other, third = [row["id"] for row in told("show", file, "--kind", "position", "--apart")][:3]
    detente("judge", file, third, "reject", "--by", "Ana")
    detente("join", file, one, other, "--by", "Ana", "--note", "the same")
    assert len(told("repeats", file)) == 1
    assert detente("export", file, "-o", "all.jsonl").exit_code == 0
    assert told("import", database, "all.jsonl")["imported"][0]["skipped"] == 0
    for command, *options in LOOKS:
        assert told(command, database, *options) == told(command, file, *options), (command, *options)
    for kind in ("jsonl", "csv", "jsonld"):
        for place, target in ((file, f"file.{kind}"), (database, f"database.{kind}")):
            assert detente("export", place, "-o", target).exit_code == 0
        assert Path(f"file.{kind}").read_bytes() == Path(f"database.{kind}").read_bytes()
    for place in (file, database):
        assert detente("part", place, one, other, "--by", "Ben").exit_code == 0
        assert detente("judge", place, third, "accept", "--by", "Ben").exit_code == 0
    assert [[(each["decision"], each["by"]) for each in told("log", place)] for place in (file, database)] == [
        [("reject", "Ana"), ("join", "Ana"), ("part", "Ben"), ("accept", "Ben")]
    ] * 2
    groups = [
        [(row["id"], [each["id"] for each in row["also"]]) for row in told("show", place)] for place in (file, database)
    ]
    assert groups[0] == groups[1]


def test_commands_on_a_database_say_what_they_say_on_a_file(database, file):
    """Entries, hits, the log; a case is named after the database; ids are completed."""
    from click.shell_completion import ShellComplete

    assert "open-sesame" not in detente("add", database, REPORTS).output
    assert told("add", database, REPORTS)["reports_added"] == 0
    one, other = ([row["id"] for row in told("show", place)] for place in (file, database))
    assert one == other
    assert told("search", file, "ceasefire", "--party", "Kyiv") == told(
        "search", database, "ceasefire", "--party", "Kyiv"
    )
    id = one[0]
    detente("judge", database, id, "unsure", "--by", "Ana")
    assert [line["entry"] for line in told("log", database)] == [id]
    completing = ShellComplete(main, {}, "detente", "_DETENTE_COMPLETE")
    assert id in [each.value for each in completing.get_completions(["record", "judge", database], id[:6])]
    shown = CliRunner().invoke(main, ["case", "--record", database])
    assert "\ntitle: Talks " in shown.stdout


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("postgresql://ana:open-sesame@127.0.0.1:1/talks", "cannot be reached"),
        ("postgresql://ana:open-sesame@127.0.0.1", "names no database"),
        ("mysql://ana:open-sesame@127.0.0.1/talks", "a record is a file or a database at postgresql://"),
    ],
)
@pytest.mark.parametrize("command", [["record", "show"], ["record", "add"], ["brief", "--record"]])
def test_an_address_that_leads_nowhere_is_one_line(tmp_path, monkeypatch, command, address, part):
    """With exit code 2 and no password; no file of that name is made."""
    monkeypatch.chdir(tmp_path)
    args = [*command, address, *([str(REPORTS)] if "add" in command else [])]
    result = CliRunner().invoke(main, args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert part in result.stderr
    assert "open-sesame" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def copied(tmp_path):
    """Two reports of one strike, the second with the text of the first and a sentence more."""
    first = next(REPORTS.iterdir()).read_text()
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "copy.txt").write_text(first + "\n\nMore was not known on Monday.\n")
    detente("add", "r.db", tmp_path / "again")


def test_what_two_reports_tell_is_shown_once_with_both_quotes(file, tmp_path, terminal):
    """The copy is marked as such; its entries stand beside those that they repeat."""
    before = len(told("show", file))
    copied(tmp_path)
    rows = told("show", file)
    assert len(rows) == before
    assert any(row["also"] and row["also"][0]["report"] != row["report"] for row in rows)
    (repeat,) = told("repeats", file)
    assert repeat["similarity"] > 0.9
    assert "1 of 4 report(s) repeat an earlier one" in detente("repeats", file).stdout
    shown = detente("show", file).stdout
    assert "  also " in shown
    assert f"tell of {len(rows)} things" in shown
    assert len(told("show", file, "--apart")) > len(rows)


def test_entries_are_parted_and_joined_again(file, tmp_path, terminal):
    """By any of their ids; the log says by whom and why, and the decision can be taken back."""
    copied(tmp_path)
    row = next(row for row in told("show", file) if len(row["also"]) == 1)
    pair = row["id"], row["also"][0]["id"]
    made = told("part", file, pair[0][:8], pair[1][:8], "--by", "Ana", "--note", "two of them")
    assert (made["decision"], {made["one"], made["other"]}) == ("part", set(pair))
    assert {row["id"]: row["also"] for row in told("show", file)}[pair[0]] == []
    assert "left to the rules by Ana on " in detente("part", file, *pair, "--undo", "--by", "Ana").stdout
    assert len({row["id"]: row["also"] for row in told("show", file)}[pair[0]]) == 1
    assert [(line["decision"], line["note"], len(line["judged"])) for line in told("log", file)] == [
        ("part", "two of them", 2), ("leave", "", 2),
    ]  # fmt: skip
    assert "two of them" in detente("log", file).stdout
    event, position = (told("show", file, "--kind", kind)[0]["id"] for kind in ("event", "position"))
    result = detente("join", file, event, position, "--by", "Ana")
    assert (result.exit_code, "cannot tell of the same" in result.stderr) == (2, True)


def test_claims_stand_side_by_side_with_what_follows(file, terminal):
    """470 launched and three quarters downed leave about 118, with the claims that say so."""
    found = told("claims", file, "--what", "drones")
    derived = [each for account in found for each in account["derived"]]
    assert [each["value"] for each in derived] == [353, 118]
    ids = {row["id"] for row in told("show", file, "--kind", "claim")}
    assert {id for each in derived for id in each["parts"]} <= ids
    shown = detente("claims", file).stdout
    assert "derived: about 118 drones (the rest of 470), from " in shown
    assert "Of no event in the record" in shown
    event = next(account["event"][0]["id"] for account in found if account["event"])
    assert [account["event"][0]["id"] for account in told("claims", file, "--event", event[:8])] == [event]
    assert "no entry 'zz'" in detente("claims", file, "--event", "zz").stderr


def test_positions_over_time_as_table_json_and_figure(file, terminal):
    """Per party and issue; a party under any of its names."""
    (course,) = told("positions", file, "--party", "Kyiv", "--issue", "ceasefire")
    assert (course["party"], len(course["steps"]), course["movements"]) == ("Ukraine", 2, [])
    dates = [each["date"] for each in course["steps"]]
    assert dates == sorted(dates)
    result = detente("positions", file, "--figure", "f.svg")
    assert "movement(s)" in result.stdout
    assert Path("f.svg").read_text().startswith("<svg ")
    assert "no issue 'truce'" in detente("positions", file, "--issue", "truce").stderr
    assert "nothing to draw" in detente("positions", file, "--issue", "assets", "--figure", "g.svg").stderr


def test_parties_and_their_names(file, terminal):
    """Those in most entries first; a party of the table has its id."""
    found = told("parties", file)
    assert {each["party"] for each in found[:2]} == {"Russia", "Ukraine"}
    assert all(each["names"][0]["first"] <= each["names"][0]["last"] for each in found)
    shown = detente("parties", file).stdout
    assert "Ukraine" in shown
    assert f"{len(found)} parties and sources" in shown
