#!/usr/bin/env python3
"""Measures which issue the reader sees in a stretch of text, apart from whether it finds the stretch.

usage: topics.py GOLD_DIR [--table] [--misses]

Every quote of an annotated position is given to the reader twice: alone, and in its sentence. Right are the issues that
the annotation has for the quote. Prints the share of quotes with a right issue among those named, with a right one
named first, and with none named; then precision, recall and F1 of the issues. `--table` adds which issue was taken for
which, `--misses` the quotes themselves.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotations import unfit
from matching import Entry


@dataclass(frozen=True)
class Quoted:
    """One quote with its issues.

    Parameters
    ----------
    report
        Name of its report.
    text
        The quote.
    issues
        What the annotation has for it.
    alone, placed
        What the reader sees in the quote by itself, and where it stands; the first is the surest.
    """

    report: str
    text: str
    issues: frozenset[str]
    alone: tuple[str, ...]
    placed: tuple[str, ...]


def quotes(folder: Path) -> Iterator[Quoted]:
    """Yield the quotes of all annotated positions of a folder, each once.

    Parameters
    ----------
    folder
        A folder of annotated reports.
    """
    from detente.reading.grammar.parser import parse
    from detente.reading.positions.issues import issues_in
    from detente.reports import load, sentences

    for path in sorted(folder.glob("*.json")):
        gold: Entry = json.loads(path.read_text(encoding="utf-8"))
        report = load(path.with_suffix(".txt"), date=None)
        parts = sentences(report)
        docs = parse([part.text for part in parts])
        for text in dict.fromkeys(entry["quote"] for entry in gold["positions"]):
            start = report.text.find(text)
            placed = [
                mention.issue
                for part, doc in zip(parts, docs, strict=True)
                for mention, _ in issues_in(doc, [t for t in doc if start <= part.start + t.idx < start + len(text)])
            ]
            alone = [m.issue for doc in parse([text]) for m, _ in issues_in(doc, tuple(doc))]
            issues = frozenset(e["issue"] for e in gold["positions"] if e["quote"] == text)
            yield Quoted(path.stem, text, issues, tuple(alone), tuple(dict.fromkeys(placed)))


def shares(found: Sequence[Quoted], named: str) -> dict[str, float]:
    """Return how often the reader is right, wrong or silent, and precision, recall and F1 of the issues it names.

    Parameters
    ----------
    found
        Quotes.
    named
        alone | placed
    """
    pairs = [(each.issues, getattr(each, named)) for each in found]
    right = sum(len(gold & set(seen)) for gold, seen in pairs)
    predicted, annotated = sum(len(set(seen)) for _, seen in pairs), sum(len(gold) for gold, _ in pairs)
    count = max(len(pairs), 1)
    return {
        "right": sum(bool(gold & set(seen)) for gold, seen in pairs) / count,
        "first": sum(bool(seen) and seen[0] in gold for gold, seen in pairs) / count,
        "silent": sum(not seen for _, seen in pairs) / count,
        "precision": right / predicted if predicted else 0.0,
        "recall": right / annotated if annotated else 0.0,
        "f1": 2 * right / (predicted + annotated) if predicted + annotated else 0.0,
    }


def confusions(found: Sequence[Quoted], named: str) -> Counter[tuple[str, str]]:
    """Count annotated issues that were not named, each beside the surest issue that was ("-" for none).

    Parameters
    ----------
    found
        Quotes.
    named
        alone | placed
    """
    return Counter(
        (issue, next((s for s in getattr(each, named) if s not in each.issues), "-"))
        for each in found
        for issue in sorted(each.issues)
        if issue not in getattr(each, named)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(description="Measure which issue the reader sees in a stretch of text.")
    parser.add_argument("gold", type=Path, help="folder of annotated reports")
    parser.add_argument("--table", action="store_true", help="print also which issue was taken for which")
    parser.add_argument("--misses", action="store_true", help="print also the quotes whose issues were not all named")
    options = parser.parse_args(arguments)
    if reason := unfit(options.gold):
        parser.error(reason)
    found = list(quotes(options.gold))
    print(f"{len(found)} quotes of positions in {options.gold}")
    for named in ("alone", "placed"):
        print(f"{named:<8}" + "  ".join(f"{name} {share:.3f}" for name, share in shares(found, named).items()))
    if options.table:
        for (issue, taken), number in confusions(found, "placed").most_common():
            print(f"{number:4}  {issue:<15} {taken}")
    if options.misses:
        for each in found:
            if each.issues - set(each.placed):
                names = f"{','.join(sorted(each.issues))} != {','.join(each.alone)} / {','.join(each.placed)}"
                print(f"{each.report}: {names}: {' '.join(each.text.split())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
