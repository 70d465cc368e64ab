"""The parts of the screen: each knows values and messages, none knows a service."""
