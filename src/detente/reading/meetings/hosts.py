"""Who a sentence says to host, broker or chair talks."""

import re

from detente.reading.caseless import Caseless
from detente.reading.grammar.parser import Doc, Token, child, children, conjuncts, lemma, marker, text_of
from detente.reading.rule import words
from detente.reading.who.mentions import Cast, Mention, kind_of
from detente.reading.who.placenames import is_only_a_town
from detente.reading.who.roles import named_parties

_HOSTING = Caseless(
    r"\b(?:hosted by|(?:co-)?mediated by|brokered by|(?<!which is )(?<!which are )(?:co-)?chaired by"
    r"|presided over by|moderated by|facilitated by"
    r"|convened by|sponsored by|arranged by|coordinated by|overseen by|negotiated by envoys of"
    r"|brought (?:together|there|here|to the table|to [A-Z]\w+) by|shuttled between by"
    r"|under the (?:[a-z]+ )?(?:chairmanship|auspices|mediation|aegis|patronage|sponsorship|direction|eyes?|guidance"
    r"|stewardship|leadership) of|(?:through the )?(?:mediation|facilitation|brokerage) (?:of|by)"
    r"|(?:with|through|by) (?:the )?(?:help|support and mediation) of mediators from"
    r"|(?:talks|negotiations|rounds?|meetings?|mediation|mediation team|dialogue|process)\b[^.,;]{0,40}?"
    r" (?:led|steered|run|headed) by"
    r"|(?:signed|reached|agreed|struck|concluded|met|negotiated)\b[^.;]{0,60} with (?:the )?(?:help|assistance) of"
    r"|good offices of|mediators? (?:from|for|of)\b|at the invitation of|in the presence of|witnessed by|guests? of"
    r"|[Tt]he(?:ir)? (?:host|mediator|facilitator|go-between|chairman|broker)s? (?:is|was|are|were|,))"
)
# After the name of whoever it is: "Norway presiding", "Norway, which hosts the talks", "Norway as go-between".
_HOST_AFTER = re.compile(
    r"(?:'s)? (?:[a-z]+ )?(?:(?:is|was|are|were|(?:has|have|had) been) )?(?:presiding|mediating|in the chair|brokering"
    r"|chairing|hosting|facilitating|convening|moderating|(?:(?:acting|serving) )?as (?:the )?(?:host|mediator"
    r"|go-between|broker|facilitator|chairman|chair|witness|intermediary)|(?:sitting |shuttling )?(?:in )?between"
    r" (?:them|the two)\b)"
    r"|[\w', -]{0,40}?,? (?:which|who|whose [\w ()-]{2,40}?) (?:is |was |are |has |have |had |has been |have been )?"
    r"(?:hosts?|hosted|mediat\w+|broker\w*|chair\w*|presides?|presided|facilitat\w+|moderat\w+|coordinates?|coordinated"
    r"|(?:had )?brought (?:them|the two|both|these|the parties|the sides)(?: [\w ]+)? together)\b"
    r"|(?:'s [\w ,'-]{3,40}?)? (?:said|says|announced|confirmed) (?:on [A-Z]\w+ )?(?:that )?(?:it|he|she)"
    r" (?:would|will|could|was ready to|is ready to|had offered to) (?:host|mediate|broker|facilitate|chair)\b"
    r"|-(?:brokered|mediated|hosted|sponsored|facilitated|chaired|convened)\b"
    r"|-led (?:[\w-]+ ){0,2}(?:talks|negotiations|process|mediation|dialogue|peace)\b"
    r"|(?:'s)? (?:(?:has|have|had) )?offer(?:s|ed)? (?:again )?(?:to (?:mediate|facilitate|broker)"
    r"|(?:(?:its|his|her|their) |of )(?:mediation|facilitation|good offices))\b"
    r"|,? for (?:(?:its|his|her|their) (?:\w+ ){0,2}(?:hospitality|mediation|good offices)"
    r"|(?:hosting|mediating|brokering)\b)"
    r"|(?:'s)? (?:mediation|chairmanship|auspices|facilitation|sponsorship"
    r"|good offices|mediators?|facilitators?|go-betweens?)\b"
)


_HOST_VERBS = words("host mediate broker chair facilitate convene preside moderate shuttle")

_HOST_NOUNS = words("mediator host broker facilitator go-between chair intermediary")

# Characters after "mediated by" within which mediators are named, and within which the first one is.
_REACH_OF_HOSTS, _FIRST_HOST = 110, 45
# "Led by a former Swedish premier on behalf of the Union".
_FOR_WHOM = re.compile(r"\bon behalf of (?:the )?")
_NEXT_HOST = re.compile(
    r"(?: \([A-Z]+\))?,? ?(?:and |the )*(?:(?!(?:under|which|who|whom|that|in|on|at|to|by|as|after|while|where"
    r"|when|between|for|with|against|said|says|told|but)\b)[\w.-]+ ){0,6}"
)


