"""The tutorial notebook runs, and every result in it is a table."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).resolve().parents[1] / "docs" / "tutorial" / "istanbul.ipynb"


def test_the_notebook_runs_from_top_to_bottom():
    """No cell fails; each result is shown as HTML; no output is kept in the file."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.outputs for cell in code] == [[]] * len(code)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    results = [out for cell in code for out in cell.outputs if out.output_type == "execute_result"]
    assert len(results) == len(code)
    tables = [out for out in results if "<table" in out.data.get("text/html", "")]
    assert len(tables) == len(code) - 2  # the titles of the reports and two counts are plain values
    assert not [out for cell in code for out in cell.outputs if out.output_type == "error"]
