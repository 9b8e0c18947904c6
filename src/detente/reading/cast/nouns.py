"""Nouns of which the names of groups, bodies and papers are made: one list for all who learn names."""

import re

from detente.reading.rule import either, words

# Groups that act for themselves: "the Ardan Front" is a party wherever it is named.
GROUPS = words(
    "Front Movement Coalition Alliance League Command Resistance Brigade Brigades Faction Brotherhood Legion Militia"
    " Rebels Fighters"
)
# Bodies of many: parties where their name claims to be one ("the Popular Council") or where they negotiate.
ASSEMBLIES = words("Council Congress Party Organisation Organization Union")
# Parties only where they negotiate, or under the name of a state with which they are at odds.
FORCES = words("Army Force Forces Guard Committee Bloc Opposition")
# Parties only where they negotiate, for they may be a state.
REALMS = words("Republic Kingdom Federation Confederation Authority")
ORGANISED = GROUPS | ASSEMBLIES | FORCES | REALMS

ORGANISED_NAME = re.compile(rf"\b{either(GROUPS | ASSEMBLIES | FORCES)}s?\b")

# Those who fight a government, said without their name: "rebel leader Rupert", "the guerrillas".
REBELS = words("rebel guerrilla insurgent separatist")
BANDS = frozenset(f"{noun}s" for noun in REBELS)
OPPOSING = REBELS | {"opposition"}
# "the movement", "the rebels' envoy": the one group among the main parties.
MOVEMENTS = words("movement front militia")
RISINGS = words("rebellion insurgency revolt uprising")

# Organs of a state and of a body, places and days: with these a name is no person's.
_ORGANS = words(
    "Minister Ministry Government President Group Mission Court Assembly Bank Parliament Commission State Emirate Chief"
    " Head Embassy City Port University Community Association Board Staff Agency Security Day Battle Sea Gulf Bay"
    " Bridge Cross"
)
NO_PERSON = re.compile(rf"\b{either(ORGANISED | _ORGANS)}s?\b")
# The name of a paper or of talks is that of no party.
DOCUMENTS = re.compile(
    r"\b(?:Agreement|Accords?|Protocol|Treaty|Plan|Act|Programme|Program|Mechanism|Zone|Time|Convention"
    r"|Resolution|Talks|Conference|Process|Dialogue|Line|Corridor|Region|River|Highway|Road|Law)\b"
)
