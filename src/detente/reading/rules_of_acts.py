"""The table of acts: which verb or noun, beside which words, tells of which type of event, and who is aimed at.

See `rules` for positions and for how the tables are tested; `events` reads by this table.
"""

import re
from dataclasses import dataclass
from typing import Literal

from detente.reading.rule import Rule
from detente.reading.rule import words as _words

Aim = Literal["stated", "needed", "other", "none"]


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or noun and what must stand beside it.

    Parameters
    ----------
    rule
        Its name, type of event, verbs, example and counter-example.
    nouns
        Nouns for the same act ("the arrest of").
    beside
        What must stand among the next words, or in the subject of a passive; None where nothing need stand there.
    never
        What must not stand there: figurative uses.
    who
        What must stand in the subject, such as troops; None where anybody can do it.
    toward
        Words that open the phrase with the recipient.
    aim
        stated: the recipient is who the text names, or nobody; needed: no act without a recipient; other: the other
        main party unless another is named; none: never a recipient.
    dated
        True where the sentence or its paragraph must give a date: what is told without one is background.
    """

    rule: Rule
    nouns: frozenset[str] = frozenset()
    beside: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    who: re.Pattern[str] | None = None
    toward: frozenset[str] = frozenset()
    aim: Aim = "stated"
    dated: bool = False


def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{text})(?!\w)", re.IGNORECASE) if text else None


def _act(
    id: str,
    says: str,
    verbs: str,
    example: str,
    counter: str,
    *,
    nouns: str = "",
    beside: str = "",
    never: str = "",
    who: str = "",
    toward: str = "on against at upon",
    aim: Aim = "stated",
    dated: bool = False,
    sure: float = 0.6,
) -> Act:
    rule = Rule(id, "event", says, _words(verbs), example, counter, sure)
    return Act(rule, _words(nouns), _pattern(beside), _pattern(never), _pattern(who), _words(toward), aim, dated)


_TROOPS = (
    r"troops?|forces?|soldiers?|army|armies|men|units?|tanks?|battalions?|brigades?|divisions?|warships?|ships"
    r"|fleet|contingents?|reservists?|squadrons?|militias?|fighters|paratroopers|reinforcements|garrisons?|guns"
    r"|artillery|missiles|warplanes|aircraft carrier|armou?r|bombers"
)
_LAND = (
    r"village|town|city|capital|port|airport|airfield|base|positions?|lines?|territory|province|area|region|hill"
    r"|bridges?|island|pass|district|stronghold|camp|station|plant|land|post|barracks|headquarters|villages|towns"
    r"|garrison|compound|heights|crossing|suburbs?"
)
_ATTACK = (
    r"attacks?|strikes?|offensives?|assaults?|raids?|invasion|air ?strikes?|bombardment|shelling|ambush|bombings?"
    r"|incursions?|drones?|missiles?|rockets?|shells?|mortars?|barrage|sabotage|bombs|operation against"
)
_FIGURATIVE = (
    r"problem|question|note|tone|deal|agreement|chord|decision|blow to|attention|ball|opportunity|moment|plan"
    r"|proposal|balance|bargain|hopes?|headlines"
)
_HARM = (
    r"will|would|if|strike|war|action|force|retaliat\w+|consequences|attacks?|revenge|crush|destroy|end|punish"
    r"|harsh|respon[ds]\w*|walk away|resume|quit|withdraw|stay away"
)
_TALKS = (
    r"talks?|negotiations?|table|conference|meeting|session|dialogue|contacts?|process|participation|part in"
    r"|commission|summit|room|negotiating"
)
_FIGHTING = r"(?:fire|attack\w*|operations|strikes|offensive|bombing|shelling|hostilities)"
_CAPTIVES = (
    r"prisoners?|detainees?|captives?|pows?|hostages?|internees?|inmates|abductees"
    r"|captured|kidnapped|abducted|detained|jailed|imprisoned|arrested"
)

FORCE = (
    _act(
        "assault",
        "ASSAULT",
        "attack bomb shell raid bombard invade ambush assault torpedo strafe assassinate massacre murder kidnap"
        " abduct hijack sabotage loot pound retaliate",
        "Norway attacked Denmark on 2 June.",
        "Norway attacked the problem.",
        never=_FIGURATIVE,
        toward="on against at upon into",
    ),
    _act(
        "strike",
        "ASSAULT",
        "strike hit target destroy storm sink demolish burn blast rocket mine",
        "Norwegian jets struck Danish positions on 2 June.",
        "Norway struck a deal.",
        never=_FIGURATIVE + r"|out|hard by|by (?:the )?(?:news|crisis|drought|sanctions|prices)",
    ),
    _act(
        "blow-up",
        "ASSAULT",
        "blow shoot bring",
        "Norway shot down an airliner of Denmark on 2 June.",
        "Norway blew its horn.",
        beside=r"up|dead|down",
        never=r"the (?:matter|question|issue)|proposal|plan|idea|government|curtain|prices|about|together|list|three",
        dated=True,
    ),
    _act(
        "kill",
        "ASSAULT",
        "kill wound injure execute behead shoot gun",
        "Norwegian troops killed four Danish soldiers on 2 June.",
        "Time was killed.",
        never=r"time|bill|down the (?:plan|proposal)",
        dated=True,
    ),
    _act(
        "launch-attack",
        "ASSAULT",
        "launch conduct begin stage carry mount unleash open fire resume lob rain drop use commit perpetrate",
        "Norway launched an attack on Denmark on 2 June.",
        "Norway launched a website.",
        beside=_ATTACK + r"|fire (?:on|at)|(?:mustard|poison|nerve) gas|massacres?",
        never=r"veto|reform|with",
        toward="on against at upon into in",
    ),
    _act(
        "seize-land",
        "ASSAULT",
        "take seize capture occupy overrun retake recapture annex",
        "Norway seized the port of Esbjerg on 2 June.",
        "Norway seized the moment.",
        beside=_LAND + r"|(?-i:(?:the )?[A-Z]\w+ (?:by|from|in|on|after))",
        never=_FIGURATIVE + r"|part|place|note|back|out of|up|seriously|steps?|measures",
        aim="other",
        dated=True,
    ),
    _act(
        "cross-into",
        "ASSAULT",
        "cross push advance march thrust pour break sweep drive",
        "Norway's troops pushed into Denmark on 2 June.",
        "Norway moved its chairs.",
        beside=r"into|across|past|through|towards?",
        never=r"lake|bridge each|talks|paper|deal|deadlock|out of",
        toward="into across",
        aim="other",
        dated=True,
    ),
    _act(
        "deed",
        "ASSAULT",
        "",
        "The abduction of two fishermen by Norway was reported on 2 June.",
        "The capture of the market by salmon was slow.",
        nouns="attack raid strike abduction kidnapping seizure shelling bombing killing murder ambush bombardment"
        " assassination capture invasion incursion massacre airstrike offensive assault",
        toward="on of against at in into",
    ),
    _act(
        "coerce",
        "COERCE",
        "arrest detain deport jail imprison ransack besiege blockade intern outlaw raze sentence",
        "Norway arrested two envoys of Denmark.",
        "The view arrested them.",
        nouns="arrest detention deportation",
        toward="of",
    ),
    _act(
        "shut",
        "COERCE",
        "close shut seal block suspend dissolve disband ban",
        "Norway closed the border crossing on 2 June.",
        "Norway closed the book.",
        beside=r"borders?|roads?|highway|crossings?|airport|airspace|strait|port|bridge|frontier|parliament|assembly"
        r"|executive|constitution|newspapers?|party|parties|railway|canal",
        never=r"talks|truce|between the parties",
        toward="to with",
    ),
    _act(
        "seize-goods",
        "COERCE",
        "seize confiscate impound intercept board capture hijack",
        "Norway seized two Danish fishing boats on Tuesday.",
        "Norway seized the moment.",
        beside=r"boats?|ships?|vessels?|tankers?|trawlers?|freighters?|cargo(?:es)?|property|bank accounts",
        toward="of from",
        dated=True,
    ),
    _act(
        "curfew",
        "COERCE",
        "impose declare order clamp proclaim",
        "Norway imposed a curfew on the capital.",
        "Norway imposed silence.",
        beside=r"curfew|martial law|state of emergency|emergency rule|siege|blockade",
        toward="on against of",
    ),
    _act(
        "mobilize",
        "MOBILIZE",
        "mobilize mobilise deploy mass send dispatch move rush amass concentrate reinforce",
        "Norway deployed troops along the border.",
        "Norway deployed its charm.",
        beside=_TROOPS,
        never=r"back|home|out of|relief|food|from|workers|delegation",
        toward="against",
    ),
    _act(
        "call-up",
        "MOBILIZE",
        "call mobilise mobilize",
        "Norway called up 14,000 reservists.",
        "Norway called up a friend.",
        beside=r"up (?:[\w,.]+ ){0,4}(?:reserv\w*|squadrons?|troops|men|conscripts?)|reserv\w*|conscripts?",
        aim="none",
    ),
    _act(
        "on-alert",
        "MOBILIZE",
        "put place",
        "Norway put its army on alert.",
        "Norway put its coat on.",
        beside=r"alert|war footing",
        aim="none",
    ),
    _act(
        "retreat",
        "RETREAT",
        "withdraw retreat evacuate pull march fly",
        "Norway withdrew its troops from the town on 25 May.",
        "Norway withdrew its cheque.",
        beside=rf"(?:{_TROOPS})(?: [\w'-]+){{0,5}}?(?: out| back| from| home)?|out of|from",
        never=r"talks|negotiations|accord|agreement|treaty|truce|cease-?fire|pact|organi[sz]ation|union|offer|proposal|team|candidat\w+|government|process"
        r"|commission|chair",
        aim="none",
    ),
    _act(
        "leave-land",
        "RETREAT",
        "leave cross quit go",
        "The last Norwegian soldiers left Denmark on 25 May.",
        "The last guest left.",
        beside=r"out of|out|home|(?-i:[A-Z]\w+)",
        never=r"back to",
        who=_TROOPS,
        aim="none",
        dated=True,
    ),
)
PRESSURE = (
    _act(
        "sanction",
        "SANCTION",
        "sanction embargo blacklist",
        "Norway sanctioned Denmark.",
        "Norway embargoed its press release.",
        aim="needed",
    ),
    _act(
        "impose",
        "SANCTION",
        "impose slap clamp adopt tighten renew extend announce introduce",
        "Norway slapped an embargo on Denmark.",
        "Norway adopted a puppy.",
        beside=r"sanctions?|embargo(?:es)?|tariffs|travel bans?|asset freezes?|restrictions on",
        toward="on against upon",
        aim="stated",
    ),
    _act(
        "cut-off",
        "SANCTION",
        "suspend stop cut halt ban forbid freeze block withhold cancel",
        "Norway suspended aid to Denmark.",
        "Norway suspended the game.",
        beside=r"aid|assistance|credits?|exports?|imports?|arms sales|trade|cooperation|money|accounts|assets"
        r"|funding|gas|supplies|visits|flights|deliver(?:y|ies)|shipments?|off (?:its|their|the) \w+",
        never=r"talks|negotiations|bombing|attacks",
        toward="to from against with for",
        aim="other",
    ),
    _act(
        "expel",
        "SANCTION",
        "recall expel eject withdraw oust",
        "Norway recalled its ambassador from Denmark.",
        "Norway recalled its goalkeeper.",
        beside=r"ambassadors?|envoys?|diplomats?|inspectors?|charg|mission|attach|membership|staff",
        toward="from of",
    ),
    _act(
        "list-as-enemy",
        "SANCTION",
        "put place add include list designate brand declare",
        "Norway put the RUF on its list of terrorist organisations.",
        "Norway put salmon on its list.",
        beside=r"(?:list|blacklist) of (?:[\w-]+ )?(?:terror\w*|banned)|blacklist|terrorist (?:organi\w+|groups?)"
        r"|sanctions list",
        aim="needed",
    ),
    _act(
        "accuse",
        "ACCUSE",
        "accuse blame fault",
        "Norway accused Denmark of breaking the truce.",
        "Norway accused nobody.",
        toward="on of by from",
        aim="needed",
        sure=0.7,
    ),
    _act(
        "condemn",
        "ACCUSE",
        "condemn denounce deplore decry criticise criticize castigate lambast reproach slam",
        "Norway condemned the shelling.",
        "Norway criticised nobody.",
        never=r"nobody|no one|itself|the door|in principle",
        toward="on of by from against with to for",
        aim="other",
        sure=0.65,
    ),
    _act(
        "call-names",
        "ACCUSE",
        "call dismiss brand label describe",
        "Norway called the Danish report propaganda.",
        "Norway called the report interesting.",
        beside=r"propaganda|lies|a lie|aggression|provocations?|blackmail|an? insult|crimes?|terrorism|treason"
        r"|treachery|betrayal|traitors?|sabotage|a sham|slander|fabrications?|genocide|an act of war|illegal",
        toward="by of",
        aim="other",
    ),
    _act(
        "object",
        "ACCUSE",
        "object",
        "Norway objected to the arrest of its envoy by Denmark.",
        "Norway objected.",
        beside=r"to",
        toward="to by of",
        aim="needed",
    ),
    _act(
        "blame-on",
        "ACCUSE",
        "put lay pin place hold speak charge complain protest",
        "Norway put the blame on Denmark.",
        "Norway put the butter on bread.",
        beside=r"blame|responsib\w+|of (?:treason|betrayal|aggression|treachery|sabotage|terror\w*)|that|of",
        never=r"hope|talks|meeting",
        toward="on by of for at with against to",
        aim="needed",
    ),
    _act(
        "blamed-by-speaker",
        "ACCUSE",
        "",
        "Norway said that Denmark had violated the truce.",
        "Norway said that Denmark had held a concert.",
        sure=0.5,
    ),
    _act(
        "threaten",
        "THREATEN",
        "threaten warn vow swear",
        "Norway warned Denmark that it would strike.",
        "Norway warned of rain.",
        beside=_HARM + r"|to",
        never=r"of rain|risk of",
        aim="other",
        toward="",
    ),
    _act(
        "ultimatum",
        "THREATEN",
        "issue give deliver set send",
        "Norway issued an ultimatum to Denmark.",
        "Norway issued a stamp.",
        beside=r"ultimatum|final warning|(?:hours|days|weeks?) to|until (?:\w+ )?to",
        never=r"themselves|observe|meet",
        toward="to for",
        aim="other",
    ),
    _act(
        "protest",
        "PROTEST",
        "protest demonstrate march rally chant riot",
        "Thousands of students demonstrated against the war.",
        "The clock protested.",
        beside=r"against|outside|in front of|over|through|for|at|demanding|to demand|in"
        r"|to the (?:[\w-]+ )?(?:palace|parliament|embassy|square)",
        never=r"up to|to the (?:front|border)|on the (?:front|capital)",
        toward="against to",
    ),
    _act(
        "summon-envoy",
        "PROTEST",
        "summon lodge deliver hand",
        "Norway summoned the Danish ambassador on Tuesday.",
        "Norway summoned a waiter.",
        beside=r"ambassadors?|envoys?|charg\w+ d'affaires|(?:formal |official )?(?:protest|complaint|note of protest)",
        never=r"credentials|message|proposals?|letter",
        toward="of to with against",
        aim="needed",
    ),
    _act(
        "break-off",
        "REJECT",
        "boycott break suspend abandon cancel interrupt adjourn end sever",
        "The Danish delegation broke off the talks on Monday.",
        "The Danish ship left the harbour.",
        beside=_TALKS,
        never=r"strikes?|bombing|with (?:a|an|no)|without|agreement|deadlock|bringing|home|yesterday's",
        toward="with",
        aim="other",
        sure=0.65,
    ),
    _act(
        "walk-out",
        "REJECT",
        "walk storm pull withdraw quit leave opt",
        "The Danish delegation walked out of the talks.",
        "The Danish actor walked on.",
        beside=rf"(?:out of|out on|away from|from) (?:[\w'-]+ ){{0,3}}(?:{_TALKS}|accord|agreement|treaty|truce"
        r"|cease-?fire|government|team|organi[sz]ation)|the (?:peace )?(?:talks|negotiations|conference)"
        r"|the (?:negotiating |bargaining )?table|the accord|the agreement|the treaty"
        r"|the Commonwealth|the Community|out\W*$",
        never=_TROOPS,
        toward="with",
        aim="other",
        sure=0.65,
    ),
    _act(
        "stay-away",
        "REJECT",
        "stay boycott keep absent",
        "Norway stayed away from the talks.",
        "Norway stayed at home.",
        beside=r"away|conference|talks|meeting|session|elections?|vote|summit|opening",
        never=r"in the talks|at the (?:talks|table)|late",
        aim="other",
    ),
    _act(
        "refuse-to-meet",
        "REJECT",
        "refuse decline",
        "Norway refused to sit down with the Danish delegation on Monday.",
        "Norway refused to sing.",
        beside=r"to (?:sit|meet|attend|talk to|speak to|see|receive|come|negotiate|shake|enter the room|take part)",
        toward="with",
        aim="other",
        dated=True,
    ),
    _act(
        "break-off-ties",
        "REJECT",
        "break sever cut",
        "Norway cut its ties with Denmark.",
        "Norway broke a plate.",
        beside=r"relations|ties|contacts",
        toward="with",
        aim="other",
    ),
)
GOODWILL = (
    _act(
        "support",
        "SUPPORT",
        "welcome thank praise hail applaud commend congratulate laud endorse",
        "Norway welcomed the agreement.",
        "Norway welcomed the spring.",
        beside=r"agreements?|accords?|deals?|truce|cease-?fire|talks?|plan|decision|steps?|moves?|resolution|proposal"
        r"|announcement|release|meeting|summit|initiative|offer|breakthrough|result|outcome|statement|declaration"
        r"|settlement|withdrawal|news|it|efforts?|what|(?-i:[A-Z]\w+)|calendar|signing|mediators?|hosts?|progress|fact",
        toward="to by of",
        sure=0.7,
    ),
    _act(
        "thanks",
        "SUPPORT",
        "express convey voice extend offer",
        "Norway expressed its gratitude to Denmark.",
        "Norway expressed its doubts.",
        beside=r"gratitude|thanks|appreciation|satisfaction|congratulations|support|solidarity",
        never=r"dis|lack of",
        toward="to at with for",
    ),
    _act(
        "own-truce",
        "CONCEDE",
        "declare announce proclaim begin extend order",
        "Norway declared a unilateral ceasefire on 2 June.",
        "Norway declared a holiday.",
        beside=r"(?:unilateral |one-sided |own )?(?:cease-?fire|truce|pause)"
        rf"|(?:halt|stop|end) to (?:[\w-]+ ){{0,3}}{_FIGHTING}|to (?:cease|halt|stop) (?:[\w-]+ ){{0,3}}{_FIGHTING}",
        never=r"for a|on (?:both|all)|violat\w+|end of|an end to|dead|over|between",
        toward="",
        aim="other",
    ),
    _act(
        "stop-fighting",
        "CONCEDE",
        "halt stop suspend cease end pause",
        "Norway halted its bombing of Denmark on 2 June.",
        "Norway halted the train.",
        beside=r"bombing|bombardment|shelling|offensives?|air ?strikes?|strikes|raids|attacks|executions|nuclear tests"
        r"|military operations?|operations?|hostilities|campaign",
        never=r"(?:on|of) (?:both|all)|will",
        toward="of on against",
        aim="other",
        dated=True,
    ),
    _act(
        "release",
        "CONCEDE",
        "release free pardon amnesty repatriate",
        "Norway released 40 prisoners on 25 May.",
        "Norway released an album.",
        beside=_CAPTIVES + r"|soldiers?|rebels?|child\w*|leaders?|men|fighters|civilians|sailors|crew|(?-i:[A-Z]\w+)",
        never=r"statement|figures|report|text|communiqu|film|exchange|swap",
        toward="to",
        nouns="",
    ),
    _act(
        "lift",
        "CONCEDE",
        "lift ease relax open reopen drop revoke repeal scrap unfreeze",
        "Norway lifted its blockade on 25 May.",
        "Norway lifted a glass.",
        beside=r"blockade|siege|curfew|ban|sanctions?|embargo|emergency|restrictions|borders?|crossings?|gates|roads?"
        r"|corridors?|demand|martial law",
        never=r"fire|talks|session|bombs",
        toward="of on against to",
        aim="stated",
    ),
    _act(
        "swap",
        "COOPERATE",
        "swap exchange",
        "The prisoner swap saw 300 soldiers of Norway and Denmark set free.",
        "They swapped jokes.",
        beside=_CAPTIVES + r"|bodies|remains",
    ),
    _act(
        "hand-over",
        "COOPERATE",
        "hand return transfer deliver turn give",
        "Norway handed over the bodies of 40 soldiers to Denmark on 25 May.",
        "Norway handed over a cake.",
        beside=r"(?:over |back )?(?:[\w,.]+ ){0,4}(?:bodies|remains|prisoners|captives|hostages|pows|maps of mine\w*)",
        toward="to",
        aim="other",
    ),
    _act(
        "aid",
        "AID",
        "deliver send airlift ship distribute donate provide fly",
        "Norway delivered food to Denmark.",
        "Norway delivered a speech.",
        beside=r"food|medicines?|relief|humanitarian|tents|blankets|grain|supplies|emergency aid|tonnes of|\$|dollars",
        never=r"arms|weapons|note|message|troops|missiles|should",
        toward="to for",
    ),
    _act(
        "appeal",
        "REQUEST",
        "appeal urge request ask call implore beseech press",
        "Norway urged the United Nations to intervene.",
        "Norway urged calm.",
        beside=r"on|upon|to|for|that|(?-i:[A-Z]\w+)",
        never=r"off|up|for calm|an? (?:halt|truce|end|meeting)",
        toward="to on upon",
        aim="needed",
        sure=0.55,
    ),
    _act(
        "resolution",
        "REQUEST",
        "",
        "A resolution of the Security Council calls on Norway to withdraw.",
        "A resolution of the club calls on Norway to sing.",
    ),
)
TALKING = (
    _act(
        "sign",
        "AGREE",
        "sign agree conclude initial ratify reach",
        "Norway and Denmark signed a ceasefire agreement in Oslo on 2 June.",
        "Norway signed the guest book.",
        sure=0.65,
    ),
    _act(
        "talks",
        "CONSULT",
        "meet hold talk discuss negotiate confer receive telephone",
        "Norway and Denmark held talks in Oslo on 2 June.",
        "Norway held a party.",
        sure=0.65,
    ),
    _act(
        "saw",
        "CONSULT",
        "",
        "The president of Norway received the premier of Denmark on Monday.",
        "The president of Norway received a cake.",
    ),
)
ACTS = FORCE + PRESSURE + GOODWILL
ACT_RULES = tuple(act.rule for act in ACTS + TALKING)
ROUNDS = (
    Rule(
        "round-held",
        "round",
        "",
        _words("talk negotiation round meeting session summit conference plenary"),
        "The second round of talks between Norway and Denmark was held in Oslo on 2 June.",
        "The round of drinks was held in Oslo.",
        0.75,
    ),
)
