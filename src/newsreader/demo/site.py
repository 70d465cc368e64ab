"""The edition as a web site: which address gives what."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from urllib.parse import parse_qsl, urlsplit

from newsreader.demo import weather
from newsreader.demo.answer import Answer, entity_tag
from newsreader.demo.articles import Story, read_stories
from newsreader.demo.feed import feed_xml
from newsreader.demo.pages import Pages

_PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
"""The GIF of one transparent pixel by which pages count who reads them."""

_IMAGE_TYPES = {"jpg": "image/jpeg", "png": "image/png"}
_DAY_IN_SECONDS = 86400


class Site:
    """The site under ``root`` (its address, ending in a slash), dated from the moment it is made.

    ``answer`` may be called from several threads: articles and feed are fixed once made, and each answer is made
    from them alone.
    """

    def __init__(self, root: str, now: Callable[[], datetime]) -> None:
        self._now = now
        self._opened = now().replace(second=0, microsecond=0)
        self._stories = read_stories()
        self._by_path = {story.path: story for story in self._stories}
        self._pages = Pages(root, self._stories, self.published)
        self._feed = feed_xml(root, self._stories, self.published).encode()

    def published(self, story: Story) -> datetime:
        """Return when ``story`` says it was published."""
        return self._opened - timedelta(minutes=story.minutes)

    def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """Return the answer to a request for ``target`` (path and query); header names are in lower case."""
        parts = urlsplit(target)
        path, query = parts.path, dict(parse_qsl(parts.query))
        if path in self._by_path:
            return Answer(self._pages.article(self._by_path[path], self._now()).encode())
        match path:
            case "/":
                return Answer(self._pages.front(self._now()).encode())
            case "/feed.xml":
                return self._feed_answer(headers)
            case "/embed/first-light":
                return Answer(self._pages.film().encode())
            case "/count.gif":
                return Answer(_PIXEL, "image/gif")
            case "/v1/forecast":
                return weather.forecast(query, self._now())
            case "/v1/search":
                return weather.search(query)
        return _picture(path) or Answer(self._pages.missing().encode(), status=404)

    def _feed_answer(self, headers: Mapping[str, str]) -> Answer:
        tag = entity_tag(self._feed)
        newest = format_datetime(self.published(self._stories[0]), usegmt=True)
        validators = {"ETag": tag, "Last-Modified": newest, "Cache-Control": "no-cache"}
        asked = headers.get("if-none-match", "")
        same = tag in asked or asked == "*" or (not asked and headers.get("if-modified-since") == newest)
        if same:
            return Answer(b"", status=304, headers=validators)
        return Answer(self._feed, "application/rss+xml; charset=utf-8", headers=validators)


def _picture(path: str) -> Answer | None:
    folder, _, name = path.rpartition("/")
    kind = _IMAGE_TYPES.get(name.rpartition(".")[2])
    if folder != "/pictures" or kind is None:
        return None
    file = files("newsreader.demo") / "pictures" / name
    if not file.is_file():
        return None
    return Answer(file.read_bytes(), kind, headers={"Cache-Control": f"max-age={_DAY_IN_SECONDS}"})
