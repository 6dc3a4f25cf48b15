"""Who is named: bodies and posts at the start of a sentence or a title, and where their name ends."""

import re
from collections.abc import Iterator

from danban.planreader.normalise import accented
from danban.planreader.reading import Span
from danban.planreader.vocabulary import HEAD, LEAD, NAME_WORDS, NOT_ACTOR, UNCUT, VERB

_JOINT = re.compile(r"\s*[,;/]\s+|\s+\+\s+|\s+(?:và|cùng với|cùng)\s+|\s+-\s+|-\s+")
_OPENING = re.compile(
    r"(?:sau|trong|khi|trước|căn cứ|trên cơ sở|định kỳ|hằng|hàng|để|nhằm|từ|ngay|kết thúc|"
    r"theo|vào|đến|chậm nhất|trường hợp|nếu|quá trình|ngoài ra|đồng thời|bên cạnh|hết)(?![^\W\d_])"
)
_FAMILY = re.compile(r"các\s+(?P<head>sở|phòng|bộ|ban|hội|trường|cục)\s*(?::\s*|\s)")
_GROUP_WORD = re.compile(
    r"(?:quận|huyện|xã|phường|thị xã|thị trấn|thôn|tổ dân phố|thành phố|tỉnh|ngành|đoàn "
    r"thể|ban|sở|cấp|khu|ấp|làng|đặc khu|đơn vị|địa phương|cơ quan|tổ chức|trường|bản|buôn|"
    r"khối|hội|doanh nghiệp|"
    r"lực lượng|nhà trường|cán bộ|trưởng thôn|tổ trưởng|chính quyền|hợp tác xã|phòng|bộ|"
    r"thủ trưởng|nhân dân|đồng chí|thành viên|đội|trạm|trung tâm|nhóm|chi hội|chi đoàn|thống "
    r"kê|thuế)(?![^\W\d_])"
)
_STRONG = re.compile(
    r"(?:ủy ban|ubnd|ub ?mttq|mttq|mặt trận|sở |ban |phòng |công an|hội |liên đoàn|đoàn |văn phòng|trung tâm|bộ |hđnd|"
    r"tỉnh đoàn|thành đoàn|huyện đoàn|thị đoàn|quận đoàn|"
    r"đảng ủy|tỉnh ủy|thành ủy|huyện ủy|trường |viện |cục |chi cục|kho bạc|bảo hiểm)"
)
_TITLE_GROUP = re.compile(
    r"(?:các|một số)\s+(?!sở|ban|ngành|đơn vị|cơ quan|phòng|địa phương|xã|phường|huyện|quận|thị |"
    r"thị xã|thôn|tổ |hội|trường|"
    r"đoàn|cấp|đồng chí|cơ sở|nhà|doanh|thành|chi |ủy ban|ubnd|bộ|tỉnh|liên|khu|lực lượng|trung tâm|"
    r"cụm|hợp tác|trạm|viện|"
    r"bệnh viện|công|đảng|mặt trận|ấp|cán bộ|tiểu ban|văn phòng|ngân|hiệu|đài|hđnd|làng|khối|hộ|chủ|"
    r"cục|trưởng|bí thư|tổ chức|"
    r"nhóm|điều tra|giám sát|bản|buôn|đội|câu lạc|cộng tác|nông|phụ nữ|hạt|đồn|quỹ|gia đình|học viện|đại học|giáo viên|"
    r"xí nghiệp|phân|bên|tình nguyện|tập thể|cá nhân|nghệ nhân|thủ trưởng)"
)
_ONE_OFFICE = re.compile(  # "Văn phòng HĐND và UBND" is one office of two bodies
    r"(?<![^\W\d_])văn phòng (?:đoàn đbqh|đoàn đại biểu quốc hội|hđnd|hội đồng nhân dân|đảng ủy)(?:,| và| -)\s*$"
)
_PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà|thầy|cô) ")  # their posts follow after a comma
_POST = re.compile(r"(?:chủ|phó|trưởng|bí thư|giám đốc|hiệu trưởng|ủy viên|chánh|thường trực) ")
_LONGEST_NAME = 260
_WORD = re.compile(r"[^\W\d_]+")


def subject(words: str, *, whole: bool = False) -> tuple[tuple[str, ...], int]:
    """The bodies a sentence begins with and where they end; ``((), 0)`` when it begins otherwise.

    With ``whole`` the words are a title: they must be bodies to the end (or to a colon).
    """
    shade = accented(words)
    lead = LEAD.match(shade)
    start = lead.end() if lead else 0
    return _family(words, shade, start, whole=whole) or _subject_from(words, shade, start, whole=whole)


