"""What Detente knows beforehand: issues with their ladders, kinds of acts, and actors: data that anyone can read."""

from detente.ontology.actors import Actor as Actor
from detente.ontology.actors import actors as actors
from detente.ontology.actors import find_actors as find_actors
from detente.ontology.actors import find_names as find_names
from detente.ontology.actors import load_actors as load_actors
from detente.ontology.actors import resolve as resolve
from detente.ontology.acts import ActKind as ActKind
from detente.ontology.acts import acts as acts
from detente.ontology.acts import load_acts as load_acts
from detente.ontology.issues import IssueKind as IssueKind
from detente.ontology.issues import LadderRung as LadderRung
from detente.ontology.issues import issues as issues
from detente.ontology.issues import load_issues as load_issues

__all__ = [
    "ActKind",
    "Actor",
    "IssueKind",
    "LadderRung",
    "actors",
    "acts",
    "find_actors",
    "find_names",
    "issues",
    "load_actors",
    "load_acts",
    "load_issues",
    "resolve",
]
