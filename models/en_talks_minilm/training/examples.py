#!/usr/bin/env python3
"""Writes what the network learns from: passages with candidates and right answers, as one file of JSON.

usage: examples.py OUT VOCABULARY SENTENCES_DIR... NAME=REPORTS_DIR...

SENTENCES_DIR holds labelled sentences (the form is in `evaluation/sentences/README.md`), REPORTS_DIR annotated reports;
candidates and passages of these are those that the reader finds. NAME is the set's name in the file; one that begins
with "held" is kept for testing.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from detente.entries import Stance
from detente.ontology import acts, issues, resolve
from detente.reading.grammar.parser import parse
from detente.reading.learned.candidates import FLAGS, MOST, Candidate, candidates
from detente.reading.learned.passages import passages
from detente.reading.learned.told import Told
from detente.reading.learned.wordpiece import WordPiece
from detente.reading.reader import by_rules
from detente.reports import report_from_text

MARK = re.compile(r"\[([A-H](?:\+[A-H])*):([^\[\]]*)\]")
_POSITION = re.compile(r"(?P<who>[A-H]) (?P<stance>\w+) (?P<issue>\w+)(?P<flags>(?: (?:pre|red))*)")
_EVENT = re.compile(r"(?P<actor>[A-H]?)(?P<how>[>=])(?P<recipient>[A-H]?) (?P<type>[A-Z]+)")
MUTUAL = ("AGREE", "CONSULT")
Row = dict[str, Any]


def main() -> None:
    """Write the examples."""
    parser = argparse.ArgumentParser(description="Write what the network learns from.")
    parser.add_argument("out", type=Path)
    parser.add_argument("vocabulary", type=Path, help="vocab.txt of MiniLM")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    cut = WordPiece(options.vocabulary.read_text(encoding="utf-8").removesuffix("\n").split("\n"))
    items = []
    for each in options.folders:
        name, _, folder = each.rpartition("=")
        new = list(from_reports(name, Path(folder), cut) if name else from_sentences(Path(folder)))
        print(each, len(new), "passages,", sum(len(item["rows"]) for item in new), "sentences")
        items += new
    labels = {"issues": list(issues()), "stances": list(get_args(Stance)), "types": list(acts())}
    with gzip.open(options.out, "wt", encoding="utf-8") as file:
        json.dump({"labels": labels, "items": items}, file)


def from_sentences(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the labelled sentences of a folder, each a passage of its own."""
    for path in sorted(folder.glob("*.txt")):
        items = [block.splitlines() for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())]
        texts = [_unmarked(lines[0]) for lines in items]
        for lines, (text, marks), doc in zip(items, texts, parse([text for text, _ in texts]), strict=True):
            row, number = _marked(marks, doc, quoted=text[:1] in "\"“'" or path.stem == "speech-continued")
            if 0 < len(row["candidates"]) <= MOST:
                _label(row, lines[1:], number)
                yield {"set": "sentences", "group": path.stem, "sentences": [[t.text for t in doc]], "rows": [row]}


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, tuple[str, ...]]]]:
    """The sentence without its marks, and where they were."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(marked):
        text = (text + marked[last : match.start()]).lstrip()
        marks.append((len(text), len(text) + len(match[2]), tuple(match[1].split("+"))))
        text += match[2]
        last = match.end()
    rest = marked[last:]
    return (text + rest if text else rest.lstrip()), marks


def _marked(marks: Sequence[tuple[int, int, tuple[str, ...]]], doc: Any, *, quoted: bool) -> tuple[Row, dict[str, int]]:
    """The candidates of a marked sentence; who is known from before speaks, or was spoken of last."""
    named: dict[str, list[int]] = {}
    unnamed: dict[str, tuple[str, ...]] = {}
    for start, end, letters in marks:
        inside = [t for t in doc if t.idx < end and start < t.idx + len(t.text)]
        nouns = [t.i for t in inside if t.pos_ in ("NOUN", "PROPN", "PRON", "ADJ")] or [t.i for t in inside]
        for letter in letters:
            if nouns:
                named.setdefault(letter, []).append(nouns[-1])
            elif letter not in named:
                roles = ("pair",) if len(letters) > 1 else ("voice",) if quoted else ("last", "subject")
                unnamed[letter] = roles
    known = {letter: (at, ("here",)) for letter, at in named.items()}
    known |= {letter: ([], roles) for letter, roles in unnamed.items() if letter not in named}
    rows = [[0, at, [int(flag in roles) for flag in FLAGS]] for at, roles in known.values()]
    return _row(0, rows), {letter: i for i, letter in enumerate(known)}


def _row(number: int, rows: list[list[Any]]) -> Row:
    answers: Row = {"positions": [], "events": [], "unsure_positions": [], "unsure_events": [], "round": None}
    return {"number": number, "candidates": rows, **answers}


def _label(row: Row, lines: Sequence[str], number: Mapping[str, int]) -> None:
    for line in lines:
        if match := _POSITION.fullmatch(line.strip()):
            flags = "pre" in match["flags"], "red" in match["flags"]
            if match["who"] in number:
                row["positions"].append([number[match["who"]], match["stance"], match["issue"], *flags])
        elif match := _EVENT.fullmatch(line.strip()):
            actor, recipient = (number.get(match[each]) for each in ("actor", "recipient"))
            row["events"].append([actor, recipient, match["type"]])


def from_reports(name: str, folder: Path, cut: WordPiece) -> Iterator[dict[str, Any]]:
    """Yield the passages of annotated reports, with the candidates that the reader finds.

    Parameters
    ----------
    name
        Of the set.
    folder
        Pairs of NAME.txt and NAME.json.
    cut
        The pieces, which say what fits into a passage.
    """
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        report = report_from_text(path.with_suffix(".txt").read_text(encoding="utf-8"), date=gold["date"])
        told = by_rules(report).told
        found = [
            (passage, number, candidates([told[i] for i in passage.sentences], number))
            for passage in passages([sum(len(cut.pieces(word)) for word in each.words) for each in told])
            for number in range(passage.context, len(passage.sentences))
        ]
        rows = {
            p.sentences[n]: _row(n, [[c.sentence, list(c.words), list(c.flags)] for c in who]) for p, n, who in found
        }
        _lay(gold, report.text, told, {p.sentences[n]: who for p, n, who in found}, rows)
        for passage in dict.fromkeys(p for p, *_ in found):
            here = passage.sentences
            words = [list(told[i].words) for i in here]
            yield {
                "set": name,
                "group": path.stem,
                "sentences": words,
                "rows": [rows[i] for i in here[passage.context :]],
            }


def _lay(
    gold: Mapping[str, Any],
    text: str,
    told: Sequence[Told],
    who: Mapping[int, Sequence[Candidate]],
    rows: Mapping[int, Row],
) -> None:
    """Give each sentence the annotations whose quote stands in it; elsewhere in the report they may be told again."""
    known = {c.party for each in who.values() for c in each}

    def number(i: int, party: str | None) -> int | None:
        name = _known_as(party, known) if party else None
        return next((k for k, c in enumerate(who[i]) if c.party == name), None)

    def sentences(quote: str) -> list[int]:
        at = text.find(quote)
        ends = [(each.frame.sentence.start, each.frame.sentence.end) for each in told]
        return [i for i, (a, b) in enumerate(ends) if at >= 0 and a < at + len(quote) and at < b]

    held = []
    for entry in gold["positions"]:
        here = sentences(entry["quote"])
        best = next((i for i in here if number(i, entry["party"]) is not None), None)
        for i, row in rows.items():
            n = number(i, entry["party"])
            if i == best:
                flags = [entry["precondition"], entry["red_line"]]
                held.append((i, n, entry["stance"], entry["issue"]))
                row["positions"].append([n, entry["stance"], entry["issue"], *flags])
            elif n is not None:
                row["unsure_positions"].append([n, entry["stance"], entry["issue"]])
            elif best is None and i in here:
                row["unsure_positions"] += [[k, entry["stance"], entry["issue"]] for k in range(len(who[i]))]
    for entry in gold["events"]:
        here, both = sentences(entry["quote"]), (entry["actor"], entry["recipient"])
        acted = {i: tuple(number(i, party) for party in both) for i in rows}
        whole = {i for i, n in acted.items() if all((k is None) == (p is None) for k, p in zip(n, both, strict=True))}
        best = next((i for i in here if i in whole), None)
        for i, row in rows.items():
            if i == best:
                row["events"].append([*acted[i], entry["type"]])
            elif i in whole:
                row["unsure_events"].append([*acted[i], entry["type"]])
            elif best is None and i in here:
                row["unsure_events"].append(["any", "any", entry["type"]])
    quotes = [(sentences(entry["quote"]), entry["outcome"]) for entry in gold["rounds"]]
    for i, row in rows.items():
        row["round"] = next((outcome for here, outcome in quotes if i in here), "none")
        mine = {tuple(each[:3]) for each in row["positions"]}
        row["unsure_positions"] = [each for each in row["unsure_positions"] if tuple(each) not in mine]
        mine = {tuple(each) for each in row["events"]}
        row["unsure_events"] = [each for each in row["unsure_events"] if tuple(each) not in mine]


def _known_as(party: str, known: set[str]) -> str:
    """What the reader calls a party: a longer or shorter form of its annotated name counts, if only one is there."""
    actor = resolve(party)
    name = actor.name if actor else party
    if name in known:
        return name
    mine = _words(name)
    alike = [each for each in known if mine and _words(each) and (_words(each) <= mine or mine <= _words(each))]
    return alike[0] if len(alike) == 1 else name


def _words(name: str) -> set[str]:
    return set(re.sub(r"'s\b|-", " ", name.casefold()).split()) - {"of", "the", "and", "for"}


if __name__ == "__main__":
    main()
