"""A clipping as a Markdown file: any YAML reader reads its head, and any CommonMark reader its body."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.formats.clipping import Clipping
from newsreader.formats.front_matter import clipping_to_markdown
from newsreader.model import Article, Headline, Image, List, Paragraph, Quote, Span
from support.articles import FULL_ARTICLE, articles, lines, texts
from support.markdown_reader import comparable, read_markdown

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)


def clipping(article: Article = FULL_ARTICLE, **more: Any) -> Clipping:
    found = Headline(7, article.title, "The Paper, World", 1, article.url or None, NOW)
    return Clipping(replace(found, **more), article)


def parted(markdown: str) -> tuple[dict[str, Any], str]:
    """Return what a reader of front matter makes of a file: its values, and the body."""
    opening, front, body = markdown.split("---\n", 2)
    assert opening == ""
    return yaml.safe_load(front), body


def test_what_is_known_is_in_the_front_matter() -> None:
    told = clipping(note="Call Ada:\nabout the “bridge”", tags=("sea", "bridges: old"))
    front, body = parted(clipping_to_markdown(replace(told, saved_at=NOW), {}))
    assert front == {
        "title": "The bridge is open again",
        "url": "https://paper.example/bridge",
        "authors": ["Ada Lind", "Bo Ek"],
        "site": "The Paper",
        "source": "The Paper, World",
        "published": datetime(2023, 3, 30, 8, 15, tzinfo=UTC),
        "saved": NOW,
        "tags": ["sea", "bridges: old"],
        "note": "Call Ada:\nabout the “bridge”",
        "language": "en",
        "standfirst": "After two years the river can be crossed on foot.",
    }
    front_lines = 5
    assert read_markdown(body)[front_lines:] == comparable(FULL_ARTICLE.blocks)


def test_what_is_not_known_is_left_out() -> None:
    front, _ = parted(clipping_to_markdown(clipping(Article("", "No more", ())), {}))
    assert front == {"title": "No more", "source": "The Paper, World", "published": NOW}


PLAIN = """\
yes
null
1e3
2023-03-30
a: b
# no
- x
'
"
\\
{a}
[a]
&a *b
%x
@x
`x`
!!python/object:os.system"""
"""What YAML would take for something else than a text."""


@pytest.mark.parametrize(
    "text",
    [*PLAIN.split("\n"), "---\nx: y\n", "\x85", "\u2028", "\x7f", "\ufeff", "\U0001f469", "\ufffe"],
)
def test_no_text_is_yaml(text: str) -> None:
    article = replace(FULL_ARTICLE, title=text, standfirst=text, authors=(text,), site=text)
    front, _ = parted(clipping_to_markdown(clipping(article, note=text, tags=(text, text)), {}))
    assert [front[key] for key in ("title", "standfirst", "site", "note")] == [text] * 4
    assert (front["authors"], front["tags"]) == ([text], [text, text])


@given(articles, texts, st.lists(lines, max_size=3).map(tuple))
@settings(max_examples=150)
def test_any_clipping_comes_back(article: Article, note: str, tags: tuple[str, ...]) -> None:
    front, _ = parted(clipping_to_markdown(clipping(article, note=note, tags=tags), {}))
    assert front.get("note", "") == note
    assert front.get("tags", []) == [tag for tag in tags if tag]
    assert front.get("title", "") == article.title
    assert front.get("authors", []) == [name for name in article.authors if name]


def test_pictures_that_are_kept_are_beside_it_wherever_they_stand() -> None:
    def picture(name: str) -> Image:
        return Image(f"https://p.example/{name}", name)

    inside = (Quote((picture("a"),)), List(((picture("b"), Paragraph((Span("x"),))),)), picture("c"))
    article = Article("https://p.example/", "Pictures", inside, lead_image=picture("lead"))
    kept = {f"https://p.example/{name}": f"my%20images/{name}.png" for name in ("lead", "a", "b")}
    _, body = parted(clipping_to_markdown(clipping(article), kept))
    assert [name for name in ("lead", "a", "b") if f"](<my%20images/{name}.png>)" in body] == ["lead", "a", "b"]
    assert "](<https://p.example/c>)" in body
