"""What is remembered between starts, also by an older program or a stranger's hand."""

import json
import stat
from pathlib import Path

import pytest

from workjournal.settings import COLOURS, MOST_RECENT, Recent, Settings


def test_comes_back_as_it_was_saved(own_settings: Path, tmp_path: Path) -> None:
    settings = Settings(theme="dark", scale=1.25, window="AAAA")
    settings.remember(tmp_path / "one")
    settings.remember(tmp_path / "two")
    assert Settings.load() == settings
    assert stat.S_IMODE((own_settings / "settings.json").stat().st_mode) == 0o600


def test_a_recent_journal_is_a_path_and_a_colour_only(own_settings: Path, tmp_path: Path) -> None:
    Settings().remember(tmp_path / "one")
    stored = json.loads((own_settings / "settings.json").read_text(encoding="utf-8"))
    assert stored["recent"] == [{"path": str(tmp_path / "one"), "colour": 0}]


def test_the_newest_is_first_keeps_its_colour_and_is_the_last_vault(tmp_path: Path) -> None:
    settings = Settings()
    for name in ("one", "two", "three", "one"):
        settings.remember(tmp_path / name)
    assert [(Path(one.path).name, one.colour) for one in settings.recent] == [
        ("one", 0),
        ("three", 2),
        ("two", 1),
    ]
    assert settings.last_vault == str(tmp_path / "one")


def test_no_more_than_eight_and_colours_in_turn(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 2):
        settings.remember(tmp_path / str(number))
    assert [Path(one.path).name for one in settings.recent] == [str(number) for number in range(9, 1, -1)]
    assert len({one.colour for one in settings.recent}) == COLOURS


def test_one_taken_off_the_list_is_not_asked_for_again(tmp_path: Path) -> None:
    settings = Settings()
    settings.remember(tmp_path / "one")
    settings.remember(tmp_path / "two")
    settings.forget(str(tmp_path / "two"))
    assert [one.path for one in Settings.load().recent] == [str(tmp_path / "one")]
    assert Settings.load().last_vault == str(tmp_path / "one")
    settings.forget(str(tmp_path / "one"))
    assert Settings.load() == Settings()


def test_another_colour_stays(tmp_path: Path) -> None:
    settings = Settings()
    settings.remember(tmp_path / "one")
    settings.recolour(str(tmp_path / "one"), 3)
    settings.remember(tmp_path / "one")
    assert Settings.load().recent == [Recent(str(tmp_path / "one"), 3)]


def test_settings_from_before_there_was_a_list(own_settings: Path) -> None:
    old = {"theme": "dark", "scale": 1.0, "last_vault": "/home/sam/Work journal", "window": ""}
    (own_settings / "settings.json").write_text(json.dumps(old), encoding="utf-8")
    loaded = Settings.load()
    assert loaded.recent == [Recent("/home/sam/Work journal", 0)]
    assert loaded.theme == "dark"


@pytest.mark.parametrize(
    "recent",
    [
        "x",
        {"path": "/a"},
        [1, None, {}, {"path": 7}, {"path": ""}, {"path": "/a\0b"}],
    ],
)
def test_a_list_that_cannot_be_read_is_empty(own_settings: Path, recent: object) -> None:
    (own_settings / "settings.json").write_text(json.dumps({"recent": recent}), encoding="utf-8")
    assert Settings.load() == Settings()


def test_what_can_be_read_of_a_list_is(own_settings: Path) -> None:
    recent = [{"path": "/a", "colour": 99}, {"path": "/b", "colour": True}, {"path": "/a", "colour": 2}, 4]
    (own_settings / "settings.json").write_text(json.dumps({"recent": recent}), encoding="utf-8")
    assert Settings.load().recent == [Recent("/a", 0), Recent("/b", 0)]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"scale": "large"}'])
def test_an_unreadable_file_gives_the_defaults(own_settings: Path, content: str) -> None:
    (own_settings / "settings.json").write_text(content, encoding="utf-8")
    assert Settings.load() == Settings()


def test_what_a_terminal_changes_beside_a_window_stays() -> None:
    Settings(theme="dark").save()
    window, terminal = Settings.load(), Settings.load()
    terminal.change({"idle_minutes": 30, "theme": "system"})
    window.window = "AAAA"
    window.save()
    kept = Settings.load()
    assert (kept.idle_minutes, kept.theme, kept.window) == (30, "system", "AAAA")
    window.change({"theme": "light"})
    assert Settings.load().theme == "light"


def test_what_could_not_be_written_is_written_the_next_time(
    monkeypatch: pytest.MonkeyPatch, own_settings: Path
) -> None:
    settings = Settings.load()
    with monkeypatch.context() as full:
        full.setattr(Path, "write_text", _no_room)
        settings.change({"theme": "dark"})
    assert Settings.load().theme == "system"
    settings.change({"idle_minutes": 1})
    assert (Settings.load().theme, Settings.load().idle_minutes) == ("dark", 1)


def _no_room(*_: object, **__: object) -> int:
    raise OSError
