"""What Detente knows beforehand: issues with their ladders, kinds of acts, and actors. All of it is data that anyone can read."""

from detente.ontology.issues import IssueKind as IssueKind
from detente.ontology.issues import LadderRung as LadderRung
from detente.ontology.issues import issues as issues
from detente.ontology.issues import load_issues as load_issues

__all__ = ["IssueKind", "LadderRung", "issues", "load_issues"]
