"""The options of a pack in the terminal: sections, charts, typed lines, names, paper, password, and what refuses what."""

import io
from pathlib import Path

import pikepdf
import pytest

from cli.terminal import Terminal
from workjournal.exporters.pdf_pages import page_texts

PERIOD = ("--from", "2026-10-01", "--to", "2026-10-31")
TO_MANAGER = (*PERIOD, "--audience", "manager")
PASSWORD = "nine wet harbour lamps"


@pytest.fixture
def told(terminal: Terminal, tmp_path: Path) -> Path:
    """Two ticked things and where their pack is to be."""
    terminal("add", "Won the tender with Ada Holm", "--date", "2026-10-05", "--share", "manager")
    terminal("action", "add", "Find a mentor", "--kind", "ask", "--share", "manager")
    return tmp_path / "october.pdf"


def read(file: Path) -> str:
    return " ".join(" ".join(page_texts(file.read_bytes())).split())


def test_sections_stand_in_the_order_they_are_named(terminal: Terminal, told: Path) -> None:
    typed = ("--ask", "An hour a week", "--commit", "Walk the route")
    terminal("pack", *TO_MANAGER, "-o", str(told), "--sections", "commitments, asks", *typed)
    text = read(told)
    assert "tender" not in text
    assert 0 < text.index("Walk the route") < text.index("An hour a week")
    (line,) = terminal.json("ledger")
    assert line["sections"] == ["commitments", "asks"]
    assert (line["asks"], line["commitments"]) == (["An hour a week"], ["Walk the route"])
    assert (line["items"], line["charts"]) == ([], [])


def test_an_episode_without_its_section_is_evidence_all_the_same(terminal: Terminal, told: Path) -> None:
    terminal(
        "add", "Signed", "--date", "2026-10-06", "--share", "manager", "--source-link", "https://x.test/y"
    )
    terminal("pack", *TO_MANAGER, "-o", str(told), "--sections", "evidence")
    assert "https://x.test/y" in read(told)
    assert "tender" not in read(told)


@pytest.mark.parametrize(
    ("arguments", "told_of"),
    [
        (("--sections", "gossip"), "no section"),
        (("--sections", "goals,goals"), "named twice"),
        (("--chart", "happiness"), "happiness"),
        (("--chart", "energy"), "for you alone"),
        (
            ("--chart", "confidence", "--chart", "difficulty", "--chart", "skills", "--chart", "sources"),
            "most 3",
        ),
    ],
)
def test_what_no_pack_has_is_told_before_a_passphrase_is_asked_for(
    arguments: tuple[str, ...], told_of: str, terminal: Terminal, tmp_path: Path
) -> None:
    output = ("-o", str(tmp_path / "x.pdf"))
    terminal.bare("--vault", str(tmp_path), "pack", *TO_MANAGER, *output, *arguments, code=1)
    assert told_of in terminal.errors


def test_charts_are_those_named(terminal: Terminal, told: Path) -> None:
    for day, hard in enumerate((20, 35, 40, 60, 45, 70, 60, 80, 75), start=1):
        terminal(
            "add",
            f"Day {day}",
            "--date",
            f"2026-10-{day:02}",
            "--difficulty",
            str(hard),
            "--share",
            "manager",
        )
    terminal("pack", *TO_MANAGER, "-o", str(told), "--chart", "difficulty", "--chart", "difficulty")
    (line,) = terminal.json("ledger")
    assert line["charts"] == ["difficulty"]
    assert "Difficulty" in read(told)


def test_a_person_is_called_by_name_only_where_it_is_said(terminal: Terminal, told: Path) -> None:
    terminal("add", "x", "--date", "2025-01-01", "--person", "Ada Holm")
    terminal("pack", *TO_MANAGER, "-o", str(told))
    assert "Holm" not in read(told)
    terminal("pack", *TO_MANAGER, "-o", str(told), "--name", "ada holm")
    assert "Won the tender with Ada Holm" in read(told)
    terminal("pack", *TO_MANAGER, "-o", str(told), "--name", "Nobody", code=1)
    assert "no person called Nobody" in terminal.errors


def test_paper_and_language(terminal: Terminal, told: Path) -> None:
    terminal("pack", *TO_MANAGER, "-o", str(told), "--paper", "letter", "--language", "de")
    with pikepdf.open(told) as opened:
        assert [float(side) for side in opened.pages[0].mediabox] == [0, 0, 612, 792]
        assert str(opened.Root.Lang) == "de"
    assert "Höhepunkte und Tiefpunkte" in read(told)


