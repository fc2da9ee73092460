"""The embedded demo: a toy food world, a small network trained on it, its photos."""
