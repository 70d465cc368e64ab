"""Headlines by their place in a list of ids, fetched a page at a time as they come into view."""

from collections.abc import Callable, Iterable, Sequence

from newsreader.model import Headline

PAGE = 64
"""Headlines fetched at once."""
KEPT = 4096
"""Headlines kept in memory; past this all are let go but those of the page just fetched."""

Fetch = Callable[[Sequence[int]], list[Headline]]
"""Ids to headlines, in the order asked, gone ones left out."""


class HeadlinePages:
    """The ids of a list, and the headlines of those that were looked at."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._known: dict[int, Headline | None] = {}
        self.ids: tuple[int, ...] = ()
        self._places: dict[int, int] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def set_ids(self, ids: tuple[int, ...]) -> None:
        """List these ids from now on."""
        self.ids = ids
        self._places = None

    def at(self, index: int) -> Headline | None:
        """Return the headline at a place of the list; None outside the list or when it is gone."""
        if not 0 <= index < len(self.ids):
            return None
        id_ = self.ids[index]
        if id_ not in self._known:
            self._load(self.ids[index - index % PAGE : index - index % PAGE + PAGE])
        return self._known[id_]

    def place(self, id_: int) -> int | None:
        """Return where in the list an id is, or None."""
        if self._places is None:
            self._places = {id_: index for index, id_ in enumerate(self.ids)}
        return self._places.get(id_)

    def put(self, headlines: Iterable[Headline]) -> set[int]:
        """Take in headlines that changed, before the disk has them; return the ids of those that did change."""
        changed = {one.id: one for one in headlines if self._known.get(one.id) != one}
        self._known.update(changed)
        return set(changed)

    def forget(self) -> None:
        """Fetch everything anew."""
        self._known.clear()

    def _load(self, ids: Sequence[int]) -> None:
        if len(self._known) > KEPT:
            self._known.clear()
        wanted = [id_ for id_ in ids if id_ not in self._known]
        found = {headline.id: headline for headline in self._fetch(wanted)}
        self._known.update((id_, found.get(id_)) for id_ in wanted)
