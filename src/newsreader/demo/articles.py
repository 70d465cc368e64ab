"""The articles of the edition, read from the small files in ``articles/``.

A file is a few ``name: value`` lines, an empty line, and the body as HTML::

    title: First light on the ridge
    author: Lusine Petrosyan; Tom Ashdown
    section: Science
    minutes: 220
    ...

``minutes`` is its age when the edition starts. In the body, ``<!--break-->`` is where a site of this kind would put
its newsletter box.
"""

from dataclasses import dataclass
from importlib.resources import files

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he"})


@dataclass(frozen=True, slots=True)
class Story:
    """One article of ours.

    Attributes:
        slug: its name in addresses.
        minutes: its age when the edition starts.
        picture: the file name of its lead picture, or empty; ``alt``, ``caption`` and ``credit`` belong to it.
        in_feed: whether the feed carries its whole text, or only the standfirst.
        body: HTML, its addresses relative to the site's root.
    """

    slug: str
    title: str
    standfirst: str
    authors: tuple[str, ...]
    section: str
    minutes: int
    body: str
    language: str = "en"
    picture: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()
    in_feed: bool = False

    @property
    def path(self) -> str:
        """Where its page is, relative to the site's root."""
        return f"/{self.section.lower().replace(' ', '-')}/{self.slug}"

    @property
    def direction(self) -> str:
        """The value of the ``dir`` attribute: ltr or rtl."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


def read_stories() -> tuple[Story, ...]:
    """Return all articles of the edition, newest first."""
    folder = files("newsreader.demo") / "articles"
    stories = [
        read_story(file.name.removesuffix(".html"), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".html")
    ]
    return tuple(sorted(stories, key=lambda story: story.minutes))


def read_story(slug: str, text: str) -> Story:
    """Return the article in ``text``. Raises ValueError or KeyError when a line of its head is wrong or missing."""
    head, _, body = text.partition("\n\n")
    fields = {}
    for line in head.splitlines():
        name, colon, value = line.partition(": ")
        if not colon:
            raise ValueError(f"{slug}: not a line of the form 'name: value': {line!r}")
        fields[name] = value.strip()
    return Story(
        slug=slug,
        title=fields.pop("title"),
        standfirst=fields.pop("standfirst"),
        authors=_several(fields.pop("author")),
        section=fields.pop("section"),
        minutes=int(fields.pop("minutes")),
        tags=_several(fields.pop("tags", "")),
        in_feed=fields.pop("in_feed", "no") == "yes",
        body=body,
        **fields,
    )


def _several(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())
