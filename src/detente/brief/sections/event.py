"""6. What the event did to the odds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.brief import words
from detente.brief.assumed import assumption
from detente.brief.figures.effect import WHOEVER, labelled
from detente.brief.material import Material
from detente.brief.words import Statement
from detente.settlement.results import COMPOSITIONS, Composition
from detente.talks import prior_check
from detente.talks.results import TRACKS, Effect, Flip, LedgerRow, Odds, Shock, Track, TrackOdds

NO_EVENT = (
    "No event is looked at: the record has no dated act by or against a side in the thirty days before a meeting, and "
    "no shock card was given."
)
COLUMNS = ("lowers", "no clear change", "raises", "no package")


@dataclass(frozen=True, slots=True)
class EffectRow:
    """The effect on one track in one composition, in words."""

    track: str
    who: str
    without: str
    with_shock: str
    difference: str
    ratio: str
    signs: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """What one channel contributes to the log hazard ratio, per track and composition."""

    channel: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlipRow:
    """How the signs move with one assumption."""

    assumption: str
    low: str
    low_signs: str
    high: str
    high_signs: str
    swing: str


@dataclass(frozen=True, slots=True)
class Felt:
    """Section 6.

    Parameters
    ----------
    lead
        Which event.
    verdicts, decided
        What it does per track and composition, and the channels that decide it.
    odds, effects
        Tables of the odds, without a shock, or of the effect.
    channel_heads, channels
        Exact Shapley shares per channel.
    ledger
        (channel, party, shift, basis).
    flip_note, flips
        Which track the flips are about; what would flip the sign.
    base_rates
        (share, what, source).
    baseline
        What the simple baselines say.
    missing
        What cannot be worked out.
    """

    lead: tuple[Statement, ...]
    verdicts: tuple[Statement, ...]
    decided: tuple[Statement, ...]
    odds: tuple[tuple[str, str, str, str], ...]
    effects: tuple[EffectRow, ...]
    channel_heads: tuple[str, ...]
    channels: tuple[ChannelRow, ...]
    ledger: tuple[tuple[str, str, str, str], ...]
    flips: tuple[FlipRow, ...]
    base_rates: tuple[tuple[str, str, str], ...]
    baseline: tuple[Statement, ...]
    missing: tuple[Statement, ...]


def felt(material: Material) -> Felt:
    """Return what the event did to the odds.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    odds = material.odds
    tracks, effects = sorted(odds.tracks, key=place), sorted(odds.effects, key=place)
    live = [(e, who) for e, who in labelled(effects) if e.share_structural_zero < 1 and e.shapley_mean]
    return Felt(
        _lead(material),
        verdicts(material),
        _decided(material),
        tuple(_chance(t, who) for t, who in labelled(tracks)),
        tuple(_effect(e, who, tracks) for e, who in labelled(effects)),
        tuple(f"{words.TRACK_NAMES[e.track]}, {who}" for e, who in live),
        _channels([e for e, _ in live]),
        tuple(_ledger(row, material) for row in odds.ledger),
        tuple(_flip(flip, material.names) for flip in odds.flips),
        tuple((words.percent(rate.value), rate.what, rate.source) for rate in odds.base_rates),
        _baseline(material),
        tuple(
            Statement(words.sentence(f"{gap.question}: cannot be worked out, because {gap.why}")) for gap in odds.gaps
        ),
    )


def place(row: TrackOdds | Effect) -> tuple[int, int]:
    """Return the place of a row among tracks and compositions, to sort by.

    Parameters
    ----------
    row
        Odds or an effect.
    """
    return TRACKS.index(row.track), COMPOSITIONS.index(row.composition)


def _lead(material: Material) -> tuple[Statement, ...]:
    odds = material.odds
    shock = odds.shock
    if shock is None:
        why = f"{NO_EVENT} To look at one, name it with a shock card (--shock FILE)."
        said = [Statement(why)]
        if odds.tracks:
            said.append(Statement("The odds without any event follow."))
        return tuple(said)
    event = Statement(f"The event looked at: {event_name(material)}", shock.basis, shock.assumption)
    if not odds.effects:
        return (event, Statement(no_effect(material)))
    return (event, *_seen(material))


def no_effect(material: Material) -> str:
    """Say why the effect of the event is unknown, which is another thing than that it has none.

    Parameters
    ----------
    material
        Case, results and sources; there are no effects.
    """
    why = next((gap.why for gap in material.odds.gaps), "there are no odds that it could change")
    return words.sentence(f"What it does to the odds cannot be worked out: {why}")


