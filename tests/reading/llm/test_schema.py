"""The form of an answer is the codebook's, and as strict as endpoints want it."""

import dataclasses

import pytest

from detente.entries import ENTRY_TYPES
from detente.ontology import issues
from detente.ontology.acts import acts
from detente.reading.llm.schema import FORMS, json_schema

SCHEMA = json_schema()


def objects(node):
    """Every object of a JSON schema."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_every_field_is_required_and_none_is_added():
    """What strict json_schema endpoints ask of a schema holds for each object in it."""
    found = list(objects(SCHEMA))
    assert len(found) == 5
    for each in found:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


@pytest.mark.parametrize("kind", ENTRY_TYPES)
def test_fields_are_those_of_the_entries(kind):
    """Each kind asks for what an entry has; the quote comes first, and the kind of precondition says both.

    Whose word a position is follows from its sentence, and no model is asked.
    """
    fields = {f.name for f in dataclasses.fields(ENTRY_TYPES[kind])} - {"by", "precondition_kind", "said_by"}
    form = FORMS[f"{kind}s"]
    assert set(form.model_fields) == fields
    assert next(iter(form.model_fields)) == "quote"


def test_issues_and_types_are_those_of_the_ontology():
    """A model can choose among what the ontology has and nothing else."""
    position, event = (SCHEMA["$defs"][name]["properties"] for name in ("Position", "Event"))
    assert position["issue"]["enum"] == position["after"]["items"]["enum"] == list(issues())
    assert event["type"]["enum"] == list(acts())
