"""What was said and decided at the conferences that were held: opinions, hands, targets, how many came."""

import json
import random
from datetime import timedelta
from functools import cache
from importlib.resources import files

from danban.delegates.actions.load_tallies import TallyRow
from danban.demo.conferences import Meeting
from danban.demo.people import person_name
from danban.kit.clock import moment
from danban.sittings.actions import CountRow, OpinionRow, TargetRow

_ANSWERS = (
    "Đã ghi nhận, trong tuần tới sẽ cử người xuống kiểm tra.",
    "Việc này nằm trong kế hoạch quý II, có kết quả sẽ báo lại với bà con.",
    "Việc này ta tự làm được: chủ nhật này vận động các hộ cùng làm.",
    "Đề nghị đúng, sẽ đưa vào quy ước sửa đổi để bà con bàn tiếp.",
)
_ANSWERERS = ("Phó Chủ tịch UBND", "Chủ tịch Ủy ban MTTQ", "Trưởng ban công tác Mặt trận", "Công chức địa chính")
_SHARES = (("party_cell", 0.04), ("organisation", 0.07), ("front_work", 0.02), ("stratum", 0.05))


def people_at(one: Meeting) -> int:
    """How many came: 65 to 114, as the real accounts tell, never more than there are households to send somebody."""
    return min(random.Random(f"came {one.code}").randint(65, 114), max(one.households, 30))


def tally_rows(one: Meeting) -> list[TallyRow]:
    """How many of each group came, and how many women among them."""
    total = people_at(one)
    counts = {group: max(1, round(total * share)) for group, share in _SHARES}
    counts["household"] = total - sum(counts.values())
    women = round(total * random.Random(f"women {one.code}").uniform(0.42, 0.61))
    rows = [(one.conference_id, group, "", count) for group, count in counts.items()]
    return [*rows, (one.conference_id, "", "Phụ nữ", women)]


def opinion_rows(one: Meeting) -> list[OpinionRow]:
    """Four to seven opinions, about half of them petitions, some answered on the spot."""
    draw = random.Random(f"opinions {one.code}")
    start = moment(one.day, one.starts.hour, one.starts.minute) + timedelta(minutes=55)
    rows = []
    for place, (field, words) in enumerate(draw.sample(_sentences(), draw.randint(4, 7))):
        text = words.format(n=draw.randint(2, 198), m=draw.randint(3, 120))
        is_petition, speaker = draw.random() < 0.55, person_name(f"{one.code}-{place}")
        answer = None
        if draw.random() < 0.4:
            due_on = one.day + timedelta(days=draw.randint(7, 30)) if draw.random() < 0.5 else None
            answer = (draw.choice(_ANSWERS), draw.choice(_ANSWERERS), due_on)
        speaker = "" if draw.random() < 0.15 else speaker
        rows.append(
            OpinionRow(
                one.conference_id, text, speaker, field, start + timedelta(minutes=4 * place), is_petition, answer
            )
        )
    return rows


@cache
def _sentences() -> list[tuple[str, str]]:
    known = json.loads(files("danban.demo").joinpath("data/opinions.json").read_text(encoding="utf-8"))
    return [(field, words) for field, sentences in known.items() for words in sentences]


def count_rows(one: Meeting) -> list[CountRow]:
    """Chair and secretary chosen, targets and resolution agreed: unanimous, or nearly."""
    draw, total = random.Random(f"hands {one.code}"), people_at(one)
    start = moment(one.day, one.starts.hour, one.starts.minute)
    against, other = (draw.randint(0, 3), draw.randint(0, 2)) if draw.random() < 0.3 else (0, 0)
    votes = (
        ("Bầu chủ tọa hội nghị", "chair", 8, 0, 0),
        ("Bầu thư ký hội nghị", "secretary", 10, 0, 0),
        ("Thông qua nghị quyết hội nghị", "", 110, 0, 0),
    )
    targets = [
        CountRow(
            one.conference_id, f"Chỉ tiêu: {row.indicator}", total, against if row.position == 2 else 0,
            other if row.position == 2 else 0, start + timedelta(minutes=90 + 3 * row.position), target=row.position,
        )
        for row in target_rows(one)
    ]  # fmt: skip
    return targets + [
        CountRow(one.conference_id, question, total, no, rest, start + timedelta(minutes=after), chooses)
        for question, chooses, after, no, rest in votes
    ]


def target_rows(one: Meeting) -> list[TargetRow]:
    """Four targets with last year's figure and what each share is counted on."""
    draw = random.Random(f"targets {one.code}")
    families = draw.randint(86, 97)
    known = (
        ("Hộ đăng ký danh hiệu Gia đình văn hóa", "%", 100, draw.randint(96, 100), "tổng số hộ"),
        ("Hộ đạt danh hiệu Gia đình văn hóa", "%", families, families - draw.randint(0, 3), "số hộ đăng ký"),
        ("Ngõ, xóm tổng vệ sinh sáng thứ Bảy hằng tuần", "%", draw.choice((80, 90, 95, 100)), None, "số ngõ, xóm"),
        ("Đám cưới, đám tang theo nếp sống văn minh", "%", draw.choice((95, 98, 100)), None, "số đám trong năm"),
    )
    return [
        TargetRow(one.conference_id, place, words, unit, value, base, ground)
        for place, (words, unit, value, base, ground) in enumerate(known, 1)
    ]
