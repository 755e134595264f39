"""jrnl's text files and folders, and what of the sort other people's jrnl wrote."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from workjournal.importers.importer import Asked, NotThisFormat, SettingRefused
from workjournal.importers.item import Item, Note, Trouble, Weight
from workjournal.importers.jrnl.journal import JRNL
from workjournal.importers.opening import opened
from workjournal.importers.trees import Lone

PEERS = Path(__file__).parents[2].parent / "shared" / "peers" / "jrnl"


class Report:
    """What an import gave, sorted by its kind."""

    def __init__(self, path: Path | Lone, passphrase: str = "", **settings: str) -> None:
        asked = Asked(passphrase, settings)
        if isinstance(path, Path):
            with opened(path) as tree:
                self.accepted = JRNL.accepts(tree)
                given = list(JRNL.read(tree, asked))
        else:
            self.accepted = JRNL.accepts(path)
            given = list(JRNL.read(path, asked))
        self.items = [each for each in given if isinstance(each, Item)]
        self.troubles = [each for each in given if isinstance(each, Trouble)]
        self.notes = [each.what for each in given if isinstance(each, Note)]


def text(written: str, name: str = "journal.txt", **settings: str) -> Report:
    return Report(Lone(None, name, written.encode()), **settings)


def folder(path: Path, files: Mapping[str, str]) -> Path:
    for name, written in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(written, encoding="utf-8")
    return path


def test_an_entry_is_a_line_with_a_date_and_what_follows() -> None:
    found = text(
        "[2026-03-02 07:45] Ferry was late. Again. *\n\n  Asked @Mara about the #rota.\n[1] a footnote\n[ ] to do\n"
        "\n[2026-03-03 08:00] Quiet day.\n"
    )
    first, second = found.items
    assert found.accepted
    assert (first.date, first.time, first.zone) == (dt.date(2026, 3, 2), dt.time(7, 45), "")
    assert (first.title, first.starred, first.tags) == ("Ferry was late. Again.", True, ("Mara", "rota"))
    assert first.text == "  Asked @Mara about the #rota.\n[1] a footnote\n[ ] to do"
    assert (first.place, second.place) == ("journal.txt, line 1", "journal.txt, line 7")
    assert (second.title, second.text, second.starred, second.unknown) == ("Quiet day.", "", False, {})
    assert found.troubles == []
    assert any("%Y-%m-%d %H:%M" in note for note in found.notes)


@pytest.mark.parametrize(
    ("written", "title", "body", "starred"),
    [
        ("One. Two.\n", "One. Two.", "", False),  # a whole line is the title …
        ("One. Two.", "One.", "Two.", False),  # … but of a last line without an end, the first sentence
        ("He asked “why?” Then left", "He asked “why?”", "Then left", False),
        ("始まり。続き", "始まり。", "続き", False),
        ("Wait… what\nBody.\n", "Wait… what", "Body.", False),
        ("\n\n  Late title \nBody.\n", "Late title", "Body.", False),
        ("Title *", "Title", "", True),
        ("Title*\nBody", "Title", "Body", True),
        ("* Title *\n", "Title", "", True),
        ("It was **great**\n", "It was **great**", "", True),  # jrnl stars it; the words stay
        ("2 * 3\n", "2 * 3", "", False),
        ("Title\n\n\n    code\n\n\n", "Title", "    code", False),
        ("Title\nBody *\n", "Title", "Body *", False),
        ("A" * 190 + ". " + "B" * 50 + "\nC", "A" * 190 + ".", "B" * 50 + "\nC", False),
        ("A" * 190 + ". " + "B" * 50 + "\n\nC\n", "A" * 190 + ".", "B" * 50 + "\n\nC", False),
        ("A" * 300 + "\nC", "", "A" * 300 + "\nC", False),
        ("Tab\tinside\r\nBody\r\n", "Tab\tinside", "Body", False),
    ],
)
def test_the_title_is_jrnls_and_no_word_is_lost(written: str, title: str, body: str, starred: bool) -> None:
    (item,) = text("[2026-03-02 07:45] " + written).items
    assert (item.title, item.text, item.starred) == (title, body, starred)


def test_a_bracket_that_holds_no_date_is_text_and_a_date_that_is_none_is_told() -> None:
    found = text(
        "[2026-02-27 10:00] One\n[see the minutes] of June\n[10:15] Bo: hello\n[2026-02-30 10:00] Two\nbody\n"
        "[2026-03 10:00] Three\n[2026-03-02 10:00]\nFour\n[2026-03-04 10:00] \n"
    )
    one, two, three, four = found.items
    assert one.text == "[see the minutes] of June\n[10:15] Bo: hello"
    assert (two.date, two.time, two.text, two.unknown) == (None, None, "body", {"date": "2026-02-30 10:00"})
    assert (three.date, three.unknown) == (dt.date(2026, 3, 1), {"date": "2026-03 10:00"})  # as jrnl takes it
    assert (four.date, four.title) == (dt.date(2026, 3, 2), "Four")
    assert [(each.place, each.weight) for each in found.troubles] == [
        ("journal.txt, line 4", Weight.PARTLY),
        ("journal.txt, line 6", Weight.PARTLY),
        ("journal.txt, line 9", Weight.FAILED),
    ]


def test_lines_that_each_are_an_entry() -> None:
    found = text("[2026-03-02 10:00:00.25] One. And more.\n[2026-03-02 11:00:00.00] Two.\n")
    assert [(item.title, item.text) for item in found.items] == [("One.", "And more."), ("Two.", "")]
    assert [item.unknown for item in found.items] == [{"date": "2026-03-02 10:00:00.25"}, {}]


def test_what_stands_before_the_first_date_is_not_lost() -> None:
    found = text("My journal\n\n[2026-03-02 10:00] One\n")
    assert [(item.date, item.title) for item in found.items] == [
        (None, "My journal"),
        (dt.date(2026, 3, 2), "One"),
    ]
    assert "before the first date" in found.troubles[0].what


def test_dates_that_nobody_can_read_still_begin_entries() -> None:
    found = text("[sometime in May] One\nbody\n\n[qwertyuiop] Two\n", "old.journal")
    assert found.accepted
    assert [(item.date, item.title, item.text) for item in found.items] == [
        (None, "One", "body"),
        (None, "Two", ""),
    ]
    assert ["sometime in May" in found.troubles[0].what, "qwertyuiop" in found.troubles[1].what] == [
        True,
        True,
    ]


def test_version_1_had_no_brackets() -> None:
    found = text(
        '10.06.2023 15:00 He said "[this] is it". *\nlorem\n\n[03.08.2019 12:55] Some chat\n11.06.2023 09:30 Sunday\n'
    )
    first, second = found.items
    assert found.accepted
    assert (first.date, first.time) == (dt.date(2023, 6, 10), dt.time(15, 0))
    assert (first.title, first.starred) == ('He said "[this] is it".', True)
    assert first.text == "lorem\n\n[03.08.2019 12:55] Some chat"
    assert (second.date, second.title) == (dt.date(2023, 6, 11), "Sunday")


@pytest.mark.parametrize("title", ["Monday was fine.", "May I?", "12 eggs", "10:30 was the call", "At last"])
def test_a_title_that_goes_on_like_a_date_is_a_title(title: str) -> None:
    assert [item.title for item in text(f"2023-06-10 15:00 {title}\n").items] == [title]


def test_equal_entries_are_kept_and_found_again() -> None:
    written = "[2026-03-02 10:00] Same\n\n[2026-03-02 10:00] Same\n\n[2026-03-02 10:01] Same\n"
    keys = [item.key for item in text(written).items]
    assert len(set(keys)) == 3
    assert [item.key for item in text("[2026-03-01 10:00] New\n\n" + written).items][1:] == keys


@pytest.mark.parametrize(
    ("signs", "tags"),
    [
        ("", ("Mara", "C++", "OS/2", "rota", "héllo")),
        ("@", ("Mara", "C++", "OS/2")),
        ("#", ("rota", "12", "héllo")),
        ("#@", ("Mara", "C++", "OS/2", "rota", "12", "héllo")),
        ("^]", ("up", "x")),
    ],
)
def test_tags_are_words_behind_a_sign(signs: str, tags: tuple[str, ...]) -> None:
    found = text(
        "[2026-03-02 10:00] @Mara, @mara knows @C++. (@not) a@b.org @OS/2\n## Head\n#rota #12 #héllo @@ ### ^up ]x",
        tagsymbols=signs,
    )
    assert found.items[0].tags == tags
    assert any('"#"' in note for note in found.notes) == (signs == "")


def test_a_folder_has_a_file_for_each_day_and_others_are_told(tmp_path: Path) -> None:
    written = "[2026-03-02 09:25:00 AM] One\n\n[2026-03-02 02:05:10 PM] Two\n"
    files = {"2026/03/02.txt": written, "2026/03/04.txt": "no date\n", "2026/02/30.txt": written}
    found = Report(
        folder(tmp_path, {**files, "2026/notes.txt": written, "notes.txt": written, ".git/x": "x"})
    )
    assert found.accepted
    assert [(item.date, item.time, item.title) for item in found.items] == [
        (dt.date(2026, 3, 2), dt.time(9, 25), "One"),
        (dt.date(2026, 3, 2), dt.time(14, 5, 10), "Two"),
        (dt.date(2026, 3, 4), None, "no date"),
    ]
    assert found.notes[-1].startswith("3 files are")
    assert ".git" not in found.notes[-1]


@pytest.mark.parametrize("head", ["09:30", "05.03.2026 09:30", "05/03/2026 09:30 AM", "03/05/26 9:30"])
def test_the_day_of_a_file_decides_how_its_dates_are_read(tmp_path: Path, head: str) -> None:
    found = Report(folder(tmp_path, {"j/2026/03/05.md": f"[{head}] One\n" + "[12:00:01] Bo: hello\n" * 3}))
    (item, *rest) = found.items
    assert (item.date, item.time) == (dt.date(2026, 3, 5), dt.time(9, 30))
    assert found.troubles == []
    assert rest == []


def test_notes_of_days_in_another_program_are_not_jrnls(tmp_path: Path) -> None:
    notes = {f"2026/03/{day:02}.md": "# Day\n\n[a link](x)\n" for day in range(1, 2)}
    with opened(folder(tmp_path, {**notes, "all.journal": "[2026-03-02 10:00] One\n"})) as tree:
        assert not JRNL.accepts(tree)


def test_what_holds_for_all_journals_is_said_once(tmp_path: Path) -> None:
    files = {
        "jrnl.yaml": "tagsymbols: '+'",
        **dict.fromkeys(("a.journal", "b.txt"), "[2026-03-02 10:00] +One -two\n"),
    }
    found = Report(folder(tmp_path, files), tagsymbols="-")
    assert len(found.notes) == len(set(found.notes)) == 2
    assert [item.tags for item in found.items] == [
        ("two",)
    ] * 2  # what is asked for goes before the configuration


def test_a_date_that_is_not_its_files_is_told(tmp_path: Path) -> None:
    found = Report(folder(tmp_path, {"2026/03/05.txt": "[2026-03-06 09:30] One\n"}))
    assert (found.items[0].date, found.items[0].unknown) == (
        dt.date(2026, 3, 5),
        {"date": "2026-03-06 09:30"},
    )
    assert found.troubles[0].weight is Weight.PARTLY


def test_an_archive_with_several_journals_and_their_configuration() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "jrnl.yaml",
            "timeformat: '%d/%m/%Y'\ntagsymbols: '+'\njournals:\n  default: ~/me.txt\n"
            "  w: {journal: 'C:\\x\\work.log', timeformat: '%m/%d/%Y'}\n",
        )
        archive.writestr("me.txt", "[01/02/2026] One +tag @no\n")
        archive.writestr("work.log", "[01/02/2026] Two\n")
        archive.writestr("broken.jrnl", b"gAAAAABx" + b"A" * 100)
        archive.writestr("other.pdf", "x")
    from workjournal.importers.archives import Zip

    tree = Zip(packed, "all.zip")
    given = list(JRNL.read(tree, Asked()))
    found = {item.place: item for item in given if isinstance(item, Item)}
    assert JRNL.accepts(tree)
    assert (found["me.txt, line 1"].date, found["me.txt, line 1"].time) == (dt.date(2026, 2, 1), None)
    assert found["me.txt, line 1"].tags == ("tag",)
    assert found["work.log, line 1"].date == dt.date(2026, 1, 2)
    assert [each.place for each in given if isinstance(each, Trouble)] == ["broken.jrnl"]
    assert [each.what for each in given if isinstance(each, Note) and "other.pdf" in each.what] != []


@pytest.mark.parametrize(
    ("key", "value"),
    [("timeformat", "%Q"), ("timeformat", "%H:%M"), ("timeformat", "%d.%m.%Y"), ("tagsymbols", "a")],
)
def test_a_setting_that_cannot_be_is_refused(key: str, value: str) -> None:
    with pytest.raises(SettingRefused) as refused:
        text("[2026-03-02 10:00] One", **{key: value})
    assert value in str(refused.value)


@pytest.mark.parametrize(
    "written", ["", "Dear diary\n", "# A note\n\n[a link](x) and more\n", "- [x] done\n"]
)
def test_other_texts_are_not_jrnls(written: str) -> None:
    tree = Lone(None, "note.txt", written.encode())
    assert not JRNL.accepts(tree)
    with pytest.raises(NotThisFormat):
        list(JRNL.read(tree, Asked()))


@pytest.mark.skipif(not PEERS.exists(), reason="the journals of others are not here")
@pytest.mark.parametrize(
    ("name", "passphrase", "titles", "starred", "tags"),
    [
        ("simple.journal", "", 2, 0, 0),
        ("multiline.journal", "", 1, 0, 0),
        ("multiline-tags.journal", "", 1, 0, 7),
        ("tags.journal", "", 2, 0, 3),
        ("deletion.journal", "", 3, 0, 0),
        ("unreadabledates.journal", "", 2, 0, 0),
        ("basic_onefile.journal", "", 3, 1, 4),
        ("basic_folder", "", 3, 1, 4),
        ("myjournal.json", "", 5, 2, 3),
        ("encrypted.journal", "bad doggie no biscuit", 2, 0, 0),
        ("encrypted_v3.journal", "good doggie extra biscuit", 2, 0, 0),
    ],
)
def test_the_journals_of_others(name: str, passphrase: str, titles: int, starred: int, tags: int) -> None:
    found = Report(PEERS / name, passphrase)
    assert found.accepted
    assert (len(found.items), sum(item.starred for item in found.items)) == (titles, starred)
    assert len({tag for item in found.items for tag in item.tags}) == tags
    assert [each.weight for each in found.troubles] == [Weight.PARTLY] * sum(
        not item.date for item in found.items
    )
