"""What scripts and people get from the command line: data, words, exit codes."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from support.command import Done
from support.loopback import Answer, Loopback, closed_port
from support.site import FURNITURE, HTML, open_site, page, png
from weather.standins import answer, open_meteo

Newsreader = Callable[..., Done]

HEADLINE_KEYS = set("id title source source_id url author published read bookmarked words minutes story".split())
ARTICLE_KEYS = set(
    "id url title standfirst byline site language published updated lead_image status words blocks text".split()
)


def test_a_refresh_that_asks_nobody_says_why(newsreader: Newsreader, site: Loopback) -> None:
    assert "newsreader add ADDRESS" in newsreader("refresh").err
    newsreader("add", open_site(site))
    assert "no feed is due yet; newsreader refresh --all" in newsreader("refresh").err
    assert "1 feed asked, 0 new headlines, 0 failed" in newsreader("refresh", "--all").err


def test_from_an_address_to_a_clean_article(newsreader: Newsreader, site: Loopback) -> None:
    url = open_site(site)
    added = newsreader("add", url)
    assert (added.code, added.err) == (0, "")
    assert "The Mole" in added.out
    [feed] = newsreader("feeds", "--json").json
    assert feed | {"title": "The Mole", "url": url, "unread": 2, "total": 2, "error": None} == feed
    refreshed = newsreader("refresh", "--all", "--json")
    nothing_new = {"feeds": 1, "updated": 0, "unchanged": 1, "failed": 0, "new": 0, "errors": []}
    assert refreshed.json == nothing_new
    headlines = newsreader("headlines", "--json").json
    assert set(headlines[0]) == HEADLINE_KEYS
    assert [headline["title"] for headline in headlines] == ["Fog over the mole", "The bell is gone"]
    assert headlines[0]["published"] == "2023-03-30T08:00:00Z"
    read = newsreader("read", str(headlines[0]["id"]), "--format", "json")
    article = read.json
    assert set(article) == ARTICLE_KEYS
    assert (article["status"], article["title"], article["byline"]) == ("full", "Fog over the mole", "Ani Sarkis")
    assert "Report 0, part 5" in article["text"]
    assert not any(words in article["text"] for words in FURNITURE)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_an_article_in_every_format(newsreader: Newsreader, site: Loopback, form: str) -> None:
    open_site(site)
    read = newsreader("read", site.url("/article/1"), "--format", form)
    assert read.code == 0
    assert "The bell is gone" in read.out
    assert "Report 1, part 5" in " ".join(read.out.split())
    assert not any(words in read.out for words in FURNITURE)


def test_a_saved_page_and_standard_input_are_cleaned_too(newsreader: Newsreader, tmp_path: Path) -> None:
    data = page(3, "From a file")
    (tmp_path / "page.html").write_bytes(data)
    from_file = newsreader("read", str(tmp_path / "page.html"), "--url", "https://example.org/a/")
    assert "From a file" in from_file.out
    assert newsreader("read", "-", "--url", "https://example.org/a/", stdin=data).out == from_file.out


def test_a_page_that_is_a_wall_is_said_to_be_one(newsreader: Newsreader) -> None:
    wall = b"<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>"
    read = newsreader("read", "-", stdin=wall)
    assert read.code == 1
    assert "a wall instead of an article" in read.out


def test_an_address_that_is_none_is_wrong_usage(newsreader: Newsreader) -> None:
    read = newsreader("read", "-", "--url", "quay.example", stdin=page(3, "From a file"))
    assert read.code == 2
    assert "quay.example" in read.err


def test_an_article_ends_with_one_newline(newsreader: Newsreader) -> None:
    for form in ("text", "markdown", "html", "json"):
        out = newsreader("read", "-", "--format", form, stdin=page(3, "From a file")).out
        assert out.endswith("\n")
        assert not out.endswith("\n\n")


def test_saving_keeps_the_pictures(newsreader: Newsreader, site: Loopback, home: dict[str, str]) -> None:
    open_site(site)
    saved = newsreader("save", site.url("/article/0"))
    assert (saved.code, saved.err) == (0, "")
    site.stop()
    [bookmark] = newsreader("bookmarks", "--json").json
    assert set(bookmark) == HEADLINE_KEYS | {"saved_at", "complete", "images", "note", "tags"}
    assert (bookmark["complete"], bookmark["images"]) == (True, {"saved": 2, "total": 2})
    kept = [file.read_bytes() for file in Path(home["XDG_DATA_HOME"]).rglob("*.png")]
    assert sorted(kept) == sorted([png(shade=60), png(shade=120)])
    assert "Report 0, part 5" in " ".join(newsreader("read", str(bookmark["id"])).out.split())


def test_exit_codes_tell_done_failed_partly_and_misused(newsreader: Newsreader, site: Loopback) -> None:
    url, dead = open_site(site), f"http://127.0.0.1:{closed_port()}/feed"
    assert newsreader("add", dead).code == 1
    partly = newsreader("add", url, dead)
    assert (partly.code, partly.out.count("\n"), partly.err.count("\n")) == (3, 1, 1)
    assert dead in partly.err
    assert newsreader("read", "999").code == 1
    assert newsreader("read", "no-such-file").code == 1
    assert newsreader("dance").code == 2
    assert newsreader("headlines", "--limit", "0").code == 2
    site.routes["/feed.xml"] = Answer(b"", 500)
    assert newsreader("refresh", "--all").code == 1


def test_without_a_terminal_the_reader_does_not_open(newsreader: Newsreader) -> None:
    done = newsreader()
    assert done.code == 2
    assert "needs a terminal" in done.err


def test_searching_and_choosing(newsreader: Newsreader, site: Loopback) -> None:
    newsreader("add", open_site(site))
    assert [h["title"] for h in newsreader("headlines", "--search", "BELL", "--json").json] == ["The bell is gone"]
    assert len(newsreader("headlines", "--limit", "1", "--json").json) == 1
    oldest = newsreader("headlines", "--sort", "oldest", "--limit", "1", "--json").json
    assert [h["title"] for h in oldest] == ["The bell is gone"]
    assert len(newsreader("headlines", "--source", "mole", "--unread", "--json").json) == 2
    assert newsreader("headlines", "--source", "nobody").code == 1
    assert newsreader("headlines", "--bookmarked", "--json").json == []
    assert newsreader("headlines", "--search", "nowhere").err == "newsreader: nothing matches\n"
    assert [h["id"] for h in newsreader("headlines", "--search=-bell", "--json").json] == [1]


def test_opml_out_and_in(newsreader: Newsreader, site: Loopback, tmp_path: Path) -> None:
    url = open_site(site)
    newsreader("add", url, "--folder", "Sea & <shore>")
    opml = tmp_path / "feeds.opml"
    assert newsreader("export", "opml", "-o", str(opml)).code == 0
    assert newsreader("export").out == opml.read_text("utf-8")
    other = str(tmp_path / "other")
    assert newsreader("import", str(opml), "--library", other).code == 0
    [feed] = newsreader("--library", other, "feeds", "--json").json
    assert (feed["url"], feed["folder"], feed["total"]) == (url, "Sea & <shore>", 0)
    bad = newsreader("import", "-", stdin=b"not opml")
    assert (bad.code, bad.err.count("\n")) == (1, 1)
    assert newsreader("remove", "mole").code == 0
    assert newsreader("feeds", "--json").json == []


def test_the_weather_of_a_guess_is_told_without_asking_where_and_then_from_the_library(
    home: dict[str, str], newsreader: Newsreader, site: Loopback
) -> None:
    site.routes["/forecast"] = answer(open_meteo(datetime.now(UTC), -0.5))
    names = ("forecast", "geocoding", "fallback")
    addresses = "".join(f'{name}_url = "{site.url("/" + name)}"\n' for name in names)
    Path(home["XDG_CONFIG_HOME"], "newsreader", "config.toml").write_text(f"[weather]\n{addresses}")
    first = newsreader("weather", TZ="Asia/Yerevan")
    assert (first.out, first.err) == ("In Yerevan?: −1\N{NO-BREAK SPACE}°C\n", "")
    code = (
        "import sys; from newsreader.cli import run; run(['weather']); print({'httpx', 'textual'} & {*sys.modules})"
    )
    again = subprocess.run(
        [sys.executable, "-c", code], env=home | {"TZ": "Asia/Yerevan"}, capture_output=True, check=True
    )
    assert again.stdout.decode() == f"{first.out}set()\n", "a prompt waits for nothing that is not needed"
    assert [asked.path.partition("?")[0] for asked in site.asked] == ["/forecast"]


def test_the_place_by_its_coordinates_and_the_weather_unknown(newsreader: Newsreader) -> None:
    unknown = newsreader("weather")
    assert unknown.code == 1, "UTC is no place to guess from"
    assert newsreader("place", "--at", "39.8177,46.7528", "--name", "Stepanakert").code == 0
    weather = newsreader("weather")
    assert weather.out == "In Stepanakert: —\N{NO-BREAK SPACE}°C\n"
    shape = newsreader("weather", "--json").json
    now = (
        "place latitude longitude temperature unit observed_at source stale text feels_like humidity wind wind_from"
    )
    assert set(shape) == {*now.split(), "weather", "hours", "days"}
    assert (shape["place"], shape["temperature"], shape["stale"]) == ("Stepanakert", None, True)
    assert newsreader("place", "--at", "99,0").code == 2
    newsreader("place", "--at", "39.51,46.34", "--name", "Goris", "--add")
    assert newsreader("place").out == "  Stepanakert\t39.8177,46.7528\n* Goris\t39.51,46.34\n"
    assert newsreader("place", "goris", "--remove").code == 0
    assert newsreader("place", "Goris", "--remove").code == 1
    assert newsreader("weather").out == weather.out


def test_a_mistake_in_the_settings_is_told_with_file_line_and_key(
    newsreader: Newsreader, home: dict[str, str]
) -> None:
    file = Path(home["XDG_CONFIG_HOME"]) / "newsreader" / "config.toml"
    file.write_text("[reading]\nwidht = 72\n")
    done = newsreader("headlines")
    assert done.code == 0, "the program goes on"
    assert str(file) in done.err
    assert "line 2" in done.err
    assert "width" in done.err
    assert newsreader("config", "path").out.strip() == str(file)


def test_nothing_hostile_reaches_the_terminal(newsreader: Newsreader, site: Loopback) -> None:
    hostile = "A\x1b]52;c;UFdORUQ=\x1b\\B \x9b2J\u202egpj.exe"
    escaped = hostile.replace("\x1b", "&amp;#27;")
    body = f"""<rss version="2.0"><channel><title>x&#27;]0;y</title><item><guid>1</guid>
        <title>{escaped}</title><link>{site.url("/h")}</link></item></channel></rss>"""
    site.routes["/feed.xml"] = Answer(body.encode())
    site.routes["/h"] = Answer(page(1, hostile), headers=HTML)
    outs = [newsreader("add", site.url("/feed.xml")), newsreader("headlines"), newsreader("read", site.url("/h"))]
    outs += [newsreader("read", site.url("/h"), "--format", form) for form in ("markdown", "html", "json")]
    for done in outs:
        assert done.code == 0
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out + done.err)
        assert not re.search(r"\\u00(?:1b|9b)", done.out)


def test_version_and_help(newsreader: Newsreader) -> None:
    assert re.fullmatch(r"newsreader \d+\.\d+\.\d+\n", newsreader("--version").out)
    help_text = newsreader("--help").out
    for command in "add remove feeds refresh headlines read save bookmarks import export weather place".split():
        assert f"\n    {command} " in help_text


def test_the_doctor_finds_lost_pictures_and_has_them_fetched_again(
    newsreader: Newsreader, site: Loopback, home: dict[str, str]
) -> None:
    open_site(site)
    newsreader("save", site.url("/article/0"))
    assert newsreader("doctor").code == 0
    lost, damaged = sorted(Path(home["XDG_DATA_HOME"]).rglob("*.png"))
    lost.unlink()
    damaged.write_bytes(b"rot")
    found = newsreader("doctor")
    assert (found.code, found.out.count("\n")) == (1, 2)
    assert "missing" in found.out
    assert "damaged" in found.out
    assert newsreader("doctor", "--repair").code == 0
    assert newsreader("doctor").code == 0
    newsreader("refresh")
    assert newsreader("bookmarks", "--json").json[0]["images"] == {"saved": 2, "total": 2}


def test_a_damaged_library_is_made_anew_of_what_can_be_read(
    newsreader: Newsreader, site: Loopback, home: dict[str, str]
) -> None:
    newsreader("add", open_site(site, [f"Story {n}" for n in range(200)]))
    [file] = Path(home["XDG_DATA_HOME"]).rglob("library.db")
    data = bytearray(file.read_bytes())
    data[:100] = bytes(100)
    file.write_bytes(data)
    broken = newsreader("headlines")
    assert (broken.code, broken.err.count("\n")) == (1, 1)
    assert "doctor --repair" in broken.err
    assert newsreader("doctor").code == 1
    mended = newsreader("doctor", "--repair")
    assert mended.code == 3
    assert newsreader("headlines").code == 0


def test_what_was_done_is_undone_step_by_step(newsreader: Newsreader, site: Loopback) -> None:
    newsreader("add", open_site(site))
    [source] = newsreader("feeds", "--json").json
    moved = newsreader("move", str(source["id"]), "--title", "The New\nMole", "--folder", "Sea")
    assert (moved.code, moved.out) == (0, f"{source['id']}\tSea\tThe New Mole\n")
    assert newsreader("move", str(source["id"])).code == 2
    newsreader("remove", "new mole")
    assert newsreader("feeds", "--json").json == []
    assert newsreader("undo").out == "Subscribed again: The New Mole\n"
    assert newsreader("undo").out == "Name and folder as before: The Mole\n"
    assert [(feed["title"], feed["folder"]) for feed in newsreader("feeds", "--json").json] == [("The Mole", None)]
    assert newsreader("undo").out == "Subscription taken back: The Mole\n"
    done = newsreader("undo")
    assert (done.code, done.out, done.err) == (1, "", "newsreader: there is nothing to undo\n")


def test_filters_find_headlines(newsreader: Newsreader, site: Loopback) -> None:
    newsreader("add", open_site(site))
    for search, titles in {
        "fog": ["Fog over the mole"],
        "-fog source:mole": ["The bell is gone"],
        "after:2023-03-30 before:2023-03-31 title:bell": ["The bell is gone"],
        "is:read": [],
    }.items():
        found = newsreader("headlines", "--search", search, "--json").json
        assert [headline["title"] for headline in found] == titles, search


def test_notes_and_tags_are_written_shown_and_found(newsreader: Newsreader, site: Loopback) -> None:
    open_site(site)
    saved = newsreader("save", site.url("/article/0"), "--note", "for Monday #work #sea")
    number = saved.out.split("\t")[0]
    [bookmark] = newsreader("bookmarks", "--json").json
    assert (bookmark["note"], bookmark["tags"]) == ("for Monday", ["sea", "work"])
    assert newsreader("note", number).out == f"{number}\tfor Monday #sea #work\n"
    assert newsreader("note", number, "for", "Tuesday", "#work").out == f"{number}\tfor Tuesday #work\n"
    assert [one["id"] for one in newsreader("headlines", "--search", "tag:work tuesday", "--json").json] == [
        int(number)
    ]
    assert newsreader("undo").out.startswith("Note and tags as before")
    assert newsreader("note", number).out == f"{number}\tfor Monday #sea #work\n"
    assert newsreader("note", "999").code == 1
