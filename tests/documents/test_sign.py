"""A signature is recorded by an office of the body, never by whoever drafted or checked the paper."""

import pytest

from danban.documents import actions
from danban.documents.models import Signature
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.papers.paper import Profile
from tests.cast import AT, Cast
from tests.documents.factories import chair, desk_of, hire, submitted


def test_a_front_of_two_people_works(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    actions.sign_document(document.pk, signature_id=document.signatures.get().pk, actor=desk.signer, at=AT)

    signature = Signature.objects.get()
    assert (signature.signed_at, signature.appointment_id) == (AT, desk.signer.appointment_id)


def test_the_drafter_does_not_sign(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(NotYours):
        actions.sign_document(document.pk, signature_id=document.signatures.get().pk, actor=desk.drafter, at=AT)

    assert Signature.objects.get().signed_at is None


def test_a_state_paper_is_signed_after_both_checks_and_by_neither_checker(cast: Cast) -> None:
    desk = desk_of(cast, "peoples_committee")
    document = submitted(cast, desk, "peoples_committee")
    signature_id = document.signatures.get().pk

    with pytest.raises(NotNow):
        actions.sign_document(document.pk, signature_id=signature_id, actor=desk.signer, at=AT)

    actions.check_content_document(document.pk, actor=desk.content_checker, at=AT)
    actions.check_form_document(document.pk, actor=desk.form_checker, at=AT)
    for checker in (desk.content_checker, desk.form_checker):
        with pytest.raises(NotYours):
            actions.sign_document(document.pk, signature_id=signature_id, actor=checker, at=AT)


def test_of_a_joint_paper_each_side_records_its_own(cast: Cast) -> None:
    desk = desk_of(cast)
    committee = cast.bodies["00001", "peoples_committee"].pk
    signers = (chair(cast).pk, chair(cast, kind="peoples_committee").pk)
    document = submitted(
        cast, desk, profile=Profile.JOINT, second_body_id=committee, signer_ids=signers,
        symbol_pattern="{number:02d}/UBND-UBMTTQ",
    )  # fmt: skip
    of_front, of_committee = document.signatures.order_by("position")

    with pytest.raises(NotYours):
        actions.sign_document(document.pk, signature_id=of_committee.pk, actor=desk.signer, at=AT)

    actions.sign_document(document.pk, signature_id=of_front.pk, actor=desk.signer, at=AT)
    actions.sign_document(document.pk, signature_id=of_committee.pk, actor=hire(cast, "Chánh văn phòng"), at=AT)
    assert not Signature.objects.filter(signed_at=None).exists()


def test_it_is_signed_once_and_only_what_is_there(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)
    signature_id = document.signatures.get().pk
    actions.sign_document(document.pk, signature_id=signature_id, actor=desk.signer, at=AT)

    with pytest.raises(NotNow):
        actions.sign_document(document.pk, signature_id=signature_id, actor=desk.signer, at=AT)
    with pytest.raises(NotFound):
        actions.sign_document(document.pk, signature_id=signature_id + 1, actor=desk.signer, at=AT)
