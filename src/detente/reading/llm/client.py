"""One question to an OpenAI-compatible endpoint: bounded in time, size and number, and no redirect followed."""

import ipaddress
import json
import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from detente.errors import EndpointError
from detente.reading.llm.cache import Answer
from detente.reading.llm.grounds import tidy
from detente.reading.llm.prompt import Message
from detente.reading.llm.schema import json_schema

if TYPE_CHECKING:
    import httpx

KEY_VARIABLE = "DETENTE_API_KEY"
INSTALL = "uv sync --extra llm (in a clone) or pip install 'detente[llm]'"
# A long answer has some 50,000 characters; with the wrapping around it a megabyte is a fault or an attack.
MAX_BYTES = 1_000_000
# Tries of one question, and the longest wait between two of them in seconds.
TRIES = 4
MAX_WAIT = 60.0
# Busy, overloaded or broken for now; anything else is not mended by asking again.
_PASSING = frozenset([408, 429, 500, 502, 503, 504, 529])


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may cost.

    Parameters
    ----------
    timeout
        Seconds without a sign of life, and for the whole of one answer.
    max_tokens
        Tokens of one answer.
    max_requests
        Requests in all, those that are sent again included.
    """

    timeout: float = 120.0
    max_tokens: int = 8_192
    max_requests: int = 100


@dataclass
class Client:
    """Asks one model at one endpoint.

    Parameters
    ----------
    endpoint
        Base address such as ``http://localhost:8000/v1``.
    model
        Its name there.
    limits
        What it may cost.
    tell
        Called once, before the first text leaves this machine.
    sleep, clock
        Waiting and the time in seconds, for tests.
    """

    endpoint: str = field(repr=False)
    model: str
    limits: Limits
    tell: Callable[[str], None]
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    requests: int = 0
    _told: bool = False
    _other_names: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.url, self.shown, self.host = _address(self.endpoint)
        _httpx()

    def body(self, messages: Sequence[Message]) -> dict[str, Any]:
        """Return what is sent for these messages."""
        form = {"name": "reading", "strict": True, "schema": json_schema()}
        return {
            "model": self.model,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": self.limits.max_tokens,
            "response_format": {"type": "json_schema", "json_schema": form},
        }

    def ask(self, messages: Sequence[Message]) -> Answer:
        """Return the answer to some messages.

        Parameters
        ----------
        messages
            System, user and assistant messages in order.

        Raises
        ------
        EndpointError
            Where there is none within the limits.
        """
        body = self.body(messages)
        for tried in range(1, TRIES + len(_RENAMED) + 1):
            status, headers, content = self._post(self._adapted(body))
            if status == 200:
                return self._answer(content)
            if status == 400 and self._adapt(content):
                continue
            if status not in _PASSING or tried >= TRIES:
                raise self._refused(status, headers, content)
            self._wait(tried, status, headers)
        raise self._error("the endpoint refuses every form of the question")

    def _post(self, body: Mapping[str, Any]) -> tuple[int, Mapping[str, str], bytes]:
        httpx = _httpx()
        if self.requests >= self.limits.max_requests:
            raise self._error(f"the limit of {self.limits.max_requests} requests is reached; raise --max-requests")
        self._say_that_text_leaves()
        self.requests += 1
        headers = {"Accept-Encoding": "identity", "Content-Type": "application/json"} | _authorisation()
        deadline = self.clock() + self.limits.timeout
        # Proxies of the environment are for the world outside, not for a server on this machine.
        try:
            with (
                httpx.Client(timeout=self.limits.timeout, trust_env=not self.on_this_machine) as client,
                client.stream("POST", self.url, content=json.dumps(body), headers=headers) as response,
            ):
                return response.status_code, response.headers, self._content(response, deadline)
        except httpx.TimeoutException:
            raise self._late() from None
        except httpx.HTTPError as exc:
            raise self._error(f"no answer ({self._clean(str(exc)) or type(exc).__name__}); is the server up?") from None

    def _content(self, response: "httpx.Response", deadline: float) -> bytes:
        """Return the body, read piece by piece: a server that never ends is left, however slowly it goes."""
        if response.headers.get("content-encoding", "identity") != "identity":
            raise self._error("the answer is compressed, though plain text was asked for")
        content = bytearray()
        for piece in response.iter_raw():
            content += piece
            if len(content) > MAX_BYTES:
                raise self._error(f"the answer is longer than {MAX_BYTES:,} bytes; this is no answer to the question")
            if self.clock() > deadline:
                raise self._late()
        return bytes(content)

    def _answer(self, content: bytes) -> Answer:
        told = self._clean(_message(content))
        if told:
            raise self._error(f"an error in place of an answer ({told})")
        try:
            body = json.loads(content)
            choice = body["choices"][0]
            text = choice["message"].get("content") or choice["message"].get("refusal") or ""
            usage = body.get("usage") or {}
            tokens = usage.get("total_tokens", 0)
            return Answer(str(text), choice.get("finish_reason") == "length", tokens if isinstance(tokens, int) else 0)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise self._error("not an OpenAI-compatible answer; the address often ends in /v1") from None

    def _adapted(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for key, value in body.items() if (name := self._other_names.get(key, key)) is not None}

    def _adapt(self, content: bytes) -> bool:
        """Take note of a parameter that this model does not know under its common name; False where it is none."""
        told = content.decode("utf-8", "replace")
        for name, other in _RENAMED.items():
            if name not in self._other_names and re.search(rf"(?<![\w]){name}(?![\w])", told):
                self._other_names[name] = other
                return True
        return False

    def _wait(self, tried: int, status: int, headers: Mapping[str, str]) -> None:
        seconds = _retry_after(headers)
        seconds = 2.0 ** (tried - 1) if seconds is None else seconds
        if seconds > MAX_WAIT:
            raise self._error(f"HTTP {status}: it asks for a wait of {seconds:,.0f} seconds; run again after it")
        self.sleep(seconds)

    def _refused(self, status: int, headers: Mapping[str, str], content: bytes) -> EndpointError:
        if 300 <= status < 400:
            target = self._clean(headers.get("location", "nowhere"))
            return self._error(f"HTTP {status}: it points to {target}; give that address if you trust it")
        hint = _HINTS.get(status, "")
        told = self._clean(_message(content))
        return self._error(f"HTTP {status}{f' ({told})' if told else ''}{f'; {hint}' if hint else ''}")

    def _late(self) -> EndpointError:
        return self._error(f"no whole answer within {self.limits.timeout:g} seconds; raise --timeout")

    def _error(self, message: str) -> EndpointError:
        return EndpointError(message, file=self.shown)

    def _clean(self, text: str) -> str:
        """Return a server's words in one line, without the key should it echo it."""
        key = os.environ.get(KEY_VARIABLE, "")
        return tidy(text.replace(key, "…") if key else text)[:200]

    @property
    def on_this_machine(self) -> bool:
        """True where the endpoint is a server on this machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def _say_that_text_leaves(self) -> None:
        if self._told or self.on_this_machine:
            return
        self._told = True
        open_way = ", unencrypted" if self.url.startswith("http:") else ""
        self.tell(f"the text of the reports leaves this machine for {self.shown}{open_way}")


# What some models call it; None where they do not take it at all.
_RENAMED: Mapping[str, str | None] = {"max_tokens": "max_completion_tokens", "temperature": None}
_HINTS: Mapping[int, str] = {
    400: "the endpoint must support response_format json_schema, and the model a context of 16,000 tokens",
    401: f"set the key in the environment variable {KEY_VARIABLE}",
    403: f"the key in {KEY_VARIABLE} may not use this model",
    404: "no such address or model; the address often ends in /v1",
    429: "the endpoint is busy or the account used up; what was answered is kept, run again later",
}


def _address(endpoint: str) -> tuple[str, str, str]:
    """Return the full address, the form of it that may be shown, and the host."""
    try:
        parts = urlsplit(endpoint.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, parts, port = "", urlsplit(""), None
    if parts.scheme not in ("http", "https") or not host:
        raise EndpointError("give an address that begins with http:// or https://", file="--endpoint")
    if parts.username or parts.password:
        raise EndpointError(f"no name or key in the address; put the key into {KEY_VARIABLE}", file="--endpoint")
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    netloc = f"[{host}]" if ":" in host else host
    netloc += f":{port}" if port else ""
    # A query can hold a key, so it is sent and not shown.
    shown = urlunsplit((parts.scheme, netloc, path, "", ""))
    return urlunsplit((parts.scheme, netloc, f"{path}/chat/completions", parts.query, "")), tidy(shown), host


def _authorisation() -> dict[str, str]:
    """Return the header with the key; it is read anew each time and kept nowhere."""
    key = os.environ.get(KEY_VARIABLE, "").strip()
    if not key:
        return {}
    if not re.fullmatch(r"[!-~]+", key):
        raise EndpointError(f"the key in {KEY_VARIABLE} has characters that no key has; set it again")
    return {"Authorization": f"Bearer {key}"}


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds a server asks to wait, None where it does not say.

    Examples
    --------
    >>> _retry_after({"retry-after": "7"})
    7.0
    >>> _retry_after({"retry-after": "Mon, 02 Jun 2025 10:00:30 GMT", "date": "Mon, 02 Jun 2025 10:00:00 GMT"})
    30.0
    """
    asked = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,3})?", asked):
        return float(asked)
    try:
        # Against the server's own clock, so that a wrong one here does no harm.
        wait = parsedate_to_datetime(asked) - parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError):
        return None
    return max(0.0, wait.total_seconds())


def _message(content: bytes) -> str:
    """Return what a server says about an error, "" where it does not say it in JSON."""
    try:
        error = json.loads(content).get("error", "")
        return str(error.get("message", "") if isinstance(error, dict) else error or "")
    except (ValueError, AttributeError, RecursionError):
        return ""


def _httpx() -> Any:
    try:
        import httpx
    except ImportError:
        raise EndpointError(f"a language model is read with httpx, which is not installed: {INSTALL}") from None
    return httpx
