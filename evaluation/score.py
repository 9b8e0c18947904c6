#!/usr/bin/env python3
"""Scores what a reader took from annotated reports.

usage: score.py GOLD_DIR [PREDICTED_DIR] [--json] [--misses]

GOLD_DIR holds one NAME.json per report (docs/reference/codebook.md) and NAME.txt beside it. Without PREDICTED_DIR the
reports are read here with the project's own reader, each with its gold date. Prints precision, recall and F1 of
positions, events, claims and rounds, in all and by origin of the text, then the share of matched entries whose other
fields agree. An entry whose quote is not in the text counts as wrong.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
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
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "as",
        "that",
        "this",
        "its",
        "their",
        "his",
        "her",
        "it",
        "he",
        "she",
        "they",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "has",
        "had",
        "have",
        "will",
        "would",
        "not",
        "no",
        "said",
        "says",
        "after",
        "before",
    ]
)
TOLERANCE = 0.01


@dataclass
class Tally:
    """Counts of one kind of entry, and how often each other field agrees."""

    right: int = 0
    gold: int = 0
    predicted: int = 0
    agreeing: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 with the counts they rest on."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        shares = {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
        return shares | {"tp": self.right, "gold": self.gold, "pred": self.predicted}


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


def summary(compared: Sequence[Compared]) -> dict[str, Any]:
    """Return precision, recall and F1 by group and kind, the agreement of other fields, and the mean F1.

    Parameters
    ----------
    compared
        All comparisons of a folder.
    """
    tallies: dict[tuple[str, str], Tally] = {}
    for each in compared:
        for group in ("all", each.origin):
            tally = tallies.setdefault((group, each.kind), Tally())
            tally.right += len(each.pairs)
            tally.gold += len(each.gold)
            tally.predicted += len(each.predicted)
            for i, j in each.pairs:
                tally.agreeing.update(n for n in FLAGS[each.kind] if agrees(n, each.gold[i], each.quotable[j]))
    result: dict[str, Any] = {f"{group}/{kind}": tallies[group, kind].figures() for group, kind in sorted(tallies)}
    whole = {kind: tallies["all", kind] for kind in KINDS if ("all", kind) in tallies}
    result["flags"] = {
        kind: {name: round(tally.agreeing[name] / tally.right, 3) for name in FLAGS[kind]}
        for kind, tally in whole.items()
        if tally.right
    }
    mean = sum(result[f"all/{kind}"]["f1"] for kind in whole) / len(KINDS)
    result["macro_f1"] = round(mean, 3)
    return result


def read_here(path: Path, gold: Entry) -> Entry:
    """Return what the project's reader takes from the report beside a gold file.

    Parameters
    ----------
    path
        The gold file.
    gold
        Its content; a full date in it is given to the reader.
    """
    from detente.reading import read
    from detente.reports import load

    date = gold.get("date")
    report = load(path.with_suffix(".txt"), date=date if date and len(date) == 10 else None)
    return read(report).to_json()


def read_from(folder: Path) -> Callable[[Path, Entry], Entry]:
    """Return a function that looks predictions up in a folder; a missing file stands for no entries."""

    def look_up(path: Path, gold: Entry) -> Entry:
        file = folder / path.name
        found: Entry = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        return found

    return look_up


def main(arguments: Sequence[str] | None = None) -> int:
    """Score a folder and print the figures."""
    parser = argparse.ArgumentParser(description="Score a reader against annotated reports.")
    parser.add_argument("gold", type=Path, help="folder of annotated reports")
    parser.add_argument(
        "predicted", type=Path, nargs="?", help="folder of predictions; without it the reports are read here"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--misses", action="store_true", help="print what was missed (-) and what is wrong (+)")
    options = parser.parse_args(arguments)
    if not any(options.gold.glob("*.json")):
        parser.error(f"no annotated report (*.json) in {options.gold}")
    compared = list(compare(options.gold, read_from(options.predicted) if options.predicted else read_here))
    if options.misses:
        for each in compared:
            for line in each.misses():
                print(line, file=sys.stderr if options.json else sys.stdout)
    figures = summary(compared)
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        for name, value in figures.items():
            print(name, value)
    return 0


if __name__ == "__main__":
    sys.exit(main())
