"""What a form lets people choose from, where that is known only when the page is asked for."""

from collections.abc import Iterable

from django import forms


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[object, str]], *, nothing: str = "") -> None:
    """Fill the field ``name`` with ``(value, words)`` pairs; ``nothing`` are the words of an empty first choice."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [*([("", nothing)] if nothing else []), *choices]
