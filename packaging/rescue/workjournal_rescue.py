"""Takes everything out of a Workjournal vault, without Workjournal.

One file that shares no code with the program and reads the database through another engine. docs/vault-format.md
tells what it does. It needs Python 3.11 or later and three packages:

    pip install apsw-sqlite3mc argon2-cffi cryptography
    python workjournal_rescue.py VAULT OUT

VAULT is the journal's folder, or one of the copies in its backups/ folder. It is never changed. OUT is a new folder;
what is written there is NOT encrypted: tables/*.json, attachments/, journal.md and README.txt. The passphrase is asked
for. Exit codes: 0 all came out, 1 nothing did, 2 wrong usage, 3 a part of it (README.txt names what is missing).
"""

import argparse
import contextlib
import getpass
import hashlib
import hmac
import json
import os
import re
import shutil
import struct
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any, cast

try:
    import apsw
    from argon2.exceptions import Argon2Error
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
except ImportError as missing:
    sys.exit(f"{missing}. First run: pip install apsw-sqlite3mc argon2-cffi cryptography")

MAGIC, NEWEST_FORMAT = "workjournal vault", 2
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DASHES = r"[\s\u00ad\u200b\u2060\ufeff\u2010-\u2015\u2212-]"
SEGMENT = 65536 + 16
UNREADABLE = (apsw.Error, UnicodeDecodeError)
README = """This was taken out of a Workjournal vault. Nothing here is encrypted: whoever has this folder reads it.

journal.md     to read: episodes by day, their reflections and lessons
tables/        everything, one file per table (JSON; ids are UUIDs in hex, times with +00:00 are UTC)
attachments/   the files that were attached; tables/attachment.json names each

Vault {vault}, database schema {schema}.
"""
Row = dict[str, Any]
Tables = dict[str, list[Row]]
LOST: list[str] = []
NOTES: list[str] = []


class Hopeless(Exception):
    """Nothing can be taken out; the message says why and what to try."""


def lost(what: str) -> None:
    LOST.append(what)
    print(f"not whole: {what}", file=sys.stderr)


def note(what: str) -> None:
    NOTES.append(what)
    print(f"note: {what}", file=sys.stderr)


# The header and the master key


def read_headers(vault: Path) -> list[Row]:
    """The header; if it is damaged, the previous one and then whatever can be parsed. A wrong one opens nothing."""
    damaged: list[Row] = []
    for file in (vault / "vault.json", vault / "vault.json.old"):
        try:
            header: Row = json.loads(file.read_bytes())
            checksum = header.pop("checksum", "")
            whole = checksum == hashlib.sha256(canonical(header)).hexdigest()
            newer = header["magic"] != MAGIC or header["format"] > NEWEST_FORMAT
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
            note(f"{file.name} cannot be read ({type(error).__name__})")
            continue
        if whole and newer:
            raise Hopeless(f"The vault has format {header['format']}. Take the decryptor of its own program.")
        if whole:
            return [header, *damaged]
        note(f"{file.name} is damaged: its checksum does not fit")
        damaged.append(header)
    if not damaged:
        raise Hopeless(f"{vault} has no vault.json that can be read. Try a copy in its backups/ folder.")
    return damaged


def canonical(content: Row) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def hkdf(secret: bytes, label: str, salt: bytes | None = None) -> bytes:
    return HKDF(SHA256(), 32, salt=salt, info=f"workjournal/{label}".encode()).derive(secret)


def wrapping_key(kind: str, secret: str, parameters: Row) -> bytes:
    """Raises ValueError, TypeError or KeyError for parameters or a secret that cannot be."""
    salt = bytes.fromhex(parameters["salt"])
    if kind == "recovery code":
        return hkdf(code_bytes(secret), kind, salt)
    if kind == "system keyring":
        return hkdf(bytes.fromhex(secret), kind, salt)
    memory, rounds, lanes = (int(parameters[key]) for key in ("memory_kib", "time_cost", "lanes"))
    if not (memory <= 1 << 20 and 1 <= rounds <= 100 and 1 <= lanes <= 64):
        raise ValueError("Argon2id beyond 1 GiB, 100 rounds or 64 lanes")
    typed = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    return hash_secret_raw(typed, salt, rounds, memory, lanes, 32, Type.ID)


