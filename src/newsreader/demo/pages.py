"""The pages of the edition, with all the furniture that a news site puts round its articles."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from newsreader.demo.articles import Story
from newsreader.demo.names import TAGLINE, TITLE

_RELATED = 3


class Pages:
    """Writes the pages of the site at ``root``; ``stories`` stand newest first."""

    def __init__(self, root: str, stories: Sequence[Story], published: Callable[[Story], datetime]) -> None:
        self._root = root
        self._stories = stories
        self._published = published

    def article(self, story: Story, now: datetime) -> str:
        """Return the page of ``story``; its mast says the date of ``now``, as such masts do."""
        published = self._published(story)
        before, found, after = story.body.partition("<!--break-->")
        others = self._others(story)
        return _template("page").substitute(
            self._common(now),
            language=story.language,
            direction=story.direction,
            headline=escape(story.title),
            standfirst=escape(story.standfirst),
            section=escape(story.section),
            address=escape(self._address(story)),
            image=escape(f"{self._root}pictures/{story.picture}") if story.picture else "",
            published=published.isoformat(),
            published_words=f"{published:%d %B %Y, %H:%M} UTC".lstrip("0"),
            byline=escape(" and ".join(story.authors)),
            author_metas="\n".join(f'<meta name="author" content="{escape(name)}">' for name in story.authors),
            data=self._data(story, published),
            lead=_lead(story),
            body=before,
            rest=after,
            box=_template("box").substitute(others=_links(others[:1])) if found else "",
            tags="".join(
                f'<li><a href="/tag/{n}" rel="tag">{escape(t)}</a></li>' for n, t in enumerate(story.tags)
            ),
            related=_links(others[1 : 1 + _RELATED]),
            popular=_links(others[-_RELATED:]),
        )

    def front(self, now: datetime) -> str:
        """Return the front page, which names the feed."""
        teasers = "\n".join(
            f'<li><h2><a href="{story.path}">{escape(story.title)}</a></h2><p>{escape(story.standfirst)}</p></li>'
            for story in self._stories
        )
        return _template("front").substitute(self._common(now), teasers=teasers)

    def film(self) -> str:
        """Return the little page that an article embeds as a film."""
        return _template("film").substitute(site=TITLE)

    def missing(self) -> str:
        """Return what stands where no page is."""
        return _template("missing").substitute(site=TITLE)

    def _common(self, now: datetime) -> dict[str, str]:
        return {"root": self._root, "site": TITLE, "tagline": TAGLINE, "today": f"{now:%A, %d %B %Y}"}

    def _others(self, story: Story) -> list[Story]:
        place = self._stories.index(story)
        return [*self._stories[place + 1 :], *self._stories[:place]]

    def _address(self, story: Story) -> str:
        return self._root.rstrip("/") + story.path

    def _data(self, story: Story, published: datetime) -> str:
        """Return the page's JSON-LD (https://schema.org/NewsArticle), safe inside a script element."""
        data: dict[str, object] = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "mainEntityOfPage": self._address(story),
            "headline": story.title,
            "description": story.standfirst,
            "inLanguage": story.language,
            "articleSection": story.section,
            "datePublished": published.isoformat(),
            "dateModified": published.isoformat(),
            "author": [{"@type": "Person", "name": name} for name in story.authors],
            "publisher": {"@type": "NewsMediaOrganization", "name": TITLE, "url": self._root},
        }
        if story.picture:
            data["image"] = [f"{self._root}pictures/{story.picture}"]
        return json.dumps(data, ensure_ascii=False, indent=1).replace("</", "<\\/")


def _lead(story: Story) -> str:
    if not story.picture:
        return ""
    return _template("lead").substitute(
        picture=escape(story.picture),
        alt=escape(story.alt),
        caption=escape(story.caption),
        credit=escape(story.credit),
    )


def _links(stories: Sequence[Story]) -> str:
    return "\n".join(f'<li><a href="{story.path}">{escape(story.title)}</a></li>' for story in stories)


@cache
def _template(name: str) -> Template:
    return Template((files("newsreader.demo") / "templates" / f"{name}.html").read_text(encoding="utf-8"))
