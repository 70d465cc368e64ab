"""Headlines and articles in spoken words: what matters first, and no signs that are read aloud as noise (pure)."""

from collections.abc import Iterator
from datetime import datetime

from newsreader.formats.front import honesty
from newsreader.model import Headline, clean_line
from newsreader.model.counting import counted
from newsreader.model.noting import note_line
from newsreader.newsroom import Reading
from newsreader.plain.talk import sentence
from newsreader.weather import date_text


def ago(then: datetime, now: datetime) -> str:
    """Return how long before ``now`` a moment was, in whole words; after a week, on which day; both aware."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{counted(minutes, 'minute')} ago"
    if minutes < 24 * 60:
        return f"{counted(minutes // 60, 'hour')} ago"
    if minutes < 7 * 24 * 60:
        return f"{counted(minutes // (24 * 60), 'day')} ago"
    return f"on {date_text(then.astimezone(now.tzinfo))}"


def headline_line(number: int, headline: Headline, now: datetime) -> str:
    """Return a headline of a list on one line: its number, title, source, age, and what the reader did with it."""
    said = [headline.source, ago(headline.published, now)]
    said += [] if headline.read else ["unread"]
    said += ["kept"] if headline.bookmarked else []
    said += ["begun"] if headline.position else []
    return f"{number}. {sentence(headline.title)} {clean_line(', '.join(filter(None, said)))}."


def head_lines(reading: Reading, now: datetime) -> Iterator[str]:
    """Yield what is said before an article: its title, standfirst, origin, honesty, and the reader's own note."""
    article, headline = reading.article, reading.headline
    yield sentence(article.title or headline.title)
    if article.standfirst:
        yield sentence(article.standfirst)
    byline = article.byline or headline.author
    origin = [f"By {byline}"] if byline else []
    published = (article.published or headline.published).astimezone(now.tzinfo)
    origin += [headline.source, date_text(published)]
    origin += [f"{counted(article.minutes, 'minute')} to read"] if article.minutes else []
    origin += ["kept"] if headline.bookmarked else []
    yield sentence(", ".join(filter(None, origin)))
    if told := reading.notice or honesty(article):
        yield sentence(told)
    if written := note_line(headline.note, headline.tags):
        yield sentence(f"Your note: {written}")
