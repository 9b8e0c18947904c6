"""What somebody makes a condition of: "will not ... unless", "only if", "once ..., Norway would", "conditional on".

A condition that comes first confuses the parser, which often loses the clause behind it: there its bounds are found in
the text, at the comma before the next subject or at an auxiliary that has changed places with it ("Only if ... will").
"""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Stance
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.parser import (
    Token,
    ancestors,
    auxiliaries,
    child,
    children,
    lemma,
    marker,
    negated,
    subjects,
)
from detente.reading.grammar.supposing import hypothetical
from detente.reading.positions.holders import SAYING, holders_of, speaker_of
from detente.reading.positions.issues import GENERAL, issues_in
from detente.reading.positions.regions import region_of
from detente.reading.positions.stating import Stating
from detente.reading.rule import words
from detente.reading.rules import BY_ID, VERB_RULES

_CONDITION = Caseless(
    r"\b(?:unless|only (?:if|when|after|once|upon|following)|provided(?: that)?|on (?:the "
    r"|one )?condition(?: that| of)?"
    r"|(?:as|so) long as|as soon as|once|if|not (?:before|without)|without(?! (?:which|delay|pre-?condition|condition"
    r"|any condition|further|exception|saying))|not until"
    r"|conditional (?:up)?on|contingent (?:up)?on|dependent (?:up)?on"
    r"|assuming(?: that)?"
    r"|(?:when|after)(?= [^,.;:]+, ))\b|(?<!not )\buntil\b"
    r"(?! (?:the |next |last )?(?:\w+day\b|\d|now|then|recently|to(?:day|morrow)|(?:week|month|year|end)\b))"
)
_EXCHANGE = Caseless(r"\bin (?:exchange|return) for\b")
_TYING = re.compile(
    r"\b(?:condition(?:s|ed)?|makes?|made|keeps?|kept)\b[^.;:]{3,70}?\b"
    r"(?:(?:conditional|contingent|dependent|depend) (?:up)?on|(?<!conditional )on)\b",
    re.IGNORECASE,
)
_LINKED = Caseless(
    r"\b(?:ties?|tied|tying|links?|linked|linking|couples?|coupled|pegs?|pegged|subordinat(?:es?"
    r"|ed))\b[^.;:]{3,90}\b(?:to|with)\b"
)
_END = re.compile(
    r"[;:–—()\"]| -+ |, (?:but|while|whereas|though|although|yet|and (?:it|he|she|they|that)\b|said|says)"
    r"|(?<!until)(?<!unless)(?<!if)(?<!once) there (?:will|would|can|could|shall) (?:not |never )?be\b"
)
# What stands under a condition is refused, offered or threatened.
_WILLING = frozenset(["ready", "willing", "prepared", "prepare", "open"])
_STOPPING = frozenset(
    ["threaten", "leave", "quit", "continue", "resume", "fight", "boycott", "withhold", "stay", "go", "keep"]
)
# Of a threat the condition is a warning: "If Denmark attacks, Norway will strike back".
_THREATS = words(
    "attack strike retaliate respond hit bomb invade punish avenge destroy crush resume fight react defend escalate"
    " collapse fail suffer regret pay lose be become face see have need know mean happen come"
)
# What nobody asks for: that the talks fail, that somebody attacks or refuses.
_UNWANTED = words(
    "fail collapse break attack refuse reject violate breach invade strike shell bomb escalate persist worsen fall"
    " continue decline ignore"
)
_OFFERING = frozenset(["will", "would", "'ll", "'d", "can", "could", "shall"])
_FIRST_WORDS = re.compile(
    r"(?:^|[;:(\"“”]|\b(?:that|says|said|adds|added)|,?\s(?:and|but|yet)|^(?:And|But|Yet|Instead"
    r"|For now),?)[\s\"“”'–—-]*$",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"\b(?:will|would|can|could|shall|is|are|does|do|may|must|might) "
    r"(?=(?:the|an?|its|their|his|her|it|they|he|she|we|there|any)\b|[A-Z]|[a-z]+[a-rt-z]s [a-z])"
)


