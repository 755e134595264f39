"""The text: day by day, everything in it, readable as it is."""

import datetime as dt

from exporters.sample_sheaf import DAY, attached, episode, goal, sheaf, written
from workjournal.exporters.journal_text import write
from workjournal.exporters.record import Noun, Passage, Record

TEXT = """\
Journal
=======

Written by Workjournal on 2026-11-20 at 18:05. It holds the whole journal.

This file is not encrypted: whoever can read the disk can read it.

Settings are elsewhere.


Wednesday, 2026-11-18
=====================

Lesson: Ask first
-----------------


Thursday, 2026-11-19
====================

Episode: Moved the depot
------------------------

09:30
Kind: challenge
Difficulty: 60
Tags: depot, follow up
Goal: Lead the count

It went well.

Attachments:
- plan.pdf (text/plain, 6 bytes)

Episode: Rang Ada
-----------------

18:00
Kind: challenge
Difficulty: 60
Tags: depot, follow up
Goal: Lead the count

Why did it happen?
Late.

Result:
 None yet


Goals
=====

Goal: Lead the count
--------------------

State: active

Check-ins:
- 2026-11-19, progress: 20, measure: Days late
  Changed: Two lines
  of it

"""


def test_days_come_in_their_order_and_what_has_none_behind_them() -> None:
    lesson = Record(
        noun=Noun("lesson", "lessons", dated=True),
        id=goal().id,
        title="Ask first",
        date=DAY - dt.timedelta(days=1),
    )
    passages = (
        Passage("answers", "Why did it happen?", "Late."),
        Passage("result", "Result", "\n None yet\n"),
    )
    files = written(
        write,
        sheaf(
            episode(1, files=(attached(7, "plan.pdf", b"A plan"),)),
            episode(2, "Rang\nAda", time=dt.time(18), passages=passages),
            lesson,
            goal(),
            left_out=("Settings are elsewhere.",),
        ),
    )
    assert set(files) == {"journal.txt"}
    assert files["journal.txt"].decode() == TEXT


def test_an_empty_journal_is_a_text_too() -> None:
    assert written(write, sheaf())["journal.txt"].decode().startswith("Journal\n=======\n")
