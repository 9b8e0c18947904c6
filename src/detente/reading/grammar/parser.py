"""The parser: loaded once, offline, with Universal Dependencies labels; and the small questions asked of a tree."""

import bisect
import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from detente.reading.grammar.coordination import coordinated
from detente.reading.grammar.mend import mended
from detente.reading.grammar.rejoin import rejoined
from detente.reading.grammar.repair import repaired
from detente.reading.grammar.tree import Doc as Doc
from detente.reading.grammar.tree import Token as Token
from detente.reading.grammar.tree import from_spacy

_COMPLEMENTS = ("obj", "iobj", "ccomp", "xcomp", "obl", "nmod", "acl", "advcl", "nsubj:pass", "obl:unmarked", "csubj")
_NEGATIONS = frozenset(["not", "n't", "never", "no", "neither", "nor", "hardly"])


@functools.cache
def pipeline() -> Any:
    """Return the parser, loading it on the first call."""
    import en_ud_parser_sm
    from spacy import attrs

    parser = en_ud_parser_sm.load()
    # spaCy works out twenty things of every new word ("looks like an address"); the model reads no more than these.
    needed = (attrs.NORM, attrs.PREFIX, attrs.SUFFIX, attrs.SHAPE, attrs.LOWER, attrs.IS_SPACE)
    parser.vocab.lex_attr_getters = {each: parser.vocab.lex_attr_getters[each] for each in needed}
    return parser


def parse(texts: Sequence[str]) -> list[Doc]:
    """Parse sentences; character offsets in a tree are those of the given text.

    Parameters
    ----------
    texts
        One sentence each. Line breaks and curly apostrophes are read as their plain forms, of the same length.

    Examples
    --------
    >>> [token.dep_ for token in parse(["Kabul rejected the offer."])[0]]
    ['nsubj', 'ROOT', 'det', 'obj', 'punct']
    """
    parser = pipeline()
    plained = [plain(text) for text in texts]
    # The words of the first reports stay in the vocabulary, and need not be taken apart again. What later ones add goes
    # with their trees: memory stays flat however many reports are read.
    strings = parser.vocab.strings
    cut = [parser.make_doc(text) if len(strings) < _STRINGS_KEPT else text for text in plained]
    with parser.memory_zone():
        trees = map(from_spacy, parser.pipe(cut), plained)
        return [rejoined(coordinated(mended(repaired(tree)))) for tree in trees]


_STRINGS_KEPT = 20_000


def text_of(doc: Doc) -> str:
    """Return the text of a tree.

    Examples
    --------
    >>> text_of(parse(["Talks were held."])[0])
    'Talks were held.'
    """
    return doc.text


def plain(text: str) -> str:
    r"""Return the text with simple apostrophes and spaces, character by character.

    Examples
    --------
    >>> plain("won’t\nstop")
    "won't stop"
    """
    return text.translate(_PLAIN)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\r": " ", "\t": " ", "\u00a0": " "})


def lemma(token: Token) -> str:
    """Return the dictionary form of a token, in lower case.

    Examples
    --------
    >>> [lemma(token) for token in parse(["Talks were held."])[0]]
    ['talk', 'be', 'hold', '.']
    """
    if token.lemma is None:
        token.lemma = _lemma(token.text.casefold(), token.pos_)
    return token.lemma


def lemma_as(word: str, pos: str) -> str:
    """Return the dictionary form that a word has if it is of a certain part of speech.

    Examples
    --------
    >>> lemma_as("bombs", "VERB")
    'bomb'
    """
    return _lemma(word.casefold(), pos)


def verb_lemma(token: Token) -> str:
    """Return the dictionary form that a token has as a verb.

    Examples
    --------
    >>> verb_lemma(parse(["Both undertake this."])[0][1])
    'undertake'
    """
    return _lemma(token.text.casefold(), "VERB")


@functools.lru_cache(maxsize=65536)
def _lemma(word: str, pos: str) -> str:
    from lemminflect import getLemma

    if pos not in ("NOUN", "VERB", "AUX", "ADJ", "ADV", "PROPN"):
        return word
    found = getLemma(word, "NOUN" if pos == "PROPN" else pos)
    return found[0].casefold() if found else word


