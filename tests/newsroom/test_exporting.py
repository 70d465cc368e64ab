"""What is handed over of an article: all that the library knows of it, and nothing asked of the network."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from newsreader.formats.clipping import Clipping
from newsreader.model import HeadlineQuery, LibraryError, NotFoundError
from newsreader.newsroom import Newsroom
from newsreader.newsroom.exporting import Selection, picture_bytes
from support.clock import Clock
from support.loopback import Answer, Loopback
from support.site import PNG, open_site


async def clippings(newsroom: Newsroom, selection: Selection) -> list[Clipping]:
    return [clipping async for _, clipping in newsroom.exports.clippings(selection)]


async def test_all_that_is_known_goes_along(newsroom: Newsroom, site: Loopback, clock: Clock) -> None:
    await newsroom.add(open_site(site), "Sea")
    [fog, bell] = newsroom.headline_ids(HeadlineQuery())
    saved_at = clock()
    await newsroom.bookmark(fog)
    await newsroom.complete_bookmark(fog)
    await newsroom.annotate(fog, "Ask Ani", ["fog"])
    clock.move(hours=1)
    await newsroom.mark_read([fog, bell])
    clock.move(hours=1)
    await newsroom.mark_read([bell], read=False)
    site.stop()
    first, second = await clippings(newsroom, newsroom.exports.of_ids([fog, bell, fog]))
    assert (first.source_url, first.section) == (site.url("/feed.xml"), "Sea")
    assert (first.saved_at, first.bookmarked_changed_at) == (saved_at, saved_at)
    assert first.read_at == first.read_changed_at == saved_at + timedelta(hours=1)
    assert (first.headline.note, first.headline.tags) == ("Ask Ani", ("fog",))
    assert [picture.media_type for picture in first.pictures.values()] == ["image/png"] * 2
    assert "Report 0, part 5" in first.article.text
    assert (second.saved_at, second.read_at, second.pictures) == (None, None, {})
    assert second.read_changed_at == saved_at + timedelta(hours=2)
    assert second.article.text == "In short: report 1.", "its page was never read"


async def test_the_bookmarks_of_a_source_that_was_dropped_go_along(newsroom: Newsroom, site: Loopback) -> None:
    await newsroom.add(open_site(site), "Sea")
    fog = newsroom.headline_ids(HeadlineQuery())[0]
    await newsroom.bookmark(fog)
    [source] = newsroom.subscriptions()
    await newsroom.remove(source.id)
    [clipping] = await clippings(newsroom, newsroom.exports.of_bookmarks())
    assert (clipping.headline.source, clipping.source_url, clipping.section) == ("The Mole", None, "")


async def test_titles_say_what_was_chosen_and_when(newsroom: Newsroom, site: Loopback) -> None:
    await newsroom.add(open_site(site))
    ids = newsroom.headline_ids(HeadlineQuery())
    assert newsroom.exports.of_ids(ids[:1]).title == "Fog over the mole"
    assert newsroom.exports.of_ids(ids).title == "Articles, Thursday, 30 March, 2023"
    assert (await newsroom.exports.of_search("bell")).title == "“bell”, Thursday, 30 March, 2023"
    odd = (await newsroom.exports.of_search("bell \udcff\n\x1b")).title
    assert odd.encode().decode() == odd
    assert odd.isprintable()
    assert newsroom.exports.of_bookmarks() == Selection("Bookmarks, Thursday, 30 March, 2023", ())
    assert newsroom.exports.of_edition().headlines == newsroom.edition().headlines
    with pytest.raises(NotFoundError):
        newsroom.exports.of_ids([*ids, 999])


async def test_pictures_that_went_bad_are_told_of_or_left_out(newsroom: Newsroom, site: Loopback) -> None:
    await newsroom.add(open_site(site))
    written = BytesIO()
    Image.new("RGB", (40, 30)).save(written, "BMP")
    site.routes["/picture/1.png"] = Answer(written.getvalue(), headers=PNG)
    fog = newsroom.headline_ids(HeadlineQuery())[0]
    await newsroom.bookmark(fog)
    await newsroom.complete_bookmark(fog)
    [clipping] = await clippings(newsroom, newsroom.exports.of_bookmarks())
    old, new = clipping.pictures.values()
    found = await newsroom.exports.in_common(old)
    assert found is not None
    assert (found[0], found[2]) == (f"{old.path.stem}.jpg", "image/jpeg")
    old.path.write_bytes(b"rot")
    assert await newsroom.exports.in_common(old) is None
    new.path.unlink()
    with pytest.raises(LibraryError, match="doctor"):
        picture_bytes(new)
    [clipping] = await clippings(newsroom, newsroom.exports.of_bookmarks())
    assert list(clipping.pictures.values()) == [old], "what is not on disk is not promised"
