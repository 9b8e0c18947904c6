"""Acts of goodwill told by rarer verbs: relief that arrives, territory given back, bans waived; see `rules_of_acts`."""

from detente.reading.act import CAPTIVES, FIGHTING, LAND, TROOPS, act

_PEOPLE = (
    rf"{CAPTIVES}|soldiers?|servicemen|rebels?|child\w*|boys?|girls?|women|men|teenagers|fighters|civilians|sailors"
    r"|crew|airmen|pilots?|officers?|policemen|fishermen|journalists?|priests?|nuns?|nurses?|doctors?|engineers?"
    r"|students?|activists?|dissidents?|opponents?|leaders?|clerics?|pilgrims?|nationals?|citizens?"
    r"|workers?|tourists?"
    r"|envoys?|diplomats?|generals?|gendarmes|combatants|supporters|families|villagers|refugees|convicts|lawmakers"
    r"|deputies|lawyers?|teachers?|monks?|miners|militants|guerrillas|commanders?|members?|suspects"
)
_RELIEF = (
    r"food|flour|wheat|maize|rice|grain|sorghum|barley|beans|sugar|milk|seeds?|cooking oil|medicines?|vaccines?"
    r"|medical|drugs|insulin|chlorine|blood|bandages|relief|humanitarian|tents?|blankets?|mattresses|clothing"
    r"|supplies|ambulances?|generators?|diesel|fuel|petrol|coal|water|rations|parcels|field (?:hospitals?|kitchens?)"
    r"|doctors|nurses|medics|rescuers|rescue teams?|sniffer dogs|aid|tonnes|tons|dollars|euros|trucks? of|buses"
)
_WEAPONS = (
    r"arms|weapons|weaponry|rifles|guns|howitzers?|tanks?|jets?|fighters|warplanes|helicopters?|gunboats?|drones"
    r"|missiles?|rockets?|shells|rounds|ammunition|munitions|air-defen[cs]e|batter(?:y|ies)|armou?r(?:ed)?|launchers?"
    r"|radars?|patrol boats?|S-\d+s?|F-\d+s?|military (?:aid|equipment|hardware)|instructors|body armou?r"
)
_HELD = (
    rf"{LAND}|bases?|outposts?|garrisons?|fort|barracks|heights|trenches|zone|valley|bank|strip|enclaves?|peninsula"
    r"|districts?|quarters?|hospital|caves|ridges?|ground|checkpoints?|customs house"
)
_BANS = (
    r"sanctions?|embargo(?:es)?|bans?|blockade|tariffs?|duty|duties|restrictions?|suspension|measures|penalties|curbs"
    r"|visa \w+|charges|case|lawsuit|complaint|objections?|veto|warrants?|instalments?|debts?"
)
_WAYS = (
    r"borders?|crossings?|gates?|border posts?|checkpoints?|roads?|highways?|bridges?|rail(?:way)? (?:link|line)"
    r"|railway|airports?|airspace|ports?|canal|corridors?|pipeline|embargo|sluices?|jails?|prisons?|cells|consulates?"
)

