"""What is in the library can be found, in any script, by any query."""

import asyncio
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.library import Library
from newsreader.library.database import connect
from newsreader.library.indexing import is_behind
from newsreader.library.plain import plain_text
from newsreader.library.search import folded, match_expression
from newsreader.model import HeadlineQuery, View
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, entry, feed

SAID = {
    1: "<p>Le café de l'Élysée est très agréable.</p>",
    2: "<p>今日は天気がいいですね。東京タワーに行きました。</p>",
    3: "<p>Die STRASSE ist <b>ge</b>sperrt, nicht die Gasse.</p>",
    4: "<p>Москва встречает весну. Зелёный парк.</p>",
    5: "<p>ประเทศไทยสวยมาก</p>",
    6: "<p>one two three</p><script>hidden words</script><p>four &amp; five</p>",
    7: "<p>한국어 뉴스를 읽습니다</p>",
    8: "<p>الأخبارُ العربيّة اليوم</p>",
    9: "<p>नमस्ते हिन्दी दुनिया</p>",
    10: "<p>Tiếng Việt có dấu; ﬁne state-of-the-art e-mail: a.b@c.example</p>",
}


@pytest.fixture
async def shelved(library: Library) -> Library:
    paper = await library.subscribe("https://a.example/feed", "Gazette")
    await library.store_feed(paper.id, feed(*(entry(str(n), content=said) for n, said in SAID.items())), CHECK)
    return library


def found(library: Library, search: str, view: View = View.ALL) -> tuple[int, ...]:
    return library.headline_ids(HeadlineQuery(view, search=search))


@pytest.mark.parametrize(
    ("search", "numbers"),
    [
        ("cafe", (1,)),
        ("CAFÉ élysee", (1,)),
        ("agréable -nothing", ()),
        ("天気", (2,)),
        ("東京タワー", (2,)),
        ("京東", ()),
        ("strasse", (3,)),
        ("straße", (3,)),
        ("gesperrt", (3,)),
        ("nicht gesperrt", (3,)),
        ('"nicht gesperrt"', ()),
        ('"gesperrt nicht"', (3,)),
        ("весну", (4,)),
        ("зеленый", (4,)),
        ("ไทย", (5,)),
        ("thr*", (6,)),
        ("thr", ()),
        ('"two thr"*', ()),
        ("hidden", ()),
        ("four five", (6,)),
        ("뉴스*", (7,)),
        ("العربية", (8,)),
        ("हिन्दी", (9,)),
        ("ह", ()),
        ("tieng viet", (10,)),
        ("fine", (10,)),
        ("state-of-the-art", (10,)),
        ("a.b@c.example", (10,)),
        ("title", tuple(SAID)),
        ("title two", (6,)),
        ("one OR москва", ()),
        ("NEAR(one two)", ()),
        ("title:two", ()),
        ('"', ()),
        ("* ! ( ^", ()),
        ('one "two', (6,)),
        ("\ud800 \x00", ()),
        ("two\uff02three", (6,)),
        ("\uff02 OR \uff02", ()),
    ],
)
async def test_words_phrases_and_beginnings_are_found(
    shelved: Library, search: str, numbers: tuple[int, ...]
) -> None:
    assert found(shelved, search) == numbers
    assert shelved.count(HeadlineQuery(search=search)) == (len(numbers), len(numbers))


async def test_a_search_keeps_to_its_view_and_source(shelved: Library) -> None:
    await shelved.mark_read([1, 2], read=True)
    await shelved.bookmark_entry(3, FULL_ARTICLE)
    assert found(shelved, "title", View.UNREAD) == tuple(SAID)[2:]
    assert found(shelved, "title", View.HISTORY) == (1, 2)
    assert found(shelved, "title", View.BOOKMARKS) == (3,)
    assert shelved.headline_ids(HeadlineQuery(search="title", source_id=99)) == ()
    assert shelved.count(HeadlineQuery(search="title")) == (len(SAID) - 2, len(SAID))


async def test_the_stored_article_is_found_instead_of_the_feeds_text(shelved: Library) -> None:
    await shelved.store_article(6, FULL_ARTICLE)
    assert found(shelved, "ribbon") == found(shelved, "crossed foot") == (6,)
    assert found(shelved, "three") == ()


async def test_what_the_reader_wrote_is_found(shelved: Library) -> None:
    await shelved.annotate(4, "For the Winter lecture", ["Физика"])
    assert found(shelved, "winter lecture") == found(shelved, "физика") == (4,)
    await shelved.annotate(4, "", [])
    assert found(shelved, "winter") == found(shelved, "физика") == ()
    assert await shelved.undo() == "Note and tags as before: Title 4"
    assert found(shelved, "winter физика") == (4,)


async def test_the_index_is_kept_in_quiet_moments(shelved: Library) -> None:
    await asyncio.to_thread(wait_for_index, shelved.folder)
    with closing(connect(shelved.folder / "library.db", only_read=True)) as database:
        assert database.execute("SELECT count(*) FROM search_docsize").fetchone() == (len(SAID),)


async def test_after_catching_up_everything_can_be_found(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "Gazette")
    await library.store_feed(paper.id, feed(*(entry(str(n)) for n in range(350))), CHECK)
    await library.catch_up()
    with closing(connect(library.folder / "library.db", only_read=True)) as database:
        assert not is_behind(database)
    assert len(found(library, "title")) == 350


def wait_for_index(folder: Path) -> None:
    deadline = time.monotonic() + 10
    with closing(connect(folder / "library.db", only_read=True)) as database:
        while is_behind(database) and time.monotonic() < deadline:
            time.sleep(0.01)


queries = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "one",
            '"',
            "\uff02",
            "\uff0a",
            "*",
            "AND",
            "NOT",
            "(",
            ")",
            ":",
            "^",
            "-",
            "NEAR/2",
            "天",
            "a.b",
            "{x}",
            "+",
            "\\",
        ]
    )
).map(" ".join)


async def test_no_query_is_an_error(shelved: Library) -> None:
    @given(queries)
    @settings(deadline=None, max_examples=300)
    def ask(query: str) -> None:
        assert set(found(shelved, query)) <= set(SAID)

    ask()
    assert found(shelved, '"' * 5000) == found(shelved, "(" * 5000) == ()
    assert found(shelved, "one " * 5000) == (6,)


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=100)
def test_folding_twice_changes_nothing_that_matters(text: str) -> None:
    assert folded(folded(text)).split() == folded(text).split()


def test_a_query_of_nothing_has_no_expression() -> None:
    assert match_expression(" \n\t") is None
    assert match_expression('wor* "two words"') == '"wor"* "two words"'


@given(st.text("<>/!ab&;p sctri", max_size=60))
@settings(deadline=None, max_examples=100)
def test_any_markup_gives_one_line(html: str) -> None:
    assert "\n" not in plain_text(html)


def test_text_is_taken_out_of_markup() -> None:
    html = "a < b <p class='x>y'>c<br/>d</p><style>e</style>f<!-- g -->h &eacute; in<b>side</b> <script>never"
    assert plain_text(html) == "a < b y'>c d f h é inside"


@pytest.mark.parametrize("piece", ["<", "<script>", "&", "<!--", "<p ", "&#"])
def test_hostile_markup_takes_no_longer_than_other_text(piece: str) -> None:
    assert len(plain_text(piece * 300_000)) <= 2_000_000  # were it quadratic, this would take an hour
