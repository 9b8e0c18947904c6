"""Names of parties in a sentence, and who the cast of a report is."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from detente.ontology.actors import Found, find_names, resolve
from detente.reading.parser import Doc, Token, child, children, conjuncts, lemma, marker, text_of
from detente.reports.dateline import MONTHS

# Nouns for those who speak and act for a party: "the Ruritanian delegation", "the rebels' chief negotiator".
ROLES = frozenset(
    [
        "government",
        "delegation",
        "team",
        "side",
        "army",
        "force",
        "troop",
        "soldier",
        "military",
        "regime",
        "administration",
        "president",
        "premier",
        "chancellor",
        "minister",
        "ministry",
        "prime",
        "foreign",
        "defence",
        "defense",
        "deputy",
        "secretary",
        "ambassador",
        "envoy",
        "negotiator",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "leader",
        "leadership",
        "commander",
        "chief",
        "general",
        "authority",
        "cabinet",
        "parliament",
        "diplomat",
        "representative",
        "king",
        "prince",
        "emir",
        "sultan",
        "emperor",
        "junta",
        "rebel",
        "guerrilla",
        "insurgent",
        "separatist",
        "militia",
        "fighter",
        "navy",
        "fleet",
        "aircraft",
        "warplane",
        "jet",
        "plane",
        "artillery",
        "drone",
        "unit",
        "commando",
        "gunner",
        "party",
        "movement",
        "front",
        "politburo",
        "council",
        "command",
        "headquarters",
        "people",
        "nation",
        "capital",
        "state",
        "republic",
        "staff",
        "mission",
        "coalition",
        "monarchy",
        "palace",
        "house",
        "radio",
        "policeman",
        "police",
        "security",
        "presidency",
        "kingdom",
        "federation",
        "plan",
        "paper",
        "blueprint",
        "proposal",
        "document",
        "position",
        "answer",
        "reply",
        "demand",
        "list",
        "statement",
        "intelligence",
        "helicopter",
        "missile",
        "plenipotentiary",
        "statesman",
        "head",
        "dictator",
        "ruler",
        "strongman",
        "chairman",
        "mediator",
        "host",
        "wing",
        "branch",
        "faction",
        "member",
        "delegate",
        "adviser",
        "advisor",
        "aide",
        "lawmaker",
        "councillor",
        "founder",
        "director",
        "colleague",
        "counterpart",
        "marine",
        "raider",
        "warship",
        "submarine",
        "tank",
        "convoy",
        "patrol",
        "garrison",
        "admiral",
        "marshal",
        "colonel",
        "brigadier",
        "captain",
        "senator",
        "queen",
        "monarch",
        "follower",
        "supporter",
        "loyalist",
        "rocket",
        "shell",
        "paratrooper",
        "gunboat",
    ]
)


# After these a capital or state is a place, not a government.
_PLACE_WORDS = frozenset(
    [
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "around",
        "into",
        "through",
        "across",
        "within",
        "from",
        "to",
        "towards",
        "toward",
        "via",
    ]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence that stands for an actor.

    Parameters
    ----------
    start, end
        Character span in the sentence.
    party
        The actor's name as entries carry it.
    kind
        name | capital | people | metonym | leader | person.
    """

    start: int
    end: int
    party: str
    kind: str


@dataclass
class Cast:
    """The actors of one report.

    Parameters
    ----------
    learned
        Names that the report explains or the caller gave, with their party.
    counts
        How often each party is named, places not counted.
    pair
        The two main parties, in order of their names; empty where fewer than two are named.
    home
        The state whose "government" and "army" the report means, None where unclear.
    group
        The main party that is no state ("the rebels"), None where there is none.
    mediators
        Those whom the report says to host or to broker.
    then
        Names that meant another party in the year of the report than they do today.
    """

    learned: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    pair: tuple[str, ...] = ()
    home: str | None = None
    group: str | None = None
    mediators: tuple[str, ...] = ()
    then: Mapping[str, str] = field(default_factory=dict)
    _seen: dict[tuple[str, int], list[Mention]] = field(default_factory=dict, repr=False)

    def mentions(self, text: str) -> list[Mention]:
        """Return the names in a sentence: the longest where they overlap, learned ones before those of the ontology."""
        key = text, len(self.learned)
        if key not in self._seen:
            self._seen[key] = self._find(text)
        return self._seen[key]

    def _find(self, text: str) -> list[Mention]:
        found = list(self._learned_mentions(text))
        found += [Mention(f.start, f.end, self._in_its_time(text, f), f.kind) for f in find_names(text)]
        found.sort(key=lambda m: (-(m.end - m.start), m.start))
        chosen: list[Mention] = []
        for mention in found:
            if not any(mention.start < other.end and other.start < mention.end for other in chosen):
                chosen.append(mention)
        return sorted(chosen, key=lambda m: m.start)

    def _in_its_time(self, text: str, found: Found) -> str:
        """Whom a name meant when the report was written ("Moscow" in 1961)."""
        return self.then.get(text[found.start : found.end], found.actor.name)

    def _learned_mentions(self, text: str) -> Iterator[Mention]:
        for name, party in self.learned.items():
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield Mention(match.start(), match.end(), party, self.kinds.get(name, "name"))


