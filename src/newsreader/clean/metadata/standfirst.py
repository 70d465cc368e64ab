"""The few sentences that a page gives to describe its article, from which the standfirst is known."""

from html import unescape

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts
from newsreader.model import clean_line


def find_description(facts: Facts) -> tuple[str, ...]:
    """Return what the page says the article is about, each telling once, the best first."""
    told = (
        *texts(facts.article.get("description")),
        facts.meta("og:description", "description", "twitter:description"),
        facts.meta("description"),
    )
    lines = (clean_line(unescape(text), limit=2000) for text in told)
    return tuple(dict.fromkeys(line for line in lines if line))
