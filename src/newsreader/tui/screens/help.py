"""The help: every key as it is at this moment, on one sheet that can be looked through by typing."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsreader.tui.help_page import filtered, help_sections, in_columns, line_of

STYLES = {"title": "bold $primary", "key": "$foreground", "words": "$text-quiet", "": ""}
NOTHING = "No key is told of in these words. Every command is in the palette too."
FOOT = (("/", "look for"), ("j k", "scroll"), ("esc", "close"))


class Help(ModalScreen[None]):
    """Names every key and what it does; it opens at the section called ``at`` when not all fits."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help-card"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", show=False),
        Binding("slash", "look", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str], at: str = "") -> None:
        super().__init__()
        self._sections = help_sections(keymap)
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay out the sheet, the line to look for something, and what the keys do here."""
        with Vertical(id="help-frame"):
            with VerticalScroll(id="help-card", can_focus=True):
                yield Static(id="help-sheet", markup=False)
            yield Input(id="help-filter", placeholder="words of what is looked for", compact=True)
            yield Static(
                Content("   ").join(
                    Content.styled(key, "bold $primary") + Content.styled(f" {words}", "$text-quiet")
                    for key, words in FOOT
                ),
                id="help-foot",
            )

    def on_resize(self) -> None:
        """Set the columns for the width there is."""
        self.call_after_refresh(self._set)

    def _set(self) -> None:
        card = self.query_one("#help-card")
        query = self.query_one(Input).value
        lines = in_columns(filtered(self._sections, query), card.scrollable_content_region.width)
        styled = (Content.assemble(*((text, STYLES[kind]) for text, kind in line)) for line in lines)
        self.query_one("#help-sheet", Static).update(Content("\n").join(styled) if lines else Content(NOTHING))
        if self._at:
            card.scroll_to(y=line_of(self._at, lines), animate=False)
            self._at = ""

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Show what has the words that are typed."""
        event.stop()
        self._set()

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Go from the line back to the sheet."""
        event.stop()
        self.query_one("#help-card").focus()

    def action_look(self) -> None:
        """Type what is looked for."""
        self.add_class("-looking")
        self.query_one(Input).focus()

    def action_scroll(self, step: int) -> None:
        """Scroll by a few lines."""
        self.query_one("#help-card").scroll_relative(y=3 * step, animate=False)

    def action_turn(self, step: int) -> None:
        """Scroll by a screenful."""
        card = self.query_one("#help-card")
        card.scroll_relative(y=step * max(1, card.size.height - 1), animate=False)
