"""Taking things out of a record: CSV, Parquet, JSON Lines, JSON-LD, of all that stands or of a search."""

from detente.record.exporting.export import FORMATS as FORMATS
from detente.record.exporting.export import Exported as Exported
from detente.record.exporting.export import export as export

__all__ = ["FORMATS", "Exported", "export"]
