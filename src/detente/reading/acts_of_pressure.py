"""Acts of pressure: sanctions, blame, threats, protest, refusals; see `rules_of_acts`."""

from detente.reading.act import HARM, TALKS, TROOPS, act

PRESSURE = (
    act(
        "sanction",
        "SANCTION",
        "sanction embargo blacklist",
        "Norway sanctioned Denmark.",
        "Norway embargoed its press release.",
        aim="needed",
    ),
    act(
        "impose",
        "SANCTION",
        "impose slap clamp adopt tighten renew extend announce introduce",
        "Norway slapped an embargo on Denmark.",
        "Norway adopted a puppy.",
        beside=r"sanctions?|embargo(?:es)?|tariffs|travel bans?|visa bans?|asset freezes?|restrictions on",
        toward="on against upon",
        aim="stated",
    ),
    act(
        "cut-off",
        "SANCTION",
        "suspend stop cut halt ban forbid freeze block withhold cancel revoke",
        "Norway suspended aid to Denmark.",
        "Norway suspended the game.",
        beside=r"aid|assistance|credits?|exports?|imports?|arms sales|trade|cooperation|money|accounts|assets"
        r"|funding|goods|products|visas|gas|supplies|visits|flights|deliver(?:y|ies)|shipments?|off (?:its|their"
        r"|the) \w+",
        never=r"talks|negotiations|bombing|attacks",
        toward="to from against with for of",
        aim="other",
    ),
    act(
        "expel",
        "SANCTION",
        "recall expel eject withdraw oust",
        "Norway recalled its ambassador from Denmark.",
        "Norway recalled its goalkeeper.",
        beside=r"ambassadors?|envoys?|diplomats?|inspectors?|charg|mission|attach|membership|staff",
        toward="from of",
    ),
    act(
        "list-as-enemy",
        "SANCTION",
        "put place add include list designate brand declare",
        "Norway put the RUF on its list of terrorist organisations.",
        "Norway put salmon on its list.",
        beside=r"(?:list|blacklist) of (?:[\w-]+ )?(?:terror\w*|banned)|blacklist|terrorist (?:organi\w+|groups?)"
        r"|sanctions list|persona[e]? non grata[e]?",
        aim="needed",
    ),
    act(
        "accuse",
        "ACCUSE",
        "accuse blame fault",
        "Norway accused Denmark of breaking the truce.",
        "Norway accused nobody.",
        never=r"^nobody",
        toward="on of by from",
        aim="needed",
        sure=0.7,
    ),
    act(
        "charge",
        "ACCUSE",
        "charge",
        "Norway charged Denmark with breaking the truce.",
        "Norway charged Denmark with the task.",
        never=r"^(?:that|nobody|into|towards?|[$€£\d])|with (?:the |a |an )?"
        r"(?:talks|task|mandate|mission|job|duty|negotiat\w+|implement\w+|oversee\w+|organi\w+|prepar\w+|role)",
        toward="by from",
        aim="needed",
        sure=0.65,
    ),
    act(
        "condemn",
        "ACCUSE",
        "condemn denounce deplore decry criticise criticize castigate lambast lambaste reproach slam blast assail"
        " pillory",
        "Norway condemned the shelling.",
        "Norway criticised nobody.",
        never=r"nobody|no one|itself|the door|in principle",
        toward="on of by from against with to for",
        aim="other",
        sure=0.65,
        refers="attack",
    ),
    act(
        "call-names",
        "ACCUSE",
        "call dismiss brand label describe term dub ridicule decry depict portray",
        "Norway called the Danish report propaganda.",
        "Norway called the report interesting.",
        beside=r"propaganda|lies|a lie|aggression|provocations?|blackmail|an? insult|crimes?|terrorism|treason"
        r"|treachery|betrayal|traitors?|sabotage|a sham|slander|fabrications?|genocide|an act of war|illegal"
        r"|a charade|a farce|theatre|piracy|robbery|theft|liars?|wreckers?|meddlers?|murderers?|butchers?|terrorists?"
        r"|occupiers?|aggressors?|hypocri\w+|annexation|invasion|occupation|hostage-taking|extortion"
        r"|harassment|disgrace|outrage(?:ous)?|massacre|atrocit\w+|barbar\w+|cowardly|criminal|cynical|brazen|shameful"
        r"|(?:flagrant|blatant|gross|clear|serious|grave|open) (?:violation|breach|disregard|interference|attack)"
        r"|(?:a |the )?(?:violation|breach) of|violations|blood libel|libel|stranglehold|meddling|interference"
        r"|incitement"
        r"|collective punishment|ethnic cleansing|apartheid|war crimes?|escalation|land grab|power grab|a ploy|a ruse"
        r"|a trick|a trap|in disguise|baseless|lies|thieves|bandits|puppets?|hoax|deceit|deception",
        never=r"^(?:off|up|back|for|on|upon|in)\b|what (?:it|he|she|they) |claims?|reports? (?:as|that)|allegations?"
        r"|accusations?|hideouts?|positions|targets|camps?|bases|war on terror|an investigation",
        toward="by of",
        aim="other",
    ),
    act(
        "object",
        "ACCUSE",
        "object",
        "Norway objected to the arrest of its envoy by Denmark.",
        "Norway objected.",
        beside=r"to",
        toward="to by of",
        aim="needed",
        refers="main clause",
    ),
    act(
        "cry-foul",
        "ACCUSE",
        "cry shout speak scream",
        "Norway cried foul over the count in Denmark.",
        "Norway cried for joy.",
        beside=r"^(?:of )?(?:[\w\"'-]+ )?"
        r"(?:foul|fraud|betrayal|treason|treachery|murder|lies|provocation|aggression|genocide|blackmail|sabotage)",
        toward="by of over at",
        aim="other",
        sure=0.5,
    ),
    act(
        "complain-of",
        "ACCUSE",
        "complain speak lament",
        "Norway complained of Danish gunboats in its waters.",
        "Norway complained of a headache.",
        beside=r"^(?:bitterly |again |\w+ly )?(?:of|about|against) (?:[\w'-]+ ){0,4}?"
        r"(?:violations?|shelling|harassment|shootings?|gunboats|gunfire|incursions?|raids?|attacks?|breach\w*"
        r"|interference|meddling|provocations?|obstruction|delays?|stranglehold|aggression|abuses?|ill-treatment"
        r"|trespass\w*|overflights?|flights|fire|looting|bad faith|double standards?|infiltration|smuggling|bias)\b",
        toward="by from of against about",
        aim="other",
        sure=0.55,
    ),
    act(
        "pin-on",
        "ACCUSE",
        "pin lay put point trace attribute ascribe",
        "Norway pinned the sinking of the ferry on Denmark.",
        "Norway pinned a medal on its captain.",
        beside=r"(?:the |its )?fingers? at|(?:[\w'-]+ ){0,9}at the (?:feet|doors?|doorstep) of|(?:[\w'-]+ ){0,8}down to"
        r"|(?:the |this |that |an? )?(?:[\w'-]+ )?(?:attack|blast|bomb\w*|explosion|killings?|murders?|sinking|massacre"
        r"|deaths?|shelling|fire|jailbreak|failure|collapse|breakdown|raid|strike|ambush|sabotage"
        r"|violence) (?:[\w'-]+ )"
        r"{0,8}(?:on|to)\b",
        never=r"end to|medal|halt to|a stop to|pressure|hopes?|hands on|tribute|flowers?",
        toward="on to at of",
        aim="needed",
        sure=0.6,
    ),
    act(
        "name-as-author",
        "ACCUSE",
        "name identify cite single",
        "Norway named Denmark as the author of the massacre.",
        "Norway named Denmark as the host of the fair.",
        beside=r"(?:[\w'-]+ ){1,5}as (?:the |an? )?(?:[\w'-]+ ){0,2}(?:authors?|culprits?|perpetrators?|aggressors?"
        r"|source of|party responsible|obstacle|instigators?|sponsors?|side at fault)\b",
        toward="",
        aim="needed",
        sure=0.6,
    ),
    act(
        "take-to-court",
        "ACCUSE",
        "lodge file bring take submit sue institute open drag haul",
        "Norway filed a case against Denmark at the International Court of Justice.",
        "Norway filed a report on Denmark.",
        beside=r"(?:[\w'-]+ ){0,4}(?:case|suit|lawsuit|application|proceedings|charges|complaint) (?:[\w'-]+ ){0,8}?"
        r"against\b|(?:[\w'-]+ ){1,4}(?:to|before) (?:the |an? )?(?:[\w'-]+ ){0,3}(?:court|tribunal|Strasbourg"
        r"|Hague)\b",
        never=r"protest",
        toward="against",
        aim="needed",
        sure=0.6,
    ),
    act(
        "upbraid",
        "ACCUSE",
        "upbraid rebuke berate chide scold censure reprimand admonish excoriate vilify attack",
        "Norway rebuked Denmark for the delay.",
        "Norway attacked the Danish base.",
        beside=r"\bfor (?:its|their|his|her|the (?:delay|failure)|\w+ing)\b|^(?:[\w']+ ){1,5}over\b",
        never=r"fort|base|town|city|position|convoy|port|airport|troops|soldiers",
        toward="by",
        aim="needed",
        sure=0.6,
    ),
    act(
        "blame-on",
        "ACCUSE",
        "put lay pin place hold speak complain protest",
        "Norway put the blame on Denmark.",
        "Norway put the butter on bread.",
        beside=r"blame|responsib\w+|(?:answerable|accountable|liable|guilty|culpable)\b|of (?:treason|betrayal"
        r"|aggression|treachery|sabotage|terror\w*)|at the doors?",
        never=r"^(?:\w+ )?(?:hopes?|talks|meetings?)|hopes",
        toward="on by of for at with against to",
        aim="needed",
    ),
    act(
        "blamed-by-speaker",
        "ACCUSE",
        "",
        "Norway said that Denmark had violated the truce.",
        "Norway said that Denmark had held a concert.",
        sure=0.5,
    ),
    act(
        "threaten",
        "THREATEN",
        "threaten",
        "Norway threatened Denmark with an embargo.",
        "Norway threatened nobody.",
        beside=r"to|with|that|" + HARM,
        never=r"nobody|^by",
        aim="other",
        toward="",
        at_large=True,
    ),
    act(
        "warn",
        "THREATEN",
        "warn vow swear",
        "Norway warned Denmark that it would strike.",
        "Norway warned of rain.",
        beside=HARM + r"|end of|fight on|blood|price|tear",
        never=r"risk of|danger of|fear\w*|(?:an? )?end (?:to )?(?:of )?(?:the )?(?:war|violence|conflict"
        r"|fighting)|never to accept|not to"
        r"|lift\w*|peace",
        aim="other",
        toward="",
    ),
    act(
        "vow",
        "THREATEN",
        "vow swear promise pledge",
        "Norway pledged to retake the port from Denmark.",
        "Norway pledged to keep the peace.",
        beside=r"^(?:that (?:it|they|he|she) would |to )(?:[\w-]+ )?(?:fight|attack|strike|crush|destroy|retaliate"
        r"|continue (?:its|the|their|his) (?:war|offensive|attacks|operations?|campaign|struggle|bombing)"
        r"|continue (?:fighting|to fight|bombing|attacking|shelling)|resume|step up|intensify|expand|respond"
        r"|take revenge|avenge|punish|hit|bomb|annihilate|eliminate|wipe out|defeat|liberate|retake|hunt)",
        never=r"talks|negotiations|corruption|poverty|crime|aid|cooperation|disease|hunger|dialogue",
        aim="other",
        toward="",
    ),
    act(
        "ultimatum",
        "THREATEN",
        "issue give deliver set send",
        "Norway issued an ultimatum to Denmark.",
        "Norway issued a stamp.",
        beside=r"ultimatum|final warning|deadline|(?:hours|days|weeks?) to"
        r"|(?:until|till) (?:[\w'-]+ ){0,7}?(?:to|or)\b",
        never=r"themselves|itself|each other|observe|meet|deadline for (?:the )?(?:talks|agreement|deal|answers?)",
        toward="to for",
        aim="other",
    ),
    act(
        "protest",
        "PROTEST",
        "protest demonstrate march rally chant riot",
        "Thousands of students demonstrated against the war.",
        "The clock protested.",
        beside=r"against|outside|in front of|over|through|for|at|demanding|to demand|in"
        r"|(?:to|on) the (?:[\w-]+ )?(?:palace|parliament|embassy|square|consulate|ministry)",
        never=r"up to|to the (?:front|border)|on the (?:front|capital)",
        toward="against to on outside",
        doer="crowd",
    ),
    act(
        "summon-envoy",
        "PROTEST",
        "summon lodge deliver hand",
        "Norway summoned the Danish ambassador on Tuesday.",
        "Norway summoned a waiter.",
        beside=r"ambassadors?|envoys?|charg\w+|high commissioners?|consuls?"
        r"|(?:formal |official )?(?:protest|complaint|note of protest)",
        never=r"credentials|message|proposals?|letter",
        toward="of to with against",
        aim="needed",
    ),
    act(
        "break-off",
        "REJECT",
        "boycott break suspend abandon cancel interrupt adjourn end sever",
        "The Danish delegation broke off the talks on Monday.",
        "The Danish ship left the harbour.",
        beside=TALKS + r"|visit|trip|off (?:[\w'-]+ ){0,4}(?:accords?|agreements?|treaty|pact|cooperation)",
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
        beside=rf"(?:out of|out on|away from|from) (?:[\w'-]+ ){{0,3}}(?:{TALKS}|accord|agreement|treaty|truce"
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
        beside=rf"off (?:[\w'-]+ ){{0,4}}(?:{TALKS}|truce|cease-?fire)",
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
)
