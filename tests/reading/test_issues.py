"""What issues are called in the news."""

from pathlib import Path

import pytest
import yaml

from detente.ontology.issues import issues
from detente.reading.issues import GENERAL, find_issues

WORDS = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("issue", "words"), [(issue, words) for issue in WORDS for words in WORDS[issue]])
def test_words_lead_to_their_issue(issue: str, words: str) -> None:
    """A usual name of an issue names it and no other particular one."""
    assert {m.issue for m in find_issues(words)} - (GENERAL - {issue}) == {issue}


def test_every_issue_has_names() -> None:
    """No issue of the ontology is left without names that are tested."""
    assert set(WORDS) == set(issues())


def test_a_particular_issue_goes_before_a_general_one() -> None:
    """A ceasefire agreement is about a ceasefire."""
    assert [m.issue for m in find_issues("a ceasefire agreement")] == ["ceasefire"]
