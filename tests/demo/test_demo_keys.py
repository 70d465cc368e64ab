"""The edition teaches no key that the reader does not have."""

import re
from html import unescape

import pytest

from newsreader.demo.articles import Story, read_stories
from newsreader.tui.commands import COMMANDS

KEYS = {key for command in COMMANDS for key in command.keys.split(",")}
NAMED = {"Enter": "enter", "Esc": "escape", "Space": "space"}


@pytest.mark.parametrize("story", read_stories(), ids=lambda story: story.slug)
def test_keys_in_an_article_are_keys_of_the_reader(story: Story) -> None:
    told = [unescape(key) for key in re.findall(r"<code>(&?\w{1,2};|[^\s<]|Enter|Esc|Space)</code>", story.body)]
    assert {NAMED.get(key, key) for key in told} <= KEYS
    if story.slug == "welcome":
        assert len(told) > 8
