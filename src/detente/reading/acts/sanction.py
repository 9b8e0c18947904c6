"""Sanctions: embargoes, aid and trade cut off, envoys recalled or expelled; see `table`."""

from detente.reading.acts.act import act
from detente.reading.acts.words import DIPLOMATS

_ITS = r"(?:the |its |their |his |her |all |any |an? )?"
_SHORT_OF_IT = rf"{_ITS}(?:[\w'.-]+ ){{0,3}}?"
_SUPPLIES = (
    r"deliver(?:y|ies)|shipments?|suppl(?:y|ies)|sales?|exports?|imports?|transit|trade|flights|grants?|loans?"
    r"|credits?|aid|assistance|funding|subsid(?:y|ies)|budget support|tranche|remittances|intelligence sharing"
    r"|(?:military |security |judicial |police |intelligence )?cooperation|(?:police |military )training"
    r"|deposits|assets|accounts|(?:gas|oil|fuel|power|electricity|water) (?:sales|flows?)|electricity|current"
)

SANCTIONS = (
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
        turn="first",
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
        turn="first",
    ),
    act(
        "show-the-door",
        "SANCTION",
        "throw send order kick turn bundle show boot",
        "Norway threw out three Danish diplomats on Monday.",
        "Norway threw out three old chairs on Monday.",
        beside=rf"^(?:out|home|back|packing) (?:[\w'.-]+ ){{0,5}}?(?:{DIPLOMATS})\b"
        rf"|^(?:[\w'.-]+ ){{0,5}}?(?:{DIPLOMATS})\b.*\b(?:out|home|packing|the door|leave)\b"
        rf"|\b(?:{DIPLOMATS}) (?:[\w'.-]+ )?(?:out|home|packing)\b",
        never=r"^(?:the |its |their |an? |his |her )?(?:[\w-]+ )?(?:envoys?|ambassadors?|diplomats?) (?:to|for)\b"
        r"|to talks|proposal"
        r"|^(?:(?:its|an|a|two|three|their|his|her|one) )(?:[\w-]+ )?(?:envoys?|diplomats?) (?!out|home)|letter"
        r"|message",
        toward="from of",
        turn="first",
    ),
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
        turn="first",
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
        turn="last",
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
        turn="last",
    ),
    act(
        "stop-visas",
        "SANCTION",
        "halve tear annul stop suspend",
        "Norway halved the visas of Danish students on Monday.",
        "Norway halved the menu on Monday.",
        beside=rf"^(?:up )?{_SHORT_OF_IT}(?:visas?|accreditations?|residence permits|work permits|licen[cs]es?)\b",
        toward="to from against for of",
        turn="last",
    ),
    act(
        "call-home",
        "SANCTION",
        "call bring order summon fetch",
        "Norway called its ambassador home from Denmark on Monday.",
        "Norway called its ambassador a poet on Monday.",
        beside=rf"^(?:(?:home|back) (?:[\w'.-]+ ){{0,4}}?(?:{DIPLOMATS})|(?:its|their|his|her) (?:[\w'.-]+ ){{0,3}}?"
        rf"(?:{DIPLOMATS}) (?:[\w'.-]+ )?(?:home|back))\b",
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
)
