"""The workshop: child processes in which foreign bytes are opened, with limits on time and memory.

Neither pebble nor multiprocessing is imported until the first child is started.
"""

from newsreader.workshop.workshop import Workshop

__all__ = ["Workshop"]
