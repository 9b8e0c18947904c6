"""What issues are called in the news."""

from pathlib import Path

import pytest
import yaml

from detente.ontology.issues import issues
from detente.reading.grammar.parser import parse
from detente.reading.positions.issues import GENERAL, find_issues, issues_in

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


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("They asked the court to delay the elections.", {"governance"}),
        ("The parliament rejected the amnesty.", {"justice"}),
        ("They want the parliament dissolved.", {"governance"}),
        ("They want a referendum on independence.", {"status"}),
    ],
)
def test_a_body_at_work_is_not_at_issue(sentence: str, named: set[str]) -> None:
    """Who acts or is asked is no issue; what is asked for is, and in a vote what is voted on."""
    doc = parse([sentence])[0]
    assert {mention.issue for mention, _ in issues_in(doc, doc)} == named