def conditions(frame: Frame) -> Iterator[Stating]:
    """Yield what a party asks for as a condition of something else, and what it offers under one.

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in _CONDITION.finditer(frame.text):
        yield from _required(frame, match)
    for match in _EXCHANGE.finditer(frame.text):
        yield from _required(frame, match, exchange=True)
    yield from _without_which(frame)


def _required(frame: Frame, match: re.Match[str], *, exchange: bool = False) -> Iterator[Stating]:
    end, main = _bounds(frame, match)
    if main is None and match[0].casefold() in ("when", "after"):
        return
    region = tuple(t for t in frame.tokens if match.end() <= t.idx < end)
    if not any(mention.issue not in GENERAL for mention, _ in issues_in(frame.doc, region)):
        return
    above = [main] if main is not None else _above(frame, match, region)
    # "if the blockade is not lifted" is "unless it is lifted".
    word = "unless" if match[0].casefold() == "if" and _denied(region) else match[0].casefold()
    lasting = _lasting(region)
    cue = next((t for t in above if _conditional(t, word, exchange, first=main is not None, lasting=lasting)), None)
    if cue is None or _unwanted(region) or (match[0].casefold() in _WHEN and _over(region)):
        return
    holders = _holders(frame, cue, match)
    if holders:
        yield from _offered(frame, cue, match, holders, region)
        if not _of_its_own(frame, region, holders) or (lasting and _refused(cue)):
            yield Stating(holders, "demands", BY_ID["in-exchange" if exchange else "condition"], cue, region)


def _bounds(frame: Frame, match: re.Match[str]) -> tuple[int, Token | None]:
    """Where a condition ends, and the predicate behind it where it comes first."""
    if _FIRST_WORDS.search(frame.text[: match.start()]):
        for predicate in _behind_comma(frame, match.end()):
            start = min(t.idx for t in subjects(predicate)[0].subtree)
            return frame.text.rfind(",", 0, start), predicate
        turned = _INVERTED.search(frame.text, match.end()) if _TURNING.match(match[0]) else None
        if turned is not None:
            verb = next((t for t in frame.tokens if t.idx >= turned.end() and t.pos_ in ("VERB", "ADJ")), None)
            return turned.start(), verb
    stop = _END.search(frame.text, match.end())
    return (stop.start() if stop else len(frame.text)), None


def _behind_comma(frame: Frame, start: int) -> Iterator[Token]:
    """The predicates whose subject begins right behind a comma, in the order of the text."""
    found = []
    for token in frame.tokens:
        if token.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        subject = next(iter(children(token, "nsubj", "nsubj:pass", "expl")), None)
        if subject is None or subject.idx < start or subject.i > token.i:
            continue
        first = min((t for t in subject.subtree if t.i <= subject.i), key=lambda t: t.i)
        aside = lemma(token) in SAYING and frame.text[token.idx + len(token.text) :].startswith(",")
        if first.i and first.nbor(-1).text == "," and not aside:
            found.append((first.i, token))
    for _, token in sorted(found, key=lambda pair: pair[0]):
        if subjects(token):
            yield token


def _holders(frame: Frame, cue: Token, match: re.Match[str]) -> tuple[str, ...]:
    """Who sets the condition: the subject of what hangs on it; of "no rifle will be given up until" whoever says so."""
    found = holders_of(frame, cue)
    if _TURNING.match(match[0]) and (turned := _INVERTED.search(frame.text, match.end())):
        subject = next((t for t in frame.tokens if t.idx >= turned.end() and t.pos_ in _NOMINAL), None)
        found = found or (frame.resolver.single(subject) if subject is not None and subject.i <= cue.i else ())
    if found or any(s.pos_ == "PRON" and s.text.casefold() not in ("it", "that", "nothing") for s in subjects(cue)):
        return found
    return speaker_of(frame, cue) or frame.resolver.voice


# After these the subject follows its auxiliary: "Only if ... will", "Not until ... can".
_TURNING = re.compile(r"only|not until", re.IGNORECASE)
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])


def _of_its_own(frame: Frame, region: Sequence[Token], holders: Sequence[str]) -> bool:
    """True for what the holder would do itself: "If Norway gives up the islands, it will ..."."""
    said = [t for t in region if t.pos_ in ("VERB", "AUX", "ADJ") and children(t, "nsubj")]
    verbs = [t for t in said if lemma(t) not in SAYING]
    top = min(verbs, key=lambda t: sum(1 for _ in ancestors(t)), default=None)
    return top is not None and set(holders_of(frame, top)) == set(holders)


def _denied(region: Sequence[Token]) -> bool:
    """True for a condition whose verb is denied: "if the prisoners are not released"."""
    verb = next((t for t in region if t.pos_ in ("VERB", "ADJ") and children(t, "nsubj", "nsubj:pass")), None)
    return verb is not None and negated(verb) and lemma(verb) not in _UNWANTED


def _unwanted(region: Sequence[Token]) -> bool:
    """True where a condition tells of a failure or a fresh attack."""
    verb = next((t for t in region if t.pos_ == "VERB"), None)
    return (
        verb is not None
        and lemma(verb) in _UNWANTED
        and child(verb, "obj", "nsubj") is not None
        and (not negated(verb))
    )


def _lasting(region: Sequence[Token]) -> bool:
    """True for a state that is to end: "no talks as long as the troops remain", "as long as it holds prisoners"."""
    return any(lemma(t) in _STATES for t in region if t.pos_ == "VERB") and not _denied(region)


_STATES = words("remain stay stand occupy hold keep continue detain control last persist")
_WHEN = ("once", "when", "after", "as soon as", "only when", "only after")
_ENDING = words("end expire finish close conclude")


def _over(region: Sequence[Token]) -> bool:
    """True for what only tells when: "once the exchange was over", "after the talks ended"."""
    said = [t for t in region if children(t, "nsubj", "nsubj:pass")]
    return any(t.text.casefold() == "over" or (lemma(t) in _ENDING and lemma(t) != "over") for t in said[:1])


def _offered(
    frame: Frame, cue: Token, match: re.Match[str], holders: tuple[str, ...], condition: Sequence[Token]
) -> Iterator[Stating]:
    """Read "Norway would lift the blockade once ...": what is offered under a condition."""
    aux = set(auxiliaries(cue)) or {m.strip() for m in _INVERTED.findall(frame.text[: cue.idx])[-1:]}
    known = lemma(cue) in VERB_RULES or lemma(cue) in _WILLING or cue.pos_ != "VERB"
    if known or not aux & _OFFERING or _refused(cue) or lemma(cue) in _STOPPING | _THREATS:
        return
    if match[0].casefold() in ("until", "unless", "without") or _denied(condition):
        return
    inside = {t.i for t in condition}
    region = tuple(t for t in (cue, *region_of(cue)) if t.i not in inside)
    grudging = match[0].casefold().startswith("only") or _told(cue) or lemma(cue) in _ATTENDING
    stance: Stance = "proposes" if aux & {"would", "could", "'d"} and not grudging else "accepts"
    yield Stating(holders, stance, BY_ID["would-if"], cue, region)


# To come to talks is to accept them.
_ATTENDING = words("attend join participate take meet return come talk sit")


def _told(cue: Token) -> bool:
    """True under a verb of speech in the past, where "would" stands for "will"."""
    return cue.dep_ in ("ccomp", "parataxis") and lemma(cue.head) in SAYING and cue.head.tag_ in ("VBD", "VBN")


def _without_which(frame: Frame) -> Iterator[Stating]:
    """Read "the release of its men, without which there will be no talks": the condition is what stands before."""
    for match in _WITHOUT_WHICH.finditer(frame.text):
        before = [t for t in frame.tokens if match.start() - _NEAR <= t.idx < match.start()]
        after = [t for t in frame.tokens if t.idx >= match.end()]
        cue = next((t for t in after if t.pos_ in ("VERB", "NOUN") and (subjects(t) or _refused(t))), None)
        pairs = issues_in(frame.doc, before)
        if cue is None or not pairs:
            continue
        holders = _holders(frame, cue, match)
        if holders:
            anchor = pairs[-1][1]
            yield Stating(holders, "demands", BY_ID["condition"], cue, tuple(t for t in before if t.idx >= anchor.idx))
            yield Stating(holders, "rejects", BY_ID["will-not"], cue, tuple(after))


_WITHOUT_WHICH = re.compile(
    r",? (?:without|absent|failing) (?:which|that|these|this)\b(?=[^.;]{0,60}\b(?:no|not|never|nothing|nobody"
    r"|cannot)\b|[^.;]{0,60}n't\b)",
    re.IGNORECASE,
)
# Characters before "without which" in which its antecedent stands.
_NEAR = 90


def _above(frame: Frame, match: re.Match[str], region: Sequence[Token]) -> Iterator[Token]:
    """The predicates that a condition hangs on, the nearest first: those with a subject, outside of it."""
    at = next((t for t in frame.tokens if t.idx >= match.start()), None)
    inside = {t.i for t in region}
    for above in ancestors(at) if at is not None else ():
        if above.i not in inside and above.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and subjects(above):
            yield above


_GOING_ON = frozenset(["continue", "fight", "resume", "withhold", "keep", "stay", "remain", "hold"])


def _only(cue: Token) -> bool:
    return any(c.text.casefold() == "only" for c in cue.children) and bool({"will", "would"} & set(auxiliaries(cue)))


def _refused(cue: Token) -> bool:
    """True for a clause that denies: by its verb, or by "no", "nothing", "nobody" as its subject or object."""
    if negated(cue):
        return True
    near = [c for c in cue.children if c.dep_ in ("nsubj", "nsubj:pass", "obj", "expl")]
    return any(
        t.text.casefold() in ("no", "nothing", "nobody", "none", "neither")
        for each in near
        for t in (each, *children(each, "det"))
    ) or (lemma(cue) == "be" and any(t.text.casefold() == "no" for t in cue.subtree))


def _conditional(cue: Token, word: str, exchange: bool, *, first: bool, lasting: bool) -> bool:
    base, chain = lemma(cue), [cue, *(c for c in cue.children if c.dep_ in ("xcomp", "ccomp"))]
    says = VERB_RULES[base].says if base in VERB_RULES else ""
    if hypothetical(cue):
        return False
    aux = {a for t in chain for a in auxiliaries(t)}
    ahead = bool(_OFFERING & aux or {"wo", "ca"} & aux)
    refused = any(_refused(t) for t in chain) or says == "rejects"
    offered = not refused and ahead and base not in _THREATS | _STOPPING
    granted = says in ("proposes", "accepts") or base in _WILLING
    if exchange:
        return granted or offered
    if word in ("if", "once", "as soon as", "when", "after", "assuming", "assuming that"):
        return not refused and (granted or _only(cue) or offered)
    if word in ("until", "without"):
        return refused or (word == "until" and any(lemma(t) in _GOING_ON for t in chain))
    if word.startswith("not "):
        return not refused
    if word.endswith("long as") and refused:
        return lasting
    return refused or ahead or granted or base in _STOPPING or (first and word.startswith("only"))


def tied(frame: Frame) -> Iterator[Stating]:
    """Yield "made its consent conditional on ...", "conditioned ... on ...".

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in (*_TYING.finditer(frame.text), *_LINKED.finditer(frame.text)):
        verb = next((t for t in frame.tokens if t.idx == match.start()), None)
        if (
            verb is None
            or verb.pos_ != "VERB"
            or negated(verb)
            or (
                match.re is _TYING and lemma(verb) != "condition" and "depend" not in match[0] and "con" not in match[0]
            )
        ):
            continue
        stop = _END.search(frame.text, match.end())
        end = stop.start() if stop else len(frame.text)
        region = tuple(t for t in frame.tokens if match.end() <= t.idx < end and marker(t) != "by")
        holders = holders_of(frame, verb)
        if holders and region:
            yield Stating(holders, "demands", BY_ID["condition"], verb, region)


