"""A small server on this machine that speaks the endpoint's protocol and answers as a test tells it."""

import contextlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from detente.reading import LanguageModel, Limits
from detente.reports import report_from_text

TEXT = (
    "Norway and Denmark met in Bergen on Monday.\n\nNorway said it “will never accept a buffer zone”. Denmark demands"
    " an unconditional ceasefire of 30 days before anything else. Denmark’s army attacked Norway on Sunday and killed"
    " 12 people, a Danish minister said."
)
NOTHING = {"positions": [], "events": [], "claims": [], "rounds": []}
POSITION = {
    "quote": "Denmark demands an unconditional ceasefire of 30 days before anything else.",
    "party": "Denmark",
    "issue": "ceasefire",
    "stance": "demands",
    "terms": "unconditional, 30 days",
    "precondition": "order",
    "red_line": False,
    "key": False,
    "after": [],
}
EVENT = {
    "quote": "Denmark's army attacked Norway on Sunday",
    "type": "ASSAULT",
    "actor": "Denmark's army",
    "recipient": "Norway",
    "date": "2025-06-01",
    "place": None,
}
CLAIM = {
    "quote": "killed 12 people",
    "value": 12,
    "unit": "killed",
    "what": "people in Norway",
    "comparator": "=",
    "source": "Danish minister",
    "status": "attributed",
}
ROUND = {
    "quote": "Norway and Denmark met in Bergen on Monday.",
    "date": "2025-06-02",
    "place": "Bergen",
    "parties": ["Norway", "Denmark"],
    "mediators": [],
    "outcome": "unknown",
    "agreed": [],
}
GOOD = {"positions": [POSITION], "events": [EVENT], "claims": [CLAIM], "rounds": [ROUND]}


@dataclass
class Reply:
    """What the server sends: chunks of a body, or never an end."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    endless: bytes = b""
    late: bool = False


def said(answer: object, **more: object) -> Reply:
    """A model's answer in the endpoint's wrapping; text is sent as it is, data as JSON."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    body = {"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"} | more]}
    return Reply(json.dumps(body | {"usage": {"total_tokens": 100}}).encode())


class Server:
    """Gives its replies in order, the last one for ever, and keeps what it was asked."""

    def __init__(self) -> None:
        self.replies: list[Reply | Callable[[dict], Reply]] = [said(NOTHING)]
        self.asked: list[dict] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.over = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                server.answer(self)

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("content-length", 0))
        body = json.loads(handler.rfile.read(length) or b"{}")
        self.asked.append(body)
        self.headers.append({key.lower(): value for key, value in handler.headers.items()})
        self.paths.append(handler.path)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        reply = reply(body) if callable(reply) else reply
        if reply.late:
            self.over.wait(30)
        # The client may have hung up, as it should.
        with contextlib.suppress(OSError):
            self.send(handler, reply)

    def send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        if not reply.endless:
            handler.send_header("Content-Length", str(len(reply.body)))
        handler.end_headers()
        handler.wfile.write(reply.body)
        while reply.endless and not self.over.is_set():
            handler.wfile.write(reply.endless)

    def close(self) -> None:
        self.over.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


@pytest.fixture
def server():
    running = Server()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """No test uses the user's cache, key or proxy."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("DETENTE_API_KEY", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def report():
    return report_from_text(TEXT, date="2025-06-03")


@pytest.fixture
def waits():
    """The seconds that a model waited."""
    return []


@pytest.fixture
def model(server, waits):
    """Make a model at the server that keeps nothing and does not really wait."""

    def make(endpoint: str | None = None, **options):
        told = options.pop("told", [])
        limits = Limits(
            **{name: options.pop(name) for name in ("timeout", "max_tokens", "max_requests") if name in options}
        )
        options = {"cache": False, "tell": told.append, "sleep": waits.append} | options
        return LanguageModel(endpoint or server.url, "test-model", limits=limits, **options)

    return make
