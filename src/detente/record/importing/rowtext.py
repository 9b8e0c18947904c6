"""A row of a table as a report: its values in lines that can be read back, and the stretch that its event quotes."""

from collections.abc import Mapping

from detente.entries import Quote
from detente.record.importing.datasets import Dataset
from detente.record.importing.table import Row
from detente.reports import Dropped, Report

# A line break inside a value; no name of a column begins with spaces.
_BREAK = "\n    "


def report_of_row(dataset: Dataset, row: Row, *, path: str, date: str | None, url: str | None) -> tuple[Report, int]:
    """Return a row as a report, and where in it the quote begins; the quote is what is kept of the report.

    Parameters
    ----------
    dataset
        The form of the table.
    row
        The row.
    path
        The file.
    date, url
        Of the event, as the row has them.
    """
    title = " ".join(f"{dataset.name} {row[dataset.key]}".split())
    lines = {name: value.replace("\n", _BREAK) for name, value in _values(row).items()}
    text = f"{title}\n\n"
    start, end = len(text), len(text)
    noted = dataset.notes if row[dataset.notes] else ""
    if not noted:
        text += " | ".join(f"{name}: {' '.join(row[name].split())}" for name in dataset.shown if row[name])
        start, end = start, len(text)
        text += "\n\n"
    for name, value in lines.items():
        if name == noted:
            start, end = _stripped(len(text) + len(name) + 2, value)
        text += f"{name}: {value}\n"
    beside = tuple(Dropped(*span, "table") for span in ((0, start), (end, len(text))) if span[0] < span[1])
    known = date if date and len(date) == 10 else None
    return Report(
        title, known, "metadata" if known else None, dataset.name, f"{path}#{row[dataset.key]}", text,
        ((start, end),), beside, url,
    ), start  # fmt: skip


def values_of(text: str) -> dict[str, str]:
    r"""Return the values of a row from its text; columns without a value are not there.

    Parameters
    ----------
    text
        Of a report that `report_of_row` made.

    Examples
    --------
    >>> values_of("ACLED X1\n\nevent_id_cnty: X1\nnotes: One.\n    Two: three.\n")
    {'event_id_cnty': 'X1', 'notes': 'One.\nTwo: three.'}
    """
    found: dict[str, str] = {}
    body = text.split("\n\n", 1)[1]
    name = ""
    for line in body.removesuffix("\n").split("\n"):
        if line.startswith("    ") and name:
            found[name] += "\n" + line[4:]
        elif ": " in line and " | " not in line.partition(": ")[0]:
            name, _, value = line.partition(": ")
            found[name] = value
        else:
            name = ""
    return found


def place_of(report: Report, column: str) -> Quote:
    """Return the line of a column in the text of a row.

    Parameters
    ----------
    report
        That `report_of_row` made.
    column
        One with a value.
    """
    start = report.text.index(f"\n{column}: ") + 1
    return report.quote(start, report.text.index("\n", start))


def _values(row: Row) -> Mapping[str, str]:
    return {name: value for name, value in zip(row.columns, row.values, strict=True) if value.strip()}


def _stripped(start: int, value: str) -> tuple[int, int]:
    return start + len(value) - len(value.lstrip()), start + len(value.rstrip())