def event_name(material: Material) -> str:
    """Return the shock as a sentence: as the record tells it, or as its card is called.

    Parameters
    ----------
    material
        Case, results and sources; there is a shock.
    """
    shock = material.odds.shock
    assert shock is not None
    same = (
        h for h in material.case.happenings if (h.actor, h.recipient, h.date) == (shock.actor, shock.target, shock.date)
    )
    told = next((h for h in same if set(h.basis.entries) & set(shock.basis)), None)
    if told is None:
        return words.sentence(shock.label)
    return words.upper_first(words.sentence(words.happened(told, material.names) + words.on_date(told.date)))


def _seen(material: Material) -> tuple[Statement, ...]:
    shock = material.odds.shock
    assert shock is not None
    names = material.names
    said = [
        f"In the model {names.party(shock.actor)} acts and {names.party(shock.target)} is the target. "
        f"{_channels_of(shock)}"
    ]
    said += [f"It follows the card {shock.follows}."] if shock.follows else []
    told = [Statement(text) for text in said]
    if shock.retaliation_observed:
        text = "A reprisal is in the record, so none is drawn at random."
        told.append(Statement(text, _reprisal(shock, material)))
    if shock.meeting_observed:
        text = "A round was held within a week, so no suspension of the talks is assumed."
        told.append(Statement(text, _met_after(shock, material)))
    return tuple(told)


def _reprisal(shock: Shock, material: Material) -> tuple[str, ...]:
    """Return the entries of the reprisals on the day that the shock names."""
    acts = [h for h in material.case.happenings if (h.actor, h.recipient) == (shock.target, shock.actor)]
    found = [h for h in acts if shock.reprisal_lag is not None and _days(shock, h.date) == shock.reprisal_lag]
    return tuple(dict.fromkeys(id for h in found for id in h.basis.entries))


def _met_after(shock: Shock, material: Material) -> tuple[str, ...]:
    """Return the entries of the first meeting held within a week after the shock."""
    held = [m for m in material.case.meetings if m.outcome != "scheduled" and 0 <= _days(shock, m.date) <= 7]
    first = min(held, key=lambda meeting: meeting.date or "", default=None)
    return first.basis.entries if first else ()


def _days(shock: Shock, day: str | None) -> int:
    """Return the days from the shock to another day; -1 where one of them is not known to the day."""
    try:
        return (date.fromisoformat(day or "") - date.fromisoformat(shock.date or "")).days
    except ValueError:
        return -1


def _channels_of(shock: Shock) -> str:
    if not shock.channels:
        return "The event works through no channel."
    n = words.count(len(shock.channels), "channel")
    paths = words.listed([f"{channel} ({words.CHANNELS.get(channel, channel)})" for channel in shock.channels])
    return f"The event can work through {n}: {paths}."


def headlines(material: Material) -> tuple[Effect, ...]:
    """Return the effects to say first: where the absent may deliver, and that those present have no package if so.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    effects = {(e.track, e.composition): e for e in material.odds.effects}
    table = effects.get(("comprehensive", "table"))
    wanted: tuple[tuple[Track, Composition], ...] = (
        ("comprehensive", "unknown"),
        ("comprehensive", "willing"),
        ("truce", "unknown"),
        ("limited", "unknown"),
    )
    first = (table,) if table and table.share_structural_zero >= 1 else ()
    return (*first, *(effects[key] for key in wanted if key in effects))


def same_for_all(material: Material) -> frozenset[Track]:
    """Return the tracks on which the event does the same whoever delivers.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    return frozenset(effect.track for effect, who in labelled(material.odds.effects) if who == WHOEVER)