def kind_of(party: str) -> str:
    """Return the kind that the table of actors has for a party, "unknown" where it does not have it.

    Examples
    --------
    >>> kind_of("Norway"), kind_of("Arland")
    ('state', 'unknown')
    """
    actor = resolve(party)
    return actor.kind if actor else "unknown"


def is_place(text: str, mention: Mention) -> bool:
    """True where a state or a capital is named as a place ("in Oslo"), not as a government."""
    if _IN_PLACE.search(text, max(0, mention.start - 24), mention.start) and _TOWN.match(text, mention.end):
        return True
    if mention.kind not in ("name", "capital"):
        return False
    if in_dateline(text, mention):
        return True
    before = re.search(r"([\w]+)(?: the)? $", text[max(0, mention.start - 24) : mention.start])
    after = text[mention.end : mention.end + 2]
    return bool(before and before[1].casefold() in _PLACE_WORDS) and after != "'s"


# "in the Norwegian capital", "near the Norwegian border town".
_IN_PLACE = re.compile(rf"\b(?i:{'|'.join(sorted(_PLACE_WORDS))})(?: the)? $")
_TOWN = re.compile(r"(?:'s)? (?:[a-z]+ )?(?:capital|city|town|resort|port|village|border|coast|frontier)\b")


_BEFORE_IN_DATELINE = re.compile(r"\W*(?:[A-Z][\w'-]+ ){0,2}")
_MONTH = rf"(?:{'|'.join(names[0][:3].title() for names in MONTHS)})[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}|\d{{4}}-\d\d-\d\d)(?:,? \d{{4}})?"
_AFTER_IN_DATELINE = re.compile(
    rf"(?:, [A-Z][\w .'-]{{2,25}}?)?(?:,? {_DATE}(?: ?\([^)]*\))? ?(?:$|[.:]? *$|[-–—:]+(?: |$))"
    r"|,? ?\([^)]{2,40}\) ?(?:$|[-–—:]))"
)
_DASHED = re.compile(r"(?:, [A-Z][\w .'-]{2,25}?)? ?(?:[–—]|--? )(?: |$)?")


def in_dateline(text: str, mention: Mention) -> bool:
    """Return True for the place from which a report was sent: "Oslo, 2 March", "OSLO (Agency) -".

    Parameters
    ----------
    text
        A sentence, or the line above the report.
    mention
        A name in it.
    """
    if mention.start > _REACH or not _BEFORE_IN_DATELINE.fullmatch(text, 0, mention.start):
        return False
    if _AFTER_IN_DATELINE.match(text, mention.end):
        return True
    # "Norway - Denmark" is no dateline; a capital, or a name in capitals, before a dash is one.
    sent = mention.kind == "capital" or text[mention.start : mention.end].isupper()
    return sent and _DASHED.match(text, mention.end) is not None


