"""Opens files of many reports, compressed or not, and stops before a small file can unfold without end."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from detente.errors import ReportError

# Text shrinks to a third or a tenth; what unfolds to more than this is made to fill a disk.
MAX_RATIO = 200
_FREE = 20_000_000


class Stopped(Exception):
    """A compressed file that breaks off or unfolds without end; what came before can be used."""


class _Bounded(io.RawIOBase):
    """The bytes of a gzip file, as long as they stand in some proportion to its size."""

    def __init__(self, path: Path) -> None:
        self._size = path.stat().st_size
        self._file = gzip.GzipFile(path)
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._file.read1(len(buffer))
        except (EOFError, OSError, zlib.error) as exc:
            broken = "breaks off" if isinstance(exc, EOFError) else "is broken"
            raise Stopped(f"the compressed file {broken} here; what came before was read, get the file again") from None
        self._given += len(data)
        if self._given > max(_FREE, MAX_RATIO * self._size):
            raise Stopped(f"the file unfolds to more than {MAX_RATIO:,} times its size; it is not read further")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


@contextmanager
def open_binary(path: Path, *, unfold: bool = True) -> Iterator[BinaryIO]:
    """Open a file for reading bytes; one whose name ends in .gz is unfolded.

    Parameters
    ----------
    path
        The file.
    unfold
        False to read a compressed file as it is.

    Raises
    ------
    ReportError
        Where it cannot be opened. Reading can raise `Stopped`.
    """
    try:
        packed = unfold and path.suffix.casefold() == ".gz"
        file: BinaryIO = io.BufferedReader(_Bounded(path)) if packed else path.open("rb")
    except OSError as exc:
        raise ReportError(f"cannot be read: {exc.strerror or exc}", file=path) from None
    with file:
        yield file
