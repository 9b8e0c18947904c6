"""One question to an endpoint: limits in time, size and number hold, and errors say the way out."""

import itertools
import sys

import pytest

from detente.errors import EndpointError
from detente.reading import LanguageModel

from .conftest import GOOD, Reply, said

BUSY, BROKEN = Reply(status=429), Reply(status=500)


def test_a_late_answer(server, model, report):
    """A server that keeps silent is left after the timeout, and not asked again."""
    server.replies = [Reply(late=True)]
    with pytest.raises(EndpointError, match=r"within 0.2 seconds; raise --timeout"):
        model(timeout=0.2).read(report)
    assert len(server.asked) == 1


def test_a_slow_drip(server, model, report):
    """A server that sends a little for ever is left when the time for the whole answer is over."""
    server.replies = [Reply(endless=b" " * 10)]
    ticks = itertools.count(0, 30)
    with pytest.raises(EndpointError, match="no whole answer within 120 seconds"):
        model(clock=lambda: next(ticks)).read(report)


def test_an_endless_answer(server, model, report):
    """A server that never stops is left at a megabyte."""
    server.replies = [Reply(endless=b"x" * 65536)]
    with pytest.raises(EndpointError, match="longer than 1,000,000 bytes"):
        model().read(report)


def test_a_compressed_answer(server, model, report):
    """A compressed body, which can unfold to any size, is refused unread."""
    server.replies = [Reply(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})]
    with pytest.raises(EndpointError, match="compressed"):
        model().read(report)


@pytest.mark.parametrize("passing", [BUSY, BROKEN, Reply(status=503)], ids=["429", "500", "503"])
def test_what_passes_is_tried_again(server, model, report, waits, passing):
    """A busy or broken server is asked again after waits that double."""
    server.replies = [passing, passing, said(GOOD)]
    assert len(model().read(report)) == 4
    assert waits == [1, 2]


def test_not_for_ever(server, model, report, waits):
    """Four tries, then an error with the server's own words."""
    server.replies = [Reply(b'{"error": {"message": "over\\u001b[2J quota"}}', status=429)]
    with pytest.raises(EndpointError, match=r"HTTP 429 \(over \[2J quota\)"):
        model().read(report)
    assert (len(server.asked), waits) == (4, [1, 2, 4])


def test_the_servers_wait_is_honoured(server, model, report, waits):
    """Retry-After goes before the waits of our own, in seconds or as a date."""
    day = "Mon, 02 Jun 2025 10:00:{} GMT"
    dated = Reply(status=503, headers={"Retry-After": day.format(30), "Date": day.format("00")})
    server.replies = [Reply(status=429, headers={"Retry-After": "7"}), dated, said(GOOD)]
    model().read(report)
    assert waits[0] == 7
    assert waits[1] > 0


def test_a_long_wait_is_left_to_the_user(server, model, report, waits):
    """Nobody is kept waiting for an hour."""
    server.replies = [Reply(status=429, headers={"Retry-After": "3600"})]
    with pytest.raises(EndpointError, match="3,600 seconds; run again"):
        model().read(report)
    assert waits == []


def test_the_limit_of_requests(server, model, report):
    """Requests sent again count; at the limit nothing more is sent."""
    server.replies = [BUSY]
    with pytest.raises(EndpointError, match=r"limit of 2 requests is reached; raise --max-requests"):
        model(max_requests=2).read(report)
    assert len(server.asked) == 2


def test_the_limit_holds_over_reports(server, model, report):
    """The limit is for all that one model reads."""
    limited = model(max_requests=1)
    limited.read(report)
    with pytest.raises(EndpointError, match="limit of 1 requests"):
        limited.read(report)


def test_a_redirect_is_not_followed(server, model, report, monkeypatch):
    """Text and key go to the address that was given, and nowhere else."""
    monkeypatch.setenv("DETENTE_API_KEY", "sk-secret")
    server.replies = [Reply(status=307, headers={"Location": f"{server.url}/elsewhere"})]
    with pytest.raises(EndpointError, match=r"HTTP 307: it points to .*/elsewhere; give that address if you trust it"):
        model().read(report)
    assert server.paths == ["/v1/chat/completions"]


@pytest.mark.parametrize(
    ("status", "hint"), [(400, "json_schema"), (401, "DETENTE_API_KEY"), (403, "may not use"), (404, "/v1")]
)
def test_refusals_say_the_way_out(server, model, report, status, hint):
    """A refusal that asking again does not mend ends at once, with what to do."""
    server.replies = [Reply(b"<html>no</html>", status=status)]
    with pytest.raises(EndpointError, match=hint):
        model().read(report)
    assert len(server.asked) == 1


@pytest.mark.parametrize("body", [b"", b"[]", b'{"choices": []}', b'{"choices": [{"message": 3}]}', b"[" * 9000])
def test_another_kind_of_server(server, model, report, body):
    """A server that speaks something else is told apart from a model that answers badly."""
    server.replies = [Reply(body)]
    with pytest.raises(EndpointError, match="not an OpenAI-compatible answer"):
        model().read(report)


