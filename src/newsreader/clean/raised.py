"""Raised and lowered text in one line of plain text: by Unicode's own characters where they exist."""

_RAISED = str.maketrans("0123456789+-−=()ni,", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ,")
_LOWERED = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")


def raised(text: str) -> str:
    """Return ``text`` as an exponent: ``²``, ``⁻¹``, else ``^k`` or ``^(a + b)``."""
    return _written(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return ``text`` as an index: ``₂``, else ``_K`` or ``_(i, j)``."""
    return _written(text, _LOWERED, "_")


def grouped(text: str) -> str:
    """Return ``text`` in brackets, unless it is one thing already."""
    inside = text[1:-1]
    bracketed = text[:1] == "(" and text[-1:] == ")" and "(" not in inside and ")" not in inside
    return text if bracketed or text.replace(".", "").isalnum() else f"({text})"


def _written(text: str, table: dict[int, int], mark: str) -> str:
    close = "".join(text.split())
    if not close:
        return ""
    return close.translate(table) if all(ord(each) in table for each in close) else mark + grouped(text)
