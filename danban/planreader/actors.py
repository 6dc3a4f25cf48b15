"""Who is named: bodies and posts at the start of a sentence or a title, and where their name ends."""

import re

from danban.planreader.normalise import folded, plain

_HEADS = (
    r"uy ban(?! thuong vu quoc hoi ban hanh)|ubnd|ubmttq|ub mttq|ub|mttq|mat tran|so(?= [^\W\d_])|ban(?= [^\W\d_])|phong(?= [^\W\d_])|cong an|bo(?= [^\W\d_])|"
    r"cuc|chi cuc|tong cuc|vu|vien|truong|trung tam|dai(?= [^\W\d_])|bao(?= [^\W\d_])|hoi(?! nghi| thao| dong nhan dan khoa| thi| dien| ra)|"
    r"lien doan|lien minh|lien hiep|doan|tinh doan|thanh doan|huyen doan|quan doan|xa doan|bo chi huy|ban chi huy|bo tu lenh|don vi|"
    r"kho bac|ngan hang|bao hiem|dien luc|van phong|to(?= [^\W\d_])|doi(?= [^\W\d_])|tram|dang uy|dang bo|thanh uy|tinh uy|huyen uy|quan uy|"
    r"thi uy|thuong truc|hdnd|hoi dong|cac|chu tich|pho chu tich|giam doc|thu truong|bi thu|cap uy|chi bo|chi doan|hieu truong|"
    r"nha truong|hat kiem lam|benh vien|cong ty|doanh nghiep|hop tac xa|thanh tra|toa an|vien kiem sat|bch|ban chap hanh|btv|bcd|"
    r"quan doi|quan su|bo doi|dong chi|can bo|cong chuc|thanh vien|dai bieu|to truong|doi truong|truong|pho|moi|tung|toan the|co quan|"
    r"to chuc(?= chinh| thanh| doan| xa| ton| hoi)|luc luong|nhan dan(?= cac| trong| tren)|ho(?= gia dinh| dan| kinh)|tieu ban|"
    r"chinh quyen|dia phuong|co so(?= y te| giao| kinh| san)|bua dien|buu dien|vnpt|viettel|quy(?= [^\W\d_])|tap doan|tong cong ty|hiep hoi|cau lac bo|"
    r"doan thanh nien|phu nu|nong dan|cuu chien binh|hdcs|quan,? huyen|xa, phuong|phuong, xa|thon, |quoc hoi|chinh phu|thu tuong|bo truong|"
    r"ccb|lđlđ|ldld|hnd|hlhpn|hpn|tnthcs"
)
HEAD = re.compile(rf"(?:{_HEADS})(?![^\W\d_])")
_LEAD = re.compile(
    r"(?:(?:de nghi|giao|yeu cau|phan cong|giao cho|kinh de nghi|uy quyen(?: cho)?|doi voi|trach nhiem cua|nhiem vu cua|ve phia|cu the|"
    r"don vi chu tri|chu tri)\s*:?\s+)+"
)
_VERBS = (
    r"chu tri|phoi hop|xay dung|to chuc|trien khai|tham muu|huong dan|chi dao|don doc|kiem tra|bao cao|tong hop|ban hanh|ho tro|"
    r"phan cong|bo tri|cap(?= phat| kinh| cho| bo| nhat)|tham dinh|tuyen truyen|van dong|chiu trach nhiem|co trach nhiem|can cu|theo(?= chuc| doi| nhiem| do| quy| tham| ke)|"
    r"thuc hien|tang cuong|day manh|tham gia|ra soat|lap(?= ke| danh| du| ho| bien| doan| bao)|giam sat|dam bao|bao dam|can doi|cung cap|chuan bi|dang ky|lua chon|gui|"
    r"hoan thanh|tiep tuc|phat dong|quan ly|la(?= co quan| don vi| dau moi| thuong)|lam(?= dau| tot| co)|de xuat|theo doi|nghien cuu|pho bien|quan triet|tap huan|"
    r"thuong xuyen|kip thoi|chu dong|duoc giao|cu(?= can| dai| nguoi| giao| thanh| luc| dang)|dua tin|se|can(?! bo)|phai|tap trung|huy dong|van hanh|thanh lap|xac dinh|trinh|"
    r"tiep nhan|tiep thu|dua|mo(?= chuyen| lop| rong| dot)|phan bo|trich|chi tra|chi(?= kinh| ho tro)|thong bao|thong ke|nhan rong|to chuc|giai quyet|xu ly|danh gia|so ket|"
    r"tong ket|phat hien|cong bo|cong khai|ky(?= ket| cam)|cap nhat|thu(?= thap| gom| nhan)|khao sat|dieu tra|trong(?= cay| moi| rung)|tiem|cham soc|"
    r"gop y|xem xet|phe duyet|quyet dinh|quy dinh|tham quyen|thuc day|ap dung|nang cao|khai thac|ung dung|phat huy|dinh ky|hang|moi(?= nam| thang| tuan)|"
    r"can|nop|gan|truc(?= tiep)|co(?= trach| ke| bien| giai| van| nhiem)|khong(?= de)|bien soan|in(?= an| va)|viet|dang(?= tai| bai| tin)|phat(?= song| thanh| hanh| dong)|rao|"
    r"nam(?= bat| tinh| chac)|di(?= kiem)|to(?= giac)|ve(?= viec)|mua(?= sam)|lap dat|lap(?= dat)|duy tri|giao(?= nhiem| cho| ban| chi)|moi(?= dai| lanh| cac dong)|trao doi|hop|ho tro|tri khai|truyen thong|"
    r"dam nhan|dam trach|dat(?= hang)|thuong(?= truc)(?=x)|vao cuoc|tich cuc|khan truong|nghiem tuc|bam sat|dong(?= gop| hanh)|hien(?= dat| mau)|khac phuc|don dep|ve sinh|"
    r"hop dong(?= voi)|kien toan|ra quan|khai mac|be mac|trao|tang(?= qua)|tham(?= hoi| muu)|hoc tap|giup|giup do|cong nhan|khen thuong|bieu duong|lay(?= y kien| mau)|niem yet|san xuat|mo|"
    r"boi duong|dao tao|rut kinh nghiem|nghiem thu|ban giao|quyet toan|thanh toan|ghi nhan|dien tap|phan anh|thong nhat|luu tru|truc chien|kiem soat|ngan chan|xu phat"
)
_VERB = re.compile(rf"(?<![^\W\d_])(?:{_VERBS})(?![^\W\d_])")
_NAMED_AFTER = re.compile(
    r"(?:ban|phong|to|doi|trung tam|chi cuc|cuc|uy ban|quy|vu|hoi dong|tieu ban|so|bo phan|bo)\s+"
    r"(?:chi dao|to chuc|quan ly|kiem tra|van dong|giam sat|dieu hanh|tuyen truyen|thi dua|ho tro|phat dong|kiem soat|huong dan|quan tri|"
    r"phoi hop|thuc hien|bao ve|truyen thong|dao tao|dieu phoi|van hanh|bao cao|tiep nhan|tham muu|xay dung)"
)
_PAUSE = re.compile(r"\s*(?:[:;.(]|,?\s+(?:de|nham|trong(?= thang| nam| quy| qua)|truoc(?= ngay)|tu ngay|khi|neu|vi)\s)")
_JOINT = re.compile(r"\s*(?:,|;|\s-|\s+va|\s+cung|\s*/)\s+|\s+-\s+|\s*;\s*")
_GENERIC = re.compile(
    r"(cac|moi|tung|toan the)\s+(?!so|ban|nganh|don vi|co quan|phong|dia phuong|xa|phuong|huyen|quan|thi|thon|to|hoi|"
    r"truong|doan|cap|dong chi|co so|nha|doanh|thanh vien|chi|uy ban|ubnd|bo|tinh|lien|khu|luc luong|trung tam|cum|hop|tram|"
    r"vien|sở|benh|cong|dang|mat|ap|ban,|can bo|tieu|van phong|ngan|hieu|dai|hdnd|lang|khoi|vung|ho(?= gia| dan)|chu|co(?= quan))"
)
_NOT_ACTOR = re.compile(
    r"(hoi nghi|bo (?:quy|tieu|tai|cau|chi so|san)|to chuc(?! chinh| thanh| doan| xa| ton| hoi)|bao (?:cao|dam|ve|gom|quan|hiem (?:y te|xa hoi) (?:cho|tu))|doi (?:voi|moi|tuong)|phong (?:chong|trao|,|ngua)|"
    r"cac (?:noi dung|bien phap|giai phap|nhiem vu|hoat dong|van ban|chi tieu|hinh thuc|mo hinh|phong trao|quy dinh|doi tuong|tieu chi|to chuc, ca nhan|muc tieu|chuong trinh|thong tin|loai|van de|su kien|khoan|cong viec)|"
    r"truong hop|pho bien|thuong xuyen|vu (?:viec|mua|dong|xuan|he)|vien chuc|hoi thao|to cao|quy (?:i|ii|iii|iv|dinh|che|trinh|hoach|\d|mo|dat)|moi (?:nam|thang|tuan|ngay|quy|truong|lan|nguoi|cap)|so (?:luong|lieu|ket|tien|nguoi|ho|voi|sanh|kinh)|dai (?:bieu hoi dong|hoi|dich)|"
    r"truong thanh|don vi (?:tinh|chu tri|phoi hop|thuc hien)|bo (?:sung|tri|phan (?:tich|lon))|to (?:choc|rong)|hoi (?:vien|dong thi)|doan (?:ket|vien)|truc thuoc|mat tran ve|can bo(?! cac|, | cong| ban| phu| chuyen| lam| duoc| xa| phuong| phong| y te)|thanh vien(?= la)|bo (?:tieu chi|cau hoi|may)|cong an ninh|tung buoc|"
    r"quy|to(?= tien)|phong tuc|ban (?:hanh|quyen|ghi|sao|chat|do|dich|tin|giao|in|ve)|ho so|don (?:doc|gian)|dia phuong hoa|truong(?= sa| son)|dai tra|bo mat|vu thu|so do|so hoa|co so du)"
)


