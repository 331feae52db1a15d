"""What writers of rules work with: tests, lint, comparisons and a place to start."""
