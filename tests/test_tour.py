"""The recorded tour plays: what asciinema reads is there, and a terminal shows the program in it."""

import json
import re
import socket
from pathlib import Path

import pyte

TOUR = Path(__file__).parents[1] / "screenshots" / "tour.cast"
LARGEST = 300_000
"""Bytes."""
STOPS = ("In Stepanakert: +18 °C", "The boat to Tarn Point", "★ ✓", "The next 24 hours", "next headline")
"""What must be seen on the way, in this order: the header, an article, what was kept, the weather, the keys."""


def test_the_tour_plays_and_shows_the_program() -> None:
    head, *events = [json.loads(line) for line in TOUR.read_text("utf-8").splitlines()]
    assert (head["version"], TOUR.stat().st_size < LARGEST) == (2, True)
    times = [seconds for seconds, _, _ in events]
    assert times == sorted(times)
    assert {kind for _, kind, _ in events} == {"o"}
    screen = pyte.Screen(head["width"], head["height"])
    stream = pyte.Stream(screen)
    left = list(STOPS)
    for _, _, drawn in events:
        stream.feed(drawn)
        if left and left[0] in "\n".join(screen.display):
            left.pop(0)
    assert left == []


def test_the_tour_tells_nothing_of_the_machine_it_was_made_on() -> None:
    written = re.sub(r"\x1b\[[\d;]*[A-Za-z]", "", "".join(json.loads(line)[2] for line in _events()))
    assert "Stepanakert" in written
    for private in (socket.gethostname(), str(Path.home()), "/tmp/", "/home/", "127.0.0.1"):
        assert private not in written


def _events() -> list[str]:
    return TOUR.read_text("utf-8").splitlines()[1:]
