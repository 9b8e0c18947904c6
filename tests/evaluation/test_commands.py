"""The commands of evaluation/: documented, and what the docs show is there."""

import re
import subprocess
import sys

import pytest

from corpora import ROOT

SCRIPTS = sorted(path for path in (ROOT / "evaluation").glob("*.py") if path.read_text().startswith("#!"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"), *ROOT.glob("evaluation/**/*.md")]
SHOWN = sorted(
    {match for page in PAGES for match in re.findall(r"python evaluation/(\w+)\.py([^`\n)]*)", page.read_text())}
)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_usage_names_every_option(script):
    """The head of a script shows each option that it takes, and no other."""
    text = script.read_text()
    usage = re.search(r"^usage: (.*)$", text, re.MULTILINE)[1]
    assert usage.startswith(script.name)
    assert set(re.findall(r"--[a-z]+", usage)) == set(re.findall(r'add_argument\(\s*"(--[a-z]+)"', text))


@pytest.mark.parametrize(("script", "arguments"), SHOWN, ids=lambda part: part.strip())
def test_commands_in_the_docs_exist(script, arguments):
    """A command that the docs show has a script, with those options."""
    text = (ROOT / "evaluation" / f"{script}.py").read_text()
    assert all(f'"{option}"' in text for option in re.findall(r"--[a-z]+", arguments))


def test_scripts_run_by_their_path():
    """A script finds its neighbours whatever the folder it is called from."""
    script = ROOT / "evaluation" / "score.py"
    command = [sys.executable, script, "reports", "reports"]
    out = subprocess.run(command, cwd=script.parent, capture_output=True, text=True, check=True).stdout
    assert out.startswith("10 reports in reports")
