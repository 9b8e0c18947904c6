"""From a report to entries: rules on top of the project's own parser and a small network, or a language model."""

from detente.reading.cast import cast_of as cast_of
from detente.reading.explain import Explanation as Explanation
from detente.reading.explain import explain as explain
from detente.reading.learned.weighing import NETWORK_RULES as NETWORK_RULES
from detente.reading.llm import LanguageModel as LanguageModel
from detente.reading.llm import Limits as Limits
from detente.reading.llm import Reading as Reading
from detente.reading.llm import TurnedDown as TurnedDown
from detente.reading.reader import Reader as Reader
from detente.reading.reader import read as read
from detente.reading.who.mentions import Cast as Cast

__all__ = [
    "NETWORK_RULES",
    "Cast",
    "Explanation",
    "LanguageModel",
    "Limits",
    "Reader",
    "Reading",
    "TurnedDown",
    "cast_of",
    "explain",
    "read",
]
