"""Concessions: fire held, prisoners freed, bans lifted, arms laid down; see `table`."""

from detente.reading.acts.act import act

_FIGHTING = r"(?:fire|attack\w*|operations|strikes|offensive|bombing|shelling|hostilities)"
_CAPTIVES = (
    r"prisoners?|detainees?|captives?|pows?|hostages?|internees?|inmates|abductees"
    r"|captured|kidnapped|abducted|detained|jailed|imprisoned|arrested"
)
_PEOPLE = (
    rf"{_CAPTIVES}|soldiers?|servicemen|rebels?|child\w*|boys?|girls?|women|men|teenagers|fighters|civilians|sailors"
    r"|crew|airmen|pilots?|officers?|policemen|fishermen|journalists?|priests?|nuns?|nurses?|doctors?|engineers?"
    r"|students?|activists?|dissidents?|opponents?|leaders?|clerics?|pilgrims?|nationals?|citizens?"
    r"|workers?|tourists?"
    r"|envoys?|diplomats?|generals?|gendarmes|combatants|supporters|families|villagers|refugees|convicts|lawmakers"
    r"|deputies|lawyers?|teachers?|monks?|miners|militants|guerrillas|commanders?|members?|suspects"
)
_BANS = (
    r"sanctions?|embargo(?:es)?|bans?|blockade|tariffs?|duty|duties|restrictions?|suspension|measures|penalties|curbs"
    r"|visa \w+|charges|case|lawsuit|complaint|objections?|veto|warrants?|instalments?|debts?"
)
_WAYS = (
    r"borders?|crossings?|gates?|border posts?|checkpoints?|roads?|highways?|bridges?|rail(?:way)? (?:link|line)"
    r"|railway|airports?|airspace|ports?|canal|corridors?|pipeline|embargo|sluices?|jails?|prisons?|cells|consulates?"
)

