"""Takes the lines of a PDF's pages, in a process of its own: what a page unfolds to cannot fill the caller's memory.

Run as a script it reads the PDF from standard input and writes one JSON object: `pages`, and `lines` or `fault`.
"""

import contextlib
import json
import re
import subprocess
import sys
from typing import Any

# A book of 2,000 pages of plain text takes 60 MB; of 0.2 MB of repeated text operators PDFium makes 7 GB of objects.
MAX_MEMORY = 400_000_000
# Bytes of memory for each byte of the file: PDFium keeps the file, and the pictures of a page as it goes through it.
_PER_BYTE = 3
MAX_SECONDS = 120


class PagesError(Exception):
    """Why the pages of a PDF cannot be read, in the words of PDFium or of the limits here."""


def pages_of(data: bytes, *, most_pages: int, most_characters: int) -> tuple[int, list[list[str]]]:
    """Return how many pages a PDF has, and the printed lines of each.

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
    return told["pages"], told["lines"]


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

    lines: list[list[str]] = []
    total = 0
    try:
        with PdfDocument(data) as document:
            pages = len(document)
            for number in range(pages if pages <= most_pages else 0):
                page = document[number]
                text = page.get_textpage().get_text_bounded()
                page.close()
                total += len(text)
                lines.append(_lines(text))
                if total > most_characters:
                    break
    except PdfiumError as exc:
        return {"fault": str(exc)}
    return {"pages": pages, "lines": lines}


def _lines(text: str) -> list[str]:
    # PDFium writes U+0002 or U+FFFE for a hyphen that it takes to be of the line break.
    said = (" ".join(line.split()) for line in re.sub("[\x02\ufffe]", "", text).splitlines())
    return [line for line in said if line]


def _main() -> None:
    data = sys.stdin.buffer.read()
    _limit_memory(len(data))
    json.dump(_read(data, int(sys.argv[1]), int(sys.argv[2])), sys.stdout)


if __name__ == "__main__":
    _main()
