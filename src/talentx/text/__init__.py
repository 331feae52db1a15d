"""From a source text to a view, its articles and sentences, and words.

Reads top down: `layout` (noise, fold, breaks, blanks) makes the view; `articles` (lines, roles, tables,
sentences) finds its parts; `words` cuts them.
"""
