"""How a date came about: what of it is printed, and what the article's date or a date before it adds."""

from __future__ import annotations

from bisect import bisect_left

from talentx.derivation.model import Step
from talentx.derivation.replay import Replay
from talentx.figures import dates
from talentx.figures.model import Figure


def date_step(replay: Replay, figure: Figure) -> Step:
    """The date and how it is resolved."""
    evidence = replay.evidence(figure.start, figure.end)
    return Step("date", f"{figure.date}{_why(replay, figure)}", (evidence,))


def _why(replay: Replay, figure: Figure) -> str:
    raw = replay.page.text[figure.start : figure.end]
    if _alone(raw, None) == figure.date:
        return ": all of it is printed" if "X" not in (figure.date or "") else ": its year is not known"
    if _alone(raw, replay.published) == figure.date:
        if replay.published is None:
            return ": as it stands"
        return f": what is not printed is counted from the article's date {replay.published}"
    at = bisect_left(replay.dates, figure.start, key=lambda each: each.start)
    if at:
        lent = replay.page.text[replay.dates[at - 1].start : replay.dates[at - 1].end]
        return f": what is not printed is as its sentence says, {lent} before it"
    return ": what is not printed is as its sentence says"


def _alone(raw: str, published: str | None) -> str | None:
    """What the words say by themselves."""
    found = dates.read(raw, published)
    return found[0].date if len(found) == 1 and found[0].raw == raw else None
