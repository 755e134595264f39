"""Where a vault lies: synced, doubled, on a stick, open to others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PASSPHRASE
from workjournal.vault import places, vault


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "Users" / "mara"
    place.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", staticmethod(lambda: place))
    return place


@pytest.mark.parametrize(
    ("marker", "client"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".stfolder", "Syncthing"),
        (".stversions", "Syncthing"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud or ownCloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud or ownCloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".owncloudsync.log.1", "ownCloud"),
        (".megaignore", "MEGA"),
        (".tmp.drivedownload", "Google Drive"),
        (".tmp.driveupload", "Google Drive"),
        (".boxsync", "Box"),
    ],
)
def test_a_marker_in_the_folder_or_above_tells_the_client(home: Path, marker: str, client: str) -> None:
    folder = home / "papers" / "work" / "journal"
    folder.mkdir(parents=True)
    assert places.synced_by(folder) == ""
    for place in (folder, folder.parent, folder.parent.parent):
        (place / marker).touch()
        assert places.synced_by(folder) == client
        (place / marker).unlink()


@pytest.mark.parametrize(
    ("path", "client"),
    [
        ("Dropbox/journal", "Dropbox"),
        ("Dropbox (Halvorsen Freight)/journal", "Dropbox"),
        ("OneDrive/journal", "OneDrive"),
        ("OneDrive - Halvorsen Freight/Documents/journal", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/journal", "iCloud Drive"),
        ("iCloudDrive/journal", "iCloud Drive"),
        ("Library/CloudStorage/OneDrive-Personal/journal", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-mara@example.org/My Drive/journal", "Google Drive"),
        ("Library/CloudStorage/ProtonDrive-mara@example.org/journal", "Proton Drive"),
        ("Library/CloudStorage/Box-Box/journal", "Box"),
        ("Library/CloudStorage/NewClient-mara/journal", "NewClient"),
        ("Google Drive/journal", "Google Drive"),
        ("My Drive/journal", "Google Drive"),
        ("Nextcloud/journal", "Nextcloud"),
        ("Nextcloud2/journal", "Nextcloud"),
        ("ownCloud/journal", "ownCloud"),
        ("pCloudDrive/journal", "pCloud"),
        ("pCloud Sync/journal", "pCloud"),
        ("MEGA/journal", "MEGA"),
        ("MEGAsync/journal", "MEGA"),
        ("Box/journal", "Box"),
        ("Box Sync/journal", "Box"),
        ("Proton Drive/mara/My files/journal", "Proton Drive"),
        ("dropbox/journal", "Dropbox"),
        ("journal", ""),
        ("documents/Box/journal", ""),
        ("documents/my mega project/journal", ""),
        ("Dropbox-clone/src/journal", ""),
        ("onedriveless/journal", ""),
        ("Library/Application Support/journal", ""),
    ],
)
def test_a_name_that_clients_give_tells_the_client(home: Path, path: str, client: str) -> None:
    assert (
        places.synced_by(home / path) == client
    )  # whether it is there or not: a place can be asked about before


def test_a_link_into_a_synced_folder_is_followed_and_one_out_of_it_is_told(home: Path) -> None:
    (home / "Dropbox" / "journal").mkdir(parents=True)
    (home / "journal").symlink_to(home / "Dropbox" / "journal")
    assert places.synced_by(home / "journal") == "Dropbox"
    (home / "elsewhere").mkdir()
    (home / "Dropbox" / "link").symlink_to(home / "elsewhere")
    assert places.synced_by(home / "Dropbox" / "link") == "Dropbox"


def test_a_clients_settings_at_home_are_no_synced_folder(home: Path) -> None:
    (home / ".dropbox").mkdir()
    (home / ".pcloud").mkdir()
    assert places.synced_by(home / "journal") == ""
    (home / ".stfolder").mkdir()
    assert places.synced_by(home / "journal") == "Syncthing"


@pytest.mark.parametrize(
    "name",
    [
        "vault (conflicted copy 2026-11-18).json",
        "vault (Mara's conflicted copy 2026-11-18).json",
        "vault (In Konflikt stehende Kopie von Mara 2026-11-18).json",
        "journal-DESKTOP-AB12.db",
        "journal-Maras-MacBook-Pro.db",
        "journal.sync-conflict-20261118-101112-ABCDEFG.db",
        "vault.sync-conflict-20261118-101112-ABCDEFG.json",
        "journal (1).db",
        "journal(1).db",
        "journal 2.db",
        "vault.json (1).old",
        "vault (1).json.old",
        "journal_conf(2026-11-18_101112).db",
        "journal_conflict-20261118-101112.db",
        "journal_conflict-mara-20261118-101112.db",
        "journal [Conflict].db",
        "journal.Conflict.db",
        "journal (SFConflict mara@example.org 2026-11-18-10-11-12).db",
        "journal (# Name clash 2026-11-18 x7 #).db",
        "journal (conflicted copy).db-wal",
        "journal.sync-conflict-20261118-101112-ABCDEFG.db-wal",
    ],
)
def test_second_versions_of_our_files_are_named(folder: Path, name: str) -> None:
    vault.create(folder, PASSPHRASE)
    (folder / name).touch()
    assert places.conflict_copies(folder) == [name]
    assert places.strangers(folder, {"vault.json"}) == []


@pytest.mark.parametrize(
    "name",
    [
        *(
            "vault.json.old",
            "journal.db",
            "journal.db-wal",
            "journal.db-shm",
            "journal-2.db",
            "journal-2.db-wal",
        ),
        *("vault.json.damaged-20261118T101112Z", "window.lock", "objects", "backups", "notes (1).txt"),
        *(".vault.json.4711.new", "journals.db", "journal - Copy.db"),
    ],
)
def test_our_own_files_and_others_are_no_second_version(folder: Path, name: str) -> None:
    vault.create(folder, PASSPHRASE)
    (folder / name).touch()
    assert places.conflict_copies(folder) == []


def test_second_versions_of_objects_are_named_too(folder: Path) -> None:
    vault.create(folder, PASSPHRASE)
    (folder / "objects").mkdir()
    name = "0123456789abcdef" * 2
    for ending in ("", " (1)", ".sync-conflict-20261118-101112-ABCDEFG", ".partial"):
        (folder / "objects" / (name + ending)).touch()
    assert places.conflict_copies(folder) == [
        f"objects/{name} (1)",
        f"objects/{name}.sync-conflict-20261118-101112-ABCDEFG",
    ]


def test_strangers_are_what_is_neither_known_nor_litter(folder: Path) -> None:
    vault.create(folder, PASSPHRASE)
    for name in (".DS_Store", "Thumbs.db", "notes.txt", "journal (1).db", "journal - Copy.db"):
        (folder / name).touch()
    assert places.strangers(folder, {"vault.json"}) == ["journal - Copy.db", "notes.txt"]


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert places.conflict_copies(gone) == []
    assert places.strangers(gone, ()) == []
    assert places.modes(gone) == []
    assert not places.is_removable(gone)


def sysfs(tmp_path: Path, folder: Path, *, partition: bool, removable: str) -> Path:
    """A /sys in which the disk that holds `folder` says what is wanted."""
    number = folder.stat().st_dev
    system = tmp_path / "sys"
    disk = system / "devices" / "usb1" / "block" / "sdb"
    device = disk / "sdb1" if partition else disk
    device.mkdir(parents=True)
    (disk / "removable").write_text(removable, encoding="ascii")
    (system / "dev" / "block").mkdir(parents=True)
    (system / "dev" / "block" / f"{os.major(number)}:{os.minor(number)}").symlink_to(device)
    return system


@pytest.mark.parametrize(
    ("partition", "removable", "told"),
    [
        (True, "1\n", True),
        (False, "1\n", True),
        (True, "0\n", False),
        (False, "0\n", False),
        (True, "", False),
    ],
)
def test_a_stick_is_told_by_its_disk(tmp_path: Path, partition: bool, removable: str, told: bool) -> None:
    system = sysfs(tmp_path, tmp_path, partition=partition, removable=removable)
    assert places.is_removable(tmp_path, system) is told


def test_a_system_that_does_not_tell_is_no_stick(tmp_path: Path) -> None:
    assert not places.is_removable(tmp_path, tmp_path / "no such system")


Change = Callable[[Path], object]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda _: None, []),
        (lambda folder: (folder / "vault.json").chmod(0o644), []),  # in a folder that lets nobody in
        (lambda folder: folder.chmod(0o755), [".", "objects/open"]),
        (lambda folder: folder.chmod(0o711), ["objects/open"]),
        (lambda folder: folder.chmod(0o744), ["."]),  # names can be read, and nothing behind them
        (
            lambda folder: (folder.chmod(0o711), (folder / "vault.json").chmod(0o644)),
            ["objects/open", "vault.json"],
        ),
        (lambda folder: (folder.chmod(0o710), (folder / "vault.json").chmod(0o604)), []),
        (lambda folder: (folder.chmod(0o710), (folder / "vault.json").chmod(0o640)), ["vault.json"]),
        (lambda folder: (folder.chmod(0o711), (folder / "objects").chmod(0o700)), []),
    ],
)
def test_what_others_can_read_is_named(folder: Path, change: Change, told: list[str]) -> None:
    vault.create(folder, PASSPHRASE)
    (folder / "objects").mkdir()
    (folder / "objects").chmod(0o711)
    (folder / "objects" / "open").touch()
    (folder / "objects" / "open").chmod(0o604)
    (folder / "link").symlink_to("vault.json")  # the mode of a link means nothing
    change(folder)
    assert places.modes(folder) == told
