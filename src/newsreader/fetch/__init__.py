"""Requests over the network, each within its caps, deadlines and manners; httpx errors end here.

httpx is imported by the first fetch, not with this package.
"""

from newsreader.fetch.client import Client
from newsreader.fetch.fetcher import USER_AGENT, Fetcher
from newsreader.fetch.hosts import host_of
from newsreader.fetch.kinds import LIMITS, Kind, Limits
from newsreader.fetch.messages import Request, Response
from newsreader.fetch.process import FetchProcess
from newsreader.fetch.trail import shown

__all__ = [
    "LIMITS",
    "USER_AGENT",
    "Client",
    "FetchProcess",
    "Fetcher",
    "Kind",
    "Limits",
    "Request",
    "Response",
    "host_of",
    "shown",
]
