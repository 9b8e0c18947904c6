"""The table of acts: which verb or noun, beside which words, tells of which type of event, and who is aimed at.

See `rules` for positions and for how the tables are tested; `events` reads by this table. Acts of goodwill and of
talking stand here, those of force and of pressure, set phrases and rarer verbs of all kinds in modules of
their own.
"""

from detente.reading.act import CAPTIVES, FIGHTING, Act, act
from detente.reading.acts_of_force import FORCE
from detente.reading.acts_of_goodwill import GOODWILL_DEEDS, LEAVING
from detente.reading.acts_of_idiom import FORCE_IDIOMS, GOODWILL_IDIOMS, NOMINAL, PRESSURE_IDIOMS
from detente.reading.acts_of_measures import MEASURES, RATHER
from detente.reading.acts_of_pressure import PRESSURE
from detente.reading.rule import Rule
from detente.reading.rule import words as _words

GOODWILL = (
    act(
        "support",
        "SUPPORT",
        "welcome thank praise hail applaud commend congratulate laud endorse",
        "Norway welcomed the agreement.",
        "Norway welcomed the spring.",
        never=r"spring|summer|autumn|winter|guests?|visitors?|tourists?|refugees|home|nobody|the new year",
        toward="to by of",
        sure=0.7,
        addressed="next",
    ),
    act(
        "thanks",
        "SUPPORT",
        "express convey voice extend offer reiterate reaffirm renew",
        "Norway expressed its gratitude to Denmark.",
        "Norway expressed its doubts.",
        beside=r"gratitude|thanks|appreciation|satisfaction|congratulations|support|solidarity",
        never=r"dis|lack of",
        toward="to at with for",
    ),
    act(
        "call-good",
        "SUPPORT",
        "call describe hail greet term see regard consider",
        "Norway called the truce a step in the right direction.",
        "Norway called the truce a step.",
        beside=r"(?:as )?(?:an?|the|one) (?:[\w\"'-]+ ){0,3}?(?:good|positive|welcome|important|historic|significant"
        r"|promising|encouraging|great|courageous|bold|constructive|vital|crucial|hopeful|wise|brave|sensible|major)"
        r" (?:first )?(?:[\w-]+ )?(?:step|move|development|sign|signal|gesture|news|day|achievement|decision|thing"
        r"|breakthrough|moment|contribution)|the one good thing"
        r"|(?:an?|the) (?:[\w\"'-]+ )?(?:step (?:forward|in the right direction|towards? peace)|breakthrough|milestone"
        r"|triumph|victory (?:for|of)|turning point|ray of hope)",
        never=r"not|hardly|if|would be|too|far from|meeting|summit|victory (?:for|of) (?:terror|aggress)\w*|will|next",
        toward="by of to",
        sure=0.6,
    ),
    act(
        "own-truce",
        "CONCEDE",
        "declare announce proclaim begin extend order",
        "Norway declared a unilateral ceasefire on 2 June.",
        "Norway declared a holiday.",
        beside=r"(?:unilateral |one-sided |own )?(?:cease-?fire|truce|pause)"
        rf"|(?:halt|stop|end) to (?:[\w-]+ ){{0,3}}{FIGHTING}|to (?:cease|halt|stop|hold) (?:[\w-]+ ){{0,3}}{FIGHTING}",
        never=r"for a|on (?:both|all)|violat\w+|(?<!to the )(?<!until the )(?<!through the )end of|an end to|dead|over"
        r"|between|(?:ending|ended|end|leaving) (?:its|the|their)",
        toward="",
        aim="other",
    ),
    act(
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
    act(
        "release",
        "CONCEDE",
        "release free pardon amnesty repatriate",
        "Norway released 40 prisoners on 25 May.",
        "Norway released an album.",
        beside=CAPTIVES + r"|soldiers?|rebels?|child\w*|leaders?|men|fighters|civilians|sailors|crew|(?-i:[A-Z]\w+)",
        never=r"statement|figures|report|text|communiqu|film|exchange|swap",
        toward="to of",
        doer="holder",
        frees=True,
    ),
    act(
        "lift",
        "CONCEDE",
        "lift ease relax open reopen drop revoke repeal scrap unfreeze",
        "Norway lifted its blockade on 25 May.",
        "Norway lifted a glass.",
        beside=r"blockade|siege|curfew|ban|sanctions?|embargo|emergency|restrictions|borders?|crossings?|gates|roads?"
        r"|corridors?|martial law",
        never=r"fire|talks|session|bombs",
        toward="of on against to",
        aim="stated",
    ),
    act(
        "hand-over",
        "COOPERATE",
        "hand return transfer deliver turn give",
        "Norway handed over the bodies of 40 soldiers to Denmark on 25 May.",
        "Norway handed over a cake.",
        beside=r"(?:over |back )?(?:[\w,.]+ ){0,4}(?:bodies|remains|prisoners|captives|hostages|pows|maps of mine\w*)",
        toward="to",
        aim="other",
        frees=True,
    ),
    act(
        "aid",
        "AID",
        "deliver send airlift ship distribute donate provide fly",
        "Norway delivered food to Denmark.",
        "Norway delivered a speech.",
        beside=r"food|medicines?|relief|humanitarian|tents|blankets|grain|supplies|ambulances|emergency aid"
        r"|tonnes of|\$|dollars",
        never=r"arms|weapons|note|message|troops|missiles|should",
        toward="to for",
    ),
    act(
        "appeal",
        "REQUEST",
        "appeal urge request ask implore beseech press invite petition entreat exhort plead beg lobby instruct",
        "Norway urged the United Nations to intervene.",
        "Norway urged calm.",
        beside=r"on|upon|to|for|that|with|both|(?-i:[A-Z]\w+)",
        never=r"^(?:off|up|into|out|against|back|in|him|her|them|for calm|it\b|(?:it|them) an?)|again?st the"
        r"|^[\w' ]{2,30} (?:whether|who|what|why|if)\b",
        toward="to on upon with",
        aim="needed",
        sure=0.55,
        addressed="asked",
    ),
    act(
        "call-on",
        "REQUEST",
        "call prevail",
        "Norway called on the United Nations to intervene.",
        "Norway called the United Nations a club.",
        beside=r"^(?:again |once more |also |\w+ly |[\w ]{4,20} )?(?:on|upon|for)\b",
        never=r"^(?:off|up|back|in|an?|for calm)\b|^on \w+ at home",
        toward="to on upon",
        aim="needed",
        sure=0.55,
        addressed="called",
    ),
    act(
        "turn-to",
        "REQUEST",
        "turn write",
        "Norway turned to the United Nations for help.",
        "Norway turned its back on the United Nations.",
        beside=r"^(?:again |once more |also |instead |\w+ly )?to\b",
        toward="to",
        aim="needed",
        sure=0.5,
        addressed="next",
    ),
    act(
        "demand-of",
        "REQUEST",
        "demand insist require",
        "Norway demanded of the United Nations that it intervene.",
        "Norway demanded a halt to the United Nations mission.",
        beside=r"^(?:of|that)\b",
        toward="of",
        aim="needed",
        sure=0.5,
    ),
    act(
        "seek-help",
        "REQUEST",
        "seek request solicit enlist want intercede invoke",
        "Norway sought the mediation of the United Nations.",
        "Norway sought the source of the Rhine.",
        beside=r"(?:[\w'-]+ ){0,4}(?:help|aid|assistance|support|backing|protection|mediation|intervention"
        r"|good offices|advice|arbitration|membership|involvement)\b|^with\b",
        toward="of from by with",
        aim="needed",
        sure=0.5,
    ),
    act(
        "refer-to-body",
        "REQUEST",
        "refer bring take submit put address present file lodge",
        "Norway referred the matter to the Security Council.",
        "Norway referred the patient to a doctor.",
        beside=r"(?:[\w'-]+ ){0,8}(?:to|before|with|at) (?:the |its )?(?:[\w.-]+ ){0,3}(?:council|court|assembly"
        r"|tribunal|nations|union|league|commission|UN|secretary-general)\b",
        never=r"note|letter|against|report|draft|resolution|credentials|candidate",
        toward="to before with",
        aim="needed",
        sure=0.5,
    ),
    act(
        "at-request",
        "REQUEST",
        "",
        "Swedish ships sailed for Oslo on Monday at the request of Norway.",
        "Swedish ships sailed for Oslo on Monday at the speed of sound.",
    ),
    act(
        "call-council",
        "REQUEST",
        "call ask request seek demand",
        "Norway called for an urgent meeting of the Security Council.",
        "Norway called for an urgent meeting of the club.",
        beside=r"(?:emergency|urgent|special|extraordinary|immediate)? ?(?:session|meeting|debate) (?:of|in|at|by) the"
        r" (?:[\w.]+ ){0,2}(?:Council|Assembly|League|Union)",
        toward="of by in at to",
        aim="needed",
        sure=0.55,
    ),
    act(
        "resolution",
        "REQUEST",
        "",
        "A resolution of the Security Council calls on Norway to withdraw.",
        "A resolution of the club calls on Norway to sing.",
    ),
)
TALKING = (
    act(
        "swap",
        "COOPERATE",
        "swap exchange",
        "The prisoner swap saw 300 soldiers of Norway and Denmark set free.",
        "They swapped jokes.",
        beside=CAPTIVES + r"|bodies|remains",
    ),
    act(
        "sign",
        "AGREE",
        "sign agree conclude initial ratify reach",
        "Norway and Denmark signed a ceasefire agreement in Oslo on 2 June.",
        "Norway signed the guest book.",
        sure=0.65,
    ),
    act(
        "talks",
        "CONSULT",
        "meet hold talk discuss negotiate confer receive telephone",
        "Norway and Denmark held talks in Oslo on 2 June.",
        "Norway held a party.",
        sure=0.65,
    ),
    act(
        "saw",
        "CONSULT",
        "",
        "The president of Norway received the premier of Denmark on Monday.",
        "The president of Norway received a cake.",
    ),
)
ACTS = (
    RATHER
    + LEAVING
    + FORCE_IDIOMS
    + FORCE
    + PRESSURE
    + PRESSURE_IDIOMS
    + MEASURES
    + GOODWILL
    + GOODWILL_IDIOMS
    + GOODWILL_DEEDS
    + NOMINAL
)
BY_VERB: dict[str, list[Act]] = {}
for _each in ACTS:
    for _verb in sorted(_each.rule.words):
        BY_VERB.setdefault(_verb, []).append(_each)
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
