"""Version 2: notes and tags, where a reading was left, a journal of statuses, more to undo, a lean search index."""

_TAGS = """
CREATE TABLE tags (
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (entry_id, tag)
) WITHOUT ROWID
"""

_JOURNAL = """
CREATE TABLE journal (                   -- of each status its last change, in the order they were made
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    status TEXT NOT NULL,                -- read, bookmarked
    value INTEGER NOT NULL,              -- 1 set, 0 taken off
    made_at INTEGER NOT NULL,
    UNIQUE (entry_id, status)
)
"""

_JOURNAL_SO_FAR = (
    "INSERT INTO journal (entry_id, status, value, made_at)"
    " SELECT entry_id, 'read', 1, read_at FROM statuses WHERE read_at IS NOT NULL"
    " UNION ALL SELECT entry_id, 'bookmarked', 1, bookmarked_at FROM statuses WHERE bookmarked_at IS NOT NULL"
    " ORDER BY 4"
)

_AGED = """
CREATE TABLE aged (                      -- entries that were let go, as long as their feed still lists them
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    guid TEXT NOT NULL,
    PRIMARY KEY (source_id, guid)
) WITHOUT ROWID
"""

_CHANGED_SOURCES = """
CREATE TABLE changed_sources (           -- what a source was before the change
    change_id INTEGER NOT NULL REFERENCES changes ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    subscribed INTEGER NOT NULL,
    removed_at INTEGER,
    title TEXT NOT NULL,
    folder TEXT NOT NULL,
    PRIMARY KEY (change_id, source_id)
) WITHOUT ROWID
"""

_CHANGED_SOURCES_SO_FAR = (
    "INSERT INTO changed_sources SELECT c.id, c.source_id, 1, NULL, o.title, o.folder"
    " FROM changes c JOIN sources o ON o.id = c.source_id"
)

_CHANGED_NOTES = """
CREATE TABLE changed_notes (             -- what the note and the tags of an entry were before the change
    change_id INTEGER NOT NULL REFERENCES changes ON DELETE CASCADE,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,                  -- JSON: [tag, ...]
    PRIMARY KEY (change_id, entry_id)
) WITHOUT ROWID
"""

_CHANGES = """
CREATE TABLE new_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at INTEGER NOT NULL,
    kind TEXT NOT NULL
)
"""

# The body comes first: FTS5 writes two bytes with each word that is not in the first column, a third of the index.
SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    body, title, author, note,           -- folded, see newsreader.library.search; only the index is kept, no text
    content = '',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
)
"""

ARTICLE_STATUSES = (
    "UPDATE articles SET status = coalesce(json_extract(article, '$.status'), '')"
    " WHERE status = '' AND typeof(article) = 'text' AND json_valid(article)"
)
"""Version 1 had the status of an article in its JSON alone."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE statuses ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE statuses ADD COLUMN left_at INTEGER",  # the reading stopped then, at ``position``
    "ALTER TABLE images ADD COLUMN small TEXT",  # of a copy: see newsreader.library.copies
    "ALTER TABLE images ADD COLUMN small_size INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE articles ADD COLUMN settled INTEGER NOT NULL DEFAULT 0",  # 1: its page has no more than the feed
    "ALTER TABLE articles ADD COLUMN status TEXT NOT NULL DEFAULT ''",  # its own, without unpacking it
    ARTICLE_STATUSES,
    _TAGS,
    _JOURNAL,
    _JOURNAL_SO_FAR,
    _AGED,
    _CHANGED_SOURCES,
    _CHANGED_NOTES,
    _CHANGED_SOURCES_SO_FAR,
    _CHANGES,
    "INSERT INTO new_changes SELECT id, made_at, kind FROM changes",
    "DROP TABLE changes",
    "ALTER TABLE new_changes RENAME TO changes",
    "CREATE INDEX tags_by_name ON tags (tag, entry_id)",
    "CREATE INDEX statuses_left ON statuses (left_at DESC, entry_id) WHERE left_at IS NOT NULL",
    "CREATE INDEX changed_sources_of_source ON changed_sources (source_id)",
    "CREATE INDEX changed_notes_of_entry ON changed_notes (entry_id)",
    "DROP TABLE search",
    SEARCH,
    "INSERT OR IGNORE INTO unindexed SELECT id FROM entries",
)
