"""Duties and refusals that an auxiliary or an infinitive tells: "has to leave", "are to leave", "will not leave"."""

from detente.reading.grammar.parser import Token, auxiliaries, children, lemma, marker


def refuses(token: Token) -> bool:
    """Read "Will not", "would never", "cannot" before a verb that names an issue is a refusal."""
    return bool(set(auxiliaries(token)) & {"will", "would", "wo", "'ll", "can", "could", "ca", "shall", "'d"})


def has_to(token: Token) -> bool:
    """Return True for an infinitive under "have", "need" or "ought" ("has to leave")."""
    head = token.head
    return token.dep_ == "xcomp" and lemma(head) in ("have", "need", "ought") and marker(token) == "to"


def is_to(token: Token) -> bool:
    """Read "The forces are to leave": an infinitive under a form of "be"."""
    head = token.head
    return (token.dep_ in ("xcomp", "ccomp") and lemma(head) == "be" and marker(token) == "to") or (
        bool({"to"} & {c.text.casefold() for c in children(token, "mark")})
        and bool({"is", "are"} & set(auxiliaries(token)))
    )
