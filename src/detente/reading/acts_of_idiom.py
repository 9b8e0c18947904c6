"""Acts told by a set phrase or a rarer verb: "came under fire", "laid siege to", "set free"; see `rules_of_acts`."""

from detente.reading.act import CAPTIVES, TROOPS, act

_ARMS = r"arms|weapons|rifles|guns|weaponry|ammunition|tanks"
_POST = (
    r"bases?|positions|outposts?|posts?|garrisons?|towns?|city|villages?|fort|airport|camps?|territory|islands?"
    r"|trenches|barracks|heights|zone|area|valley|bridgehead|checkpoints?|buffer strip"
)

FORCE_IDIOMS = (
    act(
        "come-under-fire",
        "ASSAULT",
        "come fall",
        "Danish positions came under fire on Monday.",
        "The Danish minister came under criticism.",
        beside=r"under (?:[\w-]+ ){0,3}(?:fire|attack|shelling|bombardment|assault)|to (?:the )?(?:rebels|army"
        r"|insurgents|guerrillas|government forces)|into (?:the )?hands of",
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
    ),
    act(
        "drive-out-people",
        "COERCE",
        "expel deport evict uproot drive force",
        "Norway expelled all Danish citizens on Monday.",
        "Norway expelled the air.",
        beside=r"(?:out )?(?:[\w,.'-]+ ){0,4}(?:citizens|nationals|people|civilians|refugees|villagers|residents"
        r"|families|inhabitants"
        r"|(?:(?:from|out of) (?:their|the) (?:homes|villages)))\b",
        never=r"diplomats?|ambassador|talks",
        toward="of from",
    ),
    act(
        "round-up",
        "COERCE",
        "round turn",
        "Norwegian police rounded up 40 Danes on Monday.",
        "Norway rounded up the sum.",
        beside=r"up (?:[\w,.'-]+ ){0,4}(?:(?-i:[A-Z]\w+)|suspects|people|men|supporters|students|journalists|members"
        r"|activists|leaders|youths|opponents)|back (?:[\w-]+ ){0,4}(?:ships?|boats?|freighters?|vessels?|tankers?"
        r"|convoys?|refugees|aircraft|planes?|trucks?)",
        never=r"to the nearest|sum|total",
    ),
    act(
        "lay-siege",
        "COERCE",
        "lay",
        "The Norwegian army laid siege to a Danish town on Monday.",
        "Norway laid a carpet.",
        beside=r"siege to",
        aim="other",
    ),
    act(
        "encircle",
        "COERCE",
        "encircle surround blockade besiege",
        "Norwegian troops surrounded the Danish town of Ribe on Monday.",
        "Norway surrounded the question with mystery.",
        beside=r"(?:the )?(?:[\w-]+ ){0,3}(?:ports?|towns?|city|airport|base|village|island|capital|camp|coast"
        r"|garrison|enclave|embassy)\b|(?-i:[A-Z]\w+)",
        never=r"by (?:hills|water|friends)|mystery|flowers",
        aim="other",
        dated=True,
    ),
    act(
        "cut-power",
        "COERCE",
        "cut switch shut turn",
        "Norway cut off power and water to the Danish town on Monday.",
        "Norway cut off its beard.",
        beside=r"(?:off )?(?:the )?(?:[\w-]+ ){0,2}(?:power|electricity|water|internet|telephone|phone lines|mobile)\b",
        never=r"sharing|plants?",
        toward="to in of",
        aim="other",
    ),
    act(
        "outlaw",
        "COERCE",
        "ban outlaw proscribe prohibit forbid",
        "Norway banned demonstrations on Monday.",
        "Norway banned chewing gum.",
        beside=r"demonstrations?|protests?|rallies|gatherings|marches|opposition|front|movement|union|broadcasts"
        r"|newspapers?|(?:political )?part(?:y|ies)|(?-i:the [A-Z]{3,6})\b",
        never=r"imports?|exports?|goods|trade|flights|arms|weapons",
        toward="of",
    ),
    act(
        "close-off",
        "COERCE",
        "enforce establish declare impose set draw proclaim announce",
        "Norway declared an exclusion zone around the island on Monday.",
        "Norway established a museum.",
        beside=r"(?:[\w-]+ ){0,4}(?:blockade|quarantine|exclusion zone|closed zone|no-fly zone|siege|cordon"
        r"|state of siege"
        r"|emergency)\b",
        toward="on against of around",
        never=r"end|lifted|over",
    ),
    act(
        "test-fire",
        "MOBILIZE",
        "hold stage begin start conduct launch test fire carry open",
        "Norway held military exercises on Monday.",
        "Norway held its breath.",
        beside=r"test-|(?:[\w-]+ ){0,4}(?:military exercises?|naval exercises?|exercises near|man(?:oeuvres?"
        r"|euvers?)|military drills?"
        r"|war games|(?:missile|rocket|nuclear|weapons) tests?|(?:ballistic|long-range|cruise"
        r"|medium-range) missiles?)\b",
        never=r"at|on (?:targets?|towns?|the (?:city|town|base))|into|against",
        aim="none",
    ),
    act(
        "call-to-arms",
        "MOBILIZE",
        "declare order announce decree proclaim begin",
        "Norway declared a general mobilisation on Monday.",
        "Norway declared a holiday.",
        beside=r"(?:[\w-]+ ){0,3}mobili[sz]ation|(?:[\w-]+ ){0,3}call-?up",
        aim="none",
    ),
    act(
        "move-up",
        "MOBILIZE",
        "move sail gather assemble converge mass arrive steam roll come land",
        "Norwegian tanks moved up to the border on Monday.",
        "The Norwegian choir moved up a note.",
        beside=r"up to|to|towards?|near|at|along|from|into position|for|off|in|ashore",
        never=r"talks|home|back|out of|peacekeep\w+|under|to (?:an end|a halt|power)",
        who=TROOPS,
        aim="none",
        dated=True,
    ),
    act(
        "vacate",
        "RETREAT",
        "vacate abandon evacuate relinquish",
        "Norwegian forces vacated the base on Monday.",
        "Norway abandoned the idea.",
        beside=rf"(?:[\w'-]+ ){{0,4}}(?:{_POST}|delta|coast|north|south|east|west|border|(?-i:[A-Z]\w+))",
        never=r"civilians|wounded|residents|patients|foreigners|nationals|villagers|children|embassy|staff|families"
        r"|people"
        r"|citizens|talks|demands?|plans?|claims?|position on",
        aim="none",
    ),
    act(
        "complete-withdrawal",
        "RETREAT",
        "complete begin start carry finish launch conclude",
        "Norway completed the withdrawal of its troops from Ribe on Monday.",
        "Norway completed the puzzle.",
        beside=r"(?:out )?(?:the |its |their |a )?(?:[\w-]+ ){0,2}(?:withdrawal|pull-?out|pull-?back|evacuation|retreat"
        r"|redeployment|disengagement)\b",
        never=r"talks|civilians|wounded",
        aim="none",
    ),
)