@pytest.mark.parametrize("by_pipe", [False, True])
def test_a_password_comes_from_a_file_or_a_pipe_and_the_kept_copy_has_none(
    by_pipe: bool, terminal: Terminal, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = told.with_name("password")
    file.write_text(f"{PASSWORD}\nnot this\n", encoding="utf-8")
    file.chmod(0o600)
    if by_pipe:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\nnot this\n"))
    source = "-" if by_pipe else str(file)
    terminal("pack", *TO_MANAGER, "-o", str(told), "--password-file", source, "--keep", "--with", "Mara")
    assert "kept nowhere" in terminal.errors
    assert "weak" not in terminal.errors
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(told)
    with pikepdf.open(told, password=PASSWORD) as opened:
        assert opened.encryption.R == 6
    (line,) = terminal.json("ledger")
    assert (line["protected"], line["kept"], line["recipient"]) == (True, True, "Mara")
    copy = told.with_name("copy.pdf")
    terminal("ledger", "pdf", line["id"], "-o", str(copy))
    assert "this copy has none" in terminal.errors
    assert "Won the tender" in read(copy)


def test_passphrase_and_password_come_in_two_lines_of_one_pipe(
    terminal: Terminal, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passphrase = terminal.passphrase_file.read_text(encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{passphrase}{PASSWORD}\n"))
    before = ("--vault", str(terminal.folder), "--passphrase-file", "-")
    terminal.bare(*before, "pack", *TO_MANAGER, "-o", str(told), "--password-file", "-")
    with pikepdf.open(told, password=PASSWORD) as opened:
        assert len(opened.pages) == 1


def test_a_weak_password_is_told_and_none_at_all_is_refused(terminal: Terminal, told: Path) -> None:
    file = told.with_name("password")
    for content, code, said in (
        ("secret\n", 0, "weak"),
        ("\n", 1, "at least one"),
        ("  \n", 1, "at least one"),
    ):
        file.write_text(content, encoding="utf-8")
        terminal("pack", *TO_MANAGER, "-o", str(told), "--password-file", str(file), code=code)
        assert said in terminal.errors
        told.unlink(missing_ok=True)
    assert len(terminal.json("ledger")) == 1
    terminal("pack", *TO_MANAGER, "-o", str(told), "--password-file", str(file.with_name("none")), code=1)
    assert "password file" in terminal.errors
    assert not told.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ("--list", "--check"),
        ("-o", "x.pdf", "--json"),
        ("-o", "-"),
        ("-o", ""),
        ("-o", "~nobody-of-that-name/x.pdf"),
        ("-o", "x.pdf", "--items", "-", "--suggested"),
        ("-o", "x.pdf", "--items", "-", "--password-file", "-"),
        ("-o", "x.md", "--format", "markdown", "--keep"),
        ("-o", "x.md", "--format", "text", "--password-file", "p"),
        ("-o", "x.md", "--format", "text", "--paper", "a4"),
        ("-o", "x.md", "--format", "text", "--with", "Mara"),
        ("-o", "x.pdf", "--format", "docx"),
        ("-o", "x.pdf", "--paper", "a3"),
        ("-o", "x.pdf", "--language", "fr"),
        ("-o", "x.pdf", "--sections", "goals", "--ask", "Something"),
        ("-o", "x.pdf", "--sections", "goals", "--commit", "Something"),
        ("-o", "x.pdf", "--sections", "goals", "--chart", "confidence"),
        (),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(wrong: tuple[str, ...], terminal: Terminal) -> None:
    terminal("pack", *TO_MANAGER, *wrong, code=2)
    assert terminal.json("ledger") == []
    assert not list(Path().glob("x.*"))


def test_a_portfolio_has_no_place_for_asks(terminal: Terminal, told: Path) -> None:
    output = ("-o", str(told), "--ask", "More pay")
    terminal("pack", *PERIOD, "--audience", "next-job", *output, code=2)
    assert "which this pack has not" in terminal.errors


def test_a_year_for_oneself_needs_no_ticks(terminal: Terminal, told: Path) -> None:
    terminal("pack", "--from", "2026-01-01", "--to", "2026-12-31", "--audience", "own", "-o", str(told))
    assert terminal.errors == ""
    assert "Year in review" in read(told)
    assert "October 2026" in read(told)
