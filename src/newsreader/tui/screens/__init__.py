"""The screens: what asks the newsroom and shows its answers."""
