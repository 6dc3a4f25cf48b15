"""Lines of a paper out of text and style: case, size, balanced breaks, rules under them."""

from dataclasses import replace

from danban.papers.forms import Form, Style
from danban.papers.letters import clean, upper
from danban.papers.paper import Run
from danban.papers.sheet import BREAK, CENTRE, JUSTIFY, LEFT, Line
from danban.papers.widths import balanced, width_mm

_RULE_PART = 0.4  # the rule under a name is a third to a half as long as the text


def line(text: str, style: Style, *, align: str = LEFT) -> Line:
    """One paragraph in a style; wrapped where the page wraps it."""
    words = upper(text) if style.is_upper else clean(text)
    return Line((Run(words.strip(), style.bold, style.italic),), style.size.ours, align)


def centred(text: str, style: Style, *, width: float) -> Line:
    """A centred paragraph, in lines about equally long where it does not fit into ``width`` mm."""
    one = line(text, style, align=CENTRE)
    lines = balanced(one.runs[0].text, size=one.size, bold=style.bold, width=width)
    return replace(one, runs=(replace(one.runs[0], text=BREAK.join(lines)),))


def ruled(one: Line, *, part: float = _RULE_PART) -> Line:
    """The same line with a rule under it, ``part`` as long as its longest line."""
    run = one.runs[0]
    longest = max(width_mm(words, size=one.size, bold=run.bold) for words in run.text.split(BREAK))
    return replace(one, rule=round(longest * part, 1), keeps=True)


def running(one: Line, form: Form) -> Line:
    """The same line as running text: justified, its first line indented, distance to the next."""
    return replace(
        one, align=JUSTIFY, first=form.first_indent.ours, after=form.paragraph_gap.ours, spacing=form.line_spacing.ours
    )


def count_lines(one: Line) -> int:
    """How many lines a centred paragraph takes."""
    return sum(run.text.count(BREAK) for run in one.runs) + 1
