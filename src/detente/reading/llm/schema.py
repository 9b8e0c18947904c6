"""The form of an answer: pydantic models of the codebook's four kinds, and the JSON schema made of them.

The quote comes first in every kind, so that a model looks for the sentence before it decides what the sentence says.
"""

import functools
from collections.abc import Callable, Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from detente.entries import Comparator, Outcome, PreconditionKind, Stance, Status, Unit
from detente.ontology import issues
from detente.ontology.acts import acts
from detente.ontology.in_use import of_tables


def _issue(value: str) -> str:
    if value not in issues():
        raise ValueError(f"there is no issue {value[:40]!r}")
    return value


def _act(value: str) -> str:
    if value not in acts():
        raise ValueError(f"there is no type of event {value[:40]!r}")
    return value


class _OneOf:
    """Says in the schema which words there are; they are those of the tables in use when the schema is made."""

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        self._known = known

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "enum": list(self._known())}


IssueId = Annotated[str, AfterValidator(_issue), _OneOf(lambda: issues())]
ActId = Annotated[str, AfterValidator(_act), _OneOf(lambda: acts())]
QuoteText = Annotated[str, Field(description="copied from text, character for character; at most two sentences")]
Date = Annotated[str | None, Field(description="YYYY-MM-DD, YYYY-MM or YYYY, as far as it is certain; else null")]
Place = Annotated[str | None, Field(description="as text names it; else null")]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Position(_Form):
    """What a party wants, offers, accepts or refuses in the talks."""

    quote: QuoteText
    party: str
    issue: IssueId
    stance: Stance
    terms: Annotated[str, Field(description="what exactly, in under fifteen words of text")]
    precondition: Annotated[
        PreconditionKind | None, Field(description="order: must come first; content: no agreement without it")
    ]
    red_line: Annotated[bool, Field(description="the party will never accept it")]
    key: Annotated[bool, Field(description="text calls it key, main or central")]
    after: Annotated[list[IssueId], Field(description="issues that the party puts before this one")]


class Event(_Form):
    """What somebody did."""

    quote: QuoteText
    type: ActId
    actor: str | None
    recipient: str | None
    date: Date
    place: Place


class Claim(_Form):
    """A figure, and who says so."""

    quote: QuoteText
    value: float
    unit: Unit
    what: Annotated[str, Field(description="what is counted, in under twelve words")]
    comparator: Comparator
    source: Annotated[str | None, Field(description="who says it; null where the report itself does")]
    status: Status


class Round(_Form):
    """One meeting between the parties."""

    quote: QuoteText
    date: Date
    place: Place
    parties: list[str]
    mediators: list[str]
    outcome: Outcome
    agreed: list[IssueId]


class Answer(_Form):
    """All that a section says."""

    positions: list[Position]
    events: list[Event]
    claims: list[Claim]
    rounds: list[Round]


class Lists(_Form):
    """The outer form of an answer alone, so that one faulty entry does not take the others with it."""

    positions: list[Any]
    events: list[Any]
    claims: list[Any]
    rounds: list[Any]


FORMS: dict[str, type[Position] | type[Event] | type[Claim] | type[Round]] = {
    "positions": Position,
    "events": Event,
    "claims": Claim,
    "rounds": Round,
}


@of_tables
@functools.cache
def json_schema() -> dict[str, Any]:
    """Return the schema of an answer as `response_format` wants it: every field required, none added.

    Examples
    --------
    >>> json_schema()["required"]
    ['positions', 'events', 'claims', 'rounds']
    """
    return Answer.model_json_schema()
