"""Long texts take less room, and come back as they were; those of older libraries too."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.formats import article_to_json
from newsreader.library import Library
from newsreader.library.database import FILE_NAME
from newsreader.library.packing import packed, unpacked
from newsreader.model import DamagedLibraryError, HeadlineQuery
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, entry, feed

LONG = f"<p>{'A long text of many words, as feeds carry it. ' * 200}</p>"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)


@given(TEXTS, st.integers(1, 400))
def test_any_text_comes_back(text: str, times: int) -> None:
    stored = packed(text * times)
    assert unpacked(stored) == text * times
    assert len(stored) <= len((text * times).encode())


async def shelve(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(entry("1", content=LONG), entry("2", content="<p>short</p>")), CHECK)
    await library.store_article(2, FULL_ARTICLE)


async def test_what_is_stored_is_small_and_reads_as_before(library: Library, folder: Path) -> None:
    await shelve(library)
    told = library.entry_content(1)
    assert told is not None
    assert told.html == LONG
    assert library.article(2) == FULL_ARTICLE
    assert library.headline_ids(HeadlineQuery(search="carry")) == (1,)
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        ((size,),) = database.execute("SELECT length(content) FROM contents WHERE entry_id = 1").fetchall()
    assert size < len(LONG) / 10


async def test_rows_of_an_older_library_read_as_they_are(library: Library, folder: Path) -> None:
    await shelve(library)
    await library.catch_up()
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.execute("UPDATE contents SET content = ? WHERE entry_id = 1", (LONG,))
        written = json.dumps(article_to_json(FULL_ARTICLE))
        database.execute("UPDATE articles SET article = ? WHERE entry_id = 2", (written,))
        database.commit()
    told = library.entry_content(1)
    assert told is not None
    assert told.html == LONG
    assert library.article(2) == FULL_ARTICLE
    await library.store_article(2, FULL_ARTICLE)
    assert await library.examine() == [], "the index is told what it was given, packed or not"


async def test_a_packed_text_that_was_hurt_says_so(library: Library, folder: Path) -> None:
    await shelve(library)
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.execute("UPDATE articles SET article = x'00ff00' WHERE entry_id = 2")
        database.commit()
    with pytest.raises(DamagedLibraryError, match="damaged; run newsreader doctor"):
        library.article(2)
