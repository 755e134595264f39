"""A journal as JSON: to its schema, the same each time, whole though an attachment is damaged."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from examples import Examples
from row_examples import MADE, WHOLE, export, rows, told
from source import ROOT
from workjournal.domain.mapped import MAPPED
from workjournal.domain.portable import portable
from workjournal.errors import JournalError
from workjournal.exporters import journal_json, journal_schema
from workjournal.exporters.journal_json import Content, Contents, TooLargeForOneFile
from workjournal.exporters.sink import LoneSink
from workjournal.journal.exporting.rows import contents
from workjournal.journal.journal import Journal
from workjournal.store.integrity import unheard

PRIVATE_COLUMNS = {"object_key", "object_id"}


def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        journal_schema.schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_the_published_schema_is_the_generated_one() -> None:
    published = (ROOT / "docs" / journal_schema.NAME).read_text(encoding="utf-8")
    assert published == journal_schema.written(), "run .venv/bin/python packaging/schema.py"
    jsonschema.Draft202012Validator.check_schema(json.loads(published))


def test_exports_keep_to_the_schema(journal: Journal, one: Examples, tmp_path: Path) -> None:
    lone = told(journal, tmp_path / "a.json")
    export(journal, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        archived = json.loads(packed.read("journal.json"))
        assert json.loads(packed.read(journal_schema.NAME)) == journal_schema.schema()
    for value in (lone, archived):
        validator().validate(value)
    assert {table for table, _ in rows(lone)} >= {"episode", "forecast", "pulse", "draft", "preference"}
    assert set(lone) - {"format", "version", "exported_at", "choice"} == {
        noun.__tablename__ for noun in MAPPED if noun.__name__ not in {"TextDigest", "VaultState"}
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "jrnl"},
        {"version": 2},
        {"diary": []},
        {"episode": [{"id": "x"}]},
        {"tag": [{"id": "01a22ca0-1223-719e-8293-f819a8fb0a6a", "name": None}]},
        {"tag": [{"id": "01a22ca0-1223-719e-8293-f819a8fb0a6a"}]},
        {"exported_at": "2026-11-20 08:30"},
    ],
)
def test_the_schema_refuses_what_is_wrong(wrong: dict[str, Any]) -> None:
    good = {"format": "workjournal", "version": 1, "exported_at": "2026-11-20T08:30:00Z"}
    validator().validate(good)
    with pytest.raises(jsonschema.ValidationError):
        validator().validate({**good, **wrong})


def test_every_column_but_what_is_of_the_vault_leaves(
    journal: Journal, one: Examples, tmp_path: Path
) -> None:
    value = told(journal, tmp_path / "a.json")
    (attachment,) = value["attachment"]
    assert not PRIVATE_COLUMNS & set(attachment)
    for noun in portable():
        for row in value[noun.__tablename__]:
            missing = {column.name for column in noun.__table__.columns} - set(row)
            assert missing <= {"said", *PRIVATE_COLUMNS}, noun


def test_the_same_journal_gives_the_same_bytes(journal: Journal, one: Examples, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip", "c.json", "d.json"):
        export(journal, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert (tmp_path / "c.json").read_bytes() == (tmp_path / "d.json").read_bytes()


def test_a_damaged_attachment_is_told_and_the_rest_is_there(
    journal: Journal, one: Examples, tmp_path: Path
) -> None:
    (tmp_path / "plan.bin").write_bytes(bytes(300_000))
    journal.episodes.attach(one.episode.id, tmp_path / "plan.bin")
    (large,) = (journal.folder / "objects").iterdir()
    large.write_bytes(large.read_bytes()[:-1] + b"\0")
    for name in ("a.zip", "a.json"):
        written = export(journal, tmp_path / name)
        (sentence,) = written.left_out
        assert "plan.bin" in sentence
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        archived = json.loads(packed.read("journal.json"))["attachment"]
        named = [row["content"]["file"] for row in archived if row["content"]]
        assert [hashlib.sha256(packed.read(each)).hexdigest() for each in named] == [
            row["sha256"] for row in archived if row["content"]
        ]
    assert sorted(row["content"] is None for row in archived) == [False, True]


def test_without_files_their_rows_stay_behind(journal: Journal, one: Examples, tmp_path: Path) -> None:
    value = told(journal, tmp_path / "a.json", replace(WHOLE, attachments=False, drafts=False))
    validator().validate(value)
    assert (value["attachment"], value["draft"]) == ([], [])
    assert "content" not in value["credential"][0]
    assert value["preference"]


def sample(size: int, *table: dict[str, Any]) -> Contents:
    content = Content("attachments/x", size, lambda: iter((b"x",)))
    return Contents(made=MADE, choice={}, files=[content], tables=[("episode", iter(table))], count=1)


def test_too_many_bytes_for_one_file_are_refused_before_anything_is_written() -> None:
    target = io.BytesIO()
    with pytest.raises(TooLargeForOneFile, match=r"\.zip"):
        journal_json.write_lone(sample(journal_json.MOST_IN_ONE_FILE + 1), LoneSink(target), unheard)
    assert not target.getvalue()
    journal_json.write_lone(sample(journal_json.MOST_IN_ONE_FILE), LoneSink(target), unheard)


def test_half_a_surrogate_pair_is_written_as_json_can_say_it() -> None:
    target = io.BytesIO()
    journal_json.write_lone(sample(0, {"id": "ä\ud83d"}), LoneSink(target), unheard)
    assert json.loads(target.getvalue())["episode"] == [{"id": "ä\ud83d"}]


def test_what_the_report_raises_gives_it_up(journal: Journal, one: Examples, tmp_path: Path) -> None:
    class Enough(JournalError):
        """Enough."""

    def stop(_share: float, _text: str) -> None:
        raise Enough

    with contents(journal._store, WHOLE, MADE) as whole, pytest.raises(Enough):
        journal_json.write(whole, LoneSink(io.BytesIO()), stop)
