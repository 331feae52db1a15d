"""Contradictions among records, worth a reader's look: each check is a module with one function."""