def family_of(words: str) -> tuple[tuple[str, ...], int] | None:
    """The bodies of "Các sở: Tài chính, Y tế …" and where they end."""
    shade = accented(words)
    lead = LEAD.match(shade)
    return _family(words, shade, lead.end() if lead else 0, whole=False)


def _family(words: str, shade: str, start: int, *, whole: bool) -> tuple[tuple[str, ...], int] | None:
    """ "Các sở: Tài chính, Y tế, Nội vụ phối hợp …": one head word for a list of names."""
    match = _FAMILY.match(shade, start)
    if match is None or not words[match.end() : match.end() + 1].isupper():
        return None
    end = _name_end(words, shade, match.end())
    rest = shade[end:].strip(" .;:,")
    names = re.split(r"\s*[,;]\s+(?=[A-ZĐÀ-Ỹ])|\s+và\s+(?=[A-ZĐÀ-Ỹ][^,]*$)", words[match.end() : end].strip(" ,;:"))
    if len(names) < 2 or (whole and rest) or (not whole and not VERB.match(rest)):
        return None
    head = match.group("head").capitalize()
    return tuple(
        name if accented(name).startswith(match.group("head")) else f"{head} {name}" for name in _rejoined(names)
    ), end


def _rejoined(names: list[str]) -> list[str]:
    """ "Giáo dục" and "Đào tạo" parted at their "và" are one name again."""
    joined: list[str] = []
    for name in names:
        if joined and name in {
            "Đào tạo",
            "Truyền thông",
            "Môi trường",
            "Công nghệ",
            "Thể thao",
            "Du lịch",
            "Xã hội",
            "Phát triển nông thôn",
            "PTNT",
            "Đầu tư",
            "Nhập cảnh",
        }:
            joined[-1] = f"{joined[-1]} và {name}"
        else:
            joined.append(name)
    return joined


def subject_within(words: str) -> tuple[tuple[str, ...], int]:
    """As ``subject``, also after an opening such as "Sau hội nghị, …" or "Trước ngày …, …"."""
    named, end = subject(words)
    if named:
        return named, end
    shade = accented(words)
    if not _OPENING.match(shade):
        return (), 0
    for comma in list(re.finditer(r",\s+", shade))[:4]:
        named, end = _subject_from(words, shade, comma.end(), whole=False)
        if named:
            return named, end
    return (), 0


def _subject_from(words: str, shade: str, start: int, *, whole: bool) -> tuple[tuple[str, ...], int]:
    if not HEAD.match(shade, start) or NOT_ACTOR.match(shade, start):
        return (), 0
    end = _name_end(words, shade, start)
    name = words[start:end].rstrip(" ,:;-–")
    rest = shade[end:].lstrip(" ,;-")
    if whole and (_TITLE_GROUP.match(shade, start) or _strange_words(words, shade, start, end) > 2):
        return (), 0
    closes = rest.startswith(":") or (whole and not rest.strip(" .;:"))
    if (
        not name
        or len(name) > _LONGEST_NAME
        or (not closes and (whole or not (VERB.match(rest) or _is_named_body(shade, start, end))))
    ):
        return (), 0
    return split_bodies(name), end


def _strange_words(words: str, shade: str, start: int, end: int) -> int:
    """How many small words of a title no body's name holds."""
    return sum(
        1
        for match in _WORD.finditer(shade, start, end)
        if words[match.start()].islower() and match.group() not in NAME_WORDS
    )


def _is_named_body(shade: str, start: int, end: int) -> bool:
    """A name cut off by a strange small word still counts where it is plainly a body with a place."""
    return (
        end < len(shade)
        and shade[end - 1 : end] == " "
        and re.match(r"(?:ủy ban|ubnd|sở|phòng|công an|trung tâm|huyện ủy|ban [a-zà-ỹ]+ )", shade[start:end])
        is not None
    )


def _name_end(words: str, shade: str, start: int) -> int:
    """The name runs up to a colon, a full stop, or the first verb in small letters that is not part of it."""
    limit = _end_mark(shade, start)
    protected = _uncut_in(shade, start, limit)
    for match in _verbs(shade, start, limit, protected):
        place = match.start()
        strange = _strange_word(words, shade, start, place)
        if strange is not None:
            return strange
        if place == start or words[place].isupper() or any(begin < place < stop for begin, stop in protected):
            continue
        if _inside_brackets(shade[start:], place - start) or _goes_on_in_capitals(words, shade, match):
            continue
        if _completes_word(words, start, place):
            continue
        return _before_joined_verb(words, shade, start, place)
    strange = _strange_word(words, shade, start, limit)
    return limit if strange is None else strange


