"""Figures as files."""

import csv
import re
from io import StringIO
from xml.etree import ElementTree

import pytest

from detente.brief import Brief
from detente.brief.figures import Figure, png_of, standalone
from detente.brief.figures.files import csv_of, embedded

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def figures(brief: Brief) -> dict[str, Figure]:
    return brief.figures()


@pytest.mark.parametrize("narrow", [False, True])
def test_svg_holds_title_caption_and_colours_and_leads_nowhere(figures: dict[str, Figure], narrow: bool) -> None:
    """A file of its own is well-formed, fetches nothing, and its links into a page are gone."""
    for figure in figures.values():
        text = standalone(figure, narrow=narrow)
        root = ElementTree.fromstring(text)
        words = " ".join(t.text or "" for t in root.iter(f"{SVG}text"))
        assert f"{figure.title}."[:20] in words
        assert figure.note[-12:] in words
        assert list(root.iter(f"{SVG}a")) == []
        drawn = ElementTree.fromstring(figure.narrow if narrow else figure.wide)
        for shape in ("path", "circle", "title"):
            assert len(list(root.iter(f"{SVG}{shape}"))) == len(list(drawn.iter(f"{SVG}{shape}")))
        assert "--paper" in text
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_png_is_as_large_as_the_drawing(figures: dict[str, Figure]) -> None:
    """Twice as many pixels as units across; the narrow layout is narrower."""
    wide, narrow = (png_of(figures["steps"], narrow=n) for n in (False, True))
    assert wide[:4] == narrow[:4] == b"\x89PNG"
    assert [int.from_bytes(picture[16:20]) for picture in (wide, narrow)] == [2 * 924, 2 * 348]


def test_csv_is_the_rows(figures: dict[str, Figure]) -> None:
    """What is unknown is empty; numbers have all their digits."""
    for figure in figures.values():
        read = list(csv.reader(StringIO(csv_of(figure))))
        assert len(read) == len(figure.rows)
        for cells, row in zip(read, figure.rows, strict=True):
            for cell, value in zip(cells, row, strict=True):
                assert (value is None and cell == "") or cell.removeprefix("'") == str(value).removeprefix("'")


@pytest.mark.parametrize("risky", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_csv_runs_no_formula(risky: str, figures: dict[str, Figure]) -> None:
    """What a report says stays a text in a spreadsheet."""
    from dataclasses import replace

    text = csv_of(replace(figures["steps"], rows=((risky,), (-1.5,))))
    assert list(csv.reader(StringIO(text))) == [["'" + risky], ["-1.5"]]


def test_notebooks_show_a_picture_with_its_words(figures: dict[str, Figure]) -> None:
    """As SVG, and as HTML whose style touches nothing else."""
    figure = figures["timeline"]
    assert figure._repr_svg_() == standalone(figure)
    shown = embedded(figure)
    assert shown == figure._repr_html_()
    assert re.fullmatch(r'<img src="data:image/svg\+xml;base64,[A-Za-z0-9+/=]+" alt="[^"]+">', shown)
