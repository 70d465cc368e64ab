"""A clipping as a Markdown file: YAML front matter for programs, and below it the article, whole in itself."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from newsreader.formats.clipping import Clipping, with_pictures_at
from newsreader.formats.markdown import article_to_markdown

_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML, 1.1 or 1.2, would not take as it is, or would take for the end of a line."""


def clipping_to_markdown(clipping: Clipping, pictures: Mapping[str, str]) -> str:
    """Return the text of a Markdown file; it ends with a newline.

    The keys are title, url, authors, site, source, published, saved, tags, note, language and standfirst; those of
    which nothing is known are left out. Texts are quoted and times are in UTC, so that nothing in them is YAML.

    Args:
        clipping: what to write.
        pictures: relative addresses of pictures by their own; the others keep their own.
    """
    front = "".join(f"{name}: {value}\n" for name, value in _values(clipping).items() if value)
    return f"---\n{front}---\n\n{article_to_markdown(with_pictures_at(clipping.article, pictures))}"


def _values(clipping: Clipping) -> dict[str, str]:
    """Return the front matter by its keys, each value as YAML; empty where nothing is known."""
    article, headline = clipping.article, clipping.headline
    return {
        "title": _quoted(article.title or headline.title),
        "url": _quoted(headline.url or article.url),
        "authors": _listed(article.authors),
        "site": _quoted(article.site),
        "source": _quoted(headline.source),
        "published": _time(article.published or headline.published),
        "saved": _time(clipping.saved_at),
        "tags": _listed(headline.tags),
        "note": _quoted(headline.note),
        "language": _quoted(article.language),
        "standfirst": _quoted(article.standfirst),
    }


def _quoted(text: str) -> str:
    """Return ``text`` as a double-quoted scalar: a JSON string is one, but for what YAML calls unprintable."""
    return _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False)) if text else ""


def _listed(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, filter(None, texts)))}]" if any(texts) else ""


def _time(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else ""


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
