"""Fetching from a server that does what servers should not; it stands on this machine, which only these tests allow."""

import gzip
import socket
import threading
import time
from contextlib import contextmanager

import pytest

from detente.errors import ReportError
from detente.reports import FetchLimits, fetching, load_url
from detente.reports.fetching import fetch, is_public, is_url

QUICK = FetchLimits(seconds=1.0, size=100_000, redirects=3)
PAGE = (
    b"<html><head><title>Talks</title></head><body><article><p>Norway rejected the ceasefire on Monday.</p>"
    b"<p>The talks in Oslo ended without a result, both sides said.</p></article></body></html>"
)


def answer(body: bytes = b"", *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


class Server:
    """Sends, for each path, what it was told to, however wrong."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.answers: dict[str, object] = {}
        self.asked: list[bytes] = []
        self.over = threading.Event()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self.speak, args=(connection,), daemon=True).start()

    def speak(self, connection: socket.socket) -> None:
        with connection:
            asked = connection.recv(65536)
            self.asked.append(asked)
            found = self.answers.get(asked.split()[1].decode() if asked.strip() else "", answer(status="404 Not Found"))
            try:
                if isinstance(found, bytes):
                    connection.sendall(found)
                else:
                    for piece in found():
                        if self.over.is_set():
                            return
                        connection.sendall(piece)
            except OSError:
                return


@pytest.fixture
def server():
    made = Server()
    yield made
    made.over.set()
    made.listening.close()


def got(server, path="/", limits=QUICK):
    return fetch(server.url + path, allow_private=True, limits=limits)


def test_a_page_is_fetched(server):
    """With its kind, its encoding, and the address that answered; one request, without cookies or a body."""
    server.answers["/a?b=c%20d"] = answer(PAGE, "Content-Type: Text/HTML; Charset=utf-8")
    found = got(server, "/a?b=c%20d")
    assert (found.content, found.kind, found.charset) == (PAGE, "text/html", "utf-8")
    assert found.url == f"{server.url}/a?b=c%20d"
    (asked,) = server.asked
    assert asked.startswith(b"GET /a?b=c%20d HTTP/1.1\r\nHost: 127.0.0.1")


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "0.0.0.0", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "nonsense",
        "192.0.2.1", "198.18.0.1", "240.0.0.1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    """Private, of this machine, of the link, for many, reserved, or one of those in the form of another."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_that_are_public(address):
    """Version 4 and 6."""
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_unless_allowed(server, host):
    """However its address is written; the server hears nothing."""
    with pytest.raises(ReportError, match=r"not public; add --allow-private|not found"):
        fetch(f"http://{host}:{server.port}/", limits=QUICK)
    assert server.asked == []


def resolving(monkeypatch, **hosts):
    """Look-ups of these hosts give these addresses, a list of them one after the other."""
    real, asked = socket.getaddrinfo, []

    def look_up(host, port, *args, **options):
        if host not in hosts:
            return real(host, port, *args, **options)
        asked.append(host)
        found = hosts[host]
        address = found[min(asked.count(host) - 1, len(found) - 1)]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(fetching.socket, "getaddrinfo", look_up)
    return asked


@contextmanager
def public(monkeypatch, server):
    """A host whose public address leads to the server, so that only redirects and names can go wrong."""
    connect, made = socket.create_connection, []

    def connected(address, *args, **options):
        made.append(address[0])
        return connect(("127.0.0.1", server.port) if address[0] == "93.184.215.14" else address, *args, **options)

    monkeypatch.setattr(fetching.socket, "create_connection", connected)
    yield made


def test_a_redirect_to_a_private_address_is_not_followed(server, monkeypatch):
    """Each hop is checked like the first."""
    resolving(monkeypatch, **{"news.example": ["93.184.215.14"]})
    server.answers["/"] = answer(b"", f"Location: http://127.0.0.1:{server.port}/secret", status="302 Found")
    with public(monkeypatch, server) as made, pytest.raises(ReportError, match=r"it points to http://127.*not public"):
        fetch("http://news.example/", limits=QUICK)
    assert made == ["93.184.215.14"]
    assert len(server.asked) == 1


def test_the_name_is_looked_up_once_and_the_checked_address_is_connected_to(server, monkeypatch):
    """A name that means another machine the second time (DNS rebinding) finds nobody who asks a second time."""
    asked = resolving(monkeypatch, **{"news.example": ["93.184.215.14", "127.0.0.1"]})
    server.answers["/"] = answer(PAGE, "Content-Type: text/html")
    with public(monkeypatch, server) as made:
        assert fetch("http://news.example/", limits=QUICK).content == PAGE
    assert (made, asked) == (["93.184.215.14"], ["news.example"])
    assert b"Host: news.example\r\n" in server.asked[0]


def test_redirects_are_followed_so_far(server):
    """Relative ones too; round in a circle no further than the limit."""
    server.answers["/a"] = answer(b"", "Location: b", status="301 Moved")
    server.answers["/b"] = answer(PAGE, "Content-Type: text/html")
    assert got(server, "/a").url == f"{server.url}/b"
    server.answers["/c"] = answer(b"", "Location: /c", status="307 Again")
    with pytest.raises(ReportError, match="more than 3 redirects"):
        got(server, "/c")
    assert sum(b"GET /c " in asked for asked in server.asked) == 4


@pytest.mark.parametrize("target", ["ftp://example.org/a", "file:///etc/passwd", "gopher://x/", "http://a:b@c/"])
def test_a_redirect_leads_to_http_only(server, target):
    """Nor to an address with a name in it."""
    server.answers["/"] = answer(b"", f"Location: {target}", status="302 Found")
    with pytest.raises(ReportError, match=r"only http and https|no name or password"):
        got(server)


def stream(head, piece, pause=0.0):
    def pieces():
        yield head
        while True:
            time.sleep(pause)
            yield piece

    return pieces


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (stream(answer(), b"x" * 10_000), "more than the limit of 100,000 bytes"),
        (stream(answer(), b"x", 0.05), "within 1 seconds"),
        (stream(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.05), "within 1 seconds"),
        (stream(b"", b"", 0.05), "within 1 seconds"),
        (stream(answer(b"", "Transfer-Encoding: chunked"), b"2710\r\n" + b"x" * 10_000 + b"\r\n"), "100,000"),
        (answer(b"short", "Content-Length: 5000"), "breaks off"),
        (answer(b"short", "Content-Length: 500000"), "more than the limit"),
        (answer(b"5\r\nab", "Transfer-Encoding: chunked"), "breaks off"),
        (answer(gzip.compress(b"0" * 300_000), "Content-Encoding: gzip"), "unfolds to more than 100,000"),
        (answer(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip"), "breaks off"),
        (answer(b"no gzip", "Content-Encoding: gzip"), "damaged"),
        (answer(b"x", "Content-Encoding: br"), "packed as 'br'"),
        (answer(status="403 Forbidden"), "HTTP 403 Forbidden"),
        (answer(status="302 Found"), "without an address"),
        (b"SSH-2.0-nonsense\r\n", "no usable answer"),
        (b"", "no usable answer"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_answers_that_are_none(server, given, why):
    """Without end, too slow, too long, cut off, unfolding without end, refused: one line that names the address."""
    server.answers["/"] = given
    start = time.monotonic()
    with pytest.raises(ReportError, match=why) as caught:
        got(server)
    assert str(caught.value).startswith(f"{server.url}/: ")
    assert "\n" not in str(caught.value)
    assert time.monotonic() - start < 5


def test_what_is_packed_though_it_was_asked_for_plain_is_unfolded(server):
    """Within the limits."""
    server.answers["/"] = answer(gzip.compress(PAGE), "Content-Encoding: gzip", "Content-Type: text/html")
    assert got(server).content == PAGE


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://example.org/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "no address"),
        ("http://a b/", "no address"),
        ("http://a:99999/", "no address"),
        ("http://a\r\nX: y/", "no address|not found"),
        ("https://ana:secret@example.org/", "no name or password"),
    ],
)
def test_what_is_no_address(url, why):
    """Nothing is looked up; a password is not shown."""
    with pytest.raises(ReportError, match=why) as caught:
        fetch(url, limits=QUICK)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("https://example.org", True), ("http:/a", True), ("ftp://x/y", True), ("C:/reports", False), ("a/b.txt", False)],
)
def test_addresses_are_told_from_paths(text, expected):
    """A drive letter is no scheme."""
    assert is_url(text) is expected


