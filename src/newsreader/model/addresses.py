"""The gate for addresses: which links may be kept, shown and opened."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from newsreader.model.text import clean_text

WEB_SCHEMES = frozenset({"http", "https"})
LINK_SCHEMES = WEB_SCHEMES | {"mailto"}
_LONGEST = 4096


def web_address(url: str, base: str = "", *, schemes: frozenset[str] = WEB_SCHEMES) -> str | None:
    """Return ``url`` made absolute and safe to keep, or None when it is nothing the reader may open.

    The scheme must be one of ``schemes`` (http and https unless told) and, but for mailto, a host must be
    there; control characters, spaces inside, user names and passwords are refused or removed.
    """
    text = clean_text(url).replace("\n", "").replace("\t", "").strip()
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        scheme = parts.scheme.lower()
        if scheme not in schemes or len(text) > _LONGEST:
            return None
        if scheme == "mailto":
            return text if "@" in parts.path and not parts.path.startswith("-") else None
        host, port = parts.hostname, parts.port
    except ValueError:  # a bad port, a bad IPv6 address
        return None
    if not host or any(c.isspace() for c in host) or host.startswith("-"):
        return None
    place = f"[{host}]" if ":" in host else host
    if port is not None and (scheme, port) not in {("http", 80), ("https", 443)}:
        place += f":{port}"
    spaced = urlunsplit((scheme, place, parts.path or "/", parts.query, parts.fragment))
    return spaced.replace(" ", "%20")


def shown_host(url: str) -> str:
    """Return the host of ``url`` as a reader should see it: no ``www.``, and punycode where scripts are mixed."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    if host.isascii():
        return host
    letters = [c for c in host if c.isalpha()]
    if any(c.isascii() for c in host.rpartition(".")[0] if c.isalpha()) and not all(c.isascii() for c in letters):
        try:
            return host.encode("idna").decode("ascii")
        except UnicodeError:
            return clean_text(host)
    return clean_text(host)
