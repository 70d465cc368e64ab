"""Who published the page, and in which language."""

import re

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts
from newsreader.model import clean_line, shown_host

_TAG = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_LONGEST_NAME = 60


def find_site(facts: Facts) -> str:
    """Return the publication's name, else its host."""
    publishers = [name for name in texts(facts.article.get("publisher")) if not name.startswith("http")]
    for name in (facts.meta("og:site_name"), *publishers, facts.meta("application-name")):
        line = clean_line(name)
        if line and len(line) <= _LONGEST_NAME and not line.startswith("@"):
            return line
    return shown_host(facts.url)


def find_language(facts: Facts) -> str:
    """Return the page's language as a BCP 47 tag, or an empty string."""
    root = facts.root
    told: tuple[str | None, ...] = (
        root.get("lang"),
        root.get("xml:lang"),
        *texts(facts.article.get("inLanguage")),
        facts.meta("og:locale", "content-language", "dc.language", "language"),
    )
    for tag in told:
        if tag and _TAG.match(tag.strip()):
            return tag.strip().replace("_", "-")
    return ""
