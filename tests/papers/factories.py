"""Papers for tests, as little of them as a test needs."""

from datetime import date

from danban.papers.paper import Block, Issuer, Paper, Paragraph, Profile, Run, Signature

HEAD = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An")


def plain(*blocks: Block, **more: object) -> Paper:
    """A plan of a commune with these blocks; ``more`` replaces what else it has."""
    values: dict[str, object] = {
        "profile": Profile.STATE,
        "issuers": (Issuer("Ủy ban nhân dân xã An Lạc"),),
        "place": "An Lạc",
        "kind_name": "Kế hoạch",
        "subject": "Tổng vệ sinh môi trường",
        "blocks": blocks,
        "number": 5,
        "symbol": "KH-UBND",
        "issued_on": date(2023, 1, 5),
        "signatures": (HEAD,),
        "recipients": ("Các thôn", "Lưu: VT"),
    }
    return Paper(**{**values, **more})  # type: ignore[arg-type]


def words(text: str) -> Paragraph:
    """A paragraph."""
    return Paragraph((Run(text),))