FEED = b"<rss><channel><title>The Courier</title><item><title>Talks end</title><link>https://example.org/1</link>" \
    b"<description>Norway rejected the ceasefire.</description></item></channel></rss>"  # fmt: skip


@pytest.mark.parametrize(
    ("path", "kind", "body", "expected"),
    [
        ("/story", "text/html", PAGE, "Norway rejected the ceasefire on Monday."),
        ("/story", "text/plain; charset=windows-1251", "Норвегия ответила".encode("cp1251"), "Норвегия ответила"),
        ("/feed", "application/rss+xml", FEED, "Talks end\n\nNorway rejected the ceasefire."),
        ("/a.jsonl", "application/octet-stream", b'{"text": "Talks began."}', "Talks began."),
        ("/a.jsonl.gz", "application/gzip", gzip.compress(b'{"text": "Talks began."}'), "Talks began."),
    ],
    ids=["page", "text", "feed", "lines", "packed"],
)
def test_reports_at_an_address(server, path, kind, body, expected):
    """Read as a file of their kind; path and address say where they came from."""
    server.answers[path] = answer(body, f"Content-Type: {kind}")
    (report,) = load_url(server.url + path, allow_private=True)
    assert expected in report.text
    assert report.path.startswith(server.url + path)
    assert report.url == ("https://example.org/1" if path == "/feed" else server.url + path)


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/x-sh", ""])
def test_other_kinds_are_refused(server, kind):
    """The message names the kind."""
    server.answers["/x"] = answer(b"x", f"Content-Type: {kind}")
    with pytest.raises(ReportError, match=kind or "no kind"):
        list(load_url(f"{server.url}/x", allow_private=True))


def test_a_fault_in_what_was_fetched_names_the_address(server):
    """Not the file that it was kept in meanwhile."""
    server.answers["/a.jsonl"] = answer(b'{"text": "Talks began."}\n{', "Content-Type: application/x-ndjson")
    told = []
    assert len(list(load_url(f"{server.url}/a.jsonl", allow_private=True, on_fault=told.append))) == 1
    assert str(told[0]).startswith(f"{server.url}/a.jsonl: line 2: not JSON")
