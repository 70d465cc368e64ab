"""An article that holds everything an article can hold, in several scripts: for looking at how it is set."""

from dataclasses import replace

from newsreader.model import Block, Code, Heading, Image, Inline, List, Paragraph, Picture, Quote, Rule, Span, Table
from newsreader.tui.widgets.title_block import TitleBlock

SHIPS = "https://harbour.example/ships.jpg"
HARBOUR = "https://harbour.example/wind-log"

HEAD = TitleBlock(
    "Grain ships leave the northern harbour after a month of storms",
    standfirst="The first convoy in thirty-one days carried wheat for three continents, and a band on the quay.",
    source="The Harbour Post",
    when="yesterday, 14:05",
    about=("Ani Sarkis", "6 min to read"),
    state=("part of the text", "★ kept offline, 3 pictures"),
    notice="The page held the rest back for those who pay.",
    note="for the letter to Nairi",
    tags=("ships", "winter"),
)
SHORT_HEAD = TitleBlock("Tides", source="Northern Science", when="30 March 2023", about=("2 min to read",))

PICTURE = Picture(24, 8, bytes(tone for row in range(8) for _ in range(24) for tone in (40 + 20 * row, 90, 110)))


_SIGNS = {
    "*": Span("", emphasis=True),
    "!": Span("", strong=True),
    "`": Span("", code=True),
    "~": Span("", strike=True),
    "<": Span("", HARBOUR),
}


def words(text: str) -> Inline:
    """Return ``text`` as spans; what stands between two bars is in the style of the sign it begins with."""
    parts = [
        replace(_SIGNS[part[0]], text=part[1:]) if index % 2 else Span(part)
        for index, part in enumerate(text.split("|"))
    ]
    return tuple(part for part in parts if part.text)


def p(text: str, *, rtl: bool = False) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(words(text), rtl)


def row(*cells: str) -> tuple[Inline, ...]:
    """Return the cells of a row."""
    return tuple(words(cell) for cell in cells)


def items(*texts: str) -> tuple[tuple[Block, ...], ...]:
    """Return the items of a list, a paragraph each."""
    return tuple((p(text),) for text in texts)


PYTHON = '''\
def dip(planet_km: float, star_km: float) -> float:
    """Return how much darker the star becomes, 0 to 1."""
    # the share of the disc that is covered
    return (planet_km / star_km) ** 2


print(f"{dip(71_492, 695_700):.1%}")  # 1.1%, which a telescope on a balcony can see on a very good night'''

DEEP = List(
    (
        (
            p("Ships that were ready on the day"),
            List(
                (
                    (
                        p("from the northern quay, where the wheat is"),
                        List((*items("|*Sevan|, forty thousand tonnes", "|*Debed|, three"),)),
                    ),
                    (p("from the old basin"),),
                )
            ),
        ),
        (p("Ships that were not"),),
    ),
    ordered=True,
    start=9,
)

BLOCKS: tuple[Block, ...] = (
    Image(SHIPS, "Ships", words("The convoy under way"), "Photograph: Ani Sarkis"),
    p(
        "The pilots had waited since the twenty-third of October. At ten minutes past six, with the wind under "
        "twenty knots for the first time in a month, the harbourmaster hung the green lamp [1] and eleven ships "
        "began to move. The port authority publishes |<its wind log| every hour."
    ),
    p(
        "“We had tea made |!before| the lamp was lit,” said the master of the |*Sevan|, a carrier of |~thirty| "
        "forty thousand tonnes, who types |`engine --slow-ahead| by hand."
    ),
    Heading(2, words("What the delay cost")),
    p("Prices on the quay rose by a fifth. The millers inland had begun to:"),
    List(items("blend what wheat there was", "buy from the south, by rail", "close on weekdays")),
    p("Two bakeries in the old town did all three.[2]"),
    Heading(3, words("On the quay")),
    p("Nobody here remembers a November like it, and the old men say so at length."),
    Heading(4, words("The band")),
    p("It played until the last ship was past the mole."),
    Quote(
        (
            p("Nobody here remembers a November like it. The old men say 1954, but they say it about everything."),
            Quote((p("And what they said in 1954 was 1921."),)),
            p("— The harbourmaster"),
        )
    ),
    Heading(2, words("The order of sailing")),
    DEEP,
    List(
        (
            (p("An item of several paragraphs, the first of them long enough to be broken into lines."), p("Two.")),
            (p("Another."),),
        )
    ),
    Rule(),
    Table(
        (row("Sevan", "41,000", "wheat"), row("Debed", "3", "four hundred pianos"), row("Arpa", "780", "barley")),
        header=row("Ship", "Tonnes", "Cargo"),
        caption=words("The first three of the convoy"),
    ),
    Table(
        tuple(
            row(
                day, high, low, "north-west, falling", "The green lamp was hung at six and taken in at noon.", light
            )
            for day, high, low, light in (
                ("Monday", "4.12 m", "0.87 m", "lit"),
                ("Tuesday", "4.30 m", "0.71 m", ""),
            )
        ),
        header=row("Day", "High water", "Low water", "Wind", "What the log says", "Lamp"),
    ),
    Table(
        (tuple(words(f"{high / 10} metres above the zero of the chart") for high in range(41, 53)),),
        header=tuple(words(f"Day {day}") for day in range(1, 13)),
    ),
    Heading(2, words("How it is counted")),
    Code(PYTHON, "python"),
    Code("$ newsreader read https://harbour.example/ | less   # any page, cleaned", "bash"),
    Code(
        f"curl -s {HARBOUR} | python -c 'import sys; print(sys.stdin.read().upper())' | "
        "grep --color=auto 'north-west, falling'"
    ),
    Code("  no language,\n      its spaces kept"),
    Heading(2, words("In other tongues")),
    p("Железная дорога вернула ночной поезд к морю: он отходит в десять минут двенадцатого, каждую ночь."),
    p("Երևանում բացվել է գրքի միջազգային փառատոնը, որին մասնակցում է երեսուներկու երկիր։"),
    p("港の灯台に新しい光が灯った。三十一日ぶりに船が出る朝、埠頭では楽団が演奏していた。"),
    p("عاد القطار الليلي إلى البحر بعد شهر من العواصف، وكان على الرصيف عازفون.", rtl=True),
    p("Καράβια με σιτάρι έφυγαν από το λιμάνι· ship, πλοίο, корабль, նավ, 船."),
    Image("https://harbour.example/lamp.jpg", "A green lamp on a mast"),
    List(
        items("It is a ship's lantern of 1921, and |<older than the mole|.", "One of them has reopened since."),
        ordered=True,
    ),
)
