"""How each figure became its record, or why it became none: the pipeline's steps taken again and told.

The layer above the pipeline: nothing of it runs, and nothing is kept for it, when records are extracted.
"""
