"""Tries the whole program in its own window, unseen, and compares the numbers."""
