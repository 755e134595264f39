"""CSV: a table for each sort of thing, as RFC 4180 has it, in which no cell is a formula."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.sample_sheaf import attached, episode, goal, numbered, sheaf, written
from workjournal.domain.sheet_text import decode
from workjournal.exporters.journal_csv import as_text, plain_text, write
from workjournal.exporters.record import Passage


def table(name: str, files: dict[str, bytes]) -> list[dict[str, str]]:
    assert files[name].startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline=""), strict=True))


def test_a_table_for_each_sort_of_thing_and_of_part() -> None:
    whole = sheaf(
        episode(1, files=(attached(7, "plan.pdf", b"A plan"), attached(8, "gone.pdf", None))), goal()
    )
    files = written(write, whole)
    assert set(files) == {
        *("episodes.csv", "goals.csv", "check-ins.csv", "attachments.csv", "attachments/plan.pdf")
    }
    assert table("episodes.csv", files) == [
        {
            "id": str(numbered(1)),
            "title": "Moved the depot",
            "date": "2026-11-19",
            "time": "09:30",
            "kind": "challenge",
            "difficulty": "60",
            "tags": "depot; follow up",
            "source_link": "",
            "people": "",
            "person_ids": "",
            "goal": "Lead the count",
            "goal_id": str(numbered(50)),
            "story": "It went well.",
            "result": "",
        }
    ]
    (check_in,) = table("check-ins.csv", files)
    assert (check_in["of"], check_in["of_id"]) == ("Lead the count", str(numbered(50)))
    assert check_in["changed"] == "Two lines\nof it"
    plan, gone = table("attachments.csv", files)
    assert (plan["file"], plan["size"], plan["of_id"]) == ("attachments/plan.pdf", "6", str(numbered(1)))
    assert gone["file"] == "(damaged)"
    assert files["attachments/plan.pdf"] == b"A plan"


def test_lines_end_as_the_rfc_has_it_and_numbers_alone_are_bare() -> None:
    whole = sheaf(episode(1, 'A "quoted" title; with, marks', values={"n": 5, "share": 0.1, "ticked": True}))
    text = written(write, whole)["episodes.csv"].decode("utf-8-sig")
    head, row, rest = text.split("\r\n")
    assert head.startswith('"id","title"')
    assert '"A ""quoted"" title; with, marks"' in row
    assert ',5,0.1,"yes",' in row
    assert rest == ""


def test_answers_stand_below_their_questions_in_one_cell() -> None:
    answers = (
        Passage("answers", "Why?", "Late"),
        Passage("answers", "What now?", ""),
        Passage("answers", "Next?", "Ask"),
    )
    files = written(write, sheaf(episode(1, passages=answers)))
    assert table("episodes.csv", files)[0]["answers"] == "Why?\nLate\n\nNext?\nAsk"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "'=", "''-"])
def test_no_text_is_a_formula_and_each_can_be_had_again(sign: str) -> None:
    text = f"{sign}cmd|' /C calc'!A0"
    files = written(
        write,
        sheaf(
            episode(1, text, values={"role": text, "tags": (text,)}, passages=(Passage("story", "", text),)),
            episode(2, values={"role": dt.time(9), "tags": ()}, passages=(Passage("story", "", ""),)),
        ),
    )
    row = table("episodes.csv", files)[0]
    for cell in (row["title"], row["role"], row["tags"], row["story"]):
        assert cell == f"'{text}"
        assert plain_text(cell) == text


@settings(max_examples=100)
@given(st.text(max_size=20))
def test_an_apostrophe_goes_before_signs_alone_and_comes_off_again(text: str) -> None:
    assert plain_text(as_text(text)) == text
    assert as_text(text)[:1] not in set("=+-@\t\r＝＋－＠")


@settings(max_examples=60)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30), min_size=1
    )
)
def test_any_texts_come_back_cell_by_cell(texts: list[str]) -> None:
    files = written(write, sheaf(*(episode(n, text) for n, text in enumerate(texts))))
    assert [plain_text(row["title"]) for row in table("episodes.csv", files)] == texts
    assert decode(files["episodes.csv"])  # our own reader takes it for a text


def test_of_an_empty_journal_there_is_nothing() -> None:
    assert written(write, sheaf()) == {}
