"""The year, the name and the theme of a plan, from its title and its days."""

import re
from collections import Counter
from datetime import date

from danban.kit.vietnamese import fold, squeeze
from danban.planreader.reading import Reading

NAME = 200
THEME = 300
_AMENDS = re.compile(r"\b(sua doi|dieu chinh|bo sung)\b")


def year_of(reading: Reading, today: date) -> int:
    """The year in the title, else the year most deadlines fall in, else the year of issue or of today."""
    for text in (reading.title or "", reading.text[:1_500]):
        if years := re.findall(r"\bnăm\s+((?:19|20)\d\d)\b", text):
            return int(years[0] if text == reading.title else years[-1])
    ends = Counter(d.end.year for d in reading.deadlines if d.end is not None)
    if ends:
        return ends.most_common(1)[0][0]
    return (reading.issued_on or today).year


def name_of(reading: Reading, year: int) -> str:
    """The title without its verb, as people call the year: "Hội nghị … năm 2023"."""
    title = squeeze(reading.title or "") or squeeze(reading.doc_type or "") or "Kế hoạch"
    title = re.sub(r"^(?:về việc|v/v|về|tổ chức|triển khai|thực hiện)\s+", "", title, flags=re.IGNORECASE)
    title = title[:1].upper() + title[1:]
    if str(year) not in title:
        title = f"{title} năm {year}"
    if len(title) <= NAME:
        return title
    tail = f"… năm {year}"
    return title[: NAME - len(tail)].rsplit(" ", 1)[0] + tail


def theme_of(reading: Reading) -> str:
    """The words in quotation marks after "chủ đề"; empty where the plan names no theme."""
    found = re.search(r"chủ đề[^“\"\n]{0,40}[“\"]([^”\"\n]{3,300})[”\"]", reading.text, flags=re.IGNORECASE)
    return squeeze(found.group(1))[:THEME] if found else ""


def amends_a_plan(reading: Reading) -> bool:
    """Whether the document says of itself that it changes an earlier one."""
    return _AMENDS.search(fold(reading.title or "")) is not None


def same_name(one: str, other: str) -> bool:
    """Whether two names mean the same work: accents, case, the verb and the year aside."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    bare = re.sub(r"\bnam (?:19|20)\d\d\b", " ", fold(name))
    bare = re.sub(r"^(?:sua doi|dieu chinh|bo sung|,|va|ke hoach|to chuc|\s)+", "", bare)
    return " ".join(bare.split())
