"""What was kept of the built-in edition opens elsewhere, in readers of every format, with every picture."""

import base64
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image as Picture

from newsreader.demo import Edition
from newsreader.demo.articles import read_stories
from newsreader.model import Image
from newsreader.model.article import walk
from support.command import Done
from support.epub_reader import read_epub
from support.markdown_reader import read_markdown

Newsreader = Callable[..., Done]

STORY = next(story for story in read_stories() if story.slug == "lighthouse")
PICTURES = 3
"""In that story: the lead picture and two inside."""

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_COUNTING = (
    "<script>addEventListener('load', () => { document.title = 'drawn: '"
    " + [...document.images].filter(one => one.naturalWidth > 0).length })</script></body>"
)


@pytest.fixture
def kept(newsreader: Newsreader) -> str:
    """Keep a story of the edition, whose server has gone when this returns, and return its number."""
    with Edition(lambda: datetime.now(UTC)) as edition:
        assert newsreader("add", edition.feed_url, "--folder", "Harbour").code == 0
        [number] = [one["id"] for one in newsreader("headlines", "--json").json if one["title"] == STORY.title]
        assert newsreader("save", str(number)).code == 0
    return str(number)


def test_the_book_has_its_text_and_its_pictures(newsreader: Newsreader, kept: str, tmp_path: Path) -> None:
    done = newsreader("export", "epub", kept, "-o", str(tmp_path / "kept.epub"))
    assert (done.code, done.out) == (0, "")
    book = read_epub((tmp_path / "kept.epub").read_bytes())
    assert (book.metadata["title"], book.metadata["creator"]) == ([STORY.title], list(STORY.authors))
    assert len(book.shown) == PICTURES
    assert STORY.standfirst in book.text


def test_the_edition_is_a_book_by_section(newsreader: Newsreader, kept: str, tmp_path: Path) -> None:
    done = newsreader("export", "epub", "--edition", "-o", str(tmp_path / "today.epub"))
    assert done.code == 0
    book = read_epub((tmp_path / "today.epub").read_bytes())
    assert book.metadata["title"][0].startswith("The edition of ")
    [section] = book.contents
    assert section[0] == "Harbour"
    assert len(book.pages) == 1 + len(section[1]) > 1
    stored = {story.title for story in read_stories()}
    assert set(section[1]) <= stored, "what was not read before is there as the feed carried it"


def test_markdown_is_read_with_its_pictures_beside_it(newsreader: Newsreader, kept: str, tmp_path: Path) -> None:
    file = tmp_path / "the keeper.md"
    assert newsreader("export", "markdown", kept, "-o", str(file)).code == 0
    body = file.read_text("utf-8").split("---\n", 2)[2]
    shown = [block.url for block in walk(read_markdown(body)) if isinstance(block, Image)]
    assert len(shown) == PICTURES
    for address in shown:
        assert Picture.open(BytesIO((tmp_path / unquote(address)).read_bytes())).format == "JPEG"
    assert len(list((tmp_path / "the keeper-images").iterdir())) == PICTURES


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on PATH to look at the page")
def test_a_browser_draws_every_picture_of_the_page(newsreader: Newsreader, kept: str, tmp_path: Path) -> None:
    file = tmp_path / "kept.html"
    assert newsreader("export", "html", kept, "-o", str(file)).code == 0
    page = file.read_text("utf-8")
    counting = page.replace("style-src", "script-src 'unsafe-inline'; style-src").replace("</body>", _COUNTING)
    assert "script-src" in counting.partition("<style>")[0], "only a script of ours may run, and only in the copy"
    file.write_text(counting, "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command = [str(CHROMIUM), *options, "--virtual-time-budget=10000", "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    assert f"<title>drawn: {PICTURES}</title>" in done.stdout.decode()


def test_the_page_holds_its_pictures_itself(newsreader: Newsreader, kept: str) -> None:
    page = newsreader("export", "html", kept).out
    sources = re.findall(r'<img src="([^"]*)"', page)
    assert len(sources) == PICTURES
    for source in sources:
        assert Picture.open(BytesIO(base64.b64decode(source.removeprefix("data:image/jpeg;base64,")))).width > 100
