"""A paper as plain JSON and back, so that what was issued can be printed again letter by letter."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from danban.kit.refusals import BadInput
from danban.papers.paper import Paper

_PAPER: TypeAdapter[Paper] = TypeAdapter(Paper)


def as_json(paper: Paper) -> dict[str, Any]:
    """The paper as values JSON knows."""
    plain: dict[str, Any] = _PAPER.dump_python(paper, mode="json")
    return plain


def from_json(values: Mapping[str, Any]) -> Paper:
    """The paper of such values; raises ``BadInput`` where they are not those of a paper."""
    try:
        return _PAPER.validate_python(dict(values))
    except ValidationError as error:
        raise BadInput("Nội dung văn bản đã lưu không đọc lại được.") from error
