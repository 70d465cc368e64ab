"""Importing: what another program wrote is read and cleaned in the workshop, and put into the library at once."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.fetch import host_of
from newsreader.library import Arrival, SavedImage
from newsreader.model import (
    Article,
    ArticleStatus,
    Block,
    DeadlineError,
    FormatError,
    NewsreaderError,
    PictureError,
)
from newsreader.newsroom.means import Means
from newsreader.newsroom.together import together
from newsreader.newsroom.values import ImportReport

if TYPE_CHECKING:
    from newsreader.formats.imports import ImportedFile, ImportedImage, ImportedPage

HOSTS = "imported"
"""The setting that lists the hosts of pages saved elsewhere, as JSON: the reader chose them, also at home."""

BATCH = 400_000
"""Characters of HTML that are cleaned in one go: a second or two."""

AT_ONCE = 2
"""Batches and pictures that are opened at the same time: as many as the workshop has children."""


class Importer:
    """Brings in feeds, and pages with what was done to them; fetches nothing."""

    def __init__(self, means: Means) -> None:
        self._library = means.library
        self._fetcher = means.fetcher
        self._workshop = means.workshop
        self._fetcher.trust_hosts(self._hosts())

    async def bring_in(self, path: Path, beside: Path | None) -> ImportReport:
        """Bring in the file at ``path``; pictures that it names are looked for in the folder ``beside`` only.

        Raises:
            FormatError: it is of no kind that is known, or damaged; nothing was changed.
            LibraryError: it could not be written; nothing was changed.
        """
        file = await self._workshop.read_import(str(path))
        texts = await self._texts(file.pages)
        skipped = Counter(dict(file.skipped))
        images = await self._stage(file.pages, beside, skipped)
        arrivals = [Arrival(page, texts.get(i), images.get(i, ())) for i, page in enumerate(file.pages)]
        hosts = self._hosts() | {host_of(page.url) for page in file.pages if page.url and page.bookmarked}
        brought = await self._library.bring_in(file.feeds, arrivals, {HOSTS: json.dumps(sorted(hosts))})
        self._trust(file, hosts)
        return ImportReport(
            file.kind,
            brought.feeds,
            len(file.feeds) - brought.feeds,
            brought.new,
            brought.changed,
            brought.known,
            sum(page.bookmarked and not self._library.has_text(page.url) for page in file.pages if page.url),
            tuple((+skipped).items()),  # those above 0
        )

    def _hosts(self) -> set[str]:
        hosts: list[str] = json.loads(self._library.setting(HOSTS) or "[]")
        return set(hosts)

    def _trust(self, file: "ImportedFile", hosts: Iterable[str]) -> None:
        self._fetcher.trust_hosts(hosts)
        for feed in file.feeds:
            self._fetcher.trust(feed.url)

    async def _texts(self, pages: "Sequence[ImportedPage]") -> dict[int, Article]:
        """Return the articles of the pages that carried one or its HTML and lack it here, by their place."""
        lacking = [i for i, page in enumerate(pages) if not (page.url and self._library.has_text(page.url))]
        found = {i: article for i in lacking if (article := pages[i].article) is not None}
        carried = [i for i in lacking if pages[i].html and i not in found]

        async def clean(batch: list[int]) -> list[tuple[Block, ...]]:
            return await self._cleaned([(pages[i].html, pages[i].url or "") for i in batch])

        batches = _batches(carried, pages)
        for batch, cleaned in zip(batches, await together(clean, batches, AT_ONCE), strict=True):
            found |= {i: _article(pages[i], blocks) for i, blocks in zip(batch, cleaned, strict=True) if blocks}
        return found

    async def _cleaned(self, pieces: list[tuple[str, str]]) -> list[tuple[Block, ...]]:
        """Return the blocks of each piece; one that is a bomb does not take the others of its batch with it."""
        try:
            return list(await self._workshop.clean_fragments(pieces))
        except NewsreaderError:
            return [await self._cleaned_alone(*piece) for piece in pieces]

    async def _cleaned_alone(self, html: str, url: str) -> tuple[Block, ...]:
        try:
            return await self._workshop.clean_fragment(html, url)
        except NewsreaderError:  # its page waits for its text like one that came without
            return ()

    async def _stage(
        self, pages: "Sequence[ImportedPage]", beside: Path | None, skipped: Counter[str]
    ) -> dict[int, tuple[SavedImage, ...]]:
        """Return the pictures that lie beside the file and are not here yet, by the place of their page."""
        wanted = [(i, image) for i, page in enumerate(pages) for image in page.images]
        if beside is None:
            skipped["pictures of a file without a folder"] += len(wanted)
            return {}

        async def stage(one: "tuple[int, ImportedImage]") -> SavedImage | None:
            try:
                return await self._staged(pages[one[0]].url, one[1], beside)
            except (DeadlineError, FormatError, PictureError):
                skipped["pictures that cannot be read"] += 1
                return None

        staged: dict[int, tuple[SavedImage, ...]] = {}
        for (i, _), image in zip(wanted, await together(stage, wanted, AT_ONCE), strict=True):
            if image is not None:
                staged[i] = (*staged.get(i, ()), image)
        return staged

    async def _staged(self, url: str | None, image: "ImportedImage", beside: Path) -> SavedImage | None:
        entry_id = self._library.find_entry(url) if url else None
        if entry_id is not None and self._library.picture_file(entry_id, image.url):
            return None
        data, facts = await self._workshop.open_beside(str(beside), image.file)
        return await self._library.stage_image(image.url, data, facts.suffix, facts.width, facts.height)


def _batches(places: Iterable[int], pages: "Sequence[ImportedPage]") -> list[list[int]]:
    batches: list[list[int]] = [[]]
    room = BATCH
    for i in places:
        room -= len(pages[i].html)
        if room < 0 and batches[-1]:
            batches.append([])
            room = BATCH - len(pages[i].html)
        batches[-1].append(i)
    return [batch for batch in batches if batch]


def _article(page: "ImportedPage", blocks: tuple[Block, ...]) -> Article:
    """Return the article of a page that was read elsewhere: whole, but where it is only what a feed carried."""
    return Article(
        url=page.url or "",
        title=page.title,
        blocks=blocks,
        authors=page.authors,
        site=page.site,
        language=page.language,
        published=page.published,
        status=ArticleStatus.FULL if page.feed_url is None else ArticleStatus.FEED,
    )
