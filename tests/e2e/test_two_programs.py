"""Window and terminal write into one journal at the same time: every save is there, and each sees the other's."""

import datetime as dt
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from conftest import CHEAP_KIB, PASSPHRASE
from workjournal.domain.episode import Episode
from workjournal.journal import opening

WRITER = Path(__file__).with_name("window_writer.py")


def write_together(folder: Path, seconds: float) -> None:
    """Seen failing with `changed_elsewhere` always False: the window does not see what the terminal added."""
    opening.create(folder, PASSPHRASE).close()
    said: list[str] = []
    arguments = [sys.executable, str(WRITER), str(folder), PASSPHRASE, str(CHEAP_KIB), str(seconds)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout
        assert window.stdout.readline() == "ready\n"
        reader = threading.Thread(target=lambda: said.extend(line.strip() for line in window.stdout or ()))
        reader.start()
        added: list[str] = []
        while reader.is_alive() and "stopped" not in said:
            time.sleep(0.2)  # Today shows a thousand of a day at most
            added.append(add(folder, f"terminal-{len(added)}", at_least=written(said) + len(added)))
        reader.join()
        assert window.wait() == 0
    wrote = {line.removeprefix("wrote ") for line in said if line.startswith("wrote")}
    sees = {line.removeprefix("sees ") for line in said if line.startswith("sees")}
    assert len(wrote) > seconds * 2
    assert len(added) > 2
    with opening.open_journal(folder, PASSPHRASE) as journal:
        kept = [episode.title for episode in journal.episodes.newest(limit=10_000)]
        assert journal.notices == ()
    assert sorted(kept) == sorted(wrote | set(added))
    assert sees == wrote | set(added)


def written(said: list[str]) -> int:
    return sum(line.startswith("wrote") for line in tuple(said))


def add(folder: Path, title: str, at_least: int) -> str:
    """Open, look, add, close, as the terminal does; what both saved before is there."""
    today = dt.datetime.now().astimezone().date()
    with opening.open_journal(folder, PASSPHRASE) as journal:
        assert journal.episodes.count() >= at_least
        journal.episodes.add(Episode(date=today, title=title))
    return title


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_for_a_minute(folder: Path) -> None:
    write_together(folder, 60)


def test_for_a_moment(folder: Path) -> None:
    write_together(folder, 4)
