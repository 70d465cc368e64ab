"""Looking a library over: what is not as it should be, and mending what can be mended while it is open."""

import sqlite3
from datetime import datetime

from newsreader.library import care_pictures, care_texts, space
from newsreader.library.images import ImageFolder
from newsreader.library.migrations.v0002_notes_and_journal import SEARCH
from newsreader.model import DamagedLibraryError

_NAMED = 10
"""Findings of SQLite's own check that are told at most."""

_AGED_TWICE = (
    " FROM aged WHERE EXISTS (SELECT 1 FROM entries e WHERE e.source_id = aged.source_id AND e.guid = aged.guid)"
)

_BELONGING = (
    ("entries", "source_id", "sources"),
    ("contents", "entry_id", "entries"),
    ("statuses", "entry_id", "entries"),
    ("tags", "entry_id", "entries"),
    ("articles", "entry_id", "entries"),
    ("article_images", "entry_id", "entries"),
    ("unindexed", "entry_id", "entries"),
    ("journal", "entry_id", "entries"),
    ("aged", "source_id", "sources"),
    ("changed_statuses", "entry_id", "entries"),
    ("changed_statuses", "change_id", "changes"),
    ("changed_sources", "source_id", "sources"),
    ("changed_sources", "change_id", "changes"),
    ("changed_notes", "entry_id", "entries"),
    ("changed_notes", "change_id", "changes"),
)
"""Table, column, and the table in which its value is an id; first those that others hang on."""


def findings(
    connection: sqlite3.Connection, folder: ImageFolder, now: datetime, *, index: bool = True
) -> list[str]:
    """Return a sentence for everything that is wrong: the file, its references, the index, the pictures.

    The search index can only be asked where it might be written: without ``index`` it is left out.
    """
    checked = connection.execute(f"PRAGMA integrity_check({_NAMED})").fetchall()
    found = [f"the library file is damaged: {said}" for (said,) in checked if said != "ok"]
    astray = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if astray:
        found.append(f"rows that belong to nothing: {astray}")
    if index and not _index_is_sound(connection):
        found.append("the search index does not fit what is in the library")
    if not space.can_shrink(connection):
        found.append("the library file does not give free room back to the disk")
    (twice,) = connection.execute("SELECT count(*)" + _AGED_TWICE).fetchone()
    if twice:
        found.append(f"headlines that were noted as let go and are here: {twice}")
    return found + care_texts.findings(connection) + care_pictures.findings(connection, folder, now)


def mend(connection: sqlite3.Connection, folder: ImageFolder, now: datetime) -> None:
    """Make the indexes anew, let go of rows that belong to nothing, and note lost pictures as still to be saved.

    Raises:
        DamagedLibraryError: the file itself is damaged, beyond its indexes.
    """
    connection.execute("REINDEX")
    remove_astray(connection)
    if care_texts.mend(connection) or not _index_is_sound(connection):
        _make_index_anew(connection, folder)
    connection.execute("DELETE" + _AGED_TWICE)
    care_pictures.mend(connection, folder, now)
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok" or not care_texts.all_is_text(connection):
        raise _beyond_repair(folder)


def remove_astray(connection: sqlite3.Connection) -> None:
    """Delete the rows whose entry, source, change or image does not exist."""
    for table, column, owner in _BELONGING:
        statement = ["DELETE FROM", table, "WHERE", column, "NOT IN (SELECT id FROM", owner, ")"]
        connection.execute(" ".join(statement))
    connection.execute("UPDATE article_images SET hash = NULL WHERE hash NOT IN (SELECT hash FROM images)")


def _index_is_sound(connection: sqlite3.Connection) -> bool:
    """Ask FTS5 itself; and all entries must be in the index but those that wait for it, and no others."""
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        different = connection.execute(
            "SELECT id FROM entries WHERE id NOT IN (SELECT entry_id FROM unindexed)"
            " AND id NOT IN (SELECT id FROM search_docsize)"
            " UNION ALL SELECT id FROM search_docsize WHERE id NOT IN (SELECT id FROM entries)"
            " OR id IN (SELECT entry_id FROM unindexed) LIMIT 1"
        )
        return different.fetchone() is None
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}:
            raise
        return False  # damaged, or one of its tables is missing


def _make_index_anew(connection: sqlite3.Connection, folder: ImageFolder) -> None:
    try:
        connection.execute("DROP TABLE search")
        connection.execute(SEARCH)
    except sqlite3.OperationalError as error:  # SQLite cannot even let go of it
        raise _beyond_repair(folder) from error
    connection.execute("INSERT OR IGNORE INTO unindexed SELECT id FROM entries")


def _beyond_repair(folder: ImageFolder) -> DamagedLibraryError:
    return DamagedLibraryError("the library file is damaged", str(folder.folder.parent), "see newsreader doctor")
