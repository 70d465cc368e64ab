"""Raised and lowered text in one line of plain text: by Unicode's own characters where they exist."""

import re

_ONE_THING = re.compile(r"\d[\d.]*|√?(?:\w[⁰-₎¹²³ₐ-ₜⁱ]*|\([^()]*\))")
_RAISED = str.maketrans("0123456789+-−=()ni,", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ,")
_LOWERED = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")


def raised(text: str) -> str:
    """Return ``text`` as an exponent: ``²``, ``⁻¹``, else ``^k`` or ``^(a + b)``."""
    return _written(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return ``text`` as an index: ``₂``, else ``_K`` or ``_(i, j)``."""
    return _written(text, _LOWERED, "_")


def grouped(text: str) -> str:
    """Return ``text`` in brackets, unless it is one thing already: a number, a letter, what has brackets."""
    return text if _ONE_THING.fullmatch(text) else f"({text})"


def _written(text: str, table: dict[int, int], mark: str) -> str:
    close = "".join(text.split())
    if not close:
        return ""
    return close.translate(table) if all(ord(each) in table for each in close) else mark + grouped(text)
