"""Where codes of other code books were read: title, version, place, and the codes with their short labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


@dataclass(frozen=True, slots=True)
class CodeSource:
    """A code book whose codes stand beside Detente's own ids.

    Parameters
    ----------
    id
        As the table refers to it.
    title, version, url
        Which book, which version of it, and where it is.
    read
        What of it was read, and when it was not the book itself, where.
    codes
        Each code that was read, with its label; None where only the code was read.
    """

    id: str
    title: str
    version: str
    url: str
    read: str
    codes: Mapping[str, str | None]


class SourceRow(BaseModel):
    """A source as a table writes it."""

    model_config = ConfigDict(extra="forbid")
    title: Text
    version: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    read: Text
    codes: dict[str, Text | None] = {}

    def source(self, id: str) -> CodeSource:
        """Return the source under its id."""
        return CodeSource(id, self.title, self.version, self.url, self.read, MappingProxyType(dict(self.codes)))
