"""Phrases that name an issue: in plain words, for what a single word cannot tell."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from detente.errors import Fault, OntologyError, how_many
from detente.ontology.in_use import own
from detente.ontology.issues import issues
from detente.ontology.spelling import no_such
from detente.ontology.tables import load_shipped, load_yaml, position

PHRASES_FILE = Path(__file__).with_name("phrases.yaml")
# Passed over in a phrase and in a text alike: "outlet to the sea" is also "an outlet to its sea".
SMALL = frozenset(
    ["the", "a", "an", "its", "their", "our", "his", "her", "your", "my", "this", "these", "those", "all", "any",
     "every", "each", "some", "both"]
)  # fmt: skip
GAP = "..."
_EMPTY = frozenset(["of", "to", "for", "from", "with", "in", "on", "at", "by", "or", "and", "be", "as", "not", GAP])
UNDER = ">"
_WORD = re.compile(r"[\w'’-]+(?:\|[\w'’-]+)*|\.\.\.|>")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name an issue where they stand together.

    Parameters
    ----------
    issue
        Its id.
    words
        What may stand at each place, in dictionary form; an empty set stands for up to four other words.
    under
        True for two words of which the second depends on the first in the sentence, wherever they stand.
    """

    issue: str
    words: tuple[frozenset[str], ...]
    under: bool = False


def phrases() -> tuple[Phrase, ...]:
    """Return the phrases in use: those of one's own (`using`), then those that ship, in the order of their file.

    Examples
    --------
    >>> next(phrase.issue for phrase in phrases() if any("outlet" in place for place in phrase.words))
    'territory'
    """
    return (*(own("phrases") or ()), *_shipped())


@functools.cache
def _shipped() -> tuple[Phrase, ...]:
    return tuple(p for found in _checked(load_shipped(PHRASES_FILE), PHRASES_FILE).values() for p in found)


def load_phrases(path: Path) -> Mapping[str, tuple[Phrase, ...]]:
    """Load and check a table of phrases.

    Parameters
    ----------
    path
        A YAML file in the form of ``ontology/phrases.yaml``.

    Returns
    -------
    Mapping
        Phrases by issue.

    Raises
    ------
    OntologyError
        With every fault at its line and column.
    """
    return _checked(load_yaml(path, error=OntologyError), path)


def _checked(data: Any, path: Path) -> Mapping[str, tuple[Phrase, ...]]:
    table = data.get("phrases") if isinstance(data, Mapping) else None
    if not isinstance(table, Mapping) or not table:
        fault = Fault("issues with their phrases are missing under 'phrases'", 1, 1, "phrases")
        raise OntologyError("1 fault in the table of phrases", file=path, faults=[fault])
    found: dict[str, tuple[Phrase, ...]] = {}
    faults: list[Fault] = []
    owner: dict[str, str] = {}
    for id, rows in table.items():
        faults += _of_issue(data, id, rows)
        for i, row in enumerate(rows if isinstance(rows, list) else ()):
            place = position(data, ("phrases", id, i))
            said = _fault(row) or _twice(owner.setdefault(str(row), str(id)), str(row), str(id), table, i)
            if said:
                faults.append(Fault(said, *place, f"phrases.{id}.{i}"))
            else:
                found[str(id)] = (*found.get(str(id), ()), _phrase(str(id), str(row)))
    if faults:
        raise OntologyError(f"{how_many(faults)} in the table of phrases", file=path, faults=faults)
    return MappingProxyType(found)


def _of_issue(data: Any, id: Any, rows: Any) -> Iterator[Fault]:
    place = position(data, ("phrases", id))
    if id not in issues():
        yield Fault(no_such("issue", str(id), issues()), *place, f"phrases.{id}")
    if not isinstance(rows, list) or not rows:
        yield Fault("a list of phrases is missing", *place, f"phrases.{id}")


def _twice(first: str, row: str, id: str, table: Any, i: int) -> str:
    if first != id:
        return f"{row!r} stands under {first} as well; keep it under one issue"
    return f"{row!r} stands here twice" if row in table[id][:i] else ""


def _fault(row: Any) -> str:
    """What is wrong with one phrase, "" where nothing is."""
    if not isinstance(row, str):
        return f"not a phrase: {row!r}; put it in quotes"
    parts = _WORD.findall(row)
    if "".join(parts) != re.sub(r"\s", "", row):
        return f"{row!r}: only words, alternatives with '|', '...' and one '>'"
    words = [part for part in parts if part not in (GAP, UNDER)]
    if UNDER in parts and (len(words) != 2 or parts[1] != UNDER):
        return f"{row!r}: '>' stands between two words"
    if not [w for w in words if w not in SMALL] or parts[0] == GAP or parts[-1] == GAP:
        return f"{row!r}: a phrase begins and ends with a word"
    if any("|" in word and SMALL & set(word.split("|")) for word in words):
        return (
            f"{row!r}: {', '.join(sorted(SMALL & set(re.split(r'[ |]+', row))))} is passed over in texts; leave it out"
        )
    if set(re.split(r"[\s|]+", row)) - SMALL <= _EMPTY:
        return f"{row!r}: small words alone name nothing"
    return f"{row!r}: words are written in lower case" if row != row.casefold() else ""


def _phrase(issue: str, row: str) -> Phrase:
    parts = [part for part in _WORD.findall(row) if part not in SMALL]
    words = (frozenset() if part == GAP else frozenset(part.split("|")) for part in parts if part != UNDER)
    return Phrase(issue, tuple(words), UNDER in parts)
