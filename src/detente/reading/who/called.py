"""What a report has called somebody: "the envoy", "the alliance", "the council" are those whom it named so last."""

from detente.reading.cast.nouns import MOVEMENTS, REBELS
from detente.reading.grammar.parser import Doc, Token, child, children, lemma
from detente.reading.rule import words
from detente.reading.who.mentions import Cast
from detente.reading.who.roles import ROLES, named_parties

# Papers belong to whoever issued them last; "a letter" by somebody else begins anew.
PAPERS = words("statement communique communiqué letter declaration announcement message memorandum")
GROUPS = MOVEMENTS | words("group organisation organization faction alliance coalition bloc party league outfit")
# Whoever is called so is known by it; a government, an army or a side has ways of its own.
_CALLED = (GROUPS | PAPERS | ROLES | words("committee commission ministry institute agency envoy")) - words(
    "government army military police side people nation capital state country force troop soldier delegation team"
    " plan proposal paper document demand offer answer reply position list blueprint authority rebel guerrilla"
    " insurgent separatist fighter unit aircraft prime foreign deputy defence defense house general president republic"
    " staff representative member king radio counterpart colleague regime"
)
_SAME = words(
    "rebel armed militant guerrilla insurgent separatist islamist jihadist paramilitary extremist secessionist banned"
    " outlawed same latter"
)


# "Arland's biggest rebel group" is not Arland.
_OF_NO_STATE = MOVEMENTS | words("group faction militia outfit")


class Called:
    """Keeps, for each noun of a report, the parties that it was last said of."""

    def __init__(self) -> None:
        self._parties: dict[str, tuple[str, ...]] = {}

    def note(self, cast: Cast, doc: Doc) -> None:
        """Take note of the nouns of a sentence that name a party, and of those that name nobody known.

        Parameters
        ----------
        cast
            Who is who.
        doc
            The sentence.
        """
        for token in doc:
            if token.pos_ not in ("NOUN", "PROPN") or (base := lemma(token)) not in _CALLED:
                continue
            if named := _said_of(cast, token, base):
                self._parties[base] = named
            elif _is_new(token) and base not in PAPERS:
                self._parties[base] = ()

    def issued(self, paper: str, parties: tuple[str, ...]) -> None:
        """Take note of whose a paper is.

        Parameters
        ----------
        paper
            The noun for it.
        parties
            Whoever issued it, empty where nobody knows.
        """
        self._parties[paper] = parties

    def so(self, token: Token) -> tuple[str, ...] | None:
        """Return whom "the envoy" was said of last, () for somebody unknown, None where nobody was called so.

        Parameters
        ----------
        token
            A noun that names nobody.
        """
        base = lemma(token)
        if base not in self._parties or (token.tag_ in ("NNS", "NNPS") and base in GROUPS):
            return None
        if base in PAPERS and token.dep_ in ("obj", "nsubj:pass"):
            return None  # "welcomed the declaration": what is read or signed speaks for nobody.
        return self._parties[base] if is_bare(token) else None


def is_bare(token: Token) -> bool:
    """Return True for "the envoy", "this group", "Tuesday's statement": a noun that takes up one told of before."""
    if child(token, "nmod", "appos", "acl:relcl", "flat") is not None:
        return False
    if any(lemma(c) not in _SAME for c in children(token, "amod", "compound", "nummod")):
        return False
    owner = child(token, "nmod:poss", "nmod:unmarked")
    if owner is not None:
        return owner.text.endswith("day") and lemma(token) in PAPERS
    return any(c.text.casefold() in ("the", "this", "that") for c in children(token, "det"))


def _said_of(cast: Cast, token: Token, base: str) -> tuple[str, ...]:
    """The one party that a noun is said of: "the UN envoy", "the MFP, an alliance", "the MFP is an alliance"."""
    found = named_parties(cast, token)
    if not found and token.dep_ == "appos":
        found = named_parties(cast, token.head)
    rebels = cast.group and base in GROUPS and any(lemma(c) in REBELS for c in children(token, "amod", "compound"))
    if not found and rebels and token.tag_ == "NN":
        return (str(cast.group),)
    subject = child(token, "nsubj") if not found and child(token, "cop") is not None else None
    if subject is not None:
        found = named_parties(cast, subject)
    if base in _OF_NO_STATE and any(cast.kind(party) == "state" for party in found):
        return ()
    return tuple(found) if len(found) == 1 else ()


def _is_new(token: Token) -> bool:
    """True for "a group", "two officials", "one of the groups", "some diplomats"."""
    opened = {c.text.casefold() for c in children(token, "det", "nummod")}
    return bool(opened - {"the", "this", "that", "these", "those", "both", "each"}) or (
        not opened and token.tag_ == "NNS" and child(token, "nmod:poss") is None
    )
