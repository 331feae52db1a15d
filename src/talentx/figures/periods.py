"""What a date expression stands for: the year of a yearless month, the month of a bare day, 今年 and 同月.

A newspaper leaves out what its reader knows. A yearless month is in the year named before it in its sentence,
else near the article's own date; a bare day in the month named before it, else in the article's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from talentx.edtf import Date, Interval, coarsen, days_in, first_day, parse, shift
from talentx.figures.moments import Moment, Unit

if TYPE_CHECKING:
    from talentx.figures.daterules import Rule

_END = re.compile(r"[。！？!?\n]")
_AHEAD = re.compile(
    r"将|拟|预计|计划|力争|争取|即将|届时|报名|截止|起施行|起执行|定于|确保|前完成|前投|明年|还要|准备|预定|日程|安排"
)
_BASIS = re.compile(
    r"(?:较|比|与|和|同|到|至|截至|截止|力争|争取|超过|始于|创办于|成立于|有效期至|自|从)[ ]*\Z"
)
_COMING = re.compile(r"(?:将于|将在|定于|拟于|预计|计划于|力争|明年)[^，,；;。\n]*\Z")
_AS_OF = re.compile(r"(?:截至|截止|截至到|截止到)[ ]*\Z")
"""Before a moment up to which things are told: the last one there was, whatever was spoken of before."""
_OPENING = re.compile(r"[ \u3000“”\"（(—\-、，,早在就于]*")
_LIST = frozenset("、和及与")
_TURN = 6
"""So many months away, one of the year before or after is as near as one of this year."""
_LATE = 2030
_MODERN = 1900
"""After this year, one that was named can govern the months that follow it."""
_REACH = 120
"""How far a sentence is looked at around a date, in characters."""


class Calendar:
    """Resolves the moments of one text, in order: each may take its year or month from those before it."""

    def __init__(self, text: str, published: str | None, *, spoken: bool = False) -> None:
        """`published` is the EDTF date of the article; ValueError if it is none.

        `spoken`: 年底 is that of the year in which it is said, not, as in news, the last one there was.
        """
        self._spoken = spoken
        value = parse(published) if published else None
        self._text = text
        self._published = value.start if isinstance(value, Interval) else value
        self._named: Date | None = None
        self._lead: Date | None = None
        self._year: tuple[int, int, int | None] | None = None
        self._at = 0

    def forget(self) -> None:
        """Forget every date told so far: what follows is read for itself."""
        self._named, self._lead, self._year, self._at = None, None, None, 0

    @property
    def published(self) -> Date | None:
        """The article's date."""
        return self._published

    @property
    def year(self) -> int:
        """The article's year, or one late enough where it has none: two-digit years lie not far beyond it."""
        year = self._published.year if self._published else None
        return year if year is not None else _LATE

    def date(self, moment: Moment) -> Date | Interval | None:
        """The date the expression stands for, or None if it is no date or nobody can know."""
        try:
            if moment.rule is not None:
                return self._by_rule(moment, moment.rule)
            first = self._first(moment)
            if first is None:
                return None
            value = _stretched(first, moment)
        except ValueError:
            return None
        self._remember(moment, first)
        return value

    def stretch(self, start: Moment, end: Moment) -> Interval | None:
        """The interval from one expression to the other, what the end leaves out taken from the start."""
        first = self.date(start)
        if first is None:
            return None
        low = first.start if isinstance(first, Interval) else first
        try:
            last = self._end(end, low) if low else None
            if last is None or low is None:
                return None
            return Interval(low, last)
        except ValueError:
            return None

    def _end(self, end: Moment, low: Date) -> Date | None:
        if (
            end.rule is not None
            and not end.rule.of_article
            and end.year is None
            and end.step is None
            and low.year
        ):
            last = end.rule.within(low if end.month is None else Date(low.year, end.month))
            return last.end if isinstance(last, Interval) else last
        if end.year is not None or end.step or end.until_year or end.rule is not None:
            last = self.date(end)
            return last.end if isinstance(last, Interval) else last
        month = end.month if end.month is not None else low.month
        if end.until_month:
            month = end.until_month
        year = low.year
        if year is not None and low.month is not None and month is not None and month < low.month:
            year += 1
        last = Date(year, month, end.day)
        self._remember(end, last)
        return last

    def _by_rule(self, moment: Moment, rule: Rule) -> Date | Interval | None:
        """The date that a rule names in what stands before it, or else the one nearest to the article."""
        if rule.of_article:
            return rule.within(self._published) if self._published is not None else None
        if moment.year is None and moment.month is None and moment.step is None:
            return self._nearest(moment, rule)
        base = self._first(moment._replace(rule=None))
        return rule.within(base) if base is not None else None

    def _nearest(self, moment: Moment, rule: Rule) -> Date | Interval | None:
        known = self._governing_year(moment) or (self._published.year if self._published else None)
        if known is None:
            return _every_year(rule)
        if self._governing_year(moment) or self._published is None or self._published.month is None:
            return rule.within(Date(known))
        found = [rule.within(Date(year)) for year in (known - 1, known, known + 1)]
        here = first_day(self._published)
        return min(
            (each for each in found if each is not None), key=lambda each: _away(each, here), default=None
        )

    def _first(self, moment: Moment) -> Date | None:
        if moment.year is not None:
            return Date(moment.year, moment.month, moment.day)
        if moment.step is not None:
            return self._stepped(moment)
        if moment.month is not None:
            return Date(self._year_of_month(moment), moment.month, moment.day)
        return self._day_of_month(moment)

    def _stepped(self, moment: Moment) -> Date | None:
        assert moment.step is not None
        unit, count, anchor = moment.step
        said = anchor == "named" or (unit == "day" and self._is_quoted(moment))
        base = self._base(moment, unit) if said else None
        if base is None and anchor == "named" and self._spoken:
            return _undated(moment)
        base = base or self._published
        if base is None or not base.known():
            return _undated(moment)
        if unit == "year":
            return Date(shift(Date(base.year), years=count).year, moment.month, moment.day)
        if unit == "month":
            if base.month is None:
                return _undated(moment)
            month = shift(coarsen(base, month=True), months=count)
            return Date(month.year, month.month, moment.day)
        if base.day is not None:
            day = shift(base, days=count)
            return day if moment.day in (None, day.day) else self._nearby(base, moment.day)
        return self._nearby(base, moment.day) if moment.day and base.month else _undated(moment)

    def _base(self, moment: Moment, unit: Unit) -> Date | None:
        """The date that 当年, 同月 or 当天 points back to; 当天 with none near it, to that of the lead."""
        near = self._named is not None and self._named.day is not None and self._is_near(self._at, moment)
        return self._lead if unit == "day" and not near else self._named

    def _is_quoted(self, moment: Moment) -> bool:
        """Does someone say it? Whoever is quoted speaks of the day of the news, not that of the paper."""
        before = self._text[max(0, moment.start - _REACH) : moment.start].rpartition("\n")[2]
        return not self._spoken and before.rfind("“") > before.rfind("”")

    def _is_near(self, at: int, moment: Moment) -> bool:
        """Is the place before the moment in its paragraph and not far?"""
        return moment.start - at < 2 * _REACH and "\n" not in self._text[at : moment.start]

    def _nearby(self, base: Date, day: int | None) -> Date:
        month = coarsen(base, month=True)
        if base.day is not None and day is not None and day > base.day:
            month = shift(month, months=-1)
        return Date(month.year, month.month, day)

    def _year_of_month(self, moment: Moment) -> int | None:
        assert moment.month is not None
        published = self._published
        if self._named is not None and self._text[self._at : moment.start] in _LIST:
            return self._after(self._named, moment.month)
        if (governing := self._governing_year(moment)) is not None:
            return governing
        if published is None or published.year is None or published.month is None:
            return published.year if published else None
        ahead = moment.month - published.month
        coming = self._text.startswith(("前", "之前", "以前"), moment.end) or self._looks_ahead(moment)
        if ahead > 0 and not moment.numbered and not self._spoken and not coming:
            return published.year - 1
        if ahead > _TURN and not self._looks_ahead(moment):
            return published.year - 1
        if ahead < -_TURN and self._will_be(moment):
            return published.year + 1
        return published.year

    def _after(self, last: Date, month: int) -> int | None:
        """The year of a month that follows another one in a list (9月、12月、3月)."""
        if last.year is None or last.month is None or last.month - month < _TURN:
            return last.year
        return last.year + 1

    def _governing_year(self, moment: Moment) -> int | None:
        """The year that was named before in the sentence, or opened the one before in the paragraph."""
        if self._year is None:
            return None
        at, year, month = self._year
        if not self._is_near(at, moment):
            return None
        known = self._published.year if self._published else None
        if _END.search(self._text, at, moment.start):
            past = known is None or year < known
            if self._is_over(moment) and _AS_OF.search(self._text, max(0, moment.start - 4), moment.start):
                return None
            if not (past and self._opens(at) and self._opens(moment.start)):
                return None
        later = month is not None and moment.month is not None and moment.month < month
        return year + 1 if later and known is not None and year < known else year

    def _is_over(self, moment: Moment) -> bool:
        """Is the month of the article's year no later than the article?"""
        now = self._published.month if self._published else None
        return now is not None and moment.month is not None and moment.month <= now

    def _day_of_month(self, moment: Moment) -> Date | None:
        named, published = self._named, self._published
        if named and named.month is not None and self._is_near(self._at, moment):
            return Date(named.year, named.month, moment.day)
        if published is None or published.month is None:
            return Date(published.year if published else None, None, moment.day)
        month = coarsen(published, month=True)
        if published.day and moment.day and moment.day > published.day and not self._looks_ahead(moment):
            month = shift(month, months=-1)
            if moment.day > days_in(month.year, month.month):
                month = shift(month, months=-1)
        return Date(month.year, month.month, moment.day)

    def _remember(self, moment: Moment, date: Date) -> None:
        before = self._text[max(0, moment.start - 4) : moment.start]
        if moment.step and moment.step[2] == "named" and (moment.step[0] != "year" or not moment.step[1]):
            return
        if date.year is not None and (moment.year is not None or moment.step):
            basis = _BASIS.search(before) and (date.month is None or moment.step is None)
            governs = not basis and date.year > _MODERN and moment.until_year is None
            self._year = (moment.end, date.year, date.month) if governs else None
        elif self._year is not None:
            self._year = (moment.end, date.year, date.month) if date.year == self._year[1] else None
        if self._lead is None and date.day is not None and date.known() and _recent(date, self._published):
            self._lead = date
        self._named, self._at = date, moment.end

    def _sentence(self, moment: Moment) -> tuple[int, int]:
        start = max(0, moment.start - _REACH)
        for match in _END.finditer(self._text, start, moment.start):
            start = match.end()
        end = _END.search(self._text, moment.end, moment.end + _REACH)
        return start, end.start() if end else min(len(self._text), moment.end + _REACH)

    def _looks_ahead(self, moment: Moment) -> bool:
        start, end = self._sentence(moment)
        return bool(_AHEAD.search(self._text, start, end))

    def _will_be(self, moment: Moment) -> bool:
        """Do the words right before say that it is still to come?"""
        return _COMING.search(self._text, max(0, moment.start - 8), moment.start) is not None

    def _opens(self, at: int) -> bool:
        """Does the date that ends (or begins) at `at` open its sentence?"""
        start = max(0, at - 20)
        for match in _END.finditer(self._text, start, at):
            start = match.end()
        head = _OPENING.match(self._text, start)
        return head is not None and at - head.end() <= 11 and "，" not in self._text[head.end() : at]


