"""Parquet, written by DuckDB: typed columns, lists as lists."""

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from detente.errors import InputError
from detente.record.exporting.flat import COLUMNS, Kind

INSTALL = "uv sync --extra parquet (in a clone) or pip install 'detente[parquet]'"
_TYPES: Mapping[Kind, str] = {
    "text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "truth": "BOOLEAN", "list": "VARCHAR[]",
}  # fmt: skip


def write(rows: Iterable[Mapping[str, Any]], target: Path, columns: Mapping[str, Kind] = COLUMNS) -> None:
    """Write rows as a Parquet file.

    Parameters
    ----------
    rows
        Column to value.
    target
        The file.
    columns
        In their order.

    Raises
    ------
    InputError
        Where DuckDB is not installed.
    """
    duckdb = _duckdb()
    with tempfile.TemporaryDirectory() as folder:
        lines, made = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        with lines.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps({name: row.get(name) for name in columns}) + "\n")
        types = ", ".join(f"'{name}': '{_TYPES[kind]}'" for name, kind in columns.items())
        source = f"read_json('{_sql(lines)}', format = 'newline_delimited', columns = {{{types}}}, {_LONGEST})"
        with duckdb.connect(":memory:") as connection:
            # One thread keeps the order of the rows.
            connection.execute("SET threads = 1")
            connection.execute(f"COPY (SELECT * FROM {source}) TO '{_sql(made)}' (FORMAT parquet)")
        target.write_bytes(made.read_bytes())


# A sentence is a few hundred characters long, a report's longest "sentence" may be all of it.
_LONGEST = "maximum_object_size = 67108864"


def _sql(path: Path) -> str:
    return str(path).replace("'", "''")


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise InputError(f"Parquet is written with duckdb, which is not installed: {INSTALL}") from None
    return duckdb
