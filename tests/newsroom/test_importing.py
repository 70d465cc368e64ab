"""What was saved elsewhere stands in the bookmarks, with its text as soon as there is one."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsreader.config import Settings
from newsreader.fetch import Fetcher
from newsreader.formats import article_to_json
from newsreader.library import Library
from newsreader.model import ArticleStatus, Block, DeadlineError, FormatError, HeadlineQuery, Image, View
from newsreader.newsroom import Newsroom
from newsreader.pictures import PictureFacts
from newsreader.workshop import Workshop
from support.articles import FULL_ARTICLE
from support.clock import Clock
from support.exports import PARAGRAPH, WALLABAG, Item, as_json, newsboat, own
from support.loopback import Answer, Loopback
from support.on_screen import press, reading, shown
from support.site import open_site, page, png


def pocket(*urls: str) -> bytes:
    lines = "".join(f"{url},{url},1651416000,,archive\n" for url in urls)
    return f"title,url,time_added,tags,status\n{lines}".encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "export" / "file"


def written(file: Path, data: bytes) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return file


async def bring(newsroom: Newsroom, file: Path, data: bytes) -> str:
    return repr(await newsroom.importer.bring_in(written(file, data), file.parent))


async def test_an_import_fetches_nothing_and_the_refresh_after_it_what_was_saved(
    open_newsroom: Callable[[], Newsroom], site: Loopback, file: Path
) -> None:
    open_site(site)
    url = site.url("/article/0")
    assert "pages=1" in await bring(open_newsroom(), file, pocket(url))
    assert site.asked == []
    newsroom = open_newsroom()
    [kept] = newsroom.bookmarks()
    assert (kept.complete, kept.headline.title, kept.headline.read, kept.headline.url) == (False, url, True, url)
    assert await newsroom.complete_bookmarks() == 1
    [kept] = newsroom.bookmarks()
    assert (kept.complete, kept.images_saved, kept.headline.title) == (True, 2, "Fog over the mole")
    reading = newsroom.stored_reading(kept.headline.id)
    assert reading is not None
    assert "Report 0, part 5" in reading.article.text


async def test_opening_a_page_that_has_no_text_yet_fetches_it(
    newsroom: Newsroom, site: Loopback, file: Path
) -> None:
    open_site(site)
    await bring(newsroom, file, pocket(site.url("/article/1")))
    [kept] = newsroom.bookmarks()
    assert newsroom.stored_reading(kept.headline.id) is None
    assert "Report 1, part 5" in (await newsroom.reading(kept.headline.id)).article.text
    assert newsroom.bookmarks()[0].complete


async def test_on_the_screen_a_page_that_has_no_text_yet_opens_like_any_other(
    newsroom: Newsroom, site: Loopback, file: Path
) -> None:
    open_site(site)
    await bring(newsroom, file, pocket(site.url("/article/1")))
    async with reading(newsroom) as pilot:
        await press(pilot, "B")
        assert "Report 1" in shown(pilot)


async def test_a_text_that_the_file_carried_is_there_with_no_network(newsroom: Newsroom, file: Path) -> None:
    await bring(newsroom, file, as_json(WALLABAG))
    kept = newsroom.bookmarks()[0]
    reading = newsroom.stored_reading(kept.headline.id)
    assert reading is not None
    article = reading.article
    assert (article.title, article.byline, article.status) == ("The lighthouse", "Ani Sarkis", ArticleStatus.FULL)
    assert PARAGRAPH.strip() in article.text
    assert "alert" not in article.text
    assert article.images == (Image("https://quay.example/lamp.png", "The lamp"),)
    assert kept.headline.words == article.words
    assert (kept.images_saved, kept.images_total) == (0, 1)
    await newsroom.catch_up()
    found = newsroom.headline_ids(HeadlineQuery(search="harbourmaster"))
    assert found == (kept.headline.id,)


async def test_many_long_texts_each_go_to_their_page(newsroom: Newsroom, file: Path) -> None:
    long = f"<p>{PARAGRAPH}</p>" * 1_500
    entries = [
        WALLABAG[0] | {"url": f"https://quay.example/{n}", "content": f"<p>This is number {n}.</p>{long}"}
        for n in range(8)
    ]
    await bring(newsroom, file, as_json(entries))
    kept = newsroom.bookmarks()
    assert len(kept) == len(entries)
    for one in kept:
        stored = newsroom.stored_reading(one.headline.id)
        assert stored is not None
        assert stored.article.text.startswith(f"This is number {str(one.headline.url)[-1]}.")


class Overtaxed(Workshop):
    """A workshop in which many texts at once, one that is a bomb, and every picture take too long."""

    async def open_beside(self, folder: str, name: str) -> tuple[bytes, PictureFacts]:
        raise DeadlineError("opening this picture took longer than 5 seconds")

    async def clean_fragments(self, pieces: Sequence[tuple[str, str]]) -> tuple[tuple[Block, ...], ...]:
        raise DeadlineError("opening this text took longer than 30 seconds")

    async def clean_fragment(self, html: str, url: str) -> tuple[Block, ...]:
        if "bomb" in url:
            raise DeadlineError("opening this text took longer than 5 seconds")
        return await super().clean_fragment(html, url)


async def test_a_text_that_is_a_bomb_takes_no_other_with_it(settings: Settings, clock: Clock, file: Path) -> None:
    library, fetcher, workshop = Library.open(settings.library, now=clock), Fetcher(), Overtaxed(1)
    newsroom = Newsroom(settings, library, fetcher, workshop, now=clock)
    bomb, other = (WALLABAG[0] | {"url": f"https://quay.example/{name}"} for name in ("bomb", "other"))
    await bring(newsroom, file, as_json([bomb, other]))
    texts = {kept.headline.url: newsroom.stored_reading(kept.headline.id) for kept in newsroom.bookmarks()}
    assert {url for url, text in texts.items() if text} == {other["url"]}
    assert set(texts) == {bomb["url"], other["url"]}
    await newsroom.close()


async def test_a_picture_that_is_a_bomb_does_not_end_the_import(
    settings: Settings, clock: Clock, file: Path
) -> None:
    library, fetcher, workshop = Library.open(settings.library, now=clock), Fetcher(), Overtaxed(1)
    newsroom = Newsroom(settings, library, fetcher, workshop, now=clock)
    images = [{"url": FULL_ARTICLE.images[0].url, "file": "1.png", "media_type": "image/png"}]
    article = {"url": FULL_ARTICLE.url, "article": article_to_json(FULL_ARTICLE), "images": images}
    assert "('pictures that cannot be read', 1)" in await bring(newsroom, file, own(article))
    assert newsroom.bookmarks()[0].images_saved == 0
    await newsroom.close()


async def test_an_own_export_brings_its_pictures_and_takes_none_from_elsewhere(
    newsroom: Newsroom, file: Path, tmp_path: Path
) -> None:
    images = FULL_ARTICLE.images
    (file.parent / "images").mkdir(parents=True)
    (file.parent / "images" / "1.png").write_bytes(png())
    (tmp_path / "secret.png").write_bytes(png(shade=9))
    listed = [
        {"url": images[0].url, "file": "images/1.png", "media_type": "image/png"},
        *({"url": image.url, "file": "../secret.png", "media_type": "image/png"} for image in images[1:]),
    ]
    article = {"url": FULL_ARTICLE.url, "article": article_to_json(FULL_ARTICLE), "images": listed}
    report = await bring(newsroom, file, own(article))
    assert f"('pictures that cannot be read', {len(images) - 1})" in report
    [kept] = newsroom.bookmarks()
    assert (kept.images_saved, kept.images_total) == (1, len(images))
    assert "pages_known=1" in await bring(newsroom, file, own(article))


async def test_pictures_of_a_file_that_lies_in_no_folder_are_left(newsroom: Newsroom, file: Path) -> None:
    images = [{"url": FULL_ARTICLE.images[0].url, "file": "1.png", "media_type": "image/png"}]
    article = {"url": FULL_ARTICLE.url, "article": article_to_json(FULL_ARTICLE), "images": images}
    report = await newsroom.importer.bring_in(written(file, own(article)), None)
    assert report.skipped == (("pictures of a file without a folder", 1),)
    assert newsroom.bookmarks()[0].images_saved == 0


async def test_subscriptions_and_marks_of_newsboat_meet_the_feed(
    newsroom: Newsroom, site: Loopback, file: Path
) -> None:
    feed = open_site(site)
    file.parent.mkdir()
    items: list[Item] = [
        {"guid": site.url("/article/0"), "url": site.url("/article/0"), "feedurl": feed, "unread": 0},
        {"guid": "gone", "url": site.url("/gone"), "feedurl": feed, "flags": "s", "content": f"<p>{PARAGRAPH}</p>"},
    ]
    newsboat(file, [(feed, site.url("/"), "My mole")], items)
    report = await newsroom.importer.bring_in(file, file.parent)
    assert (report.kind, report.feeds, report.pages) == ("newsboat", 1, 2)
    [kept] = newsroom.bookmarks()
    stored = newsroom.stored_reading(kept.headline.id)
    assert stored is not None
    assert (stored.article.text, stored.article.status) == (PARAGRAPH.strip(), ArticleStatus.FEED)
    assert (await newsroom.refresh()).new == 1, "the other of its two headlines was here"
    [mole] = newsroom.subscriptions(counted=True)
    assert (mole.title, mole.total, mole.unread) == ("My mole", 3, 2)


async def test_a_page_on_the_readers_own_network_stays_within_reach_but_what_feeds_name_does_not(
    open_newsroom: Callable[[], Newsroom], site: Loopback, file: Path
) -> None:
    with Loopback() as printer:
        printer.routes["/"] = Answer(page(1, "Printer"))
        open_site(site)
        named = printer.url("/").replace("127.0.0.1", "localhost")
        file.parent.mkdir()
        newsboat(
            file, [("https://f.example/", "", "F")], [{"guid": "g", "url": named, "feedurl": "https://f.example/"}]
        )
        await open_newsroom().importer.bring_in(file, file.parent)
        await bring(open_newsroom(), file, pocket(site.url("/article/0")))
        newsroom = open_newsroom()
        assert await newsroom.complete_bookmarks() == 1
        [unread] = newsroom.headline_ids(HeadlineQuery(View.UNREAD))
        assert not (await newsroom.reading(unread)).stored
        assert printer.asked == []


async def test_a_bad_file_changes_nothing(newsroom: Newsroom, file: Path) -> None:
    with pytest.raises(FormatError):
        await bring(newsroom, file, pocket("https://a.example/") + b'"half a li')
    assert newsroom.bookmarks() == []
    assert await newsroom.undo() is None


async def test_an_import_is_one_step_back(newsroom: Newsroom, file: Path) -> None:
    await bring(newsroom, file, pocket(*(f"https://a.example/{n}" for n in range(20))))
    assert await newsroom.undo() == "Import taken back: 20 headlines"
    assert newsroom.headline_ids(HeadlineQuery()) == ()
