"""What changed between years: figures matched as series, and what became of each."""
