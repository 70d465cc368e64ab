"""Articles for tests: one that has everything, and any that there could be."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from newsreader.model import (
    Article,
    ArticleStatus,
    Block,
    Code,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    clean_line,
    clean_text,
)

FULL_ARTICLE = Article(
    url="https://paper.example/bridge",
    title="The bridge is open again",
    standfirst="After two years the river can be crossed on foot.",
    authors=("Ada Lind", "Bo Ek"),
    site="The Paper",
    language="en",
    published=datetime(2023, 3, 30, 8, 15, tzinfo=UTC),
    updated=datetime(2023, 3, 30, 9, 0, 0, 123456, tzinfo=UTC),
    lead_image=Image(
        "https://paper.example/bridge.jpg", "A bridge", (Span("The bridge at dawn."),), "Ada Lind", 640, 360
    ),
    blocks=(
        Paragraph(
            (Span("On Thursday "), Span("the mayor", href="https://paper.example/mayor"), Span(" cut a ribbon."))
        ),
        Heading(2, (Span("What it cost"),)),
        Paragraph(
            (Span("It is "), Span("not", strong=True), Span(" cheap: "), Span("x = 1", code=True), Span("."))
        ),
        Quote((Paragraph((Span("I walked over it twice.", emphasis=True),)),)),
        List(
            (
                (Paragraph((Span("Steel"),)), List(((Paragraph((Span("Swedish"),)),),))),
                (Paragraph((Span("Stone"),)),),
            ),
            ordered=True,
            start=3,
        ),
        Code("for plank in bridge:\n    walk(plank)", "python"),
        Table(
            rows=(((Span("2021"),), (Span("0 m"),)), ((Span("2023"),), (Span("120 m"),))),
            header=((Span("Year"),), (Span("Length"),)),
            caption=(Span("How it grew"),),
        ),
        Rule(),
        Image("https://paper.example/map.png", "A map", credit="The Paper"),
        Paragraph((Span("مرحبا"),), rtl=True),
    ),
)
"""An article with a block of every kind."""

texts = st.text(max_size=40).map(clean_text)
lines = st.text(max_size=40).map(clean_line)
addresses = st.text("abcdefgh/?=&;#.-_~()é", max_size=20).map("https://site.example/".__add__)
moments = st.none() | st.datetimes(timezones=st.just(UTC))
spans = st.builds(
    Span, texts, st.none() | addresses, st.booleans(), st.booleans(), code=st.booleans(), strike=st.booleans()
)
inlines = st.lists(spans, max_size=4).map(tuple)
images = st.builds(
    Image, addresses, lines, inlines, lines, st.none() | st.integers(0, 2**70), st.none() | st.integers(0, 9000)
)


def _tables(columns: int) -> st.SearchStrategy[Table]:
    row = st.tuples(*[inlines] * columns)
    return st.builds(Table, st.lists(row, min_size=1, max_size=3).map(tuple), st.just(()) | row, inlines)


_simple: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, inlines, st.booleans()),
    st.builds(Heading, st.integers(1, 6), inlines, st.booleans()),
    st.builds(Code, texts, st.none() | st.just("python")),
    st.integers(1, 3).flatmap(_tables),
    images,
    st.just(Rule()),
)


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Quote, several) | st.builds(
        List, st.lists(several, max_size=3).map(tuple), st.booleans(), st.integers(-5, 10**12)
    )


blocks = st.recursive(_simple, _nested, max_leaves=8)
articles = st.builds(
    Article,
    addresses,
    lines,
    st.lists(blocks, max_size=4).map(tuple),
    lines,
    st.lists(lines, max_size=3).map(tuple),
    lines,
    lines,
    moments,
    moments,
    st.none() | images,
    st.sampled_from(ArticleStatus),
)
"""Any article, as clean as every article is."""
