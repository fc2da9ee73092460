"""Translations: a Qt Linguist file and its compiled form for each language."""
