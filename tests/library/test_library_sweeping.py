"""A sweep that is broken off promises nothing that is gone."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from newsreader.library import Library, removal
from newsreader.library.database import FILE_NAME, connect, transaction
from newsreader.library.timekeeping import grace_began
from newsreader.wiring import utc_now
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, Clock, entry, feed

BRIDGE = FULL_ARTICLE.images[0].url


class KilledError(Exception):
    """Stands for the end of the program."""


async def test_a_bookmark_restored_after_a_broken_sweep_asks_for_its_pictures_again(
    library: Library, folder: Path, clock: Clock
) -> None:
    clock.now = utc_now()
    paper = await library.subscribe("https://a.example/feed", "A")
    await library.store_feed(paper.id, feed(entry("1")), CHECK)
    await library.bookmark_entry(1, FULL_ARTICLE)
    await library.add_image(1, BRIDGE, b"bridge", "jpg", 1, 1)
    await library.unbookmark(1)
    clock.pass_by(timedelta(days=30))
    connection = connect(folder / FILE_NAME)
    with transaction(connection):
        removal.forget_released(connection, grace_began(clock()))
    with suppress(KilledError), transaction(connection):
        assert removal.remove_images(connection, library._images, grace_began(clock())) == 1
        raise KilledError
    connection.close()
    assert await library.examine() == []
    assert await library.undo() is not None
    assert BRIDGE in library.missing_images(1)
    await library.add_image(1, BRIDGE, b"bridge", "jpg", 1, 1)
    assert library.picture_file(1, BRIDGE) is not None
    assert await library.examine() == []