def children(token: Token, *deps: str) -> list[Token]:
    """Return the children with one of these relations, subtypes such as ``obl:agent`` only if named."""
    # Half of all words have nothing below them.
    return [child for child in token.children if child.dep_ in deps] if token.children else []


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of these relations."""
    for each in token.children:
        if each.dep_ in deps:
            return each
    return None


def conjuncts(token: Token) -> list[Token]:
    """Return a token and what is coordinated with it, in order."""
    found, queue = [], [token]
    while queue:
        head = queue.pop(0)
        found.append(head)
        queue.extend(children(head, "conj"))
    return found


def subjects(verb: Token) -> list[Token]:
    """Return the subjects of a predicate; a coordinated or open clause takes that of the clause above.

    Examples
    --------
    >>> doc = parse(["Kabul came and wanted to leave."])[0]
    >>> [str(subject) for subject in subjects(doc[5])]
    ['Kabul']
    """
    for head in _clause_chain(verb):
        found = _own_subjects(head)
        if found:
            return [each for subject in found[:1] for each in conjuncts(subject)]
    return []


def _own_subjects(verb: Token) -> list[Token]:
    """A subject may hang on the auxiliary ("has today agreed"), or head a fragment that the verb is set beside."""
    found = children(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    found += [each for aux in children(verb, "aux", "aux:pass", "cop") for each in children(aux, "nsubj", "nsubj:pass")]
    if not found and verb.dep_ == "parataxis" and verb.head.pos_ in ("NOUN", "PROPN") and verb.head.i < verb.i:
        finite = verb.tag_ in ("VBZ", "VBD", "VBP") or any(
            c.tag_ in ("VBZ", "VBD", "VBP") for c in children(verb, "cop", "aux")
        )
        found = [verb.head] if verb.head.dep_ == "ROOT" and finite else []
    return found


def _clause_chain(verb: Token) -> Iterator[Token]:
    """The clauses from which a predicate inherits its subject: by coordination or as an open complement."""
    yield verb
    while verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and (verb.tag_ == "VBG" or marker(verb) == "to")):
        verb = verb.head
        yield verb


def agents(verb: Token) -> list[Token]:
    """Return who does what a passive says ("by the army"), with what is coordinated."""
    for obl in children(verb, "obl:agent", "obl", "nmod"):
        if any(case.text.casefold() == "by" for case in children(obl, "case")):
            return conjuncts(obl)
    return []


def passive(verb: Token) -> bool:
    """True for a passive predicate, a bare participle ("rejected by") among them."""
    if child(verb, "aux:pass", "nsubj:pass") is not None:
        return True
    return verb.tag_ == "VBN" and child(verb, "aux") is None and verb.dep_ in ("acl", "acl:relcl", "advcl", "amod")


def negated(token: Token) -> bool:
    """True where the predicate itself is negated, or what it says something of ("nothing that Norway could accept")."""
    above = token.head
    if token.dep_ == "acl:relcl" and above.text.casefold() in ("something", "nothing") and not _negated(token):
        return above.text.casefold() == "nothing" or _negated(above)
    return _negated(token)


def _negated(token: Token) -> bool:
    return any(
        word.text.casefold() in _NEGATIONS or (word.text == "longer" and word.nbor(-1).text.casefold() == "no")
        for word in children(token, "advmod", "amod", "aux", "det", "cc:preconj")
    )


def auxiliaries(verb: Token) -> list[str]:
    """Return the auxiliaries of a predicate, in lower case."""
    return [aux.text.casefold() for aux in children(verb, "aux", "aux:pass", "cop")]


def complements(verb: Token) -> list[Token]:
    """Return what a predicate is about: objects, clauses and phrases, not its subject."""
    return [each for each in verb.children if each.dep_.split(":")[0] in _COMPLEMENTS or each.dep_ in _COMPLEMENTS]


def marker(clause: Token) -> str:
    """Return the word that opens a clause or phrase ("that", "before", "for"), or ""."""
    found = child(clause, "mark", "case")
    return found.text.casefold() if found is not None else ""


def extent(tokens: Iterable[Token]) -> tuple[int, int]:
    """Return the character span that the tokens cover in their sentence."""
    tokens = list(tokens)
    start = min(token.idx for token in tokens)
    return start, max(token.idx + len(token.text) for token in tokens)


def ancestors(token: Token) -> Iterator[Token]:
    """Yield the heads above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def token_at(doc: Doc, start: int, end: int) -> Token | None:
    """Return the root of the tokens in a character span, None where it holds none."""
    if "starts" not in doc.user_data:
        doc.user_data["starts"] = [token.idx for token in doc]
    starts = doc.user_data["starts"]
    first, last = max(bisect.bisect_right(starts, start) - 1, 0), bisect.bisect_left(starts, end)
    inside = [doc[i] for i in range(first, last) if starts[i] + len(doc[i]) > start]
    if not inside:
        return None
    span = {token.i for token in inside}
    return next((token for token in inside if token.head.i not in span or token.head.i == token.i), inside[-1])
