"""The terminal itself: what it is asked, what it answers, and how it is left as it was found."""
