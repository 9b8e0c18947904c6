"""Matches what a reader took from a report with its annotation, one to one, by the codebook."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Entry = dict[str, Any]
KINDS = ("positions", "events", "claims", "rounds")
FLAGS = {
    "positions": ("precondition", "red_line", "after"),
    "events": ("date", "place"),
    "claims": ("source", "comparator", "status"),
    "rounds": ("place", "outcome", "mediators", "agreed"),
}
UNORDERED = ("CONSULT", "AGREE")
SAME_NAME = {
    "united states": "us usa u.s.",
    "european union": "eu",
    "united nations": "un",
    "united kingdom": "uk britain",
    "sudan army": "saf",
    "turkey": "turkiye türkiye",
    "dr congo": "drc congo",
    "rsf": "",
}
_ALIASES = {short: full for full, shorts in SAME_NAME.items() for short in shorts.split()} | {
    "sudanese army": "sudan army",
    "rapid support forces": "rsf",
    "democratic republic of the congo": "dr congo",
}
# Words that two quotes may share without speaking of the same thing.
_EMPTY = (
    "a an the of in on at to for from by with and or but as that this its their his her it he she they is was"
    " were are be been has had have will would not no said says after before"
)
_EMPTY_WORDS = frozenset(_EMPTY.split())
TOLERANCE = 0.01


def folded(name: str | None) -> str:
    """Return a name for comparison: lower case, common abbreviations written out."""
    name = (name or "").casefold().strip()
    return _ALIASES.get(name, name)


def content_words(text: str) -> set[str]:
    """Return the words of a quote that carry meaning."""
    letters = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return set(letters.split()) - _EMPTY_WORDS


def dates_agree(a: str, b: str) -> bool:
    """True where one date is the other or lies in it: a month and one of its days."""
    return a.startswith(b) or b.startswith(a)


def same_position(gold: Entry, entry: Entry) -> bool:
    """Positions are the same by party, issue and stance."""
    return all(folded(gold[name]) == folded(entry.get(name)) for name in ("party", "issue", "stance"))


def same_event(gold: Entry, entry: Entry) -> bool:
    """Events are the same by type, actor and recipient, in either order for talks and agreements."""
    ours, theirs = ([folded(each.get(name)) for name in ("actor", "recipient")] for each in (gold, entry))
    if gold["type"] in UNORDERED:
        ours, theirs = sorted(ours), sorted(theirs)
    return gold["type"] == entry.get("type") and ours == theirs


def same_claim(gold: Entry, entry: Entry) -> bool:
    """Claims are the same by value, to one per cent, and unit."""
    a, b = gold["value"], entry.get("value")
    return gold["unit"] == entry.get("unit") and b is not None and abs(a - b) <= TOLERANCE * max(abs(a), abs(b), 1e-9)


def same_round(gold: Entry, entry: Entry) -> bool:
    """Rounds are the same by date, or by place and parties where a date is missing."""
    if gold["date"] and entry.get("date"):
        return dates_agree(gold["date"], entry["date"])
    parties = (sorted(map(folded, each.get("parties", []))) for each in (gold, entry))
    return folded(gold["place"]) == folded(entry.get("place")) and next(parties) == next(parties)


SAME: dict[str, Callable[[Entry, Entry], bool]] = {
    "positions": same_position,
    "events": same_event,
    "claims": same_claim,
    "rounds": same_round,
}


def pair_up(kind: str, gold: Sequence[Entry], entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Match entries one to one, the most alike pair first.

    Parameters
    ----------
    kind
        positions | events | claims | rounds.
    gold, entries
        Annotated and predicted entries of one report.

    Returns
    -------
    list of (int, int)
        Indices in `gold` and `entries`.
    """
    candidates = [
        (_likeness(ours, theirs), i, j)
        for i, ours in enumerate(gold)
        for j, theirs in enumerate(entries)
        if SAME[kind](ours, theirs) and content_words(ours["quote"]) & content_words(theirs.get("quote", ""))
    ]
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates, reverse=True):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _likeness(gold: Entry, entry: Entry) -> float:
    a, b = content_words(gold["quote"]), content_words(entry.get("quote", ""))
    shared = len(a & b) / max(1, len(a | b))
    return float(shared + sum(gold.get(name) == entry.get(name) for name in ("date", "source", "what")))


def agrees(name: str, gold: Entry, entry: Entry) -> bool:
    """True where another field of two matched entries says the same; a missing value equals an empty or false one."""
    a, b = gold.get(name), entry.get(name)
    if isinstance(a, list):
        return sorted(map(folded, a)) == sorted(map(folded, b or []))
    if isinstance(a, str) or isinstance(b, str):
        return folded(a) == folded(b)
    return (a or None) == (b or None)


@dataclass(frozen=True)
class Compared:
    """One kind of entry of one report, gold beside predicted."""

    report: str
    origin: str
    kind: str
    gold: list[Entry]
    predicted: list[Entry]
    quotable: list[Entry]
    pairs: list[tuple[int, int]]

    def misses(self) -> Iterator[str]:
        """Yield a line for every gold entry that was missed and every predicted one that is wrong."""
        found, right = {i for i, _ in self.pairs}, {id(self.quotable[j]) for _, j in self.pairs}
        for i, entry in enumerate(self.gold):
            if i not in found:
                yield f"- {self.report} {self.kind}: missed {json.dumps(entry, ensure_ascii=False)}"
        for entry in self.predicted:
            if id(entry) not in right:
                yield f"+ {self.report} {self.kind}: wrong  {json.dumps(entry, ensure_ascii=False)}"


def compare(gold_dir: Path, predict: Callable[[Path, Entry], Entry]) -> Iterator[Compared]:
    """Compare every annotated report with what was read from it.

    Parameters
    ----------
    gold_dir
        Folder of annotated reports.
    predict
        From a gold file and its content to predicted entries in the codebook's form.
    """
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text_file = path.with_suffix(".txt")
        text = text_file.read_text(encoding="utf-8") if text_file.exists() else None
        predicted = predict(path, gold)
        for kind in KINDS:
            entries = list(predicted.get(kind, []))
            quotable = [e for e in entries if text is None or (e.get("quote") and e["quote"] in text)]
            pairs = pair_up(kind, gold[kind], quotable)
            origin = gold.get("origin", {}).get("kind", "?")
            yield Compared(path.stem, origin, kind, gold[kind], entries, quotable, pairs)
