"""The synthesis of the conferences below: of a commune for its own conference, of any area by the units below it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.resolutions import queries
from danban.web.desk.resolutions import sums
from danban.web.desk.resolutions.forms import AreaForm
from danban.web.desk.resolutions.views.files import as_file
from danban.web.ui.requests import DeskRequest


@require_safe
def synthesis(request: DeskRequest, pk: int) -> HttpResponse:
    """What a commune's conference opens with."""
    found = queries.synthesis_page(request.actor, pk, at=request.at)
    return render(request, "desk/resolutions/synthesis.html", sums.of_conference(request.actor, found))


@require_safe
def synthesis_file(request: DeskRequest, pk: int, ending: str) -> HttpResponse:
    """The same as a report to be read out."""
    return as_file(queries.synthesis_paper(request.actor, pk, at=request.at), f"tong-hop-hoi-nghi-{pk}", ending)


@require_safe
def area(request: DeskRequest) -> HttpResponse:
    """The figures of an area."""
    place_id = AreaForm(request.GET).asked()
    found = queries.synthesis_of_area(request.actor, place_id=place_id, at=request.at)
    return render(request, "desk/resolutions/area.html", sums.of_area(found))
