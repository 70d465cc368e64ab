"""The newsroom: the use cases of the program, called by the screen and by the command line."""

from newsreader.newsroom.newsroom import Newsroom
from newsreader.newsroom.values import (
    Edition,
    EditionSection,
    FeedFailure,
    ImportReport,
    Masthead,
    Progress,
    Reading,
    RefreshReport,
    Stock,
    WeatherReport,
)

__all__ = [
    "Edition",
    "EditionSection",
    "FeedFailure",
    "ImportReport",
    "Masthead",
    "Newsroom",
    "Progress",
    "Reading",
    "RefreshReport",
    "Stock",
    "WeatherReport",
]
