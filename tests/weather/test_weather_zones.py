"""The place, guessed from the time zone."""

import os
import subprocess
import sys
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import Place
from newsreader.weather import place_from_zone, zone_country

ZONES = (resources.files("tzdata") / "zones").read_text("utf-8").split()


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("Asia/Yerevan", Place("Yerevan", 40.1833, 44.5, "AM", guessed=True)),
        ("America/Argentina/Buenos_Aires", Place("Buenos Aires", -34.6, -58.45, "AR", guessed=True)),
        ("America/New_York", Place("New York", 40.7142, -74.0064, "US", guessed=True)),
        ("Europe/London", Place("London", 51.5083, -0.1253, "GB", guessed=True)),
        ("Europe/Oslo", Place("Oslo", 59.9167, 10.75, "NO", guessed=True)),
        ("Antarctica/DumontDUrville", Place("Dumont d’Urville", -66.6667, 140.0167, "AQ", guessed=True)),
    ],
)
def test_a_zone_is_named_after_a_city(zone: str, place: Place) -> None:
    assert place_from_zone(zone) == replace(place, zone=zone)
    assert zone_country(zone) == place.country


@pytest.mark.parametrize(
    ("old", "name", "country"),
    [
        ("Asia/Calcutta", "Kolkata", "IN"),
        ("US/Pacific", "Los Angeles", "US"),
        ("Europe/Kiev", "Kyiv", "UA"),
        ("America/Buenos_Aires", "Buenos Aires", "AR"),
        ("Canada/Newfoundland", "St Johns", "CA"),
        ("posix/Asia/Yerevan", "Yerevan", "AM"),
        ("Pacific/Ponape", "Pohnpei", "FM"),
        ("Africa/Asmera", "Asmara", "ER"),
        ("America/Virgin", "St Thomas", "VI"),
    ],
)
def test_old_names_are_followed(old: str, name: str, country: str) -> None:
    found = place_from_zone(old)
    assert found
    assert (found.name, found.country, found.guessed) == (name, country, True)


@pytest.mark.parametrize(
    "zone",
    [
        "UTC",
        "GMT",
        "Etc/UTC",
        "Etc/GMT+5",
        "EST",
        "CET",
        "EST5EDT",
        "Factory",
        "Japan",
        "",
        "/",
        "Area/City",
        "../x",
    ],
)
def test_other_names_are_a_place_unknown(zone: str) -> None:
    assert place_from_zone(zone) is None
    assert zone_country(zone) == ""


def test_every_city_of_the_tz_database_is_known() -> None:
    unknown = [
        zone for zone in ZONES if "/" in zone and not zone.startswith("Etc/") and place_from_zone(zone) is None
    ]
    assert unknown == []


def test_no_old_name_leads_to_another_country() -> None:
    table = resources.files("tzdata") / "zoneinfo" / "iso3166.tab"
    countries = {line[:2] for line in table.read_text("utf-8").splitlines() if not line.startswith("#")}
    assert {zone_country(zone) for zone in ZONES} <= countries | {""}


@settings(max_examples=100)
@given(st.text(max_size=30) | st.sampled_from(ZONES))
def test_any_name_is_a_place_on_the_globe_or_none(zone: str) -> None:
    found = place_from_zone(zone)
    assert found is None or (
        found.guessed and -90 <= found.latitude <= 90 and -180 <= found.longitude <= 180 and found.country.isupper()
    )


@pytest.mark.parametrize(("zone", "name"), [("Asia/Tokyo", "Tokyo"), (":Asia/Calcutta", "Kolkata"), ("UTC", "")])
def test_the_systems_zone_is_taken_when_none_is_named(zone: str, name: str) -> None:
    code = "from newsreader.weather import place_from_zone as p; print(getattr(p(), 'name', ''))"
    found = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "TZ": zone}, capture_output=True, check=True, text=True
    )
    assert found.stdout.strip() == name


def test_importing_it_needs_none_of_the_slow_parts() -> None:
    code = "import sys, newsreader.weather as w; print({'httpx', 'tzlocal', 'lxml', 'PIL'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert found.stdout.strip() == "set()"
