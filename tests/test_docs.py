"""The docs are complete, up to date, and their examples run."""

import importlib
import importlib.util
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import detente
from detente.cli import main
from detente.cli_group import DefaultGroup

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
ROOMS = ["entries", "errors", "ontology", "reports", "reading", "record", "case", "settlement", "talks", "brief"]


def generator():
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def indented_commands(page: Path) -> list[str]:
    """Commands in the docs: indented or console lines that call detente."""
    lines = re.findall(r"^(?:    |\$ )((?:uv run )?detente .*)$", page.read_text(), re.MULTILINE)
    return [line.removeprefix("uv run ") for line in lines]


def test_generated_pages_are_up_to_date():
    """Commands, assumptions and issues in the docs are those of the code; docs/generate.py writes them."""
    pages = generator()
    for name, page in pages.PAGES.items():
        assert page() == (DOCS / "reference" / name).read_text(), f"{name}: run `uv run python docs/generate.py`"


def test_every_command_and_option_is_documented():
    """Each command's help, with every option, stands in the reference."""
    page = (DOCS / "reference" / "cli.md").read_text()
    for path, command in generator().commands(main):
        assert f"## {path}\n" in page
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                assert parameter.opts[-1] in page
                assert parameter.help


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_is_documented(room):
    """Each room is in the API reference, lists what it exports, and every export has a docstring."""
    module = importlib.import_module(f"detente.{room}")
    assert f"automodule:: detente.{room}\n" in (DOCS / "reference" / "api.md").read_text()
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        thing = getattr(module, name)
        if callable(thing) and isinstance(getattr(thing, "__module__", None), str) and "detente" in thing.__module__:
            assert thing.__doc__, name


def test_the_top_package_exports_what_it_says():
    """The six names resolve, and nothing else is promised."""
    assert detente.__all__ == sorted(detente.__all__)
    for name in detente.__all__:
        assert getattr(detente, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        detente.nothing  # noqa: B018


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_the_docs_exist(page):
    """Every command line shown parses: the command and its options are there."""
    for line in indented_commands(page):
        words = shlex.split(re.sub(r"[>|].*", "", line))[1:]
        command: click.Command = main
        while isinstance(command, click.Group):
            if isinstance(command, DefaultGroup) and words[0] not in command.commands:
                words.insert(0, command.default)
            assert words[0] in command.commands, line
            command = command.commands[words.pop(0)]
        known = {flag for parameter in command.params for flag in parameter.opts}
        assert {word for word in words if word.startswith("-")} <= known | {"-h", "--help"}, line


def test_the_tutorial_runs(tmp_path, monkeypatch):
    """Every command of the tutorial and the how-to pages on the examples works as written, in order."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    written = (DOCS / "how-to" / "try-a-shock.md").read_text()
    for name in ("guarantee.yaml", "pause.yaml"):
        card = re.search(rf"`{name}`.*?```yaml\n(.*?)```", written, re.DOTALL)
        (tmp_path / name).write_text(card.group(1))
    rounds = re.search(
        r"`rounds.csv`.*?```text\n(.*?)```", (DOCS / "how-to" / "weigh-an-event.md").read_text(), re.DOTALL
    )
    (tmp_path / "rounds.csv").write_text(rounds.group(1))
    names = re.search(r"```yaml\n(persons:.*?)```", (DOCS / "reference" / "files.md").read_text(), re.DOTALL).group(1)
    (tmp_path / "names.yaml").write_text(names)
    own = (DOCS / "how-to" / "use-own-tables.md").read_text()
    for name in ("actors.yaml", "phrases.yaml", "issues.yaml"):
        (tmp_path / name).write_text(re.search(rf"`{name}`:\n\n```yaml\n(.*?)```", own, re.DOTALL).group(1))
    table = re.search(
        r"```text\n(event_id.*?)```", (DOCS / "how-to" / "import-and-export.md").read_text(), re.DOTALL
    ).group(1)
    (tmp_path / "events.csv").write_text(table)
    ran = 0
    for page in (DOCS / "tutorial" / "first-brief.md", *sorted((DOCS / "how-to").glob("*.md"))):
        for line in indented_commands(page):
            words = shlex.split(re.sub(r">.*", "", line))[1:]
            # tests/reading/llm/test_command.py and tests/test_cli_record.py run these against servers of their own.
            if page.name in ("read-with-a-language-model.md", "share-a-record.md"):
                continue
            if "my-conflict/reports" in words or "conflict.db" in words:
                words = [{"my-conflict/reports": "examples/istanbul-2025/reports"}.get(word, word) for word in words]
            if "ENTRY" in words:
                shown = CliRunner().invoke(main, ["record", "show", words[2], "--kind", "position", "--json"])
                words = [json.loads(shown.stdout)[0]["id"][:8] if word == "ENTRY" else word for word in words]
            for kind, names in (("position", ("ONE", "OTHER")), ("event", ("EVENT",)), ("naming", ("NAMING",))):
                if set(names) & set(words):
                    shown = CliRunner().invoke(main, ["record", "show", words[2], "--kind", kind, "--json"])
                    ids = dict(zip(names, (row["id"] for row in json.loads(shown.stdout)), strict=False))
                    words = [ids.get(word, word) for word in words]
            draws = words[0] in ("brief", "settle", "talks") and words[1] not in ("events", "concessions", "change")
            sampling = ["--draws", "200"] if draws else []
            result = CliRunner().invoke(main, words + sampling)
            assert result.exit_code == 0, f"{page.name}: {line}\n{result.output}"
            ran += 1
    assert ran > 10


def test_the_readme_shows_what_its_command_prints(tmp_path, monkeypatch):
    """The summary in the README is the command's, but for digits (which may differ between machines) and the place."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    shown = re.search(
        r"```console\n\$ pip install uv && uv run (.*?)\n(.*?)\n```", (ROOT / "README.md").read_text(), re.DOTALL
    )
    printed = CliRunner().invoke(main, shlex.split(shown.group(1))[1:]).stdout.rstrip().split("\n")
    lines = shown.group(2).split("\n")
    assert printed[-1].startswith("The brief is in ")
    assert lines[-1].startswith("The brief is in ")
    assert words_of(lines[:-1]) == words_of(printed[:-1])


