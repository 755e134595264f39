"""Finding: an index over every text that was written, kept by triggers; what JSON texts say, as plain text beside them.

Frozen with the first release of it: a later change is a revision of its own.

`search_place` numbers what is to be found so that the numbers sort by day: its Julian day times DAY, and a number within
the day. `search_words` is an FTS5 index over the view `search_text`, whose rows are read from the things' own tables: no
text is kept twice. What lies in the trash, or belongs to a thing there, has no place.
"""

import json
import re
from dataclasses import dataclass

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_DAY = 1 << 20
_SAID = {"reflection": "answers", "pack": "asks, commitments", "skill": "levels", "own_method": "prompts"}
"""The JSON columns whose texts `said` holds."""


@dataclass(frozen=True)
class _Kind:
    """What is found in a table: SQL of a row `{r}`. With an `owner` (table, column) it is found while that one is."""

    day: str = "{r}.date"
    title: str = "''"
    body: tuple[str, ...] = ()
    note: str = "''"
    owner: tuple[str, str] | None = None
    only_said: bool = False
    """Whether one without any text is left out."""

    def texts(self, row: str) -> str:
        """Title, body and note."""
        body = " || char(10) || ".join(f"{row}.{column}" for column in self.body) or "''"
        return f"{self.title.format(r=row)}, {body}, {self.note.format(r=row)}"

    def entry(self, table: str, row: str) -> str:
        """A row of `search_entry`."""
        return f"'{table}', {row}.id, {self.number(row)}, {self.found(row)}, {self.texts(row)}"

    def number(self, row: str) -> str:
        """Its Julian day; one without a day comes last."""
        return f"CAST(coalesce(julianday({self.day.format(r=row)}), 0) AS INTEGER)"

    def found(self, row: str) -> str:
        """Whether it is to be found."""
        conditions = [f"{row}.trashed_at IS NULL"]
        if self.owner:
            table, column = self.owner
            conditions.append(
                f"EXISTS (SELECT 1 FROM {table} o WHERE o.id = {row}.{column} AND o.trashed_at IS NULL)"
            )
        if self.only_said:
            said = (f"{row}.{column}" for column in self.body)
            conditions.append(
                " || ".join((self.title.format(r=row), self.note.format(r=row), *said)) + " != ''"
            )
        return " AND ".join(conditions)


_MADE = "substr({r}.created_at, 1, 10)"
_KINDS = {
    "episode": _Kind(
        title="{r}.title", body=("story", "result", "role", "source_link"), note="{r}.private_note"
    ),
    "reflection": _Kind(body=("said", "evidence")),
    "lesson": _Kind(title="{r}.text", body=("trigger", "detail")),
    "goal": _Kind(
        day=f"coalesce({{r}}.start, {_MADE})",
        title="{r}.title",
        body=(
            *("why", "performance", "conditions", "criterion", "feedback_from", "support", "wish", "outcome"),
            *("obstacle", "plan", "premortem", "prevention", "reason"),
        ),
    ),
    "check_in": _Kind(body=("changed", "feedback", "help_needed"), owner=("goal", "goal_id")),
    "action": _Kind(title="{r}.text", body=("if_then",)),
    "attachment": _Kind(
        day="(SELECT date FROM episode WHERE id = {r}.episode_id)",
        title="{r}.name",
        owner=("episode", "episode_id"),
    ),
    "pack": _Kind(title="{r}.recipient", body=("said",), note="{r}.notes"),
    "forecast": _Kind(day=_MADE, body=("reasons",), owner=("goal", "goal_id"), only_said=True),
    "recall": _Kind(body=("answer",), owner=("lesson", "lesson_id"), only_said=True),
    "skill": _Kind(day=_MADE, title="{r}.name", body=("description", "said")),
    "skill_rating": _Kind(body=("evidence",), owner=("skill", "skill_id"), only_said=True),
    "credential": _Kind(
        day=f"coalesce({{r}}.issued, {_MADE})",
        title="{r}.name",
        body=("issuer", "description", "link", "file_name"),
        owner=("skill", "skill_id"),
    ),
    "measure": _Kind(day=_MADE, title="{r}.name", body=("description",)),
    "reading": _Kind(body=("note",), owner=("measure", "measure_id"), only_said=True),
    "marked_change": _Kind(title="{r}.text"),
    "pulse": _Kind(note="{r}.note", only_said=True),
    "role_profile": _Kind(day=_MADE, title="{r}.name", body=("description",)),
    "role_target": _Kind(day=_MADE, body=("note",), owner=("role_profile", "profile_id"), only_said=True),
    "own_method": _Kind(day=_MADE, title="{r}.name", body=("said",)),
}


