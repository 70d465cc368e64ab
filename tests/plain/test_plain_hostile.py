"""Whatever a feed, a page or a program says, plain mode prints only its words, a line for each thing it tells."""

import asyncio
import re
from collections.abc import Callable

import pytest

from newsreader.cli.talking import _tell, _tell_person
from newsreader.config import Form, Output, OwnCommand
from newsreader.library import Library
from newsreader.model import Article, Code, Heading, Paragraph, Span, Table
from plain.conftest import Spoken
from support.libraries import CHECK, Clock, entry, feed

HOSTILE = (
    "A\x1b]52;c;UFdORUQ=\x1b\\B",
    "\x9b2J\x1b]0;owned\x07",
    "A\u202egpj.exe \u2066x\u2069",
    "pay\u200bpal\u2060\ufeff",
    "one\r2. Forged. The Paper, unread.\u20283. Forged.\x0b4. Forged.",
    "e" + "\u0301" * 50,
)
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\u0301{9}")
"""What would act on a terminal, pretend to be other text or pile up; a line of its own ends with a newline."""


def hostile_article(url: str, text: str) -> Article:
    """Return an article that says ``text`` wherever it can."""
    spans = (Span(text), Span(text, f"https://a.example/{text}"))
    blocks = (Heading(2, spans), Paragraph(spans), Code(text), Table(((spans,),), header=(spans,), caption=spans))
    return Article(url, text, blocks, standfirst=text, authors=(text,))


async def fill(library: Library) -> None:
    """Put a source on the shelves whose every text is one of those."""
    for number, text in enumerate(HOSTILE):
        source = await library.subscribe(f"https://{number}.example/feed", text, folder=text)
        page = f"https://{number}.example/page"
        await library.store_feed(source.id, feed(entry("one", hours_ago=1, title=text, url=page)), CHECK)
        found = library.find_entry(page)
        assert found is not None
        await library.store_article(found, hostile_article(page, text))


@pytest.fixture
def hostile(spoken: Spoken) -> Spoken:
    """Return a reader of sources and articles that are called so, with a program that prints such text."""
    library = Library.open(spoken.folder / "library", now=Clock())
    asyncio.run(fill(library))
    library.close()
    run = ("printf", "\\033]0;owned\\007%s", HOSTILE[2])
    spoken.own = (OwnCommand("print", run, "print", "", Form.NONE, Output.ARTICLE),)
    return spoken


@pytest.mark.parametrize("tell", [_tell, _tell_person])
def test_hostile_text_is_only_said(
    hostile: Spoken, tell: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = [str(number) for number in range(1, len(HOSTILE) + 1)]
    articles = [line for number in numbers for line in (number, "f", "", "", "f")]
    searches = [f"/ {text}" for text in HOSTILE]
    said = hostile(*articles, "sources", "source 2", "print 1", *searches, *HOSTILE, "1", "l a #\x1b[2J", "l")
    for line in (*hostile.greeting, *said):
        tell(line)
    printed = capsys.readouterr().out
    assert not ACTING.findall(printed)
    assert printed.count("owned") > 3


def test_no_text_makes_itself_a_row_of_a_list(hostile: Spoken) -> None:
    said = [*hostile("sources", "list"), *hostile.greeting]
    assert sum("Forged" in line for line in said) == 3
    assert [line for line in said if len(line.splitlines()) > 1] == []
