"""Words against somebody: accusations, threats, protest; see `table`."""

from detente.reading.acts.act import act
from detente.reading.acts.words import DIPLOMATS

_HARM = (
    r"sanctions|faces?|strike|war|action|force|retaliat\w+|consequences|attacks?|revenge|avenge|crush|destroy|punish|pay"
    r"|harsh|respon[ds]\w*|walk away|resume|quit|withdraw|stay away|cost|lives|escalat\w+|devastat\w+|no mercy"
    r"|hit back|revolution|bloodbath|unleash|bomb\w*|annihilat\w+|war"
)

ACCUSATIONS = (
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
        "lash-out",
        "ACCUSE",
        "lash hit rail inveigh thunder rage fulminate",
        "Norway lashed out at Denmark over the delay.",
        "Rain lashed the coast.",
        beside=r"out (?:at|against)|against|at",
        toward="at against",
        aim="needed",
    ),
)
THREATS = (
    act(
        "threaten",
        "THREATEN",
        "threaten",
        "Norway threatened Denmark with an embargo.",
        "Norway threatened nobody.",
        beside=r"to|with|that|" + _HARM,
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
        beside=_HARM + r"|end of|fight on|blood|price|tear",
        never=r"risk of|danger of|fear\w*|(?:an? )?end (?:to )?(?:of )?(?:the )?(?:war|violence|conflict"
        r"|fighting)|never to accept|not to"
        r"|lift\w*|peace",
        aim="other",
        toward="",
    ),
    act(
        "warn-off",
        "THREATEN",
        "warn tell order",
        "Norway warned Danish trawlers to leave the strait on Monday.",
        "Norway warned its citizens to leave the strait on Monday.",
        beside=r"^(?:[\w',.-]+ ){1,12}?(?:to (?:leave|quit|get out|clear out|evacuate|stay (?:away|out|off|clear)"
        r"|keep (?:away|out|off|clear)|pull out|go home|withdraw)\b"
        r"|not to (?:enter|approach|cross|come near|sail|fly))",
        never=r"^(?:its|their|his|her|our|all its|fellow)\b|citizens|nationals|tourists|travell?ers|residents|civilians"
        r"|villagers|families|reporters|supporters|followers|hopes?|talks|fighters to|troops to|soldiers to|forces to",
        toward="in of from",
        aim="needed",
        turn="last",
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
        "reserve-right",
        "THREATEN",
        "reserve",
        "Norway reserved the right to retaliate.",
        "Norway reserved a table.",
        beside=r"(?:the|its|their) right to (?:[\w-]+ ){0,2}(?:respond|retaliate|strike|attack|act|use|resume"
        r"|withdraw|reply)",
        toward="",
        aim="other",
    ),
    act(
        "promise-revenge",
        "THREATEN",
        "promise vow swear pledge announce speak warn threaten",
        "Norway promised Denmark severe revenge on Monday.",
        "Norway promised Denmark a poem on Monday.",
        beside=r"revenge|retaliation|retribution|reprisals?|vengeance|(?:fitting|crushing|harsh|firm|decisive|severe|painful"
        r"|strong|devastating|swift|forceful|crippling|stern|proportionate) (?:response|reply|answer|blow)"
        r"|(?:gravest?|severe|serious|dire|heavy|unspecified|incalculable) consequences|of \W?consequences",
        never=r"humanitarian|for (?:civilians|the region|peace)|against (?:revenge|reprisals)|no ",
        toward="on against to",
        aim="other",
        at_large=True,
    ),
)
PROTESTS = (
    act(
        "protest",
        "PROTEST",
        "protest demonstrate march rally chant riot",
        "Thousands of students demonstrated against the war.",
        "The clock protested.",
        beside=r"against|outside|in front of|over|through|for|at|demanding|to demand|in|on \w+day"
        r"|(?:to|on) the (?:[\w-]+ )?(?:palace|parliament|embassy|square|consulate|ministry)",
        never=r"up to|to the (?:front|border)|on the (?:front|capital)",
        toward="against to on outside",
        doer="crowd",
    ),
    act(
        "protesters-call",
        "PROTEST",
        "call demand chant shout burn throw hurl occupy",
        "Protesters in Ribe called for better protection on Monday.",
        "Experts in Ribe called for better protection on Monday.",
        who=r"protest[eo]rs|demonstrators|marchers|strikers|rioters",
        never=r"^off",
        toward="against",
        doer="crowd",
        turn="first",
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
        "note-of-protest",
        "PROTEST",
        "send lodge make deliver register file submit hand read voice",
        "Denmark sent a note of protest to Norway.",
        "Denmark sent a postcard to Norway.",
        beside=r"(?:an? |its |the )?(?:[\w-]+ ){0,2}(?:protest|complaint|protests|note of protest)\b",
        never=r"without",
        toward="to with against",
    ),
    act(
        "take-to-streets",
        "PROTEST",
        "take block besiege burn barricade clash erect gather assemble rally picket join",
        "Thousands of demonstrators took to the streets of Copenhagen on Sunday.",
        "Thousands of birds took to the air.",
        beside=r"to the streets|roads?|streets?|highways?|tyres|bridges?|barricades|with (?:riot )?police|flags"
        r"|outside|in front of|part in (?:[\w-]+ ){0,3}(?:demonstrations?|protests?|marches|march|rally|rallies)"
        r"|(?:[\w-]+ ){0,3}(?:demonstrations?|protests?|marches|march|rally|rallies)\b"
        r"|effigies",
        who=r"demonstrators|protesters|protestors|crowds?|students|thousands|hundreds|people|residents|villagers"
        r"|youths|settlers"
        r"|farmers|women|workers|supporters|relatives",
        toward="",
        doer="crowd",
    ),
    act(
        "go-on-strike",
        "PROTEST",
        "go stage launch begin hold call",
        "Miners went on strike on Monday.",
        "Miners went on holiday.",
        never=r"^(?:[\w-]+ ){0,2}(?:last|first|final|election|campaign|closing|victory) (?:\w+ )?rall(?:y|ies)",
        beside=r"on (?:a )?(?:hunger |general )?strike|(?:a |an )?(?:[\w-]+ ){0,4}(?:sit-in|hunger strike"
        r"|general strike|protest march"
        r"|protests?|demonstrations?|rally|rallies|vigil)\b",
        toward="against",
        doer="crowd",
    ),
    act(
        "call-in-envoy",
        "PROTEST",
        "summon call hand",
        "Norway called in the Danish chargé on Monday.",
        "Norway called in the plumber on Monday.",
        beside=rf"^(?:in )?(?:[\w'.-]+ ){{0,4}}?(?:{DIPLOMATS})\b",
        never=r"credentials|message|proposals?|letter of|home|back|^(?:its|their) ",
        toward="of from",
        aim="other",
    ),
    act(
        "lodge-note",
        "PROTEST",
        "file lodge hand deliver give submit present send",
        "Norway presented Denmark with a note of protest on Monday.",
        "Norway presented Denmark with a cake on Monday.",
        beside=r"^(?:[\w'.-]+ ){0,7}?(?:note of protest|protest notes?|letters? of protest|protests?|formal complaint"
        r"|official complaint|demarche|démarche|objection|complaint (?:over|about|with|to))\b",
        never=r"court|tribunal|against|without",
        toward="to with of over at about",
        aim="other",
    ),
    act(
        "demonstration",
        "PROTEST",
        "",
        "A demonstration against the war drew 20,000 people in Oslo on Sunday.",
        "A demonstration of the tool drew 20 people in Oslo on Sunday.",
        nouns="demonstration protest rally march riot",
        beside=r"(?!of )(?:(?!of )[\w-]+ ){0,3}(?:against|in support of|demanding|outside|drew|turned|broke out"
        r"|erupted|took place)\b",
        toward="against",
    ),
)
