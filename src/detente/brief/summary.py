"""The brief on one screen of a terminal, and the lines of single results."""

import shutil
import sys
import textwrap
from collections.abc import Sequence

from detente.brief import words
from detente.brief.material import Material
from detente.brief.page import showable
from detente.brief.sections.agreeable import STATES, options, value_of_absent, zone_lead
from detente.brief.sections.blocked import TAGS
from detente.brief.sections.event import headlines, verdict
from detente.brief.sections.in_short import in_short
from detente.brief.sections.rests import voices
from detente.brief.words import Statement
from detente.case.model import Case
from detente.settlement.results import Settlement
from detente.talks.results import Odds

_LEAST = 40
_MOST_OPTIONS = 3


def summary(material: Material, width: int = 80) -> str:
    """Return the answer as plain text.

    Parameters
    ----------
    material
        Case, results and sources.
    width
        Columns, at least 40.
    """
    width = max(width, _LEAST)
    title = textwrap.shorten(material.case.title, width, placeholder="…")
    lines = [title, "=" * min(len(title), width)]
    for line in in_short(material):
        lines += ["", _label(line.head), *_wrapped(line.said.text, width)]
    lines += ["", _label("Odds"), *_listed([_flat(s.text) for s in _odds(material)], width)]
    lines += ["", _label("Rests on"), *_wrapped(_rests(material), width)]
    return "\n".join(showable(line.replace("\t", " ")) for line in lines)


def print_summary(material: Material) -> None:
    """Print the summary on stdout, as wide as the terminal up to 100 columns; bold headings for a person.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    if not sys.stdout.isatty():
        _put(summary(material))
        return
    heads = {_label(line.head) for line in in_short(material)} | {_label("Odds"), _label("Rests on")}
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    lines = summary(material, width).split("\n")
    _put("\n".join(f"\x1b[1m{line}\x1b[0m" if n == 0 or line in heads else line for n, line in enumerate(lines)))


def _put(text: str) -> None:
    """Write to stdout; what its encoding lacks is replaced rather than refused."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def settlement_lines(case: Case, settlement: Settlement) -> tuple[str, ...]:
    """Return blockers, ways out, standings, zones and steps as lines of plain text.

    Parameters
    ----------
    case
        The negotiation.
    settlement
        What was worked out for it.
    """
    material = Material(case, settlement, _no_odds(settlement))
    names = material.names
    lines = [case.title, "", f"Blockers: {settlement.blocker_count}"]
    lines += [f"  [{TAGS[b.tag][0].lower()}, {words.percent(b.probability)}] {b.text}" for b in settlement.blockers]
    lines += ["", f"Concession sets: {settlement.concession_count}"]
    for concessions in settlement.concessions:
        who = names.all_parties(sorted(party for party, n in concessions.by.items() if n))
        dropped = words.listed(
            [words.demanded(names.demands[d], names) if d in names.demands else d for d in concessions.demands]
        )
        lines.append(f"  [counts {concessions.cost:g}, {who}] drop: {dropped}")
    for state, (_, label, _meaning) in STATES.items():
        chosen = [s for s in settlement.standings if s.state == state]
        if chosen:
            lines += ["", f"{label}:", *(f"  {options([s], material)}{_chance(s.probability)}" for s in chosen)]
    lines += ["", "Packages:", *(f"  {s.text}" for s in (*zone_lead(material), *value_of_absent(material)))]
    lines += [f"  {names.package(a.package)}: {_joint(a.joint)}" for a in settlement.acceptable[:5]]
    lines += [
        "",
        "Order of steps:",
        *(f"  {n}. {names.all_issues(level)}" for n, level in enumerate(settlement.steps.order, 1)),
    ]
    lines += [f"  deadlock: {names.all_issues(d.issues)}" for d in settlement.steps.deadlocks]
    lines += _gaps(settlement)
    return tuple(_flat(line) if not line.startswith("  ") else "  " + _flat(line) for line in lines)


