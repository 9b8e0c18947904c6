"""One stance found in a sentence: who holds it, which it is, and which words say what it is about."""

from dataclasses import dataclass

from detente.entries import Stance
from detente.reading.grammar.parser import Token
from detente.reading.rule import Rule


@dataclass(frozen=True)
class Stating:
    """One stance found in a sentence: who, which stance, and where its content stands."""

    holders: tuple[str, ...]
    stance: Stance
    rule: Rule
    cue: Token
    region: tuple[Token, ...]