PRESSURE_IDIOMS = (
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
        "suspend-member",
        "SANCTION",
        "suspend expel exclude bar eject",
        "The African Union suspended Norway on Monday.",
        "Norway suspended the concert.",
        beside=r"(?-i:[A-Z]\w+)|from",
        never=r"talks|negotiations|aid|attacks?|strikes|bombing|operations?|participation|truce|cease-?fire|assistance"
        r"|diplomats?|ambassador|inspectors|animation",
        toward="",
        aim="needed",
    ),
    act(
        "put-under-sanctions",
        "SANCTION",
        "put place bring",
        "Sweden placed Norway under an arms embargo on Monday.",
        "Sweden placed the vase under a lamp.",
        beside=r"(?:[\w-]+ ){0,5}under (?:an? |new |tighter )?(?:[\w-]+ ){0,2}(?:embargo|sanctions)",
        aim="needed",
    ),
    act(
        "downgrade-ties",
        "SANCTION",
        "downgrade reduce scale",
        "Norway downgraded its ties with Denmark on Monday.",
        "Norway reduced its debt.",
        beside=r"(?:down |back )?(?:its |the |their )?(?:[\w-]+ ){0,2}(?:ties|relations|representation|cooperation)\b",
        toward="with in to",
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
        beside=r"on (?:a )?(?:hunger |general )?strike|(?:a |an )?(?:[\w-]+ ){0,4}(?:sit-in|hunger strike"
        r"|general strike|protest march"
        r"|protests?|demonstrations?|rally|rallies|vigil)\b",
        toward="against",
        doer="crowd",
    ),
)