def lead_length(bare: str) -> int:
    """How many characters of "Đề nghị", "Giao", "Đối với" stand before the body's name."""
    match = _LEAD.match(bare)
    return match.end() if match else 0


def subject(words: str, *, whole: bool = False) -> tuple[tuple[str, ...], int]:
    """The bodies a sentence begins with and where they end; ``((), 0)`` when it begins otherwise.

    With ``whole`` the words are a title: they must be bodies to the end (or to a colon).
    """
    bare = folded(plain(words))
    start = lead_length(bare)
    if not _begins_actor(bare, start):
        return (), 0
    end = _name_end(words, bare, start)
    name = words[start:end].rstrip(" ,:;-")
    closes = bare[end:].strip().startswith(":") or not bare[end:].strip(" .;:")
    if not name or len(name) > 260 or (not closes and (whole or not _VERB.match(bare, _skip(bare, end)))):
        return (), 0
    return split_bodies(name), end


def _begins_actor(bare: str, start: int) -> bool:
    return bool(HEAD.match(bare, start)) and not _NOT_ACTOR.match(bare, start) and not _GENERIC.match(bare, start)


def _skip(bare: str, end: int) -> int:
    match = re.compile(r"[\s,:\-]*(?:(?:co trach nhiem|chiu trach nhiem)\s*:?\s*)?").match(bare, end)
    return match.end() if match else end


