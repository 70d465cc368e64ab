"""Redirects: the way an address has gone so far, and whether it may go on."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from newsreader.model import FetchError, web_address

MOST_STEPS = 5
_FOR_GOOD = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""The statuses that send a GET elsewhere (RFC 9110, 15.4)."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a request stands.

    Attributes:
        url: the address to ask now.
        moved_to: where the first address has moved for good, as far as that is known; or None.
        been: every address asked before.
        settled: True once a step was not for good: what comes after says nothing about the first address.
    """

    url: str
    moved_to: str | None = None
    been: tuple[str, ...] = ()
    settled: bool = False

    def step(self, status: int, location: str) -> "Trail":
        """Return the trail one redirect further.

        Raises:
            FetchError: it goes in circles, too far, from https to http, or to nothing that is a web address.
        """
        target = web_address(location, self.url) if location.strip() else None
        if target is None:
            raise FetchError("the address redirects to something that is not a web address", shown(self.url))
        target = target.partition("#")[0]
        been = (*self.been, self.url)
        if target in been:
            raise FetchError("the address redirects in a circle", shown(self.url), "try it in the browser")
        if len(been) > MOST_STEPS:
            raise FetchError(f"the address redirects more than {MOST_STEPS} times", shown(self.url))
        if self.url.startswith("https:") and target.startswith("http:"):
            raise FetchError("the address redirects from https to http, which is not safe", shown(self.url))
        if status in _FOR_GOOD and not self.settled:
            return replace(self, url=target, moved_to=target, been=been)
        return replace(self, url=target, been=been, settled=True)


def shown(url: str) -> str:
    """Return ``url`` as an error may show it: without user name, password, query and fragment."""
    address = web_address(url)
    if address is None:
        return url.rpartition("@")[2].partition("?")[0][:80] if "@" in url or "?" in url else url[:80]
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path}" + ("?…" if parts.query else "")
