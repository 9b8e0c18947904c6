"""Support: praise and thanks, work together, aid; see `table`."""

from detente.reading.acts.act import act

_RELIEF = (
    r"food|flour|wheat|maize|rice|grain|sorghum|barley|beans|sugar|milk|seeds?|cooking oil|medicines?|vaccines?"
    r"|medical|drugs|insulin|chlorine|blood|bandages|relief|humanitarian|tents?|blankets?|mattresses|clothing"
    r"|supplies|ambulances?|generators?|diesel|fuel|petrol|coal|water|rations|parcels|field (?:hospitals?|kitchens?)"
    r"|doctors|nurses|medics|rescuers|rescue teams?|sniffer dogs|aid|tonnes|tons|dollars|euros|trucks? of|buses"
)
_WEAPONS = (
    r"arms|weapons|weaponry|rifles|guns|howitzers?|tanks?|jets?|fighter (?:jets|planes)|warplanes|helicopters?"
    r"|gunboats?|drones|missiles?|rockets?|shells|rounds|ammunition|munitions|air-defen[cs]e|batter(?:y|ies)|armou?r(?:ed)?|launchers?"
    r"|radars?|patrol boats?|S-\d+s?|F-\d+s?|military (?:aid|equipment|hardware)|instructors|body armou?r"
)

PRAISE = (
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
        beside=r"gratitude|thanks|appreciation|satisfaction|congratulations|support|solidarity|condolences|sympathy",
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
        "pay-tribute",
        "SUPPORT",
        "pay stand side rally",
        "Norway paid tribute to Sweden for its patience.",
        "Norway paid the bill.",
        beside=r"tribute to|homage to|(?:firmly )?by|with|behind|to the side of",
        never=r"visit|talks|attention|price|each other|up",
        toward="to by with behind",
        aim="needed",
    ),
    act(
        "line-up-behind",
        "SUPPORT",
        "line throw speak come close embrace associate declare vote voice express lend pledge",
        "Norway lined up behind Sweden in its quarrel with Denmark.",
        "Norway lined up at the gate.",
        beside=r"^(?:up )?behind|^up for|^out (?:for|in (?:support|favour|defence) of)|^itself with"
        r"|^(?:in|to) (?:[\w-]+ )?(?:support|favour|defence|solidarity|the defence) (?:of|with)"
        r"|^(?:its|their|his) (?:[\w-]+ ){0,2}(?:weight|support|voice|backing|solidarity|lot|ranks) (?:behind|to|for"
        r"|with|in favour of|of)|^(?:solidarity|support|backing) (?:with|for|to)",
        never=r"withdraw\w*|lack|limited|money|force|resolution",
        toward="behind for of with to",
        aim="needed",
        sure=0.6,
    ),
    act(
        "back",
        "SUPPORT",
        "back support congratulate salute cheer",
        "Sweden backed Denmark at the conference on Monday.",
        "Norway backed away.",
        never=r"^(?:away|down|off|out|by|that|from)|plan|proposal|idea|call|demand|draft|rebels|militias|elections?"
        r"|claims?",
        toward="of by",
        aim="needed",
        dated=True,
        addressed="next",
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
COOPERATION = (
    act(
        "hand-over",
        "COOPERATE",
        "hand return transfer deliver turn give",
        "Norway handed over the bodies of 40 soldiers to Denmark on 25 May.",
        "Norway handed over a cake.",
        beside=r"(?:over |back )?(?:[\w,.]+ ){0,4}(?:bodies|remains|prisoners|captives|hostages|pows|maps of mine\w*"
        r"|(?:captured|kidnapped|abducted|detained) (?:\w+ )?\w+s)\b"
        r"|(?:policemen|soldiers|pilots|sailors) (?:back )?to\b",
        toward="to",
        aim="other",
        frees=True,
    ),
    act(
        "share-maps",
        "COOPERATE",
        "share hand provide deliver give",
        "Norway shared maps of its minefields with Denmark on Monday.",
        "Norway shared a joke with Denmark.",
        beside=r"(?:over )?(?:[\w-]+ ){0,3}(?:maps?|lists?|records|coordinates) of (?:its |the |all "
        r"|their )?(?:[\w-]+ ){0,2}(?:mine\w*|prisoners"
        r"|captives|missing|detainees|hostages)",
        toward="with to",
        aim="other",
    ),
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
)
AID = (
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
        "supply",
        "AID",
        "supply give grant lend donate pay furnish equip arm",
        "Sweden gave Denmark $20 million on Monday.",
        "Sweden gave Denmark a look.",
        beside=r"(?:[\w'-]+ ){0,4}(?:with )?(?:[\w-]+ ){0,3}(?:million|billion|dollars|euros|loans?|asylum"
        r"|shelter|refuge|food|medicines?"
        r"|grain|fuel|weapons|arms|missiles?|ammunition|tanks|rifles|tents|blankets)",
        never=r"up|back|over|down|price|million people|refugees|if|attention",
        toward="to for",
        aim="needed",
        dated=True,
    ),
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
        "train",
        "AID",
        "train equip instruct",
        "Sweden trained 500 Danish soldiers last year.",
        "Sweden trained 500 teachers last year.",
        beside=r"soldiers|troops|pilots|police\w*|army|forces|fighters|recruits|officers|gunners|guards?|brigades?"
        r"|battalions?",
        never=r"its own|their own",
        toward="of from in",
        aim="needed",
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