def _every_year(rule: Rule) -> Date | None:
    """The day of a rule that is the same in every year, its year left open."""
    days = {
        (each.month, each.day) for year in (2023, 2024) if isinstance(each := rule.within(Date(year)), Date)
    }
    if len(days) != 1:
        return None
    month, day = days.pop()
    return Date(None, month, day)


def _away(date: Date | Interval, here: tuple[int, int, int]) -> int:
    """Roughly how many days a date is from `here`, as a measure of nearness."""
    start = date.start if isinstance(date, Interval) else date
    year, month, day = first_day(start) if start is not None else here
    return abs((year - here[0]) * 365 + (month - here[1]) * 30 + day - here[2])


def _undated(moment: Moment) -> Date | None:
    """What is left of a date whose year (or month) is not known."""
    return Date(None, moment.month, moment.day) if moment.month or moment.day else None


def _stretched(first: Date, moment: Moment) -> Date | Interval:
    if moment.until_year is not None:
        return Interval(first, Date(moment.until_year))
    if moment.until_month is not None:
        return Interval(first, Date(first.year, moment.until_month))
    return first


def _recent(date: Date, published: Date | None) -> bool:
    """Can an article of that date have the day as its news?"""
    if published is None or published.year is None or date.year is None or date.month is None:
        return True
    months = (published.year - date.year) * 12 + (published.month or date.month) - date.month
    return 0 <= months <= 1
