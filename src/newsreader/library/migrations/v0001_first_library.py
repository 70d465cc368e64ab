"""Version 1: sources, what they said, what the reader did, articles, images, search.

Moments are integers, microseconds since 1970 in UTC.
"""

_SOURCES = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT UNIQUE,                     -- of the feed; NULL for pages that no feed brought
    title TEXT NOT NULL,
    site_url TEXT,
    folder TEXT NOT NULL DEFAULT '',
    edition INTEGER NOT NULL DEFAULT 0,  -- 1: the built-in edition, gives way to other news
    from_page INTEGER NOT NULL DEFAULT 0, -- 1: a site without a feed, its front page is read
    subscribed INTEGER NOT NULL DEFAULT 1,
    removed_at INTEGER,                  -- unsubscribed then; its entries are swept a day later
    etag TEXT,
    last_modified TEXT,
    body_hash TEXT,
    checked_at INTEGER,
    next_check INTEGER,
    error TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0
)
"""

_ENTRIES = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    guid TEXT NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    author TEXT NOT NULL DEFAULT '',
    published INTEGER,
    updated INTEGER,
    first_seen INTEGER NOT NULL,
    sort_at INTEGER NOT NULL,            -- published, but never later than first_seen
    words INTEGER,                       -- of the article, else of what the feed carried
    minutes INTEGER,
    image_url TEXT,
    comments_url TEXT,
    digest BLOB NOT NULL,                -- of all the feed said, to see what changed
    UNIQUE (source_id, guid)
)
"""

_CONTENTS = """
CREATE TABLE contents (
    entry_id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
    summary TEXT NOT NULL,
    content TEXT NOT NULL,
    enclosures TEXT NOT NULL             -- JSON: [[address, media type, bytes or null], ...]
)
"""

_STATUSES = """
CREATE TABLE statuses (
    entry_id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
    read_at INTEGER,
    bookmarked_at INTEGER,
    position INTEGER NOT NULL DEFAULT 0
)
"""

_ARTICLES = """
CREATE TABLE articles (
    entry_id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
    url TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    article TEXT NOT NULL                -- JSON, see newsreader.formats.article_to_json
)
"""

_IMAGES = """
CREATE TABLE images (
    hash TEXT PRIMARY KEY,               -- SHA-256 of the bytes, in hexadecimal: images/ab/<hash>.<suffix>
    suffix TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    saved_at INTEGER NOT NULL
)
"""

_ARTICLE_IMAGES = """
CREATE TABLE article_images (
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    url TEXT NOT NULL,
    place INTEGER NOT NULL,              -- in the article, from 0
    hash TEXT REFERENCES images,         -- NULL until it is saved
    error TEXT NOT NULL DEFAULT '',      -- why it can never be saved
    released_at INTEGER,                 -- the bookmark was taken off then; the file is swept a day later
    PRIMARY KEY (entry_id, url)
)
"""

_CHANGES = """
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    source_id INTEGER REFERENCES sources ON DELETE CASCADE
)
"""

_CHANGED_STATUSES = """
CREATE TABLE changed_statuses (          -- what a status was before the change
    change_id INTEGER NOT NULL REFERENCES changes ON DELETE CASCADE,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    read_at INTEGER,
    bookmarked_at INTEGER,
    PRIMARY KEY (change_id, entry_id)
) WITHOUT ROWID
"""

_SETTINGS = "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)"

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    title, source, author, body,         -- folded, see newsreader.library.search
    columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
)
"""

_UNINDEXED = """
CREATE TABLE unindexed (                 -- entries that the search index does not know as they are now
    entry_id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE
)
"""

_INDEXES = (
    "CREATE INDEX entries_in_order ON entries (sort_at DESC, id, source_id)",
    "CREATE INDEX entries_of_source ON entries (source_id, sort_at DESC, id)",
    "CREATE INDEX entries_by_url ON entries (url)",
    "CREATE INDEX articles_by_url ON articles (url)",
    "CREATE INDEX statuses_read ON statuses (read_at DESC, entry_id) WHERE read_at IS NOT NULL",
    "CREATE INDEX statuses_bookmarked ON statuses (bookmarked_at DESC, entry_id) WHERE bookmarked_at IS NOT NULL",
    "CREATE INDEX article_images_by_hash ON article_images (hash)",
    "CREATE INDEX changed_statuses_of_entry ON changed_statuses (entry_id)",
    "CREATE INDEX changes_of_source ON changes (source_id)",
)

STATEMENTS: tuple[str, ...] = (
    _SOURCES,
    _ENTRIES,
    _CONTENTS,
    _STATUSES,
    _ARTICLES,
    _IMAGES,
    _ARTICLE_IMAGES,
    _CHANGES,
    _CHANGED_STATUSES,
    _SETTINGS,
    SEARCH,
    _UNINDEXED,
    *_INDEXES,
)
