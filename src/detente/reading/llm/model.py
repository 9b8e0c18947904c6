"""A language model as a reader: asks about each section, checks every answer, and tells what it turned down."""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.entries import Entries, Entry, Provenance
from detente.errors import EndpointError
from detente.reading.llm.cache import Answer, Cache, cache_folder
from detente.reading.llm.checks import Check, Checked, TurnedDown
from detente.reading.llm.client import Client, Limits
from detente.reading.llm.grounds import Grounds, tidy
from detente.reading.llm.merging import merged
from detente.reading.llm.prompt import Message, correction, question, version
from detente.reading.llm.sections import sections
from detente.reports.report import Report

READER = "llm"
# The share of its entries expected to be right. Nobody has measured the model at hand, so half is a stated judgement:
# below every rule whose share was judged on reports. Who has measured it passes what came out.
UNMEASURED = 0.5
# An answer that is sent back for correction is cut here: what a model repeats endlessly need not be paid for again.
_SENT_BACK = 40_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a language model took from one report, and at what cost.

    Parameters
    ----------
    entries
        Those that hold against the report.
    turned_down
        Entries of any answer that did not, with the reason; some may have been given again and taken.
    requests, tokens
        Sent for this report, and the tokens of both ways as the endpoint counts them (0 where it does not).
    from_cache
        Answers that were there already.
    """

    entries: Entries
    turned_down: tuple[TurnedDown, ...] = ()
    requests: int = 0
    tokens: int = 0
    from_cache: int = 0


def _to_stderr(line: str) -> None:
    print(f"detente: {line}", file=sys.stderr)


class LanguageModel:
    """A language model at an OpenAI-compatible endpoint, as a reader.

    The text of every report is sent there. Nothing that comes back is trusted: an entry is taken only if its quote
    stands in the report and its parties, dates, places and figures follow from it (docs/explanation/language-model.md).

    Parameters
    ----------
    endpoint
        Base address, such as ``http://localhost:8000/v1``. A key is taken from the environment variable
        ``DETENTE_API_KEY`` and from nowhere else.
    model
        Its name at the endpoint.
    limits
        What reading may cost.
    cache
        Folder that answers are kept in; True for the user's cache folder, False for none.
    confidence
        Share of the model's entries expected to be right, in [0, 1]; every entry carries it. The default says that
        nobody has measured it.
    tell
        Called with one line for a person: that text leaves the machine, and what was taken and turned down.
    sleep, clock
        Waiting and the time in seconds, for tests.

    Raises
    ------
    EndpointError
        Where the address cannot be used, httpx is missing, or the cache folder cannot be written.

    Examples
    --------
    >>> model = LanguageModel("http://localhost:8000/v1", "my-model", cache=False)
    >>> model.by.reader, model.by.confidence
    ('llm', 0.5)
    """

    def __init__(
        self,
        endpoint: str,
        model: str,
        *,
        limits: Limits | None = None,
        cache: bool | Path = True,
        confidence: float = UNMEASURED,
        tell: Callable[[str], None] = _to_stderr,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not re.fullmatch(r"[!-~]{1,200}", model):
            raise EndpointError("give the model's name as the endpoint writes it, without spaces", file="--model")
        self.by = Provenance(READER, f"{model} prompt-{version()}", "", confidence)
        self._tell = tell
        self._client = Client(endpoint, model, limits or Limits(), tell, sleep, clock)
        folder = cache_folder() / "llm" if cache is True else cache
        self._cache = Cache(folder) if folder else None
        self._tokens = self._from_cache = 0

    def read(self, report: Report, *, names: Mapping[str, str] | None = None) -> Entries:
        """Take positions, events, claims and rounds from a report, and tell what was turned down.

        Parameters
        ----------
        report
            Any report; its title, date and text are sent, its path is not.
        names
            Further names and whom they stand for.

        Raises
        ------
        EndpointError
            Where the endpoint gives no usable answer within the limits.
        """
        reading = self.reading(report, names=names)
        for line in _lines(report, reading):
            self._tell(line)
        return reading.entries

    def reading(self, report: Report, *, names: Mapping[str, str] | None = None) -> Reading:
        """Read a report as `read` does, and return beside the entries what was turned down and what it cost."""
        before = self._client.requests, self._tokens, self._from_cache
        parts = sections(report)
        if not parts:
            return Reading(Entries(report.id))
        grounds = Grounds(report, names or {})
        taken: list[Entry] = []
        turned_down: list[TurnedDown] = []
        for section in parts:
            for checked in self._section(Check(report, section, grounds, self.by), names or {}):
                taken += checked.entries
                turned_down += checked.turned_down
        return Reading(
            merged(report.id, taken),
            tuple(dict.fromkeys(turned_down)),
            self._client.requests - before[0],
            self._tokens - before[1],
            self._from_cache - before[2],
        )

    def _section(self, check: Check, names: Mapping[str, str]) -> list[Checked]:
        """Ask about a section, and once more where something in the answer is at fault."""
        asked = question(check.report, check.section, names)
        text, first = self._answered(asked, check)
        if not first.faults():
            return [first]
        again = correction(text[:_SENT_BACK], first.faults(), readable=not first.unreadable)
        _, second = self._answered([*asked, *again], check)
        if first.unreadable and second.unreadable:
            place = check.report.path or f"report {check.report.id}"
            raise EndpointError(
                f"{self._client.model} gave no usable answer twice ({second.unreadable}); take another model, "
                "or raise --max-tokens where the answer was cut off",
                file=place,
            )
        return [first, second]

    def _answered(self, messages: list[Message], check: Check) -> tuple[str, Checked]:
        asked = {"endpoint": self._client.url, "body": self._client.body(messages)}
        kept = self._cache.get(asked) if self._cache else None
        answer = kept or self._client.ask(messages)
        checked = _checked(answer, check)
        if kept:
            self._from_cache += 1
            return answer.text, checked
        self._tokens += answer.tokens
        # An answer without use is not kept, so that another run asks anew.
        if self._cache and not checked.unreadable:
            self._cache.put(asked, answer)
        return answer.text, checked


def _checked(answer: Answer, check: Check) -> Checked:
    checked = check.answer(answer.text)
    if checked.unreadable and answer.cut_off:
        return Checked(unreadable="the answer was cut off at the limit of tokens")
    return checked


def _lines(report: Report, reading: Reading) -> list[str]:
    """What a person is told about one reading: the sum, then each reason with its number."""
    name = tidy(Path(report.path).name) if report.path else report.id
    sum_ = f"{name}: {len(reading.entries)} entries taken, {len(reading.turned_down)} turned down"
    cost = f"{reading.requests} requests, {reading.tokens:,} tokens, {reading.from_cache} answers from the cache"
    reasons = Counter(f"{each.kind}: {each.reason}" for each in reading.turned_down)
    times = (f"{reason} ({n} times)" if n > 1 else reason for reason, n in reasons.items())
    return [f"{sum_}; {cost}", *(f"  turned down: {line}" for line in times)]
