"""Files as other programs export them, of our own writing: the shapes are theirs, the words are made up."""

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from newsreader.formats.imports import ImportedFile, read_import

POCKET_CSV = (
    b"title,url,time_added,tags,status\r\n"
    b'The lighthouse,https://quay.example/light,1651416000,"sea|night watch",unread\r\n'
    b'"Salt, and who sells it",https://quay.example/salt,1546333200,,archive\r\n'
    b"A script,javascript:alert(1),1546333200,,unread\r\n"
)

POCKET_HTML = b"""<!DOCTYPE html>
<html>
  <!--So long and thanks for all the fish-->
  <head>
    <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
    <title>Pocket Export</title>
  </head>
  <body>
    <h1>Unread</h1>
    <ul>
      <li><a href="https://quay.example/light?a=1&amp;b=2" time_added="1651416000" tags="sea,night">The lighthouse</a></li>
    </ul>
    <h1>Read Archive</h1>
    <ul>
      <li><a href="https://quay.example/salt" time_added="1546333200" tags="">https://quay.example/salt</a></li>
    </ul>
  </body>
</html>
"""  # noqa: E501 - as Pocket wrote it

INSTAPAPER_CSV = (
    b"URL,Title,Selection,Folder,Timestamp,Tags\n"
    b"https://quay.example/light,The lighthouse,It burned all night.,Unread,1651416000,[]\n"
    b'https://quay.example/salt,Salt,,Archive,1546333200,"[""food"", ""trade""]"\n'
    b"https://quay.example/ferry,The ferry,,Starred,1546333200,[]\n"
    b"https://quay.example/soup,Soup,,Recipes,1546333200,[]\n"
)

FIREFOX = b"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'self'; script-src 'none'; img-src data: *; object-src 'none'"></meta>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>

<DL><p>
    <DT><A HREF="https://quay.example/light" ADD_DATE="1651416000" LAST_MODIFIED="1651416001" TAGS="sea,night">The \
lighthouse &amp; its keeper</A>
    <DD>Ask her about the lamp.
    <HR>
    <DT><H3 ADD_DATE="1546333200" LAST_MODIFIED="1546333200" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
    <DL><p>
        <DT><H3 ADD_DATE="1546333200">Trade</H3>
        <DL><p>
            <DT><H3>Old salt</H3>
            <DL><p>
                <DT><A HREF="https://quay.example/salt" ADD_DATE="1546333200" ICON="data:image/png;base64,">Salt</A>
            </DL><p>
            <DT><A HREF="https://quay.example/ferry" ADD_DATE="1546333200">The ferry</A>
        </DL><p>
        <DT><A HREF="place:sort=8&amp;maxResults=10" ADD_DATE="1546333200">Most Visited</A>
        <DT><A FEEDURL="https://quay.example/feed" HREF="https://quay.example/">Quay news</A>
    </DL><p>
    <DT><A HREF="https://quay.example/salt" ADD_DATE="1551416000" TAGS="food">Salt again</A>
</DL>
"""

SAFARI = b"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
\t<HTML>
\t<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
\t<Title>Bookmarks</Title>
\t<H1>Bookmarks</H1>
\t<DT><H3 FOLDED>Harbour</H3>
\t<DL><p>
\t\t<DT><A HREF="https://quay.example/light">The lighthouse</A>
\t</DL><p>
\t<DT><A HREF="https://quay.example/salt">Salt</A>
\t</HTML>
"""

PARAGRAPH = "The harbourmaster keeps two clocks, one for the tide and one for the town council. "

