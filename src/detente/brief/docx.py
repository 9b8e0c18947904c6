"""The brief as a Word document: A4, numbered pages, references that lead to their sources."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from detente.brief.document import Block, Cell, Heading, Item, Listing, Paragraph, Picture, Run, Runs, Table, document

if TYPE_CHECKING:
    from docx.document import Document

_A4 = (21.0, 29.7)
_MARGIN = 2.2
_FONT = "Georgia"
_SIZES = {"Normal": 10.5, "Heading 1": 24, "Heading 2": 16, "Heading 3": 12.5, "Heading 4": 11}
_NARROW, _SMALL = "Arial", 8.5
_MUTED, _INK, _LINK = "5C594F", "1E1D1A", "1C4F86"
# The earliest date that a zip file can hold: the same brief gives the same bytes on every day.
_DAY = (1980, 1, 1, 0, 0, 0)
_LINE = 95
"""Letters that fit on a line of a table."""


def docx(page: str) -> bytes:
    r"""Return a brief's page as the bytes of a .docx file; the same page gives the same bytes.

    Parameters
    ----------
    page
        As `detente.brief.page.page` gives it.

    Examples
    --------
    >>> docx("<header><h1>Talks</h1></header><main><p>Text.</p></main>")[:2]
    b'PK'
    """
    from docx import Document

    blocks = document(page)
    file = Document()
    _Writer(file, _notes(blocks)).write(blocks)
    title = next((_text(block.runs) for block in blocks if isinstance(block, Heading)), "Brief")
    _properties(file, title)
    return _dateless(file)


def _notes(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the ids that references lead to, each with a name that a bookmark may have."""
    ids = dict.fromkeys(item.anchor for item in _items(blocks) if item.anchor)
    return {id: f"note{n}" for n, id in enumerate(ids, 1)}


def _items(blocks: Iterable[Block]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield item
                yield from _items(item.inner)


def _properties(file: "Document", title: str) -> None:
    import datetime

    properties = file.core_properties
    properties.title, properties.author, properties.comments = title, "Detente", ""
    properties.language = "en"
    properties.created = properties.modified = datetime.datetime(*_DAY)


def _dateless(file: "Document") -> bytes:
    """Return the file without the time of its making, which zip notes for every part."""
    made, out = io.BytesIO(), io.BytesIO()
    file.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, parts.read(name))
    return out.getvalue()


