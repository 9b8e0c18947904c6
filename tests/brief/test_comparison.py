"""Two briefs side by side."""

import io
import json
import re
from dataclasses import replace

import docx as word
import pytest

from detente.brief import Brief, Comparison
from detente.case.model import Case


@pytest.fixture
def compared(brief: Brief) -> Comparison:
    """The brief beside itself without its last two demands, of an earlier date."""
    demands = brief.case.demands[:-2]
    earlier = replace(brief, case=replace(brief.case, demands=demands, date="2025-05-17", title="Before <b>"))
    return Comparison(earlier, brief)


def test_every_reference_leads_to_a_sentence(compared: Comparison) -> None:
    """Also those to what only the earlier brief has."""
    page = compared.html()
    ids = set(re.findall(r'id="([^"]*)"', page))
    links = set(re.findall(r'href="#([^"]*)"', page))
    assert links
    assert links <= ids


def test_the_page_escapes_titles_and_says_both_dates(compared: Comparison) -> None:
    """In the title and at the head of each table."""
    page = compared.html()
    assert "Before &lt;b&gt; and" in page
    assert "<b>" not in page
    assert "Up to 17 May 2025" in page


def test_all_forms_tell_the_same_changes(compared: Comparison) -> None:
    """Page, Markdown, Word document, lines and data."""
    data = compared.to_json()
    json.dumps(data)
    told = [change for chapter in data["chapters"] for change in chapter["changes"]]
    assert len(told) >= 2
    file = word.Document(io.BytesIO(compared.docx()))
    rows = [
        row
        for table in file.tables
        for row in table.rows
        if row.cells[0].text.strip("+−→ ") in ("new", "gone", "changed")
    ]
    assert len(rows) == len(told)
    assert len(re.findall(r"<tr class=\"(?:new|gone|changed)\"", compared.html())) == len(told)
    assert sum(line.startswith(("  +", "  -", "  ~")) for line in compared.summary()) == len(told)
    assert len(re.findall(r"^\| (?:\\\+|\+|−|→) (?:new|gone|changed)", compared.markdown(), re.MULTILINE)) == len(told)


def test_the_same_comparison_gives_the_same_bytes(compared: Comparison) -> None:
    """As every brief does."""
    assert compared.html() == compared.html()
    assert compared.docx() == compared.docx()


def test_cases_of_one_title_and_date_are_called_first_and_second(brief: Brief) -> None:
    """Names can be given; else there is always something to call them."""
    assert Comparison(brief, brief).labels == ("the first", "the second")
    assert Comparison(brief, brief, ("ours", "theirs")).labels == ("ours", "theirs")
    other = replace(brief, case=replace(brief.case, title="Other"))
    assert Comparison(brief, other).labels == (brief.case.title, "Other")


def test_an_empty_case_has_nothing_to_compare(brief: Brief) -> None:
    """Everything is new, and nothing breaks."""
    empty = replace(brief, case=Case("Empty"))
    assert "new" in {
        c["kind"] for chapter in Comparison(empty, brief).to_json()["chapters"] for c in chapter["changes"]
    }
    assert Comparison(empty, empty).html()
