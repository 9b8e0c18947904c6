"""Small cases that many tests start from, a browser and a database server for those that need one."""

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from detente.case.model import (
    Agreed,
    Basis,
    Case,
    Demand,
    Evidence,
    Happening,
    Issue,
    Meeting,
    Order,
    Party,
    Rung,
)

# A busy machine must not fail a property: nothing here is a test of speed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser with the network off."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not on this machine (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of annotated reports, read in place."""
    if not GOLD.is_dir():
        pytest.skip(f"annotated reports are not on this machine ({GOLD})")
    return GOLD


PASSWORD = "open-sesame"


def binaries() -> Path:
    """The folder of the newest PostgreSQL that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    for folder in [*found[::-1], *([Path(on_path).resolve().parent] if on_path else [])]:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    pytest.skip("PostgreSQL is not on this machine: apt-get install postgresql")


def unprivileged(folder: Path) -> list[str]:
    """What a command begins with to run as somebody whom PostgreSQL accepts, who is given the folder."""
    if os.getuid():
        return []
    known = {user.pw_name for user in pwd.getpwall()}
    user = "postgres" if "postgres" in known else "nobody"
    shutil.chown(folder, user)
    return ["runuser", "-u", user, "--"]


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of its own, on this machine only, without the name of a database."""
    pytest.importorskip("psycopg", reason="PostgreSQL's client psycopg is not installed")
    programs, port = binaries(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="detente-postgresql-"))
    who = unprivileged(folder)
    (folder / "password").write_text(PASSWORD)
    (folder / "password").chmod(0o644)
    # Nothing that a test writes has to outlive the machine.
    settings = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder, "fsync": "off",
                "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off", "wal_level": "minimal",
                "max_wal_senders": 0}  # fmt: skip
    started = " ".join(f"-c {name}={value}" for name, value in settings.items())
    data = ["-D", folder / "data"]

    def done(program: str, *args: object) -> None:
        command = [*who, programs / program, *data, *args]
        subprocess.run([str(part) for part in command], check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60)

    try:
        done("initdb", "-U", "ana", "-A", "scram-sha-256", "--pwfile", folder / "password", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync", "--no-instructions")  # fmt: skip
        done("pg_ctl", "-w", "-l", folder / "log", "-o", started, "start")
        yield f"postgresql://ana:{PASSWORD}@127.0.0.1:{port}"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            done("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_database(server: str) -> Callable[[], str]:
    """Make an empty database and return its address."""
    numbers = itertools.count(1)

    def made() -> str:
        name = f"talks_{next(numbers)}"
        at_server(server, f"CREATE DATABASE {name} TEMPLATE template0")
        return f"{server}/{name}"

    return made


@pytest.fixture
def database(server: str, new_database: Callable[[], str]) -> Iterator[str]:
    """The address of an empty database."""
    address = new_database()
    yield address
    at_server(server, f"DROP DATABASE {address.rpartition('/')[2]} WITH (FORCE)")


@pytest.fixture
def sql(database: str) -> Callable[..., list[tuple[object, ...]]]:
    """Run statements in the database, behind the program's back."""
    return lambda *statements: at_server(database, *statements)


def at_server(address: str, *statements: str) -> list[tuple[object, ...]]:
    import psycopg

    if address.count("/") == 2:
        address += "/postgres"
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def said(entry: str) -> Basis:
    return Basis((entry,))


def ladder(*rungs: tuple[str, float, str], sides: tuple[str, ...], stated: str, robust: str = "") -> tuple[Rung, ...]:
    """Rungs whose first is the status quo and whose others are delivered by `sides`."""
    return tuple(
        Rung(id, x, label, () if n == 0 else sides, robust=id == robust, stated=id == stated)
        for n, (id, x, label) in enumerate(rungs)
    )


@pytest.fixture(scope="session")
def two_sides() -> Case:
    """Two sides, A and B, who divide one issue in ten steps; fighting decides it wholly."""
    rungs = tuple(Rung(f"r{n}", n / 10, f"{n} tenths to A", ("a", "b"), stated=n in (0, 10)) for n in range(11))
    return Case(
        "one pie",
        (Party("a", "A", "side", True), Party("b", "B", "side", True)),
        (Issue("pie", "Pie", "stake", rungs, "r5", phi=(1, 1)),),
        (Demand("a", "pie", "r10", "demands"), Demand("b", "pie", "r0", "demands")),
    )


@pytest.fixture(scope="session")
def istanbul() -> Case:
    """The Istanbul talks of May and June 2025 as coded by hand from public facts."""
    ru, ua, west, nato = "russia", "ukraine", "the-west", "nato"
    both = (ru, ua)
    issues = (
        Issue(
            "alignment",
            "Alignment",
            "stake",
            (
                Rung("open", 0, "alliances stay open"),
                Rung("neutral", 0.5, "Ukraine declares itself neutral", (ua,)),
                Rung("pledged", 1, "NATO pledges not to expand", (nato,), stated=True),
            ),
            "open",
            phi=(0.3, 1),
        ),
        Issue(
            "assets",
            "Assets",
            "stake",
            ladder(
                ("kept", 0, "kept"),
                ("partial", 0.5, "part released"),
                ("full", 1, "all released"),
                sides=(west,),
                stated="full",
            ),
            "kept",
        ),
        Issue(
            "ceasefire",
            "Ceasefire",
            "termination",
            ladder(
                ("fighting", 0, "fighting goes on"),
                ("partial", 0.33, "partial"),
                ("temporary", 0.67, "30 days"),
                ("lasting", 1, "lasting"),
                sides=both,
                stated="temporary",
            ),
            "fighting",
        ),
        Issue(
            "children",
            "Children",
            "stake",
            ladder(
                ("kept", 0, "not returned"),
                ("some", 0.5, "some returned"),
                ("all", 1, "all returned"),
                sides=(ru,),
                stated="all",
            ),
            "kept",
            separable=True,
        ),
        Issue(
            "format",
            "Format of the talks",
            "procedure",
            ladder(("as-is", 0, "as they are"), ("changed", 1, "with the US and the EU"), sides=both, stated="changed"),
            "as-is",
        ),
        Issue(
            "guarantees",
            "Security guarantees",
            "stake",
            ladder(
                ("none", 0, "none"),
                ("assurances", 0.33, "assurances"),
                ("consultation", 0.67, "consultation"),
                ("robust", 1, "robust"),
                sides=(west,),
                stated="robust",
                robust="robust",
            ),
            "none",
        ),
        Issue(
            "prisoners",
            "Prisoners",
            "stake",
            (
                Rung("held", 0, "held"),
                Rung("categories", 0.33, "some groups", both),
                Rung("numbers", 0.67, "a set number", both, stated=True),
                Rung("all", 1, "all", both, stated=True),
            ),
            "held",
            separable=True,
            repeatable=True,
        ),
        Issue(
            "recognition",
            "Recognition",
            "stake",
            ladder(
                ("none", 0, "none"), ("de-facto", 0.5, "de facto"), ("legal", 1, "legal"), sides=(ua,), stated="legal"
            ),
            "none",
            phi=(0, 0.3),
        ),
        Issue(
            "rights",
            "Rights",
            "stake",
            ladder(
                ("as-is", 0, "no change"), ("partial", 0.5, "partial"), ("full", 1, "full"), sides=(ua,), stated="full"
            ),
            "as-is",
            phi=(0.3, 1),
        ),
        Issue(
            "sanctions",
            "Sanctions",
            "stake",
            ladder(
                ("in-force", 0, "in force"),
                ("eased", 0.5, "eased"),
                ("lifted", 1, "lifted"),
                sides=(west,),
                stated="lifted",
            ),
            "in-force",
        ),
        Issue(
            "territory",
            "Territory",
            "stake",
            (
                Rung("high-leaves-all", 0, "Russia leaves all", (ru,)),
                Rung("high-leaves-part", 0.25, "Russia leaves part", (ru,)),
                Rung("line", 0.5, "each side keeps what it holds"),
                Rung("low-leaves-part", 0.75, "Ukraine leaves part", (ua,), stated=True),
                Rung("low-leaves-all", 1, "Ukraine leaves all", (ua,)),
            ),
            "line",
            phi=(1, 1),
        ),
    )
    demands = (
        Demand(
            ua, "ceasefire", "temporary", "demands", "unconditional, 30 days", precondition="order", basis=said("e01")
        ),
        Demand(ua, "prisoners", "all", "demands", "all POWs", basis=said("e02")),
        Demand(ua, "children", "all", "demands", "return of children", basis=said("e03")),
        Demand(ua, "format", "changed", "demands", "US and EU involved", basis=said("e04")),
        Demand(ua, "territory", "low-leaves-part", "rejects", "any withdrawal", red_line=True, basis=said("e05")),
        Demand(ua, "recognition", "legal", "rejects", "any recognition", red_line=True, basis=said("e06")),
        Demand(
            ua,
            "guarantees",
            "robust",
            "demands",
            "robust Western guarantees",
            precondition="content",
            basis=said("e07"),
        ),
        Demand(ru, "alignment", "pledged", "demands", "written pledge", key=True, basis=said("e08")),
        Demand(ru, "sanctions", "lifted", "demands", "all sanctions", basis=said("e09")),
        Demand(ru, "assets", "full", "demands", "frozen assets", basis=said("e10")),
        Demand(ru, "rights", "full", "demands", "language rights", basis=said("e11")),
        Demand(ru, "territory", "low-leaves-part", "proposes", "a buffer zone", basis=said("e12")),
        Demand(ua, "prisoners", "numbers", "accepts", "1,000 each", basis=said("e13")),
        Demand(ru, "prisoners", "numbers", "accepts", "1,000 each", basis=said("e14")),
    )
    ids = [f"e{n:02}" for n in range(1, 21)]
    return Case(
        "Istanbul talks, 2025",
        (
            Party(nato, "NATO", "outside"),
            Party(ru, "Russia", "side", True),
            Party("the-west", "the West", "outside"),
            Party(ua, "Ukraine", "side", True),
        ),
        issues,
        demands,
        (
            Order(ua, "ceasefire", "*", basis=said("e01")),
            Order(ua, "prisoners", "format", basis=said("e02")),
            Order(ua, "children", "format", basis=said("e03")),
        ),
        (Agreed("prisoners", "numbers", both, "2025-05-16", True, said("e15")),),
        (),
        (
            Meeting("2022-05", "Turkey", both, "collapse", basis=said("e16")),
            Meeting("2025-05-16", "Istanbul", both, "agreement", agreed=("prisoners",), basis=said("e15")),
            Meeting("2025-06-02", "Istanbul", both, "collapse", basis=said("e17")),
        ),
        (
            Happening("CONSULT", ru, ua, "2025-05-16", "Istanbul", said("e15")),
            Happening("ASSAULT", ua, ru, "2025-06-01", "Russia", said("e18")),
            Happening("ASSAULT", ru, ua, "2025-06-01", "Ukraine", said("e19")),
            Happening("CONSULT", ru, ua, "2025-06-02", "Istanbul", said("e17")),
        ),
        evidence={
            id: Evidence(
                f"quote of {id}",
                f"A sentence with the quote of {id} in it.",
                "r1",
                "Report",
                "2025-06-02",
                None,
                "r1.txt",
                "hand",
                1.0,
            )
            for id in ids
        },
        date="2025-06-02",
    )
