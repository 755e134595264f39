"""Vaults of Obsidian, as folders and archives."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from workjournal.importers import detected
from workjournal.importers.importer import Asked, NotThisFormat
from workjournal.importers.item import Given, Item, Note, Trouble, Weight
from workjournal.importers.markdown.obsidian import OBSIDIAN
from workjournal.importers.opening import opened

PEERS = Path(__file__).parents[2].parent / "shared" / "peers"
VAULT = {
    ".obsidian/app.json": "{}",
    ".obsidian/daily-notes.json": '{"format": "DD-MM-YYYY", "folder": "Daily"}',
    ".obsidian/templates.json": '{"folder": "Templates"}',
    ".trash/Old.md": "thrown away",
    "Templates/Daily.md": "# {{date}}",
    "Daily/03-04-2024.md": "Counted with [[Priya]]. #count",
    "Daily/04-04-2024.md": " \n",
    "Plan.md": (
        "---\ntags: [plan, '#count']\naliases: [The plan]\ndate: 2024-06-16T10:30\nmood: good\nfavorite: true\n"
        "cover: '[[cover.png]]'\n---\n# The plan\n\n![[chart.png|300]]\n"
    ),
    "Meeting.md": "---\ncreated: 2024-06-17\ntitle: With Priya\n---\nTalked.",
    "Broken.md": "---\na: b: c\n---\ntext",
    "Drawing.md": "---\nexcalidraw-plugin: parsed\n---\nxx",
    "Board.canvas": "{}",
    "List.base": "x",
    "files/chart.png": "png",
    "files/cover.png": "png",
    "files/forgotten.pdf": "pdf",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read(path: Path, **said: str) -> list[Given]:
    with opened(path) as tree:
        assert OBSIDIAN.accepts(tree)
        return list(OBSIDIAN.read(tree, Asked(settings=said)))


@pytest.fixture
def given(tmp_path: Path) -> list[Given]:
    return read(write(tmp_path / "vault", VAULT))


def item(given: list[Given], place: str) -> Item:
    return next(each for each in given if isinstance(each, Item) and each.place == place)


def test_its_notes_are_read_and_nothing_of_the_program(given: list[Given]) -> None:
    places = [each.place for each in given if isinstance(each, Item)]
    assert places == ["Broken.md", "Daily/03-04-2024.md", "Meeting.md", "Plan.md"]
    assert Note("4 hidden files, such as a setting or what is in the trash, were passed over.") in given


def test_a_daily_note_is_read_by_the_vaults_own_format(given: list[Given]) -> None:
    daily = item(given, "Daily/03-04-2024.md")
    assert (daily.date, daily.time, daily.title) == (dt.date(2024, 4, 3), None, "")
    assert (daily.text, daily.tags) == ("Counted with Priya. #count", ("count",))
    assert daily.unknown == {"path": "Daily/03-04-2024.md", "wikilinks": ["[[Priya]]"]}


def test_the_fields_of_a_note_find_their_place(given: list[Given]) -> None:
    plan = item(given, "Plan.md")
    assert (plan.date, plan.time, plan.title) == (dt.date(2024, 6, 16), dt.time(10, 30), "Plan")
    assert plan.text == "# The plan\n\n![chart.png](chart.png)"
    assert plan.tags == ("plan", "count")
    assert plan.starred
    assert [file.name for file in plan.files] == ["chart.png", "cover.png"]
    with plan.files[0].opened() as file:
        assert file.read() == b"png"
    assert plan.unknown == {
        "aliases": ["The plan"],
        "mood": "good",
        "cover": "[[cover.png]]",
        "path": "Plan.md",
        "wikilinks": ["![[chart.png|300]]"],
    }


def test_a_title_and_a_day_of_making_serve_where_nothing_else_does(given: list[Given]) -> None:
    meeting = item(given, "Meeting.md")
    assert (meeting.date, meeting.title, meeting.unknown) == (
        dt.date(2024, 6, 17),
        "With Priya",
        {"path": "Meeting.md"},
    )


def test_what_is_wrong_or_left_out_is_told(given: list[Given]) -> None:
    troubles = {each.place: each for each in given if isinstance(each, Trouble)}
    assert troubles.pop("Broken.md").weight is Weight.PARTLY
    assert item(given, "Broken.md").text == VAULT["Broken.md"]
    assert {place: each.what for place, each in troubles.items()} == {
        "Daily/04-04-2024.md": "It is empty.",
        "Templates/Daily.md": "It is a template for notes.",
        "Drawing.md": "It is a drawing of Excalidraw, not a note.",
        "Board.canvas": "It is a canvas, not a note.",
        "List.base": "It is a base, which shows notes but is none.",
        "files/forgotten.pdf": "No note refers to it.",
    }
    assert {each.weight for each in troubles.values()} == {Weight.LEFT_OUT}


def test_a_zip_of_a_vault_gives_the_same(tmp_path: Path, given: list[Given]) -> None:
    packed = tmp_path / "vault.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in VAULT.items():
            archive.writestr(f"My vault/{name}", text)
    again = read(packed)
    keys = [[each.key for each in found if isinstance(each, Item)] for found in (given, again)]
    assert keys[0] == keys[1]
    assert sum(isinstance(each, Trouble) for each in again) == sum(
        isinstance(each, Trouble) for each in given
    )


@pytest.mark.parametrize(
    "settings", ["", "{", "[]", '{"format": 5}', '{"format": "YYYY"}', '{"format": "[" }']
)
def test_settings_that_cannot_be_read_say_nothing(tmp_path: Path, settings: str) -> None:
    names = (
        ".obsidian/daily-notes.json",
        ".obsidian/plugins/periodic-notes/data.json",
        ".obsidian/templates.json",
    )
    vault = write(tmp_path, {**dict.fromkeys(names, settings), "2024-06-16.md": "x"})
    found = [each for each in read(vault) if isinstance(each, Item)]
    assert [each.date for each in found] == [dt.date(2024, 6, 16)]


def test_any_other_folder_is_refused(tmp_path: Path) -> None:
    with opened(write(tmp_path, {"a.md": "x"})) as tree:
        assert not OBSIDIAN.accepts(tree)
        with pytest.raises(NotThisFormat):
            list(OBSIDIAN.read(tree, Asked()))


@pytest.mark.skipif(not PEERS.exists(), reason="the journals of other programs are not here")
def test_a_vault_of_its_own() -> None:
    with opened(PEERS / "obsidian" / "vault") as tree:
        assert detected(tree) is OBSIDIAN
    given = read(PEERS / "obsidian" / "vault")
    sample, second = (each for each in given if isinstance(each, Item))
    assert sample.tags == ("frontmatter-tag-obsidian", "another-tag-obsidian", "inline-tag-obsidian")
    assert "link with alias\n" in sample.text
    assert "![markdown image](test.png)" in sample.text
    assert [file.name for file in second.files] == ["test.png", "plaintext.txt"]
    assert second.files[0].size == 2840
    assert not [each for each in given if isinstance(each, Trouble)]
