"""Figures of a reader: in all, by label, by rule, and how far its confidence can be believed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from matching import FLAGS, KINDS, Compared, Entry, agrees

# What entries of a kind are told apart by; a match has the same label on both sides.
LABELS = {"positions": ("stance", "issue"), "events": ("type",), "claims": ("unit",), "rounds": ()}
BINS = 10
Counts = dict[str, dict[str, list[int]]]


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


def counts(compared: Iterable[Compared]) -> Counts:
    """Return right, annotated and predicted entries by report and kind: all that a resampling of reports needs."""
    found: Counts = {}
    for each in compared:
        found.setdefault(each.report, {})[each.kind] = [len(each.pairs), len(each.gold), len(each.predicted)]
    return found


def by_report(of: Counts) -> dict[str, float]:
    """Return the mean of the F1 of single reports by kind; a report without any entry of the kind has no say."""
    means = {}
    for kind in KINDS:
        rows = [each[kind] for each in of.values() if kind in each]
        f1 = [2 * right / (gold + predicted) for right, gold, predicted in rows if gold + predicted]
        if f1:
            means[kind] = round(sum(f1) / len(f1), 3)
    return means


def by_label(compared: Sequence[Compared]) -> dict[str, dict[str, dict[str, float]]]:
    """Return precision, recall and F1 for every stance, issue, type of event and unit, the most annotated first.

    Parameters
    ----------
    compared
        All comparisons of a folder.

    Returns
    -------
    dict
        By "kind by label", then by value of the label.
    """
    tables: dict[str, dict[str, Tally]] = {}
    for each in compared:
        for label in LABELS[each.kind]:
            table = tables.setdefault(f"{each.kind} by {label}", {})
            for entry in each.gold:
                table.setdefault(str(entry.get(label)), Tally()).gold += 1
            for entry in each.predicted:
                table.setdefault(str(entry.get(label)), Tally()).predicted += 1
            for i, _ in each.pairs:
                table[str(each.gold[i].get(label))].right += 1
    return {
        name: {value: tally.figures() for value, tally in sorted(table.items(), key=lambda row: (-row[1].gold, row[0]))}
        for name, table in tables.items()
    }


def judged(compared: Iterable[Compared]) -> Iterator[tuple[str, Entry, bool]]:
    """Yield every predicted entry with its kind, and whether it matches an annotated one."""
    for each in compared:
        right = {id(each.quotable[j]) for _, j in each.pairs}
        for entry in each.predicted:
            yield each.kind, entry, id(entry) in right


def by_rule(compared: Iterable[Compared]) -> dict[str, dict[str, dict[str, float]]]:
    """Return for every rule how many entries it predicted and which share is right, the busiest first.

    Parameters
    ----------
    compared
        All comparisons of a folder.

    Returns
    -------
    dict
        By kind, then by the id of the rule; "" for entries that name none.
    """
    predicted: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    hits: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind, entry, right in judged(compared):
        rule = entry.get("rule", "")
        predicted[kind][rule] += 1
        hits[kind][rule] += right
    return {
        kind: {
            rule: {"precision": round(hits[kind][rule] / n, 3), "right": hits[kind][rule], "predicted": n}
            for rule, n in sorted(rules.items(), key=lambda row: (-row[1], row[0]))
        }
        for kind, rules in predicted.items()
        if rules
    }


@dataclass
class Bin:
    """Predicted entries of about the same confidence."""

    confidences: list[float] = field(default_factory=list)
    right: int = 0

    @property
    def gap(self) -> float:
        """How far the share that is right is from the mean confidence, times how many entries there are."""
        return abs(sum(self.confidences) - self.right)

    def figures(self) -> dict[str, float]:
        """Return mean confidence and share that is right, with the counts they rest on."""
        n = len(self.confidences)
        mean, share = round(sum(self.confidences) / n, 3), round(self.right / n, 3)
        return {"confidence": mean, "share_right": share, "right": self.right, "predicted": n}


def reliability(compared: Sequence[Compared]) -> dict[str, dict[str, Any]]:
    """Return how often entries of a stated confidence are right.

    Parameters
    ----------
    compared
        All comparisons of a folder.

    Returns
    -------
    dict
        By kind, and "all": `bins` of tenths of confidence that hold any entry, and `calibration_error`, the mean
        distance between confidence and share that is right, weighted by entries. Entries without a confidence are left
        out.

    Source
    ------
    Expected calibration error: Naeini, Cooper and Hauskrecht 2015.
    """
    bins: dict[str, dict[int, Bin]] = {}
    for kind, entry, right in judged(compared):
        confidence = entry.get("confidence")
        if confidence is None:
            continue
        for group in (kind, "all"):
            place = min(int(confidence * BINS), BINS - 1)
            each = bins.setdefault(group, {}).setdefault(place, Bin())
            each.confidences.append(confidence)
            each.right += right
    return {group: _reliability(bins[group]) for group in (*KINDS, "all") if group in bins}


def _reliability(bins: dict[int, Bin]) -> dict[str, Any]:
    entries = sum(len(each.confidences) for each in bins.values())
    error = sum(each.gap for each in bins.values()) / entries
    rows = [{"from": n / BINS, "to": (n + 1) / BINS} | each.figures() for n, each in sorted(bins.items())]
    return {"calibration_error": round(error, 3), "bins": rows}