def code_bytes(typed: str) -> bytes:
    """The 20 bytes of a recovery code: 8 groups of four characters of 5 bits each, and a check group of 20 bits."""
    letters = re.sub(DASHES, "", unicodedata.normalize("NFKC", typed)).upper()
    letters = letters.translate(str.maketrans("OIL", "011"))
    if len(letters) != 36 or set(letters) - set(CROCKFORD):
        raise Hopeless("That is no recovery code: it has nine groups of four letters and digits, and no U.")
    number = 0
    for letter in letters:
        number = number << 5 | CROCKFORD.index(letter)
    code = (number >> 20).to_bytes(20, "big")
    digest = hashlib.sha256(b"workjournal recovery code" + code).digest()
    if int.from_bytes(digest[:3], "big") >> 4 != number & 0xFFFFF:
        raise Hopeless("That is no recovery code: its last group does not fit, so some character is wrong.")
    return code


def master_key(header: Row, kind: str, secret: str) -> bytes | None:
    """The master key out of the first slot of that kind which the secret opens."""
    slots = header.get("slots")
    for slot in slots if isinstance(slots, list) else ():
        try:
            if slot["kind"] != kind:
                continue
            fields = ("id", "kind", "made", "parameters", *(("name",) if header["format"] == 1 else ()))
            context = {"magic": MAGIC, "format": header["format"], "vault": header["vault_id"]}
            context["slot"] = {field: slot[field] for field in fields}
            sealed, key = bytes.fromhex(slot["wrapped"]), wrapping_key(kind, secret, slot["parameters"])
            master = AESGCM(key).decrypt(sealed[:12], sealed[12:], canonical(context))
        except (ValueError, TypeError, KeyError, OverflowError, Argon2Error) as error:
            note(f"a way in ({kind}) cannot be tried: {type(error).__name__}")
        except InvalidTag:
            continue
        else:
            code = hmac.digest(hkdf(master, "header"), canonical({**header, "mac": ""}), "sha256").hex()
            if not hmac.compare_digest(code.encode(), str(header.get("mac")).encode()):
                note("the header is not as Workjournal wrote it: its authentication code does not fit")
            return master
    return None


# The database


def open_database(vault: Path, folder: Path, opened: list[tuple[Row, bytes]]) -> tuple[apsw.Connection, Row]:
    """With the first header that fits. When the first page is damaged, once more without checking the pages' seals."""
    for checked in (True, False):
        for header, master in opened:
            name = str(header.get("database"))
            if not re.fullmatch(r"\w[\w.-]*", name) or not (vault / name).is_file():
                continue
            copy_privately([file for file in (vault / name, vault / f"{name}-wal") if file.exists()], folder)
            with contextlib.suppress(apsw.Error, KeyError, ValueError, TypeError, OverflowError):
                db = connect(folder / name, hkdf(master, f"database/{header['generation']}"), header, checked)
                if not checked:
                    lost("the first page, so that no page could be checked: any text may be wrong in places")
                return db, header
    raise Hopeless("The secret is right, but the database is missing or unreadable. Try a copy in backups/.")


def copy_privately(files: list[Path], folder: Path) -> None:
    """The encrypted files in a folder of ours, since an engine writes beside what it opens."""
    for left in folder.iterdir():  # by an attempt that failed
        left.unlink()
    for _ in range(5):
        before = [(file.stat().st_size, file.stat().st_mtime_ns) for file in files]
        for file in files:
            shutil.copyfile(file, folder / file.name)
        if before == [(file.stat().st_size, file.stat().st_mtime_ns) for file in files]:
            return
    raise Hopeless("The journal is being written at this moment. Close Workjournal and try again.")


