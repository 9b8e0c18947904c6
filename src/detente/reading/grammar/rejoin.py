"""Mends clauses hung in the wrong place: what is asked of a second addressee, a past form joined to an infinitive."""

import re

from detente.reading.grammar.tree import Doc, Token, hang, lead
from detente.reading.rule import words

_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl")
_ASKING = words(
    "called calls calling urged urges urging appealed appeals asked asks asking told tells pressed presses pressured"
    " ordered invited implored exhorted begged requested"
)
_SAID = words("said says added adds insisted insists warned stressed told declared announced explained")
_HAVE = words("has have had")


def rejoined(doc: Doc) -> Doc:
    """Hang clauses of a tree where they belong.

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
        if token.tag_ == "VBN" and token.dep_ in ("advcl", "obl"):
            _perfect(token)
        if token.tag_ == "VBD" and token.dep_ == "conj":
            _out_of_the_infinitive(token)
        if token.tag_ in ("VBD", "VBZ") and token.dep_ == "conj":
            _behind_the_name(token)
        if token.text in _SAID and token.dep_ == "acl:relcl":
            _said_at_the_end(token)
        if token.pos_ == "PROPN" and token.i + 2 < len(doc) and token.nbor().text == "to":
            _next_addressee(token)
    return doc


def _infinitive(token: Token) -> bool:
    return any(c.text.casefold() == "to" and c.dep_ == "mark" for c in token.children)


def _above(token: Token) -> list[Token]:
    found = []
    while token.head is not token:
        token = token.head
        found.append(token)
    return found


def _out_of_the_infinitive(verb: Token) -> None:
    """Read "called on Arland to free them and urged Borland ...": a past form joins the past form above."""
    told = verb.head
    main = told.head
    if not _infinitive(told) or main.tag_ not in ("VBD", "VBZ") or main.i > told.i or told.dep_ == "conj":
        return
    if any(c.dep_ in (*_SUBJECT, "mark", "aux:pass") for c in verb.children):
        return
    hang(verb, main, "conj")


def _next_addressee(name: Token) -> None:
    """Read "urged Arland to free them and Borland to leave": what the second is asked to do is asked as well."""
    before = name.nbor(-1) if name.i else name
    if before.text in ("on", "upon", "the") and before.i:
        before = before.nbor(-1)
    verb = next((t for t in name.doc[name.i + 2 : name.i + 4] if t.tag_ == "VB"), None)
    above = _above(name)
    main = next((t for t in above if t.text in _ASKING and t.i < name.i), None)
    if before.text not in ("and", ",", "while") or verb is None or main is None or not _infinitive(verb):
        return
    first = next((t for t in main.children if t.dep_ in ("advcl", "xcomp") and _infinitive(t) and t.i < name.i), None)
    asked = [t for t in main.children if t.dep_ in ("obj", "iobj", "obl") and first and main.i < t.i < first.i]
    if first is None or not asked or any(t is name for t in asked):
        return
    hang(verb, first, "conj")
    hang(name, asked[0], "conj")


def _perfect(verb: Token) -> None:
    """Read "had at first refused", "has at last agreed": between "has" and a participle an adverb may stand."""
    have = verb.head
    between = verb.doc[have.i + 1 : verb.i]
    if have.text not in _HAVE or have.dep_ in ("aux", "aux:pass") or not 0 < len(between) <= _ADVERB:
        return
    if any(c.dep_ in ("obj", "xcomp", "ccomp") for c in have.children) or between[0].text not in ("at", "in", "by"):
        return
    if any(t.pos_ in ("PROPN", "PRON", "DET") or t.text == "," for t in between):
        return
    rest = [c for c in have.children if c is not verb]
    verb.head, verb.dep_, verb.pos_ = (verb if have.head is have else have.head), have.dep_, "VERB"
    if have.head is not have:
        have.head.children = [verb if c is have else c for c in have.head.children]
    for each in rest:
        each.head = verb
    for each in verb.children:
        if each in between:
            each.dep_ = "advmod"
    have.head, have.dep_, have.pos_, have.children = verb, "aux", "AUX", []
    verb.children = sorted([*rest, have, *verb.children], key=lambda t: t.i)


# Words of such an adverb: "at long last".
_ADVERB = 3
_ENDING = re.compile(r"[^,;:]{0,60}[.\"”]?\s*$")


def _said_at_the_end(verb: Token) -> None:
    """Read "The zone is out of the question, its general said": who says so qualifies nothing."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.text.casefold() in ("who", "which", "that") or subject.i > verb.i:
        return
    first = min(t.i for t in subject.subtree)
    if first == 0 or verb.doc[first - 1].text != "," or any(c.dep_ in ("ccomp", "obj") for c in verb.children):
        return
    root = next((t for t in _above(verb) if t.head is t), None)
    if root is not None and root.i < verb.i and _ENDING.fullmatch(verb.doc.text, verb.idx + len(verb.text)):
        hang(verb, root, "parataxis")


def _behind_the_name(verb: Token) -> None:
    """Read "The minister, Anna Dahl, renewed ...": the noun before the name is the subject of the verb behind it."""
    noun = verb.head
    if noun.head is not noun or noun.pos_ not in ("NOUN", "PROPN") or verb.nbor(-1).text != ",":
        return
    named = any(c.dep_ == "appos" and noun.i < c.i < verb.i for c in noun.children)
    if not named or any(c.dep_ in (*_SUBJECT, "cc", "mark", "aux:pass") for c in verb.children):
        return
    lead(verb, noun, "nsubj")
