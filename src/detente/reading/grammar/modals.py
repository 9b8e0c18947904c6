"""Duties and refusals that an auxiliary or an infinitive tells: "has to leave", "are to leave", "will not leave"."""

from detente.reading.grammar.parser import Token, auxiliaries, children, lemma, marker


def refuses(token: Token) -> bool:
    """Read "Will not", "would never", "cannot" before a verb that names an issue is a refusal."""
    return bool(set(auxiliaries(token)) & {"will", "would", "wo", "'ll", "can", "could", "ca", "shall", "'d"})


_WAITING = frozenset(["if", "when", "once", "after", "unless", "until", "provided", "then", "in", "on", "as"])


def only(token: Token) -> bool:
    """Read "will only negotiate abroad", "would accept only a full withdrawal": nothing else will do.

    "Only if", "only when" and the like set a condition, which is read as such.
    """
    word = next((c for c in children(token, "advmod") if c.text.casefold() == "only"), None)
    if word is None or not (refuses(token) or token.tag_ in ("VBZ", "VBP")):
        return False
    after = word.nbor().text.casefold() if word.i + 1 < len(token.doc) else ""
    return after not in _WAITING and not any(marker(c) in _WAITING - {"in", "on"} for c in token.children)


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


_FORESEEN = frozenset(["due", "expected", "scheduled", "likely", "set", "bound", "supposed"])


def scheduled(token: Token) -> bool:
    """Read "is due to decide", "are expected to meet", whatever the tree makes of it: a date or a guess, not a duty."""
    to = next((c for c in children(token, "mark", "aux") if c.text.casefold() == "to"), None)
    return lemma(token.head) == "due" or (to is not None and to.i > 0 and to.nbor(-1).text.casefold() in _FORESEEN)