def words_of(lines: list[str]) -> list[str]:
    """The words without digits, so that line breaks and last digits do not matter."""
    return [word for word in (re.sub(r"[\d.,+−%]", "", word) for word in " ".join(lines).split()) if word]


def test_python_in_the_docs_runs(monkeypatch, capsys):
    """The Python example works as written."""
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", (DOCS / "how-to" / "use-from-python.md").read_text(), re.DOTALL).group(1)
    exec(compile(code, "use-from-python.md", "exec"), {})
    assert "territory" in capsys.readouterr().out


def test_yaml_in_the_docs_loads(tmp_path):
    """The smallest case of the reference has something to work out; the issue of CONTRIBUTING passes the check."""
    from detente.case import load
    from detente.ontology import load_issues
    from detente.settlement import settle

    text = re.search(r"```yaml\n(title:.*?)```", (DOCS / "reference" / "files.md").read_text(), re.DOTALL).group(1)
    (tmp_path / "case.yaml").write_text(text)
    settlement = settle(load(tmp_path / "case.yaml"), draws=200)
    assert [blocker.tag for blocker in settlement.blockers] == ["explicit"]
    issue = re.search(r"```yaml\n(toll:.*?)```", (ROOT / "CONTRIBUTING.md").read_text(), re.DOTALL).group(1)
    (tmp_path / "issues.yaml").write_text(issue)
    assert list(load_issues(tmp_path / "issues.yaml")) == ["toll"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    """Relative links point at files that are there."""
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text()):
        assert (page.parent / target).exists() or (page.parent / f"{target}.md").exists(), target


def test_the_whole_docs_build(tmp_path):
    """Sphinx builds every page without a warning."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(DOCS), str(tmp_path / "html")]
    built = subprocess.run(command, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    assert "Your first brief" in (tmp_path / "html" / "index.html").read_text()


def test_one_version_everywhere():
    """The package, its metadata and the newest section of the changes agree."""
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE).group(1)
    declared = re.search(r'^version = "(.*)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE).group(1)
    assert detente.__version__ == declared == newest
