"""The brief as a Word document."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx as word

from detente.brief import Brief

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    """No time of its making is in it."""
    made = brief.docx()
    assert made == brief.docx()
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_word_processor_finds_headings_tables_and_pictures(brief: Brief) -> None:
    """As many tables and pictures as the page has; every picture with words for those who do not see it."""
    page = brief.html()
    file = word.Document(io.BytesIO(brief.docx()))
    heads = [p.text for p in file.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert [head[0] for head in heads if head[0].isdigit()] == list("1234567")
    assert len(file.tables) == page.count("<table")
    assert len(file.inline_shapes) == page.count("<figure")
    assert all(shape._inline.docPr.get("descr") for shape in file.inline_shapes)


def test_every_reference_leads_to_a_bookmark(brief: Brief) -> None:
    """Its number is a link within the file."""
    with zipfile.ZipFile(io.BytesIO(brief.docx())) as parts:
        tree = ElementTree.fromstring(parts.read("word/document.xml"))
    marks = [mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")]
    links = [link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")]
    assert links
    assert len(marks) == len(set(marks))
    assert set(links) <= set(marks)


def test_pages_are_a4_and_numbered(brief: Brief) -> None:
    """A4 in tenths of a millimetre; the footer counts the pages."""
    file = word.Document(io.BytesIO(brief.docx()))
    section = file.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 'w:instr="PAGE"' in section.footer.paragraphs[0]._p.xml


def test_hostile_text_is_text(brief: Brief) -> None:
    """Tags and control characters neither break the file nor become markup."""
    hostile = replace(brief, case=replace(brief.case, title="</w:t><script> \x00 \u202eabc"))
    file = word.Document(io.BytesIO(hostile.docx()))
    assert any("</w:t><script>" in p.text for p in file.paragraphs)
