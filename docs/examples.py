"""Writes what is made of the examples' reports: their cases and pages, and what the README shows of the first.

usage: uv run python docs/examples.py
"""

import re
import shutil
from pathlib import Path

from click.testing import CliRunner

from detente.case import load
from detente.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ("istanbul-2025", "afghanistan-2019")
# Who is heard in the reports and was not at the table.
ABSENT = {"afghanistan-2019": "afghanistan"}
PAGE = ROOT / "examples" / EXAMPLES[0] / f"{EXAMPLES[0]}.html"
PICTURE = ROOT / "docs" / "brief.png"
SHOWN = re.compile(r"(```console\n\$ pip install uv && uv run .*?\n)(.*?)(\n```)", re.DOTALL)


def run(*words: object) -> str:
    """Run one command of the program and return what it prints."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exit_code:
        raise SystemExit(result.output)
    return result.stdout


def made(name: str) -> str:
    """Write the case and the page of one example; return what `detente brief` prints."""
    folder = ROOT / "examples" / name
    run("case", f"examples/{name}/reports", "-o", folder / "case.yaml")
    extra = third_side(folder) if name in ABSENT else ()
    return run("brief", f"examples/{name}/reports", *extra, "-o", folder / f"{name}.html")


def third_side(folder: Path) -> tuple[str, str]:
    """Bring to the table who was not there, as a person would, and say what each side has without a deal."""
    brought = folder / "three-sides.yaml"
    shutil.copy(folder / "case.yaml", brought)
    run("case", "bring", brought, ABSENT[folder.name], "--role", "side")
    text = brought.read_text()
    sides = (party.id for party in load(brought).sides)
    lines = [f"  {side}: [0.3, 0.5]\n" for side in sides]
    note = "# Set by hand: what three sides have without a deal no formula gives. A range says that nobody knows.\n"
    brought.write_text(f"{text}{note}reservation:\n{''.join(lines)}")
    load(brought)
    return "--case", f"examples/{folder.name}/three-sides.yaml"


def readme(printed: str) -> None:
    """Put the summary that `detente brief` prints into the README."""
    printed = re.sub(r"The brief is in .*", "The brief is in .../istanbul-2025.html", printed.rstrip())
    page = ROOT / "README.md"
    page.write_text(SHOWN.sub(lambda found: found[1] + printed + found[3], page.read_text(), count=1))


def picture() -> None:
    """Take the picture of the first screen, where Chromium is there."""
    from playwright.sync_api import sync_playwright

    browser = shutil.which("chromium")
    if browser is None:
        raise SystemExit("no chromium here: the picture stays as it was (apt-get install chromium)")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        tab = chromium.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(PAGE.as_uri())
        tab.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    printed = [made(name) for name in EXAMPLES]
    readme(printed[0])
    picture()
