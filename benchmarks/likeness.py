"""How well and how fast the like of a petition is found: ``python -m benchmarks.likeness``.

50,000 templated petitions of 5,400 villages with known truth, three in ten said again in other words; read, grouped,
and the likes of new ones found among the candidates that share a key. The raw limit beside it is rapidfuzz's ratio
over the very pairs that were compared. Machine time, no database.
"""

import random
import resource
import time
from collections import defaultdict

from rapidfuzz import fuzz

from danban.petitionreader import Entry, group, likes, read

PETITIONS, VILLAGES, COMMUNES, NEW = 50_000, 5_400, 579, 500
_ASKS: tuple[tuple[str, ...], ...] = (
    (
        "Đèn đường {place} hỏng từ tháng {m}, đề nghị sửa", "{place} tối om, bóng đèn cháy chưa ai thay",
        "Xin thay đèn chiếu sáng {place}",
    ),
    (
        "Cống {place} bị tắc, mưa là ngập", "Đề nghị khơi thông cống thoát nước {place}",
        "{place} cứ mưa là ngập, xin nạo vét cống",
    ),
    ("Rác ở {place} ùn ứ, xe thu gom đến muộn", "Đề nghị lấy rác {place} đúng giờ, rác để lâu bốc mùi"),
    ("Mặt đường {place} xuống cấp nhiều ổ gà", "Xin đổ lại bê tông mặt đường {place} vì hỏng nặng"),
    ("Ô tô đỗ kín {place}, xe cứu hỏa không vào được", "Đề nghị cấm đỗ xe ô tô ở {place}"),
    ("Hàng quán lấn chiếm vỉa hè {place}", "Đề nghị dẹp bán hàng rong lấn chiếm {place}"),
    ("Dây cáp viễn thông {place} chằng chịt, đề nghị bó gọn", "Cáp viễn thông sà thấp ở {place}, cần hạ ngầm"),
    ("Nước máy {place} yếu, giờ tan tầm không có nước", "Đề nghị tăng áp lực nước sạch cho {place}"),
    ("Mất trộm xe máy ở {place}, xin tuần tra đêm", "{place} hay mất trộm, đề nghị công an tuần tra"),
    ("Cây to ở {place} nghiêng sắp đổ, xin cắt tỉa", "Cành cây mục ở {place} dễ gãy, đề nghị cắt tỉa"),
)  # fmt: skip
_STREETS = ("Văn Miếu", "Láng Hạ", "Khâm Thiên", "Thái Hà", "Lạc Long Quân", "Đội Cấn", "Trần Cung", "Lê Lợi")


def main() -> None:
    """Print every figure."""
    said, truth = petitions(random.Random(2023))
    start = time.perf_counter()
    entries = [Entry(number, village, commune, read(text)) for number, (text, village, commune) in enumerate(said)]
    read_s = time.perf_counter() - start
    start = time.perf_counter()
    groups = group(entries)
    group_s = time.perf_counter() - start
    precision, recall = judged(groups, truth)
    print(f"{PETITIONS} petitions: read {read_s:.1f} s, grouped {group_s:.1f} s, together {read_s + group_s:.1f} s")
    print(f"{len(groups)} groups, pairs: precision {precision:.3f}, recall {recall:.3f}")
    print(
        f"memory of the whole process at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB"
    )
    one_by_one(entries, said)


def petitions(chance: random.Random) -> tuple[list[tuple[str, int, int]], list[int]]:
    """(text, village, commune) of each, and the number of the request behind it."""
    said: list[tuple[str, int, int]] = []
    truth: list[int] = []
    requests: dict[tuple[object, ...], int] = {}
    while len(said) < PETITIONS:
        village = chance.randrange(VILLAGES)
        commune, kind = village % COMMUNES, chance.randrange(len(_ASKS))
        street = _STREETS[commune % len(_STREETS)]
        place = f"ngõ {chance.randrange(1, 400)} {street}"
        request = requests.setdefault((commune, kind, place), len(requests))
        for _ in range(2 if chance.random() < 0.18 else 1):
            text = chance.choice(_ASKS[kind]).format(place=place, m=chance.randrange(1, 13))
            said.append((text, village, commune))
            truth.append(request)
    return said[:PETITIONS], truth[:PETITIONS]


def judged(groups: list[list[int]], truth: list[int]) -> tuple[float, float]:
    """Precision and recall over pairs."""
    of: dict[int, int] = defaultdict(int)
    for request in truth:
        of[request] += 1
    wanted = sum(count * (count - 1) // 2 for count in of.values())
    pairs = [(one, other) for members in groups for at, one in enumerate(members) for other in members[:at]]
    right = sum(truth[one] == truth[other] for one, other in pairs)
    return right / max(len(pairs), 1), right / max(wanted, 1)


def one_by_one(entries: list[Entry], said: list[tuple[str, int, int]]) -> None:
    """The likes of a new petition among those that share a key in its commune, and rapidfuzz over the same pairs."""
    by_key: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for one in entries:
        for key in one.reading.keys:
            by_key[one.commune, key].append(one)
    took, raw, pairs = [], 0.0, 0
    for one in entries[:: PETITIONS // NEW]:
        text = said[one.id][0]
        start = time.perf_counter()
        new = read(text)
        found = {other.id: other for key in new.keys for other in by_key[one.commune, key]}
        likes(new, found.values(), village=one.village, commune=one.commune)
        took.append(time.perf_counter() - start)
        start = time.perf_counter()
        for other in found.values():
            fuzz.ratio(new.bare, other.reading.bare)
        raw += time.perf_counter() - start
        pairs += len(found)
    took.sort()
    print(
        f"likes of a new one among {pairs / len(took):.0f} candidates: median {took[len(took) // 2] * 1e3:.1f} ms, "
        f"p95 {took[int(len(took) * 0.95)] * 1e3:.1f} ms; rapidfuzz alone over those pairs {raw / sum(took):.3f} of it"
    )


if __name__ == "__main__":
    main()