def granted_if(frame: Frame, cue: Token) -> list[range]:
    """Return the character spans of the conditions under which somebody grants something: "accepts it if ...".

    Parameters
    ----------
    frame
        The sentence.
    cue
        The predicate that grants it.
    """
    spans = []
    for match in _CONDITION.finditer(frame.text):
        stop, main = _bounds(frame, match)
        end = min(stop, len(frame.text.rstrip(" .!\"'")))
        region = [t for t in frame.tokens if match.end() <= t.idx < end]
        at = next((t for t in frame.tokens if t.idx >= match.start()), cue)
        aside = match[0].casefold() == "until" or frame.text[: match.start()].casefold().endswith("even ")
        if main is None and match[0].casefold() in ("when", "after"):
            continue
        if aside or not region or cue.idx in range(match.start(), end):
            continue
        over = {t.i for t in ancestors(at)}
        behind = main is not None and main.i in {cue.i, *(t.i for t in ancestors(cue))}
        if behind or (match.start() > cue.idx and cue.i in over):
            spans.append(range(match.start(), end))
    return spans


def awaited(frame: Frame, cue: Token) -> tuple[Token, ...]:
    """Return the words of what has to come before something that is refused: "no truce until ...", "without ...".

    Parameters
    ----------
    frame
        The sentence.
    cue
        The predicate that refuses it.
    """
    for match in _CONDITION.finditer(frame.text):
        if match[0].casefold() not in ("until", "unless", "without"):
            continue
        end, _ = _bounds(frame, match)
        if not match.start() <= cue.idx < end:
            return tuple(t for t in frame.tokens if match.end() <= t.idx < end)
    return ()


def exchanged(frame: Frame) -> list[range]:
    """Return the character spans of what comes back in an exchange, which is neither asked nor offered.

    Parameters
    ----------
    frame
        The sentence.
    """
    spans = []
    for match in _EXCHANGE.finditer(frame.text):
        stop = re.search(r"[,;:]", frame.text[match.end() :])
        spans.append(range(match.start(), match.end() + stop.start() if stop else len(frame.text)))
    return spans
