"""The command line with `--reader llm`: what comes out, what is told, what is refused."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import main

from .conftest import EVENT, GOOD, NOTHING, TEXT, Reply, said

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "how-to" / "read-with-a-language-model.md"


def detente(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talks.txt").write_text(TEXT)
    return tmp_path


@pytest.fixture
def llm(server):
    return ("--reader", "llm", "--endpoint", server.url, "--model", "test-model", "--date", "2025-06-03")


def test_read(here, server, llm):
    """`read --json` gives the model's entries on stdout, and on stderr what was turned down and what it cost."""
    server.replies = [
        said(GOOD | {"events": [EVENT, EVENT | {"quote": "Denmark burned\u001b[2J Bergen"}]}),
        said(NOTHING),
    ]
    result = detente("read", "talks.txt", *llm, "--json")
    assert result.exit_code == 0, result.output
    body = json.loads(result.stdout)
    assert [len(body[kind]) for kind in GOOD] == [1, 1, 1, 1]
    assert body["positions"][0]["reader"] == "llm"
    assert result.stderr.splitlines() == [
        "detente: talks.txt: 4 entries taken, 1 turned down; 2 requests, 200 tokens, 0 answers from the cache",
        "detente:   turned down: event: the quote does not stand in the text",
    ]


def test_record_and_brief(here, server, llm):
    """A record keeps which model read, a second run costs nothing, and the brief is made of what is kept."""
    server.replies = [said(GOOD)]
    for _ in range(2):
        added = detente("record", "add", "r.db", "talks.txt", *llm)
        assert added.exit_code == 0, added.output
    assert len(server.asked) == 1
    shown = json.loads(detente("record", "show", "r.db", "--json").stdout)
    assert {entry["reader_version"].split()[0] for entry in shown} == {"test-model"}
    made = detente("brief", "--record", "r.db", "--draws", "200")
    assert made.exit_code == 0, made.output
    direct = detente("brief", "talks.txt", *llm, "--draws", "200", "-o", "direct.html")
    assert direct.exit_code == 0, direct.output
    assert "llm test-model prompt-" in (here / "direct.html").read_text()
    assert len(server.asked) == 1


def test_no_cache(here, server, llm):
    """Without the cache every run asks, and nothing is kept."""
    for _ in range(2):
        assert detente("read", "talks.txt", *llm, "--no-cache").exit_code == 0
    assert len(server.asked) == 2
    assert not (here / "cache").exists()


def test_limits_are_passed_on(here, server, llm):
    """The limits of the command line hold."""
    server.replies = [Reply(status=500, headers={"Retry-After": "0"})]
    result = detente("read", "talks.txt", *llm, "--max-requests", 2, "--max-tokens", 300, "--timeout", 5)
    assert result.exit_code == 2
    assert result.stderr == f"detente: {server.url}: the limit of 2 requests is reached; raise --max-requests\n"
    assert [body["max_tokens"] for body in server.asked] == [300, 300]


@pytest.mark.parametrize(
    "command", [("read",), ("record", "add", "r.db"), ("brief",), ("case",), ("settle",), ("talks",)]
)
@pytest.mark.parametrize(
    ("options", "parts"),
    [
        (("--reader", "llm"), ("--endpoint URL", "--model NAME")),
        (("--reader", "llm", "--endpoint", "http://localhost"), ("--model NAME",)),
        (("--endpoint", "http://localhost"), ("--endpoint", "--reader llm")),
        (("--max-tokens", "300"), ("--max-tokens", "--reader llm")),
        (("--no-cache",), ("--no-cache", "--reader llm")),
        (("--reader", "llm", "--endpoint", "gopher://x", "--model", "m"), ("http:// or https://",)),
        (("--reader", "llm", "--endpoint", "http://localhost", "--model", "a b"), ("--model",)),
    ],
)
def test_options_that_do_not_fit(here, command, options, parts):
    """Every command that reads refuses half a choice in one line, and leaves nothing behind."""
    result = detente(*command, "talks.txt", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    for part in parts:
        assert part in result.stderr
    assert [path.name for path in here.iterdir()] == ["talks.txt"]


def test_a_model_that_fails_leaves_only_whole_reports(here, server, llm):
    """Where a report cannot be read, those before it are kept whole and nothing of it is; a later run goes on."""
    (here / "other.txt").write_text("Denmark and Norway will meet again in Oslo.")
    server.replies = [said(GOOD), Reply(status=404)]
    result = detente("record", "add", "r.db", "talks.txt", "other.txt", *llm, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    alone = json.loads(detente("read", "talks.txt", *llm, "--json").stdout)
    kept = json.loads(detente("record", "show", "r.db", "--json").stdout)
    assert {entry["id"] for entry in kept} == {entry["id"] for entry in alone["positions"] + alone["claims"]} | {
        entry["id"] for entry in alone["events"] + alone["rounds"]
    }
    assert {entry["report"] for entry in kept} == {alone["id"]}


def test_the_how_to_page_runs(here, server):
    """Every command of the how-to page works as written, but for the address."""
    shutil.copytree(ROOT / "examples", here / "examples")
    commands = re.findall(r"^    (detente .*)$", PAGE.read_text(), re.MULTILINE)
    assert len(commands) >= 3
    for line in commands:
        words = shlex.split(re.sub(r">.*", "", line))[1:]
        words = [server.url if word.startswith(("http://", "https://")) else word for word in words]
        sampling = ["--draws", "200"] if words[0] == "brief" else []
        result = CliRunner().invoke(main, words + sampling)
        assert result.exit_code == 0, f"{line}\n{result.output}"
    assert server.asked