def _whose(token: Token) -> list[Token]:
    """Those whom a noun belongs to: "mediators from Norway", never "mediators at the Norway talks"."""
    beside = children(token, "amod", "compound", "nmod:poss", "appos", "nmod")
    return [c for c in beside if c.dep_ != "nmod" or marker(c) in ("of", "from", "for")]


def hosts(cast: Cast, doc: Doc) -> list[str]:
    """Return those whom a sentence says to host, broker or chair talks.

    Parameters
    ----------
    cast
        Who is who.
    doc
        One parsed sentence.
    """
    found: list[str] = []
    for match in _HOSTING.finditer(text_of(doc)):
        behalf = _FOR_WHOM.search(text_of(doc), match.end(), match.end() + _REACH_OF_HOSTS)
        start = behalf.end() if behalf else match.end()
        reach = text_of(doc)[start : start + _REACH_OF_HOSTS]
        mentions = [m for m in cast.mentions(reach) if m.start <= _REACH_OF_HOSTS]
        for i, mention in enumerate(mentions):
            gap = reach[mentions[i - 1].end : mention.start] if i else ""
            if (i or mention.start > _FIRST_HOST) and not _NEXT_HOST.fullmatch(gap if i else reach[: mention.start]):
                break
            found.append(mention.party)
    found += _named_before(cast, text_of(doc))
    for token in doc:
        base = lemma(token)
        if (
            token.pos_ == "VERB"
            and child(token, "aux:pass") is None
            and (base in _HOST_VERBS or _leads(token) or _unites(token))
        ):
            who = [each for subject in _presiding(token) for each in conjuncts(subject)]
            found += [party for each in who for party in named_parties(cast, each)]
        if base in _HOST_NOUNS and token.pos_ == "NOUN":
            found += [p for c in _whose(token) for p in named_parties(cast, c)]
    return list(dict.fromkeys(found))


def _named_before(cast: Cast, text: str) -> list[str]:
    """Those whose names are followed by what they do: "Norway, which hosts the talks", "Norway and Chile presiding"."""
    found: list[str] = []
    following: Mention | None = None
    for mention in reversed(cast.mentions(text)):
        beside = following is not None and _AND.fullmatch(text, mention.end, following.start) is not None
        told = _HOST_AFTER.match(text, mention.end) or _of_body(text, mention)
        elsewhere = _SENT_TO.search(text[: mention.start]) or is_only_a_town(text, mention)
        if (told or beside) and not elsewhere:
            found.append(mention.party)
            following = mention
        else:
            following = None
    return found


_AND = re.compile(r"(?: \([^)]*\)|\))?,?(?: and)? (?:the )?(?:[a-z.]+ ){0,2}(?:\()?")
# "The UN envoy for Arland, who mediated": the country is where she is sent.
_SENT_TO = re.compile(
    r"\b(?:envoys?|representatives?|ambassador|mediator|adviser|advisor|delegate|mission|chief|office)"
    r" (?:for|to|on|in) (?:the )?$"
)
_ITS_TALKS = re.compile(r" (?:peace |political )?(?:talks|negotiations|mediation)\b")


def _of_body(text: str, mention: Mention) -> bool:
    """Read "a first round of UN talks": talks that are called after a body are its own."""
    return kind_of(mention.party) == "body" and _ITS_TALKS.match(text, mention.end) is not None


def _leads(token: Token) -> bool:
    """Read "acted as mediator", "heads the mediation team", "led the talks"."""
    base = lemma(token)
    if base in ("act", "serve"):
        return any(lemma(c) in _HOST_NOUNS and marker(c) == "as" for c in children(token, "obl", "xcomp", "advcl"))
    if base not in ("lead", "head", "steer", "oversee"):
        return False
    objects = children(token, "obj")
    below = [c for o in objects for c in children(o, "compound", "nmod") if c.dep_ == "compound" or marker(c) == "of"]
    return any(lemma(each) in _LED for each in (*objects, *below))


def _unites(token: Token) -> bool:
    """Read "brought A and B together"."""
    return lemma(token) == "bring" and any(c.text.casefold() == "together" for c in token.children)


_LED = words("talk negotiation mediation mediator meeting session plenary conference")


def _presiding(token: Token) -> list[Token]:
    """Who does it; for "which" and "who" all that stand before: "Norway, Chile and the UN, which mediated"."""
    who = children(token, "nsubj")
    if token.dep_ == "acl:relcl" and any(t.text.casefold() in ("which", "who", "that") for t in who):
        first = token.head
        while first.dep_ == "conj":
            first = first.head
        return [first.head if _SENT_TO.search(text_of(first.doc)[: first.idx]) else first]
    return who
