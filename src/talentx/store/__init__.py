"""The store: documents, articles, records and runs in SQLite or PostgreSQL."""
