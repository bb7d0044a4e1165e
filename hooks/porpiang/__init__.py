"""The content library: reads, checks and lays out the site's content; knows nothing of MkDocs.

Data flows one way; tests/test_layers.py holds the order in which modules may import one another:
files → page → vocabulary → model → catalog → links → reader → pages, export → assembly → changes.
"""