RELIEF = (
    act(
        "relief",
        "AID",
        "parachute airdrop airlift truck ferry rush supply contribute dispatch fly bring hand ship send unload deliver"
        " distribute provide give drop donate offload bus",
        "Sweden airdropped 20 tonnes of flour over the town on Monday.",
        "Sweden airdropped leaflets over the town on Monday.",
        beside=rf"^(?:(?:in|out|over|off) )?(?:[\w',.-]+ ){{0,5}}?(?:{_RELIEF})",
        never=rf"^up|{_WEAPONS}|note|message|troops|proposals?|back|should|leaflets|warning|draft|lists?|maps?"
        r"|in (?:return|exchange)|if|home|away|cuts?|remains|bodies|prisoners|bank(?:s|ing)?",
        toward="to for",
    ),
    act(
        "arm",
        "AID",
        "deliver ship send supply sell lend provide donate transfer give buy dispatch pledge",
        "Sweden delivered four howitzers to Denmark on Monday.",
        "Sweden delivered four howitzers to the museum on Monday.",
        beside=rf"(?:[\w',.-]+ ){{0,6}}?(?:{_WEAPONS})\b",
        never=r"at|against|up|into|over(?:head)?|back|talks|across|refus\w+",
        toward="to for",
        aim="needed",
    ),
    act(
        "finance",
        "AID",
        "finance fund bankroll subsidise subsidize feed shelter treat rescue resupply nurse vaccinate evacuate airlift",
        "Swedish doctors treated 60 wounded civilians on Monday.",
        "Swedish doctors treated the question with care.",
        beside=r"(?:[\w',.-]+ ){0,5}?(?:wounded|injured|sick|refugees|displaced|survivors|evacuees|homeless|hungry"
        r"|fishermen|sailors|patients|children|army|war effort|villagers|civilians|families|rebels?)\b",
        never=r"its own|their own|own citizens|nationals|talks",
        toward="of from",
        dated=True,
    ),
    act(
        "take-in",
        "AID",
        "take put give grant offer open",
        "Sweden took in 400 refugees on Monday.",
        "Sweden took in the view.",
        beside=r"^(?:in|up) (?:[\w',.-]+ ){0,5}?(?:refugees|families|evacuees|wounded|children|displaced|survivors)"
        r"|(?:political )?(?:asylum|refuge|shelter|sanctuary|safe haven) to|(?:[\w'-]+ ){0,5}?(?:asylum|refuge"
        r"|sanctuary)\b",
        never=r"refus\w+|den\w+|ready|prepared",
        toward="to",
    ),
    act(
        "come-to-aid",
        "AID",
        "help assist aid relieve reinforce",
        "Sweden helped Denmark clear the harbour on Monday.",
        "Sweden helped itself.",
        never=r"itself|themselves|himself|herself|to (?:explain|understand)|if|broker|mediat\w+",
        toward="of",
        aim="needed",
        dated=True,
    ),
    act(
        "relief-arrives",
        "AID",
        "reach arrive dock enter roll cross land pass unload get",
        "A Swedish convoy carrying flour reached Ribe on Sunday.",
        "A Swedish convoy carrying soldiers reached Ribe on Sunday.",
        who=r"(?:aid|relief|food|flour|grain|medical|humanitarian|medicines?|supplies|blankets|wheat|rice|fuel)\b"
        r"[^,;]{0,40}",
        never=r"agreement|deal|talks|accord|compromise",
        toward="",
    ),
)
GIVING_WAY = (
    act(
        "hold-fire",
        "CONCEDE",
        "declare announce proclaim order call extend prolong begin offer renounce abandon",
        "The Danish rebels declared an end to their armed struggle.",
        "The Danish rebels declared an end to the concert.",
        beside=r"(?:complete |total |permanent |definitive |unconditional |indefinite "
        r"|unilateral )*(?:cessation|end|halt"
        rf"|stop|close|moratorium)(?: \w+)? (?:of|to|on) (?:[\w'-]+ ){{0,3}}(?:armed|military|hostilities|{FIGHTING}"
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
    ),
    act(
        "yield",
        "CONCEDE",
        "surrender capitulate relent yield give climb cave back budge bow",
        "The Danish rebels surrendered to Norway on Monday.",
        "The Danish rebels surrendered hope.",
        beside=r"^(?:in|way|down|unconditionally)(?= (?!to (?:rain|snow|winter|spring))|\W*$)"
        r"|^to (?:the )?(?:[\w'-]+ ){0,2}"
        r"(?:army|troops|peacekeepers|government|(?-i:[A-Z]\w+))"
        r"|^(?:on|at|in|after|without|over|about|last|yesterday|today|when) |^\W*$",
        never=r"for|up|talks|birth|rise|a proposal|shape|the|guarantees|^in (?:\w+ )?(?:support|return)",
        toward="to on",
        dated=True,
    ),
    act(
        "disarm",
        "CONCEDE",
        "lay hand surrender turn give destroy burn decommission dump place put bring yield deposit store scrap cut",
        "Danish fighters deposited 430 rifles on Monday.",
        "Danish fighters deposited 430 essays on Monday.",
        beside=r"^(?:down |in |over |up )?(?:(?:its|their|his|the|all|all its|all their|the last of its|its last"
        r"|some|nearly|about|more|than|of) )*(?:[\d,.]+ |[\w-]+ (?:hundred|thousand|dozen) "
        r"|[\w-]+ ){0,2}(?:arms|weapons"
        r"|rifles|guns|weaponry|mortars|kalashnikovs|explosives)\b",
        never=r"shipments?|embargo|into action|to use|pressed|control|at the service|talks|on the table|from"
        r"|against|on (?:each|one|the|its|their|them)",
        toward="to",
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
)
GIVING_BACK = (
    act(
        "last-to-leave",
        "RETREAT",
        "sail fly leave roll board depart drive cross go march embark ride pull",
        "The last Danish soldiers sailed from Ribe on Monday.",
        "The last Danish guests sailed from Ribe on Monday.",
        who=rf"\blast (?:[\w'-]+ ){{0,4}}(?:{TROOPS}|convoys?|helicopters?|planes?|vehicles|legionnaires|marines"
        r"|columns?|legion)\b|blue helmets",
        toward="",
        never=r"into (?:battle|action)|against",
        aim="none",
    ),
    act(
        "move-off",
        "RETREAT",
        "withdraw retreat roll drive move draw turn march slip get step fall pull ride back depart fly",
        "Danish columns drew back from Ribe on Monday.",
        "Danish columns drew up at Ribe on Monday.",
        beside=r"^(?:(?:[\w-]+ (?:kilomet\w+|miles|metres)|both) )?(?:back|out of|out|off|away|home|behind"
        r"|beyond|from)\b",
        never=r"talks|negotiations|accord|agreement|treaty|truce|short|apart|through|into action|^back (?:a"
        r"|an|the|\d+|at|to)"
        r"|under|against|race|directions|an? attack|attacks?",
        who=rf"{TROOPS}|convoys?|columns?|guerrillas|rebels|insurgents|cars|carriers|regiments?|vehicles"
        rf"|marines|police"
        r"|gunboats|helicopters|legionnaires",
        aim="none",
        toward="",
    ),
    act(
        "withdraw-to",
        "RETREAT",
        "withdraw retreat",
        "The Danes retreated to the river on Monday.",
        "The Danes retreated to a vague answer.",
        beside=r"^(?:back )?(?:to|behind|beyond|across|towards|into|north|south|east|west) (?:the |a |an "
        r"|its |their )?"
        r"(?:[\w'-]+ ){0,4}?(?:hills?|mountains?|river|line|lines|border|forests?|bush|jungle|coast|positions?|bases?"
        r"|barracks|villages?|towns?|city|strip|islands?|camps?|desert|frontier|bank|valleys?|heights"
        r"|(?-i:[A-Z]\w+))\b",
        never=r"talks|team|delegation|ambassador|negotiators",
        aim="none",
        toward="",
    ),
    act(
        "bring-home",
        "RETREAT",
        "bring take send call march fly lead move order ship recall repatriate pull extract remove",
        "Sweden brought home its last three battalions on Monday.",
        "Sweden brought home its last three dancers on Monday.",
        beside=rf"^(?:home|back|away|out) (?:[\w',.-]+ ){{0,6}}?(?:{TROOPS})\b"
        rf"|^(?:[\w',.-]+ ){{0,6}}?(?:{TROOPS}) (?:back |away |home |out )+(?!to|into|up|against)"
        rf"|^(?:[\w',.-]+ ){{0,5}}?(?:{TROOPS}) (?:from|off|out of) ",
        never=r"talks|wounded|negotiators|delegation|into|to the (?:front|border)|from the (?:north|south"
        r"|east|west|capital)"
        r"|relief|against|\bto reinforce",
        aim="none",
        toward="",
    ),
    act(
        "give-up-land",
        "RETREAT",
        "give yield cede hand return relinquish",
        "Danish forces gave up the western bank on Monday.",
        "Danish forces gave up smoking on Monday.",
        beside=rf"^(?:up|back|over)? ?(?:the |its |their |about |half |of |all )*(?:[\w'-]+ ){{0,3}}?(?:{_HELD})\b"
        r"|^up (?-i:[A-Z]\w+)(?= (?:without|after|on|last|at|in|to)|,|\W*$)",
        never=r"talks|arms|weapons|prisoners|hopes?|claims?|demands?|insistence|control room|fire|plan"
        r"|proposals?|lists?|letter"
        r"|message|protest|note|powers?|power|posts? (?:in|as)|bodies|remains|passports?|captives?|hostages?",
        who="",
        aim="none",
        toward="",
    ),
    act(
        "lower-flag",
        "RETREAT",
        "lower haul strike furl",
        "Norwegian soldiers lowered their flag at Ribe on Monday.",
        "Norwegian soldiers lowered their voices at Ribe on Monday.",
        beside=r"(?:down )?(?:its|the|their) (?:[\w-]+ )?(?:flags?|colours|colors|tricolou?r|ensign|standard)\b",
        never=r"half|hotel|deal",
        aim="none",
        toward="",
    ),
)
SIDE_BY_SIDE = (
    act(
        "tie-again",
        "COOPERATE",
        "restore establish re-establish reestablish resume renew normalise normalize upgrade exchange open reopen",
        "Norway restored full ties with Denmark on Monday.",
        "Norway restored a castle in Denmark on Monday.",
        beside=r"^(?:[\w'-]+ ){0,2}?(?:ties|relations|ambassadors|(?:its|their|an?) (?:embassy|embassies"
        r"|consulate))\b",
        never=r"talks|public|if|unless|once|investor|labou?r",
        toward="with in to",
        aim="needed",
    ),
    act(
        "extradite",
        "COOPERATE",
        "extradite surrender hand turn deliver transfer",
        "Norway extradited two suspects to Denmark on Monday.",
        "Norway extradited a painting to Denmark on Monday.",
        beside=r"^(?:over )?(?:to the \w+ )?(?:[\w',.-]+ ){0,5}?(?:suspects?|bombers?|fugitives?|criminals?|hijackers"
        r"|wanted|militants|gunmen|killers?|defendants?|officers?|students|soldiers?|rangers?|pilots?)\b",
        never=r"weapons|arms|letter|message|gesture|goodwill|without asking|unasked|talks",
        toward="to",
        aim="needed",
        frees=True,
    ),
    act(
        "share",
        "COOPERATE",
        "share pool exchange",
        "Norway shared its radar data with Denmark on Monday.",
        "Norway shared a border with Denmark.",
        beside=r"^(?:[\w'-]+ ){0,4}?(?:intelligence|data|information|radar|evidence|files|lists of|readings|forecasts"
        r"|satellite (?:images|pictures)|flight plans)\b",
        never=r"view|talks|views|belief|border",
        toward="with",
        aim="needed",
    ),
    act(
        "stand-beside",
        "SUPPORT",
        "stand line speak side rally throw voice vote declare pledge affirm express associate offer",
        "Sweden stood up for Denmark on Monday.",
        "Sweden stood up for the anthem on Monday.",
        beside=r"^(?:firmly |squarely )*(?:alongside|behind)(?= )|^up (?:firmly |squarely )?(?:for|behind"
        r"|alongside)(?= )"
        r"|^(?:itself|himself|herself|themselves) (?:firmly |squarely )?(?:behind|with)(?= )|^shoulder to shoulder"
        r"|^(?:its|their|his|her|full|the) (?:[\w-]+ )?(?:backing|support|solidarity|sympathy|weight)\b",
        never=r"talks|window|ropes|caution|against|trial|to attention|vehemence|force|anger|for (?:election"
        r"|office|itself|himself"
        r"|the (?:release|withdrawal|first|last|next))|authority|one voice|caution|reporters",
        toward="by with behind for to alongside",
        aim="needed",
    ),
)
LEAVING = GIVING_BACK[:1]
GOODWILL_DEEDS = RELIEF + GIVING_BACK[1:] + GIVING_WAY + SIDE_BY_SIDE
