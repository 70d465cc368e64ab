"""What a page says about its article, each field by its own order of witnesses."""

from newsreader.clean.metadata.authors import find_authors
from newsreader.clean.metadata.dates import find_dates
from newsreader.clean.metadata.facts import Facts, gather
from newsreader.clean.metadata.lead import Lead, find_lead
from newsreader.clean.metadata.publication import find_language, find_site
from newsreader.clean.metadata.standfirst import find_description
from newsreader.clean.metadata.titles import find_title

__all__ = [
    "Facts",
    "Lead",
    "find_authors",
    "find_dates",
    "find_description",
    "find_language",
    "find_lead",
    "find_site",
    "find_title",
    "gather",
]
