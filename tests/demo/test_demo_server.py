"""The edition starts and stops at once, and is not disturbed by rude clients."""

import socket
import threading
import time
import urllib.request
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from newsreader.demo import PLACE, Edition

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)


def _address(edition: Edition) -> tuple[str, int]:
    port = urlsplit(edition.url).port
    assert port is not None
    return "127.0.0.1", port


def test_its_addresses_are_on_one_port_of_loopback() -> None:
    with Edition(lambda: NOW) as edition:
        assert edition.url.startswith("http://127.0.0.1:")
        assert edition.feed_url == f"{edition.url}feed.xml"
        assert edition.forecast_url == f"{edition.url}v1/forecast"
        assert edition.geocoding_url == f"{edition.url}v1/search"
        assert edition.title == "The Loopback Gazette"
        assert (PLACE.name, PLACE.latitude, PLACE.longitude) == ("Stepanakert", 39.8177, 46.7528)


def test_stopping_closes_the_port_at_once() -> None:
    edition = Edition(lambda: NOW)
    edition.start()
    address = _address(edition)
    socket.create_connection(address).close()
    began = time.perf_counter()
    edition.stop()
    assert time.perf_counter() - began < 1
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address)


def test_it_can_be_started_and_stopped_twice_over() -> None:
    edition = Edition(lambda: NOW)
    for _ in range(2):
        edition.start()
        first = edition.url
        edition.start()
        assert edition.url == first
        assert urllib.request.urlopen(edition.url).status == 200
        edition.stop()
        edition.stop()


def test_it_has_no_address_while_it_is_not_running() -> None:
    with pytest.raises(RuntimeError):
        _ = Edition(lambda: NOW).feed_url


def test_two_editions_run_side_by_side() -> None:
    with Edition(lambda: NOW) as one, Edition(lambda: NOW) as two:
        assert one.url != two.url
        assert urllib.request.urlopen(one.feed_url).status == urllib.request.urlopen(two.feed_url).status == 200


def test_clients_that_hang_up_or_babble_make_no_noise(capfd: pytest.CaptureFixture[str]) -> None:
    with Edition(lambda: NOW) as edition:
        for rude in (
            b"",
            b"GET /pic",
            b"\x16\x03\x01\xff\xff\r\n\r\n",
            b"GET /harbour/lighthouse HTTP/1.1\r\n\r\n",
        ):
            with socket.create_connection(_address(edition)) as client:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
                client.sendall(rude)
        assert urllib.request.urlopen(edition.url).status == 200
    assert capfd.readouterr() == ("", "")


def test_a_silent_client_keeps_nobody_waiting() -> None:
    with Edition(lambda: NOW) as edition, socket.create_connection(_address(edition)):
        assert urllib.request.urlopen(edition.url).status == 200


def test_its_threads_never_keep_the_program_from_ending() -> None:
    with Edition(lambda: NOW):
        ours = [thread for thread in threading.enumerate() if thread.name == "built-in edition"]
        assert ours
        assert all(thread.daemon for thread in ours)