GOODWILL_IDIOMS = (
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
        "let-go",
        "CONCEDE",
        "let set allow",
        "Norway let 30 Danish prisoners go on Monday.",
        "Norway let the dogs go.",
        beside=rf"(?:free )?(?:[\w,.'-]+ ){{0,5}}(?:{CAPTIVES}|soldiers?|sailors?|fishermen|journalists?|crew"
        rf"|fighters|men|envoys?)"
        r" (?:[\w'-]+ ){0,3}(?:go|free|leave|return|home)\b|free (?:[\w,.'-]+ ){0,5}(?-i:[A-Z]\w+|\w+s)",
        doer="other",
        frees=True,
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
        "lay-down-arms",
        "CONCEDE",
        "lay hand surrender turn give destroy burn decommission dump melt yield",
        "Danish fighters laid down their arms on Monday.",
        "Danish workers laid down a carpet.",
        beside=rf"(?:(?:down |in |over |up )(?:their |its |his |the |all )?|(?:their |its |his |their own ))"
        rf"(?:[\w,.-]+ ){{0,3}}(?:{_ARMS})\b",
        never=r"shipments?",
        toward="to",
        aim="other",
    ),
    act(
        "freeing",
        "CONCEDE",
        "",
        "The release of 30 Danish prisoners by Norway on Monday raised hopes.",
        "The release of the film by Norway on Monday raised hopes.",
        nouns="release freeing liberation",
        beside=rf"(?:of )?(?:[\w,.'-]+ ){{0,4}}(?:{CAPTIVES}|soldiers?|rebels?|children|fighters|civilians|sailors)",
        toward="of",
        frees=True,
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
)
NOMINAL = (
    act(
        "cutting-off",
        "SANCTION",
        "",
        "Norway's suspension of aid to Denmark took effect on Monday.",
        "Norway's suspension of the concert took effect on Monday.",
        nouns="suspension expulsion freezing freeze halt cut-off withholding",
        beside=r"(?:of|in|on|to) (?:[\w,.'-]+ ){0,4}(?:aid|assistance|credits?|exports?|arms|trade|cooperation"
        r"|assets|funding"
        r"|supplies|flights|diplomats?|ambassadors?|envoys?)",
        toward="to of from against",
    ),
    act(
        "pull-out",
        "RETREAT",
        "",
        "The withdrawal of troops by Norway ended on Monday.",
        "The withdrawal of cash by Norway ended on Monday.",
        nouns="withdrawal evacuation pull-out pullout retreat",
        beside=rf"(?:of )?(?:[\w'-]+ ){{0,3}}(?:{TROOPS})\b",
        toward="",
        aim="none",
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
    act(
        "closing",
        "COERCE",
        "",
        "Norway announced the closure of its border with Denmark on Monday.",
        "Norway announced the closure of a bakery on Monday.",
        nouns="closure closing shutdown sealing",
        beside=r"of (?:[\w'-]+ ){0,4}(?:borders?|crossings?|airspace|ports?|strait|roads?|airports?|frontier"
        r"|newspapers?)\b",
        toward="with to of",
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
    act(
        "deployment",
        "MOBILIZE",
        "",
        "Norway announced the deployment of 500 troops to the north on Monday.",
        "Norway announced the deployment of software on Monday.",
        nouns="deployment mobilisation mobilization dispatch call-up",
        beside=rf"of (?:[\w,.'-]+ ){{0,4}}(?:{TROOPS})\b",
        toward="",
        aim="none",
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
