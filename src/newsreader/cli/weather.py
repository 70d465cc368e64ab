"""Commands about the header bar: weather and place."""

import argparse
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, FAILED, print_json, print_text, say
from newsreader.cli.session import in_newsroom
from newsreader.cli.shapes import weather_shape
from newsreader.cli.streams import speaks_utf8
from newsreader.model import NotFoundError, Place

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom
    from newsreader.newsroom.places import Places


@in_newsroom
async def weather(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Print the temperature at the place."""
    if complaint := newsroom.masthead_desk.complaint:
        say(complaint)
    report = await newsroom.masthead_desk.report(ascii_only=not speaks_utf8())
    if args.json:
        print_json(weather_shape(report))
    elif report.text:
        print_text(report.text)
    else:
        return _unknown()
    return DONE


@in_newsroom
async def place(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Set the place, add or remove one, or list those there are."""
    places = newsroom.masthead_desk.places
    if args.at is None and args.name is None:
        for one in places.all:
            print_text(f"{'*' if one == places.shown else ' '} {_told(one)}")
        return DONE if places.all else _unknown()
    if args.remove:
        return await _remove(places, args.name)
    if args.at is None:
        chosen = (await newsroom.masthead_desk.find_places(args.name))[0].called(args.name)
    else:
        latitude, longitude = args.at
        chosen = Place(args.shown or args.name or f"{latitude:g}, {longitude:g}", latitude, longitude)
    await (places.add(chosen) if args.add else places.replace(chosen))
    print_text(_told(chosen))
    return DONE


async def _remove(places: "Places", name: str | None) -> int:
    for one in places.all:
        if name is not None and one.name.casefold() == name.casefold() and not one.guessed:
            await places.remove(one)
            print_text(_told(one))
            return DONE
    raise NotFoundError("no such place is set", name or "", "newsreader place lists them")


def _told(place: Place) -> str:
    guess = "\tguessed from the time zone" if place.guessed else ""
    return f"{place.name}\t{place.latitude:g},{place.longitude:g}{guess}"


def _unknown() -> int:
    say("the place is not known; say where you are with: newsreader place NAME")
    return FAILED
