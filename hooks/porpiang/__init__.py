"""The content library: reads, checks and lays out the site's content; knows nothing of MkDocs.

The flow is one line, each module importing only from its left:
problem, page → vocabulary → body, geography → model → catalog → links → reader → pages, export → assembly.
"""
