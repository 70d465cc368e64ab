"""The command ``newsreader``, also as ``python -m newsreader``."""

import sys


def main() -> int:
    """Run the command line; return its exit code (0 done, 1 failed, 2 wrong usage, 3 partly)."""
    try:
        from newsreader.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while still being imported, or already ending
        return 130


if __name__ == "__main__":
    sys.exit(main())
