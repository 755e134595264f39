"""The redaction list in the terminal."""

from pathlib import Path

from cli.terminal import Terminal
from workjournal.exporters.pdf_pages import page_texts

PERIOD = ("--from", "2026-10-01", "--to", "2026-10-31")


def test_words_are_listed_changed_and_taken_off(terminal: Terminal) -> None:
    assert terminal.json("redact") == []
    assert terminal("redact") == ""
    assert "No words are replaced" in terminal.errors
    shown = terminal("redact", "Project  Heron", "--instead", "a new scanner")
    assert "Project Heron" in shown
    assert "a new scanner" in shown
    terminal("redact", "Kite")
    heron = {"words": "Project Heron", "instead": "a new scanner"}
    kite = {"words": "Kite", "instead": ""}
    assert terminal.json("redact") == [heron, kite]
    assert terminal.json("redact", "PROJECT heron", "--instead", "a device")[0]["instead"] == "a device"
    assert terminal.json("redact", "project heron")[0]["instead"] == "a device"
    assert terminal.json("redact", "project heron", "--remove") == [kite]
    assert "…" in terminal("redact")


def test_what_cannot_be_is_refused(terminal: Terminal) -> None:
    terminal("redact", "Kite", "--remove", code=1)
    assert '"Kite" are not on the list' in terminal.errors
    terminal("redact", "Kite", "--instead", "the kite project", code=1)
    assert "holds the words" in terminal.errors
    terminal("redact", "  ", code=1)
    terminal("redact", "--remove", code=2)
    terminal("redact", "--instead", "x", code=2)
    terminal("redact", "Kite", "--instead", "x", "--remove", code=2)
    assert terminal.json("redact") == []


def test_a_portfolio_has_them_replaced_and_a_pack_for_the_manager_not(
    terminal: Terminal, tmp_path: Path
) -> None:
    shared = ("--share", "manager", "--share", "next-job")
    terminal("add", "Led Project Heron", "--date", "2026-10-05", *shared)
    terminal("redact", "project heron", "--instead", "a new scanner")
    texts = {}
    for audience in ("manager", "next-job"):
        file = tmp_path / f"{audience}.pdf"
        terminal("pack", *PERIOD, "--audience", audience, "-o", str(file))
        texts[audience] = " ".join(page_texts(file.read_bytes()))
    assert "Led Project Heron" in texts["manager"]
    assert "Led a new scanner" in texts["next-job"]
    assert "Heron" not in texts["next-job"]
