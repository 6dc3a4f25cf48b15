"""Which profile a document looks like: by its motto and the bodies in its head."""

from danban.kit.vietnamese import fold
from danban.papers.check.found import Found
from danban.papers.check.parts import name_parts, number_and_symbol
from danban.papers.paper import Profile

PROFILE_NAMES = {
    Profile.STATE: "cơ quan nhà nước",
    Profile.FRONT: "Mặt trận Tổ quốc",
    Profile.JOINT: "liên tịch",
    Profile.PARTY: "cơ quan Đảng",
    Profile.VILLAGE: "thôn, tổ dân phố",
}
_STATE = ("uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd", "so ", "phong ")
_VILLAGE = ("thon ", "to dan pho", "ban cong tac mat tran", "khu dan cu", "xom ", "ap ")


def guess_profile(found: Found) -> Profile:
    """The profile; the state's where nothing says another."""
    parts = name_parts(found)
    if parts.motto_upper and fold(parts.motto_upper.text).startswith("dang cong san"):
        return Profile.PARTY
    issuers = [fold(line.text) for line in parts.issuers]
    symbol = number_and_symbol(parts.number.text)[1] if parts.number else ""
    if parts.number is None and any(issuer.startswith(_VILLAGE) for issuer in issuers):
        return Profile.VILLAGE
    has_front = any("mat tran to quoc" in issuer or "mttq" in issuer for issuer in issuers)
    has_state = any(issuer.startswith(_STATE) for issuer in issuers)
    is_joint = parts.kind_name is not None and "lien tich" in fold(parts.kind_name.text)
    if is_joint or (has_front and has_state) or ("UBND" in symbol and "MTTQ" in symbol):
        return Profile.JOINT
    return Profile.FRONT if has_front else Profile.STATE
