"""Public negotiation domains as cases: Genius XML and NegMAS YAML, with additive utilities over listed values."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from detente.case.model import Case, Issue, Party, Rung, name_id
from detente.case.preferences import Amount, Preferences
from detente.errors import CaseError, Fault

MOST_VALUES = 10_000
"""Most values of one issue; a range of whole numbers is listed."""


@dataclass(frozen=True, slots=True)
class Domain:
    """Issues and their values, by the names of the file.

    Parameters
    ----------
    name
        Of the domain.
    issues
        Issue name to its values, in order.
    """

    name: str
    issues: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Profile:
    """One party's additive utility.

    Parameters
    ----------
    name
        Of the party.
    weights
        Issue name to weight.
    values
        Issue name to value name to value.
    reservation
        Value without a deal, None where the file does not say.
    """

    name: str
    weights: Mapping[str, float]
    values: Mapping[str, Mapping[str, float]]
    reservation: float | None


def import_case(domain: Path, profiles: Sequence[Path], *, title: str | None = None) -> Case:
    """Return the case of a published domain.

    Parameters
    ----------
    domain
        A Genius domain (.xml) or a NegMAS domain (.yml, .yaml).
    profiles
        One file per party in the same format, the first party first.
    title
        What the talks are about; the domain's name where it is not given.

    Returns
    -------
    Case
        Issues of free options, and a side with preferences for every profile.

    Raises
    ------
    CaseError
        Where a file cannot be read or is not linear additive over listed values.
    """
    if len(profiles) < 2:
        raise CaseError("a domain needs the profiles of two parties or more; give their files after it", file=domain)
    reader = _reader(domain)
    for file in profiles:
        if _reader(file) is not reader:
            raise CaseError("is in another format than the domain; give Genius XML or NegMAS YAML for all", file=file)
    found = reader.read_domain(domain)  # type: ignore[attr-defined]
    read = [reader.read_profile(file, found) for file in profiles]  # type: ignore[attr-defined]
    for file, profile in zip(profiles, read, strict=True):
        _complete(file, found, profile)
    return _case(found, read, title)


def _reader(file: Path) -> object:
    from detente.case import genius, negmas

    readers = {".xml": genius, ".yml": negmas, ".yaml": negmas}
    if file.suffix.lower() not in readers:
        raise CaseError("is neither Genius XML (.xml) nor NegMAS YAML (.yml, .yaml)", file=file)
    return readers[file.suffix.lower()]


def _complete(file: Path, domain: Domain, profile: Profile) -> None:
    faults = []
    for issue, names in domain.issues.items():
        if issue not in profile.values or issue not in profile.weights:
            faults.append(Fault("the profile has no weight or no values for this issue of the domain", path=issue))
            continue
        if left := [name for name in names if name not in profile.values[issue]]:
            faults.append(Fault(f"no value for {', '.join(left)}", path=issue))
        if more := sorted(set(profile.values[issue]) - set(names)):
            faults.append(Fault(f"the domain does not have {', '.join(more)}", path=issue))
    faults += [
        Fault("the domain has no such issue", path=issue) for issue in profile.values.keys() - domain.issues.keys()
    ]
    if faults:
        raise CaseError("does not fit the domain", file=file, faults=faults)


def _case(domain: Domain, profiles: Sequence[Profile], title: str | None) -> Case:
    ids = _ids(domain.issues)
    rung_ids = {issue: _ids(names) for issue, names in domain.issues.items()}
    parties = _apart(name_id(profile.name) for profile in profiles)
    return Case(
        title or domain.name,
        tuple(sorted((Party(id, p.name, "side", True) for id, p in zip(parties, profiles, strict=True)), key=_by_id)),
        tuple(sorted((_issue(ids[name], name, rung_ids[name]) for name in domain.issues), key=_by_id)),
        reservation={id: p.reservation for id, p in zip(parties, profiles, strict=True) if p.reservation is not None},
        preferences=tuple(
            Preferences(
                id,
                {
                    ids[issue]: {rung_ids[issue][name]: _amount(p.values[issue][name]) for name in names}
                    for issue, names in domain.issues.items()
                },
                {ids[issue]: _amount(p.weights[issue]) for issue in domain.issues},
            )
            for id, p in zip(parties, profiles, strict=True)
        ),
    )


def _by_id(item: Party | Issue) -> str:
    return item.id


def _issue(id: str, name: str, rungs: Mapping[str, str]) -> Issue:
    last = max(len(rungs) - 1, 1)
    options = tuple(Rung(rung, n / last, label) for n, (label, rung) in enumerate(rungs.items()))
    return Issue(id, name, "stake", options, "", free=True)


def _amount(value: float) -> Amount:
    return Amount(value, value)


def _ids(names: Collection[str]) -> dict[str, str]:
    """Name to id: the name itself where it is one word, else a word made of it; no two the same."""
    return dict(zip(names, _apart("-".join(name.split()) or "unnamed" for name in names), strict=True))


def _apart(ids: Iterable[str]) -> list[str]:
    """Return the ids in order, each with a number where it is there already."""
    found: dict[str, None] = {}
    for id in ids:
        numbered = (id if n == 1 else f"{id}-{n}" for n in count(1))
        found[next(one for one in numbered if one not in found)] = None
    return list(found)
