"""The command ``newsreader``, also as ``python -m newsreader``."""

import sys


def main() -> int:
    """Run the command line; return its exit code (0 done, 1 failed, 2 wrong usage, 3 partly done)."""
    from newsreader.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
