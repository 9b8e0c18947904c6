"""Titles, ranks and offices, and what the name of a person looks like."""

from detente.reading.rule import either, words

# Offices of which a state has one holder.
HIGHEST = r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier)"
DEPARTMENT = (
    r"(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Jj]ustice|[Hh]ome|[Ii]nformation|[Aa]griculture|[Ll]abou?r|[Oo]il"
    r"|[Ee]nergy|[Hh]ealth|[Cc]ulture|[Ee]conomy|[Tt]rade|[Tt]ransport|[Cc]ommunications?|[Pp]lanning|[Ee]ducation|[Ss]ecurity"
    r"|[Ee]xternal [Aa]ffairs|[Hh]uman [Rr]ights)"
)
# What may stand before a name, or for it: "the Ruritanian foreign minister".
TITLE = (
    rf"(?:[Aa]cting |[Dd]eputy |[Ff]ormer |[Vv]ice[- ])*(?:{HIGHEST}"
    r"|[Cc]hancellor|[Kk]ing|[Pp]rince|[Ee]mir|[Ss]ultan"
    rf"|{DEPARTMENT} (?:[Mm]inister|[Ss]ecretary)"
    r"|[Mm]inister|[Ss]ecretary(?: of (?:[Ss]tate|[Dd]efen[cs]e))?"
    r"|(?:[Cc]hief |[Ll]ead )?(?:[Nn]egotiator|[Ee]nvoy|[Mm]ediator)|[Ss]pokes(?:man|woman|person)"
    r"|[Ll]eader|[Cc]ommander|[Cc]hairman|[Gg]eneral|[Cc]olonel|[Aa]dmiral|[Mm]arshal"
    r"|[Aa]mbassador|[Ss]ecretary[- ][Gg]eneral|[Cc]hief|[Ss]enator|[Cc]ommissioner|[Dd]elegate"
    r"|[Rr]epresentative|[Aa]dvis[eo]r|[Ii]nterlocutor|[Cc]o-?ordinator|[Dd]eputy)"
)
# Ranks of soldiers, clergy and nobles, with a capital before a name.
RANK = (
    r"(?:[Ff]ield [Mm]arshal"
    r"|[Cc]orporal|[Ss]ergeant|[Cc]aptain|Capt|[Mm]ajor|Maj|[Ll]ieutenant|Brig|[Bb]rigadier|Adm|Sgt|Cpl|[Cc]omandante"
    r"|[Ss]ubcomandante|Cmdr|[Bb]ishop|[Aa]rchbishop|[Cc]ardinal|[Pp]atriarch|[Aa]yatollah|Sheikh|Shaikh|Sheik|Imam|Mullah"
    r"|Mawlawi|Maulvi|Hajji|Haji|Emperor|Queen|Princess|Lady|Dame|Baron|Count|Duke|Professor|Prof|Judge|Justice"
    r"|Congressman|Governor|Mayor|Speaker|Comrade)"
)
PARTICLES = words("al el de la da van von bin ben y dos du")
# The name of a person, particles and initials in it.
PERSON = rf"(?:[A-ZÀ-Þ][\w'-]++(?:[ -]{either(PARTICLES)}\b)?[ -]?|[A-Z]\. ?){{1,4}}"
_ADDRESS = "Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sir|Lord|Chief|Messrs|M|Mme"
# Whatever may stand right before a name.
TITLED = rf"(?:{TITLE}|{RANK}|{_ADDRESS})\.?"
# Offices as they are written away from a name: "Rupert, the rebels' chief negotiator".
OFFICES = words(
    "leader head chief commander chairman chairwoman president premier minister secretary secretary-general spokesman"
    " spokeswoman spokesperson negotiator delegate envoy emissary representative ambassador founder deputy director"
    " prosecutor coordinator adviser advisor aide lieutenant strongman interlocutor commissioner founder counterpart"
)
OFFICE = either(OFFICES | {"general secretary", "chief of staff", "number two"})
# What those do who speak and act for a side: "Rupert, who heads the movement".
LEADS = (
    r"(?:leads?|led|has led|had led|heads?|headed|commands?|commanded|chairs?|chaired|speaks? for|spoke for"
    r"|represents?|represented|negotiates? for|negotiated for|directs?|runs?|found(?:s|ed)?|fights? for|rules?|ruled"
    r"|governs?)"
)
