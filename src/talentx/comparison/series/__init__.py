"""One indicator over the years: figures grouped into series, a cell a year."""
