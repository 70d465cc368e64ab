"""What the edition's server answers to a request."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body and what the headers say of it; ``headers`` are those beyond type and length."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def json_answer(value: object, status: int = 200) -> Answer:
    """Return ``value`` as JSON."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Answer(body, "application/json; charset=utf-8", status)


def entity_tag(body: bytes) -> str:
    """Return a strong ETag of ``body`` (RFC 9110, 8.8.3), quotes included."""
    return f'"{hashlib.sha256(body).hexdigest()[:16]}"'