WALLABAG: list[dict[str, Any]] = [
    {
        "is_archived": 1,
        "is_starred": 1,
        "tags": ["sea", "night watch"],
        "is_public": False,
        "id": 7,
        "title": "The lighthouse",
        "url": "https://quay.example/light",
        "content": f"<h2>Lamp</h2><p>{PARAGRAPH * 3}</p><script>alert(1)</script>"
        '<p><img src="https://quay.example/lamp.png" alt="The lamp"></p>',
        "created_at": "2022-05-01T14:40:00+0000",
        "updated_at": "2022-05-02T14:40:00+0000",
        "archived_at": "2022-05-03T14:40:00+0000",
        "published_at": "2022-04-30T08:00:00+0200",
        "published_by": ["Ani Sarkis"],
        "annotations": [{"text": "Ask her.", "quote": "two clocks", "ranges": []}],
        "mimetype": "text/html",
        "language": "en",
        "reading_time": 1,
        "domain_name": "quay.example",
    },
    {
        "is_archived": 0,
        "is_starred": 0,
        "tags": [],
        "title": "No title found",
        "url": "https://quay.example/salt",
        "content": "<p>wallabag can't retrieve contents for this article. Please <a href='x'>troubleshoot</a>.</p>",
        "created_at": "2019-01-01T09:00:00+00:00",
    },
    {"is_archived": 0, "url": "ftp://quay.example/", "title": "x", "tags": []},
]

OMNIVORE: list[dict[str, Any]] = [
    {
        "id": "1",
        "slug": "light-1",
        "title": "The lighthouse",
        "description": "A lamp.",
        "author": "Ani Sarkis",
        "url": "https://quay.example/light",
        "state": "Archived",
        "readingProgress": 100,
        "labels": ["sea"],
        "savedAt": "2022-05-01T14:40:00.000Z",
        "updatedAt": "2022-05-02T14:40:00.000Z",
        "publishedAt": "2022-04-30T08:00:00.000Z",
    },
    {
        "slug": "salt-2",
        "title": "Salt",
        "url": "https://quay.example/salt",
        "state": "Active",
        "labels": None,
        "savedAt": "2019-01-01T09:00:00.000Z",
    },
]


def as_json(values: object) -> bytes:
    """Return ``values`` as a file of JSON."""
    return json.dumps(values, ensure_ascii=False, indent=2).encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """Return an archive of files by their names."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def omnivore_zip() -> bytes:
    """Return an export of Omnivore: its entries in two files, the text and the highlights of the first."""
    return zipped(
        {
            "metadata_0_to_1.json": as_json(OMNIVORE[:1]),
            "content/light-1.html": f"<div><p>{PARAGRAPH * 3}</p></div>".encode(),
            "highlights/light-1.md": b"> two clocks\n\nAsk her.",
            "metadata_1_to_2.json": as_json(OMNIVORE[1:]),
            "content/../../../etc/passwd.html": b"<p>root</p>",
        }
    )


def own(*articles: dict[str, Any], **more: object) -> bytes:
    """Return an export of newsreader's own with these articles, each filled up with what they do not say."""
    blank: dict[str, Any] = {
        "title": "",
        "source": "",
        "source_url": None,
        "section": None,
        "published": None,
        "read": False,
        "bookmarked": True,
        "saved_at": None,
        "read_at": None,
        "changed_at": {"read": None, "bookmarked": None},
        "note": "",
        "tags": [],
        "article": None,
        "images": [],
    }
    listed = [blank | article for article in articles]
    return as_json(
        {"format": "newsreader", "version": 1, "exported_at": "2026-01-01T00:00:00Z", "articles": listed} | more
    )


NEWSBOAT_SCHEMA = """
CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
    title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0,
    etag VARCHAR(128) NOT NULL DEFAULT "");
CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
    title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
    feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
    unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
    enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
    base VARCHAR(128) NOT NULL DEFAULT "");
CREATE TABLE metadata (db_schema_version_major INTEGER NOT NULL, db_schema_version_minor INTEGER NOT NULL);
"""

Item = dict[str, Any]


def newsboat(path: Path, feeds: list[tuple[str, str, str]], items: list[Item]) -> Path:
    """Write a cache of newsboat's with feeds (address, site, title) and items; return where it is."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(NEWSBOAT_SCHEMA)
        database.executemany("INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)", feeds)
        for item in items:
            row = {"title": "Item", "author": "", "pubDate": 1651416000, "content": "", "unread": 1} | item
            marks = ", ".join("?" * len(row))
            database.execute(f"INSERT INTO rss_item ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
        database.commit()
    return path


def imported(file: Path, data: bytes) -> ImportedFile:
    """Write ``data`` to ``file``, and return what is read of it."""
    file.write_bytes(data)
    return read_import(str(file))
