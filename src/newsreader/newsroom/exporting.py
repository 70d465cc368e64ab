"""Handing over: which articles, what the library knows of each, and where their pictures are. Asks no network."""

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.formats.clipping import Clipping, PictureFile
from newsreader.library import Library, Status
from newsreader.model import (
    Article,
    DeadlineError,
    Headline,
    HeadlineQuery,
    LibraryError,
    NotFoundError,
    PictureError,
    Subscription,
    clean_line,
)
from newsreader.model.picture import MEDIA_TYPES
from newsreader.newsroom.articles import Articles
from newsreader.newsroom.edition import todays_edition
from newsreader.newsroom.values import EditionSection
from newsreader.weather import date_text

if TYPE_CHECKING:
    from newsreader.workshop import Workshop

Changes = dict[tuple[int, Status], datetime]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is handed over: headlines under a title, in sections; a section without a title is no level."""

    title: str
    sections: tuple[EditionSection, ...]

    @property
    def headlines(self) -> tuple[Headline, ...]:
        """All of its headlines, section after section."""
        return tuple(headline for section in self.sections for headline in section.headlines)


class Exports:
    """Chooses articles, and gives them one at a time with what belongs to them; ``now`` is the clock."""

    def __init__(
        self, library: Library, articles: Articles, workshop: "Workshop", now: Callable[[], datetime], language: str
    ) -> None:
        self._library = library
        self._articles = articles
        self._workshop = workshop
        self.now = now
        self._language = language

    def of_ids(self, ids: Sequence[int]) -> Selection:
        """Return the headlines with these ids, each once.

        Raises:
            NotFoundError: one of them is no headline's.
        """
        wanted = list(dict.fromkeys(ids))
        found = self._library.headlines(wanted)
        known = {headline.id for headline in found}
        for number in wanted:
            if number not in known:
                advice = "see them with: newsreader headlines"
                raise NotFoundError("no headline has this number", str(number), advice)
        return self._plain(found[0].title if len(found) == 1 else self._dated("Articles"), found)

    def of_bookmarks(self) -> Selection:
        """Return all bookmarks, the last saved first."""
        return self._plain(self._dated("Bookmarks"), [kept.headline for kept in self._library.bookmarks()])

    async def of_search(self, words: str) -> Selection:
        """Return what a search finds, newest first; it waits until everything can be found."""
        await self._library.catch_up()
        ids = self._library.headline_ids(HeadlineQuery(search=words))
        return self._plain(self._dated(f"“{clean_line(words)}”"), self._library.headlines(ids))

    def of_edition(self) -> Selection:
        """Return the day's edition."""
        edition = todays_edition(self._library, self.now().astimezone(), self._language)
        return Selection(edition.title, edition.sections)

    async def clippings(self, selection: Selection) -> AsyncGenerator[tuple[str, Clipping], None]:
        """Yield the articles of a selection with the title of their section; one gone by now is left out.

        An article is what is stored of it, else what the feed carried, which may be nothing.
        """
        sources = {subscription.id: subscription for subscription in self._library.subscriptions()}
        changes = {(one.entry_id, one.status): one.made_at for one in self._library.status_changes()}
        for section in selection.sections:
            for headline in section.headlines:
                try:
                    reading = self._articles.stored(headline.id) or await self._articles.as_told(headline.id)
                except NotFoundError:
                    continue
                source = sources.get(headline.source_id)
                yield section.title, self._clipping(headline, reading.article, source, changes)

    async def in_common(self, picture: PictureFile) -> tuple[str, bytes, str] | None:
        """Return a picture as JPEG or PNG: its file's name, bytes and media type; None when it is broken."""
        try:
            data, suffix = await self._workshop.common_picture(picture_bytes(picture))
        except (PictureError, DeadlineError):
            return None
        return picture.path.with_suffix(suffix).name, data, MEDIA_TYPES[suffix]

    def _clipping(
        self, headline: Headline, article: Article, source: Subscription | None, changes: Changes
    ) -> Clipping:
        kept = self._library.bookmark(headline.id) if headline.bookmarked else None
        read_changed_at = changes.get((headline.id, Status.READ))
        return Clipping(
            headline=headline,
            article=article,
            source_url=source.url if source and not source.edition else None,
            section=source.folder if source else "",
            saved_at=kept.saved_at if kept else None,
            read_at=read_changed_at if headline.read else None,
            read_changed_at=read_changed_at,
            bookmarked_changed_at=changes.get((headline.id, Status.BOOKMARKED)),
            pictures={image.url: file for image in article.images if (file := self._file(headline.id, image.url))},
        )

    def _file(self, entry_id: int, url: str) -> PictureFile | None:
        path = self._library.picture_file(entry_id, url)
        media_type = MEDIA_TYPES.get(path.suffix) if path else None
        return PictureFile(path, media_type) if path and media_type else None

    def _plain(self, title: str, headlines: Sequence[Headline]) -> Selection:
        return Selection(title, (EditionSection("", tuple(headlines)),) if headlines else ())

    def _dated(self, name: str) -> str:
        return f"{name}, {date_text(self.now().astimezone(), self._language)}"


def picture_bytes(picture: PictureFile) -> bytes:
    """Return what is in a picture's file.

    Raises:
        LibraryError: it cannot be read.
    """
    try:
        return picture.path.read_bytes()
    except OSError as error:
        advice = "look over the library with: newsreader doctor"
        raise LibraryError(f"a picture cannot be read ({error.strerror})", str(picture.path), advice) from error
