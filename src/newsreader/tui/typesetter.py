"""How articles are set, as the reader wishes, and the dictionaries of hyphenation that are here by now."""

from newsreader.tui.widgets.dividing import LEAST, Points
from newsreader.tui.widgets.typesetting import Setting

CAPITAL_NOUNS = frozenset({"de"})
"""Languages whose common nouns begin with a capital."""

NO_BIDI = "Text from right to left stays as it is: that needs the extra bidi, pip install 'newsreader[bidi]'"


class Typesetter:
    """Gives the setting of an article by its language.

    A dictionary takes 0.1 s to load, German 0.8 s: articles are set with those that are here, so that no text is
    ever set again under the reader's eyes.

    Attributes:
        reorder: whether what runs from right to left is put in the order it is seen.
        rest: seconds an article is looked at before the dictionary of its language is loaded; no paint waits.
        complaint: why that cannot be done though it was asked for, a sentence, or empty.
    """

    def __init__(
        self, *, hyphenate: bool = False, justify: bool = False, reorder: bool = False, rest: float = 1.0
    ) -> None:
        self._hyphenate = hyphenate
        self._justify = justify
        self.rest = rest
        self.reorder = reorder and _can_reorder()
        self.complaint = NO_BIDI if reorder and not self.reorder else ""
        self._points: dict[str, Points | None] = {}  # by language; None where there is no dictionary

    def setting(self, language: str) -> Setting:
        """Return how an article in ``language`` (a BCP 47 tag, or nothing) is set now."""
        return Setting(
            points=self._points.get(language),
            nouns=language.partition("-")[0].lower() in CAPITAL_NOUNS,
            justify=self._justify,
            reorder=self.reorder,
        )

    def lacks(self, language: str) -> bool:
        """Tell whether a dictionary of ``language`` is worth loading."""
        return self._hyphenate and bool(language) and language not in self._points

    def load(self, language: str) -> None:
        """Load the dictionary of ``language``, if there is one; may be called in a thread."""
        import pyphen

        known = pyphen.language_fallback(language)
        self._points[language] = pyphen.Pyphen(lang=known, left=LEAST, right=LEAST).positions if known else None


def _can_reorder() -> bool:
    from importlib.util import find_spec

    return find_spec("bidi") is not None
