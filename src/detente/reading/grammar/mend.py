"""Mends subjects that the parser has lost: "..., urged Norway", "It asked for ...", "The factions insist on ..."."""

import re

from detente.reading.grammar.coordination import in_a_row
from detente.reading.grammar.mend_names import behind_by, closing_said, first_of_two, nation_of_compound
from detente.reading.grammar.tree import Doc, Token, hang, lead
from detente.reading.rule import words

_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
# Verbs that may stand before their subject when they close a quotation or a report.
_SPEAKING = re.compile(
    r"(?:say|tell|add|insist|urge|demand|warn|repeat|reply|retort|answer|counter|argue|maintain|announce|declare"
    r"|explain|stress|assert|affirm|promis|pledg|vow|swear|ask|plead|propose|suggest|snap|snort"
    r"|complain|protest|recall|remark|murmur|mutter|shout)"
    r"(?:s|d|ed|es)?|says|tells|swore|replie[sd]|say",
    re.IGNORECASE,
)
_SPEAKERS = words(
    "government spokesman spokeswoman rebels guerrillas delegation army officials envoy envoys minister president"
    " negotiator negotiators leadership ministry leader leaders"
)
_CLOSING = re.compile(r"[,?!\"”'—–-]\s?$")
# Forms that are verbs wherever they end a noun phrase: no noun has their spelling.
_ONLY_VERBS = words(
    "insist insists accept accepts reject rejects refuse refuses propose proposes oppose opposes agree agrees seek"
    " seeks urge urges want wants foresees envisages stipulates provides forbids permits requires"
    " obliges commits compels obligates"
)


