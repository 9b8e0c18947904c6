"""Takes the lines of a PDF's pages, in a process of its own: what a page unfolds to cannot fill the caller's memory.

Run as a script it reads the PDF from standard input and writes one JSON object: `pages`, and `lines` or `fault`.
Each line is its text and where it stands, as six numbers in points: left and right edge, width of the first word,
bottom of its first and of its last letter, height; null where that is not known.
"""

import contextlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

# A book of 2,000 pages of plain text takes 60 MB; of 0.2 MB of repeated text operators PDFium makes 7 GB of objects.
MAX_MEMORY = 400_000_000
# Bytes of memory for each byte of the file: PDFium keeps the file, and the pictures of a page as it goes through it.
_PER_BYTE = 3
MAX_SECONDS = 120
# A printed page has a third of that; where letters stand is not asked for more of them.
_MOST_PLACED = 20_000
Printed = tuple[str, tuple[float, ...] | None]


class PagesError(Exception):
    """Why the pages of a PDF cannot be read, in the words of PDFium or of the limits here."""


def pages_of(data: bytes, *, most_pages: int, most_characters: int) -> tuple[int, list[list[Printed]]]:
    """Return how many pages a PDF has, and the printed lines of each with where they stand.

    Parameters
    ----------
    data
        The bytes of the PDF.
    most_pages, most_characters
        Limits: with more pages no line is read; no page is read beyond so many characters, and the last one tells so
        by being there.

    Raises
    ------
    PagesError
        Where it is broken or encrypted, or takes more memory or time than there is for it.
    """
    command = [sys.executable, "-I", __file__, str(most_pages), str(most_characters)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MAX_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise PagesError(f"takes more than {MAX_SECONDS} seconds") from None
    if done.returncode:
        raise PagesError(f"takes more than {_memory(len(data)) // 1_000_000:,} MB of memory")
    told = json.loads(done.stdout)
    if "fault" in told:
        raise PagesError(told["fault"])
    return told["pages"], [[(text, tuple(box) if box else None) for text, box in page] for page in told["lines"]]


def _memory(size: int) -> int:
    return MAX_MEMORY + _PER_BYTE * size


def _limit_memory(size: int) -> None:
    """Limit what this process may take, where the system can do so; Windows and macOS cannot."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_memory(size), _memory(size)))


def _read(data: bytes, most_pages: int, most_characters: int) -> dict[str, Any]:
    from pypdfium2 import PdfDocument, PdfiumError

    lines: list[list[Printed]] = []
    total = 0
    try:
        with PdfDocument(data) as document:
            pages = len(document)
            for number in range(pages if pages <= most_pages else 0):
                page = document[number]
                textpage = page.get_textpage()
                text = textpage.get_text_bounded()
                lines.append(_lines(text, _boxes_of(textpage, text)))
                page.close()
                total += len(text)
                if total > most_characters:
                    break
    except PdfiumError as exc:
        return {"fault": str(exc)}
    return {"pages": pages, "lines": lines}


def _boxes_of(textpage: Any, text: str) -> Callable[[int], tuple[float, ...]] | None:
    """Return what tells where a letter of the text stands; None where letters and text cannot be matched."""
    if len(text) > _MOST_PLACED or len(text) != textpage.count_chars():
        return None
    return lambda index: tuple(textpage.get_charbox(index, loose=True))


def _lines(text: str, box: Callable[[int], tuple[float, ...]] | None) -> list[Printed]:
    found, start = list[Printed](), 0
    for line in text.splitlines(keepends=True):
        # PDFium writes U+0002 or U+FFFE for a hyphen that it takes to be of the line break.
        said = " ".join(re.sub("[\x02\ufffe]", "", line).split())
        if said:
            found.append((said, _place(line, start, box) if box else None))
        start += len(line)
    return found


def _place(line: str, start: int, box: Callable[[int], tuple[float, ...]]) -> tuple[float, ...]:
    word = re.search(r"\S+", line)
    first = start + (word.start() if word else 0)
    left, bottom, _, top = box(first)
    _, last, right, _ = box(start + len(line.rstrip()) - 1)
    width = box(start + word.end() - 1)[2] - left if word else 0.0
    return tuple(round(value, 2) for value in (left, right, width, bottom, last, top - bottom))


def _main() -> None:
    data = sys.stdin.buffer.read()
    _limit_memory(len(data))
    json.dump(_read(data, int(sys.argv[1]), int(sys.argv[2])), sys.stdout)


if __name__ == "__main__":
    _main()
