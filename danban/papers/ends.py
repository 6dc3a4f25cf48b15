"""The head of a paper (motto, issuers, number, place and day) and its foot (signatures, recipients)."""

from dataclasses import replace

from danban.papers.forms import Form, Style
from danban.papers.letters import clean
from danban.papers.lines import centred, count_lines, line, ruled
from danban.papers.paper import Paper, Signature
from danban.papers.sheet import CENTRE, Columns, Line
from danban.papers.wording import number_line, place_line, recipient_lines

_HEAD = (0.42, 0.58)
_FOOT = (0.45, 0.55)
_GUTTER = 3.0  # mm kept free between things that stand side by side
_UNDER_HEAD = 6.0  # points between the rules of the head and the line of number and day
_SPACE_TO_SIGN = 62.0
_ABREAST = 3  # signatures side by side; more stand in further rows


def head(paper: Paper, form: Form) -> tuple[Columns, ...]:
    """Issuers left and motto right, under them the number left and the day right, on one height."""
    left, right = (share * form.text_width - _GUTTER for share in _HEAD)
    issuers, motto = _issuers(paper, form, left), _motto(form, right)
    number = centred(number_line(paper, form), form.number, width=left)
    day = centred(place_line(paper), form.place_and_day, width=right)
    under = [replace(number, before=_UNDER_HEAD)] if paper.is_numbered else []
    if paper.is_dispatch and clean(paper.subject).strip():
        about = centred(f"V/v {clean(paper.subject).strip()}", form.dispatch_subject, width=left)
        under.append(replace(about, before=6))
    return Columns(_HEAD, (issuers, motto)), Columns(_HEAD, (tuple(under), (replace(day, before=_UNDER_HEAD),)))


def _issuers(paper: Paper, form: Form, width: float) -> tuple[Line, ...]:
    """The bodies above, each once, then the bodies that issue, under the last a rule or the form's mark."""
    superiors = dict.fromkeys(issuer.superior for issuer in paper.issuers if clean(issuer.superior).strip())
    names = [centred(issuer.name, form.issuer, width=width) for issuer in paper.issuers]
    lines = [*(centred(name, form.superior, width=width) for name in superiors), *names[:-1]]
    if not names:
        return tuple(lines)
    if form.mark_under_issuer:
        return (*lines, names[-1], line(form.mark_under_issuer, form.issuer, align=CENTRE))
    return (*lines, ruled(names[-1]))


def _motto(form: Form, width: float) -> tuple[Line, ...]:
    upper, lower = form.motto
    first = centred(upper, form.motto_upper, width=width)
    if not lower:
        return (ruled(first, part=1.0),)
    return first, ruled(centred(lower, form.motto_lower, width=width), part=1.0)


def foot(paper: Paper, form: Form) -> tuple[Columns, ...]:
    """Recipients left and one signature right; several signatures side by side with the recipients under them."""
    recipients: tuple[Line, ...] = ()
    if paper.recipients:
        label = replace(line("Nơi nhận:", form.recipients_label), keeps=True)
        recipients = (label, *(line(words, form.recipients) for words in recipient_lines(paper)))
    if len(paper.signatures) <= 1:
        signed = _signatures(paper.signatures, form, _FOOT[1:])
        return (Columns(_FOOT, (recipients, *(signed or ((),)))),) if recipients or signed else ()
    rows = []
    for start in range(0, len(paper.signatures), _ABREAST):
        abreast = paper.signatures[start : start + _ABREAST]
        shares = tuple(1 / len(abreast) for _ in abreast)
        rows.append(Columns(shares, _signatures(abreast, form, shares)))
    if recipients:
        rows.append(Columns((1.0,), ((replace(recipients[0], before=_UNDER_HEAD), *recipients[1:]),)))
    return tuple(rows)


def _signatures(
    signatures: tuple[Signature, ...], form: Form, shares: tuple[float, ...]
) -> tuple[tuple[Line, ...], ...]:
    """Power, position, note, room to sign and name of each; the names stand on one height."""
    widths = [share * form.text_width - _GUTTER for share in shares[: len(signatures)]]
    uppers = [_power(signature, form, width) for signature, width in zip(signatures, widths, strict=True)]
    heights = [sum(count_lines(one) for one in upper) for upper in uppers]
    empty = Line((), form.signature_lines.size.ours, CENTRE, keeps=True)
    return tuple(
        (*upper, *[empty] * (max(heights) - height), _name(signature, form, width))
        for upper, height, signature, width in zip(uppers, heights, signatures, widths, strict=True)
    )


def _power(signature: Signature, form: Form, width: float) -> list[Line]:
    lines = [centred(words, form.signature_lines, width=width) for words in signature.lines]
    if clean(signature.note).strip():
        lines.append(centred(signature.note, Style(form.place_and_day.size, italic=True), width=width))
    return [replace(one, keeps=True) for one in lines]


def _name(signature: Signature, form: Form, width: float) -> Line:
    return replace(centred(signature.name, form.signature_name, width=width), before=_SPACE_TO_SIGN)
