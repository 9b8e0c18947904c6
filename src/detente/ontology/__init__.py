"""What Detente knows beforehand: issues with their ladders, kinds of acts, and actors: data that anyone can read."""

from detente.ontology.actors import Actor as Actor
from detente.ontology.actors import actors as actors
from detente.ontology.actors import find_actors as find_actors
from detente.ontology.actors import find_names as find_names
from detente.ontology.actors import load_actors as load_actors
from detente.ontology.actors import meant_by as meant_by
from detente.ontology.actors import named_so as named_so
from detente.ontology.actors import resolve as resolve
from detente.ontology.acts import ActKind as ActKind
from detente.ontology.acts import act_of_acled as act_of_acled
from detente.ontology.acts import act_of_cameo as act_of_cameo
from detente.ontology.acts import act_of_ucdp as act_of_ucdp
from detente.ontology.acts import act_sources as act_sources
from detente.ontology.acts import acts as acts
from detente.ontology.acts import contexts as contexts
from detente.ontology.acts import load_acts as load_acts
from detente.ontology.checking import check as check
from detente.ontology.issues import IssueKind as IssueKind
from detente.ontology.issues import LadderRung as LadderRung
from detente.ontology.issues import issue_sources as issue_sources
from detente.ontology.issues import issues as issues
from detente.ontology.issues import load_issues as load_issues
from detente.ontology.names import Names as Names
from detente.ontology.names import load_names as load_names
from detente.ontology.phrases import Phrase as Phrase
from detente.ontology.phrases import load_phrases as load_phrases
from detente.ontology.phrases import phrases as phrases
from detente.ontology.showing import describe as describe
from detente.ontology.showing import look_up as look_up
from detente.ontology.sources import CodeSource as CodeSource
from detente.ontology.using import using as using

__all__ = [
    "ActKind",
    "Actor",
    "CodeSource",
    "IssueKind",
    "LadderRung",
    "Names",
    "Phrase",
    "act_of_acled",
    "act_of_cameo",
    "act_of_ucdp",
    "act_sources",
    "actors",
    "acts",
    "check",
    "contexts",
    "describe",
    "find_actors",
    "find_names",
    "issue_sources",
    "issues",
    "load_actors",
    "load_acts",
    "load_issues",
    "load_names",
    "load_phrases",
    "look_up",
    "meant_by",
    "named_so",
    "phrases",
    "resolve",
    "using",
]
