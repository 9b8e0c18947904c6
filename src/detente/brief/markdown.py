"""The brief as Markdown, with footnotes for sources and assumptions."""

import re
from collections.abc import Iterable, Iterator

from detente.brief.document import Block, Cell, Heading, Item, Listing, Paragraph, Picture, Runs, Table, document

# What Markdown or HTML within it could take for markup; and what it could take for a heading or list at a line's start.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]")
_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")


def markdown(page: str) -> str:
    r"""Return a brief's page as Markdown (CommonMark with tables and footnotes, as GitHub and pandoc read it).

    Parameters
    ----------
    page
        As `detente.brief.page.page` gives it.

    Examples
    --------
    >>> print(markdown("<main><h2>Why</h2><p>A <strong>red line</strong> &lt;b&gt;.</p></main>"), end="")
    ## Why
    <BLANKLINE>
    A **red line** \<b\>.
    """
    blocks = document(page)
    notes = {item.anchor: item.label for item in _items(blocks) if item.anchor and item.label[-1:].isdigit()}
    return "\n\n".join(part for block in blocks for part in _block(block, notes)) + "\n"


def _items(blocks: Iterable[Block]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield item
                yield from _items(item.inner)


def _block(block: Block, notes: dict[str, str]) -> Iterator[str]:
    match block:
        case Heading(level, runs):
            yield "#" * level + " " + _line(runs, notes)
        case Paragraph(runs, tag):
            line = _line(runs, notes)
            yield f"*{line}*" if tag else _START.sub(r"\1\\\2", line)
        case Listing(items, ordered):
            yield "\n".join(_item(item, n, ordered, notes) for n, item in enumerate(items, 1))
        case Table():
            yield from _table(block, notes)
        case Picture(title=title, note=note, description=description):
            yield f"**Figure: {escaped(title)}.** {escaped(description)} {_line(note, notes)}".rstrip()


def _item(item: Item, n: int, ordered: bool, notes: dict[str, str]) -> str:
    inner = [part for block in item.inner for part in _block(block, notes)]
    if item.anchor in notes:
        return "\n".join([f"[^{item.label}]: {_line(item.runs, notes)}", *_indented(inner, 4)])
    sign = f"{n}. " if ordered and not item.label else "- "
    return "\n".join([sign + _START.sub(r"\1\\\2", _line(item.runs, notes)), *_indented(inner, len(sign))])


def _indented(parts: Iterable[str], by: int) -> Iterator[str]:
    for part in parts:
        yield ""
        yield "\n".join(" " * by + line if line else "" for line in part.splitlines())


def _table(table: Table, notes: dict[str, str]) -> Iterator[str]:
    if table.caption:
        yield f"*{_line(table.caption, notes)}*"
    width = max([len(table.head), *(sum(cell.span for cell in row) for row in table.rows)])
    yield "\n".join(
        [_row(table.head, width, notes), "|" + " --- |" * width, *(_row(r, width, notes) for r in table.rows)]
    )


def _row(cells: Iterable[Cell], width: int, notes: dict[str, str]) -> str:
    texts: list[str] = []
    for cell in cells:
        line = _line(cell.runs, notes)
        texts += [f"**{line}**" if cell.span > 1 else line, *[""] * (cell.span - 1)]
    return "| " + " | ".join([*texts, *[""] * (width - len(texts))]) + " |"


def _line(runs: Runs, notes: dict[str, str]) -> str:
    out = ""
    for run in runs:
        if run.reference:
            label = notes.get(run.reference, "")
            out += f"[^{label}]" if label else escaped(f"[{run.text}]")
        elif run.text == "\n":
            out += "<br>"
        else:
            sign = "**" if run.bold or run.marked else "*" if run.italic else ""
            out += _signed(escaped(run.text), sign)
    return out


def _signed(text: str, sign: str) -> str:
    """Put the sign around the words, not around the space about them: there it would be no sign."""
    inner = text.strip()
    if not sign or not inner:
        return text
    start = text.index(inner)
    return f"{text[:start]}{sign}{inner}{sign}{text[start + len(inner) :]}"


def escaped(text: str) -> str:
    r"""Return text that Markdown shows as it is.

    Examples
    --------
    >>> escaped("a_b <i>")
    'a\\_b \\<i\\>'
    """
    return _SPECIAL.sub(r"\\\g<0>", text)
