"""What is read: by the project's reader here, or by any reader from a folder of predictions."""

import json
from collections.abc import Callable
from pathlib import Path

from matching import Entry

Predict = Callable[[Path, Entry], Entry]


def read_here(path: Path, gold: Entry) -> Entry:
    """Return what the project's reader takes from the report beside a gold file.

    Parameters
    ----------
    path
        The gold file.
    gold
        Its content; a full date in it is given to the reader.
    """
    return _read(path, gold, network=True)


def read_by_rules(path: Path, gold: Entry) -> Entry:
    """Return what the project's rules take from the report beside a gold file, without its network."""
    return _read(path, gold, network=False)


def _read(path: Path, gold: Entry, *, network: bool) -> Entry:
    from detente.reading import read
    from detente.reports import load

    date = gold.get("date")
    report = load(path.with_suffix(".txt"), date=date if date and len(date) == 10 else None)
    return read(report, network=network).to_json()


def read_from(folder: Path) -> Predict:
    """Return a function that looks predictions up in a folder; a missing file stands for no entries."""

    def look_up(path: Path, gold: Entry) -> Entry:
        file = folder / path.name
        found: Entry = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        return found

    return look_up


def saving(predict: Predict, folder: Path) -> Predict:
    """Return the same reader, which also writes what it reads to NAME.json in a folder."""
    folder.mkdir(parents=True, exist_ok=True)

    def read_and_save(path: Path, gold: Entry) -> Entry:
        found = predict(path, gold)
        (folder / path.name).write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return found

    return read_and_save


def read_by_keywords(path: Path, gold: Entry) -> Entry:
    """Return what the reader by keywords takes from the report beside a gold file."""
    import keywords

    return keywords.read(path.with_suffix(".txt").read_text(encoding="utf-8"), gold.get("date"))
