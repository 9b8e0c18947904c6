"""The page of figures: about these reports, and nothing on it typed by hand."""

import pytest

import corpora
import measured
import readers


def test_page_is_about_the_reports_that_ship():
    """The page was measured on the reports as they are, and says which."""
    assert f"digest `{corpora.digest(corpora.FOLDERS['reports'])}`" in measured.PAGE.read_text()


def test_every_corpus_is_described():
    """No folder is shown without a word on what it is."""
    assert measured.ABOUT.keys() == corpora.FOLDERS.keys()


@pytest.mark.parametrize("name", ["reports"])
def test_section_of_a_folder(name, monkeypatch):
    """One row for each kind in both tables, with the same F1; tables are whole."""
    monkeypatch.setattr(measured, "read_here", readers.read_by_keywords)
    monkeypatch.setattr("baseline.read_here", readers.read_by_keywords)
    page = measured.page({name: corpora.FOLDERS[name]})
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line[:1] == "|"]
    assert {len(row) for row in rows[:6]} == {7}
    assert len({len(row) for row in rows[6:]}) == 1
    for kind in ("positions", "events", "claims", "rounds"):
        first, second = (row for row in rows if row[0] == kind)
        assert first[3].split()[0] == second[1] == second[2]
        assert second[3] == ".00"
