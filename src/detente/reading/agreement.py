"""The agreement that a report has in view: where it opens, how far it reaches, which clauses under it are its terms.

Reports tell what was signed in the present of treaties ("The army returns the airfield by May. Prisoners are
exchanged."), in duties ("are to", "have to", "will") and in lists, over several sentences. An agreement comes into view
where it is named together with its making, or its text is; its terms follow on that, or on one another.
"""

import re
from collections.abc import Iterator

from detente.reading.agreement_words import AGREEMENTS, SETTLED, STATEMENTS, TEXTS, TRUCES, any_of
from detente.reading.frame import Frame
from detente.reading.holders import SAYING
from detente.reading.issues import issues_in
from detente.reading.items import ARTICLE, LIST_ITEM
from detente.reading.mentions import kind_of
from detente.reading.modals import has_to, is_to
from detente.reading.parser import (
    Token,
    auxiliaries,
    children,
    conjuncts,
    lemma,
    negated,
    passive,
    subjects,
    verb_lemma,
)
from detente.reading.regions import pruned
from detente.reading.rule import words
from detente.reading.rules import BY_ID, NOUN_RULES, VERB_RULES
from detente.reading.stating import Stating

PAPER = (
    rf"(?:{any_of(AGREEMENTS, TRUCES, SETTLED, TEXTS, STATEMENTS)}|joint statements?|cessation of hostilities"
    r"|road ?maps?|arrangements?|framework|charter|convention|package|minutes)"
)
_MADE = (
    r"(?:sign(?:ed|s|ing)?|initial(?:led|s|ed)|conclud(?:ed?|es)|reach(?:ed|es)?|str(?:uck|ikes?)|seal(?:ed|s)?"
    r"|agree[ds]?|clinch(?:ed|es)|announc(?:ed?|es)|publish(?:ed|es)?|adopt(?:ed|s)?|ratif(?:ied|ies)|accept(?:ed|s)?"
    r"|hammered out|thrashed out|worked out|put (?:their|its|his|her) (?:names?|signatures?)|came to|come to"
    r"|(?:came|comes|entered|enters|goes|went) into (?:force|effect)|took effect|released|read out|made public)"
)
_NAMED = re.compile(rf"\b{_MADE}\b[^.;?!]{{0,110}}?\b{PAPER}\b|\b{PAPER}\b[^.;?!]{{0,110}}?\b{_MADE}\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\bwhat (?:they|both|we) (?:agreed|signed|settled)\b|\bwhat [^,.;:?]{2,60} (?:have|has|had) (?:now )?(?:agreed"
    r"|signed|settled)\b"
    rf"|\b(?:what|here is what|this is what) (?:the|this|their) {PAPER} (?:says|provides|contains|holds|sets out)\b"
    rf"|\b(?:under|by|according to|in) (?:the|its|this|their) (?:[\w-]+ )?(?:terms|provisions|clauses|{PAPER})\b"
    rf"|\b(?:text|terms|points|provisions|clauses|details|contents) of (?:the|this|their) (?:[\w-]+ )?{PAPER}\b"
    r"|\bits (?:main |chief |key )?(?:terms|provisions|points|clauses)\b|\b(?:have|has|got|seen|read) the text\b"
    rf"|\bthe (?:\w+ )?{PAPER} (?:provides|stipulates|lays down|sets out|says|binds|obliges|commits|foresees)\b"
    r"|\b(?:declare|agree|agreed|declared|decided|resolved|stipulated) (?:on )?(?:the following|as follows|that)\b"
    r"|\bjoint (?:statement|declaration|communiqu[eé])\b|\bon paper\b",
    re.IGNORECASE,
)
_UNMADE = re.compile(
    r"\b(?:no|without(?: an?| any)?|any|draft|proposed|possible|future|eventual|not|never|n't|fail\w*|hop\w+|if|unless"
    r"|would|could|might|should|yet|refus\w+|reject\w*|propos\w+|plan|drafts?|before|until|want\w*|urg\w+|ready"
    r"|whether|try\w*|demand\w*)\b|\bcall\w* (?:for|on)\b|\bto (?:sign|reach|conclude|strike)\b|\?",
    re.IGNORECASE,
)
_PAPER_OF_ALL = re.compile(rf"\b{PAPER}\b|\bsigned\b|\bin principle\b|\bthe plan\b|\bpoints?\b|\bpact\b", re.IGNORECASE)
_BEGUN = re.compile(
    rf"\b(?:sign(?:ed|s|ing)?|initial(?:led|s|ed)|struck|sealed|concluded|agreed|settled|consented|put (?:their|its)"
    r" names?|in accordance with|provides for"
    rf"|reached (?:an? |the )?(?:[\w-]+ ){{0,2}}{any_of(AGREEMENTS, SETTLED)}|under the (?:terms|plan|{PAPER})"
    rf"|{any_of(AGREEMENTS, TRUCES)}\b.{{0,50}}\b(?:came|comes|went|goes|takes|took|enters|entered)"
    r" (?:into|effect))\b",
    re.IGNORECASE,
)
# Paragraphs over which duties ("is to", "shall") still belong to an agreement that was named.
_REACH = 12
# Sentences without a term after which the present tense no longer tells terms.
_NEAR = 2
# Lines with nothing but a date or a question from which on they divide a chronicle.
_CHRONICLE = 3


