"""The versions of the schema, one file each; a library's version is the number of those it has been through."""

from newsreader.library.migrations import v0001_first_library

MIGRATIONS: tuple[tuple[str, ...], ...] = (v0001_first_library.STATEMENTS,)
"""For each version its statements, in order; a version that has been released is never changed."""
