"""Record files of every format, and stores, back to records."""
