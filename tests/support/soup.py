"""Pages as no publisher would send them: tag soup, hostile strings in all places, bytes that are no text."""

import json

from hypothesis import strategies as st

PROSE = "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "
TAGS = (
    "p div span a b em ul ol li dl dt dd table caption tr td th pre code blockquote h1 h2 h3 figure "
    "figcaption img br hr main article aside nav header footer section iframe video button noscript "
    "script style form svg math title textarea xmp plaintext noembed noframes template select option body "
    "html head meta base link frameset ruby rt"
).split()
ACTING = [
    "\x1b]0;x\x07", "\x1b]52;c;UFdORUQ=\x1b\\", "&#27;[2J", "\x9b2J", "&#x9b;2J", "&#x202e;gpj.exe", "\u202e",
    "\u200b",
    "&#xD800;", "\x00", "&#0;", "\x08", "\u2066", "&#x2067;", "\x85", "\r", "\U000e0041", "&shy;", "&zwj;" * 9,
    "o" + "\u0301" * 30,
]  # fmt: skip
"""What would act on a terminal, or pretend to be other text."""

words = st.sampled_from(
    [PROSE, PROSE * 2, "word ", "港の公園。", "مرحبا ", "&amp;", "&nbsp;", "&", "<", "< ", ">", '"']
)
strings = st.lists(
    st.sampled_from([*ACTING, "Ada Lind", "The park", "é", "<b>", "</b>", "\\", "'"]) | words, max_size=5
)
"""Texts with harm in them, in pieces."""

hostile = strings.map("".join)
_attribute = st.builds(
    '{} {}="{}"'.format,
    st.just(""),
    st.sampled_from("class id href src alt title style itemprop rel data-src srcset colspan start lang".split()),
    st.sampled_from(
        [
            "articleBody", "author", "caption", "credit", "language-python", "javascript:x",
            "http://e.example/\x1b]0;x", "/a.jpg", "99999", "-9e9", "display:none", "a>b", "<i>q</i>",
            "next", "standfirst",
        ]
    )
    | hostile.map(lambda text: text.replace('"', "&quot;")),
)  # fmt: skip
_tag = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.lists(_attribute, max_size=3).map("".join))
_odd = st.sampled_from(
    [
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?php x ?>",
        "<!DOCTYPE html>",
        "</",
        "<p",
        "<script>if(a<b){}</script>",
        "</ p>",
    ]
)
pieces = st.one_of(
    _tag, st.sampled_from(TAGS).map("</{}>".format), st.sampled_from(TAGS).map("<{}/>".format), words, hostile, _odd
)
soup = st.lists(pieces, max_size=40).map("".join)
"""Markup without end or sense."""


@st.composite
def hostile_heads(draw: st.DrawFn) -> str:
    """Return what stands in a page's head: every field that is read, with harm in it."""
    texts = st.builds(lambda text: text.replace('"', "&quot;"), hostile)
    names = ("og:title", "og:description", "og:site_name", "og:image", "og:image:alt", "author", "description",
             "article:published_time", "og:locale", "article:author", "og:type")  # fmt: skip
    metas = "".join(
        f'<meta property="{name}" content="{draw(texts)}">' for name in draw(st.sets(st.sampled_from(names)))
    )
    node = {
        "@type": draw(st.sampled_from(["NewsArticle", "Article", "WebPage", ["Article", 7]])),
        "headline": draw(hostile),
        "description": draw(hostile),
        "author": draw(
            st.sampled_from(["name", "@value"]).flatmap(lambda key: st.builds(lambda v: {key: v}, hostile))
        ),
        "publisher": {"name": draw(hostile)},
        "inLanguage": draw(hostile),
        "image": {"url": draw(hostile), "caption": draw(hostile)},
        "articleBody": draw(hostile),
        "wordCount": draw(st.sampled_from([0, "9" * 30, -1, None, [], 1e300])),
        "isAccessibleForFree": draw(st.sampled_from([True, False, "false", None, {}])),
        "hasPart": {"isAccessibleForFree": False, "cssSelector": draw(hostile)},
    }
    data = json.dumps(node)[: draw(st.sampled_from([None, 40, 200]))]
    return f'<title>{draw(hostile)}</title>{metas}<script type="application/ld+json">{data}</script>'


pages = st.builds(
    "<html lang='{}'><head>{}</head><body><article><h1>{}</h1>{}<p>{}</p>{}</article></body></html>".format,
    hostile.map(lambda text: text.replace("'", "")),
    hostile_heads(),
    hostile,
    soup,
    st.sampled_from(["", PROSE * 4]),
    soup,
)
encodings = st.sampled_from(["utf-8", "utf-16", "latin-1", "cp1251", "shift_jis", "gb18030", "koi8-r", "utf-7"])
