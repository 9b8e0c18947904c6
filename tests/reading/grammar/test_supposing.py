"""Whether a predicate states anything."""

import pytest

from detente.reading.grammar.parser import lemma, parse
from detente.reading.grammar.supposing import hypothetical


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway might accept a truce.", True),
        ("Denmark hopes that Norway accepts a truce.", True),
        ("If Norway accepts a truce, the talks go on.", True),
        ("Peace will come only when Norway accepts a truce.", True),
        ("Norway would have accepted a truce.", True),
        ("Norway accepts a truce.", False),
        ("Norway said that it could accept a truce.", False),
        ("Norway might not accept a truce.", False),
    ],
)
def test_what_is_only_supposed(sentence: str, expected: bool) -> None:
    """Guesses, hopes, conditions and what did not come about state nothing; a refusal and a careful yes do."""
    verb = next(token for token in parse([sentence])[0] if lemma(token) == "accept")
    assert hypothetical(verb) is expected
