"""Requests: whom one is made of, which are acts and not positions, and "at the request of A"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.acts.arguments import doers, parties_of
from detente.reading.frame import Frame, by
from detente.reading.grammar.happening import happened
from detente.reading.grammar.parser import Token, ancestors, children, lemma, marker, subjects
from detente.reading.who.mentions import Mention, kind_of

# What may stand between a verb and whom it is done to ("appealed on Monday to the ...").
_LEAD = re.compile(
    r" (?:(?:again|once more|also|repeatedly|formally|publicly|jointly|\w+ly|on \w+day) )*"
    r"(?:(?:on|upon|to|with|at|of) )?(?:the |its |his |their )?(?:\w+ )?"
)
_NEXT = re.compile(
    r"(?:'s [\w ]{3,30})?(?: \([\w.-]{2,12}\))?(?:, (?:which|who|whose) [^,;]{3,40})?(?:,|,? and|,? as well as) "
    r"(?:(?:on|upon|to|with) )?(?:the )?"
)
_SHORT_FORM = re.compile(r" \(")
_AND_ON = re.compile(r"\band (?:(?:up)?on|to) (?:the )?$")


def named_next(frame: Frame, token: Token) -> list[str]:
    """Return the parties named right after a verb, for where the tree does not join them to it.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    found: list[Mention] = []
    end = token.idx + len(token.text)
    for mention in frame.resolver.cast.mentions(frame.text):
        if mention.start < end:
            continue
        if found and _SHORT_FORM.fullmatch(frame.text, end, mention.start) and mention.party == found[-1].party:
            continue
        gap = (_NEXT if found else _LEAD).fullmatch(frame.text, end, mention.start)
        if gap is None and not (found and _AND_ON.search(frame.text[end : mention.start])):
            if not found:
                return []
            continue
        found.append(mention)
        end = mention.end
    return list(dict.fromkeys(mention.party for mention in found))


_BODIES = re.compile(
    r"\b(?:Security Council|General Assembly|Human Rights Council|Contact Group|Quartet|Holy See|Vatican|Pope"
    r"|Red Cross|World Bank|Monetary Fund|Court of Justice|Criminal Court|[Ww]orld court|[Tt]ribunal|United Nations"
    r"|(?:European|African|Arab Maghreb) Union|European (?:Commission|Parliament|Council)|Arab League|League of Nations"
    r"|Organi[sz]ation (?:of|for) \w+|Commonwealth|[Ss]ecretary-[Gg]eneral|Council of Europe|Peace and Security Council"
    r"|UN|U\.N\.|EU|AU|OAS|OAU|ECOWAS|IGAD|SADC|ASEAN|OSCE|CSTO|NATO|IAEA|OIC|GCC|IMF|ICRC|UNHCR|ICC|ICJ)\b"
)


def is_body(frame: Frame, party: str) -> bool:
    """Return True for an international body, by the table of actors or by its name in the sentence.

    Parameters
    ----------
    frame
        The sentence.
    party
        A party.
    """
    return kind_of(party) == "body" or any(_BODIES.search(name) for name in _names(frame, party))


def _names(frame: Frame, party: str) -> list[str]:
    return [frame.text[m.start : m.end] for m in frame.resolver.cast.mentions(frame.text) if m.party == party]


_RESOLVING = re.compile(r"\b(?:Council|Assembly|Court|Tribunal|ICJ|ICC)\b", re.IGNORECASE)


_PLEADING = frozenset(["appeal", "plead", "beg", "implore", "beseech", "entreat", "intercede"])
# To ask somebody for help is no demand on an opponent.
_HELP = re.compile(
    r"\bfor (?:(?!to\b)[\w'-]+ ){0,4}?(?:help|aid|assistance|support|protection|arms|weapons|ammunition|missiles|rifles"
    r"|aircraft|jets|tanks|drones|soldiers|troops|reinforcements|police\w*|peacekeepers|observers|monitors|experts"
    r"|advisers|trainers|mediat\w+|good offices|loans?|money|funds|food|medicines?|tents)\b"
)
_FORMAL = re.compile(
    r"\b(?:formal(?:ly)?|official(?:ly)?|in writing|by (?:letter|note|fax|cable|telegram)"
    r"|in an? (?:\w+ )?(?:letter|note|resolution|petition|telegram|cable))\b"
)


def is_act(frame: Frame, token: Token, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """Return True for a request that is an act of its own; what one party wants of the other is a position.

    A call on an outsider is an act, so is a resolution; between two parties, those that an international body makes or
    is asked, a plea, a call for help, a formal request, and one to several parties together.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb of asking.
    actors, recipients
        Who asks whom.
    """
    pair = set(frame.resolver.cast.pair)
    if not set(recipients) & pair:
        return True
    if not set(actors) & pair:
        # What a third party wants of both sides is its position, where a resolution is an act.
        return any(_RESOLVING.search(name) for party in actors for name in _names(frame, party))
    if any(is_body(frame, party) for party in (*actors, *recipients)):
        return True
    after = frame.text[max(0, token.idx - 10) : token.idx + 90]
    several = len(recipients) > 1 and len(actors) == 1
    return lemma(token) in _PLEADING or several or bool(_HELP.search(after) or _FORMAL.search(after))


_REQUESTS = frozenset(["request", "urging", "behest", "plea", "insistence", "prompting", "instigation"])


def at_request(frame: Frame) -> Iterator[Event]:
    """Yield the request behind an act: "at the request of A, B sent troops", "B sent troops at A's request".

    Parameters
    ----------
    frame
        The sentence.
    """
    for token in frame.doc:
        if lemma(token) not in _REQUESTS or marker(token) not in ("at", "on", "upon"):
            continue
        askers = parties_of(frame, children(token, "nmod:poss", "nmod", "compound", "amod"))
        askers = askers or _named_after(frame, token)
        verb = next((above for above in ancestors(token) if above.pos_ == "VERB"), None)
        if not askers or verb is None or not happened(frame, verb):
            continue
        asked = doers(frame, verb) or parties_of(frame, subjects(verb))
        date, source = frame.day_of(), by("at-request", 0.6)
        for asker in askers:
            for party in asked[:1]:
                if party not in askers:
                    yield Event("REQUEST", asker, party, date, None, frame.whole(), by=source)


def _named_after(frame: Frame, token: Token) -> list[str]:
    """Read "at the request of A, B and C": those named in one row after it."""
    return named_next(frame, token) if frame.text.startswith(" of ", token.idx + len(token.text)) else []
