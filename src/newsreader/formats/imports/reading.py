"""Finding out by its first bytes whose file one is, and having it read by the room that knows its shape."""

import codecs
import json
import re
from pathlib import Path
from typing import Any

from newsreader.formats.imports import (
    browser,
    instapaper,
    newsboat,
    newsboat_urls,
    omnivore,
    own,
    pocket,
    sheets,
    wallabag,
)
from newsreader.formats.imports.archive import Archive
from newsreader.formats.imports.values import ImportedFile
from newsreader.formats.opml import read_opml
from newsreader.model import FormatError

LARGEST = 64_000_000
"""Bytes at most of any but a database: read whole, such a file takes most of what memory a child is given."""

_SQLITE = b"SQLite format 3\0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"
"""What may stand before the first character: a mark of the encoding, white space."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4_000
"""Characters at the start among which a file of HTML says what it is."""

_UNKNOWN = "this is none of the files that can be brought in"
_KNOWN = (
    "they are OPML, bookmarks of a browser, newsreader's own JSON, and what newsboat (cache.db, urls), Pocket,"
    " Instapaper, wallabag and Omnivore write"
)


def read_import(path: str) -> ImportedFile:
    """Return what is in the file at ``path``, which is found out from its bytes, whatever it is called.

    Raises:
        FormatError: it is of no kind that is known, larger than 64 MB and no database, cut short, or damaged.
    """
    try:
        with Path(path).open("rb") as file:
            head = file.read(len(_SQLITE))
            if head == _SQLITE:
                return newsboat.read_newsboat(Path(path))
            data = head + file.read(LARGEST + 1 - len(head))
    except OSError as error:
        raise FormatError(f"cannot be read ({error.strerror})") from error
    if len(data) > LARGEST:
        what = f"this is larger than {LARGEST // 1_000_000} MB, more than is brought in at once"
        raise FormatError(what, advice="export it in parts")
    if data.startswith(_ZIP):
        return _from_archive(Archive(data))
    return _from_bytes(data)


def _from_bytes(data: bytes) -> ImportedFile:
    if not data.strip():
        raise FormatError("this file is empty")
    head = data[:_HEAD].replace(b"\0", b"").lstrip(_BEFORE).lower()
    if head.startswith(b"<") and (b"<opml" in head or b"<outline" in head):
        return ImportedFile("OPML", read_opml(data))
    return _from_text(_decoded(data))


def _from_text(text: str) -> ImportedFile:
    bare = text[:_HEAD].lstrip()
    if bare.startswith(("{", "[")):
        return _from_json(text)
    if bare.startswith("<"):
        return _from_html(text)
    if newsboat_urls.looks_like_urls(text):
        return newsboat_urls.read_newsboat_urls(text)
    names = frozenset(sheets.columns(text))
    if names >= pocket.COLUMNS:
        return pocket.read_pocket_csv([text])
    if names >= instapaper.COLUMNS:
        return instapaper.read_instapaper(text)
    if "," in bare.partition("\n")[0]:
        wanted = "Pocket's has title, url and time_added, Instapaper's has URL, Title and Folder"
        raise FormatError("these comma-separated lines do not begin with columns that are known", advice=wanted)
    raise FormatError(_UNKNOWN, advice=_KNOWN)


def _from_html(text: str) -> ImportedFile:
    head = text[:_HEAD].lower()
    if "netscape-bookmark-file" in head:
        return browser.read_bookmarks(text)
    if "<title>pocket export" in head or " time_added=" in head:
        return pocket.read_pocket_html(text)
    if "<dl" in head and "<dt" in head:
        return browser.read_bookmarks(text)
    raise FormatError(_UNKNOWN, advice=_KNOWN)


def _from_json(text: str) -> ImportedFile:
    try:
        values: Any = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"this JSON is damaged or cut short at line {error.lineno}"
        raise FormatError(what, advice="export it again") from error
    except (ValueError, RecursionError) as error:
        raise FormatError("this JSON cannot be read") from error
    if isinstance(values, dict) and values.get("format") == "newsreader":
        return own.read_own(values)
    first = values[0] if isinstance(values, list) and values else None
    if isinstance(first, dict) and wallabag.MARK in first:
        return wallabag.read_wallabag(values)
    if isinstance(first, dict) and omnivore.MARK in first:
        return omnivore.read_omnivore(values)
    raise FormatError("this JSON is none that newsreader, wallabag or Omnivore write")


def _from_archive(archive: Archive) -> ImportedFile:
    names = [name for name in archive.names if not name.rpartition("/")[2].startswith(".")]
    listed = [name for name in names if _is_metadata(name)]
    if listed:
        folder = listed[0].removesuffix(listed[0].rpartition("/")[2])
        entries = [entry for name in listed for entry in _listed(archive.read(name), name)]
        return omnivore.read_omnivore(entries, lambda name: archive.read(folder + name).decode("utf-8", "replace"))
    texts = [_decoded(archive.read(name)) for name in names if name.lower().endswith(".csv")]
    found = [text for text in texts if frozenset(sheets.columns(text)) >= pocket.COLUMNS]
    if found:
        return pocket.read_pocket_csv(found)
    if len(texts) == 1:
        return _from_text(texts[0])
    raise FormatError("this zip archive is no export of Pocket's, Instapaper's or Omnivore's")


def _is_metadata(name: str) -> bool:
    last = name.rpartition("/")[2].lower()
    return last.startswith(omnivore.METADATA) and last.endswith(".json")


def _listed(data: bytes, name: str) -> list[Any]:
    try:
        values: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{name[:80]!r} in this zip archive is not the JSON it should be") from error
    return values if isinstance(values, list) else []


def _decoded(data: bytes) -> str:
    """Return ``data`` as text, by its mark, as UTF-8, or in the encoding that a file of HTML says.

    Raises:
        FormatError: it is text in none of these.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        said = _CHARSET.search(data[:_HEAD])
        try:
            return data.decode(said[1].decode("ascii") if said else "")
        except (LookupError, UnicodeError):
            what = f"this is not text in UTF-8 (byte {error.start + 1}), or was cut short"
            raise FormatError(what, advice="save it in that encoding, or export it again") from error
