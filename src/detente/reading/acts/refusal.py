"""Refusals: talks and accords broken off, left, vetoed or not kept; see `table`."""

from detente.reading.acts.act import act
from detente.reading.acts.words import TROOPS

_TALKS = (
    r"talks?|discussions?|negotiations?|table|conference|meeting|session|dialogue|contacts?|process|participation"
    r"|part in|commission|summit|room|negotiating|round|signing|plenary|roundtable|ballot"
)

REFUSALS = (
    act(
        "break-off",
        "REJECT",
        "boycott break suspend abandon cancel interrupt adjourn end sever",
        "The Danish delegation broke off the talks on Monday.",
        "The Danish ship left the harbour.",
        beside=_TALKS + r"|visit|trip|off (?:[\w'-]+ ){0,4}(?:accords?|agreements?|treaty|pact|cooperation)",
        never=r"strikes?|bombing|with (?:an?|no) (?!deal|accord)|without|reach\w* agreement|deadlock|bringing|home"
        r"|yesterday's",
        toward="with",
        aim="other",
        sure=0.65,
        doer="untold",
    ),
    act(
        "walk-out",
        "REJECT",
        "walk storm pull withdraw quit leave opt",
        "The Danish delegation walked out of the talks.",
        "The Danish actor walked on.",
        beside=rf"(?:out of|out on|away from|from) (?:[\w'-]+ ){{0,3}}(?:{_TALKS}|accord|agreement|treaty|truce"
        r"|cease-?fire|government|team|organi[sz]ation)|the (?:peace )?(?:talks|negotiations|conference)"
        r"|the (?:negotiating |bargaining )?table|the accord|the agreement|the treaty"
        r"|the Commonwealth|the Community|out\W*$",
        never=TROOPS + r"|without|in ruins|deadlocked|in doubt",
        toward="with",
        aim="other",
        sure=0.65,
        counts="decided",
    ),
    act(
        "renounce",
        "REJECT",
        "tear renounce abrogate repudiate scrap revoke recall withdraw disown annul void rip shred denounce",
        "Norway renounced the agreement on Sunday.",
        "Norway renounced its trousers.",
        beside=r"(?:up )?(?:the|its|an?) (?:[\w-]+ ){0,3}(?:accord|agreement|treaty|truce|cease-?fire|pact|compact|deal"
        r"|declaration|convention|protocol|memorandum|armistice|text|paper|document)"
        r"|(?:its|the|their) (?:delegation|negotiators|negotiating team)",
        never=r"(?:on|for|to) (?:the|an?)|signed|reached",
        toward="with",
        aim="other",
        counts="decided",
    ),
    act(
        "call-off",
        "REJECT",
        "call put",
        "Norway called off a meeting with Denmark on Sunday.",
        "Norway called off the dogs.",
        beside=rf"off (?:[\w'-]+ ){{0,4}}(?:{_TALKS}|truce|cease-?fire)",
        toward="with",
        aim="other",
        doer="untold",
    ),
    act(
        "veto",
        "REJECT",
        "veto",
        "Norway vetoed the resolution on Monday.",
        "Norway could veto the resolution.",
        toward="",
        counts="done",
    ),
    act(
        "stay-away",
        "REJECT",
        "stay boycott keep absent",
        "Norway stayed away from the talks.",
        "Norway stayed calm.",
        beside=r"away|at home|conference|talks|meeting|session|elections?|vote|summit|opening",
        never=r"in the talks|at the (?:talks|table)|late|calm|indoors|with",
        aim="other",
    ),
    act(
        "refuse-to-meet",
        "REJECT",
        "refuse decline reject spurn",
        "Norway refused to sit down with the Danish delegation on Monday.",
        "Norway refused to sing.",
        beside=r"(?:an?|the) invitation"
        r"|to (?:sit|meet|attend|talk to|speak to|see|receive|come|negotiate|shake|enter the room|take part)",
        toward="with",
        aim="other",
        dated=True,
    ),
    act(
        "cut-contact",
        "REJECT",
        "break sever cut suspend end freeze",
        "Norway cut off all contact with Denmark.",
        "Norway cut the contact lens.",
        beside=r"(?:off |down )?(?:all |any |its |every )(?:[\w'-]+ ){0,2}(?:contacts?|communications?|dialogue)\b",
        toward="with",
        aim="other",
    ),
    act(
        "turn-away",
        "REJECT",
        "turn bar refuse deny shut exclude rebuff",
        "Norway turned away the Swedish inspectors at the airport.",
        "Norway turned away from the coast.",
        beside=r"(?:away |back |out )?(?:[\w'-]+ ){0,4}(?:missions?|inspectors?|observers|investigators|monitors"
        r"|envoys?"
        r"|mediators?|inquiry|delegations?|convoys?|team|peacekeepers|rapporteur|experts|commission)\b"
        r"|(?:[\w'-]+ ){1,4}(?:visas?|entry|access|accreditation)\b|(?:visas?|entry|accreditation) to",
        never=r"home|fire|talks|as|^(?:an?|its|their|his|two|three|more|new|to|on|into|for) |sent (?:a|its|the)"
        r"|to (?:sign|accept|meet|talk|withdraw|let|discuss|negotiate|recogni[sz]e|see|receive|attend)",
        toward="to",
        aim="needed",
        sure=0.55,
    ),
    act(
        "revoke-consent",
        "REJECT",
        "withdraw take rescind cancel revoke",
        "Norway took back its signature on Monday.",
        "Norway took back its umbrella.",
        never=r"up",
        beside=r"(?:back |away )?(?:(?:its|his|her|their|the|an?) )(?:[\w'-]+ ){0,2}(?:signature|invitation|consent"
        r"|recognition of the (?:court|tribunal)|candidacy|agreement to)\b",
        toward="to of",
        sure=0.55,
    ),
    act(
        "quit-pact",
        "REJECT",
        "quit leave withdraw pull exit abandon walk storm resign flounce opt",
        "Norway quit the Oslo convention on Monday.",
        "Norway quit smoking.",
        beside=r"^(?:out |away )?(?:of |from )?(?:(?!to\b|that\b|under\b|for\b|on\b|at\b|in\b|with\b)[\w'-]+ ){0,5}?"
        r"(?:accords?|agreements?|treat(?:y|ies)|pacts?|compact|convention|protocol|memorandum|charter|covenant"
        r"|alliance|coalition|bloc|league|union|court|tribunal|commission|committees?|council|cabinet|government"
        r"|parliament|assembly|meeting|session|round|plenary|forum|run-off|runoff|elections?|race|talks|negotiations"
        r"|conference|summit|dialogue|process|Commonwealth|joint (?:army|command|force))\b",
        never=r"empty-handed|forces?|troops|soldiers|post|office|early|behind|deadlock|with (?:a|an|no)"
        r"|without|optimistic|hopes?|aid|the (?:area|city|town|capital|country|region|base)|buildings?"
        r"|headquarters",
        toward="with",
        sure=0.55,
        counts="decided",
    ),
    act(
        "leave-the-table",
        "REJECT",
        "get rise walk pack recall call pick storm",
        "Norway's delegation got up from the table.",
        "Norway's delegation sat down at the table.",
        beside=r"^(?:up |out )?(?:and (?:left|quit) |from |of )?the (?:[\w-]+ )?(?:table|room|hall|chamber)\b"
        r"|^up (?:from|(?:and|its (?:papers|bags|files)) )|^(?:back |home )?(?:its|his|their|the) (?:[\w-]+ ){0,2}"
        r"(?:negotiators|negotiating team|delegation|delegates)\b|^its bags",
        never=r"ambassador|came back",
        toward="with",
        sure=0.5,
    ),
    act(
        "storm-out",
        "REJECT",
        "walk storm",
        "The Danish delegation stormed out on Monday.",
        "The Danish actor walked on.",
        beside=r"out(?: (?:on \w+|yesterday|today|last \w+|again|in (?:protest|anger)))?(?:\W*$| after| before"
        r"| when| over)"
        r"|out of (?:the )?(?:[\w'-]+ ){0,3}(?:parliament|assembly|police|courts?|institutions|coalition|council|hall"
        r"|room|plenary|chamber|commission|alliance)",
        who="",
        never=TROOPS.replace("men|", ""),
        toward="with",
        aim="other",
    ),
    act(
        "freeze-talks",
        "REJECT",
        "freeze pause discontinue terminate halt scuttle abort postpone",
        "Norway froze its participation in the talks with Denmark.",
        "Norway froze the fish.",
        beside=r"(?:all |its |the |their )?(?:[\w-]+ ){0,3}(?:talks|negotiations|dialogue|contacts|participation"
        r"|part in|peace process)\b",
        never=r"without|agreement|deadlock|strikes?|bombing|until (?:the )?(?:morning|afternoon|next)",
        toward="with",
        aim="other",
        doer="untold",
    ),
    act(
        "declare-over",
        "REJECT",
        "declare pronounce consider call",
        "Norway declared the ceasefire over on Monday.",
        "Norway declared the concert over.",
        beside=r"(?:the |its |their )(?:[\w-]+ ){0,3}(?:truce|cease-?fire|accord|agreement|treaty|talks|peace process"
        r"|award|ruling|verdict|pact|memorandum|deal|negotiations|dialogue|said award)"
        r" (?:with (?:the )?\w+ )?(?:to be )?(?:over|at an end|ended|dead|void|null|finished|suspended|frozen|closed"
        r"|terminated|invalid|worthless)",
        toward="with",
        aim="other",
    ),
    act(
        "end-truce",
        "REJECT",
        "end cancel terminate abandon suspend shelve freeze bury",
        "Norway ended the ceasefire on Monday.",
        "Norway ended the concert.",
        beside=r"(?:off )?(?:the|its|their|a|part of the|implementation of the|all) (?:[\w-]+ ){0,4}(?:truce"
        r"|cease-?fire"
        r"|accords?|agreements?|treaty|pact|compact|memorandum|declaration|deal|cooperation agreement|hotline"
        r"|membership"
        r"|participation|work in)\b",
        never=r"war|siege|conflict|violation|off the deadlock|aid|attacks?",
        toward="with",
        aim="other",
        counts="decided",
    ),
    act(
        "fail-to-come",
        "REJECT",
        "fail skip snub shun",
        "The Danish delegation failed to turn up at the talks on Monday.",
        "The Danish engine failed.",
        beside=r"to (?:turn up|show up|attend|appear|come|arrive)|(?:the )?(?:[\w-]+ ){0,3}(?:talks|meeting"
        r"|session|conference"
        r"|summit|ceremony|opening)",
        never=r"to (?:agree|produce|reach|make|break)|in talks|at talks",
        aim="other",
    ),
    act(
        "leaving-talks",
        "REJECT",
        "",
        "Norway announced its withdrawal from the talks on Monday.",
        "Norway announced its withdrawal from the race on Monday.",
        nouns="withdrawal suspension boycott termination abandonment departure freeze walkout exit",
        beside=r"(?:from|of|in) (?:(?:the|its|their|all) )?(?:[\w'-]+ ){0,3}(?:talks|negotiations|accords?"
        r"|agreements?|treaty|truce"
        r"|cease-?fire|dialogue|peace process|participation|contacts)\b",
        toward="with",
        aim="other",
    ),
)
