"""The recorder misses nothing, and the model of the disk forgets what a disk may forget."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from power.conftest import Record as Recorded
from power.log import Operation, Record, read_log
from power.recording import run
from power.replay import SECTOR, SURE, Disk, Fate, Image, Luck, read_image, states

NOTHING = Luck(always=Fate.DROPPED)


@pytest.mark.parametrize("workload", ["creation", "header"])
def test_it_sees_every_change_of_sqlcipher_and_python(record: Recorded, workload: str) -> None:
    recording = record(workload)
    disk = Disk(recording.place, recording.before)
    for each in recording.records:
        disk.apply(each)
    assert disk.image(SURE) == recording.after
    seen = Counter(each.operation for each in recording.records)
    assert {Operation.WRITE, Operation.SYNC, Operation.RENAME, Operation.UNLINK} <= set(seen)
    assert seen[Operation.MARK] == len(recording.marks) > 3


def test_it_sees_every_kind_of_call(shim: Path, tmp_path: Path) -> None:
    place, log = tmp_path / "place", tmp_path / "log"
    place.mkdir()
    told = run(shim, "calls", str(place), POWER_FOLDER=str(place), POWER_LOG=str(log))
    disk = Disk(place, {})
    for each in read_log(log):
        disk.apply(each)
    assert disk.image(SURE) == read_image(place)
    assert told == "[Errno 28] No space left on device\n5 of 10 bytes\n"


class Program:
    """Writes into a model alone."""

    def __init__(self, **files: bytes) -> None:
        self.place = Path("/watched")
        self.disk = Disk(self.place, dict(files))
        self.opened = 0
        self.done: list[Record] = []

    def do(
        self, operation: Operation, path: str = "", target: str = "", data: bytes = b"", at: int = 0
    ) -> None:
        if operation in {Operation.WRITE, Operation.TRUNCATE, Operation.SYNC}:
            self.opened += 1
            self.see(Record(Operation.OPEN, 0, self.opened, 0, f"{self.place}/{path}", "", b""))
            path = ""
        self.see(
            Record(operation, 0, self.opened, at, f"{self.place}/{path}", f"{self.place}/{target}", data)
        )

    def see(self, record: Record) -> None:
        self.done.append(record)
        self.disk.apply(record)

    def images(self) -> list[Image]:
        return [self.disk.image(luck) for luck in (SURE, NOTHING)]


def test_what_was_not_synced_may_be_gone() -> None:
    program = Program(a=b"old")
    program.do(Operation.WRITE, "a", data=b"NEW")
    assert program.images() == [{"a": b"NEW"}, {"a": b"old"}]
    program.do(Operation.SYNC, "a")
    assert program.images() == [{"a": b"NEW"}] * 2
    program.do(Operation.TRUNCATE, "a", at=1)
    assert program.images() == [{"a": b"N"}, {"a": b"NEW"}]


def test_a_synced_file_may_lack_its_name() -> None:
    program = Program()
    program.do(Operation.WRITE, "a", data=b"new")
    program.do(Operation.SYNC, "a")
    assert program.images() == [{"a": b"new"}, {}]
    program.do(Operation.SYNC)
    assert program.images() == [{"a": b"new"}] * 2


def test_a_rename_may_be_undone_and_may_bring_an_empty_file() -> None:
    program = Program(a=b"old")
    program.do(Operation.WRITE, "b", data=b"new")
    program.do(Operation.RENAME, "b", "a")
    program.do(Operation.SYNC)
    assert program.images() == [{"a": b"new"}, {"a": b""}]
    program = Program(a=b"old", b=b"new")
    program.do(Operation.RENAME, "b", "a")
    assert program.images() == [{"a": b"new"}, {"a": b"old", "b": b"new"}]


def test_a_removal_may_be_undone() -> None:
    program = Program(a=b"old")
    program.do(Operation.UNLINK, "a")
    assert program.images() == [{}, {"a": b"old"}]


def test_a_file_may_be_in_a_folder_that_is_gone() -> None:
    program = Program()
    program.do(Operation.MKDIR, "f")
    program.do(Operation.WRITE, "f/a", data=b"x")
    program.do(Operation.SYNC, "f/a")
    program.do(Operation.SYNC, "f")
    assert program.images() == [{"f": None, "f/a": b"x"}, {}]


def test_a_write_may_be_torn_at_sectors() -> None:
    program = Program(a=bytes(4 * SECTOR))
    program.do(Operation.WRITE, "a", data=b"\1" * 4 * SECTOR)
    seen = set()
    for seed in range(400):
        content = program.disk.image(Luck(Random(seed)))["a"]
        assert content
        sectors = [content[place : place + SECTOR] for place in range(0, 4 * SECTOR, SECTOR)]
        assert all(sector in {bytes(SECTOR), b"\1" * SECTOR} for sector in sectors)
        seen.add(tuple(sector[0] for sector in sectors))
    assert len(seen) == 16  # each subset of four


def test_no_state_comes_twice() -> None:
    program = Program()
    for number in range(5):
        program.do(Operation.WRITE, "a", data=b"\1" * SECTOR, at=number * SECTOR)
    found = list(states(program.place, {}, program.done, range(20), 100))
    assert len({(state.image.get("a"), "a" in state.image) for state in found}) == len(found) > 32
