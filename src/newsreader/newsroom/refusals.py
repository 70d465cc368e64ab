"""Pages that answered, but not with their article: asked again after a day, then two, four, also by later runs."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from newsreader.library import Library

REFUSED = "refused"
"""The setting that lists them, as JSON: by entry, how often, and the second since 1970 until which it is left."""

_FIRST, _LONGEST = timedelta(days=1), timedelta(days=64)


class Refusals:
    """Remembers what it is no use to ask for: read when first asked, and anew once :meth:`keep` has written it."""

    def __init__(self, library: Library, now: Callable[[], datetime]) -> None:
        self._library = library
        self._now = now
        self._known: dict[str, tuple[int, float]] | None = None
        self._changed = False

    def __contains__(self, entry_id: int) -> bool:
        _, until = self._all().get(str(entry_id), (0, 0.0))
        return self._now() < datetime.fromtimestamp(until, UTC)

    def add(self, entry_id: int) -> None:
        """Note that the page behind an entry has refused once more."""
        times, _ = self._all().get(str(entry_id), (0, 0.0))
        pause = min(_FIRST * 2 ** min(times, 10), _LONGEST)
        self._all()[str(entry_id)] = (times + 1, (self._now() + pause).timestamp())
        self._changed = True

    async def keep(self) -> None:
        """Let other runs know, and hear of theirs."""
        forgotten = (self._now() - _LONGEST).timestamp()
        known, self._known = {entry: one for entry, one in self._all().items() if one[1] > forgotten}, None
        if self._changed:
            self._changed = False
            await self._library.remember(REFUSED, json.dumps(known, separators=(",", ":")))

    def _all(self) -> dict[str, tuple[int, float]]:
        if self._known is None:
            self._known = json.loads(self._library.setting(REFUSED) or "{}")
        return self._known
