"""A window in which marked files are attached, looked at, and handed to another program; test_files_no_plaintext.py looks for them.

Started with a folder; the marker comes on standard input. Says "looked" once small pictures and a large one are drawn,
"copied" once there is a private copy; waits for a line after each, and ends as the window does when it is closed.
"""

import datetime as dt
import io
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image, PngImagePlugin
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.ui import tasks
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.program import build
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.vault.slots import passphrase


def marked_picture(marker: str) -> bytes:
    """A picture that also has the marker in it."""
    remark, written = PngImagePlugin.PngInfo(), io.BytesIO()
    remark.add_text("Comment", marker)
    Image.effect_noise((900, 900), 90).save(written, "PNG", pnginfo=remark)  # too large for its row
    return written.getvalue()


def tell(word: str) -> None:
    """Say how far it is, and wait."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main() -> None:
    """Attach, look, copy, close; or be killed before."""
    folder, marker = Path(sys.argv[1]), sys.stdin.readline().strip()
    passphrase.FLOOR_KIB = 32
    passphrase.calibrated_memory = lambda: 32
    journal = opening.create(folder, f"{marker} passphrase")
    episode = journal.episodes.save(Episode(date=dt.date(2026, 11, 19), title=marker))
    journal.attachments.add(episode.id, f"{marker}.png", marked_picture(marker))
    journal.attachments.add(episode.id, f"{marker}.txt", marker.encode() * 40_000)
    window = build(folder).window
    window.show()
    window.enter(Opened(journal, opening.lock_for_window(folder)))
    assert window.workspace is not None
    window.workspace.go("episode", episode.id)
    screen = window.workspace.screen_of("episode")
    assert isinstance(screen, EpisodeScreen)
    tasks.wait_all()
    files = journal.episodes.attachments(episode.id)
    assert screen.files.files.rows()[0].picture is not None  # type: ignore[attr-defined] # Row
    dialog = screen.files.deeds.look(files, files[0])
    tasks.wait_all()
    assert dialog.view.zoom() > 0
    QTest.qWait(50)
    tell("looked")
    dialog.reject()
    QDesktopServices.openUrl = lambda _url: True  # type: ignore[method-assign]
    for file in files:
        screen.files.deeds.open_elsewhere(file).agree.click()
        tasks.wait_all()
    tell("copied")
    window.close()
    sys.stdout.write("closed\n")


if __name__ == "__main__":
    main()
