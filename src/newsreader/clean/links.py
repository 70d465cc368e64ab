"""Addresses that a page gives: made absolute, passed through the gate, freed of what only tracks."""

import re
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from newsreader.model import web_address
from newsreader.model.addresses import LINK_SCHEMES

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi"
    r"|mkt_tok|vero_id|wickedid|oly_anon_id|oly_enc_id|rb_clickid|s_cid|ref_src|ref_url|cmpid|ocid|xtor|at_medium"
    r"|at_campaign|smid|spm|_ga|_gl|wt_mc|wtmc|guccounter|guce_referrer\w*|srsltid|pk_\w+|mtm_\w+"
    r"|piwik_\w+|hsa_\w+|ns_(?:mchannel|source|campaign|linkname|fee)|irclickid|cjevent|gbraid|wbraid|epik"
    r"|__twitter_impression|fb_action_\w+|itm_\w+|trk_\w+)$",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from and nothing about the page."""

_PASSES_ON = re.compile(
    r"^(?:[^/]*\.)?(?:l|lm|go|click|clicks|track|tracking|redirect|redir|out|away|[\w.]*safelinks)\.[^/]+/"
    r"|/(?:l\.php|url|redirect(?:\.\w+)?|redir(?:\.\w+)?|outbound|out|click|go|goto|away(?:\.php)?|exit|leave|linkout)/?$",
    re.IGNORECASE,
)
"""Hosts and paths that only count a reader and pass him on."""

_TARGETS = ("url", "u", "q", "to", "target", "dest", "destination", "link", "href", "murl", "z")


def link_address(href: str | None, base: str) -> str | None:
    """Return ``href`` as an address that may be opened; None for a place on the same page, or anything unsafe."""
    if not href or href.lstrip().startswith("#"):
        return None
    address = web_address(href, base, schemes=LINK_SCHEMES)
    return without_tracking(_passed_on(address)) if address else None


def picture_address(src: str | None, base: str) -> str | None:
    """Return ``src`` as a web address, or None."""
    return web_address(src, base) if src and src.strip() else None


def _passed_on(address: str) -> str:
    """Return where ``address`` leads in the end, when it says so itself and only counts who passes."""
    if "http" not in address[8:]:
        return address
    parts = urlsplit(address)
    if not _PASSES_ON.search(parts.netloc + parts.path):
        return address
    told = dict(parse_qsl(parts.query))
    return next((target for name in _TARGETS if (target := web_address(told.get(name, "")))), address)


def without_tracking(address: str) -> str:
    """Return ``address`` without the parameters that only track."""
    if "?" not in address and "#" not in address:
        return address
    parts = urlsplit(address)
    if _TRACKING.match(parts.fragment.partition("=")[0]):
        parts = parts._replace(fragment="")
    pairs = [pair for pair in parts.query.split("&") if not _TRACKING.match(pair.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(pairs)))
