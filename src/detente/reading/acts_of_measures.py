"""Measures of one side against another: ties cut, goods and people kept out, forces moved; see `rules_of_acts`."""

from detente.reading.act import LAND, TROOPS, act

_ITS = r"(?:the |its |their |his |her |all |any |an? )?"
_SHORT_OF_IT = rf"{_ITS}(?:[\w'.-]+ ){{0,3}}?"
_DIPLOMATS = (
    r"ambassadors?|envoys?|consuls?|attach[eé]s?|diplomats?|charg[eé]s?|legations?|chief of mission"
    r"|high commissioners?"
)
_SUPPLIES = (
    r"deliver(?:y|ies)|shipments?|suppl(?:y|ies)|sales?|exports?|imports?|transit|trade|flights|grants?|loans?"
    r"|credits?|aid|assistance|funding|subsid(?:y|ies)|budget support|tranche|remittances|intelligence sharing"
    r"|(?:military |security |judicial |police |intelligence )?cooperation|(?:police |military )training"
    r"|deposits|assets|accounts|(?:gas|oil|fuel|power|electricity|water) (?:sales|flows?)|electricity|current"
)
_HULLS = (
    r"frigates?|destroyers?|corvettes?|cruisers?|submarines?|gunboats?|minesweepers?|minehunters?|flotillas?"
    r"|(?:aircraft )?carriers?(?: group)?|task force|armada|jets|fighter jets|fighters|helicopters|gunships"
    r"|armou?red cars"
    r"|armou?red vehicles|armou?r|batteries|howitzers|commandos|marines|rangers|gendarmes|paras|regiments?|legion"
    r"|interceptors|launchers"
)
_FORCES = rf"{TROOPS}|{_HULLS}"

# Read before the other tables: in those, part of the same words tells of something else.
RATHER = (
    act(
        "break-off-ties",
        "SANCTION",
        "break sever cut rupture end freeze suspend",
        "Norway broke off diplomatic relations with Denmark on Monday.",
        "Norway broke a plate on Monday.",
        beside=r"^(?:off |with )?(?:all |its |their |the |any )?(?:remaining |last |formal |direct )?"
        r"(?:diplomatic |consular |trade |commercial |economic |official |political )?(?:relations|ties|links)\b"
        r"|^(?:diplomatic |consular )?(?:relations|ties) .{0,40}\boff\b",
        never=r"if |unless|talks",
        toward="with to",
        aim="needed",
    ),
    act(
        "close-to",
        "SANCTION",
        "close shut bar seal",
        "Norway closed its airspace to Danish airlines on Monday.",
        "Norway closed the book to Danish readers on Monday.",
        beside=rf"{_SHORT_OF_IT}(?:air ?space|sky|skies|markets?|ports?|harbou?rs?|airports?|banks|waters|runways?)"
        r" (?:[\w'-]+ ){0,3}?to\b",
        never=r"to (?:civilians|the public|visitors|tourists|traffic)",
        toward="to for",
    ),
    act(
        "show-the-door",
        "SANCTION",
        "throw send order kick turn bundle show boot",
        "Norway threw out three Danish diplomats on Monday.",
        "Norway threw out three old chairs on Monday.",
        beside=rf"^(?:out|home|back|packing) (?:[\w'.-]+ ){{0,5}}?(?:{_DIPLOMATS})\b"
        rf"|^(?:[\w'.-]+ ){{0,5}}?(?:{_DIPLOMATS})\b.*\b(?:out|home|packing|the door|leave)\b"
        rf"|\b(?:{_DIPLOMATS}) (?:[\w'.-]+ )?(?:out|home|packing)\b",
        never=r"^(?:the |its |their |an? |his |her )?(?:[\w-]+ )?(?:envoys?|ambassadors?|diplomats?) (?:to|for)\b"
        r"|to talks|proposal"
        r"|^(?:(?:its|an|a|two|three|their|his|her|one) )(?:[\w-]+ )?(?:envoys?|diplomats?) (?!out|home)|letter"
        r"|message",
        toward="from of",
    ),
    act(
        "keep-out",
        "COERCE",
        "bar ban prevent block stop prohibit forbid",
        "Norway barred Danish monitors from entering Ribe on Monday.",
        "Norway barred the door from opening on Monday.",
        beside=r"^(?:[\w'.-]+ ){1,8}?from (?:enter|leav|cross|pass|visit|reach|travel|land|return|fish|fly|inspect"
        r"|attend|go"
        r"|work|us|sail|dock)\w*ing\b|^(?:helicopter |patrol |reconnaissance |aid )?flights by\b",
        never=r"imports?|exports?|goods|sales?|talks",
    ),
    act(
        "refuse-passage",
        "COERCE",
        "refuse decline",
        "Norway refused to let Danish aircraft cross its territory on Monday.",
        "Norway refused to let the choir sing on Monday.",
        beside=r"^to (?:let|allow|permit) (?:[\w'.-]+ ){1,8}?(?:past|pass|cross|land|enter|through|in|leave|dock"
        r"|return|overfly|refuel)\b|^(?:entry|passage|access|overflight|landing rights|permission to (?:land|enter"
        r"|cross|overfly|dock)) to\b",
        never=r"talks|negotiations|outsiders|question",
        toward="to",
        aim="other",
    ),
    act(
        "water-cannon",
        "ASSAULT",
        "use turn train fire aim direct",
        "Norwegian coast guards used water cannon on two Danish boats on Monday.",
        "Norwegian gardeners used water cannon on the lawn on Monday.",
        beside=r"water cannons? (?:on|at|against) (?:[\w'-]+ ){0,4}(?:boats?|ships?|vessels?|trawlers?|fishermen)\b",
        toward="on at against",
    ),
)

