"""An optional reader: a language model at an OpenAI-compatible endpoint, its entries checked against the text."""

from detente.reading.llm.checks import TurnedDown as TurnedDown
from detente.reading.llm.client import Limits as Limits
from detente.reading.llm.model import LanguageModel as LanguageModel
from detente.reading.llm.model import Reading as Reading

__all__ = ["LanguageModel", "Limits", "Reading", "TurnedDown"]
