"""The store: documents, articles, records and runs in an SQLite file or in PostgreSQL.

`target.open_store` reads one, `target.writing` writes one, `target.is_store` tells one. It knows records
alone: what reads articles stands above it.
"""
