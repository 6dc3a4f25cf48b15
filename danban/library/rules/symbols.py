"""Numbers of papers as different hands write them, and what a citation in running words says."""

import re

from danban.campaigns.models import Citation
from danban.kit.vietnamese import fold, squeeze
from danban.library.rules.sheets import ReferenceSheet

_PARTY = re.compile(r"/(TW|TU|QU|HU|ĐU)$", re.IGNORECASE)
_ISSUER = re.compile(r"(?:^|\s)của\s+(.+?)(?=\s+(?:về|ban hành|quy định|phê duyệt)\s|,|$)")
_TITLE = re.compile(r"\s(?:của\s.+?\s|ngày\s[\d/]+\s+)?((?:về|ban hành|quy định|phê duyệt)\s.+)$")


def symbol_key(symbol: str) -> str:
    """ "04 Ctr/TU", "04-CTr/TU" → "04ctr/tu": what two spellings of one number share."""
    return re.sub(r"[\s-]", "", fold(symbol))


def sheet_of_citation(citation: Citation) -> ReferenceSheet:
    """What a plan says of a paper it cites; the title stays empty where the plan gives none."""
    name, symbol = squeeze(citation.name), squeeze(citation.number or "")
    issuer = _ISSUER.search(name)
    if not symbol:
        return ReferenceSheet(
            kind_name=name.split(" của ", maxsplit=1)[0][:80], title=name, issuer="", issued_on=citation.issued_on,
            is_party=_is_party("", name),
        )  # fmt: skip
    before, _, after = name.partition(symbol)
    kind = re.sub(r"\s*số\s*$", "", before).strip() or "Văn bản"
    title = _TITLE.search(after)
    if kind.startswith("Luật "):  # a law carries its title before its number
        return ReferenceSheet("Luật", kind.removeprefix("Luật "), symbol, "Quốc hội", citation.issued_on)
    said = issuer.group(1) if issuer else ""
    return ReferenceSheet(
        kind_name=kind[:80], title=title.group(1) if title else "", symbol=symbol, issuer=said[:200],
        issued_on=citation.issued_on, is_party=_is_party(symbol, said),
    )  # fmt: skip


def _is_party(symbol: str, issuer: str) -> bool:
    party = ("thanh uy", "bo chinh tri", "ban bi thu", "ban chap hanh dang bo", "ban chap hanh trung uong")
    return bool(_PARTY.search(symbol)) or any(name in fold(issuer) for name in party)