def connect(database: Path, key: bytes, header: Row, checked: bool) -> apsw.Connection:
    """Through SQLite3 Multiple Ciphers, as SQLCipher's format 4, with the log that a killed program left."""
    if not hasattr(apsw, "mc_version"):
        raise Hopeless("This apsw cannot decrypt. Run: pip uninstall apsw, then: pip install apsw-sqlite3mc")
    log, size = database.with_name(f"{database.name}-wal"), int(header["page_size"])
    fill_up(database, key, size)
    last = last_commit(log.read_bytes() if log.exists() else b"", size)
    db = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)
    secret = f"key=\"x'{key.hex()}{bytes.fromhex(header['salt']).hex()}'\""
    cipher = ("cipher='sqlcipher'", "legacy=4", f"legacy_page_size={size}", f"hmac_check={checked:d}", secret)
    for setting in (*cipher, "temp_store=memory", "trusted_schema=off"):
        db.execute(f"PRAGMA {setting}").fetchall()
    db.execute("SELECT count(*) FROM sqlite_master").fetchall()
    read = int(str(db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()[0][1])) if last else 0
    if last > read:
        lost(f"{log.name}: damaged behind page {read} of {last}, so the newest saves are missing")
    return db


def fill_up(database: Path, key: bytes, page_size: int) -> None:
    """Give our copy of a database that was cut off its length again: SQLite reads nothing of a shorter one."""
    first, there = read_start(database, page_size), database.stat().st_size
    if len(first) == page_size:
        block = Cipher(AES(key), CBC(first[-80:-64])).decryptor().update(first[16:32])
        wanted = int.from_bytes(block[12:16], "big") * page_size
        if there < wanted < there + (1 << 34) and not database.with_name(f"{database.name}-wal").exists():
            os.truncate(database, wanted)
            lost(f"{database.name} is cut off: {there} of {wanted} bytes are there")


def read_start(file: Path, length: int) -> bytes:
    with file.open("rb") as content:
        return content.read(length)


def last_commit(log: bytes, page_size: int) -> int:
    """The number of the last frame of the log's newest run that ends a transaction (SQLite's WAL format)."""
    if len(log) < 32 + 24 + page_size:
        return 0
    first = second = 0
    words = struct.unpack(f"{'>' if log[3] & 1 else '<'}6I", log[:24])
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    # The header names the run; where that is damaged, the first frame does.
    run = log[16:24] if struct.pack(">2I", first, second) == log[24:32] else log[40:48]
    starts = range(32, len(log) - page_size - 23, page_size + 24)
    ends = (i for i, at in enumerate(starts, 1) if log[at + 8 : at + 16] == run and any(log[at + 4 : at + 8]))
    return max(ends, default=0)


def read_tables(db: apsw.Connection) -> Tables:
    tables: Tables = {}
    for row in db.execute("PRAGMA table_list").fetchall():
        if row[2] == "table" and not str(row[1]).startswith("sqlite_"):
            try:
                tables[str(row[1])] = read_table(db, str(row[1]), numbered=not row[4])
            except apsw.Error as error:
                lost(f"{row[1]}: {error}")
    check_digests(db, tables)
    return tables


def read_table(db: apsw.Connection, table: str, numbered: bool) -> list[Row]:
    """Every row that can be read. Large blobs are only measured here; attachments are read one by one."""
    kinds = {str(row[1]): str(row[2]).upper() for row in db.execute(f'PRAGMA table_info("{table}")')}
    chosen = {name: f'"{name}"' for name in kinds}
    for name in (name for name, kind in kinds.items() if kind == "BLOB"):
        chosen[name] = f'CASE WHEN length("{name}") <= 64 THEN "{name}" ELSE length("{name}") END'
    rows: dict[int, Row] = {}
    number = "rowid" if numbered else "row_number() OVER ()"
    query = f'SELECT {number}, {", ".join(chosen.values())} FROM "{table}" ORDER BY 1'
    if not collect(db, query, list(kinds), rows):
        collect(db, f"{query} DESC", list(kinds), rows)
        read_singly(db, table, chosen, rows)
    for row in rows.values():
        row |= {name: decoded(value, kinds.get(name, ""), f"{table}.{name}") for name, value in row.items()}
    return [rows[number] for number in sorted(rows)]


