"""The page as a document: headings, paragraphs, lists, tables and pictures, for writers of other formats.

The page is the one place where the content of a brief is decided; Markdown and DOCX are made from it, so that they say
the same. What is folded on the page stands open here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_SVG = "{http://www.w3.org/2000/svg}"
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "figure", "article", "details", "div", "section", "blockquote"})
# Classes of parts that only a page needs: signs that wait for a hover, links back, bars.
_PAGE_ONLY = frozenset({"comma", "back", "share", "phone", "skip", "page-only", "tip"})
# Parts of a table's cell or a list that stand on lines of their own.
_LINES = frozenset({"li", "div"})


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text in one dress.

    Parameters
    ----------
    text
        The text; a line break is a run of its own, ``"\n"``.
    bold, italic, marked, muted
        How it looks.
    reference
        Id of the note it refers to, where it is the number of one; else "".
    """

    text: str
    bold: bool = False
    italic: bool = False
    marked: bool = False
    muted: bool = False
    reference: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the title."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `tag` is true for the small line above a block."""

    runs: Runs
    tag: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list.

    Parameters
    ----------
    runs
        Its text.
    label
        The number it is referred to by, such as "3" or "A1", or "".
    anchor
        Its id, where references lead to it.
    inner
        What stands below it.
    """

    runs: Runs
    label: str = ""
    anchor: str = ""
    inner: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `ordered` says whether its items are counted."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: text, whether it is a heading, how many columns it spans."""

    runs: Runs
    head: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` is the row of headings."""

    caption: Runs
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: name, title, note, what it shows in words, and the drawing as SVG."""

    name: str
    title: str
    note: Runs
    description: str
    drawing: str


Block = Heading | Paragraph | Listing | Table | Picture


def document(page: str) -> tuple[Block, ...]:
    """Return the blocks of a brief's page, from its title to its terms.

    Parameters
    ----------
    page
        As `detente.brief.page.page` gives it: header, main part and footer are well-formed.

    Examples
    --------
    >>> page = "<header><h1>Talks</h1></header><main><p>One <strong>word</strong>.</p></main><footer></footer>"
    >>> [type(block).__name__ for block in document(page)]
    ['Heading', 'Paragraph']
    """
    drawings = dict(re.findall(r'<figure id="([^"]*)".*?<div class="desk">(.*?)</div>', page, re.DOTALL))
    parts = (re.search(rf"<{tag}\b.*</{tag}>", page, re.DOTALL) for tag in ("header", "main", "footer"))
    trees = (ElementTree.fromstring(part[0]) for part in parts if part)
    return tuple(block for tree in trees for block in _blocks(tree, drawings))


def _blocks(parent: Element, drawings: dict[str, str]) -> Iterator[Block]:
    for child in parent:
        if not _kept(child):
            continue
        yield from _block(child, drawings)


def _block(node: Element, drawings: dict[str, str]) -> Iterator[Block]:
    match node.tag:
        case "h1" | "h2" | "h3" | "h4":
            yield Heading(int(node.tag[1]), tidy(_runs(node)))
        case "p" | "summary":
            yield from _paragraph(node)
        case "ul" | "ol":
            yield _listing(node, drawings)
        case "dl":
            yield Listing(tuple(_term(pair) for pair in node))
        case "table":
            yield _table(node)
        case "figure":
            yield _picture(node, drawings)
        case _:
            yield from _blocks(node, drawings)


def _paragraph(node: Element) -> Iterator[Block]:
    runs = tidy(_runs(node))
    if node.tag == "summary":
        runs = tuple(replace(run, bold=True) for run in runs)
    if runs:
        yield Paragraph(runs, tag=_has(node, "tag"))


def _listing(node: Element, drawings: dict[str, str]) -> Listing:
    return Listing(tuple(_item(li, drawings) for li in node if li.tag == "li"), ordered=node.tag == "ol")


def _item(li: Element, drawings: dict[str, str]) -> Item:
    number = next((_text(span) for span in li if _has(span, "no")), "")
    inner = [block for child in li if child.tag in _BLOCKS and _kept(child) for block in _block(child, drawings)]
    runs = tidy(list(_own(li)))
    if not runs and inner and isinstance(inner[0], Paragraph):
        runs, inner = inner[0].runs, inner[1:]
    return Item(runs, number, li.get("id", ""), tuple(inner))


def _own(li: Element) -> Iterator[Run]:
    """Give the text of an item that stands in no block of its own, without its number."""
    yield from _said(li.text)
    for child in li:
        if child.tag not in _BLOCKS and not _has(child, "no"):
            yield from _inline(child)
        yield from _said(child.tail)


def _term(pair: Element) -> Item:
    term, *meaning = [tidy(_runs(part)) for part in pair]
    runs = [replace(run, bold=True) for run in term] + [Run(": ")] + [run for part in meaning for run in part]
    return Item(tuple(runs), anchor=pair.get("id", ""))


def _table(node: Element) -> Table:
    caption = node.find("caption")
    head = node.find("thead/tr")
    rows = [row for body in node.iter("tbody") for row in body.iter("tr")]
    return Table(
        tidy(_runs(caption)) if caption is not None else (),
        _cells(head) if head is not None else (),
        tuple(_cells(row) for row in rows),
    )


def _cells(row: Element) -> tuple[Cell, ...]:
    return tuple(Cell(tidy(_runs(cell)), cell.tag == "th", int(cell.get("colspan", "1"))) for cell in row)


def _picture(node: Element, drawings: dict[str, str]) -> Picture:
    name = node.get("id", "").removeprefix("figure-")
    caption = node.find("figcaption")
    assert caption is not None, name
    title, described = caption.find("strong"), caption.find("details/p")
    note = [run for part in caption if part.tag != "details" for run in _noted(part)]
    return Picture(
        name,
        _text(title).removesuffix(".") if title is not None else name,
        tidy(note),
        _text(described) if described is not None else "",
        drawings[node.get("id", "")],
    )


def _noted(part: Element) -> Iterator[Run]:
    """Give what stands after the title of a figure, which may hold links to terms."""
    if part.tag != "strong":
        yield from _inline(part)
    yield from _said(part.tail)


def _runs(node: Element) -> list[Run]:
    return [*_said(node.text), *(run for child in node for run in [*_inline(child), *_said(child.tail)])]


def _inline(node: Element) -> Iterator[Run]:
    if not _kept(node):
        return
    if node.tag == "a" and node.get("id", "").startswith("ref-"):
        yield Run(_text(node), reference=node.get("href", "").removeprefix("#"))
        return
    if node.tag in _LINES or node.tag == "ul":
        yield Run("\n")
    for run in _runs(node):
        yield run if run.text == "\n" else _dressed(run, node)
    if node.tag in _LINES:
        yield Run("\n")
    elif _has(node, "flag"):
        yield Run(" ")


def _dressed(run: Run, node: Element) -> Run:
    return replace(
        run,
        bold=run.bold or node.tag == "strong" or any(_has(node, name) for name in ("stance", "flag", "pill", "issue")),
        italic=run.italic or node.tag == "cite" or _has(node, "quote"),
        marked=run.marked or node.tag == "mark",
        muted=run.muted or _has(node, "muted"),
    )


def _said(text: str | None) -> Iterator[Run]:
    if text:
        yield Run(re.sub(r"\s+", " ", text))


def _text(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def _has(node: Element, name: str) -> bool:
    return name in node.get("class", "").split()


def _kept(node: Element) -> bool:
    return not (_PAGE_ONLY & set(node.get("class", "").split()) or node.tag.startswith(_SVG))


def tidy(runs: Sequence[Run]) -> Runs:
    r"""Return runs with single spaces, none at the ends or around line breaks, and no empty run.

    Examples
    --------
    >>> [run.text for run in tidy([Run(" a "), Run(" "), Run(" b", bold=True), Run("\n"), Run(" ")])]
    ['a ', 'b']
    """
    out: list[Run] = []
    for run in runs:
        if run.text == "\n":
            _trim(out)
            if out and out[-1].text != "\n":
                out.append(run)
            continue
        before = out[-1].text if out else "\n"
        text = run.text.lstrip(" ") if before.endswith((" ", "\n")) else run.text
        if text:
            out.append(replace(run, text=text))
    _trim(out)
    while out and out[-1].text == "\n":
        out.pop()
        _trim(out)
    return tuple(_joined(out))


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Give runs with neighbours in one dress made one; space alone takes the dress of what stands before it."""
    last: Run | None = None
    for run in runs:
        alike = last and (run.text == " " or replace(run, text="") == replace(last, text=""))
        if last and alike and not (run.reference or last.reference or "\n" in (run.text, last.text)):
            last = replace(last, text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _trim(runs: list[Run]) -> None:
    while runs and runs[-1].text != "\n" and not runs[-1].text.strip():
        runs.pop()
    if runs and runs[-1].text != "\n":
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
