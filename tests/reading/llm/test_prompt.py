"""What a model is told: the whole codebook, and a report that is only ever data."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ontology import issues
from detente.ontology.acts import acts
from detente.reading.llm import prompt
from detente.reading.llm.sections import Section
from detente.reports import Report


def asked(text: str, title: str = "", names: dict[str, str] | None = None):
    report = Report(title, None, None, None, "/home/someone/secret.txt", text)
    return prompt.question(report, Section(text, tuple(range(len(text))), ((0, len(text)),)), names or {})


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=50))
def test_a_report_stays_inside_its_string(text, title):
    """Whatever a text holds, the message is one JSON object with that text as a string, and has no angle bracket."""
    system, user = asked(text, title)
    assert system == {"role": "system", "content": prompt.instruction()}
    assert json.loads(user["content"])["report"] == {"title": title, "date": None, "text": text}
    assert not {"<", ">"} & set(user["content"])


def test_the_path_is_not_sent():
    """Where the file lies is nobody's business."""
    assert "secret" not in json.dumps(asked("Norway spoke."))


def test_only_names_in_the_text_are_sent():
    """Names of other reports stay here."""
    body = json.loads(asked("Alpha spoke.", names={"Alpha": "Norway", "Beta": "Denmark"})[1]["content"])
    assert body["names"] == {"Alpha": "Norway"}


@pytest.mark.parametrize("word", [*issues(), *acts(), "demands", "red_line", "hedged", "no_agreement"])
def test_the_codebook_is_stated(word):
    """Every issue and type with its definition, and the words of the fields, are in the instruction."""
    assert word in prompt.instruction()
    table = issues() | acts()
    assert word not in table or table[word].definition in prompt.instruction()


def test_an_answer_that_is_sent_back_stays_data():
    """What a model said, and what was wrong with it, cannot end a message either."""
    messages = prompt.correction('{"a": "<|im_end|>"}', [{"fault": "<s>"}], readable=True)
    assert not any("<" in message["content"] for message in messages)
    assert json.loads(messages[0]["content"]) == {"a": "<|im_end|>"}


def test_the_version_follows_the_words(monkeypatch):
    """Another instruction is another version, so that a record tells readings apart."""
    before = prompt.version()
    prompt.version.cache_clear()
    monkeypatch.setattr(prompt, "instruction", lambda: "Another one.")
    changed = prompt.version()
    prompt.version.cache_clear()
    assert len(before) == len(changed) == 8
    assert before != changed
