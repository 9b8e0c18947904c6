#!/usr/bin/env python3
"""Scores the reader on labelled sentences: which labels it finds, each sentence being a report of its own.

usage: sentences.py [practice|unseen|FILE...] [--misses LABEL] [--wrong LABEL] [--json]

A LABEL is a stance, an issue or a type of event. The names that are marked in a sentence are given to the reader, so
that only what they do is measured; labels of somebody who is not named in the sentence do not count as missed.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import ROOT
from detente.entries import Entries
from detente.reading import read
from detente.reading.rule import words
from detente.reports import report_from_text
from layout import columns, short
from matching import UNORDERED

FOLDER = ROOT / "evaluation" / "sentences"
MARK = re.compile(r"\[([A-H](?:\+[A-H])*):([^\[\]]*)\]")
POSITION = re.compile(r"([A-H]) (demands|proposes|accepts|rejects) (\w+)(?: (?:pre|red))*")
EVENT = re.compile(r"([A-H]?)[>=]([A-H]?) ([A-Z]+)")
PARTY = "Party "
# (who, stance, issue), or (type, actor, recipient).
Label = tuple[str, str, str]


@dataclass(frozen=True)
class Item:
    """One labelled sentence.

    Parameters
    ----------
    place
        File and number.
    text
        The sentence.
    names
        Names in it, each with the letter of its actor.
    labels
        Positions and events.
    """

    place: str
    text: str
    names: Mapping[str, str]
    labels: frozenset[Label]


def items(path: Path) -> Iterator[Item]:
    """Yield the labelled sentences of a file.

    Parameters
    ----------
    path
        In the form that sentences/README.md tells.

    Raises
    ------
    ValueError
        For a line that is no label; it names file and item.
    """
    for number, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()), 1):
        sentence, *lines = block.splitlines()
        place = f"{path.stem}:{number}"
        labels = frozenset(_label(line.strip(), place) for line in lines if line.strip() != "-")
        yield Item(place, MARK.sub(lambda match: match[2], sentence).strip(), dict(_names(sentence)), labels)


def _names(sentence: str) -> Iterator[tuple[str, str]]:
    for match in MARK.finditer(sentence):
        name = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", match[2])
        # Pronouns and roles are for the reader to work out.
        if len(match[1]) == 1 and name[:1].isupper() and name.casefold() not in _PRONOUNS:
            yield name, match[1]


_PRONOUNS = words("they them their he him his she her it its we us our i me my who which both each")


def _label(line: str, place: str) -> Label:
    if match := POSITION.fullmatch(line):
        return match[1], match[2], match[3]
    if match := EVENT.fullmatch(line):
        return _event(match[3], match[1], match[2])
    raise ValueError(f"{place}: {line!r} is no label")


def _event(kind: str, actor: str, recipient: str) -> Label:
    one, other = sorted((actor, recipient)) if kind in UNORDERED else (actor, recipient)
    return kind, one, other


def found(item: Item) -> frozenset[Label]:
    """Return the labels that the reader gives a sentence, as far as they are about the actors that are marked."""
    names = {name: PARTY + letter for name, letter in item.names.items()}
    return frozenset(_labels(read(report_from_text(item.text, date="2025-06-03"), names=names)))


def _labels(entries: Entries) -> Iterator[Label]:
    for position in entries.positions:
        if position.party.startswith(PARTY):
            yield position.party.removeprefix(PARTY), position.stance, position.issue
    for event in entries.events:
        actor, recipient = event.actor or "", event.recipient or ""
        if all(not each or each.startswith(PARTY) for each in (actor, recipient)):
            yield _event(str(event.type), actor.removeprefix(PARTY), recipient.removeprefix(PARTY))


def _kinds(label: Label) -> tuple[str, ...]:
    """The rows of the table in which a label is counted."""
    return ("events", label[0]) if label[0].isupper() and len(label[0]) > 1 else ("positions", *label[1:])


def _named(label: Label, item: Item) -> bool:
    who = label[1:] if _kinds(label)[0] == "events" else label[:1]
    return set(who) <= {*item.names.values(), ""}


def counted(pairs: Iterable[tuple[Item, frozenset[Label]]]) -> dict[str, list[int]]:
    """Return for each kind, stance, issue and type how many labels are right, annotated and predicted.

    Parameters
    ----------
    pairs
        Sentences with what was found in them.

    Examples
    --------
    >>> item = Item("a:1", "", {"Norway": "A"}, frozenset([("A", "demands", "aid")]))
    >>> counted([(item, frozenset([("A", "demands", "aid"), ("A", "rejects", "aid")]))])["positions"]
    [1, 1, 2]
    """
    right, gold, predicted = Counter[str](), Counter[str](), Counter[str]()
    for item, labels in pairs:
        for label in item.labels:
            if _named(label, item) or label in labels:
                gold.update(_kinds(label))
        for label in labels:
            predicted.update(_kinds(label))
            if label in item.labels:
                right.update(_kinds(label))
    return {name: [right[name], gold[name], predicted[name]] for name in sorted(gold | predicted)}


def _table(counts: Mapping[str, Sequence[int]]) -> Iterator[Sequence[str]]:
    yield ["", "precision", "recall", "F1", "right", "annotated", "predicted"]
    for name in sorted(counts, key=lambda each: (each not in ("positions", "events"), each.isupper(), each)):
        right, gold, predicted = counts[name]
        shares = right / max(1, predicted), right / max(1, gold), 2 * right / max(1, gold + predicted)
        yield [name, *map(short, shares), *map(str, (right, gold, predicted))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, and the sentences that are asked for."""
    parser = argparse.ArgumentParser(description="Score the reader on labelled sentences.")
    parser.add_argument("what", nargs="*", default=["unseen"], help="practice, unseen, or files")
    parser.add_argument("--misses", metavar="LABEL", help="sentences of a label that is missed")
    parser.add_argument("--wrong", metavar="LABEL", help="sentences of a label that is wrong")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    paths = [path for what in options.what for path in _paths(what)]
    if missing := [path for path in paths if not path.is_file()]:
        parser.error(f"{missing[0]}: no such file; name practice, unseen or files")
    pairs = [(item, found(item)) for path in paths for item in items(path)]
    for item, labels in pairs:
        missed = [each for each in item.labels - labels if options.misses in _kinds(each) and _named(each, item)]
        wrong = [each for each in labels - item.labels if options.wrong in _kinds(each)]
        for sort, these in (("missed", missed), ("wrong", wrong)):
            for label in sorted(these):
                print(
                    f"{sort} {item.place} {' '.join(each or '-' for each in label)} | {item.text} | {dict(item.names)}"
                )
    counts = counted(pairs)
    print(json.dumps(counts, indent=1) if options.json else "\n".join(columns(list(_table(counts)))))
    return 0


def _paths(what: str) -> list[Path]:
    return sorted((FOLDER / what).glob("*.txt")) if what in ("practice", "unseen") else [Path(what)]


if __name__ == "__main__":
    sys.exit(main())