def collect(db: apsw.Connection, query: str, names: list[str], rows: dict[int, Row]) -> bool:
    """Whether the query ran to its end; what it gave until then is in `rows`, by the row's number."""
    try:
        for number, *values in db.execute(query):
            rows.setdefault(number, dict(zip(names, values, strict=True)))
    except UNREADABLE:
        return False
    return True


def read_singly(db: apsw.Connection, table: str, chosen: dict[str, str], rows: dict[int, Row]) -> None:
    """The rows between damaged pages, column by column: those the key's index knows, or else each possible number."""
    known = numbers_in_index(db, table)
    if known is None:
        lost(f"{table}: rows that no index tells of any more; how many is not known")
        known = {number: {} for number in range(1, max(rows) + 200)} if rows else {}
    for number in sorted(set(known) - set(rows)):
        row, missing = known[number], []
        for name in (name for name in chosen if name not in row):
            try:
                found = db.execute(
                    f'SELECT {chosen[name]} FROM "{table}" WHERE rowid = ?', (number,)
                ).fetchall()
                row.update((name, value) for (value,) in found)
            except UNREADABLE:
                missing.append(name)
        if row:
            rows[number] = row
        if row and missing:
            row["unreadable"] = missing
            lost(f"{table} {row.get('id', number)}: {', '.join(missing)}")


def numbers_in_index(db: apsw.Connection, table: str) -> dict[int, Row] | None:
    """Each row's number and key, as the primary key's index knows them; None if that is damaged too."""
    known: dict[int, Row] = {}
    for index in db.execute(f'PRAGMA index_list("{table}")').fetchall():
        if index[3] == "pk":
            keys = [str(row[2]) for row in db.execute(f'PRAGMA index_info("{index[1]}")').fetchall()]
            columns = ", ".join(f'"{key}"' for key in keys)
            query = f'SELECT rowid, {columns} FROM "{table}" INDEXED BY "{index[1]}" ORDER BY {columns}'
            return known if collect(db, query, keys, known) else None
    return None


def decoded(value: Any, kind: str, place: str) -> Any:
    """A column's value as JSON has it. Times in the database are UTC without saying so."""
    if isinstance(value, str) and "\0" in value:
        lost(f"{place}: a text holds bytes that nobody typed")
    if isinstance(value, str) and kind == "JSON":
        try:
            return json.loads(value)
        except ValueError:
            lost(f"{place}: not the JSON that was written")
    if isinstance(value, str) and kind == "DATETIME":
        return f"{value.replace(' ', 'T')}+00:00"
    if isinstance(value, str) and kind == "TIME":
        return value.removesuffix(".000000")
    if kind == "BOOLEAN" and value is not None:
        return bool(value)
    return value.hex() if isinstance(value, bytes) else value


def check_digests(db: apsw.Connection, tables: Tables) -> None:
    """Long texts have the SHA-256 of what the column holds in a table of their own."""
    for row in tables.get("text_digest", []):
        query = f'SELECT "{row.get("field")}" FROM "{row.get("thing")}" WHERE id = ?'
        with contextlib.suppress(*UNREADABLE):  # told already
            found = db.execute(query, (row["thing_id"],)).fetchall()
            if [hashlib.sha256(str(text).encode()).hexdigest() for (text,) in found] != [row.get("sha256")]:
                lost(f"{row['thing']} {row['thing_id']}, {row['field']}: not the text that was saved")


# Attachments


