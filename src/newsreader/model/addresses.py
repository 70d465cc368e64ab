"""The gate for addresses: which links may be kept, shown and opened."""

import re
import unicodedata
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from newsreader.model.text import clean_text

WEB_SCHEMES = frozenset({"http", "https"})
LINK_SCHEMES = WEB_SCHEMES | {"mailto"}
_LONGEST = 4096
_BLANK = re.compile(r"\s")
_WHOLE = re.compile("https?://", re.IGNORECASE)
"""Where nothing is to be joined: ``urljoin`` would take a ``;`` from the end."""
_FORBIDDEN_IN_HOST = frozenset('#/<>?@\\^|%"`{}')
"""Among them what a browser takes for the end of the host: WHATWG URL, forbidden domain code points."""

_WRITTEN_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "LATIN"})
"""Scripts of one text in East Asia, none of whose letters passes for another's: Unicode TR 39, 5.2."""


def web_address(url: str, base: str = "", *, schemes: frozenset[str] = WEB_SCHEMES) -> str | None:
    """Return ``url`` made absolute and safe to keep, or None when it is nothing the reader may open.

    The scheme must be one of ``schemes`` (http and https unless told) and, but for mailto, a host must be
    there; control characters, spaces inside, user names and passwords are refused or removed.
    """
    text = clean_text(url).replace("\n", "").replace("\t", "").strip()
    try:
        parts = urlsplit(urljoin(base, text) if base and not _WHOLE.match(text) else text)
        scheme = parts.scheme.lower()
        if scheme not in schemes:
            return None
        if scheme == "mailto":
            return _kept(text) if "@" in parts.path and not parts.path.startswith("-") else None
        host, port = parts.hostname, parts.port
    except ValueError:  # a bad port, a bad IPv6 address
        return None
    if "\\" in parts.netloc:  # where a browser ends the host, and urlsplit does not
        return None
    if not host or host.startswith("-") or not _FORBIDDEN_IN_HOST.isdisjoint(host) or _BLANK.search(host):
        return None
    place = f"[{host}]" if ":" in host else host
    if port is not None and (scheme, port) not in {("http", 80), ("https", 443)}:
        place += f":{port}"
    return _kept(urlunsplit((scheme, place, parts.path or "/", parts.query, parts.fragment)))


def _kept(address: str) -> str | None:
    address = _BLANK.sub(lambda blank: quote(blank[0]), address)
    return address if len(address) <= _LONGEST else None


def shown_host(url: str) -> str:
    """Return the host of ``url`` as a reader should see it: no ``www.``, and punycode where scripts are mixed.

    It goes by the parts between the dots: one of Cyrillic letters and a Latin one is what an impostor writes.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return ".".join(map(_shown_label, host.removeprefix("www.").split(".")))


def _shown_label(label: str) -> str:
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in label if letter.isalpha()}
    if len(scripts) > 1 and not scripts <= _WRITTEN_TOGETHER:
        try:
            return label.encode("idna").decode("ascii")
        except UnicodeError:
            pass
    return clean_text(label)
