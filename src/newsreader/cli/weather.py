"""Commands about the header bar: weather and place."""

import argparse
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, FAILED, WRONG_USAGE, print_json, print_text, say
from newsreader.cli.session import in_newsroom
from newsreader.cli.shapes import weather_shape
from newsreader.cli.streams import speaks_utf8
from newsreader.model import Place

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom


@in_newsroom
async def weather(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Print the temperature at the place."""
    report = await newsroom.weather(ascii_only=not speaks_utf8())
    if args.json:
        print_json(weather_shape(report))
    elif report.text:
        print_text(report.text)
    else:
        say("the place is not known; say where you are with: newsreader place NAME")
        return FAILED
    return DONE


@in_newsroom
async def place(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Set the place."""
    if args.at is None and args.name is None:
        say("say where you are: newsreader place NAME, or --at LAT,LON --name NAME")
        return WRONG_USAGE
    if args.at is None:
        chosen = await newsroom.masthead_desk.find_place(args.name)
    else:
        latitude, longitude = args.at
        chosen = Place(args.shown or args.name or f"{latitude:g}, {longitude:g}", latitude, longitude)
    newsroom.masthead_desk.choose_place(chosen)
    print_text(f"{chosen.name}\t{chosen.latitude:g},{chosen.longitude:g}")
    return DONE