class Agreement:
    """Follows the agreement in view through a report."""

    def __init__(self) -> None:
        self.named = False
        self.open = False
        self.paragraph = -1
        self.parts = 0
        self.since = _NEAR + 1
        self.item = -1

    def covers(self, frame: Frame) -> bool:
        """Return whether duties in a sentence are terms, and take note of where an agreement comes into view.

        Parameters
        ----------
        frame
            The next sentence.
        """
        text = frame.text
        if _heading(frame) and (frame.dates or _NEW_PART.match(text)):
            self.parts += 1
            # One such line is the date of the report, several divide a chronicle.
            self.open = self.open and self.parts < _CHRONICLE
        self.named = bool(_BEGUN.search(text) and _PAPER_OF_ALL.search(text))
        if self.named or _opens(text):
            self.open, self.paragraph = True, frame.sentence.paragraph
        return self.open and frame.sentence.paragraph - self.paragraph <= _REACH

    def terms(self, frame: Frame) -> Iterator[Stating]:
        """Yield the terms that a sentence tells in the present, for whoever has to keep them.

        Parameters
        ----------
        frame
            The sentence that `covers` has just seen.
        """
        opens = _opens(frame.text)
        found: list[Stating] = []
        if self.open and ARTICLE.match(frame.text):
            self.since, self.item = 0, frame.sentence.paragraph
        under = _UNDER.match(frame.text)
        if opens and (under or ":" in frame.text):
            found = list(_told(frame, after=under.end() if under else frame.text.find(":") + 1))
        elif (not opens or self.item == frame.sentence.paragraph) and self.open and self.since <= _NEAR:
            found = list(_told(frame))
            if self.item == frame.sentence.paragraph and not found:
                found = list(_verbless(frame))
        duty = self.open and self.paragraph >= frame.sentence.paragraph - _REACH and _is_duty(frame)
        if opens or found or duty or (self.item == frame.sentence.paragraph and _heading(frame)):
            self.since = 0
        elif _turns(frame):
            self.since = _NEAR + 1
        elif any(t.tag_ in ("VBZ", "VBP", "VBN") for t in frame.tokens) and "?" not in frame.text:
            self.since += 1
        yield from found


_UNDER = re.compile(
    rf"\s*(?:Under|By|According to|In|As part of|Pursuant to) (?:the |this |that |its |their "
    rf"|such )?(?:terms of (?:the |this |that ))?"
    rf"(?:[\w-]+ )?{PAPER},?",
    re.IGNORECASE,
)
# Fewer words are a heading: "Prisoners.", "No safe haven.".
_CLAUSE = 4