def _uncut_in(shade: str, start: int, stop: int) -> list[Span]:
    return [match.span() for pattern in UNCUT for match in pattern.finditer(shade, start, stop)]


def _verbs(shade: str, start: int, limit: int, uncut: list[Span]) -> Iterator[re.Match[str]]:
    """Every verb; one that begins inside a whole name yields to one behind it: "giao thông | báo cáo"."""
    while match := VERB.search(shade, start, limit):
        yield match
        start = next((stop for begin, stop in uncut if begin < match.start() < stop < match.end()), match.end())


def _completes_word(words: str, start: int, place: int) -> bool:
    """ "Phòng Hậu cần", "Sở Truyền thông": a capital syllable that opens a word needs the one behind it.

    Two capitals in a row ("Hà Nội") are a name of a place, which nothing has to follow.
    """
    before = words[start:place].split()
    if len(before) < 2 or not before[-1][0].isupper() or len(before[-1]) == 1 or before[-1].isupper():
        return False
    opened = before[-2]
    after_head = len(before) == 2 or opened.islower()
    second = _WORD.match(words, place)
    rest = accented(words[second.end() :]).lstrip() if second else ""
    return after_head and before[-1].isalpha() and VERB.match(rest) is not None


def _before_joined_verb(words: str, shade: str, start: int, place: int) -> int:
    """ "UBND xã lập và niêm yết": the word joined to the verb by "và" is a verb as well."""
    joined = re.search(r"\s[^\W\d_]+ (?:và|hoặc) $", shade[start:place])
    if joined is None or words[start + joined.start() + 1].isupper():
        return place
    return start + joined.start() + 1


def _strange_word(words: str, shade: str, start: int, stop: int) -> int | None:
    """A small word that no body's name holds, when a comma parts it from the verb that was found."""
    protected = _uncut_in(shade, start, stop)
    for match in _WORD.finditer(shade, start, stop):
        place = match.start()
        if words[place].isupper() or match.group() in NAME_WORDS or _inside_brackets(shade[start:], place - start):
            continue
        if any(begin <= place < end for begin, end in protected) or HEAD.match(shade, place):
            continue
        return place if shade.find(", ", place, stop) == stop - 2 and VERB.match(shade, stop) else None
    return None


def _goes_on_in_capitals(words: str, shade: str, verb: re.Match[str]) -> bool:
    """ "Sở Nông nghiệp và phát triển Nông thôn": a small word inside a name written in capitals."""
    return shade[: verb.start()].endswith("và ") and words[verb.end() + 1 : verb.end() + 2].isupper()


def _end_mark(shade: str, start: int) -> int:
    depth, quoted = 0, False
    for place in range(start, len(shade)):
        char = shade[place]
        if char == '"':
            quoted = not quoted
        elif char in "()":
            depth = max(0, depth + (1 if char == "(" else -1))
        elif not depth and not quoted and _is_end(shade, place):
            return place
    return len(shade)


def _is_end(shade: str, place: int) -> bool:
    char = shade[place]
    if char == ";":
        return not HEAD.match(shade, place + 2)
    if char in ":\n":
        return True
    if char != "." or shade[place + 1 : place + 2].isalnum():
        return False
    return re.search(r"(?:tp|tx|tt|gs|ts|ths|bs|h|q|p)$", shade[max(0, place - 3) : place]) is None


def split_bodies(name: str) -> tuple[str, ...]:
    """ "Sở A, Sở B và Sở C" → three names; commas inside one name ("quận, huyện, thị xã") stay."""
    shade = accented(name)
    parts: list[str] = []
    begin = 0
    for match in _JOINT.finditer(shade):
        if _inside_brackets(shade, match.start()) or not _is_new_body(shade, match.end(), name):
            continue
        if _ONE_OFFICE.search(shade[begin : match.end()]):
            continue
        if _PERSON.match(shade, begin) and _POST.match(shade, match.end()):
            continue
        if "-" in match.group() and not _STRONG.match(shade, match.end()):
            continue
        parts.append(name[begin : match.start()])
        begin = match.end()
    parts.append(name[begin:])
    return tuple(cleaned for part in parts if (cleaned := part.strip(" ,;-–:.")))


def _is_new_body(shade: str, position: int, name: str) -> bool:
    """Whether another body begins here; a word in small letters may just go on with the group before it."""
    if not HEAD.match(shade, position) or NOT_ACTOR.match(shade, position):
        return False
    if name[position].isupper():
        return True
    return _GROUP_WORD.match(shade, position) is None


def _inside_brackets(shade: str, position: int) -> bool:
    before = shade[:position]
    return before.count("(") > before.count(")") or before.count('"') % 2 == 1
