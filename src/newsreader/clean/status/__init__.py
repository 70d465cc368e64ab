"""What a cleaned page honestly is: the full text of its article, a part of it, or a wall of some kind."""

from newsreader.clean.status.claims import leads_on
from newsreader.clean.status.judge import Verdict, judge

__all__ = ["Verdict", "judge", "leads_on"]
