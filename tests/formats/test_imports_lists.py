"""Lists of saved pages and feeds, as Pocket, Instapaper, browsers and newsboat write them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsreader.formats.imports import ImportedFile, ImportedPage
from newsreader.formats.opml import OpmlFeed
from support.exports import FIREFOX, INSTAPAPER_CSV, POCKET_CSV, POCKET_HTML, SAFARI, imported, zipped

MAY = datetime(2022, 5, 1, 14, 40, tzinfo=UTC)
JANUARY = datetime(2019, 1, 1, 9, 0, tzinfo=UTC)
LIGHT, SALT = "https://quay.example/light", "https://quay.example/salt"
NO_ADDRESS = ("without a web address", 1)


def test_pocket_csv(file: Path) -> None:
    light = ImportedPage(LIGHT, "The lighthouse", saved_at=MAY, read_at=MAY, tags=("sea", "night-watch"))
    salt = ImportedPage(SALT, "Salt, and who sells it", saved_at=JANUARY, read=True, read_at=JANUARY)
    pocket = imported(file, POCKET_CSV)
    assert pocket == ImportedFile("Pocket", (), (light, salt), (NO_ADDRESS,))


@pytest.mark.parametrize("moment", ["inf", "-inf", "nan", "1e400", "-1", "0"])
def test_a_moment_that_never_was_is_none(file: Path, moment: str) -> None:
    (page,) = imported(file, f"title,url,time_added,tags,status\nL,{LIGHT},{moment},,unread\n".encode()).pages
    assert page.saved_at is None


def test_a_moment_may_be_in_thousandths(file: Path) -> None:
    (page,) = imported(file, f"title,url,time_added,tags,status\nL,{LIGHT},1651416000000,,unread\n".encode()).pages
    assert page.saved_at == MAY


def test_pocket_csv_in_parts_in_an_archive(file: Path) -> None:
    head, first, *_ = POCKET_CSV.splitlines(keepends=True)
    parts = {"part_000000.csv": head + first, "part_000001.csv": POCKET_CSV, "annotations/part_000000.json": b"[]"}
    pocket = imported(file, zipped(parts | {"__MACOSX/._part_000000.csv": b"\0\5\x16\7"}))
    assert [page.url for page in pocket.pages] == [LIGHT, SALT]


def test_pocket_html(file: Path) -> None:
    pocket = imported(file, POCKET_HTML)
    assert pocket.kind == "Pocket"
    light, salt = pocket.pages
    assert (light.url, light.title, light.saved_at) == (f"{LIGHT}?a=1&b=2", "The lighthouse", MAY)
    assert (light.read, light.tags) == (False, ("sea", "night"))
    assert (salt.url, salt.title, salt.read, salt.tags) == (SALT, SALT, True, ())


def test_instapaper(file: Path) -> None:
    told = imported(file, INSTAPAPER_CSV)
    assert told.kind == "Instapaper"
    assert [(page.title, page.read, page.tags) for page in told.pages] == [
        ("The lighthouse", False, ()),
        ("Salt", True, ("food", "trade")),
        ("The ferry", False, ("Starred",)),
        ("Soup", False, ("Recipes",)),
    ]
    assert (told.pages[0].note, told.pages[0].saved_at) == ("It burned all night.", MAY)


def test_instapaper_with_a_selection_as_long_as_an_article(file: Path) -> None:
    selection = "It burned all night. " * 10_000
    line = f'{LIGHT},L,"{selection}",Unread,1651416000,[]'
    (page,) = imported(file, f"URL,Title,Selection,Folder,Timestamp,Tags\n{line}\n".encode()).pages
    assert page.note == selection[:20_000].strip()


def test_instapaper_as_it_was_without_times_and_tags(file: Path) -> None:
    (page,) = imported(file, b"URL,Title,Selection,Folder\nhttps://quay.example/light,L,,Archive\n").pages
    assert (page.read, page.saved_at, page.tags) == (True, None, ())


def test_firefox(file: Path) -> None:
    firefox = imported(file, FIREFOX)
    assert firefox.feeds == (OpmlFeed("https://quay.example/feed", "Quay news", "https://quay.example/"),)
    assert firefox.skipped == (NO_ADDRESS,)
    light, salt, ferry = firefox.pages
    assert (light.title, light.saved_at) == ("The lighthouse & its keeper", MAY)
    assert (light.note, light.tags) == ("Ask her about the lamp.", ("sea", "night"))
    assert (salt.title, salt.saved_at, salt.tags) == ("Salt", JANUARY, ("Trade", "Old-salt", "food")), (
        "it is there twice"
    )
    assert ferry.tags == ("Trade",)


def test_the_description_of_a_folder_is_no_comment_on_the_link_before_it(file: Path) -> None:
    text = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF=https://quay.example/light>L</A><DD>Ask her."
        "<DT><H3>Trade</H3><DD>What is bought.<DL><DT><A HREF=https://quay.example/salt>S</A></DL></DL>"
    )
    assert [page.note for page in imported(file, text.encode()).pages] == ["Ask her.", ""]


def test_safari(file: Path) -> None:
    assert [(page.url, page.tags) for page in imported(file, SAFARI).pages] == [(LIGHT, ("Harbour",)), (SALT, ())]


def test_bookmarks_in_the_encoding_they_name(file: Path) -> None:
    text = SAFARI.decode().replace("UTF-8", "windows-1251").replace("The lighthouse", "Маяк")
    assert imported(file, text.encode("cp1251")).pages[0].title == "Маяк"
    assert imported(file, SAFARI.decode().encode("utf-16")).pages[0].title == "The lighthouse"


def test_urls_of_newsboat(file: Path) -> None:
    urls = rb"""# what I read
https://quay.example/feed "sea" "long tag" "~Quay \"news\"" # the best
"query:Unread Articles:unread = \"yes\""
exec:~/bin/scrape.sh "sea"
"filter:~/bin/clean.pl:https://quay.example/raw"

http://b.example/feed !
https://c.example/feed "~" "!" news
"""
    told = imported(file, urls)
    assert told.feeds == (
        OpmlFeed("https://quay.example/feed", 'Quay "news"', folder="sea"),
        OpmlFeed("http://b.example/feed", "http://b.example/feed"),
        OpmlFeed("https://c.example/feed", "https://c.example/feed", folder="news"),
    )
    assert (told.kind, told.skipped) == ("newsboat", (("feeds that newsboat makes itself", 3),))


def test_opml_is_still_taken(file: Path) -> None:
    data = b'<?xml version="1.0"?><opml><body><outline xmlUrl="https://quay.example/feed" text="Q"/></body></opml>'
    for written in (data, b"\xef\xbb\xbf\n" + data, data.decode().encode("utf-16")):
        assert imported(file, written) == ImportedFile("OPML", (OpmlFeed("https://quay.example/feed", "Q"),))


def test_text_from_outside_is_cleaned(file: Path) -> None:
    hostile = (
        b"title,url,time_added,tags,status\n"
        b"A\x1b]52;c;x\x07B,https://user:pw@quay.example/,never,\x1b[2J|\xe2\x80\xaeb,unread\n"
    )
    (page,) = imported(file, hostile).pages
    assert (page.title, page.url, page.saved_at, page.tags) == (
        "A]52;c;xB",
        "https://quay.example/",
        None,
        ("[2J", "b"),
    )
