"""Power lost at any moment: what was called saved is there, and the database is whole.

A recorder of writes, truncates, fsyncs and operations on names is replayed as crash images: after each operation,
everything volatile kept, everything dropped, and by chance each change kept, dropped or torn.
"""

from collections.abc import Callable
from typing import Any

import pytest

from power.conftest import Record
from power.replay import states
from power.restart import ALARM, CORRUPT, GOOD, LOST, Figures, figures

Tell = Callable[[str, Any], None]
SHARES = 8
EACH = 200
"""So many states at least of each share of the saves, and 720 of the other workloads: over 2,000 in all."""


@pytest.fixture
def cut(record: Record, record_property: Tell, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Figures]:
    """Cut the power of a workload, at operations from a share of it, every so many."""

    def cut(
        workload: str,
        control: str = "shipped",
        *,
        every: int = 1,
        share: tuple[int, int] = (0, 1),
        chances: int = 2,
    ) -> Figures:
        recording = record(workload, control)
        monkeypatch.setenv("WORKJOURNAL_CONFIG", str(recording.place / "settings"))
        part, parts = share
        first, last = (len(recording.records) * edge // parts for edge in (part, part + 1))
        cuts = range(first, last, every)
        found, wrong = figures(
            recording, states(recording.place, recording.before, recording.records, cuts, chances)
        )
        record_property("power cuts", {"of": f"{workload}, {control}", **found})
        assert control != "shipped" or not wrong, wrong
        return found

    return cut


Cutting = Callable[..., Figures]


def test_nothing_saved_is_lost(cut: Cutting) -> None:
    """Seen failing with synchronous=NORMAL and OFF: the controls below."""
    found = cut("saves", every=41)
    assert found["states"] == found[GOOD] > 60


@pytest.mark.parametrize("workload", ["header", "passphrases"])
def test_no_key_is_lost(cut: Cutting, workload: str) -> None:
    """Seen failing without the fsync of the folder: the control below."""
    found = cut(workload, every=13, chances=1)
    assert found["states"] == found[GOOD] > 10


@pytest.mark.slow
@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_saved_is_ever_lost(cut: Cutting, share: int) -> None:
    """Seen failing with synchronous=NORMAL and OFF: the controls below."""
    found = cut("saves", share=(share, SHARES), chances=3)
    assert found["states"] == found[GOOD] >= EACH


@pytest.mark.slow
@pytest.mark.parametrize(
    ("workload", "every", "least"),
    [
        ("creation", 4, 200),
        ("header", 2, 180),
        ("passphrases", 1, 40),
        ("rotation", 9, 180),
        ("backup", 7, 120),
    ],
)
def test_no_key_and_no_copy_is_ever_lost(cut: Cutting, workload: str, every: int, least: int) -> None:
    """The header seen failing without the fsync of the folder: the control below."""
    found = cut(workload, every=every, chances=3)
    assert found["states"] == found[GOOD] >= least


@pytest.mark.slow
def test_without_waiting_for_the_disk_saves_are_lost(cut: Cutting) -> None:
    found = cut("saves", "synchronous=NORMAL", every=23, chances=1)
    assert found[LOST] > found["states"] / 5
    assert not found[CORRUPT]


@pytest.mark.slow
def test_without_any_order_the_database_is_corrupt(cut: Cutting) -> None:
    found = cut("saves", "synchronous=OFF", every=23, chances=1)
    assert found[LOST] > 0
    assert found[CORRUPT] > found["states"] / 10
    assert found[ALARM] > 0


@pytest.mark.slow
def test_without_the_fsync_of_the_folder_headers_are_lost(cut: Cutting) -> None:
    found = cut("header", "no fsync of the folder", every=3)
    assert found[LOST] > found["states"] / 10
