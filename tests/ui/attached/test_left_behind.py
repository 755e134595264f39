"""What a window that was killed left for other programs goes when the next one starts, before anything is unlocked."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workjournal.journal.private_folder import COPIES
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.main_window import MainWindow


def test_it_goes_at_the_start(
    qtbot: QtBot, new_vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with the sweep left out of `_preload`."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    left = tmp_path / f"{COPIES}of-a-killed-one"
    (left / "1").mkdir(parents=True, mode=0o700)
    (left / "1" / "plan.pdf").write_text("Content")
    window = MainWindow(Settings(), new_vault, restart=lambda _: None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not left.exists(), timeout=10_000)
    tasks.wait_all()
