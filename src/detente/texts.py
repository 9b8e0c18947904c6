"""Files of text that a person gives, and characters that no text has."""

from pathlib import Path

from detente.errors import InputError


def text_of_file(path: Path, *, error: type[InputError] = InputError) -> str:
    """Return the characters of a file in UTF-8, without a byte order mark.

    Parameters
    ----------
    path
        The file.
    error
        What is raised where it cannot be read.

    Raises
    ------
    InputError
        Where it cannot be read, or is not UTF-8: with line and byte.
    """
    try:
        data = path.read_bytes()
    except OSError as exc:
        raise error(f"cannot be read: {exc.strerror or exc}; check the path", file=path) from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as exc:
        mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        at = exc.start + mark
        line, before = data.count(b"\n", 0, at) + 1, at - data.rfind(b"\n", 0, at)
        raise error(f"line {line}, byte {before}: is not UTF-8; save the file as UTF-8", file=path) from None


def without_nul(text: str) -> str:
    r"""Return a text with the character U+FFFD in place of each NUL, which no report has and PostgreSQL cannot hold.

    Examples
    --------
    >>> without_nul("Talks \0 began")
    'Talks � began'
    """
    return text.replace("\0", "\ufffd")
