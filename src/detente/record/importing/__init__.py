"""Taking things into a record that need no reader: tables of events, and what another record exported."""

from detente.record.importing.datasets import DATASETS as DATASETS
from detente.record.importing.datasets import Dataset as Dataset
from detente.record.importing.lines import import_lines as import_lines
from detente.record.importing.lines import is_export as is_export
from detente.record.importing.sources import Source as Source
from detente.record.importing.sources import sources as sources
from detente.record.importing.spreadsheet import import_csv as import_csv
from detente.record.importing.tables import Imported as Imported
from detente.record.importing.tables import import_table as import_table

__all__ = [
    "DATASETS",
    "Dataset",
    "Imported",
    "Source",
    "import_csv",
    "import_lines",
    "import_table",
    "is_export",
    "sources",
]
