"""Attacks: strikes, raids, land taken, people killed or carried off; see `table`."""

from detente.reading.acts.act import act
from detente.reading.acts.words import LAND, TROOPS

_ATTACK = (
    r"attacks?|strikes?|offensives?|assaults?|raids?|invasion|air ?strikes?|bombardment|shelling|ambush|bombings?"
    r"|incursions?|drones?|missiles?|rockets?|shells?|mortars?|barrage|sabotage|bombs|operation against"
)
_FIGURATIVE = (
    r"problem|question|note|tone|deal|agreement|chord|decision|blow to|attention|ball|opportunity|moment|plan"
    r"|proposal|balance|bargain|hopes?|headlines|conference|talks|negotiations|summit|off the list|from the list"
)

ASSAULTS = (
    act(
        "water-cannon",
        "ASSAULT",
        "use turn train fire aim direct",
        "Norwegian coast guards used water cannon on two Danish boats on Monday.",
        "Norwegian gardeners used water cannon on the lawn on Monday.",
        beside=r"water cannons? (?:on|at|against) (?:[\w'-]+ ){0,4}(?:boats?|ships?|vessels?|trawlers?|fishermen)\b",
        toward="on at against",
        turn="first",
    ),
    act(
        "come-under-fire",
        "ASSAULT",
        "come fall",
        "Danish positions came under fire on Monday.",
        "The Danish minister came under criticism.",
        beside=r"under (?:[\w-]+ ){0,3}(?:fire|attack|shelling|bombardment|assault)|to (?:the )?(?:[\w'-]+ ){0,2}"
        r"(?:rebels|army|insurgents|guerrillas|forces|troops|fighters|militia(?:men)?)\b|into (?:the )?hands of",
        never=r"criticism|pressure|verbal|political|for (?:its|his|her|their)",
        aim="subject",
    ),
    act(
        "explode",
        "ASSAULT",
        "explode detonate fall land rain crash slam come strike hit plough plow burst",
        "A Norwegian shell struck a bus station on Monday.",
        "A Norwegian snowball struck a bus station on Monday.",
        who=r"(?:car |roadside |truck )?bombs?|rockets?|shells?|missiles?|mortars?|mines?|grenades?"
        r"|(?:explosive )?device|explosions?"
        r"|drones?|cruise missiles?",
        never=r"to the (?:ground|sea)|short|agreement|talks",
        beside=r"on|in|at|near|into|down|outside|among|the|an?|(?-i:[A-Z]\w+)|when|killing|wounding",
        toward="on in into at upon",
        dated=True,
    ),
    act(
        "take-captive",
        "ASSAULT",
        "take hold seize",
        "Norway took 14 Danish fishermen captive on Monday.",
        "Norway took the puppy home.",
        beside=r"(?:[\w,.'-]+ ){0,6}(?:captive|hostage|prisoner)\b",
        never=r"back|release|exchange",
    ),
    act(
        "seize-people",
        "ASSAULT",
        "seize capture",
        "Norwegian soldiers seized two journalists near Ribe on Monday.",
        "Norwegian police held two meetings near Ribe on Monday.",
        beside=r"^(?:hold of )?(?:[\w'-]+ ){0,4}?(?:journalists?|reporters?|aid workers?|priests?|nuns?|bishops?"
        r"|tourists?|engineers?|teachers?|schoolgirls|fishermen|herders|villagers|peacekeepers|monitors|soldiers|policemen"
        r"|officers|crew|sailors|missionar(?:y|ies)|contractors?|workers?|truck drivers|lorry drivers|pilgrims)\b"
        r"(?! to\b| (?:on|for|into) (?:board|a|an|the|treatment))",
        never=r"part|up|over|from|advice|turns|to (?:hospital|safety|court|the)|aboard|responsible|down|talks|meeting"
        r"|oath|aback",
        toward="from of",
        dated=True,
        turn="first",
    ),
    act(
        "enter-land",
        "ASSAULT",
        "enter infiltrate penetrate storm",
        "Norwegian tanks entered the Danish city of Aarhus on Monday.",
        "Norwegian tanks entered production on Monday.",
        beside=r"(?:the )?(?:[\w-]+ ){0,3}(?:city|town|village|capital|province|territory|port|valley|country"
        r"|outskirts|suburbs)\b"
        r"|(?-i:[A-Z]\w+)",
        never=r"talks|negotiations|stage|phase|year|production|peacekeep\w+|deal",
        who=TROOPS,
        toward="of in",
        aim="other",
        dated=True,
        turn="first",
    ),
    act(
        "clash",
        "ASSAULT",
        "break erupt flare begin resume start leave kill rage rock shake reach spread continue",
        "Fighting broke out near Ribe on Monday.",
        "Talks broke out near Ribe on Monday.",
        who=r"fighting|clashes|battles?|skirmish(?:es)?|gun battles?|gunfights?|shoot-?outs?|shooting|hostilities"
        r"|firefights?|gunfire",
        beside=r"out|up|again|in|near|at|around|on|between|after|when|(?:[\w-]+ ){0,5}(?:dead|killed|wounded|people"
        r"|soldiers|civilians)|\W*$",
        toward="",
        aim="none",
        dated=True,
        doer="none",
    ),
    act(
        "assault",
        "ASSAULT",
        "attack bomb shell raid bombard invade ambush assault torpedo strafe assassinate massacre murder kidnap"
        " abduct hijack sabotage loot plunder torch pound retaliate mortar firebomb gas dynamite slaughter butcher"
        " lynch ransack raze",
        "Norway attacked Denmark on 2 June.",
        "Norway attacked the problem.",
        never=_FIGURATIVE,
        toward="on against at upon into",
    ),
    act(
        "strike",
        "ASSAULT",
        "strike hit target destroy storm sink demolish burn blast rocket mine",
        "Norwegian jets struck Danish positions on 2 June.",
        "Norway struck a deal.",
        never=_FIGURATIVE + r"|out|hard by|by (?:the )?(?:news|crisis|drought|sanctions|prices)",
    ),
    act(
        "blow-up",
        "ASSAULT",
        "blow shoot bring",
        "Norway shot down an airliner of Denmark on 2 June.",
        "Norway blew its horn.",
        beside=r"up|dead|down",
        never=r"the (?:matter|question|issue)|proposal|plan|idea|government|curtain|prices|about|together|list|three",
        dated=True,
    ),
    act(
        "fire-at",
        "ASSAULT",
        "fire shoot",
        "Norwegian warships fired on Danish boats on Monday.",
        "Norway fired its minister.",
        beside=r"^(?:[\w'-]+ ){0,4}?(?:on|at|upon|into|towards?|across|rockets?|missiles?|shells?|mortars?|drones?"
        r"|grenades?|rounds?)",
        never=r"^down|minister|officials?|staff|coach|in the air|into the air|warning|film|look|questions?"
        r"|tear ?gas|rubber|water cannon",
        toward="on at upon into towards toward across against",
        dated=True,
    ),
    act(
        "kill",
        "ASSAULT",
        "kill wound injure execute behead shoot gun",
        "Norwegian troops killed four Danish soldiers on 2 June.",
        "Time was killed.",
        never=r"^down|since (?:\w+ )?\d{4}|time|bill",
        dated=True,
        by_noun=True,
    ),
    act(
        "die-in-attack",
        "ASSAULT",
        "die perish",
        "Nine Danish soldiers died in a Norwegian attack on Monday.",
        "Nine Danish soldiers died in an accident on Monday.",
        beside=r"in (?:[\w'-]+ ){0,5}?(?:attacks?|strikes?|air ?strikes?|raids?|shelling|bombings?|bombardment|ambush"
        r"|explosions?|blasts?|assault|offensive|massacre|fire|clash(?:es)?|fighting)\b",
        toward="",
        dated=True,
        doer="attack",
    ),
    act(
        "launch-attack",
        "ASSAULT",
        "launch conduct begin stage carry mount unleash open fire resume lob rain drop use commit perpetrate",
        "Norway launched an attack on Denmark on 2 June.",
        "Norway launched a website.",
        beside=_ATTACK + r"|fire (?:on|at)|(?:mustard|poison|nerve) gas|massacres?",
        never=r"veto|reform|with|^no\b",
        toward="on against at upon into in",
    ),
    act(
        "seize-land",
        "ASSAULT",
        "take seize capture occupy overrun retake recapture annex",
        "Norway seized the port of Esbjerg on 2 June.",
        "Norway seized the moment.",
        beside=LAND + r"|(?-i:(?:the )?[A-Z]\w+ (?:by|from|in|on|after))",
        never=_FIGURATIVE + r"|part|place|note|into account|back|out of|up|seriously|steps?|measures|since",
        aim="other",
        dated=True,
    ),
    act(
        "cross-into",
        "ASSAULT",
        "cross push advance march thrust pour break sweep drive",
        "Norway's troops pushed into Denmark on 2 June.",
        "Norway moved its chairs.",
        beside=r"into|across|past|through|towards?|to within|on (?!\w+day\b)(?-i:[A-Z]\w+)"
        r"|the (?:[\w-]+ )?(?:border|frontier|line of control|armistice line|demarcation line)",
        never=r"lake|bridge each|talks|paper|deal|deadlock|out of",
        toward="into across",
        aim="other",
        dated=True,
    ),
    act(
        "deed",
        "ASSAULT",
        "",
        "The abduction of two fishermen by Norway was reported on 2 June.",
        "The capture of the market by salmon was slow.",
        nouns="attack raid strike abduction kidnapping seizure shelling bombing killing murder ambush bombardment"
        " assassination capture invasion incursion massacre airstrike offensive assault onslaught bombardments sinking"
        " shooting stabbing beheading torching ramming barrage hostage-taking hijacking beating",
        toward="on of against at in into",
    ),
    act(
        "set-fire",
        "ASSAULT",
        "set put",
        "Norwegian drones set fire to a Danish refinery on Monday.",
        "Norway set fire to the debate on Monday.",
        beside=r"^fire to\b|\b(?:ablaze|alight|on fire)\b",
        never=r"debate|imagination|out\b|world",
        toward="to",
    ),
    act(
        "carry-off",
        "ASSAULT",
        "carry snatch spirit whisk drag take march",
        "Norwegian gunmen carried off thirty Danish schoolgirls on Monday.",
        "Norwegian gunmen carried off the prize on Monday.",
        beside=r"^(?:off|away) (?:[\w,.'-]+ ){0,5}?(?:girls|schoolgirls|boys|children|women|men|people|villagers"
        r"|teachers|nurses"
        r"|students|workers|engineers|priests?|fishermen|herders|cattle|tourists|hostages)\b"
        r"|\b(?:from|out of) (?:his|her|their) (?:cars?|homes?|house|houses|beds?|bus|minibus|vehicles?|dormitory)\b",
        never=r"office|shoes",
    ),
    act(
        "fire-back",
        "ASSAULT",
        "fire shoot hit strike reply answer respond retaliate",
        "Norway replied with artillery on Monday.",
        "Norway replied with a smile on Monday.",
        beside=r"^back(?! at critics)\b|^(?:[\w,'-]+ ){0,6}?(?:with|by) (?:[\w-]+ ){0,4}?(?:artillery|rockets?"
        r"|shells|shelling|howitzers"
        r"|mortars?|air ?strikes?|air raids?|bombs|bombing|drones?|gunfire|machine-gun fire|barrages?|missiles?"
        r"|bullets)\b",
        never=r"critic\w*|letter|joke|if ",
        aim="other",
        doer="needed",
        turn="last",
    ),
    act(
        "open-up",
        "ASSAULT",
        "open let",
        "Norwegian gunners opened up on Danish trenches on Monday.",
        "Norwegian gunners opened up a shop on Monday.",
        beside=r"^(?:up|loose) (?:on|at|with (?:[\w-]+ ){0,2}(?:mortars?|artillery|machine guns|rockets|guns))\b",
        toward="on at against",
        aim="other",
    ),
    act(
        "hurl",
        "ASSAULT",
        "send hurl lob drop throw pump rain shower toss fire launch loose direct",
        "Norwegian rebels lobbed grenades at a Danish town on Monday.",
        "Norwegian cooks lobbed eggs at a Danish pan on Monday.",
        beside=r"^(?:[\w,.'-]+ ){0,5}?(?:bombs?|grenades?|rockets?|missiles?|drones?|shells|mortars|munitions"
        r"|bunker-busters?"
        r"|firebombs?|bullets) (?:and (?:[\w-]+ )?[\w-]+ )?(?:on|onto|at|against|into|over|across|towards?"
        r"|down on)\b",
        never=r"into the (?:sea|air|ocean)|over japan|test|home|to sell|talks",
        toward="on onto at against into over across towards toward",
    ),
    act(
        "fall-upon",
        "ASSAULT",
        "fall set descend swoop",
        "Norwegian raiders fell on a Danish village on Monday.",
        "Norwegian snow fell on a Danish village on Monday.",
        beside=rf"^(?:up)?on (?:[\w'-]+ ){{0,4}}?(?:{LAND}|hamlets?|convoys?|patrols?|columns?)\b",
        who=r"bands?|fighters|raiders|gunmen|horsemen|militia(?:s|men)?|troops|soldiers|rebels|guerrillas"
        r"|insurgents|mob"
        r"|cavalry|partisans|commandos",
        toward="on upon",
        turn="last",
    ),
    act(
        "drive-from",
        "ASSAULT",
        "drive push force oust rout dislodge eject evict throw flush",
        "Norwegian troops ousted the Danish garrison from Ribe on Monday.",
        "Norwegian rain ousted the guests from the garden on Monday.",
        beside=rf"\b(?:{TROOPS}|rebels|insurgents|guerrillas|garrison|(?-i:[A-Z]\w+))\b.{{0,40}}?\b(?:out|from|off"
        rf"|back)\b"
        rf"|^(?:out |back )?(?:of|from) (?:the |its |their )?(?:[\w-]+ ){{0,2}}?(?:(?:{LAND})\b|(?-i:[A-Z]\w+))",
        never=r"civilians|villagers|people|refugees|residents|talks|negotiations|markets?|politics|office|power"
        r"|government(?! (?:troops|forces|soldiers|army|garrison))"
        r"|homes?|families|table|ambassador|president|minister|diplomats?|thousands|hundreds",
        toward="",
        aim="needed",
        doer="needed",
    ),
    act(
        "take-back",
        "ASSAULT",
        "take win wrest",
        "Norway took back fourteen Danish outposts on Monday.",
        "Norway took back its words on Monday.",
        beside=rf"^back (?:the |a )?(?:[\w'-]+ ){{0,3}}?(?:{LAND}|outposts?|heights|towns|villages)\b"
        rf"|^(?-i:[A-Z]\w+) back\b"
        r"|^(?:the )?(?:[\w'-]+ ){0,3}from the (?:rebels|army|militia|insurgents)\b",
        never=r"words|home|control of the (?:talks|agenda)",
        toward="from of",
        turn="last",
    ),
    act(
        "ram",
        "ASSAULT",
        "ram torpedo scuttle sink hole strafe",
        "A Norwegian cutter rammed a Danish trawler on Monday.",
        "A Norwegian cook rammed a spoon into the soup on Monday.",
        beside=r"boats?|ships?|vessels?|trawlers?|cutters?|frigates?|junks?|dhows?|tankers?|ferry|ferries|tugs?"
        r"|gates?|barricades?",
        never=r"talks|deal|hopes|through parliament",
    ),
    act(
        "cut-cable",
        "ASSAULT",
        "cut sever sabotage rupture damage",
        "Norwegian divers cut a Danish undersea cable on Monday.",
        "Norwegian cooks cut a Danish cake on Monday.",
        beside=r"(?:cables?|pipelines?|power lines?|railway lines?|fence)\b",
        never=r"storm|ice",
    ),
    act(
        "beat",
        "ASSAULT",
        "stab beat club stone bludgeon torture knife maul pelt waylay rob rape maim",
        "Norwegian militiamen beat a Danish teacher on Monday.",
        "Norwegian skiers beat a Danish record on Monday.",
        beside=r"teachers?|priests?|guards?|police(?:men|man)?|officers?|soldiers?|gendarmes?|villagers?|farmers?"
        r"|fishermen"
        r"|students?|journalists?|drivers?|men|women|people|protesters|demonstrators|prisoners|embassy|consulate"
        r"|convoys?"
        r"|convoy|civilians|monks|councillors?|settlers?|shepherds?|to death",
        never=r"record|retreat|back|election|match",
        toward="of",
    ),
    act(
        "exchange-fire",
        "ASSAULT",
        "exchange trade swap",
        "Norwegian and Danish troops exchanged fire on Monday.",
        "Norwegian and Danish poets exchanged letters on Monday.",
        beside=r"^(?:[\w-]+ ){0,4}?(?:gun|artillery |mortar |rocket |small-arms )?(?:fire|shots|gunfire|shells"
        r"|shelling|salvo(?:e?s)?|volleys"
        r"|rockets|air ?strikes|strikes|barrages|blows)\b|^(?:gunfire|shots|fire|blows|shells|salvo(?:e?s)?) ",
        never=r"prisoners|letters|talks|insults|accusations|blame|barbs|recriminations|words|views|messages",
        toward="with",
        mutual=True,
    ),
)