@dataclass(slots=True)
class _Writer:
    """Writes blocks at the end of a file."""

    file: "Document"
    notes: dict[str, str]
    _marks: int = field(default=0)

    def write(self, blocks: Iterable[Block]) -> None:
        self._lay_out()
        for block in blocks:
            self._block(block, 0)

    def _lay_out(self) -> None:
        from docx.shared import Cm, Pt, RGBColor

        section = self.file.sections[0]
        section.page_width, section.page_height = (Cm(size) for size in _A4)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
        for name, size in _SIZES.items():
            font = self.file.styles[name].font
            font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor.from_string(_INK)
            _every_script(font, _FONT)
        self._page_number(section.footer.paragraphs[0])

    def _page_number(self, paragraph: Any) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for name in ("PAGE", "NUMPAGES"):
            if name == "NUMPAGES":
                paragraph.add_run(" / ")
            shown = _element("w:r", {}, _element("w:t", {}, text="1"))
            paragraph._p.append(_element("w:fldSimple", {"w:instr": name}, shown))

    def _block(self, block: Block, depth: int) -> None:
        match block:
            case Heading(level, runs):
                self._runs(self.file.add_heading(level=level), runs)
            case Paragraph(runs, tag):
                self._paragraph(runs, depth, tag)
            case Listing(items, ordered):
                for n, item in enumerate(items, 1):
                    self._item(item, f"{n}." if ordered else "•", depth)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)

    def _paragraph(self, runs: Runs, depth: int, tag: bool = False) -> Any:
        from docx.shared import Cm, Pt

        paragraph = self.file.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.8 * depth)
        paragraph.paragraph_format.space_after = Pt(2 if tag else 6)
        paragraph.paragraph_format.keep_with_next = tag
        self._runs(paragraph, runs, small=tag)
        return paragraph

    def _item(self, item: Item, sign: str, depth: int) -> None:
        from docx.shared import Cm, Pt

        paragraph = self.file.add_paragraph()
        style = paragraph.paragraph_format
        style.left_indent, style.first_line_indent, style.space_after = Cm(0.8 * (depth + 1)), Cm(-0.8), Pt(3)
        style.tab_stops.add_tab_stop(Cm(0.8 * (depth + 1)))
        if item.anchor in self.notes:
            self._bookmark(paragraph, self.notes[item.anchor])
        paragraph.add_run(f"{item.label or sign}\t")
        self._runs(paragraph, item.runs)
        for block in item.inner:
            self._block(block, depth + 1)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self._marks += 1
        id = str(self._marks)
        paragraph._p.append(_element("w:bookmarkStart", {"w:id": id, "w:name": name}))
        paragraph._p.append(_element("w:bookmarkEnd", {"w:id": id}))

    def _table(self, table: Table) -> None:
        from docx.shared import Cm

        if table.caption:
            self._paragraph(table.caption, 0, tag=True)
        width = max([len(table.head), *(sum(cell.span for cell in row) for row in table.rows)])
        rows = ([table.head] if table.head else []) + list(table.rows)
        made = self.file.add_table(len(rows), width)
        made.autofit = False
        for column, share in zip(made.columns, _shares(rows, width), strict=True):
            column.width = Cm(share * (_A4[0] - 2 * _MARGIN))
        made._tbl.tblPr.append(_borders())
        for cells, row in zip(rows, made.rows, strict=True):
            row._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))
            self._cells(cells, row, width)
        if table.head:
            made.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", {}))
        self.file.add_paragraph()

    def _cells(self, cells: tuple[Cell, ...], row: Any, width: int) -> None:
        from docx.shared import Pt

        at, places = 0, row.cells
        for cell in cells:
            place = places[at]
            if cell.span > 1:
                place = place.merge(places[min(at + cell.span, width) - 1])
            paragraph = place.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            self._runs(paragraph, cell.runs, small=True, bold=cell.head)
            at += cell.span

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Cm

        from detente.brief.figures.files import png

        self.file.add_picture(io.BytesIO(png(picture.drawing)), width=Cm(_A4[0] - 2 * _MARGIN))
        self.file.paragraphs[-1].paragraph_format.keep_with_next = True
        shown = self.file.inline_shapes[len(self.file.inline_shapes) - 1]._inline.docPr
        shown.set("descr", f"{picture.title}. {picture.description}")
        self._paragraph((Run(f"{picture.title}. ", bold=True), *picture.note), 0, tag=True)
        self.file.paragraphs[-1].paragraph_format.keep_with_next = False

    def _runs(self, paragraph: Any, runs: Runs, *, small: bool = False, bold: bool = False) -> None:
        for run in runs:
            if run.text == "\n":
                paragraph.add_run().add_break()
            elif run.reference in self.notes:
                paragraph._p.append(_linked(run.text, self.notes[run.reference]))
            else:
                self._run(paragraph, run, small, bold)

    def _run(self, paragraph: Any, run: Run, small: bool, bold: bool) -> None:
        from docx.enum.text import WD_COLOR_INDEX
        from docx.shared import Pt, RGBColor

        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or bold or None, run.italic or None
        if small or run.muted:
            made.font.name, made.font.size = _NARROW, Pt(_SMALL)
            _every_script(made.font, _NARROW)
        if run.muted:
            made.font.color.rgb = RGBColor.from_string(_MUTED)
        if run.marked:
            made.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _shares(rows: Sequence[tuple[Cell, ...]], width: int) -> list[float]:
    """Return the share of the width for each column: its longest word, and of the rest by the root of what it holds."""
    held, longest = [1.0] * width, [0.0] * width
    for row in rows:
        if len(row) == width:
            for n, cell in enumerate(row):
                held[n] += len(_text(cell.runs))
                longest[n] = max([longest[n], *(len(word) + 2 for word in _text(cell.runs).split())])
    least = [min(word / _LINE, 1 / width) for word in longest]
    roots = [weight**0.5 for weight in held]
    return [few + (1 - sum(least)) * root / sum(roots) for few, root in zip(least, roots, strict=True)]


def _linked(number: str, bookmark: str) -> Any:
    """Return a raised number that leads to a bookmark."""
    colour, raised = _element("w:color", {"w:val": _LINK}), _element("w:vertAlign", {"w:val": "superscript"})
    dress = _element("w:rPr", {}, colour, raised)
    run = _element("w:r", {}, dress, _element("w:t", {"xml:space": "preserve"}, text=f"{number} "))
    return _element("w:hyperlink", {"w:anchor": bookmark, "w:history": "1"}, run)


def _borders() -> Any:
    """Return thin lines between the rows of a table and none between its columns."""
    sides = ("top", "bottom", "insideH")
    drawn = [_element(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:color": "D8D3C6"}) for side in sides]
    return _element("w:tblBorders", {}, *drawn)


def _every_script(font: Any, name: str) -> None:
    """Set the font of Arabic, Hebrew and Asian letters too, where Word keeps others."""
    from docx.oxml.ns import qn

    fonts = font.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _element(tag: str, attributes: dict[str, str], *children: Any, text: str | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(f"{{http://www.w3.org/XML/1998/namespace}}{name[4:]}" if name.startswith("xml:") else qn(name), value)
    made.extend(children)
    if text is not None:
        made.text = text
    return made


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
