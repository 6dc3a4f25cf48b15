"""Who is named at the foot of a plan: the signer of each body, never the person who drew the plan up."""

from collections.abc import Collection, Iterable, Sequence

from danban.documents.models import Signer
from danban.documents.rules import PaperSignature, signature_of
from danban.kit.refusals import NotYours
from danban.plans.models import Approval, Plan
from danban.units.models import Body


def signature_for(body: Body, signers: Iterable[Signer], approvals: Iterable[Approval]) -> PaperSignature | None:
    """The first standing signer of a body, else who approved for it with the title of the post; None for nobody.

    ``signers`` come in the order they are proposed, approvals with their appointment and its account.
    """
    for signer in signers:
        if signer.body_id == body.pk:
            return signature_of(signer)
    for approval in approvals:
        if approval.body_id == body.pk:
            office = approval.appointment
            return signature_of(Signer(body=body, full_name=office.account.full_name, position=office.title))
    return None


def drafters_of(plan: Plan, approvals: Sequence[Approval]) -> frozenset[int]:
    """Accounts of those who drew the plan up: whoever began it, and whoever put it forward."""
    first = approvals[0].appointment.account_id if approvals else None
    return frozenset(pk for pk in (plan.derived_by, first) if pk is not None)


def check_signers(
    plan: Plan, signers: Collection[Signer], approvals: Sequence[Approval], bodies: Sequence[Body]
) -> None:
    """Raise ``NotYours`` where a body's paper would be signed by the very person who drew the plan up.

    Signers of other people come first; an office that has named nobody is told to name one.
    """
    drafters = drafters_of(plan, approvals)
    for body in bodies:
        named = next((one for one in signers if one.body_id == body.pk), None)
        agreed = next((one for one in approvals if one.body_id == body.pk), None)
        account = named.account_id if named else agreed.appointment.account_id if agreed else None
        if account in drafters:
            raise NotYours(_told(body, is_named=named is not None))


def _told(body: Body, *, is_named: bool) -> str:
    if is_named:
        return (
            f"Người ký của {body.name} cũng là người soạn kế hoạch này. Người soạn không ký: hãy cử người ký khác ở"
            " mục Người ký, hoặc rút kế hoạch về để người khác soạn và trình."
        )
    return (
        f"{body.name} chưa cử người ký, người duyệt lại là người soạn kế hoạch này. Hãy cử người ký ở mục Người ký"
        " rồi ban hành."
    )
