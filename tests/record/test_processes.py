"""Several processes at one record, and processes that are killed: nothing finished is lost."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente.errors import RecordError
from detente.reading import read
from detente.record import Record
from detente.reports import load_all, report_from_text

PYTHON = sys.executable
ADDS = """
import sys
from detente.entries import Event
from detente.record import Record
from detente.reports import report_from_text

path, name, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Record(path) as record:
    for n in range(number):
        report = report_from_text(f"{name} met Borland on day {n} of the talks.", date="2020-03-02")
        event = Event("CONSULT", "Arland", "Borland", None, None, report.quote(0, 10))
        record.add(report, [event])
        record.judge(event.id, "accept", by=name)
        print(n, flush=True)
"""


def started(*args: object, **options: object) -> subprocess.Popen:
    return subprocess.Popen([PYTHON, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def test_processes_that_write_at_once_lose_nothing(tmp_path, place):
    """Each makes the record, adds and judges; all that they were told is kept is there afterwards."""
    number = 15
    running = [started("-c", ADDS, place, name, number) for name in ("Ana", "Ben")]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err.decode()
        assert len(out.split()) == number
    with Record(place) as record:
        assert len(record.reports()) == len(record.entries()) == 2 * number
        assert sorted(judgement.by for judgement in record.log()) == sorted(["Ana", "Ben"] * number)
        assert len(record.search("talks", kind="event", limit=1000)) == 2 * number
    assert [file.name for file in tmp_path.iterdir()] == ([] if "://" in place else ["talks.db"])


def test_a_killed_writer_leaves_what_it_finished(place):
    """`kill -9` at any moment: the record opens, every report that was said to be in it is whole, and it goes on."""
    promised = 0
    for wait in (3, 8, 20):
        process = started("-c", ADDS, place, f"Ana{wait}", 10_000)
        for _ in range(wait):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        promised += wait + len(process.stdout.read().split())
        process.communicate()
        with Record(place) as record:
            record.add(report_from_text("Norway waits for its turn."))  # a server ends what the killed one had begun
            reports = {report.id for report in record.reports() if "met" in report.text}
            assert {entry.quote.report for entry in record.entries()} == reports
            assert len(record.search("talks", kind="event", limit=100_000)) == len(reports) >= promised
            assert len(record.log()) >= promised
            record.add(report_from_text(f"Norway waits on day {wait}."))
            assert sum("waits on" in report.text for report in record.reports()) == (3, 8, 20).index(wait) + 1


NUMBER = 40
COMMAND = "import sys; from detente.cli import main; main(sys.argv[1:])"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports that the rules can read: more than a program reads while another looks how far it is."""
    made = tmp_path / "reports"
    made.mkdir()
    for n in range(NUMBER):
        text = f"Norway demanded an unconditional ceasefire of {n + 2} days. Denmark rejected the ceasefire in Oslo.\n"
        (made / f"{n:02}.txt").write_text(text)
    return made


def test_a_killed_import_goes_on_where_it_stopped(tmp_path, place, folder):
    """What was read is whole and is not read again; the end is that of an import that nobody killed."""
    process = started("-c", COMMAND, "record", "add", place, folder, "--date", "2020-03-02")
    while process.poll() is None and reports_in(place) < 3:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    with Record(place) as record:
        before = {report.id: record.entries(report=report.id) for report in record.reports()}
        assert 3 <= len(before) < NUMBER
        assert all(before.values())
    assert reading_of(tmp_path, place, folder) == NUMBER - len(before)
    with Record(place) as one, Record() as whole:
        for report in load_all([folder], date="2020-03-02"):
            whole.add(report, read(report))
        assert one.entries() == whole.entries()
        assert {report.id: one.entries(report=report.id) for report in one.reports()}.items() >= before.items()


def reports_in(place: str) -> int:
    try:
        with Record(place, make=False) as record:
            return len(record.reports())
    except RecordError:
        return 0


def reading_of(tmp_path: Path, place: object, folder: Path, *options: str) -> int:
    """Run the import and return how many reports the reader read."""
    count = tmp_path / "count"
    count.write_text("")
    code = (
        "import sys, detente.reading as reading\n"
        "read = reading.read\n"
        "def counted(report, **given):\n"
        f"    open({str(count)!r}, 'a').write('x')\n"
        "    return read(report, **given)\n"
        "reading.read = counted\n" + COMMAND
    )
    args = ["record", "add", str(place), str(folder), "--date", "2020-03-02", *options]
    subprocess.run([PYTHON, "-c", code, *args], check=True, capture_output=True)
    return len(count.read_text())


def test_only_what_may_read_otherwise_is_read_again(tmp_path, folder):
    """Names of people change what is read; `--again` asks for it."""
    path, names = tmp_path / "talks.db", tmp_path / "names.yaml"
    names.write_text("persons:\n  Kari Nordmann: Norway\n")
    for file in sorted(folder.iterdir())[2:]:
        file.unlink()
    assert reading_of(tmp_path, path, folder) == 2
    assert reading_of(tmp_path, path, folder) == 0
    assert reading_of(tmp_path, path, folder, "--again") == 2
    assert reading_of(tmp_path, path, folder, "--names", str(names)) == 2
    assert reading_of(tmp_path, path, folder, "--names", str(names)) == 0


def test_a_copy_made_by_hand_opens(tmp_path):
    """A record that nobody writes to is one file."""
    with Record(tmp_path / "one.db") as record:
        record.add(report_from_text("Talks began."))
    shutil.copy(tmp_path / "one.db", tmp_path / "two.db")
    with Record(tmp_path / "two.db") as record:
        assert len(record.reports()) == 1
