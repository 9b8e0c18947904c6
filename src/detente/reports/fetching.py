"""Fetching one address: http and https, from public hosts only, within limits of time, size and redirects.

An address in a message or a feed may lead into the network that this machine stands in (a router, a database, the
metadata of a cloud machine). So the host's addresses are looked up once and checked, and the connection is made to an
address that was checked, not to the name again, which may have come to mean another machine (DNS rebinding). A redirect
is a new address and is checked like the first. Proxies of the environment are not used: nobody could check where they
connect to. Whether a site wants programs to read it (robots.txt) is for the user to look at; one page is fetched, and
no link in it is followed.
"""

import http.client
import io
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from detente.errors import ReportError
from detente.reports.opening import MAX_RATIO

_CHUNK = 65536
_REDIRECTS = (301, 302, 303, 307, 308)
_FREE = 20_000_000


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What fetching may cost.

    Parameters
    ----------
    seconds
        For the whole of it, redirects included.
    size
        Bytes of an answer, as sent and unfolded.
    redirects
        How many are followed.
    """

    seconds: float = 30.0
    size: int = 200_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Parameters
    ----------
    url
        The address that answered, after redirects.
    kind
        Its media type in lower case, "" where the server names none.
    charset
        The encoding that the server names, None where it names none.
    content
        The bytes, unfolded.
    """

    url: str
    kind: str
    charset: str | None
    content: bytes


def is_url(text: str) -> bool:
    """Return whether a text is meant as an address of the web.

    Examples
    --------
    >>> is_url("https://example.org/a"), is_url("ftp://example.org/a"), is_url("reports/a.txt")
    (True, True, False)
    """
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*:/{1,2}[^/]", text) is not None and not re.match(r"[A-Za-z]:", text)


def fetch(url: str, *, allow_private: bool = False, limits: FetchLimits | None = None) -> Fetched:
    """Return what an address gives.

    Parameters
    ----------
    url
        An http or https address without a name or password in it.
    allow_private
        Fetch also from this machine and from private networks.
    limits
        Those of `FetchLimits` by default.

    Raises
    ------
    ReportError
        Where it is no such address, leads to a host that is not public, or gives no whole answer within the limits.
    """
    limits = limits or FetchLimits()
    deadline = time.monotonic() + limits.seconds
    at = url
    for _ in range(limits.redirects + 1):
        answer = _Visit(at, url, deadline, limits, allow_private).answer()
        if isinstance(answer, Fetched):
            return answer
        if urlsplit(at).scheme == "https" and urlsplit(answer).scheme == "http":
            raise _error(url, f"it points from https to {_shown(answer)}; give that address if you trust it")
        at = answer
    raise _error(url, f"more than {limits.redirects} redirects; give the address that they end at")


class _Visit:
    """One request to one address."""

    def __init__(self, url: str, asked: str, deadline: float, limits: FetchLimits, allow_private: bool) -> None:
        self.asked, self.deadline, self.limits, self.allow_private = asked, deadline, limits, allow_private
        self.url = url
        self.scheme, self.host, self.port, self.target = _parts(url, asked)
        self._plain: socket.socket | None = None

    def answer(self) -> "Fetched | str":
        """Return the answer, or the address that it points to."""
        connection = _Connection(self.host, self.port, self._connected)
        headers = {"Accept-Encoding": "identity", "User-Agent": "detente", "Accept": "*/*", "Connection": "close"}
        try:
            connection.request("GET", self.target, headers=headers)
            response = connection.getresponse()
            if response.status in _REDIRECTS:
                return self._pointed(response)
            if response.status != 200:
                raise _error(self.asked, f"HTTP {response.status} {_line(response.reason)}".rstrip())
            return self._fetched(response)
        except http.client.IncompleteRead:
            raise _error(self.asked, "the answer breaks off before its end; try again") from None
        except (TimeoutError, _Late):
            raise self._late() from None
        except (OSError, http.client.HTTPException, ValueError) as exc:
            raise _error(self.asked, f"no usable answer ({_line(str(exc)) or type(exc).__name__})") from None
        finally:
            if self._plain is not None:
                self._plain.close()

    def _late(self) -> ReportError:
        return _error(
            self.asked, f"no whole answer within {self.limits.seconds:g} seconds; try again, or save the page"
        )

    def _left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise _Late
        return left

    def _connected(self) -> Any:
        addresses = self._addresses()
        for n, address in enumerate(addresses):
            try:
                self._plain = socket.create_connection((address, self.port), timeout=self._left())
                break
            except TimeoutError:
                raise
            except OSError:
                if n == len(addresses) - 1:
                    raise
        assert self._plain is not None
        if self.scheme == "https":
            self._plain.settimeout(self._left())
            self._plain = ssl.create_default_context().wrap_socket(self._plain, server_hostname=self.host)
        return _Socket(self._plain, self._left)

    def _addresses(self) -> list[str]:
        """Those of the host, all of them checked: one that is not public makes the host suspect."""
        found = list(dict.fromkeys(_looked_up(self.host, self.port, self._left(), self.asked)))
        if not self.allow_private:
            for address in found:
                if not is_public(address):
                    where = "" if self.url == self.asked else f"it points to {_shown(self.url)}, and "
                    raise _error(
                        self.asked,
                        f"{where}{self.host} is {address}, an address that is not public; "
                        "add --allow-private if you mean it",
                    )
        return found

    def _pointed(self, response: http.client.HTTPResponse) -> str:
        location = response.getheader("Location")
        if not location:
            raise _error(self.asked, f"HTTP {response.status} without an address to go to")
        return urljoin(self.url, location.strip()).split("#")[0]

    def _fetched(self, response: http.client.HTTPResponse) -> Fetched:
        length = response.getheader("Content-Length") or ""
        if length.isdecimal() and int(length) > self.limits.size:
            raise self._too_large()
        raw = bytearray()
        while chunk := response.read(_CHUNK):
            raw += chunk
            if len(raw) > self.limits.size:
                raise self._too_large()
            self._left()
        if response.length:  # of what the server said, so much is missing
            raise http.client.IncompleteRead(bytes(raw), response.length)
        content = self._unfolded(bytes(raw), (response.getheader("Content-Encoding") or "").strip().lower())
        kind, *parameters = (response.getheader("Content-Type") or "").split(";")
        charset = next((p.partition("=")[2] for p in parameters if p.strip().lower().startswith("charset=")), "")
        return Fetched(self.url, kind.strip().lower(), charset.strip(" \"'") or None, content)

    def _too_large(self) -> ReportError:
        return _error(self.asked, f"more than the limit of {self.limits.size:,} bytes; it is not read further")

    def _unfolded(self, raw: bytes, packing: str) -> bytes:
        """Servers may pack what was asked for plain; what unfolds without end is left."""
        if packing in ("", "identity"):
            return raw
        if packing not in ("gzip", "x-gzip", "deflate"):
            raise _error(self.asked, f"packed as {_line(packing)[:20]!r}, though it was asked for plain")
        most = min(self.limits.size, max(_FREE, MAX_RATIO * len(raw)))
        unpacker = zlib.decompressobj(wbits=31 if "gzip" in packing else 15 if raw[:1] == b"\x78" else -15)
        try:
            content = unpacker.decompress(raw, most + 1)
        except zlib.error:
            raise _error(self.asked, "the answer is packed and damaged") from None
        if len(content) > most:
            raise _error(self.asked, f"the answer unfolds to more than {most:,} bytes; it is not read further")
        if not unpacker.eof:
            raise _error(self.asked, "the answer is packed and breaks off")
        return content