def test_an_error_with_a_good_status(server, model, report):
    """Some gateways give errors as HTTP 200; their words are passed on."""
    server.replies = [Reply(b'{"error": {"message": "no such provider"}}')]
    with pytest.raises(EndpointError, match=r"in place of an answer \(no such provider\)"):
        model().read(report)


def test_a_query_in_the_address_is_sent(server, model, report):
    """What stands behind the question mark goes along, and is not shown."""
    server.replies = [Reply(status=404)]
    with pytest.raises(EndpointError) as refused:
        model(f"{server.url}/?version=7").read(report)
    assert server.paths == ["/v1/chat/completions?version=7"]
    assert "version" not in str(refused.value)


def test_parameters_that_a_model_does_not_know(server, model, report):
    """Where a model wants another name for the limit, or no temperature, the question is put so from then on."""
    complaint = b'{"error": {"message": "Unsupported parameter: \'%s\' is not supported with this model."}}'
    refusals = [Reply(complaint % name, status=400) for name in (b"max_tokens", b"temperature")]
    server.replies = [*refusals, said(GOOD)]
    picky = model()
    assert len(picky.read(report)) == 4
    picky.read(report)
    for body in server.asked[2:]:
        assert body["max_completion_tokens"] == 8192
        assert not {"max_tokens", "temperature"} & set(body)
    assert len(server.asked) == 4


def test_the_key_is_sent_and_shown_nowhere(server, model, report, monkeypatch, tmp_path):
    """The key comes from the environment, goes into one header, and is in no error, cache or object."""
    monkeypatch.setenv("DETENTE_API_KEY", "sk-secret-123")
    server.replies = [said(GOOD)]
    kept = model(cache=tmp_path / "kept")
    reading = kept.reading(report)
    assert server.headers[0]["authorization"] == "Bearer sk-secret-123"
    server.replies = [Reply(b'{"error": {"message": "wrong key sk-secret-123"}}', status=401)]
    with pytest.raises(EndpointError) as refused:
        model().read(report)
    written = "".join(file.read_text() for file in (tmp_path / "kept").iterdir())
    shown = f"{refused.value}{reading!r}{kept._client!r}{vars(kept)}{written}"
    assert "wrong key …" in shown
    assert "secret" not in shown


def test_no_key_no_header(server, model, report):
    """Without a key there is no header for it."""
    model().read(report)
    assert "authorization" not in server.headers[0]


def test_a_key_with_a_line_break_is_refused_unshown(server, model, report, monkeypatch):
    """A damaged key is not sent, and the error does not show it."""
    monkeypatch.setenv("DETENTE_API_KEY", "sk-secret\r\nX: y")
    with pytest.raises(EndpointError, match="characters that no key has") as refused:
        model().read(report)
    assert "secret" not in str(refused.value)
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    ["localhost:8000", "ftp://host/v1", "file:///etc/passwd", "http://", "http://[::1", "https://user:sk@host/v1"],
)
def test_addresses_that_are_refused(model, address):
    """Only http and https, with a host and without a key in the address, which the error does not show."""
    with pytest.raises(EndpointError) as refused:
        model(address)
    assert "sk@" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://localhost:8000/v1", True),
        ("http://127.0.0.2:1/v1", True),
        ("http://[::1]:1/v1", True),
        ("http://192.168.1.7/v1", False),
        ("https://api.example.org/v1", False),
        ("http://localhost.example.org/v1", False),
    ],
)
def test_which_addresses_are_on_this_machine(model, address, local):
    """Only loopback addresses are."""
    assert model(address)._client.on_this_machine is local


def test_it_is_told_once_that_text_leaves(model, report, monkeypatch):
    """Before the first text goes to another machine a line says so, once, without the query of the address."""
    told = []
    far = model("http://192.0.2.1/v1?key=sk-1", told=told, max_requests=2)
    monkeypatch.setattr("httpx.Client.stream", _nobody_answers)
    for _ in range(2):
        with pytest.raises(EndpointError, match="is the server up"):
            far.read(report)
    assert told == ["the text of the reports leaves this machine for http://192.0.2.1/v1, unencrypted"]


def _nobody_answers(*args, **kwargs):
    import httpx

    raise httpx.ConnectError("refused")


def test_nothing_is_told_of_a_server_on_this_machine(server, model, report):
    """A local server gets the text without a warning."""
    told = []
    model(told=told).reading(report)
    assert told == []


def test_a_server_that_is_down(server, model, report):
    """Where nobody listens the error asks whether the server is up."""
    server.close()
    with pytest.raises(EndpointError, match="is the server up"):
        model().read(report)


def test_a_proxy_gets_nothing_that_is_for_this_machine(server, model, report, monkeypatch):
    """A proxy of the environment is not used for a local server."""
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:9")
    server.replies = [said(GOOD)]
    assert len(model().read(report)) == 4


def test_without_httpx_the_install_line_is_given(monkeypatch):
    """The missing extra is named with the line that installs it, before anything else is done."""
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(EndpointError, match=r"uv sync --extra llm .* pip install 'detente\[llm\]'"):
        LanguageModel("http://localhost/v1", "test-model", cache=False)
