"""How much a file may hold; what is larger is refused with its size, before it can fill the memory."""

from pathlib import Path

from detente.errors import ReportError

# A long newspaper page has some 30,000 characters; five million are a book or a mistake, and take minutes to parse.
MAX_CHARACTERS = 5_000_000
# Nobody writes a paragraph of this length; a file of one such line is a data dump.
MAX_LINE = 200_000
# Scanned pages make large files of little text.
MAX_DOCUMENT = 200_000_000
MAX_PAGES = 2_000


def read_bytes(path: Path, limit: int = MAX_CHARACTERS) -> bytes:
    """Return the bytes of a file, or a ReportError that says why not.

    Parameters
    ----------
    path
        The file.
    limit
        Most bytes; a larger file is refused without being read.
    """
    try:
        size = path.stat().st_size
        if size > limit:
            raise ReportError(
                f"the file has {size:,} bytes, more than the limit of {limit:,}; split it into single reports",
                file=path,
            )
        return path.read_bytes()
    except OSError as exc:
        raise ReportError(f"cannot be read: {exc.strerror or exc}", file=path) from None


def check_text(text: str, path: Path, place: str = "") -> None:
    """Refuse a text that is empty, too long, or has a line that nobody wrote.

    Parameters
    ----------
    text
        The characters.
    path, place
        The file, and where in it the text stands.
    """
    at = f"{place}: " if place else ""
    if not text.strip():
        raise ReportError(f"{at}there is no text; give a file with text in it", file=path)
    if len(text) > MAX_CHARACTERS:
        raise ReportError(
            f"{at}{len(text):,} characters, more than the limit of {MAX_CHARACTERS:,}; split it into single reports",
            file=path,
        )
    longest = max(map(len, text.splitlines()))
    if longest > MAX_LINE:
        raise ReportError(
            f"{at}a line of {longest:,} characters, more than the limit of {MAX_LINE:,}; this is no report, or its"
            " line breaks are lost",
            file=path,
        )
