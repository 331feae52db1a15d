"""`python -m talentx`."""

from talentx.cli import main

main()
