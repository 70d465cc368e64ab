"""What is in the library can be found, in any script, by any query."""

import asyncio
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.library import Library
from newsreader.library.database import connect
from newsreader.library.indexing import is_behind
from newsreader.library.plain import plain_text
from newsreader.library.search import indexed, match_expression
from newsreader.model import HeadlineQuery, View
from newsreader.model.folding import folded
from newsreader.model.search import By, Filter, State, Term, Where, lit_terms, read_search
from support.articles import FULL_ARTICLE
from support.libraries import CHECK, NOON, entry, feed

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
        ("agréable -nothing", (1,)),
        ("agréable -Élysée", ()),
        ('title -"two three" -москва', (1, 2, 3, 5, 7, 8, 9, 10)),
        ("-title", ()),
        ("天気", (2,)),
        ("東京タワー", (2,)),
        ("京東", ()),
        ("気", (2,)),
        ("た", (2,)),
        ("行きま", (2,)),
        ("今日は天気がいいですね", (2,)),
        ('"東京タワーに行きました"', (2,)),
        ("東 京", (2,)),
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
        ('"two thr"*', (6,)),
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
        ("title:2 title:TITLE", (2,)),
        ("title:tit*", tuple(SAID)),
        ("author:anyone", ()),
        ("unknown:two", ()),
        ("https://one.example/two", ()),
        ("t*", ()),
        ("ti*", tuple(SAID)),
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
    @settings(max_examples=300)
    def ask(query: str) -> None:
        assert set(found(shelved, query)) <= set(SAID)

    ask()
    assert found(shelved, '"' * 5000) == found(shelved, "(" * 5000) == ()
    assert found(shelved, "one " * 5000) == (6,)


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_folding_twice_changes_nothing_that_matters(text: str) -> None:
    assert folded(folded(text)).split() == folded(text).split()


def test_a_query_is_parted_into_words_and_filters() -> None:
    assert not read_search(" \n\t", NOON)
    asked = read_search('Wor* -"Two words" title:Été source:"The Mole" -is:un tag:#Work is:b after:soon', NOON)
    assert asked.terms == (
        Term("wor", prefix=True),
        Term("two words", excluded=True),
        Term("ete", Where.TITLE),
        Term("is:b"),
        Term("after:soon"),
    )
    assert asked.filters == (
        Filter(By.SOURCE, "the mole"),
        Filter(By.IS, State.UNREAD, excluded=True),
        Filter(By.TAG, "#work"),
    )
    assert [term.words for term in lit_terms(asked)] == ["wor", "ete", "is:b", "after:soon"]
    assert match_expression(()) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2023-03-02", "2023-03-02"),
        ("2023-3", "2023-03-01"),
        ("2022", "2022-01-01"),
        ("today", "2023-03-30"),
        ("yesterday", "2023-03-29"),
        ("7d", "2023-03-23"),
        ("2w", "2023-03-16"),
        ("1y", "2022-03-30"),
        ("9999y", "1970-01-02"),
        ("0001", "1970-01-02"),
        ("9999-12-31", "9000-01-01"),
    ],
)
def test_days_are_said_in_many_ways(said: str, day: str) -> None:
    (asked,) = read_search(f"after:{said}", NOON).filters
    assert asked == Filter(By.AFTER, datetime.fromisoformat(day).astimezone())


async def test_filters_narrow_what_is_found(library: Library) -> None:
    mole = await library.subscribe("https://a.example/feed", "The Mole", folder="Harbours")
    other = await library.subscribe("https://b.example/feed", "Café Crème")
    await library.store_feed(mole.id, feed(entry("1", hours_ago=1), entry("2", hours_ago=72)), CHECK)
    await library.store_feed(other.id, feed(entry("3", hours_ago=2), entry("4", hours_ago=96)), CHECK)
    await library.mark_read([2], read=True)
    await library.bookmark_entry(3, FULL_ARTICLE)
    await library.annotate(3, "", ["Später"])
    await library.remember_position(4, 500_000)
    for search, numbers in {
        "source:mole": (1, 2),
        "source:creme": (3, 4),
        "source:mole source:creme title": (1, 3, 2, 4),
        "-source:mole": (3, 4),
        'folder:harb source:"the mole"': (1, 2),
        "title -folder:harbours": (3, 4),
        "after:2023-03-29": (1, 3),
        "before:2023-03-29 title": (2, 4),
        "is:unread": (1, 3, 4),
        "is:read": (2,),
        "-is:read is:bookmarked": (3,),
        "is:waiting": (3,),
        "is:begun": (4,),
        "tag:spater": (3,),
        "tag:spat": (),
        "-tag:später source:creme": (4,),
        "source:nobody title": (),
    }.items():
        assert found(library, search) == numbers, search
        assert library.count(HeadlineQuery(search=search))[1] == len(numbers)
    assert found(library, "source:mole", View.HISTORY) == (2,)


async def test_a_search_is_counted_anew_when_something_was_written(shelved: Library) -> None:
    assert shelved.count(HeadlineQuery(search="title")) == (len(SAID), len(SAID))
    await shelved.mark_read([1], read=True)
    assert shelved.count(HeadlineQuery(search="title")) == (len(SAID) - 1, len(SAID))
    await shelved.store_article(2, FULL_ARTICLE)
    assert shelved.count(HeadlineQuery(search="ribbon")) == (1, 1)


KANA = st.text("日本語東京タワー12 ab。", max_size=12)


async def test_every_part_of_an_unspaced_text_is_found(library: Library) -> None:
    paper = await library.subscribe("https://a.example/feed", "A")
    text = "日本語の東京タワー2020年に行きました東東京"
    await library.store_feed(paper.id, feed(entry("1", content=text)), CHECK)
    ends = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    missed = [
        text[start:end]
        for start, end in ends
        if not (text[start - 1 : start].isdigit() and text[start].isdigit())
        and not (text[end - 1].isdigit() and text[end : end + 1].isdigit())
        and not found(library, text[start:end])
    ]
    assert missed == []
    assert not [words for words in ("京日", "東東東", "ワ2", "0年に行った") if found(library, words)]


@given(KANA, KANA)
@settings(max_examples=100)
def test_what_the_index_is_given_has_no_character_that_was_not_there(one: str, other: str) -> None:
    assert set(indexed(one + other)) <= set(folded(one + other)) | {" "}


@given(st.text("<>/!ab&;p sctri", max_size=60))
@settings(max_examples=100)
def test_any_markup_gives_one_line(html: str) -> None:
    assert "\n" not in plain_text(html)


def test_text_is_taken_out_of_markup() -> None:
    html = "a < b <p class='x>y'>c<br/>d</p><style>e</style>f<!-- g -->h &eacute; in<b>side</b> <script>never"
    assert plain_text(html) == "a < b y'>c d f h é inside"


@pytest.mark.parametrize("piece", ["<", "<script>", "&", "<!--", "<p ", "&#"])
def test_hostile_markup_takes_no_longer_than_other_text(piece: str) -> None:
    assert len(plain_text(piece * 300_000)) <= 2_000_000  # were it quadratic, this would take an hour
