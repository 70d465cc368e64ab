"""What the edition is called, and where it is at home."""

from newsreader.model import Place

TITLE = "The Loopback Gazette"
TAGLINE = "The built-in edition of newsreader: a small newspaper from your own machine"
PLACE = Place("Stepanakert", 39.8177, 46.7528)
"""Where the edition's weather service says that it is 18 °C."""
