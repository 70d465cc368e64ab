"""Addresses as a link of a document may have them."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from newsreader.model.addresses import LINK_SCHEMES, web_address

_LEGAL = "%/:@!$&'()*+,;=-._~?"
"""Beside letters and digits: RFC 3986, 3.3 to 3.5, what may stand in a path, a query and a fragment alike."""

_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def link_address(href: str) -> str | None:
    """Return an address for a link, what is not legal in it percent-encoded; None when it is none to follow.

    A browser would forgive what a validator of documents does not, and leads to the same place.
    """
    address = web_address(href, schemes=LINK_SCHEMES)
    if address is None:
        return None
    scheme, place, *rest = urlsplit(address)
    if place and not _is_host(urlsplit(address).hostname or ""):
        return None
    path, query, fragment = (quote(_BARE_PERCENT.sub("%25", part), safe=_LEGAL) for part in rest)
    return urlunsplit((scheme, place, path, query, fragment))


def _is_host(host: str) -> bool:
    """Tell whether a name could be resolved at all: no empty part, none too long, no punycode of nothing."""
    try:
        host.encode("idna").decode("idna")
    except UnicodeError:
        return False
    return True
