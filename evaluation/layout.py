"""Figures as lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matching import KINDS


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines with aligned columns, the first to the left and the others to the right.

    Examples
    --------
    >>> list(columns([["", "F1"], ["rounds", ".5"]]))
    ['        F1', 'rounds  .5']
    """
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for first, *others in rows:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells])


def with_range(value: float, bounds: Sequence[float]) -> str:
    """Return a figure with its range; where all draws came out the same there is none to show.

    Examples
    --------
    >>> with_range(0.52, [0.41, 0.6]), with_range(1.0, [1.0, 1.0])
    ('.52 (.41 to .60)', '1.00')
    """
    low, high = bounds
    return short(value) if low == high else f"{short(value)} ({short(low)} to {short(high)})"


def short(value: float) -> str:
    """Return a share with two digits and no leading zero.

    Examples
    --------
    >>> short(0.523), short(-0.004), short(1.0)
    ('.52', '.00', '1.00')
    """
    text = f"{value:.2f}"
    return "0.00"[1:] if float(text) == 0 else text.replace("0.", ".", 1) if abs(float(text)) < 1 else text


def overview(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the main table: precision, recall and F1 by kind, with ranges, then the other fields."""
    rows = [["", "precision", "recall", "F1", "right", "annotated", "predicted"]]
    for kind in KINDS:
        here, ranges = figures[f"all/{kind}"], figures["intervals"][kind]
        cells = [with_range(here[name], ranges[name]) for name in ("precision", "recall", "f1")]
        rows.append([kind, *cells, *(str(here[name]) for name in ("tp", "gold", "pred"))])
    yield from columns(rows)
    yield f"mean F1 of the four kinds: {with_range(figures['macro_f1'], figures['intervals']['macro_f1'])}"
    means = ", ".join(f"{kind} {short(mean)}" for kind, mean in figures["by_report"].items())
    yield f"mean F1 of single reports: {means}"
    yield from origins(figures)
    yield ""
    yield "Other fields, share of matched entries that agree"
    for kind, shares in figures["flags"].items():
        yield f"  {kind}: " + ", ".join(f"{name} {short(share)}" for name, share in shares.items())


def origins(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield F1 by where the texts come from, if there is more than one origin."""
    groups = list(dict.fromkeys(key.split("/")[0] for key in figures if "/" in key and not key.startswith("all/")))
    for group in groups if len(groups) > 1 else ():
        of_kinds = ", ".join(f"{kind} {short(figures[f'{group}/{kind}']['f1'])}" for kind in KINDS)
        yield f"F1 of texts with origin {group!r}: {of_kinds}"


def tables(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the tables by label and by rule, and how far confidence can be believed."""
    for name, rows in figures["labels"].items():
        yield from _block(name, rows, ("precision", "recall", "f1", "tp", "gold", "pred"))
    for kind, rows in figures["rules"].items():
        yield from _block(f"{kind} by rule", rows, ("precision", "right", "predicted"))
    for kind, table in figures["reliability"].items():
        bins = {f"{short(row['from'])} to {short(row['to'])}": row for row in table["bins"]}
        title = f"confidence of {kind}: calibration error {short(table['calibration_error'])}"
        yield from _block(title, bins, ("confidence", "share_right", "right", "predicted"))


_NAMES = {"f1": "F1", "tp": "right", "gold": "annotated", "pred": "predicted", "share_right": "share right"}


def _block(title: str, rows: Mapping[str, Mapping[str, float]], names: Sequence[str]) -> Iterator[str]:
    yield ""
    yield title[0].upper() + title[1:]
    head = ["", *(_NAMES.get(name, name) for name in names)]
    yield from columns([head, *([label or "(none)", *(_cell(row[n]) for n in names)] for label, row in rows.items())])


def _cell(value: float) -> str:
    return str(value) if isinstance(value, int) else short(value)
