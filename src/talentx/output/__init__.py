"""Records to text: a table for people, JSON, JSON Lines and CSV for programs."""
