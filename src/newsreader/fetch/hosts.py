"""Which hosts and addresses are out in the world, and which are inside the reader's own house."""

import ipaddress
import socket
from urllib.parse import urlsplit

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_UNICAST = ipaddress.IPv6Network("2000::/3")
"""The only part of IPv6 that is given out for the world: IANA, IPv6 Global Unicast Address Assignments."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_AT_HOME = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa", ".onion")


def is_public(address: IPAddress) -> bool:
    """Return whether ``address`` is one of the world's, also by what IPv6 addresses carry within.

    Loopback, private, link-local, shared, reserved, documentation and multicast addresses are not.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast and not address.is_reserved
    inner = _carried(address)
    if inner is not None:
        return is_public(inner)
    return address in _UNICAST and address.is_global and address.teredo is None and address.scope_id is None


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _NAT64:  # RFC 6052: a gateway may send it on to the IPv4 address in the last four bytes
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def literal_address(host: str) -> IPAddress | None:
    """Return the address that ``host`` is when it is no name, in any form that a C library takes, or None.

    ``127.0.0.1``, ``::1`` and ``[::1]``, but ``2130706433``, ``0x7f.1`` and ``0177.0.0.1`` as well (inet_aton(3)).
    """
    bare = host.removeprefix("[").removesuffix("]")
    try:
        return ipaddress.ip_address(bare)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(bare.removesuffix(".")))
    except (OSError, UnicodeError, ValueError):  # a name; or one with NUL or non-ASCII characters
        return None


def is_home_name(host: str) -> bool:
    """Return whether the name ``host`` is one that only means something at home: RFC 6761, 6762, 8375, 9476."""
    name = plain_host(host)
    return "." not in name or name.endswith(_AT_HOME)


def plain_host(host: str) -> str:
    """Return ``host`` in the one form by which hosts are compared: ASCII, lower case, no dot at the end."""
    name = host.lower().removesuffix(".")
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def server_of(url: str) -> str:
    """Return host and port of ``url``, as ``host:port``; empty when there is no host."""
    try:
        port = urlsplit(url).port
    except ValueError:
        return ""
    host = host_of(url)
    return f"{host}:{port or (443 if url.lower().startswith('https:') else 80)}" if host else ""


def host_of(url: str) -> str:
    """Return the host of ``url`` in its plain form; empty when there is none."""
    try:
        return plain_host(urlsplit(url).hostname or "")
    except ValueError:
        return ""
