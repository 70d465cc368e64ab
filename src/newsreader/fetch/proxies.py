"""The proxy that the environment names: ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY``, ``NO_PROXY``."""

from urllib.request import getproxies, proxy_bypass

from newsreader.fetch.hosts import literal_address, plain_host


def proxy_for(scheme: str, host: str, port: int) -> str | None:
    """Return the address of the proxy to ask for ``scheme://host:port``, or None to ask directly.

    What is on this very machine is never asked of a proxy, which could only look on its own.
    """
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy or _is_this_machine(host) or proxy_bypass(f"{host}:{port}") or proxy_bypass(host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _is_this_machine(host: str) -> bool:
    address = literal_address(host)
    return plain_host(host) == "localhost" if address is None else address.is_loopback
