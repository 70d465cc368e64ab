"""How the page looks: a theme's colours as Textual takes them, and the terminal's own sixteen."""

from textual.theme import Theme

from newsreader.config.colours import written
from newsreader.config.theme_files import ThemeColours

NIGHT, DAY = "night", "day"
"""What ``auto`` chooses from."""


def theme_of(colours: ThemeColours) -> Theme:
    """Return a theme in the colours of a file."""
    ground, text = written(colours.ground), written(colours.text)
    accent, second = written(colours.accent), written(colours.second)
    return Theme(
        name=colours.name,
        dark=colours.is_dark,
        primary=accent,
        secondary=second,
        accent=accent,
        warning=accent,
        error=written(colours.wrong),
        success=second,
        foreground=text,
        background=ground,
        surface=written(colours.bar),
        panel=written(colours.cursor),
        variables=_variables(colours),
    )


def _variables(colours: ThemeColours) -> dict[str, str]:
    """Return what our styles use beyond Textual's own variables, and those of Textual's that we see."""
    ground, text = written(colours.ground), written(colours.text)
    hair, chosen, found = written(colours.hair), written(colours.chosen), written(colours.found)
    return {
        "text-read": written(colours.read),
        "text-quiet": written(colours.quiet),
        "hair": hair,
        "ground-cursor": written(colours.cursor),
        "ground-code": written(colours.bar),
        "ground-found": found,
        "link": written(colours.link),
        "block-cursor-foreground": text,
        "block-cursor-background": hair,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": hair,
        "input-selection-background": found,
        "screen-selection-background": chosen,
        "screen-selection-foreground": text,
        "scrollbar": hair,
        "scrollbar-hover": chosen,
        "scrollbar-active": written(colours.quiet),
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
    }


TERMINAL = Theme(
    name="terminal",
    dark=True,
    ansi=True,
    primary="ansi_yellow",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "text-read": "ansi_default",
        "text-quiet": "ansi_default",
        "hair": "ansi_bright_black",
        "ground-cursor": "ansi_default",
        "ground-code": "ansi_default",
        "ground-found": "ansi_yellow",
        "link": "ansi_cyan",
        "block-cursor-text-style": "reverse",
        "block-cursor-blurred-text-style": "reverse",
        "footer-key-foreground": "ansi_yellow",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_black",
        "scrollbar-active": "ansi_white",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
    },
)
"""The terminal's own sixteen colours on its own ground: for the Linux console, and where colours are refused."""


_INSTEAD = {
    "text-read": "foreground-darken-1",
    "text-quiet": "foreground-muted",
    "hair": "panel",
    "ground-cursor": "panel",
    "ground-code": "surface",
    "ground-found": "warning-muted",
    "link": "secondary",
}
"""What our styles use beyond Textual's own variables, and which of those stands for it in a theme of Textual's."""


def own_variables(theme: Theme) -> dict[str, str]:
    """Return what our styles use beyond Textual's own variables, for a theme that does not set it."""
    if theme.variables.keys() >= _INSTEAD.keys():
        return {}  # to work out all colours of a theme takes some milliseconds
    colours = theme.to_color_system().generate()
    return {own: colours[instead] for own, instead in _INSTEAD.items()}