def write_attachment(db: apsw.Connection, row: Row, vault: Path, vault_id: str, out: Path) -> None:
    """One attachment as a file, named in the row's `file`. With a wrong digest it is kept, and said to be wrong."""
    identity, name = str(row.get("id")), str(row.setdefault("name", "(unreadable)"))
    row.pop("content", None)
    try:
        if row.get("object_id"):
            file, key = vault / "objects" / row["object_id"], bytes.fromhex(row["object_key"])
            content = read_object(file, vault_id, key)
        else:
            found = db.execute("SELECT content FROM attachment WHERE id = ?", (identity,)).fetchall()
            content = cast("bytes", found[0][0])
    except (*UNREADABLE, InvalidTag, OSError, ValueError, LookupError, TypeError) as error:
        lost(f"attachment {identity} ({name}): {type(error).__name__}")
        return
    if hashlib.sha256(content).hexdigest() != row.get("sha256"):
        lost(f"attachment {identity} ({name}): its content is not what was attached")
    plain = re.sub(r"[^\w.-]+", "_", unicodedata.normalize("NFC", name))[-60:].strip("._")
    row["file"] = f"attachments/{re.sub('[^0-9a-f]', '', identity)[-12:]}-{plain or 'file'}"
    (out / row["file"]).write_bytes(content)


def read_object(file: Path, vault_id: str, key: bytes) -> bytes:
    """AES-256-GCM in segments (STREAM): magic, 7 bytes of nonce, segments. The last one's nonce says that it is."""
    if not re.fullmatch("[0-9a-f]{32}", file.name):
        raise ValueError(file.name)
    sealed, plain = file.read_bytes(), []
    context = b"workjournal object\0" + f"{vault_id}\0{file.name}".encode()
    for number, start in enumerate(range(11, max(len(sealed), 12), SEGMENT)):
        nonce = sealed[4:11] + number.to_bytes(4, "big") + bytes([start + SEGMENT >= len(sealed)])
        plain.append(AESGCM(key).decrypt(nonce, sealed[start : start + SEGMENT], context))
    return b"".join(plain)


# What is written


def journal_text(tables: Tables) -> str:
    """The episodes by day; under each its reflections, and under these their lessons. Then what hangs on no episode."""
    lessons = grouped(tables, "lesson", "reflection_id")
    reflections = {row.get("id"): reflection_text(row, lessons) for row in tables.get("reflection", [])}
    links, files = (
        grouped(tables, "reflection_episode", "episode_id"),
        grouped(tables, "attachment", "episode_id"),
    )
    lines, day, shown = ["# Journal"], "", set()
    order = sorted(tables.get("episode", []), key=lambda row: (str(row.get("date")), str(row.get("time"))))
    for episode in order:
        if str(episode.get("date")) != day:
            day = str(episode.get("date"))
            lines.append(f"## {day}")
        lines.append(f"### {titled(episode, 'title')}")
        lines += [str(episode[field]) for field in ("story", "result") if episode.get(field)]
        lines += [
            f"Attached: [{row['name']}]({row['file']})"
            for row in files.get(episode.get("id"), [])
            if "file" in row
        ]
        for link in links.get(episode.get("id"), []):
            shown.add(link.get("reflection_id"))
            lines += reflections.get(link.get("reflection_id"), [])
    lines += [
        "## Without an episode",
        *(line for key in reflections if key not in shown for line in reflections[key]),
    ]
    loose = (row for key in lessons if key not in reflections for row in lessons[key])
    lines += [f"- Lesson: {titled(row, 'text')}" for row in loose]
    lines += [f"- Goal: {titled(row, 'title')} ({row.get('state')})" for row in tables.get("goal", [])]
    return "\n\n".join(lines) + "\n"


