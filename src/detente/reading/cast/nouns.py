"""Nouns of which the names of groups, bodies and papers are made: one list for all who learn names."""

import re

DOCUMENTS = re.compile(
    r"\b(?:Agreement|Accords?|Protocol|Treaty|Plan|Act|Programme|Program|Mechanism|Zone|Time|Convention"
    r"|Resolution|Talks|Conference|Process|Dialogue)\b"
)
