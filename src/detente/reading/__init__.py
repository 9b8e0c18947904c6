"""From a report to entries: a rule-based reader on top of the project's own parser."""

from detente.reading.cast import cast_of as cast_of
from detente.reading.explain import Explanation as Explanation
from detente.reading.explain import explain as explain
from detente.reading.mentions import Cast as Cast
from detente.reading.reader import read as read

__all__ = ["Cast", "Explanation", "cast_of", "explain", "read"]
