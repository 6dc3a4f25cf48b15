"""Reading self-evaluations."""

from danban.evaluations.queries.catalogue import Form, forms, forms_of
from danban.evaluations.queries.reading import (
    Desk,
    EvaluationPage,
    FormCount,
    FormList,
    ToWrite,
    desk,
    evaluation_for,
    evaluation_page,
    evaluation_to,
    form_list,
    form_to_write,
)

__all__ = [
    "Desk",
    "EvaluationPage",
    "Form",
    "FormCount",
    "FormList",
    "ToWrite",
    "desk",
    "evaluation_for",
    "evaluation_page",
    "evaluation_to",
    "form_list",
    "form_to_write",
    "forms",
    "forms_of",
]
