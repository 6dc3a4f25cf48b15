"""Who passes a post on, who stands in for whom, and for how long."""

from datetime import date, datetime

from danban.accounts.models import Account, Appointment
from danban.accounts.rules.offices import check_is_below
from danban.accounts.rules.permits import check_can_create
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import day

_OF_A_DEPUTY = "Đây là vị trí của người thay trong một thời gian. Hãy làm việc này ở vị trí của người được thay."


def check_can_hand_over(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """An office above passes on a post below it that is held now, once; a deputy has nothing to pass on.

    Acting for an office above, a person may pass on another post of their own.
    """
    check_can_create(actor, at=at)
    check_is_below(actor, *appointment.unit.placements.all())
    if _acts_for(actor, appointment.pk):
        raise NotYours("Không ai tự bàn giao vị trí mình đang làm việc. Hãy nhờ người khác có quyền này thực hiện.")
    if appointment.stands_in_for_id:
        raise NotYours(_OF_A_DEPUTY)
    if Appointment.objects.filter(succeeds_id=appointment.pk).exists():
        raise NotNow("Vị trí này đã được bàn giao rồi.")
    _check_runs(appointment, at)
    if appointment.starts_on > clock.day_of(at):
        raise NotNow(f"Vị trí này đến ngày {day(appointment.starts_on)} mới bắt đầu nên chưa có gì để bàn giao.")


def check_can_take_over(actor: Actor, appointment: Appointment, account: Account, *, at: datetime) -> None:
    """Whoever takes a post, for good or for a while, is somebody else than its holder and than who gives it."""
    if account.pk == appointment.account_id:
        raise BadInput("Người này đang giữ chính vị trí đó. Hãy chọn người khác.")
    if actor.user_id is not None and actor.user_id == account.pk:
        raise NotYours("Không ai tự giao vị trí cho mình. Hãy nhờ người khác có quyền này thực hiện.")
    if not account.is_active:
        raise NotNow("Tài khoản này đang bị khóa. Hãy mở lại tài khoản, hoặc chọn người khác.")


def check_last_day(appointment: Appointment, last_day: date) -> None:
    """The last day of a holder lies inside the term as it stands; raises ``BadInput`` on ``last_day``."""
    sentence = ""
    if last_day < appointment.starts_on:
        sentence = f"Ngày cuối phải từ {day(appointment.starts_on)} trở đi, là ngày bắt đầu giữ vị trí."
    elif appointment.ends_on is not None and last_day > appointment.ends_on:
        sentence = f"Vị trí này đã có ngày kết thúc {day(appointment.ends_on)}; ngày cuối không sau ngày đó."
    if sentence:
        raise BadInput(sentence, {"last_day": sentence})


def check_can_name_deputy(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """The holder, acting for that very post, or an office above; a deputy names no deputy."""
    if not _acts_for(actor, appointment.pk):
        check_can_create(actor, at=at)
        check_is_below(actor, *appointment.unit.placements.all())
    if appointment.stands_in_for_id:
        raise NotYours("Người thay không cử người khác thay tiếp. Hãy đề nghị người giữ vị trí hoặc cấp trên cử.")
    _check_runs(appointment, at)


def check_deputy_term(appointment: Appointment, starts_on: date, ends_on: date, *, at: datetime) -> None:
    """A deputy stands in on days of the holder's own term, not over yet, and alone; raises ``BadInput`` by field."""
    problems = {}
    if ends_on < max(starts_on, clock.day_of(at)):
        problems["ends_on"] = f"Ngày cuối phải từ {day(max(starts_on, clock.day_of(at)))} trở đi."
    elif appointment.ends_on is not None and ends_on > appointment.ends_on:
        problems["ends_on"] = f"Nhiệm kỳ của người được thay hết ngày {day(appointment.ends_on)}."
    if starts_on < appointment.starts_on:
        problems["starts_on"] = f"Nhiệm kỳ của người được thay bắt đầu từ {day(appointment.starts_on)}."
    other = appointment.deputies.overlapping(starts_on, ends_on).select_related("account").order_by("pk").first()
    if other and not problems:
        till = f"từ {day(other.starts_on)} đến hết {day(other.ends_on or other.starts_on)}"
        problems["starts_on"] = f"{other.account.full_name} đã thay vị trí này {till}."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_can_end_deputy(actor: Actor, deputy: Appointment, *, at: datetime) -> None:
    """Whom the holder or an office above has named, the holder or an office above lets go."""
    if deputy.stands_in_for_id is None:
        raise NotFound("Không tìm thấy người thay này.")
    if not _acts_for(actor, deputy.stands_in_for_id):
        check_can_create(actor, at=at)
        check_is_below(actor, *deputy.unit.placements.all())
    _check_runs(deputy, at)


def check_deputy_end(deputy: Appointment, last_day: date, *, at: datetime) -> None:
    """A deputy's end is brought forward, never put off; before the first day only while that is still to come."""
    sentence = ""
    if deputy.ends_on is not None and last_day > deputy.ends_on:
        sentence = f"Người thay đã có ngày kết thúc {day(deputy.ends_on)}; chỉ rút ngắn được, không kéo dài."
    elif last_day < deputy.starts_on <= clock.day_of(at):
        sentence = f"Ngày cuối phải từ {day(deputy.starts_on)} trở đi, là ngày bắt đầu thay."
    if sentence:
        raise BadInput(sentence, {"last_day": sentence})


def _acts_for(actor: Actor, appointment_id: int) -> bool:
    return actor.appointment_id is not None and actor.appointment_id == appointment_id


def _check_runs(appointment: Appointment, at: datetime) -> None:
    if appointment.ends_on is not None and appointment.ends_on < clock.day_of(at):
        raise NotNow(f"Vị trí này đã kết thúc từ ngày {day(appointment.ends_on)}.")
