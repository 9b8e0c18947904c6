"""Answers kept in the user's cache folder, one small file each, found again by all that was asked."""

import hashlib
import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from detente.errors import EndpointError


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint gave for one question.

    Parameters
    ----------
    text
        The model's words.
    cut_off
        True where they end at the limit of tokens.
    tokens
        Sent and received as the endpoint counts them, 0 where it does not say.
    """

    text: str
    cut_off: bool = False
    tokens: int = 0


def cache_folder() -> Path:
    """Return the user's cache folder for Detente: under XDG_CACHE_HOME or the place that the system has for it."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if Path(given).is_absolute():
        return Path(given) / "detente"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "detente"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "detente" / "Cache"
    return Path.home() / ".cache" / "detente"


class Cache:
    """A folder of answers; only the user can read it, since answers quote the reports.

    Parameters
    ----------
    folder
        Made where there is none.

    Raises
    ------
    EndpointError
        Where the folder cannot be made or written to: better before a question is paid for than after.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
        except OSError as exc:
            message = f"answers cannot be kept here: {exc.strerror}; set XDG_CACHE_HOME or pass --no-cache"
            raise EndpointError(message, file=folder) from None

    def get(self, asked: Any) -> Answer | None:
        """Return the answer to what was asked, None where there is none or its file is damaged."""
        try:
            kept = json.loads(self._file(asked).read_text(encoding="utf-8"))
            return Answer(str(kept["text"]), bool(kept["cut_off"]), int(kept["tokens"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, asked: Any, answer: Answer) -> None:
        """Keep an answer, as a whole or not at all.

        Parameters
        ----------
        asked
            Everything that the answer depends on, as JSON-safe data.
        answer
            It.
        """
        part = ""
        try:
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self.folder, delete=False) as file:
                part = file.name
                json.dump(asdict(answer), file)
            os.replace(part, self._file(asked))
        except OSError:
            # A full disk costs the same question once more, not the answer that is at hand.
            if part:
                Path(part).unlink(missing_ok=True)

    def _file(self, asked: Any) -> Path:
        content = json.dumps(asked, sort_keys=True, ensure_ascii=True)
        return self.folder / f"{hashlib.sha256(content.encode()).hexdigest()[:32]}.json"