def upgrade() -> None:
    for table in _SAID:
        op.add_column(table, sa.Column("said", sa.Text(), nullable=False, server_default=""))
        _say(table)
    _pdf_last()
    for name, column in (("link", "source_link"), ("note", "private_note")):
        op.create_index(
            f"ix_episode_{name}",
            "episode",
            ["id"],
            sqlite_where=sa.text(f"{column} != '' AND trashed_at IS NULL"),
        )
    op.create_index(
        "ix_episode_difficulty",
        "episode",
        ["difficulty", "date", "time", "id", "trashed_at"],
        sqlite_where=sa.text("trashed_at IS NULL"),
    )
    op.create_index(
        "ix_attachment_kept", "attachment", ["episode_id"], sqlite_where=sa.text("trashed_at IS NULL")
    )
    _index()
    _entrances()
    for table, kind in _KINDS.items():
        _keep(table, kind)
        if kind.owner:
            _follow(table, kind, kind.owner)


def _say(table: str) -> None:
    """Fill `said` from the JSON; this SQLite reads none."""
    connection = op.get_bind()
    rows = connection.exec_driver_sql(f"SELECT id, {_SAID[table]} FROM {table}").fetchall()
    for thing_id, *values in rows:
        texts = [text for value in values for text in _texts(json.loads(value)) if text.strip()]
        connection.exec_driver_sql(f"UPDATE {table} SET said = ? WHERE id = ?", ("\n".join(texts), thing_id))


def _pdf_last() -> None:
    """Let the long column be the last again: what stands behind it is read only by way of it."""
    op.execute("ALTER TABLE pack RENAME COLUMN pdf TO before")
    op.add_column("pack", sa.Column("pdf", sa.LargeBinary(), nullable=True))
    op.execute("UPDATE pack SET pdf = before")
    op.execute("ALTER TABLE pack DROP COLUMN before")


