"""Filters and components every template may use without loading: figures, days, states, bars, fields."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from heroicons.templatetags.heroicons import heroicon_outline

from danban.kit import money, vietnamese
from danban.web.ui import clauses, pieces
from danban.web.ui import due as due_words
from danban.web.ui.charts import bars

register = template.Library()
_HERE = "ui/components/"
_SHAPES = {
    "late": '<path d="M6 .8 11.6 11H.4z"/>',
    "soon": '<circle cx="6" cy="6" r="5"/><path d="M6 3v3.2l2 1.3" fill="none" stroke="#fff" stroke-width="1.4"/>',
    "done": '<path d="m1.2 6.4 3.2 3.2 6.4-7.2" fill="none" stroke="currentColor" stroke-width="2.2"/>',
    "info": '<circle cx="6" cy="6" r="5"/>',
    "quiet": '<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.8"/>',
}


@register.filter
def number(value: float) -> str:
    """1926 → 1.926."""
    return vietnamese.number(value)


@register.filter
def dong(value: int) -> str:
    """5000000 → 5.000.000 đ."""
    return money.dong(value)


@register.filter
def percent(value: float) -> str:
    """0.356 → 35,6 %; whole percents without a fraction."""
    hundred = round(value * 100, 1)
    return f"{vietnamese.number(hundred, 0 if hundred == int(hundred) else 1)} %"


@register.filter
def phone(value: str) -> str:
    """+84912345678 → 0912 345 678."""
    return vietnamese.phone(value)


@register.filter
def day(value: date | None) -> str:
    """10/02/2023; a dash for no date."""
    return vietnamese.day(value) if value else "—"


@register.filter
def short_day(value: date | None) -> str:
    """10/02; a dash for no date."""
    return vietnamese.short_day(value) if value else "—"


@register.filter
def long_day(value: date | None) -> str:
    """Thứ Năm 16/02/2023; a dash for no date."""
    return vietnamese.long_day(value) if value else "—"


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """A drawing beside words; it says nothing to a screen reader."""
    return mark_safe(  # noqa: S308 - our own package's drawing
        heroicon_outline(name, size=size, **{"class": "icon", "aria-hidden": "true", "stroke-width": "1.8"})
    )


@register.simple_tag
def pill(kind: pieces.PillKind, text: str) -> SafeString:
    """A state: word, colour and shape."""
    return format_html(
        '<span class="pill {}"><svg viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">{}</svg>{}</span>',
        kind,
        mark_safe(_SHAPES[kind]),  # noqa: S308 - constants above
        text,
    )


@register.simple_tag
def due(
    due_on: date | None, fulfilled_on: date | None, today: date, starts_on: date | None = None,
    excused_on: date | None = None,
) -> SafeString:  # fmt: skip
    """The pill of a due day."""
    state = due_words.due_pill(due_on, fulfilled_on, today, starts_on=starts_on, excused_on=excused_on)
    return pill(state.kind, state.text)


@register.simple_tag
def segments(parts: Iterable[pieces.Segment]) -> SafeString:
    """A bare bar; only for components that print its figure beside it."""
    return bars.strip(parts)


@register.simple_tag
def bar(parts: Iterable[pieces.Segment] | float, figure: str) -> SafeString:
    """A bar with its figure beside it; a single share (0 to 1) is drawn as one green segment."""
    if isinstance(parts, int | float):
        parts = (pieces.Segment(float(parts), "s4" if parts >= 1 else "s3"),)
    return format_html('<span class="barline">{}<span class="num">{}</span></span>', segments(list(parts)), figure)


def _figure(value: float | str) -> str:
    return value if isinstance(value, str) else vietnamese.number(value)


@register.inclusion_tag(_HERE + "stat.html")
def stat(
    label: str,
    figure: float | str,
    of: float | str = "",
    parts: Sequence[pieces.Segment] = (),
    links: Sequence[pieces.Link] = (),
    href: str = "",
) -> dict[str, Any]:
    """One figure of a page: what it counts, of how many, how that splits, and the ways into it."""
    return {
        "label": label, "figure": _figure(figure), "of": _figure(of), "parts": parts, "links": links, "href": href
    }  # fmt: skip


@register.simple_tag
def button(label: str, href: str, kind: str = "plain", icon_name: str = "") -> SafeString:
    """A link that looks like a button: primary (one a page), plain or quiet."""
    drawing = icon(icon_name) if icon_name else ""
    return format_html('<a class="btn {}" href="{}">{}{}</a>', kind, href, drawing, label)


@register.simple_tag
def submit(label: str, kind: str = "primary", name: str = "", value: str = "") -> SafeString:
    """The button that sends a form; it names the deed."""
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button type="submit" class="btn {}"{}>{}</button>', kind, named, label)


@register.inclusion_tag(_HERE + "empty.html")
def empty_state(sentence: str, label: str = "", href: str = "", icon_name: str = "inbox") -> dict[str, Any]:
    """Nothing here: why, and the next step."""
    return {"sentence": sentence, "label": label, "href": href, "icon_name": icon_name}


NOTICE_ICONS = {
    "refused": "no-symbol", "warning": "exclamation-triangle", "info": "information-circle", "success": "check-circle"
}  # fmt: skip


@register.inclusion_tag(_HERE + "notice.html")
def notice(
    kind: str, sentence: str, title: str = "", lines: Sequence[str] = (), label: str = "", href: str = ""
) -> dict[str, Any]:
    """A sentence in a box: refused, warning, info or success; ``lines`` follow as a list."""
    return {
        "kind": kind, "sentence": sentence, "title": title, "lines": lines, "label": label, "href": href,
        "icon_name": NOTICE_ICONS[kind], "role": "alert" if kind == "refused" else "status",
    }  # fmt: skip


@register.inclusion_tag(_HERE + "field.html")
def field(bound: BoundField, label: str = "", help_text: str = "") -> dict[str, Any]:
    """One field of a form with its label, help and error, tied together for a screen reader."""
    widget = bound.field.widget
    help_words = help_text or str(bound.help_text)
    name = bound.auto_id or bound.html_name
    described = [f"{name}_{part}" for part, shown in (("help", help_words), ("error", bound.errors)) if shown]
    attrs: dict[str, str | bool] = {"aria-describedby": " ".join(described)} if described else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "widget": bound.as_widget(attrs=attrs),
        "label": label or bound.label,
        "help_text": help_words,
        "errors": bound.errors,
        "name": name,
        "for": bound.id_for_label,
        "is_hidden": bound.is_hidden,
        "is_optional": not bound.field.required,
        "is_choice": isinstance(widget, CheckboxInput),
        "is_group": isinstance(widget, RadioSelect | CheckboxSelectMultiple),
    }


@register.inclusion_tag(_HERE + "form_errors.html")
def form_errors(form: BaseForm | None, sentence: str = "") -> dict[str, Any]:
    """What is wrong with a form, on top of it; ``sentence`` is the refusal, if any."""
    if form is None:
        return {"sentence": sentence, "general": [], "named": []}
    named = [
        (form[name].auto_id, form[name].label, errors[0]) for name, errors in form.errors.items() if name in form.fields
    ]
    return {"sentence": sentence, "general": list(form.non_field_errors()), "named": named}


@register.inclusion_tag(_HERE + "breadcrumbs.html")
def breadcrumbs(crumbs: Sequence[pieces.Link]) -> dict[str, Any]:
    """Where this page stands; the last crumb is the page itself."""
    return {"crumbs": crumbs}


@register.inclusion_tag(_HERE + "steps.html")
def steps(items: Sequence[pieces.Step]) -> dict[str, Any]:
    """The big steps of a conference."""
    return {"steps": items}


@register.inclusion_tag(_HERE + "path.html")
def path(points: Sequence[pieces.Point]) -> dict[str, Any]:
    """The way of a thing, from top to bottom."""
    return {"points": points}


@register.inclusion_tag(_HERE + "terms.html")
def terms(rows: Sequence[pieces.Term]) -> dict[str, Any]:
    """A definition list."""
    return {"rows": rows}


@register.inclusion_tag(_HERE + "tabs.html")
def tabs(items: Sequence[pieces.Tab], label: str) -> dict[str, Any]:
    """Links between views of the same thing."""
    return {"tabs": items, "label": label}


@register.inclusion_tag(_HERE + "legend.html")
def legend(items: Sequence[pieces.LegendItem], with_late: str = "") -> dict[str, Any]:
    """What the tones of a chart mean; ``with_late`` explains the dot."""
    return {"items": items, "with_late": with_late}


@register.inclusion_tag(_HERE + "why.html")
def why(lines: Sequence[str], clause: str = "", href: str = "", label: str = "Vì sao?") -> dict[str, Any]:
    """The steps that led to a day or a figure, and the clause of the plan they come from."""
    return {"lines": lines, "clause": clause, "href": href, "label": label}


@register.inclusion_tag(_HERE + "why.html")
def why_day(
    steps: Sequence[str], path: str = "", title: str = "", campaign_id: int | None = None, label: str = "Vì sao?"
) -> dict[str, Any]:
    """Why a day is what it is: the steps to it, the clause of the plan, and the way to its words. For every due day."""
    clause, href = clauses.clause_words(path, title), clauses.clause_href(campaign_id, path)
    return {"lines": steps, "clause": clause, "href": href, "label": label}


@register.inclusion_tag(_HERE + "pager.html", takes_context=True)
def pager(context: template.Context, page: Any, noun: str = "dòng") -> dict[str, Any]:
    """Before, after, and where one is; ``page`` is Django's ``Page``. Other filters of the address are kept."""
    query = context["request"].GET.copy()
    query.pop("trang", None)
    kept = f"&{query.urlencode()}" if query else ""
    return {"page": page, "noun": noun, "kept": kept}


@register.simple_block_tag
def card(content: str, title: str = "", kind: str = "", aside: pieces.Link | None = None) -> SafeString:
    """A white sheet: ``{% card title="…" %}…{% endcard %}``.

    Kind ``flush`` has no padding (for tables and lists), ``next`` marks the one thing owed.
    """
    link = format_html('<a class="small" href="{}">{}</a>', aside.href, aside.label) if aside else ""
    head = format_html('<div class="card-head"><h2>{}</h2>{}</div>', title, link) if title else ""
    return format_html('<section class="card {}">{}{}</section>', kind, head, content)


@register.simple_block_tag
def disclosure(content: str, label: str, is_open: bool = False) -> SafeString:  # noqa: FBT001, FBT002 - a template writes it by name
    """More on demand: ``{% disclosure label="Xem dạng bảng" %}…{% enddisclosure %}``."""
    opened = " open" if is_open else ""
    return format_html('<details class="disclosure"{}><summary>{}</summary>{}</details>', opened, label, content)
