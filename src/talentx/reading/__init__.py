"""From the paths a user names to decoded documents with their dates; knows no rules."""