def verdicts(material: Material) -> tuple[Statement, ...]:
    """Return the verdict per track and composition; what is the same for all is said once.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    effects, same = headlines(material), same_for_all(material)
    told = [(effect, WHOEVER if effect.track in same else "") for effect in effects]
    said = {_direction(effect) for effect in effects if effect.share_structural_zero < 1}
    if len(said) != 1 or len(effects) < 2:
        return tuple(verdict(effect, who=who) for effect, who in told)
    common = Statement(f"Wherever a package is possible, {said.pop()}.")
    return (common, *(verdict(effect, direction=False, who=who) for effect, who in told))


def verdict(effect: Effect, *, direction: bool = True, who: str = "") -> Statement:
    """Say what the shock does on one track in one composition: never a lone number.

    Parameters
    ----------
    effect
        The effect.
    direction
        Whether to say in words which way it works.
    who
        Who is taken to deliver, in words; by default that of the effect.

    Examples
    --------
    >>> from detente.talks.results import Quantiles
    >>> nothing = Effect("comprehensive", "table", Quantiles(0, (0, 0), (0, 0)), None, 0, 0, 0, 1, {}, {})
    >>> verdict(nothing).text
    'Comprehensive deal, if only those at the table deliver: there is no package, so the event has no effect on ...'
    """
    where = f"{words.TRACK_NAMES[effect.track]}, {who or words.in_composition(effect.composition)}"
    if effect.share_structural_zero >= 1:
        return Statement(f"{where}: there is no package, so the event has no effect on its odds.")
    head = f"{where}: {_direction(effect)}. " if direction else f"{where}: "
    return Statement(f"{head}{words.upper_first(signs(effect)) if direction else signs(effect)}. {_moved(effect)}")


def signs(effect: Effect) -> str:
    """Say in which shares of the draws the odds fall, rise and stay as they are: what happens most comes first.

    Parameters
    ----------
    effect
        The effect.

    Examples
    --------
    >>> from detente.talks.results import Quantiles
    >>> signs(Effect("truce", "table", Quantiles(0, (0, 0), (0, 0)), None, 0.10, 0.16, 0.21, 0.53, {}, {}))
    'in 74% of the draws the event makes no clear difference (in 53% no deal is possible at all), in 16% it ...'
    """
    zero = effect.share_structural_zero
    why = f" (in {words.percent(zero)} no deal is possible at all)" if zero > 0 else ""
    shares = [
        (effect.share_none + zero, f"{{}} makes no clear difference{why}"),
        (effect.share_negative, "{} lowers the odds"),
        (effect.share_positive, "{} raises the odds"),
    ]
    told = sorted((item for item in shares if item[0] > 0), key=lambda item: -item[0])
    return words.listed([_in_share(n, share, what) for n, (share, what) in enumerate(told)])


def _in_share(n: int, share: float, what: str) -> str:
    """Say what happens in a share of the draws; the first one names draws and event."""
    where = "in every draw" if share >= 1 else f"in {words.percent(share)}{'' if n else ' of the draws'}"
    return f"{where} {what.format('it' if n else 'the event')}"


def _moved(effect: Effect) -> str:
    """Say by how much the chance of agreement changes."""
    return f"The chance of agreement changes by {words.points(effect.difference.spread)}."


def _direction(effect: Effect) -> str:
    """Say which way an event works: "mostly" is said of more than half of all draws only."""
    up, down = effect.share_positive, effect.share_negative
    if up + down <= 0:
        return "the event makes no clear difference"
    leaning = words.leaning(up, down)
    more, less = ("raises", "lowers") if up > down else ("lowers", "raises")
    if leaning and max(up, down) > 0.5:
        return f"the event mostly {more} the odds"
    if up + down <= 0.5:
        then = (
            f"it more often {more} than {less} the odds" if leaning else "the way it works depends on what nobody knows"
        )
        return f"the event mostly makes no clear difference; where it does, {then}"
    if leaning:
        return f"the event often makes no clear difference; where it does, it more often {more} than {less} the odds"
    return "which way the event works depends on what nobody knows"


def _decided(material: Material) -> tuple[Statement, ...]:
    decided = material.odds.decided_by
    if not decided:
        return ()
    paths = "; ".join(f"{words.CHANNELS.get(channel, channel)} ({channel})" for channel in decided[:3])
    return (Statement(f"What carries most of the effect, the largest first: {paths}."),)


def _chance(odds: TrackOdds, who: str) -> tuple[str, str, str, str]:
    zero = words.percent(odds.structural_zero)
    return words.TRACK_NAMES[odds.track], who, _chances(odds), zero


def _chances(odds: TrackOdds) -> str:
    return "no package, so 0%" if odds.structural_zero >= 1 else words.span(odds.without)


def _effect(effect: Effect, who: str, tracks: Sequence[TrackOdds]) -> EffectRow:
    odds = next((t for t in tracks if (t.track, t.composition) == (effect.track, effect.composition)), None)
    shares = (effect.share_negative, effect.share_none, effect.share_positive, effect.share_structural_zero)
    dead = effect.share_structural_zero >= 1
    return EffectRow(
        words.TRACK_NAMES[effect.track],
        who,
        _chances(odds) if odds else "not worked out",
        words.span(odds.with_shock)
        if odds and odds.with_shock and not dead
        else "no package, so 0%"
        if dead
        else "not worked out",
        "no package, so no effect" if dead else words.points(effect.difference.spread),
        words.ratios(effect.hazard_ratio.spread) if effect.hazard_ratio else "none: nothing to compare",
        tuple(words.percent(share) for share in shares),  # type: ignore[arg-type]
    )


def _channels(live: Sequence[Effect]) -> tuple[ChannelRow, ...]:
    names = dict.fromkeys(channel for effect in live for channel in effect.shapley_mean)
    return tuple(ChannelRow(name, tuple(_share(effect, name) for effect in live)) for name in names)


def _share(effect: Effect, channel: str) -> str:
    if channel not in effect.shapley_mean:
        return "not applied"
    mean = words.signed(effect.shapley_mean[channel], 3)
    spread = effect.shapley.get(channel)
    return f"{mean} ({words.signed(spread.low)} to {words.signed(spread.high)})" if spread else mean


def _ledger(row: LedgerRow, material: Material) -> tuple[str, str, str, str]:
    if not row.party:
        return row.channel, "readiness to accept", words.ratios(row.shift), row.basis
    return row.channel, words.upper_first(material.names.party(row.party)), words.stakes(row.shift), row.basis


def _flip(flip: Flip, names: words.Names) -> FlipRow:
    def signs(positive: float, negative: float) -> str:
        return f"raises {words.percent(positive)}, lowers {words.percent(negative)}"

    before, after = flip.positive_low - flip.negative_low, flip.positive_high - flip.negative_high
    swing = (
        "turns the balance" if before * after < 0 else "moves it" if abs(before - after) >= 0.1 else "hardly matters"
    )
    return FlipRow(
        names.spelled(assumption(flip.assumption)),
        f"{words.figure(flip.low_range[0])} to {words.figure(flip.low_range[1])}",
        signs(flip.positive_low, flip.negative_low),
        f"{words.figure(flip.high_range[0])} to {words.figure(flip.high_range[1])}",
        signs(flip.positive_high, flip.negative_high),
        swing,
    )


def _baseline(material: Material) -> tuple[Statement, ...]:
    """Say what the simplest forecasts would be: no shock, and the last state."""
    odds = material.odds
    said = []
    for track in odds.tracks:
        if track.composition == "table":
            said.append(f"{words.TRACK_NAMES[track.track].lower()} {_chances(track)}")
    lines = []
    if said:
        text = f"No event, only those at the table delivering: {'; '.join(said)} within {odds.weeks} weeks."
        lines.append(Statement(text))
    held = [m for m in material.case.meetings if m.outcome != "scheduled" and m.date]
    if held:
        last = max(held, key=lambda meeting: meeting.date or "")
        ended = words.met(last.outcome, material.names.all_issues(last.agreed))
        text = f"Last state: at the latest meeting{words.on_date(last.date)} {ended}; expect the same again."
        lines.append(Statement(text, last.basis.entries, last.basis.assumption))
    return (*lines, *_checked(odds), *_holds(odds))


def _checked(odds: Odds) -> tuple[Statement, ...]:
    """Say whether the published share lies in what the assumptions alone imply for a year."""
    said = []
    for row in prior_check(odds):
        if row.composition == "willing" and row.published is not None:
            low, high = (words.percent(end) for end in row.range_of_a_year)
            where = "within" if row.verdict == "within" else "outside"
            said.append(
                f"{words.TRACK_NAMES[row.track].lower()} {low} to {high}, and the published"
                f" {words.percent(row.published.value)} lies {where} it"
            )
    if not said:
        return ()
    head = "What the assumptions alone imply for a year without an event, if the absent deliver too"
    return (Statement(words.sentence(f"{head}: {'; '.join(said)}")),)


def _holds(odds: Odds) -> tuple[Statement, ...]:
    """Say whether a comprehensive deal would hold, with nobody watching and with a guarantee."""
    rows = {row.watch: row.at[-1] for row in odds.holding if row.track == "comprehensive"}
    if not {"nobody", "guarantee"} <= set(rows):
        return ()
    alone, kept = (words.span(rows[watch].holds.spread) for watch in ("nobody", "guarantee"))
    return (
        Statement(
            f"A comprehensive deal, once there is one, holds for five years with a chance of {alone} with nobody"
            f" watching over it, and of {kept} with a robust guarantee. That is given a deal: it is no part of the odds"
            " of one."
        ),
    )