def _verbless(frame: Frame) -> Iterator[Stating]:
    """Read "Absolute pardon for all fighters." as an item of an agreement: a term without a verb."""
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in frame.tokens)
    words = [t for t in frame.tokens if t.text[0].isalpha()]
    if finite or len(words) < _CLAUSE or "?" in frame.text or _NONE.match(frame.text) or '"' in frame.text:
        return
    root = next((t for t in frame.tokens if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN", "VERB")), None)
    if root is not None and not re.match(r"\s*(?:if|when|unless|although)\b", frame.text, re.IGNORECASE):
        yield Stating(frame.resolver.cast.pair, "accepts", BY_ID["list-item"], root, tuple(frame.tokens))


_NONE = re.compile(r"\s*(?:not|nothing|no (?:word|mention|agreement|date|deal)|still|yet|also)\b", re.IGNORECASE)


def _opens(text: str) -> bool:
    """True where a sentence names an agreement as made, or its text."""
    if _TOLD.search(text):
        return not text.rstrip().endswith("?")
    named = _NAMED.search(text)
    return named is not None and not _UNMADE.search(text[max(0, named.start() - 30) : named.end()])


def _is_duty(frame: Frame) -> bool:
    return any(
        t.pos_ in ("VERB", "ADJ", "NOUN") and (has_to(t) or is_to(t) or {"shall"} & set(auxiliaries(t)))
        for t in frame.tokens
    )


def _turns(frame: Frame) -> bool:
    """True where the text turns from terms to what happened, to who says what, or to a question."""
    if '"' in _without_scare_quotes(frame.text):
        return True
    if "?" in frame.text:
        return False
    if _heading(frame):
        return True
    for token in frame.tokens:
        if token.dep_ != "ROOT":
            continue
        aux = set(auxiliaries(token))
        past = token.tag_ == "VBD" or bool(aux & {"was", "were", "had", "did"})
        said = lemma(token) in SAYING and lemma(token) not in ("pledge", "promise", "hold", "maintain")
        return past or said
    return False


_NEW_PART = re.compile(
    r"\s*(?:\d\d?[:.]\d\d\W*$|what|who|how|why|where|background|analysis|reactions?)\b", re.IGNORECASE
)


def _heading(frame: Frame) -> bool:
    """True for a short line without an end ("13 July 2018", "What comes next", "14:15")."""
    text = frame.text.strip()
    return text[-1:].isalnum() and len(text.split()) <= _HEADING


_HEADING = 6
# Verbs that tell what is, what is thought or said, not what is to be done.
_TELLING = words(
    "be have do know think believe seem appear mean matter like need want hope fear doubt expect wonder wish look feel"
    " suppose consider regard count guess understand remember depend explain show suggest prove fail lack cost lie"
    " concern deserve owe amount belong hear see ask answer reply wait try live die happen call describe welcome"
    " praise criticise criticize accuse blame warn complain admit deny claim estimate report tell speak talk worry"
    " doubt refuse reject oppose insist demand hail greet thank condemn say add note stress differ vary"
    " reflect argue grow kill attack fire hit shell storm advance clash strike shoot bet exceed"
    " number total stand express"
)
_FORCE = words(
    "fighter soldier troop force army militia guerrilla rebel unit division brigade battalion garrison contingent"
    " weapon arm armament gun artillery rifle tank missile combatant militiaman gunman police navy fleet warship base"
    " settlement settler sanction arsenal stockpile mercenary official minister government delegation side party leader"
)
_MUTUAL = words("exchange free release set swap return repatriate hand transfer give let open reopen lift")
_LOSING = words("prisoner detainee captive hostage")
_SHARED = words("all every each both")
_EMPTY = words("guarantee ensure let undertake promise pledge make see commit assure permit allow form")
_DETERMINED = frozenset(["VBZ", "VBP"])


def _told(frame: Frame, after: int = 0) -> Iterator[Stating]:
    """The clauses of a sentence that tell a term, each for those who are bound by it."""
    if _NOT_OF_A_TREATY.search(_without_scare_quotes(frame.text)):
        return
    clauses = [t for t in frame.tokens if t.idx >= after and _is_term(t)]
    for clause in clauses:
        holders = bearers(frame, clause)
        if holders:
            region = tuple(t for t in _clause(frame, clause) if t.idx >= after)
            region = region if issues_in(frame.doc, region) else (*region, clause)
            yield Stating(holders, "accepts", BY_ID["treaty-present"], clause, region)
    if not clauses and after == 0:
        yield from _unparsed(frame)


_NOT_OF_A_TREATY = re.compile(
    r"^\W*[Ww]hat\b|[?\"]|\b(?:I|we|you|my|our|me|us)\b(?! the undersigned)"
    r"|\b(?:says?|said|asks?|asked|thinks?|perhaps|maybe)\b"
)
_SCARE = re.compile(r"\"[^\"]{2,32}\"")


def _without_scare_quotes(text: str) -> str:
    """Leave out what is no speech but a word or two of the text of an agreement ("will be released")."""
    return _SCARE.sub("", text)


def _unparsed(frame: Frame) -> Iterator[Stating]:
    """A short sentence whose verb the parser takes for a noun: "Fighting in the north stops."."""
    root = next((t for t in frame.tokens if t.dep_ == "ROOT" and t.pos_ != "NUM"), None)
    finite = any(t.tag_ in ("VBD", "MD") or (t.tag_ in ("VBZ", "VBP") and t.dep_ == "ROOT") for t in frame.tokens)
    if root is None or finite or (root.pos_ == "VERB" and root.tag_ != "VBG") or len(frame.tokens) > _SHORT:
        return
    if not any(t.i and t.tag_ == "NNS" and verb_lemma(t) in _DOING for t in frame.tokens):
        return
    pair, sign = frame.resolver.cast.pair, LIST_ITEM.match(frame.text)
    start = sign.end() if sign else 0
    first = [m.party for m in frame.resolver.cast.mentions(frame.text) if m.start <= start + 4 and m.party in pair]
    yield Stating(tuple(first) or pair, "accepts", BY_ID["treaty-present"], root, tuple(frame.tokens))


_SHORT = 30
_DOING = words(
    "stop end halt cease return withdraw leave hand release exchange open reopen begin start pull free give cede"
    " receive lift keep stay remain form disarm guarantee transfer surrender resume restore"
)


def _is_term(verb: Token) -> bool:
    """True for a main clause in the present, or under a duty, that is no judgement and no report of words."""
    top = verb
    while top.dep_ in ("conj", "parataxis") and top.head.i != top.i:
        top = top.head
    if top.dep_ != "ROOT" or verb.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return False
    aux = set(auxiliaries(verb))
    due = bool(aux & {"shall", "will", "must", "'ll", "may"}) or has_to(verb) or is_to(verb)
    due = due or any(has_to(c) and c.pos_ != "VERB" for c in children(verb, "xcomp"))
    if lemma(verb) in _TELLING and not due:
        return False
    if lemma(verb) in VERB_RULES and VERB_RULES[lemma(verb)].says in ("demands", "rejects", "proposes"):
        return False
    if lemma(verb) in SAYING - {"pledge", "promise", "maintain", "hold", "declare", "state"}:
        return False
    if negated(verb) and (not due or lemma(verb) in VERB_RULES):
        return False
    if any(lemma(c) in NOUN_RULES and NOUN_RULES[lemma(c)].says != "accepts" for c in children(verb, "obj")):
        return False
    if aux & {"have", "has", "had", "was", "were", "would", "could", "should", "did", "can", "might"}:
        return False
    if verb.pos_ != "VERB":
        return due
    if verb.tag_ == "VBN":
        finite = bool(aux & {"is", "are"}) or due
    elif verb.tag_ == "VB":
        finite = due or verb.dep_ == "conj" or any(s.tag_ in ("NNS", "NNPS", "DT") for s in subjects(verb))
    else:
        finite = verb.tag_ in _DETERMINED
    named = any(
        s.pos_ != "PRON" or s.text.casefold() not in ("he", "she", "who", "that", "this", "nobody", "one")
        for s in subjects(verb)
    )
    return finite and named


def _clause(frame: Frame, verb: Token) -> Iterator[Token]:
    """A predicate with its subject and complements, without other main clauses and without conditions."""
    inherited = subjects(verb)
    if lemma(verb) not in _EMPTY and not any(re.fullmatch(PAPER, s.text, re.IGNORECASE) for s in inherited):
        yield verb
    for each in inherited:
        # "The two camps will form ...": who acts is no matter of the talks.
        if passive(verb) or not frame.resolver.parties(each):
            yield from each.subtree
    own = {t.i for s in inherited for t in s.subtree}
    for each in verb.children:
        if each.i in own or (each.dep_ in ("conj", "parataxis") and each.pos_ in ("VERB", "AUX")):
            continue
        if each.dep_ == "advcl" and each.i < verb.i and inherited:
            continue
        if each.dep_ == "advcl" and each.i < verb.i:
            yield from (t for c in each.children if c.i > each.i for t in c.subtree)
            continue
        yield from (t for t in pruned(each) if t.i not in own)


def bearers(frame: Frame, verb: Token) -> tuple[str, ...]:
    """Return who is bound by a clause of an agreement: the side that has to act, else both; a third state with them.

    Parameters
    ----------
    frame
        The sentence.
    verb
        Its predicate.
    """
    pair = frame.resolver.cast.pair
    subject = next(iter(subjects(verb)), None)
    if subject is None or len(pair) < 2:
        return pair
    if any(lemma(c) in _SHARED for c in subject.children) or lemma(subject) in _LOSING:
        return pair
    named = tuple(dict.fromkeys((*_owners(frame, subject), *frame.resolver.parties(subject))))
    states = tuple(p for p in named if p not in pair and kind_of(p) == "state")
    own = tuple(p for p in named if p in pair)
    if passive(verb):
        if not own and states:
            return (*pair, *states)
        return own if own and lemma(subject) in _FORCE and lemma(verb) not in _MUTUAL else pair
    return (*own, *states) or pair


def _owners(frame: Frame, subject: Token) -> Iterator[str]:
    """Whose forces a subject names: "its fighters", "the troops of Norway", "Danish soldiers"."""
    for noun in conjuncts(subject):
        if lemma(noun) in _FORCE:
            for each in children(noun, "nmod:poss", "compound", "amod", "nmod"):
                theirs = each.text.casefold() == "their"
                yield from frame.resolver.cast.pair if theirs else frame.resolver.parties(each)
