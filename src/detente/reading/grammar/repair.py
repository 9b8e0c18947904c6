"""Mends trees in which a simple past was taken for a participle: "Flavia accused Ruritania" is no noun phrase."""

import unicodedata

from detente.reading.grammar.tree import Doc, Token, hang_all

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_NOMINAL = frozenset(["NOUN", "PROPN", "NUM", "SYM", "X"])
# After a real participle comes its agent or its circumstances, after a verb its object, or the preposition it asks for.
_AFTER_PARTICIPLE = frozenset(["by", "at", "near", "during", ",", ".", "in", "under", "as"])


def repaired(doc: Doc) -> Doc:
    """Give a tree a verb at its root where the parser left a sentence without one.

    Only sentences that end with a full stop and whose every root is a noun are looked at. The first participle right
    after a noun that is not followed by an agent becomes the verb: what stood before it is its subject, what it was
    said to qualify its object.

    Parameters
    ----------
    doc
        A parsed sentence, changed in place.

    Returns
    -------
    Doc
        The same tree.
    """
    if len(doc) < 4 or doc[-1].text not in (".", '"', "!") or any(_is_clause(t) for t in _first_roots(doc)):
        return doc
    verb = next((t for t in doc if _is_verb(t)), None)
    if verb is not None and not any(_rivals(verb, t) for t in doc):
        _rebuild(doc, verb)
    return doc


def _rivals(verb: Token, token: Token) -> bool:
    """True for another verb that the sentence may have as its own, before the next semicolon."""
    if token.tag_ not in _FINITE or token.i == verb.i or token.dep_ in ("aux", "aux:pass", "cop"):
        return False
    if token.dep_ == "acl:relcl" or any(c.dep_ == "mark" for c in token.children):
        return False
    if token.dep_ == "conj" and token.i > verb.i and any(c.text in ("and", "but") for c in token.children):
        return False
    between = token.doc[min(verb.i, token.i) : max(verb.i, token.i)]
    return all(t.text not in (";", ":") for t in between)


def _first_roots(doc: Doc) -> list[Token]:
    """The roots before the first semicolon; what follows it is a sentence of its own."""
    end = next((t.i for t in doc if t.text == ";"), len(doc))
    return [t for t in doc if t.head.i == t.i and t.i < end]


def _is_clause(root: Token) -> bool:
    finite = root.pos_ in ("VERB", "AUX") and root.tag_ != "VBN"
    return finite or any(c.dep_ in ("cop", "aux", "aux:pass", "nsubj:pass", "expl") for c in root.children)


def _mistaken(token: Token) -> bool:
    """True for a simple past that was taken for an adjective or a name: "Flavia bombed positions"."""
    return (
        token.tag_ in ("JJ", "NNP", "NN")
        and token.dep_ in ("amod", "compound")
        and token.head.i > token.i
        and token.head.dep_ == "ROOT"
        and token.text.islower()
        and token.text.endswith("ed")
        and token.i > 0
        and token.nbor(-1).tag_ in ("NNP", "NNPS", "NNS", "NN")
    )


def _is_verb(token: Token) -> bool:
    if _mistaken(token):
        return True
    if token.tag_ not in ("VBN", "VBD") or token.dep_ not in ("amod", "acl", "ROOT") or token.i == 0:
        return False
    if any(c.dep_ in ("aux", "aux:pass", "mark", "nsubj:pass") for c in token.children):
        return False
    if token.tag_ == "VBD" and token.dep_ == "acl" and token.head.head.i == token.head.i and token.nbor(-1).text == ",":
        return True
    before, after = _noun_before(token), token.nbor() if token.i + 1 < len(token.doc) else token
    if before.pos_ not in _NOMINAL or after.text.casefold() in _AFTER_PARTICIPLE:
        return False
    return _top(before, token).dep_ not in ("obl", "nmod", "obj") or token.dep_ == "amod"


def _noun_before(verb: Token) -> Token:
    """What stands right before a verb, the day left aside ("the parties today signed")."""
    before = verb.nbor(-1)
    if before.text == ",":
        return verb.head
    return before.nbor(-1) if before.dep_.endswith(":unmarked") and before.i > 0 else before


def _top(noun: Token, verb: Token) -> Token:
    """The head of the noun phrase that ends right before the verb."""
    while noun.head.i != noun.i and noun.head.i < verb.i and noun.dep_ != "conj":
        noun = noun.head
    return noun


def _rebuild(doc: Doc, verb: Token) -> None:
    subject = _top(_noun_before(verb), verb)
    heads, deps = [t.head.i for t in doc], [t.dep_ for t in doc]
    thing = verb.head if verb.dep_ in ("amod", "compound") and verb.head.i > verb.i else None
    nouns = {subject.i} if thing is None else {subject.i, thing.i}
    heads[verb.i], deps[verb.i] = verb.i, "ROOT"
    if thing is not None:
        heads[thing.i], deps[thing.i] = verb.i, "obj"
        for each in thing.children:
            if each.i < verb.i and each.i != subject.i:
                heads[each.i] = subject.i if each.dep_ in ("det", "amod", "compound", "nmod:poss") else verb.i
    heads[subject.i], deps[subject.i] = verb.i, "nsubj"
    for token in doc:
        loose = token.head.i == token.i and token.i not in (verb.i, subject.i) and heads[token.i] == token.i
        loose = loose and not _is_clause(token)
        if loose:
            heads[token.i] = verb.i
            after = "obj" if token.i > verb.i and thing is None else "parataxis"
            deps[token.i] = "punct" if _is_punctuation(token) else after
        elif token.dep_ == "punct" or (token.dep_ == "conj" and token.pos_ == "VERB" and token.head.i in nouns):
            heads[token.i] = verb.i
    hang_all(doc, heads, deps)
    verb.pos_, verb.tag_ = "VERB", "VBD"


def _is_punctuation(token: Token) -> bool:
    return all(unicodedata.category(character).startswith("P") for character in token.text)