def reflection_text(reflection: Row, lessons: dict[Any, list[Row]]) -> list[str]:
    answers, asked = reflection.get("answers"), reflection.get("asked")
    kept = asked.get("prompts", []) if isinstance(asked, dict) else []  # of a method of the user's own
    questions = {prompt.get("key"): prompt.get("text") for prompt in kept}
    lines = [f"#### Reflection of {titled(reflection, 'date')}"]
    lines += [
        f"*{questions.get(prompt, prompt)}*: {text}"
        for prompt, text in (answers.items() if isinstance(answers, dict) else ())
    ]
    lines += [f"Evidence: {reflection['evidence']}"] if reflection.get("evidence") else []
    for row in lessons.get(reflection.get("id"), []):
        lines.append(
            f"- Lesson: {titled(row, 'text')}" + (f" ({row['detail']})" if row.get("detail") else "")
        )
    return lines


def grouped(tables: Tables, table: str, field: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in tables.get(table, []):
        groups.setdefault(row.get(field), []).append(row)
    return groups


def titled(row: Row, field: str) -> str:
    return f"{row.get(field, '(unreadable)')}{' (in the trash)' if row.get('trashed_at') else ''}"


def write_all(db: apsw.Connection, header: Row, vault: Path, out: Path) -> None:
    tables = read_tables(db)
    (out / "attachments").mkdir()
    for attachment in tables.get("attachment", []):
        write_attachment(db, attachment, vault, header["vault_id"], out)
    (out / "tables").mkdir()
    for name, rows in tables.items():
        write(out / "tables" / f"{name}.json", json.dumps(rows, indent=1, ensure_ascii=False))
    write(out / "journal.md", journal_text(tables))
    schema = [row.get("version_num") for row in tables.get("alembic_version", [])]
    told = "\n".join(["", "NOT WHOLE:" if LOST else "All of it came out.", *LOST, *NOTES, ""])
    write(out / "README.txt", README.format(vault=header["vault_id"], schema=schema) + told)
    print(f"{sum(map(len, tables.values()))} rows of {len(tables)} tables are in {out}")


def write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))


def rescue(vault: Path, out: Path, kind: str, secret: str) -> None:
    """All of it. Raises Hopeless where nothing can be taken out, and leaves no folder then."""
    found = [(header, master_key(header, kind, secret)) for header in read_headers(vault)]
    opened = [(header, master) for header, master in found if master]
    if not opened:
        raise Hopeless("That secret does not open this vault.")
    out.mkdir(mode=0o700)
    try:
        with tempfile.TemporaryDirectory(prefix=".encrypted-", dir=out) as folder:
            db, header = open_database(vault, Path(folder), opened)
            with contextlib.closing(db):
                write_all(db, header, vault, out)
    except (Hopeless, OSError):
        with contextlib.suppress(OSError):
            out.rmdir()  # if nothing is in it
        raise


def read_secret(file: str | None, prompt: str) -> str:
    if file is None:
        return getpass.getpass(prompt)
    line = sys.stdin.buffer.readline() if file == "-" else Path(file).read_bytes().partition(b"\n")[0]
    return line.decode("utf-8-sig", "surrogateescape").rstrip("\r\n")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument(
        "--passphrase-file", metavar="F|-", help="read the secret there, not from the keyboard"
    )
    kinds = parser.add_mutually_exclusive_group()
    for option, kind in (("--recovery-code", "recovery code"), ("--keyring-secret", "system keyring")):
        kinds.add_argument(option, dest="kind", action="store_const", const=kind, default="passphrase")
    given = parser.parse_args()
    os.umask(0o077)
    try:
        if given.out.exists() or given.out.resolve().is_relative_to(given.vault.resolve()):
            parser.exit(1, f"{given.out} is there already, or lies in the vault. Name a new folder.\n")
        secret = read_secret(given.passphrase_file, f"{given.kind.capitalize()}: ")
        rescue(given.vault, given.out, given.kind, secret)
    except (Hopeless, OSError) as error:
        print(f"{'Unfinished' if given.out.exists() else 'Nothing was taken out'}: {error}", file=sys.stderr)
        return 1
    return 3 if LOST else 0


if __name__ == "__main__":
    sys.exit(main())
