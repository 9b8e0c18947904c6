"""Which issue a stretch of text is about."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.ontology.in_use import of_tables, own
from detente.ontology.issues import issues
from detente.reading.grammar.parser import Doc, Token, ancestors, child, lemma, marker, text_of, token_at
from detente.reading.grammar.wording import pairs_in, phrases_in

# They stand for the talks as a whole and give way to any issue named beside them.
GENERAL = frozenset({"settlement"})


@dataclass(frozen=True, slots=True)
class IssueMention:
    """Words that name an issue.

    Parameters
    ----------
    start, end
        Character span in the sentence.
    issue
        Its id.
    """

    start: int
    end: int
    issue: str


def find_issues(text: str) -> list[IssueMention]:
    """Return the issues that a sentence names; of overlapping names the longest counts, a general one last.

    Parameters
    ----------
    text
        One sentence.

    Examples
    --------
    >>> [m.issue for m in find_issues("a ceasefire and the release of all prisoners")]
    ['ceasefire', 'prisoners']
    """
    return list(_found(text))


@of_tables
@functools.lru_cache(maxsize=4096)
def _found(text: str) -> tuple[IssueMention, ...]:
    found = [
        IssueMention(match.start(), match.end(), issue)
        for issue, pattern in _possible(text)
        for match in pattern.finditer(text)
    ]
    found += [IssueMention(*each) for each in phrases_in(text)]
    mine = own("issues") or {}
    found.sort(key=lambda m: (m.issue not in mine, m.issue in GENERAL, m.start - m.end, m.start))
    chosen: list[IssueMention] = []
    for mention in found:
        if not any(mention.start < other.end and other.start < mention.end for other in chosen):
            chosen.append(mention)
    return tuple(sorted(chosen, key=lambda m: m.start))


# Letters of a word by which the patterns that may begin with it are looked up.
_STEM = 5
_START = re.compile(rf"(?<!\w)\w{{1,{_STEM}}}")


def _possible(text: str) -> list[tuple[str, re.Pattern[str]]]:
    """Issue and pattern of the words that may stand in a text: few of all, which saves most of the time."""
    index, starts = _by_stem(), set(_START.findall(text.casefold()))
    keys = {start[:n] for start in starts for n in range(_STEM + 1)}
    return [row for _, row in sorted({i: row for key in keys for i, row in index.get(key, ())}.items())]


@of_tables
@functools.cache
def _by_stem() -> dict[str, list[tuple[int, tuple[str, re.Pattern[str]]]]]:
    found: dict[str, list[tuple[int, tuple[str, re.Pattern[str]]]]] = {}
    words = [(kind.id, word) for kind in issues().values() for word in kind.words]
    for i, (issue, word) in enumerate(words):
        for stem in {re.split(r"\W", stem)[0][:_STEM] for stem in stems_of(word.pattern)}:
            found.setdefault(stem, []).append((i, (issue, word)))
    return found


def stems_of(pattern: str) -> tuple[str, ...]:
    r"""Return letters with one of which every match of a pattern begins.

    Parameters
    ----------
    pattern
        A word of an issue as `detente.ontology.issues` compiles it.

    Examples
    --------
    >>> stems_of(r"(?<!\w)(?:truces?)(?!\w)"), stems_of(r"(?<!\w)(?:(?:halt|ends?) fire)(?!\w)")
    (('truce',), ('halt', 'end'))
    """
    return tuple(_stems(pattern.removeprefix(r"(?<!\w)(?:").removesuffix(r")(?!\w)")))


def _stems(inner: str) -> list[str]:
    alternatives = _alternatives(inner)
    if len(alternatives) > 1:
        return [stem for each in alternatives for stem in _stems(each)]
    if inner.startswith("(?:"):
        end = _closing(inner)
        return [""] if inner[end + 1 : end + 2] in ("?", "*", "{") else _stems(inner[3:end])
    found = re.match(r"[a-z' -]*", inner)
    letters = found[0] if found else ""
    return [letters[:-1] if inner[len(letters) : len(letters) + 1] in ("?", "*", "{") else letters]


def _closing(inner: str) -> int:
    depth = 0
    for i, letter in enumerate(inner):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return i
    return len(inner)


def _alternatives(inner: str) -> list[str]:
    """The alternatives of a pattern outside of any group."""
    depth, parts = 0, [""]
    for letter in inner:
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def issues_in(doc: Doc, region: Iterable[Token]) -> list[tuple[IssueMention, Token]]:
    """Return the issues that a region of a sentence is about, each with its anchor in the tree.

    Of two issues where one depends on the other ("recognition of the occupied territories") the upper one counts;
    what is coordinated counts each for itself.

    Parameters
    ----------
    doc
        The parsed sentence.
    region
        Tokens to look at.
    """
    inside = {token.i for token in region}
    anchored = []
    for mention, anchor in _anchored(doc):
        at = next((t for t in anchor if t.i in inside), None)
        if at is not None:
            anchored.append((mention, at))
    anchored = [pair for pair in anchored if not _discussed(pair, anchored) and not _where(pair, anchored)]
    anchored = [pair for pair in anchored if not _on_the_agenda(pair[1], anchored)]
    anchored = [pair for pair in anchored if not _acting(pair) and not _about_status(pair, anchored)]
    kept = [pair for pair in anchored if not _depends(pair, anchored)]
    special = [pair for pair in kept if pair[0].issue not in GENERAL]
    return _first_of_each(special or kept)


def _anchored(doc: Doc) -> list[tuple[IssueMention, tuple[Token, ...]]]:
    """All that names an issue in a sentence, with where it may hang; of a pair of words the upper one first.

    A pair ("return" of "land") tells more than one of its words, but less than a longer name ("foreign troops").
    """
    if "issues" not in doc.user_data:
        pairs = pairs_in(doc)
        words = {(t.idx, t.idx + len(t)) for upper, lower, _ in pairs for t in (upper, lower)}
        named = [m for m in find_issues(text_of(doc)) if (m.start, m.end) not in words]
        found = [(m, _places(doc, m)) for m in named]
        for upper, lower, issue in pairs:
            mention = IssueMention(lower.idx, lower.idx + len(lower), issue)
            # "refugees return to the district": who returns is named, so that where to is no claim to land.
            said = any(upper.i == at.i and " " in text_of(doc)[m.start : m.end] for m, places in found for at in places)
            if not said and not any(m.start < mention.end and mention.start < m.end for m in named):
                found.append((mention, (upper, lower)))
        doc.user_data["issues"] = sorted(found, key=lambda pair: pair[0].start)
    anchored: list[tuple[IssueMention, tuple[Token, ...]]] = doc.user_data["issues"]
    return anchored


def _places(doc: Doc, mention: IssueMention) -> tuple[Token, ...]:
    """Where a name may hang: at its root, or at its last word where the root is the stance ("refuse to sign")."""
    root, last = token_at(doc, mention.start, mention.end), token_at(doc, mention.end - 1, mention.end)
    places = (root, last) if root is not None and root.pos_ in ("VERB", "ADJ") else (root,)
    return tuple(each for each in places if each is not None)


# To discuss an issue is about that issue, not about how to talk.
_DISCUSSING = frozenset(["discuss", "negotiate", "talk"])
# "refused to discuss either point": what was named before counts.
_STANDING_FOR = frozenset(["it", "this", "that", "them", "point", "matter", "question", "demand", "issue", "idea"])


def _discussed(pair: tuple[IssueMention, Token], others: Sequence[tuple[IssueMention, Token]]) -> bool:
    """True for the verb in "discuss the frontier": what is discussed counts."""
    mention, anchor = pair
    claimed = child(anchor, "obj")
    if mention.issue == "recognition" and claimed is not None and lemma(claimed) == "claim":
        return True
    if mention.issue != "format" or anchor.pos_ != "VERB" or lemma(anchor) not in _DISCUSSING:
        return False
    if claimed is not None and lemma(claimed) in _STANDING_FOR:
        return True
    below = {t.i for each in anchor.children if each.dep_ in ("obj", "obl", "nsubj:pass") for t in each.subtree}
    below = {
        t.i
        for each in anchor.children
        if each.dep_ in ("obj", "obl", "nsubj:pass") or _about(each)
        for t in each.subtree
    }
    return any(token.i in below for other, token in others if other.issue not in GENERAL | {"format"})


def _about(clause: Token) -> bool:
    """True for "about reopening the road" in "talk about reopening the road"."""
    return clause.dep_ in ("advcl", "xcomp") and marker(clause) in ("about", "on", "over")


def _on_the_agenda(anchor: Token, others: Sequence[tuple[IssueMention, Token]]) -> bool:
    """True for the reforms in "the outline of the reforms to be discussed": the talks are what it is about."""
    later = [c for c in anchor.children if c.dep_.startswith("acl") and lemma(c) in _DISCUSSING and marker(c) == "to"]
    return any(m.issue == "format" and other.i == c.i for c in later for m, other in others)


# "The parliament rejected", "told the assembly", "asked the court to": a body at work, which is not what is at issue.
_BODIES = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:government|junta|authority|administration|presidency|president|minister|ministry|cabinet|"
    r"parliament|senate|assembly|council|governor|mayor|coalition|court|tribunal|committee|group|party|delegation|team|"
    r"red cross|red crescent)",
    re.IGNORECASE,
)
_DOING = frozenset(
    ["accept", "add", "agree", "announce", "answer", "approve", "argue", "ask", "call", "claim", "condemn", "confirm",
     "decide", "declare", "demand", "deny", "dismiss", "insist", "maintain", "note", "object", "offer", "oppose",
     "pledge", "promise", "propose", "ratify", "refuse", "reiterate", "reject", "repeat", "reply", "report", "request",
     "respond", "retort", "rule", "say", "state", "stress", "suggest", "tell", "turn", "urge", "vote", "vow", "want",
     "warn", "welcome", "write"]
)  # fmt: skip
_ADDRESSING = frozenset(["appeal", "ask", "beg", "call", "implore", "petition", "press", "tell", "urge", "write"])


# Men under arms act or are what is at issue: "the militias must give back the guns", "the militias must be dissolved".
_ARMED = re.compile(
    r"(?:[\w'-]+ )*?(?:militias?|paramilitar(?:y|ies)|arm(?:y|ies)|armed forces|police force|air force"
    r"|security forces)",
    re.IGNORECASE,
)


def _acting(pair: tuple[IssueMention, Token]) -> bool:
    """True for the body in "parliament rejected the text" and "asked the court to rule"."""
    mention, anchor = pair
    if _ARMED.fullmatch(text_of(anchor.doc)[mention.start : mention.end]) and _does_something(anchor):
        return True
    if not _BODIES.fullmatch(text_of(anchor.doc)[mention.start : mention.end]):
        return False
    if anchor.dep_ == "nsubj":
        # "Not unless an elected government asks": then the body is what is asked for.
        wanted = any(lemma(each) == "unless" for each in anchor.head.children if each.dep_ == "mark")
        return lemma(anchor.head) in _DOING and not wanted
    if anchor.dep_ not in ("obj", "iobj", "obl") or lemma(anchor.head) not in _ADDRESSING:
        return False
    return lemma(anchor.head) == "tell" or any(
        each.dep_ in ("xcomp", "ccomp", "advcl") for each in anchor.head.children
    )


def _does_something(noun: Token) -> bool:
    """True for the subject of a verb of its own that is neither "be" nor what becomes of a force."""
    verb = noun.head
    return (
        noun.dep_ == "nsubj" and verb.pos_ == "VERB" and lemma(verb) not in ("disarm", "disband", "demobilise", "merge")
    )


_BALLOTS = re.compile(r"(?:\w+ )?(?:referend(?:um|a)|plebiscites?|ballots?|votes?)", re.IGNORECASE)


def _about_status(pair: tuple[IssueMention, Token], others: Sequence[tuple[IssueMention, Token]]) -> bool:
    """True for the vote in "a referendum on independence": what is voted on counts."""
    mention, anchor = pair
    if mention.issue != "governance" or not _BALLOTS.fullmatch(text_of(anchor.doc)[mention.start : mention.end]):
        return False
    return any(other.issue == "status" for other, _ in others)


_PLACES = re.compile(
    r"(?:border|frontier|boundar|front|zone|island|peninsula|strip|enclave|heights|area|line"
    r"|river|lake|canal|ports?$|airport|roads?$|bridges?$)",
    re.IGNORECASE,
)


# "along the corridor", "near the port": where something is to be done, never what.
_LOCAL = frozenset(["along", "near", "across", "around", "beside", "behind", "throughout", "amid", "alongside", "via"])


def _where(pair: tuple[IssueMention, Token], others: Sequence[tuple[IssueMention, Token]]) -> bool:
    """True for the border in "observers along the border": a place, where something else is at issue."""
    mention, anchor = pair
    if len(others) < 2 or anchor.dep_ not in ("obl", "nmod", "conj"):
        return False
    if marker(anchor) in _LOCAL:
        return any(m.issue not in GENERAL for m, t in others if t.i != anchor.i)
    named = text_of(anchor.doc)[mention.start : mention.end]
    placed = mention.issue in ("territory", "infrastructure") and bool(_PLACES.match(named))
    return placed and marker(anchor) in ("on", "at", "inside")


def _depends(pair: tuple[IssueMention, Token], others: Sequence[tuple[IssueMention, Token]]) -> bool:
    mention, anchor = pair
    upper = {token.i: m.issue for m, token in others if m is not mention and m.issue not in GENERAL}
    step, apart = anchor, False
    for above in ancestors(anchor):
        apart = apart or (step.dep_ in ("conj", "parataxis", "appos") and not _listed(step))
        if above.i in upper and upper[above.i] != mention.issue:
            return not apart and step.dep_ != "conj"
        # What stands inside a clause about a noun belongs to that noun, whatever it is coordinated with in the clause.
        apart = apart and not step.dep_.startswith("acl")
        step = above
    return False


def _listed(noun: Token) -> bool:
    """True for a bare noun in a row: in "a fund for health, food and power" all three belong to the fund."""
    bare = noun.pos_ == "NOUN" and child(noun, "det", "nmod", "acl", "nmod:poss", "case") is None
    # "the lifting of sanctions and recognition of its borders": the parser may hang the second "of" on the first noun.
    bare = bare and not text_of(noun.doc).startswith(" of ", noun.idx + len(noun))
    first = noun
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    return bare and first.i != noun.i and first.dep_ in ("nmod", "obl")


def _first_of_each(pairs: Sequence[tuple[IssueMention, Token]]) -> list[tuple[IssueMention, Token]]:
    seen: dict[str, tuple[IssueMention, Token]] = {}
    for pair in pairs:
        seen.setdefault(pair[0].issue, pair)
    return list(seen.values())