def mended(doc: Doc) -> Doc:
    """Give back their subjects to the verbs of a tree that have lost them.

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
        if token.tag_ in ("NN", "NNS", "NNP", "JJ") and (token.text in _ONLY_VERBS or _acts(token)):
            _as_verb(token)
        if token.text in _SHORT_PASTS and token.tag_ in ("NN", "VBN"):
            _as_past(token)
        if token.dep_ in ("xcomp", "acl", "nmod") and token.i and token.nbor(-1).dep_ == "ROOT":
            _for_root(token)
        if token.dep_ == "xcomp" and token.i:
            _after_clause(token)
        if token.dep_ == "amod" and token.text in _SPOKE:
            _for_adjective(token)
        if token.dep_ == "xcomp" and token.pos_ == "ADJ":
            _before_its_noun(token)
        if token.dep_ == "obj" and token.text in _TIMES:
            _how_often(token)
        nation_of_compound(token)
        if token.children:
            first_of_two(token)
            behind_by(token)
            closing_said(token)
            _joined(token)
            in_a_row(token)
            _beside(token)
            _two_verbs(token)
            _out_of_the_past(token)
        _out_of_what_is_said(token)
        _active(token)
        if token.pos_ == "VERB" and not any(c.dep_ in _SUBJECT for c in token.children):
            _inverted(token)
            _it(token)
            if not any(c.dep_ in _SUBJECT for c in token.children):
                _behind_aside(token)
    return doc


def _for_root(verb: Token) -> None:
    """Read "Arland accused Borland of ...": a name right before a past form with an object does what it says."""
    noun = verb.nbor(-1)
    if verb.tag_ not in _PAST or noun.pos_ != "PROPN" or verb.head is not noun or verb.text[:1].isupper():
        return
    objects = [c for c in verb.children if c.dep_ in ("obj", "ccomp") and c.i > verb.i]
    if not objects or any(c.dep_ in ("aux", "aux:pass", "mark", "case", *_SUBJECT) for c in verb.children):
        return
    if any(c.dep_ in ("cop", *_SUBJECT) for c in noun.children):
        return
    lead(verb, noun, "nsubj")
    verb.pos_, verb.tag_ = "VERB", "VBD"


_CONJUNCTIONS = words("after before since until as")


def _after_clause(verb: Token) -> None:
    """Read "Arland signed after Borland freed its prisoners": the name after "after" is the subject."""
    noun = verb.nbor(-1)
    opening = next((c for c in noun.children if c.dep_ == "case"), None)
    if noun.dep_ != "obl" or noun.head is not verb.head or noun.pos_ not in ("PROPN", "NOUN") or opening is None:
        return
    past = verb.text.endswith("ed") or verb.tag_ == "VBD"
    if opening.text.casefold() not in _CONJUNCTIONS or not past or any(c.dep_ == "mark" for c in verb.children):
        return
    if not any(c.dep_ in ("obj", "obl", "ccomp", "compound:prt") for c in verb.children):
        return
    hang(opening, verb, "mark")
    hang(noun, verb, "nsubj")
    verb.dep_, verb.tag_ = "advcl", "VBD"


def _for_adjective(verb: Token) -> None:
    """Read "... and accused Arland of delays": a past form of speech right after "and" is no adjective."""
    noun = verb.head
    before = verb.nbor(-1).text if verb.i else ""
    if before != "and" or noun.pos_ != "PROPN" or noun.i < verb.i or noun.dep_ != "conj":
        return
    joint = [c for c in noun.children if c.i < verb.i]
    hang(verb, noun.head, "conj")
    hang(noun, verb, "obj")
    for each in joint:
        hang(each, verb, each.dep_)
    verb.pos_, verb.tag_ = "VERB", "VBD"


def _active(subject: Token) -> None:
    """Read "Both called for a truce": a past form without an auxiliary has a subject that acts."""
    verb = subject.head
    if subject.dep_ == "nsubj:pass" and verb.tag_ == "VBD" and not any(c.dep_ == "aux:pass" for c in verb.children):
        subject.dep_ = "nsubj"


def _before_its_noun(adjective: Token) -> None:
    """Read "began indirect talks": an adjective right before a noun that hangs on it belongs to the noun."""
    noun = next((c for c in adjective.children if c.dep_ == "obj" and c.i == adjective.i + 1), None)
    if noun is None or noun.pos_ != "NOUN" or len(adjective.children) > 1:
        return
    hang(noun, adjective.head, "obj")
    hang(adjective, noun, "amod")


_TIMES = frozenset(["times", "occasions"])


def _how_often(noun: Token) -> None:
    """Read "met several times in Arland": how often is no object, and where it was hangs on the verb."""
    verb = noun.head
    beside = [c for c in noun.children if c.i > noun.i and c.dep_ in ("nmod", "acl")]
    noun.dep_ = "obl:unmarked"
    for each in beside:
        hang(each, verb, "obl" if each.dep_ == "nmod" else "advcl")


def _two_verbs(verb: Token) -> None:
    """Read "Norway demands guarantees that ...": of two forms in -s side by side the second is the object."""
    noun = verb.head
    apart = verb.tag_ != "VBZ" or verb.dep_ != "nsubj" or noun.i != verb.i + 1 or noun.tag_ not in ("VBZ", "VBP")
    if apart or not any(c.dep_ in _SUBJECT for c in verb.children):
        return
    before = [c for c in noun.children if c.i < verb.i]
    after = [c for c in noun.children if c.i > noun.i and c.dep_ == "punct"]
    above = noun.head
    verb.dep_, verb.head = noun.dep_, verb if above is noun else above
    if above is not noun:
        above.children = [verb if c is noun else c for c in above.children]
    for each in (*before, *after):
        each.head = verb
    noun.children = [c for c in noun.children if c is not verb and c not in before and c not in after]
    for each in noun.children:
        each.dep_ = _UNDER_NOUNS.get(each.dep_, each.dep_)
    verb.children = sorted([*before, *verb.children, noun, *after], key=lambda t: t.i)
    noun.head, noun.dep_, noun.pos_, noun.tag_ = verb, "obj", "NOUN", "NNS"


_UNDER_NOUNS = {"ccomp": "acl", "obl": "nmod", "xcomp": "acl"}


def _inverted(verb: Token) -> None:
    """Read "..., urged Norway": what stands right behind a verb of speech that closes a quotation is its subject."""
    if not _SPEAKING.fullmatch(verb.text) or verb.i == 0 or not _CLOSING.search(verb.doc.text[: verb.idx]):
        return
    if any(c.dep_ in ("aux", "aux:pass", "mark", "cop") for c in verb.children):
        return
    after = [c for c in verb.children if c.i > verb.i and c.dep_ != "punct"]
    if after and after[0].dep_ in ("obj", "obl:unmarked") and _is_somebody(after[0]):
        after[0].dep_ = "nsubj"
        verb.dep_ = "parataxis" if verb.dep_ == "advcl" else verb.dep_


def _behind_aside(verb: Token) -> None:
    """Read "The premier, who came on Monday, urged ...": what stands before an aside is the subject of its verb."""
    if verb.tag_ not in ("VBD", "VBZ") or verb.i == 0 or verb.nbor(-1).text != ",":
        return
    if any(c.dep_ in ("mark", "aux:pass", "expl") for c in verb.children):
        return
    aside = verb.head
    if aside is verb:
        roots = [t for t in verb.doc if t.head is t and t.i < verb.i]
        subject = roots[0] if len(roots) == 1 else None
    else:
        hung = verb.dep_ in ("advcl", "conj", "parataxis") and aside.dep_ == "acl:relcl" and aside.i < verb.i
        subject = aside.head if hung and aside.head.head is aside.head else None
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return
    if aside is not verb:
        aside.children = [c for c in aside.children if c is not verb]
        verb.head, verb.dep_ = verb, "ROOT"
    hang(subject, verb, "nsubj")


def _is_somebody(noun: Token) -> bool:
    the = any(c.text.casefold() == "the" for c in noun.children)
    return noun.pos_ == "PROPN" or (the and noun.text in _SPEAKERS)


def _it(verb: Token) -> None:
    """Read "It asked for assurances": no filler stands before a verb that takes no clause."""
    filler = next((c for c in verb.children if c.dep_ == "expl" and c.text.casefold() == "it"), None)
    if filler is None or filler.i > verb.i:
        return
    if not any(c.dep_ in ("ccomp", "xcomp", "csubj", "aux:pass", "cop", "advcl") for c in verb.children):
        filler.dep_ = "nsubj"


def _joined(verb: Token) -> None:
    """Read "The Danes and Norway want ...": two subjects with "and" between them are one, coordinated."""
    both = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(both) != 2:
        return
    first, second = both
    joint = next((c for c in verb.children if c.dep_ == "cc" and first.i < c.i < second.i), None)
    if joint is None or joint.text.casefold() != "and" or joint.i != first.i + 1:
        return
    hang(second, first, "conj")
    hang(joint, second, "cc")


def _beside(verb: Token) -> None:
    """Read "With Arland as host, Rudolf and Anna agree": the subject stands behind what "with" opens."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    opened = subject is not None and any(c.dep_ == "case" and c.text.casefold() == "with" for c in subject.children)
    named = [c for c in subject.children if c.dep_ == "conj"] if subject is not None and opened else []
    if subject is None or not named:
        return
    first, *others = named
    subject.dep_ = "obl"
    hang(first, verb, "nsubj")
    for other in others:
        hang(other, first, "conj")