# Characters before the place that still leave it at the head of its line ("Port Arland").
_REACH = 30
_HOSTING = re.compile(
    r"\b(?:hosted by|(?:co-)?mediated by|brokered by|(?:co-)?chaired by|presided over by|moderated by|facilitated by"
    r"|convened by|sponsored by|arranged by|coordinated by|overseen by|negotiated by envoys of"
    r"|brought (?:together|there|here|to the table|to [A-Z]\w+) by|shuttled between by"
    r"|under the (?:[a-z]+ )?(?:chairmanship|auspices|mediation|aegis|patronage|sponsorship|direction|eyes?|guidance"
    r"|stewardship|leadership) of|(?:through the )?(?:mediation|facilitation|brokerage) (?:of|by)"
    r"|(?:with|through|by) (?:the )?(?:help|support and mediation) of mediators from"
    r"|good offices of|mediators? (?:from|for|of)|at the invitation of|in the presence of|witnessed by|guests? of"
    r"|[Tt]he(?:ir)? (?:host|mediator|facilitator|go-between|chairman|broker)s? (?:is|was|are|were|,))",
    re.IGNORECASE,
)
# After the name of whoever it is: "Norway presiding", "Norway, which hosts the talks", "Norway as go-between".
_HOST_AFTER = re.compile(
    r"(?:'s)? (?:[a-z]+ )?(?:(?:is|was|are|were|(?:has|have|had) been) )?(?:presiding|mediating|in the chair|brokering"
    r"|chairing|hosting|facilitating|convening|moderating|(?:(?:acting|serving) )?as (?:the )?(?:host|mediator"
    r"|go-between|broker|facilitator|chairman|chair|witness|intermediary)|(?:sitting |shuttling )?(?:in )?between"
    r" (?:them|the two)\b)"
    r"|[\w', -]{0,40}?,? (?:which|who|whose [\w ()-]{2,40}?) (?:is |was |are |has been |have been )?"
    r"(?:hosts?|hosted|mediat\w+|broker\w*|chair\w*|presides?|presided|facilitat\w+|moderat\w+|coordinates?|coordinated"
    r"|(?:had )?brought (?:them|the two|both|these|the parties|the sides)(?: [\w ]+)? together)\b"
    r"|-(?:brokered|mediated|hosted|sponsored|facilitated|chaired|convened)\b"
    r"|(?:'s)? (?:mediation|good offices|mediators?|facilitators?|go-betweens?)\b"
)


_HOST_VERBS = frozenset(
    ["host", "mediate", "broker", "chair", "facilitate", "convene", "preside", "moderate", "shuttle"]
)


_HOST_NOUNS = frozenset(["mediator", "host", "broker", "facilitator", "go-between", "chair", "intermediary"])


# Characters after "mediated by" within which mediators are named, and within which the first one is.
_REACH_OF_HOSTS, _FIRST_HOST = 110, 45
_NEXT_HOST = re.compile(
    r"(?: \([A-Z]+\))?,? ?(?:and |the )*(?:(?!(?:under|which|who|whom|that|in|on|at|to|by|as|after|while|where"
    r"|when|between|for|with|against|said|says|told|but)\b)[\w.-]+ ){0,6}"
)


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
        if _HOST_AFTER.match(text_of(doc), mention.end):
            found.append(mention.party)
    for token in doc:
        base = lemma(token)
        if base in _HOST_VERBS and token.pos_ == "VERB" and child(token, "aux:pass") is None:
            for subject in children(token, "nsubj"):
                found += [party for each in conjuncts(subject) for party in named_parties(cast, each)]
        if base in _HOST_NOUNS and token.pos_ == "NOUN":
            found += [
                p
                for c in children(token, "amod", "compound", "nmod:poss", "appos", "nmod")
                for p in named_parties(cast, c)
            ]
    return list(dict.fromkeys(found))


def named_parties(cast: Cast, token: Token) -> list[str]:
    """Return the parties that a noun names by itself or through its modifiers, without looking at other sentences.

    Parameters
    ----------
    cast
        Who is who.
    token
        Head of a noun phrase, such as "delegation" in "the delegation of the government of Norway".
    """
    mentions = cast.mentions(text_of(token.doc))
    own = [m.party for m in mentions if m.start <= token.idx < m.end]
    return own[:1] or _through_modifiers(token, mentions, 3)


# "the government in Oslo" governs from there.
_SEATED = frozenset(
    ["government", "leadership", "authority", "regime", "leader", "ruler", "junta", "cabinet", "official"]
)


# "Norway's allies" are not Norway.
_OTHERS = frozenset(
    ["ally", "enemy", "neighbour", "neighbor", "opponent", "supporter", "critic", "rival", "foe", "victim"]
)


# Theirs only where the text says whose they are: "gunmen of the Front", never "the gunmen".
_ARMED = frozenset(["gunman", "militant", "bomber", "raider", "paratrooper", "guerilla", "jihadist", "volunteer"])


def _through_modifiers(token: Token, mentions: list[Mention], depth: int) -> list[str]:
    if lemma(token) in _OTHERS:
        return []
    for each in children(token, "amod", "compound", "nmod:poss", "appos", "flat", "nmod"):
        of_party = marker(each) in ("of", "from", "for") and (lemma(token) in ROLES | _ARMED or token.pos_ == "PROPN")
        seated = marker(each) == "in" and lemma(token) in _SEATED
        if each.dep_ == "nmod" and not of_party and not seated:
            continue
        inside = [m.party for m in mentions if m.start <= each.idx < m.end]
        inside += [m.party for part in conjuncts(each)[1:] for m in mentions if inside and m.start <= part.idx < m.end]
        if not inside and depth and lemma(token) in ROLES:
            inside = _through_modifiers(each, mentions, depth - 1)
        if inside:
            return list(dict.fromkeys(inside))
    return []