def _name_end(words: str, bare: str, start: int) -> int:
    """The name runs up to a colon, a bracket that is not its own, or the first verb in small letters."""
    position = start
    protected = start
    for match in _NAMED_AFTER.finditer(bare, start):
        if match.start() == 0 or not bare[match.start() - 1].isalnum():
            protected = max(protected, match.end()) if match.start() <= max(protected, start) + 1 else protected
    limit = len(bare)
    pause = _end_mark(bare, start)
    if pause is not None:
        limit = pause
    for match in _VERB.finditer(bare, position, limit):
        if words[match.start()].isupper() or match.start() < protected or match.start() == start:
            continue
        if _inside_name(bare, match):
            continue
        return match.start()
    return limit


def _inside_name(bare: str, verb: re.Match[str]) -> bool:
    """ "ban chỉ đạo", "phòng quản lý …" written in small letters, inside a list of bodies."""
    before = bare[max(0, verb.start() - 14) : verb.end()]
    return re.search(rf"(?<![^\W\d_]){_NAMED_AFTER.pattern}$", before) is not None


def _end_mark(bare: str, start: int) -> int | None:
    depth = 0
    quoted = False
    for place in range(start, len(bare)):
        char = bare[place]
        if char == '"':
            quoted = not quoted
        elif char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif not depth and not quoted and (char in ":;\n" or (char == "." and not bare[place + 1 : place + 2].isalnum())):
            if char == "." and re.search(r"(?:tp|tx|tt|gs|ts|ths|bs|h|q|p)$", bare[max(0, place - 3) : place]):
                continue
            return place
    return None


def split_bodies(name: str) -> tuple[str, ...]:
    """ "Sở A, Sở B và Sở C" → three names; commas inside one name ("quận, huyện, thị xã") stay."""
    bare = folded(plain(name))
    parts: list[str] = []
    begin = 0
    for match in _JOINT.finditer(bare):
        if _inside_brackets(bare, match.start()) or not _is_new_body(bare, match.end(), name):
            continue
        parts.append(name[begin : match.start()])
        begin = match.end()
    parts.append(name[begin:])
    cleaned = (re.sub(r"^(?:và|cùng với|cùng)\s+", "", part.strip(" ,;-:")) for part in parts)
    return tuple(part for part in cleaned if part)


_PLACE_GROUP = re.compile(
    r"(?:quan|huyen|xa|phuong|thi xa|thi tran|thon|to dan pho|thanh pho|nganh|doan the|ban|so|cap|khu|ap|lang|dac khu|don vi|dia phuong|truong thon|to truong dan pho)(?=$|[,\s])"
)


def _is_new_body(bare: str, position: int, name: str) -> bool:
    head = HEAD.match(bare, position)
    if head is None or _NOT_ACTOR.match(bare, position):
        return False
    word = bare[position : head.end()]
    if word in {"ban", "so", "bo", "phong", "to", "doi"} and not name[position].isupper():
        return False
    if word in {"phu nu", "nong dan", "cuu chien binh", "doan thanh nien", "mat tran", "thon, "}:
        return name[position].isupper()
    if word in {"quan, huyen", "xa, phuong", "phuong, xa", "dia phuong", "don vi", "co quan", "to chuc", "quan huyen", "truong"}:
        return name[position].isupper()
    if _PLACE_GROUP.match(bare, position) and not name[position].isupper():
        return False
    return True


def _inside_brackets(bare: str, position: int) -> bool:
    before = bare[:position]
    return before.count("(") > before.count(")") or before.count('"') % 2 == 1