def _texts(value: object) -> list[str]:
    """The texts of a JSON value: of answers their values, of levels and prompts their "text", of lists each."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [
            text
            for each in value
            for text in _texts(each.get("text", "") if isinstance(each, dict) else each)
        ]
    return [text for each in value.values() for text in _texts(each)] if isinstance(value, dict) else []


def _index() -> None:
    op.execute(
        "CREATE TABLE search_place (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, thing_id CHAR(32) NOT NULL UNIQUE)"
    )
    op.execute(
        "CREATE VIEW search_thing AS "
        + " UNION ALL ".join(
            f"SELECT '{table}' AS kind, r.id AS thing_id, {kind.number('r')} AS day FROM {table} r"
            f" WHERE {kind.found('r')}"
            for table, kind in _KINDS.items()
        )
    )
    op.execute(
        "CREATE VIEW search_text (id, title, body, note) AS "
        + " UNION ALL ".join(
            f"SELECT p.id, {kind.texts('r')} FROM search_place p JOIN {table} r ON r.id = p.thing_id"
            f" WHERE p.kind = '{table}'"
            for table, kind in _KINDS.items()
        )
    )
    # Without marks as letters, Thai and Hindi would be cut wherever a vowel is written above or below.
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5(title, body, note, content = 'search_text',"
        " content_rowid = 'id', tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")"
    )
    # Without FTS5's secure-delete: it made a change of one text 60 times as slow (5 against 0.08 ms with 50,000 texts).
    # What was deleted goes when the trash is emptied, which merges the whole index (store/search_upkeep.py).
    op.execute(
        f"INSERT INTO search_place (id, kind, thing_id) SELECT day * {_DAY} + row_number() OVER"
        f" (PARTITION BY day ORDER BY thing_id), kind, thing_id FROM search_thing"
    )
    op.execute("INSERT INTO search_words (search_words) VALUES ('rebuild')")
    op.execute("CREATE VIRTUAL TABLE search_terms USING fts5vocab(search_words, row)")
    op.execute("CREATE VIRTUAL TABLE search_instances USING fts5vocab(search_words, instance)")


def _entrances() -> None:
    """What the triggers of all tables share, as views that are written to: the schema is to stay short.

    `search_left` takes the words of a thing out, by its texts as they were; `search_entry` puts them in, with the place
    of its day, or takes the place away where the thing is not to be found.
    """
    first = f"new.day * {_DAY}"
    op.execute(
        "CREATE VIEW search_left AS SELECT thing_id, '' AS title, '' AS body, '' AS note FROM search_place"
    )
    op.execute(
        "CREATE TRIGGER search_left_gone INSTEAD OF INSERT ON search_left BEGIN"
        " INSERT INTO search_words (search_words, rowid, title, body, note)"
        " SELECT 'delete', id, new.title, new.body, new.note FROM search_place WHERE thing_id = new.thing_id; END"
    )
    op.execute(
        "CREATE VIEW search_entry AS"
        " SELECT kind, thing_id, 0 AS day, 1 AS live, '' AS title, '' AS body, '' AS note FROM search_place"
    )
    op.execute(
        "CREATE TRIGGER search_entry_new INSTEAD OF INSERT ON search_entry BEGIN"
        f" DELETE FROM search_place WHERE thing_id = new.thing_id AND (NOT new.live OR id / {_DAY} != new.day);"
        f" INSERT INTO search_place (id, kind, thing_id) SELECT 1 + coalesce((SELECT id FROM search_place"
        f" WHERE id >= {first} AND id < {first} + {_DAY} ORDER BY id DESC LIMIT 1), {first}), new.kind, new.thing_id"
        " WHERE new.live AND NOT EXISTS (SELECT 1 FROM search_place WHERE thing_id = new.thing_id);"
        " INSERT INTO search_words (rowid, title, body, note)"
        " SELECT id, new.title, new.body, new.note FROM search_place WHERE thing_id = new.thing_id; END"
    )


def _keep(table: str, kind: _Kind) -> None:
    """Words and place follow a row of the table."""
    trigger = f"CREATE TRIGGER search_{table}"
    left = f"INSERT INTO search_left VALUES (old.id, {kind.texts('old')});"
    entry = f"INSERT INTO search_entry VALUES ({kind.entry(table, 'new')});"
    columns = ", ".join(_columns(table, kind))
    op.execute(f"{trigger}_new AFTER INSERT ON {table} BEGIN {entry} END")
    op.execute(f"{trigger}_changed AFTER UPDATE OF {columns} ON {table} BEGIN {left} {entry} END")
    op.execute(
        f"{trigger}_gone AFTER DELETE ON {table} BEGIN {left}"
        " DELETE FROM search_place WHERE thing_id = old.id; END"
    )


def _columns(table: str, kind: _Kind) -> list[str]:
    """Those whose change matters."""
    known = [str(row[1]) for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
    named = set(re.findall(r"{r}\.(\w+)", f"{kind.day} {kind.title} {kind.note}"))
    named |= {"trashed_at", *kind.body, *((kind.owner or ())[1:])}
    return [each for each in known if each in named]


def _follow(table: str, kind: _Kind, owner: tuple[str, str]) -> None:
    """What belongs to a thing is found while that one is; an attachment has its episode's day."""
    above, column = owner
    dated = above == "episode"
    theirs = f"FROM {table} c WHERE c.{column} = new.id;"
    op.execute(
        f"CREATE TRIGGER search_{table}_follows AFTER UPDATE OF trashed_at{', date' * dated} ON {above}"
        f" WHEN (old.trashed_at IS NULL) != (new.trashed_at IS NULL){' OR old.date != new.date' * dated} BEGIN"
        f" INSERT INTO search_left SELECT c.id, {kind.texts('c')} {theirs}"
        f" INSERT INTO search_entry SELECT {kind.entry(table, 'c')} {theirs} END"
    )