MEASURES = (
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
        r"|government"
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
        never=r"prisoners|letters|talks|insults",
        toward="with",
        mutual=True,
    ),
    act(
        "stop-supplying",
        "SANCTION",
        "end stop halt terminate shelve scrap prohibit bar curtail discontinue interrupt embargo withhold ban forbid"
        " block freeze suspend cut slash halve cancel revoke",
        "Norway ended fuel deliveries to Denmark on Monday.",
        "Norway ended the concert on Monday.",
        beside=rf"^(?:off )?(?:{_ITS}(?:[\w'.-]+ ){{0,4}}?)(?:{_SUPPLIES})\b",
        never=r"fees?|prices|talks|negotiations|bombing|attacks|strikes|war\b|peacekeep\w+|if ",
        toward="to from against with for of",
        aim="stated",
    ),
    act(
        "stop-visas",
        "SANCTION",
        "halve tear annul stop suspend",
        "Norway halved the visas of Danish students on Monday.",
        "Norway halved the menu on Monday.",
        beside=rf"^(?:up )?{_SHORT_OF_IT}(?:visas?|accreditations?|residence permits|work permits|licen[cs]es?)\b",
        toward="to from against for of",
    ),
    act(
        "call-home",
        "SANCTION",
        "call bring order summon fetch",
        "Norway called its ambassador home from Denmark on Monday.",
        "Norway called its ambassador a poet on Monday.",
        beside=rf"^(?:(?:home|back) (?:[\w'.-]+ ){{0,4}}?(?:{_DIPLOMATS})|(?:its|their|his|her) (?:[\w'.-]+ ){{0,3}}?"
        rf"(?:{_DIPLOMATS}) (?:[\w'.-]+ )?(?:home|back))\b",
        toward="from in",
        aim="other",
    ),
    act(
        "blacklist",
        "SANCTION",
        "blacklist add put place designate enter include",
        "Sweden entered six Danish tankers in its sanctions register on Monday.",
        "Sweden entered six dishes in its menu on Monday.",
        beside=r"(?:to|on|onto|in) (?:its|the|their|a) (?:[\w-]+ ){0,3}?(?:black ?list|sanctions list"
        r"|terror\w* list|list of"
        r" (?:sanctioned|terror\w+|designated|banned)|sanctions register|no-fly list)"
        r"|^(?:[\w,.-]+ ){1,5}?(?:officials"
        r"|generals?|companies|firms|banks?|tankers?|judges|ministers?|entities|individuals|makers|leaders|commanders"
        r"|traders|nationals) (?:[\w,-]+ ){0,6}?(?:for|over)\b",
        never=r"agenda|off|pressure|talks|trial|charge of|ballot|forward|in prison|^(?:[\w-]+ ){0,4}(?:in"
        r"|under) (?:charge|arrest)",
    ),
    act(
        "tighten",
        "SANCTION",
        "reimpose re-impose restore reinstate widen broaden expand toughen stiffen extend prolong levy impose slap "
        "approve"
        " clap adopt",
        "Sweden reimposed sanctions on Denmark on Monday.",
        "Sweden widened a road on Monday.",
        beside=r"^(?:back )?(?:[\w'.-]+ ){0,5}?(?:sanctions|penalties|embargo(?:es)?|tariffs?|(?:travel |visa "
        r"|import |arms )bans?"
        r"|dut(?:y|ies)|lev(?:y|ies)|asset freezes?|visa restrictions|trade restrictions|restrictive measures"
        r"|measures against)\b",
        never=r"curfew|relief|waivers?|lifting|easing|suspension of|exemption",
        toward="on against upon for",
    ),
    act(
        "turn-back",
        "COERCE",
        "turn send chase wave order push drive force",
        "Norwegian patrol boats turned back two Danish trawlers on Monday.",
        "Norway turned back the clock on Monday.",
        beside=r"^(?:back|away|off|round|around) (?:[\w'.-]+ ){0,5}?(?:ships?|boats?|vessels?|tankers?|trawlers?"
        r"|freighters?"
        r"|convoys?|ambulances?|trucks|lorries|aircraft|planes?|buses|fishermen|inspectors|monitors|observers"
        r"|patrols?"
        r"|refugees|migrants|journalists|delegations?)\b"
        r"|\b(?:ships?|boats?|vessels?|tankers?|trawlers?|freighters?|convoys?|ambulances?|trucks|fishermen"
        r"|inspectors"
        r"|patrols?|refugees|migrants) (?:[\w'-]+ ){0,3}?(?:back|away|off)\b",
        never=r"clock|attackers?|assault|offensive",
    ),
    act(
        "haul-off",
        "COERCE",
        "haul march bundle cart drag take lead",
        "Norwegian police hauled off forty Danish monks on Monday.",
        "Norwegian police hauled off rubbish on a cart.",
        beside=r"^(?:off|away) (?:[\w'.-]+ ){0,6}?(?:(?-i:[A-Z]\w+)|monks|people|men|women|students|demonstrators"
        r"|protesters"
        r"|suspects|journalists|activists|villagers|leaders|officials|employees|staff)\b|\b(?:in handcuffs"
        r"|into custody"
        r"|to (?:a )?(?:prison|jail|camp|barracks))\b",
        who=r"police|policemen|soldiers|troops|army|authorities|gendarmes|government|security|junta|agents|officers",
        toward="of",
    ),
    act(
        "put-on-trial",
        "COERCE",
        "put place bring",
        "Norway put eight Danish leaders on trial on Monday.",
        "Norway put eight Danish pastries on a plate on Monday.",
        beside=r"\b(?:on|to) trial\b|\bunder (?:house arrest|arrest|guard|detention|surveillance|lock and key)\b"
        r"|\b(?:in|into) (?:prison|custody|solitary(?: confinement)?|detention|a cell|irons|jail)\b"
        r"|\bbehind bars\b",
        never=r"^(?:its|their) own",
    ),
    act(
        "strip",
        "COERCE",
        "strip deprive divest",
        "Norway stripped its Danish minority of citizenship on Monday.",
        "Norway stripped the wall of paint on Monday.",
        beside=r"\bof (?:(?:its|their|his|her|all|the) )?(?:[\w-]+ )?(?:citizenship|nationality|passports?"
        r"|self-rule|autonomy"
        r"|immunity|seat|rights|vote|status|powers|property|land)\b",
    ),
    act(
        "jam",
        "COERCE",
        "jam buzz escort",
        "Norway jammed the radio of Denmark on Monday.",
        "Norway jammed berries on Monday.",
        beside=r"^(?:[\w'.-]+ ){0,4}?(?:radio|signals?|gps|broadcasts?|transmissions?|navigation|frequencies"
        r"|to the (?:airport|border|frontier)|out of the (?:country|hall))\b|^(?-i:[A-Z]\w+)(?:[ '.]|$)",
        never=r"convoys?|ships?|merchant\w+|tankers?",
        dated=True,
    ),
    act(
        "lock-down",
        "COERCE",
        "impose declare order enforce proclaim decree",
        "Norway imposed a lockdown on the Danish quarter on Monday.",
        "Norway imposed a style on Monday.",
        beside=r"^(?:[\w'-]+ ){0,4}?(?:lockdown|shutdown|house arrest|press censorship|censorship|news blackout"
        r"|blackout"
        r"|communications? blackout|no-go zone|travel restrictions|restrictions on (?:movement|the press"
        r"|assembly))\b",
        toward="on against in",
    ),
    act(
        "send-forces",
        "MOBILIZE",
        "send order dispatch move deploy despatch rush station post position reposition fly airlift ship bring roll "
        "pull"
        " mass concentrate shift transfer base redeploy reinforce",
        "Norway sent a frigate to the strait on Monday.",
        "Norway sent a frigate-bird to the museum on Monday.",
        beside=rf"^(?:up )?(?:[\w'.,-]+ ){{0,5}}?(?:{_FORCES})\b(?! (?:home|back|out|from"
        rf"|withdrawn))(?: [\w'.-]+){{0,5}}? (?:to"
        r"|into|towards?|near|along|off|up|forward|north|south|east|west|across|on|around|at|in)\b",
        never=r"back|home|out of|relief|food|from|workers|delegation|peacekeep\w+|observers|monitors|mission"
        r"|against (?:the )?"
        r"(?:town|city)|talks|aid|rescue|flood|earthquake|wounded|not to|to (?:stop|cease|withdraw|lay|leave|return"
        r"|hold)",
        toward="against",
        aim="none",
    ),
    act(
        "forces-roll",
        "MOBILIZE",
        "roll march rumble fan pour head steam put go drive deploy",
        "Columns of Norwegian armour rumbled towards the border on Monday.",
        "Norwegian thunder rumbled towards the border on Monday.",
        beside=r"^(?:up |out |north |south |east |west )?(?:to|towards?|into position|along|on (?-i:[A-Z]\w+)"
        r"|to sea|north|south"
        r"|up to)\b",
        who=rf"{_FORCES}|columns?|reserves|vehicles",
        never=r"home|back|peacekeep\w+|talks|barracks",
        aim="none",
        dated=True,
    ),
    act(
        "order-up",
        "MOBILIZE",
        "order tell instruct call summon recall",
        "Norway told its reservists to report to their depots on Monday.",
        "Norway told its story on Monday.",
        beside=r"^(?:[\w'.-]+ ){0,3}?(?:reservists?|reserves|conscripts|classes|militia"
        r"|men of military age)\b.*?\b(?:report|depots"
        r"|barracks|duty|colou?rs|arms|up)\b",
        aim="none",
    ),
    act(
        "call-in-envoy",
        "PROTEST",
        "summon call hand",
        "Norway called in the Danish chargé on Monday.",
        "Norway called in the plumber on Monday.",
        beside=rf"^(?:in )?(?:[\w'.-]+ ){{0,4}}?(?:{_DIPLOMATS})\b",
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
