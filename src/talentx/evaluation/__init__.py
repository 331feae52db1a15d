"""How right an extraction is against gold, and gold to and from the tools it is corrected in by hand.

It knows records and gold as rows alone: nothing of how figures are found, so that it can score anybody's.
"""