def odds_lines(case: Case, odds: Odds) -> tuple[str, ...]:
    """Return odds, effects and what decides them as lines of plain text.

    Parameters
    ----------
    case
        The negotiation.
    odds
        What was worked out for it.
    """
    lines = [case.title, "", f"Chance of agreement within {odds.weeks} weeks, without an event:"]
    lines += [
        f"  {words.TRACK_NAMES[t.track]}, {words.in_composition(t.composition)}: {_range(t.without, t.structural_zero)}"
        for t in odds.tracks
    ]
    if odds.shock is not None:
        lines += ["", f"The event: {odds.shock.label}", *(f"  {verdict(effect).text}" for effect in odds.effects)]
        lines += [f"  decided by: {words.listed(list(odds.decided_by))}"] if odds.decided_by else []
    lines += ["", "To hold it against (observed frequencies, not causal):"] if odds.base_rates else []
    lines += [f"  {rate.what}: {words.percent(rate.value)} ({rate.source})" for rate in odds.base_rates]
    lines += _gaps(odds)
    return tuple(_flat(line) if not line.startswith("  ") else "  " + _flat(line) for line in lines)


def _range(spread: words.Spread, zero: float) -> str:
    return "no package, so 0%" if zero >= 1 else words.span(spread)


def _gaps(result: Settlement | Odds) -> list[str]:
    gaps = [f"  {gap.question}: {gap.why}" for gap in result.gaps]
    return ["", "Cannot be worked out:", *gaps] if gaps else []


def _chance(probability: float | None) -> str:
    return f": in {words.percent(probability)} of draws" if probability is not None else ""


def _joint(joint: object) -> str:
    assert hasattr(joint, "items")
    return "acceptable to all " + ", ".join(
        f"{words.in_composition(c)} {words.share_words(p)}" for c, p in joint.items()
    )


def _no_odds(settlement: Settlement) -> Odds:
    return Odds(settlement.method, 0, None, (), (), (), (), (), (), ())


def _label(head: str) -> str:
    return head.upper()


def _flat(text: str) -> str:
    return showable(" ".join(text.split()))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(_flat(text), width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def _listed(items: Sequence[str], width: int) -> list[str]:
    wrap = textwrap.TextWrapper(width, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)
    return [line for item in items for line in wrap.wrap(item)]


def _odds(material: Material) -> list[Statement]:
    """Return the odds of the headline tracks, then base rates; why not, where there are none."""
    odds = material.odds
    if not odds.tracks:
        return [Statement(f"{gap.question}: {gap.why}") for gap in odds.gaps[:2]] or [Statement("cannot be worked out")]
    said = [
        Statement(
            f"{words.TRACK_NAMES[t.track]}, {words.in_composition(t.composition)}: {_range(t.without, t.structural_zero)} in {odds.weeks} weeks"
        )
        for t in odds.tracks
        if (t.track, t.composition)
        in (("limited", "table"), ("truce", "table"), ("comprehensive", "table"), ("comprehensive", "unknown"))
    ]
    others = [verdict(e) for e in headlines(material) if e.track == "limited"]
    rates = [
        Statement(f"To hold it against – {r.what}: {words.percent(r.value)} ({r.source})") for r in odds.base_rates[:1]
    ]
    return said[:4] + others[:1] + rates


def _rests(material: Material) -> str:
    reports = len(
        {evidence.report for evidence in material.evidence.values()} | {report.id for report in material.reports}
    )
    said = f"{words.upper_first(words.count(len(material.evidence), 'entry', 'entries'))} from {words.count(reports, 'report')}"
    method = material.settlement.method
    if method.draws is not None:
        said += f"; {method.draws:,} draws of what nobody knows, seed {method.seed}"
    missing = [voice.text for voice in voices(material)]
    return (
        f"{said}. {' '.join(missing[:1])} Ranges are nine draws in ten; shares are of assumptions, not probabilities."
    )