def _out_of_the_past(verb: Token) -> None:
    """Read "Oslo backs the text that was drafted in May and still demands ...": a present tense joins a present one."""
    past = verb.head
    if verb.tag_ not in ("VBP", "VBZ") or verb.dep_ != "conj" or past.dep_ != "acl:relcl" or past.tag_ not in _PAST:
        return
    if any(c.dep_ in _SUBJECT for c in verb.children) or not any(c.dep_ == "cc" for c in verb.children):
        return
    main = past.head
    while main.dep_ not in ("ROOT", "ccomp") and main.head.i != main.i:
        main = main.head
    forms = [main, *(c for c in main.children if c.dep_ in ("cop", "aux"))]
    if main.i >= past.i or not any(form.tag_ in ("VBP", "VBZ") for form in forms):
        return
    hang(verb, main, "conj")


# Acts of speech in the past: after "said that ..." they go on with what the speaker did.
_SPOKE = words(
    "accused blamed criticised criticized condemned denounced called urged warned threatened thanked welcomed praised"
    " asked appealed demanded vowed insisted added dismissed promised pledged described congratulated reproached"
)
_SAID = words("said told added announced declared warned stated claimed confirmed insisted argued reported")


def _out_of_what_is_said(verb: Token) -> None:
    """Read "Oslo said that Ribe had broken its word and accused it of ...": who says so goes on to accuse."""
    told = verb.head
    if verb.text not in _SPOKE or verb.dep_ != "conj" or told.dep_ != "ccomp" or told.text in _SPOKE | _SAID:
        return
    said = told.head
    if said.text not in _SAID or said.i > told.i or not any(c.dep_ in _SUBJECT for c in said.children):
        return
    if any(c.dep_ in (*_SUBJECT, "aux", "aux:pass", "mark") for c in verb.children):
        return
    hang(verb, said, "conj")
    verb.tag_ = "VBD"


_PAST = ("VBD", "VBN")
_PARTICLES = words("out down off up aside away back")