CONCESSIONS = (
    act(
        "own-truce",
        "CONCEDE",
        "declare announce proclaim begin extend order",
        "Norway declared a unilateral ceasefire on 2 June.",
        "Norway declared a holiday.",
        beside=r"(?:unilateral |one-sided |own )?(?:cease-?fire|truce|pause)"
        rf"|(?:halt|stop|end) to (?:[\w-]+ ){{0,3}}{_FIGHTING}"
        rf"|to (?:cease|halt|stop|hold) (?:[\w-]+ ){{0,3}}{_FIGHTING}",
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
        beside=_CAPTIVES + r"|soldiers?|rebels?|child\w*|leaders?|men|fighters|civilians|sailors|crew|(?-i:[A-Z]\w+)",
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
        "let-go",
        "CONCEDE",
        "let set allow",
        "Norway let 30 Danish prisoners go on Monday.",
        "Norway let the dogs go.",
        beside=rf"(?:free )?(?:[\w,.'-]+ ){{0,5}}(?:{_CAPTIVES}|soldiers?|sailors?|fishermen|journalists?|crew"
        rf"|fighters|men|envoys?)"
        r" (?:[\w'-]+ ){0,3}(?:go|free|leave|return|home)\b|free (?:[\w,.'-]+ ){0,5}(?-i:[A-Z]\w+|\w+s)",
        doer="other",
        frees=True,
    ),
    act(
        "license",
        "CONCEDE",
        "issue grant give approve",
        "Sweden issued a licence that allows trade with Denmark on Monday.",
        "Sweden issued a licence to a fisherman on Monday.",
        beside=r"^(?:[\w'-]+ ){0,4}?(?:(?:licen[cs]es?|permits?|authori[sz]ations?) (?:[\w'-]+ ){0,3}?(?:that|which"
        r"|allow\w*|permitting|authori[sz]ing|to (?:sell|buy|export|trade|ship))|(?:sanctions )?(?:waivers?"
        r"|exemptions?))\b",
        never=r"residence|work permit|driving",
        toward="with to for of",
        aim="needed",
    ),
    act(
        "countermand",
        "CONCEDE",
        "cancel rescind countermand reverse revoke withdraw shelve",
        "Norway cancelled its offensive on Monday.",
        "Norway cancelled the concert.",
        beside=r"(?:the|its|an?|their|his) (?:[\w-]+ ){0,3}(?:offensive|attack|assault|air ?strikes"
        r"|order|ultimatum"
        r"|ban|blockade|execution|operation|raid|siege)\b",
        never=r"talks|in order",
        toward="on against of",
        aim="other",
    ),
    act(
        "call-off-attack",
        "CONCEDE",
        "call break",
        "Norway called off its offensive on Monday.",
        "Norway called off the dogs.",
        beside=r"^off (?:the|its|an?|their|his) (?:[\w-]+ ){0,3}(?:offensive|attacks?|assault|air ?strikes|bombing"
        r"|blockade|campaign|execution|operation|raid|siege|strike)\b",
        never=r"talks",
        toward="on against of",
        aim="other",
    ),
    act(
        "let-through",
        "CONCEDE",
        "allow let permit",
        "Norway allowed a convoy of food to enter Ribe on Monday.",
        "Norway allowed the choir to enter the hall.",
        beside=r"(?:[\w,-]+ ){0,8}?(?:convoys?|aid|food|medicines?|relief|supplies|trucks|lorries|ambulances"
        r"|aid workers|inspectors|monitors) (?:[\w-]+ ){0,6}?(?:to (?:enter|reach|pass|cross|leave)"
        r"|into|through|in|across)\b",
        never=r"if|arms|weapons|would",
        aim="other",
    ),
    act(
        "give-up-demand",
        "CONCEDE",
        "drop abandon waive shelve relinquish",
        "Norway dropped its demand for a buffer zone on Monday.",
        "Norway dropped its keys.",
        beside=r"(?:its|their|the|his|all) (?:[\w-]+ ){0,3}(?:demands?|claims?|insistence|objections?|veto"
        r"|condition|ultimatum)\b",
        never=r"if|unless",
        toward="against on",
        aim="other",
    ),
    act(
        "apologise",
        "CONCEDE",
        "apologise apologize",
        "Norway apologised to Denmark for the shelling.",
        "Norway apologised for the rain.",
        toward="to",
        aim="needed",
    ),
    act(
        "commute",
        "CONCEDE",
        "commute reduce grant declare proclaim decree",
        "Norway granted Danish prisoners an amnesty on Monday.",
        "Norway granted an interview.",
        beside=r"(?:[\w-]+ ){0,6}(?:sentences?|amnesty|pardons?|clemency|legal status)\b",
        never=r"asylum|prison sentences? (?:of|for)",
        toward="of to for",
        aim="other",
    ),
    act(
        "legalise",
        "CONCEDE",
        "legalise legalize unban unfreeze unfroze rehabilitate reinstate recognise recognize",
        "Norway unfroze Danish assets on Monday.",
        "Norway legalised skateboards.",
        never=r"that|independence",
        aim="needed",
        dated=True,
    ),
    act(
        "freeing",
        "CONCEDE",
        "",
        "The release of 30 Danish prisoners by Norway on Monday raised hopes.",
        "The release of the film by Norway on Monday raised hopes.",
        nouns="release freeing liberation",
        beside=rf"(?:of )?(?:[\w,.'-]+ ){{0,4}}(?:{_CAPTIVES}|soldiers?|rebels?|children|fighters|civilians|sailors)",
        toward="of",
        frees=True,
    ),
    act(
        "hold-fire",
        "CONCEDE",
        "declare announce proclaim order call extend prolong begin offer renounce abandon",
        "The Danish rebels declared an end to their armed struggle.",
        "The Danish rebels declared an end to the concert.",
        beside=r"(?:complete |total |permanent |definitive |unconditional |indefinite "
        r"|unilateral )*(?:cessation|end|halt"
        rf"|stop|close|moratorium)(?: \w+)? (?:of|to|on) (?:[\w'-]+ ){{0,3}}(?:armed|military|hostilities|{_FIGHTING}"
        r"|campaign|struggle|violence|operations?|activit\w+)"
        r"|(?:its|their|the|his) (?:own )?(?:\"?armed (?:activity|struggle|campaign|resistance)"
        r"|war\b[^.;]{0,12}\bover)"
        r"|(?:that )?(?:[\w' -]{0,40} )?(?:would|will) (?:also |too )?(?:hold (?:its|their|his) fire"
        r"|not fire first|cease fire|observe a (?:unilateral )?(?:cease-?fire|truce))"
        r"|an? (?:[\w-]+ )?(?:extension|prolongation) (?:of|to) (?:[\w'-]+ ){0,4}(?:truce|cease-?fire)",
        never=r"both|if|unless|provided|between|conditional",
        toward="",
    ),
    act(
        "free",
        "CONCEDE",
        "release free pardon amnesty acquit",
        "Norway freed two nurses yesterday.",
        "Norway freed a kitten yesterday.",
        beside=rf"(?:[\w',.-]+ ){{0,6}}?(?:{_PEOPLE}|(?-i:[A-Z]\w+s))\b",
        never=r"statement|figures|report|text|communiqu\w*|film|video|exchange|swap|names?|funds|money|body|bodies",
        toward="to of",
        frees=True,
    ),
    act(
        "let-leave",
        "CONCEDE",
        "let allow permit",
        "Norway let 14 Danish nurses leave on Monday.",
        "Norway let it be known on Monday.",
        beside=r"^(?!it\b|that\b|itself|himself|herself|themselves|there\b|us\b|me\b|itself)(?:[\w',.-]+ ){1,8}?"
        r"(?:go|leave|return|home|free|depart|cross|(?:out|through|in|back)(?= (?:of|on|at|after|last|to"
        r"|yesterday|again"
        r"|since|through|without)|\W*$))(?= |\W*$)",
        never=r"if|would|down|its guard|slip",
        frees=True,
    ),
    act(
        "put-on-plane",
        "CONCEDE",
        "put send fly",
        "Norway put 14 Danish nurses on a plane on Monday.",
        "Norway put 14 Danish nurses on a committee on Monday.",
        beside=rf"^(?:[\w',.-]+ ){{0,5}}?(?:{_PEOPLE}) (?:on (?:a|an) (?:plane|flight|aeroplane|aircraft|bus)"
        rf"|home)\b",
        never=r"cuts?|in protest|wounded",
        frees=True,
    ),
    act(
        "waive",
        "CONCEDE",
        "waive end scrap remove rescind repeal lift suspend drop ease relax withdraw loosen abolish cancel freeze",
        "Sweden waived its sanctions on Norway on Monday.",
        "Sweden waived a flag.",
        beside=rf"^(?:out )?(?:[\w',%.-]+ ){{0,6}}?(?:{_BANS})\b",
        never=r"talks|participation|membership of|aid|truce|cease-?fire|threat\w*|in protest|cooperation|if|unless",
        toward="of on against to for from",
        turn="last",
    ),
    act(
        "delist",
        "CONCEDE",
        "take strike remove drop delete cross",
        "Sweden took Denmark off its sanctions list on Monday.",
        "Sweden took the cake off its list.",
        beside=r"(?:[\w',.-]+ ){1,7}?(?:off|from|out of) (?:the|its|their|his) (?:[\w'-]+ ){0,4}(?:lists?|blacklist"
        r"|register)\b",
        never=r"cake|candidates?|guests?",
        toward="of",
    ),
    act(
        "open-way",
        "CONCEDE",
        "open reopen unseal unblock restore unlock",
        "Norway reopened the canal on Monday.",
        "Norway reopened the museum on Monday.",
        beside=rf"^(?:[\w',.-]+ ){{0,6}}?(?:{_WAYS})(?= |\W*$)",
        never=r"fire|talks|session|bombs|negotiations|investigation|case|front|museum|way for"
        r"|doors? to (?:talks|dialogue)"
        r"|proceedings|cabinet|deal",
        toward="to for with of",
    ),
    act(
        "turn-on-again",
        "CONCEDE",
        "turn switch restore reconnect resume",
        "Norway restored the power supply of the Danish town on Monday.",
        "Norway restored a painting.",
        beside=r"^(?:on |back on )?(?:the )?(?:[\w'-]+ ){0,2}(?:gas|power|electricity|water|internet"
        r"|telephones?|banking"
        r"|phone lines|supplies|deliveries|salaries)\b",
        never=r"talks|to power|power-sharing|balance|if|cut",
        toward="to of",
        turn="last",
    ),
    act(
        "yield",
        "CONCEDE",
        "relent yield give climb cave back budge bow",
        "The Danish government gave in to Norway on Monday.",
        "The Danish government gave a party.",
        beside=r"^(?:in|way|down|unconditionally)(?= (?!to (?:rain|snow|winter|spring))|\W*$)"
        r"|^to (?:the )?(?:[\w'-]+ ){0,2}"
        r"(?:army|troops|peacekeepers|government|(?-i:[A-Z]\w+))"
        r"|^(?:on|at|in|after|without|over|about|last|yesterday|today|when) |^\W*$",
        never=r"for|up|talks|birth|rise|a proposal|shape|the|guarantees|^in (?:\w+ )?(?:support|return)",
        toward="to on",
        dated=True,
        turn="last",
    ),
    act(
        "disarm",
        "CONCEDE",
        "destroy burn decommission dump place put bring deposit store scrap cut melt",
        "Danish fighters deposited 430 rifles on Monday.",
        "Danish fighters deposited 430 essays on Monday.",
        beside=r"^(?:down |in |over |up )?(?:(?:its|their|his|the|all|all its|all their|the last of its|its last"
        r"|some|nearly|about|more|than|of) )*(?:[\d,.]+ |[\w-]+ (?:hundred|thousand|dozen) "
        r"|[\w-]+ ){0,2}(?:arms|weapons"
        r"|rifles|guns|weaponry|mortars|kalashnikovs|explosives)\b",
        never=r"shipments?|embargo|into action|to use|pressed|control|at the service|talks|on the table|from"
        r"|against|on (?:each|one|the|its|their|them)",
        toward="to",
        turn="last",
    ),
    act(
        "say-sorry",
        "CONCEDE",
        "say apologise apologize express offer make issue",
        "Norway said sorry to Denmark for the shelling.",
        "Norway said nothing to Denmark.",
        beside=r"^sorry|^(?:a |an |its |his |her |their )?(?:public |formal |official |full )?(?:regrets?"
        r"|apolog\w+)\b"
        r"|^(?:in|for|over|on|publicly|formally) ",
        never=r"^(?:in|for|over|on) (?!.*\b(?:for|over)\b)|refus\w+|that|rain|delay|support|concern|talks",
        toward="to",
    ),
    act(
        "amnesty",
        "CONCEDE",
        "announce declare proclaim vote grant issue decree pass offer",
        "Norway announced a general amnesty on Monday.",
        "Norway announced a general election on Monday.",
        beside=r"^(?:[\w',.-]+ ){0,4}?(?:amnesty|pardons?|clemency)\b",
        never=r"law would|if|international|bill|begged|seek\w*|no ",
        toward="to for",
    ),
    act(
        "lifting",
        "CONCEDE",
        "",
        "Norway announced the lifting of the blockade of Denmark on Monday.",
        "Norway announced the lifting of the curtain on Monday.",
        nouns="lifting easing reopening relaxation halt end suspension",
        beside=r"(?:of|to) (?:(?:the|its|their|all) )?(?:[\w'-]+ ){0,3}(?:blockade|sanctions|siege|borders?"
        r"|curfew|embargo"
        r"|bombing|air ?strikes|offensive|bombardment|shelling|executions)\b",
        toward="of on against with to",
        aim="other",
    ),
)
