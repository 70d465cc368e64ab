"""How many of something, in English words that agree with the number."""


def counted(many: int, noun: str, plural: str = "") -> str:
    """Return a number and its noun: ``1 feed``, ``1,204 feeds``; ``plural`` where it is not the noun and an s."""
    return f"{many:,} {noun if many == 1 else plural or f'{noun}s'}"
