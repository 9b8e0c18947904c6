"""A small English parser for spaCy: tagger, morphologizer and Universal Dependencies parser."""

from pathlib import Path
from typing import Any


def load(**overrides: Any) -> Any:
    """Load the pipeline; keyword arguments go to `spacy.util.load_model_from_path`."""
    from spacy.util import load_model_from_path

    return load_model_from_path(Path(__file__).parent, **overrides)
