"""The versions of the schema, one file each; a library's version is the number of those it has been through."""

from newsreader.library.migrations import v0001_first_library, v0002_notes_and_journal

MIGRATIONS: tuple[tuple[str, ...], ...] = (v0001_first_library.STATEMENTS, v0002_notes_and_journal.STATEMENTS)
"""For each version its statements, in order; a version that has been released is never changed."""
