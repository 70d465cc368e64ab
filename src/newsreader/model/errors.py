"""The error tree: what the program says when something from outside is not as it should be.

::

    NewsreaderError
    ├── ConfigError       the configuration file
    ├── FetchError        a request over the network
    ├── FeedError         bytes that are not a feed
    ├── CleanError        a page without a readable article
    ├── PictureError      bytes that are not a picture we show
    ├── DeadlineError     foreign bytes that took too long or too much memory to open
    ├── FormatError       a file to import or export
    ├── LibraryError      the reader's own library on disk
    │   └── DamagedLibraryError  its file can no longer be read as it stands
    ├── NotFoundError     an id or a name that nothing answers to
    ├── ProgramError      a program of the reader's own
    ├── PlaceError        a place that cannot be found
    └── WeatherError      a weather service

Only the outermost floor (the screen, the command line) shows them; anything else that is raised is a bug.
"""

from datetime import timedelta


class NewsreaderError(Exception):
    """Something that a reader can be told in one sentence: where, what, and what to do.

    Attributes:
        what: what happened, a phrase without a full stop.
        where: the address, file or line it happened at; may be empty.
        advice: what to do about it; may be empty.
    """

    def __init__(self, what: str, where: str = "", advice: str = "") -> None:
        super().__init__(what, where, advice)  # all positional, so that errors travel between processes
        self.what = what
        self.where = where
        self.advice = advice

    @property
    def sentence(self) -> str:
        """What happened and what to do about it, for where it is known what it happened to."""
        return f"{self.what}; {self.advice}" if self.advice else self.what

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence


class ConfigError(NewsreaderError):
    """The configuration file says something that cannot be meant; ``where`` is file, line and key."""


class FetchError(NewsreaderError):
    """An address could not be fetched; ``where`` is the address.

    Attributes:
        status: the HTTP status the server answered with, or None when there was no answer.
        retry_after: how long the server asked to be left alone, or None.
        sent: False when nobody was there to ask, as with the network off.
    """

    def __init__(
        self,
        what: str,
        where: str = "",
        advice: str = "",
        status: int | None = None,
        retry_after: timedelta | None = None,
        sent: bool = True,
    ) -> None:
        super().__init__(what, where, advice)
        self.args = (what, where, advice, status, retry_after, sent)
        self.status = status
        self.retry_after = retry_after
        self.sent = sent


class FeedError(NewsreaderError):
    """The bytes are not a feed, nor anything a feed can be made of."""


class CleanError(NewsreaderError):
    """The page holds no article that can be read."""


class PictureError(NewsreaderError):
    """The bytes are not a picture, or one too large to open safely."""


class DeadlineError(NewsreaderError):
    """Opening foreign bytes took longer, or more memory, than they are given."""


class FormatError(NewsreaderError):
    """A file to import is not in the format it should be, or one to export cannot be written."""


class LibraryError(NewsreaderError):
    """The library on disk cannot be opened, read or written."""


class DamagedLibraryError(LibraryError):
    """The library's file is damaged; what is left in it can be rescued."""


class NotFoundError(NewsreaderError):
    """No headline, subscription or file answers to this id or name."""


class ProgramError(NewsreaderError):
    """A program of the reader's own cannot be started, or has failed; ``where`` is its name."""


class PlaceError(NewsreaderError):
    """The place is not known to the search, or its coordinates are not on the globe."""


class WeatherError(NewsreaderError):
    """A weather service could not be reached or answered nonsense.

    Attributes:
        sent: False when nobody was there to ask, as with the network off.
    """

    def __init__(self, what: str, where: str = "", advice: str = "", sent: bool = True) -> None:
        super().__init__(what, where, advice)
        self.args = (what, where, advice, sent)
        self.sent = sent
