"""When an article was published and updated."""

from datetime import UTC, datetime

import pytest

from newsreader.clean import clean_page
from newsreader.clean.metadata.dates import read_date
from support.metadata_pages import BODY, article_of


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-03-30T08:15:00+02:00", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("2023-03-30 08:15", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("Thu, 30 Mar 2023 08:15:00 +0200", datetime(2023, 3, 30, 6, 15, tzinfo=UTC)),
        ("1680164100", datetime(2023, 3, 30, 8, 15, tzinfo=UTC)),
        ("30. März 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("le 30 mars 2023 à 8 h", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30 de marzo de 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("March 30, 2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("30.03.2023", datetime(2023, 3, 30, tzinfo=UTC)),
        ("Do 30.03.23 | 14:07", datetime(2023, 3, 30, tzinfo=UTC)),
        ("2023年3月30日", datetime(2023, 3, 30, tzinfo=UTC)),
        ("tomorrow", None),
        ("99999999999999999999", None),
        ("2023-13-45", None),
        ("0001-01-01T00:00:00+23:59", None),
    ],
)
def test_dates_are_read_in_many_forms(text: str, moment: datetime | None) -> None:
    assert read_date(text) == moment


def test_the_address_tells_the_day_when_nothing_else_does() -> None:
    assert article_of("").published == datetime(2023, 3, 30, tzinfo=UTC)


def test_a_line_below_the_heading_tells_the_day_when_nothing_else_does() -> None:
    page = f"<h1>Harbour to become a park</h1><p>Ada Sandell</p><div>May 4, 2021</div>{BODY}"
    article = clean_page(f"<html><body>{page}</body></html>".encode(), "https://quay.example/park")
    assert article.published == datetime(2021, 5, 4, tzinfo=UTC)
