"""From the start to the first headline with the weather up, and with everything wrong that can be with it.

Run ``python tests/benchmarks/start_weather.py``; ``--rounds`` says how often each is started. Prints seconds:
median, least, most, and the ratio of the medians to that of the weather up.
"""

import argparse
import asyncio
import json
import shutil
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.start import fill
from support.loopback import Answer, Asked, Loopback, closed_port
from support.terminal import Terminal

PLACE = '[place]\nname = "Stepanakert"\nlatitude = 39.8177\nlongitude = 46.7528\n'
WRONG_PLACE = '[place]\nname = "Nowhere"\nlatitude = 399\nlongitude = 46.7528\n'
SLOW = 40.0
"""Seconds that the slow service takes."""


def answer(asked: Asked) -> Answer:
    """Answer as Open-Meteo does, 18 degrees."""
    del asked
    current = {"time": int(datetime.now(UTC).timestamp()), "temperature_2m": 18.0, "weather_code": 2, "is_day": 1}
    return Answer(json.dumps({"current": current}).encode(), 200, {"Content-Type": "application/json"})


def slow(asked: Asked) -> Answer:
    """Answer the same, much too late."""
    time.sleep(SLOW)
    return answer(asked)


def start(filled: Path, home: Path, config: str) -> float:
    """Return the seconds from the start until a headline is there, in a copy of a library that asked nobody yet."""
    library = home / "library"
    shutil.rmtree(library, ignore_errors=True)
    shutil.copytree(filled, library)
    (home / "newsreader").mkdir(exist_ok=True)
    (home / "newsreader" / "config.toml").write_text(config)
    env = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "TZ": "UTC"}
    with Terminal([sys.executable, "-m", "newsreader", "--library", str(library)], env=env) as terminal:
        return terminal.wait_for("Headline 0")


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Loopback({"/up": answer, "/slow": slow}) as server:
        home, library = Path(folder), Path(folder, "filled")
        asyncio.run(fill(library, 20))

        def services(url: str) -> str:
            names = ("forecast_url", "geocoding_url", "fallback_url")
            return "[weather]\n" + "".join(f'{name} = "{url}"\n' for name in names)

        cases = {
            "weather up": PLACE + services(server.url("/up")),
            "weather 40 s late": PLACE + services(server.url("/slow")),
            "nobody there": PLACE + services(f"http://127.0.0.1:{closed_port()}/"),
            "a wrong place in the settings": WRONG_PLACE + services(server.url("/up")),
        }
        seconds: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(args.rounds):
            for name, config in cases.items():
                seconds[name].append(start(library, home, config))
    floor = statistics.median(seconds["weather up"])
    for name, taken in seconds.items():
        median = statistics.median(taken)
        print(f"{name:30} {median:.2f} s   {min(taken):.2f} to {max(taken):.2f}   × {median / floor:.2f}")


if __name__ == "__main__":
    main()
