"""The rows of a comparison for people and programs: a module a format, with one `write(rows, stream)`."""