def _acts(word: Token) -> bool:
    """True for a noun with a particle or a that-clause of its own right behind it: "Arland rules out a truce"."""
    if word.text == "calls" and word.dep_ == "ROOT" and word.i and word.i + 2 < len(word.doc):
        return word.nbor().text == "for" and word.nbor(-1).dep_ == "compound"
    if word.i == 0 or not word.nbor(-1).text[0].isupper() or word.i + 2 >= len(word.doc) or word.text.istitle():
        return False
    after = word.nbor()
    if after.head is word and after.text in _PARTICLES and after.dep_ in ("advmod", "compound:prt"):
        return word.tag_ == "NNS"
    return word.dep_ == "ROOT" and after.text == "that" and any(c.dep_ == "acl" for c in word.children)


# Simple pasts that look like nouns; before a noun phrase or a particle they are verbs ("gunmen shot 26 people").
_SHORT_PASTS = words("shot hit struck cut set put quit shut")
_OPENING_OBJECT = frozenset(["CD", "DT", "NNP", "NNPS", "NNS", "JJ", "PRP$"])


def _as_past(word: Token) -> None:
    """Read "Gunmen shot 26 people", "The army shot down two drones", where the parser sees one noun phrase."""
    if word.i == 0 or word.i + 2 >= len(word.doc) or word.nbor(-1).tag_ not in ("NN", "NNS", "NNP", "NNPS"):
        return
    before, after = word.nbor(-1), word.nbor()
    if after.tag_ not in _OPENING_OBJECT and after.text not in _PARTICLES | {"dead"}:
        return
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in word.doc if t.i < word.i):
        return
    thing: Token | None
    if word.dep_ == "compound" and word.head.i > word.i and word.head.head is word.head:
        thing = word.head
    elif word.dep_ == "ROOT":
        thing = next(
            (t for t in word.doc if t.i > word.i and t.head in (t, word) and t.pos_ in ("NOUN", "PROPN")), None
        )
    else:
        return
    own = [t for t in word.doc if t.i < word.i and t.head in (word, thing) and t is not before and t.dep_ != "punct"]
    late = [t for t in word.children if t.i > word.i and t is not thing]
    if thing is not None and thing.i > word.i:
        thing.children = [t for t in thing.children if t not in (word, before) and t not in own]
        thing.head, thing.dep_ = word, "obj"
        late.append(thing)
    word.children = [t for t in word.children if t not in own and t is not before and t not in late]
    for each in own:
        each.head = before
    before.children = sorted([*before.children, *own], key=lambda t: t.i)
    if before.head is not before:
        before.head.children = [t for t in before.head.children if t is not before]
    before.head, before.dep_ = word, "nsubj"
    word.head, word.dep_, word.pos_, word.tag_ = word, "ROOT", "VERB", "VBD"
    for each in late:
        each.dep_ = _UNDER_VERBS.get(each.dep_, each.dep_)
    word.children = sorted([*word.children, before, *late], key=lambda t: t.i)


# What hangs on a noun, and what the same words are under a verb.
_UNDER_VERBS = {"nmod": "obl", "nmod:unmarked": "obj", "appos": "obj", "acl": "ccomp", "nsubj": "obj"}


def _as_verb(word: Token) -> None:
    """Read "The factions insist on ...", where the parser takes the verb for the head of a noun phrase."""
    particle = word.nbor() if word.i + 1 < len(word.doc) and word.nbor().text in _PARTICLES else None
    if word.dep_ not in ("ROOT", "conj", "parataxis", *(["nsubj"] if particle else [])) or word.i == 0:
        return
    before = word.nbor(-1)
    if before.head is not word or before.dep_ not in ("compound", "amod", "nmod:poss", "nsubj", "flat"):
        return
    third = word.text.endswith("s")
    plural = ("NNS", "NNPS", "PRP", *(["NNP", "NN"] if _acts(word) else []))
    if before.tag_ not in (("NN", "NNP") if third else plural) or before.dep_ == "nmod:poss":
        return
    word.pos_, word.tag_ = "VERB", "VBZ" if third else "VBP"
    for each in word.children:
        if each.i < before.i and each.dep_ in ("det", "amod", "compound", "nummod", "nmod:poss", "flat"):
            each.head = before
        elif each.i > word.i:
            each.dep_ = _UNDER_VERBS.get(each.dep_, each.dep_)
    word.dep_ = "ccomp" if word.dep_ == "nsubj" else word.dep_
    before.children = sorted([*before.children, *(c for c in word.children if c.head is before)], key=lambda t: t.i)
    word.children = [c for c in word.children if c.head is word]
    before.dep_ = "nsubj"
