"""Who a sentence says to host, broker or chair talks."""

import re

from detente.reading.mentions import Cast
from detente.reading.parser import Doc, Token, child, children, conjuncts, lemma, marker, text_of
from detente.reading.roles import named_parties
from detente.reading.rule import words

_HOSTING = re.compile(
    r"\b(?:hosted by|(?:co-)?mediated by|brokered by|(?:co-)?chaired by|presided over by|moderated by|facilitated by"
    r"|convened by|sponsored by|arranged by|coordinated by|overseen by|negotiated by envoys of"
    r"|brought (?:together|there|here|to the table|to [A-Z]\w+) by|shuttled between by"
    r"|under the (?:[a-z]+ )?(?:chairmanship|auspices|mediation|aegis|patronage|sponsorship|direction|eyes?|guidance"
    r"|stewardship|leadership) of|(?:through the )?(?:mediation|facilitation|brokerage) (?:of|by)"
    r"|(?:with|through|by) (?:the )?(?:help|support and mediation) of mediators from"
    r"|\b(?:signed|reached|agreed|negotiated|struck|concluded)\b[^.;:]{0,60} with (?:the )?help (?:of|from)"
    r"|good offices of|mediators? (?:from|for|of)\b|at the invitation of|in the presence of|witnessed by|guests? of"
    r"|[Tt]he(?:ir)? (?:host|mediator|facilitator|go-between|chairman|broker)s? (?:is|was|are|were|,))",
    re.IGNORECASE,
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
    r"|(?:'s)? (?:mediation|good offices|mediators?|facilitators?|go-betweens?)\b"
)

# "the envoy for Norway, who mediates": Norway is where the envoy works.
_SENT_TO = re.compile(
    r"\b(?:envoy|representative|ambassador|mediator|adviser|advisor|delegate|mission|chief) (?:for|to|on|in) (?:the )?$"
)

_HOST_VERBS = words("host mediate broker chair facilitate convene preside moderate shuttle")

_HOST_NOUNS = words("mediator host broker facilitator go-between chair intermediary")

# Characters after "mediated by" within which mediators are named, and within which the first one is.
_REACH_OF_HOSTS, _FIRST_HOST = 110, 45
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
        reach = text_of(doc)[match.end() : match.end() + _REACH_OF_HOSTS]
        mentions = [m for m in cast.mentions(reach) if m.start <= _REACH_OF_HOSTS]
        for i, mention in enumerate(mentions):
            gap = reach[mentions[i - 1].end : mention.start] if i else ""
            if (i or mention.start > _FIRST_HOST) and not _NEXT_HOST.fullmatch(gap if i else reach[: mention.start]):
                break
            found.append(mention.party)
    for mention in cast.mentions(text_of(doc)):
        if _HOST_AFTER.match(text_of(doc), mention.end) and not _SENT_TO.search(text_of(doc), 0, mention.start):
            found.append(mention.party)
    for token in doc:
        base = lemma(token)
        if base in _HOST_VERBS and token.pos_ == "VERB" and child(token, "aux:pass") is None:
            for subject in children(token, "nsubj"):
                found += [party for each in conjuncts(subject) for party in named_parties(cast, each)]
        if base in _HOST_NOUNS and token.pos_ == "NOUN":
            found += [p for c in _whose(token) for p in named_parties(cast, c)]
    return list(dict.fromkeys(found))
