"""The articles show every kind of block and many scripts, and a wrong head is an error."""

import re
import unicodedata

import pytest

from newsreader.demo.articles import read_stories, read_story
from newsreader.model import count_words, reading_minutes

STORIES = {story.slug: story for story in read_stories()}
ALL = "\n".join(story.body for story in STORIES.values())

HEAD = "title: T\nstandfirst: S\nauthor: A; B\nsection: How to\nminutes: 5"


def _text(body: str) -> str:
    return re.sub(r"<[^>]+>", " ", body)


MARKUP = (
    "<p> <h2> <h3> <blockquote> <cite> <ul> <ol> <table> <caption> <thead> <hr> <figure> <figcaption> <iframe "
    "mastodon-embed <noscript> data-srcset language-bash language-python language-json language-html <strong> <em> "
    "<code> <s> <sub> <sup><a"
)


@pytest.mark.parametrize("markup", [*MARKUP.split(), "</ul>\n</li>", "</ol>\n</li>", '<a href="/'])
def test_every_kind_of_block_and_span_occurs(markup: str) -> None:
    assert markup in ALL


@pytest.mark.parametrize(
    ("language", "script", "slug"),
    [("hy", "ARMENIAN", "printing"), ("ru", "CYRILLIC", "night-train"), ("ja", "HIRAGANA", "lanterns"),
     ("ar", "ARABIC", "coffeehouse")],
)  # fmt: skip
def test_scripts_other_than_latin_have_an_article_each(language: str, script: str, slug: str) -> None:
    story = STORIES[slug]
    assert story.language == language
    for text in (story.title, story.standfirst, story.authors[0], _text(story.body)):
        if language == "ja":
            assert re.search("[\u3040-\u30ff\u4e00-\u9fff]", text)
        else:
            letters = [c for c in text if c.isalpha()]
            assert sum(unicodedata.name(c).startswith(script) for c in letters) > 0.9 * len(letters)


def test_marks_emoji_and_widths_occur() -> None:
    outside = STORIES["outside"].body
    assert "👨‍👩‍👧‍👦" in outside
    assert sum(unicodedata.combining(c) > 0 for c in outside) > 40
    assert {"F", "H", "W"} <= {unicodedata.east_asian_width(c) for c in outside}


def test_the_welcome_is_newest_read_in_a_minute_and_teaches_the_first_keys() -> None:
    newest = next(iter(STORIES.values()))
    assert newest.slug == "welcome"
    assert reading_minutes(_text(newest.body)) == 1
    for key in ("j", "k", "Enter", "Esc", "Space", "b", "B", "/", "?", "q", "u", "a"):
        assert f"<code>{key}</code>" in newest.body


def test_there_is_one_long_read_with_three_pictures() -> None:
    story = STORIES["lighthouse"]
    assert count_words(_text(story.body)) > 1400
    assert story.picture
    assert story.body.count("<figure>") == 2


def test_a_story_is_read_from_its_head_and_body() -> None:
    story = read_story("slug", f"{HEAD}\ntags: one; two\nin_feed: yes\n\n<p>Body</p>\n\n<p>More</p>\n")
    assert (story.authors, story.tags, story.in_feed) == (("A", "B"), ("one", "two"), True)
    assert (story.path, story.direction) == ("/how-to/slug", "ltr")
    assert story.body == "<p>Body</p>\n\n<p>More</p>\n"


@pytest.mark.parametrize(
    "head", [f"{HEAD}\nnot a line", HEAD.replace("5", "soon"), HEAD.removeprefix("title: T\n")]
)
def test_a_wrong_head_is_an_error(head: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        read_story("slug", f"{head}\n\n<p>Body</p>")
