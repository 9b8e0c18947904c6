"""Mends coordination that the parser has lost: "Arland and Borland promised", "and Borland will disarm its men"."""

from itertools import pairwise

from detente.reading.grammar.tree import Doc, Token, hang, lead
from detente.reading.rule import words

_SUBJECTS = ("nsubj", "nsubj:pass")
_NAMES = ("NOUN", "PROPN")
_OPENING = words("under in within by at during after before as since pursuant")


def coordinated(doc: Doc) -> Doc:
    """Join two subjects of one verb, and give the verb of a second clause its own.

    Parameters
    ----------
    doc
        A parsed sentence, changed in place.

    Returns
    -------
    Doc
        The same tree.
    """
    for token in doc:
        _in_the_middle(token)
        if token.children:
            _two_subjects(token)
            _owners(token)
            _own_subject(token)
        _second_past(token)
        if token.children:
            _after_circumstance(token)
            _after_aside(token)
    return doc


def _two_subjects(verb: Token) -> None:
    """Read "Arland and Borland promised ...": a second subject that "and" opens belongs to the first."""
    found = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i]
    for first, second in pairwise(found):
        if _joint(second):
            hang(second, first, "conj")
            return


def in_a_row(verb: Token) -> None:
    """Read "Arland, Borland and the Valley Front signed": names in a row before a verb are its subject together."""
    last = next((c for c in reversed(verb.children) if c.i < verb.i and c.dep_ in ("nsubj", "nsubj:pass")), None)
    before = [c for c in verb.children if last is not None and c.i < last.i and (c.dep_ in _LOOSE or _bare(c))]
    first = next((c for c in before if c.pos_ == "PROPN"), None)
    if last is None or first is None:
        return
    between = verb.doc[first.i + 1 : last.i]
    names = [t for t in between if t.pos_ not in ("PROPN", "DET", "ADJ", "NOUN") and t.text not in (",", "and")]
    joint = any(t.text == "and" for t in between) or any(c.dep_ == "conj" for c in last.children)
    if names or not between or between[0].text != "," or not joint:
        return
    for each in [c for c in verb.children if first.i < c.i < last.i]:
        hang(each, last, each.dep_)
    first.dep_ = last.dep_
    hang(last, first, "conj")


def _bare(noun: Token) -> bool:
    return noun.dep_ == "obl" and not any(c.dep_ == "case" for c in noun.children)


# What the parser makes of the first names of a row.
_LOOSE = ("nsubj", "nsubj:pass", "parataxis", "dislocated", "obl:unmarked", "nmod:unmarked", "vocative", "appos", "obj")


def _in_the_middle(name: Token) -> None:
    """Read "Arland, Borland and Corland promised ...": the name in the middle is no subject of the last."""
    last = name.head
    if name.dep_ != "nsubj" or last.dep_ != "conj" or _joint(last) is None:
        return
    if last.head.i < name.i < last.i and name.pos_ == last.pos_ == last.head.pos_ == "PROPN":
        hang(name, last.head, "conj")


def _owners(verb: Token) -> None:
    """Read "the ministers of Arland and Borland endorsed ...": the subject is whoever the second name is one of."""
    second = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    opening = _joint(second) if second is not None else None
    if second is None or opening is None or opening.i == 0 or second.pos_ != "PROPN":
        return
    first = opening.nbor(-1)
    noun = first.head
    loose = noun.head is verb and noun.dep_ in ("parataxis", "dislocated")
    if first.pos_ == "PROPN" and first.dep_ == "nmod" and loose:
        hang(noun, verb, second.dep_)
        hang(second, first, "conj")


def _own_subject(verb: Token) -> None:
    """Read "Arland will leave its bases and Borland will disarm its men": the name right before "will" acts."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or _has_subject(verb):
        return
    first = next((c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop") and c.tag_ != "TO"), None)
    noun = first.nbor(-1) if first is not None and first.i > 1 else verb
    opening = _joint(noun)
    if noun.pos_ in _NAMES and noun.dep_ == "conj" and opening is not None and noun.head is not verb:
        hang(opening, verb, "cc")
        hang(noun, verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj")


def _second_past(verb: Token) -> None:
    """Read "Arland promised aid, and Borland promised to leave": a past right after the second name is its verb."""
    noun = verb.nbor(-1) if verb.i > 1 else verb
    # The second name may hang on the object of the first clause: "Arland refused a truce and Borland accepted it".
    above = noun.head if noun.head.pos_ == "VERB" or verb.tag_ == "VBN" else noun.head.head
    if verb.tag_ not in ("VBD", "VBN") or verb.pos_ != "VERB" or verb.dep_ == "aux":
        return
    if noun.dep_ != "conj" or noun.pos_ != "PROPN" or above.pos_ != "VERB" or above.i > noun.i:
        return
    bare = not any(c.dep_ in ("aux", "aux:pass", "mark", "case", "obl:agent") for c in verb.children)
    opening = _joint(noun)
    if verb.head is above and bare and not _has_subject(verb) and opening is not None:
        hang(opening, verb, "cc")
        hang(noun, verb, "nsubj")
        verb.dep_, verb.tag_ = "conj", "VBD"


def _after_circumstance(verb: Token) -> None:
    """Read "Under a deal, Arland is to leave": what a preposition opens is no subject, the name after it is."""
    wrong = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    cased = wrong is not None and any(c.dep_ == "case" and c.text.casefold() in _OPENING for c in wrong.children)
    if wrong is None or not cased:
        return
    name = next((c for c in wrong.children if c.dep_ in ("conj", "appos") and c.pos_ in _NAMES), None)
    if name is None or _joint(name) is not None or name.nbor(-1).text != "," or name.i > verb.i:
        return
    dep, wrong.dep_ = wrong.dep_, "obl"
    hang(name, verb, dep)


def _after_aside(verb: Token) -> None:
    """Read "Arland, for its part, promised aid": a name before a bracketed aside does what its only verb says."""
    name = verb.head
    if verb.dep_ not in ("parataxis", "acl") or verb.tag_ not in ("VBN", "VBD") or name.head is not name:
        return
    objects = any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children)
    if name.pos_ != "PROPN" or name.i > verb.i or verb.nbor(-1).text != "," or not objects or _has_subject(verb):
        return
    if any(c.dep_ in ("aux", "aux:pass", "mark", "obl:agent") for c in verb.children):
        return
    lead(verb, name, "nsubj")
    verb.tag_ = "VBD"


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in (*_SUBJECTS, "expl", "csubj") for c in verb.children)


def _joint(noun: Token) -> Token | None:
    """The "and" that opens a second member."""
    return next((c for c in noun.children if c.dep_ == "cc" and c.i < noun.i), None)
