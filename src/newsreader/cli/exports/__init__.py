"""Articles written where the reader wants them: to standard output, a file, or a folder."""

from newsreader.cli.exports.handover import Handover

__all__ = ["Handover"]