def is_public(address: str) -> bool:
    """Return whether an address is one of the public internet, and not one that stands for another in disguise.

    Examples
    --------
    >>> [is_public(a) for a in ("93.184.215.14", "10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "169.254.169.254")]
    [True, False, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        # The 32 last bits are an IPv4 address: NAT64 (RFC 6052), and the old compatible form.
        if any(ip in net for net in _EMBEDDING):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


_EMBEDDING = [ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")]


def _parts(url: str, asked: str) -> tuple[str, str, int, str]:
    """Scheme, host, port, and what is asked of it."""
    try:
        parts = urlsplit(url)
        host = (
            (parts.hostname or "").encode("idna").decode() if not (parts.hostname or "").isascii() else parts.hostname
        )
        port = parts.port
    except (ValueError, UnicodeError):
        raise _error(asked, "is no address; write https://HOST/PATH") from None
    if parts.scheme not in ("http", "https"):
        raise _error(asked, f"only http and https are fetched, not {_line(parts.scheme)[:20]!r}")
    if not host or any(c.isspace() or not c.isprintable() for c in url):
        raise _error(asked, "is no address; write https://HOST/PATH")
    if parts.username is not None or parts.password is not None:
        raise _error(asked, "no name or password in an address; save the page and give the file")
    target = urlunsplit(("", "", _escaped(parts.path or "/"), _escaped(parts.query), ""))
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), target


def _escaped(part: str) -> str:
    from urllib.parse import quote

    return quote(part, safe="/%:=&?~+!$,;'@()*[]|-._")


def _looked_up(host: str, port: int, seconds: float, asked: str) -> list[str]:
    """The addresses of a host; the system's look-up knows no limit of time, so it is left behind after it."""
    found: list[str] = []
    failed: list[str] = []

    def look_up() -> None:
        try:
            found.extend(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as exc:
            failed.append(_line(getattr(exc, "strerror", None) or str(exc)))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        why = failed[0] if failed else "no answer in time"
        raise _error(asked, f"the host {host} is not found ({why}); check the address and the connection")
    return list(found)


class _Late(Exception):
    """The time is over."""


class _Connection(http.client.HTTPConnection):
    """Speaks HTTP over a socket that was made elsewhere."""

    def __init__(self, host: str, port: int, connected: Callable[[], Any]) -> None:
        super().__init__(host, port)
        self._connected = connected

    def connect(self) -> None:
        self.sock = self._connected()


class _Socket:
    """A socket on which no single read or write takes longer than all of them may."""

    def __init__(self, plain: socket.socket, left: Callable[[], float]) -> None:
        self._plain, self._left = plain, left

    def sendall(self, data: bytes) -> None:
        self._plain.settimeout(self._left())
        self._plain.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reading(self._plain, self._left))

    def close(self) -> None:
        """Leave it open: the answer is still read from it when the connection lets go; `_Visit` closes it."""


class _Reading(io.RawIOBase):
    def __init__(self, plain: socket.socket, left: Callable[[], float]) -> None:
        self._plain, self._left = plain, left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._plain.settimeout(self._left())
        return self._plain.recv_into(buffer)


def _error(url: str, message: str) -> ReportError:
    return ReportError(message, file=_shown(url))


def _shown(url: str) -> str:
    """An address without name and password, in one line."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return _line(f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}")[:200]


def _line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text).strip()
