"""In which quotes, lists, items and tables a piece of a page stands."""

from lxml.html import HtmlElement

from newsreader.clean.tables import is_data_table

LISTS = frozenset({"ul", "ol", "dl"})
WHOLE = frozenset({"table", "pre"})
"""What is read at once, and not piece by piece."""

_ITEMS = frozenset({"li", "dt", "dd"})
_NESTS = frozenset({"blockquote"}) | WHOLE | LISTS | _ITEMS
_PAGES = frozenset({"article", "main", "body"})
"""What an article begins with: a list around it lays out the page."""


class Nesting:
    """The containers of a page's pieces; what was found of a table or a term is remembered."""

    def __init__(self) -> None:
        self._data: dict[HtmlElement, bool] = {}
        self._terms: dict[HtmlElement, HtmlElement] = {}

    def of(self, elem: HtmlElement) -> list[HtmlElement]:
        """Return the containers that ``elem`` stands in, outermost first; tables that lay out are none."""
        nest: list[HtmlElement] = []
        for above in (elem, *elem.iterancestors()):
            if above.tag in _PAGES:
                break
            if above.tag in _NESTS and (above.tag != "table" or self._is_data(above)):
                nest.append(above)
        nest.reverse()
        listed = [i > 0 and nest[i - 1].tag in LISTS for i in range(len(nest))]
        return [self._item(e) for e, in_list in zip(nest, listed, strict=True) if e.tag not in _ITEMS or in_list]

    def _item(self, elem: HtmlElement) -> HtmlElement:
        """Return what stands for the item of ``elem``: of terms and what is said of them, the first term."""
        if elem.tag not in {"dt", "dd"}:
            return elem
        passed = [elem]
        while passed[-1] not in self._terms:
            here, before = passed[-1], passed[-1].getprevious()
            if before is None or (here.tag == "dt" and before.tag != "dt"):
                self._terms[here] = here
            else:
                passed.append(before)
        term = self._terms[passed[-1]]
        self._terms |= dict.fromkeys(passed, term)
        return term

    def _is_data(self, table: HtmlElement) -> bool:
        if table not in self._data:
            self._data[table] = is_data_table(table)
        return self._data[table]
